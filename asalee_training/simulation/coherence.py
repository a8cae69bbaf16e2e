"""Fields that one person cannot have together, as an author may write them: ages in order, sums, sex."""

from collections.abc import Mapping

from asalee_training.clinical import inputs

#: Pairs that must be in this order, the first one smaller; strictly if the third word says so.
ORDRES = (
    ("age_debut_tabac", "age_arret_tabac", "strict"),
    ("age_debut_tabac", "age", "strict"),
    ("age_arret_tabac", "age", ""),
    ("age_diagnostic_diabete", "age", ""),
    ("age_diagnostic_hta", "age", ""),
    ("age_evenement_cv", "age", ""),
    ("vems_l", "cvf_l", ""),
    ("pad_habituelle_mmhg", "pas_habituelle_mmhg", "strict"),
    ("pad_cabinet_mmhg", "pas_cabinet_mmhg", "strict"),
    ("hdl_g_l", "ct_g_l", "strict"),
)
#: A field that is true, and what it needs of another.
BESOINS = (
    ("grossesse", "sexe", "femme"),
    ("bpco_connue", "bpco", True),
    ("retinopathie", "diabete", True),
    ("metformine", "diabete", True),
    ("sulfamide", "diabete", True),
    ("idpp4", "diabete", True),
    ("gliflozine", "diabete", True),
    ("aglp1", "diabete", True),
    ("insuline", "diabete", True),
)
IMC_ECART = 0.06


def disagreement(patient: Mapping) -> str:
    """French sentence when two fields of a patient contradict each other, "" if none do."""
    for petit, grand, strict in ORDRES:
        if {petit, grand} <= set(patient):
            bas, haut = patient[petit], patient[grand]
            if bas > haut or (strict and bas == haut):
                mot = "dépasse" if bas > haut else "n’est pas inférieur à"
                return inputs.typography(f"{petit} : {inputs.shown(bas)} {mot} {grand}, {inputs.shown(haut)}.")
    for champ, autre, attendu in BESOINS:
        if patient.get(champ) is True and patient.get(autre, attendu) != attendu:
            return inputs.typography(f"{champ} : impossible avec {autre}, {inputs.shown(patient[autre])}.")
    if {"poids_kg", "taille_cm", "imc_kg_m2"} <= set(patient):
        imc = patient["poids_kg"] / (patient["taille_cm"] / 100) ** 2
        if abs(imc - patient["imc_kg_m2"]) > IMC_ECART:
            ecrit = inputs.shown(patient["imc_kg_m2"])
            return inputs.typography(
                f"imc_kg_m2 : {ecrit} ne suit pas du poids et de la taille ({inputs.shown(round(imc, 1))})."
            )
    return ""
