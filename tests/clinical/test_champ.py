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
        assert rule["oui"] is False or {"geste", "protocole"} <= set(rule), "only a refusal may be general"


def test_interpreting_is_granted_for_the_foot_only():
    table = reference_data.document("champ")
    granted = {rule["acte"] for rule in table["regles"] if rule["oui"] and rule["geste"] == "interpreter"}

    assert granted == {"examen_pied", "monofilament"}
