"""The examination with the monofilament: each criterion won and lost alone, what is impossible, what leaks."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.content import release
from asalee_training.content.models import Exercise
from asalee_training.exercises import examen_monofilament as exam
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.examen_monofilament import exemples, mots
from asalee_training.simulation import patient, peau, pieds

TOUT = tuple(mots.PARTIES)


def make(**changes):
    data = {
        "type": "examen_monofilament",
        "points": 10.0,
        "explication": "La règle à retenir est écrite ici.",
        **changes,
    }
    return exam.Spec.model_validate(data, strict=False)


def drawn(pied="neuropathie_deformation", skin="corne", seed=b"a", **laws):
    return patient.draw({"pieds": {"profil": pied}, "peau": {"profil": skin}, **laws}, seed)


SPEC = make(conclure=TOUT)
KEY = exam.expected(SPEC, drawn())
CLE = KEY.attendu
GOOD = exemples.parfaite(TOUT, CLE)
LESEE = CLE["lesions"][0]
ABSENTS = [zone for zone, etat in CLE["etats"].items() if etat == "absent"]
PRESENTS = [zone for zone, etat in CLE["etats"].items() if etat == "present"]
FICTIVE = {"g": "appliquer", "application": "fictive"}


def mark(raw, spec=SPEC, key=KEY):
    return exam.grade(spec, key, exam.parse(spec, raw))


def lost(raw, spec=SPEC, key=KEY):
    """Names of the criteria that this session loses."""
    seance = exam.parse(spec, raw)
    return [critere.libelle for critere in exam.criteres(spec, key, seance) if critere.acquis is False]


def without(name):
    return exemples.changee(GOOD, {"g": name})


def changed(what, **fields):
    return exemples.changee(GOOD, what, **fields)


def concluded(**fields):
    return {**GOOD, "conclusion": {**GOOD["conclusion"], **fields}}


def some(count, kind="reelle", **fields):
    """The first `count` applications of a kind, changed."""
    left, gestes = count, []
    for geste in GOOD["gestes"]:
        if geste.get("application") == kind and left:
            left, geste = left - 1, {**geste, **fields}
        gestes.append(geste)
    return {**GOOD, "gestes": gestes}


def moved(order):
    """The same session, its applications in another order."""
    before = [geste for geste in GOOD["gestes"] if geste["g"] != "appliquer"]
    after = order([geste for geste in GOOD["gestes"] if geste["g"] == "appliquer"])
    return {**GOOD, "gestes": [{**geste, "t": rang} for rang, geste in enumerate([*before, *after])]}


def shams_last(appuis):
    kinds = {}
    for geste in appuis:
        kinds.setdefault(geste["zone"], []).append(geste)
    return [g for line in kinds.values() for g in sorted(line, key=lambda g: g["application"] == "fictive")]


def same_order(appuis):
    order = [f"{cote}.{site}" for cote in ("droit", "gauche") for site in ("hallux", "meta1", "meta5")]
    return sorted(appuis, key=lambda g: order.index(g["zone"]))


def after_the_first(name):
    gestes = [g for g in GOOD["gestes"] if g["g"] != name]
    moved_one = next(g for g in GOOD["gestes"] if g["g"] == name)
    return {**GOOD, "gestes": [{**g, "t": rang} for rang, g in enumerate([*gestes, moved_one])]}


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
    (exemples.changee(GOOD, FICTIVE), "aucune application fictive"),
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
    one_site = exemples.changee(GOOD, {**FICTIVE, "zone": PRESENTS[0]})
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
    good = exemples.changee(good, {"g": "appliquer", "application": "reelle"}, contact_ms=contact_ms)
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
    raw = exemples.changee({**GOOD, "gestes": only}, {"g": "decouvrir"}, pied="droit")
    assert "les deux pieds découverts" in lost(raw)
    with pytest.raises(Unreadable):
        exam.parse(SPEC, changed({"g": "decouvrir"}, pied="droit"))


@pytest.mark.parametrize("raw", exam.samples(SPEC, KEY).unreadable)
def test_what_cannot_have_been_done_is_unreadable_and_not_wrong(raw):
    with pytest.raises(Unreadable) as reason:
        exam.parse(SPEC, raw)
    assert str(reason.value).endswith(".")


def test_one_foot_after_the_other_is_both_feet():
    gestes = [{"g": "decouvrir", "pied": "gauche", "t": 0}, *GOOD["gestes"]]
    gestes = [{**g, "pied": "droit"} if g.get("pied") == "deux" else g for g in gestes]
    assert mark({**GOOD, "gestes": gestes}).etat == "juste"


@pytest.mark.parametrize("nature", ["plaie", "plaie_infectee"])
def test_before_a_wound_the_examination_stops_and_no_grade_is_given(nature):
    key = exam.expected(SPEC, drawn(skin=nature))
    good = exemples.parfaite(TOUT, key.attendu)
    (zone,) = key.attendu["plaies"]
    nu, touch = good["gestes"][1], {**exemples.application(zone, "reelle"), "t": 9000}
    assert mark(good, key=key).etat == "juste"
    assert "perte.droit" not in good["conclusion"]

    pressed = {**good, "gestes": [*good["gestes"], touch]}
    assert nu["pied"] == "deux"
    assert mark(pressed, key=key).gravite == "dangereux"
    assert "ne jamais appuyer sur une plaie" in lost(pressed, key=key)
    beside = {**good, "gestes": [*good["gestes"], {**touch, "position": "pourtour"}]}
    assert mark(beside, key=key).gravite is None
    assert lost(beside, key=key) == (["arrêter l’examen devant une plaie infectée"] if nature != "plaie" else [])

    for change, libelle in (
        ({"grade": "2"}, "le grade podologique"),
        ({"iwgdf": "2"}, "la catégorie IWGDF"),
        ({"decharge": None}, "la mise en décharge"),
        ({"eduquer": None}, "apprendre à regarder ses pieds"),
    ):
        assert lost({**good, "conclusion": {**good["conclusion"], **change}}, key=key) == [libelle]
    late = {**good, "conclusion": {**good["conclusion"], "alerte": "dossier"}}
    assert mark(late, key=key).gravite == "dangereux"
    assert key.attendu["alerte"] == (["immediat"] if nature != "plaie" else ["jour_meme", "quelques_jours"])


def test_an_amputated_toe_is_not_testable_and_forbids_to_call_that_foot_normal():
    for seed in range(30):
        key = exam.expected(SPEC, drawn("amputation", seed=bytes([seed])))
        missing = next(zone for zone, etat in key.attendu["etats"].items() if etat == "non_testable")
        cote = missing.split(".")[0]
        if key.attendu["perte"][cote] == "incomplet":
            break
    assert (key.attendu["perte"][cote], key.attendu["grade"]) == ("incomplet", "3")
    good = exemples.parfaite(TOUT, key.attendu)
    wrong = {**good, "conclusion": {**good["conclusion"], f"perte.{cote}": "non"}}
    assert lost(wrong, key=key) == [f"la conclusion pour le pied {cote}"]
    touched = {**good, "gestes": [*good["gestes"], {**exemples.application(missing, "reelle"), "t": 99_000}]}
    assert mark(touched, key=key).etat == "juste", "the page has no such site: what is not there was not touched"


@pytest.mark.parametrize("pied", pieds.PROFILS)
@pytest.mark.parametrize("skin", peau.PROFILS)
def test_a_perfect_session_has_the_same_mark_whichever_the_patient(pied, skin):
    for seed in (b"a", b"b", b"c"):
        for spec in (make(), make(sites="dix", conclure=TOUT)):
            key = exam.expected(spec, drawn(pied, skin, seed))
            for raw in exam.samples(spec, key).right:
                assert mark(raw, spec, key).points == 10


@pytest.mark.parametrize(
    ("pied", "grade", "iwgdf", "alertes"),
    [
        ("sans_neuropathie", "0", "0", {"programme", "dossier"}),
        ("neuropathie_isolee", "1", "1", {"jour_meme", "quelques_jours", "programme"}),
        ("neuropathie_aomi", "2", "2", {"jour_meme", "quelques_jours"}),
        ("aomi_isolee", "0", "1", {"jour_meme", "quelques_jours"}),
        ("amputation", "3", "3", {"jour_meme", "quelques_jours"}),
    ],
)
def test_what_is_expected_of_a_profile(pied, grade, iwgdf, alertes):
    cle = exam.expected(SPEC, drawn(pied, "saine")).attendu
    assert (cle["grade"], cle["iwgdf"], set(cle["alerte"])) == (grade, iwgdf, alertes)
    intervals = {
        "0": {"12"},
        "1": {"6_12", "12", "chaque_consultation"},
        "2": {"3_6", "chaque_consultation"},
        "3": {"1_3", "chaque_consultation"},
    }
    assert set(cle["recontrole"]) == intervals[iwgdf], "the interval follows the higher of both"


def test_the_seven_other_sites_may_be_tried_and_are_not_marked():
    spec = make(sites="dix", conclure=TOUT)
    key = exam.expected(spec, drawn(skin="saine"))
    good = exemples.parfaite(TOUT, key.attendu)
    more = [{**exemples.application("droit.talon", kind), "t": 90_000} for kind in ("reelle", "fictive")]
    assert mark({**good, "gestes": [*good["gestes"], *more]}, spec, key).points == 10
    assert set(key.attendu["etats"]) == set(mots.zones(("hallux", "meta1", "meta5")))


def test_what_the_author_forgets_is_named():
    found = drawn()
    with pytest.raises(MissingField, match="aomi"):
        exam.expected(SPEC, {nom: value for nom, value in found.items() if nom != "aomi"})
    with pytest.raises(MissingField, match="dialyse"):
        exam.expected(SPEC, {nom: value for nom, value in found.items() if nom != "dialyse"})
    assert exam.expected(make(), {nom: value for nom, value in found.items() if nom != "dialyse"})
    feet = {**found["monofilament"], "droit": {**found["monofilament"]["droit"], "meta1": "non_testable"}}
    with pytest.raises(ValueError, match="gros orteil"):
        exam.expected(SPEC, {**found, "monofilament": feet})
    assert "deux fois grade" in exam.validate(make(conclure=("grade", "grade")))[0]


def test_only_what_is_asked_is_judged():
    spec = make(conclure=("grade",))
    key = exam.expected(spec, drawn())
    good = exemples.parfaite(("grade",), key.attendu)
    assert set(good["conclusion"]) == {"grade"}
    assert mark(good, spec, key).etat == "juste"
    assert not any("Pied droit :" in etape.fait for etape in mark(good, spec, key).etapes)


def test_nothing_done_and_everything_guessed_is_far_from_enough():
    ticked = dict.fromkeys(mots.CONDUITES, True)
    guess = {"gestes": [], "conclusion": {**GOOD["conclusion"], **ticked}}
    assert mark(guess).points < 5
    assert mark(guess).gravite == "hors_champ"


def test_what_leaves_for_the_trainee_holds_no_key():
    exercise = Exercise(nom="examen", titre="Examinez.", spec=SPEC)
    public = json.dumps(release.public_exercise(exercise), ensure_ascii=False)
    for word in ("attendu", "retour", "juste", "gravite", "explication", "seuil"):
        assert word not in public
    seen = json.dumps(exam.recording(SPEC, drawn()), ensure_ascii=False)
    for word in ("absent", "present", "grade", "perte", "aomi", "seuil", "corne_", "attendu", '"dialyse"'):
        assert word not in seen


def test_an_answer_is_told_in_words():
    said = exam.words(SPEC, GOOD, str)
    assert said.startswith("Applications : 18, dont 6 fictives ; pied droit, pulpe du gros orteil : ")
    assert "Le grade podologique français : grade 2" in said
    assert said.endswith("pédicure-podologue pour la corne et les ongles.")
    assert exam.words(SPEC, {"gestes": [{"g": "danser"}]}, str) is None


fields = st.sampled_from(
    [*mots.QUESTIONS, *mots.LIEUX, "reelle", "fictive", "centre", "deux", "fermes", True, False, 0, 1500]
)
gesture = st.sampled_from(list(mots.connus(("hallux", "meta1")))).flatmap(
    lambda g: st.fixed_dictionaries(
        {"g": st.just(g), "t": st.integers(0, 5)}
        | {nom: st.sampled_from(champ) if champ is not bool and isinstance(champ[0], str) else fields
           for nom, champ in mots.connus(("hallux", "meta1"))[g].items()}
    )
)  # fmt: skip
verdicts = st.dictionaries(
    st.sampled_from(list(mots.conclusions(TOUT))),
    st.sampled_from(["present", "absent", "oui", "non", "0", "2", "12", "dossier", True, None]),
    max_size=4,
)


@given(gestes=st.lists(gesture, max_size=8).map(lambda line: sorted(line, key=lambda g: g["t"])), conclusion=verdicts)
@settings(max_examples=150, deadline=None)
def test_any_session_is_read_and_marked_or_refused_never_a_crash(gestes, conclusion):
    for key in (KEY, exam.expected(SPEC, drawn(skin="plaie_infectee"))):
        try:
            judged = mark({"gestes": gestes, "conclusion": conclusion}, key=key)
        except Unreadable:
            continue
        assert isinstance(judged, Mark)
        assert 0 <= judged.points <= 10
