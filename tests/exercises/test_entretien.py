"""The interview judged: each criterion both ways, what is not praised, the transcript."""

import pytest

from asalee_training.clinical import etp, reference_data
from asalee_training.exercises import entretien
from tests.exercises.entretiens import DOMICILE, PARFAIT, SCENE, VISITE, jouer
from tests.exercises.jugements_entretien import changed, graded, make, missed


@pytest.mark.parametrize(("scene", "acts"), [(SCENE, PARFAIT), (DOMICILE, VISITE)], ids=["cabinet", "domicile"])
def test_a_perfect_session_has_full_marks_with_or_without_its_last_click(scene, acts):
    spec = make(scene)
    assert entretien.validate(spec) == []
    for session in (acts, acts[:-1]):
        mark = graded(spec, jouer(spec, *session))
        assert (mark.points, mark.etat, mark.gravite) == (4.0, "juste", None)
        assert not any(etape.juste is False for etape in mark.etapes)


def test_what_was_missed_says_a_line_that_would_have_done_it():
    spec = make()
    said = {
        e.attendu
        for e in graded(spec, jouer(spec, *changed(PARFAIT, _0=("Qu’est-ce qui",)))).etapes
        if e.juste is False
    }
    cadre = next(o for o in spec.objectifs if o.nom == "cadre")
    assert any(f"{cadre.texte[1:]}.\nAprès « Je ne marche presque plus. » : « Par où" in attendu for attendu in said), (
        said
    )


def test_a_line_missed_on_a_way_not_taken_is_said_too():
    spec = make()
    said = "\n".join(e.attendu for e in graded(spec, jouer(spec, *PARFAIT[:1], "terminer")).etapes if e.juste is False)
    assert "Par un autre chemin : «" in said


@pytest.mark.parametrize(
    ("acts", "lost", "gravite"),
    [
        (changed(PARFAIT, _0=("Qu’est-ce qui",)), {"poser le cadre"}, None),
        (changed(PARFAIT, _1=("La forêt, c’était",)), {"explorer l’ambivalence"}, None),
        (changed(PARFAIT, _2=("Une idée",)), {"soutenir la personne"}, None),
        (changed(PARFAIT, _2=("Résumons", "Puis-je")), {"d’abord demander la permission"}, None),
        (changed(PARFAIT, _4=("Vous voulez la forêt",)), {"résumer"}, None),
        (changed(PARFAIT, _0=("Voulez-vous",)), {"poser surtout des questions ouvertes"}, None),
        (changed(PARFAIT, _3=("Qu’est-ce qui", "Et quoi")), {"refléter autant que vous questionnez"}, None),
        (
            changed(PARFAIT, _1=("Vous aimez",), _4=("Dix minutes, en",)),
            {"aller au-delà de la répétition dans vos reflets"},
            None,
        ),
        (
            changed(PARFAIT, _1=("La forêt est loin",), _2=("Puis-je vous dire une",)),
            {"faire naître ses propres raisons de changer"},
            None,
        ),
        (changed(PARFAIT, _3=("La marche fait",)), {"gagner sa confiance"}, None),
        (changed(PARFAIT, _3=("Les autres",)), {"ne pas contredire ni reprocher"}, None),
        (changed(PARFAIT, _3=("Votre comprimé",)), {"rester dans votre champ"}, "hors_champ"),
        (
            changed(PARFAIT, _3=("Qu’est-ce qui", "Si la poitrine")),
            {"ne pas mettre la personne en danger"},
            "dangereux",
        ),
        (
            changed(PARFAIT, _2=("Reprenez",)),
            {"demander la permission", "soutenir la personne", "ne pas conseiller sans permission"},
            None,
        ),
    ],
)
def test_each_criterion_is_lost_alone_by_the_line_that_misses_it(acts, lost, gravite):
    spec = make()
    mark = graded(spec, jouer(spec, *acts))
    assert (missed(mark), mark.gravite) == (lost, gravite)
    assert 0 < mark.points < 4.0


@pytest.mark.parametrize(
    ("acts", "lost", "gravite"),
    [
        (("regarder: gaz_feu", *VISITE), set(), None),
        (("regarder: poids", *VISITE), {"commencer par là : mettre à l’abri"}, None),
        (changed(VISITE, _0=("Bonjour", "Fermer et")), {"commencer par là : mettre à l’abri"}, None),
        (changed(VISITE, _3=()), {"regarder l’essentiel du logement"}, None),
        (
            changed(VISITE, _1=("regarder: pilulier", "Puis-je")),
            {"demander avant de regarder"},
            None,
        ),
        (
            changed(VISITE, _1=("Avec plaisir",)),
            {"demander son accord", "demander avant de regarder"},
            None,
        ),
        (
            ("Bonjour", "S’asseoir", "terminer"),
            {"mettre à l’abri", "demander son accord", "regarder l’essentiel du logement"},
            "dangereux",
        ),
    ],
)
def test_a_home_visit_begins_with_safety_and_looks_with_her_agreement(acts, lost, gravite):
    spec = make(DOMICILE)
    mark = graded(spec, jouer(spec, *acts))
    assert (missed(mark), mark.gravite) == (lost, gravite)


def test_half_a_conversation_is_not_praised_for_what_it_did_not_reach():
    spec = make()
    short = graded(spec, jouer(spec, *PARFAIT[:2], "terminer"))
    assert "mener l’entretien à son terme" in missed(short)
    # End 1 missed, cadre 1, ambivalence 2 met, permission and resume missed; nothing else is counted: 3 of 6.
    assert short.points == 2.0
    assert graded(spec, {"gestes": [{"g": "terminer", "t": 0}], "conclusion": {}}).points == 0
    grave = graded(spec, jouer(spec, *changed(PARFAIT, _3=("Votre comprimé",))[:4]))
    assert grave.gravite == "hors_champ"


def test_a_count_that_cannot_be_made_does_not_apply():
    spec = make(
        SCENE,
        tours=[
            {"nom": "a", "dit": "Bonjour.", "repliques": [
                {"texte": f"Bonjour {i}.", "code": code, "vers": "b", "retour": "Une phrase de salut."}
                for i, code in enumerate(("INF", "VAL", "AUT"))]},
            {"nom": "b", "dit": "Au revoir.", "fin": True},
        ],
        debut="a", objectifs=[], ordre=[],
        mesures={"questions_ouvertes": 0.5, "reflets_par_question": "bon", "reflets_complexes": "bon", "changement": 0.5},
    )  # fmt: skip
    mark = graded(spec, jouer(spec, "Bonjour 0"))
    assert mark.points == 4.0
    assert not any("question" in etape.fait or "reflet" in etape.fait for etape in mark.etapes)


@pytest.mark.parametrize("niveau", ["correct", "bon"])
def test_the_levels_are_those_of_clinical(niveau):
    seuil = reference_data.thresholds("etp")[f"ratio_rq_{niveau}"]
    spec = make(mesures={"reflets_par_question": niveau})
    ratio = etp.metriques_verbatim([("infirmiere", c) for c in ("QO", "RC", "COL", "PSP", "RES")]).ratio_rq
    mark = graded(spec, jouer(spec, *PARFAIT))
    assert ("refléter autant que vous questionnez" in missed(mark)) == (ratio < seuil)
    assert f"niveau « {niveau} »" in " ".join(etape.attendu for etape in mark.etapes)


def test_the_timeline_of_a_visit_tells_what_was_looked_at_where_it_was():
    spec = make(DOMICILE)
    etapes = graded(spec, jouer(spec, *VISITE)).etapes
    looked = [i for i, etape in enumerate(etapes) if etape.fait.startswith("Vous regardez : ")]
    assert len(looked) == 1
    assert (etapes[looked[0]].juste, etapes[looked[0] - 1].juste, etapes[looked[0] + 1].juste) == (None, True, True)
    assert "le pilulier" in etapes[looked[0]].fait


def test_the_transcript_names_each_line_and_offers_a_better_one():
    spec = make()
    mark = graded(spec, jouer(spec, *changed(PARFAIT, _3=("Les autres",))))
    line = next(etape for etape in mark.etapes if "Les autres" in etape.fait)
    assert line.juste is False
    assert "(confrontation)" in line.fait
    assert line.attendu.startswith("Plutôt : « ")
    assert line.pourquoi == "Ce que produit la phrase « Les autres y arrivent bien, vous savez. »."
    assert mark.retour.startswith("Elle est partie contente.")


def test_the_transcript_keeps_the_order_in_which_it_was_said_and_comes_before_what_is_judged():
    spec = make()
    etapes = graded(spec, jouer(spec, *changed(PARFAIT, _3=("Les autres",)))).etapes
    said, judged = etapes[:6], etapes[6:]
    assert [etape.juste for etape in said] == [True, True, True, False, True, None]
    assert "Les autres" in said[3].fait
    assert {False, True} == {etape.juste for etape in judged}
    assert [etape.juste for etape in judged] == sorted(etape.juste for etape in judged)


def test_what_she_writes_is_shown_beside_examples_and_never_counted():
    spec = make()
    marks = [
        graded(spec, jouer(spec, *changed(PARFAIT, _5=(f"écrire: {texte} = {code}",))))
        for texte, code in (("À mardi.", "RES"), ("Il faut marcher, point.", "PER"), ("{{ patient.age }} *x*", "CON"))
    ]
    assert {mark.points for mark in marks} == {4.0}
    line = next(etape for etape in marks[1].etapes if "point." in etape.fait)
    assert line.juste is None
    assert "persuasion sans permission" in line.fait
    assert "« À mardi, en forêt. » (résumé)" in line.attendu
    assert all("{{" not in mark.retour for mark in marks)
