"""Conversions as laboratories print them, and the values that betray another unit."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import lipides, reference_data, unites
from tests.clinical.vecteurs import table

GRANDEURS = {
    "HbA1c": "hba1c",
    "Glucose": "glucose",
    "Cholesterol (TC/LDL/HDL)": "cholesterol",
    "Triglycerides": "triglycerides",
    "Creatinine": "creatinine",
    "ACR (RAC)": "rac",
}
UNITES = {"% NGSP": "%", "mmol/mol IFCC": "mmol/mol"}
NOT_NUMBERS = [None, True, "1,2", math.nan, math.inf, -math.inf, [1]]


def convert(row):
    values = [float(value) for value in row["value_in"].split(";")]
    if row["quantity"] == "LDL Friedewald":
        return {"g/L": lipides.ldl_g_l, "mmol/L": lipides.ldl_mmol_l}[row["unit_out"]](*values)
    if row["quantity"] == "BMI (IMC)":
        return unites.imc(values[0], unites.convertir(values[1], "taille", "m", "cm"))
    units = (UNITES.get(row[name], row[name]) for name in ("unit_in", "unit_out"))
    return unites.convertir(*values, GRANDEURS[row["quantity"]], *units)


@pytest.mark.parametrize(
    "row",
    table("diabetes_unit_conversions.csv"),
    ids=lambda row: f"{row['quantity']}-{row['value_in']}-{row['unit_out']}",
)
def test_conversions_follow_the_worked_table(row):
    digits = len(row["value_out"].partition(".")[2])
    rounded = len(row["value_out_rounded"].partition(".")[2])

    assert convert(row) == pytest.approx(float(row["value_out"]), abs=0.6 * 10**-digits)
    # 5,55 prints 5,5 or 5,6: half a unit of the last digit is either.
    assert convert(row) == pytest.approx(float(row["value_out_rounded"]), abs=0.501 * 10**-rounded)


@pytest.mark.parametrize(
    ("valeur", "grandeur", "de", "vers", "attendu"),
    [
        (16.7, "creatinine", "mg/L", "µmol/L", 147.6),  # vignette V12
        (148, "creatinine", "µmol/L", "mg/dL", 1.674),
        (1.674, "creatinine", "mg/dL", "mg/L", 16.74),
        (110, "glucose", "mg/dL", "g/L", 1.10),
        (126, "glucose", "mg/dL", "mmol/L", 6.99),
        (295, "cholesterol_ldl", "mg/dL", "mmol/L", 7.63),  # vignette V23: 2,95 g/L, 7,6 mmol/L
        (0.43, "cholesterol_hdl", "g/L", "mmol/L", 1.112),  # vignette V14
        (0.54, "cholesterol_ldl", "g/L", "mg/dL", 54),
        (1.5, "triglycerides", "g/L", "mg/dL", 150),
        (150, "triglycerides", "mg/dL", "mmol/L", 1.694),
        (500, "rac", "mg/g", "mg/mmol", 56.56),
        (13.5, "pas", "cmHg", "mmHg", 135),
        (1.62, "taille", "m", "cm", 162),
        (6.5, "debit", "L/s", "L/min", 390),
        (2750, "volume", "mL", "L", 2.75),
    ],
)
def test_convertir_published_and_worked_values(valeur, grandeur, de, vers, attendu):
    assert unites.convertir(valeur, grandeur, de, vers) == pytest.approx(attendu, rel=5e-4)


@pytest.mark.parametrize(("pct", "mmol"), [(6, 42), (6.5, 48), (7, 53), (7.5, 58), (8, 64), (9, 75), (10, 86)])
def test_hba1c_anchors_of_the_ifcc(pct, mmol):
    assert round(unites.convertir(pct, "hba1c", "%", "mmol/mol")) == mmol
    assert unites.convertir(mmol, "hba1c", "mmol/mol", "%") == pytest.approx(pct, abs=0.05)


PAIRS = [(g, de, vers) for g, names in unites.grandeurs().items() for de in names for vers in names]


@pytest.mark.parametrize(("grandeur", "de", "vers"), PAIRS, ids=lambda name: name)
@given(part=st.floats(0.02, 0.98))
@settings(max_examples=15)
def test_there_and_back_gives_the_value_back_and_keeps_the_order(grandeur, de, vers, part):
    unite = unites._unite(grandeur, de)
    valeur = unite.minimum + part * (unite.maximum - unite.minimum)
    autre = unites.convertir(valeur, grandeur, de, vers)

    tolerance = {"abs": 0.02} if grandeur == "hba1c" else {"rel": 1e-9}
    assert unites._applique(autre, unite.famille, vers, de) == pytest.approx(valeur, **tolerance)
    assert unites.convertir(unite.maximum, grandeur, de, vers) > autre


@pytest.mark.parametrize(("grandeur", "de", "vers"), PAIRS, ids=lambda name: name)
def test_the_ranges_of_two_units_are_the_same_range(grandeur, de, vers):
    first, second = unites._unite(grandeur, de), unites._unite(grandeur, vers)
    for end in ("minimum", "maximum"):
        converted = unites._applique(getattr(first, end), first.famille, de, vers)
        assert converted == pytest.approx(getattr(second, end), rel=0.03)


@pytest.mark.parametrize(
    ("valeur", "grandeur", "unite", "phrase"),
    [
        (16.7, "creatinine", "mg/dL", "16,7 mg/L ? Cela fait 1,67 mg/dL (÷ 10)"),
        (16.7, "creatinine", "µmol/L", "16,7 mg/L ? Cela fait 148 µmol/L (× 8,84)"),
        (0.9, "creatinine", "µmol/L", "0,9 mg/dL ? Cela fait 79,6 µmol/L (× 88,4)"),
        (1.67, "creatinine", "mg/L", "1,67 mg/dL ? Cela fait 16,7 mg/L (× 10)"),
        (148, "creatinine", "mg/L", "148 µmol/L ? Cela fait 16,7 mg/L (÷ 8,84)"),
        (53, "hba1c", "%", "53 mmol/mol ? Cela fait 7 %"),
        (7, "hba1c", "mmol/mol", "7 % ? Cela fait 53 mmol/mol"),
        (110, "glucose", "g/L", "110 mg/dL ? Cela fait 1,1 g/L (÷ 100)"),
        (1.1, "glucose", "mmol/L", "1,1 g/L ? Cela fait 6,11 mmol/L (× 5,55)"),
        (7, "glucose", "g/L", "7 mmol/L ? Cela fait 1,26 g/L (÷ 5,55)"),
        (2.4, "cholesterol_total", "mmol/L", "2,4 g/L ? Cela fait 6,21 mmol/L (× 2,586)"),
        (0.43, "cholesterol_hdl", "mmol/L", "0,43 g/L ? Cela fait 1,11 mmol/L (× 2,586)"),
        (6.2, "cholesterol_total", "g/L", "6,2 mmol/L ? Cela fait 2,4 g/L (÷ 2,586)"),
        (13.5, "pas", "mmHg", "13,5 cmHg ? Cela fait 135 mmHg (× 10)"),
        (1.62, "taille", "cm", "1,62 m ? Cela fait 162 cm (× 100)"),
        (390, "debit", "L/s", "390 L/min ? Cela fait 6,5 L/s (÷ 60)"),
        (1620, "volume", "L", "1620 mL ? Cela fait 1,62 L (÷ 1000)"),
        (5, "creatinine", "µmol/L", "5 mg/L ou 5 mg/dL ? Cela fait 44,2 µmol/L (× 8,84) ou 442 µmol/L (× 88,4)"),
    ],
)
def test_a_value_in_another_unit_is_refused_and_the_unit_named(valeur, grandeur, unite, phrase):
    with pytest.raises(ValueError, match="hors des valeurs acceptées") as refus:
        unites.verifier(valeur, grandeur, unite)

    plain = str(refus.value).replace("\u202f", " ").replace("\u00a0", " ")
    assert f"Vouliez-vous dire {phrase}" in plain


def test_a_value_plausible_in_no_unit_is_refused_without_a_suggestion():
    with pytest.raises(ValueError, match=r"Créatinine.*20\u202f000.*de 30 à 1000 µmol/L") as refus:
        unites.verifier(20000, "creatinine", "µmol/L")
    assert "Vouliez-vous" not in str(refus.value)


@pytest.mark.parametrize("unite", [u for names in unites.grandeurs().values() for u in names])
def test_each_end_of_each_range_is_accepted_and_what_is_just_outside_refused(unite):
    for grandeur, names in unites.grandeurs().items():
        if unite not in names:
            continue
        spec = unites._unite(grandeur, unite)
        assert unites.verifier(spec.minimum, grandeur, unite) == spec.minimum
        assert unites.verifier(spec.maximum, grandeur, unite) == spec.maximum
        for outside in (spec.minimum - 1e-6, spec.maximum * 1.000001):
            with pytest.raises(ValueError, match="hors des valeurs"):
                unites.verifier(outside, grandeur, unite)


@pytest.mark.parametrize("valeur", [*NOT_NUMBERS, 0, -1, 10**400])
def test_what_is_no_plausible_number_is_refused(valeur):
    with pytest.raises(ValueError, match="Créatinine"):
        unites.convertir(valeur, "creatinine", "mg/L", "µmol/L")


@pytest.mark.parametrize("unite", ["umol/L", "μmol/L", "µmol/L"])  # ASCII, Greek letter, micro sign
def test_the_three_ways_of_writing_micromoles_are_one(unite):
    assert unites.convertir(88.4, "creatinine", unite, "mg/L") == pytest.approx(10)


@pytest.mark.parametrize(
    ("grandeur", "unite", "message"),
    [
        ("creatine", "mg/L", "Vouliez-vous écrire «\u00a0creatinine\u00a0»"),
        ("creatinine", "g/L", "Valeurs acceptées"),
        ("creatinine", None, "Unité"),
        (None, "g/L", "Grandeur"),
        ("glucose", "mmol/mol", "mmol/L"),
    ],
)
def test_an_unknown_quantity_or_unit_is_refused_with_the_known_ones(grandeur, unite, message):
    with pytest.raises(ValueError, match=message):
        unites.convertir(5, grandeur, unite, "mg/L")


@pytest.mark.parametrize(
    ("valeur", "attendu", "grandeur", "unite", "reponse_en", "facteur"),
    [
        (1.67, 16.7, "creatinine", "mg/L", "mg/dL", 0.1),
        (16.7, 1.67, "creatinine", "mg/dL", "mg/L", 10),
        (16.7, 148, "creatinine", "µmol/L", "mg/L", 1 / 8.84),
        (6.2, 2.4, "cholesterol", "g/L", "mmol/L", 2.586),
        (2.4, 6.2, "cholesterol_total", "mmol/L", "g/L", 0.38665),
        (1.71, 1.5, "triglycerides", "g/L", "mmol/L", 1.129),  # with the 1,14 of some laboratories
        (6.1, 1.1, "glucose", "g/L", "mmol/L", 5.55),
        (53, 7, "hba1c", "%", "mmol/mol", None),
        (7.0, 53, "hba1c", "mmol/mol", "%", None),
        (265, 30, "rac", "mg/mmol", "mg/g", 8.84),
        (13.5, 135, "pas", "mmHg", "cmHg", 0.1),
        (390, 6.5, "debit", "L/s", "L/min", 60),
    ],
)
def test_facteur_d_erreur_names_the_confusion(valeur, attendu, grandeur, unite, reponse_en, facteur):
    for asked in (unite, None):
        found = unites.facteur_d_erreur(valeur, attendu, grandeur, asked)
        assert (found.unite_attendue, found.unite_reponse) == (unite, reponse_en)
        assert found.facteur == (facteur if facteur is None else pytest.approx(facteur, rel=1e-3))
        assert found.phrase.startswith(f"Votre valeur est la bonne, mais en {reponse_en}".replace(" %", "\u202f%"))


@pytest.mark.parametrize(
    ("valeur", "attendu", "grandeur"),
    [
        (16.7, 16.7, "creatinine"),
        (17.03, 16.7, "creatinine"),  # within 2 %: right, or a rounding
        (33.4, 16.7, "creatinine"),
        (0, 16.7, "creatinine"),
        (12, 7, "hba1c"),
        (3, 2.4, "cholesterol"),
    ],
)
def test_a_right_answer_and_an_error_of_another_kind_have_no_unit_confusion(valeur, attendu, grandeur):
    assert unites.facteur_d_erreur(valeur, attendu, grandeur) is None


@pytest.mark.parametrize(("ecart", "found"), [(0.0199, True), (0.0201, False), (-0.0199, True), (-0.0201, False)])
def test_a_confusion_is_recognised_up_to_two_percent(ecart, found):
    answer = 2.4 / 0.38665 * (1 + ecart)

    assert (unites.facteur_d_erreur(answer, 2.4, "cholesterol_total", "g/L") is not None) == found


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, -1, 1e7])
def test_facteur_d_erreur_refuses_what_is_not_a_number(bad):
    with pytest.raises(ValueError, match="Réponse"):
        unites.facteur_d_erreur(bad, 16.7, "creatinine")
    with pytest.raises(ValueError, match="Valeur attendue"):
        unites.facteur_d_erreur(16.7, bad, "creatinine")
    with pytest.raises(ValueError, match="Créatinine"):
        unites.facteur_d_erreur(16.7, bad, "creatinine", "mg/L")


def test_facteur_d_erreur_refuses_an_expected_value_that_is_in_no_unit():
    with pytest.raises(ValueError, match="0,1 n’est plausible dans aucune unité"):
        unites.facteur_d_erreur(10, 0.1, "creatinine")


@pytest.mark.parametrize(
    ("poids", "taille", "named"),
    [(92, 1.7, "1,7 m"), (29.9, 170, "Poids"), (300.1, 170, "Poids"), (92, None, "Taille"), (True, 170, "Poids")],
)
def test_imc_refuses_metres_and_impossible_weights(poids, taille, named):
    with pytest.raises(ValueError, match=named):
        unites.imc(poids, taille)


def test_every_cell_of_the_tables_is_filled_and_every_unit_can_be_reached():
    for name in ("unites", "unites_conversions"):
        for row in reference_data.rows(name):
            assert all(value.strip() for value in row.values()), row
    assert len(PAIRS) == len(set(PAIRS))


@pytest.mark.parametrize(("unite", "total", "hdl"), [("g/L", 1.2, 1.19), ("mmol/L", 3.0, 2.99), ("mg/dL", 120, 119)])
def test_hdl_stays_below_the_total_in_every_unit(unite, total, hdl):
    assert unites.verifier_cholesterols(total, hdl, unite) == (total, hdl)
    with pytest.raises(ValueError, match=r"HDL-cholestérol.*n’est pas inférieur au cholestérol total"):
        unites.verifier_cholesterols(total, total, unite)
    for wrong in NOT_NUMBERS:
        with pytest.raises(ValueError, match="Cholestérol total"):
            unites.verifier_cholesterols(wrong, hdl, unite)
        with pytest.raises(ValueError, match="HDL-cholestérol"):
            unites.verifier_cholesterols(total, wrong, unite)


@pytest.mark.parametrize("unite", ["mL/min/1,73 m²", "mL/min/1,73 m2"])
def test_the_filtration_rate_has_one_range(unite):
    assert unites.verifier(59.9, "dfg", unite) == 59.9
    with pytest.raises(ValueError, match=r"DFG.*de 2 à 250 mL/min/1,73 m²"):
        unites.verifier(1.2, "dfg", unite)  # a creatinine in mg/dL
