"""The practice's calculator: it computes what it is asked, in the unit it is told, and judges nothing.

Like those of a practice it gives a number for any plausible entry, even in the wrong unit or at the wrong age: choosing the
equation and the unit is the trainee's work. It knows nothing of the patient on screen. `clinical` is imported when a
result is asked for, never when a case opens.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.clinical import inputs

Entrees = Mapping[str, Any]


@dataclass(frozen=True)
class Champ:
    """One entry. ``unites``: those to choose from, the first is preset; ``mots``: words to choose from (value, label)."""

    nom: str
    libelle: str
    unites: tuple[str, ...] = ()
    mots: tuple[tuple[str, str], ...] = ()
    seulement: str = ""

    def public(self) -> dict[str, Any]:
        """What the page needs to draw it."""
        return {"nom": self.nom, "libelle": self.libelle, "unites": list(self.unites), "mots": [list(m) for m in self.mots],
                "seulement": self.seulement}  # fmt: skip


@dataclass(frozen=True)
class Outil:
    """A calculator: its title, its entries, and the function that turns them into a French line."""

    titre: str
    champs: tuple[Champ, ...]
    calculer: Callable[[Entrees], str]


def read(parties: tuple[str, ...], drapeaux: Mapping[str, bool], patient: Mapping) -> dict[str, Any]:
    """The recording of the instrument: which calculators are on the table."""
    return {
        "outils": [
            {"nom": nom, "titre": OUTILS[nom].titre, "champs": [c.public() for c in OUTILS[nom].champs]}
            for nom in parties
        ]
    }


def calculer(nom: object, entrees: object) -> str:
    """The line that a calculator shows, for example « Risque à 10 ans : 8,5 % ».

    entrees: text by entry, its unit under "<entry>.unite". Raises ValueError (French sentence) on anything that is missing
    or cannot be computed.
    """
    outil = OUTILS[inputs.one_of("Calculateur", nom, tuple(OUTILS))]
    if not isinstance(entrees, Mapping):
        raise inputs.refusal("Calculateur : les entrées sont illisibles.")
    try:
        return inputs.typography(outil.calculer(entrees))
    except (ArithmeticError, KeyError):
        raise inputs.refusal("Ces valeurs ne donnent aucun résultat : vérifiez chaque nombre et son unité.") from None


def _nombre(entrees: Entrees, nom: str, libelle: str, low: float, high: float) -> float:
    written = entrees.get(nom)
    text = (
        written.strip().replace("\u202f", "").replace("\u00a0", "").replace(",", ".")
        if isinstance(written, str)
        else ""
    )
    if not text:
        raise inputs.refusal(f"{libelle} : écrivez un nombre.")
    try:
        value = float(text) if len(text) <= 12 and "_" not in text else math.nan
    except ValueError:
        value = math.nan
    if math.isnan(value):
        raise inputs.refusal(f"{libelle} : « {str(written)[:12]} » n’est pas un nombre ; écrivez par exemple 58,9.")
    return inputs.number(libelle, value, low, high)


def _mot(entrees: Entrees, champ: Champ) -> str:
    value = entrees.get(champ.nom)
    if value not in [mot for mot, _ in champ.mots]:
        raise inputs.refusal(f"{champ.libelle} : choisissez dans la liste.")
    return str(value)


def _unite(entrees: Entrees, champ: Champ) -> str:
    value = entrees.get(f"{champ.nom}.unite", champ.unites[0])
    if value not in champ.unites:
        raise inputs.refusal(f"{champ.libelle} : choisissez l’unité dans la liste.")
    return str(value)


def _french(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",").replace("-", "\u2212")


SEXE = Champ("sexe", "Sexe", mots=(("femme", "Femme"), ("homme", "Homme")))
AGE = Champ("age", "Âge", ("ans",))
EQUATION_RISQUE = Champ(
    "equation", "Score", mots=(("score2", "SCORE2"), ("score2_op", "SCORE2-OP"), ("score2_diabete", "SCORE2-Diabetes"))
)
TABAC = Champ("tabac", "Fume actuellement", mots=(("non", "Non"), ("oui", "Oui")))
PAS = Champ("pas", "Pression systolique", ("mmHg",))
CT = Champ("cholesterol", "Cholestérol total", ("mmol/L", "g/L"))
HDL = Champ("hdl", "HDL-cholestérol", ("mmol/L", "g/L"))
DIAGNOSTIC = Champ("age_diagnostic", "Âge au diagnostic du diabète", ("ans",), seulement="score2_diabete")
HBA1C = Champ("hba1c", "HbA1c", ("mmol/mol", "%"), seulement="score2_diabete")
DFG = Champ("dfg", "DFG estimé", ("mL/min/1,73 m²",), seulement="score2_diabete")
CREATININE = Champ("creatinine", "Créatinine", ("mg/dL", "µmol/L", "mg/L"))
EQUATION_DFG = Champ("equation", "Équation", mots=(("2009", "CKD-EPI 2009"), ("2021", "CKD-EPI 2021")))
TG = Champ("tg", "Triglycérides", ("g/L", "mmol/L"))
CT_G, HDL_G = Champ("ct", "Cholestérol total", ("g/L", "mmol/L")), Champ("hdl", "HDL-cholestérol", ("g/L", "mmol/L"))
POIDS, TAILLE = Champ("poids", "Poids", ("kg",)), Champ("taille", "Taille", ("cm",))


def _cholesterol(entrees: Entrees, champ: Champ, low: float, high: float) -> float:
    from asalee_training.clinical import unites

    value = _nombre(entrees, champ.nom, champ.libelle, low, high)
    grandeur = "cholesterol_hdl" if champ is HDL else "cholesterol_total"
    return value if _unite(entrees, champ) == "mmol/L" else unites.convertir(value, grandeur, "g/L", "mmol/L")


def _risque(entrees: Entrees) -> str:
    from asalee_training.clinical import hba1c
    from asalee_training.clinical.risque_cv import modele

    equation, sexe = _mot(entrees, EQUATION_RISQUE), _mot(entrees, SEXE)
    mesures = {
        "age": _nombre(entrees, "age", AGE.libelle, 18, 110),
        "tabac": float(_mot(entrees, TABAC) == "oui"),
        "pas": _nombre(entrees, "pas", PAS.libelle, 50, 300),
        "cholesterol": _cholesterol(entrees, CT, 0.5, 20),
        "hdl": _cholesterol(entrees, HDL, 0.1, 8),
    }
    if equation == "score2_op":
        mesures["diabete"] = 0.0
    elif equation == "score2_diabete":
        taux = _nombre(entrees, "hba1c", HBA1C.libelle, 3, 200)
        mesures["diabete"] = 1.0
        mesures["age_diagnostic"] = _nombre(entrees, "age_diagnostic", DIAGNOSTIC.libelle, 1, 110)
        mesures["hba1c"] = taux if _unite(entrees, HBA1C) == "mmol/mol" else hba1c.ifcc(taux)
        mesures["dfg"] = math.log(_nombre(entrees, "dfg", DFG.libelle, 5, 200))
    risque = modele.etapes(equation, sexe, mesures, "faible").risque_pct
    titre = dict(EQUATION_RISQUE.mots)[equation]
    return f"{titre}, région à bas risque : {_french(risque, 1)} % à 10 ans."


def _dfg(entrees: Entrees) -> str:
    from asalee_training.clinical import rein, unites

    equation, sexe = _mot(entrees, EQUATION_DFG), _mot(entrees, SEXE)
    age = _nombre(entrees, "age", AGE.libelle, 18, 110)
    # The factor, and not the conversion: an absurd creatinine must give its absurd result, as on any such page.
    facteur = unites.convertir(100, "creatinine", "µmol/L", _unite(entrees, CREATININE)) / 100
    creatinine = _nombre(entrees, "creatinine", CREATININE.libelle, 0.1, 2000) / facteur
    dfg = rein.dfg_brut(creatinine, age, sexe, equation)
    return f"{dict(EQUATION_DFG.mots)[equation]} : {_french(dfg, 1)} mL/min/1,73 m²."


def _ldl(entrees: Entrees) -> str:
    from asalee_training.clinical import lipides, unites

    values = {}
    for champ, grandeur in ((CT_G, "cholesterol_total"), (HDL_G, "cholesterol_hdl"), (TG, "triglycerides")):
        value = _nombre(entrees, champ.nom, champ.libelle, 0.05, 30)
        unite = _unite(entrees, champ)
        values[champ.nom] = value if unite == "g/L" else unites.convertir(value, grandeur, "mmol/L", "g/L")
    return f"LDL calculé (Friedewald) : {_french(lipides.ldl_g_l(values['ct'], values['hdl'], values['tg']), 2)} g/L."


def _imc(entrees: Entrees) -> str:
    poids, taille = (
        _nombre(entrees, "poids", POIDS.libelle, 20, 350),
        _nombre(entrees, "taille", TAILLE.libelle, 1, 250),
    )
    return f"IMC : {_french(poids / (taille / 100) ** 2, 1)} kg/m²."


OUTILS: dict[str, Outil] = {
    "risque": Outil(
        "Risque cardiovasculaire à 10 ans",
        (EQUATION_RISQUE, SEXE, AGE, TABAC, PAS, CT, HDL, DIAGNOSTIC, HBA1C, DFG),
        _risque,
    ),
    "dfg": Outil("DFG estimé", (EQUATION_DFG, SEXE, AGE, CREATININE), _dfg),
    "ldl": Outil("LDL-cholestérol", (CT_G, HDL_G, TG), _ldl),
    "imc": Outil("Indice de masse corporelle", (POIDS, TAILLE), _imc),
}
