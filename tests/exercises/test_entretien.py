"""The interview: the conversation rebuilt, each criterion both ways, nothing told by the page, a graph that can be walked."""

import copy
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training import scoring
from asalee_training.clinical import cognition, etp, reference_data
from asalee_training.content.reader import load_case
from asalee_training.exercises import entretien, scope
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.entretien.criteres import favorable
from asalee_training.exercises.entretien.scene import ELEMENTS, PIECES
from asalee_training.exercises.entretien.verification import modele
from tests.exercises.entretiens import DOMICILE, PARFAIT, SCENE, VISITE, jouer

ROOT = Path(__file__).parents[2]
CAS = {"etp/mme-berthier": "entretien", "cognition/mme-girard": "visite"}


def make(scene=SCENE, **changes):
    data = {"type": "entretien", "points": 4.0, "explication": "La règle à retenir.", **copy.deepcopy(scene), **changes}
    return entretien.Spec.model_validate(data)


def graded(spec, raw):
    return entretien.grade(spec, entretien.expected(spec, {}), entretien.parse(spec, raw))


def missed(mark):
    """What « à reprendre » lists."""
    _, found, listed = mark.retour.partition("À reprendre : ")
    return set(listed.rstrip(".").split(" ; ")) if found else set()


def changed(acts, **new):
    """The perfect session with some lines replaced, by rank: ``_1=("…", "…")``."""
    return [a for i, act in enumerate(acts) for a in new.get(f"_{i}", (act,))]


@pytest.mark.parametrize(("scene", "acts"), [(SCENE, PARFAIT), (DOMICILE, VISITE)], ids=["cabinet", "domicile"])
def test_a_perfect_session_has_full_marks_with_or_without_its_last_click(scene, acts):
    spec = make(scene)
    assert entretien.validate(spec) == []
    for session in (acts, acts[:-1]):
        mark = graded(spec, jouer(spec, *session))
        assert (mark.points, mark.etat, mark.gravite) == (4.0, "juste", None)
        assert not any(etape.juste is False for etape in mark.etapes)


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


def test_the_transcript_names_each_line_and_offers_a_better_one():
    spec = make()
    mark = graded(spec, jouer(spec, *changed(PARFAIT, _3=("Les autres",))))
    line = next(etape for etape in mark.etapes if "Les autres" in etape.fait)
    assert line.juste is False
    assert "(confrontation)" in line.fait
    assert line.attendu.startswith("Plutôt : « ")
    assert line.pourquoi == "Ce que produit la phrase « Les autres y arrivent bien, vous savez. »."
    assert mark.retour.startswith("Elle est partie contente.")


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


ACT = {"g": "dire", "t": 0}


@pytest.mark.parametrize(
    "mutate",
    [
        lambda g: [{**g[0], "tour": g[1]["tour"]}, *g[1:]],  # a turn where she was not
        lambda g: [{**g[0], "option": g[1]["option"]}],  # a reply of another turn
        lambda g: g[1:],  # without its beginning
        lambda g: [*g, {**g[-1]}],  # leaves twice
        lambda g: [*g, g[0]],  # speaks after leaving
        lambda g: [g[0], {**g[1], "t": 0}],  # time goes back
        lambda g: [{**g[0], "confiance": 3}],
        lambda g: [*g[:5], {**g[5], "texte": "   "}],
        lambda g: [*g[:5], {**g[5], "texte": "x" * 601}],
        lambda g: [*g[:5], {**g[5], "texte": "\ud800"}],
        lambda g: [*g[:5], {**g[5], "code": "SM"}],
        lambda g: [{**g[5], "tour": g[0]["tour"], "t": 0}],  # writes where nothing is to be written
        lambda g: [{"g": "observer", "t": 0, "element": "poids"}],  # there is no home here
    ],
)
def test_gestures_that_the_scene_does_not_allow_are_unreadable(mutate):
    spec = make()
    gestes = jouer(spec, *PARFAIT)["gestes"]
    with pytest.raises(Unreadable) as reason:
        entretien.parse(spec, {"gestes": mutate(gestes), "conclusion": {}})
    assert str(reason.value).endswith(".")


def test_the_home_is_looked_at_only_where_the_author_says():
    scene = copy.deepcopy(DOMICILE)
    scene["tours"][2]["observer"] = False
    spec = make(scene)
    assert entretien.validate(spec) == []
    with pytest.raises(Unreadable):
        entretien.parse(spec, jouer(spec, "Fermer, aérer", "regarder: poids"))


SPECS = [make(), make(DOMICILE)]
tours = st.sampled_from([t.id for s in SPECS for t in s.tours])
options = st.sampled_from([r.id for s in SPECS for t in s.tours for r in t.repliques])
gesture = st.one_of(
    st.builds(lambda t, o: {"g": "dire", "t": 0, "tour": t, "option": o}, tours, options),
    st.builds(lambda t, x, c: {"g": "ecrire", "t": 0, "tour": t, "texte": x, "code": c}, tours, st.text(),
              st.sampled_from(sorted(etp.codes("infirmiere")))),
    st.builds(lambda e: {"g": "observer", "t": 0, "element": e}, st.sampled_from(sorted(ELEMENTS))),
    st.just({"g": "terminer", "t": 0}),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(gestes=st.lists(gesture, max_size=6))
def test_any_gestures_are_refused_or_judged(gestes):
    for spec in SPECS:
        raw = {"gestes": gestes, "conclusion": {}}
        entretien.words(spec, raw, str)
        try:
            answer = entretien.parse(spec, raw)
        except Unreadable:
            continue
        assert isinstance(entretien.grade(spec, entretien.expected(spec, {}), answer), Mark)


@settings(max_examples=200, deadline=None)
@given(choices=st.lists(st.integers(0, 4), min_size=20, max_size=20), written=st.text(min_size=1, max_size=40))
def test_any_walk_of_a_real_case_is_judged_and_never_above_its_maximum(choices, written):
    spec = case("etp/mme-berthier").exercices["entretien"].spec
    par_nom = {tour.nom: tour for tour in spec.tours}
    tour, gestes = par_nom[spec.debut], []
    for choice in choices:
        if tour.ecrire and written.strip("\x00 "):
            gestes.append({"g": "ecrire", "t": 0, "tour": tour.id, "texte": written, "code": "RS"})
            tour = par_nom[tour.ecrire.vers]
        elif tour.repliques:
            replique = tour.repliques[choice % len(tour.repliques)]
            gestes.append({"g": "dire", "t": 0, "tour": tour.id, "option": replique.id})
            tour = par_nom[replique.vers]
    try:
        mark = graded(spec, {"gestes": gestes, "conclusion": {}})
    except Unreadable:
        return
    assert 0 <= mark.points <= mark.sur


_CASES = {}


def case(nom):
    if nom not in _CASES:
        _CASES[nom] = load_case(ROOT / "cases" / f"{nom}.md", ROOT)
    return _CASES[nom]


def exercise(nom):
    return case(nom).exercices[CAS[nom]]


@pytest.mark.parametrize("nom", CAS)
def test_what_reaches_the_page_tells_nothing_of_what_a_reply_is_worth(nom):
    spec = exercise(nom).spec
    public = entretien.public(spec)
    text = json.dumps([public, entretien.recording(spec, {"age": 58})], ensure_ascii=False)
    assert len(text.encode()) < 25_000
    replies = [r for tour in public["tours"] for r in tour["repliques"]]
    assert {tuple(r) for r in replies} == {("id", "texte", "faire", "vers")}
    listed = [tour["id"] for tour in public["tours"]]
    assert listed == sorted(listed), "the author’s order tells the way"
    assert all(tour["repliques"] == sorted(tour["repliques"], key=lambda r: r["id"]) for tour in public["tours"])
    assert {tuple(tour) for tour in public["tours"]} == {
        ("id", "qui", "on_voit", "dit", "fin", "observer", "vues", "repliques", "ecrire")
    }
    for word in ("confiance", "objectif", "gravite", "retour", "premier", "essentiel", "apres", "bilan", "exemples"):
        assert f'"{word}' not in text
    secrets = [r.retour for t in spec.tours for r in t.repliques] + [t.bilan for t in spec.tours if t.bilan]
    secrets += [o.pourquoi for o in spec.objectifs] + [
        e.texte for t in spec.tours if t.ecrire for e in t.ecrire.exemples
    ]
    for secret in secrets:
        assert f'"{secret}"' not in text
    places = [public["debut"], *(tour["id"] for tour in public["tours"]), *(r["vers"] for r in replies)]
    assert all(re.fullmatch("[0-9a-f]{8}", place) for place in places), "an author’s name reached the page"


@pytest.mark.parametrize("nom", CAS)
def test_the_order_of_the_replies_is_the_patient_s_and_hides_the_author_s(nom):
    spec = exercise(nom).spec
    orders = {json.dumps(entretien.recording(spec, {"age": age})) for age in range(50, 60)}
    assert len(orders) == 10
    assert entretien.recording(spec, {"age": 58}) == entretien.recording(spec, {"age": 58})
    firsts = 0
    for age in range(50, 60):
        ordre = entretien.recording(spec, {"age": age})["ordre"]
        for tour in spec.tours:
            if tour.repliques:
                assert sorted(ordre[tour.id]) == sorted(r.id for r in tour.repliques)
                firsts += ordre[tour.id][0] == tour.repliques[0].id
    turns = 10 * sum(bool(tour.repliques) for tour in spec.tours)
    assert firsts < 0.45 * turns, "the author's first reply comes first too often"


@pytest.mark.parametrize("nom", CAS)
def test_always_the_same_rank_gains_little(nom):
    spec = exercise(nom).spec
    par_nom = {tour.nom: tour for tour in spec.tours}
    for age in (56, 58, 60):
        ordre = entretien.recording(spec, {"age": age})["ordre"]
        for rank in range(3):
            tour, gestes = par_nom[spec.debut], []
            while tour.repliques and len(gestes) < 40:
                option = ordre[tour.id][rank]
                gestes.append({"g": "dire", "t": 0, "tour": tour.id, "option": option})
                tour = par_nom[next(r.vers for r in tour.repliques if r.id == option)]
            mark = scoring.mark(
                scoring.key(case(nom), {"age": age}), exercise(nom), {"gestes": gestes, "conclusion": {}}
            )
            assert mark.points < 0.8 * mark.sur


@pytest.mark.parametrize("nom", CAS)
def test_the_real_scenes_hold_their_promises(nom):
    spec = exercise(nom).spec
    assert entretien.validate(spec) == []
    perfect, missing = modele(spec)
    assert missing == []
    assert len(perfect) >= 10
    assert {"hors_champ", "dangereux"} <= {r.gravite for t in spec.tours for r in t.repliques}
    said = [r.texte for t in spec.tours for r in t.repliques]
    assert len(said) == len(set(said)), "the same words twice in one scene"


def test_every_element_of_the_home_grid_can_be_looked_at():
    table = [row["nom"] for row in reference_data.rows("cognition_domicile")]
    assert sorted(ELEMENTS) == sorted(table)
    assert {piece for piece, _ in ELEMENTS.values()} == set(PIECES)
    assert {e.element for e in exercise("cognition/mme-girard").spec.logement} == set(table)


def broken(path, value):
    scene = copy.deepcopy(SCENE)
    *parents, last = path
    target = scene
    for part in parents:
        target = target[part]
    if value is None:
        del target[last]
    else:
        target[last] = value
    return scene


@pytest.mark.parametrize(
    ("scene", "words"),
    [
        (broken(["debut"], "nulle_part"), "le tour « nulle_part » n’existe pas"),
        (broken(["tours", 0, "repliques", 0, "vers"], "ailleurs"), "le tour « ailleurs » n’existe pas"),
        (broken(["tours", 0, "repliques", 0, "code"], "XX"), "le code « XX » n’existe pas"),
        (broken(["tours", 0, "code"], "QO"), "le code « QO » n’existe pas"),
        (broken(["tours", 0, "repliques", 0, "code"], None), "une parole porte un « code: »"),
        (broken(["tours", 0, "repliques", 0, "faire"], True), "une parole porte un « code: »"),
        (broken(["tours", 0, "repliques", 0, "objectifs"], ["inconnu"]), "l’objectif « inconnu »"),
        (broken(["tours", 0, "repliques"], SCENE["tours"][0]["repliques"][:2]), "de trois à cinq répliques"),
        (broken(["tours", 0, "repliques", 1, "texte"], "Par où  voulez-vous commencer ?"), "est écrit deux fois"),
        (broken(["tours", 1, "nom"], "arrivee"), "« arrivee » est écrit deux fois"),
        (broken(["tours", 9, "fin"], False), "écrivez des répliques, ou « fin: true »"),
        (broken(["tours", 9], {**SCENE["tours"][0], "nom": "porte", "fin": True, "dit": "Non."}), "une fin n’a ni réplique"),
        (broken(["tours", 6, "nom"], "isole"), "le tour « encore » n’existe pas"),
        (broken(["tours", 8, "ecrire", "vers"], "arrivee"), "on n’arrive jamais à une fin"),
        (broken(["tours", 5, "repliques"], SCENE["tours"][6]["repliques"]), "tour « encore » : aucune réplique n’y mène"),
        (broken(["tours", 9, "on_voit"], None), "écrivez ce que la personne dit"),
        (broken(["tours", 1, "dit"], "{{ patient.age }} ans"), "ne connaît pas {{ … }}"),
        (broken(["tours", 0, "repliques", 0, "gravite"], "dangereux"), "à la fois à éviter et récompensée"),
        (broken(["mesures", "confiance"], 20), "aucun parcours n’obtient tous les points"),
        (broken(["ordre"], [["permission", "inconnu"]]), "l’objectif « inconnu »"),
        (broken(["lieu"], "domicile") | {"logement": [{"element": "poids", "vu": "49 kg."}]}, "vont ensemble"),
    ],
)  # fmt: skip
def test_the_author_is_told_what_is_wrong_with_the_scene(scene, words):
    assert words in " ".join(entretien.validate(make(scene)))


def test_a_scene_whose_longest_reply_is_always_the_best_is_refused():
    scene = copy.deepcopy(SCENE)
    for tour in scene["tours"]:
        for i, replique in enumerate(tour.get("repliques", ())):
            replique["confiance"] = 2 if i == 0 else 0
            replique["texte"] += " et voilà donc ce que je tenais à vous dire, très longuement" if i == 0 else ""
    problems = entretien.validate(make(scene))
    assert any("la meilleure réplique est la plus longue" in problem for problem in problems)


def test_more_than_forty_turns_are_refused():
    scene = copy.deepcopy(SCENE)
    scene["tours"] += [{"nom": f"t{i}", "dit": f"Mot {i}.", "fin": True} for i in range(40)]
    assert any("40 au plus" in problem for problem in entretien.validate(make(scene)))


def test_a_cycle_with_a_way_out_is_welcome():
    scene = copy.deepcopy(SCENE)
    scene["tours"][6]["repliques"][1]["vers"] = "ecoute"
    spec = make(scene)
    assert entretien.validate(spec) == []
    acts = [*PARFAIT[:3], *(["Qu’est-ce qui", "Une amie"] * 30), *PARFAIT[3:]]
    assert graded(spec, jouer(spec, *acts)).points > 0


@pytest.mark.parametrize("nom", CAS)
def test_what_is_out_of_scope_in_a_scene_is_so_in_the_scope_table(nom):
    replies = exercise(nom).spec.choix
    assert len(replies) > 50
    assert [m for r in replies if (m := scope.fault(r.texte, r.acte, r.gravite, nom.partition("/")[0]))] == []
    for reply in replies:
        if favorable(reply):
            assert cognition.mots_interdits(reply.texte) == (), "a good reply names no disease"
