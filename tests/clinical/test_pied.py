"""The foot, from tables worked out by hand: sites, loss of sensation, index, grade, category."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import pied
from tests.clinical.vecteurs import table

REELLE_OUI, REELLE_NON = ({"application": "reelle", "reponse": reponse} for reponse in ("oui", "non"))
FICTIVE_OUI, FICTIVE_NON = ({"application": "fictive", "reponse": reponse} for reponse in ("oui", "non"))
SAIN = {"hallux": "present", "meta1": "present", "meta5": "present"}


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


DIX = dict.fromkeys(pied.SITES_DIX, "present")


@pytest.mark.parametrize(
    ("absents", "non_testables", "lecture"),
    [
        (0, 0, "pas_de_perte"),
        (3, 0, "pas_de_perte"),
        (4, 0, "perte"),
        (10, 0, "perte"),
        (4, 6, "perte"),
        (3, 1, "incomplet"),
        (0, 4, "incomplet"),
        (0, 3, "pas_de_perte"),
        (2, 1, "pas_de_perte"),
    ],
)
def test_the_ten_site_variant_needs_four_insensate_sites(absents, non_testables, lecture):
    states = ["absent"] * absents + ["non_testable"] * non_testables
    foot = dict(zip(pied.SITES_DIX, states + ["present"] * (10 - len(states)), strict=True))

    assert pied.variante_dix_sites(foot) == lecture


def test_the_ten_site_variant_reads_replies_as_the_three_site_one_does():
    replies = [REELLE_NON, FICTIVE_NON, REELLE_NON]

    assert pied.variante_dix_sites({**DIX, "talon": replies, "meta1": replies}) == "pas_de_perte"
    assert pied.variante_dix_sites({**DIX, **dict.fromkeys(pied.SITES_DIX[:4], replies)}) == "perte"


@pytest.mark.parametrize("foot", [{}, SAIN, {**DIX, "cheville": "present"}, None, "present"])
def test_the_ten_site_variant_refuses_other_sites(foot):
    with pytest.raises(ValueError, match="les dix sites"):
        pied.variante_dix_sites(foot)


@pytest.mark.parametrize(
    ("perte", "volts", "neuropathie"),
    [
        (False, 24.9, False),
        (False, 25, False),
        (False, 25.1, True),
        (False, "non_mesure", False),
        (True, "non_mesure", True),
        (True, 5, True),
    ],
)
def test_neuropathie_sensitive_is_a_loss_or_more_than_25_volts(perte, volts, neuropathie):
    assert pied.neuropathie_sensitive(perte, volts) is neuropathie


@pytest.mark.parametrize("volts", [None, True, "25", -1, 51, float("nan"), float("inf")])
def test_neuropathie_sensitive_refuses_an_impossible_threshold(volts):
    with pytest.raises(ValueError, match="Seuil de vibration"):
        pied.neuropathie_sensitive(False, volts)


@pytest.mark.parametrize("perte", [None, 1, "oui"])
def test_neuropathie_sensitive_refuses_a_loss_that_is_not_true_or_false(perte):
    with pytest.raises(ValueError, match="Perte de sensibilité"):
        pied.neuropathie_sensitive(perte, 10)


FELT, SHAM = {"application": "reelle", "reponse": "oui"}, {"application": "fictive", "reponse": "non"}
MISSED = {"application": "reelle", "reponse": "non"}


@pytest.mark.parametrize(
    ("replies", "state"),
    [
        ([FELT, FELT, SHAM], "present"),
        ([{**FELT, "lieu_juste": True}, MISSED, SHAM], "present"),
        ([{**FELT, "lieu_juste": False}, MISSED, SHAM], "absent"),
        ([{**FELT, "lieu_juste": False}, {**FELT, "lieu_juste": True}, SHAM], "present"),
        ([{**FELT, "lieu_juste": False}, {**FELT, "lieu_juste": False}, SHAM], "absent"),
    ],
)
def test_a_touch_felt_at_another_place_is_no_right_answer(replies, state):
    assert pied.site(replies) == state


@pytest.mark.parametrize(
    ("replies", "sentence"),
    [
        ([FELT, FELT, {**SHAM, "lieu_juste": True}], "ne se note que pour une application réelle et sentie"),
        ([FELT, {**MISSED, "lieu_juste": True}, SHAM], "ne se note que pour une application réelle et sentie"),
        ([{**FELT, "lieu_juste": None}, FELT, SHAM], "Lieu juste"),
        ([SHAM, SHAM, SHAM], "3 applications fictives sur trois"),
        ([SHAM, SHAM, FELT], "2 applications fictives sur trois"),
        ([FELT, FELT, FELT], "aucune application fictive sur trois"),
    ],
)
def test_a_site_badly_tested_is_refused_in_good_french(replies, sentence):
    with pytest.raises(ValueError, match=sentence):
        pied.site(replies)
