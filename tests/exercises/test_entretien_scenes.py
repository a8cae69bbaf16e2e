"""Scenes: nothing told by the page, a graph that can be walked, an author told what is wrong."""

import copy
import json
import re

import pytest

from asalee_training import scoring
from asalee_training.clinical import cognition, reference_data
from asalee_training.content.reader import load_case, load_lesson
from asalee_training.exercises import entretien, scope
from asalee_training.exercises.entretien.paroles import favorable
from asalee_training.exercises.entretien.scene import ELEMENTS, PIECES
from asalee_training.exercises.entretien.verification import modele
from tests.exercises.entretiens import PARFAIT, SCENE, jouer
from tests.exercises.jugements_entretien import CAS, ROOT, case, exercise, graded, make


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


def scenes():
    """Every interview of the cases and of the lessons."""
    for folder, load in (("cases", load_case), ("courses", load_lesson)):
        for path in sorted((ROOT / folder).glob("*/*.md")):
            if "type: entretien" in path.read_text(encoding="utf-8"):
                for exercise in load(path, ROOT).exercices.values():
                    if exercise.type == "entretien":
                        yield pytest.param(exercise.spec, id=f"{folder}/{path.stem}")


@pytest.mark.parametrize("spec", list(scenes()))
def test_a_scene_can_end_badly_too_and_says_what_remains(spec):
    fins = [tour for tour in spec.tours if tour.fin]
    assert len(fins) >= 2
    assert len({tour.bilan for tour in fins}) == len(fins)
