"""Criteria of a clock read from the geometry of a drawing.

Teaching conventions (`references/conventions.yaml`): angles in degrees, clockwise from 12; a number is in its
place, and a hand points to its target, within 15 degrees; hands differ in length when short < 0.9 × long.
The same drawing earns different scores in different scorings: swapped hands make 5/7, an abnormal Codex clock,
a full Mini-Cog clock and both points of the GPCOG.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from asalee_training.clinical import inputs, reference_data

CRITERES = (
    "chiffres_presents",
    "ordre",
    "position",
    "deux_aiguilles",
    "aiguille_heure",
    "aiguille_minute",
    "tailles",
)


@dataclass(frozen=True)
class Dessin:
    """Scores of a drawing.

    criteres: the seven of `CRITERES`. score: their sum. lecture: "normal" or "a_explorer".
    codex: {"tous_chiffres", "position", "deux_aiguilles", "heure"}; codex_normale: all four. minicog: 0 or 2.
    gpcog: {"chiffres", "aiguilles"}, a point each; like the Mini-Cog, it does not look at the length of hands.
    """

    criteres: Mapping[str, bool]
    score: int
    lecture: str
    codex: Mapping[str, bool]
    codex_normale: bool
    minicog: int
    gpcog: Mapping[str, bool]


def horloge_depuis_dessin(heure: str, chiffres: Sequence, aiguilles: Sequence) -> Dessin:
    """Scores of a clock drawn for `heure` ("11:10", "3h25").

    chiffres: (number, angle in degrees) of each number drawn. aiguilles: (length as a share of the radius,
    angle) of each hand. Without the twelve numbers, each once and no other, order and position are not met.
    Raises ValueError for another time, another form, an angle beyond two turns or a length beyond 0.01-2.
    Source: criteria of each scoring (maeker.fr, Belmin 2007, Borson 2000, Brodaty 2002); geometry [P] (2025).
    """
    cible_heure, cible_minute = _targets(heure)
    nombres = [
        (
            inputs.integer("Chiffre", nombre, 0, 99),
            inputs.number("Angle du chiffre", angle, -720, 720, "degrés"),
        )
        for nombre, angle in _pairs("Chiffres", chiffres)
    ]
    traits = sorted(
        (
            inputs.number("Longueur de l’aiguille", longueur, 0.01, 2, "fois le rayon"),
            inputs.number("Angle de l’aiguille", angle, -720, 720, "degrés"),
        )
        for longueur, angle in _pairs("Aiguilles", aiguilles)
    )
    presents = sorted(nombre for nombre, _ in nombres) == list(range(1, 13))
    ordre = presents and _clockwise(nombres)
    position = presents and all(_near(angle, 30 * nombre) for nombre, angle in nombres)
    ancres = presents and all(_near(angle, 30 * nombre) for nombre, angle in nombres if nombre % 3 == 0)

    deux = len(traits) == 2
    tailles = deux and _shorter(traits[0][0], traits[1][0])
    sens = [(traits[0][1], traits[1][1])] if deux else []
    if deux and not tailles:  # same length: neither hand is the short one, the reading that suits is kept
        sens.append((traits[1][1], traits[0][1]))
    lues = max(((_near(h, cible_heure), _near(m, cible_minute)) for h, m in sens), default=(False, False), key=sum)
    pointent = deux and any(_near(h[1], cible_heure) and _near(m[1], cible_minute) for h, m in (traits, traits[::-1]))

    criteres = dict(zip(CRITERES, (presents, ordre, position, deux, *lues, tailles), strict=True))
    codex = {
        "tous_chiffres": presents,
        "position": position,
        "deux_aiguilles": tailles,
        "heure": all(lues),
    }
    score = sum(criteres.values())
    normale = score >= reference_data.thresholds("cognition")["horloge_normale"]
    return Dessin(
        criteres=criteres,
        score=score,
        lecture="normal" if normale else "a_explorer",
        codex=codex,
        codex_normale=all(codex.values()),
        minicog=2 if ordre and ancres and pointent else 0,
        gpcog={"chiffres": position, "aiguilles": pointent},
    )


def _targets(heure: str) -> tuple[float, float]:
    found = re.fullmatch(r"([01]?\d|2[0-3])[:h]([0-5]\d)", heure) if isinstance(heure, str) else None
    if not found:
        raise inputs.refusal(f"Heure : {inputs.shown(heure)} n’est pas une heure. Écrivez par exemple « 11:10 ».")
    heures, minutes = int(found[1]), int(found[2])
    return 30 * (heures % 12) + 0.5 * minutes, 6 * minutes


def _pairs(label: str, items: Sequence) -> list[Sequence]:
    def is_list(value: object) -> bool:
        return isinstance(value, Sequence) and not isinstance(value, str)

    if not is_list(items) or len(items) > 60 or not all(is_list(item) and len(item) == 2 for item in items):
        raise inputs.refusal(f"{label} : {inputs.shown(items)} n’est pas une liste de couples, 60 au plus.")
    return list(items)


def _near(angle: float, target: float) -> bool:
    gap = abs((angle - target + 180) % 360 - 180)
    return gap <= reference_data.thresholds("cognition")["horloge_tolerance_deg"] + 1e-9


def _shorter(short: float, long: float) -> bool:
    limit = reference_data.thresholds("cognition")["horloge_rapport_longueurs"]
    return short / long < limit - 1e-9  # 0.72 is nine tenths of 0.8, whatever binary fractions say


def _clockwise(nombres: list[tuple[int, float]]) -> bool:
    turn = [nombre for nombre, _ in sorted(nombres, key=lambda couple: couple[1] % 360)]
    start = turn.index(1)
    turn = turn[start:] + turn[:start]
    return all(low < high for low, high in pairwise(turn))
