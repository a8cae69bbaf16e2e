"""The five words: each criterion won and lost alone, what is impossible, what leaks."""

import hashlib
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.content import release
from asalee_training.content.models import Exercise
from asalee_training.exercises import passation_cinq_mots as test
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Mark, Unreadable
from asalee_training.exercises.passation_cinq_mots import exemples, mots
from asalee_training.simulation import cognition, patient, reperage
from asalee_training.simulation.listes_cinq_mots import LISTES
from asalee_training.simulation.seance_cinq_mots import MOMENTS


def make(**changes):
    data = {
        "type": "passation_cinq_mots",
        "points": 10.0,
        "explication": "La règle à retenir est écrite ici.",
        **changes,
    }
    return test.Spec.model_validate(data, strict=False)


def drawn(profil="stockage", passation="bonnes_conditions", seed=b"a", **laws):
    base = {"sexe": "femme", "age": 79, "cognition": {"profil": profil}, "passation": {"profil": passation}}
    return patient.draw({**base, **laws}, seed)


def unmet(*noms, **known):
    """Someone whose unmet conditions are these."""
    found = drawn(**known)
    states = dict.fromkeys(found["conditions"], "remplie") | {"interprete": "sans_objet"}
    return {**found, "conditions": states | dict.fromkeys(noms, "non_remplie")}


SPEC = make()
LISTES_DE_LA_POCHETTE = SPEC.listes
# Two words lost at once, one of them found again with its cue; a word heard that was not in the list.
KNOWN = {**unmet("appareils", "liste"), "cinq_mots": {"rli": 2, "rii": 1, "rld": 1, "rid": 1}, "age": 84}
KEY = test.expected(SPEC, KNOWN)
CLE = KEY.attendu
GOOD = exemples.parfaite(CLE, SPEC.listes)
HEARD = {moment: CLE["ecoute"][moment]["a"] for moment in MOMENTS}
MISSING = {moment: [mot for mot in range(5) if mot not in HEARD[moment]["libre"]] for moment in MOMENTS}
FREE = HEARD["immediat"]["libre"][0]


def mark(raw, spec=SPEC, key=KEY):
    return test.grade(spec, key, test.parse(spec, raw))


def lost(raw, spec=SPEC, key=KEY):
    return [c.libelle for c in test.criteres(key, test.parse(spec, raw)) if c.acquis is False]


def played(what, **fields):
    """The perfect session with other gestures, its sheet and conclusion following what was then heard."""
    made = exemples.sans(GOOD, what, **fields)
    return exemples.notee(made if what["g"] == "indicer" else exemples.reindicee(made, CLE), CLE)


def inserted(after, *more, cle=CLE):
    """Gestures put in after the last one that holds these fields."""
    made = exemples.sans(GOOD, {"g": "—"})
    at = max(rang for rang, geste in enumerate(made) if after.items() <= geste.items())
    made = [*made[: at + 1], *more, *made[at + 1 :]]
    return exemples.notee(made if more[0]["g"] == "indicer" else exemples.reindicee(made, cle), cle)


def noted(moment, mot, code):
    gestes = [
        {**g, "code": code} if g["g"] == "noter" and (g["moment"], g["mot"]) == (moment, mot) else g
        for g in GOOD["gestes"]
    ]
    return {**GOOD, "gestes": gestes}


def concluded(**fields):
    kept = {nom: value for nom, value in {**GOOD["conclusion"], **fields}.items() if value is not None}
    return {**GOOD, "conclusion": kept}


def second_sheet_gone():
    made, seen = [], 0
    for geste in exemples.sans(GOOD, {"g": "—"}):
        seen += geste["g"] == "montrer"
        if seen < 2 or geste["g"] not in ("montrer", "demander_categorie", "cacher"):
            made.append(geste)
    return exemples.notee(made, CLE)


def cue(moment, mot, **fields):
    return {"g": "indicer", "moment": moment, "mot": mot, "maniere": "categorie", **fields}


CASES = {
    "a condition not looked at": (played({"g": "verifier", "condition": "lieu"}), "vérifier toutes les conditions avant la feuille", None),
    "hearing aid left": (played({"g": "corriger"}), "corriger ce qui peut l’être : lunettes et aides auditives", None),
    "not explained": (played({"g": "expliquer"}), "expliquer le but et demander l’accord", None),
    "an examination": (played({"g": "expliquer"}, phrase="examen"), "expliquer le but et demander l’accord", None),
    "the same list": (played({"g": "montrer"}, liste="verger"), "une autre liste que la dernière fois", None),
    "not read": (played({"g": "faire_lire"}), "faire lire les mots à voix haute", None),
    "a category not asked": (
        exemples.notee([g for i, g in enumerate(exemples.sans(GOOD, {"g": "—"}))
                        if (g["g"], g.get("mot")) != ("demander_categorie", FREE)], CLE),
        "demander les cinq catégories, feuille visible", None,
    ),
    "a found word cued": (inserted({"g": "rappel_libre", "moment": "immediat"}, cue("immediat", FREE)), "ne pas indicer un mot déjà dit", None),
    "cued by its letter": (played(cue("immediat", MISSING["immediat"][0]), maniere="initiale"), "indicer par la catégorie seulement", None),
    "the word said": (played(cue("differe", MISSING["differe"][0]), maniere="mot"), "indicer par la catégorie seulement", None),
    "a missing word not cued": (played(cue("differe", MISSING["differe"][0])), "indicer chaque mot manquant, rappel différé", None),
    "not shown again": (second_sheet_gone(), "montrer de nouveau ce qui n’a pas été appris", None),
    "too early": (played({"g": "intercaler"}, minutes=2), "un délai de 3 à 5 minutes", None),
    "too late": (played({"g": "intercaler"}, minutes=10), "un délai de 3 à 5 minutes", None),
    "in silence": (played({"g": "intercaler"}, tache="silence"), "une épreuve qui occupe sans mots à retenir", None),
    "another list": (played({"g": "intercaler"}, tache="autre_liste"), "une épreuve qui occupe sans mots à retenir", None),
    "corrected": (inserted({"g": "intercaler"}, {"g": "encourager", "phrase": "trompez"}), "soutenir sans corriger ni presser", None),
    "pressed": (inserted({"g": "cacher"}, {"g": "encourager", "phrase": "facile"}), "soutenir sans corriger ni presser", None),
    "called a failure": (played({"g": "terminer"}, phrase="rate"), "dire la suite, sans conclure", None),
    "nothing said": (played({"g": "terminer"}), "dire la suite, sans conclure", None),
    "a disease named at the end": (played({"g": "terminer"}, phrase="maladie"), "ne nommer aucune maladie", "hors_champ"),
    "total": (concluded(total=GOOD["conclusion"]["total"] + 1), "le total sur 10", None),
    "no total": (concluded(total=None), "le total sur 10", None),
    "Dubois": (concluded(lecture_dubois="negatif"), "la lecture de Dubois", None),
    "practice": (concluded(lecture_pratique="limite"), "la lecture pratique", None),
    "uninterpretable though it is not": (concluded(lecture_pratique="non_interpretable"), "la lecture pratique", None),
    "reassured": (concluded(conduite="rassurer"), "la suite à donner", None),
    "diagnosis": (concluded(conduite="diagnostic"), "la suite à donner", "hors_champ"),
    "biology": (concluded(conduite="biologie"), "la suite à donner", "hors_champ"),
    "redone for nothing": (concluded(conduite="refaire"), "la suite à donner", None),
    "intrusion not noted": (noted("differe", 5, "aucune"), "noter les mots hors liste", None),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_one_fault_loses_its_criterion_and_no_other(name):
    raw, libelle, gravite = CASES[name]
    assert lost(raw) == [libelle]
    judged = mark(raw)
    assert judged.points < 10
    assert judged.gravite == gravite


def test_a_word_miscoded_loses_its_line_and_counts_that_follow_it_are_not_lost_again():
    wrong = noted("differe", HEARD["differe"]["indice"][0], "libre")
    assert lost({**wrong, "conclusion": exemples.conclue([*wrong["gestes"]], CLE)}) == [
        "noter chaque mot du rappel différé"
    ]
    assert lost(wrong) == ["noter chaque mot du rappel différé"], "the true counts are right too"


def coded(raw, moment, mot, code):
    """The same session with one word coded so; is that line of the sheet kept?"""
    gestes = [
        {**g, "code": code} if g["g"] == "noter" and (g["moment"], g["mot"]) == (moment, mot) else g
        for g in raw["gestes"]
    ]
    line = "immédiat" if moment == "immediat" else "différé"
    return f"noter chaque mot du rappel {line}" not in lost({**raw, "gestes": gestes})


def test_a_word_given_away_may_be_written_as_cued_or_as_lost_never_as_free():
    found = HEARD["differe"]["indice"][0]
    made = exemples.sans(GOOD, {"g": "—"})
    at = made.index({"g": "rappel_libre", "moment": "differe"})
    raw = exemples.notee([*made[: at + 1], cue("differe", found, maniere="initiale"), *made[at + 1 :]], CLE)
    assert [coded(raw, "differe", found, code) for code in ("indice", "absent", "libre")] == [True, True, False]


def test_a_word_cued_after_the_sheet_was_shown_again_is_written_as_lost():
    found = HEARD["immediat"]["indice"][0]
    made = exemples.sans(GOOD, cue("immediat", found))
    at = next(rang for rang, geste in enumerate(made) if geste["g"] == "intercaler")
    raw = exemples.notee([*made[:at], cue("immediat", found), *made[at:]], CLE)
    assert [coded(raw, "immediat", found, code) for code in ("absent", "indice", "libre")] == [True, False, False]


def test_the_counts_are_judged_alone():
    counts = {nom: GOOD["conclusion"][nom] for nom in mots.COMPTES}
    swapped = counts | {"rld": counts["rld"] + 1, "rid": counts["rid"] - 1}
    assert lost(concluded(**swapped)) == ["les quatre comptes"]


def test_a_sheet_left_in_sight_is_read_and_its_score_may_be_left_unread():
    visible = exemples.sans(GOOD, {"g": "cacher"})
    shown = [rang for rang, geste in enumerate(visible) if geste["g"] == "montrer"][1:]
    visible = [geste for rang, geste in enumerate(visible) if rang not in shown and geste["g"] != "indicer"]
    raw = exemples.notee(visible, CLE)
    assert raw["conclusion"]["rli"] == raw["conclusion"]["rld"] == 5
    assert lost(raw) == ["cacher la feuille avant chaque rappel"]
    unread = {"lecture_dubois": "non_interpretable", "lecture_pratique": "non_interpretable", "conduite": "refaire"}
    assert lost({**raw, "conclusion": {**raw["conclusion"], **unread}}) == ["cacher la feuille avant chaque rappel"]


def test_too_early_a_recall_gives_back_what_had_been_said_at_once():
    early = played({"g": "intercaler"}, minutes=1)["conclusion"]
    assert early["rld"] >= GOOD["conclusion"]["rli"] > GOOD["conclusion"]["rld"]


def test_minutes_add_up_and_showing_again_starts_them_afresh():
    two = inserted({"g": "intercaler"}, {"g": "intercaler", "tache": "compter", "minutes": 1})
    assert lost(two) == []
    six = inserted({"g": "intercaler"}, {"g": "intercaler", "tache": "compter", "minutes": 2})
    assert lost(six) == ["un délai de 3 à 5 minutes"]
    again = inserted({"g": "intercaler"}, {"g": "montrer", "liste": "ruisseau"}, {"g": "cacher"})
    assert "un délai de 3 à 5 minutes" in lost(again)


def test_what_is_mended_after_the_sheet_was_shown_is_too_late():
    late = [g for g in exemples.sans(GOOD, {"g": "—"}) if g["g"] != "corriger"]
    late.insert(len(late) - 1, {"g": "corriger", "condition": "appareils"})
    assert lost(exemples.notee(late, CLE)) == ["corriger ce qui peut l’être : lunettes et aides auditives"]


def test_nothing_learned_wrong_means_nothing_to_show_again():
    key = test.expected(SPEC, {**unmet(), "cinq_mots": {"rli": 5, "rii": 0, "rld": 5, "rid": 0}})
    good = exemples.parfaite(key.attendu, SPEC.listes)
    assert lost(good, key=key) == []
    assert not any(geste["g"] == "indicer" for geste in good["gestes"])
    names = [c.libelle for c in test.criteres(key, test.parse(SPEC, good)) if c.acquis is not None]
    assert not any("indic" in nom for nom in names)
    assert good["conclusion"]["conduite"] == "poursuivre"


@pytest.mark.parametrize(("noms", "conduite"), [
    (("etat_stable",), "medecin_jour"), (("cause_somatique", "appareils"), "medecin_jour"),
    (("douleur_fatigue",), "refaire"), (("langue_scolarite", "lieu"), "refaire"),
])  # fmt: skip
def test_where_it_must_be_postponed_nothing_is_given_and_nothing_is_scored(noms, conduite):
    key = test.expected(SPEC, unmet(*noms))
    good = exemples.parfaite(key.attendu, SPEC.listes)
    assert good["conclusion"] == {"conduite": conduite}
    assert mark(good, key=key).points == 10
    short = {**good, "gestes": [g for g in good["gestes"] if g.get("condition") in (None, noms[0])]}
    assert lost(short, key=key) == [], "the condition that forbids it is enough"
    assert lost({**good, "conclusion": {**good["conclusion"], "total": 8}}, key=key) == ["aucun score ce jour"]
    gave = exemples.raw(
        [*exemples.sans(good, {"g": "reporter"}), {"g": "montrer", "liste": "verger"}], good["conclusion"]
    )
    assert lost(gave, key=key) == ["ne pas faire passer l’épreuve ce jour"]
    other = {**good, "conclusion": {"conduite": "concertation"}}
    assert lost(other, key=key) == ["la suite à donner"]
    assert mark(other, key=key).gravite == ("dangereux" if conduite == "medecin_jour" else None)


def test_postponing_for_nothing_is_lost_with_all_that_it_prevents():
    raw = exemples.raw([*exemples.debut(CLE, SPEC.listes)[:9], {"g": "reporter"}], {"conduite": "refaire"})
    assert "ne pas reporter sans raison" in lost(raw)
    assert mark(raw).points < 4


@pytest.mark.parametrize("profil", cognition.PROFILS)
@pytest.mark.parametrize("passation", reperage.PASSATION)
def test_a_perfect_session_has_the_same_mark_whichever_the_patient(profil, passation):
    for seed in (b"a", b"b"):
        for spec in (make(), make(conditions=(), listes=("colline", "verger"))):
            key = test.expected(spec, drawn(profil, passation, seed))
            for raw in test.samples(spec, key).right:
                assert mark(raw, spec, key).points == 10, lost(raw, spec, key)
            for mutant in test.samples(spec, key).wrong:
                assert mark(mutant.raw, spec, key).points < 10, mutant.nom


def test_nothing_done_and_everything_guessed_is_far_from_enough():
    assert mark({"gestes": [], "conclusion": GOOD["conclusion"]}).points < 4


def test_what_the_author_forgets_is_named():
    with pytest.raises(MissingField, match="conditions"):
        test.expected(SPEC, {nom: value for nom, value in KNOWN.items() if nom != "conditions"})
    assert test.expected(make(conditions=()), {nom: value for nom, value in KNOWN.items() if nom != "conditions"})
    assert "jardin" in test.validate(make(listes=("jardin", "verger")))[0]
    assert "différentes" in test.validate(make(listes=("verger", "verger")))[0]
    assert "meteo" in test.validate(make(conditions=("meteo",)))[0]
    assert "deux fois" in test.validate(make(conditions=("lieu", "lieu")))[0]


def test_what_leaves_for_the_trainee_holds_no_key():
    exercise = Exercise(nom="mots", titre="Faites passer.", spec=SPEC)
    public = json.dumps(release.public_exercise(exercise), ensure_ascii=False)
    for word in ("attendu", "retour", "juste", "gravite", "explication", "seuil"):
        assert word not in public
    for person in (KNOWN, unmet("etat_stable")):
        seen = json.dumps(test.recording(SPEC, person), ensure_ascii=False)
        for word in ("remplie", "bloqu", "rli", "rld", "stockage", "positif", "seuil", "libre", "attendu", "reporter_"):
            assert word not in seen


#: SHA-256 of the words of published lists, without accents: the words themselves are not ours to reproduce.
PUBLISHED = {
    "002c16d9a884",
    "191f148d3dea",
    "36d8324d1b77",
    "36e3c3a31881",
    "371be5769768",
    "588be4f5a7c5",
    "773d0439dc2a",
    "808701ba8422",
    "8e0fb2e64b43",
    "93385c4aa3d5",
    "a46104d5a0eb",
    "a8e6eea11681",
    "b74cdf7d5b34",
    "b964c285de88",
    "bd7cf4d0b57e",
    "c4a80267a917",
    "c5350c7ad295",
    "cacf82d532ab",
    "d90255fdc294",
}


def digest(mot):
    plain = "".join(c for c in unicodedata.normalize("NFKD", mot.lower()) if not unicodedata.combining(c))
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def test_no_word_of_a_published_list_is_used():
    for liste in LISTES.values():
        assert len(liste.mots) == 5
        assert len({mot.question for mot in liste.mots}) == 5
        assert not PUBLISHED & {digest(mot.nu) for mot in liste.mots}
    every = [mot.question for liste in LISTES.values() for mot in liste.mots]
    assert len(set(every)) == 15, "parallel lists share no category"


def test_an_answer_is_told_in_words():
    said = test.words(SPEC, GOOD, str)
    assert said.startswith("Conditions vérifiées : 9, corrigées : 1 ; rappel immédiat : 2 libres, 1 indicés")
    assert test.words(SPEC, {"gestes": [{"g": "danser"}]}, str) is None


known = mots.connus(SPEC.conditions, SPEC.listes)
gesture = st.sampled_from(list(known)).flatmap(
    lambda g: st.fixed_dictionaries(
        {"g": st.just(g), "t": st.just(0)}
        | {nom: st.sampled_from(champ) if isinstance(champ[0], str) else st.integers(*champ) for nom, champ in known[g].items()}
    )
)  # fmt: skip
verdicts = st.fixed_dictionaries(
    {},
    optional={nom: st.sampled_from(champ) if isinstance(champ[0], str) else st.integers(*champ)
              for nom, champ in mots.CONCLUSIONS.items()},
)  # fmt: skip


@given(gestes=st.lists(gesture, max_size=10), cut=st.integers(0, 60), conclusion=verdicts)
@settings(max_examples=200, deadline=None)
def test_any_session_is_read_and_marked_or_refused_never_a_crash(gestes, cut, conclusion):
    before = [{**geste, "t": 0} for geste in GOOD["gestes"][:cut]]
    for key in (KEY, test.expected(SPEC, unmet("etat_stable"))):
        try:
            judged = mark({"gestes": [*before, *gestes], "conclusion": conclusion}, key=key)
        except Unreadable:
            continue
        assert isinstance(judged, Mark)
        assert 0 <= judged.points <= 10
