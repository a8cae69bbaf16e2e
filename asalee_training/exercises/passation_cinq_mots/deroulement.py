"""A ``passation_cinq_mots`` followed from its gestures: what cannot have happened, and what was shown, asked and heard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.gestes import ILLISIBLE, Seance
from asalee_training.exercises.passation_cinq_mots.mots import CODES, CODES_HORS
from asalee_training.simulation.seance_cinq_mots import BLESSANTES, MOMENTS, variante

HORS = 5


@dataclass
class Moment:
    """One of the two recalls. ``indices``: (word, manner), in order; ``notes``: last code of each word.

    ``trouves``: words found from their category; ``souffles``: words that were given away; ``intrus``: another was said.
    """

    variante: str = ""
    montres: int = 0
    indices: list[tuple[int, str]] = field(default_factory=list)
    trouves: set[int] = field(default_factory=set)
    souffles: set[int] = field(default_factory=set)
    intrus: bool = False
    notes: dict[int, str] = field(default_factory=dict)

    @property
    def fait(self) -> bool:
        return self.variante != ""


@dataclass
class Passation:
    """What this session was, as far as it went. Conditions and explanation count up to the first sight of the sheet.

    ``delai``, ``intercalees``: minutes and tasks before the first delayed recall.
    """

    verifiees: set[str] = field(default_factory=set)
    corrigees: set[str] = field(default_factory=set)
    expliquer: str = ""
    liste: str = ""
    visible: bool = False
    lu: bool = False
    demandes: set[int] = field(default_factory=set)
    revus: set[int] = field(default_factory=set)
    montres: int = 0
    rappels_visibles: bool = False
    moments: dict[str, Moment] = field(default_factory=lambda: {nom: Moment() for nom in MOMENTS})
    tache: str | None = None
    taches: list[str] = field(default_factory=list)
    minutes: int = 0
    delai: int | None = None
    intercalees: tuple[str, ...] = ()
    phrases: list[str] = field(default_factory=list)
    reporte: bool = False
    fin: str = ""

    @property
    def passee(self) -> bool:
        """The sheet was shown."""
        return self.montres > 0


def verifier(seance: Seance) -> None:
    """Raise ``Unreadable`` for a session that nobody can have done."""
    if any(geste.get("mot", 0) != int(geste.get("mot", 0)) for geste in seance.gestes):
        raise Unreadable(ILLISIBLE)
    if any(geste.get("minutes", 0) != int(geste.get("minutes", 0)) for geste in seance.gestes):
        raise Unreadable(ILLISIBLE)
    if any(value != int(value) for value in seance.conclusion.values() if isinstance(value, float)):
        raise Unreadable("Les comptes et le total s’écrivent en nombres entiers.")
    suivi = Passation()
    for geste in seance.gestes:
        if not _possible(suivi, geste):
            raise Unreadable(ILLISIBLE)
        _avancer(suivi, geste, None)


def suivre(seance: Seance, ecoute: Mapping[str, Any]) -> Passation:
    """What happened, with what was heard. ``ecoute``: of ``simulation.seance_cinq_mots``."""
    suivi = Passation()
    for geste in seance.gestes:
        _avancer(suivi, geste, ecoute)
    return suivi


def _possible(suivi: Passation, geste: Mapping[str, Any]) -> bool:
    nom, moments = geste["g"], suivi.moments
    if nom == "noter":
        return moments[geste["moment"]].fait and geste["code"] in (CODES_HORS if geste["mot"] == HORS else CODES)
    if suivi.reporte or suivi.fin:
        return False
    if nom == "corriger":
        return geste["condition"] in suivi.verifiees
    if nom == "montrer":
        return not suivi.visible and suivi.liste in ("", geste["liste"])
    if nom in ("faire_lire", "demander_categorie", "cacher"):
        return suivi.visible
    if nom == "rappel_libre":
        return suivi.passee and (
            moments["immediat"].fait if geste["moment"] == "differe" else not moments["differe"].fait
        )
    if nom == "indicer":
        return moments[geste["moment"]].fait and (geste["moment"] == "differe" or not moments["differe"].fait)
    return moments["immediat"].fait if nom == "intercaler" else True


def _avancer(suivi: Passation, geste: Mapping[str, Any], ecoute: Mapping[str, Any] | None) -> None:
    """Take one gesture into account; without ``ecoute``, nothing is heard."""
    nom = geste["g"]
    if nom == "verifier":
        if not suivi.passee:
            suivi.verifiees.add(geste["condition"])
    elif nom == "corriger":
        if not suivi.passee:
            suivi.corrigees.add(geste["condition"])
    elif nom == "expliquer":
        if not suivi.passee or geste["phrase"] == "maladie":
            suivi.expliquer = suivi.expliquer if suivi.expliquer == "maladie" else geste["phrase"]
    elif nom == "montrer":
        suivi.liste, suivi.visible, suivi.montres = geste["liste"], True, suivi.montres + 1
        _recommencer_delai(suivi)
    elif nom == "faire_lire":
        suivi.lu = suivi.lu or not suivi.moments["immediat"].fait
    elif nom == "demander_categorie":
        (suivi.revus if suivi.moments["immediat"].fait else suivi.demandes).add(int(geste["mot"]))
    elif nom == "cacher":
        suivi.visible = False
    elif nom == "rappel_libre":
        _rappel(suivi, geste["moment"], ecoute)
    elif nom == "indicer":
        _indice(suivi, suivi.moments[geste["moment"]], geste, ecoute)
    elif nom == "noter":
        suivi.moments[geste["moment"]].notes[int(geste["mot"])] = geste["code"]
    elif nom == "intercaler":
        suivi.tache, suivi.minutes = geste["tache"], suivi.minutes + int(geste["minutes"])
        suivi.taches.append(geste["tache"])
    elif nom == "encourager":
        suivi.phrases.append(geste["phrase"])
    elif nom == "reporter":
        suivi.reporte = True
    else:
        suivi.fin = geste["phrase"]


def _recommencer_delai(suivi: Passation) -> None:
    if not suivi.moments["differe"].fait:
        suivi.minutes, suivi.tache, suivi.taches = 0, None, []


def _rappel(suivi: Passation, nom: str, ecoute: Mapping[str, Any] | None) -> None:
    moment = suivi.moments[nom]
    suivi.rappels_visibles = suivi.rappels_visibles or suivi.visible
    if nom == "immediat":
        _recommencer_delai(suivi)
    elif suivi.delai is None:
        suivi.delai, suivi.intercalees = suivi.minutes, tuple(suivi.taches)
    hurt = any(phrase in BLESSANTES for phrase in suivi.phrases)
    letter = "a" if nom == "immediat" else variante(suivi.tache, suivi.minutes)
    moment.variante = "v" if suivi.visible else "p" if hurt else letter
    moment.montres, moment.trouves, moment.souffles = suivi.montres, set(), set()
    if ecoute and ecoute[nom][moment.variante]["intrus"] is not None:
        moment.intrus = True


def _indice(suivi: Passation, moment: Moment, geste: Mapping[str, Any], ecoute: Mapping[str, Any] | None) -> None:
    if geste["moment"] == "immediat":
        _recommencer_delai(suivi)
    mot = int(geste["mot"])
    moment.indices.append((mot, geste["maniere"]))
    told = ecoute[geste["moment"]][moment.variante] if ecoute else None
    if told is None or mot in told["libre"]:
        return
    if geste["maniere"] != "categorie" or suivi.visible:
        moment.souffles.add(mot)
    elif suivi.montres == moment.montres:  # shown again, the word is given: it no longer counts
        if mot in told["indice"]:
            moment.trouves.add(mot)
        elif mot in told["voisins"]:
            moment.intrus = True
