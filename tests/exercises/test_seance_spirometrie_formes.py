"""What a spirometry accepts and shows: sessions that cannot have been, the sentences of the feedback, what an author may write."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.exercises import seance_spirometrie as kind
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.seance_spirometrie import mots
from tests.exercises.spirometries import BD, CONFIGS, OBSTRUCTIF, jouer, judge, make, perfect
from tests.simulation.personnes_spirometrie import personne


@pytest.mark.parametrize(
    "actes",
    [
        ["nommer bonne"],
        ["souffler", "souffler"],
        ["souffler", "redemander pareil", "nommer bonne"],
        ["souffler", "arreter", "souffler"],
        ["souffler", "arreter", "redemander pareil"],
        ["souffler", "bronchodilatateur 15"],
        ["souffler", "arreter", "bronchodilatateur 15", "bronchodilatateur 15"],
        ["souffler", "arreter", "bronchodilatateur 15", "souffler"],  # not prescribed: no second series
        ["arreter"],
        ["differer", "souffler"],
        ["souffler", "differer"],
        ["differer", "differer"],
        ["identite", "= souffle_vems 7"],
        ["= lecture normale"],
        *[["souffler", "redemander pareil"] * 6 + ["souffler"]],
    ],
)
def test_what_cannot_have_been_done_is_unreadable(actes):
    with pytest.raises(Unreadable) as reason:
        kind.parse(make(), jouer(*actes))
    assert str(reason.value).endswith(".")


def test_steps_that_are_not_asked_for_cannot_be_played():
    with pytest.raises(Unreadable):
        kind.parse(make(etapes=["manoeuvres"]), jouer("identite", "souffler"))
    with pytest.raises(Unreadable):
        kind.parse(make(etapes=["manoeuvres"]), jouer("souffler", "= alerter"))


ACTES = [
    "pomper lent", "appareil accepter", "appareil recalibrer", "identite", "mesurer", "corriger 140", "interroger coeur",
    "installer debout", "installer tabac non", "prescription", "differer", "souffler", "souffler normale doucement six rien",
    "nommer bonne", "nommer glotte", "garder vems", "redemander eau", "arreter", "bronchodilatateur 5", "equations gli_2012",
    "= lecture normale", "= souffle_vems 3", "= grade_cvf F", "= annoncer", "= alerter",
]  # fmt: skip


@given(st.lists(st.sampled_from(ACTES), max_size=40), st.sampled_from([{}, BD, {"contre_indication": "infarctus"}]))
@settings(max_examples=150, deadline=None)
def test_any_session_is_judged_or_refused(actes, config):
    spec, patient, raw = make(**config), personne(OBSTRUCTIF), jouer(*actes)
    try:
        answer = kind.parse(spec, raw)
    except Unreadable:
        return
    mark = kind.grade(spec, kind.expected(spec, patient), answer)
    assert isinstance(mark, Mark)
    assert 0 <= mark.points <= 10
    assert all(line.fait.endswith(".") and line.attendu.endswith(".") for line in mark.etapes)
    assert kind.words(spec, raw, str)


def test_the_feedback_has_a_sentence_in_every_cell():
    for config in CONFIGS:
        spec, patient = make(**config), personne(OBSTRUCTIF)
        for raw in (perfect(spec, patient), jouer("identite") if "avant" in spec.etapes else jouer("souffler")):
            for line in judge(spec, patient, raw).etapes:
                for text in (line.fait, line.attendu, line.pourquoi):
                    assert text.endswith(".")
                    assert text[0].isupper() or text[0] in "«0123456789(", text
                    assert "  " not in text


def test_each_line_of_the_feedback_says_what_it_is_about():
    spec, patient = make(**BD), personne(OBSTRUCTIF)
    same = ("Vous l’avez dit", "Rien n’a été")  # the expected column tells them apart
    done = [fait for fait, _ in judge_lines(spec, patient, perfect(spec, patient)) if not fait.startswith(same)]
    assert len(set(done)) == len(done)
    blank = dict(judge_lines(spec, patient, {**perfect(spec, patient), "conclusion": {}}))
    assert blank["Qualité, la CVF après bronchodilatateur : pas de grade."].endswith(" : grade A.")
    assert blank["VEMS retenu : pas de choix."].startswith("VEMS retenu : souffle ")
    one = jouer("souffler", "arreter")
    assert "Vous avez arrêté après un souffle." in dict(judge_lines(make(etapes=["manoeuvres"]), patient, one))


def judge_lines(spec, patient, raw):
    """What was done and what was expected, line by line."""
    return [(line.fait, line.attendu) for line in judge(spec, patient, raw).etapes]


def test_what_is_public_tells_nothing_of_what_is_planted():
    spec = make(ecart_taille_cm=-10, contre_indication="infarctus", panne_seringue=True)
    public = kind.public(spec)
    said = repr({k: v for k, v in public.items() if k not in ("noms", "garder", "conseils")})
    for secret in ("infarctus", "-10", "manoeuvres_apres", "acceptes", "arret_premature", "juste"):
        assert secret not in said
    assert kind.public(make()) == public
    assert [nom for nom, _ in public["conduites"]] != list(mots.CONDUITES)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"manoeuvres": ["toux"]}, "n’est ni « bonne »"),
        ({"manoeuvres": ["bonne"] * 4}, "complète avant le dernier souffle"),
        ({"manoeuvres": ["fuite"] * 9}, "8 souffles au plus"),
        ({"manoeuvres": []}, "au moins un souffle"),
        ({"bronchodilatateur": True}, "manoeuvres_apres"),
        ({"manoeuvres_apres": ["bonne"]}, "manoeuvres_apres"),
        (
            {"manoeuvres": ["fuite"] * 7 + ["bonne"], "bronchodilatateur": True, "manoeuvres_apres": ["fuite"] * 4},
            "11 souffles",
        ),
        ({"contre_indication": "rhume"}, "n’existe pas"),
        ({"etapes": ["conduite", "manoeuvres"]}, "dans l’ordre"),
        ({"etapes": ["avant", "resultats"]}, "demandent « manoeuvres »"),
        ({"etapes": ["manoeuvres"], "ecart_taille_cm": 5}, "se cherchent à l’étape"),
    ],
)
def test_validate_tells_the_author(changes, words):
    data = {
        "type": "seance_spirometrie",
        "points": 10.0,
        "explication": "La règle à retenir est écrite ici.",
        "personne": "Mme D.",
    }
    spec = kind.Spec.model_validate({**data, **changes}, strict=False)
    assert words in " ".join(kind.validate(spec))
