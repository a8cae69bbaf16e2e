"""The 40-hour programme: its sequences to the minute, who attended what, and the certificate."""

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp
from tests.clinical.vecteurs import matches, table

PROGRAMME = etp.sequences()
TOUTES = [partie.sequence for partie in PROGRAMME]


@pytest.mark.parametrize("row", table("cognition_etp_programme_40h.csv"), ids=lambda row: row["sequence"])
def test_the_programme_is_the_vectors_in_minutes(row):
    partie = PROGRAMME[TOUTES.index(row["sequence"])]

    titre = row["titre"].replace(" (teach-back)", "")  # the vectors have English words that a trainer would not say
    assert (partie.module, partie.jour, partie.titre) == (row["module"], row["jour"], titre)
    assert partie.minutes == float(row["heures"]) * 60
    assert ",".join(partie.familles) == row["competences_T_RP_O"]
    assert (partie.modalite, partie.correction, partie.preuve) == tuple(
        in_french(row[column]) for column in ("modalite", "correction", "preuve")
    )


def in_french(words):
    """The words of the vectors, in the French of the course."""
    said = words.strip().replace("notebook", "carnet").replace("quiz", "questionnaire")
    return re.sub(r"\bauto \(", "correction automatique (", said.replace("score auto", "score calculé"))


def test_the_programme_speaks_french():
    said = " ".join(" ".join((p.titre, p.modalite, p.correction, p.preuve)) for p in PROGRAMME)

    assert not re.search(r"notebook|quiz|teach-back|score auto|\bauto \(", said)


def test_the_programme_lasts_twice_twenty_hours_to_the_minute():
    assert [row["sequence"] for row in table("cognition_etp_programme_40h.csv")] == TOUTES
    assert etp.minutes_par_module() == {"M1": 1200, "M2": 1200}
    assert all(isinstance(partie.minutes, int) for partie in PROGRAMME)
    assert etp.verifier_programme() == ()


def changed(nom, /, **fields):
    return [dataclasses.replace(p, **fields) if p.sequence == nom else p for p in PROGRAMME]


@pytest.mark.parametrize("minutes", [29, 31])
def test_a_minute_more_or_less_is_seen_in_the_day_and_in_the_module(minutes):
    assert etp.verifier_programme(changed("2.11", minutes=minutes)) == (
        f"M2-J3 dure {330 + minutes} minutes au lieu de 360.",
        f"M2 dure {1170 + minutes} minutes au lieu de 1200.",
    )


def test_a_sequence_moved_to_another_day_or_named_twice_is_seen():
    assert etp.verifier_programme(changed("1.10", jour="J2")) == (
        "M1-J2 dure 480 minutes au lieu de 420.",
        "M1-J3 dure 300 minutes au lieu de 360.",
    )
    assert etp.verifier_programme(changed("1.10", sequence="1.1")) == ("La séquence 1.1 figure 2 fois.",)


def test_an_empty_programme_lacks_everything():
    assert len(etp.verifier_programme([])) == 8
    assert etp.minutes_par_module([]) == {"M1": 0, "M2": 0}


@pytest.mark.parametrize("programme", ["1.1", 40, ["1.1"], [None]])
def test_a_programme_is_a_list_of_sequences(programme):
    for function in (etp.verifier_programme, etp.minutes_par_module):
        with pytest.raises(ValueError, match="Programme"):
            function(programme)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("minutes", 1.5, "entier"),  # hours
        ("minutes", 0, "1 à 420"),
        ("minutes", 421, "1 à 420"),
        ("minutes", None, "1 à 420"),
        ("minutes", True, "1 à 420"),
        ("minutes", "90", "1 à 420"),
        ("module", "M3", "M1, M2"),
        ("jour", "J4", "J1, J2, J3"),
        ("familles", ("X",), "O, RP, T"),
    ],
)
def test_a_sequence_refuses_an_impossible_field(field, value, message):
    with pytest.raises(ValueError, match=message):
        dataclasses.replace(PROGRAMME[0], **{field: value})


def test_presence_in_every_sequence_gives_the_certificate():
    result = etp.presence(TOUTES)

    assert (result.minutes, result.minutes_manquantes, result.manquantes, result.certificat) == (2400, 0, {}, True)


@pytest.mark.parametrize("absente", TOUTES)
def test_one_missing_sequence_is_itemised_and_refuses_the_certificate(absente):
    result = etp.presence([sequence for sequence in TOUTES if sequence != absente])
    minutes = PROGRAMME[TOUTES.index(absente)].minutes

    assert result.manquantes == {absente: minutes}
    assert (result.minutes, result.minutes_manquantes) == (2400 - minutes, minutes)
    assert not result.certificat


def test_nothing_attended_lacks_forty_hours():
    result = etp.presence([])

    assert (result.minutes, result.minutes_manquantes, list(result.manquantes)) == (0, 2400, TOUTES)


@pytest.mark.parametrize(
    ("suivies", "message"),
    [
        (["1.1", "1.1"], "« 1.1 » est donnée deux fois"),
        (["1.12"], "« 1.12 »"),
        ([1.1], "1,1 n’est pas connu"),  # a number would make 1.10 another 1.1
        ([None], "rien"),
        ("1.1", "n’est pas une liste"),
        (None, "n’est pas une liste"),
    ],
)
def test_presence_refuses_a_sequence_it_does_not_know(suivies, message):
    with pytest.raises(ValueError, match=matches(message)):
        etp.presence(suivies)


@given(st.sets(st.sampled_from(TOUTES)))
@settings(max_examples=40)
def test_attended_and_missing_minutes_always_add_up(suivies):
    result = etp.presence(suivies)

    assert result.minutes + result.minutes_manquantes == 2400
    assert sum(result.manquantes.values()) == result.minutes_manquantes


@pytest.mark.parametrize(("minutes", "possible"), [(0, False), (40, False), (2399, False), (2400, True), (2401, True)])
def test_the_certificate_is_refused_below_2400_minutes(minutes, possible):
    assert etp.certificat_possible(minutes) is possible


def test_personal_work_does_not_count():
    assert etp.minutes_retenues(2000, 400, 900) == 2400
    assert etp.minutes_retenues(2000, 0, 400) == 2000


@pytest.mark.parametrize("minutes", [None, True, "60", float("nan"), float("inf"), -1, 30.5, 10**6])
def test_impossible_minutes_are_refused(minutes):
    with pytest.raises(ValueError, match=r"Minutes suivies.*0 à 20"):
        etp.certificat_possible(minutes)
    for position, label in enumerate(("présentiel", "travail dirigé", "travail personnel")):
        given = [60, 60, 60]
        given[position] = minutes
        with pytest.raises(ValueError, match=rf"{label}.*0 à 10"):
            etp.minutes_retenues(*given)


@pytest.mark.parametrize("suivies", [{"1.1": False}, "1.1", 3, None])
def test_attended_sequences_are_a_list(suivies):
    with pytest.raises(ValueError, match=r"Séquence suivie.*n’est pas une liste"):
        etp.presence(suivies)
