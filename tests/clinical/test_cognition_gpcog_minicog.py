"""GPCOG and Mini-Cog, from scores worked out by hand."""

import pytest

from asalee_training.clinical import cognition
from tests.clinical.vecteurs import NOT_A_COUNT, integers, table

GPCOG = (
    "date",
    "horloge_chiffres",
    "horloge_aiguilles",
    "actualite",
    "rappel_prenom",
    "rappel_nom",
    "rappel_numero",
    "rappel_rue",
    "rappel_ville",
)


@pytest.mark.parametrize("row", table("cognition_gpcog.csv"), ids=lambda row: row["id"])
def test_gpcog_follows_the_table(row):
    patient = cognition.gpcog_patient(*(row[name] == "1" for name in GPCOG))
    assert patient == int(row["score_patient_9"])
    informant = None
    if row["informant_6_reponses"]:
        informant = cognition.gpcog_informant(row["informant_6_reponses"].split("|"))
        assert informant == int(row["score_informant_6"])

    assert cognition.gpcog(patient, informant) == row["conclusion"]


@pytest.mark.parametrize(
    ("patient", "informant", "conclusion"),
    [
        (9, None, "cognition_intacte_retest_12m"),
        (9, 0, "cognition_intacte_retest_12m"),
        (8, None, "proche_a_interroger"),
        (5, None, "proche_a_interroger"),
        (8, 3, "alteration_probable"),
        (5, 4, "pas_d_alteration_significative"),
        (4, None, "alteration_probable"),
        (4, 6, "alteration_probable"),
    ],
)
def test_gpcog_reads_the_informant_between_5_and_8_only(patient, informant, conclusion):
    assert cognition.gpcog(patient, informant) == conclusion


def test_an_informant_who_does_not_know_counts_unless_told_otherwise():
    reponses = ["oui", "non", "nsp", "nsp", "na", "oui"]

    assert cognition.gpcog_informant(reponses) == 4
    assert cognition.gpcog_informant(reponses, nsp_compte=False) == 2


@pytest.mark.parametrize("value", NOT_A_COUNT)
def test_gpcog_and_minicog_refuse_an_impossible_score(value):
    with pytest.raises(ValueError, match="GPCOG, patient"):
        cognition.gpcog(value)
    with pytest.raises(ValueError, match="Rappel du Mini-Cog"):
        cognition.minicog(value, 2)
    if value is not None:
        with pytest.raises(ValueError, match="GPCOG, proche"):
            cognition.gpcog(9, value)
    with pytest.raises(ValueError, match="GPCOG, proche"):
        cognition.lecture_gpcog_informant(value)


@pytest.mark.parametrize(
    "reponses", [None, "oui", ["oui"] * 5, ["oui"] * 7, ["oui"] * 5 + ["parfois"], ["oui"] * 5 + [True], 6]
)
def test_gpcog_informant_refuses_what_is_not_six_answers(reponses):
    with pytest.raises(ValueError, match="GPCOG, proche"):
        cognition.gpcog_informant(reponses)


def test_gpcog_patient_refuses_an_answer_that_is_not_true_or_false():
    with pytest.raises(ValueError, match="GPCOG, ville"):
        cognition.gpcog_patient(*[True] * 8, 1)


@pytest.mark.parametrize("row", table("cognition_minicog.csv"), ids=lambda row: row["id"])
def test_minicog_follows_the_table(row):
    result = cognition.minicog(*integers(row, "rappel_0_3", "horloge_0_ou_2"))

    assert result.score == int(row["score_5"])
    assert result.positif == (row["positif_lt3"] == "1")
    assert result.positif_sensible == (row["positif_lt4_sensible"] == "1")


@pytest.mark.parametrize("horloge", [1, 3, -1, None, True, "2"])
def test_the_clock_of_the_minicog_is_worth_0_or_2(horloge):
    with pytest.raises(ValueError, match="Horloge du Mini-Cog"):
        cognition.minicog(3, horloge)
