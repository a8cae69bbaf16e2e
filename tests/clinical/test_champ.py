"""What the protocol lets the nurse do."""

import pytest

from asalee_training.clinical import champ, reference_data


@pytest.mark.parametrize(
    ("acte", "geste", "protocole", "oui"),
    [
        ("monofilament", "interpreter", "diabete", True),
        ("examen_pied", "interpreter", "diabete", True),
        ("hba1c", "prescrire", "diabete", True),
        ("hba1c", "prescrire", "cognition", False),
        ("tsh", "prescrire", "cognition", False),
        ("imagerie_cerebrale", "prescrire", "cognition", False),
        ("ecg", "prescrire", "rcv", True),
        ("ecg", "realiser", "diabete", True),
        ("ecg", "interpreter", "rcv", False),
        ("ecg", "prescrire", "bpco", False),
        ("spirometrie", "prescrire", "bpco", True),
        ("spirometrie", "realiser", "bpco", True),
        ("spirometrie", "interpreter", "bpco", False),
        ("spirometrie", "prescrire", "diabete", False),
        ("test_bronchodilatateur", "prescrire", "bpco", False),
        ("test_bronchodilatateur", "realiser", "bpco", False),
        ("reperage_cognitif", "realiser", "cognition", True),
        ("reperage_cognitif", "interpreter", "cognition", False),
        ("annonce_diagnostic", "realiser", "bpco", False),
        ("adaptation_insuline", "realiser", "diabete", False),
        ("aptitude_conduite", "interpreter", "cognition", False),
        ("hemogramme", "prescrire", "cognition", False),
        ("mini_spirometrie", "realiser", "bpco", True),
        ("mini_spirometrie", "interpreter", "bpco", False),
        ("pression_arterielle", "realiser", "rcv", True),
        ("automesure", "interpreter", "rcv", False),
        ("traitement", "prescrire", "diabete", False),
    ],
)
def test_autorise_follows_the_protocol(acte, geste, protocole, oui):
    decision = champ.autorise(acte, geste, protocole)

    assert decision.oui is oui
    assert decision.pourquoi.endswith(".")
    assert decision.source
    assert decision.surete in ("lu", "a_verifier")


def test_an_act_granted_elsewhere_says_where():
    assert "repérage de la BPCO" in champ.autorise("spirometrie", "prescrire", "diabete").pourquoi


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("spirometri", "prescrire", "bpco"), "Vouliez-vous écrire «\u00a0spirometrie"),
        (("spirometrie", "prescription", "bpco"), "Geste"),
        (("spirometrie", "prescrire", "asthme"), "Protocole"),
        ((None, "prescrire", "bpco"), "Acte"),
        (("spirometrie", "prescrire", "bpco", "2030"), "Version"),
        (("spirometrie", "prescrire", "bpco", 2012), "entre guillemets"),
        (("spirometrie", "realiser", "bpco", "2012", ["prescription"]), "Condition"),
    ],
)
def test_autorise_refuses_an_unknown_name(arguments, named):
    with pytest.raises(ValueError, match=named):
        champ.autorise(*arguments)


def test_every_combination_has_an_answer_and_every_rule_names_known_things():
    table = reference_data.document("champ")
    for acte in table["actes"]:
        for geste in table["gestes"]:
            for protocole in table["protocoles"]:
                assert champ.autorise(acte, geste, protocole).pourquoi
    for rule in table["regles"]:
        assert rule["acte"] in table["actes"]
        assert rule.get("geste", "prescrire") in table["gestes"]
        assert rule.get("protocole", "bpco") in table["protocoles"]
        assert rule["source"] in table["sources"]
        assert set(rule.get("si", ())) <= set(table["conditions"])
        assert rule.get("regime", "derogatoire") in table["regimes"]
        if rule["oui"] and rule.get("regime", "derogatoire") == "derogatoire":
            assert {"geste", "protocole"} <= set(rule), "only a refusal may be general"


def test_no_rule_is_hidden_behind_an_earlier_one():
    table = reference_data.document("champ")
    rules = table["regles"]
    for later, rule in enumerate(rules):
        for earlier in rules[:later]:
            same = all(earlier.get(name) in (None, rule.get(name)) for name in ("acte", "geste", "protocole"))
            assert not (same and set(earlier.get("si", ())) <= set(rule.get("si", ()))), rule


def test_a_condition_turns_a_refusal_into_a_grant_on_the_physicians_order():
    without = champ.autorise("test_bronchodilatateur", "realiser", "bpco")
    on_order = champ.autorise("test_bronchodilatateur", "realiser", "bpco", conditions=["prescription_medicale"])

    assert (without.oui, without.conditions, without.regime) == (False, ("prescription_medicale",), None)
    assert (on_order.oui, on_order.regime, on_order.prealables) == (True, "prescription", ())


def test_a_spirometry_on_order_is_no_delegated_act_outside_its_protocol():
    refused = champ.autorise("spirometrie", "realiser", "diabete")
    on_order = champ.autorise("spirometrie", "realiser", "diabete", conditions=["prescription_medicale"])

    assert (refused.oui, refused.conditions) == (False, ("prescription_medicale",))
    assert "une prescription du médecin" in refused.pourquoi
    assert (on_order.oui, on_order.regime) == (True, "prescription")
    assert champ.autorise("spirometrie", "realiser", "bpco").regime == "derogatoire"


def test_done_alone_on_the_physicians_order_an_act_is_not_delegated_even_in_its_own_protocol():
    for acte, protocole in (("spirometrie", "bpco"), ("ecg", "diabete"), ("ecg", "bpco")):
        decision = champ.autorise(acte, "realiser", protocole, conditions=["prescription_medicale"])
        assert (decision.oui, decision.regime, decision.prealables) == (True, "prescription", ())


@pytest.mark.parametrize("conditions", [{"prescription_medicale": False}, "prescription_medicale", None, True, 3])
def test_conditions_are_a_list_of_what_is_met(conditions):
    with pytest.raises(ValueError, match="pas une liste"):
        champ.autorise("test_bronchodilatateur", "realiser", "bpco", conditions=conditions)


def test_a_decision_names_the_edition_of_the_protocol_and_its_date():
    for decision in (champ.autorise("ecg", "realiser", "rcv", "2012"), champ.autorise("tsh", "realiser", "rcv")):
        assert (decision.version, decision.date) == ("2012", "2012-06-18")


def test_only_a_delegated_act_has_preliminaries():
    assert len(champ.autorise("monofilament", "realiser", "diabete").prealables) == 4
    assert champ.autorise("substituts_nicotiniques", "prescrire", "rcv").prealables == ()
    assert champ.autorise("substituts_nicotiniques", "prescrire", "rcv").regime == "droit_propre"
    assert champ.autorise("traitement", "prescrire", "diabete").prealables == ()


def test_interpreting_is_granted_for_the_foot_only():
    table = reference_data.document("champ")
    granted = {rule["acte"] for rule in table["regles"] if rule["oui"] and rule.get("geste") == "interpreter"}

    assert granted == {"examen_pied", "monofilament"}
