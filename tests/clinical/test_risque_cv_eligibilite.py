"""Who must not be scored, who is at high risk without a score, and which score applies to the others."""

import dataclasses
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs, reference_data, risque_cv
from asalee_training.clinical.risque_cv import Situation

SAIN = {
    "age": 55,
    "maladie_cardiovasculaire": False,
    "hypercholesterolemie_familiale": False,
    "trouble_genetique": False,
    "grossesse": False,
    "diabete": "aucun",
    "atteinte_organe": False,
    "dfg": 85,
    "rac_mg_mmol": 1.0,
    "ldl_g_l": 1.40,
    "pas_mmhg": 134,
    "pad_mmhg": 82,
}
DIABETE = {**SAIN, "diabete": "type_2"}


def situation(base=SAIN, **change):
    return Situation(**{**base, **change})


def noms(motifs):
    return [motif.nom for motif in motifs]


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ({"age": 40}, "score2"),
        ({"age": 69.9}, "score2"),
        ({"age": 70}, "score2_op"),
        ({"age": 89.9}, "score2_op"),
        ({"age": 40, "diabete": "type_2"}, "score2_diabete"),
        ({"age": 69.9, "diabete": "type_2"}, "score2_diabete"),
    ],
)
def test_the_score_follows_the_age_and_the_diabetes(change, score):
    result = risque_cv.score_applicable(situation(**change))

    assert (result.score, result.refus, result.a_completer) == (score, (), ())
    assert risque_cv.refus_de_score(situation(**change)) == ()
    assert risque_cv.categorie_sans_score(situation(**change)).categorie is None


@pytest.mark.parametrize(
    ("change", "nom", "categorie"),
    [
        ({"maladie_cardiovasculaire": True}, "maladie_cardiovasculaire", "tres_eleve"),  # V22
        ({"hypercholesterolemie_familiale": True}, "hypercholesterolemie_familiale", "eleve"),
        ({"trouble_genetique": True}, "trouble_genetique", None),
        ({"grossesse": True}, "grossesse", None),
        ({"diabete": "type_1"}, "diabete_type_1", None),
        ({"diabete": "type_2", "atteinte_organe": True}, "diabete_atteinte_organe", "tres_eleve"),
        ({"diabete": "type_2", "age": 70}, "diabete_age", None),
        ({"age": 39.9}, "age_trop_bas", None),
        ({"age": 90}, "age_trop_haut", None),
        ({"ldl_g_l": 1.91}, "ldl_tres_haut", "eleve"),
        ({"pas_mmhg": 180}, "pression_severe", "eleve"),
        ({"pad_mmhg": 110}, "pression_severe", "eleve"),
    ],
)
def test_each_reason_forbids_the_score_and_gives_its_category(change, nom, categorie):
    someone = situation(**change)
    result = risque_cv.score_applicable(someone)

    assert result.score is None
    assert noms(result.refus) == [nom]
    assert result.refus[0].categorie == categorie
    sans_score = risque_cv.categorie_sans_score(someone)
    assert sans_score.categorie == categorie
    assert noms(sans_score.motifs) == ([nom] if categorie else [])


@pytest.mark.parametrize(
    "change",
    [
        {"ldl_g_l": 1.90},  # above 1,9, not at it
        {"pas_mmhg": 179.9},
        {"pad_mmhg": 109.9},
        {"dfg": 60},
        {"rac_mg_mmol": 2.99},
    ],
)
def test_just_before_a_threshold_the_score_is_computed(change):
    assert risque_cv.score_applicable(situation(**change)).score == "score2"


@pytest.mark.parametrize(
    ("dfg", "rac", "nom", "categorie"),
    [
        # The list of the brief [K 90%]: very high.
        (29.9, 1, "dfg_tres_bas", "tres_eleve"),
        (10, 50, "dfg_tres_bas", "tres_eleve"),
        (30, 3, "dfg_bas_albuminurie", "tres_eleve"),
        (44.9, 3.1, "dfg_bas_albuminurie", "tres_eleve"),
        (44.9, 31, "dfg_bas_albuminurie", "tres_eleve"),
        (45, 30.1, "dfg_diminue_albuminurie_severe", "tres_eleve"),
        (59.9, 31, "dfg_diminue_albuminurie_severe", "tres_eleve"),
        # High.
        (30, 2.9, "dfg_bas", "eleve"),
        (44.9, 0, "dfg_bas", "eleve"),
        (45, 3, "dfg_diminue_albuminurie", "eleve"),
        (59.9, 30, "dfg_diminue_albuminurie", "eleve"),
        (60, 30.1, "albuminurie_severe", "eleve"),
        (110, 200, "albuminurie_severe", "eleve"),
        # No score, and no category either.
        (45, 2.9, "dfg_diminue", None),
        (59.9, 0, "dfg_diminue", None),
        (60, 3, "albuminurie", None),
        (90, 30, "albuminurie", None),
    ],
)
def test_the_kidney_forbids_the_score_and_gives_its_category_from_dfg_and_rac(dfg, rac, nom, categorie):
    someone = situation(dfg=dfg, rac_mg_mmol=rac)

    assert noms(risque_cv.refus_de_score(someone)) == [nom]
    assert risque_cv.categorie_sans_score(someone).categorie == categorie


@pytest.mark.parametrize(
    ("dfg", "rac", "severe"),
    [
        (60, 30, False),
        (60, 30.1, True),
        (59.9, 2.9, False),
        (59.9, 3, True),
        (45, 2.9, False),
        (44.9, 1, True),
        (29, 1, True),
    ],
)
def test_with_diabetes_a_severe_kidney_damage_is_very_high_whatever_the_rule(dfg, rac, severe):
    someone = situation(DIABETE, dfg=dfg, rac_mg_mmol=rac)

    assert ("diabete_atteinte_renale" in noms(risque_cv.refus_de_score(someone))) == severe
    assert risque_cv.categorie_sans_score(someone).categorie == ("tres_eleve" if severe else None)
    # The careful rule never scores here; that of 2023 scores whoever has no severe damage.
    assert risque_cv.score_applicable(someone).score is None
    assert risque_cv.score_applicable(someone, "esc_2023").score == (None if severe else "score2_diabete")


@pytest.mark.parametrize("diabete", ["aucun", "type_1"])
def test_the_rule_of_2023_changes_nothing_without_type_2_diabetes(diabete):
    for dfg, rac in ((50, 1), (80, 10), (35, 1)):
        someone = situation(diabete=diabete, dfg=dfg, rac_mg_mmol=rac)
        assert risque_cv.refus_de_score(someone, "esc_2023") == risque_cv.refus_de_score(someone)
        assert risque_cv.score_applicable(someone, "esc_2023").score is None


def test_all_the_reasons_are_told_and_the_highest_category_wins():
    # V23, older in a second time: familial hypercholesterolaemia at 38, LDL 2,95 g/L.
    jeune = situation(age=38, hypercholesterolemie_familiale=True, ldl_g_l=2.95)
    assert noms(risque_cv.refus_de_score(jeune)) == ["hypercholesterolemie_familiale", "ldl_tres_haut", "age_trop_bas"]
    assert risque_cv.categorie_sans_score(jeune).categorie == "eleve"

    apres_infarctus = situation(age=57, maladie_cardiovasculaire=True, hypercholesterolemie_familiale=True)
    assert risque_cv.categorie_sans_score(apres_infarctus).categorie == "tres_eleve"
    assert len(risque_cv.categorie_sans_score(apres_infarctus).motifs) == 2


def test_a_measure_that_was_not_made_is_named_and_concludes_nothing():
    unknown = {"dfg": "non_mesure", "rac_mg_mmol": "non_mesure", "ldl_g_l": "non_mesure"}
    result = risque_cv.score_applicable(situation(**unknown))

    assert result.score == "score2"
    assert result.a_completer == ("dfg", "rac_mg_mmol", "ldl_g_l")
    assert risque_cv.categorie_sans_score(situation(**unknown)).a_completer == ("dfg", "rac_mg_mmol", "ldl_g_l")


def test_a_missing_rac_is_asked_for_while_it_could_raise_the_category():
    bas = risque_cv.categorie_sans_score(situation(dfg=40, rac_mg_mmol="non_mesure"))
    assert (bas.categorie, bas.a_completer) == ("eleve", ("rac_mg_mmol",))

    tres_bas = risque_cv.categorie_sans_score(situation(dfg=25, rac_mg_mmol="non_mesure"))
    assert (tres_bas.categorie, tres_bas.a_completer) == ("tres_eleve", ())
    assert risque_cv.score_applicable(situation(dfg=40, rac_mg_mmol="non_mesure")).a_completer == ()


def test_the_sentences_are_french_carry_the_thresholds_and_diagnose_nothing():
    phrases = {
        motif.nom: motif.phrase
        for change in (
            {"dfg": 50, "rac_mg_mmol": 31, "diabete": "type_2"},
            {"ldl_g_l": 2.1, "pas_mmhg": 182, "age": 38},
            {"age": 72, "diabete": "type_2", "dfg": 20},
        )
        for motif in risque_cv.refus_de_score(situation(**change))
    }

    assert phrases["ldl_tres_haut"].startswith("LDL au-dessus de 1,9 g/L")
    assert "180 ou 110 mmHg" in phrases["pression_severe"]
    assert (
        "au-dessous de 45, ou au-dessous de 60 avec un RAC d’au moins 3 mg/mmol" in phrases["diabete_atteinte_renale"]
    )
    assert "au-dessous de 30 mL/min" in phrases["dfg_tres_bas"]
    assert "à partir de 70 ans" in phrases["diabete_age"]
    assert "va de 40 à 69 ans" in phrases["diabete_age"]
    for phrase in phrases.values():
        assert phrase == inputs.typography(phrase)
        assert phrase.endswith(".")
        assert not set("{}'") & set(phrase)


def test_every_reason_of_the_table_can_be_given_and_only_those():
    changes = [
        {"maladie_cardiovasculaire": True, "hypercholesterolemie_familiale": True, "trouble_genetique": True},
        {"grossesse": True, "ldl_g_l": 2, "pas_mmhg": 190},
        {"diabete": "type_1", "atteinte_organe": True, "age": 39},
        {"diabete": "type_2", "age": 91, "dfg": 40},
        *({"dfg": dfg, "rac_mg_mmol": rac} for dfg in (20, 40, 50, 80) for rac in (1, 10, 40)),
    ]
    given_reasons = {motif.nom for change in changes for motif in risque_cv.refus_de_score(situation(**change))}

    assert given_reasons == {row["nom"] for row in reference_data.rows("risque_cv_motifs")}


FINDINGS = {
    "maladie_cardiovasculaire": True,
    "hypercholesterolemie_familiale": True,
    "trouble_genetique": True,
    "ldl_g_l": 2.2,
    "pas_mmhg": 185,
    "dfg": 25,
    "rac_mg_mmol": 60,
}
SOMEONE = {
    "age": st.floats(18, 110),
    "dfg": st.floats(5, 120),
    "rac_mg_mmol": st.floats(0, 100),
    "ldl_g_l": st.floats(0.4, 2.5),
    "diabete": st.sampled_from(["aucun", "type_1", "type_2"]),
}


@settings(max_examples=60)
@given(finding=st.sampled_from(sorted(FINDINGS)), rule=st.sampled_from(["prudente", "esc_2023"]), **SOMEONE)
def test_a_finding_never_lowers_the_category_nor_opens_a_score(finding, rule, **someone):
    order = (None, "eleve", "tres_eleve")
    less = situation(**someone)
    worse = dataclasses.replace(less, **{finding: FINDINGS[finding]})
    if finding in ("ldl_g_l", "rac_mg_mmol") and someone[finding] > FINDINGS[finding]:
        less, worse = worse, less
    if finding == "dfg" and someone["dfg"] < FINDINGS["dfg"]:
        less, worse = worse, less
    before, after = (order.index(risque_cv.categorie_sans_score(each).categorie) for each in (less, worse))

    assert after >= before
    assert risque_cv.score_applicable(worse, rule).score in (None, risque_cv.score_applicable(less, rule).score)
    if after:
        assert risque_cv.score_applicable(worse, rule).score is None


@pytest.mark.parametrize(
    ("change", "named"),
    [
        *[({"age": age}, "Âge.*18 à 120 ans") for age in (None, True, "55", math.nan, math.inf, 17, 121)],
        *[({"dfg": dfg}, "DFG") for dfg in (None, True, "85", "inconnu", math.nan, 1.2, 251)],
        *[({"rac_mg_mmol": rac}, "RAC") for rac in (None, True, "1", math.nan, -1, 1001)],
        *[({"ldl_g_l": ldl}, "LDL-cholestérol") for ldl in (None, True, "1,4", math.inf, 0, 7.6, 140)],
        *[({"pas_mmhg": pas}, "PAS") for pas in (None, True, "134", math.nan, 13.4, 301, "non_mesure")],
        *[({"pad_mmhg": pad}, "PAD") for pad in (None, True, math.nan, 8.2, 151, 134)],
        *[({"diabete": diabete}, "Diabète.*type_2") for diabete in (None, True, False, "type 2", "oui")],
        *[({"maladie_cardiovasculaire": value}, "Maladie cardiovasculaire") for value in (None, 0, "non")],
        ({"hypercholesterolemie_familiale": None}, "Hypercholestérolémie familiale"),
        ({"trouble_genetique": 1}, "Trouble génétique"),
        ({"grossesse": "non"}, "Grossesse"),
        ({"atteinte_organe": None}, "Atteinte d’organe"),
        ({"atteinte_organe": True}, "Atteinte d’organe.*sans diabète"),
    ],
)
def test_a_situation_refuses_an_impossible_or_missing_finding_in_french(change, named):
    with pytest.raises(ValueError, match=named):
        situation(**change)


def test_a_situation_leaves_nothing_out():
    for name in SAIN:
        with pytest.raises(TypeError, match=name):
            Situation(**{key: value for key, value in SAIN.items() if key != name})


@pytest.mark.parametrize("other", [None, SAIN, "V22", 3])
def test_only_a_situation_is_read_and_only_known_rules(other):
    for calcul in (risque_cv.categorie_sans_score, risque_cv.refus_de_score, risque_cv.score_applicable):
        with pytest.raises(ValueError, match="Situation"):
            calcul(other)
    for calcul in (risque_cv.refus_de_score, risque_cv.score_applicable):
        with pytest.raises(ValueError, match=r"Règle rénale.*esc_2023"):
            calcul(situation(), "kdigo")


def test_a_threshold_has_one_place():
    """180/110 is read in `tension`, an LDL of 1,9 g/L in `lipides`."""
    assert not {"pas_severe", "pad_severe", "ldl_sans_score"} & set(reference_data.thresholds("risque_cv"))
