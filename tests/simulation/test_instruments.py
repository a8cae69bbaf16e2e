"""Recordings show findings and measures, and never a conclusion."""

import json
from itertools import pairwise

import pytest

from asalee_training.clinical import spirometrie as clinical
from asalee_training.simulation import instruments, patient, spirogramme
from asalee_training.simulation.champs import PROFILS
from tests.simulation.cles import keys

PERSON = {
    "sexe": {"parmi": ["femme", "homme"]},
    "age": {"entre": [50, 80]},
    "taille_cm": {"entre": [150, 188]},
}
INSTRUMENT = {
    "pieds": "examen_pieds",
    "spirometrie": "spirometrie",
    "cognition": "feuille_cognition",
    "tension": "releve_automesure",
}
EVERY_PROFILE = [(field, profil) for field in INSTRUMENT for profil in PROFILS[field][0]]
#: Keys, or words of keys, that would give an answer away.
FORBIDDEN = {
    *(
        "aomi",
        "ips",
        "ips_droit",
        "ips_gauche",
        "grade",
        "categorie",
        "perte",
        "lops",
        "deformation",
        "amputation",
    ),
    *(
        "motif",
        "severite",
        "rapport",
        "vems_cvf",
        "z",
        "z_vems",
        "z_cvf",
        "profil",
        "erreur",
        "graine",
        "seed",
    ),
    *(
        "score",
        "total",
        "rli",
        "rii",
        "rld",
        "rid",
        "criteres",
        "lecture",
        "positif",
        "chiffres_presents",
        "tailles",
    ),
}


def recorded(field, profil, seed, options=None):
    drawn = patient.draw({**PERSON, field: {"profil": profil}}, seed)
    return drawn, instruments.record(INSTRUMENT[field], options or {}, drawn)


@pytest.mark.parametrize(("field", "profil"), EVERY_PROFILE)
def test_a_recording_is_json_repeatable_and_gives_no_conclusion(field, profil):
    for seed in (b"a", b"b", b"c", b"d"):
        drawn, seen = recorded(field, profil, seed)

        assert json.loads(json.dumps(seen)) == seen
        assert instruments.record(INSTRUMENT[field], {}, drawn) == seen
        assert FORBIDDEN.isdisjoint(keys(seen))
        assert profil == "amputation" or profil not in json.dumps(seen), "a missing toe is seen; a profile is not"
        assert len(json.dumps(seen)) < 8000


@pytest.mark.parametrize("profil", PROFILS["spirometrie"][0])
def test_a_printed_curve_measures_what_the_patient_has(profil):
    for seed in (b"a", b"b", b"c", b"d", b"e", b"f"):
        drawn, seen = recorded("spirometrie", profil, seed)
        (curve,) = seen["courbes"]
        times, volumes, flows = (curve["expiration"][name] for name in ("temps_ms", "volume_ml", "debit_ml_s"))
        peak = flows.index(max(flows))
        zero_ms = times[peak] - 1000 * volumes[peak] / flows[peak]
        after = next(index for index, t in enumerate(times) if t >= zero_ms + 1000)
        share = (zero_ms + 1000 - times[after - 1]) / (times[after] - times[after - 1])
        vems_ml = volumes[after - 1] + share * (volumes[after] - volumes[after - 1])

        assert vems_ml == pytest.approx(1000 * drawn["vems_l"], abs=10)
        assert volumes[-1] == pytest.approx(1000 * drawn["cvf_l"], abs=2)
        assert flows[peak] == pytest.approx(1000 * seen["valeurs"]["dep_l_s"], rel=0.01)
        assert len(times) + len(curve["inspiration"]["volume_ml"]) <= 250
        assert volumes == sorted(volumes)
        assert times == sorted(set(times))
        # sound blow: prompt start, plateau or 15 s, a loop that closes
        assert 1000 * zero_ms * 1e-3 < 120
        assert volumes[0] == flows[0] == curve["inspiration"]["volume_ml"][-1] == 0
        assert curve["inspiration"]["volume_ml"][0] == pytest.approx(volumes[-1], abs=1)
        assert all(flow <= 0 for flow in curve["inspiration"]["debit_ml_s"])
        inward = curve["inspiration"]["debit_ml_s"]
        assert max(abs(b - a) for a, b in pairwise(inward)) < 0.1 * -min(inward)  # no corner where the limb begins


def test_obstruction_scoops_the_curve():
    def concavity(profil):
        seen = recorded("spirometrie", profil, b"a")[1]["courbes"][0]["expiration"]
        volumes, flows = seen["volume_ml"], seen["debit_ml_s"]
        peak = flows.index(max(flows))
        middle = volumes[peak] + (volumes[-1] - volumes[peak]) / 2
        at_middle = next(flow for volume, flow in zip(volumes, flows, strict=True) if volume >= middle)
        return 1 - at_middle / (flows[peak] / 2)

    assert concavity("normal") < concavity("obstructif_leger") < concavity("obstructif_severe")
    assert concavity("restrictif_possible") < concavity("obstructif_leger")


@pytest.mark.parametrize("cvf_l", [0.8, 1.5, 2.75, 4.2, 6.5])
@pytest.mark.parametrize("share", [0.26, 0.4, 0.589, 0.7, 0.8, 0.9, 0.96])
@pytest.mark.parametrize("dep_l_s", [2, 6, 11])
def test_a_curve_fits_any_vems_and_cvf_an_author_may_write(cvf_l, share, dep_l_s):
    curve = spirogramme.fit(share * cvf_l, cvf_l, dep_l_s)

    assert curve.vems() == pytest.approx(share * cvf_l, abs=0.001)
    assert curve.cvf() == pytest.approx(cvf_l, abs=0.001)


def test_a_vems_that_no_curve_can_have_is_refused_in_french():
    with pytest.raises(ValueError, match="aucune courbe"):
        spirogramme.fit(0.1, 3, 5)


def test_predicted_values_and_limits_come_from_gli_global():
    drawn, seen = recorded("spirometrie", "normal", b"a")
    reference = clinical.reference("vems_cvf", drawn["sexe"], drawn["age"], drawn["taille_cm"])

    assert seen["equations"] == "GLI Global (2022)"
    assert seen["theoriques"]["vems_cvf_pct"] == {
        "theorique": round(100 * reference.m, 1),
        "lin": round(100 * reference.lin, 1),
    }


def test_options_hide_what_they_name():
    _, seen = recorded("spirometrie", "normal", b"a", {"valeurs": ["cvf"], "theoriques": False, "courbes": False})
    assert seen.keys() == {"valeurs"}
    assert seen["valeurs"].keys() == {"cvf_l"}
    _, seen = recorded("pieds", "amputation", b"a", {"parties": ["pouls", "deformations"]})
    assert seen.keys() == {"pouls", "observations"}
    assert seen["observations"][0].startswith("amputation du gros orteil")
    _, seen = recorded("cognition", "stockage", b"a", {"tests": ["cinq_mots"]})
    assert seen.keys() == {"cinq_mots"}


@pytest.mark.parametrize("profil", PROFILS["cognition"][0])
def test_the_sheet_shows_the_counted_words_and_cues_only_the_missing_ones(profil):
    for seed in (b"a", b"b", b"c", b"d", b"e"):
        drawn, seen = recorded("cognition", profil, seed)
        counts, sheet = drawn["cinq_mots"], seen["cinq_mots"]
        words = {row["mot"] for row in sheet["liste"]}
        for moment, free, cued in (("immediat", "rli", "rii"), ("differe", "rld", "rid")):
            recall = sheet[f"rappel_{moment}"]
            assert (len(recall["libre"]), len(recall["indice"])) == (counts[free], counts[cued])
            said = [*recall["libre"], *recall["indice"]]
            assert len(set(said)) == len(said)
            assert set(said) <= words
        assert sum(row["rappele"] for row in seen["codex"]["mots"]) == drawn["codex"]["mots"]
        if drawn["codex"]["orientation"] is None:
            assert seen["codex"]["orientation"] is None
        else:
            assert sum(row["juste"] for row in seen["codex"]["orientation"]) == drawn["codex"]["orientation"]
        assert seen["horloge"] == drawn["horloge_dessin"]


@pytest.mark.parametrize(
    ("nom", "options", "said"),
    [
        ("spirometri", {}, "Vouliez-vous écrire «\u00a0spirometrie\u00a0»"),
        ("spirometrie", {"theorique": True}, "Vouliez-vous écrire «\u00a0theoriques\u00a0»"),
        ("spirometrie", {"theoriques": "oui"}, "ni true ni false"),
        ("spirometrie", {"valeurs": "vems"}, "une liste est attendue"),
        ("spirometrie", {"valeurs": ["vem"]}, "«\u00a0vem\u00a0» n’est pas connu"),
        ("examen_pieds", {"parties": []}, "une liste est attendue"),
        ("feuille_cognition", {"mmse": True}, "n’est pas connue"),
        ("examen_pieds", [], "les options s’écrivent"),
    ],
)
def test_check_says_what_is_wrong_with_an_instrument(nom, options, said):
    assert said in " ".join(instruments.check(nom, options))
    with pytest.raises(ValueError, match=r"\w"):
        instruments.record(nom, options, {})


def test_check_accepts_every_instrument_as_it_is():
    assert instruments.NAMES == (
        "calculatrice",
        "examen_pieds",
        "feuille_cognition",
        "maquette",
        "releve_automesure",
        "spirometrie",
    )
    assert all(instruments.check(nom, {}) == [] for nom in instruments.NAMES if not instruments.a_choisir(nom))


def test_a_missing_field_is_named():
    with pytest.raises(ValueError, match="il manque au patient age, taille_cm, cvf_l"):
        instruments.record("spirometrie", {}, {"sexe": "femme", "vems_l": 1.62})
    assert instruments.needs("feuille_cognition", {"tests": ["codex"]}) == ["codex", "horloge_dessin"]
