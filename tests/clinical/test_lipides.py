"""Calculated LDL, targets and alerts. The worked examples of Friedewald are in test_unites.py, with their table."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import lipides, reference_data, unites

NOT_NUMBERS = [None, True, "1,2", math.nan, math.inf, [1]]


@pytest.mark.parametrize(
    ("function", "values", "ldl"),
    [
        (lipides.ldl_g_l, (2.40, 0.43, 1.50), 1.67),  # vignette V14
        (lipides.ldl_g_l, (2.20, 0.40, 3.39), 1.122),
        (lipides.ldl_mmol_l, (6.2, 1.1, 1.7), 4.327),
        (lipides.ldl_mmol_l, (6.2, 1.1, 3.83), 6.2 - 1.1 - 3.83 / 2.2),
    ],
)
def test_friedewald_worked_examples(function, values, ldl):
    assert function(*values) == pytest.approx(ldl, abs=5e-4)


@given(ct=st.floats(1.8, 3.5), hdl=st.floats(0.3, 0.9), tg=st.floats(0.3, 3.3))
@settings(max_examples=60)
def test_both_units_of_friedewald_agree(ct, hdl, tg):
    def mmol(valeur, grandeur):
        return unites.convertir(valeur, grandeur, "g/L", "mmol/L")

    ldl = lipides.ldl_mmol_l(mmol(ct, "cholesterol_total"), mmol(hdl, "cholesterol_hdl"), mmol(tg, "triglycerides"))
    # TG/5 and TG/2,2 are two roundings of one ratio: 1 % of the triglycerides apart.
    assert ldl * 0.38665 == pytest.approx(lipides.ldl_g_l(ct, hdl, tg), abs=0.01 * tg)


@pytest.mark.parametrize(
    ("function", "hdl", "tg", "limite"),
    [(lipides.ldl_g_l, 0.4, 3.4, "3,4 g/L"), (lipides.ldl_mmol_l, 1.1, 3.84, "3,84 mmol/L")],
)
@pytest.mark.parametrize("more", [0, 0.01, 5])
def test_friedewald_is_refused_from_its_limit_on(function, hdl, tg, limite, more):
    with pytest.raises(
        ValueError,
        match=f"Friedewald n’est valable qu’au-dessous de {limite}.*signalez-le au médecin, un LDL dosé est nécessaire",
    ):
        function(4.9, hdl, tg + more)
    assert function(4.9, hdl, tg - 0.01) > 0


def test_friedewald_refuses_three_values_that_do_not_fit_together():
    with pytest.raises(ValueError, match="vérifiez les trois dosages"):
        lipides.ldl_g_l(1.0, 0.5, 3.0)
    for function in (lipides.ldl_g_l, lambda ct, hdl, tg: lipides.non_hdl_g_l(ct, hdl)):
        with pytest.raises(ValueError, match="n’est pas inférieur au cholestérol total"):
            function(1.2, 1.2, 0.5)


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 0, -1])
@pytest.mark.parametrize("position", range(3))
def test_friedewald_refuses_an_impossible_or_missing_value(position, bad):
    label = ("Cholestérol total", "HDL", "Triglycérides")[position]
    for function, values in ((lipides.ldl_g_l, [2.4, 0.5, 1.5]), (lipides.ldl_mmol_l, [6.2, 1.1, 1.7])):
        values[position] = bad
        with pytest.raises(ValueError, match=label):
            function(*values)


@pytest.mark.parametrize(
    ("function", "values", "hint"),
    [
        (lipides.ldl_g_l, (6.2, 1.1, 1.7), "6,2 mmol/L"),
        (lipides.ldl_mmol_l, (2.40, 0.43, 1.50), "2,4 g/L"),
        (lipides.ldl_g_l, (240, 43, 150), "240 mg/dL"),
        (lipides.non_hdl_mmol_l, (6.2, 0.43), "0,43 g/L"),
    ],
)
def test_another_unit_is_refused_and_named(function, values, hint):
    with pytest.raises(ValueError, match=f"Vouliez-vous dire {hint}"):
        function(*values)


def test_non_hdl_is_the_rest():
    assert lipides.non_hdl_g_l(2.4, 0.43) == pytest.approx(1.97)
    assert lipides.non_hdl_mmol_l(6.2, 1.1) == pytest.approx(5.1)


@pytest.mark.parametrize(
    ("categorie", "g_l", "mmol_l", "reduction"),
    [  # ESC/EAS 2019, Mach, Eur Heart J 2020;41:111
        ("tres_eleve", 0.55, 1.4, 50),
        ("eleve", 0.70, 1.8, 50),
        ("modere", 1.00, 2.6, None),
        ("faible", 1.16, 3.0, None),
    ],
)
def test_cible_ldl_is_the_published_one_in_both_units(categorie, g_l, mmol_l, reduction):
    cible = lipides.cible_ldl(categorie)

    assert (cible.g_l, cible.mmol_l, cible.reduction_pct) == (g_l, mmol_l, reduction)
    assert unites.convertir(cible.mmol_l, "cholesterol_ldl", "mmol/L", "g/L") == pytest.approx(g_l, abs=0.01)


@pytest.mark.parametrize("categorie", [None, "faible_a_modere", "high", "très élevé", 3])
def test_cible_ldl_refuses_a_category_without_a_target(categorie):
    with pytest.raises(ValueError, match=r"Catégorie de risque.*faible, modere, tres_eleve"):
        lipides.cible_ldl(categorie)


@pytest.mark.parametrize(
    ("ldl", "categorie", "initial", "ecart", "atteinte"),
    [
        (1.28, "tres_eleve", None, 0.73, False),  # vignette V22
        (0.55, "tres_eleve", 1.60, 0.00, False),  # the target is to be passed, not met
        (0.54, "tres_eleve", 1.60, -0.01, True),
        (0.54, "tres_eleve", None, -0.01, None),
        (0.54, "tres_eleve", 1.07, -0.01, False),  # -49,5 %
        (0.54, "tres_eleve", 1.08, -0.01, True),  # -50 %
        (0.60, "eleve", 1.20, -0.10, True),
        (0.69, "eleve", 1.30, -0.01, False),
        (0.99, "modere", None, -0.01, True),
        (1.00, "modere", None, 0.00, False),
        (1.15, "faible", None, -0.01, True),
        (1.16, "faible", None, 0.00, False),
    ],
)
def test_ecart_cible_wants_the_number_and_the_fall(ldl, categorie, initial, ecart, atteinte):
    found = lipides.ecart_cible(ldl, categorie, initial)

    assert found.ecart_g_l == pytest.approx(ecart)
    assert found.atteinte is atteinte
    assert (found.reduction_pct is None) == (initial is None)


@given(initial=st.floats(0.2, 4))
@settings(max_examples=60)
def test_half_of_any_ldl_is_a_fall_of_fifty_percent(initial):
    found = lipides.ecart_cible(initial / 2, "eleve", initial)

    assert found.reduction_pct == pytest.approx(50)
    assert found.atteinte is (initial / 2 < 0.70)


@pytest.mark.parametrize(
    ("ldl", "version", "coronarien", "alerte"),
    [
        (1.90, "esc", None, False),
        (1.91, "esc", None, True),
        (1.89, "esc", None, False),
        (1.30, "asalee_historique", False, False),
        (1.31, "asalee_historique", False, True),
        (1.00, "asalee_historique", True, False),
        (1.01, "asalee_historique", True, True),
        (1.01, "asalee_historique", False, False),
    ],
)
def test_alerte_ldl_on_both_sides_of_each_line(ldl, version, coronarien, alerte):
    assert lipides.alerte_ldl(ldl, version, coronarien) is alerte


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((4.9,), "Vouliez-vous dire 4,9 mmol/L"),
        ((1.5, "has"), "Version de l’alerte"),
        ((1.5, "asalee_historique"), "Patient coronarien"),
        ((1.5, "asalee_historique", 1), "Patient coronarien"),
        *(((bad,), "LDL-cholestérol") for bad in NOT_NUMBERS),
    ],
)
def test_alerte_ldl_refuses_what_it_cannot_read(arguments, named):
    with pytest.raises(ValueError, match=named):
        lipides.alerte_ldl(*arguments)


@pytest.mark.parametrize("bad", [*NOT_NUMBERS[1:], 0, 4.1])
def test_ecart_cible_refuses_an_impossible_ldl(bad):
    with pytest.raises(ValueError, match="LDL-cholestérol"):
        lipides.ecart_cible(bad, "eleve")
    with pytest.raises(ValueError, match="LDL-cholestérol"):
        lipides.ecart_cible(1.0, "eleve", bad)


def test_the_limit_of_the_formula_is_the_same_in_both_units():
    seuils = reference_data.thresholds("lipides")
    in_mmol = unites.convertir(seuils["tg_limite_g_l"], "triglycerides", "g/L", "mmol/L")

    assert seuils["tg_limite_mmol_l"] == round(in_mmol, 2)
