"""Competences that a patient may acquire, and the objectives that she sets herself (SMART)."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp
from tests.clinical.vecteurs import matches, table

# Competences


@pytest.mark.parametrize("row", table("cognition_etp_competences.csv"), ids=lambda row: row["competence"][:30])
def test_classe_follows_the_reference(row):
    assert etp.classe(row["competence"]) == row["categorie"]


def test_the_statements_are_those_of_the_vectors_and_their_classes_are_defined():
    assert dict(etp.competences()) == {
        row["competence"]: row["categorie"] for row in table("cognition_etp_competences.csv")
    }
    assert set(etp.definitions()) == {"autosoins", "securite", "adaptation"} == set(etp.competences().values())
    assert set(etp.definitions("familles")) == {"T", "RP", "O"}  # CSP, R.1161-2


def test_verifier_tri_names_what_is_misplaced_and_what_that_puts_at_risk():
    given = dict(etp.competences()) | {
        "Appeler le 15 devant une douleur thoracique": "autosoins",
        "Préparer son pilulier": "securite",
    }
    result = etp.verifier_tri(given)

    assert (result.justes, result.total) == (22, 24)
    assert result.mal_classees == (
        ("Appeler le 15 devant une douleur thoracique", "autosoins", "securite"),
        ("Préparer son pilulier", "securite", "autosoins"),
    )
    assert result.securite_manquees == ("Appeler le 15 devant une douleur thoracique",)
    assert etp.verifier_tri(etp.competences()).mal_classees == ()
    assert etp.verifier_tri({"Préparer son pilulier": "autosoins"}) == etp.Tri(1, 1, ())


@pytest.mark.parametrize(
    ("competence", "message"),
    [
        ("Préparer son piluliers", "Vouliez-vous écrire « Préparer son pilulier » ?"),
        ("", "Une des 24 compétences"),
        (None, "rien"),
        (3, "3 n’est pas connue"),
        (["a"], "compétences"),
    ],
)
def test_classe_refuses_an_unknown_statement(competence, message):
    with pytest.raises(ValueError, match=matches(message)):
        etp.classe(competence)


@pytest.mark.parametrize(
    ("tri", "message"),
    [
        ({}, "aucune compétence"),
        (None, "rien"),
        (["Préparer son pilulier"], "aucune compétence"),
        ({"Voler": "autosoins"}, "« Voler »"),
        ({"Préparer son pilulier": "soins"}, "Classe.*adaptation, autosoins, securite"),
        ({"Préparer son pilulier": None}, "rien"),
        ({"Préparer son pilulier": True}, "vrai"),
    ],
)
def test_verifier_tri_refuses_what_is_not_a_sorting(tri, message):
    with pytest.raises(ValueError, match=matches(message)):
        etp.verifier_tri(tri)


@pytest.mark.parametrize("liste", [None, "classe", 1])
def test_definitions_refuses_an_unknown_list(liste):
    with pytest.raises(ValueError, match=r"Liste.*classes, familles"):
        etp.definitions(liste)


# SMART


@pytest.mark.parametrize("row", table("cognition_etp_smart.csv"), ids=lambda row: row["id"])
def test_objectif_smart_follows_the_worked_examples(row):
    result = etp.objectif_smart(*(int(row[f"{c}_0_2"]) for c in "SMART"), row["formule_par_le_patient"] == "1")

    assert result.total == int(row["total_10"])
    assert result.valide == (row["valide"] == "1")


@pytest.mark.parametrize(
    ("notes", "formule", "motifs"),
    [
        ((2, 2, 2, 1, 1), True, ()),  # 8
        ((2, 2, 1, 1, 1), True, ("total_insuffisant",)),  # 7
        ((2, 2, 2, 2, 1), True, ()),  # 9
        ((2, 2, 2, 2, 0), True, ("critere_nul",)),  # 8, but one criterion at zero
        ((2, 2, 2, 2, 2), False, ("non_formule_par_le_patient",)),
        ((0, 0, 0, 0, 0), False, ("total_insuffisant", "critere_nul", "non_formule_par_le_patient")),
    ],
)
def test_an_objective_is_valid_from_8_without_a_zero_and_in_the_patients_words(notes, formule, motifs):
    result = etp.objectif_smart(*notes, formule)

    assert result.motifs == motifs
    assert result.valide == (not motifs)


def test_the_criteria_at_zero_are_named():
    assert etp.objectif_smart(2, 0, 2, 2, 0, True).criteres_nuls == ("mesurable", "temporel")


@pytest.mark.parametrize("note", [None, True, "2", float("nan"), float("inf"), -1, 3, 1.5])
@pytest.mark.parametrize("position", range(5))
def test_objectif_smart_refuses_a_code_outside_0_to_2(position, note):
    notes = [2, 2, 2, 2, 2]
    notes[position] = note
    with pytest.raises(ValueError, match=rf"Critère {'SMART'[position]} .*0 à 2"):
        etp.objectif_smart(*notes, True)


@pytest.mark.parametrize("formule", [None, 1, 0, "oui"])
def test_objectif_smart_refuses_an_ownership_that_is_not_true_or_false(formule):
    with pytest.raises(ValueError, match=r"Formulé par le patient.*vrai ou faux"):
        etp.objectif_smart(2, 2, 2, 2, 2, formule)


@given(st.lists(st.integers(0, 2), min_size=5, max_size=5), st.booleans(), st.integers(0, 4))
@settings(max_examples=60)
def test_a_better_code_never_makes_an_objective_invalid(notes, formule, position):
    better = [*notes[:position], 2, *notes[position + 1 :]]

    assert etp.objectif_smart(*better, formule).valide >= etp.objectif_smart(*notes, formule).valide
