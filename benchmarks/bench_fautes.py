"""Simulated blows against the analyser: the thirteen faults on 40 persons each, 200 sound blows, VEMS, CVF and DEP.

Run from the project: ``.venv/bin/python benchmarks/bench_fautes.py``. Exit status 1 when a fault is found less often
than the tests ask, a sound blow is flagged, or a measure is 1 % or more away from what was asked. A visual fault passes
every numeric criterion, by construction: only the operator's eye finds it. A slow start is drawn here at its mildest; a
session makes it slower until its back-extrapolated volume is clearly too large.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from asalee_training.exercises.seance_spirometrie.mots import NOMS
from asalee_training.simulation.manoeuvres import BONNE, FAUTES, VISUELLES
from asalee_training.simulation.serie_spirometrie import CONSEQUENCES
from asalee_training.simulation.spirogramme import RISE_S
from tests.simulation.fautes_spirometrie import BONS, SUJETS, VUES, critere, indices, signale, souffle
from tests.simulation.personnes_spirometrie import personne, poumons

ECART_MAX_PCT = 1.0
LIGNE = "{:<28}{:<24}{:>8}{:>8}{:>8}{:>11}  {}"


def main() -> int:
    """Print the table, then what sound blows give."""
    start = time.perf_counter()
    print(f"Les treize fautes, {len(SUJETS)} personnes chacune ; effet médian sur ce que l’appareil imprime.")
    print(LIGNE.format("faute", "ce qui la montre", "vue", "VEMS", "CVF", "VRE (mL)", "ce qu’ils valent : VEMS ; CVF"))
    lost = sum([_fault(faute) for faute in FAUTES])
    flagged = sum(signale(rang) for rang in BONS)
    print(f"{len(BONS)} bons souffles : {flagged} signalé(s) à tort.")
    worst = {mesure: max(_gap_pct(rang, mesure) for rang in BONS) for mesure in ("vems_l", "cvf_l", "dep_l_s")}
    shown = ", ".join(f"{mesure.split('_')[0].upper()} {_french(gap, 2)} %" for mesure, gap in worst.items())
    print(f"Écart le plus grand avec ce qui était demandé, {len(BONS)} personnes : {shown} (limite 1 %).")
    print(f"{_french(time.perf_counter() - start, 1)} s")
    return 1 if lost or flagged or max(worst.values()) >= ECART_MAX_PCT else 0


def _fault(faute: str) -> bool:
    """Print the line of a fault; whether it is found less often than it should."""
    if faute in VISUELLES:
        sign, least = "l’œil seul", len(SUJETS)
        seen = sum((critere(r, faute).vems, indices(r, faute).observations) == ("acceptable", ()) for r in SUJETS)
        count = "–"
    else:
        sign, least = VUES[faute].nom, VUES[faute].au_moins
        seen = sum(bool(VUES[faute].vu(rang, faute)) for rang in SUJETS)
        count = f"{seen}/{len(SUJETS)}"
    blows = [(souffle(rang, faute)[1], personne(rang)) for rang in SUJETS]
    vems = statistics.median(100 * ((m.vems_l or 0) / who["vems_l"] - 1) for m, who in blows)
    cvf = statistics.median(100 * (m.cvf_l / who["cvf_l"] - 1) for m, who in blows)
    vre = statistics.median(1000 * m.vre_l for m, _ in blows)
    states = " ; ".join(CONSEQUENCES[faute])
    print(LIGNE.format(NOMS[faute], sign, count, f"{vems:+.0f} %", f"{cvf:+.0f} %", f"{vre:.0f}", states))
    return seen < least


def _gap_pct(rang: int, mesure: str) -> float:
    """How far a measure of a sound blow is from what was asked, in percent."""
    asked = poumons(rang).pointe()[1] if mesure == "dep_l_s" else personne(rang)[mesure]
    return abs(100 * (getattr(souffle(rang, BONNE, RISE_S)[1], mesure) / asked - 1))


def _french(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".replace(".", ",")


if __name__ == "__main__":
    sys.exit(main())
