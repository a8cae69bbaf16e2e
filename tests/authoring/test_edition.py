"""The editor's engine: what nobody touched keeps its bytes, what was written is what is read back."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from asalee_training.authoring.edition import EditError, document, gestures, keys, nodes

ROOT = Path(__file__).parents[2]
FILES = sorted(p for p in [*ROOT.glob("cases/*/*.md"), *ROOT.glob("courses/*/*.md")] if p.name != "relecture.md")
IDS = [p.relative_to(ROOT).as_posix() for p in FILES]
MINE = """\
---
titre: Essai            # le titre
protocole: bpco
inconnue: {garder: "ceci"}
sources: ["A", 'B']
---

Récit.

<!-- une note pour moi -->

Suite du récit.

### Première ?

```{exercice} un
# un commentaire
type: choix
points:   2             # deux points
explication: >-  # repliée
  Une règle qui
  tient en deux lignes.
choix:
  # la bonne
  - texte: Oui : c’est cela
    juste: true
    retour: a
  # la mauvaise
  - texte: non
    retour: >-
      Pourquoi

      non.
cle_de_demain: [1,   2]
```

```{bloc_de_demain} x
que: sait-on
```

### Seconde ?

Une précision.

```{exercice} deux
type: nombre
unite: "%"
points: 1
attendu: {calcul: rapport_vems_cvf, temoin: 58.9,  tolerance: 0.5}   # 1,62 / 2,75
explication: Le rapport est un rapport.
erreurs:
  - si: {calcul: rapport_cvf_vems}
    retour: Inversé.
```
"""
WAYS = {
    "as it is": lambda t: t,
    "CRLF": lambda t: t.replace("\n", "\r\n"),
    "BOM": lambda t: "\ufeff" + t,
    "BOM and CRLF": lambda t: "\ufeff" + t.replace("\n", "\r\n"),
    "no end of line": lambda t: t.rstrip("\n"),
}


@cache
def text(path: Path) -> str:
    return path.read_bytes().decode()


@pytest.mark.parametrize("path", FILES, ids=IDS)
@pytest.mark.parametrize("way", WAYS)
def test_a_file_read_and_put_together_again_has_the_same_bytes(path, way):
    written = WAYS[way](text(path))
    doc = document.read(written)
    assert "".join(doc.lignes) == written
    assert doc.with_lines(doc.plain()) == written


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_blocks_cover_all_that_is_written(path):
    doc = document.read(text(path))
    covered = {line for bloc in doc.blocs for line in range(bloc.debut, bloc.fin)}
    assert all(n in covered or not line.strip() for n, line in enumerate(doc.plain()))
    grouped = [b for g in doc.groupes for b in g.blocs]
    assert sorted(grouped) == list(range(len(doc.blocs)))


def places(written: str) -> list[tuple[int, tuple, object]]:
    """(block, path, value) of everything that has a value in a file."""

    def walk(value, path):
        yield path, value
        if isinstance(value, dict):
            for key, each in value.items():
                yield from walk(each, (*path, key))
        if isinstance(value, list):
            for rank, each in enumerate(value):
                yield from walk(each, (*path, rank))

    blocs = [(n, b) for n, b in enumerate(document.read(written).blocs) if b.genre in ("entete", "exercice")]
    return [(n, path, value) for n, bloc in blocs for path, value in walk(keys.values(bloc.texte), ()) if path]


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_writing_the_same_value_changes_nothing(path):
    written = text(path)
    for bloc, chemin, value in places(written):
        assert gesture(written, geste="poser", bloc=bloc, chemin=[*chemin], valeur=value) == written


def gesture(written: str, **geste) -> str:
    return gestures.apply(written, geste)


def span(written: str, bloc: int, chemin: tuple) -> tuple[int, int]:
    """The lines of a key with its value: what may change when it is written."""
    found = document.read(written).blocs[bloc]
    body, first = found.texte, found.corps[0]
    node = nodes.find(nodes.read(body), chemin)
    parent = nodes.find(nodes.read(body), chemin[:-1])
    start = node.start[0] if isinstance(chemin[-1], int) else parent.get(chemin[-1])[1][0]
    return first + start, first + node.end[0] + 1


TEXTES = st.text(
    st.sampled_from("aéÉ’,.;:!?«»\u00a0\u202f -#'\"{}[]&*|>%@`~\\/0123456789\n\t\r\u2028\u0085=…"), max_size=60
) | st.sampled_from(
    ["", "non", "true", "12:30", "58,9", "2026-01-01", "null", "~", "- x", "# x", "a: b", "```", "---\n---", "x " * 90,
     "Une phrase : avec deux-points, puis une autre. " * 6, "Deux\n\nparagraphes", "{{ patient.age }} ans"]
)  # fmt: skip
VALEURS = st.one_of(TEXTES, st.integers(-(10**6), 10**6), st.booleans(), st.floats(-1e6, 1e6, allow_nan=False))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
@pytest.mark.parametrize("way", ["as it is", "BOM and CRLF"])
def test_a_value_written_is_read_back_and_no_other_line_moves(data, way):
    path = data.draw(st.sampled_from([None, *FILES]))
    written = WAYS[way](MINE if path is None else text(path))
    bloc, chemin, value = data.draw(st.sampled_from([p for p in places(written) if not isinstance(p[2], (dict, list))]))
    valeur = data.draw(VALEURS)
    assume(not keys.same(valeur, value))
    new = gesture(written, geste="poser", bloc=bloc, chemin=[*chemin], valeur=valeur)
    read = keys.values(document.read(new).blocs[bloc].texte)
    for part in chemin:
        read = read[part]
    assert keys.same(read, valeur)
    first, end = span(written, bloc, chemin)
    before, after = document.read(written).lignes, document.read(new).lignes
    assert after[:first] == before[:first]
    assert after[len(after) - len(before) + end :] == before[end:]
    back = gesture(new, geste="poser", bloc=bloc, chemin=[*chemin], valeur=value)
    assert document.read(back).lignes[:first] == before[:first]


@pytest.mark.parametrize("path", [None, *FILES], ids=["mine", *IDS])
def test_an_item_put_in_and_taken_away_or_moved_and_moved_back_leaves_no_trace(path):
    written = MINE if path is None else text(path)
    lists = [(b, c, v) for b, c, v in places(written) if isinstance(v, list) and v and v[0] != {}]
    for bloc, chemin, value in lists[:: 1 + len(lists) // 4]:
        where = {"bloc": bloc, "chemin": [*chemin]}
        for rang in {0, len(value)}:
            longer = gesture(written, geste="inserer", rang=rang, valeur=value[0], **where)
            assert len(longer) > len(written)
            assert gesture(longer, geste="retirer", bloc=bloc, chemin=[*chemin, rang]) == written
        moved = gesture(written, geste="deplacer", de=0, vers=len(value) - 1, **where)
        assert (moved != written) is ([*value[1:], value[0]] != value)
        assert gesture(moved, geste="deplacer", de=len(value) - 1, vers=0, **where) == written


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_a_new_key_adds_its_lines_and_takes_them_away(path):
    written = text(path)
    for bloc, found in enumerate(document.read(written).blocs):
        if found.genre not in ("entete", "exercice") or "cle_neuve" in found.texte:
            continue
        for valeur in (
            3,
            "Un texte : assez long pour aller dessous. " * 4 + "Fin.",
            {"entre": [1, 2]},
            [{"texte": "a"}],
        ):
            new = gesture(written, geste="poser", bloc=bloc, chemin=["cle_neuve"], valeur=valeur)
            assert [line for line in document.read(new).lignes if line in document.read(written).lignes]
            assert gesture(new, geste="retirer", bloc=bloc, chemin=["cle_neuve"]) == written


def test_comments_quotes_spacing_and_unknown_things_survive_every_change_around_them():
    new = gesture(MINE, geste="poser", bloc=0, chemin=["titre"], valeur="Autre")
    new = gesture(new, geste="poser", bloc=5, chemin=["points"], valeur=3)
    new = gesture(new, geste="poser", bloc=5, chemin=["explication"], valeur="Courte règle.")
    new = gesture(new, geste="poser", bloc=5, chemin=["choix", 1, "juste"], valeur=False)
    new = gesture(new, geste="poser", bloc=9, chemin=["attendu", "temoin"], valeur=61.2)
    new = gesture(new, geste="ecrire", bloc=1, texte="Autre récit.")
    changed = {
        "titre: Essai            # le titre": "titre: Autre            # le titre",
        "points:   2             # deux points": "points: 3             # deux points",
        "explication: >-  # repliée": "explication: Courte règle.  # repliée",
        "Récit.": "Autre récit.",
        "attendu: {calcul: rapport_vems_cvf, temoin: 58.9,  tolerance: 0.5}   # 1,62 / 2,75": (
            "attendu: {calcul: rapport_vems_cvf, temoin: 61.2,  tolerance: 0.5}   # 1,62 / 2,75"
        ),
    }
    expected = [changed.get(line, line) for line in MINE.split("\n")]
    for line in ("  Une règle qui", "  tient en deux lignes."):
        expected.remove(line)
    expected.insert(expected.index("      non.") + 1, "    juste: false")
    assert new.split("\n") == expected


def test_what_is_not_known_is_told_apart():
    doc = document.read(MINE)
    assert [g.genre for g in doc.groupes] == [
        "entete", "recit", "commentaire", "recit", "question", "inconnu", "question",
    ]  # fmt: skip
    assert [doc.blocs[n].genre for n in doc.groupes[6].blocs] == ["titre", "prose", "exercice"]


@pytest.mark.parametrize("rank", range(1, 7))
def test_a_group_moved_down_and_up_again_or_deleted_touches_no_other(rank):
    if rank < 6:
        moved = gesture(MINE, geste="deplacer_groupe", groupe=rank, sens=1)
        assert moved != MINE
        assert sorted(moved.split("\n")) == sorted(MINE.split("\n"))
        if rank > 2:  # two pieces of story that meet become one
            assert gesture(moved, geste="deplacer_groupe", groupe=rank + 1, sens=-1) == MINE
    shorter = document.read(gesture(MINE, geste="supprimer", groupe=rank))
    doc = document.read(MINE)
    gone = set(doc.groupes[rank].blocs)
    kept = [b.texte for n, b in enumerate(doc.blocs) if n not in gone]
    assert "\n\n".join(b.texte for b in shorter.blocs) == "\n\n".join(kept)
    assert "\n\n\n" not in shorter.texte


def test_the_front_matter_neither_moves_nor_goes():
    for geste in ({"geste": "supprimer", "groupe": 0}, {"geste": "deplacer_groupe", "groupe": 1, "sens": -1}):
        with pytest.raises(EditError):
            gestures.apply(MINE, geste)


@pytest.mark.parametrize("texte", ["```{exercice} trois\ntype: choix\n```", "avant\n\n```\n", "~~~{instrument} x\n"])
def test_a_story_cannot_open_or_swallow_an_exercise(texte):
    with pytest.raises(EditError, match="autres parties"):
        gesture(MINE, geste="ecrire", bloc=1, texte=texte)


def test_a_question_is_rewritten_and_never_emptied():
    new = gesture(MINE, geste="ecrire", bloc=4, texte="Combien\n font-ils ?")
    assert new == MINE.replace("### Première ?", "### Combien font-ils ?")
    with pytest.raises(EditError, match="Écrivez la question"):
        gesture(MINE, geste="ecrire", bloc=4, texte="  ")


def test_a_new_question_is_named_by_its_words_and_no_other_line_moves():
    added = gesture(MINE, geste="ajouter", apres=4, genre="question", type="nombre", titre="Votre question ?")
    rank = next(n for n, b in enumerate(document.read(added).blocs) if b.argument == "question")
    titled = gesture(added, geste="ecrire", bloc=rank - 1, texte="Calculez le rapport VEMS/CVF, en %.")
    named = gesture(titled, geste="nommer", bloc=rank)
    assert named == titled.replace("{exercice} question", "{exercice} rapport_vems_cvf")
    assert gesture(named, geste="nommer", bloc=rank) == named


def test_a_block_that_yaml_anchors_tie_together_is_left_alone():
    written = "---\npatient: &p {age: 58}\npatient_temoin: *p\n---\n"
    with pytest.raises(EditError, match="Voir le texte"):
        gesture(written, geste="poser", bloc=0, chemin=["patient", "age"], valeur=59)


@pytest.mark.parametrize("function", ["_put", "_remove", "_insert", "_move"])
def test_a_change_that_would_change_something_else_is_refused(monkeypatch, function):
    """The safety net: were the writing wrong one day, nothing of it would reach the file."""
    right = getattr(keys, function)
    monkeypatch.setattr(keys, function, lambda *args: right(*args).replace("points: 1", "points: 2"))
    texte = "points: 1\nchoix: [a, b]\naide: x\n"
    changes = {
        "_put": lambda: keys.put(texte, ("aide",), "y"),
        "_remove": lambda: keys.remove(texte, ("aide",)),
        "_insert": lambda: keys.insert(texte, ("choix",), 0, "c"),
        "_move": lambda: keys.move(texte, ("choix",), 0, 1),
    }
    with pytest.raises(EditError, match="Voir le texte"):
        changes[function]()


@pytest.mark.parametrize(
    "geste",
    [
        {}, {"geste": "poser"}, {"geste": "poser", "bloc": 99, "chemin": ["a"], "valeur": 1},
        {"geste": "poser", "bloc": 0, "chemin": "titre", "valeur": 1}, {"geste": "ecrire", "bloc": 1, "texte": 3},
        {"geste": "poser", "bloc": 0, "chemin": ["titre", 0], "valeur": 1}, {"geste": "poser", "bloc": True, "chemin": ["a"]},
        {"geste": "poser", "bloc": 0, "chemin": ["titre"], "valeur": float("inf")},
        {"geste": "poser", "bloc": 0, "chemin": ["titre"], "valeur": "\ud800"},
        {"geste": "ajouter", "apres": 0, "genre": "question", "type": "quoi"},
        {"geste": "ajouter", "apres": 0, "genre": "instrument", "nom": "x\n```"},
        {"geste": "deplacer", "bloc": 0, "chemin": ["titre"], "de": 0, "vers": 1},
    ],
)  # fmt: skip
def test_a_gesture_that_means_nothing_gets_a_sentence(geste):
    with pytest.raises(EditError) as refused:
        gestures.apply(MINE, geste)
    assert str(refused.value).endswith(".")
