"""What the nurse has on her sheet after the tests: words said, a drawing, answers; no total.

The word lists are invented for training and have no norm: the published ones are not reproduced.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from asalee_training.simulation import encre, tirage

#: (word, cue): five words of five categories.
LISTE = (
    ("tulipe", "fleur"),
    ("mouton", "animal"),
    ("écharpe", "vêtement"),
    ("cerise", "fruit"),
    ("flûte", "instrument"),
)
MOTS_CODEX = ("lampe", "raisin", "échelle")
QUESTIONS_ORIENTATION = ("le lieu ou la rue", "la ville", "le département", "la région", "l’étage")


def read(parts: tuple[str, ...], flags: Mapping[str, bool], patient: Mapping) -> dict:
    """{"cinq_mots"?, "horloge"?, "encre"?, "codex"?}: lists of words and answers, the clock's geometry and its strokes.

    Which words were said, and in which order, follows from the patient's values: same patient, same sheet.
    """
    sheet: dict = {}
    if "cinq_mots" in parts:
        sheet["cinq_mots"] = _five_words(patient["cinq_mots"], _seed(patient["cinq_mots"], patient.get("age")))
    if "horloge" in parts or "codex" in parts:
        sheet["horloge"] = patient["horloge_dessin"]
        sheet["encre"] = encre.tracer(patient["horloge_dessin"], _seed(patient["horloge_dessin"]))
    if "codex" in parts:
        sheet["codex"] = _codex(patient["codex"], _seed(patient["codex"], patient["horloge_dessin"]))
    return sheet


def _seed(*values: object) -> bytes:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).digest()


def _five_words(counts: Mapping[str, int], seed: bytes) -> dict:
    mots = [mot for mot, _ in LISTE]
    sheet: dict = {"liste": [{"mot": mot, "indice": indice} for mot, indice in LISTE]}
    for moment, free, cued in (("immediat", "rli", "rii"), ("differe", "rld", "rid")):
        said = tirage.shuffled(seed, moment, mots)
        missing = said[counts[free] :]
        sheet[f"rappel_{moment}"] = {"libre": said[: counts[free]], "indice": missing[: counts[cued]]}
    return sheet


def _codex(codex: Mapping, seed: bytes) -> dict:
    """Words recalled or not; orientation answers, or None when the questions were not asked."""
    orientation = codex["orientation"]
    return {
        "mots": _marked(seed, MOTS_CODEX, codex["mots"], "mot", "rappele"),
        "orientation": None
        if orientation is None
        else _marked(seed, QUESTIONS_ORIENTATION, orientation, "question", "juste"),
    }


def _marked(seed: bytes, items: Sequence[str], right: int, name: str, mark: str) -> list[dict]:
    chosen = tirage.shuffled(seed, name, items)[:right]
    return [{name: item, mark: item in chosen} for item in items]
