"""Observed times, on journals worked out by hand: nobody alone, no idle gap, each stretch once."""

import json
import os

import pytest

from asalee_training.training import durees
from asalee_training.training.durees import Constat

TEXTE = "rcv/02_pression"


def line(heure, genre, qui, texte=TEXTE, version=1, jour="2026-11-28"):
    return json.dumps(
        {"v": 1, "quand": f"{jour}T{heure}+01:00", "apprenante": qui, "genre": genre, "contenu": texte, "version": version, "resultat": {}}
    )  # fmt: skip


def journal(folder, *lines):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "journal.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def worked(folder, qui, minutes, **changes):
    """She opens, answers after so many minutes (nine at most), and has finished."""
    end = f"10:{minutes:02d}:00"
    journal(folder, line("10:00:00", "ouverture", qui, **changes), line(end, "reponse", qui, **changes),
            line(end, "fin", qui, **changes))  # fmt: skip


def read(racine):
    return durees.lire(durees.dossiers(racine))


def observed(racine, qui, *lines):
    """Minutes of one trainee, heard as three who did exactly the same."""
    for n in range(3):
        journal(racine / f"p{n}", *(ligne.replace(f'"{qui}"', f'"{qui}{n}"') for ligne in lines))
    found = read(racine).get((TEXTE, 1))
    return found and found.mediane


def test_the_median_of_three_is_said_and_of_two_nothing(tmp_path):
    worked(tmp_path / "a", "a", 4)
    worked(tmp_path / "b", "b", 9)
    assert read(tmp_path) == {}
    worked(tmp_path / "c", "c", 6)
    assert read(tmp_path) == {(TEXTE, 1): Constat(3, 6)}


def test_quartiles_are_of_many(tmp_path):
    for n, minutes in enumerate((2, 3, 4, 5, 6, 7, 8)):
        worked(tmp_path / str(n), f"t{n}", minutes)
    assert read(tmp_path)[TEXTE, 1] == Constat(7, 5)
    worked(tmp_path / "8", "t8", 9)
    assert read(tmp_path)[TEXTE, 1] == Constat(8, 6, (3, 8))  # 3,25 and 7,75; 5,5 rounds to the even


def test_a_night_with_the_page_open_does_not_count_and_two_sessions_add_up(tmp_path):
    assert observed(
        tmp_path, "a",
        line("17:00:00", "ouverture", "a"), line("17:06:00", "reponse", "a"),
        line("08:00:00", "reponse", "a", jour="2026-11-29"), line("08:07:00", "fin", "a", jour="2026-11-29"),
    ) == 13  # fmt: skip


@pytest.mark.parametrize(("heure", "minutes"), [("10:10:00", 15), ("10:10:01", 5)])
def test_a_pause_is_longer_than_ten_minutes(tmp_path, heure, minutes):
    end = f"10:15:{heure[-2:]}"
    found = observed(
        tmp_path, "a", line("10:00:00", "ouverture", "a"), line(heure, "reponse", "a"), line(end, "fin", "a")
    )
    assert found == minutes


def test_a_clock_put_back_takes_nothing_away(tmp_path):
    assert observed(
        tmp_path, "a", line("10:00:00", "ouverture", "a"), line("10:08:00", "reponse", "a"),
        line("09:10:00", "reponse", "a"), line("09:14:00", "fin", "a"),
    ) == 12  # fmt: skip


def test_time_spent_on_another_text_goes_to_that_text(tmp_path):
    """Eight minutes here, then three in another window: back here, what counts is the gap since she answered there."""
    lines = [
        line("10:00:00", "ouverture", "a"), line("10:08:00", "reponse", "a"),
        line("10:09:00", "ouverture", "a", "rcv/03_hypertension"), line("10:12:00", "fin", "a", "rcv/03_hypertension"),
        line("10:14:00", "fin", "a"),
    ]  # fmt: skip
    assert observed(tmp_path, "a", *lines) == 10
    assert read(tmp_path)["rcv/03_hypertension", 1].mediane == 3


def test_reading_it_again_later_is_not_learning_it(tmp_path):
    assert observed(
        tmp_path, "a", line("10:00:00", "ouverture", "a"), line("10:05:00", "fin", "a"),
        line("10:06:00", "ouverture", "a"), line("10:14:00", "reponse", "a"),
    ) == 5  # fmt: skip


def test_who_has_not_finished_is_not_counted(tmp_path):
    for qui in "abc":
        journal(tmp_path / qui, line("10:00:00", "ouverture", qui), line("10:05:00", "reponse", qui))
    assert read(tmp_path) == {}


def test_a_copy_handed_in_is_an_end(tmp_path):
    assert observed(tmp_path, "a", line("10:00:00", "ouverture", "a"), line("10:09:00", "remise", "a")) == 9


def test_torn_lines_and_foreign_ones_spoil_nothing(tmp_path):
    assert observed(
        tmp_path, "a", line("10:00:00", "ouverture", "a"), '{"v": 1, "quand": "2026-11', "null", "[]",
        line("10:03:00", "reponse", "a").replace("+01:00", ""), line("10:04:00", "fin", "a"),
    ) == 4  # fmt: skip


def test_a_folder_carried_to_another_machine_counts_once(tmp_path):
    """Three trainees; one has copied her folder to a second machine and ended there: 6 minutes, not 8 nor 10."""
    begun = [line("10:00:00", "ouverture", "a"), line("10:04:00", "reponse", "a")]
    journal(tmp_path / "un", *begun)
    journal(tmp_path / "deux", *begun, line("11:00:00", "ouverture", "a"), line("11:02:00", "fin", "a"))
    worked(tmp_path / "b", "b", 2)
    assert read(tmp_path) == {}, "one trainee on two machines is one trainee"
    worked(tmp_path / "c", "c", 9)
    assert read(tmp_path)[TEXTE, 1] == Constat(3, 6)


def test_two_versions_are_two_texts(tmp_path):
    for n in range(4):
        worked(tmp_path / str(n), f"t{n}", 5, version=1 + n % 2)
    assert read(tmp_path) == {}


def test_a_journal_is_read_again_only_when_it_changed(tmp_path, monkeypatch):
    for qui in "abc":
        worked(tmp_path / qui, qui, 5)
    assert read(tmp_path)[TEXTE, 1].mediane == 5
    reads = []
    whole = durees.Journal.read
    monkeypatch.setattr(durees.Journal, "read", lambda self: reads.append(self.chemin) or whole(self))
    read(tmp_path)
    assert reads == []
    worked(tmp_path / "a", "a", 7)
    os.utime(tmp_path / "a" / "journal.jsonl", ns=(1, 1))
    read(tmp_path)
    assert reads == [tmp_path / "a" / "journal.jsonl"]


def test_nothing_that_is_returned_names_anybody(tmp_path):
    for n in range(9):
        worked(tmp_path / str(n), f"idel-{n}", 5)
    assert "idel" not in repr(read(tmp_path))
