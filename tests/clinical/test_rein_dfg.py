"""The estimated filtration rate: CKD-EPI against other implementations, worked patients, what is refused."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import rein
from tests.clinical.vecteurs import SEXE, not_numbers, table

#: Vectors staged on their rounded DFG: this one is 89.98, G2, and prints 90, G1. The brief stages before rounding.
STAGED_AFTER_ROUNDING = {"CKD-034"}


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
        *(({"creatinine_umol_l": bad}, "Créatinine") for bad in [*not_numbers(60), 0, -80, 1000.1]),
        *(({"age": bad}, "Âge") for bad in [*not_numbers(60), 17.9, 110.1, 1955]),
        *(({"sexe": bad}, "Sexe") for bad in [None, "F", "M", 1]),
        *(({"version": bad}, "Version") for bad in [None, True, 2012, 2009.0, "ckd-epi", "2021_144"]),
    ],
)
def test_dfg_refuses_an_impossible_or_missing_input_in_french(change, named):
    with pytest.raises(ValueError, match=f"{named}.*(accepté|nombre)"):
        rein.dfg_ckd_epi(**{"creatinine_umol_l": 80, "age": 60, "sexe": "femme", **change})


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
