"""Where each key and value of a YAML block stands in its text: line and column, from 0."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from asalee_training.authoring.edition import EditError
from asalee_training.content import yaml_lines

TEL_QUEL = "Ce bloc est écrit d’une façon que l’atelier ne sait pas changer : utilisez « Voir le texte »."
Place = tuple[int, int]


@dataclass(frozen=True)
class Node:
    """A value: where it starts and ends. ``genre``: mapping, list or scalar; ``flow``: between braces or brackets."""

    genre: str
    flow: bool
    start: Place
    end: Place
    style: str = ""
    entries: tuple[tuple[str, Place, Place, Node], ...] = ()  # key, start and end of the key, value
    items: tuple[Node, ...] = ()

    @property
    def empty(self) -> bool:
        return self.start == self.end

    def get(self, key: str) -> tuple[str, Place, Place, Node] | None:
        return next((entry for entry in self.entries if entry[0] == key), None)


@lru_cache(maxsize=256)
def read(texte: str) -> Node | None:
    """Return the root mapping, None for an empty block. Raises ``EditError`` when marks cannot be trusted."""
    try:
        written = yaml_lines.strict(texte)
    except yaml_lines.YamlProblem as problem:
        raise EditError(f"Ce bloc n’est pas lisible : {problem.message}") from None
    try:
        tree = YAML(typ="safe", pure=True).compose(written)
    except YAMLError:
        raise EditError(TEL_QUEL) from None
    if tree is None:
        return None
    lines, original = written.split("\n"), texte.split("\n")
    return _node(tree, lines, original, set())


def _node(node: Any, lines: list[str], original: list[str], seen: set[int]) -> Node:
    if id(node) in seen or node.anchor:
        raise EditError(TEL_QUEL)
    seen.add(id(node))
    start = (node.start_mark.line, node.start_mark.column)
    if isinstance(node, MappingNode):
        entries = []
        for key, value in node.value:
            if not isinstance(key, ScalarNode) or key.style:
                raise EditError(TEL_QUEL)
            child = _node(value, lines, original, seen)
            begin, end = _place(key.start_mark), _place(key.end_mark)
            if child.empty:  # « cle: » alone: the value would stand after the colon
                after = (end[0], end[1] + 1 + lines[end[0]][end[1] :].index(":"))
                child = Node("scalar", False, after, after)
            entries.append((key.value, begin, end, child))
        end = _place(node.end_mark) if node.flow_style else (entries[-1][3].end if entries else start)
        return Node("mapping", bool(node.flow_style), start, end, entries=tuple(entries))
    if isinstance(node, SequenceNode):
        items = tuple(_node(each, lines, original, seen) for each in node.value)
        end = _place(node.end_mark) if node.flow_style else (items[-1].end if items else start)
        return Node("list", bool(node.flow_style), start, end, items=items)
    return Node("scalar", False, start, _scalar_end(node, lines, original), style=node.style or "")


def _scalar_end(node: Any, lines: list[str], original: list[str]) -> Place:
    line, column = _place(node.end_mark)
    if node.style in ("|", ">"):
        last = min(line if column else line - 1, len(lines) - 1)
        while last > node.start_mark.line and not lines[last].strip():
            last -= 1
        return last, len(lines[last])
    if lines[line] != original[line]:  # a text with a colon, quoted to be read: it goes to the end of its line
        return line, len(original[line].rstrip())
    return line, column


def _place(mark: Any) -> Place:
    return mark.line, mark.column


def find(root: Node | None, chemin: tuple[str | int, ...]) -> Node | None:
    """Return the node at a path, None where there is none."""
    node = root
    for part in chemin:
        if node is None:
            return None
        if isinstance(part, int):
            node = node.items[part] if 0 <= part < len(node.items) else None
        else:
            entry = node.get(part)
            node = entry[3] if entry else None
    return node


def dash_of(sequence: Node, index: int, lines: list[str]) -> int:
    """Return the line of an item's dash, in a list written with dashes."""
    line, column = sequence.items[index].start[0], sequence.start[1]
    while line > sequence.start[0] and lines[line][column : column + 1] != "-":
        line -= 1
    if lines[line][column : column + 1] != "-":
        raise EditError(TEL_QUEL)
    return line
