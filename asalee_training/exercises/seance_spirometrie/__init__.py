"""``seance_spirometrie``: a spirometry carried out, from the syringe to the message for the physician.

The raw answer is a log of gestures and what was concluded. The page plays the recording of the patient: strokes of
the syringe, answers, blows; it knows no fault, no limit and no grade.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises import gestes
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable, frozen_json
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.seance_spirometrie import exemples, mots
from asalee_training.exercises.seance_spirometrie.criteres import criteres
from asalee_training.exercises.seance_spirometrie.deroulement import Deroulement, conclusions, connus, suivre
from asalee_training.exercises.seance_spirometrie.verite import verite
from asalee_training.simulation import avant_spirometrie, seance_spirometrie
from asalee_training.simulation.manoeuvres import BONNE, FAUTES
from asalee_training.simulation.serie_spirometrie import CONSEQUENCES
from asalee_training.simulation.tirage import shuffled

REUSSI = "Examen préparé, conduit, jugé et transmis comme il faut, dans votre champ."
SOUFFLES_EN_TOUT = 11  # before and after: the recording of a patient stays below 25 KB
Etape = Literal["avant", "manoeuvres", "resultats", "conduite"]


class Spec(BaseSpec):
    """What is planted in the session; the person, the order and the curves are drawn for each patient."""

    type: Literal["seance_spirometrie"] = Field(
        description="Une spirométrie à conduire, de la seringue à la transmission."
    )
    personne: str = Field(min_length=2, max_length=60, description="Le nom de la personne : « Mme Delmas ».")
    medecin: str = Field(
        default="le médecin", min_length=2, max_length=60, description="Son médecin : « le docteur Haddad »."
    )
    etapes: tuple[Etape, ...] = Field(
        default=mots.ETAPES, min_length=1, strict=False, description="Les étapes demandées."
    )
    manoeuvres: tuple[str, ...] = Field(
        default=(BONNE, "arret_premature", "toux_precoce", "demarrage_lent", BONNE),
        strict=False, description=f"Les souffles, de 1 à 8 : {BONNE}, {', '.join(FAUTES)}. L’ordre est tiré ; le dernier reste dernier.",
    )  # fmt: skip
    repetabilite: Literal["bonne", "moyenne"] = Field(
        default="bonne", description="bonne : à 0,15 L près ; moyenne : CVF entre 0,15 et 0,20 L."
    )
    bronchodilatateur: bool = Field(default=False, description="Vrai : le médecin a prescrit un bronchodilatateur.")
    manoeuvres_apres: tuple[str, ...] = Field(
        default=(), strict=False, description="Les souffles après bronchodilatateur, s’il est prescrit."
    )
    gain_vems_pct: float = Field(
        default=4.0, ge=-5, le=40, description="Le gain de VEMS après bronchodilatateur, en %."
    )
    panne_seringue: bool = Field(
        default=False, description="Vrai : chez un patient sur deux environ, l’appareil est déréglé le matin."
    )
    contre_indication: str | None = Field(
        default=None, description="La contre-indication que la personne porte, s’il y en a une."
    )
    ecart_taille_cm: int = Field(
        default=0, ge=-25, le=25, description="L’erreur de la taille saisie au secrétariat, en cm."
    )
    groupe_gli_2012: int | None = Field(
        default=None, ge=1, le=5, description="Le groupe GLI-2012 ; sans lui, seul GLI Global est proposé."
    )


def validate(spec: Spec) -> list[str]:
    """Check the blows, their number, and that the series is complete only with the last one."""
    problems = []
    for champ, noms in (("manoeuvres", spec.manoeuvres), ("manoeuvres_apres", spec.manoeuvres_apres)):
        inconnus = [nom for nom in noms if nom not in (BONNE, *FAUTES)]
        if inconnus:
            problems.append(f"{champ} : « {inconnus[0]} » n’est ni « {BONNE} » ni une des fautes {', '.join(FAUTES)}.")
        elif len(noms) > mots.SOUFFLES_MAX:
            problems.append(f"{champ} : {mots.SOUFFLES_MAX} souffles au plus.")
        elif noms and _complete(noms[:-1]):
            problems.append(
                f"{champ} : la série serait complète avant le dernier souffle (trois VEMS et trois CVF acceptables) ; "
                "retirez des souffles bons, ou ajoutez des fautes qui abîment la même mesure."
            )
    if not spec.manoeuvres:
        problems.append("manoeuvres : donnez au moins un souffle.")
    if len(spec.manoeuvres) + len(spec.manoeuvres_apres) > SOUFFLES_EN_TOUT:
        problems.append(f"manoeuvres : {SOUFFLES_EN_TOUT} souffles au plus en comptant ceux d’après bronchodilatateur.")
    if spec.bronchodilatateur != bool(spec.manoeuvres_apres):
        problems.append("manoeuvres_apres : à donner si « bronchodilatateur: true », et seulement dans ce cas.")
    if spec.contre_indication is not None and spec.contre_indication not in avant_spirometrie.DIALOGUE:
        problems.append(
            f"contre_indication : « {spec.contre_indication} » n’existe pas ; écrivez {', '.join(avant_spirometrie.DIALOGUE)}."
        )
    if list(spec.etapes) != [etape for etape in mots.ETAPES if etape in spec.etapes]:
        problems.append(f"etapes : dans l’ordre, sans répétition, parmi {', '.join(mots.ETAPES)}.")
    if {"resultats", "conduite"} & set(spec.etapes) and "manoeuvres" not in spec.etapes:
        problems.append("etapes : « resultats » et « conduite » demandent « manoeuvres ».")
    if "avant" not in spec.etapes and (spec.contre_indication or spec.panne_seringue or spec.ecart_taille_cm):
        problems.append(
            "etapes : une contre-indication, une panne ou une taille fausse se cherchent à l’étape « avant »."
        )
    return problems


def _complete(noms: tuple[str, ...]) -> bool:
    return all(sum(CONSEQUENCES[nom][i] == "acceptable" for nom in noms) >= 3 for i in (0, 1))


def _scene(spec: Spec) -> seance_spirometrie.Scene:
    return seance_spirometrie.Scene(
        spec.manoeuvres,
        spec.manoeuvres_apres,
        spec.repetabilite,
        spec.gain_vems_pct,
        spec.panne_seringue,
        spec.contre_indication,
        spec.ecart_taille_cm,
        spec.groupe_gli_2012,
    )


def public(spec: Spec) -> dict[str, Any]:
    """Return the words of the session, in an order that tells nothing; nothing of what is planted."""
    return {
        "personne": spec.personne,
        "medecin": spec.medecin,
        "etapes": list(spec.etapes),
        "souffles_max": mots.SOUFFLES_MAX,
        **{nom: _pairs(getattr(mots, nom.upper())) for nom in ("blocs", "debits", "appareil", "familles", "phases")},
        "phrases": {phase: _pairs(phrases) for phase, phrases in mots.PHRASES.items()},
        **{
            nom: _pairs(getattr(mots, nom.upper()))
            for nom in ("noms", "garder", "conseils", "attentes", "grades", "jeux")
        },
        "points_a_verifier": _mixed(mots.POINTS, "points"),
        "lectures": _pairs(mots.LECTURES),
        "groupes": {str(numero): nom for numero, nom in mots.GROUPES.items()},
        "conduites": _mixed(mots.CONDUITES, "conduites"),
    }


def _pairs(words: Mapping[str, str]) -> list[list[str]]:
    return [[nom, texte] for nom, texte in words.items()]


def _mixed(words: Mapping[str, str], label: str) -> list[list[str]]:
    return [[nom, words[nom]] for nom in shuffled(b"seance_spirometrie", label, list(words))]


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the device, the person and the record show for this patient."""
    return seance_spirometrie.record(_scene(spec), patient)


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return what was planted for this patient, and what every part of each series is worth."""
    return Key(frozen_json(verite(_scene(spec), patient)))


def parse(spec: Spec, raw: Any) -> Deroulement:
    """Read the gestures and follow them; raises ``Unreadable``."""
    longueurs = tuple(len(noms) for noms in (spec.manoeuvres, spec.manoeuvres_apres) if noms)
    seance = gestes.lire(raw, connus(spec.etapes), conclusions(spec.etapes, longueurs))
    if not seance.gestes:
        raise Unreadable("Commencez l’examen : aucun geste n’est noté.")
    return suivre(seance, longueurs)


def grade(spec: Spec, key: Key, answer: Deroulement) -> Mark:
    """Judge what was done, blow by blow, and what was concluded."""
    return gestes.juger(spec.points, criteres(spec.etapes, key.attendu, answer), spec.explication, REUSSI)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the blows as she named and kept them, and what she concluded."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("gestes"), list):
        return None
    try:
        parts, numero = [], 0
        for geste in raw["gestes"]:
            if geste["g"] == "souffler":
                numero += 1
            elif geste["g"] == "nommer":
                parts.append(f"souffle {numero} : {mots.NOMS[geste['nom']].lower()}")
            elif geste["g"] == "garder":
                parts.append(f"gardé : {mots.GARDER[geste['garde']]}")
            elif geste["g"] in ("differer", "bronchodilatateur"):
                parts.append({"differer": "examen reporté", "bronchodilatateur": "bronchodilatateur donné"}[geste["g"]])
        donnees = raw.get("conclusion") or {}
        parts += [f"{_dit(nom)} : {donnees[nom]}" for nom in mots.retenus(2) if nom in donnees]
        parts += [f"lecture : {mots.LECTURES[donnees['lecture']].lower()}"] if "lecture" in donnees else []
        parts += [texte for nom, texte in mots.CONDUITES.items() if donnees.get(nom) is True]
    except (KeyError, TypeError, AttributeError):
        return None
    return " | ".join(parts) or f"{len(raw['gestes'])} gestes, sans conclusion"


def _dit(nom: str) -> str:
    """« grade du VEMS, après bronchodilatateur » for « grade_vems_apres »."""
    quoi, mesure, *apres = nom.split("_")
    words = f"{quoi} {'du VEMS' if mesure == 'vems' else 'de la CVF'}"
    return f"{words}, après bronchodilatateur" if apres else words


def samples(spec: Spec, key: Key) -> Samples:
    """A perfect session; the classic faults, one at a time; impossible ones."""
    return exemples.samples(spec.etapes, key.attendu)
