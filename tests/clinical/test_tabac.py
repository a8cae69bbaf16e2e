"""Tobacco: exposure, dependence, readiness, interview and replacement, from the instruments and their tables."""

import json
import math
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import reference_data, tabac
from asalee_training.clinical.tabac import dependance

INSTRUMENTS = json.loads((Path(__file__).parent / "data" / "tobacco_instruments.json").read_text("utf-8"))
NOT_A_NUMBER = [None, True, math.nan, math.inf, "5"]


def plain(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")


# Exposure


@pytest.mark.parametrize("example", INSTRUMENTS["paquets_annees"]["exemples"], ids=lambda row: str(row["PA"]))
def test_paquets_annees_of_the_worked_examples(example):
    periodes = example.get("periodes") or [(example["cig_j"], example["annees"])]

    assert tabac.paquets_annees(periodes) == pytest.approx(example["PA"])


def test_a_hand_rolled_cigarette_counts_for_two():
    assert tabac.paquets_annees([(10, 20, "tabac_roule")]) == 20
    assert tabac.paquets_annees([(10, 20, "cigarette"), (5, 10, "tabac_roule")]) == 15
    assert tabac.equivalent_cigarettes(10, 5) == 20
    assert tabac.paquets_annees([(0, 0)]) == 0


@given(st.lists(st.tuples(st.floats(0, 120), st.floats(0, 90)), min_size=1, max_size=4), st.floats(0, 120))
def test_another_period_never_lowers_the_pack_years(periodes, more):
    assert tabac.paquets_annees([*periodes, (more, 1)]) >= tabac.paquets_annees(periodes)


@pytest.mark.parametrize("type_tabac", ["pipe", "cigare"])
def test_a_pipe_has_no_agreed_equivalence(type_tabac):
    with pytest.raises(ValueError, match=rf"{type_tabac}.*cigarette, tabac_roule"):
        tabac.paquets_annees([(2, 10, type_tabac)])


@pytest.mark.parametrize("periodes", [None, [], "20x30", 20, [20, 30], [(20,)], [(20, 30, "cigarette", 1)], ["ab"]])
def test_paquets_annees_refuses_what_is_not_a_list_of_periods(periodes):
    with pytest.raises(ValueError, match=r"Période.*cigarettes par jour, années"):
        tabac.paquets_annees(periodes)


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1, 121])
def test_paquets_annees_refuses_an_impossible_period(value):
    with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 0 à 120"):
        tabac.paquets_annees([(20, 10), (value, 10)])
    with pytest.raises(ValueError, match=r"Années de tabac.*de 0 à 90 ans"):
        tabac.paquets_annees([(20, value)])
    with pytest.raises(ValueError, match=r"Type de tabac.*cigarette"):
        tabac.paquets_annees([(20, 10, "roulé")])


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1, 101, 2.5])
def test_equivalent_cigarettes_refuses_what_is_not_a_number_of_cigarettes(value):
    with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 0 à 100"):
        tabac.equivalent_cigarettes(value, 0)
    with pytest.raises(ValueError, match=r"Cigarettes roulées.*de 0 à 100"):
        tabac.equivalent_cigarettes(0, value)


@pytest.mark.parametrize(("contexte", "seuil"), [("general", 10), ("asthme", 10), ("bpco", 11), ("grossesse", 3)])
def test_co_expire_on_both_sides_of_the_cut_off_of_its_context(contexte, seuil):  # Underner 2010; pregnancy [K]
    found = [tabac.co_expire(ppm, contexte) for ppm in (0, seuil - 1, seuil, seuil + 1)]

    assert found == ["au_dessous", "au_dessous", "au_dessus_du_seuil", "au_dessus_du_seuil"]


def test_bande_co_of_a_common_device():
    co = INSTRUMENTS["co_ppm"]
    for name in ("non_fumeur", "zone_grise", "fumeur"):
        low, high = co[name]
        assert tabac.bande_co(low) == name
        assert tabac.bande_co(high or 200) == name
    assert tabac.bande_co(6.5) == "zone_grise"
    assert tabac.co_expire(co["grossesse_seuil"], "grossesse") == "au_dessus_du_seuil"


@pytest.mark.parametrize("ppm", [*NOT_A_NUMBER, -1, 201])
def test_co_refuses_an_impossible_value_or_an_unknown_context(ppm):
    with pytest.raises(ValueError, match=r"CO expiré.*de 0 à 200 ppm"):
        tabac.co_expire(ppm, "general")
    with pytest.raises(ValueError, match=r"CO expiré.*de 0 à 200 ppm"):
        tabac.bande_co(ppm)
    with pytest.raises(ValueError, match=r"Contexte.*asthme, bpco, general, grossesse"):
        tabac.co_expire(10, "BPCO")


# Dependence

MINUTES, CIGARETTES = {3: 3, 2: 20, 1: 45, 0: 90}, {0: 8, 1: 15, 2: 25, 3: 40}


def answers(points):
    """Answers that earn these points, question by question."""
    delai, difficile, premiere, cigarettes, matin, malade = points
    return MINUTES[delai], bool(difficile), bool(premiere), CIGARETTES[cigarettes], bool(matin), bool(malade)


@pytest.mark.parametrize("vector", INSTRUMENTS["fagerstrom"]["vecteurs"], ids=lambda row: str(row["r"]))
def test_fagerstrom_of_the_worked_examples(vector):
    result = tabac.fagerstrom(*answers(vector["r"]))

    assert result.total == vector["total"]
    assert result.points == tuple(vector["r"])


FAGERSTROM_CLASSES = {
    "pas de dépendance": "pas_de_dependance",
    "dépendance faible": "faible",
    "dépendance moyenne": "moyenne",
    "dépendance modérée": "moderee",
    "dépendance forte": "forte",
    "dépendance forte ou très forte": "forte_ou_tres_forte",
}


def test_every_combination_of_answers_has_the_published_class():
    bands = INSTRUMENTS["fagerstrom"]["interpretation"]
    for points in product(range(4), (0, 1), (0, 1), range(4), (0, 1), (0, 1)):
        result = tabac.fagerstrom(*answers(points))
        words = next(words for low, high, words in bands if low <= sum(points) <= high)
        assert (result.total, result.classe) == (sum(points), FAGERSTROM_CLASSES[words])


def test_hsi_is_questions_1_and_4_with_the_published_classes():
    bands = INSTRUMENTS["hsi"]["interpretation"]
    for delai, cigarettes in product(range(4), repeat=2):
        result = tabac.hsi(MINUTES[delai], CIGARETTES[cigarettes])
        words = next(words for low, high, words in bands if low <= delai + cigarettes <= high)
        assert (result.total, result.classe) == (delai + cigarettes, FAGERSTROM_CLASSES[words])


@pytest.mark.parametrize(
    ("minutes", "points"), [(0, 3), (5, 3), (5.5, 2), (6, 2), (30, 2), (31, 1), (60, 1), (61, 0), (1440, 0)]
)
def test_points_of_the_first_cigarette_on_both_sides_of_each_limit(minutes, points):
    assert tabac.fagerstrom(minutes, False, False, 1, False, False).points[0] == points


@pytest.mark.parametrize(
    ("cigarettes", "points"), [(1, 0), (10, 0), (11, 1), (20, 1), (21, 2), (30, 2), (31, 3), (300, 3)]
)
def test_points_of_the_number_of_cigarettes_on_both_sides_of_each_limit(cigarettes, points):
    assert tabac.hsi(90, cigarettes).total == points


def test_the_questions_are_those_of_the_form():
    questions = tabac.questions_fagerstrom()
    form = INSTRUMENTS["fagerstrom"]["items"]

    assert [plain(text) for text in questions] == [item["q"] for item in form]
    assert [[plain(word) for word in words] for words in questions.values()] == [
        [word for word, _ in item["r"]] for item in form
    ]


ANSWERS = {
    "delai_premiere_min": 3,
    "difficile_de_s_abstenir": True,
    "premiere_la_plus_difficile": True,
    "cigarettes_par_jour": 25,
    "davantage_le_matin": True,
    "meme_malade": False,
}


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        *(("delai_premiere_min", value, r"Délai.*de 0 à 1440 min") for value in (*NOT_A_NUMBER, -1, 1441)),
        *(("cigarettes_par_jour", value, r"Cigarettes par jour.*1 à 300") for value in (*NOT_A_NUMBER, 0, 301, 2.5)),
        *(
            (name, value, "vrai ou faux")
            for name in ("difficile_de_s_abstenir", "premiere_la_plus_difficile", "davantage_le_matin", "meme_malade")
            for value in (None, 1, "oui", math.nan)
        ),
    ],
)
def test_fagerstrom_refuses_an_impossible_or_missing_answer(name, value, named):
    with pytest.raises(ValueError, match=named):
        tabac.fagerstrom(**{**ANSWERS, name: value})


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1])
def test_hsi_refuses_an_impossible_answer(value):
    with pytest.raises(ValueError, match=r"Délai.*de 0 à 1440 min"):
        tabac.hsi(value, 20)
    with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 1 à 300"):
        tabac.hsi(20, value)


CDS5 = {
    "dependance_0_100": 0,
    "cigarettes_par_jour": 0,
    "delai_premiere_min": 1440,
    "difficulte_arret": "tres_facile",
    "besoin_irresistible": "pas_du_tout_d_accord",
}


@pytest.mark.parametrize(
    ("number", "name"), [(0, "dependance_0_100"), (1, "cigarettes_par_jour"), (2, "delai_premiere_min")]
)
def test_cds5_points_on_both_limits_of_every_band(number, name):
    for low, high, points in INSTRUMENTS["cds5"]["items"][number]["cuts"]:
        for value in (low, min(high, 300 if name == "cigarettes_par_jour" else 1440)):
            assert tabac.cds5(**{**CDS5, name: value}) == 4 + points


def test_cds5_words_and_range():
    for number, name in ((3, "difficulte_arret"), (4, "besoin_irresistible")):
        words = [points for _, points in INSTRUMENTS["cds5"]["items"][number]["r"]]
        table = reference_data.document("tabac_questionnaires")["cds5"][name]
        assert list(table.values()) == words
        assert [tabac.cds5(**{**CDS5, name: word}) for word in table] == [4 + points for points in words]
    worst = (100, 40, 0, "impossible", "tout_a_fait_d_accord")
    assert [tabac.cds5(**CDS5), tabac.cds5(*worst)] == INSTRUMENTS["cds5"]["etendue"]


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        *(("dependance_0_100", value, r"Dépendance.*de 0 à 100") for value in (*NOT_A_NUMBER, 101)),
        *(("cigarettes_par_jour", value, r"Cigarettes.*de 0 à 300") for value in (*NOT_A_NUMBER, 301)),
        *(("delai_premiere_min", value, r"Délai.*de 0 à 1440") for value in (*NOT_A_NUMBER, -1)),
        ("difficulte_arret", "difficile", r"Difficulté.*tres_facile"),
        ("besoin_irresistible", None, r"Besoin.*plutot_d_accord"),
    ],
)
def test_cds5_refuses_an_impossible_or_missing_answer(name, value, named):
    with pytest.raises(ValueError, match=named):
        tabac.cds5(**{**CDS5, name: value})


def test_horn_marks_the_dimensions_from_11():
    horn = INSTRUMENTS["horn"]
    totals = dict.fromkeys(dependance.DIMENSIONS_HORN, horn["seuil_marque"] - 1)

    assert len(totals) == len(horn["dimensions"])
    assert tabac.horn(totals) == ()
    assert tabac.horn({**totals, "relaxation": horn["seuil_marque"], "stimulation": 15}) == (
        "stimulation",
        "relaxation",
    )
    for bad in (None, {}, {"relaxation": 12}, {**totals, "ennui": 3}):
        with pytest.raises(ValueError, match=r"Horn.*anxiete_soutien"):
            tabac.horn(bad)
    for value in (*NOT_A_NUMBER, 2, 16, 3.5):
        with pytest.raises(ValueError, match=r"Horn, relaxation.*3 à 15"):
            tabac.horn({**totals, "relaxation": value})


def test_had_reads_a_total_in_the_published_bands():
    for low, high, words in INSTRUMENTS["had"]["seuils"]:
        assert {tabac.had(low), tabac.had(high)} == {words}
    for value in (*NOT_A_NUMBER, -1, 22, 7.5):
        with pytest.raises(ValueError, match=r"HAD.*de 0 à 21"):
            tabac.had(value)


# Readiness and interview


def test_the_stages_are_those_of_the_form():
    assert [[name, plain(label)] for name, label in tabac.stades().items()] == INSTRUMENTS["stades_asalee"]


def test_the_types_of_tobacco_are_those_of_the_form():
    labels = [row["libelle"] for row in reference_data.rows("tabac_types")]
    assert labels == INSTRUMENTS["type_tabac_asalee"]


@pytest.mark.parametrize(
    ("importance", "confiance", "expected"),
    [(7, 3, "confiance"), (3, 7, "importance"), (5, 5, "les_deux"), (5, 4, "confiance"), (0, 10, "importance")],
)
def test_the_lower_scale_is_explored_first(importance, confiance, expected):
    assert tabac.echelle_a_travailler(importance, confiance) == expected


@pytest.mark.parametrize(
    ("note", "questions"),
    [
        (5, ["Pourquoi 5 et pas 2 ?", "Que faudrait-il pour passer à 7 ?"]),
        (0, ["Que faudrait-il pour passer à 2 ?"]),
        (1, ["Pourquoi 1 et pas 0 ?", "Que faudrait-il pour passer à 3 ?"]),
        (9, ["Pourquoi 9 et pas 6 ?", "Que faudrait-il pour passer à 10 ?"]),
        (10, ["Pourquoi 10 et pas 7 ?"]),
    ],
)
def test_relances_never_ask_why_not_higher(note, questions):
    assert [plain(question) for question in tabac.relances(note)] == questions


@pytest.mark.parametrize("note", [*NOT_A_NUMBER, -1, 11, 5.5])
def test_the_scales_go_from_0_to_10(note):
    for call in (
        tabac.relances,
        lambda x: tabac.echelle_a_travailler(x, 5),
        lambda x: tabac.echelle_a_travailler(5, x),
    ):
        with pytest.raises(ValueError, match="de 0 à 10"):
            call(note)


def test_the_five_a_in_their_order():
    assert list(tabac.etapes("5a")) == ["aborder", "aviser", "apprecier", "aider", "accompagner"]


@pytest.mark.parametrize("demarche", ["5a", "rpib"])
def test_the_steps_in_order_are_correct_and_any_swap_is_seen(demarche):
    steps = list(tabac.etapes(demarche))

    assert tabac.verifier_ordre(demarche, steps).correct
    swapped = tabac.verifier_ordre(demarche, [steps[1], steps[0], *steps[2:]])
    assert swapped.inversions == ((steps[0], steps[1]),)
    assert not swapped.correct
    short = tabac.verifier_ordre(demarche, steps[:-1])
    assert (short.manquantes, short.inversions, short.correct) == ((steps[-1],), (), False)
    assert tabac.verifier_ordre(demarche, []).manquantes == tuple(steps)
    assert len(tabac.verifier_ordre("5a", list(tabac.etapes("5a"))[::-1]).inversions) == 10


def test_the_last_two_steps_of_the_rpib_may_come_either_way():
    *steps, before, after = tabac.etapes("rpib")

    assert tabac.verifier_ordre("rpib", [*steps, after, before]).correct


@pytest.mark.parametrize(
    ("realisees", "named"),
    [
        (None, r"Étapes.*aborder, aviser"),
        ("aborder", r"Étapes.*aborder, aviser"),
        (["aborder", "aborder"], "deux fois"),
        (["abordé"], r"Étape.*aborder"),
        ([None], r"Étape.*aborder"),
        ([["aborder"]], r"Étape.*aborder"),
    ],
)
def test_verifier_ordre_refuses_what_is_not_a_list_of_steps(realisees, named):
    with pytest.raises(ValueError, match=named):
        tabac.verifier_ordre("5a", realisees)
    with pytest.raises(ValueError, match=r"Démarche.*5a, rpib"):
        tabac.etapes("6a")


# Replacement

TABLE = """
 9 | moyen ou            | moyen ou                 | aucun avec      | aucun possibles
19 | grand possibles     | grand possibles          | taille_libre ou | aucun avec
30 | grand_et_moyen possibles | grand avec          | grand non       | grand ou
31 | grand_et_moyen avec | grand_et_moyen possibles | grand avec      | grand possibles
"""  # OFT, as in the brief §4: columns up to 5, 30, 60 minutes, then more


def cells():
    for line in TABLE.strip().splitlines():
        cigarettes, *cells = line.split("|")
        for minutes, cell in zip((5, 30, 60, 61), cells, strict=True):
            yield int(cigarettes), minutes, tuple(cell.split())


@pytest.mark.parametrize(("cigarettes", "minutes", "expected"), list(cells()))
def test_dose_depart_of_every_cell_of_the_table(cigarettes, minutes, expected):
    dose = tabac.dose_depart(cigarettes, minutes)

    assert (dose.timbres, dose.formes_orales) == expected
    read = cigarettes == 9 or (cigarettes, minutes) == (31, 5)  # the extremes, read in a public source
    assert dose.surete == ("lu" if read else "a_verifier")


@pytest.mark.parametrize(("low", "high", "minutes"), [(9, 10, 5), (19, 20, 5), (30, 31, 5)])
def test_dose_depart_changes_at_10_20_and_31_cigarettes(low, high, minutes):
    assert tabac.dose_depart(low, minutes) != tabac.dose_depart(high, minutes)


@pytest.mark.parametrize(("low", "high"), [(5, 5.5), (30, 30.5), (60, 60.5)])
def test_dose_depart_changes_after_5_30_and_60_minutes(low, high):
    assert tabac.dose_depart(25, low) != tabac.dose_depart(25, high)


def test_dose_depart_covers_every_smoker():
    rows = list(reference_data.rows("tabac_dose_depart"))

    assert len(rows) == 16
    assert {row["timbres"] for row in rows} == {"aucun", "taille_libre", "moyen", "grand", "grand_et_moyen"}
    assert {row["formes_orales"] for row in rows} == {"non", "possibles", "avec", "ou"}
    assert tabac.dose_depart(300, 1440).timbres == "grand"


def test_ten_rolled_cigarettes_start_like_twenty():
    assert tabac.dose_depart(tabac.equivalent_cigarettes(0, 10), 3) == tabac.dose_depart(20, 3)
    assert tabac.nicotine_depart_mg(tabac.equivalent_cigarettes(5, 10)) == 25


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, 0, -3, 301, 2.5])
def test_replacement_refuses_an_impossible_number_of_cigarettes(value):
    for call in (lambda x: tabac.dose_depart(x, 5), tabac.nicotine_depart_mg):
        with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 1 à 300"):
            call(value)


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1, 1441])
def test_dose_depart_refuses_an_impossible_delay(value):
    with pytest.raises(ValueError, match=r"Délai.*de 0 à 1440 min"):
        tabac.dose_depart(20, value)


@pytest.mark.parametrize(
    ("signes", "expected"),
    [
        ([], "aucun_signe"),
        (["envie_de_fumer", "irritabilite"], "sous_dosage"),
        (["tachycardie"], "surdosage"),
        (["insomnie", "bouche_seche"], "discordant"),
    ],
)
def test_dosage_reads_the_signs_of_the_first_week(signes, expected):
    assert tabac.dosage(signes) == expected


def test_mentions_manquantes_until_the_prescription_is_complete():
    mentions = [row["mention"] for row in reference_data.rows("tabac_ordonnance")]

    assert tabac.mentions_manquantes(mentions) == ()
    assert tabac.mentions_manquantes([]) == tuple(mentions)
    assert tabac.mentions_manquantes(set(mentions) - {"duree"}) == ("duree",)


@pytest.mark.parametrize("value", [None, "duree", 3])
def test_signs_and_mentions_are_lists_of_known_words(value):
    for call, word in ((tabac.dosage, "tachycardie"), (tabac.mentions_manquantes, "duree")):
        with pytest.raises(ValueError, match="liste"):
            call(value)
        with pytest.raises(ValueError, match=word):
            call([word + "s"])


def test_large_and_medium_patches_have_their_strengths():
    assert plain(tabac.formes()["grand timbre"]) == "21 mg/24 h ; 25 mg/16 h"


def test_what_equivalent_cigarettes_returns_is_accepted_by_what_it_feeds():
    most = tabac.equivalent_cigarettes(100, 100)

    assert most == 300
    assert tabac.dose_depart(most, 5).timbres == "grand_et_moyen"
    assert tabac.nicotine_depart_mg(most) == 300
    assert tabac.hsi(3, most).total == 6
    assert tabac.fagerstrom(3, True, True, most, True, True).total == 10


@pytest.mark.parametrize("compute", [tabac.dosage, tabac.mentions_manquantes])
@pytest.mark.parametrize("wrong", [{"envie_de_fumer": False}, {"patient": False}, "patient", None])
def test_signs_and_mentions_are_lists_of_what_is_present(compute, wrong):
    with pytest.raises(ValueError, match="n’est pas une liste"):
        compute(wrong)
