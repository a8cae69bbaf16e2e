"""What a nurse reads beside each field: a label, a help, and why it cannot stay empty. The words are in ``mots.json``.

A key is looked up with its context (``option.texte``: the class of the model, then the key), then alone.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

_MOTS: dict[str, Any] = json.loads((Path(__file__).parent / "mots.json").read_text(encoding="utf-8"))
#: One more of what a list holds: « Ajouter une réponse ».
UN_DE_PLUS: dict[str, str] = _MOTS["un_de_plus"]
#: Sentences written for who types YAML, said again for who fills a form: (what is found, what is said).
AUTREMENT = tuple((re.compile(found), said) for found, said in _MOTS["autrement"])


def etiquette(contexte: str, cle: str) -> tuple[str, str]:
    """Return the label and the help of a key. Raises ``KeyError``: a key without a label is not shown to a nurse."""
    known = _MOTS["etiquettes"]
    libelle, aide = known.get(f"{contexte}.{cle}") or known[cle]
    return libelle, aide


def raison(contexte: str, cle: str) -> str:
    """Say why this field cannot stay empty, "" when there is nothing more to say than « à remplir »."""
    return _MOTS["raisons"].get(f"{contexte}.{cle}") or _MOTS["raisons"].get(cle, "")
