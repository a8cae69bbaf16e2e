"""The diabetes and cardiovascular vignettes that no other test reads whole: kidney, pressure, who gets no score."""

import re

import pytest

from asalee_training.clinical import ecg, rein, risque_cv, tension
from tests.clinical.vecteurs import SEXE, table

ROWS = table("diabetes_cv_vignettes.csv")
VIGNETTES = {row["id"]: row for row in ROWS}
CREATININE = re.compile(r"creat (\d+) umol/L")


@pytest.mark.parametrize("row", [row for row in ROWS if CREATININE.search(row["labs"])], ids=lambda row: row["id"])
def test_the_dfg_of_a_vignette_is_computed_from_its_creatinine(row):
    creatinine = float(CREATININE.search(row["labs"])[1])
    dfg = rein.dfg_ckd_epi(creatinine, float(row["age"]), SEXE[row["sex"]])

    assert dfg == pytest.approx(float(row["egfr_ckdepi2009"]), abs=0.051)


def test_v12_is_g3b_a3_at_very_high_risk():
    stade = rein.stade_kdigo(float(VIGNETTES["V12"]["egfr_ckdepi2009"]), 42)

    assert VIGNETTES["V12"]["expected_numeric"].endswith("G3b-A3 very high risk")
    assert (stade.g, stade.a, stade.risque) == ("G3b", "A3", "tres_eleve")


@pytest.mark.parametrize(
    ("vignette", "pressions", "profil"),
    [("V17", (156, 94, 128, 79), "blouse_blanche"), ("V18", (134, 84, 141, 89), "masquee")],
)
def test_a_home_mean_tells_white_coat_from_masked(vignette, pressions, profil):
    assert all(str(value) in VIGNETTES[vignette]["vitals"] for value in pressions)
    assert tension.conclusion(*pressions, "automesure", False).profil == profil


def test_v19_is_a_severe_pressure_and_v20_falls_at_one_minute_only():
    assert tension.severe(212, 116)
    assert tension.grade_cabinet(212, 116) == 3
    chute = tension.orthostatisme(152, 84, 128, 76, 134, 80)
    assert (chute.positive, chute.baisse_pas_1, chute.baisse_pad_1, chute.baisse_pas_3) == (True, 24, 8, 18)
    assert VIGNETTES["V20"]["expected_numeric"].startswith("drop 24/8 at 1 min")


def test_v21_is_a_reversal_of_the_arms_to_record_again():
    assert "Lead I entirely negative, aVR positive" in VIGNETTES["V21"]["expected_numeric"]
    pose = {electrode.code: electrode.position for electrode in ecg.electrodes()}
    pose["R"], pose["L"] = pose["L"], pose["R"]
    seen = ecg.verifier_pose(pose)
    arms = next(error for error in ecg.erreurs() if error.code in seen.erreurs)

    assert seen.refaire
    assert arms.echange == ("R-L",)
    assert "DI entièrement négatif" in arms.signature
    assert "aVR positif" in arms.signature


@pytest.mark.parametrize(("vignette", "motif"), [("V22", "maladie_cardiovasculaire"), ("V23", "hypercholesterolemie")])
def test_no_score_after_an_infarct_nor_at_38_with_a_family_ldl(vignette, motif):
    row = VIGNETTES[vignette]
    pas, pad = map(int, row["vitals"].split("/"))
    situation = risque_cv.Situation(
        age=float(row["age"]),
        maladie_cardiovasculaire=vignette == "V22",
        hypercholesterolemie_familiale=vignette == "V23",
        trouble_genetique=False,
        grossesse=False,
        diabete="aucun",
        atteinte_organe=False,
        dfg="non_mesure",
        rac_mg_mmol="non_mesure",
        ldl_g_l=float(re.search(r"LDL (\d,\d+) g/L", row["labs"])[1].replace(",", ".")),
        pas_mmhg=pas,
        pad_mmhg=pad,
    )
    applicable = risque_cv.score_applicable(situation)

    assert row["expected_numeric"].startswith("SCORE2 not applicable")
    assert applicable.score is None
    assert any(motif in refus.nom for refus in applicable.refus)
