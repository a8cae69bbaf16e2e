"""Clock scored by a person: out of 7, out of 4, and by the ten anchors. Always write the scoring beside the score."""

from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.cognition.dessin import CRITERES


@dataclass(frozen=True)
class Horloge:
    """Clock out of 7: 7 is "normal", anything below "a_explorer"."""

    score: int
    lecture: str


@dataclass(frozen=True)
class HorlogeSunderland:
    """Clock by its anchor, 1-10: `ancre` describes the drawing in French, `cadran_intact` from 6 up.

    lecture: "normal" (6 and above) or "anormal".
    """

    niveau: int
    ancre: str
    cadran_intact: bool
    lecture: str


def horloge(
    chiffres_presents: bool,
    ordre: bool,
    position: bool,
    deux_aiguilles: bool,
    aiguille_heure: bool,
    aiguille_minute: bool,
    tailles: bool,
) -> Horloge:
    """Clock out of 7 from its seven criteria, true or false, in the order of `CRITERES`.

    Raises ValueError when a criterion is neither.
    Source: French scoring out of 7 (maeker.fr; to be verified).
    """
    criteres = (chiffres_presents, ordre, position, deux_aiguilles, aiguille_heure, aiguille_minute, tailles)
    lus = [inputs.boolean(f"Horloge, {nom}", juste) for nom, juste in zip(CRITERES, criteres, strict=True)]
    normale = sum(lus) >= reference_data.thresholds("cognition")["horloge_normale"]
    return Horloge(sum(lus), "normal" if normale else "a_explorer")


def horloge_4(cercle_ferme: bool, chiffres_places: bool, douze_chiffres: bool, aiguilles: bool) -> int:
    """Clock out of 4: closed circle, numbers placed, twelve numbers, hands. No threshold was found for it.

    Raises ValueError when a criterion is neither true nor false.
    Source: French teaching of the clock (maeker.fr; to be verified).
    """
    return (
        inputs.boolean("Horloge, cercle fermé", cercle_ferme)
        + inputs.boolean("Horloge, chiffres placés", chiffres_places)
        + inputs.boolean("Horloge, douze chiffres", douze_chiffres)
        + inputs.boolean("Horloge, aiguilles", aiguilles)
    )


def horloge_sunderland(niveau: int) -> HorlogeSunderland:
    """Clock by the anchor that describes it best, 10 (hands in place) to 1 (no attempt).

    Chosen by a person, never computed from a drawing. Raises ValueError outside 1-10.
    Source: Sunderland type of scoring, J Am Geriatr Soc 1989; anchors in our words, threshold to be verified.
    """
    rang = inputs.integer("Niveau de l’horloge", niveau, 1, 10)
    row = _anchors()[rang]
    normale = rang >= reference_data.thresholds("cognition")["horloge_sunderland_normale"]
    return HorlogeSunderland(rang, row["ancre"], row["cadran_intact"] == "oui", "normal" if normale else "anormal")


@cache
def _anchors() -> dict[int, dict[str, str]]:
    return {int(row["niveau"]): row for row in reference_data.rows("cognition_horloge_sunderland")}
