"""The examination with the monofilament: each criterion won and lost alone."""

import pytest

from asalee_training.exercises import examen_monofilament as exam
from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.examen_monofilament import exemples, mots
from asalee_training.exercises.gestes import changee
from tests.exercises.seance_monofilament import (
    ABSENTS,
    CLE,
    FICTIVE,
    GOOD,
    KEY,
    LESEE,
    PRESENTS,
    SPEC,
    TOUT,
    after_the_first,
    changed,
    concluded,
    lost,
    mark,
    moved,
    same_order,
    shams_last,
    some,
    without,
)


@pytest.mark.parametrize(
    ("raw", "libelle", "gravite"),
    [
        (without("expliquer"), "l’explication et l’accord avant tout", None),
        (without("plier_fil"), "plier le fil avant de s’en servir", None),
        (after_the_first("plier_fil"), "plier le fil avant de s’en servir", None),
        (without("demontrer"), "la démonstration sur la main", None),
        (changed({"g": "demontrer"}, lieu="pied"), "la démonstration sur la main", None),
        (changed({"g": "yeux"}, etat="ouverts"), "les yeux fermés", None),
        (some(3, angle="oblique"), "le fil perpendiculaire", None),
        (some(3, contact_ms=899), "un contact d’une à deux secondes", None),
        (some(3, contact_ms=2201), "un contact d’une à deux secondes", None),
        (some(3, plie=False), "appuyer jusqu’à ce que le fil plie", None),
        (some(3, glisse=True), "appuyer sans glisser", None),
        (
            changed({"g": "appliquer", "zone": LESEE}, position="centre"),
            "la peau saine, à côté de la corne ou de la cicatrice",
            None,
        ),
        (changed({**FICTIVE, "zone": PRESENTS[0]}), "une application fictive à chaque site", None),
        (moved(shams_last), "une place imprévisible pour l’application fictive", None),
        (moved(same_order), "un ordre des sites imprévisible", None),
        (some(1, question="suggestive"), "une question ouverte à chaque application", None),
        (some(1, "fictive", question="aucune"), "une question ouverte à chaque application", None),
        (concluded(**{ABSENTS[0]: "present"}), f"le site « {mots.libelle(ABSENTS[0])} »", None),
        (concluded(**{PRESENTS[0]: "absent"}), f"le site « {mots.libelle(PRESENTS[0])} »", None),
        (concluded(**{PRESENTS[0]: None}), f"le site « {mots.libelle(PRESENTS[0])} »", None),
        (concluded(grade="1"), "le grade podologique", None),
        (concluded(grade="0"), "le grade podologique", "dangereux"),
        (concluded(grade="aucun"), "le grade podologique", None),
        (concluded(iwgdf="1"), "la catégorie IWGDF", None),
        (concluded(recontrole="12"), "le délai du prochain examen", None),
        (concluded(recontrole="24"), "le délai du prochain examen", "dangereux"),
        (concluded(recontrole=None), "le délai du prochain examen", None),
        (concluded(alerte="immediat"), "le délai pour prévenir le médecin", None),
        (concluded(alerte="programme"), "le délai pour prévenir le médecin", None),
        (concluded(alerte="dossier"), "le délai pour prévenir le médecin", "dangereux"),
        (concluded(eduquer=None), "apprendre à regarder ses pieds", None),
        (concluded(podologue=None), "confier la corne au pédicure-podologue", None),
        (concluded(decharge=True), "la mise en décharge", None),
        (concluded(oter_corne=True), "ne pas retirer la corne", "hors_champ"),
    ],
)
def test_one_fault_loses_its_criterion_and_no_other(raw, libelle, gravite):
    assert lost(raw) == [libelle]
    judged = mark(raw)
    assert judged.points < 10
    assert judged.gravite == gravite
    assert sum(not etape.juste for etape in judged.etapes) == 1


def test_two_clumsy_touches_of_twelve_are_forgiven_in_each_respect():
    for fields in ({"angle": "oblique"}, {"contact_ms": 2201}, {"plie": False}, {"glisse": True}):
        assert mark(some(2, **fields)).etat == "juste"


@pytest.mark.parametrize(("raw", "majeure"), [
    (changed({"g": "yeux"}, etat="ouverts"), "yeux ouverts"),
    (without("yeux"), "yeux ouverts"),
    (changee(GOOD, FICTIVE), "aucune application fictive"),
])  # fmt: skip
def test_open_eyes_and_no_sham_at_all_leave_half_the_points_and_close_no_case(raw, majeure):
    result = mark(raw)
    assert (result.points, result.gravite) == (5.0, None)
    assert result.retour.startswith("**Faute majeure.**")
    assert majeure in result.retour.split(" L’acte est à refaire")[0]


def test_eyes_opened_once_or_one_site_without_a_sham_only_lose_their_points():
    last = max(rang for rang, geste in enumerate(GOOD["gestes"]) if geste["g"] == "appliquer")
    opened = {"g": "yeux", "t": GOOD["gestes"][last]["t"], "etat": "ouverts"}
    gestes = [*GOOD["gestes"][:last], opened, *GOOD["gestes"][last:]]
    once = mark({**GOOD, "gestes": gestes})
    assert once.points > 9
    assert "majeure" not in once.retour
    one_site = changee(GOOD, {**FICTIVE, "zone": PRESENTS[0]})
    assert mark(one_site).points > 9


@pytest.mark.parametrize(("raw", "zone", "words"), [
    (changed({"g": "yeux"}, etat="ouverts"), ABSENTS[0], "répondu à ce qu’elle voyait"),
    (changed({"zone": LESEE, "application": "reelle"}, position="centre"), LESEE, "Sur la lésion"),
    (changed({"zone": PRESENTS[0]}, question="suggestive"), PRESENTS[0], "soufflait le « oui »"),
    (GOOD, PRESENTS[0], ""),
])  # fmt: skip
def test_the_correction_of_a_site_says_what_deceived_her(raw, zone, words):
    why = {c.libelle: c.pourquoi for c in exam.criteres(SPEC, KEY, exam.parse(SPEC, raw))}[
        f"le site « {mots.libelle(zone)} »"
    ]
    assert words in why
    assert why.endswith("Deux fausses sur trois : absente.")
    assert bool(words) == (not why.startswith("Deux réponses justes"))


@pytest.mark.parametrize("alternee", [False, True])
@pytest.mark.parametrize("contact_ms", [900, 2200])
def test_a_perfect_session_has_all_points_however_it_is_ordered_and_timed(alternee, contact_ms):
    good = exemples.parfaite(TOUT, CLE, alternee=alternee)
    good = changee(good, {"g": "appliquer", "application": "reelle"}, contact_ms=contact_ms)
    assert (mark(good).etat, mark(good).points) == ("juste", 10)
    clock = {**good, "gestes": [{**geste, "t": 2000 * rang} for rang, geste in enumerate(good["gestes"])]}
    assert mark(clock).points == 10, "a regular clock is no fault: the order is judged"


def test_a_missing_application_at_one_site_is_seen():
    own = {"g": "appliquer", "zone": PRESENTS[0], "application": "reelle"}
    first = next(rang for rang, geste in enumerate(GOOD["gestes"]) if own.items() <= geste.items())
    gestes = [geste for rang, geste in enumerate(GOOD["gestes"]) if rang != first]
    assert lost({**GOOD, "gestes": gestes}) == ["deux applications réelles à chaque site"]


def test_a_state_written_without_a_touch_is_not_read():
    named = f"le site « {mots.libelle(PRESENTS[0])} »"
    said = mark(changed({"g": "appliquer", "zone": PRESENTS[0]}))
    assert named in lost(changed({"g": "appliquer", "zone": PRESENTS[0]}))
    assert any("sans l’avoir testé" in etape.fait for etape in said.etapes)


def test_saying_that_nothing_is_lost_is_dangerous_only_when_nobody_is_left_to_look():
    assert "oui" in CLE["perte"].values()
    for droit, gauche, gravite in (
        ("non", "non", "dangereux"),
        ("oui", "non", None),
        ("non", "oui", None),
        ("incomplet", "incomplet", None),
        (None, None, None),
    ):
        assert mark(concluded(**{"perte.droit": droit, "perte.gauche": gauche})).gravite == gravite


def test_only_one_foot_uncovered_is_seen_and_the_other_cannot_be_touched():
    only = [g for g in GOOD["gestes"] if not g.get("zone", "").startswith("gauche")]
    raw = changee({**GOOD, "gestes": only}, {"g": "decouvrir"}, pied="droit")
    assert "les deux pieds découverts" in lost(raw)
    with pytest.raises(Unreadable):
        exam.parse(SPEC, changed({"g": "decouvrir"}, pied="droit"))


def test_one_foot_after_the_other_is_both_feet():
    gestes = [{"g": "decouvrir", "pied": "gauche", "t": 0}, *GOOD["gestes"]]
    gestes = [{**g, "pied": "droit"} if g.get("pied") == "deux" else g for g in gestes]
    assert mark({**GOOD, "gestes": gestes}).etat == "juste"


def test_nothing_done_and_everything_guessed_is_far_from_enough():
    ticked = dict.fromkeys(mots.CONDUITES, True)
    guess = {"gestes": [], "conclusion": {**GOOD["conclusion"], **ticked}}
    assert mark(guess).points < 5
    assert mark(guess).gravite == "hors_champ"
