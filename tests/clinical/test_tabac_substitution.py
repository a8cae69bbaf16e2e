"""Nicotine replacement: the first dose, its signs in the first week, what a prescription must say."""

import pytest

from asalee_training.clinical import reference_data, tabac
from tests.clinical.tabacologie import NOT_A_NUMBER, plain

TABLE = """
 9 | moyen ou            | moyen ou                 | aucun avec      | aucun possibles
19 | grand possibles     | grand possibles          | taille_libre ou | aucun avec
30 | grand_et_moyen possibles | grand avec          | grand non       | grand ou
31 | grand_et_moyen avec | grand_et_moyen possibles | grand avec      | grand possibles
"""  # OFT, as in the brief §4: columns up to 5, 30, 60 minutes, then more


def cells():
    for line in TABLE.strip().splitlines():
        cigarettes, *cells = line.split("|")
        for minutes, cell in zip((5, 30, 60, 61), cells, strict=True):
            yield int(cigarettes), minutes, tuple(cell.split())


@pytest.mark.parametrize(("cigarettes", "minutes", "expected"), list(cells()))
def test_dose_depart_of_every_cell_of_the_table(cigarettes, minutes, expected):
    dose = tabac.dose_depart(cigarettes, minutes)

    assert (dose.timbres, dose.formes_orales) == expected
    read = cigarettes == 9 or (cigarettes, minutes) == (31, 5)  # the extremes, read in a public source
    assert dose.surete == ("lu" if read else "a_verifier")


@pytest.mark.parametrize(("low", "high", "minutes"), [(9, 10, 5), (19, 20, 5), (30, 31, 5)])
def test_dose_depart_changes_at_10_20_and_31_cigarettes(low, high, minutes):
    assert tabac.dose_depart(low, minutes) != tabac.dose_depart(high, minutes)


@pytest.mark.parametrize(("low", "high"), [(5, 5.5), (30, 30.5), (60, 60.5)])
def test_dose_depart_changes_after_5_30_and_60_minutes(low, high):
    assert tabac.dose_depart(25, low) != tabac.dose_depart(25, high)


def test_dose_depart_covers_every_smoker():
    rows = list(reference_data.rows("tabac_dose_depart"))

    assert len(rows) == 16
    assert {row["timbres"] for row in rows} == {"aucun", "taille_libre", "moyen", "grand", "grand_et_moyen"}
    assert {row["formes_orales"] for row in rows} == {"non", "possibles", "avec", "ou"}
    assert tabac.dose_depart(300, 1440).timbres == "grand"


def test_ten_rolled_cigarettes_start_like_twenty():
    assert tabac.dose_depart(tabac.equivalent_cigarettes(0, 10), 3) == tabac.dose_depart(20, 3)
    assert tabac.nicotine_depart_mg(tabac.equivalent_cigarettes(5, 10)) == 25


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, 0, -3, 301, 2.5])
def test_replacement_refuses_an_impossible_number_of_cigarettes(value):
    for call in (lambda x: tabac.dose_depart(x, 5), tabac.nicotine_depart_mg):
        with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 1 à 300"):
            call(value)


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1, 1441])
def test_dose_depart_refuses_an_impossible_delay(value):
    with pytest.raises(ValueError, match=r"Délai.*de 0 à 1440 min"):
        tabac.dose_depart(20, value)


@pytest.mark.parametrize(
    ("signes", "expected"),
    [
        ([], "aucun_signe"),
        (["envie_de_fumer", "irritabilite"], "sous_dosage"),
        (["tachycardie"], "surdosage"),
        (["insomnie", "bouche_seche"], "discordant"),
    ],
)
def test_dosage_reads_the_signs_of_the_first_week(signes, expected):
    assert tabac.dosage(signes) == expected


def test_mentions_manquantes_until_the_prescription_is_complete():
    mentions = [row["mention"] for row in reference_data.rows("tabac_ordonnance")]

    assert tabac.mentions_manquantes(mentions) == ()
    assert tabac.mentions_manquantes([]) == tuple(mentions)
    assert tabac.mentions_manquantes(set(mentions) - {"duree"}) == ("duree",)


@pytest.mark.parametrize("value", [None, "duree", 3])
def test_signs_and_mentions_are_lists_of_known_words(value):
    for call, word in ((tabac.dosage, "tachycardie"), (tabac.mentions_manquantes, "duree")):
        with pytest.raises(ValueError, match="liste"):
            call(value)
        with pytest.raises(ValueError, match=word):
            call([word + "s"])


def test_large_and_medium_patches_have_their_strengths():
    assert plain(tabac.formes()["grand timbre"]) == "21 mg/24 h ; 25 mg/16 h"


def test_what_equivalent_cigarettes_returns_is_accepted_by_what_it_feeds():
    most = tabac.equivalent_cigarettes(100, 100)

    assert most == 300
    assert tabac.dose_depart(most, 5).timbres == "grand_et_moyen"
    assert tabac.nicotine_depart_mg(most) == 300
    assert tabac.hsi(3, most).total == 6
    assert tabac.fagerstrom(3, True, True, most, True, True).total == 10


@pytest.mark.parametrize("compute", [tabac.dosage, tabac.mentions_manquantes])
@pytest.mark.parametrize("wrong", [{"envie_de_fumer": False}, {"patient": False}, "patient", None])
def test_signs_and_mentions_are_lists_of_what_is_present(compute, wrong):
    with pytest.raises(ValueError, match="n’est pas une liste"):
        compute(wrong)
