"""The released notebook, filled with a judged copy and written as nbformat writes it, without importing nbformat."""

from __future__ import annotations

import json
from collections.abc import Mapping
from json.encoder import encode_basestring
from typing import Any

from asalee_training.gradebook.copy import JudgedCopy

_CONNUES = 20_000


class Carnet:
    """A released notebook, ready to be filled many times: cells that do not change are serialised once."""

    def __init__(self, data: bytes):
        """Read the released notebook. Raises ``ValueError`` or ``KeyError`` if it is not one: a fault of ours."""
        tree = json.loads(data)
        self.cells: list[dict[str, Any]] = tree.pop("cells")
        self._fixed = [_text(c) for c in self.cells]
        self._tail = _dumps(tree, "").removeprefix("{\n")
        # The judge gives the same object to all who share a patient and an answer: serialised once too.
        self._shared: dict[tuple[int, int], tuple[Any, str]] = {}

    def grade_ids(self) -> dict[str, float]:
        """nbgrader's graded cells of this notebook, and the points each is worth."""
        metadata = (c["metadata"].get("nbgrader", {}) for c in self.cells)
        return {m["grade_id"]: float(m["points"]) for m in metadata if m.get("grade")}

    def text(self, copy: JudgedCopy) -> str:
        """The notebook of one copy, as JSON."""
        parts = []
        for position, cell in enumerate(self.cells):
            ident = cell["id"]
            if ident in copy.sources:
                parts.append(_text({**cell, "source": copy.sources[ident]}))
            elif ident in copy.outputs and cell["cell_type"] == "code":
                parts.append(self._with_outputs(position, cell, copy.outputs[ident]))
            else:
                parts.append(self._fixed[position])
        return '{\n "cells": [\n' + ",\n".join(parts) + "\n ],\n" + self._tail

    def _with_outputs(self, position: int, cell: Mapping[str, Any], outputs: list[Any]) -> str:
        place = (position, id(outputs))
        known = self._shared.get(place)
        if known is None or known[0] is not outputs:
            if len(self._shared) > _CONNUES:
                self._shared.clear()
            known = self._shared[place] = (outputs, _text({**cell, "outputs": outputs}))
        return known[1]


def fill(cell: Any, copy: JudgedCopy) -> None:
    """Fill one cell (a dict or nbformat's node) in place with a judged copy: its text, or its outputs."""
    ident = cell["id"]
    if ident in copy.sources:
        cell["source"] = copy.sources[ident]
    elif ident in copy.outputs and cell["cell_type"] == "code":
        cell["outputs"] = copy.outputs[ident]


def _text(cell: Mapping[str, Any]) -> str:
    return "  " + _dumps({**cell, **_split(cell)}, "  ")


def _split(cell: Mapping[str, Any]) -> dict[str, Any]:
    """Texts as lists of lines, as nbformat stores them."""
    changed: dict[str, Any] = {"source": _lines(cell["source"])}
    if cell["cell_type"] == "code":
        changed["outputs"] = [
            {**o, "data": {mime: _lines(v) for mime, v in o["data"].items()}} if "data" in o else o
            for o in cell["outputs"]
        ]
    return changed


def _lines(text: Any) -> Any:
    return text.splitlines(keepends=True) if isinstance(text, str) else text


def _dumps(value: Any, pad: str) -> str:
    """Return ``json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False)`` shifted by ``pad``, three times faster."""
    if isinstance(value, str):
        return encode_basestring(value)
    inner = pad + " "
    if isinstance(value, dict) and value:
        items = [f"{inner}{encode_basestring(k)}: {_dumps(value[k], inner)}" for k in sorted(value)]
        return "{\n" + ",\n".join(items) + f"\n{pad}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join([inner + _dumps(v, inner) for v in value]) + f"\n{pad}]"
    return json.dumps(value)
