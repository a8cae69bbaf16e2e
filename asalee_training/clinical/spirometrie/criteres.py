"""Is one manoeuvre acceptable, or at least usable, for the VEMS and for the CVF?

What the operator saw comes as observations, what the curve says comes from `analyser`. There is no minimum time of
expiration, and a missing final inspiration rejects nothing.
Source: Graham, ATS/ERS 2019, Am J Respir Crit Care Med 2019;200:e70, table 7; its columns are from memory.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.manoeuvre import Manoeuvre
from asalee_training.clinical.spirometrie.qualite import millilitre, tolerance_l

#: What the operator must have looked at, each True when the fault was there.
OBSERVATIONS = (
    "zero_defectueux",
    "toux_premiere_seconde",
    "glotte_premiere_seconde",
    "glotte_apres",
    "embout_obstrue",
    "fuite",
)
ETATS = ("acceptable", "utilisable", "inutilisable")
MESURES = ("vems", "cvf")
CONVENTIONS_EOFE = ("formation", "texte")
NORMES_VRE = {"ats_ers_2019": "vre_min_l", "ats_2005": "vre_min_2005_l"}


@dataclass(frozen=True)
class Acceptabilite:
    """State of the VEMS and of the CVF of one manoeuvre, each a word of ETATS.

    defauts_vems, defauts_cvf: criteria that fail for that measure, by their names in
    `references/spirometrie_criteres.csv`, and "moins_d_une_seconde" for a VEMS that does not exist.
    fin_expiration: indicators of the end that are met, among "plateau", "quinze_secondes", "cvf_precedente".
    """

    vems: str
    cvf: str
    defauts_vems: tuple[str, ...]
    defauts_cvf: tuple[str, ...]
    fin_expiration: tuple[str, ...]


def acceptabilite(
    manoeuvre: Manoeuvre,
    observations: Mapping[str, bool],
    cvf_precedentes_l: Iterable[float],
    age: float,
    convention_eofe: str = "formation",
) -> Acceptabilite:
    """State of one manoeuvre.

    observations: the six words of OBSERVATIONS, each True when the fault was seen (age up to 6: the first second is
    then the first 0.75 s). cvf_precedentes_l: CVF (0.1-15 L) of every earlier manoeuvre of the same set, acceptable
    or not; empty for the first. age: 3-120 years. convention_eofe: see `fin_expiration`. Volumes are compared to the
    millilitre. ValueError on missing or impossible input. "Usable" columns known from memory, to be verified.
    Source: Graham, ATS/ERS 2019, table 7 (2019).
    """
    _manoeuvre(manoeuvre)
    _observations(observations)
    fin = fin_expiration(manoeuvre, cvf_precedentes_l, age, convention_eofe)
    failed = {name for name, seen in observations.items() if seen}
    if millilitre(manoeuvre.vre_l) > limite_vre_l(manoeuvre.cvf_l):
        failed.add("vre")
    if not fin:
        failed.add("fin_expiration")
    if _inspiration_too_large(manoeuvre):
        failed.add("cvif")
    etats, defauts = {}, {}
    for mesure in MESURES:
        defauts[mesure] = tuple(name for name in _needed(f"acceptable_{mesure}") if name in failed)
        unusable = any(name in failed for name in _needed(f"utilisable_{mesure}"))
        etats[mesure] = "inutilisable" if unusable else "utilisable" if defauts[mesure] else "acceptable"
    if manoeuvre.vems_l is None:
        etats["vems"], defauts["vems"] = "inutilisable", (*defauts["vems"], "moins_d_une_seconde")
    return Acceptabilite(etats["vems"], etats["cvf"], defauts["vems"], defauts["cvf"], fin)


def fin_expiration(
    manoeuvre: Manoeuvre, cvf_precedentes_l: Iterable[float], age: float, convention_eofe: str = "formation"
) -> tuple[str, ...]:
    """Indicators met of the end of the forced expiration; one is enough.

    "plateau": at most 25 mL in the last second. "quinze_secondes": from time zero. "cvf_precedente": CVF above the
    largest earlier one, or below by no more than the repeatability tolerance; cvf_precedentes_l and age as in
    `acceptabilite`. In the "formation" convention this third one also needs a last second that brought no more than
    that tolerance: manoeuvres cut at the same instant agree without knowing the CVF. "texte": without this condition.
    ValueError on impossible input.
    Source: Graham, ATS/ERS 2019, table 7 (2019); the condition is a teaching convention, to be verified.
    """
    _manoeuvre(manoeuvre)
    inputs.one_of("Convention de fin d’expiration", convention_eofe, CONVENTIONS_EOFE)
    precedentes = _earlier(cvf_precedentes_l)
    seuils = reference_data.thresholds("spirometrie_qualite")
    largest = max(precedentes, default=manoeuvre.cvf_l)
    tolerance, last = tolerance_l(age, largest), manoeuvre.volume_derniere_seconde_l
    repeats = bool(precedentes) and millilitre(largest - manoeuvre.cvf_l) <= tolerance
    fading = last is not None and millilitre(last) <= tolerance
    met = {
        "plateau": last is not None and millilitre(last) <= seuils["plateau_l"],
        "quinze_secondes": round(manoeuvre.tef_s, 3) >= seuils["tef_s"],
        "cvf_precedente": repeats and (fading or convention_eofe == "texte"),
    }
    return tuple(name for name, reached in met.items() if reached)


def limite_vre_l(cvf_l: float, norme: str = "ats_ers_2019") -> float:
    """Largest accepted back-extrapolated volume in litres: 5 % of the CVF (0.1-15 L) or, where that is more, 0.100 L.

    norme: "ats_2005" had 0.150 L. ValueError on an impossible CVF.
    Source: Graham, ATS/ERS 2019, table 7 (2019); Miller, ATS/ERS 2005, Eur Respir J 2005;26:319 (2005).
    """
    seuils = reference_data.thresholds("spirometrie_qualite")
    cvf = inputs.number("CVF", cvf_l, 0.1, 15, "L")
    inputs.one_of("Norme", norme, NORMES_VRE)
    return millilitre(max(seuils["vre_part"] * cvf, seuils[NORMES_VRE[norme]]))


def _inspiration_too_large(manoeuvre: Manoeuvre) -> bool:
    if manoeuvre.cvif_l is None:
        return False
    seuils = reference_data.thresholds("spirometrie_qualite")
    limit = max(seuils["cvif_part"] * manoeuvre.cvf_l, seuils["cvif_min_l"])
    return millilitre(manoeuvre.cvif_l - manoeuvre.cvf_l) > millilitre(limit)


@cache
def _needed(column: str) -> tuple[str, ...]:
    return tuple(row["critere"] for row in reference_data.rows("spirometrie_criteres") if row[column] == "oui")


def _manoeuvre(manoeuvre: object) -> None:
    if not isinstance(manoeuvre, Manoeuvre):
        raise inputs.refusal(f"Manœuvre : {inputs.shown(manoeuvre)} n’est pas le résultat de « analyser ».")


def _observations(observations: object) -> None:
    if not isinstance(observations, Mapping) or set(observations) != set(OBSERVATIONS):
        given = observations if isinstance(observations, Mapping) else ()
        missing = ", ".join(name for name in OBSERVATIONS if name not in given) or "aucune"
        raise inputs.refusal(
            f"Observations : {', '.join(OBSERVATIONS)} sont attendues, et elles seules. Manquantes : {missing}."
        )
    for name in OBSERVATIONS:
        inputs.boolean(f"Observation {name}", observations[name])


def _earlier(cvf_precedentes_l: Iterable[float]) -> list[float]:
    if isinstance(cvf_precedentes_l, str | Mapping) or not isinstance(cvf_precedentes_l, Iterable):
        raise inputs.refusal(
            f"CVF précédentes : {inputs.shown(cvf_precedentes_l)} n’est pas une suite de volumes, en L."
        )
    return [inputs.number("CVF précédente", cvf, 0.1, 15, "L") for cvf in cvf_precedentes_l]
