"""The words of the panel: labels, units, coded words and numbers, as a nurse reads them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from asalee_training.simulation.champs import CHAMPS
from asalee_training.simulation.population import graphe

MINUS, NARROW, NBSP = "−", "\u202f", "\u00a0"
_PREFIX, _DETAIL = "traitement : ", re.compile(r" \([^)]*\)$")
_NEEDS = re.compile(r"(a besoin de )([a-z_, ]+)\.")


@cache
def table(nom: str) -> Mapping[str, Any]:
    """A table of mots.json: « ensembles », « profils » or « mots »."""
    return json.loads((Path(__file__).parent / "mots.json").read_text(encoding="utf-8"))[nom]


def libelle(nom: str) -> str:
    """The label of a field, without what it adds between brackets, or of a set of fields; else its own name."""
    if nom in table("ensembles"):
        return table("ensembles")[nom][0]
    return _capital(_court(nom)) if nom in CHAMPS else nom


def _court(nom: str) -> str:
    label = CHAMPS[nom].libelle.removeprefix(_PREFIX)
    return _DETAIL.sub("", label) if label.count("(") == 1 else label


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def decimales(nom: str) -> int:
    """Digits after the comma that this field is written with."""
    champ, noeud = CHAMPS[nom], graphe.graphe().get(nom)
    if champ.genre != "nombre":
        return 0
    if noeud is not None and noeud.champ:
        return noeud.decimales
    return len(f"{champ.pas:g}".partition(".")[2])


def nombre(valeur: float, digits: int = 0) -> str:
    """« 1,62 », « −3 »: a number as written in French, with these digits after the comma at most."""
    text = f"{valeur:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if digits > 1 and text.endswith("00") else text
    return text.replace(".", ",").replace("-", MINUS)


def mot(champ: str, code: str) -> str:
    """A coded word in French: « a arrêté » for statut_tabac « ancien »."""
    return table("mots").get(champ, {}).get(code, code.replace("_", " "))


def valeur(nom: str, value: object) -> str:
    """The value of a field, with its unit."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, int | float):
        written = nombre(value, 0 if isinstance(value, int) else decimales(nom))
        return f"{written}{NBSP}{CHAMPS[nom].unite}" if CHAMPS[nom].unite else written
    return mot(nom, value) if isinstance(value, str) else ""


def profil(ensemble: str, nom: str) -> tuple[str, str]:
    """The title of a profile and who it is."""
    if ensemble == "dossier":
        from asalee_training.simulation import dossier

        return table("profils")["dossier"][nom], dossier.PROFILS[nom].description
    titre, qui = table("profils")[ensemble][nom]
    return titre, qui


@cache
def _names() -> re.Pattern[str]:
    coded = sorted((nom for nom in CHAMPS if "_" in nom or nom in ("dfg", "imc", "hta")), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(coded)})(?![\w-])")


def humaine(phrase: str) -> str:
    """A sentence of the checks with labels in the place of keys: « HbA1c » for « hba1c_pct »."""
    head, colon, rest = phrase.partition(f"{NARROW}:")
    if colon:
        head = ", ".join(libelle(part) if part in CHAMPS or part in table("ensembles") else part
                         for part in head.split(", "))  # fmt: skip
    rest = _NEEDS.sub(lambda m: m[1] + ", ".join(_court(nom) for nom in m[2].split(", ")) + ".", rest)
    rest, accepted, codes = rest.partition("Valeurs acceptées")  # words to write as they are
    said = _names().sub(lambda m: f"«{NBSP}{_court(m[1])}{NBSP}»", rest)
    for loi, contrainte in (("vos autres lois", "vos autres contraintes"), ("vos lois", "vos contraintes"),
                            ("cette loi", "cette contrainte")):  # fmt: skip
        said = said.replace(loi, contrainte)
    return _capital(head) + colon + said + accepted + codes
