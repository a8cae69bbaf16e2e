"""Vignettes: every score they expect, through the engine."""

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import document

VIGNETTES = document("cognition_vignettes.json")
OUI_NON = ("non", "oui")
DRAPEAUX = {
    "aigu": "changement_aigu",
    "danger": "danger_immediat",
    "conduite": "conduite_a_risque",
    "plainte": "plainte",
}
#: What the story of a vignette says and its flags do not.
CONTEXTE = {"V05": "test_non_interpretable", "V06": "test_non_interpretable"}
NSC = {"CEP": 2, "brevet": 3, "CAP": 3, "bac": 4, "bac+5": 4}
#: Expected entries that no cognitive score computes: words for the referent, and conversation metrics (ETP).
ELSEWHERE = {"message", "objectif", "adaptations", "stade", "ratio_RQ", "pct_RC", "pct_discours_changement"}


def scores(vignette):
    """What the engine finds in a vignette, under the names of its expected entries."""
    tests, found = vignette["tests"], {}
    if "cinq_mots" in tests:
        five = cognition.cinq_mots(*tests["cinq_mots"])
        found["cinq_mots"] = {
            name: getattr(five, name) for name in ("apprentissage", "memoire", "total", "pondere", "profil")
        }
    if "horloge7" in tests:
        found["horloge7"] = cognition.horloge(*map(bool, tests["horloge7"])).score
    if "codex" in tests:
        mots, *clock, asked = tests["codex"]
        tree = cognition.codex(mots, *map(bool, clock), asked)
        found["codex"] = {"categorie": tree.categorie, "probabilite": tree.probabilite, "etape2": tree.etape2}
    if "iadl4" in tests:
        alone = cognition.iadl4(*tests["iadl4"], tests.get("iadl_cause_cognitive", True))
        found["iadl4"] = {"dependances": alone.dependances, "retentissement": int(alone.retentissement)}
    if "mini_gds" in tests:
        found["mini_gds"] = cognition.mini_gds(*(OUI_NON[answer] for answer in tests["mini_gds"])).score
    if "epices" in tests:
        found["epices"] = cognition.epices([OUI_NON[answer] for answer in tests["epices"]]).score
    return found


def orientation(vignette):
    tests, found = vignette["tests"], scores(vignette)
    signes = {DRAPEAUX[name] for name, raised in vignette["drapeaux"].items() if raised}
    signes |= {CONTEXTE[vignette["id"]]} if vignette["id"] in CONTEXTE else set()
    autres = set()
    if "bref" in tests and cognition.lecture_bref(tests["bref"], NSC[vignette["niveau_etudes"]]) == "anormal":
        autres.add("bref")
    if "global30" in tests:
        reading = cognition.lecture_mmse(tests["global30"], instruit=vignette["niveau_etudes"].startswith("bac"))
        autres |= {"mmse"} if reading.medecine_generale == "a_explorer" else set()
    iadl = found.get("iadl4")
    return cognition.orientation(
        signes=signes,
        codex=found["codex"]["categorie"] if "codex" in found else None,
        cinq_mots_total=found["cinq_mots"]["total"] if "cinq_mots" in found else None,
        horloge7=found.get("horloge7"),
        retentissement=bool(iadl["retentissement"]) if iadl else None,
        mini_gds=found.get("mini_gds"),
        autres_positifs=autres,
    )


@pytest.mark.parametrize("vignette", VIGNETTES, ids=lambda vignette: vignette["id"])
def test_vignettes_score_as_expected(vignette):
    expected = {name: value for name, value in vignette["attendu"].items() if name not in ELSEWHERE}
    level = expected.pop("orientation", None)
    valides = expected.pop("tests_valides", None)

    assert scores(vignette) == expected
    if level and not level.startswith("SI"):  # V18 is about two records for one person, not about a test
        found = orientation(vignette)
        assert found.code == level
        assert valides is None or found.tests_valides == valides


def test_vignettes_that_one_tool_alone_would_miss():
    by_id = {vignette["id"]: vignette for vignette in VIGNETTES}

    assert cognition.lecture_mmse(by_id["V07"]["tests"]["global30"], True).historique == "negatif"
    assert cognition.bref_basse_score_global_conserve(by_id["V09"]["tests"]["bref"], 27)  # 27 is told by its story
    assert cognition.lecture_gpcog_informant(by_id["V05"]["tests"]["gpcog_informant"]).startswith("pas_d_alteration")
    assert not orientation(by_id["V10"]).tests_valides
