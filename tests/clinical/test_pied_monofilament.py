"""Sensation of the foot: replies at a site, loss of protective sensation, the ten-site variant, vibration."""

import pytest

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
