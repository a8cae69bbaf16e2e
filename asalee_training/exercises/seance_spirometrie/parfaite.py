"""A perfect ``seance_spirometrie``, from its key: what tests play, and what every other session is compared with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.avant import INSTALLER, PREPARER
from asalee_training.exercises.seance_spirometrie.criteres import JUSTES


def parfaite(etapes: Sequence[str], cle: Mapping[str, Any]) -> dict[str, Any]:
    """The raw answer of a session without a fault."""
    gestes: list[dict[str, Any]] = []

    def faire(g: str, **champs: Any) -> None:
        gestes.append({"g": g, "t": len(gestes), **champs})

    if "avant" in etapes:
        _avant(cle, faire)
    conclusion: dict[str, Any] = {}
    if cle["ne_pas_faire"]:
        conclusion = {"alerter": True, "reporter": True, "expliquer": True}
    elif "manoeuvres" in etapes:
        faits = [_serie(serie, faire, rang and cle["attente_min"]) for rang, serie in enumerate(cle["series"])]
        if "resultats" in etapes:
            for nom, (_, rang) in mots.retenus(len(faits)).items():
                value = cle["series"][rang]["parts"][faits[rang]][nom.removesuffix("_apres")]
                conclusion[nom] = value[0] if isinstance(value, list) else value
            conclusion["lecture"] = cle["lectures"]["gli_global"][faits[0]][0]
        if "conduite" in etapes:
            conclusion |= {"transmettre": True, "expliquer": True}
            if "resultats" in etapes and conclusion["lecture"] == "anormale":
                conclusion["alerter"] = True
    if "conduite" not in etapes:
        conclusion = {nom: value for nom, value in conclusion.items() if nom not in mots.CONDUITES}
    return {"gestes": gestes, "conclusion": conclusion}


def _avant(cle: Mapping[str, Any], faire: Any) -> None:
    for decision in ("recalibrer", "accepter") if cle["panne"] else ("accepter",):
        for debit in mots.DEBITS:
            faire("pomper", debit=debit)
        faire("appareil", decision=decision)
    faire("identite")
    faire("mesurer")
    if cle["taille_saisie_cm"] != cle["taille_cm"]:
        faire("corriger", taille_cm=cle["taille_cm"])
    for famille in mots.FAMILLES:
        faire("interroger", famille=famille)
    if cle["ne_pas_faire"]:
        faire("differer")
        return
    for point in (*PREPARER, *INSTALLER):
        faire("installer", point=point, fait=True)
    faire("prescription")


def _serie(serie: Mapping[str, Any], faire: Any, attente: int | None) -> int:
    """Blow until nothing more should be asked for; the number of blows."""
    if attente:
        faire("bronchodilatateur", attente_min=str(attente))
    for rang, vrai in enumerate(serie["souffles"]):
        faire("souffler", **JUSTES)
        faire("nommer", nom=vrai["nom"])
        faire("garder", garde=vrai["garde"])
        if not serie["parts"][rang + 1]["encore"] or rang + 1 == mots.SOUFFLES_MAX:
            break
        faire("redemander", conseil=vrai["conseils"][0])  # after the last one, the person can no more
    faire("arreter")
    return rang + 1
