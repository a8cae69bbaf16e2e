"""Conditions of a test, and the grid of a home visit."""

import pytest

from asalee_training.clinical import cognition, reference_data

CONDITIONS = {row["nom"]: row for row in reference_data.rows("cognition_conditions")}
DOMICILE = {row["nom"]: row for row in reference_data.rows("cognition_domicile")}
REMPLIES = dict.fromkeys(CONDITIONS, "remplie")


def test_conditions_all_met_are_complete():
    assert cognition.conditions_passation(REMPLIES).completes


@pytest.mark.parametrize("nom", CONDITIONS)
def test_a_condition_unmet_or_unanswered_is_named(nom):
    unmet = cognition.conditions_passation({**REMPLIES, nom: "non_remplie"})
    unanswered = cognition.conditions_passation({name: "remplie" for name in CONDITIONS if name != nom})

    assert (unmet.non_remplies, unmet.completes) == ((nom,), False)
    assert unmet.que_faire[nom].endswith(".")
    assert (unanswered.non_renseignees, unanswered.completes) == ((nom,), False)
    assert unmet.bloquantes == ((nom,) if nom in ("etat_stable", "cause_somatique") else ())


@pytest.mark.parametrize("nom", CONDITIONS)
def test_sans_objet_is_accepted_only_where_it_can_be(nom):
    if nom in ("appareils", "liste", "interprete"):
        assert cognition.conditions_passation({**REMPLIES, nom: "sans_objet"}).completes
    else:
        with pytest.raises(ValueError, match=f"Condition {nom}"):
            cognition.conditions_passation({**REMPLIES, nom: "sans_objet"})


@pytest.mark.parametrize("constats", [None, [], {"appareil": "remplie"}, {"appareils": True}, {"appareils": "oui"}])
def test_conditions_refuse_an_unknown_name_or_word(constats):
    with pytest.raises(ValueError, match="Condition"):
        cognition.conditions_passation(constats)


CONFORMES = {nom: {"conforme": True, "constat": "Vu pendant la visite."} for nom in DOMICILE}


def test_the_home_grid_has_eighteen_items_and_safety_first():
    assert len(DOMICILE) == 18
    gas = {"conforme": False, "constat": "Odeur de gaz dans la cuisine, un bouton ouvert sans flamme."}
    found = cognition.grille_domicile({**CONFORMES, "gaz_feu": gas}, 30)

    assert (found.anomalies, found.danger) == (("gaz_feu",), True)
    assert not cognition.grille_domicile(CONFORMES, 30).danger


@pytest.mark.parametrize(("duree", "trop_long"), [(45, False), (46, True)])
def test_the_home_visit_lasts_45_minutes_at_most(duree, trop_long):
    assert cognition.grille_domicile(CONFORMES, duree).trop_long == trop_long


def test_the_home_grid_names_its_own_faults():
    constats = {**CONFORMES, "poids": {"conforme": False, "constat": " "}}
    constats["aidant"] = {"conforme": True, "constat": "La fille dit que sa mère est démente."}
    del constats["courrier"]
    found = cognition.grille_domicile(constats, 30)

    assert found.manquants == ("courrier",)
    assert found.sans_constat == ("poids",)
    assert found.mots_interdits == {"aidant": ("démente",)}


@pytest.mark.parametrize(
    ("observations", "duree"),
    [
        (None, 30),
        ({"gaz": {"conforme": True, "constat": "Vu."}}, 30),
        ({"gaz_feu": True}, 30),
        ({"gaz_feu": {"conforme": True}}, 30),
        ({"gaz_feu": {"conforme": 1, "constat": "Vu."}}, 30),
        ({"gaz_feu": {"conforme": True, "constat": None}}, 30),
        (CONFORMES, 0.75),  # hours
        (CONFORMES, None),
    ],
)
def test_the_home_grid_refuses_another_form(observations, duree):
    with pytest.raises(ValueError, match=r"Domicile|Durée"):
        cognition.grille_domicile(observations, duree)


def test_what_blocks_a_test_is_acute_and_what_only_troubles_it_does_not_block():
    rows = {row["nom"]: row for row in reference_data.rows("cognition_conditions")}
    blocking = " ".join(row["attendu"] for row in rows.values() if row["bloquante"] == "oui").lower()
    others = " ".join(row["attendu"] for row in rows.values() if row["bloquante"] == "non").lower()

    for word in ("hypoglycémie", "hypoxie", "changement aigu"):
        assert word in blocking
        assert word not in others
    for word in ("constipation", "infection simple"):
        assert word in others
        assert word not in blocking
