"""Three schemas behind the maquettes on breath and tobacco: what each must always show."""

import itertools
import math

import pytest

from asalee_training.clinical.spirometrie import gli
from asalee_training.simulation import declin_vems, nicotine, vidange

RYTHMES = (10, 12, 18, 24, 30, 36)


def test_air_is_trapped_when_bronchi_are_narrow_and_breathing_is_fast():
    libres, genees = ([vidange.respirer(b, r).coince_l for r in RYTHMES] for b in ("libres", "genees"))
    assert libres == sorted(libres)
    assert genees == sorted(genees)
    assert max(libres) < 0.1 < min(genees[1:])
    assert genees[-1] > 0.8


def test_what_is_trapped_settles_where_one_compartment_says():
    # each breath out multiplies what is above rest by q; settled: v = (v + VT)·q
    for rythme in RYTHMES:
        q = math.exp(-0.6 * 60 / rythme / vidange.CONSTANTES_S["genees"])
        expected = vidange.COURANT_L * q / (1 - q)
        assert vidange.respirer("genees", rythme).coince_l == pytest.approx(expected, abs=0.05)


def test_lungs_never_hold_more_than_their_room():
    for bronches in vidange.CONSTANTES_S:
        for rythme in (*RYTHMES, 40):
            trace = vidange.respirer(bronches, rythme)
            assert all(-1e-9 <= litres <= vidange.PLACE_L + 1e-9 for _, litres in trace.points)
            assert trace.place_l >= trace.entre_l - 1e-9
            assert [s for s, _ in trace.points] == sorted(s for s, _ in trace.points)


def test_rest_is_the_same_before_any_effort():
    def repos(rythme):
        return [p for p in vidange.respirer("genees", rythme).points if p[0] < vidange.REPOS_S]

    assert repos(10) == repos(36)


def test_without_tobacco_the_vems_is_the_median_of_gli():
    mediane = [gli.reference("vems", "femme", age, 162).m for age in (25, 60)]
    assert declin_vems.part_sans_tabac(60) == pytest.approx(mediane[1] / mediane[0])


def test_stopping_gives_nothing_back_and_keeps_what_is_left():
    ages = range(declin_vems.DEBUT, declin_vems.FIN + 1)
    for arret in range(30, 80, 5):
        part = [declin_vems.part(age, arret) for age in ages]
        assert all(a > b for a, b in itertools.pairwise(part)), "never a gain"
        apres = declin_vems.part(arret, arret) - declin_vems.part(80, arret)
        assert apres == pytest.approx(declin_vems.part_sans_tabac(arret) - declin_vems.part_sans_tabac(80), abs=1e-9)
        assert declin_vems.part(80, arret) > declin_vems.part(80, declin_vems.FIN)
    finals = [declin_vems.part(80, arret) for arret in range(30, 85, 5)]
    assert finals == sorted(finals, reverse=True), "the sooner, the more is kept"


def test_even_a_late_stop_puts_off_everyday_breathlessness():
    toujours = declin_vems.age_de_gene(declin_vems.FIN)
    assert 65 <= toujours <= 80
    assert declin_vems.age_de_gene(70) > toujours
    assert declin_vems.age_de_gene(45) is None
    assert declin_vems.age_du_meme_souffle(75, 45) < 65
    assert declin_vems.age_du_meme_souffle(60, 80) == 60


def test_smoking_day_averages_the_usual_level_once_settled():
    jour = nicotine.journee(20, "cigarettes", orales=False)
    tard = [n for h, n in zip(jour.heures, jour.niveau, strict=True) if h >= 16]
    assert sum(tard) / len(tard) == pytest.approx(1, abs=0.06)
    assert jour.a(7.1)[0] < 0.1 < jour.a(7.1)[1], "the night has emptied it: the first cigarette"


def test_one_half_life_halves_what_is_left():
    jour = nicotine.journee(20, "aucun", orales=False)
    assert jour.a(9.0)[0] == pytest.approx(jour.a(7.0)[0] / 2, rel=1e-3)


def test_a_small_patch_leaves_her_wanting_all_day_and_the_right_one_but_for_the_moments():
    assert nicotine.journee(20, "petit", orales=False).manque_h == pytest.approx(16, abs=0.1)
    grand = nicotine.journee(20, "grand", orales=False)
    assert 0.5 < grand.manque_h < 2
    creux = [h for h, n, d in zip(grand.heures, grand.niveau, grand.demande, strict=True) if n < d]
    assert all(min(abs(h - moment) for _, moment in nicotine.MOMENTS_H) < 0.5 for h in creux)
    assert nicotine.journee(20, "grand", orales=True).manque_h < 0.1
    assert nicotine.journee(40, "grand", orales=False).manque_h > 15, "the same patch, twice the cigarettes"
    assert nicotine.journee(40, "deux", orales=True).manque_h < 1
