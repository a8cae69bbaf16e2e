"""What is true of each item of a sheet: its value, and a sentence that says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.clinical import cognition
from asalee_training.exercises import horloge_mots
from asalee_training.exercises.cotation_test.feuilles import ADRESSE, FEUILLES, IADL4, MINI_GDS, MOTS_CODEX

Constats = dict[str, tuple[str, str]]


def constats(test: str, faits: Mapping[str, Any]) -> Constats:
    """{item: (value, sentence)}, in the order of the sheet."""
    found = _CONSTATS[test](faits)
    return {nom: found[nom] for nom in FEUILLES[test].noms}


def _bit(vrai: bool) -> str:
    return "1" if vrai else "0"


def _horloge_7(faits: Mapping[str, Any]) -> Constats:
    mots = horloge_mots.constats(faits["dessin"])
    return {nom: (_bit(met), mots[nom]) for nom, met in _lu(faits).criteres.items()}


def _horloge_4(faits: Mapping[str, Any]) -> Constats:
    mots, lu = horloge_mots.constats(faits["dessin"]), _lu(faits).criteres
    ferme = faits["cercle"] != "ouvert"
    hands = all(lu[nom] for nom in ("deux_aiguilles", "aiguille_heure", "aiguille_minute"))
    return {
        "cercle_ferme": (_bit(ferme), "Le trait revient à son départ." if ferme else "Le cercle reste ouvert."),
        "chiffres_places": (_bit(lu["position"]), mots["position"]),
        "douze_chiffres": (_bit(lu["chiffres_presents"]), mots["chiffres_presents"]),
        "aiguilles": (_bit(hands), horloge_mots.aiguilles(faits["dessin"])),
    }


def _codex(faits: Mapping[str, Any]) -> Constats:
    mots, lu = horloge_mots.constats(faits["dessin"]), _lu(faits)
    found = _mots(faits, [f"« {mot} »" for mot in MOTS_CODEX])
    found |= {
        "tous_chiffres": (_bit(lu.codex["tous_chiffres"]), mots["chiffres_presents"]),
        "position": (_bit(lu.codex["position"]), mots["position"]),
        "deux_aiguilles": (_bit(lu.codex["deux_aiguilles"]), mots["tailles"]),
        "heure": (_bit(lu.codex["heure"]), horloge_mots.aiguilles(faits["dessin"])),
    }
    for rang, juste in enumerate(faits["orientation"], 1):
        said = "La réponse est exacte." if juste else "La réponse n’est pas exacte."
        found[f"lieu_{rang}"] = (_bit(juste), said)
    return found


def _minicog(faits: Mapping[str, Any]) -> Constats:
    points = str(_lu(faits).minicog)
    return _mots(faits, ["Le mot 1", "Le mot 2", "Le mot 3"]) | {
        "horloge": (points, horloge_mots.raison_minicog(faits["dessin"]))
    }


def _gpcog(faits: Mapping[str, Any]) -> Constats:
    lu, mots = _lu(faits), horloge_mots.constats(faits["dessin"])
    found = {
        "date": (_bit(faits["date"]), "La date est exacte." if faits["date"] else "L’année ou le jour manquent."),
        "chiffres": (_bit(lu.gpcog["chiffres"]), mots["position"]),
        "aiguilles": (
            _bit(lu.gpcog["aiguilles"]),
            "L’une va vers l’heure, l’autre vers les minutes ; leur longueur ne compte pas ici."
            if lu.gpcog["aiguilles"]
            else horloge_mots.aiguilles(faits["dessin"]),
        ),
        "actualite": (
            _bit(faits["actualite"]),
            "Un fait précis est raconté." if faits["actualite"] else "Aucun fait précis n’est raconté.",
        ),
    }
    for nom, juste in zip(ADRESSE, faits["adresse"], strict=True):
        found[nom] = (_bit(juste), "L’élément est redit." if juste else "Un autre est donné à la place.")
    for rang, answer in enumerate(faits["proche"], 1):
        words = {"oui": "Le proche décrit une aggravation.", "non": "Le proche ne voit pas de changement.",
                 "nsp": "Le proche ne sait pas : un point, règle à vérifier.", "na": "La question ne s’applique pas."}  # fmt: skip
        found[f"proche_{rang}"] = (_bit(answer != "oui"), words[answer])
    return found


def _cinq_mots(faits: Mapping[str, Any]) -> Constats:
    comptes = faits["cinq_mots"]
    kinds = {"rli": "sans indice", "rii": "avec l’indice", "rld": "sans indice", "rid": "avec l’indice"}
    return {
        nom: (str(comptes[nom]), f"{comptes[nom]} mot{'s' if comptes[nom] > 1 else ''} de la liste {kind}.")
        for nom, kind in kinds.items()
    }


def _iadl4(faits: Mapping[str, Any]) -> Constats:
    niveaux, causes = faits["iadl"]["niveaux"], faits["iadl"]["causes"]
    found = {}
    for item in IADL4[:-1]:
        found[item.nom] = (str(niveaux[item.nom]), f"Ce qui est raconté : « {faits['dit'][item.nom][-1][1]} »")
    cause = "sans_objet" if not causes else "oui" if "cognitive" in causes.values() else "non"
    said = {
        "oui": "Au moins une aide vient de ce que la personne oublie, se trompe ou ne sait plus.",
        "non": "L’aide tient au corps : la tête suit.",
        "sans_objet": "Aucune activité n’est aidée.",
    }
    return found | {"cause": (cause, said[cause])}


def _mini_gds(faits: Mapping[str, Any]) -> Constats:
    answers = faits["mini_gds"]
    counted = {item.nom: "non" if item.nom == "heureux_plupart_du_temps" else "oui" for item in MINI_GDS}
    return {
        nom: (_bit(answers[nom] == counted[nom]), f"« {faits['dit'][nom][0][1]} » : c’est « {answers[nom]} ».")
        for nom in counted
    }


def _mots(faits: Mapping[str, Any], noms: list[str]) -> Constats:
    return {
        f"mot_{rang}": (_bit(juste), f"{nom} {'est redit' if juste else 'n’est pas redit'}.")
        for rang, (nom, juste) in enumerate(zip(noms, faits["mots"], strict=True), 1)
    }


def _lu(faits: Mapping[str, Any]) -> cognition.Dessin:
    return cognition.horloge_depuis_dessin(**faits["dessin"])


_CONSTATS = {
    "horloge_7": _horloge_7,
    "horloge_4": _horloge_4,
    "codex": _codex,
    "minicog": _minicog,
    "gpcog": _gpcog,
    "cinq_mots": _cinq_mots,
    "iadl4": _iadl4,
    "mini_gds": _mini_gds,
}
