"""What leaks, what can be guessed, what must not matter and does: each broken on purpose, each caught."""

import json
from dataclasses import replace

import pytest

from asalee_training.authoring.remis import files
from asalee_training.content import release
from asalee_training.content.errors import ContentError
from asalee_training.exercises import choix, choix_multiple
from tests.preuve.cas import CONDUITE, RAPPORT, SECRET, SPIROMETRIE, bloque, lu, note, preuve, texte


def remis():
    """The files that a sound evaluation sends out."""
    case = lu(texte(RAPPORT, CONDUITE))
    return case, files(case, release.patients(case, SECRET), "0" * 64)


def test_a_sound_release_holds_nothing():
    _, sent = remis()
    assert set(sent) == {"essai.ipynb", "cas.json"}
    assert not preuve(RAPPORT, CONDUITE, remis=sent).bloquants


def test_an_explanation_in_the_notebook_is_a_leak():
    _, sent = remis()
    sent["essai.ipynb"] = sent["essai.ipynb"].replace('"cells": [', '"x": "L’annonce revient au médecin.", "cells": [')
    said = bloque(preuve(RAPPORT, CONDUITE, remis=sent), "« essai.ipynb »", "L’annonce revient au médecin")
    assert "conduite" in said


@pytest.mark.parametrize("nom", ["corrige", "juste", "gravite", "attendu", "profil", "temoin", "seed"])
def test_a_hidden_name_anywhere_in_what_leaves_is_a_leak(nom):
    _, sent = remis()
    data = json.loads(sent["cas.json"])
    data["exercices"]["conduite"][nom] = 1
    sent["cas.json"] = release.to_json(data)
    assert bloque(preuve(RAPPORT, CONDUITE, remis=sent), f"une donnée nommée « {nom} »")


def test_a_key_released_with_an_evaluation_is_a_leak(monkeypatch):
    true = release.public

    def generous(case):
        return {**true(case), "reponses": {e.nom: e.spec.model_dump(mode="json") for e in case.exercices.values()}}

    monkeypatch.setattr(release, "public", generous)
    assert bloque(preuve(RAPPORT, CONDUITE), "« cas.json »", "une donnée nommée « attendu »")


def test_a_right_number_of_a_patient_in_what_leaves_is_a_leak():
    case, sent = remis()
    first = release.patients(case, SECRET)[0]
    value = 100 * first["vems_l"] / first["cvf_l"]
    sent["cas.json"] = sent["cas.json"].replace("{", f'{{"r":{value!r},', 1)
    assert bloque(preuve(RAPPORT, CONDUITE, remis=sent), "la bonne réponse d’une patiente")


@pytest.mark.parametrize("write", [bytes.hex, lambda seed: str(int.from_bytes(seed))])
def test_a_seed_in_the_metadata_is_a_leak(write):
    case, sent = remis()
    notebook = json.loads(sent["essai.ipynb"])
    notebook["metadata"]["asalee"]["tirage"] = write(release.patient_seed(case, SECRET, 7))
    sent["essai.ipynb"] = json.dumps(notebook)
    assert bloque(preuve(RAPPORT, CONDUITE, remis=sent), "« essai.ipynb »", "graine")


def test_a_training_goes_with_its_key_and_nothing_is_said():
    assert not preuve(RAPPORT, CONDUITE, mode="entrainement").bloquants


COCHER = """### Que contient votre transmission ?

```{exercice} transmission
type: choix_multiple
points: 4
explication: Un chiffre de spirométrie ne vaut que par ce qui l’entoure.
choix:
  - {texte: Le VEMS, juste: true, retour: Oui.}
  - {texte: La CVF, juste: true, retour: Oui.}
  - {texte: Les symptômes, juste: true, retour: Oui.}
  - {texte: La qualité, juste: true, retour: Oui.}
  - {texte: Mon avis sur le médecin, retour: Non.}
```
"""


def test_a_case_where_ticking_everything_pays_is_caught():
    said = bloque(preuve(COCHER), "tout cocher", "75 %")
    assert "plafond de 40" in said
    assert "transmission" in said


FIRST = CONDUITE.replace("points: 2", "points: 20\nordre: ecrit").replace(
    "choix:\n", "choix:\n  - {texte: Je préviens le médecin, points: 10, retour: Un peu court.}\n"
)


def test_the_ceiling_is_the_authors_below_the_threshold():
    assert bloque(preuve(FIRST), "toujours la première réponse", "50")
    assert not bloque(preuve(FIRST, plus="plafond_hasard: 0.55\n"), "toujours la première réponse")
    assert bloque(preuve(FIRST, plus="plafond_hasard: 0.6\n"), "seuil de validation")


def test_a_place_pays_nothing_where_each_trainee_has_her_own_order():
    assert not bloque(preuve(FIRST.replace("ordre: ecrit\n", "")), "toujours la première réponse")


def test_the_right_answer_always_the_longest_is_told():
    long = CONDUITE.replace("au médecin, juste", "au médecin avec les symptômes et la qualité et ma question, juste")
    assert note(preuve(long), "toujours la plus longue", "100 %")


def test_an_answer_judged_by_its_place_is_caught(monkeypatch):
    true = choix.grade

    def first_wins(spec, key, answer):
        return (
            replace(true(spec, key, answer), points=spec.points)
            if answer == spec.choix[0].id
            else true(spec, key, answer)
        )

    monkeypatch.setattr(choix, "grade", first_wins)
    assert bloque(preuve(RAPPORT, CONDUITE), "changer l’ordre des réponses change la note")


def test_an_answer_judged_by_the_words_of_its_reason_is_caught(monkeypatch):
    true = choix_multiple.grade

    def short(spec, key, answer):
        mark = true(spec, key, answer)
        return replace(mark, points=mark.points / 2) if len(spec.explication) > 60 else mark

    monkeypatch.setattr(choix_multiple, "grade", short)
    assert bloque(preuve(COCHER), "changer les mots change la note")


def test_a_key_that_follows_the_first_name_is_caught(monkeypatch):
    true = choix.expected

    def named(spec, patient):
        key = true(spec, patient)
        return replace(key, attendu=spec.choix[len(patient.get("prenom", "")) % len(spec.choix)].id)

    monkeypatch.setattr(choix, "expected", named)
    assert bloque(preuve(RAPPORT, CONDUITE), "changer le prénom change la bonne réponse")


MOTIF = """### Que décrivez-vous ?

```{exercice} motif
type: choix
points: 3
attendu: {calcul: motif_spirometrie, temoin: obstruction}
explication: Le rapport d’abord, puis la CVF, chacun contre sa limite.
choix:
  - {texte: Tout est au-dessus des limites, valeur: normale, retour: Il faut trois nombres hauts.}
  - {texte: Rapport bas et CVF conservée, valeur: obstruction, retour: Il faut un rapport bas.}
  - {texte: Rapport et CVF bas, valeur: obstruction_cvf_basse, retour: Il faut deux nombres bas.}
  - {texte: Rapport conservé et CVF basse, valeur: prism_possible, retour: Il faut une CVF basse.}
```
"""


def test_a_computation_blind_to_a_field_it_reads_is_told(monkeypatch):
    from asalee_training.exercises import calculs

    blind = replace(calculs.CALCULS["rapport_vems_cvf"], lit=("vems_l", "cvf_l", "sexe"))
    monkeypatch.setitem(calculs.CALCULS, "rapport_vems_cvf", blind)
    found = preuve(RAPPORT, MOTIF)
    assert any("lit : sexe ; changer cela" in c.message and "rapport" in c.message for c in found.constats)
    assert not any("« motif »" in c.message and "lit : sexe" in c.message for c in found.constats)


def test_a_written_answer_that_is_false_for_some_patients_is_caught():
    said = "suppose: [{calcul: motif_spirometrie, parmi: [obstruction, obstruction_cvf_basse]}]\n"
    supposed = CONDUITE.replace("points: 2\n", f"points: 2\n{said}")
    found = bloque(preuve(RAPPORT, supposed), "la réponse écrite est fausse", "motif_spirometrie")
    assert "patientes sur 32" in found
    narrow = SPIROMETRIE.replace("normal, obstructif_leger, ", "")
    assert not preuve(RAPPORT, supposed, patient=narrow).bloquants


def test_a_supposed_interval_is_held_too():
    said = "suppose: [{calcul: rapport_vems_cvf, entre: [10, 50]}]\n"
    assert bloque(
        preuve(RAPPORT, CONDUITE.replace("points: 2\n", f"points: 2\n{said}")), "elle suppose « rapport_vems_cvf »"
    )


def test_a_computed_answer_that_is_the_same_for_all_is_told():
    found = preuve(RAPPORT, MOTIF, patient=SPIROMETRIE.replace("normal, obstructif_leger, ", ""))
    assert any("la même pour les 32 patientes" in c.message and not c.bloque for c in found.constats)


@pytest.mark.parametrize("own", [True, False])
def test_laws_too_narrow_for_some_course_are_told_before_a_trainee_meets_them(monkeypatch, own):
    true = release.patients

    def sometimes(case, secret):
        if (secret == SECRET) is own:
            raise ValueError("Aucun patient ne convient.")
        return true(case, secret)

    monkeypatch.setattr(release, "patients", sometimes)
    if not own:
        assert note(preuve(RAPPORT, CONDUITE, mode="entrainement"), "dans un autre cours", "Aucun patient ne convient")
        return
    with pytest.raises(ContentError) as found:
        preuve(RAPPORT, CONDUITE, mode="entrainement")
    (problem,) = found.value.problems
    assert "Aucun patient ne convient" in problem.message
    assert problem.ligne > 1


def test_a_field_read_for_others_alone_is_not_called_blind():
    from types import SimpleNamespace

    from asalee_training.authoring.preuve import metamorphoses

    stopped = {
        "statut_tabac": "ancien",
        "cigarettes_jour": 20,
        "age": 60,
        "age_debut_tabac": 20,
        "age_arret_tabac": 50,
    }
    smokes = {**stopped, "statut_tabac": "fumeur"}
    assert metamorphoses._lu_chez_d_autres("paquets_annees", "age", SimpleNamespace(patients=[stopped]))
    assert not metamorphoses._lu_chez_d_autres("paquets_annees", "age", SimpleNamespace(patients=[stopped, smokes]))
