"""The act behind an answer, held against the scope of practice: « hors du champ » is read in a table, not decreed."""

from __future__ import annotations

from pydantic import Field

from asalee_training.clinical import champ, inputs, reference_data
from asalee_training.exercises.contract import Gravite, Strict


class Acte(Strict):
    """What choosing this answer would be doing, in the words of the scope table."""

    acte: str = Field(description="L’acte, un nom de la table du champ : spirometrie, diagnostic, traitement…")
    geste: str = Field(default="realiser", description="prescrire, realiser ou interpreter.")
    protocole: str | None = Field(
        default=None, description="diabete, rcv, bpco ou cognition ; celui du cas s’il n’est pas écrit."
    )
    conditions: tuple[str, ...] = Field(
        default=(), strict=False, description="Ce qui est réuni, par exemple prescription_medicale."
    )


def fault(texte: str, acte: Acte | None, gravite: Gravite | None, protocole: str) -> str:
    """Return the French sentence for the author when an answer and the scope table disagree, "" when they do not.

    protocole: the case's own; where it is none of the four, ``acte`` must name one.
    """
    if acte is None:
        if gravite != "hors_champ":
            return ""
        return (
            f"« {texte} » porte « gravite: hors_champ » : écrivez aussi l’acte, par exemple "
            "« acte: {acte: diagnostic} », pour que la table du champ le confirme."
        )
    asked = acte.protocole or protocole
    if asked not in reference_data.document("champ")["protocoles"]:
        return f"« {texte} » : écrivez « protocole: » dans « acte: » ; « {asked} » n’a pas de table du champ."
    try:
        decision = champ.autorise(acte.acte, acte.geste, asked, conditions=acte.conditions)
    except ValueError as refused:
        return f"« {texte} » : {refused}"
    if decision.oui and gravite == "hors_champ":
        return f"« {texte} » porte « gravite: hors_champ », mais le champ l’accorde. {decision.pourquoi}"
    if not decision.oui and gravite != "hors_champ":
        return f"« {texte} » sort du champ : écrivez « gravite: hors_champ ». {decision.pourquoi}"
    return ""


def actes() -> dict[str, str]:
    """Names of the acts and what they are, for the author's guide."""
    return {nom: inputs.typography(texte) for nom, texte in reference_data.document("champ")["actes"].items()}


def gestes() -> dict[str, str]:
    """Names of what is done with an act: prescribe, perform, interpret."""
    return dict(reference_data.document("champ")["gestes"])


def conditions() -> dict[str, str]:
    """Names of the conditions that a rule of the scope table may ask for, and what they are."""
    return {nom: inputs.typography(texte) for nom, texte in reference_data.document("champ")["conditions"].items()}
