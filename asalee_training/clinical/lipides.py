"""Lipids: calculated LDL, non-HDL cholesterol, LDL target and the gap to it.

French laboratories print g/L and mmol/L: each function says its unit, and a value that is only plausible in the
other one is refused. The nurse tells the number and the gap to the physician; she does not prescribe.
Sources: Friedewald, Clin Chem 1972;18:499; ESC/EAS 2019, ESC 2021, ESC/EAS 2025 for the targets (same numbers).
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data, unites

CATEGORIES = ("faible", "modere", "eleve", "tres_eleve")
ALERTES = ("esc", "asalee_historique")


@dataclass(frozen=True)
class CibleLdl:
    """LDL to get below, in both units; reduction_pct: fall also required from the untreated LDL, or None."""

    categorie: str
    g_l: float
    mmol_l: float
    reduction_pct: float | None


@dataclass(frozen=True)
class EcartCible:
    """An LDL beside its target.

    ecart_g_l: LDL minus target, negative or zero below it. reduction_pct: fall from the untreated LDL, None when
    that one is unknown. atteinte: True, False, or None: below the number, but the fall required cannot be checked.
    """

    cible: CibleLdl
    ecart_g_l: float
    reduction_pct: float | None
    atteinte: bool | None


def ldl_g_l(ct_g_l: float, hdl_g_l: float, tg_g_l: float) -> float:
    """Calculated LDL in g/L, not rounded: CT − HDL − TG/5.

    ct_g_l: total cholesterol 1-5 g/L; hdl_g_l: 0,2-1,5; tg_g_l: triglycerides 0,2 to below 3,4. Raises ValueError
    outside, from 3,4 g/L of triglycerides on, and when the three do not fit together.
    Source: Friedewald, Clin Chem 1972;18:499; limit of 3,4 g/L: French use, to be verified (1972).
    """
    return _friedewald(ct_g_l, hdl_g_l, tg_g_l, "g/L", "g_l")


def ldl_mmol_l(ct_mmol_l: float, hdl_mmol_l: float, tg_mmol_l: float) -> float:
    """Calculated LDL in mmol/L, not rounded: CT − HDL − TG/2,2.

    ct_mmol_l: total cholesterol 2,6-12,9 mmol/L; hdl_mmol_l: 0,52-3,9; tg_mmol_l: 0,23 to below 3,84. Raises
    ValueError as `ldl_g_l`.
    Source: Friedewald, Clin Chem 1972;18:499; limit of 3,84 mmol/L, the 3,4 g/L of French use, to be verified (1972).
    """
    return _friedewald(ct_mmol_l, hdl_mmol_l, tg_mmol_l, "mmol/L", "mmol_l")


def _friedewald(ct: float, hdl: float, tg: float, unite: str, suffixe: str) -> float:
    reste = _non_hdl(ct, hdl, unite)
    triglycerides = unites.verifier(tg, "triglycerides", unite)
    seuils = reference_data.thresholds("lipides")
    limite = seuils[f"tg_limite_{suffixe}"]
    if triglycerides >= limite:
        raise inputs.refusal(
            f"Triglycérides : {inputs.shown(tg)} {unite} ; la formule de Friedewald n’est valable qu’au-dessous de "
            f"{inputs.shown(limite)} {unite} : signalez-le au médecin, un LDL dosé est nécessaire."
        )
    ldl = reste - triglycerides / seuils[f"tg_diviseur_{suffixe}"]
    if ldl <= 0:
        raise inputs.refusal(
            f"LDL-cholestérol : le calcul donne {inputs.shown(round(ldl, 2))} {unite} ; vérifiez les trois dosages."
        )
    return ldl


def non_hdl_g_l(ct_g_l: float, hdl_g_l: float) -> float:
    """Non-HDL cholesterol in g/L: total 1-5 g/L minus HDL 0,2-1,5 g/L.

    Raises ValueError outside, and when the HDL is not below the total.
    Source: definition, ESC/EAS 2019 (2019).
    """
    return _non_hdl(ct_g_l, hdl_g_l, "g/L")


def non_hdl_mmol_l(ct_mmol_l: float, hdl_mmol_l: float) -> float:
    """Non-HDL cholesterol in mmol/L: total 2,6-12,9 mmol/L minus HDL 0,52-3,9 mmol/L.

    Raises ValueError outside, and when the HDL is not below the total.
    Source: definition, ESC/EAS 2019 (2019).
    """
    return _non_hdl(ct_mmol_l, hdl_mmol_l, "mmol/L")


def _non_hdl(ct: float, hdl: float, unite: str) -> float:
    total, bon = unites.verifier_cholesterols(ct, hdl, unite)
    return total - bon


def cible_ldl(categorie: str) -> CibleLdl:
    """LDL target of a risk category: "faible", "modere", "eleve" or "tres_eleve".

    The numbers in g/L and in mmol/L are both the published ones, each rounded on its own. Raises ValueError for
    another word: « faible à modéré » of ESC 2021 has no target of its own.
    Source: ESC/EAS 2019 and ESC 2021, unchanged in 2025 (2019).
    """
    inputs.one_of("Catégorie de risque", categorie, CATEGORIES)
    seuils = reference_data.thresholds("lipides")
    return CibleLdl(
        categorie,
        g_l=seuils[f"cible_{categorie}_g_l"],
        mmol_l=seuils[f"cible_{categorie}_mmol_l"],
        reduction_pct=seuils.get(f"cible_{categorie}_reduction_pct"),
    )


def ecart_cible(ldl_g_l: float, categorie: str, ldl_sans_traitement_g_l: float | None = None) -> EcartCible:
    """An LDL in g/L beside the target of its risk category: below the number and, at high and very high risk, at
    least 50 % below the untreated LDL.

    ldl_g_l, ldl_sans_traitement_g_l: 0,1-4 g/L; the second is None when it is unknown, and then nothing is
    concluded where a fall is required. Raises ValueError outside.
    Source: ESC/EAS 2019 and ESC 2021, unchanged in 2025 (2019).
    """
    ldl = unites.verifier(ldl_g_l, "cholesterol_ldl", "g/L")
    cible = cible_ldl(categorie)
    reduction = None
    if ldl_sans_traitement_g_l is not None:
        initial = unites.verifier(ldl_sans_traitement_g_l, "cholesterol_ldl", "g/L")
        reduction = 100 * (initial - ldl) / initial
    atteinte: bool | None = ldl < cible.g_l
    if atteinte and cible.reduction_pct is not None:
        # Half of 1,20 is 0,60 for a person, and 49,99…9 % in binary.
        atteinte = None if reduction is None else reduction >= cible.reduction_pct - 1e-9
    return EcartCible(cible, ldl - cible.g_l, reduction, atteinte)


def alerte_ldl(ldl_g_l: float, version: str = "esc", coronarien: bool | None = None) -> bool:
    """True when an LDL is to be told to the physician whatever the score.

    ldl_g_l: 0,1-4 g/L. version: "esc" (above 1,9 g/L), or "asalee_historique", the lines of the old portal (above
    1,30, or 1,00 if `coronarien`, which is then needed). Raises ValueError otherwise.
    Source: ESC family [K 90%]; historic ASALEE portal [A]; both to be verified (2025).
    """
    ldl = unites.verifier(ldl_g_l, "cholesterol_ldl", "g/L")
    inputs.one_of("Version de l’alerte", version, ALERTES)
    if version == "asalee_historique" and inputs.boolean("Patient coronarien", coronarien):
        version = "asalee_historique_coronarien"
    return ldl > reference_data.thresholds("lipides")[f"alerte_{version}_g_l"]
