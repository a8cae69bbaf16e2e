"""Totals and readings of the other tests, from scores worked out by hand: global, executive, mood, autonomy…"""

import csv
import math
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import cognition

DATA = Path(__file__).parent / "data"
NOT_A_COUNT = [None, True, 2.5, math.nan, math.inf, "3", -1, 10**6]


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def integers(row, *names):
    return [int(row[name]) for name in names]


# MMSE and MoCA ------------------------------------------------------------------------------------------------

SECTIONS = ("orientation_10", "apprentissage_3", "attention_calcul_5", "rappel_3", "langage_8", "praxie_1")


@pytest.mark.parametrize("row", table("cognition_mmse_sections.csv"), ids=lambda row: row["id"])
def test_mmse_adds_its_sections(row):
    points = integers(row, *SECTIONS)
    if row["erreur"]:
        with pytest.raises(ValueError, match="MMSE, "):
            cognition.mmse(*points)
        return
    result = cognition.mmse(*points)

    assert result.total == int(row["total_30"])
    assert result.erreur_au_rappel == (row["erreur_au_rappel"] == "1")
    assert cognition.stade_mmse(result.total, trouble_diagnostique=True) == row["stade_si_TNC_diagnostique"]


@pytest.mark.parametrize("section", range(6))
@pytest.mark.parametrize("points", NOT_A_COUNT)
def test_mmse_refuses_a_section_out_of_its_range(section, points):
    sections = [10, 3, 5, 3, 8, 1]
    sections[section] = points
    with pytest.raises(ValueError, match=r"MMSE, .*(de 0 à|nombre)"):
        cognition.mmse(*sections)


@pytest.mark.parametrize(("total", "stade"), [(21, "leger"), (20, "modere"), (10, "modere"), (9, "severe")])
def test_stade_mmse_on_both_sides_of_20_and_10(total, stade):
    assert cognition.stade_mmse(total, True) == stade


def test_there_is_no_stage_before_a_diagnosis():
    with pytest.raises(ValueError, match="18 sur 30"):
        cognition.stade_mmse(18, trouble_diagnostique=False)


@pytest.mark.parametrize(("total", "diagnostic"), [(31, True), (-1, True), (20, None), (20, 1), ("20", True)])
def test_stade_mmse_refuses_an_impossible_total_or_answer(total, diagnostic):
    with pytest.raises(ValueError, match=r"MMSE|Trouble"):
        cognition.stade_mmse(total, diagnostic)


@pytest.mark.parametrize(
    ("total", "historique", "instruit", "peu_instruit"),
    [
        (22, "positif", "a_explorer", "a_explorer"),
        (23, "positif", "a_explorer", "acceptable"),
        (24, "negatif", "a_explorer", "acceptable"),
        (26, "negatif", "a_explorer", "acceptable"),
        (27, "negatif", "acceptable", "acceptable"),
    ],
)
def test_lecture_mmse_shows_both_readings(total, historique, instruit, peu_instruit):
    assert cognition.lecture_mmse(total, True) == cognition.LectureMmse(historique, instruit)
    assert cognition.lecture_mmse(total, False) == cognition.LectureMmse(historique, peu_instruit)


@pytest.mark.parametrize(("total", "instruit"), [(31, True), (None, True), (25, "oui"), (25, 1)])
def test_lecture_mmse_refuses_an_impossible_input(total, instruit):
    with pytest.raises(ValueError, match=r"MMSE|instruite"):
        cognition.lecture_mmse(total, instruit)


ZONES = {"<=23": "basse", "24-26": "grise", ">=27": "haute"}


@pytest.mark.parametrize("row", table("cognition_moca.csv"), ids=lambda row: row["id"])
def test_moca_adjusts_for_schooling(row):
    score, annees = integers(row, "score_brut", "annees_scolarite")
    if row["erreur"]:
        with pytest.raises(ValueError, match=r"MoCA\s: 31 est hors des valeurs acceptées, de 0 à 30"):
            cognition.moca(score, annees)
        return
    result = cognition.moca(score, annees)

    assert result.ajuste == int(row["score_ajuste"])
    assert result.positif == (row["positif_lt26"] == "1")
    assert result.zone == ZONES[row["zone_double_seuil_suisse"]]


@pytest.mark.parametrize(
    ("ajuste", "positif", "zone"),
    [(23, True, "basse"), (24, True, "grise"), (25, True, "grise"), (26, False, "grise"), (27, False, "haute")],
)
def test_moca_on_both_sides_of_each_cut(ajuste, positif, zone):
    assert cognition.moca(ajuste, 13) == cognition.Moca(ajuste, positif, zone)
    assert cognition.moca(ajuste - 1, 12) == cognition.Moca(ajuste, positif, zone)


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_moca_refuses_what_is_not_a_score_or_years(value):
    with pytest.raises(ValueError, match="MoCA"):
        cognition.moca(value, 12)
    with pytest.raises(ValueError, match="scolarité"):
        cognition.moca(25, value)


# Norms --------------------------------------------------------------------------------------------------------


def test_norms_shipped_are_invented_and_say_so():
    rows = cognition.normes_fictives("mmse") + cognition.normes_fictives("fluence")

    assert {row["fictif"] for row in rows} == {"oui"}
    assert all("INVENTÉES" in row["source"] for row in rows)
    assert cognition.seuil_mmse(74, 3, cognition.normes_fictives("mmse")).fictif


NORME = {"age_min": "60", "age_max": "69", "nsc": "2", "seuil": "24", "fictif": "non"}
FLUENCE = {
    "epreuve": "animaux",
    "age_min": 60,
    "age_max": 69,
    "nsc": 2,
    "moyenne": 28,
    "ecart_type": 4,
    "fictif": "non",
}


@pytest.mark.parametrize("age", [60, 69])
def test_a_trainer_s_table_is_read_at_both_ends_of_its_age_band(age):
    assert cognition.seuil_mmse(age, 2, [NORME]) == cognition.Seuil(24, False)
    assert cognition.z_fluence(20, "animaux", age, 2, [FLUENCE]).z == -2


@pytest.mark.parametrize(
    ("age", "nsc", "normes"),
    [
        (59, 2, [NORME]),
        (70, 2, [NORME]),
        (65, 3, [NORME]),
        (65, 2, [NORME, NORME]),
        (65, 2, []),
        (65, 2, None),
        (65, 2, "mmse"),
        (65, 2, [{**NORME, "seuil": "deux"}]),
        (65, 2, [{**NORME, "seuil": "nan"}]),
        (65, 2, [{**NORME, "seuil": "31"}]),
        (65, 2, [{**NORME, "fictif": "peut-être"}]),
        (65, 2, [{"nsc": "2"}]),
        (65, 2, ["ligne"]),
        (65, 5, [NORME]),
        (65, True, [NORME]),
        (None, 2, [NORME]),
        (6.5, 2, [NORME]),
    ],
)
def test_seuil_mmse_refuses_a_table_without_exactly_one_row(age, nsc, normes):
    with pytest.raises(ValueError, match=r"Normes|Âge|Niveau"):
        cognition.seuil_mmse(age, nsc, normes)


@pytest.mark.parametrize(
    ("mots", "epreuve", "change"),
    [(-1, "animaux", {}), (20, "villes", {}), (20, "lettre_p", {}), (20, "animaux", {"ecart_type": "0"})],
)
def test_z_fluence_refuses_impossible_words_test_or_deviation(mots, epreuve, change):
    with pytest.raises(ValueError, match=r"Mots|Fluence|Normes"):
        cognition.z_fluence(mots, epreuve, 65, 2, [{**FLUENCE, **change}])


def test_normes_fictives_refuses_another_name():
    with pytest.raises(ValueError, match="Épreuve"):
        cognition.normes_fictives("moca")


# BREF and fluencies -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table("cognition_bref.csv"), ids=lambda row: row["id"])
def test_bref_follows_the_table(row):
    fluence = cognition.bref_points_mots(int(row["nb_mots_fluence"]))
    conflit = cognition.bref_points_erreurs(int(row["conflit_erreurs"]), row["conflit_imite_4"] == "1")
    gonogo = cognition.bref_points_erreurs(int(row["gonogo_erreurs"]), row["gonogo_imite_4"] == "1")
    assert [fluence, conflit, gonogo] == integers(row, "fluence_pts", "conflit_pts", "gonogo_pts")

    similitudes, series, prehension = integers(row, "similitudes_0_3", "series_motrices_0_3", "prehension_0_3")
    total = cognition.bref(similitudes, fluence, series, conflit, gonogo, prehension)
    assert total == int(row["total_18"])
    for nsc in (3, 4):
        assert (cognition.lecture_bref(total, nsc) == "anormal") == (row["anormal_lt16_NSC_ge3"] == "1")
    for nsc in (1, 2):
        assert (cognition.lecture_bref(total, nsc) == "anormal") == (row["anormal_lt15_NSC_lt3"] == "1")
    assert cognition.bref_basse_score_global_conserve(total, 25) == (row["le12_DFT_vs_MA_si_MMSE_gt24"] == "1")


@pytest.mark.parametrize(("mots", "points"), [(0, 0), (2, 0), (3, 1), (5, 1), (6, 2), (9, 2), (10, 3), (60, 3)])
def test_bref_words_on_both_sides_of_each_band(mots, points):
    assert cognition.bref_points_mots(mots) == points


@pytest.mark.parametrize(("erreurs", "points"), [(0, 3), (1, 2), (2, 2), (3, 1), (10, 1)])
def test_bref_errors_on_both_sides_of_each_band(erreurs, points):
    assert cognition.bref_points_erreurs(erreurs, False) == points
    if erreurs:
        assert cognition.bref_points_erreurs(erreurs, True) == 0


@pytest.mark.parametrize(
    ("total", "haut", "bas"), [(14, "anormal", "anormal"), (15, "anormal", "normal"), (16, "normal", "normal")]
)
def test_lecture_bref_on_both_sides_of_each_cut(total, haut, bas):
    assert (cognition.lecture_bref(total, 3), cognition.lecture_bref(total, 2)) == (haut, bas)


@pytest.mark.parametrize(
    ("total", "score_global", "basse"), [(12, 25, True), (12, 24, False), (13, 30, False), (12, 30, True)]
)
def test_a_low_bref_with_a_kept_global_score_is_to_be_described(total, score_global, basse):
    assert cognition.bref_basse_score_global_conserve(total, score_global) == basse


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_bref_refuses_what_is_not_a_count(value):
    for call in (
        lambda: cognition.bref_points_mots(value),
        lambda: cognition.bref_points_erreurs(value, False),
        lambda: cognition.bref(3, 3, 3, 3, 3, value),
        lambda: cognition.lecture_bref(value, 3),
        lambda: cognition.lecture_bref(12, value),
        lambda: cognition.bref_basse_score_global_conserve(value, 25),
        lambda: cognition.bref_basse_score_global_conserve(18, value),
    ):
        with pytest.raises(ValueError, match=r"BREF|Mots|Erreurs|Niveau|Score global"):
            call()


@pytest.mark.parametrize(("erreurs", "imite"), [(0, True), (11, False), (1, None), (1, 1)])
def test_bref_points_erreurs_refuse_an_imitation_without_error(erreurs, imite):
    with pytest.raises(ValueError, match=r"Erreurs|Imitation"):
        cognition.bref_points_erreurs(erreurs, imite)


ISAACS = {"normal_ge25": "normal", "douteux_15_24": "douteux", "anormal_lt15": "anormal"}


@pytest.mark.parametrize("row", table("cognition_isaacs.csv"), ids=lambda row: row["id"])
def test_isaacs_caps_each_category_at_ten(row):
    result = cognition.isaacs(*integers(row, "couleurs", "animaux", "fruits", "villes"))

    assert result.score == int(row["score_40_plafonne_10_par_categorie"])
    assert result.lecture == ISAACS[row["lecture"]]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 60), min_size=4, max_size=4), st.integers(0, 3))
def test_isaacs_never_falls_with_a_word_more(mots, position):
    more = [*mots]
    more[position] = min(60, more[position] + 1)
    gained = cognition.isaacs(*more).score - cognition.isaacs(*mots).score

    assert gained == (1 if mots[position] < 10 else 0)


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_isaacs_and_fluence_refuse_what_is_not_a_count(value):
    with pytest.raises(ValueError, match="Isaacs, villes"):
        cognition.isaacs(5, 5, 5, value)
    with pytest.raises(ValueError, match="Intrusions"):
        cognition.fluence(20, 1, value)


def test_fluence_takes_repetitions_and_intrusions_away_and_keeps_them():
    assert cognition.fluence(20, 3, 2) == cognition.Fluence(15, 3, 2)
    with pytest.raises(ValueError, match=r"Mots dits\s: 4"):
        cognition.fluence(4, 3, 2)


# GPCOG and Mini-Cog -------------------------------------------------------------------------------------------

GPCOG = (
    "date",
    "horloge_chiffres",
    "horloge_aiguilles",
    "actualite",
    "rappel_prenom",
    "rappel_nom",
    "rappel_numero",
    "rappel_rue",
    "rappel_ville",
)


@pytest.mark.parametrize("row", table("cognition_gpcog.csv"), ids=lambda row: row["id"])
def test_gpcog_follows_the_table(row):
    patient = cognition.gpcog_patient(*(row[name] == "1" for name in GPCOG))
    assert patient == int(row["score_patient_9"])
    informant = None
    if row["informant_6_reponses"]:
        informant = cognition.gpcog_informant(row["informant_6_reponses"].split("|"))
        assert informant == int(row["score_informant_6"])

    assert cognition.gpcog(patient, informant) == row["conclusion"]


@pytest.mark.parametrize(
    ("patient", "informant", "conclusion"),
    [
        (9, None, "cognition_intacte_retest_12m"),
        (9, 0, "cognition_intacte_retest_12m"),
        (8, None, "proche_a_interroger"),
        (5, None, "proche_a_interroger"),
        (8, 3, "alteration_probable"),
        (5, 4, "pas_d_alteration_significative"),
        (4, None, "alteration_probable"),
        (4, 6, "alteration_probable"),
    ],
)
def test_gpcog_reads_the_informant_between_5_and_8_only(patient, informant, conclusion):
    assert cognition.gpcog(patient, informant) == conclusion


def test_an_informant_who_does_not_know_counts_unless_told_otherwise():
    reponses = ["oui", "non", "nsp", "nsp", "na", "oui"]

    assert cognition.gpcog_informant(reponses) == 4
    assert cognition.gpcog_informant(reponses, nsp_compte=False) == 2


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_gpcog_and_minicog_refuse_an_impossible_score(value):
    with pytest.raises(ValueError, match="GPCOG, patient"):
        cognition.gpcog(value)
    with pytest.raises(ValueError, match="Rappel du Mini-Cog"):
        cognition.minicog(value, 2)
    if value is not None:
        with pytest.raises(ValueError, match="GPCOG, proche"):
            cognition.gpcog(9, value)
    with pytest.raises(ValueError, match="GPCOG, proche"):
        cognition.lecture_gpcog_informant(value)


@pytest.mark.parametrize(
    "reponses", [None, "oui", ["oui"] * 5, ["oui"] * 7, ["oui"] * 5 + ["parfois"], ["oui"] * 5 + [True], 6]
)
def test_gpcog_informant_refuses_what_is_not_six_answers(reponses):
    with pytest.raises(ValueError, match="GPCOG, proche"):
        cognition.gpcog_informant(reponses)


def test_gpcog_patient_refuses_an_answer_that_is_not_true_or_false():
    with pytest.raises(ValueError, match="GPCOG, ville"):
        cognition.gpcog_patient(*[True] * 8, 1)


@pytest.mark.parametrize("row", table("cognition_minicog.csv"), ids=lambda row: row["id"])
def test_minicog_follows_the_table(row):
    result = cognition.minicog(*integers(row, "rappel_0_3", "horloge_0_ou_2"))

    assert result.score == int(row["score_5"])
    assert result.positif == (row["positif_lt3"] == "1")
    assert result.positif_sensible == (row["positif_lt4_sensible"] == "1")


@pytest.mark.parametrize("horloge", [1, 3, -1, None, True, "2"])
def test_the_clock_of_the_minicog_is_worth_0_or_2(horloge):
    with pytest.raises(ValueError, match="Horloge du Mini-Cog"):
        cognition.minicog(3, horloge)


# IADL ---------------------------------------------------------------------------------------------------------

IADL = ("telephone_niv_1_4", "transports_niv_1_5", "medicaments_niv_1_3", "budget_niv_1_3")


@pytest.mark.parametrize("row", table("cognition_iadl4.csv"), ids=lambda row: row["id"])
def test_iadl4_follows_the_table(row):
    arguments = (*integers(row, *IADL), row["cause_cognitive"] == "1", row["regle_taxi_seul_autonome"] == "1")
    if row["erreur"]:
        with pytest.raises(ValueError, match=r"Téléphone|Transports|Médicaments|Budget"):
            cognition.iadl4(*arguments)
        return
    result = cognition.iadl4(*arguments)

    assert result.dependances == int(row["nb_dependances_0_4"])
    assert result.retentissement == (row["retentissement_significatif"] == "1")


@pytest.mark.parametrize(("niveau", "strict", "souple"), [(1, 0, 0), (2, 1, 0), (3, 1, 1), (5, 1, 1)])
def test_a_taxi_taken_alone_is_a_dependency_by_convention_only(niveau, strict, souple):
    assert cognition.iadl4(1, niveau, 1, 1, True).dependances == strict
    assert cognition.iadl4(1, niveau, 1, 1, True, taxi_autonome=True).dependances == souple


def test_a_cause_that_is_not_cognitive_leaves_dependencies_without_impact():
    result = cognition.iadl4(2, 5, 3, 3, cause_cognitive=False)

    assert (result.dependances, result.retentissement) == (4, False)


def test_an_activity_never_done_is_no_dependency():
    result = cognition.iadl4(1, "non_applicable", 2, 1, True)

    assert (result.activites, result.non_applicables) == (("medicaments",), ("transports",))


@pytest.mark.parametrize("position", range(4))
@pytest.mark.parametrize("niveau", [0, 6, None, True, "1", 1.5, math.nan])
def test_iadl4_refuses_an_unknown_level(position, niveau):
    niveaux = [1, 1, 1, 1]
    niveaux[position] = niveau
    with pytest.raises(ValueError, match=r"(Téléphone|Transports|Médicaments|Budget)\s: "):
        cognition.iadl4(*niveaux, True)


@pytest.mark.parametrize(("position", "maximum"), [(0, 4), (1, 5), (2, 3), (3, 3)])
def test_iadl4_accepts_the_last_level_and_nothing_above(position, maximum):
    niveaux = [1, 1, 1, 1]
    niveaux[position] = maximum
    assert cognition.iadl4(*niveaux, True).dependances == 1
    niveaux[position] = maximum + 1
    with pytest.raises(ValueError, match=f"de 1 à {maximum}"):
        cognition.iadl4(*niveaux, True)


@pytest.mark.parametrize(("cause", "taxi"), [(None, False), (1, False), (True, None), (True, "non")])
def test_iadl4_refuses_a_cause_or_rule_that_is_not_true_or_false(cause, taxi):
    with pytest.raises(ValueError, match=r"Cause|Taxi"):
        cognition.iadl4(1, 1, 1, 1, cause, taxi)


# Mood ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table("cognition_mini_gds.csv"), ids=lambda row: row["id"])
def test_mini_gds_follows_its_sixteen_combinations(row):
    names = ("decourage_triste", "vie_vide", "heureux_plupart_du_temps", "situation_desesperee")
    result = cognition.mini_gds(*(row[name] for name in names))

    assert result.score == int(row["score_4"])
    assert result.positif == result.question_suicidaire == (row["positif_ge1"] == "1")


def test_mini_gds_counts_happiness_the_other_way():
    assert cognition.mini_gds("non", "non", "oui", "non").score == 0
    assert cognition.mini_gds("non", "non", "non", "non").score == 1


@pytest.mark.parametrize("reponse", [None, True, 1, "Oui", "peut-être", ""])
def test_mini_gds_refuses_another_answer(reponse):
    with pytest.raises(ValueError, match=r"Mini-GDS, heureux.*non, oui"):
        cognition.mini_gds("non", "non", reponse, "non")


@pytest.mark.parametrize("row", table("cognition_gds15.csv"), ids=lambda row: row["id"])
def test_gds15_follows_its_key(row):
    result = cognition.gds15(row["reponses_1_15"].split("|"))

    assert result.score == int(row["score_15"])
    assert result.classe == row["classe"].split("_")[0]
    assert result.positif == (row["positif_gt5"] == "1")


def test_gds15_key_has_ten_items_one_way_and_five_the_other():
    assert cognition.gds15(["oui"] * 15).score == 10
    assert cognition.gds15(["non"] * 15).score == 5
    for item in range(15):
        answers = ["oui"] * 15
        answers[item] = "non"
        assert cognition.gds15(answers).score == (11 if item + 1 in (1, 5, 7, 11, 13) else 9)


@pytest.mark.parametrize(
    ("score", "classe", "positif"),
    [
        (4, "normal", False),
        (5, "leger", False),
        (6, "leger", True),
        (8, "leger", True),
        (9, "modere", True),
        (11, "modere", True),
        (12, "severe", True),
    ],
)
def test_gds15_on_both_sides_of_each_band(score, classe, positif):
    cotees = ["non" if item in (1, 5, 7, 11, 13) else "oui" for item in range(1, 16)]
    autres = {"oui": "non", "non": "oui"}
    answers = [reponse if item < score else autres[reponse] for item, reponse in enumerate(cotees)]

    assert cognition.gds15(answers) == cognition.Gds15(score, classe, positif, positif)


@pytest.mark.parametrize("reponses", [None, "oui", ["oui"] * 14, ["oui"] * 16, ["oui"] * 14 + [1], 15])
def test_gds15_refuses_what_is_not_fifteen_answers(reponses):
    with pytest.raises(ValueError, match="GDS-15"):
        cognition.gds15(reponses)


# Complaint and precariousness ---------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table("cognition_mcnair15.csv"), ids=lambda row: row["id"])
def test_mcnair15_follows_the_table(row):
    result = cognition.mcnair15([int(item) for item in row["items_0_3"].split("|")])

    assert result.score == int(row["score_45"])
    assert result.plainte_importante == (row["plainte_significative_gt15"] == "1")


@pytest.mark.parametrize("reponses", [None, "111", [1] * 14, [1] * 16, [1] * 14 + [4], [1] * 14 + [True]])
def test_mcnair15_refuses_what_is_not_fifteen_answers(reponses):
    with pytest.raises(ValueError, match="McNair"):
        cognition.mcnair15(reponses)


@pytest.mark.parametrize("row", table("cognition_epices.csv"), ids=lambda row: row["id"])
def test_epices_follows_the_table(row):
    result = cognition.epices(["oui" if row[f"q{item}"] == "1" else "non" for item in range(1, 12)])

    assert result.score == float(row["score_0_100"])
    assert result.precarite == (row["precarite_ge_30_17"] == "1")


def test_epices_goes_from_0_to_100_and_turns_at_30_17():
    scores = [cognition.epices(answers) for answers in product(("oui", "non"), repeat=11)]
    poor = {result.score for result in scores if result.precarite}
    others = {result.score for result in scores if not result.precarite}

    assert (min(others), max(poor)) == (0.0, 100.0)
    assert (max(others), min(poor)) == (29.59, 30.17)  # some answers fall exactly on the threshold


@pytest.mark.parametrize("reponses", [None, "oui", ["oui"] * 10, ["oui"] * 12, ["oui"] * 10 + [1]])
def test_epices_refuses_what_is_not_eleven_answers(reponses):
    with pytest.raises(ValueError, match="EPICES"):
        cognition.epices(reponses)


@pytest.mark.parametrize(("rows", "count"), [(0, "aucune ligne pour"), (2, "2 lignes pour")])
def test_norms_that_hold_no_row_or_two_say_how_many(rows, count):
    row = {"age_min": "18", "age_max": "110", "nsc": "1", "seuil": "24", "fictif": "oui"}
    with pytest.raises(ValueError, match=f"Normes.*{count}"):
        cognition.seuil_mmse(70, 1, [row] * rows)
