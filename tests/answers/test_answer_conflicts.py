"""Two windows, one question: nothing typed is lost, and the trainee chooses."""

import pytest

from asalee_training.answers import AnswersError, Conflict, Sheet


@pytest.fixture
def sheet(tmp_path):
    moments = (f"2026-03-02T10:{minute:02}:00.000+01:00" for minute in range(42, 60))
    return Sheet(tmp_path, clock=lambda: next(moments))


def test_each_write_counts_and_is_dated(sheet):
    first = sheet.write("grade", "a", 0)
    second = sheet.write("grade", "b", first.n)
    assert (first.n, first.heure, second.n, second.heure) == (1, "10:42", 2, "10:43")


def test_a_write_on_an_old_version_is_refused_and_kept_beside_the_first(sheet):
    sheet.write("grade", "a", 0)
    with pytest.raises(Conflict, match="autre fenêtre"):
        sheet.write("grade", "b", 0)
    stored = sheet.read().reponses["grade"]
    assert (stored.valeur, stored.n) == ("a", 1)
    assert stored.autre == {"valeur": "b", "horodatage": "2026-03-02T10:43:00.000+01:00"}


def test_the_same_answer_twice_is_not_a_conflict(sheet):
    sheet.write("grade", "a", 0)
    assert sheet.write("grade", "a", 0).autre is None


def test_the_newest_refused_version_replaces_the_older_one(sheet):
    sheet.write("transmission", "premier jet", 0)
    for text in ("second", "second, complété"):
        with pytest.raises(Conflict):
            sheet.write("transmission", text, 0)
    assert sheet.read().reponses["transmission"].autre["valeur"] == "second, complété"


@pytest.mark.parametrize(("keep_other", "kept"), [(False, "a"), (True, "b")])
def test_the_trainee_keeps_one_and_the_conflict_ends(sheet, keep_other, kept):
    sheet.write("grade", "a", 0)
    with pytest.raises(Conflict):
        sheet.write("grade", "b", 0)
    settled = sheet.settle("grade", keep_other)
    assert (settled.valeur, settled.n, settled.autre) == (kept, 2, None)
    with pytest.raises(AnswersError, match="déjà fait"):
        sheet.settle("grade", keep_other)


def test_a_conflict_on_one_question_leaves_the_others_alone(sheet):
    sheet.write("grade", "a", 0)
    sheet.write("rapport", {"texte": "58,9", "unite": "%"}, 0)
    with pytest.raises(Conflict):
        sheet.write("grade", "b", 0)
    assert sheet.write("rapport", {"texte": "59", "unite": "%"}, 1).n == 2


@pytest.mark.parametrize(
    "valeur", [float("nan"), float("inf"), "\ud800", {"a": {"b": float("nan")}}, {"a", "b"}, b"x", object()]
)
def test_what_json_cannot_hold_is_refused_in_french_and_nothing_is_written(sheet, valeur):
    with pytest.raises(AnswersError, match=r"\.$"):
        sheet.write("grade", valeur, 0)
    assert sheet.read().reponses == {}


def test_a_text_too_long_for_the_file_is_refused_and_the_others_stay(sheet):
    sheet.write("grade", "a", 0)
    with pytest.raises(AnswersError, match="raccourcissez"):
        sheet.write("transmission", "é" * 300_000, 0)
    assert set(sheet.read().reponses) == {"grade"}


def test_a_session_of_too_many_gestures_is_refused_and_one_at_the_limit_is_kept(sheet):
    gestes = [{"g": "appliquer", "t": n} for n in range(501)]
    sheet.write("examen", {"gestes": gestes[:500], "conclusion": {}}, 0)

    with pytest.raises(AnswersError, match="500 gestes"):
        sheet.write("examen", {"gestes": gestes, "conclusion": {}}, 1)
    assert len(sheet.read().reponses["examen"].valeur["gestes"]) == 500
