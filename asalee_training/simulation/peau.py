"""Skin of the soles: where a callus, a scar or a wound lies. A filament pressed on it says nothing true."""

from collections.abc import Mapping

from asalee_training.clinical import pied
from asalee_training.simulation import tirage

#: What a nurse may see on a sole, in her words, and the sign of `clinical.pied.urgence` that it is.
NATURES = {"corne": "corne", "cicatrice": "cicatrice", "plaie": "plaie ouverte", "plaie_infectee": "plaie avec du pus"}
SIGNES = {"plaie": ("plaie",), "plaie_infectee": ("plaie", "pus")}
ZONES: tuple[str, ...] = tuple(f"{cote}.{site}" for cote in pied.PIEDS for site in pied.SITES_DIX)
#: Where the profiles draw it: under the heads that carry weight, never on a toe that may be amputated.
APPUIS = ("meta1", "meta5")
PROFILS: Mapping[str, tuple[str, ...]] = {
    "saine": (),
    "corne": ("corne",),
    "corne_et_cicatrice": ("corne", "cicatrice"),
    "plaie": ("plaie",),
    "plaie_infectee": ("plaie_infectee",),
}


def draw(nom: str, seed: bytes, patient: Mapping) -> dict:
    """The lesions of a profile, one on each drawn zone."""
    zones = tirage.shuffled(seed, "peau.zones", [f"{cote}.{site}" for cote in pied.PIEDS for site in APPUIS])
    return {
        "lesions_pied": [{"zone": zone, "nature": nature} for zone, nature in zip(zones, PROFILS[nom], strict=False)]
    }


def check(value: object) -> None:
    """Raise TypeError or ValueError unless the value is a list of {"zone", "nature"}, each zone once."""
    if not isinstance(value, list) or any(set(lesion) != {"zone", "nature"} for lesion in value):
        raise TypeError
    if any(lesion["zone"] not in ZONES or lesion["nature"] not in NATURES for lesion in value):
        raise TypeError
    if len({lesion["zone"] for lesion in value}) != len(value):
        raise ValueError("chaque zone porte une seule lésion.")


def signes(lesions: list[Mapping[str, str]]) -> tuple[str, ...]:
    """Signs that `clinical.pied.urgence` reads; empty when nothing is open."""
    return tuple(sorted({signe for lesion in lesions for signe in SIGNES.get(lesion["nature"], ())}))
