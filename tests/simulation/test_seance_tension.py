"""What a hand obtains, careful or not, and what the person answers."""

import json

import pytest

from asalee_training.simulation import seance_tension, tension
from tests.simulation.tensions_tirees import SEEDS, drawn


@pytest.mark.parametrize("acte", seance_tension.ACTES)
@pytest.mark.parametrize("profil", tension.PROFILS)
def test_a_recording_is_small_repeatable_and_names_no_conclusion(acte, profil):
    for seed in SEEDS[:8]:
        person = drawn(profil, seed)
        seen = seance_tension.record(person, acte)
        text = json.dumps(seen, ensure_ascii=False)

        assert json.loads(text) == seen
        assert seance_tension.record(person, acte) == seen
        assert len(text) < 2500
        for word in ("grade", "severe", "positive", "blouse", "masqu", "juste", "attendu", "profil", "seuil", "faute"):
            assert word not in text.casefold()
        for seuil in (135, 85):
            assert seuil not in seen["effets"].values()


def play(seance, *gestes):
    """Readings of gestures written as (name, field, value, …)."""
    return seance_tension.relever(
        seance, [{"g": nom, **dict(zip(rest[::2], rest[1::2], strict=True))} for nom, *rest in gestes]
    )


CAREFUL = (
    ("installer", "point", "dos", "etat", "appuye"),
    ("installer", "point", "jambes", "etat", "a_plat"),
    ("installer", "point", "bras", "etat", "soutenu"),
    ("installer", "point", "manche", "etat", "nu"),
    ("installer", "point", "parole", "etat", "silence"),
)


def office(**laws):
    person = drawn("hta_grade_1", b"o", tour_bras_cm=30, **laws)
    return person, seance_tension.record(person, "cabinet")


START = (("brassard", "taille", "M"), ("bras", "cote", "gauche"), ("attendre", "minutes", 5))


def test_a_careful_hand_reads_the_patient_s_own_fields():
    person, seance = office()
    found = play(seance, *CAREFUL, *START, *[("mesurer",)] * 8, ("bras", "cote", "droit"), ("mesurer",))
    left, right = person["mesures_cabinet"]["gauche"], person["mesures_cabinet"]["droit"]
    shown = [[x.pas, x.pad, x.pouls] for x in found]
    assert shown == [*left, left[-1], left[-1], right[0]]
    assert [x.delai for x in found[:2]] == [None, 0]


@pytest.mark.parametrize(
    ("fault", "added"),
    [
        (("installer", "point", "dos", "etat", "decolle"), (5, 4)),
        (("installer", "point", "jambes", "etat", "croisees"), (5, 2)),
        (("installer", "point", "bras", "etat", "pendant"), (7, 4)),
        (("installer", "point", "bras", "etat", "cuisse"), (4, 4)),
        (("installer", "point", "manche", "etat", "baissee"), (6, 3)),
        (("installer", "point", "parole", "etat", "parle"), (10, 6)),
        (("brassard", "taille", "S"), (8, 3)),
        (("brassard", "taille", "L"), (-4, -1)),
        (("toilettes",), (8, 4)),  # back from a walk: the rest is to be taken again
    ],
)
def test_what_was_badly_prepared_is_added_and_misleads(fault, added):
    person, seance = office()
    (found,) = play(seance, *CAREFUL, *START, fault, ("mesurer",))
    careful = person["mesures_cabinet"]["gauche"][0]
    assert (found.pas - careful[0], found.pad - careful[1]) == added


def test_a_full_bladder_and_a_coffee_add_until_they_are_seen_to():
    person, seance = office(vessie_pleine=True, cafe_tabac_min=10)
    careful = person["mesures_cabinet"]["gauche"][0]
    (early,) = play(seance, *CAREFUL, *START, ("mesurer",))
    assert (early.pas - careful[0], early.pad - careful[1]) == (5 + 6, 3 + 4)
    (late,) = play(seance, ("toilettes",), *CAREFUL, *START, ("attendre", "minutes", 30), ("mesurer",))
    assert (late.pas, late.pad) == tuple(careful[:2])


@pytest.mark.parametrize(
    ("tour", "sizes"),
    [(22, (0, -4, -8)), (26, (0, -4, -8)), (27, (8, 0, -4)), (34, (8, 0, -4)), (35, (15, 8, 0)), (46, (15, 8, 0))],
)
def test_a_cuff_too_small_reads_high_and_too_large_reads_low(tour, sizes):
    effects = seance_tension.record(drawn("normale", tour_bras_cm=tour), "cabinet")["effets"]["brassard"]
    assert tuple(effects[size][0] for size in "SML") == sizes


def test_rest_wears_agitation_off_minute_by_minute():
    _, seance = office()
    shown = [
        play(seance, *CAREFUL, ("brassard", "taille", "M"), ("bras", "cote", "gauche"), *[("attendre", "minutes", 1)] * n, ("mesurer",))[0].pas
        for n in range(7)
    ]  # fmt: skip
    assert shown == sorted(shown, reverse=True)
    assert shown[5] == shown[6] < shown[4]


STANDING = (
    ("brassard", "taille", "M"),
    ("bras", "cote", "droit"),
    ("installer", "point", "manche", "etat", "nu"),
    ("installer", "point", "parole", "etat", "silence"),
)


def test_lying_then_standing_minute_by_minute():
    person = drawn("orthostatique", b"s", tour_bras_cm=30)
    seance = seance_tension.record(person, "orthostatisme")
    found = play(
        seance, *STANDING, ("position", "etat", "couche"), ("attendre", "minutes", 5), ("mesurer",),
        ("position", "etat", "debout"), ("installer", "point", "bras", "etat", "soutenu"), ("mesurer",),
        ("attendre", "minutes", 1), ("mesurer",), ("attendre", "minutes", 2), ("mesurer",),
    )  # fmt: skip
    own = person["mesures_orthostatiques"]
    wanted = [own["couche"], own["debout"][0], own["debout"][1], own["debout"][3]]
    lower = seance["effets"]["cote"]["droit"]
    assert [[x.pas - lower[0], x.pad - lower[1], x.pouls] for x in found] == wanted
    assert [x.minutes for x in found] == [5, 0, 1, 3]


def test_a_hanging_arm_or_a_lying_time_cut_short_hides_the_fall():
    person = drawn("orthostatique", b"s", tour_bras_cm=30)
    seance = seance_tension.record(person, "orthostatisme")

    def fall(minutes, *before_standing):
        start, up = play(
            seance, *STANDING, ("position", "etat", "couche"), ("attendre", "minutes", minutes), ("mesurer",),
            ("position", "etat", "debout"), *before_standing, ("attendre", "minutes", 1), ("mesurer",),
        )  # fmt: skip
        return start.pas - up.pas

    supported = ("installer", "point", "bras", "etat", "soutenu")
    assert fall(5, supported) == person["chute_orthostatique_mmhg"]
    assert fall(5) == person["chute_orthostatique_mmhg"] - 7
    assert fall(1, supported) == person["chute_orthostatique_mmhg"] - 8


def test_nothing_is_read_without_a_cuff_on_an_arm():
    _, seance = office()
    with pytest.raises(ValueError, match="cuff"):
        play(seance, ("mesurer",))


def test_a_person_answers_what_is_asked_when_it_is_asked():
    faint = seance_tension.record(drawn("orthostatique", malaise_debout=True), "orthostatisme")["reponses"]
    assert "tourne" in faint["symptomes"]["debout"][1]
    assert "tourne" not in faint["symptomes"]["debout"][3]
    ill = seance_tension.record(drawn("severe_symptomes") | {"plaintes_tension": ["vision"]}, "cabinet")
    assert "trouble" in ill["reponses"]["symptomes"]["assis"]
    coffee = seance_tension.record(drawn("normale", cafe_tabac_min=15), "cabinet")
    assert "15 minutes" in coffee["reponses"]["tabac_cafe"]
    assert coffee["cafe_tabac_encore_min"] == 15
