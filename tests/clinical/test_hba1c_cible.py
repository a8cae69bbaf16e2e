"""HbA1c: the target of each profile, the distance to it, what is refused."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asalee_training.clinical import hba1c, reference_data
from tests.clinical.vecteurs import table

WRONG = [None, True, "7", float("nan"), float("inf"), -1, 0.07]
#: French profile of the HAS 2013 table -> ours.
PROFILS = {
    "cas general": "cas_general",
    "DT2 recent, esperance de vie >15 ans, sans ATCD CV": "recent_longue_esperance",
    "comorbidite grave ou esperance de vie <5 ans": "comorbidite_grave",
    "complications macrovasculaires evoluees": "macrovasculaire_evolue",
    "diabete >10 ans et 7% difficile a atteindre (hypoglycemies severes)": "ancien_hypoglycemies",
    "personne agee vigoureuse": "age_vigoureux",
    "personne agee fragile": "age_fragile",
    "personne agee malade/dependante": "age_dependant",
    "ATCD CV macrovasculaire non evolue": "cv_non_evolue",
    "ATCD CV evolue (IDM+IC, tronc commun, polyarteriel, AOMI symptomatique, AVC <6 mois)": "cv_evolue",
    "IRC moderee 3A-3B": "irc_3",
    "IRC severe/terminale 4-5": "irc_4_5",
    "projet de grossesse / grossesse": "grossesse",
}
CIBLES = table(reference_data.FOLDER / "hba1c_cibles.csv")


@pytest.mark.parametrize("row", table("diabetes_hba1c_targets.csv"), ids=lambda row: row["profil_HAS_2013"][:30])
def test_cible_of_one_profile_follows_the_has_2013_table(row):
    found = hba1c.cible([PROFILS[row["profil_HAS_2013"]]])
    sign, bound = re.match(r"(<=?)([\d.,]+)", row["cible_HbA1c_pct"]).groups()

    assert found.pct == float(bound.replace(",", "."))
    assert found.incluse == (sign == "<=")
    assert found.mmol_mol == int(row["equiv_mmol_mol"]) == round(hba1c.ifcc(found.pct))
    assert ("entre 1 et 2 g/L" in found.complement) == ("1-2 g/L" in row["cible_HbA1c_pct"])
    assert not found.a_confirmer


def test_every_profile_of_the_reference_table_has_a_vector():
    named = {PROFILS[row["profil_HAS_2013"]] for row in table("diabetes_hba1c_targets.csv")}

    assert named == {row["profil"] for row in CIBLES}
    for row in CIBLES:
        assert all(value.strip() for value in row.values()), row


@pytest.mark.parametrize(
    ("profils", "retenu", "pct", "incluse", "a_confirmer"),
    [
        (["irc_4_5", "age_fragile"], None, 8, True, False),
        (["recent_longue_esperance", "irc_3"], "irc_3", 7, True, False),
        (["age_vigoureux", "cv_evolue"], "cv_evolue", 8, True, False),
        (["age_dependant", "irc_4_5", "cv_evolue"], "age_dependant", 9, False, False),
        (["grossesse", "ancien_hypoglycemies"], "grossesse", 6.5, False, True),
        (["grossesse", "recent_longue_esperance"], "grossesse", 6.5, False, True),  # < 6,5 and ≤ 6,5 differ
        (["grossesse"], "grossesse", 6.5, False, False),
    ],
)
def test_the_least_strict_target_wins_unless_there_is_a_pregnancy(profils, retenu, pct, incluse, a_confirmer):
    for order in (profils, profils[::-1], set(profils)):
        found = hba1c.cible(order)

        assert found.profil in ([retenu] if retenu else profils)
        assert (found.pct, found.incluse, found.a_confirmer) == (pct, incluse, a_confirmer)
        assert {found.profil, *found.autres} == set(profils)


GROUPS = (
    ("age_vigoureux", "age_fragile", "age_dependant"),
    ("irc_3", "irc_4_5"),
    ("cv_non_evolue", "cv_evolue", "macrovasculaire_evolue"),
    ("comorbidite_grave",),
    ("ancien_hypoglycemies",),
)


@settings(max_examples=40)
@given(st.tuples(*(st.sampled_from([None, *group]) for group in GROUPS)), st.data())
def test_cible_never_gets_stricter_when_a_profile_is_added(chosen, data):
    profils = {profil for profil in chosen if profil}
    free = [group for group, profil in zip(GROUPS, chosen, strict=True) if not profil]
    if profils and free:
        added = data.draw(st.sampled_from([profil for group in free for profil in group]))
        assert hba1c.cible(profils | {added}).pct >= hba1c.cible(profils).pct
    assert hba1c.cible(profils | {"grossesse"}).pct == 6.5


@pytest.mark.parametrize(
    "profils",
    [
        ["age_vigoureux", "age_fragile"],
        ["age_fragile", "age_dependant"],
        ["irc_3", "irc_4_5"],
        ["cv_non_evolue", "cv_evolue"],
        ["cv_non_evolue", "macrovasculaire_evolue"],
        ["recent_longue_esperance", "cv_non_evolue"],
        ["recent_longue_esperance", "ancien_hypoglycemies"],
    ],
)
def test_profiles_that_exclude_each_other_are_refused(profils):
    with pytest.raises(ValueError, match="s’excluent"):
        hba1c.cible(profils)


@pytest.mark.parametrize(
    ("profils", "sentence"),
    [
        ([], "aucun profil"),
        (["cas_general", "irc_3"], "se donne seul"),
        (["age_fragil"], "Vouliez-vous écrire «\u00a0age_fragile\u00a0»"),
        ("cas_general", "n’est pas une liste"),
        ({"cas_general": True}, "n’est pas une liste"),
        (None, "n’est pas une liste"),
        ([None], "Profil"),
    ],
)
def test_cible_refuses_what_is_not_a_list_of_profiles(profils, sentence):
    with pytest.raises(ValueError, match=sentence):
        hba1c.cible(profils)


@pytest.mark.parametrize(
    ("profil", "pct", "points", "position"),
    [
        ("cas_general", 7.1, 0.1, "au_dessus"),
        ("cas_general", 7.0, 0, "a_la_cible"),
        ("cas_general", 6.0, -1, "a_la_cible"),
        ("cas_general", 5.9, -1.1, "au_dessous"),
        ("age_fragile", 8.0, 0, "a_la_cible"),
        ("age_fragile", 7.0, -1, "a_la_cible"),
        ("age_fragile", 6.9, -1.1, "au_dessous"),
        ("age_dependant", 9.0, 0, "au_dessus"),  # « < 9 % » is not met by 9,0
        ("age_dependant", 8.9, -0.1, "a_la_cible"),
        ("age_dependant", 8.0, -1, "a_la_cible"),
        ("age_dependant", 7.9, -1.1, "au_dessous"),
        ("grossesse", 6.5, 0, "au_dessus"),
        ("grossesse", 6.4, -0.1, "a_la_cible"),
    ],
)
def test_ecart_on_both_sides_of_the_target_and_of_the_margin(profil, pct, points, position):
    found = hba1c.ecart(pct, hba1c.cible([profil]), sulfamide_ou_insuline=False)

    assert (found.points, found.position, found.alerte_hypoglycemie) == (points, position, False)


@pytest.mark.parametrize(
    ("profils", "pct", "sulfamide_ou_insuline", "alerte"),
    [
        (["age_dependant"], 6.1, True, True),  # V10: dependent, 82 years, gliclazide
        (["age_fragile"], 6.1, True, True),
        (["age_fragile", "irc_4_5"], 6.1, True, True),
        (["age_fragile"], 6.1, False, False),
        (["age_fragile"], 7.0, True, False),
        (["cas_general"], 5.5, True, False),
        (["irc_4_5"], 6.1, True, False),
    ],
)
def test_a_low_hba1c_alerts_in_a_frail_person_on_sulfonylurea_or_insulin(profils, pct, sulfamide_ou_insuline, alerte):
    assert hba1c.ecart(pct, hba1c.cible(profils), sulfamide_ou_insuline).alerte_hypoglycemie is alerte


def test_ecart_refuses_impossible_values():
    cible = hba1c.cible(["cas_general"])
    for pct in WRONG:
        with pytest.raises(ValueError, match="HbA1c"):
            hba1c.ecart(pct, cible, True)
    for wrong in (7, None, "cas_general"):
        with pytest.raises(ValueError, match="Cible"):
            hba1c.ecart(7, wrong, True)
    for wrong in (None, 1, "oui"):
        with pytest.raises(ValueError, match="Sulfamide ou insuline"):
            hba1c.ecart(7, cible, wrong)


@pytest.mark.parametrize(
    ("profil", "mmol_mol", "points", "position"),
    [
        ("recent_longue_esperance", 48, 0, "a_la_cible"),  # 6,54304 % prints 6,5
        ("cas_general", 53, 0, "a_la_cible"),  # 7,00044 % prints 7,0
        ("age_fragile", 64, 0, "a_la_cible"),  # 8,00672 % prints 8,0
        ("age_dependant", 75, 0, "au_dessus"),  # 9,013 % prints 9,0, and « < 9 % » is not met by 9,0
        ("age_dependant", 74, -0.1, "a_la_cible"),
        ("cas_general", 54, 0.1, "au_dessus"),
        ("grossesse", 48, 0, "au_dessus"),
    ],
)
def test_a_value_in_mmol_mol_is_read_to_the_decimal_that_a_laboratory_prints(profil, mmol_mol, points, position):
    found = hba1c.ecart(hba1c.ngsp(mmol_mol), hba1c.cible([profil]), False)

    assert (found.points, found.position) == (points, position)


@pytest.mark.parametrize(("pct", "position"), [(7.0499, "a_la_cible"), (7.05, "au_dessus"), (7.15, "au_dessus")])
def test_a_half_tenth_is_rounded_up(pct, position):
    assert hba1c.ecart(pct, hba1c.cible(["cas_general"]), False).position == position


@pytest.mark.parametrize("profil", ["recent_longue_esperance", "grossesse"])
def test_a_condition_of_a_target_known_from_memory_says_so(profil):
    assert "connaissance générale, à vérifier" in hba1c.cible([profil]).complement
    assert "à vérifier" not in hba1c.cible(["age_dependant"]).complement


@pytest.mark.parametrize("value", WRONG)
@pytest.mark.parametrize("compute", [hba1c.ifcc, hba1c.ngsp, hba1c.glycemie_moyenne])
def test_an_impossible_hba1c_is_refused(compute, value):
    with pytest.raises(ValueError, match="HbA1c"):
        compute(value)
