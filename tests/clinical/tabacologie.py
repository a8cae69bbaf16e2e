"""The tobacco instruments as published, and how their tests read them."""

import math

from tests.clinical.vecteurs import document

INSTRUMENTS = document("tobacco_instruments.json")
NOT_A_NUMBER = [None, True, math.nan, math.inf, "5"]


def plain(text):
    return text.replace("\u202f", " ").replace("\u00a0", " ").replace("’", "'")
