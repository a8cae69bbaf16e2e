"""An ECG session from a bare chest: each criterion both ways, what is dangerous and what is out of scope."""

import pytest

from asalee_training.clinical import ecg as technique
from asalee_training.exercises import electrodes
from asalee_training.exercises.electrodes import mots as electrodes_mots
from asalee_training.simulation.seance_ecg import CODES, JUSTE
from tests.exercises.seance_electrodes import (
    MAN,
    NU,
    WOMAN,
    before,
    changed,
    lost,
    mark,
    moved,
    perfect,
    spec,
    timed,
    without,
)


@pytest.mark.parametrize("who", [WOMAN, MAN], ids=["femme", "homme"])
def test_a_perfect_session_gets_full_mark_and_every_line_is_right(who):
    result = mark(perfect(NU, who), NU, who)
    assert (result.points, result.etat, result.gravite) == (10.0, "juste", None)
    assert len(result.etapes) == 25
    for etape in result.etapes:
        assert etape.juste
        for text in (etape.fait, etape.attendu, etape.pourquoi):
            assert text[0].isupper() or text[0] in "«0123456789"
            assert text.endswith((".", "»."))
            assert "'" not in text


ONE_FAULT = [
    ("l’identité vérifiée", lambda s: without(s, quoi="identite")),
    ("l’identité vérifiée", lambda s: moved(s, {"g": "transmettre"}, quoi="identite")),
    ("la gêne recherchée", lambda s: without(s, quoi="symptomes")),
    ("l’accord demandé", lambda s: without(s, quoi="expliquer")),
    ("l’accord demandé", lambda s: moved(s, {"g": "enregistrer"}, quoi="expliquer")),
    ("la position allongée", lambda s: changed(s, {"quoi": "asseoir"}, quoi="allonger")),
    ("la position allongée", lambda s: before(s, [{"g": "preparer", "quoi": "asseoir"}], g="enregistrer")),
    ("le repos et la chaleur", lambda s: without(s, quoi="repos")),
    ("le torse dégagé dans le respect de la pudeur", lambda s: without(s, quoi="pudeur")),
    ("le torse dégagé dans le respect de la pudeur", lambda s: before(s, [{"g": "preparer", "quoi": "garder_le_haut"}], g="palper")),
    ("la peau préparée avant la pose", lambda s: without(s, quoi="secher")),
    ("la peau préparée avant la pose", lambda s: before(s, [{"g": "preparer", "quoi": "creme"}], g="palper")),
    ("la peau préparée avant la pose", lambda s: moved(s, {"g": "enregistrer"}, quoi="degraisser")),
    ("la peau préparée avant la pose", lambda s: moved(s, {"g": "enregistrer"}, quoi="raser")),
    ("le repérage par l’angle de Louis", lambda s: without(s, g="palper")),
    ("le repérage par l’angle de Louis", lambda s: changed(s, {"repere": "clavicule"}, g="palper")),
    ("le repérage par l’angle de Louis", lambda s: moved(s, {"g": "enregistrer"}, g="palper")),
    *((f"la place de {code}", lambda s, c=code: without(s, electrode=c)) for code in ("V1", "V2", "V3", "V4", "V5", "V6")),
    ("les électrodes des membres", lambda s: without(s, electrode="N")),
    ("la vitesse, l’amplitude et l’étalonnage", lambda s: changed(s, {"mm_s": "50"}, g="vitesse")),
    ("la vitesse, l’amplitude et l’étalonnage", lambda s: changed(s, {"mm_mv": "5"}, g="amplitude")),
    ("la vitesse, l’amplitude et l’étalonnage", lambda s: changed(s, {"imprime": False}, g="carre")),
    ("les mentions sur le tracé", lambda s: without(s, mention="filtre")),
    ("les mentions sur le tracé", lambda s: without(s, mention="heure")),
    ("un bon tracé gardé", lambda s: before(s, [{"g": "voir", "defaut": "inversion_bras", "coche": True}], g="transmettre")),
    ("un bon tracé gardé", lambda s: before(s, [{"g": "reprendre"}, {"g": "enregistrer"}], g="transmettre")),
    ("la transmission au médecin", lambda s: without(s, g="transmettre")),
    ("le médecin prévenu avant le départ", lambda s: without(s, g="alerter")),
    ("ce qui est noté avec le tracé", lambda s: {**s, "conclusion": {"note": "rien"}}),
    ("ce qui est noté avec le tracé", lambda s: {**s, "conclusion": {}}),
    ("aucune interprétation", lambda s: before(s, [{"g": "preparer", "quoi": "rassurer"}], g="palper")),
    ("le départ après le contrôle", lambda s: without(s, g="liberer")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "change"), ONE_FAULT, ids=[f"{i}-{name}" for i, (name, _) in enumerate(ONE_FAULT)])
def test_one_fault_loses_its_criterion_and_only_it(name, change):
    a_spec = spec(fautes=[])  # without the incident, whose naming would follow the other faults
    result = mark(change(perfect(a_spec, MAN)), a_spec, MAN)
    assert lost(result) == [name]
    assert 0 <= result.points < 10


def test_an_electrode_that_came_unstuck_is_seen_named_and_stuck_again():
    session = perfect()
    assert lost(mark(without(session, g="voir"))) == ["le défaut reconnu"]
    wrong = changed(session, {"defaut": "inversion_bras"}, g="voir")
    assert lost(mark(wrong)) == ["le défaut reconnu"]
    everything = before(
        session, [{"g": "voir", "defaut": d, "coche": True} for d in electrodes_mots.DEFAUTS], g="reprendre"
    )
    assert lost(mark(everything)) == ["le défaut reconnu"]
    doubt = {"g": "voir", "defaut": "parasites_50_hz"}
    unticked = before(session, [{**doubt, "coche": True}, {**doubt, "coche": False}], g="reprendre")
    assert lost(mark(unticked)) == []
    twice = electrodes.expected(NU, WOMAN).attendu["parasites"][-1]["fin"]["poser"][0]
    not_again = [g for i, g in enumerate(session["gestes"]) if not (g.get("electrode") == twice and i > 25)]
    assert "un tracé sans parasite" in lost(mark(timed(not_again)))


def test_stuck_again_before_the_first_tracing_leaves_nothing_to_recognise():
    session = perfect(spec(fautes=[]))
    twice = electrodes.expected(NU, WOMAN).attendu["parasites"][-1]["fin"]["poser"][0]
    result = mark(before(session, [{"g": "poser", "electrode": twice, "site": JUSTE[twice]}], g="enregistrer"))
    assert lost(result) == []
    assert result.points == 10


@pytest.mark.parametrize("code", CODES)
def test_each_electrode_is_looked_for_where_clinical_ecg_puts_it(code):
    place = next(e.position for e in technique.electrodes() if e.code == code)
    assert JUSTE[code] == place
    a_spec = spec(fautes=[])
    elsewhere = "parasternal_droit" if code.startswith("V") else "axillaire_anterieure_droite"
    result = mark(changed(perfect(a_spec), {"site": elsewhere}, electrode=code), a_spec)
    assert lost(result) == ["les électrodes des membres" if code in "RLFN" else f"la place de {code}"]


@pytest.mark.parametrize(
    ("pair", "gravite"), [(("R", "L"), "dangereux"), (("R", "N"), "dangereux"), (("F", "N"), None)]
)
def test_arms_exchanged_and_transmitted_are_dangerous_legs_are_not(pair, gravite):
    a_spec, (a, b) = spec(fautes=[]), pair
    session = perfect(a_spec)
    swapped = timed([
        {**g, "site": JUSTE[{a: b, b: a}.get(g["electrode"], g["electrode"])]} if g["g"] == "poser" else g
        for g in session["gestes"]
    ])  # fmt: skip
    result = mark(swapped, a_spec)
    assert lost(result) == ["les électrodes des membres"]
    assert result.gravite == gravite
    assert mark(without(swapped, g="transmettre"), a_spec).gravite is None, "seen in time, or not sent"


HAUT = {"V1": "eic3_bord_droit", "V2": "eic3_bord_gauche"}


@pytest.mark.parametrize(("sites", "majeure"), [
    (HAUT, True), ({"V1": HAUT["V1"]}, True), ({"V2": "eic2_bord_gauche"}, True),
    ({"V1": "eic5_bord_droit"}, False), ({"V4": "eic4_medioclaviculaire"}, False),
    ({"V1": JUSTE["V2"], "V2": JUSTE["V1"]}, False),
])  # fmt: skip
def test_v1_or_v2_too_high_on_what_was_sent_is_a_major_fault_and_no_danger(sites, majeure):
    a_spec = spec(fautes=[])
    session = timed([{**g, "site": sites.get(g.get("electrode"), g["site"])} if g["g"] == "poser" else g
                     for g in perfect(a_spec)["gestes"]])  # fmt: skip
    result = mark(session, a_spec)
    assert result.retour.startswith("**Faute majeure.**") == majeure
    assert (result.points == 5) == majeure
    assert result.gravite is None
    unsent = mark(without(session, g="transmettre"), a_spec)
    assert "majeure" not in unsent.retour, "no physician was misled"
    assert unsent.points > 5


def test_a_bad_start_that_is_mended_before_the_last_tracing_is_not_held_against_her():
    a_spec = spec(fautes=[])
    session = perfect(a_spec)
    first_try = [
        {"g": "poser", "electrode": "V1", "site": "eic2_bord_droit"}, {"g": "enregistrer"},
        {"g": "voir", "defaut": "v1_v2_trop_hautes", "coche": True}, {"g": "reprendre"},
        {"g": "poser", "electrode": "V1", "site": JUSTE["V1"]},
    ]  # fmt: skip
    assert lost(mark(before(session, first_try, g="enregistrer"), a_spec)) == []


def test_what_was_not_prepared_shows_on_the_tracing():
    a_spec = spec(fautes=[])
    session = perfect(a_spec)
    assert lost(mark(without(session, quoi="rechauffer"), a_spec)) == [
        "le repos et la chaleur",
        "un tracé sans parasite",
    ]
    assert lost(mark(without(session, quoi="debrancher"), a_spec)) == ["un tracé sans parasite"]
    assert lost(mark(without(session, quoi="degraisser"), a_spec)) == [
        "la peau préparée avant la pose",
        "un tracé sans parasite",
    ]
    filtered = before(without(session, quoi="debrancher"), [{"g": "filtre", "bande": "35"}], g="enregistrer")
    assert lost(mark(filtered, a_spec)) == ["un tracé sans parasite"], "a filter hides, it does not mend"


@pytest.mark.parametrize("note", electrodes_mots.INTERPRETATIONS)
def test_writing_an_interpretation_is_out_of_scope_whatever_the_rest(note):
    result = mark({**perfect(), "conclusion": {"note": note}})
    assert lost(result) == ["ce qui est noté avec le tracé", "aucune interprétation"]
    assert result.gravite == "hors_champ"


@pytest.mark.parametrize("symptome", ["douleur", "dyspnee", "palpitations", "syncope"])
def test_a_symptom_leaves_with_the_physician_told_or_it_is_dangerous(symptome):
    a_spec = spec(symptomes=[symptome])
    session = perfect(a_spec)
    assert mark(session, a_spec).points == 10
    assert mark(without(session, g="alerter"), a_spec).gravite == "dangereux"
    still_there = without(without(session, g="alerter"), g="liberer")
    assert mark(still_there, a_spec).gravite is None
    assert "le médecin prévenu avant le départ" in lost(mark(still_there, a_spec))


def test_without_a_symptom_nobody_has_to_be_told_at_once():
    a_spec = spec(symptomes=["aucun"])
    session = perfect(a_spec)
    assert "alerter" not in [g["g"] for g in session["gestes"]]
    assert mark(session, a_spec).points == 10
    assert mark(before(session, [{"g": "alerter"}], g="liberer"), a_spec).points == 10
