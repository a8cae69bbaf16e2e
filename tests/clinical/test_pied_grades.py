"""The two classifications of the foot, where they disagree, and the follow-up that each gives."""

from itertools import product

import pytest

from asalee_training.clinical import pied
from tests.clinical.vecteurs import table

TRUTH = table("diabetes_foot_grade_truth_table.csv")
FINDINGS = ("lops", "pad", "deformity", "past_ulcer_gt4wk", "past_amputation", "esrd_dialysis")


@pytest.mark.parametrize("row", TRUTH, ids=lambda row: "".join(row.values())[:6])
def test_grade_and_category_follow_the_64_row_truth_table(row):
    findings = [row[name] == "1" for name in FINDINGS]
    grade = pied.grade_podologique(*findings[:5])

    assert grade == int(row["grade_FR"])
    assert pied.categorie_iwgdf(*findings) == int(row["iwgdf_2019_2023"])
    assert pied.categorie_iwgdf(*findings, edition="2023") == int(row["iwgdf_2019_2023"])
    assert pied.categorie_iwgdf(*findings, edition="2015") == int(row["iwgdf_2015"])
    sessions = row["reimbursed_POD_sessions_per_year"]
    assert pied.seances_podologue(grade, False) == int(sessions.split()[0])
    assert pied.seances_podologue(grade, True) == (8 if "8 si plaie" in sessions else int(sessions.split()[0]))


@pytest.mark.parametrize("row", TRUTH, ids=lambda row: "".join(row.values())[:6])
def test_desaccord_follows_the_flags_of_the_truth_table(row):
    found = pied.desaccord(*[row[name] == "1" for name in FINDINGS])
    grade, category = int(row["grade_FR"]), int(row["iwgdf_2019_2023"])
    isolated = {"aomi_isolee", "aomi_et_deformation_sans_neuropathie"} & set(found.raisons)

    assert (found.grade, found.categorie, found.niveau_suivi) == (grade, category, max(grade, category))
    assert found.alerte == ("FR_IWGDF_DISAGREE" in row["flag"]) == bool(found.raisons)
    assert bool(isolated) == ("ISOLATED_PAD_ALERT_GP" in row["flag"])
    assert found.sens == ("accord", "iwgdf_plus_haute", "grade_plus_haut")[(category > grade) + 2 * (grade > category)]


def test_the_two_classifications_differ_in_20_of_the_64_combinations():
    assert len(TRUTH) == 64
    assert sum(pied.desaccord(*[row[name] == "1" for name in FINDINGS]).alerte for row in TRUTH) == 20


@pytest.mark.parametrize(
    ("present", "grade", "categorie", "raisons"),
    [
        ({"aomi"}, 0, 1, ("aomi_isolee",)),
        ({"aomi", "deformation"}, 0, 2, ("aomi_et_deformation_sans_neuropathie",)),
        ({"aomi", "dialyse"}, 0, 3, ("aomi_isolee", "dialyse")),
        ({"perte_sensibilite", "dialyse"}, 1, 3, ("dialyse",)),
        ({"perte_sensibilite", "aomi", "dialyse"}, 2, 3, ("dialyse",)),
        ({"ulcere_ancien"}, 3, 0, ("antecedent_sans_neuropathie_ni_aomi",)),
        ({"amputation", "dialyse"}, 3, 0, ("antecedent_sans_neuropathie_ni_aomi",)),
        ({"amputation", "aomi", "dialyse"}, 3, 3, ()),
        ({"dialyse"}, 0, 0, ()),
        ({"perte_sensibilite", "deformation"}, 2, 2, ()),
        (set(), 0, 0, ()),
    ],
)
def test_desaccord_names_its_reasons(present, grade, categorie, raisons):
    names = ("perte_sensibilite", "aomi", "deformation", "ulcere_ancien", "amputation", "dialyse")
    found = pied.desaccord(**{name: name in present for name in names})

    assert (found.grade, found.categorie, found.raisons) == (grade, categorie, raisons)


@pytest.mark.parametrize("row", [row for row in table("diabetes_cv_vignettes.csv") if row["expected_grade_FR"]])
def test_the_vignettes_get_their_grade_and_category(row):
    if row["expected_grade_FR"] == "NA":  # V06, active ulcer
        assert not pied.gradation_possible({"plaie"})
        return

    def foot(side):
        sites = zip(pied.SITES, row[f"foot_{side}(hallux;MTH1;MTH5)"].split(";"), strict=True)
        return {site: "non_testable" if code == "X" else [reply == "C" for reply in code] for site, code in sites}

    pulses = {side: [code == "1" for code in row[f"pulses_{side}(ped;tp)"].split(";")] for side in "RL"}
    arteries = pied.arteriopathie(
        pouls_pedieux_droit=pulses["R"][0],
        pouls_tibial_droit=pulses["R"][1],
        pouls_pedieux_gauche=pulses["L"][0],
        pouls_tibial_gauche=pulses["L"][1],
        ips_droit=1.53 if row["id"] == "V09" else "non_mesure",
        ips_gauche=1.42 if row["id"] == "V09" else "non_mesure",
        chirurgie_arterielle=False,
        claudication="calf pain" in row["context_en"],
    )
    found = pied.desaccord(
        perte_sensibilite=pied.perte_sensibilite(foot("R"), foot("L")).perte,
        aomi=arteries.aomi,
        deformation=row["deformity"] not in ("0", "amputation"),
        ulcere_ancien=False,
        amputation="amputation" in row["history_foot"],
        dialyse=False,
    )
    assert (found.grade, found.categorie) == (int(row["expected_grade_FR"]), int(row["expected_IWGDF2023"]))
    assert found.alerte == (row["id"] == "V08")
    assert arteries.lecture == {"V04": "aomi", "V08": "aomi", "V09": "a_explorer"}.get(row["id"], "non_retenue")


@pytest.mark.parametrize("position", range(5))
def test_grade_never_falls_when_a_finding_is_added(position):
    for findings in product((False, True), repeat=5):
        more = [*findings[:position], True, *findings[position + 1 :]]
        assert pied.grade_podologique(*more) >= pied.grade_podologique(*findings)
        for dialyse in (False, True):
            for edition in pied.EDITIONS:
                assert pied.categorie_iwgdf(*more, dialyse, edition) >= pied.categorie_iwgdf(
                    *findings, dialyse, edition
                )


@pytest.mark.parametrize("constat", [None, 1, 0, "oui", 1.0])
def test_grade_refuses_a_finding_that_is_not_true_or_false(constat):
    with pytest.raises(ValueError, match="AOMI"):
        pied.grade_podologique(True, constat, False, False, False)


@pytest.mark.parametrize(("grade", "seances", "si_plaie"), [(0, 0, 0), (1, 0, 0), (2, 5, 5), (3, 6, 8)])
def test_seances_podologue_per_grade(grade, seances, si_plaie):
    assert [pied.seances_podologue(grade, plaie) for plaie in (False, True)] == [seances, si_plaie]
    with pytest.raises(TypeError):
        pied.seances_podologue(grade)  # whether a wound heals is never supposed


@pytest.mark.parametrize(
    ("usage", "intervalles"),
    [
        ("iwgdf", [(12, 12), (6, 12), (3, 6), (1, 3)]),
        ("iwgdf_2015", [(12, 12), (6, 6), (3, 6), (1, 3)]),
        ("francais", [(12, 12), (3, 3), (2, 3), (1, 2)]),
    ],
)
def test_intervalle_shortens_as_the_grade_rises(usage, intervalles):
    assert [pied.intervalle_mois(grade, usage) for grade in range(4)] == intervalles
    assert pied.intervalle_mois(1) == (6, 12)


def test_follow_up_goes_by_the_higher_of_grade_and_category():
    assert [[pied.niveau_suivi(grade, other) for other in range(4)] for grade in range(4)] == [
        [0, 1, 2, 3],
        [1, 1, 2, 3],
        [2, 2, 2, 3],
        [3, 3, 3, 3],
    ]


@pytest.mark.parametrize(("weeks", "counts"), [(0, False), (3.9, False), (4, False), (4.1, True), (52, True)])
def test_an_ulcer_counts_for_grade_3_beyond_four_weeks(weeks, counts):
    assert pied.ulcere_compte(weeks) is counts


@pytest.mark.parametrize("grade", [-1, 4, 1.5, None, True, "2"])
def test_a_grade_outside_0_to_3_is_refused(grade):
    with pytest.raises(ValueError, match="Grade podologique"):
        pied.seances_podologue(grade, False)
    with pytest.raises(ValueError, match="Grade podologique"):
        pied.intervalle_mois(grade)
    with pytest.raises(ValueError, match="Grade podologique"):
        pied.niveau_suivi(grade, 0)
    with pytest.raises(ValueError, match="Catégorie IWGDF"):
        pied.niveau_suivi(0, grade)


@pytest.mark.parametrize("dialyse", [None, 1, "oui"])
def test_category_and_disagreement_refuse_a_dialysis_that_is_not_true_or_false(dialyse):
    for compute in (pied.categorie_iwgdf, pied.desaccord):
        with pytest.raises(ValueError, match="Dialyse"):
            compute(True, False, False, False, False, dialyse)


@pytest.mark.parametrize("edition", ["2007", 2007, 2019.0, None, True])
def test_an_unknown_edition_is_refused(edition):
    with pytest.raises(ValueError, match="Édition IWGDF"):
        pied.categorie_iwgdf(True, False, False, False, False, False, edition)


@pytest.mark.parametrize("usage", ["IWGDF", None, 2015])
def test_an_unknown_table_of_intervals_is_refused(usage):
    with pytest.raises(ValueError, match=r"Usage.*iwgdf_2015"):
        pied.intervalle_mois(1, usage)


@pytest.mark.parametrize("weeks", [None, True, "4", -1, 521, float("nan"), float("inf")])
def test_the_duration_of_an_ulcer_out_of_range_is_refused(weeks):
    with pytest.raises(ValueError, match="Durée de l’ulcère"):
        pied.ulcere_compte(weeks)
