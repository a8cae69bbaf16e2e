"""The score sheet: each criterion both ways, conditions before scores, nothing scored where nothing may be read."""

import pytest

from asalee_training.clinical import cognition
from asalee_training.exercises import cotation_test, horloge_mots
from asalee_training.exercises.cotation_test import exemples as cotation_exemples
from asalee_training.exercises.cotation_test.feuilles import FEUILLES
from asalee_training.simulation import horloges, reperage
from asalee_training.simulation.champs import PROFILS
from tests.exercises.seance_cotation import TESTS, concluded, judged, lost, make, perfect, someone, with_steps


@pytest.mark.parametrize("test", TESTS)
def test_the_perfect_session_earns_everything_whoever_the_patient_is(test):
    for index in range(24):
        profils = {f: list(PROFILS[f][0])[index % len(PROFILS[f][0])] for f in ("cognition", "autonomie", "humeur")}
        person = someone(bytes([index]), list(reperage.PASSATION)[index % len(reperage.PASSATION)], **profils)
        for spec in (make(test), make(test, conditions=()), make(test, conditions=None)):
            mark = judged(spec, person, perfect(spec, person))
            assert (mark.points, mark.etat, mark.gravite) == (10.0, "juste", None)


@pytest.mark.parametrize("test", TESTS)
def test_each_item_lost_is_the_only_thing_lost(test):
    spec, person = make(test), someone(cognition="enregistrement" if test == "gpcog" else "horloge_seule")
    best = perfect(spec, person)
    ranks = [rank for rank, geste in enumerate(best["gestes"]) if geste["g"] == "coter"]
    assert len(ranks) >= len([item for item in FEUILLES[test].items if not item.suite])
    for rank in ranks:
        wrong = with_steps(best, lambda steps, rank=rank: cotation_exemples._other(test, steps, rank))
        mark = judged(spec, person, wrong)
        assert len(lost(mark)) == 1, lost(mark)
        item = FEUILLES[test].item(best["gestes"][rank]["item"])
        assert lost(mark)[0].startswith(item.libelle)
        missing = judged(spec, person, with_steps(best, lambda steps, rank=rank: steps[:rank] + steps[rank + 1 :]))
        assert len(lost(missing)) == 1
        assert "rien coté" in lost(missing)[0]


@pytest.mark.parametrize("test", TESTS)
def test_total_reading_and_conduct_are_lost_one_at_a_time(test):
    spec, person = make(test), someone()
    best = perfect(spec, person)
    for nom, others in (
        ("total", FEUILLES[test].categories or range(FEUILLES[test].maximum + 1)),
        ("lecture", FEUILLES[test].lectures),
        ("conduite", FEUILLES[test].conduites),
    ):
        for value in (*others, None):
            if value != best["conclusion"][nom]:
                mark = judged(spec, person, concluded(best, **{nom: value}))
                assert len(lost(mark)) == 1, (nom, value, lost(mark))
                wanted = "hors_champ" if value in ("diagnostic", "biologie") else None
                unsafe = test == "mini_gds" and value in ("sans_question", "rassurer")
                assert mark.gravite == ("dangereux" if unsafe else wanted)


def test_a_condition_missed_invented_or_checked_too_late_is_one_thing_lost():
    spec, person = make(), someone()  # substances is not met
    best = perfect(spec, person)

    def stated(nom, etat):
        return with_steps(best, lambda steps: [s | {"etat": etat} if s.get("condition") == nom else s for s in steps])

    assert lost(judged(spec, person, stated("substances", "remplie"))) == [
        "Alcool et médicaments : vous avez noté « remplie »."
    ]
    assert lost(judged(spec, person, stated("etat_stable", "non_remplie"))) == [
        "Déclarées non remplies à tort : changement aigu."
    ]
    late = with_steps(best, lambda steps: [*steps[1:], steps[0]])
    assert lost(judged(spec, person, late)) == ["3 conditions sur 3 vérifiées, en partie après avoir commencé à coter."]
    never = with_steps(best, lambda steps: [s for s in steps if s.get("condition") != "etat_stable"])
    assert lost(judged(spec, person, never)) == ["2 conditions sur 3 vérifiées."]
    mended = with_steps(best, lambda steps: [steps[0] | {"etat": "non_remplie"}, *steps])
    assert judged(spec, person, mended).etat == "juste", "the last word counts"


def test_without_an_appliance_or_with_it_needless_the_condition_is_met_either_way():
    spec = make(conditions=("appareils",))
    for state in ("remplie", "sans_objet"):
        person = someone()
        person["conditions"] = {**person["conditions"], "appareils": state}
        for written in ("remplie", "sans_objet"):
            best = with_steps(perfect(spec, person), lambda steps, w=written: [steps[0] | {"etat": w}, *steps[1:]])
            assert judged(spec, person, best).etat == "juste"


@pytest.mark.parametrize("test", TESTS)
def test_an_acute_change_forbids_any_score_and_asks_for_the_physician_today(test):
    spec, person = make(test), someone(passation="changement_aigu")
    best = perfect(spec, person)
    assert best["conclusion"] == {"conduite": "medecin_jour"}
    assert judged(spec, person, concluded(best, lecture="non_interpretable")).etat == "juste"
    key = cotation_test.expected(spec, person).attendu
    scored = with_steps(best, lambda steps: [*steps, *cotation_exemples._cotes(test, key, suite=False)])
    assert lost(judged(spec, person, scored)) == ["Vous avez coté ou lu un score."]
    assert lost(judged(spec, person, concluded(best, total=key["total"]))) == ["Vous avez coté ou lu un score."]
    for conduite in FEUILLES[test].conduites:
        if conduite != "medecin_jour":
            grave = "hors_champ" if conduite in ("diagnostic", "biologie") else "dangereux"
            assert judged(spec, person, concluded(best, conduite=conduite)).gravite == grave


@pytest.mark.parametrize("test", ["horloge_7", "codex", "cinq_mots", "mini_gds"])
def test_forgotten_glasses_suspend_the_reading_whether_it_was_scored_or_not(test):
    spec, person = (
        make(test),
        someone(passation="appareils_oublies", humeur="humeur_sereine", cognition="sans_anomalie"),
    )
    best = perfect(spec, person)
    assert best["conclusion"] == {"lecture": "non_interpretable", "conduite": "refaire"}
    key = cotation_test.expected(spec, person).attendu
    scored = with_steps(best, lambda steps: [*steps, *cotation_exemples._cotes(test, key, suite=False)])
    assert judged(spec, person, concluded(scored, total=key["total"])).etat == "juste"
    assert len(lost(judged(spec, person, scored))) == 1, "a sheet begun has its total"
    normal = next(iter(FEUILLES[test].lectures))
    assert len(lost(judged(spec, person, concluded(best, lecture=normal)))) == 1


def test_a_sad_answer_is_heard_today_even_without_glasses():
    spec, person = make("mini_gds"), someone(passation="appareils_oublies", humeur="humeur_tres_triste")
    best = perfect(spec, person)
    assert best["conclusion"] == {"lecture": "non_interpretable", "conduite": "question"}
    assert judged(spec, person, concluded(best, conduite="sans_question")).gravite == "dangereux"


def test_new_medicines_are_passed_on_and_the_reading_stands():
    assert perfect(make(), someone())["conclusion"]["lecture"] == "a_explorer"


def test_an_item_misread_is_not_paid_twice():
    spec, person = make(), someone()
    best = perfect(spec, person)
    rank = next(r for r, g in enumerate(best["gestes"]) if g.get("valeur") == "1")
    wrong = with_steps(best, lambda steps: [*steps[:rank], steps[rank] | {"valeur": "0"}, *steps[rank + 1 :]])
    total = best["conclusion"]["total"]
    assert len(lost(judged(spec, person, concluded(wrong, total=total - 1)))) == 1
    assert len(lost(judged(spec, person, concluded(wrong, total=total - 2)))) == 2


@pytest.mark.parametrize(("test", "profil", "needed"), [("codex", "horloge_seule", True), ("codex", "stockage", False)])
def test_the_second_step_is_asked_for_when_one_of_the_two_is_abnormal_and_only_then(test, profil, needed):
    spec, person = make(test), someone(cognition=profil)
    best = perfect(spec, person)
    assert any(geste["g"] == "demander" for geste in best["gestes"]) == needed
    if needed:
        other = with_steps(
            best, lambda steps: [s for s in steps if s["g"] != "demander" and "lieu" not in s.get("item", "")]
        )
    else:
        other = with_steps(best, lambda steps: [*steps, {"g": "demander"}])
    assert lost(judged(spec, person, other)) == ["Seconde étape non faite." if needed else "Seconde étape faite."]


def test_the_feedback_tells_the_geometry_in_words():
    spec = make(heure="11:10", erreurs_dessin=("lie_au_stimulus",))
    etapes = {
        etape.fait.partition(" : ")[0]: etape for etape in judged(spec, someone(), perfect(spec, someone())).etapes
    }
    minute = etapes["La grande aiguille montre les minutes"]
    assert minute.attendu.startswith("« 0 ». La grande aiguille pointe ")
    assert "le 10, à 1" in minute.attendu
    assert "degrés de sa cible (vers le 2)" in minute.attendu


@pytest.mark.parametrize("heure", horloges.HEURES)
def test_what_is_said_of_a_drawing_agrees_with_its_criteria(heure):
    for erreur in (e for e in horloges.ERREURS if not horloges.refus(heure, [e])):
        for n in range(12):
            dessin = horloges.dessiner(heure, [erreur], bytes([n]))
            lu, said = cognition.horloge_depuis_dessin(**dessin), horloge_mots.constats(dessin)
            assert ("les douze chiffres sont là" in said["chiffres_presents"].lower()) == lu.criteres[
                "chiffres_presents"
            ]
            assert ("on lit de 1 à 12" in said["ordre"]) == lu.criteres["ordre"]
            assert said["position"].startswith("Tous sont") == lu.criteres["position"]
            assert ("Deux aiguilles" in said["deux_aiguilles"]) == lu.criteres["deux_aiguilles"]
            for nom in ("aiguille_heure", "aiguille_minute"):
                if lu.criteres["deux_aiguilles"]:
                    far = int(said[nom].split(", à ")[1].split()[0])
                    assert (far <= 15) == lu.criteres[nom]
            assert ("même longueur" in said["tailles"]) == (
                lu.criteres["deux_aiguilles"] and not lu.criteres["tailles"]
            )
            assert ("sont bons" in horloge_mots.raison_minicog(dessin)) == (lu.minicog == 2)
