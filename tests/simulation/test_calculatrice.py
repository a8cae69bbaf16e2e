"""The calculator gives a number for what it is asked, right or wrong: unit and equation are the trainee's business."""

import pytest

from asalee_training.simulation import calculatrice, instruments
from asalee_training.widgets import InstrumentView

V14 = {
    "equation": "score2",
    "sexe": "homme",
    "age": "52",
    "tabac": "oui",
    "pas": "148",
    "cholesterol": "2,40",
    "hdl": "0,43",
}
EN_G_L = {"cholesterol.unite": "g/L", "hdl.unite": "g/L"}
V12 = {"equation": "2009", "sexe": "homme", "age": "70"}


@pytest.mark.parametrize(
    ("outil", "entrees", "phrase"),
    [
        # Vignettes V14, V16, V24 and V12 of the clinical brief, right and wrong.
        ("risque", {**V14, **EN_G_L}, "SCORE2, région à bas risque : 8,5\u202f% à 10 ans."),
        ("risque", V14, "SCORE2, région à bas risque : 7,0\u202f% à 10 ans."),
        ("risque", {**V14, "tabac": "non", "cholesterol": " 6.2 ", "hdl": "1,11"}, "SCORE2, région à bas risque : 5,0\u202f% à 10 ans."),
        ("risque", {"equation": "score2_op", "sexe": "homme", "age": "72", "tabac": "non", "pas": "146", "cholesterol": "5,6", "hdl": "1,2"},
         "SCORE2-OP, région à bas risque : 12,1\u202f% à 10 ans."),
        ("risque", {"equation": "score2_diabete", "sexe": "homme", "age": "63", "tabac": "non", "pas": "142", "cholesterol": "4,9",
                    "hdl": "1,0", "age_diagnostic": "52", "hba1c": "62", "dfg": "74"},
         "SCORE2-Diabetes, région à bas risque : 12,8\u202f% à 10 ans."),
        ("dfg", {**V12, "creatinine": "148", "creatinine.unite": "µmol/L"}, "CKD-EPI 2009 : 40,7 mL/min/1,73 m²."),
        ("dfg", {**V12, "creatinine": "16,7", "creatinine.unite": "mg/L"}, "CKD-EPI 2009 : 40,8 mL/min/1,73 m²."),
        ("dfg", {**V12, "creatinine": "16,7"}, "CKD-EPI 2009 : 2,5 mL/min/1,73 m²."),
        ("dfg", {**V12, "equation": "2021", "creatinine": "1,674"}, "CKD-EPI 2021 : 43,6 mL/min/1,73 m²."),
        ("ldl", {"ct": "2,40", "hdl": "0,43", "tg": "1,50"}, "LDL calculé (Friedewald) : 1,67 g/L."),
        ("imc", {"poids": "70", "taille": "175"}, "IMC : 22,9 kg/m²."),
        ("imc", {"poids": "70", "taille": "1,75"}, "IMC : 228571,4 kg/m²."),
    ],
)  # fmt: skip
def test_a_line_is_what_any_such_page_would_show(outil, entrees, phrase):
    assert calculatrice.calculer(outil, entrees).replace("\u202f:", " :") == phrase.replace("\u202f:", " :")


@pytest.mark.parametrize(
    ("outil", "entrees", "words"),
    [
        ("risque", {}, "Score"),
        ("risque", {**V14, "age": ""}, "Âge : écrivez un nombre"),
        ("risque", {**V14, "pas": "abc"}, "n’est pas un nombre"),
        ("risque", {**V14, "pas": "1_4"}, "n’est pas un nombre"),
        ("risque", {**V14, "pas": "inf"}, "hors des valeurs"),
        ("risque", {**V14, "pas": "nan"}, "n’est pas un nombre"),
        ("risque", {**V14, "hdl.unite": "mol"}, "l’unité"),
        ("risque", {**V14, "age": 52}, "Âge"),
        ("dfg", {**V12, "creatinine": "9" * 13}, "n’est pas un nombre"),
        ("ldl", {"ct": "2,40", "hdl": "0,43", "tg": "3,50"}, ""),
        ("navette", {}, "Calculateur"),
        (["dfg"], {}, "Calculateur"),
        ("dfg", [1], "illisibles"),
    ],
)
def test_what_cannot_be_computed_is_one_french_sentence(outil, entrees, words):
    with pytest.raises(ValueError, match=r"\S") as refusal:
        calculatrice.calculer(outil, entrees)
    assert words in str(refusal.value).replace("\u202f", " ").replace("\u00a0", " ")


def test_the_recording_says_nothing_of_the_patient_and_only_the_calculators_asked_for():
    seen = instruments.record("calculatrice", {"outils": ["risque"]}, {"age": 52})
    assert [outil["nom"] for outil in seen["outils"]] == ["risque"]
    assert seen == instruments.record("calculatrice", {"outils": ["risque"]}, {"age": 61})
    assert instruments.check("calculatrice", {"outils": ["risques"]})


def test_the_view_answers_its_own_messages_only_and_never_raises():
    view = InstrumentView("calculatrice", instruments.record("calculatrice", {}, {}))
    reply = view.reply({"type": "calculer", "outil": "imc", "entrees": {"poids": "70", "taille": "175"}, "n": 3})
    assert (reply["n"], reply["phrase"]) == (
        3,
        "IMC\u202f: 22,9 kg/m²." if "\u202f" in reply["phrase"] else "IMC : 22,9 kg/m².",
    )
    assert "refus" in view.reply({"type": "calculer", "outil": {}, "entrees": None, "n": 4})
    assert view.reply({"type": "autre"}) is None
    assert view.reply("x") is None
    other = InstrumentView("releve_automesure", {"regle": "2-2-3"})
    assert other.reply({"type": "calculer", "outil": "imc", "entrees": {}, "n": 1}) is None
