"""What must hold in a scene before anyone plays it: a graph that can be walked to an end, and a fair choice of replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from asalee_training.clinical import etp, reference_data
from asalee_training.exercises.contract import plain
from asalee_training.exercises.entretien.criteres import criteres
from asalee_training.exercises.entretien.paroles import favorable, meilleures
from asalee_training.exercises.entretien.scene import ELEMENTS, Parcours, Tour, parcourir
from asalee_training.exercises.gestes import Seance

TOURS_MAX = 40
#: Longest way to an end that the search for a perfect session follows, and how many it tries.
_PAS_MAX, _ESSAIS_MAX = 30, 2000
#: Above this share of the turns, length alone would tell the best reply.
_PART_LA_PLUS_LONGUE = 0.5


def verifier(spec: Any) -> list[str]:
    """Return French sentences for the author, [] when the scene can be played. Coarse to fine: the first faults first."""
    problems = [*_noms(spec), *_codes(spec), *_references(spec)]
    problems = problems or [*_chemins(spec), *_repliques(spec)]
    if problems:
        return problems
    _, manques = modele(spec)
    if manques:
        return [f"aucun parcours n’obtient tous les points ; le meilleur manque : {' ; '.join(manques)}."]
    return []


def _noms(spec: Any) -> Iterator[str]:
    if len(spec.tours) > TOURS_MAX:
        yield f"la scène compte {len(spec.tours)} tours : {TOURS_MAX} au plus."
    for quoi, noms in (
        ("le tour", [tour.nom for tour in spec.tours]),
        ("l’objectif", [objectif.nom for objectif in spec.objectifs]),
        ("l’élément", [element.element for element in spec.logement]),
    ):
        yield from (f"{quoi} « {nom} » est écrit deux fois." for nom, n in Counter(noms).items() if n > 1)
    memes = Counter(tour.id for tour in spec.tours)
    for tour in spec.tours:
        if memes[tour.id] > 1:
            yield f"tour « {tour.nom} » : un autre tour montre et dit la même chose ; changez un mot."
        if not tour.dit and not tour.on_voit:
            yield f"tour « {tour.nom} » : écrivez ce que la personne dit, ou ce qu’on voit."
    if "{{" in repr(spec.model_dump(exclude={"explication", "aide"})):
        yield "une scène ne connaît pas {{ … }} : ses personnages ont un nom et un âge écrits."
    if sum(objectif.premier for objectif in spec.objectifs) > 1:
        yield "un seul objectif peut être « premier: true »."


def _codes(spec: Any) -> Iterator[str]:
    infirmiere, patient = etp.codes("infirmiere"), etp.codes("patient")
    for tour in spec.tours:
        if tour.code not in patient:
            yield f"tour « {tour.nom} » : le code « {tour.code} » n’existe pas. Choisissez : {', '.join(patient)}."
        ecrits = [exemple.code for exemple in tour.ecrire.exemples] if tour.ecrire else []
        for code in [replique.code for replique in tour.repliques if replique.code] + ecrits:
            if code not in infirmiere:
                yield f"tour « {tour.nom} » : le code « {code} » n’existe pas. Choisissez : {', '.join(infirmiere)}."
        for replique in tour.repliques:
            if replique.faire == (replique.code is not None):
                yield f"« {replique.texte} » : une parole porte un « code: », un geste (« faire: true ») n’en porte pas."


def _references(spec: Any) -> Iterator[str]:
    tours = {tour.nom for tour in spec.tours}
    objectifs = {objectif.nom for objectif in spec.objectifs}
    domicile = {row["nom"] for row in reference_data.rows("cognition_domicile")} & set(ELEMENTS)
    for nom, ou in _sorties(spec):
        if nom not in tours:
            yield f"{ou} : le tour « {nom} » n’existe pas."
    portes = {nom for tour in spec.tours for replique in tour.repliques for nom in replique.objectifs}
    cites = portes | {nom for couple in spec.ordre for nom in couple} | {e.apres for e in spec.logement if e.apres}
    yield from (f"l’objectif « {nom} » n’est pas dans « objectifs: »." for nom in sorted(cites - objectifs))
    yield from (f"aucune réplique n’atteint l’objectif « {nom} »." for nom in sorted(objectifs - portes))
    elements = {element.element for element in spec.logement}
    yield from (
        f"« {nom} » n’est pas un élément de la visite : {', '.join(sorted(domicile))}." for nom in elements - domicile
    )
    for tour in spec.tours:
        yield from (
            f"tour « {tour.nom} » : « {vue.element} » n’est pas dans « logement: »."
            for vue in tour.vues
            if vue.element not in elements
        )
    observe = any(tour.observer for tour in spec.tours)
    if observe != bool(elements):
        yield "« logement: » et « observer: true » vont ensemble : l’un manque."
    if elements and spec.lieu != "domicile":
        yield "« logement: » demande « lieu: domicile »."


def _sorties(spec: Any) -> Iterator[tuple[str, str]]:
    yield spec.debut, "« debut: »"
    for tour in spec.tours:
        yield from ((nom, f"tour « {tour.nom} »") for nom in suites(tour))


def suites(tour: Tour) -> list[str]:
    """Names of the turns that may follow."""
    return [replique.vers for replique in tour.repliques] + ([tour.ecrire.vers] if tour.ecrire else [])


def _chemins(spec: Any) -> Iterator[str]:
    tours = {tour.nom: tour for tour in spec.tours}
    atteints = _fermeture({spec.debut}, lambda nom: suites(tours[nom]))
    yield from (f"tour « {nom} » : aucune réplique n’y mène." for nom in tours if nom not in atteints)
    avant: dict[str, list[str]] = {nom: [] for nom in tours}
    for tour in spec.tours:
        if tour.fin and suites(tour):
            yield f"tour « {tour.nom} » : une fin n’a ni réplique ni « ecrire: »."
        if not tour.fin and not suites(tour):
            yield f"tour « {tour.nom} » : écrivez des répliques, ou « fin: true »."
        for nom in suites(tour):
            avant[nom].append(tour.nom)
    finissent = _fermeture({tour.nom for tour in spec.tours if tour.fin}, avant.__getitem__)
    yield from (f"tour « {nom} » : de là, on n’arrive jamais à une fin." for nom in tours if nom not in finissent)


def _fermeture(depart: set[str], voisins: Callable[[str], list[str]]) -> set[str]:
    vus, reste = set(depart), list(depart)
    while reste:
        for nom in voisins(reste.pop()):
            if nom not in vus:
                vus.add(nom)
                reste.append(nom)
    return vus


def _repliques(spec: Any) -> Iterator[str]:
    """Each turn offers a real choice, and neither length nor anything but the words tells the best reply."""
    longues, jugees = 0, 0
    for tour in spec.tours:
        textes = Counter(plain(replique.texte).casefold() for replique in tour.repliques)
        yield from (f"tour « {tour.nom} » : « {t} » est écrit deux fois." for t, n in textes.items() if n > 1)
        if tour.repliques and len(tour.repliques) < 3:
            yield f"tour « {tour.nom} » : proposez de trois à cinq répliques."
        if tour.repliques and not meilleures(tour):
            yield f"tour « {tour.nom} » : aucune réplique ne convient ; il en faut au moins une."
        for replique in tour.repliques:
            if not favorable(replique) and (replique.objectifs or replique.confiance > 0):
                yield f"« {replique.texte} » est à la fois à éviter et récompensée : choisissez."
        mieux = [len(replique.texte) for replique in meilleures(tour)]
        autres = [len(replique.texte) for replique in tour.repliques if replique not in meilleures(tour)]
        if mieux and autres:
            jugees += 1
            longues += min(mieux) > max(autres)
    if jugees > 2 and longues > _PART_LA_PLUS_LONGUE * jugees:
        yield (
            f"dans {longues} tours sur {jugees}, la meilleure réplique est la plus longue : "
            "sa longueur la désigne. Raccourcissez-la, ou étoffez les autres."
        )


def modele(spec: Any) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the gestures of a perfect session, with []; or those of the best one found, with what it misses."""
    meilleur: tuple[list[dict[str, Any]], list[str]] = ([], ["aucune fin n’est atteinte"])
    for essai, gestes in enumerate(_sessions(spec, spec.debut, [], frozenset(), frozenset())):
        parcours = lire_parcours(spec, gestes)
        manques = [critere.libelle for critere in criteres(spec, parcours) if critere.acquis is False]
        if not manques:
            return gestes, []
        if not essai or len(manques) < len(meilleur[1]):
            meilleur = gestes, manques
        if essai > _ESSAIS_MAX:
            break
    return meilleur


def lire_parcours(spec: Any, gestes: list[dict[str, Any]]) -> Parcours:
    """The conversation of gestures known to be well made."""
    return parcourir(spec.tours, spec.debut, Seance(tuple(gestes), {}))


def _sessions(spec: Any, nom: str, gestes: list, passes: frozenset[str], acquis: frozenset[str]) -> Iterator[list]:
    """Whole conversations by favourable replies only, the most promising first; no turn twice."""
    tour = next(tour for tour in spec.tours if tour.nom == nom)
    gestes = [*gestes, *_regards(spec, tour, gestes, acquis)]
    if tour.fin:
        yield [*gestes, {"g": "terminer", "t": _temps(gestes)}]
    if tour.fin or tour.nom in passes or len(passes) >= _PAS_MAX:
        return
    passes |= {tour.nom}
    for replique in sorted(
        filter(favorable, tour.repliques), key=lambda r: (-len(set(r.objectifs) - acquis), -r.confiance, r.id)
    ):
        geste = {"g": "dire", "t": _temps(gestes), "tour": tour.id, "option": replique.id}
        yield from _sessions(spec, replique.vers, [*gestes, geste], passes, acquis | set(replique.objectifs))
    if tour.ecrire:
        exemple = tour.ecrire.exemples[0]
        geste = {"g": "ecrire", "t": _temps(gestes), "tour": tour.id, "texte": exemple.texte, "code": exemple.code}
        yield from _sessions(spec, tour.ecrire.vers, [*gestes, geste], passes, acquis)


def _regards(spec: Any, tour: Tour, gestes: list, acquis: frozenset[str]) -> Iterator[dict[str, Any]]:
    premiers = {objectif.nom for objectif in spec.objectifs if objectif.premier}
    if not tour.observer or not premiers <= acquis:
        return
    vus = {geste.get("element") for geste in gestes}
    for element in spec.logement:
        if element.essentiel and element.element not in vus and (not element.apres or element.apres in acquis):
            yield {"g": "observer", "t": _temps(gestes), "element": element.element}


def _temps(gestes: list) -> int:
    return 1000 * (len(gestes) + 1)
