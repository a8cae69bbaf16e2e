"""« RCVA » of the historic ASALEE portal: the Framingham-Anderson 1991 coronary risk, kept to read old charts."""

import math
from functools import cache

from asalee_training.clinical import inputs, reference_data, unites
from asalee_training.clinical.risque_cv import modele


def rcva_historique(
    age: float,
    sexe: str,
    tabac: bool,
    pas_mmhg: float,
    cholesterol_g_l: float,
    hdl_g_l: float,
    diabete: bool,
    hvg: bool,
) -> float:
    """10-year risk of a *coronary* event, in %, not rounded: never to be compared with SCORE2.

    age: 30 to the 75th birthday. tabac: smokes now, or stopped within a year. pas_mmhg: 50-300. cholesterol_g_l:
    total, 1-5; hdl_g_l: 0.2-1.5 (only their ratio counts). hvg: left ventricular hypertrophy on the ECG.
    Raises ValueError on anything missing, out of range or of another type. That the portal computed this is [A],
    to be verified.
    Source: Anderson, Circulation 1991;83:356 (1991).
    """
    inputs.one_of("Sexe", sexe, ("femme", "homme"))
    age = modele.age_accepte(age, "rcva_historique")
    fumeur = inputs.boolean("Tabac actuel", tabac)
    pas = unites.verifier(pas_mmhg, "pas", "mmHg")
    cholesterol, hdl = unites.verifier_cholesterols(cholesterol_g_l, hdl_g_l, "g/L")
    diabetique = inputs.boolean("Diabète", diabete)
    hypertrophie = inputs.boolean("Hypertrophie ventriculaire gauche", hvg)

    b = _coefficients()
    m = b["constante"] + b["pas"] * math.log(pas) + b["rapport"] * math.log(cholesterol / hdl)
    m += b["tabac"] * fumeur + b["hvg"] * hypertrophie + b[f"{sexe}_diabete"] * diabetique
    if sexe == "femme":
        m += b["femme_constante"] + b["femme_age"] * math.log(age / b["femme_age_pivot"]) ** 2
    else:
        m += b["homme_age"] * math.log(age)
    sigma = math.exp(b["sigma_constante"] + b["sigma_pente"] * m)
    ecart = (math.log(b["horizon"]) - b["mu_constante"] - m) / sigma
    return -100 * math.expm1(-math.exp(ecart))


@cache
def _coefficients() -> dict[str, float]:
    return {row["terme"]: float(row["valeur"]) for row in reference_data.rows("framingham_anderson_1991")}
