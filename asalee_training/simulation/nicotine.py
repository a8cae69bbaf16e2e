"""Nicotine over a day, by cigarettes or by patch, against what the receptors ask for: a schema, no dose for anybody.

One compartment with a half-life: a cigarette brings 1 mg at once, an oral form 1 mg in half an hour, a patch its dose
evenly over a day. Levels are shares of the person's usual one, the mean of a day when she smokes. The demand is a share
of it too, with four bumps: the first coffee, the break, after lunch, the evening.
Sources: half-life of about 2 h and demand, general knowledge, to be verified (à vérifier); 1 mg a cigarette: usage of
French practice, see ``clinical.tabac.nicotine_depart_mg``.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from asalee_training.clinical import tabac

DEMI_VIE_H = 2.0
LEVER_H, COUCHER_H = 7.0, 23.0
#: Share of the usual level under which receptors ask, and what a difficult moment adds to it.
DEMANDE, BOSSE = 0.5, 0.28
MOMENTS_H = (("café", 8.0), ("pause", 10.5), ("après manger", 13.5), ("soirée", 20.5))
#: An oral form is taken ahead of a difficult moment, and brings 1 mg in half an hour.
AVANCE_H, DUREE_ORALE_H, ORALE_MG = 0.5, 0.5, 1.0
#: Patches of the day, in mg over 24 h; with « cigarettes » she smokes as usual.
TIMBRES = {"cigarettes": 0, "aucun": 0, "petit": 7, "grand": 21, "deux": 35}

_PAS_H = 1 / 60
_PERTE = math.log(2) / DEMI_VIE_H


@dataclass(frozen=True)
class Journee:
    """Level and demand every minute from waking to bed, as shares of the usual level; hours spent under the demand."""

    heures: tuple[float, ...]
    niveau: tuple[float, ...]
    demande: tuple[float, ...]
    manque_h: float

    def a(self, heure: float) -> tuple[float, float]:
        """Level and demand at an hour of the day."""
        k = round((heure - LEVER_H) / _PAS_H)
        return self.niveau[k], self.demande[k]


@lru_cache(maxsize=64)
def journee(cigarettes_jour: int, timbre: str, orales: bool) -> Journee:
    """A day of who smokes or smoked ``cigarettes_jour`` (5-40), with ``timbre`` (a key of ``TIMBRES``) and oral forms or not.

    A patch has been worn for days and is kept at night; without one, she smoked until the evening before.
    """
    fume = timbre == "cigarettes"
    mg = tabac.nicotine_depart_mg(cigarettes_jour)
    veille = COUCHER_H - LEVER_H
    habituel = mg / veille / _PERTE  # mg in the body, on average, while she smokes
    fond = TIMBRES[timbre] / 24 / _PERTE / habituel
    prises = {round((0.25 + k * veille / cigarettes_jour) / _PAS_H) for k in range(cigarettes_jour)} if fume else set()
    # what the smoke of the evening before has left after the night
    reste = math.exp(-_PERTE * (24 - veille)) if not TIMBRES[timbre] else 0.0
    heures, niveau, demande = [], [], []
    for k in range(round(veille / _PAS_H) + 1):
        heure = LEVER_H + k * _PAS_H
        reste *= math.exp(-_PERTE * _PAS_H)
        if k in prises:
            reste += mg / cigarettes_jour / habituel
        if orales and any(0 < moment - heure <= AVANCE_H for _, moment in MOMENTS_H):
            reste += ORALE_MG / DUREE_ORALE_H * _PAS_H / habituel
        heures.append(heure)
        niveau.append(reste + fond)
        demande.append(DEMANDE + BOSSE * _bosse(heure))
    manque = sum(n < d for n, d in zip(niveau, demande, strict=True)) * _PAS_H
    return Journee(tuple(heures), tuple(niveau), tuple(demande), manque)


def _bosse(heure: float) -> float:
    """From 0 to 1 and back around each difficult moment."""
    return max(math.exp(-(((heure - moment) / 0.25) ** 2)) for _, moment in MOMENTS_H)
