"""Clock drawings: each error breaks what it names, and the pencil keeps the geometry it is given."""

import json
import math

import pytest

from asalee_training.clinical import cognition
from asalee_training.simulation import encre, horloges

SEEDS = [index.to_bytes(2, "big") for index in range(60)]
DOUZE = ("chiffres_presents", "ordre", "position")
SANS_DEUX = ("deux_aiguilles", "aiguille_heure", "aiguille_minute", "tailles")
#: error: criteria of the scoring out of 7 that it loses.
MANQUES = {
    "chiffre_manquant": DOUZE,
    "chiffres_manquants": DOUZE,
    "chiffre_double": DOUZE,
    "perseveration": DOUZE,
    "chiffres_tasses": ("position",),
    "mal_espaces": ("position",),
    "chiffres_inverses": ("ordre", "position"),
    "antihoraire": ("ordre", "position"),
    "sans_aiguilles": SANS_DEUX,
    "heure_ecrite": SANS_DEUX,
    "une_aiguille": SANS_DEUX,
    "aiguilles_interverties": ("aiguille_heure", "aiguille_minute"),
    "memes_longueurs": ("tailles",),
    "minute_fausse": ("aiguille_minute",),
    "heure_fausse": ("aiguille_heure",),
    "lie_au_stimulus": ("aiguille_minute",),
    "cercle_ouvert": (),
    "tremblement": (),
}


def drawable():
    return [(h, e) for h in horloges.HEURES for e in horloges.ERREURS if not horloges.refus(h, [e])]


def test_every_error_is_described_here():
    assert set(MANQUES) == set(horloges.ERREURS)


@pytest.mark.parametrize(("heure", "erreur"), drawable())
def test_an_error_loses_its_criteria_and_never_on_the_edge_of_the_tolerance(heure, erreur):
    for seed in SEEDS:
        dessin = horloges.dessiner(heure, [erreur], seed)
        assert set(horloges.manques(dessin)) == set(MANQUES[erreur])
        for gap in (-1, 1):
            turned = [[nombre, angle + gap] for nombre, angle in dessin["chiffres"]]
            hands = [[length, angle + gap] for length, angle in dessin["aiguilles"]]
            nudged = {"heure": heure, "chiffres": turned, "aiguilles": hands}
            assert set(horloges.manques(nudged)) == set(MANQUES[erreur])


def test_numbers_and_hands_may_be_wrong_together():
    dessin = horloges.dessiner("11:10", ["mal_espaces", "aiguilles_interverties", "tremblement"], b"x")
    lu = cognition.horloge_depuis_dessin(**dessin)
    assert (lu.score, lu.minicog, lu.codex_normale, lu.gpcog["aiguilles"]) == (4, 2, False, True)


def test_the_hand_that_is_bound_to_the_stimulus_points_to_the_number_that_was_heard():
    for heure, number in (("11:10", 10), ("10:15", 1), ("03:25", 2)):
        (_, _), (_, angle) = horloges.dessiner(heure, ["lie_au_stimulus"], b"x")["aiguilles"]
        assert abs(angle - 30 * number) <= 5


@pytest.mark.parametrize(
    ("heure", "erreurs", "words"),
    [
        ("11:10", ["antihorair"], "antihoraire"),
        ("11:10", ["antihoraire", "perseveration"], "gardez-en une"),
        ("11:10", ["une_aiguille", "memes_longueurs"], "gardez-en une"),
        ("12:00", [], "celles du test"),
        ("15:40", ["lie_au_stimulus"], "l’une sur l’autre"),
    ],
)
def test_a_clock_that_cannot_be_drawn_is_refused_in_french(heure, erreurs, words):
    assert words in " ".join(horloges.refus(heure, erreurs))
    with pytest.raises(ValueError, match=r"\w"):
        horloges.dessiner(heure, erreurs, b"x")


def angle_of(x, y):
    return math.degrees(math.atan2(x - encre.CENTRE, encre.CENTRE - y)) % 360


def gap(a, b):
    return abs((a - b + 180) % 360 - 180)


@pytest.mark.parametrize("erreur", horloges.ERREURS)
def test_strokes_lie_where_the_geometry_says(erreur):
    for seed in SEEDS[:8]:
        dessin = horloges.dessiner("11:10", [erreur], seed)
        ink = encre.tracer(dessin, seed, "ferme", tremblement=3.6)
        assert ink == encre.tracer(dessin, seed, "ferme", tremblement=3.6)
        assert len(json.dumps(ink)) < 6000
        for (_, angle), strokes in zip(dessin["chiffres"], ink["chiffres"], strict=True):
            points = [p for stroke in strokes for p in encre.points(stroke)]
            xs, ys = [x for x, _ in points], [y for _, y in points]
            middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
            assert gap(angle_of(*middle), angle) <= 4
            assert 0.75 < math.dist(middle, (320, 320)) / encre.RAYON < 0.98
        for (length, angle), strokes in zip(dessin["aiguilles"], ink["aiguilles"], strict=True):
            tip = encre.points(strokes[0])[-1]
            assert gap(angle_of(*tip), angle) <= 4
            assert math.dist(tip, (320, 320)) / encre.RAYON == pytest.approx(length, abs=0.04)
        for x, y in (p for group in ink["chiffres"] for stroke in group for p in encre.points(stroke)):
            assert -30 < x < 670
            assert -30 < y < 670


def test_a_closed_circle_comes_back_to_its_start_and_an_open_one_does_not():
    for seed in SEEDS[:20]:
        dessin = horloges.dessiner("11:10", [], seed)
        ends = {}
        for cercle in ("ferme", "ouvert"):
            (rim,) = encre.tracer(dessin, seed, cercle)["cercle"]
            path = encre.points(rim)
            ends[cercle] = min(math.dist(p, path[-1]) for p in path[:12])
        assert ends["ferme"] < 15
        assert ends["ouvert"] > 180
        assert encre.tracer(dessin, seed)["cercle"] == []


def test_a_trembling_hand_strays_more():
    dessin = horloges.dessiner("11:10", [], b"x")

    def strays(tremblement):
        path = encre.points(encre.tracer(dessin, b"x", tremblement=tremblement)["aiguilles"][1][0])
        (x0, y0), (x1, y1) = path[0], path[-1]
        size = math.dist(path[0], path[-1])
        return max(abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / size for x, y in path)

    assert strays(1) < 9
    assert strays(4) > 1.5 * strays(1)


def test_the_time_written_in_figures_is_drawn_inside():
    ink = encre.tracer(horloges.dessiner("11:10", ["heure_ecrite"], b"x"), b"x", ecrit="11:10")
    assert ink["aiguilles"] == []
    points = [p for stroke in ink["ecrit"] for p in encre.points(stroke)]
    assert max(math.dist(p, (320, 320)) for p in points) < 0.7 * encre.RAYON
