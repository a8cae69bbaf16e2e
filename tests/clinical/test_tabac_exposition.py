"""Exposure to tobacco: types, pack-years, hand-rolled cigarettes, exhaled CO."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asalee_training.clinical import reference_data, tabac
from tests.clinical.tabacologie import INSTRUMENTS, NOT_A_NUMBER


def test_the_types_of_tobacco_are_those_of_the_form():
    labels = [row["libelle"] for row in reference_data.rows("tabac_types")]
    assert labels == INSTRUMENTS["type_tabac_asalee"]


@pytest.mark.parametrize("example", INSTRUMENTS["paquets_annees"]["exemples"], ids=lambda row: str(row["PA"]))
def test_paquets_annees_of_the_worked_examples(example):
    periodes = example.get("periodes") or [(example["cig_j"], example["annees"])]

    assert tabac.paquets_annees(periodes) == pytest.approx(example["PA"])


def test_a_hand_rolled_cigarette_counts_for_two():
    assert tabac.paquets_annees([(10, 20, "tabac_roule")]) == 20
    assert tabac.paquets_annees([(10, 20, "cigarette"), (5, 10, "tabac_roule")]) == 15
    assert tabac.equivalent_cigarettes(10, 5) == 20
    assert tabac.paquets_annees([(0, 0)]) == 0


@given(st.lists(st.tuples(st.floats(0, 120), st.floats(0, 90)), min_size=1, max_size=4), st.floats(0, 120))
def test_another_period_never_lowers_the_pack_years(periodes, more):
    assert tabac.paquets_annees([*periodes, (more, 1)]) >= tabac.paquets_annees(periodes)


@pytest.mark.parametrize("type_tabac", ["pipe", "cigare"])
def test_a_pipe_has_no_agreed_equivalence(type_tabac):
    with pytest.raises(ValueError, match=rf"{type_tabac}.*cigarette, tabac_roule"):
        tabac.paquets_annees([(2, 10, type_tabac)])


@pytest.mark.parametrize("periodes", [None, [], "20x30", 20, [20, 30], [(20,)], [(20, 30, "cigarette", 1)], ["ab"]])
def test_paquets_annees_refuses_what_is_not_a_list_of_periods(periodes):
    with pytest.raises(ValueError, match=r"Période.*cigarettes par jour, années"):
        tabac.paquets_annees(periodes)


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1, 121])
def test_paquets_annees_refuses_an_impossible_period(value):
    with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 0 à 120"):
        tabac.paquets_annees([(20, 10), (value, 10)])
    with pytest.raises(ValueError, match=r"Années de tabac.*de 0 à 90 ans"):
        tabac.paquets_annees([(20, value)])
    with pytest.raises(ValueError, match=r"Type de tabac.*cigarette"):
        tabac.paquets_annees([(20, 10, "roulé")])


@pytest.mark.parametrize("value", [*NOT_A_NUMBER, -1, 101, 2.5])
def test_equivalent_cigarettes_refuses_what_is_not_a_number_of_cigarettes(value):
    with pytest.raises(ValueError, match=r"Cigarettes par jour.*de 0 à 100"):
        tabac.equivalent_cigarettes(value, 0)
    with pytest.raises(ValueError, match=r"Cigarettes roulées.*de 0 à 100"):
        tabac.equivalent_cigarettes(0, value)


@pytest.mark.parametrize(("contexte", "seuil"), [("general", 10), ("asthme", 10), ("bpco", 11), ("grossesse", 3)])
def test_co_expire_on_both_sides_of_the_cut_off_of_its_context(contexte, seuil):  # Underner 2010; pregnancy [K]
    found = [tabac.co_expire(ppm, contexte) for ppm in (0, seuil - 1, seuil, seuil + 1)]

    assert found == ["au_dessous", "au_dessous", "au_dessus_du_seuil", "au_dessus_du_seuil"]


def test_bande_co_of_a_common_device():
    co = INSTRUMENTS["co_ppm"]
    for name in ("non_fumeur", "zone_grise", "fumeur"):
        low, high = co[name]
        assert tabac.bande_co(low) == name
        assert tabac.bande_co(high or 200) == name
    assert tabac.bande_co(6.5) == "zone_grise"
    assert tabac.co_expire(co["grossesse_seuil"], "grossesse") == "au_dessus_du_seuil"


@pytest.mark.parametrize("ppm", [*NOT_A_NUMBER, -1, 201])
def test_co_refuses_an_impossible_value_or_an_unknown_context(ppm):
    with pytest.raises(ValueError, match=r"CO expiré.*de 0 à 200 ppm"):
        tabac.co_expire(ppm, "general")
    with pytest.raises(ValueError, match=r"CO expiré.*de 0 à 200 ppm"):
        tabac.bande_co(ppm)
    with pytest.raises(ValueError, match=r"Contexte.*asthme, bpco, general, grossesse"):
        tabac.co_expire(10, "BPCO")
