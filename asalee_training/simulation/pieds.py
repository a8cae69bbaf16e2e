"""Foot profiles: answers to the monofilament, pulses, pressures and deformities that agree."""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import pied
from asalee_training.simulation import tirage

#: Ankle-brachial indices that the French and ESC conventions read differently, or nearly: never drawn.
IPS_NORMAL = (1.02, 1.24)
IPS_AOMI = (0.50, 0.84)
#: The two legs never have the same index: who takes one for the other is wrong, whoever the person is.
ECART_IPS = 0.04
DEFORMATIONS = (
    "hallux valgus",
    "orteils en griffe",
    "orteils en marteau",
    "proéminence des têtes métatarsiennes",
)
DE_CE_PIED = {"droit": "du pied droit", "gauche": "du pied gauche"}
FEMININ = {"droit": "droite", "gauche": "gauche"}


@dataclass(frozen=True)
class Profil:
    """Findings that a profile promises; everything else is normal."""

    neuropathie: bool = False
    deformation: bool = False
    aomi: bool = False
    amputation: bool = False


PROFILS: Mapping[str, Profil] = {
    "sans_neuropathie": Profil(),
    "neuropathie_isolee": Profil(neuropathie=True),
    "neuropathie_deformation": Profil(neuropathie=True, deformation=True),
    "neuropathie_aomi": Profil(neuropathie=True, aomi=True),
    "aomi_isolee": Profil(aomi=True),
    "amputation": Profil(neuropathie=True, amputation=True),
}


def draw(nom: str, seed: bytes, patient: Mapping) -> dict:
    """Every field of the feet. Past ulcer and dialysis are the author's to add: absent here."""
    profil = PROFILS[nom]
    amputes = [f"{tirage.choice(seed, 'pieds.amputation', pied.PIEDS)}.hallux"] if profil.amputation else []
    absents = _insensate(seed, amputes) if profil.neuropathie else set()
    monofilament = {
        cote: {
            site: "non_testable"
            if f"{cote}.{site}" in amputes
            else _replies(seed, f"pieds.monofilament.{cote}.{site}", f"{cote}.{site}" in absents)
            for site in pied.SITES
        }
        for cote in pied.PIEDS
    }
    return {
        "monofilament": monofilament,
        "deformation": profil.deformation,
        "deformations": _deformities(seed) if profil.deformation else [],
        "amputation": profil.amputation,
        "amputations": [f"amputation du gros orteil {zone.split('.')[0]}" for zone in amputes],
        "ulcere_ancien": False,
        "dialyse": False,
        **_arteries(seed, profil.aomi),
    }


def _insensate(seed: bytes, amputes: list[str]) -> set[str]:
    zones = [f"{cote}.{site}" for cote in pied.PIEDS for site in pied.SITES]
    testable = [zone for zone in tirage.shuffled(seed, "pieds.zones", zones) if zone not in amputes]
    return set(testable[: tirage.step(seed, "pieds.zones.nombre", 1, 4, 1)])


def _replies(seed: bytes, label: str, absent: bool) -> list[dict[str, str]]:
    """Three replies in a drawn order: at an insensate site two or three are wrong, elsewhere one at most."""
    order = tirage.shuffled(seed, f"{label}.ordre", ["reelle", "reelle", "fictive"])
    u = tirage.uniform(seed, f"{label}.reponses")
    if absent:
        # feels nothing: "non" everywhere (the sham is right); or guesses "oui" at the sham; or feels one real
        felt, sham_felt = (0, False) if u < 0.75 else (0, True) if u < 0.9 else (1, True)
    else:
        felt, sham_felt = (2, False) if u < 0.7 else (1, False) if u < 0.85 else (2, True)
    replies = []
    for application in order:
        if application == "fictive":
            says = sham_felt
        else:
            says, felt = felt > 0, felt - 1
        replies.append({"application": application, "reponse": "oui" if says else "non"})
    return replies


def _deformities(seed: bytes) -> list[str]:
    names = tirage.shuffled(seed, "pieds.deformations", DEFORMATIONS)
    names = names[: tirage.step(seed, "pieds.deformations.nombre", 1, 2, 1)]
    return [f"{name} {DE_CE_PIED[tirage.choice(seed, f'pieds.deformations.{name}', pied.PIEDS)]}" for name in names]


def _arteries(seed: bytes, aomi: bool) -> dict:
    """Pulses and pressures; on a diseased leg both pulses are missing and the index is low."""
    malades: tuple[str, ...] = ()
    if aomi:
        malades = tirage.choice(seed, "pieds.aomi", (("droit",), ("gauche",), ("droit", "gauche")))
    bras = tirage.step(seed, "pieds.bras", 112, 158, 2)
    fields = {"aomi": aomi, "pression_bras_mmhg": bras}
    voisin = 0.0
    for cote in pied.PIEDS:
        malade = cote in malades
        bornes = IPS_AOMI if malade else IPS_NORMAL
        cible = tirage.between(seed, f"pieds.ips.{cote}", *bornes)
        if abs(cible - voisin) < ECART_IPS:
            cible = voisin + (ECART_IPS if voisin + ECART_IPS < bornes[1] else -ECART_IPS)
        voisin = cible
        cheville = round(bras * cible)
        fields[f"pression_cheville_{FEMININ[cote]}_mmhg"] = cheville
        fields[f"ips_{cote}"] = round(pied.ips(cheville, bras), 2)
        fields[f"pouls_pedieux_{cote}"] = fields[f"pouls_tibial_{cote}"] = not malade
    return fields
