"""The foot, from tables worked out by hand: sites, loss of sensation, index, grade, category."""

import csv
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import pied

DATA = Path(__file__).parent / "data"
REELLE_OUI, REELLE_NON = ({"application": "reelle", "reponse": reponse} for reponse in ("oui", "non"))
FICTIVE_OUI, FICTIVE_NON = ({"application": "fictive", "reponse": reponse} for reponse in ("oui", "non"))
SAIN = {"hallux": "present", "meta1": "present", "meta5": "present"}


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", table("diabetes_monofilament_vectors.csv"), ids=lambda row: row["id"])
def test_perte_sensibilite_follows_the_worked_examples(row):
    def foot(side):
        return {
            site: "non_testable" if row[f"{side}_{code}"] == "X" else [c == "C" for c in row[f"{side}_{code}"]]
            for site, code in (("hallux", "hallux"), ("meta1", "MTH1"), ("meta5", "MTH5"))
        }

    result = pied.perte_sensibilite(foot("R"), foot("L"))

    assert (result.droit, result.gauche) == (row["R_foot"] == "LOPS", row["L_foot"] == "LOPS")
    assert result.perte == (row["patient"] == "neuropathy")
    assert not result.incomplet
    states = {"present": "present", "absent": "absent", "not_testable": "non_testable"}
    assert result.sites["droit.hallux"] == states[row["R_hallux_res"]]
    assert result.sites["gauche.meta5"] == states[row["L_MTH5_res"]]


@pytest.mark.parametrize(
    ("reponses", "etat"),
    [
        ([REELLE_OUI, FICTIVE_NON, REELLE_OUI], "present"),
        ([REELLE_OUI, FICTIVE_OUI, REELLE_OUI], "present"),
        ([REELLE_NON, FICTIVE_NON, REELLE_OUI], "present"),
        ([REELLE_NON, FICTIVE_NON, REELLE_NON], "absent"),  # feels nothing, and says so at the sham too
        ([REELLE_OUI, FICTIVE_OUI, REELLE_NON], "absent"),
        ([REELLE_NON, FICTIVE_OUI, REELLE_NON], "absent"),
        ("non_testable", "non_testable"),
    ],
)
def test_site_counts_right_answers_and_sham_applications(reponses, etat):
    assert pied.site(reponses) == etat


@pytest.mark.parametrize(
    "reponses",
    [
        [REELLE_OUI, REELLE_OUI, REELLE_OUI],  # no sham: says oui to everything, feels nothing
        [FICTIVE_NON, FICTIVE_NON, REELLE_NON],  # one real: feels nothing and is right twice
        [REELLE_OUI, FICTIVE_NON],
        [True, True],
        [True, True, 1],
        [True, REELLE_OUI, FICTIVE_NON],
        [{"application": "reelle"}, REELLE_OUI, FICTIVE_NON],
        [{"application": "vraie", "reponse": "oui"}, REELLE_OUI, FICTIVE_NON],
        [{"application": "reelle", "reponse": "peut-être"}, REELLE_OUI, FICTIVE_NON],
        "present",
        None,
        3,
    ],
)
def test_site_refuses_what_is_not_three_questions(reponses):
    with pytest.raises(ValueError, match=r"Site|Application|Réponse"):
        pied.site(reponses)


def test_one_insensate_site_of_six_is_a_loss():
    result = pied.perte_sensibilite(SAIN, {**SAIN, "meta1": [True, False, False]})

    assert result.perte
    assert not result.droit
    assert result.sites_absents == ("gauche.meta1",)


def test_a_site_that_cannot_be_tested_leaves_the_examination_incomplete_unless_another_is_insensate():
    missing = {**SAIN, "hallux": "non_testable"}

    assert pied.perte_sensibilite(missing, SAIN).incomplet
    assert not pied.perte_sensibilite(missing, SAIN).perte
    assert not pied.perte_sensibilite(missing, {**SAIN, "meta5": "absent"}).incomplet


@pytest.mark.parametrize("foot", [{}, {"hallux": "present"}, {**SAIN, "talon": "present"}, None, [True] * 3])
def test_perte_sensibilite_refuses_a_foot_without_its_three_sites(foot):
    with pytest.raises(ValueError, match="Pied gauche"):
        pied.perte_sensibilite(SAIN, foot)


@pytest.mark.parametrize("row", table("diabetes_foot_grade_truth_table.csv"), ids=lambda row: "".join(row.values())[:6])
def test_grade_and_category_follow_the_64_row_truth_table(row):
    names = ("lops", "pad", "deformity", "past_ulcer_gt4wk", "past_amputation", "esrd_dialysis")
    findings = [row[name] == "1" for name in names]
    grade = pied.grade_podologique(*findings[:5])

    assert grade == int(row["grade_FR"])
    assert pied.categorie_iwgdf(*findings) == int(row["iwgdf_2019_2023"])
    assert pied.seances_podologue(grade) == int(row["reimbursed_POD_sessions_per_year"].split()[0])


@pytest.mark.parametrize("position", range(5))
def test_grade_never_falls_when_a_finding_is_added(position):
    for findings in product((False, True), repeat=5):
        more = [*findings[:position], True, *findings[position + 1 :]]
        assert pied.grade_podologique(*more) >= pied.grade_podologique(*findings)
        for dialyse in (False, True):
            assert pied.categorie_iwgdf(*more, dialyse) >= pied.categorie_iwgdf(*findings, dialyse)


@pytest.mark.parametrize("constat", [None, 1, 0, "oui", 1.0])
def test_grade_refuses_a_finding_that_is_not_true_or_false(constat):
    with pytest.raises(ValueError, match="AOMI"):
        pied.grade_podologique(True, constat, False, False, False)


@pytest.mark.parametrize("row", table("diabetes_ips_vectors.csv"))
def test_ips_follows_the_worked_examples(row):
    arm = max(int(row["arm_R"]), int(row["arm_L"]))
    french = {"AOMI": "aomi", "normal": "normal", "arteres": "incompressible"}
    esc = {"PAD": "aomi", "borderline": "limite", "normal": "normal", "non": "incompressible"}
    for side in "RL":
        index = pied.ips(max(int(row[f"{side}_pedieuse"]), int(row[f"{side}_tib_post"])), arm)
        assert round(index, 2) == float(row[f"IPS_{side}"])
        assert pied.lecture_ips(index) == french[row[f"class_FR_{side}"].split()[0]]
        assert pied.lecture_ips(index, "esc") == esc[row[f"class_AHA_{side}"].split()[0]]


@pytest.mark.parametrize(
    ("ips", "francaise", "esc"),
    [
        (0.89, "aomi", "aomi"),
        (0.90, "normal", "aomi"),
        (0.91, "normal", "limite"),
        (0.99, "normal", "limite"),
        (1.00, "normal", "normal"),
        (1.30, "normal", "normal"),
        (1.31, "incompressible", "normal"),
        (1.40, "incompressible", "normal"),
        (1.41, "incompressible", "incompressible"),
    ],
)
def test_lecture_ips_on_both_sides_of_each_threshold(ips, francaise, esc):
    assert (pied.lecture_ips(ips), pied.lecture_ips(ips, "esc")) == (francaise, esc)


@pytest.mark.parametrize("pressure", [None, True, "120", float("nan"), float("inf"), -5, 0, 10**400, 0.12])
def test_ips_refuses_an_impossible_pressure(pressure):
    with pytest.raises(ValueError, match="Pression à la cheville"):
        pied.ips(pressure, 130)
    with pytest.raises(ValueError, match="Pression au bras"):
        pied.ips(130, pressure)


@given(st.integers(20, 350), st.integers(60, 300))
def test_ips_is_the_ankle_over_the_arm(ankle, arm):
    assert pied.ips(ankle, arm) * arm == pytest.approx(ankle)


@pytest.mark.parametrize(("grade", "seances", "si_plaie"), [(0, 0, 0), (1, 0, 0), (2, 5, 5), (3, 6, 8)])
def test_seances_podologue_per_grade(grade, seances, si_plaie):
    assert (pied.seances_podologue(grade), pied.seances_podologue(grade, True)) == (seances, si_plaie)


def test_intervalle_shortens_as_the_grade_rises():
    assert [pied.intervalle_mois(grade) for grade in range(4)] == [(12, 12), (6, 12), (3, 6), (1, 3)]


@pytest.mark.parametrize("grade", [-1, 4, 1.5, None, True, "2"])
def test_a_grade_outside_0_to_3_is_refused(grade):
    with pytest.raises(ValueError, match="Grade podologique"):
        pied.seances_podologue(grade)
    with pytest.raises(ValueError, match="Grade podologique"):
        pied.intervalle_mois(grade)
