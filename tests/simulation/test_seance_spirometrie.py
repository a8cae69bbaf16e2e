"""Series and whole sessions: what they promise, what their recording holds, what it must not."""

import json

import pytest

from asalee_training.clinical.spirometrie.avant import contre_indications, verifier_seringue
from asalee_training.clinical.spirometrie.gli import reference
from asalee_training.clinical.spirometrie.serie import continuer, retenir
from asalee_training.simulation import avant_spirometrie, seance_spirometrie, serie_spirometrie
from asalee_training.simulation.manoeuvres import BONNE, FAUTES
from asalee_training.simulation.seance_spirometrie import Scene
from tests.simulation.personnes_spirometrie import personne, poumons

SIX = ("bonne", "arret_premature", "toux_precoce", "demarrage_lent", "sous_maximale", "bonne")
HUIT = ("bonne", "bonne", "glotte", "zero_decale", "fuite", "inspiration_incomplete", "embout_obstrue", "bonne")
AUTRES = ("bonne", "respiration_supplementaire", "effort_variable", "hesitation", "toux_tardive", "bonne")
PLEINE = Scene(
    ("bonne", "sous_maximale", "effort_variable", "demarrage_lent", "sous_maximale", "zero_decale", "bonne"),
    ("bonne", "toux_precoce", "bonne", "bonne"),
    gain_vems_pct=12,
    panne_seringue=True,
    contre_indication="infarctus",
    ecart_taille_cm=-10,
    groupe_gli_2012=1,
)


def play(rang, noms, repetabilite="bonne"):
    order = serie_spirometrie.ordonner(noms, b"%d" % rang, "o")
    return serie_spirometrie.jouer(poumons(rang), order, b"%d" % rang, "s", personne(rang)["age"], repetabilite)


@pytest.mark.parametrize("noms", [SIX, HUIT, AUTRES])
def test_a_series_gives_the_values_asked_for_and_needs_all_its_blows(noms):
    for rang in range(20):
        serie, patient = play(rang, noms), personne(rang)
        found = retenir(serie.mesures, serie.etats, patient["age"])
        assert found.vems_l == pytest.approx(patient["vems_l"], rel=0.01)
        assert found.cvf_l == pytest.approx(patient["cvf_l"], rel=0.01)
        assert found.dep_l_s == pytest.approx(poumons(rang).pointe()[1], rel=0.05)
        assert (found.grade_vems, found.grade_cvf) == ("A", "A")
        for n in range(len(noms)):
            assert continuer(serie.mesures[:n], serie.etats[:n], patient["age"]).oui
        assert continuer(serie.mesures, serie.etats, patient["age"]).raison == "repetable"


def test_each_blow_of_a_series_is_worth_what_its_fault_promises():
    assert set(serie_spirometrie.CONSEQUENCES) == {BONNE, *FAUTES}
    for noms in (SIX, HUIT, AUTRES):
        for rang in range(10):
            serie = play(rang, noms)
            assert sorted(serie.noms) == sorted(noms)
            assert serie.noms[-1] == noms[-1]
            states = [(etat.vems, etat.cvf) for etat in serie.etats]
            assert states == [serie_spirometrie.CONSEQUENCES[nom] for nom in serie.noms]


def test_the_best_vems_and_the_best_cvf_may_come_from_two_blows():
    found = [retenir(s.mesures, s.etats, 60) for s in (play(rang, SIX) for rang in range(20))]
    assert 3 <= sum(result.manoeuvre_vems != result.manoeuvre_cvf for result in found) <= 17


def test_a_middling_series_is_graded_c_and_never_repeatable():
    for rang in range(20):
        serie = play(rang, ("bonne", "hesitation", "bonne", "bonne"), "moyenne")
        found = retenir(serie.mesures, serie.etats, 60)
        assert found.grade_cvf == "C"
        assert continuer(serie.mesures, serie.etats, 60).raison == "non_repetable"


def test_faults_come_in_another_order_for_another_patient():
    orders = {seance_spirometrie.jouer(Scene(SIX), personne(rang)).series[0].noms for rang in range(12)}
    assert len(orders) > 6


def test_the_syringe_is_sound_unless_asked_otherwise_and_then_in_about_half_of_the_patients():
    pannes = 0
    for rang in range(40):
        essais = seance_spirometrie.jouer(Scene(SIX, panne_seringue=True), personne(rang)).seringue
        verdicts = [verifier_seringue(volumes).reussie for volumes in essais[0].values()]
        assert verdicts.count(False) <= 1  # at one flow only: all three must be tried
        pannes += not all(verdicts)
        assert all(verifier_seringue(volumes).reussie for volumes in essais[1].values())
    assert 10 <= pannes <= 30
    sain = seance_spirometrie.jouer(Scene(SIX), personne(0)).seringue[0]
    assert all(verifier_seringue(volumes).reussie for volumes in sain.values())


def test_every_contraindication_can_be_planted_and_an_old_event_is_none():
    assert set(avant_spirometrie.DIALOGUE) == set(avant_spirometrie.delais_jours())
    for nom in [None, *avant_spirometrie.DIALOGUE]:
        for seed in (b"a", b"b", b"c"):
            found = contre_indications(avant_spirometrie.situations(nom, seed))
            assert found.presentes == ((nom,) if nom else ())
            assert found.non_demandees == ()


def test_what_the_person_answers_tells_the_contraindication_in_its_family():
    enceinte = {"sexe": "femme", "age": 31}
    for nom, (question, _) in avant_spirometrie.DIALOGUE.items():
        said = avant_spirometrie.reponses(nom, enceinte, b"a")
        pairs = dict(said[avant_spirometrie.famille(nom)])
        assert not pairs[question].startswith("Non")
        assert "{" not in pairs[question]
    with pytest.raises(ValueError, match="fin_de_grossesse"):
        avant_spirometrie.reponses("fin_de_grossesse", {"sexe": "homme", "age": 31}, b"a")
    assert all(
        "enfant" not in q for q, _ in avant_spirometrie.reponses(None, {"sexe": "homme", "age": 31}, b"a")["thorax"]
    )


def test_a_recording_stays_below_25_kilobytes():
    records = (seance_spirometrie.record(PLEINE, personne(rang)) for rang in range(20))
    sizes = [len(json.dumps(seen, ensure_ascii=False, separators=(",", ":")).encode()) for seen in records]
    assert max(sizes) < 25_000


def test_a_recording_holds_no_fault_no_grade_and_no_limit_of_tolerance():
    said = json.dumps(seance_spirometrie.record(PLEINE, personne(1)), ensure_ascii=False)
    for secret in (*FAUTES, "bonne", "acceptable", "utilisable", "grade", "motif", "seed", "2.91", "repetab", "faute"):
        assert secret not in said


def test_printed_numbers_are_those_of_the_reference_equations_at_each_height():
    patient = personne(2)
    seen = seance_spirometrie.record(Scene(SIX, ecart_taille_cm=-8, groupe_gli_2012=1), patient)
    for jeu, groupe in (("gli_global", None), ("gli_2012", 1)):
        for moment, gap in (("saisie", -8), ("mesuree", 0)):
            ref = reference("vems", patient["sexe"], patient["age"], patient["taille_cm"] + gap, jeu, groupe)
            shown = seen["references"][jeu][moment]["vems"]
            assert (shown["theorique"], shown["lin"]) == (round(ref.m, 2), round(ref.lin, 2))
            for (vems, *_), z, pct in zip(seen["series"][0]["mesures"], shown["z"][0], shown["pct"][0], strict=True):
                assert z == pytest.approx(ref.z(vems), abs=0.03)
                assert pct == pytest.approx(ref.pct(vems), abs=1)


def test_a_right_height_has_one_table_and_the_person_is_told_only_once():
    seen = seance_spirometrie.record(Scene(SIX), personne(2))
    assert set(seen["references"]["gli_global"]) == {"saisie"}
    assert seen["identite"]["saisie_cm"] == seen["identite"]["mesuree_cm"]
    assert seen["bronchodilatateur"] == ""


def test_after_a_bronchodilator_the_vems_has_grown_as_asked():
    patient = personne(2)
    played = seance_spirometrie.jouer(Scene(SIX, ("bonne", "bonne", "bonne"), gain_vems_pct=15), patient)
    found = retenir(played.series[1].mesures, played.series[1].etats, patient["age"])
    assert found.vems_l == pytest.approx(1.15 * patient["vems_l"], rel=0.015)
    assert "salbutamol" in seance_spirometrie.record(Scene(SIX, ("bonne",)), patient)["bronchodilatateur"]
