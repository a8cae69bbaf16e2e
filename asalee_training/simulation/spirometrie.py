"""Spirometric profiles: a VEMS and a CVF whose reading is never on a threshold.

A profile draws the z-scores of VEMS/CVF and of CVF, turns them into litres with GLI Global, rounds to 0.01 L,
and keeps the pair only if what a trainee will compute from the rounded values is clear: see `clear`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs
from asalee_training.clinical import spirometrie as clinical
from asalee_training.simulation import tirage

TRIES = 300
Z_LIMIT = 1.645


@dataclass(frozen=True)
class Profil:
    """Ranges of z-scores, the pattern promised, and whether VEMS/CVF is promised below 70 %."""

    z_rapport: tuple[float, float]
    z_cvf: tuple[float, float]
    motif: str
    sous_70: bool


PROFILS: Mapping[str, Profil] = {
    "normal": Profil((-0.9, 1.1), (-1.0, 1.2), "normale", False),
    "obstructif_leger": Profil((-2.15, -1.8), (-1.0, 0.6), "obstruction", True),
    "obstructif_modere": Profil((-3.4, -2.2), (-1.2, 0.4), "obstruction", True),
    "obstructif_severe": Profil((-4.4, -3.5), (-1.4, 0.0), "obstruction", True),
    # low CVF and VEMS together, ratio kept: the usual face of a possible restriction
    "restrictif_possible": Profil((-0.8, 0.8), (-3.0, -1.9), "prism_possible", False),
}


def draw(nom: str, seed: bytes, patient: Mapping) -> dict:
    """{"vems_l", "cvf_l"} for a patient with sexe, age and taille_cm; ValueError if it cannot be."""
    profil = PROFILS[nom]
    references = {
        indice: clinical.reference(indice, patient["sexe"], patient["age"], patient["taille_cm"])
        for indice in ("vems", "cvf", "vems_cvf")
    }
    for attempt in range(TRIES):
        label = f"spirometrie.{attempt}"
        z_rapport = tirage.between(seed, f"{label}.z_rapport", *profil.z_rapport)
        z_cvf = tirage.between(seed, f"{label}.z_cvf", *profil.z_cvf)
        try:
            cvf_l = round(references["cvf"].valeur(z_cvf), 2)
            vems_l = round(cvf_l * references["vems_cvf"].valeur(z_rapport), 2)
        except ValueError:  # no value at so low a z-score
            continue
        if clear(profil, references, vems_l, cvf_l):
            return {"vems_l": vems_l, "cvf_l": cvf_l}
    raise inputs.refusal(
        f"spirometrie : le profil « {nom} » ne donne aucun résultat net pour une personne "
        f"({patient['sexe']}) de {patient['age']} ans et {inputs.shown(patient['taille_cm'])} cm. "
        "Changez l’âge, la taille ou le profil."
    )


def clear(profil: Profil, references: Mapping, vems_l: float, cvf_l: float) -> bool:
    """The pair reads as the profile says, with room on every side.

    Room: 0.15 z around the limit of the ratio, 0.1 z around the limits of VEMS and CVF and between
    severities, 0.6 point around 70 %; the fixed ratio and the lower limit agree.
    """
    if not 0.5 <= vems_l <= 0.97 * cvf_l or vems_l / cvf_l < 0.28:
        return False
    z_vems, z_cvf = references["vems"].z(vems_l), references["cvf"].z(cvf_l)
    z_rapport = references["vems_cvf"].z(vems_l / cvf_l)
    pct = 100 * vems_l / cvf_l
    return (
        clinical.motif(z_vems, z_cvf, z_rapport) == profil.motif
        and abs(z_rapport + Z_LIMIT) >= 0.15
        and abs(z_cvf + Z_LIMIT) >= 0.1
        and all(abs(z_vems - limit) >= 0.1 for limit in (-Z_LIMIT, -2.5, -4))
        and (pct <= 69.4 if profil.sous_70 else pct >= 70.6)
    )
