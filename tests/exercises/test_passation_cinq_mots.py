"""The five words: each criterion won and lost alone, and what the correction says of it."""

import pytest

from asalee_training.exercises import passation_cinq_mots as test
from asalee_training.exercises.passation_cinq_mots import exemples, mots
from asalee_training.simulation import cognition, reperage
from tests.exercises.seance_cinq_mots import (
    CLE,
    FREE,
    GOOD,
    HEARD,
    KEY,
    MISSING,
    SPEC,
    concluded,
    cue,
    drawn,
    inserted,
    lost,
    make,
    mark,
    noted,
    played,
    second_sheet_gone,
    unmet,
)

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


def test_a_sheet_left_in_sight_is_read_and_its_score_must_be_left_unread():
    visible = exemples.sans(GOOD, {"g": "cacher"})
    shown = [rang for rang, geste in enumerate(visible) if geste["g"] == "montrer"][1:]
    visible = [geste for rang, geste in enumerate(visible) if rang not in shown and geste["g"] != "indicer"]
    raw = exemples.notee(visible, CLE)
    assert raw["conclusion"]["rli"] == raw["conclusion"]["rld"] == 5
    assert lost(raw)[1:] == ["la lecture de Dubois", "la lecture pratique", "la suite à donner"]
    note = mark(raw)
    assert note.points <= note.sur / 2
    assert "Faute majeure" in note.retour
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


def why(raw, libelle):
    """(done, expected) of this criterion, as the trainee reads them."""
    (found,) = [c for c in test.criteres(KEY, test.parse(SPEC, raw)) if c.libelle == libelle]
    return found.fait, found.attendu


def test_a_missing_word_that_was_not_cued_is_named():
    word = CLE["mots"]["ruisseau"][MISSING["differe"][0]]
    done, _ = why(played(cue("differe", MISSING["differe"][0])), "indicer chaque mot manquant, rappel différé")
    assert done.endswith(f" ; sans indice : {word}.")
    assert "sans indice" not in why(GOOD, "indicer chaque mot manquant, rappel différé")[0]


def test_counts_kept_on_a_wrong_sheet_are_not_lost_twice_and_what_was_said_is_told():
    wrong = noted("differe", HEARD["differe"]["indice"][0], "absent")
    wrong = {**wrong, "conclusion": exemples.conclue([*wrong["gestes"]], CLE)}
    told, heard = GOOD["conclusion"]["total"], wrong["conclusion"]["total"]
    assert heard == told - 1
    assert lost(wrong) == ["noter chaque mot du rappel différé"]
    assert why(wrong, "le total sur 10")[1] == f"{heard} sur 10 d’après vos comptes ; {told} d’après ce qui a été dit."
    assert "D’après ce qui a été dit" in why(wrong, "les quatre comptes")[1]
    assert why(GOOD, "le total sur 10")[1] == f"{told} sur 10."
    assert "D’après ce qui a été dit" not in why(GOOD, "les quatre comptes")[1]
