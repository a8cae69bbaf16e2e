"""MMSE and MoCA: totals and readings, from scores worked out by hand."""

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import NOT_A_COUNT, integers, table

SECTIONS = ("orientation_10", "apprentissage_3", "attention_calcul_5", "rappel_3", "langage_8", "praxie_1")


@pytest.mark.parametrize("row", table("cognition_mmse_sections.csv"), ids=lambda row: row["id"])
def test_mmse_adds_its_sections(row):
    points = integers(row, *SECTIONS)
    if row["erreur"]:
        with pytest.raises(ValueError, match="MMSE, "):
            cognition.mmse(*points)
        return
    result = cognition.mmse(*points)

    assert result.total == int(row["total_30"])
    assert result.erreur_au_rappel == (row["erreur_au_rappel"] == "1")
    assert cognition.stade_mmse(result.total, trouble_diagnostique=True) == row["stade_si_TNC_diagnostique"]


@pytest.mark.parametrize("section", range(6))
@pytest.mark.parametrize("points", NOT_A_COUNT)
def test_mmse_refuses_a_section_out_of_its_range(section, points):
    sections = [10, 3, 5, 3, 8, 1]
    sections[section] = points
    with pytest.raises(ValueError, match=r"MMSE, .*(de 0 à|nombre)"):
        cognition.mmse(*sections)


@pytest.mark.parametrize(("total", "stade"), [(21, "leger"), (20, "modere"), (10, "modere"), (9, "severe")])
def test_stade_mmse_on_both_sides_of_20_and_10(total, stade):
    assert cognition.stade_mmse(total, True) == stade


def test_there_is_no_stage_before_a_diagnosis():
    with pytest.raises(ValueError, match="18 sur 30"):
        cognition.stade_mmse(18, trouble_diagnostique=False)


@pytest.mark.parametrize(("total", "diagnostic"), [(31, True), (-1, True), (20, None), (20, 1), ("20", True)])
def test_stade_mmse_refuses_an_impossible_total_or_answer(total, diagnostic):
    with pytest.raises(ValueError, match=r"MMSE|Trouble"):
        cognition.stade_mmse(total, diagnostic)


@pytest.mark.parametrize(
    ("total", "historique", "instruit", "peu_instruit"),
    [
        (22, "positif", "a_explorer", "a_explorer"),
        (23, "positif", "a_explorer", "acceptable"),
        (24, "negatif", "a_explorer", "acceptable"),
        (26, "negatif", "a_explorer", "acceptable"),
        (27, "negatif", "acceptable", "acceptable"),
    ],
)
def test_lecture_mmse_shows_both_readings(total, historique, instruit, peu_instruit):
    assert cognition.lecture_mmse(total, True) == cognition.LectureMmse(historique, instruit)
    assert cognition.lecture_mmse(total, False) == cognition.LectureMmse(historique, peu_instruit)


@pytest.mark.parametrize(("total", "instruit"), [(31, True), (None, True), (25, "oui"), (25, 1)])
def test_lecture_mmse_refuses_an_impossible_input(total, instruit):
    with pytest.raises(ValueError, match=r"MMSE|instruite"):
        cognition.lecture_mmse(total, instruit)


ZONES = {"<=23": "basse", "24-26": "grise", ">=27": "haute"}


@pytest.mark.parametrize("row", table("cognition_moca.csv"), ids=lambda row: row["id"])
def test_moca_adjusts_for_schooling(row):
    score, annees = integers(row, "score_brut", "annees_scolarite")
    if row["erreur"]:
        with pytest.raises(ValueError, match=r"MoCA\s: 31 est hors des valeurs acceptées, de 0 à 30"):
            cognition.moca(score, annees)
        return
    result = cognition.moca(score, annees)

    assert result.ajuste == int(row["score_ajuste"])
    assert result.positif == (row["positif_lt26"] == "1")
    assert result.zone == ZONES[row["zone_double_seuil_suisse"]]


@pytest.mark.parametrize(
    ("ajuste", "positif", "zone"),
    [(23, True, "basse"), (24, True, "grise"), (25, True, "grise"), (26, False, "grise"), (27, False, "haute")],
)
def test_moca_on_both_sides_of_each_cut(ajuste, positif, zone):
    assert cognition.moca(ajuste, 13) == cognition.Moca(ajuste, positif, zone)
    assert cognition.moca(ajuste - 1, 12) == cognition.Moca(ajuste, positif, zone)


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_moca_refuses_what_is_not_a_score_or_years(value):
    with pytest.raises(ValueError, match="MoCA"):
        cognition.moca(value, 12)
    with pytest.raises(ValueError, match="scolarité"):
        cognition.moca(25, value)
