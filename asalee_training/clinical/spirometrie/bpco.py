"""Classifications of COPD: GOLD grade, ABE group, mMRC and CAT scales, STAR stage, FEV1Q.

They read the ratio and the VEMS after bronchodilator, in %, where `lecture.severite` reads z-scores. The GOLD
grade and the ERS/ATS severity disagree on many people: show both, never mix them. Diagnosis, its announcement
and treatment belong to the physician.
"""

from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.lecture import percentage

VERSIONS_ABE = ("2023_2025", "2026")
SEXES = ("femme", "homme")


def gold(vems_pct_theorique: float, rapport_post_pct: float) -> int | None:
    """GOLD grade 1-4, or None when the ratio after bronchodilator is 70 % or more: no grade applies then.

    vems_pct_theorique: VEMS after bronchodilator in % of predicted (5-200); rapport_post_pct: VEMS/CVF in %
    (10-100), as `rapport_vems_cvf` returns it. Raises ValueError outside: fractions are refused.
    The grade uses % of predicted, the ERS/ATS severity z-scores: they are not interchangeable.
    Source: GOLD 2026 report, figure 2.10, as quoted by the pft package (2026).
    """
    vems = percentage("VEMS en % du théorique", vems_pct_theorique, 5, 200)
    rapport = percentage("Rapport VEMS/CVF après bronchodilatateur", rapport_post_pct)
    seuils = _thresholds()
    if rapport >= seuils["rapport_fixe_pct"]:
        return None
    return 1 + sum(vems < seuils[name] for name in ("gold_1_pct", "gold_2_pct", "gold_3_pct"))


def rapport_a_confirmer(rapport_post_pct: float) -> bool:
    """True when a single ratio after bronchodilator, in % (10-100), must be confirmed by a repeat: 60 to 80 %.

    Both limits are included. Raises ValueError outside 10-100.
    Source: GOLD reports, from general knowledge [K], to be verified (à vérifier).
    """
    rapport = percentage("Rapport VEMS/CVF après bronchodilatateur", rapport_post_pct)
    seuils = _thresholds()
    return seuils["rapport_a_confirmer_min_pct"] <= rapport <= seuils["rapport_a_confirmer_max_pct"]


def bronchodilatateur_requis(rapport_pre_pct: float) -> bool:
    """True when a ratio before bronchodilator, in % (10-100), is below 70: measure it again after.

    At 70 % or more COPD can be ruled out without bronchodilator. Raises ValueError outside 10-100.
    The test needs a medical prescription. Source: GOLD 2025, general knowledge [K], to be verified (à vérifier).
    """
    rapport = percentage("Rapport VEMS/CVF avant bronchodilatateur", rapport_pre_pct)
    return rapport < _thresholds()["rapport_fixe_pct"]


def abe(exacerbations_moderees: int, exacerbations_hospitalisees: int, cat: int, mmrc: int, version: str) -> str:
    """ABE group of a person with COPD: "A", "B" or "E". `version` has no default: the reports differ.

    exacerbations_moderees: in the last 12 months, not hospitalised (0-50); exacerbations_hospitalisees: 0-50;
    cat: total 0-40; mmrc: 0-4; version: "2023_2025" (E from 2 moderate or 1 hospitalised) or "2026" (E from
    1 of any). Raises ValueError outside. One public tool labelled 2026 still uses 2: to be verified.
    Source: GOLD 2023-2025 reports; GOLD 2026 as quoted by secondary sources (December 2025, à vérifier).
    """
    moderees = inputs.integer("Exacerbations modérées en 12 mois", exacerbations_moderees, 0, 50)
    hospitalisees = inputs.integer("Exacerbations hospitalisées en 12 mois", exacerbations_hospitalisees, 0, 50)
    cat, mmrc = inputs.integer("Total CAT", cat, 0, 40), inputs.integer("mMRC", mmrc, 0, 4)
    inputs.one_of("Version de GOLD", version, VERSIONS_ABE)
    seuils = _thresholds()
    if moderees >= seuils[f"abe_moderees_{version}"] or hospitalisees >= seuils[f"abe_hospitalisees_{version}"]:
        return "E"
    return "B" if mmrc >= seuils["abe_mmrc"] or cat >= seuils["abe_cat"] else "A"


def libelle_mmrc(niveau: int) -> str:
    """French description of an mMRC level, 0-4. Raises ValueError for anything else.

    Source: mMRC dyspnoea scale, wording from general knowledge [K], to be verified (à vérifier).
    """
    return _mmrc()[inputs.integer("mMRC", niveau, 0, 4)]


def bande_cat(total: int) -> str:
    """Band of a CAT total (0-40): "faible" (below 10), "moyen" (10-20), "eleve" (21-30), "tres_eleve" (above 30).

    Only the total is entered: the items are under copyright. Raises ValueError outside 0-40.
    Source: Jones, CAT user guide, from general knowledge [K], to be verified (à vérifier).
    """
    total = inputs.integer("Total CAT", total, 0, 40)
    seuils = _thresholds()
    names = ("faible", "moyen", "eleve", "tres_eleve")
    return names[sum(total >= seuils[name] for name in ("cat_moyen", "cat_eleve", "cat_tres_eleve"))]


def star(rapport_post_pct: float) -> int | None:
    """STAR stage 1-4 from the ratio after bronchodilator alone, in % (10-100); None at 70 % or more.

    Raises ValueError outside. Optional reading: name it when you use it.
    Source: STAR (Bhatt, Am J Respir Crit Care Med 2023), limits read in a published package [P] (à vérifier).
    """
    rapport = percentage("Rapport VEMS/CVF après bronchodilatateur", rapport_post_pct)
    seuils = _thresholds()
    if rapport >= seuils["rapport_fixe_pct"]:
        return None
    return 1 + sum(rapport < seuils[name] for name in ("star_1_pct", "star_2_pct", "star_3_pct"))


def vems_q(vems_l: float, sexe: str) -> float:
    """FEV1Q: VEMS (0.05-12 L) over the first percentile of its sex, 0.5 L for a man, 0.4 L for a woman.

    sexe: "femme" or "homme". Raises ValueError outside. Needs neither height nor reference equations.
    Source: Miller and Pedersen, Eur Respir J 2010;35:873, values read in a published package [P] (à vérifier).
    """
    vems = inputs.number("VEMS", vems_l, 0.05, 12, "L")
    return vems / _thresholds()[f"vems_q_{inputs.one_of('Sexe', sexe, SEXES)}_l"]


@cache
def _mmrc() -> dict[int, str]:
    return {int(row["niveau"]): inputs.typography(row["texte"]) for row in reference_data.rows("spirometrie_mmrc")}


def _thresholds() -> dict[str, float]:
    return reference_data.thresholds("spirometrie_lecture")
