"""Who must know and when, what a test is worth, in what conditions: triage, vignettes, Bayes, home grid, words."""

import csv
import json
import math
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from asalee_training.clinical import cognition, reference_data
from asalee_training.clinical.cognition import passation, triage

DATA = Path(__file__).parent / "data"
TRIAGE = reference_data.document("cognition_triage")
#: Nothing found, everything done: each test below changes one thing.
CALME = {
    "signes": (),
    "codex": "A",
    "cinq_mots_total": 10,
    "horloge7": 7,
    "retentissement": False,
    "mini_gds": 0,
    "autres_positifs": (),
}


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


FLAGS = {
    "changement_aigu": "changement_aigu",
    "deficit_focal": "deficit_focal",
    "idees_suicidaires": "idees_suicidaires",
    "danger_immediat": "danger_immediat",
    "conduite_a_risque": "conduite_a_risque",
    "plainte": "plainte",
}


@pytest.mark.parametrize("row", table("cognition_triage.csv"), ids=lambda row: row["id"])
def test_orientation_follows_the_table(row):
    result = cognition.orientation(
        signes=[signe for column, signe in FLAGS.items() if row[column] == "1"],
        codex=row["codex"],
        cinq_mots_total=int(row["cinq_mots_total"]),
        horloge7=int(row["horloge7"]),
        retentissement=int(row["iadl4"]) > 0,  # the vectors count dependencies of cognitive cause
        mini_gds=int(row["mini_gds"]),
        autres_positifs=(),
    )

    assert result.code == row["orientation_attendue"]
    assert result.niveau == result.code[:2]
    assert bool(result.raisons) == (result.niveau != "N5")


@pytest.mark.parametrize(
    ("change", "niveau"),
    [
        ({}, "N5"),
        ({"signes": ["plainte"]}, "N4"),
        ({"codex": "B"}, "N5"),
        ({"codex": "C"}, "N3"),
        ({"codex": "D"}, "N2"),
        ({"cinq_mots_total": 9}, "N3"),
        ({"horloge7": 6}, "N3"),
        ({"mini_gds": 1}, "N3"),
        ({"retentissement": True}, "N3"),
        ({"autres_positifs": ["bref"]}, "N3"),
        ({"cinq_mots_total": 9, "retentissement": True}, "N2"),
        ({"autres_positifs": ["mmse"], "retentissement": True}, "N2"),
        ({"mini_gds": 4, "retentissement": True}, "N3"),  # mood is no cognitive test
        ({"autres_positifs": ["gds15"]}, "N3"),
        ({"autres_positifs": ["gds15"], "retentissement": True}, "N3"),
        ({"autres_positifs": ["gds15", "bref"], "retentissement": True}, "N2"),
        ({"signes": ["errance"]}, "N2"),
        ({"signes": ["abus_financier"]}, "N2"),
        ({"signes": ["test_non_interpretable"]}, "N3"),
        ({"signes": ["traumatisme_cranien_anticoagulant"]}, "N1"),
        ({"signes": ["traumatisme_cranien_symptomatique"]}, "N0"),
        ({"signes": ["hypoglycemies_repetees", "conduite_a_risque"], "codex": "D"}, "N1"),
        ({"signes": ["plainte"], "codex": None, "cinq_mots_total": None}, "N4"),
        ({"signes": ["refus_alimentaire"], "codex": None, "cinq_mots_total": None, "horloge7": None}, "N1"),
    ],
)
def test_orientation_of_one_change_to_a_quiet_situation(change, niveau):
    assert cognition.orientation(**{**CALME, **change}).niveau == niveau


def test_orientation_keeps_every_reason_the_most_urgent_first():
    result = cognition.orientation(
        **{**CALME, "signes": ["plainte", "idees_suicidaires"], "codex": "D", "retentissement": True}
    )

    assert [raison.split()[0] for raison in result.raisons] == ["Idées", "Codex", "Test", "Plainte"]
    assert result.conduite == "Demandez l’avis du médecin le jour même."


@pytest.mark.parametrize(
    ("signes", "valides"),
    [
        (["danger_immediat"], False),
        (["changement_aigu"], False),
        (["test_non_interpretable"], False),
        (["errance"], True),
    ],
)
def test_scores_are_not_read_in_an_emergency_nor_when_they_cannot_be(signes, valides):
    assert cognition.orientation(**{**CALME, "signes": signes}).tests_valides == valides


@pytest.mark.parametrize(
    "change",
    [{"codex": "D"}, {"codex": "C", "retentissement": True}, {"autres_positifs": ["mmse"], "retentissement": True}],
)
def test_a_test_that_cannot_be_read_sets_no_level_and_is_no_reason(change):
    result = cognition.orientation(**{**CALME, **change, "signes": ["test_non_interpretable"]})

    assert (result.niveau, len(result.raisons)) == ("N3", 1)
    assert result.raisons[0].startswith("Test non interprétable")


@pytest.mark.parametrize("mood", [{"mini_gds": 1}, {"autres_positifs": ["gds15"]}])
def test_mood_keeps_its_question_even_when_a_test_cannot_be_read(mood):
    result = cognition.orientation(**{**CALME, **mood, "signes": ["test_non_interpretable"], "codex": "D"})

    assert result.niveau == "N3"
    assert [("suicidaires" in raison) for raison in result.raisons] == [False, True]


def test_a_dependency_without_cognitive_cause_does_not_weigh():
    lu = cognition.iadl4(2, 5, 3, 3, cause_cognitive=False)

    assert lu.dependances == 4
    found = cognition.orientation(**{**CALME, "horloge7": 6, "retentissement": lu.retentissement})
    assert found.niveau == "N3"


SITUATION = {
    "signes": st.sets(st.sampled_from(sorted(TRIAGE["signes"]))),
    "codex": st.sampled_from("ABCD"),
    "cinq_mots_total": st.integers(0, 10),
    "horloge7": st.integers(0, 7),
    "retentissement": st.booleans(),
    "mini_gds": st.integers(0, 4),
    "autres_positifs": st.sets(st.sampled_from(triage.TESTS)),
}


@settings(max_examples=50)
@given(situation=st.fixed_dictionaries(SITUATION), signe=st.sampled_from(sorted(TRIAGE["signes"])))
def test_one_more_sign_is_never_less_urgent(situation, signe):
    assume(signe != "test_non_interpretable")  # it takes the tests away: a Codex D is then no reason
    more = {**situation, "signes": situation["signes"] | {signe}}

    assert cognition.orientation(**more).niveau <= cognition.orientation(**situation).niveau


@pytest.mark.parametrize(
    "change",
    [
        {"codex": None, "cinq_mots_total": None, "horloge7": None},
        {"retentissement": None},
        {"mini_gds": None},
        {"signes": ["plainte"], "mini_gds": None},
    ],
)
def test_nobody_is_reassured_on_what_was_not_done(change):
    with pytest.raises(ValueError, match="il manque"):
        cognition.orientation(**{**CALME, **change})


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"signes": ["danger"]}, "danger_immediat"),
        ({"signes": "plainte"}, "Signes"),
        ({"signes": None}, "Signes"),
        ({"signes": [1]}, "Signes"),
        ({"codex": "E"}, "Codex"),
        ({"codex": "AB"}, "Codex"),
        ({"cinq_mots_total": 11}, "Cinq mots"),
        ({"cinq_mots_total": "9"}, "Cinq mots"),
        ({"horloge7": 8}, "Horloge"),
        ({"horloge7": True}, "Horloge"),
        ({"retentissement": 1}, "Retentissement"),
        ({"retentissement": math.nan}, "Retentissement"),
        ({"signes": {"danger_immediat": False}}, "Signes.*n’est pas une liste"),
        ({"autres_positifs": {"bref": False}}, "Autres tests positifs.*n’est pas une liste"),
        ({"autres_positifs": "bref"}, "Autres tests positifs"),
        ({"mini_gds": -1}, "Mini-GDS"),
        ({"autres_positifs": ["codex"]}, "Autres tests positifs"),
        ({"autres_positifs": None}, "Autres tests positifs"),
    ],
)
def test_orientation_refuses_an_impossible_situation(change, named):
    with pytest.raises(ValueError, match=named):
        cognition.orientation(**{**CALME, **change})


# Vignettes: every expected score, through the engine -------------------------------------------------------------

VIGNETTES = json.loads((DATA / "cognition_vignettes.json").read_text("utf-8"))
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


# Predictive values -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("row", table("cognition_bayes.csv"), ids=lambda row: row["id"])
def test_valeurs_predictives_follow_the_table(row):
    found = cognition.valeurs_predictives(*(float(row[name]) for name in ("sensibilite", "specificite", "prevalence")))

    for name, column, tolerance in (
        ("vpp", "VPP", 0.00051),
        ("vpn", "VPN", 0.00051),
        ("rv_plus", "RV_plus", 0.00051),
        ("rv_moins", "RV_moins", 0.00051),
        ("vrais_positifs", "vrais_positifs_pour_1000", 0.051),
        ("faux_positifs", "faux_positifs_pour_1000", 0.051),
    ):
        assert getattr(found, name) == pytest.approx(float(row[column]), abs=tolerance), name


def test_the_published_predictive_value_of_the_weighted_five_words_is_reproduced():
    """Cowppli-Bony, Rev Neurol 2005: 73 cases among 4 116 people, positive predictive value 9.1 %."""
    published = cognition.performances()["cinq_mots_pondere"]
    found = cognition.valeurs_predictives(published.sensibilite, published.specificite, 73 / 4116)

    assert found.vpp == pytest.approx(0.091, abs=0.0005)


FRACTION = st.floats(0.05, 0.99)


@settings(max_examples=50)
@given(FRACTION, FRACTION, st.floats(0.001, 0.98))
def test_a_test_is_worth_more_where_the_condition_is_more_frequent(se, sp, p):
    rare, frequent = cognition.valeurs_predictives(se, sp, p), cognition.valeurs_predictives(se, sp, p + 0.01)

    assert frequent.vpp > rare.vpp
    assert frequent.vpn < rare.vpn or se == 1
    assert sum((rare.vrais_positifs, rare.faux_positifs, rare.faux_negatifs, rare.vrais_negatifs)) == pytest.approx(
        1000
    )
    # Bayes in odds: after a positive test, odds are multiplied by the positive likelihood ratio.
    assert rare.vpp / (1 - rare.vpp) == pytest.approx(p / (1 - p) * rare.rv_plus)


@pytest.mark.parametrize("value", [None, True, "0,9", math.nan, math.inf, -0.1, 92, 1.5])
def test_valeurs_predictives_refuse_a_percentage_with_the_hint(value):
    for arguments, label in (((value, 0.85, 0.05), "Sensibilité"), ((0.92, value, 0.05), "Spécificité")):
        with pytest.raises(ValueError, match=f"{label}.*en fraction"):
            cognition.valeurs_predictives(*arguments)
    with pytest.raises(ValueError, match=r"Prévalence.*en fraction"):
        cognition.valeurs_predictives(0.92, 0.85, value)


def test_performances_are_fractions_with_a_source_and_a_degree_of_certainty():
    for performance in cognition.performances().values():
        assert 0.5 < performance.sensibilite < 1
        assert 0.5 < performance.specificite < 1
        assert performance.surete in ("lu", "a_verifier")
        assert all((performance.situation, performance.source, performance.date))


# Conditions, home grid, words --------------------------------------------------------------------------------

CONDITIONS = {row["nom"]: row for row in reference_data.rows("cognition_conditions")}
DOMICILE = {row["nom"]: row for row in reference_data.rows("cognition_domicile")}
REMPLIES = dict.fromkeys(CONDITIONS, "remplie")


def test_conditions_all_met_are_complete():
    assert cognition.conditions_passation(REMPLIES).completes


@pytest.mark.parametrize("nom", CONDITIONS)
def test_a_condition_unmet_or_unanswered_is_named(nom):
    unmet = cognition.conditions_passation({**REMPLIES, nom: "non_remplie"})
    unanswered = cognition.conditions_passation({name: "remplie" for name in CONDITIONS if name != nom})

    assert (unmet.non_remplies, unmet.completes) == ((nom,), False)
    assert unmet.que_faire[nom].endswith(".")
    assert (unanswered.non_renseignees, unanswered.completes) == ((nom,), False)
    assert unmet.bloquantes == ((nom,) if nom in ("etat_stable", "cause_somatique") else ())


@pytest.mark.parametrize("nom", CONDITIONS)
def test_sans_objet_is_accepted_only_where_it_can_be(nom):
    if nom in ("appareils", "liste", "interprete"):
        assert cognition.conditions_passation({**REMPLIES, nom: "sans_objet"}).completes
    else:
        with pytest.raises(ValueError, match=f"Condition {nom}"):
            cognition.conditions_passation({**REMPLIES, nom: "sans_objet"})


@pytest.mark.parametrize("constats", [None, [], {"appareil": "remplie"}, {"appareils": True}, {"appareils": "oui"}])
def test_conditions_refuse_an_unknown_name_or_word(constats):
    with pytest.raises(ValueError, match="Condition"):
        cognition.conditions_passation(constats)


CONFORMES = {nom: {"conforme": True, "constat": "Vu pendant la visite."} for nom in DOMICILE}


def test_the_home_grid_has_eighteen_items_and_safety_first():
    assert len(DOMICILE) == 18
    gas = {"conforme": False, "constat": "Odeur de gaz dans la cuisine, un bouton ouvert sans flamme."}
    found = cognition.grille_domicile({**CONFORMES, "gaz_feu": gas}, 30)

    assert (found.anomalies, found.danger) == (("gaz_feu",), True)
    assert not cognition.grille_domicile(CONFORMES, 30).danger


@pytest.mark.parametrize(("duree", "trop_long"), [(45, False), (46, True)])
def test_the_home_visit_lasts_45_minutes_at_most(duree, trop_long):
    assert cognition.grille_domicile(CONFORMES, duree).trop_long == trop_long


def test_the_home_grid_names_its_own_faults():
    constats = {**CONFORMES, "poids": {"conforme": False, "constat": " "}}
    constats["aidant"] = {"conforme": True, "constat": "La fille dit que sa mère est démente."}
    del constats["courrier"]
    found = cognition.grille_domicile(constats, 30)

    assert found.manquants == ("courrier",)
    assert found.sans_constat == ("poids",)
    assert found.mots_interdits == {"aidant": ("démente",)}


@pytest.mark.parametrize(
    ("observations", "duree"),
    [
        (None, 30),
        ({"gaz": {"conforme": True, "constat": "Vu."}}, 30),
        ({"gaz_feu": True}, 30),
        ({"gaz_feu": {"conforme": True}}, 30),
        ({"gaz_feu": {"conforme": 1, "constat": "Vu."}}, 30),
        ({"gaz_feu": {"conforme": True, "constat": None}}, 30),
        (CONFORMES, 0.75),  # hours
        (CONFORMES, None),
    ],
)
def test_the_home_grid_refuses_another_form(observations, duree):
    with pytest.raises(ValueError, match=r"Domicile|Durée"):
        cognition.grille_domicile(observations, duree)


@pytest.mark.parametrize(
    ("texte", "extraits"),
    [
        ("Certains exercices ont été difficiles aujourd’hui. Ce n’est pas un diagnostic.", ()),
        ("J’en parle au docteur X, qui vous proposera la suite.", ()),
        ("Risque cardiovasculaire à 12 %, HbA1c 7 %, poids perdu 6 %, risque de chute.", ()),
        ("Maladie d’Alzheimer possible.", ("Alzheimer",)),
        ("ALZHEIMER", ("ALZHEIMER",)),
        ("début de de\u0301mence", ("démence",)),  # accent typed as a separate character
        ("Corps de Lewy ? Fronto-temporale ? Sénile ?", ("Corps de Lewy", "Fronto-temporale", "Sénile")),
        ("Elle a raté le test.", ("raté le test",)),
        ("Test raté", ("Test raté",)),
        ("il a échoué aux épreuves", ("échoué aux épreuves",)),
        ("Vous avez 30\u202f% de risque d’avoir un trouble", ("30\u202f% de risque",)),
        ("Un risque de maladie de 24,4 %", ("risque de maladie de 24,4 %",)),
        ("", ()),
    ],
)
def test_mots_interdits_finds_names_of_diseases_percentages_and_judgements(texte, extraits):
    found = cognition.mots_interdits(texte)

    assert tuple(mot.extrait for mot in found) == extraits
    assert all(mot.raison.endswith(".") for mot in found)


@pytest.mark.parametrize(
    ("texte", "extrait"),
    [
        ("Maladie de Parkinson connue.", "Parkinson"),
        ("Allure parkinsonienne.", "parkinsonienne"),
        ("Évoque une DFT.", "DFT"),
        ("DTA débutante", "DTA"),
        ("TNC majeur", "TNC"),
        ("TNCL", "TNCL"),
        ("MCI amnésique", "MCI"),
        ("Maladie de Pick", "Pick"),
        ("trouble neurocognitif", "trouble neurocognitif"),
        ("Troubles neuro-cognitifs", "Troubles neuro-cognitifs"),
        ("syndrome confusionnel", "confusionnel"),
        ("états confusionnels", "confusionnels"),
    ],
)
def test_mots_interdits_finds_the_abbreviations_too(texte, extrait):
    assert [(mot.extrait, mot.nature) for mot in cognition.mots_interdits(texte)] == [(extrait, "maladie")]


@pytest.mark.parametrize(
    "texte",
    [
        "Elle conduit un pick-up, et le chien pique.",
        "Le dessin de la montre a été difficile ; la consigne a été répétée.",
        "Merci à la fille, présente. Elle confond les deux rues, sans confusion des dates.",
        "Plainte de mémoire depuis l’été, troubles du sommeil, marche lente.",
        "Le facteur DTAM passe à midi.",
    ],
)
def test_mots_interdits_lets_an_innocent_sentence_pass(texte):
    assert cognition.mots_interdits(texte) == ()


def test_what_blocks_a_test_is_acute_and_what_only_troubles_it_does_not_block():
    rows = {row["nom"]: row for row in reference_data.rows("cognition_conditions")}
    blocking = " ".join(row["attendu"] for row in rows.values() if row["bloquante"] == "oui").lower()
    others = " ".join(row["attendu"] for row in rows.values() if row["bloquante"] == "non").lower()

    for word in ("hypoglycémie", "hypoxie", "changement aigu"):
        assert word in blocking
        assert word not in others
    for word in ("constipation", "infection simple"):
        assert word in others
        assert word not in blocking


def test_mots_interdits_stays_fast_on_a_long_text():
    assert cognition.mots_interdits("1" * passation.TEXTE_MAX) == ()
    assert cognition.mots_interdits("risque " * (passation.TEXTE_MAX // 7)) == ()


@pytest.mark.parametrize("texte", [None, 12, ["démence"], "x" * (passation.TEXTE_MAX + 1)])
def test_mots_interdits_refuses_what_is_not_a_text(texte):
    with pytest.raises(ValueError, match="Texte"):
        cognition.mots_interdits(texte)


# Before and after the tests -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "situations", "motifs"),
    [
        (74.9, (), ()),
        (75, (), ("age",)),
        (60, ["inquietude_proche", "plainte"], ("plainte", "inquietude_proche")),
        (80, ["entree_residence"], ("entree_residence", "age")),
    ],
)
def test_a_screening_is_offered_from_75_years_or_for_a_reason(age, situations, motifs):
    assert cognition.motifs_de_reperage(age, situations) == motifs


def test_the_age_of_the_screening_is_a_parameter():
    assert cognition.motifs_de_reperage(70, (), age_min=70) == ("age",)


@pytest.mark.parametrize(
    ("age", "situations", "age_min"),
    [(None, (), 75), (7.5, (), 75), (75, "plainte", 75), (75, ["oubli"], 75), (75, None, 75), (75, (), True)],
)
def test_motifs_de_reperage_refuse_an_impossible_person(age, situations, age_min):
    with pytest.raises(ValueError, match=r"Âge|Situation"):
        cognition.motifs_de_reperage(age, situations, age_min)


@pytest.mark.parametrize(
    ("jour", "debut", "fin"),
    [
        (date(2025, 3, 10), date(2025, 9, 10), date(2026, 3, 10)),
        (date(2025, 8, 31), date(2026, 2, 28), date(2026, 8, 31)),
        (date(2023, 8, 31), date(2024, 2, 29), date(2024, 8, 31)),
        (date(2025, 12, 1), date(2026, 6, 1), date(2026, 12, 1)),
    ],
)
def test_a_reassessment_is_planned_6_to_12_months_later(jour, debut, fin):
    assert cognition.fenetre_reevaluation(jour) == (debut, fin)


@pytest.mark.parametrize(("second", "reutilisable"), [(date(2025, 6, 9), False), (date(2025, 6, 10), True)])
def test_the_same_list_waits_three_months(second, reutilisable):
    assert cognition.liste_reutilisable(date(2025, 3, 10), second) == reutilisable


@pytest.mark.parametrize("jour", [None, "2025-03-10", 20250310, datetime(2025, 3, 10), date(1800, 1, 1)])
def test_a_day_is_a_date(jour):
    with pytest.raises(ValueError, match=r"Jour des tests.*(n’est pas une date|hors des dates)"):
        cognition.fenetre_reevaluation(jour)
    with pytest.raises(ValueError, match=r"Second test.*(n’est pas une date|hors des dates)"):
        cognition.liste_reutilisable(date(2025, 1, 1), jour)


def test_two_tests_come_in_their_order():
    with pytest.raises(ValueError, match="vient avant"):
        cognition.liste_reutilisable(date(2025, 3, 10), date(2025, 3, 9))


@pytest.mark.parametrize("situations", [{"plainte": False}, "plainte", None])
def test_reasons_to_screen_are_a_list_of_what_is_present(situations):
    with pytest.raises(ValueError, match=r"Situation.*n’est pas une liste"):
        cognition.motifs_de_reperage(80, situations)
