"""What an author marks out of scope, and the scope table, say the same."""

import pytest

from asalee_training.clinical import reference_data
from asalee_training.exercises import scope
from asalee_training.exercises.scope import Acte


@pytest.mark.parametrize(
    ("acte", "gravite", "protocole"),
    [
        (None, None, "bpco"),
        (None, "dangereux", "bpco"),
        (Acte(acte="diagnostic"), "hors_champ", "bpco"),
        (Acte(acte="spirometrie", geste="interpreter"), "hors_champ", "bpco"),
        (Acte(acte="spirometrie"), None, "bpco"),
        (Acte(acte="test_bronchodilatateur", conditions=("prescription_medicale",)), None, "bpco"),
        (Acte(acte="traitement", geste="prescrire", protocole="diabete"), "hors_champ", "compagnonnage"),
    ],
)
def test_an_answer_that_agrees_with_the_table_has_no_fault(acte, gravite, protocole):
    assert scope.fault("Je fais cela", acte, gravite, protocole) == ""


@pytest.mark.parametrize(
    ("acte", "gravite", "protocole", "said"),
    [
        (None, "hors_champ", "bpco", "écrivez aussi l’acte"),
        (Acte(acte="spirometrie"), "hors_champ", "bpco", "le champ l’accorde"),
        (Acte(acte="spirometrie", geste="interpreter"), None, "bpco", "écrivez « gravite: hors_champ »"),
        (Acte(acte="tsh", geste="prescrire"), "dangereux", "cognition", "écrivez « gravite: hors_champ »"),
        (Acte(acte="test_bronchodilatateur"), None, "bpco", "sort du champ"),
        (Acte(acte="diagnostique"), "hors_champ", "bpco", "Vouliez-vous écrire"),
        (Acte(acte="diagnostic"), "hors_champ", "compagnonnage", "n’a pas de table du champ"),
    ],
)
def test_an_answer_that_contradicts_the_table_is_the_authors_error(acte, gravite, protocole, said):
    message = scope.fault("Je fais cela", acte, gravite, protocole)
    assert said in message.replace("\u00a0", " ")
    assert "Je fais cela" in message


def test_every_act_of_the_table_is_listed_for_authors():
    assert scope.actes().keys() == reference_data.document("champ")["actes"].keys()
