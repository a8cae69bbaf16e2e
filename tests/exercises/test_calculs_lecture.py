"""What a computation reads for one patient, and what follows: no mistake is invented on a field that does not count."""

import pytest

from asalee_training.exercises import calculs
from asalee_training.exercises.calculs import lecture
from asalee_training.exercises.calculs.confusions import confusions

FUMEUSE = {"statut_tabac": "fumeur", "cigarettes_jour": 20, "age": 60, "age_debut_tabac": 20}
ANCIENNE = {**FUMEUSE, "statut_tabac": "ancien", "age_arret_tabac": 50}


def test_the_age_of_today_counts_for_who_smokes_and_not_for_who_stopped():
    assert "age" in lecture.read_for("paquets_annees", FUMEUSE)
    assert "age" not in lecture.read_for("paquets_annees", ANCIENNE)
    # 20 a day: one packet, 40 years against 30.
    assert calculs.compute("paquets_annees", FUMEUSE) == pytest.approx(40)
    assert calculs.compute("paquets_annees", ANCIENNE) == pytest.approx(30)


def test_ten_years_more_is_a_mistake_only_where_the_age_counts():
    assert dict(confusions("paquets_annees", FUMEUSE))["Dix ans de plus"] == pytest.approx(50)
    assert "Dix ans de plus" not in dict(confusions("paquets_annees", ANCIENNE))


def test_what_cannot_be_computed_may_read_all_that_it_declares():
    assert lecture.read_for("paquets_annees", {"statut_tabac": "ancien"}) == calculs.CALCULS["paquets_annees"].lit
    with pytest.raises(KeyError):
        lecture.read_for("inconnu", FUMEUSE)


def test_a_record_copied_whole_is_read_whole():
    seen = lecture._Lecture({"a": 1, "b": 2})
    assert {**seen} == {"a": 1, "b": 2}
    assert seen.lus == {"a", "b"}
