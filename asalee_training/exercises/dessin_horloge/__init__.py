"""``dessin_horloge``: a clock that she draws, right, or wrong as asked: « 5 sur 7, et pourtant 2 au Mini-Cog ».

The raw answer is a session: numbers and hands put on a dial, moved, taken away. Strokes of a free pencil are kept for
the referent and read by nobody here. The drawing is judged by ``clinical.cognition.horloge_depuis_dessin`` alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.clinical import cognition
from asalee_training.exercises import gestes, horloge_mots
from asalee_training.exercises.contract import Key, Mark, Mutant, Samples, Strict, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.cotation_test.feuilles import HORLOGE_7
from asalee_training.exercises.dessin_horloge import exemples as dessin_exemples
from asalee_training.exercises.gestes import Critere, Seance

CHIFFRES = tuple(str(nombre) for nombre in range(1, 13))
AIGUILLES = ("a", "b")
LONGUEURS = (10, 100)
TRAITS_MAX, TRAIT = 60, re.compile(r"(?:[0-9a-z]{4}){2,300}")
CONNUS: dict[str, dict[str, gestes.Champ]] = {
    "placer": {"chiffre": CHIFFRES, "angle": (0, 360)},
    "remplir": {},
    "retirer": {"chiffre": CHIFFRES},
    "aiguille": {"nom": AIGUILLES, "angle": (0, 360), "longueur": LONGUEURS},
    "retirer_aiguille": {"nom": AIGUILLES},
    "trait": {"points": str},
    "effacer_trait": {},
}
REGLES = {item.nom: item.regle for item in HORLOGE_7}


class Cible(Strict):
    """What the clock must be worth; what is left out does not matter."""

    manques: tuple[str, ...] | None = Field(
        default=None, strict=False, description="Les critères perdus, et eux seuls ; [] pour une horloge sans faute."
    )
    horloge_7: int | None = Field(default=None, ge=0, le=7, description="Le score sur 7.")
    minicog: Literal[0, 2] | None = Field(default=None, description="L’horloge du Mini-Cog, 0 ou 2.")
    codex_normale: bool | None = Field(default=None, description="Vrai si l’horloge est normale au Codex.")
    gpcog: int | None = Field(default=None, ge=0, le=2, description="Les deux points d’horloge du GPCOG.")


class Spec(BaseSpec):
    """A clock to draw."""

    type: Literal["dessin_horloge"] = Field(description="Une horloge à dessiner.")
    heure: str = Field(description="L’heure demandée, par exemple 11:10.")
    cible: Cible = Field(description="Ce que l’horloge doit valoir.")


def validate(spec: Spec) -> list[str]:
    """Check the time, the names of criteria, and that at least one clock answers the demand."""
    problems = []
    if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", spec.heure):
        problems.append(f"l’heure « {spec.heure} » s’écrit avec deux chiffres de chaque côté : 11:10, 03:25.")
    unknown = [nom for nom in spec.cible.manques or () if nom not in cognition.CRITERES]
    if unknown:
        problems.append(f"critères inconnus : {', '.join(unknown)}. Connus : {', '.join(cognition.CRITERES)}.")
    if not _wanted(spec):
        problems.append("« cible: » est vide : écrivez manques, horloge_7, minicog, codex_normale ou gpcog.")
    if not problems and not dessin_exemples.solutions(spec.heure, lambda lu: not _missed(spec, lu)):
        problems.append("aucune horloge connue ne répond à cette cible : changez-la.")
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the time and the demand in words."""
    return {"heure": spec.heure, "demande": _demande(spec)}


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return nothing: the paper is blank."""
    return {}


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return what is asked for."""
    return Key(_wanted(spec))


def parse(spec: Spec, raw: Any) -> Seance:
    """Read a session; a hand or a number cannot be taken away before it is there, and strokes have their own form."""
    seance = gestes.lire(raw, CONNUS, {})
    there: set[str] = set()
    for geste in seance.gestes:
        nom = geste.get("chiffre") or geste.get("nom")
        if geste["g"] in ("placer", "aiguille"):
            there.add(nom)
        elif geste["g"] == "remplir":
            there |= set(CHIFFRES)
        elif geste["g"] in ("retirer", "retirer_aiguille"):
            if nom not in there:
                raise Unreadable(gestes.ILLISIBLE)
            there.remove(nom)
        elif geste["g"] == "trait" and not TRAIT.fullmatch(geste["points"]):
            raise Unreadable(gestes.ILLISIBLE)
    if len(seance.tous("trait")) > TRAITS_MAX:
        raise Unreadable(f"Ce dessin compte plus de {TRAITS_MAX} traits au crayon : effacez-en.")
    return seance


def grade(spec: Spec, key: Key, answer: Seance) -> Mark:
    """Judge the clock as it stands at the end."""
    return gestes.juger(
        spec.points,
        list(_criteres(spec, dessin(spec.heure, answer.gestes))),
        spec.explication,
        "Votre horloge est bien celle qui était demandée.",
    )


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the clock in words: numbers with their place, hands with their direction and length."""
    try:
        final = dessin("00:00", raw["gestes"])
        numbers = [f"{n} {horloge_mots.direction(angle)}" for n, angle in final["chiffres"]]
        hands = [
            f"Aiguille {horloge_mots.direction(angle)}, longue de {round(100 * length)} % du rayon"
            for length, angle in final["aiguilles"]
        ]
        strokes = sum({"trait": 1, "effacer_trait": -1}.get(geste["g"], 0) for geste in raw["gestes"])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    parts = [f"Chiffres : {' ; '.join(numbers) or 'aucun'}", *(hands or ["Aucune aiguille"])]
    if strokes > 0:
        parts.append(f"{strokes} trait{'s' if strokes > 1 else ''} au crayon libre, non lu{'s' if strokes > 1 else ''}")
    return "\n\n".join(parts)


def samples(spec: Spec, key: Key) -> Samples:
    """Every clock of the examples: right where it answers the demand, wrong elsewhere."""
    right = dessin_exemples.solutions(spec.heure, lambda lu: not _missed(spec, lu))
    wrong = dessin_exemples.solutions(spec.heure, lambda lu: _missed(spec, lu))
    return Samples(
        right=tuple(dessin_exemples.session(clock) for clock in right),
        wrong=tuple(Mutant(_perdus(clock), dessin_exemples.session(clock)) for clock in wrong),
        unreadable=(
            None,
            {"gestes": [], "conclusion": {}},
            {"gestes": [{"g": "placer", "t": 0, "chiffre": "13", "angle": 0}], "conclusion": {}},
            {"gestes": [{"g": "placer", "t": 0, "chiffre": "1", "angle": 400}], "conclusion": {}},
            {"gestes": [{"g": "retirer", "t": 0, "chiffre": "1"}], "conclusion": {}},
            {"gestes": [{"g": "aiguille", "t": 0, "nom": "a", "angle": 0, "longueur": 200}], "conclusion": {}},
            {"gestes": [{"g": "trait", "t": 0, "points": "<svg>"}], "conclusion": {}},
            float("nan"),
        ),
    )


def _perdus(clock: Mapping[str, Any]) -> str:
    """What this clock loses, for the name of a mutant."""
    lost = [horloge_mots.NOMS[nom] for nom, met in cognition.horloge_depuis_dessin(**clock).criteres.items() if not met]
    return f"Horloge où est perdu : {', '.join(lost)}" if lost else "Horloge sans faute"


def dessin(heure: str, faits: Any) -> dict[str, Any]:
    """The clock that these gestures leave, as ``horloge_depuis_dessin`` reads it."""
    numbers: dict[int, float] = {}
    hands: dict[str, list[float]] = {}
    for geste in faits:
        if geste["g"] == "placer":
            numbers[int(geste["chiffre"])] = geste["angle"] % 360
        elif geste["g"] == "remplir":
            numbers = {nombre: 30 * nombre % 360 for nombre in range(1, 13)}
        elif geste["g"] == "retirer":
            numbers.pop(int(geste["chiffre"]), None)
        elif geste["g"] == "aiguille":
            hands[geste["nom"]] = [geste["longueur"] / 100, geste["angle"] % 360]
        elif geste["g"] == "retirer_aiguille":
            hands.pop(geste["nom"], None)
    return {
        "heure": heure,
        "chiffres": [[nombre, numbers[nombre]] for nombre in sorted(numbers)],
        "aiguilles": [hands[nom] for nom in sorted(hands)],
    }


def _wanted(spec: Spec) -> dict[str, Any]:
    return {nom: valeur for nom, valeur in spec.cible.model_dump(mode="json").items() if valeur is not None}


def _worth(lu: cognition.Dessin) -> dict[str, Any]:
    return {
        "manques": sorted(nom for nom, met in lu.criteres.items() if not met),
        "horloge_7": lu.score,
        "minicog": lu.minicog,
        "codex_normale": lu.codex_normale,
        "gpcog": sum(lu.gpcog.values()),
    }


#: A criterion, and the one without which it cannot be won.
SUPPOSE = {"ordre": "chiffres_presents", "position": "chiffres_presents",
           **dict.fromkeys(("aiguille_heure", "aiguille_minute", "tailles"), "deux_aiguilles")}  # fmt: skip


def _missed(spec: Spec, lu: cognition.Dessin) -> list[str]:
    worth, wanted = _worth(lu), _wanted(spec)
    if "manques" in wanted:
        wanted["manques"] = sorted(wanted["manques"])
    return [nom for nom, valeur in wanted.items() if worth[nom] != valeur]


def _demande(spec: Spec) -> list[str]:
    cible, lines = spec.cible, []
    if cible.manques is not None:
        lost = ", ".join(horloge_mots.NOMS[nom] for nom in cible.manques)
        lines.append(
            f"Une seule chose fausse : {lost}" if len(cible.manques) == 1 else f"Faux, et rien d’autre : {lost}"
        )
        lines[-1:] = ["Une horloge sans faute"] if not cible.manques else lines[-1:]
    if cible.horloge_7 is not None:
        lines.append(f"Elle vaut {cible.horloge_7} sur 7")
    if cible.minicog is not None:
        lines.append(f"Elle vaut {cible.minicog} au Mini-Cog")
    if cible.codex_normale is not None:
        lines.append(f"Elle est {'normale' if cible.codex_normale else 'anormale'} au Codex")
    if cible.gpcog is not None:
        lines.append(f"Elle vaut {cible.gpcog} sur 2 au GPCOG")
    return lines


def _criteres(spec: Spec, final: Mapping[str, Any]) -> Iterator[Critere]:
    lu = cognition.horloge_depuis_dessin(**final)
    worth, wanted, mots = _worth(lu), spec.cible, horloge_mots.constats(final)
    if wanted.manques is not None:
        for nom, met in lu.criteres.items():
            lost = nom in wanted.manques
            asked = "Point perdu : c’est l’erreur demandée." if lost else "Point acquis."
            # What is not drawn at all is no error made on purpose.
            base = SUPPOSE.get(nom)
            there = base is None or base in wanted.manques or lu.criteres[base]
            yield Critere(horloge_mots.NOMS[nom], met != lost and (there or not lost), mots[nom], asked, REGLES[nom])
    lost = [horloge_mots.NOMS[nom] for nom, met in lu.criteres.items() if not met]
    kept = f"Points perdus : {', '.join(lost)}." if lost else "Aucun point perdu."
    if wanted.horloge_7 is not None:
        yield Critere("le score sur 7", worth["horloge_7"] == wanted.horloge_7,
                      f"Votre horloge vaut {lu.score} sur 7. {kept}", f"{wanted.horloge_7} sur 7.",
                      "Sept critères, un point chacun, longueur des aiguilles comprise.")  # fmt: skip
    if wanted.minicog is not None:
        yield Critere("le Mini-Cog", worth["minicog"] == wanted.minicog,
                      f"Votre horloge vaut {lu.minicog} au Mini-Cog. {horloge_mots.raison_minicog(final)}", f"{wanted.minicog} au Mini-Cog.",
                      "Chiffres dans l’ordre, 12, 3, 6 et 9 en place, deux aiguilles vers l’heure et les minutes ; "
                      "leur longueur ne compte pas.")  # fmt: skip
    if wanted.codex_normale is not None:
        yield Critere("le Codex", worth["codex_normale"] == wanted.codex_normale,
                      f"Votre horloge est {'normale' if lu.codex_normale else 'anormale'} au Codex. {kept}",
                      f"{'Normale' if wanted.codex_normale else 'Anormale'} au Codex.",
                      "Tous les chiffres, en place, une petite et une grande aiguille, la bonne heure : il faut les quatre.")  # fmt: skip
    if wanted.gpcog is not None:
        yield Critere("le GPCOG", worth["gpcog"] == wanted.gpcog,
                      f"Votre horloge vaut {worth['gpcog']} sur 2 au GPCOG.", f"{wanted.gpcog} sur 2 au GPCOG.",
                      "Un point pour la place des chiffres, un point pour les aiguilles, quelle que soit leur longueur.")  # fmt: skip
