"""The judge of a spirometry: a perfect session, each criterion lost alone, a series and its end."""

import copy

import pytest

from asalee_training.exercises import seance_spirometrie as kind
from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.criteres import POURQUOI_NOMS, criteres
from asalee_training.exercises.seance_spirometrie.verite import ACCEPTES, CONSEILS, GARDES
from asalee_training.simulation.manoeuvres import BONNE, FAUTES, VISUELLES
from tests.exercises.spirometries import (
    BD,
    CONFIGS,
    OBSTRUCTIF,
    added,
    changed,
    concluded,
    jouer,
    judge,
    make,
    missed,
    perfect,
    without,
)
from tests.simulation.personnes_spirometrie import personne


@pytest.mark.parametrize("config", CONFIGS)
def test_a_perfect_session_gets_full_marks_whoever_the_patient(config):
    spec = make(**config)
    for rang in range(10):
        mark = judge(spec, personne(rang), perfect(spec, personne(rang)))
        assert (mark.points, mark.gravite, mark.etat) == (10.0, None, "juste"), mark.retour


@pytest.mark.parametrize("config", CONFIGS[:2])
def test_the_same_faults_weigh_the_same_for_all_patients(config):
    spec = make(**config)
    marks = {
        judge(spec, personne(r), {**perfect(spec, personne(r)), "conclusion": {}}).points
        for r in range(OBSTRUCTIF, 20, 5)
    }
    assert len(marks) == 1


PHASE = "ce que vous dites, phase {}"
MUTANTS = [
    ("la seringue aux trois débits", lambda r: without(r, "pomper", debit="rapide"), None),
    ("la décision sur l’appareil", lambda r: added(r, "pomper", "appareil", decision="recalibrer"), None),
    ("l’identité", lambda r: without(r, "identite"), None),
    ("la taille mesurée et corrigée", lambda r: without(r, "corriger"), None),
    ("la taille mesurée et corrigée", lambda r: changed(r, "corriger", taille_cm=150), None),
    ("la taille mesurée et corrigée", lambda r: without(r, "mesurer"), None),
    ("les questions sur les contre-indications", lambda r: without(r, "interroger", famille="crane"), None),
    ("les consignes d’avant", lambda r: without(r, "installer", point="tabac"), None),
    ("les consignes d’avant", lambda r: added(r, "installer", "installer", point="dentier_retire", fait=True), None),
    ("l’installation", lambda r: without(r, "installer", point="pince_nez"), None),
    ("l’installation", lambda r: changed(r, "installer", 4, fait=False), None),
    ("l’installation", lambda r: added(r, "installer", "installer", point="debout", fait=True), None),
    ("ne pas arrêter un traitement de vous-même",
     lambda r: added(r, "installer", "installer", point="traitements_arretes", fait=True), "hors_champ"),
    ("la prescription lue avant l’examen", lambda r: without(r, "prescription"), None),
    ("le nom du souffle 2", lambda r: changed(r, "nommer", 1, nom="fuite"), None),
    ("ce que vous gardez du souffle 6", lambda r: changed(r, "garder", 5, garde="rien"), None),
    (PHASE.format(1), lambda r: changed(r, "souffler", 2, inspiration="normale"), None),
    (PHASE.format(2), lambda r: changed(r, "souffler", 0, depart="doucement"), None),
    (PHASE.format(3), lambda r: changed(r, "souffler", 5, vidange="six"), None),
    (PHASE.format(4), lambda r: changed(r, "souffler", 1, fin="retirer"), None),
    ("le conseil avant de recommencer", lambda r: changed(r, "redemander", 3, conseil="levres"), None),
    ("quand arrêter la série", lambda r: added(r, "arreter", "redemander", conseil="pareil"), None),
    ("quand arrêter la série", lambda r: without(r, "arreter"), None),
    ("pas de bronchodilatateur sans prescription", lambda r: added(r, "fin", "bronchodilatateur", attente_min="15"), "hors_champ"),
    ("le VEMS, de quel souffle", lambda r: concluded(r, souffle_vems="aucun"), None),
    ("la CVF, de quel souffle", lambda r: concluded(r, souffle_cvf="aucun"), None),
    ("le grade de qualité, le VEMS", lambda r: concluded(r, grade_vems="B"), None),
    ("le grade de qualité, la CVF", lambda r: concluded(r, grade_cvf="U"), None),
    ("normale, anormale ou non interprétable", lambda r: concluded(r, lecture="normale"), None),
    ("dire à la personne où en est l’examen", lambda r: concluded(r, expliquer=False), None),
    ("transmettre au médecin", lambda r: concluded(r, transmettre=False), None),
    ("alerter le médecin, ou non", lambda r: concluded(r, alerter=False), None),
    ("reporter l’examen, ou non", lambda r: concluded(r, reporter=True), None),
    *(("rester dans votre champ", lambda r, nom=nom: concluded(r, **{nom: True}), "hors_champ") for nom in mots.HORS_CHAMP),
]  # fmt: skip


@pytest.mark.parametrize(("libelle", "mutate", "gravite"), MUTANTS)
def test_one_fault_loses_its_criterion_and_only_it(libelle, mutate, gravite):
    spec, patient = make(ecart_taille_cm=-10), personne(OBSTRUCTIF)
    raw = mutate(perfect(spec, patient))
    mark = judge(spec, patient, raw)

    assert missed(spec, patient, raw) == [libelle]
    assert (mark.gravite, mark.etat) == (gravite, "partiel")
    assert 8 <= mark.points < 10


def test_a_broken_device_must_be_found_recalibrated_and_verified_again():
    spec = make(panne_seringue=True)
    patient = next(p for p in map(personne, range(20)) if kind.expected(spec, p).attendu["panne"])
    raw = perfect(spec, patient)
    direct = without(raw, "appareil", decision="recalibrer")
    assert missed(spec, patient, direct) == ["la décision sur l’appareil"]
    twice = [x for x in raw["gestes"] if x["g"] == "pomper"]
    assert len(twice) == 6
    unverified = copy.deepcopy(raw)
    for geste in twice[3:]:
        unverified["gestes"].remove(geste)
    assert missed(spec, patient, unverified) == ["la seringue aux trois débits"]


def test_blowing_despite_a_contraindication_is_dangerous_and_deferring_is_right():
    spec, patient = make(contre_indication="infarctus"), personne(OBSTRUCTIF)
    raw = perfect(spec, patient)
    assert raw["gestes"][-1]["g"] == "differer"
    blown = copy.deepcopy(raw)
    blown["gestes"][-1] = {
        "g": "souffler",
        "t": raw["gestes"][-1]["t"],
        **dict(zip(mots.PHASES, ["a_fond", "doucement", "repos", "rien"], strict=True)),
    }
    mark = judge(spec, patient, blown)
    assert mark.gravite == "dangereux"
    assert missed(spec, patient, blown) == ["ne pas faire souffler malgré une contre-indication"]
    unasked = without(raw, "interroger", famille="coeur")
    assert missed(spec, patient, unasked) == ["les questions sur les contre-indications"]
    silent = {**raw, "conclusion": {}}
    assert set(missed(spec, patient, silent)) == {
        "alerter le médecin, ou non", "reporter l’examen, ou non", "dire à la personne où en est l’examen"
    }  # fmt: skip


def test_giving_up_a_test_that_could_be_done_loses_nearly_everything():
    spec, patient = make(), personne(OBSTRUCTIF)
    raw = jouer(
        "@seringue",
        "identite",
        "mesurer",
        "@questions",
        "@installation",
        "differer",
        "= reporter",
        "= alerter",
        "= expliquer",
    )
    mark = judge(spec, patient, raw)
    assert "faire l’examen quand rien ne s’y oppose" in missed(spec, patient, raw)
    assert mark.points < 5
    assert mark.gravite is None


def test_stopping_early_loses_the_blows_that_were_not_asked_for():
    spec, patient = make(), personne(OBSTRUCTIF)
    raw = perfect(spec, patient)
    i = [n for n, x in enumerate(raw["gestes"]) if x["g"] == "redemander"][1]
    raw["gestes"] = [*raw["gestes"][:i], {"g": "arreter", "t": raw["gestes"][i]["t"]}]
    lost = missed(spec, patient, raw)
    assert {"quand arrêter la série", "le nom du souffle 3", "ce que vous gardez du souffle 6"} <= set(lost)
    assert "le nom du souffle 2" not in lost


def test_results_are_judged_on_the_blows_that_were_blown():
    spec, patient = make(etapes=["manoeuvres", "resultats"]), personne(OBSTRUCTIF)
    key = kind.expected(spec, patient).attendu
    first, part = key["series"][0]["souffles"][0], key["series"][0]["parts"][1]
    raw = jouer("souffler", f"nommer {first['nom']}", f"garder {first['garde']}", "arreter",
                f"= souffle_vems {part['souffle_vems'][0]}", f"= souffle_cvf {part['souffle_cvf'][0]}",
                f"= grade_vems {part['grade_vems']}", f"= grade_cvf {part['grade_cvf']}",
                f"= lecture {key['lectures']['gli_global'][1][0]}")  # fmt: skip
    assert not {"le grade de qualité, la CVF", "la CVF, de quel souffle"} & set(missed(spec, patient, raw))
    assert part["grade_vems"] in "EUF"


def test_a_series_that_cannot_be_completed_ends_when_the_person_refuses():
    spec, patient = make(manoeuvres=["bonne", "toux_precoce"], etapes=["manoeuvres"]), personne(OBSTRUCTIF)
    raw = perfect(spec, patient)
    assert [x["g"] for x in raw["gestes"]][-2:] == ["redemander", "arreter"]
    unasked = copy.deepcopy(raw)
    del unasked["gestes"][-2]
    assert missed(spec, patient, unasked) == ["quand arrêter la série"]


def test_a_prescribed_bronchodilator_is_given_once_and_waited_for():
    spec, patient = make(**BD), personne(OBSTRUCTIF)
    raw = perfect(spec, patient)
    libelle = "le bronchodilatateur prescrit, et l’attente"
    assert missed(spec, patient, changed(raw, "bronchodilatateur", attente_min="10")) == [libelle]
    i = [x["g"] for x in raw["gestes"]].index("bronchodilatateur")
    lost = missed(spec, patient, {**raw, "gestes": raw["gestes"][:i]})
    assert libelle in lost
    assert "quand arrêter la série après bronchodilatateur" in lost
    assert "quand arrêter la série" not in lost


def test_a_fault_that_only_the_eye_tells_accepts_its_family_and_others_their_own_name():
    assert set(CONSEILS) == set(POURQUOI_NOMS) == {BONNE, *FAUTES} == set(mots.NOMS)
    assert set(VISUELLES) < set(ACCEPTES)
    assert set(GARDES.values()) == set(mots.GARDER)
    for nom, accepted in ACCEPTES.items():
        assert accepted[0] == nom
        assert BONNE not in accepted
    assert all(set(words) <= set(mots.CONSEILS) for words in CONSEILS.values())


def test_the_reading_follows_the_set_of_equations_that_she_shows():
    spec, patient = make(groupe_gli_2012=1, etapes=["manoeuvres", "resultats"]), personne(OBSTRUCTIF)
    key = kind.expected(spec, patient)
    twisted = {**key.attendu, "lectures": {**key.attendu["lectures"], "gli_2012": [["normale"]] * 7}}
    raw = perfect(spec, patient)
    raw["gestes"].append({"g": "equations", "t": 10**6, "jeu": "gli_2012"})
    cours = kind.parse(spec, raw)
    assert [c.libelle for c in criteres(spec.etapes, twisted, cours) if c.acquis is False] == [
        "normale, anormale ou non interprétable"
    ]
    assert missed(spec, patient, raw) == []
