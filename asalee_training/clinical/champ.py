"""What the cooperation protocol lets the nurse do: act × gesture × protocol.

The table, `references/champ.json`, holds what public documents describe (2012-2018). The text of the national
order of 1 March 2021 was not available: every answer carries how sure it is. What the table does not grant is
not granted.
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

VERSION = "2012"


@dataclass(frozen=True)
class Decision:
    """oui: the protocol grants it. pourquoi: a French sentence for the trainee. source: where it is written.

    surete: "lu" (read in a public document) or "a_verifier".
    """

    oui: bool
    pourquoi: str
    source: str
    surete: str


def autorise(acte: str, geste: str, protocole: str, version: str = VERSION) -> Decision:
    """May the nurse, under this protocol, do this?

    acte: a name of `references/champ.json`. geste: "prescrire", "realiser" or "interpreter".
    protocole: "diabete", "rcv", "bpco" or "cognition". Unknown names raise ValueError with the nearest one.
    """
    table = reference_data.document("champ")
    inputs.one_of("Version du protocole", version, table["versions"])
    inputs.one_of("Acte", acte, table["actes"])
    inputs.one_of("Geste", geste, table["gestes"])
    inputs.one_of("Protocole", protocole, table["protocoles"])
    wanted = {"acte": acte, "geste": geste, "protocole": protocole}
    for rule in table["regles"]:
        if all(rule.get(name) in (None, value) for name, value in wanted.items()):
            return _decision(table, rule, rule["oui"], rule["pourquoi"])
    return _not_granted(table, acte, geste, protocole, version)


def _not_granted(table: dict, acte: str, geste: str, protocole: str, version: str) -> Decision:
    ailleurs = sorted(
        table["protocoles"][rule["protocole"]]
        for rule in table["regles"]
        if rule["oui"] and rule["acte"] == acte and rule["geste"] == geste
    )
    phrase = (
        f"{table['gestes'][geste]} {table['actes'][acte]} n’est pas prévu par le protocole "
        f"« {table['protocoles'][protocole]} » : cela revient au médecin, que vous pouvez alerter."
    )
    if ailleurs:
        phrase += f" Cet acte figure dans : {', '.join(ailleurs)}."
    return _decision(table, table["versions"][version], False, phrase)


def _decision(table: dict, origin: dict, oui: bool, pourquoi: str) -> Decision:
    source = table["sources"][origin["source"]]
    return Decision(oui, inputs.typography(pourquoi), inputs.typography(source), origin["surete"])
