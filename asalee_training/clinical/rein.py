"""Kidney: estimated glomerular filtration rate (DFG), KDIGO stage, decline over time, interval between controls.

French laboratories report CKD-EPI 2009 without the ethnicity factor; the 2021 equation gives about 4 points
more in the elderly and is here for contrast. The stage is read on the DFG that is not rounded.
Sources: Levey, Ann Intern Med 2009;150:604; Inker, N Engl J Med 2021;385:1737; KDIGO 2012 and 2024.
"""

import math
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data, unites

VERSIONS = ("2009", "2009_144", "2021")
SEXES = ("femme", "homme")
#: Reading of the albumin/creatinine ratio: KDIGO in each unit, or the older cut-offs by sex in mg/mmol.
CONVENTIONS_RAC = ("kdigo", "historique", "historique_3")
CATEGORIES_DFG = (("G1", "dfg_g1"), ("G2", "dfg_g2"), ("G3a", "dfg_g3a"), ("G3b", "dfg_g3b"), ("G4", "dfg_g4"))


@dataclass(frozen=True)
class StadeKdigo:
    """KDIGO cell: `g` "G1"-"G5", `a` "A1"-"A3", `risque` "faible" to "tres_eleve", `couleur` "vert" to "rouge".

    marqueur: DFG below 60, or albuminuria A2-A3: a criterion of chronic kidney disease only if it lasts more than
    3 months (see `criteres_mrc`). albuminurie_severe: ratio of 50 mg/mmol or more.
    """

    g: str
    a: str
    risque: str
    couleur: str
    marqueur: bool
    albuminurie_severe: bool


@dataclass(frozen=True)
class DfgRendu:
    """A DFG as computed and as the laboratory prints it, with the category of each.

    `admises`: the categories that a trainee may give, one or two of them.
    """

    dfg: float
    imprime: int
    g: str
    g_imprime: str

    @property
    def admises(self) -> tuple[str, ...]:
        """Both categories, without repetition: the exact DFG's first."""
        return (self.g,) if self.g == self.g_imprime else (self.g, self.g_imprime)


@dataclass(frozen=True)
class DeclinAnnuel:
    """Loss of DFG per year, in mL/min/1,73 m² (negative when it rises).

    classe: "aucun", "faible" (physiological after 40 years), "modere", "rapide".
    """

    ml_min_an: float
    classe: str


@cache
def _coefficients(version: str, sexe: str) -> dict[str, float]:
    texts = ("version", "sexe", "unite", "source", "date")
    for row in reference_data.rows("ckd_epi"):
        if (row["version"], row["sexe"]) == (version, sexe):
            return {name: float(value) for name, value in row.items() if name not in texts}
    raise LookupError((version, sexe))


def dfg_ckd_epi(creatinine_umol_l: float, age: float, sexe: str, version: int | str = 2009) -> float:
    """Estimated DFG in mL/min/1,73 m², not rounded.

    creatinine_umol_l: 30-1000 µmol/L, so that mg/dL are refused, and mg/L only below 30; age: 18-110 years; sexe:
    "femme" or "homme". version: 2009 (141 × 1,018 for women), "2009_144" (the paper's table by sex, 0,3 % higher for women),
    or 2021. Raises ValueError outside, with the value in µmol/L when another unit explains it.
    Source: Levey, Ann Intern Med 2009;150:604; Inker, N Engl J Med 2021;385:1737; 2009 in France is [K 85%], to be
    verified (2009, 2021).
    """
    nom = str(version) if isinstance(version, int) and not isinstance(version, bool) else version
    inputs.one_of("Version de CKD-EPI", nom, VERSIONS)
    inputs.one_of("Sexe", sexe, SEXES)
    age = inputs.number("Âge", age, 18, 110, "ans")
    unites.verifier(creatinine_umol_l, "creatinine", "µmol/L")
    return dfg_brut(creatinine_umol_l, age, sexe, nom)


def dfg_brut(creatinine_umol_l: float, age: float, sexe: str, version: str) -> float:
    """The equation alone, in mL/min/1,73 m², for any positive creatinine: what a calculator shows of a wrong unit.

    As `dfg_ckd_epi`, but no range is checked: ValueError only for a creatinine that is not above 0 µmol/L.
    Source: as `dfg_ckd_epi` (2009, 2021).
    """
    if not creatinine_umol_l > 0:
        raise ValueError(f"créatinine de {creatinine_umol_l} µmol/L : elle doit être supérieure à 0.")
    table = _coefficients(version, sexe)
    rapport = creatinine_umol_l * unites.convertir(100, "creatinine", "µmol/L", "mg/dL") / 100 / table["kappa_mg_dl"]
    return (
        table["constante"]
        * min(rapport, 1) ** table["alpha"]
        * max(rapport, 1) ** table["exposant"]
        * table["base_age"] ** age
        * table["facteur_sexe"]
    )


def categorie_dfg(dfg: float) -> str:
    """KDIGO category of a DFG: "G1", "G2", "G3a", "G3b", "G4" or "G5".

    dfg: 2-250 mL/min/1,73 m², not rounded (59,9 is G3a). Raises ValueError outside.
    Source: KDIGO, Kidney Int Suppl 2013;3:1 (2013).
    """
    valeur = _dfg("DFG", dfg)
    seuils = reference_data.thresholds("rein")
    return next((g for g, nom in CATEGORIES_DFG if valeur >= seuils[nom]), "G5")


def _dfg(label: str, dfg: float) -> float:
    """A DFG in the range of `references/unites.csv`; `label` says which one when there are two."""
    try:
        return unites.verifier(dfg, "dfg", "mL/min/1,73 m²")
    except ValueError as refus:
        raise ValueError(f"{label}{str(refus).removeprefix('DFG')}") from None


def dfg_rendu(dfg: float) -> DfgRendu:
    """A DFG with its category, beside the integer that a laboratory prints and the category of that integer.

    dfg: 2-250 mL/min/1,73 m². 59,7 is G3a and is printed 60, which reads G2: both answers are admitted, since
    the integer is within 0,5. Raises ValueError outside.
    Source: KDIGO, Kidney Int Suppl 2013;3:1; showing both is a teaching convention (2025).
    """
    imprime = math.floor(_dfg("DFG", dfg) + 0.5)
    return DfgRendu(float(dfg), imprime, categorie_dfg(dfg), categorie_dfg(imprime))


def categorie_albuminurie(
    rac: float, unite: str = "mg/mmol", convention: str = "kdigo", sexe: str | None = None
) -> str:
    """Category of an albumin/creatinine ratio (RAC): "A1", "A2" or "A3".

    rac: 0-1000 mg/mmol or 0-8840 mg/g. convention: "kdigo" (A2 from 3 mg/mmol, or from 30 mg/g, which is not
    quite the same), "historique" (above 2,5 for men, 3,5 for women) or "historique_3" (3 for women), these two in
    mg/mmol and with `sexe`. Raises ValueError otherwise.
    Source: KDIGO, Kidney Int Suppl 2013;3:1; older cut-offs from French theses [A], to be verified (2013).
    """
    valeur = unites.verifier(rac, "rac", unite)
    inputs.one_of("Convention du RAC", convention, CONVENTIONS_RAC)
    seuils = reference_data.thresholds("rein")
    if convention == "kdigo":
        nom = "mg_g" if unite == "mg/g" else "mg_mmol"
        depasse, haut = valeur >= seuils[f"rac_kdigo_{nom}_a2"], seuils[f"rac_kdigo_{nom}_a3"]
    else:
        inputs.one_of("Sexe", sexe, SEXES)
        inputs.one_of("Unité des seuils historiques", unite, ("mg/mmol",))
        depasse, haut = valeur > seuils[f"rac_{convention}_{sexe}"], seuils["rac_kdigo_mg_mmol_a3"]
    if valeur > haut:
        return "A3"
    return "A2" if depasse else "A1"


@cache
def _cases() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["g"], row["a"]): row for row in reference_data.rows("ckd_kdigo")}


def stade_kdigo(dfg: float, rac_mg_mmol: float) -> StadeKdigo:
    """KDIGO cell of a DFG and an albumin/creatinine ratio.

    dfg: 2-250 mL/min/1,73 m², not rounded; rac_mg_mmol: 0-1000. Raises ValueError outside.
    Source: KDIGO, Kidney Int Suppl 2013;3:1; severe from 50 mg/mmol: Lille pharmacy course, to be verified (2013).
    """
    g = categorie_dfg(dfg)
    a = categorie_albuminurie(rac_mg_mmol)
    case, seuils = _cases()[g, a], reference_data.thresholds("rein")
    return StadeKdigo(
        g=g,
        a=a,
        risque=case["risque"],
        couleur=case["couleur"],
        marqueur=dfg < seuils["dfg_g2"] or a != "A1",
        albuminurie_severe=rac_mg_mmol >= seuils["rac_severe"],
    )


def criteres_mrc(dfg: float, rac_mg_mmol: float, duree_mois: float, autre_marqueur: bool) -> str:
    """Are the criteria of chronic kidney disease met? "reunis", "a_confirmer" (too recent), "absents".

    dfg, rac_mg_mmol: as `stade_kdigo`; duree_mois: 0-1200, how long the abnormality has been known;
    autre_marqueur: another sign of kidney damage (haematuria, imaging). More than 3 months are needed. A finding
    for the physician, no diagnosis. Raises ValueError outside.
    Source: KDIGO, Kidney Int Suppl 2013;3:1 (2013).
    """
    marqueur = stade_kdigo(dfg, rac_mg_mmol).marqueur
    duree = inputs.number("Durée", duree_mois, 0, 1200, "mois")
    if not inputs.boolean("Autre marqueur d’atteinte rénale", autre_marqueur) and not marqueur:
        return "absents"
    return "reunis" if duree > reference_data.thresholds("rein")["chronicite_mois"] else "a_confirmer"


def declin_annuel(dfg_ancien: float, dfg_recent: float, intervalle_mois: float) -> DeclinAnnuel:
    """Loss of DFG per year between two measures, and its class.

    dfg_ancien, dfg_recent: 2-250 mL/min/1,73 m²; intervalle_mois: 3-240, for a shorter time says nothing of a year
    (teaching convention). Below 2 a year "faible", 2 to 5 "modere", above 5 "rapide". Raises ValueError outside.
    Source: Lille pharmacy course on chronic kidney disease (rpn-pharmacie.univ-lille.fr), to be verified (2025).
    """
    perte = _dfg("DFG ancien", dfg_ancien) - _dfg("DFG récent", dfg_recent)
    seuils = reference_data.thresholds("rein")
    mois = inputs.number(
        "Intervalle entre les deux mesures", intervalle_mois, seuils["declin_delai_min_mois"], 240, "mois"
    )
    par_an = perte * 12 / mois
    if par_an <= 0:
        return DeclinAnnuel(par_an, "aucun")
    if par_an < seuils["declin_modere"]:
        return DeclinAnnuel(par_an, "faible")
    return DeclinAnnuel(par_an, "modere" if par_an <= seuils["declin_rapide"] else "rapide")


def chute_pct(dfg_ancien: float, dfg_recent: float) -> float:
    """Fall of the DFG in % of the older value (negative when it rises).

    dfg_ancien, dfg_recent: 2-250 mL/min/1,73 m². Raises ValueError outside.
    Source: definition (2025).
    """
    ancien = _dfg("DFG ancien", dfg_ancien)
    return 100 * (ancien - _dfg("DFG récent", dfg_recent)) / ancien


def chute_a_signaler(dfg_ancien: float, dfg_recent: float) -> bool:
    """True when the DFG has fallen by more than 25 %: told to the physician the same day.

    dfg_ancien, dfg_recent: 2-250 mL/min/1,73 m². Raises ValueError outside.
    Source: alert thresholds proposed for training [P], not those of the protocol (2025).
    """
    return chute_pct(dfg_ancien, dfg_recent) > reference_data.thresholds("rein")["chute_pct"]


def intervalle_controle_mois(dfg: float) -> float:
    """Months before the next creatinine: a year, or DFG ÷ 10 below 60.

    dfg: 2-250 mL/min/1,73 m². Raises ValueError outside.
    Source: UNESS, item 233 (yearly); DFG ÷ 10 is a rule of thumb [K 80%], to be verified (2025).
    """
    seuils = reference_data.thresholds("rein")
    if _dfg("DFG", dfg) >= seuils["dfg_g2"]:
        return seuils["controle_annuel_mois"]
    return dfg / seuils["controle_diviseur"]
