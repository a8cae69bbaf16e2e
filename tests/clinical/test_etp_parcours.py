"""Competences of the patient, SMART objectives, order of the steps, and the 40-hour programme."""

import csv
import dataclasses
import json
import re
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp, inputs

DATA = Path(__file__).parent / "data"
ORDRE = json.loads((DATA / "cognition_etp_ordre.json").read_text(encoding="utf-8"))
#: Letter of the vectors → name of our step, by their French titles.
NOMS = {
    titre[0]: next(nom for nom, ours in etp.ordre("parcours").etapes.items() if ours == titre[2:])
    for titre in ORDRE["etapes"]
}
PROGRAMME = etp.sequences()
TOUTES = [partie.sequence for partie in PROGRAMME]


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def matches(message):
    return inputs.typography(message).replace("?", r"\?")


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


# Steps


def test_the_steps_and_constraints_are_those_of_the_vectors():
    parcours = etp.ordre("parcours")

    assert list(parcours.etapes) == list(NOMS.values())
    assert set(parcours.avant) == {(NOMS[a], NOMS[b]) for a, b in ORDRE["contraintes_avant"]}


@pytest.mark.parametrize("lettres", ["ABCDEFGHIJKL", "ABCDEFGHIJLK", "ABCDEFGHILJK"])
def test_the_three_accepted_orders_of_the_pathway(lettres):  # « K after J; L only after I; K and L unordered »
    assert etp.verifier_ordre(etp.ordre("parcours"), [NOMS[c] for c in lettres]).juste


def test_the_pathway_has_three_orders_and_the_four_has_steps_one():
    assert etp.nombre_ordres(etp.ordre("parcours")) == 3
    assert etp.nombre_ordres(etp.ordre("has_2007")) == 1
    assert etp.verifier_ordre(etp.ordre("has_2007"), ["bilan", "programme", "seances", "evaluation"]).juste


@pytest.mark.parametrize(("a", "b"), ORDRE["contraintes_avant"])
def test_every_constraint_is_checked(a, b):
    given = [NOMS[c] for c in "ABCDEFGHIJKL".replace(a, "").replace(b, b + a)]
    result = etp.verifier_ordre(etp.ordre("parcours"), given)

    assert (NOMS[a], NOMS[b]) in result.violations
    assert (result.manquantes, result.en_double, result.inconnues) == ((), (), ())


def test_the_reverse_order_breaks_every_constraint():
    parcours = etp.ordre("parcours")
    result = etp.verifier_ordre(parcours, list(parcours.etapes)[::-1])

    assert sorted(result.violations) == sorted(parcours.avant)


def test_missing_doubled_and_unknown_steps_are_named():
    given = ["programme", "bilan", "bilan", "tisane", "evaluation", "tisane"]
    result = etp.verifier_ordre(etp.ordre("has_2007"), given)

    assert result.violations == (("bilan", "programme"),)
    assert result.manquantes == ("seances",)
    assert result.en_double == ("bilan", "tisane")
    assert result.inconnues == ("tisane",)
    assert not result.juste


@pytest.mark.parametrize("given", [["bilan"], ["bilan"] * 2, ["bilan", "programme", "seances", "evaluation", "autre"]])
def test_one_kind_of_mistake_is_enough(given):
    assert not etp.verifier_ordre(etp.ordre("has_2007"), given).juste


def test_a_missing_step_does_not_hide_an_inversion():
    result = etp.verifier_ordre(etp.ordre("has_2007"), ["evaluation", "bilan"])

    assert result.violations == (("bilan", "evaluation"),)
    assert result.manquantes == ("programme", "seances")


def test_an_empty_proposal_misses_every_step():
    assert etp.verifier_ordre(etp.ordre("has_2007"), []).manquantes == ("bilan", "programme", "seances", "evaluation")


@pytest.mark.parametrize("proposition", ["bilan", None, 3, {"bilan"}, ["bilan", None], ["bilan", 2], [["bilan"]]])
def test_verifier_ordre_refuses_what_is_not_a_list_of_words(proposition):
    with pytest.raises(ValueError, match="Proposition"):
        etp.verifier_ordre(etp.ordre("has_2007"), proposition)


@pytest.mark.parametrize("etapes", [None, "parcours", ["bilan"]])
def test_an_order_is_asked_for(etapes):
    with pytest.raises(ValueError, match="n’est pas un ordre"):
        etp.verifier_ordre(etapes, ["bilan"])
    with pytest.raises(ValueError, match="n’est pas un ordre"):
        etp.nombre_ordres(etapes)


@pytest.mark.parametrize("nom", [None, "has", 2007, ["parcours"]])
def test_ordre_refuses_an_unknown_name(nom):
    with pytest.raises(ValueError, match=r"Ordre.*has_2007, parcours"):
        etp.ordre(nom)


def test_an_order_refuses_an_unknown_step_and_a_circle():
    steps = {"a": "A", "b": "B", "c": "C"}
    with pytest.raises(ValueError, match=matches("Étape : « d »")):
        etp.Ordre(steps, (("a", "d"),))
    with pytest.raises(ValueError, match="en rond"):
        etp.Ordre(steps, (("a", "b"), ("b", "c"), ("c", "a")))


@pytest.mark.parametrize(("size", "accepted"), [(15, True), (16, False)])
def test_orders_are_counted_up_to_fifteen_steps(size, accepted):
    names = [f"e{n}" for n in range(size)]
    chain = etp.Ordre({name: name for name in names}, tuple(pairwise(names)))
    if accepted:
        assert etp.nombre_ordres(chain) == 1
    else:
        with pytest.raises(ValueError, match=r"16.*0 à 15"):
            etp.nombre_ordres(chain)


@given(st.integers(1, 5), st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4))))
@settings(max_examples=40)
def test_the_number_of_orders_is_the_number_of_accepted_permutations(size, pairs):
    names = [f"e{n}" for n in range(size)]
    avant = tuple((names[a], names[b]) for a, b in pairs if a < b < size)
    order = etp.Ordre(dict.fromkeys(names, "…"), avant)

    assert etp.nombre_ordres(order) == sum(etp.verifier_ordre(order, list(p)).juste for p in permutations(names))


# Programme


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
