"""Norms by age and schooling: the invented ones shipped, a trainer's own."""

import pytest

from asalee_training.clinical import cognition


def test_norms_shipped_are_invented_and_say_so():
    rows = cognition.normes_fictives("mmse") + cognition.normes_fictives("fluence")

    assert {row["fictif"] for row in rows} == {"oui"}
    assert all("INVENTÉES" in row["source"] for row in rows)
    assert cognition.seuil_mmse(74, 3, cognition.normes_fictives("mmse")).fictif


NORME = {"age_min": "60", "age_max": "69", "nsc": "2", "seuil": "24", "fictif": "non"}
FLUENCE = {
    "epreuve": "animaux",
    "age_min": 60,
    "age_max": 69,
    "nsc": 2,
    "moyenne": 28,
    "ecart_type": 4,
    "fictif": "non",
}


@pytest.mark.parametrize("age", [60, 69])
def test_a_trainer_s_table_is_read_at_both_ends_of_its_age_band(age):
    assert cognition.seuil_mmse(age, 2, [NORME]) == cognition.Seuil(24, False)
    assert cognition.z_fluence(20, "animaux", age, 2, [FLUENCE]).z == -2


@pytest.mark.parametrize(
    ("age", "nsc", "normes"),
    [
        (59, 2, [NORME]),
        (70, 2, [NORME]),
        (65, 3, [NORME]),
        (65, 2, [NORME, NORME]),
        (65, 2, []),
        (65, 2, None),
        (65, 2, "mmse"),
        (65, 2, [{**NORME, "seuil": "deux"}]),
        (65, 2, [{**NORME, "seuil": "nan"}]),
        (65, 2, [{**NORME, "seuil": "31"}]),
        (65, 2, [{**NORME, "fictif": "peut-être"}]),
        (65, 2, [{"nsc": "2"}]),
        (65, 2, ["ligne"]),
        (65, 5, [NORME]),
        (65, True, [NORME]),
        (None, 2, [NORME]),
        (6.5, 2, [NORME]),
    ],
)
def test_seuil_mmse_refuses_a_table_without_exactly_one_row(age, nsc, normes):
    with pytest.raises(ValueError, match=r"Normes|Âge|Niveau"):
        cognition.seuil_mmse(age, nsc, normes)


@pytest.mark.parametrize(
    ("mots", "epreuve", "change"),
    [(-1, "animaux", {}), (20, "villes", {}), (20, "lettre_p", {}), (20, "animaux", {"ecart_type": "0"})],
)
def test_z_fluence_refuses_impossible_words_test_or_deviation(mots, epreuve, change):
    with pytest.raises(ValueError, match=r"Mots|Fluence|Normes"):
        cognition.z_fluence(mots, epreuve, 65, 2, [{**FLUENCE, **change}])


def test_normes_fictives_refuses_another_name():
    with pytest.raises(ValueError, match="Épreuve"):
        cognition.normes_fictives("moca")


@pytest.mark.parametrize(("rows", "count"), [(0, "aucune ligne pour"), (2, "2 lignes pour")])
def test_norms_that_hold_no_row_or_two_say_how_many(rows, count):
    row = {"age_min": "18", "age_max": "110", "nsc": "1", "seuil": "24", "fictif": "oui"}
    with pytest.raises(ValueError, match=f"Normes.*{count}"):
        cognition.seuil_mmse(70, 1, [row] * rows)
