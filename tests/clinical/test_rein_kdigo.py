"""The KDIGO stages of the kidney: filtration rate, albuminuria, and the risk of each cell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import reference_data, rein
from tests.clinical.vecteurs import not_numbers, table

RISQUE = {"low": "faible", "moderate": "modere", "high": "eleve", "very_high": "tres_eleve"}
COULEUR = {"faible": "vert", "modere": "jaune", "eleve": "orange", "tres_eleve": "rouge"}


@pytest.mark.parametrize(
    "row", table("ckdepi_kdigo_stage_vectors.csv"), ids=lambda r: f"{r['egfr_ml_min_1.73']}-{r['acr_mg_mmol']}"
)
def test_stade_follows_the_kdigo_table(row):
    stade = rein.stade_kdigo(float(row["egfr_ml_min_1.73"]), float(row["acr_mg_mmol"]))

    assert (stade.g, stade.a, stade.risque) == (row["G"], row["A"], RISQUE[row["kdigo_risk"]])
    assert stade.couleur == COULEUR[stade.risque]
    assert stade.marqueur == (row["ckd_if_persistent_3_months"] == "yes")


@pytest.mark.parametrize(
    ("dfg", "risque"),
    [(95, "eleve"), (75, "eleve"), (50, "tres_eleve"), (40, "tres_eleve"), (20, "tres_eleve"), (10, "tres_eleve")],
)
def test_the_a3_column_that_the_vectors_do_not_reach(dfg, risque):
    assert (rein.stade_kdigo(dfg, 42).a, rein.stade_kdigo(dfg, 42).risque) == ("A3", risque)


@pytest.mark.parametrize(
    ("seuil", "dessous", "dessus"),
    [(90, "G2", "G1"), (60, "G3a", "G2"), (45, "G3b", "G3a"), (30, "G4", "G3b"), (15, "G5", "G4")],
)
def test_categorie_dfg_on_both_sides_of_each_threshold(seuil, dessous, dessus):
    assert [rein.categorie_dfg(seuil + d) for d in (-0.01, 0, 0.01)] == [dessous, dessus, dessus]


@pytest.mark.parametrize(
    ("rac", "unite", "convention", "sexe", "attendu"),
    [
        (2.99, "mg/mmol", "kdigo", None, "A1"),
        (3, "mg/mmol", "kdigo", None, "A2"),
        (30, "mg/mmol", "kdigo", None, "A2"),
        (30.01, "mg/mmol", "kdigo", None, "A3"),
        (29.9, "mg/g", "kdigo", None, "A1"),
        (30, "mg/g", "kdigo", None, "A2"),
        (300, "mg/g", "kdigo", None, "A2"),
        (300.1, "mg/g", "kdigo", None, "A3"),
        (2.5, "mg/mmol", "historique", "homme", "A1"),
        (2.51, "mg/mmol", "historique", "homme", "A2"),
        (3.5, "mg/mmol", "historique", "femme", "A1"),
        (3.51, "mg/mmol", "historique", "femme", "A2"),
        (2.51, "mg/mmol", "historique_3", "homme", "A2"),
        (3, "mg/mmol", "historique_3", "femme", "A1"),
        (3.01, "mg/mmol", "historique_3", "femme", "A2"),
        (30, "mg/mmol", "historique", "femme", "A2"),
        (30.01, "mg/mmol", "historique", "homme", "A3"),
    ],
)
def test_categorie_albuminurie_on_both_sides_of_each_threshold(rac, unite, convention, sexe, attendu):
    assert rein.categorie_albuminurie(rac, unite, convention, sexe) == attendu


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ((None,), "RAC"),
        ((-0.1,), "RAC"),
        ((1000.1,), "8,84|RAC"),
        ((3, "g/L"), "Unité"),
        ((3, "mg/mmol", "kdigo_2012"), "Convention"),
        ((3, "mg/mmol", "historique"), "Sexe"),
        ((30, "mg/g", "historique", "femme"), "historiques"),
    ],
)
def test_categorie_albuminurie_refuses_what_it_cannot_read(arguments, named):
    with pytest.raises(ValueError, match=named):
        rein.categorie_albuminurie(*arguments)


@pytest.mark.parametrize(("rac", "severe"), [(49.9, False), (50, True), (50.1, True)])
def test_albuminurie_severe_from_50(rac, severe):
    assert rein.stade_kdigo(70, rac).albuminurie_severe is severe


@given(dfg=st.floats(2, 150), rac=st.floats(0, 900), less=st.floats(0, 1), more=st.floats(0, 100))
@settings(max_examples=60)
def test_the_risk_never_falls_when_the_dfg_falls_or_the_albumin_rises(dfg, rac, less, more):
    order = list(COULEUR)

    worse = rein.stade_kdigo(max(dfg * less, 2), rac + more)
    assert order.index(worse.risque) >= order.index(rein.stade_kdigo(dfg, rac).risque)


@pytest.mark.parametrize("bad", [*not_numbers(60), 0, 1.9, 250.1, -5])
@pytest.mark.parametrize(
    "function",
    [
        lambda dfg: rein.stade_kdigo(dfg, 2),
        rein.dfg_rendu,
        rein.intervalle_controle_mois,
        lambda dfg: rein.declin_annuel(dfg, 60, 12),
        lambda dfg: rein.declin_annuel(60, dfg, 12),
        lambda dfg: rein.chute_a_signaler(dfg, 60),
        lambda dfg: rein.chute_pct(60, dfg),
        lambda dfg: rein.criteres_mrc(dfg, 2, 6, False),
    ],
)
def test_an_impossible_dfg_is_refused_everywhere(function, bad):
    with pytest.raises(ValueError, match=r"DFG.*2 à 250 mL/min"):
        function(bad)


@pytest.mark.parametrize("bad", not_numbers(60))
def test_stade_refuses_an_impossible_rac(bad):
    with pytest.raises(ValueError, match=r"RAC.*0 à 1000 mg/mmol"):
        rein.stade_kdigo(60, bad)


def test_every_cell_of_the_tables_is_filled():
    for name in ("ckd_epi", "ckd_kdigo"):
        for row in reference_data.rows(name):
            assert all(value.strip() for value in row.values()), row
