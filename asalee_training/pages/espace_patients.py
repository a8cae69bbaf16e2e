"""The patient panel of the workshop: who comes out of the laws that a trainer writes, and what she may write."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from tornado import web
from tornado.ioloop import IOLoop

from asalee_training.authoring import tires
from asalee_training.content.lot import PATIENTS
from asalee_training.content.models import MODULES, PROTOCOLES
from asalee_training.pages.base import Page, Refus

#: What a « patient: » of JSON may be: bytes, levels, and values of one list.
OCTETS, NIVEAUX, LISTE = 32_000, 6, 60
ETAPES = ("exemples", "etendue", "")
_MAL_ECRIT = "Rechargez la page ; si cela se répète, écrivez le patient dans le texte du cas."
#: One draw at a time: what is typed meanwhile waits, and is not drawn if its page no longer waits for it.
_DESSINATEUR = ThreadPoolExecutor(max_workers=1, thread_name_prefix="asalee-patients")


class Patients(Page):
    """« Qui sort ? »: a fragment of a page for {"protocole", "patient", "etape"?}."""

    espace = "formatrice"
    parti = False

    @web.authenticated
    async def post(self) -> None:
        protocole, lois, etape = demande(self.request.body)
        found = await IOLoop.current().run_in_executor(_DESSINATEUR, self._tirer, protocole, lois, etape)
        if found is not None:
            self.show("patients.html", patients=PATIENTS, **found)

    def on_connection_close(self) -> None:
        self.parti = True

    def _tirer(self, protocole: str, lois: Mapping[str, Any], etape: str) -> dict[str, Any] | None:
        return None if self.parti else tirer(protocole, lois, etape)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """A refusal is a fragment too: the panel shows it in its place."""
        error = (kwargs.get("exc_info") or (None, None))[1]
        if isinstance(error, Refus):
            phrase = f"{error.titre} : {error.quoi_faire[:1].lower()}{error.quoi_faire[1:]}"
        elif status_code == 403:
            phrase = "La page est ouverte depuis trop longtemps : rechargez-la. Votre texte est gardé."
        else:
            phrase = "Les exemples n’ont pas pu être tirés. Votre texte n’a pas changé ; réessayez."
        self.show("patients.html", patients=PATIENTS, **vide("refus"), problemes=[tires.Probleme((), phrase)])


class Champs(Page):
    """The fields that may be constrained."""

    espace = "formatrice"

    @web.authenticated
    def get(self) -> None:
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.finish(json.dumps(tires.catalogue(), ensure_ascii=False))


def vide(etat: str) -> dict[str, Any]:
    """Values of the fragment when there is nobody to show."""
    return {"etat": etat, "fiches": (), "etendues": ()}


def tirer(protocole: str, lois: Mapping[str, Any], etape: str) -> dict[str, Any]:
    """Values of the fragment: examples at once; with « etendue », what 32 cover and the proof that they exist."""
    if not lois:
        return {**vide("sans_loi"), "problemes": ()}
    values = {**vide("tires"), "problemes": []}
    try:
        if etape != "etendue":
            values["fiches"] = tires.fiches(protocole, lois)
    except ValueError:
        etape = ""  # nobody comes out: say why
    if etape != "exemples":
        values["problemes"] = tires.problemes(lois)
        if not values["problemes"]:
            values["etendues"] = tires.etendues(protocole, lois)
    return values


def demande(body: bytes) -> tuple[str, Mapping[str, Any], str]:
    """What a panel asks: (protocol, laws, step). Raises ``Refus`` (400, 413)."""
    if len(body) > OCTETS:
        raise Refus(413, "Ce patient est trop long", "Retirez des contraintes.")
    try:
        read = json.loads(body, parse_constant=_inconnu)
    except (ValueError, RecursionError):
        raise Refus(400, "Cette demande n’est pas lisible", _MAL_ECRIT) from None
    if not isinstance(read, dict) or not isinstance(read.get("patient"), dict):
        raise Refus(400, "Cette demande n’est pas complète", _MAL_ECRIT)
    if read.get("protocole") not in (*PROTOCOLES, *MODULES):
        raise Refus(400, "Ce protocole n’existe pas", f"Les protocoles sont {', '.join(PROTOCOLES)}.")
    if read.get("etape", "") not in ETAPES:
        raise Refus(400, "Cette étape n’existe pas", _MAL_ECRIT)
    _borner(read["patient"])
    return read["protocole"], read["patient"], read.get("etape", "")


def _inconnu(constant: str) -> Any:
    raise ValueError(constant)


def _borner(lois: dict[str, Any]) -> None:
    """Refuse laws nested or listed beyond what a patient needs: checking them would keep everybody waiting."""
    waiting: list[tuple[Any, int]] = [(lois, 1)]
    while waiting:
        value, level = waiting.pop()
        if isinstance(value, dict | list):
            if level > NIVEAUX:
                raise Refus(400, "Ce patient est trop compliqué", "Une loi s’écrit sur deux ou trois niveaux.")
            if isinstance(value, list) and len(value) > LISTE:
                raise Refus(400, "Cette liste est trop longue", f"« parmi » prend {LISTE} valeurs au plus.")
            waiting += [(inner, level + 1) for inner in (value.values() if isinstance(value, dict) else value)]


ROUTES = [("/patients", Patients), ("/patients/champs", Champs)]
