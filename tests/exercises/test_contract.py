"""Every exercise type: right answers in all ways of writing, mutants, junk. `grade` is total."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training import exercises
from asalee_training.exercises.contract import Mark, Unreadable, graded, option_id
from tests.exercises.chaque_type import EXPLICATION, PATIENT, json_values, make


@pytest.mark.parametrize("kind", exercises.TYPES)
def test_the_example_of_each_type_is_valid(kind):
    assert exercises.get(kind).validate(make(kind)) == []


@pytest.mark.parametrize("kind", [t for t in exercises.TYPES if t != "texte"])
def test_right_answers_get_all_points_and_mutants_do_not(kind):
    module, spec = exercises.get(kind), make(kind)
    key = module.expected(spec, PATIENT)
    samples = module.samples(spec, key)
    assert samples.right
    assert samples.wrong
    for raw in samples.right:
        assert module.grade(spec, key, module.parse(spec, raw)).points == 2.0, raw
    for mutant in samples.wrong:
        assert module.grade(spec, key, module.parse(spec, mutant.raw)).points < 2.0, mutant.nom


@pytest.mark.parametrize("kind", exercises.TYPES)
def test_junk_is_unreadable_and_never_wrong(kind):
    module, spec = exercises.get(kind), make(kind)
    for raw in module.samples(spec, module.expected(spec, PATIENT)).unreadable:
        with pytest.raises(Unreadable) as reason:
            module.parse(spec, raw)
        assert str(reason.value).endswith(".")


@pytest.mark.parametrize("kind", exercises.TYPES)
@given(raw=json_values)
def test_any_json_value_is_read_or_refused_never_a_crash(kind, raw):
    module, spec = exercises.get(kind), make(kind)
    try:
        answer = module.parse(spec, raw)
    except Unreadable:
        return
    mark = module.grade(spec, module.expected(spec, PATIENT), answer)
    assert isinstance(mark, Mark)
    assert 0 <= mark.points <= mark.sur == 2.0


@pytest.mark.parametrize("kind", [t for t in exercises.TYPES if t != "texte"])
def test_what_is_public_holds_no_reason_and_no_key(kind):
    module, spec = exercises.get(kind), make(kind)
    public = repr(module.public(spec))
    for secret in (
        EXPLICATION,
        "Oui.",
        "Hors champ.",
        "Danger.",
        "juste",
        "gravite",
        "58.9",
        "169.8",
        "attendu",
        "retour",
    ):
        assert secret not in public


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("58,9", 58.9), ("58.9", 58.9), (" 58,9 % ", 58.9), ("58,90\u202f%", 58.9), ("５８，９", 58.9), ("+58,9", 58.9),
        ("\u22123,5", -3.5), ("1 250", 1250), ("1\u202f250,5", 1250.5), ("12\u00a0345\u00a0678", 12345678),
    ],
)  # fmt: skip
def test_nombre_reads_what_a_french_hand_writes(written, value):
    module, spec = exercises.get("nombre"), make("nombre")
    assert module.parse(spec, {"texte": written, "unite": "%"}) == (value, "%")


@pytest.mark.parametrize(
    "written", ["", "abc", "5,8,9", "1 25", "58 9", "1e3", "nan", "∞", "½", "58,9 mg", "0x1F", "9" * 41]
)
def test_nombre_refuses_what_it_cannot_read_for_certain(written):
    module, spec = exercises.get("nombre"), make("nombre")
    with pytest.raises(Unreadable):
        module.parse(spec, {"texte": written, "unite": "%"})


@pytest.mark.parametrize(
    ("texte", "unite", "points", "words"),
    [
        ("59,4", "%", 2.0, "bonne valeur"),
        ("59,41", "%", 0.0, "pas la valeur attendue"),
        ("58,4", "%", 2.0, "bonne valeur"),
        ("58,39", "%", 0.0, "pas la valeur attendue"),
        ("169,8", "%", 0.0, "à l'envers"),
        ("589", "%", 0.0, "facteur dix"),
        ("58,9", "L", 0.0, "unité n’est pas la bonne"),
    ],
)
def test_nombre_names_the_error(texte, unite, points, words):
    module, spec = exercises.get("nombre"), make("nombre")
    key = module.expected(spec, {})
    mark = module.grade(spec, key, module.parse(spec, {"texte": texte, "unite": unite}))
    assert mark.points == points
    assert words in mark.retour


def test_nombre_reads_a_unit_with_an_exponent_after_the_number():
    module = exercises.get("nombre")
    spec = make("nombre", unite="mL/min/1,73 m²", unites=[])
    assert module.parse(spec, {"texte": "48 mL/min/1,73 m²"}) == (48.0, "mL/min/1,73 m²")


def test_nombre_refuses_two_contradicting_units():
    module, spec = exercises.get("nombre"), make("nombre")
    with pytest.raises(Unreadable, match="une seule unité"):
        module.parse(spec, {"texte": "58,9 %", "unite": "L"})


@pytest.mark.parametrize(
    ("ticked", "points", "gravite"),
    [
        (["Un", "Deux"], 2.0, None),
        (["Un"], 1.0, None),
        (["Un", "Deux", "Trois"], 1.0, None),
        (["Un", "Trois"], 0.0, None),
        (["Trois"], 0.0, None),
        (["Un", "Deux", "Quatre"], 1.0, "dangereux"),
        (["Un", "Deux", "Trois", "Quatre"], 0.0, "dangereux"),
    ],
)
def test_choix_multiple_takes_back_what_a_wrong_tick_gains(ticked, points, gravite):
    module, spec = exercises.get("choix_multiple"), make("choix_multiple")
    mark = module.grade(spec, module.expected(spec, {}), module.parse(spec, [option_id(t) for t in ticked]))
    assert (mark.points, mark.gravite) == (points, gravite)


def test_choix_multiple_cites_words_spoken_in_one_pair_of_guillemets():
    options = [
        {"texte": "« ECG normal »", "retour": "Non."},
        {"texte": "Il dit « oui ».", "juste": True, "retour": "Si."},
    ]
    module, spec = exercises.get("choix_multiple"), make("choix_multiple", choix=options)
    mark = module.grade(spec, module.expected(spec, {}), module.parse(spec, [option_id("« ECG normal »")]))
    assert mark.retour == "À ne pas cocher : « ECG normal ». Non.\n\nOublié : « Il dit « oui » ». Si."


@pytest.mark.parametrize(
    ("zones", "points", "words"),
    [
        (["droit.hallux", "gauche.meta5"], 2.0, "bons sites"),
        (["droit.hallux"], 1.0, "Un site suffit"),
        (["droit.hallux", "gauche.meta5", "droit.meta1"], 1.0, "En trop"),
        (["gauche.hallux", "droit.meta5"], 0.0, "Pieds inversés"),
        ([], 0.0, "Un site suffit"),
    ],
)
def test_zones_pied_scores_found_minus_in_excess(zones, points, words):
    module, spec = exercises.get("zones_pied"), make("zones_pied")
    mark = module.grade(spec, module.expected(spec, {}), module.parse(spec, {"zones": zones, "aucune": not zones}))
    assert mark.points == points
    assert words in mark.retour


def test_zones_pied_where_no_site_is_expected_is_all_or_nothing():
    module, spec = exercises.get("zones_pied"), make("zones_pied", attendu={"valeur": []}, erreurs=[])
    key = module.expected(spec, {})
    assert module.grade(spec, key, module.parse(spec, {"zones": [], "aucune": True})).points == 2.0
    assert module.grade(spec, key, module.parse(spec, {"zones": ["droit.hallux"], "aucune": False})).points == 0


def test_texte_waits_for_a_person():
    module, spec = exercises.get("texte"), make("texte")
    mark = module.grade(spec, module.expected(spec, {}), module.parse(spec, "  Bonjour docteur.\n"))
    assert (mark.points, mark.etat) == (0.0, "a_noter")


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("choix", {"choix": [{"texte": "A", "retour": "a"}, {"texte": "B", "retour": "b"}]}, "exactement une"),
        (
            "choix",
            {"choix": [{"texte": "A", "retour": "a", "juste": True}, {"texte": " a ", "retour": "b"}]},
            "écrite deux fois",
        ),
        ("choix", {"attendu": {"calcul": "grade_podologique", "temoin": 1}}, "retirez « juste: »"),
        (
            "choix_multiple",
            {"choix": [{"texte": "A", "retour": "a", "juste": True}, {"texte": "B", "retour": "b", "juste": True}]},
            "fausse",
        ),
        ("nombre", {"attendu": {"tolerance": 1.0}}, "demande « valeur: » ou « calcul: »"),
        ("nombre", {"attendu": {"calcul": "ips_droit", "tolerance": 1.0}}, "temoin"),
        ("nombre", {"unites": ["L", "mL"]}, "doit contenir"),
        ("zones_pied", {"attendu": {"valeur": ["droit.talon"]}}, "droit.talon"),
    ],
)
def test_validate_tells_the_author(kind, changes, words):
    assert words in " ".join(exercises.get(kind).validate(make(kind, **changes)))


@given(points=st.floats(), sur=st.floats(min_value=0.5, max_value=20))
def test_a_mark_is_always_between_zero_and_its_maximum(points, sur):
    mark = graded(points, sur, "r", "s")
    assert 0 <= mark.points <= sur
    assert not math.isnan(mark.points)


def test_an_option_keeps_its_identifier_whatever_its_accents_are_made_of():
    assert option_id("Je préviens") == option_id("Je pre\u0301viens ") != option_id("Je previens")
