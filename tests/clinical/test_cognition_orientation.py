"""Triage: the level of an alert, from a table worked out by hand."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from asalee_training.clinical import cognition, reference_data
from asalee_training.clinical.cognition import triage
from tests.clinical.vecteurs import table

TRIAGE = reference_data.document("cognition_triage")
#: Nothing found, everything done: each test below changes one thing.
CALME = {
    "signes": (),
    "codex": "A",
    "cinq_mots_total": 10,
    "horloge7": 7,
    "retentissement": False,
    "mini_gds": 0,
    "autres_positifs": (),
}


FLAGS = {
    "changement_aigu": "changement_aigu",
    "deficit_focal": "deficit_focal",
    "idees_suicidaires": "idees_suicidaires",
    "danger_immediat": "danger_immediat",
    "conduite_a_risque": "conduite_a_risque",
    "plainte": "plainte",
}


@pytest.mark.parametrize("row", table("cognition_triage.csv"), ids=lambda row: row["id"])
def test_orientation_follows_the_table(row):
    result = cognition.orientation(
        signes=[signe for column, signe in FLAGS.items() if row[column] == "1"],
        codex=row["codex"],
        cinq_mots_total=int(row["cinq_mots_total"]),
        horloge7=int(row["horloge7"]),
        retentissement=int(row["iadl4"]) > 0,  # the vectors count dependencies of cognitive cause
        mini_gds=int(row["mini_gds"]),
        autres_positifs=(),
    )

    assert result.code == row["orientation_attendue"]
    assert result.niveau == result.code[:2]
    assert bool(result.raisons) == (result.niveau != "N5")


@pytest.mark.parametrize(
    ("change", "niveau"),
    [
        ({}, "N5"),
        ({"signes": ["plainte"]}, "N4"),
        ({"codex": "B"}, "N5"),
        ({"codex": "C"}, "N3"),
        ({"codex": "D"}, "N2"),
        ({"cinq_mots_total": 9}, "N3"),
        ({"horloge7": 6}, "N3"),
        ({"mini_gds": 1}, "N3"),
        ({"retentissement": True}, "N3"),
        ({"autres_positifs": ["bref"]}, "N3"),
        ({"cinq_mots_total": 9, "retentissement": True}, "N2"),
        ({"autres_positifs": ["mmse"], "retentissement": True}, "N2"),
        ({"mini_gds": 4, "retentissement": True}, "N3"),  # mood is no cognitive test
        ({"autres_positifs": ["gds15"]}, "N3"),
        ({"autres_positifs": ["gds15"], "retentissement": True}, "N3"),
        ({"autres_positifs": ["gds15", "bref"], "retentissement": True}, "N2"),
        ({"signes": ["errance"]}, "N2"),
        ({"signes": ["abus_financier"]}, "N2"),
        ({"signes": ["test_non_interpretable"]}, "N3"),
        ({"signes": ["traumatisme_cranien_anticoagulant"]}, "N1"),
        ({"signes": ["traumatisme_cranien_symptomatique"]}, "N0"),
        ({"signes": ["hypoglycemies_repetees", "conduite_a_risque"], "codex": "D"}, "N1"),
        ({"signes": ["plainte"], "codex": None, "cinq_mots_total": None}, "N4"),
        ({"signes": ["refus_alimentaire"], "codex": None, "cinq_mots_total": None, "horloge7": None}, "N1"),
    ],
)
def test_orientation_of_one_change_to_a_quiet_situation(change, niveau):
    assert cognition.orientation(**{**CALME, **change}).niveau == niveau


def test_orientation_keeps_every_reason_the_most_urgent_first():
    result = cognition.orientation(
        **{**CALME, "signes": ["plainte", "idees_suicidaires"], "codex": "D", "retentissement": True}
    )

    assert [raison.split()[0] for raison in result.raisons] == ["Idées", "Codex", "Test", "Plainte"]
    assert result.conduite == "Demandez l’avis du médecin le jour même."


@pytest.mark.parametrize(
    ("signes", "valides"),
    [
        (["danger_immediat"], False),
        (["changement_aigu"], False),
        (["test_non_interpretable"], False),
        (["errance"], True),
    ],
)
def test_scores_are_not_read_in_an_emergency_nor_when_they_cannot_be(signes, valides):
    assert cognition.orientation(**{**CALME, "signes": signes}).tests_valides == valides


@pytest.mark.parametrize(
    "change",
    [{"codex": "D"}, {"codex": "C", "retentissement": True}, {"autres_positifs": ["mmse"], "retentissement": True}],
)
def test_a_test_that_cannot_be_read_sets_no_level_and_is_no_reason(change):
    result = cognition.orientation(**{**CALME, **change, "signes": ["test_non_interpretable"]})

    assert (result.niveau, len(result.raisons)) == ("N3", 1)
    assert result.raisons[0].startswith("Test non interprétable")


@pytest.mark.parametrize("mood", [{"mini_gds": 1}, {"autres_positifs": ["gds15"]}])
def test_mood_keeps_its_question_even_when_a_test_cannot_be_read(mood):
    result = cognition.orientation(**{**CALME, **mood, "signes": ["test_non_interpretable"], "codex": "D"})

    assert result.niveau == "N3"
    assert [("suicidaires" in raison) for raison in result.raisons] == [False, True]


def test_a_dependency_without_cognitive_cause_does_not_weigh():
    lu = cognition.iadl4(2, 5, 3, 3, cause_cognitive=False)

    assert lu.dependances == 4
    found = cognition.orientation(**{**CALME, "horloge7": 6, "retentissement": lu.retentissement})
    assert found.niveau == "N3"


SITUATION = {
    "signes": st.sets(st.sampled_from(sorted(TRIAGE["signes"]))),
    "codex": st.sampled_from("ABCD"),
    "cinq_mots_total": st.integers(0, 10),
    "horloge7": st.integers(0, 7),
    "retentissement": st.booleans(),
    "mini_gds": st.integers(0, 4),
    "autres_positifs": st.sets(st.sampled_from(triage.TESTS)),
}


@settings(max_examples=50)
@given(situation=st.fixed_dictionaries(SITUATION), signe=st.sampled_from(sorted(TRIAGE["signes"])))
def test_one_more_sign_is_never_less_urgent(situation, signe):
    assume(signe != "test_non_interpretable")  # it takes the tests away: a Codex D is then no reason
    more = {**situation, "signes": situation["signes"] | {signe}}

    assert cognition.orientation(**more).niveau <= cognition.orientation(**situation).niveau


@pytest.mark.parametrize(
    "change",
    [
        {"codex": None, "cinq_mots_total": None, "horloge7": None},
        {"retentissement": None},
        {"mini_gds": None},
        {"signes": ["plainte"], "mini_gds": None},
    ],
)
def test_nobody_is_reassured_on_what_was_not_done(change):
    with pytest.raises(ValueError, match="il manque"):
        cognition.orientation(**{**CALME, **change})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"signes": ["danger"]}, "danger_immediat"),
        ({"signes": "plainte"}, "Signes"),
        ({"signes": None}, "Signes"),
        ({"signes": [1]}, "Signes"),
        ({"codex": "E"}, "Codex"),
        ({"codex": "AB"}, "Codex"),
        ({"cinq_mots_total": 11}, "Cinq mots"),
        ({"cinq_mots_total": "9"}, "Cinq mots"),
        ({"horloge7": 8}, "Horloge"),
        ({"horloge7": True}, "Horloge"),
        ({"retentissement": 1}, "Retentissement"),
        ({"retentissement": math.nan}, "Retentissement"),
        ({"signes": {"danger_immediat": False}}, "Signes.*n’est pas une liste"),
        ({"autres_positifs": {"bref": False}}, "Autres tests positifs.*n’est pas une liste"),
        ({"autres_positifs": "bref"}, "Autres tests positifs"),
        ({"mini_gds": -1}, "Mini-GDS"),
        ({"autres_positifs": ["codex"]}, "Autres tests positifs"),
        ({"autres_positifs": None}, "Autres tests positifs"),
    ],
)
def test_orientation_refuses_an_impossible_situation(change, named):
    with pytest.raises(ValueError, match=named):
        cognition.orientation(**{**CALME, **change})
