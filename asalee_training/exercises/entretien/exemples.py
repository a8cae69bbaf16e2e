"""Conversations that the proof and the tests try: a perfect one, its faults, the worst, and those that read nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import Any

from asalee_training.exercises.contract import HASARD, PLUS_LONG, Mutant, Samples
from asalee_training.exercises.entretien.paroles import favorable, meilleures
from asalee_training.exercises.entretien.scene import Replique

Session = list[dict[str, Any]]
#: Walks of somebody who chooses at random.
MARCHES = 64


def samples(spec: Any, parfait: Session) -> Samples:
    """A perfect session, and one without ``terminer``; it cut short, each grave reply said on the way, the worst replies."""
    premier = next((geste for geste in parfait if geste["g"] == "dire"), None)
    faux_tour = {**premier, "tour": spec.tours[-1].id} if premier else {"g": "dire"}
    return Samples(
        right=(_raw(parfait), _raw(parfait[:-1])),
        wrong=(
            Mutant("Entretien arrêté au premier échange", _raw(parfait[:1])),
            Mutant("Partir sans un mot", _raw([{"g": "terminer", "t": 0}])),
            Mutant("La pire réplique à chaque tour", _raw(_pire(spec))),
            *_graves(spec, parfait),
            *_oublis(spec, parfait),
        ),
        unreadable=(
            None,
            [],
            float("nan"),
            {"gestes": []},
            {"gestes": [faux_tour]},
            {"gestes": [{"g": "terminer", "t": 0}, {"g": "terminer", "t": 0}]},
            {"gestes": [{"g": "dire", "t": 0, "tour": spec.tours[0].id, "option": "zzzzzzzz"}]},
            {"gestes": parfait, "conclusion": {"grade": 1}},
        ),
    )


def guesses(spec: Any) -> dict[str, tuple[Any, ...]]:
    """Any reply; the longest to read. The first one is any: each patient's page has its own order."""
    luck = Random(0)  # noqa: S311 (a guesser, not a secret)
    return {
        HASARD: tuple(_raw(_marche(spec, luck.choice)) for _ in range(MARCHES)),
        PLUS_LONG: (_raw(_marche(spec, lambda repliques: max(repliques, key=lambda r: len(r.texte)))),),
    }


def _raw(session: Session) -> dict[str, Any]:
    return {"gestes": session, "conclusion": {}}


def _marche(
    spec: Any, choisir: Callable[[Sequence[Replique]], Replique], debut: Sequence[Any] = (), nom: str = ""
) -> Session:
    """Go on from a turn, choosing a reply each time, until an end, or for as long as three times round the scene."""
    tours = {tour.nom: tour for tour in spec.tours}
    tour, session = tours[nom or spec.debut], list(debut)
    while not tour.fin and len(session) < 3 * len(tours):
        geste = {"t": 1000 * (len(session) + 1), "tour": tour.id}
        if tour.repliques:
            choisie = choisir(tour.repliques)
            session.append({"g": "dire", **geste, "option": choisie.id})
            tour = tours[choisie.vers]
        else:
            session.append({"g": "ecrire", **geste, "texte": "Oui.", "code": tour.ecrire.exemples[0].code})
            tour = tours[tour.ecrire.vers]
    return session


def _graves(spec: Any, parfait: Session) -> Iterator[Mutant]:
    """The perfect conversation until a turn that offers a grave reply, that reply, then the best ones."""
    tours = {tour.id: tour for tour in spec.tours}
    for rang, geste in enumerate(parfait):
        for replique in tours[geste["tour"]].repliques if geste["g"] == "dire" else ():
            if replique.gravite:
                dite = [*parfait[:rang], {**geste, "option": replique.id}]
                suite = _marche(spec, lambda choix: max(choix, key=_valeur), dite, replique.vers)
                nom = f"Dire : « {replique.texte} »"
                yield Mutant(nom, _raw(suite), gravite=replique.gravite, ou=replique.texte[:30])


def _valeur(replique: Replique) -> tuple[bool, int, str]:
    return favorable(replique), replique.confiance, replique.id


def _oublis(spec: Any, parfait: Session) -> Iterator[Mutant]:
    """The perfect visit without one of the essential things to look at."""
    essentiels = {element.element for element in spec.logement if element.essentiel}
    for rang, geste in enumerate(parfait):
        if geste.get("element") in essentiels:
            nom = f"Ne pas regarder : {geste['element'].replace('_', ' ')}"
            yield Mutant(nom, _raw([*parfait[:rang], *parfait[rang + 1 :]]), ou="logement")


def _pire(spec: Any) -> Session:
    """The worst reply of each turn, until an end or a turn met before."""
    tours = {tour.nom: tour for tour in spec.tours}
    tour, session, passes = tours[spec.debut], [], set()
    while tour.repliques and tour.nom not in passes:
        passes.add(tour.nom)
        pire = min(tour.repliques, key=lambda r: (r in meilleures(tour), r.confiance, r.id))
        session.append({"g": "dire", "t": len(session), "tour": tour.id, "option": pire.id})
        tour = tours[pire.vers]
    return session or [{"g": "terminer", "t": 0}]
