"""``examen_monofilament``: the 10 g monofilament on both feet, from the explanation to the plan.

The raw answer is a session (see ``gestes``): « expliquer », « decouvrir », « prendre_fil », « plier_fil », « demontrer », « yeux »,
« appliquer » for the gestures; for the conclusions a state for each of the six graded sites, and what the case asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.clinical import pied
from asalee_training.exercises import gestes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.examen_monofilament import conclusions, exemples, mots, preparation
from asalee_training.exercises.examen_monofilament import technique as judged
from asalee_training.exercises.gestes import Critere, Seance
from asalee_training.simulation import peau, seance_monofilament

Partie = Literal["sites", "perte", "grade", "iwgdf", "recontrole", "alerte", "conduite"]
Fil = Literal["dix_g", "quatre_g", "coude"]
CONSTATS = ("aomi", "deformation", "ulcere_ancien", "amputation")


class Spec(BaseSpec):
    """A session on both feet. The grade always rests on the three reference sites of each foot."""

    type: Literal["examen_monofilament"] = Field(description="Un examen des pieds au monofilament, à faire.")
    sites: Literal[3, "dix"] = Field(
        default=3, description="3, ou dix : sept sites de plus par pied, à titre d’information, sans note."
    )
    fils: tuple[Fil, ...] = Field(
        default=(),
        strict=False,
        description="Les fils du tiroir, dans l’ordre où elle les voit : dix_g, quatre_g, coude. Rien d’écrit : le bon.",
    )
    conclure: tuple[Partie, ...] = Field(
        default=("sites", "perte", "grade", "recontrole", "alerte", "conduite"),
        strict=False,
        min_length=1,
        description="Ce qu’il faut conclure, parmi sites, perte, grade, iwgdf, recontrole, alerte et conduite.",
    )

    @property
    def tous_les_sites(self) -> tuple[str, ...]:
        return pied.SITES_DIX if self.sites == "dix" else pied.SITES


def validate(spec: Spec) -> list[str]:
    """A part is asked once; among several filaments, the right one can be found."""
    problems = [
        f"« {cle}: » contient deux fois {mot}."
        for cle, donnes in (("conclure", spec.conclure), ("fils", spec.fils))
        for mot in sorted({mot for mot in donnes if donnes.count(mot) > 1})
    ]
    if spec.fils and (mots.BON_FIL not in spec.fils or len(set(spec.fils)) < 2):
        problems.append(
            f"« fils: » demande {mots.BON_FIL} et un autre fil au moins ; sans choix à faire, retirez la ligne."
        )
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the zones with their names, the filaments to choose from, and what is to be concluded."""
    zones = [{"id": zone, "libelle": mots.libelle(zone)} for zone in mots.zones(spec.tous_les_sites)]
    fils = [[fil, mots.FILS[fil]] for fil in spec.fils]
    return {"zones": zones, "fils": fils, "conclusions": mots.questions(spec.conclure)}


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is seen of the feet, and every reply to every application."""
    return seance_monofilament.record(patient, spec.tous_les_sites, spec.fils)


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return what ``clinical.pied`` says of this patient: states, losses, grade, accepted delays.

    Raises ``MissingField`` for a field that it reads, ``ValueError`` for a site that cannot be tested and is no toe.
    """
    for champ in ("monofilament", *CONSTATS, *(("dialyse",) if "iwgdf" in spec.conclure else ())):
        if champ not in patient:
            raise MissingField(champ)
    feet, lesions = patient["monofilament"], list(patient.get("lesions_pied", ()))
    lu = pied.perte_sensibilite(feet["droit"], feet["gauche"])
    if any(etat == "non_testable" and not zone.endswith(".hallux") for zone, etat in lu.sites.items()):
        raise ValueError("monofilament : seul un gros orteil, amputé, peut être non testable dans cet exercice.")
    signes = peau.signes(lesions)
    gradable = pied.gradation_possible(signes)
    constats = {"perte_sensibilite": lu.perte, **{champ: patient[champ] for champ in CONSTATS}}
    ecart = pied.desaccord(**constats, dialyse=patient.get("dialyse", False))
    zones = mots.zones(spec.tous_les_sites)
    return Key(
        {
            "etats": dict(lu.sites),
            "perte": {cote: _perte(lu, cote) for cote in pied.PIEDS},
            "perte_patient": lu.perte,
            "grade": str(ecart.grade) if gradable else "aucun",
            "iwgdf": str(ecart.categorie) if gradable else "aucun",
            "recontrole": _delais(ecart.niveau_suivi),
            "mois_max": pied.intervalle_mois(max(ecart.niveau_suivi - 1, 0))[1] if ecart.niveau_suivi else 24,
            "alerte": _alertes(signes, ecart),
            "lesions": [x["zone"] for x in lesions if x["nature"] not in peau.SIGNES and x["zone"] in zones],
            "plaies": [x["zone"] for x in lesions if x["nature"] in peau.SIGNES],
            "fils": list(spec.fils),
            "corne": any(x["nature"] == "corne" for x in lesions),
        }
    )


def _perte(lu: pied.PerteSensibilite, cote: str) -> str:
    if getattr(lu, cote):
        return "oui"
    return "incomplet" if "non_testable" in {e for z, e in lu.sites.items() if z.startswith(f"{cote}.")} else "non"


def _delais(niveau: int) -> list[str]:
    """Any interval inside the IWGDF range; « à chaque consultation » too as soon as there is a risk."""
    low, high = pied.intervalle_mois(niveau)
    inside = [mot for mot, (short, long) in mots.MOIS.items() if low <= short and long <= high]
    return inside if not niveau or "chaque_consultation" in inside else [*inside, "chaque_consultation"]


def _alertes(signes: tuple[str, ...], ecart: pied.Desaccord) -> list[str]:
    """Accepted delays of the alert, the most urgent first (teaching convention)."""
    if urgence := pied.urgence(signes):
        levels = list(mots.ALERTES)
        rang = levels.index(urgence.niveau)
        return levels[max(rang - 1, 0) : rang + 1] if rang else levels[:1]
    if ecart.alerte or ecart.grade >= 2:
        return ["jour_meme", "quelques_jours"]
    return ["jour_meme", "quelques_jours", "programme"] if ecart.grade else ["programme", "dossier"]


def parse(spec: Spec, raw: Any) -> Seance:
    """Read the session; a foot still covered cannot be touched, nor without a filament; a sham application touches nothing."""
    seance = gestes.lire(raw, mots.connus(spec.tous_les_sites, spec.fils), mots.conclusions(spec.conclure))
    if spec.fils and seance.rang("appliquer") < seance.rang("prendre_fil"):
        raise Unreadable(gestes.ILLISIBLE)
    nus: set[str] = set()
    for geste in seance.gestes:
        if geste["g"] == "decouvrir":
            nus |= set(pied.PIEDS) if geste["pied"] == "deux" else {geste["pied"]}
        elif geste["g"] == "appliquer":
            touche = geste["contact_ms"] > 0 or geste["plie"] or geste["glisse"]
            if geste["zone"].split(".")[0] not in nus or touche != (geste["application"] == "reelle"):
                raise Unreadable(gestes.ILLISIBLE)
    return seance


def grade(spec: Spec, key: Key, answer: Seance) -> Mark:
    """Judge the session criterion by criterion."""
    reussi = "Votre examen est complet, et ce que vous en concluez est exact."
    return gestes.juger(spec.points, criteres(spec, key, answer), spec.explication, reussi)


def criteres(spec: Spec, key: Key, seance: Seance) -> Iterator[Critere]:
    """Everything that is judged. Before an open wound the examination stops: what it would have shown is not called."""
    examen = judged.regarder(seance, key.attendu)
    yield from preparation.accueil(examen)
    if key.attendu["plaies"]:
        yield from preparation.plaie(examen)
    else:
        yield from preparation.preparation(examen)
        yield from judged.technique(examen)
        yield from judged.interrogatoire(examen)
        if "sites" in spec.conclure:
            yield from (conclusions.site(examen, zone) for zone in key.attendu["etats"])
        if "perte" in spec.conclure:
            yield from conclusions.perte(examen)
    yield from conclusions.suite(spec.conclure, examen)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return how many applications were made, and what was concluded."""
    try:
        seance = gestes.lire(raw, mots.connus(pied.SITES_DIX, tuple(mots.FILS)), mots.conclusions(tuple(mots.PARTIES)))
    except Unreadable:
        return None
    appuis = seance.tous("appliquer")
    fictives = sum(geste["application"] == "fictive" for geste in appuis)
    parts = [f"Applications : {len(appuis)}, dont {fictives} fictive{'s' if fictives > 1 else ''}"]
    for part in mots.questions(tuple(mots.PARTIES)):
        for question in part["questions"]:
            donne = seance.conclusion.get(question["nom"])
            if isinstance(donne, str):
                texte = dict(question["options"])[donne]
                parts.append(f"{question['titre'] or part['titre']} : {texte[0].lower()}{texte[1:]}")
            elif donne:
                parts.append(question["titre"])
    return " ; ".join(parts) + "."


def samples(spec: Spec, key: Key) -> Samples:
    """A perfect session written in two ways; one fault at a time; what cannot have been done."""
    return exemples.samples(spec.tous_les_sites, spec.conclure, key.attendu)
