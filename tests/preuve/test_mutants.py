"""One deliberately broken case or grader for each kind of mutant: the proof must catch it, and say it to a person."""

from dataclasses import replace
from importlib import import_module

import pytest

from asalee_training import exercises
from asalee_training.authoring.preuve.mutants import COPIE, ILLISIBLE
from asalee_training.exercises import choix, contract, nombre
from asalee_training.simulation import patient as simulated
from tests.exercises.chaque_type import LAWS, make
from tests.preuve.cas import CONDUITE, RAPPORT, bloque, note, preuve

UNITES = RAPPORT.replace('unite: "%"', 'unite: "%"\nunites: ["%", "L"]')


def test_a_sound_case_is_proved_and_says_how_well():
    found = preuve(RAPPORT, CONDUITE)
    assert not found.bloquants
    assert found.justes > 32 * 10
    assert 0.99 < found.score <= 1
    rapport = found.epreuves["rapport"]
    assert rapport.essais["Virgule perdue"].tues == 32
    assert rapport.essais["Erreur prévue : CVF divisée par VEMS, en %"].tues == 32
    assert found.epreuves["conduite"].essais["« Je refais l’examen demain »"].tues == 32


@pytest.mark.parametrize(
    ("tolerance", "erreur"),
    [("150", "CVF divisée par VEMS"), ("600", "Virgule perdue"), ("600", "Dix fois trop")],
)
def test_a_tolerance_that_lets_an_error_through_blocks(tolerance, erreur):
    found = preuve(RAPPORT.replace("tolerance: 0.5", f"tolerance: {tolerance}"), CONDUITE)
    said = bloque(found, erreur, "obtient tous les points")
    assert "rapport" in said
    assert "par exemple «" in said


def test_a_grader_whose_tolerance_is_wider_than_declared_is_caught(monkeypatch):
    monkeypatch.setattr(nombre, "_close_to", lambda tolerance: lambda a, b: abs(a - b) <= 1.5 * tolerance)
    assert bloque(preuve(RAPPORT, CONDUITE), "Juste au-dessus de la tolérance", "les 32 patientes")
    assert bloque(preuve(RAPPORT, CONDUITE), "Juste au-dessous de la tolérance")


def test_a_grader_whose_tolerance_is_narrower_than_declared_refuses_a_right_answer(monkeypatch):
    monkeypatch.setattr(nombre, "_close_to", lambda tolerance: lambda a, b: abs(a - b) <= 0.5 * tolerance)
    assert bloque(preuve(RAPPORT, CONDUITE), "la bonne réponse", "n’obtient pas tous les points")


def test_a_grader_that_ignores_the_unit_is_caught(monkeypatch):
    true = nombre.grade
    monkeypatch.setattr(nombre, "grade", lambda spec, key, answer: true(spec, key, (answer[0], spec.unite)))
    assert bloque(preuve(UNITES, CONDUITE), "Unité choisie : L")
    monkeypatch.undo()
    assert not preuve(UNITES, CONDUITE).bloquants


def test_a_reader_that_knows_no_decimal_point_refuses_a_right_answer(monkeypatch):
    true = nombre.parse

    def only_commas(spec, raw):
        if isinstance(raw, dict) and "." in str(raw.get("texte")):
            raise contract.Unreadable("Pas de point.")
        return true(spec, raw)

    monkeypatch.setattr(nombre, "parse", only_commas)
    said = bloque(preuve(RAPPORT, CONDUITE), "la bonne réponse", "Pas de point")
    assert "." in said


@pytest.mark.parametrize("unite", ["mL/min/1,73 m²", "µmol/L", "mm Hg", "°C", "%"])
def test_a_unit_may_be_typed_after_the_number_on_any_keyboard(unite):
    spec = make("nombre", unite=unite, unites=[], erreurs=[])
    key = nombre.expected(spec, {})
    for raw in nombre.samples(spec, key).right:
        assert nombre.parse(spec, raw)[1] == unite, raw


def test_junk_that_is_read_as_something_is_caught(monkeypatch):
    true = nombre.parse

    def forgiving(spec, raw):
        try:
            return true(spec, raw)
        except contract.Unreadable:
            return 0.0, spec.unite

    monkeypatch.setattr(nombre, "parse", forgiving)
    assert bloque(preuve(RAPPORT, CONDUITE), ILLISIBLE)


def test_a_grader_that_forgets_gravity_is_caught(monkeypatch):
    true = choix.grade
    monkeypatch.setattr(choix, "grade", lambda *given: replace(true(*given), gravite=None))
    said = bloque(preuve(RAPPORT, CONDUITE), "Je lui annonce une BPCO", "n’est pas signalée comme faute grave")
    assert "hors champ" in said


def test_two_right_options_are_told_to_the_author():
    two = CONDUITE.replace("retour: Rien ne le demande.", "points: 2, retour: Rien ne le demande.")
    assert bloque(preuve(RAPPORT, two), "Je refais l’examen demain", "les 32 patientes")


def test_a_foreseen_error_that_another_hides_never_shows_its_reason():
    hidden = RAPPORT.replace(
        "la CVF par le VEMS.\n",
        "la CVF par le VEMS.\n  - si: {calcul: rapport_cvf_vems}\n    retour: Jamais montrée.\n",
    )
    found = preuve(hidden, CONDUITE)
    assert note(found, "CVF divisée par VEMS", "ne reçoit jamais le retour écrit pour elle") == ""
    again = hidden.replace("rapport_cvf_vems}\n    retour: Jamais", "vems_pct_theorique}\n    retour: Jamais")
    wide = again.replace("tolerance: 0.5", "tolerance: 4")
    assert preuve(wide, CONDUITE).epreuves["rapport"].essais


def test_a_neighbours_answer_is_tried_and_counted():
    essai = preuve(RAPPORT, CONDUITE).epreuves["rapport"].essais[COPIE]
    assert essai.tues > 60
    assert not preuve(RAPPORT, CONDUITE).epreuves["conduite"].essais.get(COPIE), "one key for all: nothing to copy"


SITES = """### Quels sites ne sont pas perçus ?

```{exercice} sites
type: zones_pied
points: 3
attendu: {calcul: sites_sans_sensation, temoin: []}
explication: Un site est absent quand deux réponses sur trois sont fausses.
```
"""
PIEDS = "sexe: femme\nage: {entre: [60, 70]}\npieds: {profil: PROFIL}"
REPLIES = (
    "[{application: reelle, reponse: oui}, {application: fictive, reponse: non}, {application: reelle, reponse: oui}]"
)
PIEDS_TEMOIN = "monofilament:\n" + "\n".join(
    f"  {pied}:\n" + "\n".join(f"    {site}: {REPLIES}" for site in ("hallux", "meta1", "meta5"))
    for pied in ("droit", "gauche")
)


def pied(profil):
    entete = {"protocole": "diabete", "patient": PIEDS.replace("PROFIL", profil), "temoin": PIEDS_TEMOIN}
    return preuve(SITES, plus="plafond_hasard: 0.55\n", **entete)


def test_swapped_feet_are_refused_where_they_differ_and_equivalent_where_they_do_not():
    swapped = pied("neuropathie_isolee").epreuves["sites"].essais["Pied droit et pied gauche intervertis"]
    assert swapped.tues > 0
    assert swapped.tues + swapped.equivalents == 32
    assert not swapped.survivants


def test_a_mutant_that_no_patient_tells_apart_is_reported_and_blocks_nothing():
    found = pied("sans_neuropathie")
    said = note(found, "aucune des 32 patientes ne distingue", "Pied droit et pied gauche intervertis")
    assert "même résultat" in said
    swapped = found.epreuves["sites"].essais["Pied droit et pied gauche intervertis"]
    assert (swapped.tues, swapped.equivalents) == (0, 32)


def test_a_technique_that_is_no_longer_judged_is_caught(monkeypatch):
    electrodes = import_module("asalee_training.exercises.electrodes.criteres")
    true = electrodes._technique
    monkeypatch.setattr(electrodes, "_technique", lambda suivi: (c for c in true(suivi) if "vitesse" not in c.libelle))
    ecg = """### Réalisez l’ECG.

```{exercice} ecg
type: electrodes
depart: nu
personne: Mme Essai
points: 10
explication: Une personne allongée, des électrodes à leur place, un tracé propre.
```
"""
    laws = "sexe: femme\nage: {entre: [58, 66]}\necg: {profil: normal}"
    found = preuve(ecg, protocole="rcv", patient=laws, temoin="sexe: femme")
    assert bloque(found, "Vitesse à 50 mm/s")
    assert bloque(found, "Amplitude à 5 mm/mV")


def test_before_and_after_bronchodilator_exchanged_lose_points():
    kind = exercises.get("seance_spirometrie")
    spec = make("seance_spirometrie", bronchodilatateur=True, manoeuvres_apres=["bonne", "bonne", "bonne"],
                manoeuvres=["bonne", "toux_precoce", "bonne", "bonne"])  # fmt: skip
    told = []
    for seed in range(12):
        laws = {"sexe": "homme", "age": 61, "taille_cm": 174, "spirometrie": {"profil": "obstructif_modere"}}
        key = kind.expected(spec, simulated.draw(laws, bytes([seed])))
        samples = kind.samples(spec, key)
        swapped = next(m for m in samples.wrong if m.nom == "Avant et après bronchodilatateur intervertis")
        if swapped.raw != samples.right[0]:
            told.append(kind.grade(spec, key, kind.parse(spec, swapped.raw)).points)
    assert told, "some patient tells the two apart"
    assert max(told) < spec.points


@pytest.mark.parametrize("kind", [t for t in exercises.TYPES if t != "texte"])
def test_every_mutant_has_a_name_that_says_nothing_of_one_patient(kind):
    module, spec = exercises.get(kind), make(kind)
    names = []
    for seed in (b"a", b"b"):
        patient = simulated.draw({**LAWS, "age": {"entre": [55, 65]}}, seed)
        names.append({m.nom for m in module.samples(spec, module.expected(spec, patient)).wrong})
        assert all(nom and "\n" not in nom for nom in names[-1])
    assert len(names[0] & names[1]) >= len(names[0]) / 2, (
        "the same errors for all, but for what a patient does not have"
    )
