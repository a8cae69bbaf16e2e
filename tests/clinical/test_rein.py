"""CKD-EPI against other implementations, the KDIGO cells, decline and intervals."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import reference_data, rein
from tests.clinical.vecteurs import table

SEXE = {"M": "homme", "F": "femme"}
RISQUE = {"low": "faible", "moderate": "modere", "high": "eleve", "very_high": "tres_eleve"}
COULEUR = {"faible": "vert", "modere": "jaune", "eleve": "orange", "tres_eleve": "rouge"}
#: Vectors staged on their rounded DFG: this one is 89.98, G2, and prints 90, G1. The brief stages before rounding.
STAGED_AFTER_ROUNDING = {"CKD-034"}
NOT_NUMBERS = [None, True, "60", math.nan, math.inf, [60]]


@pytest.mark.parametrize("row", table("ckdepi_vectors.csv"), ids=lambda row: row["id"])
def test_dfg_agrees_with_other_implementations(row):
    version = int(row["equation"].split()[1])
    dfg = rein.dfg_ckd_epi(float(row["creatinine_umol_L"]), float(row["age"]), SEXE[row["sex"]], version)

    assert dfg == pytest.approx(float(row["expected_egfr"]), abs=float(row["tolerance"]))
    assert row["kdigo_G_if_persistent"] in rein.dfg_rendu(dfg).admises
    assert (rein.categorie_dfg(dfg) == row["kdigo_G_if_persistent"]) == (row["id"] not in STAGED_AFTER_ROUNDING)


@pytest.mark.parametrize(
    ("creatinine", "age", "sexe", "version", "publie"),
    [  # vignettes V01, V02, V03, V12 and its year before, and the 2021 contrast of the brief
        (68, 58, "femme", 2009, 85.2),
        (102, 66, "homme", 2009, 65.7),
        (84, 71, "femme", 2009, 60.2),
        (148, 70, "homme", 2009, 40.7),
        (112, 69, "homme", 2009, 57.4),
        (148, 70, "homme", 2021, 43.6),
        (110, 74, "homme", 2009, 56.7),
        (110, 74, "homme", 2021, 60.8),
    ],
)
def test_dfg_of_the_worked_patients(creatinine, age, sexe, version, publie):
    assert rein.dfg_ckd_epi(creatinine, age, sexe, version) == pytest.approx(publie, abs=0.06)


@pytest.mark.parametrize(
    ("version", "sexe", "constante"),
    [
        (2009, "homme", 141),
        (2009, "femme", 143.538),
        ("2009_144", "homme", 141),
        ("2009_144", "femme", 144),
        (2021, "homme", 142),
        (2021, "femme", 143.704),
    ],
)
def test_the_constants_read_where_everything_else_is_one(version, sexe, constante):
    kappa = {"femme": 61.88, "homme": 79.56}[sexe]  # 0,7 and 0,9 mg/dL
    base = 0.9938 if version == 2021 else 0.993

    assert rein.dfg_ckd_epi(kappa, 50, sexe, version) == pytest.approx(constante * base**50, rel=1e-9)


@pytest.mark.parametrize(
    ("version", "sexe", "kappa", "alpha", "exposant"),
    [  # Levey, Ann Intern Med 2009;150:604, table 2; Inker, N Engl J Med 2021;385:1737
        (2009, "femme", 0.7, -0.329, -1.209),
        (2009, "homme", 0.9, -0.411, -1.209),
        ("2009_144", "femme", 0.7, -0.329, -1.209),
        ("2009_144", "homme", 0.9, -0.411, -1.209),
        (2021, "femme", 0.7, -0.241, -1.200),
        (2021, "homme", 0.9, -0.302, -1.200),
    ],
)
def test_the_exponents_are_the_published_ones_on_each_side_of_kappa(version, sexe, kappa, alpha, exposant):
    low, middle, high = (rein.dfg_ckd_epi(88.4 * kappa * times, 50, sexe, version) for times in (0.5, 1, 2))

    assert math.log(low / middle, 0.5) == pytest.approx(alpha, abs=1e-9)
    assert math.log(high / middle, 2) == pytest.approx(exposant, abs=1e-9)


PERSON = {"age": st.floats(18, 110), "sexe": st.sampled_from(rein.SEXES), "version": st.sampled_from(rein.VERSIONS)}


@given(creatinine=st.floats(30, 990), **PERSON)
@settings(max_examples=60)
def test_dfg_falls_when_creatinine_or_age_rises_and_always_has_a_stage(creatinine, age, sexe, version):
    dfg = rein.dfg_ckd_epi(creatinine, age, sexe, version)

    assert rein.dfg_ckd_epi(creatinine + 10, age, sexe, version) < dfg
    assert rein.dfg_ckd_epi(creatinine, min(age + 1, 110), sexe, version) <= dfg
    assert rein.stade_kdigo(dfg, 1).g in {"G1", "G2", "G3a", "G3b", "G4", "G5"}


@pytest.mark.parametrize(
    ("creatinine", "hint"),
    [(16.7, "148 µmol/L (× 8,84)"), (29.9, "264 µmol/L (× 8,84)"), (1.67, "148 µmol/L (× 88,4)")],
)
def test_a_creatinine_in_mg_is_refused_with_the_value_in_micromoles(creatinine, hint):
    with pytest.raises(ValueError, match="de 30 à 1000 µmol/L") as refus:
        rein.dfg_ckd_epi(creatinine, 70, "homme")
    assert hint in str(refus.value)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        *(({"creatinine_umol_l": bad}, "Créatinine") for bad in [*NOT_NUMBERS, 0, -80, 1000.1]),
        *(({"age": bad}, "Âge") for bad in [*NOT_NUMBERS, 17.9, 110.1, 1955]),
        *(({"sexe": bad}, "Sexe") for bad in [None, "F", "M", 1]),
        *(({"version": bad}, "Version") for bad in [None, True, 2012, 2009.0, "ckd-epi", "2021_144"]),
    ],
)
def test_dfg_refuses_an_impossible_or_missing_input_in_french(change, named):
    with pytest.raises(ValueError, match=f"{named}.*(accepté|nombre)"):
        rein.dfg_ckd_epi(**{"creatinine_umol_l": 80, "age": 60, "sexe": "femme", **change})


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


@pytest.mark.parametrize("bad", [*NOT_NUMBERS, 0, 1.9, 250.1, -5])
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


@pytest.mark.parametrize("bad", NOT_NUMBERS)
def test_stade_refuses_an_impossible_rac(bad):
    with pytest.raises(ValueError, match=r"RAC.*0 à 1000 mg/mmol"):
        rein.stade_kdigo(60, bad)


@pytest.mark.parametrize(
    ("dfg", "imprime", "admises"),
    [
        (59.4, 59, ("G3a",)),
        (59.5, 60, ("G3a", "G2")),  # half goes up
        (59.99, 60, ("G3a", "G2")),
        (60, 60, ("G2",)),
        (44.5, 45, ("G3b", "G3a")),  # Python rounds 44.5 to 44
        (60.4, 60, ("G2",)),
        (89.6, 90, ("G2", "G1")),
        (40.7, 41, ("G3b",)),
    ],
)
def test_dfg_rendu_admits_the_stage_of_the_printed_integer(dfg, imprime, admises):
    rendu = rein.dfg_rendu(dfg)

    assert (rendu.imprime, rendu.admises) == (imprime, admises)
    assert abs(rendu.imprime - dfg) <= 0.5


@pytest.mark.parametrize(
    ("dfg", "rac", "mois", "autre", "attendu"),
    [
        (59.9, 1, 3, False, "a_confirmer"),
        (59.9, 1, 3.1, False, "reunis"),
        (60, 2.9, 24, False, "absents"),
        (60, 3, 24, False, "reunis"),
        (60, 3, 0, False, "a_confirmer"),
        (95, 1, 24, True, "reunis"),
        (95, 1, 2, True, "a_confirmer"),
        (95, 1, 24, False, "absents"),
    ],
)
def test_criteres_need_more_than_three_months(dfg, rac, mois, autre, attendu):
    assert rein.criteres_mrc(dfg, rac, mois, autre) == attendu


@pytest.mark.parametrize(
    ("mois", "autre", "named"),
    [
        (None, False, "Durée"),
        (-1, False, "Durée"),
        (1201, True, "Durée"),
        (6, None, "marqueur"),
        (6, 1, "marqueur"),
    ],
)
def test_criteres_refuse_a_missing_duration_or_marker(mois, autre, named):
    with pytest.raises(ValueError, match=named):
        rein.criteres_mrc(50, 2, mois, autre)


@pytest.mark.parametrize(
    ("ancien", "recent", "mois", "par_an", "classe"),
    [
        (60, 60, 12, 0, "aucun"),
        (60, 62, 12, -2, "aucun"),
        (60, 58.1, 12, 1.9, "faible"),
        (60, 58, 12, 2, "modere"),
        (60, 55, 12, 5, "modere"),
        (60, 54.9, 12, 5.1, "rapide"),
        (60, 58, 24, 1, "faible"),
        (60, 58, 3, 8, "rapide"),
        (57.4, 40.7, 12, 16.7, "rapide"),
    ],
)
def test_declin_annuel_on_both_sides_of_2_and_5(ancien, recent, mois, par_an, classe):
    declin = rein.declin_annuel(ancien, recent, mois)

    assert declin.ml_min_an == pytest.approx(par_an)
    assert declin.classe == classe


@pytest.mark.parametrize("mois", [*NOT_NUMBERS, 0, 2.9, 240.1])
def test_declin_refuses_an_interval_that_says_nothing_of_a_year(mois):
    with pytest.raises(ValueError, match=r"Intervalle.*3 à 240 mois"):
        rein.declin_annuel(60, 55, mois)


@pytest.mark.parametrize(("recent", "signaler"), [(45.1, False), (45, False), (44.9, True), (70, False)])
def test_a_fall_of_more_than_a_quarter_is_told_the_same_day(recent, signaler):
    assert rein.chute_a_signaler(60, recent) is signaler


def test_the_fall_of_vignette_12_is_29_percent():
    assert rein.chute_pct(57.4, 40.7) == pytest.approx(29.1, abs=0.05)


@pytest.mark.parametrize(("dfg", "mois"), [(95, 12), (60, 12), (59.9, 5.99), (40, 4), (15, 1.5)])
def test_intervalle_controle_is_a_year_or_the_dfg_over_ten(dfg, mois):
    assert rein.intervalle_controle_mois(dfg) == pytest.approx(mois)


def test_every_cell_of_the_tables_is_filled():
    for name in ("ckd_epi", "ckd_kdigo"):
        for row in reference_data.rows(name):
            assert all(value.strip() for value in row.values()), row
