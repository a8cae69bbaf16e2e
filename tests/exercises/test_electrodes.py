"""An ECG session: each criterion both ways, what cannot be done, what goes to the page."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import ecg as technique
from asalee_training.exercises import electrodes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.electrodes import exemples
from asalee_training.exercises.electrodes import mots as electrodes_mots
from asalee_training.simulation import ecg, patient, seance_ecg
from asalee_training.simulation.seance_ecg import CODES, FAUTES, JUSTE

LAWS = {"sexe": {"parmi": ["femme", "homme"]}, "ecg": {"profil": "normal"}}
PATIENTS = [patient.draw(LAWS, f"patient {i}".encode()) for i in range(32)]
WOMAN = {"sexe": "femme", "ecg_frequence_min": 72, "ecg_axe_deg": 42, "ecg_amplitude_pct": 104, "ecg_alea": 21}
MAN = {**WOMAN, "sexe": "homme"}


def spec(**changes):
    data = {"type": "electrodes", "points": 10.0, "explication": "La règle à retenir.", "personne": "Mme Rivière",
            "depart": "nu", "symptomes": ["palpitations"], "fautes": ["electrode_decollee"]} | changes  # fmt: skip
    return electrodes.Spec.model_validate(data, strict=False)


def fautif(*fautes, **changes):
    return spec(depart="pose_fautive", fautes=list(fautes), **changes)


NU = spec()


def mark(raw, a_spec=NU, who=WOMAN):
    key = electrodes.expected(a_spec, who)
    return electrodes.grade(a_spec, key, electrodes.parse(a_spec, raw))


def perfect(a_spec=NU, who=WOMAN):
    return exemples.parfaite(electrodes.expected(a_spec, who).attendu)


def lost(result):
    """Names of the criteria that were missed."""
    return (
        [] if "À reprendre" not in result.retour else result.retour.split("À reprendre : ")[1].rstrip(".").split(" ; ")
    )


def timed(gestes, note="technique"):
    return exemples.seance([{k: v for k, v in g.items() if k != "t"} for g in gestes], note)


def without(session, **fields):
    return timed([g for g in session["gestes"] if any(g.get(k) != v for k, v in fields.items())])


def changed(session, new, **fields):
    """The gestures that hold these fields replaced by others."""
    return timed([
        {**g, **new} if all(g.get(k) == v for k, v in fields.items()) else g for g in session["gestes"]
    ])  # fmt: skip


def before(session, extra, **fields):
    """Gestures inserted before the first one that holds these fields."""
    found = next(i for i, g in enumerate(session["gestes"]) if all(g.get(k) == v for k, v in fields.items()))
    return timed([*session["gestes"][:found], *extra, *session["gestes"][found:]])


def moved(session, to_end, **fields):
    """The gestures that hold these fields, made just before the first tracing that follows."""
    taken = [g for g in session["gestes"] if all(g.get(k) == v for k, v in fields.items())]
    return before(without(session, **fields), taken, **to_end)


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


@pytest.mark.parametrize("faute", FAUTES)
@pytest.mark.parametrize("who", PATIENTS[:6], ids=lambda p: str(p["ecg_alea"]))
def test_every_wrong_start_can_be_recognised_and_mended(faute, who):
    a_spec = fautif(faute)
    result = mark(perfect(a_spec, who), a_spec, who)
    assert lost(result) == []
    assert (result.points, result.gravite) == (10.0, None)


@pytest.mark.parametrize(("faute", "gravite"), [
    ("inversion_bras", "dangereux"), ("v1_v2_trop_hautes", "dangereux"), ("precordiales_permutees", "dangereux"),
    ("tremblement_froid", None), ("identite_absente", None), ("mauvais_etalonnage", None), ("electrode_decollee", None),
])  # fmt: skip
def test_sending_the_wrong_start_as_it_is_loses_and_a_wrong_placement_is_dangerous(faute, gravite):
    a_spec = fautif(faute, symptomes=["aucun"])
    session = timed(
        [
            {"g": "preparer", "quoi": "identite"},
            {"g": "preparer", "quoi": "symptomes"},
            {"g": "transmettre"},
            {"g": "liberer"},
        ]
    )
    result = mark(session, a_spec)
    assert {"le tracé de départ refusé", "le défaut reconnu"} <= set(lost(result))
    assert result.gravite == gravite
    assert result.points < 8


def test_in_a_wrong_start_one_fault_loses_its_criterion_and_only_it():
    a_spec = fautif("v1_v2_trop_hautes")
    session = perfect(a_spec)
    assert mark(session, a_spec).points == 10
    assert lost(mark(without(session, g="voir"), a_spec)) == ["le défaut reconnu"]
    assert lost(mark(without(session, g="reprendre"), a_spec)) == [], "to record again is to refuse"
    assert lost(mark(without(session, g="palper"), a_spec)) == ["le repérage par l’angle de Louis"]
    half = mark(without(session, electrode="V2"), a_spec)
    assert lost(half) == ["les dix électrodes en place"]
    assert half.gravite == "dangereux"
    disturbed = before(session, [{"g": "poser", "electrode": "V6", "site": "axillaire_moyenne_basse"}], g="enregistrer")
    assert lost(mark(disturbed, a_spec)) == ["les dix électrodes en place"]
    assert lost(mark(without(session, quoi="identite"), a_spec)) == ["l’identité vérifiée"]
    assert lost(mark(without(session, g="transmettre"), a_spec)) == ["la transmission au médecin"]


def test_putting_back_one_of_two_exchanged_electrodes_puts_back_the_other():
    a_spec = fautif("inversion_bras", symptomes=["aucun"])
    session = perfect(a_spec)
    assert lost(mark(without(session, electrode="L"), a_spec)) == []
    assert lost(mark(without(session, g="poser"), a_spec)) == ["les dix électrodes en place"]


def test_doing_nothing_to_a_wrong_start_is_not_refusing_it():
    a_spec = fautif("inversion_bras")
    result = mark(timed([{"g": "voir", "defaut": "inversion_bras", "coche": True}, {"g": "reprendre"}]), a_spec)
    assert "le tracé de départ refusé" in lost(result)
    assert result.gravite is None


def test_the_mark_of_a_perfect_session_and_the_lines_judged_are_the_same_for_all_patients_of_a_case():
    woman, man = [p for p in PATIENTS if p["sexe"] == "femme"], [p for p in PATIENTS if p["sexe"] == "homme"]
    for a_spec in (NU, fautif("inversion_bras", "inversion_bras_droit_jambe_gauche")):
        for group in (woman, man):
            results = [mark(perfect(a_spec, who), a_spec, who) for who in group]
            assert {(r.points, len(r.etapes)) for r in results} == {(10.0, len(results[0].etapes))}


@pytest.mark.parametrize("raw", [
    {"gestes": [{"g": "transmettre", "t": 0}]},  # no tracing yet
    {"gestes": [{"g": "voir", "t": 0, "defaut": "inversion_bras", "coche": True}]},
    {"gestes": [{"g": "retirer", "t": 0, "electrode": "V1"}]},  # not stuck
    {"gestes": [{"g": "poser", "t": 0, "electrode": "V1", "site": "eic4_bord_droit"},
                {"g": "poser", "t": 1, "electrode": "V2", "site": "eic4_bord_droit"},
                {"g": "retirer", "t": 2, "electrode": "V1"}]},  # it had gone back to the tray
    {"gestes": [{"g": "liberer", "t": 0}, {"g": "enregistrer", "t": 1}]},
    {"gestes": [{"g": "voir", "t": 0, "defaut": "inversion_jambes", "coche": True}]},  # nobody can see it
    {"gestes": [{"g": "enregistrer", "t": 0}], "conclusion": {"lecture": "normal"}},
    {"gestes": [{"g": "interpreter", "t": 0}]},
])  # fmt: skip
def test_what_no_page_allows_is_unreadable_and_not_wrong(raw):
    with pytest.raises(Unreadable):
        electrodes.parse(NU, raw)


def test_a_wrong_start_may_be_decided_at_once():
    electrodes.parse(fautif("inversion_bras"), {"gestes": [{"g": "transmettre", "t": 0}]})
    electrodes.parse(fautif("inversion_bras"), {"gestes": [{"g": "retirer", "t": 0, "electrode": "V1"}]})


PLACES = ("bras_droit", "bras_gauche", "eic3_bord_droit", "parasternal_droit", "eic4_bord_droit")
GESTES = st.sampled_from(
    [
        {"g": "preparer", "quoi": "degraisser"},
        {"g": "preparer", "quoi": "asseoir"},
        {"g": "palper", "repere": "clavicule"},
        *({"g": "poser", "electrode": c, "site": s} for c in ("R", "L", "V1", "V3", "N") for s in PLACES),
        {"g": "retirer", "electrode": "V1"},
        {"g": "vitesse", "mm_s": "50"},
        {"g": "carre", "imprime": False},
        {"g": "voir", "defaut": "inversion_bras", "coche": True},
        *({"g": nom} for nom in ("enregistrer", "reprendre", "transmettre", "alerter", "liberer")),
    ]
)


@settings(max_examples=150, deadline=None)
@given(gestes=st.lists(GESTES, max_size=25), note=st.sampled_from([None, *electrodes_mots.NOTES]), wrong=st.booleans())
def test_any_session_is_unreadable_or_gets_a_mark(gestes, note, wrong):
    a_spec = fautif("v1_v2_trop_hautes") if wrong else NU
    try:
        result = mark(timed(gestes, note), a_spec)
    except Unreadable:
        return
    assert isinstance(result, Mark)
    assert 0 <= result.points <= 10
    assert electrodes.words(None, timed(gestes, note), str)


@pytest.mark.parametrize("a_spec", [NU, fautif(*FAUTES, symptomes=["aucun", "douleur"])], ids=["nu", "pose_fautive"])
def test_the_page_is_told_neither_the_right_places_nor_the_fault(a_spec):
    for who in PATIENTS:
        recording = json.dumps(electrodes.recording(a_spec, who), ensure_ascii=False)
        assert len(recording) < 25_000
        assert not set(re.findall(r"[a-z_0-9]+", recording)) & {*FAUTES, "faute", "attendu", "juste", "symptome"}
    public = json.dumps(electrodes.public(a_spec), ensure_ascii=False)
    for secret in ("attendu", "gravite", "retour", a_spec.explication, 'bras droit"', "pseudo", "hors_champ"):
        assert secret not in public
    assert {e["code"] for e in electrodes.public(a_spec)["electrodes"]} == set(CODES)


def test_every_place_gesture_and_preparation_has_its_words():
    assert set(electrodes_mots.LIEUX) == set(ecg.SITES)
    assert len(set(electrodes_mots.LIEUX.values())) == len(ecg.SITES)
    grouped = [quoi for ids in electrodes_mots.GROUPES.values() for quoi in ids]
    assert sorted(grouped) == sorted(electrodes_mots.PREPARATIONS)
    assert set(seance_ecg._REPONSES) | {"symptomes"} == set(electrodes_mots.PREPARATIONS)
    assert set(seance_ecg.MENTIONS) == set(electrodes_mots.MENTIONS)
    told = electrodes.words(None, perfect(), str)
    assert "V1 : 4e espace intercostal, bord droit du sternum" in told
    assert "Noté avec le tracé" in told
    assert electrodes.words(None, {"gestes": 3}, str) is None


@pytest.mark.parametrize(("changes", "words"), [
    ({"depart": "pose_fautive", "fautes": []}, "demande « fautes: »"),
    ({"fautes": ["inversion_bras"]}, "electrode_decollee"),
    ({"depart": "pose_fautive", "fautes": ["inversion_jambes"]}, "ne convient pas"),
    ({"depart": "pose_fautive", "fautes": ["inversion_bras"], "materiel": {"vitesse_mm_s": 50}}, "appareil est réglé"),
])  # fmt: skip
def test_validate_tells_the_author(changes, words):
    assert words in " ".join(electrodes.validate(spec(**changes)))


def test_a_missing_field_of_the_patient_is_named():
    with pytest.raises(MissingField):
        electrodes.expected(NU, {"sexe": "femme"})
