"""Does an extract single people out?"""

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import inputs
from asalee_training.infosys import anonymat
from tests.clinical.vecteurs import table

DATA = Path(__file__).parent / "data"
REGIONS = {"CAB01": "R1", "CAB02": "R1"}


def blurred(row):
    return row | {
        "annee": anonymat.annee(row["date_naissance"]),
        "decennie": anonymat.decennie(row["date_naissance"]),
        "region": anonymat.region(row["cabinet"], REGIONS),
    }


EXTRACTION = [blurred(row) for row in table(DATA / "cognition_si_kanon_donnees.csv")]


@pytest.mark.parametrize("row", table(DATA / "cognition_si_kanon_attendu.csv"), ids=lambda row: row["id"])
def test_k_anonymat_follows_the_worked_examples(row):
    result = anonymat.k_anonymat(EXTRACTION, row["quasi_identifiants"].split("+"))

    assert result.k == int(row["k_min"])
    assert result.nb_classes == int(row["nb_classes"])
    assert result.nb_petites == int(row["nb_classes_k_lt5"])
    assert sum(result.classes.values()) == len(EXTRACTION)


def test_the_classes_are_named_by_their_values():
    assert anonymat.k_anonymat(EXTRACTION, ["region", "sexe"]).classes == {("R1", "F"): 6, ("R1", "M"): 6}


@pytest.mark.parametrize(("size", "small"), [(4, 1), (5, 0), (6, 0)])
def test_a_class_of_five_is_no_longer_small(size, small):
    result = anonymat.k_anonymat([{"sexe": "F"}] * size, ["sexe"])

    assert (result.k, result.nb_petites) == (size, small)


def test_the_size_of_a_small_class_is_a_convention():
    rows = [{"sexe": "F"}] * 10 + [{"sexe": "M"}] * 11

    assert anonymat.k_anonymat(rows, ["sexe"], petite_classe=11).nb_petites == 1
    for wrong in (1, 1001, None, True, "5", 5.5, float("nan")):
        with pytest.raises(ValueError, match=r"Petite classe.*2 à 1000"):
            anonymat.k_anonymat(rows, ["sexe"], wrong)


@pytest.mark.parametrize("lignes", [[], None, "F", {"sexe": "F"}, 3])
def test_k_anonymat_refuses_an_extract_without_rows(lignes):
    with pytest.raises(ValueError, match="Extraction"):
        anonymat.k_anonymat(lignes, ["sexe"])


@pytest.mark.parametrize("noms", [[], "sexe", None, ["sexe", "sexe"], 3])
def test_k_anonymat_refuses_columns_that_are_not_a_list(noms):
    with pytest.raises(ValueError, match="Quasi-identifiants"):
        anonymat.k_anonymat([{"sexe": "F"}], noms)


@pytest.mark.parametrize(
    ("ligne", "message"),
    [
        ({"age": 3}, "la colonne « sexe » manque"),
        ("F", "la colonne « sexe » manque"),
        (None, "rien"),
        ({"sexe": None}, "Colonne sexe : rien"),
        ({"sexe": ""}, "Colonne sexe"),
        ({"sexe": float("nan")}, "Colonne sexe"),
        ({"sexe": ["F"]}, "Colonne sexe"),
    ],
)
def test_k_anonymat_refuses_a_missing_value(ligne, message):
    with pytest.raises(ValueError, match=inputs.typography(message)):
        anonymat.k_anonymat([{"sexe": "F"}, ligne], ["sexe"])


def test_a_suppressed_value_and_a_date_are_values():
    rows = [{"sexe": "*", "ne": datetime.date(1941, 3, 12)}] * 2

    assert anonymat.k_anonymat(rows, ["sexe", "ne"]).k == 2


@pytest.mark.parametrize(
    ("date", "annee", "decennie"),
    [
        ("1939-12-31", 1939, 1930),
        ("1940-01-01", 1940, 1940),
        ("1949-12-31", 1949, 1940),
        ("1950-01-01", 1950, 1950),
        ("1900-01-01", 1900, 1900),
        ("2100-12-31", 2100, 2100),
        (datetime.date(1941, 3, 12), 1941, 1940),
    ],
)
def test_year_and_decade_of_a_birth_date(date, annee, decennie):
    assert (anonymat.annee(date), anonymat.decennie(date)) == (annee, decennie)


@pytest.mark.parametrize(
    "date",
    [
        None,
        True,
        1941,
        "",
        "1941",
        "12/03/1941",
        "19410312",
        "1941-W11-3",
        "1941-3-12",
        "1941-02-30",
        "1941-03-12\n",
        "1899-12-31",
        "2101-01-01",
        float("nan"),
    ],
)
def test_a_date_that_is_not_one_is_refused(date):
    for function in (anonymat.annee, anonymat.decennie):
        with pytest.raises(ValueError, match=r"(?s)Date de naissance.*AAAA-MM-JJ.*1900 à 2100"):
            function(date)


@pytest.mark.parametrize("cabinet", [None, "CAB03", "", 1, ["CAB01"]])
def test_region_refuses_an_unknown_practice(cabinet):
    with pytest.raises(ValueError, match=r"Cabinet.*CAB01, CAB02"):
        anonymat.region(cabinet, REGIONS)
    with pytest.raises(ValueError, match="Régions"):
        anonymat.region("CAB01", None)


QUASI = ("cabinet", "sexe", "annee", "decennie", "region")


@given(st.lists(st.sampled_from(EXTRACTION), min_size=1, max_size=12), st.permutations(QUASI), st.integers(1, 4))
@settings(max_examples=50)
def test_one_more_column_never_raises_k_nor_lowers_the_number_of_classes(rows, names, size):
    fewer, more = anonymat.k_anonymat(rows, names[:size]), anonymat.k_anonymat(rows, names[: size + 1])

    assert more.k <= fewer.k
    assert more.nb_classes >= fewer.nb_classes


@given(st.lists(st.sampled_from(EXTRACTION), min_size=1, max_size=12))
@settings(max_examples=30)
def test_a_decade_never_hides_less_than_a_year(rows):
    assert anonymat.k_anonymat(rows, ["decennie"]).k >= anonymat.k_anonymat(rows, ["annee"]).k
