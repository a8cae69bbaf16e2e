"""Readings of a person whose levels are known: what each profile promises, what an author may write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import tension as clinical
from asalee_training.simulation import automesure, instruments, mesures_tension, patient, tension
from asalee_training.simulation.champs import CHAMPS
from tests.simulation.tensions_tirees import SEEDS, drawn

#: profile: grade at the office, class at home, what the two together say, fall on standing
PROMIS = {
    "normale": (0, "normale", "normale", False),
    "hta_grade_1": (1, "elevee", "permanente", False),
    "hta_grade_2": (2, "elevee", "permanente", False),
    "blouse_blanche": (1, "normale", "blouse_blanche", False),
    "masquee": (0, "elevee", "masquee", False),
    "orthostatique": (1, "elevee", "permanente", True),
    "severe": (3, "elevee", "permanente", False),
    "severe_symptomes": (3, "elevee", "permanente", False),
    "bras_differents": (1, "elevee", "permanente", False),
}


def test_every_profile_is_promised_something():
    assert set(PROMIS) == set(tension.PROFILS)


@pytest.mark.parametrize("profil", PROMIS)
def test_a_profile_reads_as_it_says_and_never_near_a_limit(profil):
    grade, home, together, falls = PROMIS[profil]
    for seed in SEEDS:
        found = drawn(profil, seed)
        office = found["mesures_cabinet"]
        arm = clinical.bras_de_reference(office["droit"][0][0], office["gauche"][0][0])
        highest = office[arm.cote]
        for last in range(3, len(highest) + 1):
            mean = clinical.moyenne_cabinet([reading[:2] for reading in highest[:last]])
            assert clinical.grade_cabinet(mean.pas_mmhg, mean.pad_mmhg) == grade
            assert min(abs(mean.pas_mmhg - level) for level in (140, 160, 180)) >= 4
            assert min(abs(mean.pad_mmhg - level) for level in (90, 100, 110)) >= 3
        sheet = automesure.lire(found["automesure"])
        assert sheet.classe == home
        assert abs(sheet.pas_mmhg - 135) >= 3
        assert abs(sheet.pad_mmhg - 85) >= 2
        mean = mesures_tension.moyenne_cabinet(office)
        both = clinical.conclusion(
            mean.pas_mmhg, mean.pad_mmhg, sheet.pas_mmhg, sheet.pad_mmhg, "automesure", found["antihypertenseur"]
        )
        assert both.profil == together
        assert (arm.lecture == "a_explorer") == (profil == "bras_differents")
        assert abs(arm.ecart_mmhg - 20) >= 3
        assert (arm.cote == "droit") == (found["ecart_bras_mmhg"] > 0), "what is read is what the person has"
        test = mesures_tension.lever(found["mesures_orthostatiques"])
        assert test.positive == falls
        assert min(abs(fall - 20) for fall in (test.baisse_pas_1, test.baisse_pas_3)) >= 3
        assert min(abs(fall - 10) for fall in (test.baisse_pad_1, test.baisse_pad_3)) >= 2
        assert test.baisse_pas_1 == found["chute_orthostatique_mmhg"]
        assert bool(found["plaintes_tension"]) == (profil == "severe_symptomes")


def test_the_first_reading_is_the_highest_and_arms_compare_at_every_rank():
    for seed in SEEDS:
        found = drawn("hta_grade_1", seed)
        right, left = (found["mesures_cabinet"][cote] for cote in ("droit", "gauche"))
        for readings in (right, left):
            assert readings[0][0] > readings[1][0] > max(r[0] for r in readings[2:]) - 4
            assert readings[0][0] - readings[2][0] >= 5, "whoever keeps the first reading is misled"
        assert all((r[0] > g[0]) == (found["ecart_bras_mmhg"] > 0) for r, g in zip(right, left, strict=True))


def test_the_orthostatic_profile_is_positive_at_one_minute_only():
    for seed in SEEDS:
        test = mesures_tension.lever(drawn("orthostatique", seed)["mesures_orthostatiques"])
        assert test.baisse_pas_1 >= 20 > test.baisse_pas_3
        assert max(test.baisse_pad_1, test.baisse_pad_3) < 10
        assert test.hausse_faible == (test.hausse_pouls < 15)


def test_both_kinds_of_pulse_and_both_sexes_of_malaise_are_drawn():
    tests = [drawn("orthostatique", seed) for seed in SEEDS]
    assert {found["malaise_debout"] for found in tests} == {True, False}
    assert {mesures_tension.lever(found["mesures_orthostatiques"]).hausse_faible for found in tests} == {True, False}
    assert {found["malaise_debout"] for found in (drawn("normale", seed) for seed in SEEDS)} == {False}


@pytest.mark.parametrize("regle", ["3-3-3", "2-2-3"])
@pytest.mark.parametrize(
    ("defaut", "motifs", "rond"),
    [
        ("aucun", set(), False),
        ("oublis", set(), False),
        ("incomplet", {"trop_peu_de_mesures"}, False),
        ("sans_soir", {"trop_peu_de_mesures", "un_seul_moment"}, False),
        ("sans_matin", {"trop_peu_de_mesures", "un_seul_moment"}, False),
        ("poignet", {"appareil_de_poignet"}, False),
        ("chiffres_ronds", set(), True),
    ],
)
def test_a_planted_fault_makes_the_sheet_what_it_should_be(regle, defaut, motifs, rond):
    for seed in SEEDS[:30]:
        found = drawn("blouse_blanche", seed, automesure_regle=regle, automesure_defaut=defaut)
        sheet = automesure.lire(found["automesure"])
        assert found["automesure"]["regle"] == regle
        assert set(sheet.motifs) == motifs
        assert sheet.chiffres_ronds == rond
        assert (sheet.nombre < sheet.attendues) == (defaut in ("oublis", "incomplet", "sans_soir", "sans_matin"))


def test_every_planted_fault_can_be_drawn_from_every_profile():
    for profil in tension.PROFILS:
        for defaut in automesure.DEFAUTS:
            for regle in ("3-3-3", "2-2-3"):
                assert drawn(profil, b"z", automesure_regle=regle, automesure_defaut=defaut)


def test_people_of_the_population_have_readings_too():
    for seed in SEEDS[:20]:
        person = drawn("hta_grade_1", seed)
        levels = {nom: person[nom] for nom in CHAMPS if nom in person and CHAMPS[nom].genre == "entier"}
        found = mesures_tension.tirer(levels, b"autre graine")
        assert all(CHAMPS[nom].refuse(nom, value) == "" for nom, value in found.items())


@given(
    st.fixed_dictionaries(
        {
            "pas_habituelle_mmhg": st.integers(90, 215),
            "pad_habituelle_mmhg": st.integers(44, 135),
            "effet_cabinet_mmhg": st.integers(-25, 40),
            "ecart_bras_mmhg": st.integers(-35, 35),
            "chute_orthostatique_mmhg": st.integers(-15, 60),
            "chute_orthostatique_pad_mmhg": st.integers(-14, 28),
            "pouls_min": st.integers(40, 130),
        }
    ).filter(lambda p: p["pad_habituelle_mmhg"] <= p["pas_habituelle_mmhg"] - 20)
)
def test_any_levels_of_the_population_give_readings_that_a_device_may_show(levels):
    found = mesures_tension.tirer(levels, b"graine")
    assert all(CHAMPS[nom].refuse(nom, value) == "" for nom, value in found.items() if nom != "automesure")


@pytest.mark.parametrize(
    ("laws", "said"),
    [
        ({"mesures_cabinet": {"droit": [[150, 90, 70]] * 3}}, "n’a pas la forme"),
        ({"mesures_cabinet": {"droit": [[150, 90, 70]] * 2, "gauche": [[150, 90, 70]] * 3}}, "de 3 à 6 mesures"),
        ({"mesures_cabinet": {"droit": [[90, 150, 70]] * 3, "gauche": [[150, 90, 70]] * 3}}, "inversées"),
        ({"mesures_cabinet": {"droit": [[150, 90]] * 3, "gauche": [[150, 90, 70]] * 3}}, "pouls"),
        ({"mesures_orthostatiques": {"assis": [150, 90, 70], "couche": [150, 90, 70], "debout": []}}, "minutes"),
        ({"automesure": {"regle": "3-3-3", "appareil": "bras", "matin": [], "soir": []}}, "3 jours de 3 mesures"),
        ({"automesure": {"regle": "4-4", "appareil": "bras", "matin": [], "soir": []}}, "n’est pas connu"),
        ({"automesure": {"regle": "2-2-3"}}, "Écrivez regle"),
        ({"plaintes_tension": ["migraine"]}, "n’est pas connu"),
        ({"plaintes_tension": "vision"}, "Écrivez une liste"),
        ({"tension": {"profil": "normale"}, "pas_habituelle_mmhg": 150}, "déjà donné par le profil"),
        ({"tour_bras_cm": 0.38}, "de 20 à 46"),
    ],
)
def test_what_an_author_writes_wrong_is_said_in_french(laws, said):
    assert said in " ".join(patient.check(laws))


def test_a_sheet_shows_its_rule_its_device_and_what_is_asked_of_it():
    person = drawn("blouse_blanche", automesure_defaut="oublis")
    seen = instruments.record("releve_automesure", {}, person)
    assert seen == person["automesure"]
    short = instruments.record("releve_automesure", {"moments": ["soir"], "pouls": False, "appareil": False}, person)
    assert set(short) == {"regle", "soir"}
    assert {len(reading) for day in short["soir"] for reading in day if reading} == {2}
