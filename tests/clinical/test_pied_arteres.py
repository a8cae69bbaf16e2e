"""Arteries of the foot: indices of both legs, and what counts as AOMI for the grade."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import pied
from tests.clinical.vecteurs import table

FRENCH = {"AOMI": "aomi", "normal": "normal", "arteres": "incompressible"}
ESC = {"PAD": "aomi", "borderline": "limite", "normal": "normal", "non": "incompressible"}
SAINES = {
    "pouls_pedieux_droit": True,
    "pouls_tibial_droit": True,
    "pouls_pedieux_gauche": True,
    "pouls_tibial_gauche": True,
    "ips_droit": "non_mesure",
    "ips_gauche": "non_mesure",
    "chirurgie_arterielle": False,
    "claudication": False,
}
PRESSIONS = {
    "pedieuse_droite_mmhg": 132,
    "tibiale_droite_mmhg": 128,
    "pedieuse_gauche_mmhg": 88,
    "tibiale_gauche_mmhg": 76,
    "bras_droit_mmhg": 138,
    "bras_gauche_mmhg": 142,
}


@pytest.mark.parametrize("row", table("diabetes_ips_vectors.csv"), ids=lambda row: f"{row['IPS_R']}-{row['IPS_L']}")
@pytest.mark.parametrize(("convention", "column", "words"), [("francaise", "FR", FRENCH), ("esc", "AHA", ESC)])
def test_ips_jambes_follows_the_worked_examples(row, convention, column, words):
    found = pied.ips_jambes(
        pedieuse_droite_mmhg=int(row["R_pedieuse"]),
        tibiale_droite_mmhg=int(row["R_tib_post"]),
        pedieuse_gauche_mmhg=int(row["L_pedieuse"]),
        tibiale_gauche_mmhg=int(row["L_tib_post"]),
        bras_droit_mmhg=int(row["arm_R"]),
        bras_gauche_mmhg=int(row["arm_L"]),
        convention=convention,
    )
    assert (round(found.droit, 2), round(found.gauche, 2)) == (float(row["IPS_R"]), float(row["IPS_L"]))
    assert found.lecture_droit == words[row[f"class_{column}_R"].split()[0]]
    assert found.lecture_gauche == words[row[f"class_{column}_L"].split()[0]]


def test_vignette_v04_needs_the_higher_ankle_and_the_higher_arm():
    found = pied.ips_jambes(**PRESSIONS)

    assert (round(found.droit, 2), round(found.gauche, 2)) == (0.93, 0.62)  # 132/142 and 88/142
    assert (found.lecture_droit, found.lecture_gauche) == ("normal", "aomi")


@settings(max_examples=40)
@given(st.fixed_dictionaries({name: st.integers(60, 300) for name in PRESSIONS}))
def test_ips_jambes_is_the_same_when_arms_or_arteries_are_swapped(pressions):
    found = pied.ips_jambes(**pressions)
    swapped = {
        **pressions,
        "bras_droit_mmhg": pressions["bras_gauche_mmhg"],
        "bras_gauche_mmhg": pressions["bras_droit_mmhg"],
        "pedieuse_droite_mmhg": pressions["tibiale_droite_mmhg"],
        "tibiale_droite_mmhg": pressions["pedieuse_droite_mmhg"],
    }
    assert pied.ips_jambes(**swapped) == found
    assert found.lecture_droit == pied.lecture_ips(found.droit)


@pytest.mark.parametrize("name", PRESSIONS)
@pytest.mark.parametrize("pressure", [None, True, "120", float("nan"), float("inf"), 0, 12, 400])
def test_ips_jambes_refuses_an_impossible_pressure(name, pressure):
    with pytest.raises(ValueError, match=r"Pression .*(droite?|gauche)"):
        pied.ips_jambes(**{**PRESSIONS, name: pressure})


def test_ips_jambes_refuses_an_unknown_convention():
    with pytest.raises(ValueError, match=r"Convention.*francaise"):
        pied.ips_jambes(**PRESSIONS, convention="americaine")


@pytest.mark.parametrize(
    ("findings", "lecture", "motifs", "a_explorer"),
    [
        ({}, "non_retenue", (), ()),
        ({"pouls_pedieux_droit": False, "pouls_tibial_droit": False}, "aomi", ("pouls_absents.droit",), ()),
        (  # one pulse missing on each foot is not two missing on one foot
            {"pouls_pedieux_droit": False, "pouls_pedieux_gauche": False},
            "a_explorer",
            (),
            ("pouls_unique_absent.droit", "pouls_unique_absent.gauche"),
        ),
        ({"pouls_pedieux_gauche": False}, "a_explorer", (), ("pouls_unique_absent.gauche",)),
        ({"pouls_pedieux_gauche": False, "ips_gauche": 1.1}, "non_retenue", (), ()),
        ({"pouls_pedieux_gauche": False, "ips_droit": 1.1}, "a_explorer", (), ("pouls_unique_absent.gauche",)),
        (  # V09: calcified arteries answer nothing
            {"pouls_tibial_gauche": False, "ips_droit": 1.53, "ips_gauche": 1.42},
            "a_explorer",
            (),
            ("ips_incompressible.droit", "pouls_unique_absent.gauche", "ips_incompressible.gauche"),
        ),
        ({"ips_droit": 0.89}, "aomi", ("ips_bas.droit",), ()),
        ({"ips_droit": 0.90}, "non_retenue", (), ()),
        ({"ips_droit": 1.30}, "non_retenue", (), ()),
        ({"ips_droit": 1.31}, "a_explorer", (), ("ips_incompressible.droit",)),
        ({"chirurgie_arterielle": True}, "aomi", ("chirurgie_arterielle",), ()),
        ({"claudication": True, "ips_gauche": 0.62}, "aomi", ("ips_bas.gauche", "claudication"), ()),
        ({"pouls_pedieux_droit": "non_testable"}, "a_explorer", (), ("pouls_non_testable.droit",)),
        (
            {"pouls_pedieux_droit": "non_testable", "pouls_tibial_droit": False},
            "a_explorer",
            (),
            ("pouls_unique_absent.droit",),
        ),
        (  # absent pulses on one foot are AOMI even when the index is normal
            {"pouls_pedieux_droit": False, "pouls_tibial_droit": False, "ips_droit": 1.0},
            "aomi",
            ("pouls_absents.droit",),
            (),
        ),
    ],
)
def test_arteriopathie_from_its_elements(findings, lecture, motifs, a_explorer):
    found = pied.arteriopathie(**{**SAINES, **findings})

    assert (found.lecture, found.motifs, found.a_explorer) == (lecture, motifs, a_explorer)
    assert found.aomi == (lecture == "aomi")


@settings(max_examples=60)
@given(
    st.fixed_dictionaries(
        {
            **{name: st.booleans() for name in SAINES if not name.startswith("ips")},
            **{name: st.sampled_from(["non_mesure", 0.6, 0.9, 1.2, 1.5]) for name in ("ips_droit", "ips_gauche")},
        }
    ),
    st.sampled_from(["chirurgie_arterielle", "claudication"]),
)
def test_arteriopathie_never_falls_when_a_finding_is_added(findings, added):
    rank = ("non_retenue", "a_explorer", "aomi").index
    before = rank(pied.arteriopathie(**findings).lecture)

    assert rank(pied.arteriopathie(**{**findings, added: True}).lecture) >= before
    for pulse in (name for name in findings if name.startswith("pouls")):
        assert rank(pied.arteriopathie(**{**findings, pulse: False}).lecture) >= before


@pytest.mark.parametrize("name", SAINES)
@pytest.mark.parametrize("value", [None, 1, "oui", float("nan"), float("inf"), 95])
def test_arteriopathie_refuses_an_impossible_finding(name, value):
    if name.startswith("ips") and value == 1:
        value = True
    with pytest.raises(ValueError, match=r"Pouls|IPS|Chirurgie|Claudication"):
        pied.arteriopathie(**{**SAINES, name: value})


@pytest.mark.parametrize("row", table("diabetes_ips_vectors.csv"))
def test_ips_follows_the_worked_examples(row):
    arm = max(int(row["arm_R"]), int(row["arm_L"]))
    for side in "RL":
        index = pied.ips(max(int(row[f"{side}_pedieuse"]), int(row[f"{side}_tib_post"])), arm)
        assert round(index, 2) == float(row[f"IPS_{side}"])
        assert pied.lecture_ips(index) == FRENCH[row[f"class_FR_{side}"].split()[0]]
        assert pied.lecture_ips(index, "esc") == ESC[row[f"class_AHA_{side}"].split()[0]]


@pytest.mark.parametrize(
    ("ips", "francaise", "esc"),
    [
        (0.89, "aomi", "aomi"),
        (0.90, "normal", "aomi"),
        (0.91, "normal", "limite"),
        (0.99, "normal", "limite"),
        (1.00, "normal", "normal"),
        (1.30, "normal", "normal"),
        (1.31, "incompressible", "normal"),
        (1.40, "incompressible", "normal"),
        (1.41, "incompressible", "incompressible"),
    ],
)
def test_lecture_ips_on_both_sides_of_each_threshold(ips, francaise, esc):
    assert (pied.lecture_ips(ips), pied.lecture_ips(ips, "esc")) == (francaise, esc)


@pytest.mark.parametrize("pressure", [None, True, "120", float("nan"), float("inf"), -5, 0, 10**400, 0.12])
def test_ips_refuses_an_impossible_pressure(pressure):
    with pytest.raises(ValueError, match="Pression à la cheville"):
        pied.ips(pressure, 130)
    with pytest.raises(ValueError, match="Pression au bras"):
        pied.ips(130, pressure)


@given(st.integers(20, 350), st.integers(60, 300))
def test_ips_is_the_ankle_over_the_arm(ankle, arm):
    assert pied.ips(ankle, arm) * arm == pytest.approx(ankle)
