"""A trainee's coding of the two transcripts, against the reference."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import etp, inputs
from tests.clinical.vecteurs import expected, rounded, table


def reference_codes(nom):
    return [(enonce.locuteur, enonce.reference) for enonce in etp.transcription(nom)]


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


@given(st.lists(st.sampled_from(["RC", "RS", "QO", "QF", "VAL", "PER"]), max_size=20), st.randoms())
@settings(max_examples=40)
def test_the_order_of_the_lines_changes_no_measure(found, random):
    lines = [("infirmiere", code) for code in found]
    shuffled = random.sample(lines, len(lines))

    assert etp.metriques_verbatim(shuffled) == etp.metriques_verbatim(lines)
