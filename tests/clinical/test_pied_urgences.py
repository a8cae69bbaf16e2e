"""Active problems of the foot: the most urgent situation wins, and nobody grades an active wound."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import pied, reference_data
from tests.clinical.vecteurs import table

SIGNES = [row["signe"] for row in table(reference_data.FOLDER / "pied_signes.csv")]


@pytest.mark.parametrize(
    ("signes", "situation", "niveau", "delai_h"),
    [  # delays of the clinical brief, §1.8
        ({"plaie", "fievre"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"plaie", "sepsis"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"plaie", "pus"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"plaie", "necrose"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"plaie", "cellulite_necrosante"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"plaie", "glycemie_elevee"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"plaie_grave", "fievre"}, "plaie_avec_signe_de_gravite", "immediat", 0),
        ({"pus"}, "infection_grave_sans_plaie_vue", "immediat", 0),
        ({"dermohypodermite", "sepsis"}, "infection_grave_sans_plaie_vue", "immediat", 0),
        ({"dermohypodermite", "fievre", "tachycardie"}, "dermohypodermite_avec_signes_generaux", "immediat", 0),
        ({"dermohypodermite", "polypnee", "hyperleucocytose"}, "dermohypodermite_avec_signes_generaux", "immediat", 0),
        ({"dermohypodermite", "fievre"}, "dermohypodermite_isolee", "jour_meme", 24),
        ({"dermohypodermite"}, "dermohypodermite_isolee", "jour_meme", 24),
        ({"ischemie_aigue"}, "ischemie_aigue", "immediat", 0),
        ({"pied_rouge_chaud_gonfle"}, "pied_de_charcot_possible", "jour_meme", 24),
        ({"douleur_repos"}, "ischemie_critique_possible", "jour_meme", 48),
        ({"necrose"}, "ischemie_critique_possible", "jour_meme", 48),
        ({"cyanose"}, "ischemie_critique_possible", "jour_meme", 48),
        ({"plaie_grave"}, "plaie_grave", "jour_meme", 48),
        ({"plaie"}, "plaie", "quelques_jours", 360),
        ({"plaie", "tachycardie"}, "plaie", "quelques_jours", 360),
        ({"plaie", "plaie_grave", "ischemie_aigue"}, "ischemie_aigue", "immediat", 0),
    ],
)
def test_urgence_is_the_most_severe_situation(signes, situation, niveau, delai_h):
    found = pied.urgence(signes)

    assert (found.situation, found.niveau, found.delai_h) == (situation, niveau, delai_h)
    assert found.lieu
    assert found.conduite.endswith(".")
    assert found.source


@pytest.mark.parametrize("signes", [(), {"fievre"}, {"tachycardie", "polypnee"}, {"glycemie_elevee"}])
def test_general_signs_alone_are_no_emergency_of_the_foot(signes):
    assert pied.urgence(signes) is None
    assert pied.gradation_possible(signes)


def test_the_table_goes_from_the_most_to_the_least_urgent():
    rows = table(reference_data.FOLDER / "pied_urgences.csv")
    ranks = [(pied.NIVEAUX.index(row["niveau"]), int(row["delai_h"])) for row in rows]

    assert ranks == sorted(ranks)
    named = {signe for row in rows for column in ("un_parmi", "avec_parmi") for signe in row[column].split("|")}
    assert named - {"-"} == set(SIGNES)


@settings(max_examples=80)
@given(st.sets(st.sampled_from(SIGNES)), st.sampled_from(SIGNES))
def test_urgence_never_falls_when_a_sign_is_added(signes, added):
    def rank(found):
        return (pied.NIVEAUX.index(found.niveau), found.delai_h) if found else (len(pied.NIVEAUX), 0)

    assert rank(pied.urgence(signes | {added})) <= rank(pied.urgence(signes))
    assert pied.gradation_possible(signes) or not pied.gradation_possible(signes | {added})


def test_every_sign_of_a_wound_stops_the_grade():
    blocking = {"plaie", "plaie_grave", "pus", "necrose", "cellulite_necrosante"}
    for pair in combinations(SIGNES, 2):
        if blocking & set(pair):
            assert not pied.gradation_possible(pair)
    assert not pied.gradation_possible({"ischemie_aigue"})
    assert pied.gradation_possible({"pied_rouge_chaud_gonfle"})  # V07: seen the same day, graded 2


def test_vignette_v06_goes_to_the_emergency_department():
    signes = {"plaie", "pus", *pied.signes_sris(38.6, 104, 18, "non_mesure")}

    assert pied.urgence(signes).niveau == "immediat"
    assert not pied.gradation_possible(signes)


@pytest.mark.parametrize(
    ("mesures", "signes"),
    [
        ((38, 90, 20, 12), ()),
        ((38.1, 90, 20, 12), ("fievre",)),
        ((38, 91, 20, 12), ("tachycardie",)),
        ((38, 90, 21, 12), ("polypnee",)),
        ((38, 90, 20, 12.1), ("hyperleucocytose",)),
        ((39, 120, 28, "non_mesure"), ("fievre", "tachycardie", "polypnee")),
    ],
)
def test_signes_sris_count_strictly_above_each_threshold(mesures, signes):
    assert pied.signes_sris(*mesures) == signes
    assert set(signes) <= set(SIGNES)


@pytest.mark.parametrize(
    ("mesures", "named"),
    [
        ((100.4, 80, 16, 8), "Température"),  # °F
        ((None, 80, 16, 8), "Température"),
        ((37, 10, 16, 8), "Fréquence cardiaque"),
        ((37, True, 16, 8), "Fréquence cardiaque"),
        ((37, 80, float("nan"), 8), "Fréquence respiratoire"),
        ((37, 80, 16, 12000), "Leucocytes"),  # per mm³
        ((37, 80, 16, "12"), "Leucocytes"),
        ((37, 80, 16, float("inf")), "Leucocytes"),
    ],
)
def test_signes_sris_refuses_an_impossible_measure(mesures, named):
    with pytest.raises(ValueError, match=named):
        pied.signes_sris(*mesures)


@pytest.mark.parametrize("compute", [pied.urgence, pied.gradation_possible])
def test_an_unknown_sign_is_refused_with_the_nearest_name(compute):
    with pytest.raises(ValueError, match="Vouliez-vous écrire «\u00a0necrose\u00a0»"):
        compute({"nécrose"})
    for signes in ("plaie", None, 3, {"plaie": False}, {"plaie", 3}, [True], [None], [["plaie"]]):
        with pytest.raises(ValueError, match="Signe"):
            compute(signes)


@pytest.mark.parametrize("compute", [pied.urgence, pied.gradation_possible])
@pytest.mark.parametrize("signes", [{"plaie": False}, "plaie", None])
def test_signs_are_a_list_of_what_is_present(compute, signes):
    with pytest.raises(ValueError, match=r"Signe.*n’est pas une liste"):
        compute(signes)


@pytest.mark.parametrize("signe", ["douleur_repos", "plaie_grave", "plaie"])
def test_a_level_chosen_by_the_course_is_to_be_verified(signe):
    assert pied.urgence([signe]).surete == "a_verifier"
