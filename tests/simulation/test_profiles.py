"""What each profile promises, on many drawn patients; the clinical functions are the judges."""

import pytest

from asalee_training.clinical import cognition, pied, spirometrie
from asalee_training.simulation import patient
from asalee_training.simulation.cognition import ERREURS

SEEDS = [index.to_bytes(2, "big") for index in range(400)]
PERSON = {
    "sexe": {"parmi": ["femme", "homme"]},
    "age": {"entre": [45, 85]},
    "taille_cm": {"entre": [150, 188]},
}
MOTIFS = {
    "normal": "normale",
    "obstructif_leger": "obstruction",
    "obstructif_modere": "obstruction",
    "obstructif_severe": "obstruction",
    "restrictif_possible": "prism_possible",
}
#: profile: grade, category
PIEDS = {
    "sans_neuropathie": (0, 0),
    "neuropathie_isolee": (1, 1),
    "neuropathie_deformation": (2, 2),
    "neuropathie_aomi": (2, 2),
    "aomi_isolee": (0, 1),
    "amputation": (3, 3),
}
#: profile: profile of the five words, Dubois, practical reading, clock, Codex category
COGNITION = {
    "sans_anomalie": ("normal", "negatif", "normal", "normal", "A"),
    "stockage": ("stockage_possible", "positif", "anormal", "a_explorer", "D"),
    "recuperation": ("recuperation", "negatif", "normal", "normal", "B"),
    "enregistrement": ("enregistrement_incomplet", "positif", "anormal", "normal", "C"),
    "horloge_seule": ("normal", "negatif", "normal", "a_explorer", "B"),
}


def drawn(field, profil, **laws):
    return [patient.draw({**laws, field: {"profil": profil}}, seed) for seed in SEEDS]


@pytest.mark.parametrize("profil", MOTIFS)
def test_spirometric_profiles_read_as_they_say_and_never_on_a_threshold(profil):
    for found in drawn("spirometrie", profil, **PERSON):
        identity = (found["sexe"], found["age"], found["taille_cm"])
        vems_l, cvf_l = found["vems_l"], found["cvf_l"]
        ratio = spirometrie.rapport_vems_cvf(vems_l, cvf_l)
        z_vems = spirometrie.reference("vems", *identity).z(vems_l)
        z_cvf = spirometrie.reference("cvf", *identity).z(cvf_l)
        z_ratio = spirometrie.reference("vems_cvf", *identity).z(ratio / 100)

        assert vems_l < cvf_l
        assert (round(vems_l, 2), round(cvf_l, 2)) == (vems_l, cvf_l)
        assert spirometrie.motif(z_vems, z_cvf, z_ratio) == MOTIFS[profil]
        assert abs(z_ratio + 1.645) >= 0.15
        assert abs(z_cvf + 1.645) >= 0.1
        assert abs(ratio - 70) >= 0.6
        assert (ratio < 70) == (z_ratio < -1.645), "the fixed ratio and the lower limit agree"


def test_obstructive_profiles_are_in_order_of_severity():
    means = []
    for profil in ("normal", "obstructif_leger", "obstructif_modere", "obstructif_severe"):
        ratios = [found["vems_l"] / found["cvf_l"] for found in drawn("spirometrie", profil, **PERSON)]
        means.append(sum(ratios) / len(ratios))

    assert means == sorted(means, reverse=True)


@pytest.mark.parametrize("profil", PIEDS)
def test_foot_profiles_reach_their_grade_and_agree_with_themselves(profil):
    absents, isolated_error = set(), False
    for found in drawn("pieds", profil):
        perte = pied.perte_sensibilite(**{f"pied_{cote}": found["monofilament"][cote] for cote in pied.PIEDS})
        findings = [found[nom] for nom in ("aomi", "deformation", "ulcere_ancien", "amputation")]

        assert not perte.incomplet
        assert pied.grade_podologique(perte.perte, *findings) == PIEDS[profil][0]
        assert pied.categorie_iwgdf(perte.perte, *findings, found["dialyse"]) == PIEDS[profil][1]
        assert bool(found["deformations"]) == found["deformation"]
        assert bool(found["amputations"]) == found["amputation"]
        assert ("non_testable" in perte.sites.values()) == found["amputation"]
        absents |= set(perte.sites_absents)
        for cote in pied.PIEDS:
            for zone, replies in found["monofilament"][cote].items():
                if perte.sites[f"{cote}.{zone}"] == "present":
                    isolated_error |= any(not pied.correcte(**reply) for reply in replies)

    assert isolated_error, "one wrong answer of three at a sensate site must occur"
    assert len(absents) == (6 if perte.perte else 0), "every zone is insensate in some patient"


@pytest.mark.parametrize("profil", PIEDS)
def test_pulses_pressures_and_index_agree_with_the_artery_disease_and_with_both_conventions(profil):
    for found in drawn("pieds", profil):
        low = []
        for cote, mot in (("droit", "droite"), ("gauche", "gauche")):
            index = pied.ips(found[f"pression_cheville_{mot}_mmhg"], found["pression_bras_mmhg"])
            for value in (index, found[f"ips_{cote}"]):
                assert not 0.88 <= value <= 0.92
                assert not 1.28 <= value <= 1.42
                assert pied.lecture_ips(value) == pied.lecture_ips(value, "esc")
            assert found[f"ips_{cote}"] == round(index, 2)
            low.append(pied.lecture_ips(index) == "aomi")
            assert found[f"pouls_pedieux_{cote}"] == found[f"pouls_tibial_{cote}"] == (not low[-1])
        assert any(low) == found["aomi"]
        assert abs(found["ips_droit"] - found["ips_gauche"]) > 0.02, "the other leg's index would be accepted as right"


@pytest.mark.parametrize("profil", COGNITION)
def test_cognitive_profiles_read_as_they_say_and_the_clock_is_its_drawing(profil):
    mots, dubois, pratique, horloge, categorie = COGNITION[profil]
    for found in drawn("cognition", profil):
        five = cognition.cinq_mots(**found["cinq_mots"])
        clock = cognition.horloge_depuis_dessin(**found["horloge_dessin"])
        codex = found["codex"]
        result = cognition.codex(codex["mots"], **codex["horloge"], orientation=codex["orientation"])

        assert (five.profil, five.lecture_dubois, five.lecture_pratique) == (mots, dubois, pratique)
        assert found["horloge"] == clock.criteres
        assert codex["horloge"] == clock.codex
        assert clock.lecture == horloge
        assert clock.codex_normale == (horloge == "normal")
        assert result.categorie == categorie
        assert (codex["orientation"] is None) == (not result.etape2), "asked only when needed"


def test_clock_errors_are_varied_and_never_within_a_degree_of_the_tolerance():
    scores = set()
    for found in drawn("cognition", "horloge_seule"):
        dessin = found["horloge_dessin"]
        scores.add(tuple(found["horloge"].values()))
        for gap in (-1, 1):
            turned = [[nombre, angle + gap] for nombre, angle in dessin["chiffres"]]
            hands = [[length, angle + gap] for length, angle in dessin["aiguilles"]]
            assert cognition.horloge_depuis_dessin(dessin["heure"], turned, hands).criteres == found["horloge"]

    assert len(scores) >= len(ERREURS) - 2  # two errors may break the same criteria
