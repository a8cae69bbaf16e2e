"""What the cooperation protocol lets the nurse do: act × gesture × protocol × condition.

The table, `references/champ.json`, holds what public documents describe (2012-2018). The text of the national
order of 1 March 2021 was not available: every answer carries how sure it is. What the table does not grant is
not granted.
"""

from collections.abc import Collection
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

VERSION = "2012"


@dataclass(frozen=True)
class Decision:
    """oui: the nurse may. pourquoi: a French sentence for the trainee. source: where it is written.

    surete: "lu" (read in a public document) or "a_verifier". version, date: the edition of the protocol and its day.
    regime: "derogatoire" (delegated by the protocol), "prescription" (on the physician's order) or
    "droit_propre" (any nurse may); None when refused.
    conditions: names of what would be needed, when a refusal would then become a grant.
    prealables: French sentences that must hold before any delegated act; empty for the others.
    """

    oui: bool
    pourquoi: str
    source: str
    surete: str
    version: str
    date: str
    regime: str | None = None
    conditions: tuple[str, ...] = ()
    prealables: tuple[str, ...] = ()


def autorise(
    acte: str, geste: str, protocole: str, version: str = VERSION, conditions: Collection[str] = ()
) -> Decision:
    """May the nurse, under this protocol and these conditions, do this?

    acte: a name of `references/champ.json`. geste: "prescrire", "realiser" or "interpreter". protocole: "diabete",
    "rcv", "bpco" or "cognition". version: the edition of the protocol, "2012" being the only one that was read.
    conditions: what is known to be met, e.g. ["prescription_medicale"].
    Raises ValueError for an unknown name, with the nearest one.
    Source: named in each Decision; protocol of 2012 (order of 18 June 2012), list of acts to be verified.
    """
    table = reference_data.document("champ")
    version = inputs.one_of("Version du protocole", version, table["versions"])
    inputs.one_of("Acte", acte, table["actes"])
    inputs.one_of("Geste", geste, table["gestes"])
    inputs.one_of("Protocole", protocole, table["protocoles"])
    met = inputs.words("Condition", conditions, table["conditions"])
    wanted = {"acte": acte, "geste": geste, "protocole": protocole}
    missing: tuple[str, ...] = ()
    for rule in table["regles"]:
        if any(rule.get(name) not in (None, value) for name, value in wanted.items()):
            continue
        unmet = tuple(condition for condition in rule.get("si", ()) if condition not in met)
        if not unmet:
            return _decision(table, rule, version, missing)
        missing = missing or unmet
    return _not_granted(table, wanted, version, missing)


def _decision(table: dict, rule: dict, version: str, missing: tuple[str, ...]) -> Decision:
    pourquoi = inputs.typography(rule["pourquoi"])
    source = inputs.typography(table["sources"][rule["source"]])
    if not rule["oui"]:
        return Decision(False, pourquoi, source, rule["surete"], *_edition(table, version), conditions=missing)
    regime = rule.get("regime", "derogatoire")
    prealables = tuple(inputs.typography(line["texte"]) for line in table["prealables"] if regime == "derogatoire")
    return Decision(True, pourquoi, source, rule["surete"], *_edition(table, version), regime, prealables=prealables)


def _edition(table: dict, version: str) -> tuple[str, str]:
    return version, table["versions"][version]["date"]


def _not_granted(table: dict, wanted: dict[str, str], version: str, missing: tuple[str, ...]) -> Decision:
    acte, geste, protocole = wanted.values()
    phrase = (
        f"{table['gestes'][geste]} {table['actes'][acte]} n’est pas prévu par le protocole "
        f"« {table['protocoles'][protocole]} » : parlez-en au médecin."
    )
    if missing:
        phrase += f" Il y faudrait {' et '.join(table['conditions'][condition] for condition in missing)}."
    ailleurs = sorted(
        table["protocoles"][rule["protocole"]]
        for rule in table["regles"]
        if rule["oui"] and "si" not in rule and (rule["acte"], rule.get("geste")) == (acte, geste)
    )
    if ailleurs:
        phrase += f" Cet acte figure dans : {', '.join(ailleurs)}."
    source = table["versions"][version]
    return Decision(
        False,
        inputs.typography(phrase),
        inputs.typography(table["sources"][source["source"]]),
        source["surete"],
        *_edition(table, version),
        conditions=missing,
    )
