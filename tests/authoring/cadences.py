"""Rates by which what is met in a lesson becomes minutes: for somebody quick, somebody in the middle, somebody slow.

Each is (quick, middle, slow) and says where it comes from. « Convention »: nothing published was found that fits; a real
trainee corrects it: the trainer's page shows the minutes really spent.
"""

from __future__ import annotations

from typing import NamedTuple


class Cadence(NamedTuple):
    """One rate for three persons."""

    vive: float
    moyenne: float
    lente: float


#: Words a minute, when one reads to learn. Silent reading of non-fiction in English: 238, most adults 175 to 300 (Brysbaert 2019,
#: JML 109:104047). Reading to learn: 200, to remember: 138 (Carver 1990, read in secondary pages; Brysbaert finds no such gears).
#: French takes about a tenth more words than English for the same text (from memory). Aloud, 17 languages: 184 ± 29 (IReST,
#: Trauzettel-Klosinski & Dietz 2012); slower with age (Lamoureux 2023: 195 from sixty on, where the young standard is 236).
LECTURE = Cadence(238, 180, 138)
#: Words a minute, in the line by line correction of an act that went well: it is skimmed (Carver: 450, in English).
SURVOL = Cadence(450, 380, 180)
#: Seconds to choose once all is read. A question of a nursing examination takes a minute, reading included (Moran 2025, 772 items,
#: 14 728 students); five certifications, 55 to 69 s (Higgins, rasch.org). Ours are read in half a minute by a middle reader.
CHOIX = Cadence(10, 30, 45)
#: Several ticks: a decision by option (convention: half as long again). A calculation takes longer (Moran 2025, no number): convention.
CHOIX_MULTIPLE = Cadence(15, 45, 70)
NOMBRE = Cadence(45, 110, 180)
ZONES = Cadence(30, 60, 120)
#: Seconds a gesture: think 1.35, point 1.1, press 0.2 (keystroke-level model, Card, Moran & Newell 1980); times 1.7 past fifty
#: (ratio of the cycle times of Jastrzembski & Charness 2007, from memory); twice that for a newcomer (convention).
GESTE = Cadence(2.65, 4.5, 9.0)
#: Seconds a key: 0.28 for who types forty words a minute, 0.5 letter by letter, 1.2 for who does not know the keyboard (same model).
TOUCHE = Cadence(0.28, 0.5, 1.2)
#: Seconds to look at a still figure, at a drawing that has just moved, to scroll and find one's line (convention).
FIGURE = Cadence(10, 20, 40)
DESSIN = Cadence(3, 6, 12)
ECRAN = Cadence(1, 2, 4)
#: How many times an act is done: a first time with faults, her correction read, is often done again (convention).
SEANCES = Cadence(1.0, 1.5, 2.0)
