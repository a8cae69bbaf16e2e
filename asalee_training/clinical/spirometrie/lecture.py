"""Reading of a spirometry. Words are identifiers: a spirometry suggests, the physician concludes.

`motif` and `severite` read z-scores. `motif_cpt` needs the total lung capacity of a laboratory: without it
nothing is called restriction or mixed. `lectures_rapport` sets the fixed 70 % beside the lower limit of normal.
Source: Stanojevic, ERS/ATS technical standard on interpretive strategies, Eur Respir J 2022;60:2101499.
"""

from asalee_training.clinical import inputs, reference_data

PERCENT = "% (58,9 et non 0,589)"


def rapport_vems_cvf(vems_l: float, cvf_l: float) -> float:
    """VEMS/CVF in % (58.9, not 0.589), from the largest VEMS (0.05-12 L) and the largest CVF (0.05-15 L).

    Raises ValueError outside these ranges, or when the VEMS is above the CVF: one of the two was misread.
    Source: Graham, ATS/ERS, Am J Respir Crit Care Med 2019;200:e70 (2019).
    """
    vems = inputs.number("VEMS", vems_l, 0.05, 12, "L")
    cvf = inputs.number("CVF", cvf_l, 0.05, 15, "L")
    if vems > cvf:
        raise inputs.refusal(
            f"VEMS : {inputs.shown(vems)} L dépasse la CVF, {inputs.shown(cvf)} L ; vérifiez les deux."
        )
    return 100 * vems / cvf


def motif(z_vems: float, z_cvf: float, z_rapport: float) -> str:
    """Pattern that three z-scores (-20 to 20) suggest.

    "normale", "vems_bas_isole" (not classified: repeat, or ask), "restriction_possible" (low CVF alone),
    "prism_possible" (low CVF and VEMS, ratio kept: lung volumes needed as well), "obstruction",
    "obstruction_cvf_basse" (air trapping or mixed: lung volumes needed). Exactly -1.645 is normal.
    Raises ValueError when one is not a z-score.
    Source: Stanojevic, Eur Respir J 2022;60:2101499 (2022).
    """
    vems_bas, cvf_basse, rapport_bas = _low(("VEMS", z_vems), ("CVF", z_cvf), ("VEMS/CVF", z_rapport))
    if rapport_bas:
        return "obstruction_cvf_basse" if cvf_basse else "obstruction"
    if cvf_basse:
        return "prism_possible" if vems_bas else "restriction_possible"
    return "vems_bas_isole" if vems_bas else "normale"


def motif_cpt(z_vems: float, z_cvf: float, z_rapport: float, z_cpt: float) -> str:
    """Pattern once the total lung capacity (CPT) is known, from four z-scores (-20 to 20).

    "mixte" (low ratio and CPT), "obstruction" (low ratio, CPT kept), "restriction" (low CPT, ratio kept),
    "non_specifique" (low CVF alone or with the VEMS, ratio and CPT kept), "vems_bas_isole", "normale".
    Raises ValueError when one is not a z-score. Complete lung function is read by the physician.
    Source: Stanojevic, Eur Respir J 2022;60:2101499 (2022).
    """
    (cpt_basse,) = _low(("CPT", z_cpt))
    sans_cpt = motif(z_vems, z_cvf, z_rapport)
    if sans_cpt in ("obstruction", "obstruction_cvf_basse"):
        return "mixte" if cpt_basse else "obstruction"
    if cpt_basse:
        return "restriction"
    return sans_cpt if sans_cpt in ("normale", "vems_bas_isole") else "non_specifique"


def severite(z: float) -> str:
    """Severity of a VEMS (or CVF) z-score, -20 to 20: "normal", "leger", "modere", "severe". Not the GOLD grade.

    Raises ValueError when it is not a z-score. Exactly -1.645, -2.5 and -4 stay in the milder class.
    Source: Stanojevic, Eur Respir J 2022;60:2101499 (2022).
    """
    seuils = reference_data.thresholds("spirometrie")
    z = _z("z-score", z)
    if z >= -seuils["z_limite"]:
        return "normal"
    if z >= seuils["z_leger"]:
        return "leger"
    return "modere" if z >= seuils["z_modere"] else "severe"


def lectures_rapport(rapport_pct: float, z_rapport: float) -> str:
    """The two readings of a VEMS/CVF side by side: fixed 70 %, and lower limit of normal.

    rapport_pct: in %, 10-100. z_rapport: its z-score, -20 to 20. Returns "normal" or "bas" when they agree,
    "bas_fixe_seul" (below 70 % but within normal: frequent in old age), "bas_lin_seul" (70 % or more but
    below the limit: frequent in young age). Discordant results are both reported. Raises ValueError outside.
    Source: GOLD 2023-2025 report and Stanojevic, Eur Respir J 2022;60:2101499 (2022).
    """
    fixe = percentage("Rapport VEMS/CVF", rapport_pct) < _threshold("rapport_fixe_pct")
    (lin,) = _low(("VEMS/CVF", z_rapport))
    if fixe == lin:
        return "bas" if fixe else "normal"
    return "bas_fixe_seul" if fixe else "bas_lin_seul"


def prism_gold(vems_pct_theorique: float, rapport_post_pct: float) -> bool:
    """PRISm as GOLD defines it: ratio after bronchodilator of 70 % or more, VEMS below 80 % of predicted.

    vems_pct_theorique: 5-200 %; rapport_post_pct: 10-100 %. Raises ValueError outside (a fraction is refused).
    Source: GOLD reports, from general knowledge [K], to be verified (à vérifier).
    """
    vems = percentage("VEMS en % du théorique", vems_pct_theorique, 5, 200)
    rapport = percentage("Rapport VEMS/CVF après bronchodilatateur", rapport_post_pct)
    return rapport >= _threshold("rapport_fixe_pct") and vems < _threshold("prism_vems_pct")


def prism_lin(z_vems: float, z_cvf: float, z_rapport: float) -> bool:
    """PRISm by lower limits of normal: VEMS and CVF below, ratio not, from three z-scores (-20 to 20).

    Raises ValueError when one is not a z-score. Not the GOLD definition: name the one used.
    Source: Stanojevic, Eur Respir J 2022;60:2101499, table 5 (2022).
    """
    return motif(z_vems, z_cvf, z_rapport) == "prism_possible"


def indice_empey(vems_l: float, dep_l_s: float) -> float:
    """Empey index: VEMS in mL over peak flow in L/min; above 10 with a flat loop, think of the upper airway.

    vems_l: 0.05-12 L; dep_l_s: 0.2-20 L/s (litres per minute are refused, save below 20).
    Raises ValueError outside. Source: Empey, BMJ 1972, from general knowledge [K], to be verified (à vérifier).
    """
    vems = inputs.number("VEMS", vems_l, 0.05, 12, "L")
    return 1000 * vems / (60 * inputs.number("DEP", dep_l_s, 0.2, 20, "L/s"))


def empey_eleve(indice: float) -> bool:
    """True when an Empey index (0.5-150) is above 10, as `indice_empey` gives it. Raises ValueError outside.

    A sign to report with the shape of the loop, not a diagnosis.
    Source: Empey, BMJ 1972, from general knowledge [K], to be verified (à vérifier).
    """
    return round(inputs.number("Indice d’Empey", indice, 0.5, 150, "mL/(L/min)"), 9) > _threshold("empey")


def percentage(label: str, value: float, low: float = 10, high: float = 100) -> float:
    """An accepted percentage, without the dust of its division: 100 × 2.31/3.3 must count as 70."""
    return round(inputs.number(label, value, low, high, PERCENT), 9)


def _low(*scores: tuple[str, float]) -> tuple[bool, ...]:
    limit = -reference_data.thresholds("spirometrie")["z_limite"]
    return tuple(_z(f"z du {name}" if name != "CVF" else "z de la CVF", z) < limit for name, z in scores)


def _z(label: str, z: float) -> float:
    return inputs.number(label, z, -20, 20)


def _threshold(name: str) -> float:
    return reference_data.thresholds("spirometrie_lecture")[name]
