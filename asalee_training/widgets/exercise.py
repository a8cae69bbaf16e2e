"""The view of an exercise: it passes answers on to callables, and knows neither key nor file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

import traitlets

from asalee_training.widgets.view import BUG, View, log_bug


@dataclass(frozen=True)
class State:
    """Where an answer stands.

    ``n``: how many times it was written, 0 = never. ``heure``: « 10:42 », « hier à 17:42 ». ``autre``: the
    refused second version ({"valeur", "heure"}). ``retour``: the feedback, outside evaluation only.
    """

    resultat: Literal["lu", "enregistre", "conflit", "refuse"] = "lu"
    valeur: Any = None
    n: int = 0
    heure: str = ""
    autre: Mapping[str, Any] | None = None
    message: str = ""
    retour: Mapping[str, Any] | None = None


class ExerciseWidget(View):
    """One exercise. ``lire()``, ``ecrire(valeur, base)``, ``trancher(keep_other)`` each return a ``State``.

    ``cle`` names the answer in the browser's own storage, where what is not yet acknowledged waits.
    ``correction`` tells the page whether feedback exists for this case; ``rang`` says « Question 3 sur 8 ».
    ``enregistrement``: what the patient answers or gives, where the exercise is something to do.
    """

    nom = traitlets.Unicode().tag(sync=True)
    cle = traitlets.Unicode().tag(sync=True)
    rang = traitlets.Unicode().tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)
    etat = traitlets.Dict().tag(sync=True)
    correction = traitlets.Bool().tag(sync=True)
    enregistrement = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        nom: str,
        spec: Mapping[str, Any],
        lire: Callable[[], State],
        ecrire: Callable[[Any, int], State],
        trancher: Callable[[bool], State],
        *,
        cle: str = "",
        rang: str = "",
        correction: bool = False,
        enregistrement: Mapping[str, Any] | None = None,
    ):
        self._lire, self._ecrire, self._trancher = lire, ecrire, trancher
        self._last: dict[str, Any] = {}
        etat = self.reply({"type": "lire"})
        super().__init__(
            spec["type"],
            titre=f"Question : {spec.get('titre', nom)}",
            nom=nom,
            cle=cle or nom,
            rang=rang,
            spec=dict(spec),
            etat=etat,
            correction=correction,
            enregistrement=dict(enregistrement or {}),
        )

    def reply(self, content: Any) -> dict[str, Any]:
        """Return an ``etat`` message for whatever the page sent; a bug becomes a French refusal.

        The page sends a message again when its acknowledgement was lost: the same ``seq`` gets the same
        reply, and is not written twice.
        """
        seq = content.get("seq") if isinstance(content, Mapping) else None
        if seq is not None and seq == self._last.get("seq"):
            return self._last
        try:
            state = self._act(content)
        except Exception:
            log_bug("exercise widget")
            state = State("refuse", message=BUG)
        reply = {"type": "etat", "seq": seq, **asdict(state)}
        if seq is not None:
            self._last = reply
        return reply

    def _act(self, content: Mapping[str, Any]) -> State:
        kind = content["type"]
        if kind == "lire":
            return self._lire()
        if kind == "ecrire":
            return self._ecrire(content["valeur"], content["base"])
        if kind == "trancher":
            return self._trancher(content["garder"] == "seconde")
        raise ValueError(kind)
