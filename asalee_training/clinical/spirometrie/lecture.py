"""Reading of a spirometry by z-scores. Words are identifiers: a spirometry suggests, the physician concludes.

Source: Stanojevic, ERS/ATS technical standard on interpretive strategies, Eur Respir J 2022;60:2101499.
"""

from asalee_training.clinical import inputs, reference_data


def rapport_vems_cvf(vems_l: float, cvf_l: float) -> float:
    """VEMS/CVF in % (58.9, not 0.589), from the largest VEMS and the largest CVF, in litres.

    A VEMS above the CVF is refused: one of the two was misread.
    """
    vems = inputs.number("VEMS", vems_l, 0.05, 12, "L")
    cvf = inputs.number("CVF", cvf_l, 0.05, 15, "L")
    if vems > cvf:
        raise inputs.refusal(
            f"VEMS : {inputs.shown(vems)} L dépasse la CVF, {inputs.shown(cvf)} L ; vérifiez les deux."
        )
    return 100 * vems / cvf


def motif(z_vems: float, z_cvf: float, z_rapport: float) -> str:
    """Pattern that three z-scores suggest.

    "normale", "vems_bas_isole" (not classified: repeat, or ask), "restriction_possible" (low CVF alone),
    "prism_possible" (low CVF and VEMS, ratio kept: lung volumes needed as well), "obstruction",
    "obstruction_cvf_basse" (air trapping or mixed: lung volumes needed). Exactly -1.645 is normal.
    """
    vems_bas, cvf_basse, rapport_bas = (
        _z(label, z) < -reference_data.thresholds("spirometrie")["z_limite"]
        for label, z in (("z du VEMS", z_vems), ("z de la CVF", z_cvf), ("z du VEMS/CVF", z_rapport))
    )
    if rapport_bas:
        return "obstruction_cvf_basse" if cvf_basse else "obstruction"
    if cvf_basse:
        return "prism_possible" if vems_bas else "restriction_possible"
    return "vems_bas_isole" if vems_bas else "normale"


def severite(z: float) -> str:
    """Severity of a VEMS (or CVF) z-score: "normal", "leger", "modere", "severe". Not the GOLD grade."""
    seuils = reference_data.thresholds("spirometrie")
    z = _z("z-score", z)
    if z >= -seuils["z_limite"]:
        return "normal"
    if z >= seuils["z_leger"]:
        return "leger"
    return "modere" if z >= seuils["z_modere"] else "severe"


def _z(label: str, z: float) -> float:
    return inputs.number(label, z, -20, 20)
