"""What a patient answers when the 10 g filament is applied: a table of replies, from a threshold at each site.

A site has a threshold in grams, and a touch is felt with a probability that grows with the force that the skin
receives (a normal law of the logarithm of their ratio). At the filament's own force the replies are those of the
patient's `monofilament` field: a session well done finds what the rest of the case holds. A touch too short, oblique
or on a callus gives the skin less, and so does a filament of another size, or one that stayed bent; a long or
sliding one gives more, and the reply misleads.
"""

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from statistics import NormalDist
from typing import Any

from asalee_training.clinical import pied
from asalee_training.simulation import tirage

NON, OUI, AILLEURS = 0, 1, 2
#: Force that the skin receives, in g, by level of the touch; `NOMINAL` is the filament well applied.
FORCES_G = (1.0, 3.0, 10.0, 26.0, 60.0)
NOMINAL = 2
#: Through a callus or a scar, the skin receives this share of the force.
SUR_LESION = 0.2
#: Share of the 10 g that each filament of the drawer gives. 4.56 is 4 g (Touch-Test instructions, North Coast Medical, 2011,
#: quoted in PMC7873561); how early a bent one buckles is our choice.
FILS = {"dix_g": 1.0, "quatre_g": 0.4, "coude": 0.5}
#: Range of the thresholds, in g, where sensation is present and where it is lost; spread of the law, in log10.
PRESENT_G, ABSENT_G, ETENDUE = (2.0, 5.0), (16.0, 50.0), 0.16
#: Replies kept in each list; the last one goes on for any further application.
LONGUEUR = 6
#: Share of « oui » to a leading question: touched, not touched. Share of misses told at another place.
SUGGESTION, AILLEURS_PART = (0.92, 0.75), 0.12
#: Sites that are not graded, on a foot where a graded one is lost: share that is lost too.
AVANT_PIED, ARRIERE_PIED = 0.55, 0.2
AVANT = ("orteil3", "orteil5", "meta3", "dos_premier_espace")
_ARTERES = {"pedieux": "pedieux", "tibial_posterieur": "tibial"}
#: Deformities that can be seen on a sole, by the beginning of their name.
FORMES = {
    "hallux valgus": "hallux_valgus",
    "orteils en griffe": "griffe",
    "orteils en marteau": "griffe",
    "proéminence": "proeminence",
}


def record(patient: Mapping, sites: Sequence[str] = pied.SITES, fils: Sequence[str] = ()) -> dict:
    """The recording of a session, for its page: what is seen of the feet, and every reply that may be needed.

    patient: its `monofilament`, and, where it has them, lesions, deformities, amputations, pulses and history.
    fils: the filaments to choose from, if any; `fils` of each site then holds what each of them makes the person say.
    {"sexe", "sites", "amputes", "lesions", "formes", "observations", "pouls", "antecedents", "reponses"}. A reply is 0
    « non », 1 « oui », 2 « oui », at another place. Raises KeyError when the patient has no `monofilament`.
    """
    lesions = list(patient.get("lesions_pied", ()))
    zones = [f"{cote}.{site}" for cote in pied.PIEDS for site in sites]
    states = etats(patient, sites)
    seen = {lesion["zone"] for lesion in lesions}
    return {
        "sexe": patient.get("sexe", ""),
        "sites": list(sites),
        "amputes": [zone for zone in zones if states[zone] == "non_testable"],
        "lesions": lesions,
        "formes": {cote: _shapes(patient.get("deformations", ()), cote) for cote in pied.PIEDS},
        "observations": [*patient.get("deformations", ()), *patient.get("amputations", ())],
        "pouls": _pulses(patient),
        "antecedents": _history(patient),
        "reponses": {
            zone: _replies(patient, zone, states[zone], zone in seen, fils)
            for zone in zones
            if states[zone] != "non_testable"
        },
    }


def etats(patient: Mapping, sites: Sequence[str] = pied.SITES) -> dict[str, str]:
    """State of each zone: what the patient's replies say at the graded sites, a draw at the others."""
    feet = patient["monofilament"]
    graded = pied.perte_sensibilite(feet["droit"], feet["gauche"])
    states = {}
    for cote in pied.PIEDS:
        for site in sites:
            zone = f"{cote}.{site}"
            if zone in graded.sites:
                states[zone] = graded.sites[zone]
            else:
                share = (AVANT_PIED if site in AVANT else ARRIERE_PIED) if getattr(graded, cote) else 0
                lost = tirage.uniform(_seed(patient), f"seance.{zone}.etat") < share
                states[zone] = "absent" if lost else "present"
    return states


def seuil_g(patient: Mapping, zone: str, etat: str) -> float:
    """Threshold of a zone, in g: the force that is felt once in two."""
    low, high = (math.log10(bound) for bound in (PRESENT_G if etat == "present" else ABSENT_G))
    return 10 ** tirage.between(_seed(patient), f"seance.{zone}.seuil", low, high)


def percue(force_g: float, seuil: float) -> float:
    """Probability that a touch of this force is felt."""
    return NormalDist().cdf(math.log10(force_g / seuil) / ETENDUE)


def _replies(patient: Mapping, zone: str, etat: str, lesion: bool, fils: Sequence[str]) -> dict[str, Any]:
    cote, site = zone.split(".")
    field = patient["monofilament"][cote].get(site)
    seed, felt = _seed(patient), etat == "present"
    written = [r["reponse"] == "oui" for r in field if r["application"] == "reelle"] if field else []
    shams = [r["reponse"] == "oui" for r in field if r["application"] == "fictive"] if field else []
    nominal = [*written, *[felt] * LONGUEUR][:LONGUEUR]
    seuil = seuil_g(patient, zone, etat)
    draws = [_draw(seed, f"seance.{zone}.{k}", percue(FORCES_G[NOMINAL], seuil), nominal[k]) for k in range(LONGUEUR)]
    elsewhere = [not felt and tirage.uniform(seed, f"seance.{zone}.{k}.lieu") < AILLEURS_PART for k in range(LONGUEUR)]

    def under(force_g: float) -> list[int]:
        chance = percue(force_g, seuil)
        return [OUI if u < chance else AILLEURS if lost else NON for u, lost in zip(draws, elsewhere, strict=True)]

    replies: dict[str, Any] = {
        "touches": [under(force) for force in FORCES_G],
        "sans": [OUI if yes else NON for yes in [*shams, *[False] * LONGUEUR][:LONGUEUR]],
        "menees": [
            [int(tirage.uniform(seed, f"seance.{zone}.{k}.menee.{kind}") < share) for k in range(LONGUEUR)]
            for kind, share in enumerate(SUGGESTION)
        ],
    }
    if fils:
        replies["fils"] = {fil: [under(force * FILS[fil]) for force in FORCES_G] for fil in fils}
    if lesion:
        replies["lesion"] = under(FORCES_G[NOMINAL] * SUR_LESION)
    return replies


def _draw(seed: bytes, label: str, chance: float, felt: bool) -> float:
    """A uniform draw that agrees with what was answered at the nominal force: below `chance` when it was felt."""
    share = tirage.uniform(seed, label)
    return share * chance if felt else chance + share * (1 - chance)


def _seed(patient: Mapping) -> bytes:
    """The patient is the seed: the same patient answers the same, whoever examines them."""
    return hashlib.sha256(json.dumps(patient, sort_keys=True, ensure_ascii=False).encode()).digest()


def _shapes(deformations: Sequence[str], cote: str) -> list[str]:
    seen = [text for text in deformations if cote in text]
    return sorted({forme for name, forme in FORMES.items() for text in seen if text.startswith(name)})


def _pulses(patient: Mapping) -> dict:
    return {
        cote: {nom: patient[f"pouls_{artere}_{cote}"] for nom, artere in _ARTERES.items()}
        for cote in pied.PIEDS
        if all(f"pouls_{artere}_{cote}" in patient for artere in _ARTERES.values())
    }


def _history(patient: Mapping) -> list[str]:
    """What the record says of the past, as sentences."""
    lines = []
    if "ulcere_ancien" in patient:
        said = "Antécédent" if patient["ulcere_ancien"] else "Aucun antécédent"
        lines.append(f"{said} d’ulcération du pied de plus de 4 semaines.")
    if "dialyse" in patient:
        lines.append("Dialyse en cours." if patient["dialyse"] else "Pas de dialyse.")
    return lines
