"""Change one key, or one item, of a YAML block: its own lines change, every other line stays as it was.

A path is a tuple of keys and of item numbers from 0. Each function returns the new text of the block, after reading
it again; ``EditError`` when something else would have changed.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from asalee_training.authoring.edition import EditError, nodes, writing
from asalee_training.authoring.edition.nodes import Node, Place, dash_of, find
from asalee_training.content import yaml_lines

Path = tuple[str | int, ...]
_COMMENT = re.compile(r"[|>][+\-0-9]*(\s+#.*)?$")


@lru_cache(maxsize=256)
def values(texte: str) -> dict[str, Any]:
    """Return the values of a block, to read only. Raises ``EditError`` when it cannot be read."""
    try:
        return yaml_lines.load(texte).valeurs
    except yaml_lines.YamlProblem as problem:
        raise EditError(f"Ce bloc n’est pas lisible : {problem.message}") from None


def same(a: Any, b: Any) -> bool:
    """Equal as JSON values: 1 is not true, 2 is 2.0."""
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(same(a[k], b[k]) for k in a)
    if isinstance(a, (list, tuple)) and isinstance(b, (list, tuple)):
        return len(a) == len(b) and all(map(same, a, b))
    return isinstance(a, bool) == isinstance(b, bool) and type(a) in _kinds(b) and a == b


def _kinds(value: Any) -> tuple[type, ...]:
    return (int, float) if type(value) in (int, float) else (type(value),)


def put(texte: str, chemin: Path, valeur: Any, ordre: Sequence[str] = ()) -> str:
    """Set a value. What is missing on the way is made; ``ordre`` says where a new key goes among its neighbours."""
    before = values(texte)
    if _has(before, chemin) and same(_at(before, chemin), valeur):
        return texte
    return _checked(_put(texte, chemin, valeur, ordre), _with(before, chemin, valeur))


def remove(texte: str, chemin: Path) -> str:
    """Take a key or an item away; nothing happens when it is not there."""
    before = values(texte)
    if not _has(before, chemin):
        return texte
    wanted = copy.deepcopy(before)
    del _at(wanted, chemin[:-1])[chemin[-1]]
    return _checked(_remove(texte, chemin), wanted)


def insert(texte: str, chemin: Path, rang: int, valeur: Any, ordre: Sequence[str] = ()) -> str:
    """Insert an item at a place of the list at ``chemin``, which is made when it is not there."""
    before = values(texte)
    current = _at(before, chemin) if _has(before, chemin) else None
    if not current:
        return put(texte, chemin, [valeur], ordre)
    if not isinstance(current, list):
        raise EditError(nodes.TEL_QUEL)
    wanted = copy.deepcopy(before)
    _at(wanted, chemin).insert(rang, valeur)
    return _checked(_insert(texte, chemin, min(max(rang, 0), len(current)), valeur), wanted)


def move(texte: str, chemin: Path, de: int, vers: int) -> str:
    """Move an item of the list at ``chemin``, its comments with it."""
    before = values(texte)
    wanted = copy.deepcopy(before)
    items = _at(wanted, chemin) if _has(before, chemin) else None
    if not isinstance(items, list) or not (0 <= de < len(items) and 0 <= vers < len(items)):
        raise EditError(nodes.TEL_QUEL)
    if de == vers:
        return texte
    items.insert(vers, items.pop(de))
    return _checked(_move(texte, chemin, de, vers), wanted)


def _checked(texte: str, wanted: Any) -> str:
    try:
        fine = same(values(texte), wanted)
    except EditError:
        fine = False
    if not fine:
        raise EditError(nodes.TEL_QUEL)
    return texte


def _has(tree: Any, chemin: Path) -> bool:
    try:
        _at(tree, chemin)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _at(tree: Any, chemin: Path) -> Any:
    for part in chemin:
        tree = tree[part]
    return tree


def _with(tree: Any, chemin: Path, valeur: Any) -> Any:
    if not chemin:
        return valeur
    key, rest = chemin[0], chemin[1:]
    if isinstance(key, int):
        if not isinstance(tree, list) or not 0 <= key < len(tree):
            raise EditError(nodes.TEL_QUEL)
        return [_with(each, rest, valeur) if i == key else each for i, each in enumerate(tree)]
    known = tree if isinstance(tree, Mapping) else {}
    return {**known, key: _with(known.get(key), rest, valeur)}


# --- Text ---


def _put(texte: str, chemin: Path, valeur: Any, ordre: Sequence[str]) -> str:
    root = nodes.read(texte)
    if root is None:
        return "\n".join([*writing.mapping(_with({}, chemin, valeur), 0), texte]).removesuffix("\n") + "\n"
    target = find(root, chemin)
    if target is not None:
        return _replace(texte, root, chemin, target, valeur)
    depth = next(n for n in range(len(chemin), -1, -1) if find(root, chemin[:n]) is not None)
    parent = find(root, chemin[:depth])
    value = _with(None, chemin[depth + 1 :], valeur)
    key = chemin[depth]
    if parent.genre != "mapping" or not parent.entries:
        return _replace(texte, root, chemin[:depth], parent, {key: value})
    if parent.flow:
        last = parent.entries[-1][3].end
        line = texte.split("\n")[last[0]]
        if len(line) + len(writing.flow({key: value})) > writing.LARGEUR and not _inside_flow(root, chemin[:depth]):
            longer = {**_at(values(texte), chemin[:depth]), key: value}
            return _write(texte, root, chemin[:depth], parent, longer, block=True)
        return _splice(texte, last, last, f", {writing.scalar(str(key), flow=True)}: {writing.flow(value)}")
    before = ordre[: list(ordre).index(key)] if key in ordre else ()
    rank = max((n for n, entry in enumerate(parent.entries) if entry[0] in before), default=len(parent.entries) - 1)
    line = parent.entries[rank][3].end[0] + 1
    return _lines(texte, line, line, writing.entry(writing.scalar(str(key)), value, parent.entries[0][1][1]))


def _replace(texte: str, root: Node, chemin: Path, node: Node, valeur: Any) -> str:
    if isinstance(valeur, Mapping) and valeur and node.genre == "mapping" and node.entries:
        for key in [entry[0] for entry in node.entries if entry[0] not in valeur]:
            texte = remove(texte, (*chemin, key))
        for key, each in valeur.items():
            texte = put(texte, (*chemin, key), each)
        return texte
    if isinstance(valeur, (list, tuple)) and valeur and node.genre == "list" and node.items:
        return _replace_list(texte, chemin, list(valeur), len(node.items))
    return _write(texte, root, chemin, node, valeur)


def _write(texte: str, root: Node, chemin: Path, node: Node, valeur: Any, block: bool = False) -> str:
    """Write a value in the place of another, whatever they are."""
    if _inside_flow(root, chemin):
        return _splice(texte, node.start, node.end, (" " if node.empty else "") + writing.flow(valeur))
    if not chemin:
        raise EditError(nodes.TEL_QUEL)
    parent = find(root, chemin[:-1])
    if isinstance(chemin[-1], int):
        first, last, column = dash_of(parent, chemin[-1], texte.split("\n")), node.end[0], parent.start[1]
        return _rewrite(texte, first, last, column, writing.item(valeur, column), node)
    _, begin, end, _ = parent.get(chemin[-1])
    name = texte.split("\n")[begin[0]][begin[1] : end[1]]
    new = writing.entry(name, valeur, begin[1])
    if block:
        new = [" " * begin[1] + name + ":", *writing.mapping(valeur, begin[1] + 2)]
    return _rewrite(texte, begin[0], node.end[0], begin[1], new, node)


def _inside_flow(root: Node, chemin: Path) -> bool:
    return any(find(root, chemin[:n]).flow for n in range(len(chemin)))


def _replace_list(texte: str, chemin: Path, wanted: list[Any], count: int) -> str:
    for rank, each in enumerate(wanted[:count]):
        texte = put(texte, (*chemin, rank), each)
    for rank in range(count - 1, len(wanted) - 1, -1):
        texte = remove(texte, (*chemin, rank))
    for rank in range(count, len(wanted)):
        texte = insert(texte, chemin, rank, wanted[rank])
    return texte


def _rewrite(texte: str, first: int, last: int, column: int, new: list[str], node: Node) -> str:
    """Replace whole lines, keeping what stands before the key and the comment that ends its line."""
    lines = texte.split("\n")
    lead = lines[first][:column]
    new = [lead + new[0][column:], *new[1:]]
    if comment := _comment(lines, first, node):
        new[0] += comment
    return _lines(texte, first, last + 1, new)


def _comment(lines: list[str], first: int, node: Node) -> str:
    """The comment at the end of a value's line, or of its key's line, with the spaces before it."""
    if node.style in ("|", ">"):
        match = _COMMENT.search(lines[node.start[0]])
        return (match and match[1]) or ""
    if node.genre != "scalar" and not node.flow:
        match = re.search(r":(\s+#.*)$", lines[first]) if first != node.start[0] else None
        return match[1] if match else ""
    rest = lines[node.end[0]][node.end[1] :]
    return rest if re.fullmatch(r"\s+#.*", rest) else ""


def _remove(texte: str, chemin: Path) -> str:
    root = nodes.read(texte)
    *above, last = chemin
    parent = find(root, tuple(above))
    count = len(parent.entries or parent.items)
    if count == 1 and above:
        return _replace(texte, root, tuple(above), parent, [] if parent.genre == "list" else {})
    if parent.flow:
        return _remove_in_flow(texte, parent, last)
    lines = texte.split("\n")
    if isinstance(last, int):
        first = dash_of(parent, last, lines)
        if lines[first][: parent.start[1]].strip():
            raise EditError(nodes.TEL_QUEL)
        return _lines(texte, first, parent.items[last].end[0] + 1, [])
    rank = next(n for n, entry in enumerate(parent.entries) if entry[0] == last)
    _, (first, column), _, value = parent.entries[rank]
    lead = lines[first][:column]
    if lead.strip():  # on the line of a dash: the next key takes its place there
        if rank + 1 == count:
            raise EditError(nodes.TEL_QUEL)
        following = parent.entries[rank + 1][1]
        lines[following[0]] = lead + lines[following[0]][following[1] :]
    return _lines("\n".join(lines), first, value.end[0] + 1, [])


def _remove_in_flow(texte: str, parent: Node, last: str | int) -> str:
    spans = [(e[1], e[3].end) for e in parent.entries] or [(i.start, i.end) for i in parent.items]
    rank = last if isinstance(last, int) else next(n for n, e in enumerate(parent.entries) if e[0] == last)
    if rank:
        return _splice(texte, spans[rank - 1][1], spans[rank][1], "")
    if len(spans) == 1:
        return _splice(texte, spans[0][0], spans[0][1], "")
    return _splice(texte, spans[0][0], spans[1][0], "")


def _insert(texte: str, chemin: Path, rank: int, valeur: Any) -> str:
    node = find(nodes.read(texte), chemin)
    if node.flow:
        if rank == len(node.items):
            return _splice(texte, node.items[-1].end, node.items[-1].end, f", {writing.flow(valeur)}")
        return _splice(texte, node.items[rank].start, node.items[rank].start, f"{writing.flow(valeur)}, ")
    lines, column = texte.split("\n"), node.start[1]
    line = node.items[-1].end[0] + 1 if rank == len(node.items) else dash_of(node, rank, lines)
    return _lines(texte, line, line, writing.item(valeur, column))


def _move(texte: str, chemin: Path, de: int, vers: int) -> str:
    node = find(nodes.read(texte), chemin)
    lines = texte.split("\n")
    if node.flow:
        parts = [_slice(lines, each.start, each.end) for each in node.items]
        parts.insert(vers, parts.pop(de))
        commas = [_slice(lines, a.end, b.start) for a, b in pairwise(node.items)]
        new = parts[0] + "".join(comma + part for comma, part in zip(commas, parts[1:], strict=True))
        return _splice(texte, node.items[0].start, node.items[-1].end, new)
    spans = []
    for rank, each in enumerate(node.items):
        first = dash_of(node, rank, lines)
        if lines[first][: node.start[1]].strip():
            raise EditError(nodes.TEL_QUEL)
        floor = spans[-1][1] if spans else 0
        while first > floor and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        spans.append((first, each.end[0] + 1))
    start, end = spans[de]
    block = lines[start:end]
    if vers < de:
        at = spans[vers][0]
        return "\n".join([*lines[:at], *block, *lines[at:start], *lines[end:]])
    at = spans[vers][1]
    return "\n".join([*lines[:start], *lines[end:at], *block, *lines[at:]])


def _lines(texte: str, first: int, end: int, new: list[str]) -> str:
    lines = texte.split("\n")
    return "\n".join([*lines[:first], *new, *lines[end:]])


def _slice(lines: list[str], start: Place, end: Place) -> str:
    if start[0] == end[0]:
        return lines[start[0]][start[1] : end[1]]
    return "\n".join([lines[start[0]][start[1] :], *lines[start[0] + 1 : end[0]], lines[end[0]][: end[1]]])


def _splice(texte: str, start: Place, end: Place, new: str) -> str:
    lines = texte.split("\n")
    merged = lines[start[0]][: start[1]] + new + lines[end[0]][end[1] :]
    return "\n".join([*lines[: start[0]], *merged.split("\n"), *lines[end[0] + 1 :]])
