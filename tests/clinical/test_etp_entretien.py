"""Motivational interviewing: measures, levels, and a trainee's coding of the two transcripts."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp, inputs

DATA = Path(__file__).parent / "data"
MITI = {
    "reflets_simples": "reflet_simple",
    "reflets_complexes": "reflet_complexe",
    "questions_ouvertes": "question_ouverte",
    "questions_fermees": "question_fermee",
    "valorisations": "valorisation",
    "collaborations": "collaboration",
    "autonomies": "autonomie",
    "persuasions": "persuader",
    "confrontations": "confronter",
}
COMPTES = dict.fromkeys(MITI, 1)
IMPOSSIBLE = [None, True, "3", float("nan"), float("inf"), -1, 2.5, 501]


def table(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rounded(value):
    """A measure as the vectors write it: three decimals, an empty cell when it cannot be computed."""
    return "" if value is None else round(value, 3)


def expected(cell):
    return float(cell) if cell else ""


def reference_codes(nom):
    return [(enonce.locuteur, enonce.reference) for enonce in etp.transcription(nom)]


@pytest.mark.parametrize("row", table("cognition_etp_miti.csv"), ids=lambda row: row["id"])
def test_metriques_and_levels_follow_the_worked_examples(row):
    result = etp.metriques(**{name: int(row[column]) for name, column in MITI.items()})

    assert rounded(result.ratio_rq) == expected(row["ratio_R_Q"])
    assert rounded(result.part_reflets_complexes) == expected(row["pct_reflets_complexes"])
    assert rounded(result.part_questions_ouvertes) == expected(row["pct_questions_ouvertes"])
    assert result.adherent == int(row["total_EM_adherent"])
    assert result.non_adherent == int(row["total_EM_non_adherent"])
    for mesure, valeur, column in (
        ("ratio_rq", result.ratio_rq, "niveau_RQ"),
        ("part_reflets_complexes", result.part_reflets_complexes, "niveau_pctRC"),
        ("relationnel", float(row["global_relationnel"]), "niveau_relationnel"),
        ("technique", float(row["global_technique"]), "niveau_technique"),
    ):
        assert (etp.niveau(mesure, valeur) or "") == row[column]


def test_a_measure_divided_by_zero_is_none_and_says_why():
    result = etp.metriques(**dict.fromkeys(MITI, 0))

    assert (result.ratio_rq, result.part_reflets_complexes, result.part_questions_ouvertes) == (None, None, None)
    assert set(result.non_calculables) == {"ratio_rq", "part_reflets_complexes", "part_questions_ouvertes"}
    assert result.non_calculables["ratio_rq"] == "Aucune question n’a été codée."
    assert result.non_calculables["part_reflets_complexes"] == "Aucun reflet n’a été codé."
    assert etp.metriques(**COMPTES).non_calculables == {}


@pytest.mark.parametrize(
    ("mesure", "correct", "bon", "lowest", "highest"),  # MITI 4.2, PMC9461167, table 3
    [
        ("ratio_rq", 1, 2, 0, 1000),
        ("part_reflets_complexes", 0.40, 0.50, 0, 1),
        ("relationnel", 3.5, 4, 1, 5),
        ("technique", 3, 4, 1, 5),
    ],
)
def test_niveau_on_both_sides_of_each_published_threshold(mesure, correct, bon, lowest, highest):
    values = (lowest, correct - 0.001, correct, correct + 0.001, bon - 0.001, bon, bon + 0.001, highest)

    assert [etp.niveau(mesure, value) for value in values] == ["insuffisant"] * 2 + ["correct"] * 3 + ["bon"] * 3
    assert etp.niveau(mesure, None) is None


@pytest.mark.parametrize(
    ("reflets", "questions", "niveau"), [((2, 0), (3, 0), "insuffisant"), ((3, 0), (1, 2), "correct")]
)
def test_a_ratio_computed_from_counts_meets_its_threshold_exactly(reflets, questions, niveau):
    counts = dict.fromkeys(MITI, 0) | {
        "reflets_simples": reflets[0],
        "questions_ouvertes": questions[0],
        "questions_fermees": questions[1],
    }
    assert etp.niveau("ratio_rq", etp.metriques(**counts).ratio_rq) == niveau


@pytest.mark.parametrize("name", list(MITI))
@pytest.mark.parametrize("count", IMPOSSIBLE)
def test_metriques_refuses_an_impossible_count(name, count):
    with pytest.raises(ValueError, match="0 à 500"):
        etp.metriques(**{**COMPTES, name: count})


@pytest.mark.parametrize(
    ("mesure", "valeur", "message"),
    [
        ("part_reflets_complexes", 50, "50 est hors des valeurs acceptées, de 0 à 1"),  # a percentage
        ("part_reflets_complexes", float("nan"), "0 à 1"),
        ("ratio_rq", -0.1, "0 à 1000"),
        ("ratio_rq", float("inf"), "0 à 1000"),
        ("relationnel", 0.9, "1 à 5"),
        ("technique", 5.1, "1 à 5"),
        ("technique", "4", "« 4 »"),
        ("technique", True, "vrai"),
        ("ratio", 1, "Vouliez-vous écrire « ratio_rq »"),
        (None, 1, "rien"),
    ],
)
def test_niveau_refuses_what_is_not_a_measure(mesure, valeur, message):
    with pytest.raises(ValueError, match=inputs.typography(message).replace("?", r"\?")):
        etp.niveau(mesure, valeur)


def test_global_moyen_is_the_mean_of_two_ratings():
    assert etp.global_moyen(3, 4) == 3.5
    for wrong in (0, 6, 3.5, None, True, "4", float("nan")):
        with pytest.raises(ValueError, match=r"Première note globale.*1 à 5"):
            etp.global_moyen(wrong, 4)
        with pytest.raises(ValueError, match=r"Seconde note globale.*1 à 5"):
            etp.global_moyen(4, wrong)


@pytest.mark.parametrize("row", table("cognition_etp_transcripts.csv"), ids=lambda r: f"{r['transcription']}{r['n']}")
def test_transcription_gives_every_line_with_its_codes(row):
    enonce = etp.transcription(row["transcription"])[int(row["n"]) - 1]

    assert enonce.n == int(row["n"])
    assert enonce.locuteur == {"I": "infirmiere", "P": "patient"}[row["locuteur_I_P"]]
    assert enonce.texte == inputs.typography(row["texte"])
    assert enonce.reference == row["code_reference"]
    assert enonce.alternatif == (row["code_accepte_alternatif"] or None)
    assert {enonce.reference, enonce.alternatif} - {None} <= set(etp.codes(enonce.locuteur))


@pytest.mark.parametrize("row", table("cognition_etp_transcripts_attendu.csv"), ids=lambda r: r["transcription"])
def test_measures_of_the_transcripts_follow_the_expected_table(row):
    lines = reference_codes(row["transcription"])
    carer, patient = etp.metriques_verbatim(lines), etp.discours(lines)

    assert sum(speaker == "infirmiere" for speaker, _ in lines) == int(row["n_soignant"])
    assert (carer.reflets, carer.reflets_complexes) == (int(row["reflets"]), int(row["reflets_complexes"]))
    assert (carer.questions, carer.questions_ouvertes) == (int(row["questions"]), int(row["questions_ouvertes"]))
    assert (carer.adherent, carer.non_adherent) == (int(row["adherent"]), int(row["non_adherent"]))
    assert rounded(carer.ratio_rq) == expected(row["ratio_RQ"])
    assert rounded(carer.part_reflets_complexes) == expected(row["pct_RC"])
    assert (patient.changement, patient.maintien) == (int(row["discours_changement"]), int(row["discours_maintien"]))
    assert rounded(patient.part_changement) == expected(row["pct_discours_changement"])


def test_every_code_counts_where_the_code_book_says():
    carer = {code: etp.metriques_verbatim([("infirmiere", code)]) for code in etp.codes("infirmiere")}
    patient = {code: etp.discours([("patient", code)]) for code in etp.codes("patient")}

    assert {code for code, found in carer.items() if found.questions} == {"QO", "QF"}
    assert {code for code, found in carer.items() if found.questions_ouvertes} == {"QO"}
    assert {code for code, found in carer.items() if found.reflets} == {"RS", "RC", "RES"}
    assert {code for code, found in carer.items() if found.reflets_complexes} == {"RC", "RES"}
    assert {code for code, found in carer.items() if found.adherent} == {"VAL", "COL", "AUT"}
    assert {code for code, found in carer.items() if found.non_adherent} == {"PER", "CON"}
    assert set(carer) - {"QO", "QF", "RS", "RC", "RES", "VAL", "COL", "AUT", "PER", "CON"} == {"INF", "PSP"}
    assert {code for code, found in patient.items() if found.changement} == {"D", "C", "R", "B", "E", "A", "PP"}
    assert {code for code, found in patient.items() if found.maintien} == {"SM"}
    assert set(patient) - {"D", "C", "R", "B", "E", "A", "PP", "SM"} == {"N"}


def test_discours_without_change_nor_sustain_talk_has_no_share():
    result = etp.discours([("patient", "N"), ("infirmiere", "QO")])

    assert result.part_changement is None
    assert "Ni discours-changement" in result.raison
    assert etp.discours([("patient", "SM")]).part_changement == 0
    assert etp.discours([("patient", "D")]).raison is None


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ([("patient", "QO")], "Codage, patient.*« QO »"),
        ([("infirmiere", "SM")], "Codage, infirmière.*« SM »"),
        ([("soignant", "QO")], "Locuteur.*« soignant »"),
        ([("infirmiere", None)], "rien"),
        ([("infirmiere", ["QO"])], "QO"),
        (["QO"], "« QO ».*couple"),
        ([("infirmiere",)], "couple"),
        ([None], "rien.*couple"),
        ("QO", "liste de couples"),
        (None, "liste de couples"),
        ({"infirmiere": "QO"}, "liste de couples"),
    ],
)
def test_a_coded_transcript_refuses_what_is_not_a_speaker_and_its_code(lines, message):
    message = inputs.typography(message)
    for function in (etp.metriques_verbatim, etp.discours, lambda wrong: etp.comparer_metriques(wrong, [])):
        with pytest.raises(ValueError, match=message):
            function(lines)


@pytest.mark.parametrize("nom", ["A", "B"])
def test_the_reference_and_every_alternative_code_are_accepted(nom):
    enonces = etp.transcription(nom)
    exact = etp.comparer_codage(enonces, {e.n: e.reference for e in enonces})
    other = etp.comparer_codage(enonces, {e.n: e.alternatif or e.reference for e in enonces})

    assert (exact.part, exact.niveau, exact.confusions) == (1, "bon", ())
    assert {ligne.accord for ligne in exact.lignes} == {"exact"}
    assert (other.part, other.niveau, other.confusions) == (1, "bon", ())
    assert [ligne.accord == "alternatif" for ligne in other.lignes] == [e.alternatif is not None for e in enonces]


def test_comparer_codage_lists_the_confusions_the_most_frequent_first():
    enonces = etp.transcription("A")
    given = {e.n: e.reference for e in enonces} | {3: "RS", 7: "RS", 5: "RC", 13: "QO", 14: "SM"}

    result = etp.comparer_codage(enonces, given)

    assert result.confusions == ((("RC", "RS"), 2), (("RS", "RC"), 1), (("C", "SM"), 1))
    assert result.part == 18 / 22
    assert result.niveau == "correct"
    assert [ligne.n for ligne in result.lignes if ligne.accord == "different"] == [3, 5, 7, 14]
    assert result.lignes[12].accord == "alternatif"


@pytest.mark.parametrize(
    ("justes", "niveau"),
    [(0, "insuffisant"), (14, "insuffisant"), (15, "correct"), (16, "correct"), (17, "bon"), (18, "bon"), (20, "bon")],
)
def test_level_of_a_coding_on_both_sides_of_75_and_85_percent(justes, niveau):
    enonces = [etp.Enonce(n, "infirmiere", "…", "QO", None) for n in range(1, 21)]
    result = etp.comparer_codage(enonces, {e.n: "QO" if e.n <= justes else "CON" for e in enonces})

    assert (result.part, result.niveau) == (justes / 20, niveau)


REFERENCE_B = {e.n: e.reference for e in etp.transcription("B")}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({n: code for n, code in REFERENCE_B.items() if n not in (3, 11)}, "la ligne 3 manque"),
        ({**REFERENCE_B, 15: "QO"}, "15.*1 à 14"),
        ({**REFERENCE_B, 0: "QO"}, "0.*1 à 14"),
        ({**REFERENCE_B, "1": "QO"}, "« 1 »"),
        ({**REFERENCE_B, None: "QO"}, "rien"),
        ({**REFERENCE_B, 2: "QO"}, "Ligne 2, patient.*« QO »"),
        ({**REFERENCE_B, 1: "D"}, "Ligne 1, infirmière.*« D »"),
        ({**REFERENCE_B, 1: None}, "Ligne 1.*rien"),
        ({**REFERENCE_B, 1: "qo"}, "« qo »"),
        ({True: "QF"}, "vrai"),
        ({}, "la ligne 1 manque"),
        (["QF"], "code par ligne"),
        (None, "rien"),
    ],
)
def test_comparer_codage_refuses_missing_lines_and_codes_of_the_other_speaker(given, message):
    with pytest.raises(ValueError, match=inputs.typography(message)):
        etp.comparer_codage(etp.transcription("B"), given)


def test_comparer_codage_refuses_a_line_that_an_extract_leaves_out():
    first, _, third = etp.transcription("B")[:3]
    with pytest.raises(ValueError, match="la ligne 2 n’existe pas"):
        etp.comparer_codage([first, third], {1: "QF", 2: "N", 3: "CON"})


@pytest.mark.parametrize("enonces", [None, [], "A", 3, [1, 2], [("infirmiere", "QO")], [None]])
def test_comparer_codage_refuses_what_is_not_a_transcript(enonces):
    with pytest.raises(ValueError, match="Transcription"):
        etp.comparer_codage(enonces, REFERENCE_B)


@pytest.mark.parametrize("nom", [None, "C", "a", 1, ["A"]])
def test_unknown_transcripts_and_speakers_are_refused(nom):
    with pytest.raises(ValueError, match=r"Transcription.*A, B"):
        etp.transcription(nom)
    with pytest.raises(ValueError, match=r"Locuteur.*infirmiere, patient"):
        etp.codes(nom)


def share(complexes, reflets=20):
    return [("infirmiere", "RC")] * complexes + [("infirmiere", "RS")] * (reflets - complexes)


@pytest.mark.parametrize(
    ("obtenus", "close"), [(11, False), (12, True), (15, True), (18, True), (19, False)]
)  # 0.75 ± 0.15, bounds included
def test_comparer_metriques_on_both_sides_of_the_tolerance(obtenus, close):
    assert etp.comparer_metriques(share(obtenus), share(15))["part_reflets_complexes"] is close


def test_comparer_metriques_agrees_on_an_undefined_measure_only_when_both_are():
    question = [("infirmiere", "QO")]

    assert etp.comparer_metriques([], []) == {
        "ratio_rq": True,
        "part_reflets_complexes": True,
        "part_questions_ouvertes": True,
        "part_changement": True,
    }
    assert not etp.comparer_metriques(question, [])["ratio_rq"]
    assert not etp.comparer_metriques([], question)["ratio_rq"]
    assert all(etp.comparer_metriques(reference_codes("B"), reference_codes("B")).values())
    assert not any(etp.comparer_metriques(reference_codes("A"), reference_codes("B")).values())


@given(st.lists(st.integers(0, 60), min_size=9, max_size=9))
@settings(max_examples=60)
def test_shares_are_fractions_and_one_more_complex_reflection_never_lowers_its_share_nor_the_ratio(counts):
    before = dict(zip(MITI, counts, strict=True))
    less = etp.metriques(**before)
    more = etp.metriques(**{**before, "reflets_complexes": before["reflets_complexes"] + 1})

    for found in (less.part_reflets_complexes, less.part_questions_ouvertes):
        assert found is None or 0 <= found <= 1
    assert more.part_reflets_complexes >= (less.part_reflets_complexes or 0)
    assert (more.ratio_rq is None) == (less.ratio_rq is None)
    assert (more.ratio_rq or 0) >= (less.ratio_rq or 0)


@given(st.lists(st.sampled_from(["RC", "RS", "QO", "QF", "VAL", "PER"]), max_size=20), st.randoms())
@settings(max_examples=40)
def test_the_order_of_the_lines_changes_no_measure(found, random):
    lines = [("infirmiere", code) for code in found]
    shuffled = random.sample(lines, len(lines))

    assert etp.metriques_verbatim(shuffled) == etp.metriques_verbatim(lines)
