"""Who signs: a name typed once on this machine, or given by the server's environment; never by an address."""

from __future__ import annotations

import json
import os
import re
import unicodedata

from asalee_training.workspace import Workspace

_FICHIER = "formatrice.json"
_VARIABLE = "ASALEE_FORMATRICE"


class NameRefused(ValueError):
    """A name cannot sign; the message is a French sentence."""


def nom(text: str) -> str:
    """Return a name as it is written in a history: « Prénom Nom ». Raises ``NameRefused``."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    words = _words(name)
    if len(words) < 2 or len(name) > 80 or not all(c.isalpha() or c in " -'’." for c in name):
        raise NameRefused(f"« {name[:80]} » : écrivez votre prénom et votre nom, comme « Claire Martin ».")
    return name


def same(one: str, other: str) -> bool:
    """Say whether two names are one person's, whatever accents, capitals, spaces, hyphens and order."""
    mine, hers = _words(one), _words(other)
    return "".join(mine) == "".join(hers) or sorted(mine) == sorted(hers)


def slug(name: str) -> str:
    """Return a name as a folder's name."""
    return "-".join(sorted(_words(name)))


def _words(name: str) -> list[str]:
    folded = name.casefold().replace("œ", "oe").replace("æ", "ae")
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z]+", plain)


def imposed() -> str:
    """Return the name that the server's environment gives, or ""."""
    return " ".join(os.environ.get(_VARIABLE, "").split())


def current(ws: Workspace) -> str:
    """Return who works here, or "" when nobody said so yet."""
    if imposed():
        return imposed()
    try:
        return nom(json.loads((ws.donnees / _FICHIER).read_text(encoding="utf-8"))["nom"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def remember(ws: Workspace, text: str) -> str:
    """Remember who works here; returns the name. Raises ``NameRefused``."""
    if imposed():
        raise NameRefused(f"Sur cette machine, les textes sont signés « {imposed()} » : ce nom ne se change pas ici.")
    name = nom(text)
    ws.donnees.mkdir(parents=True, exist_ok=True, mode=0o700)
    (ws.donnees / _FICHIER).write_text(json.dumps({"nom": name}, ensure_ascii=False), encoding="utf-8")
    return name
