"""How an ``entretien`` is judged: the objectives of its scene, its order, what is looked at, a few counts, and what is never said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from asalee_training.clinical import reference_data
from asalee_training.exercises.entretien.mesures import compter
from asalee_training.exercises.entretien.paroles import cite, dit, fin, liste
from asalee_training.exercises.entretien.scene import Objectif, Parcours, Tour
from asalee_training.exercises.gestes import Critere

_GRAVES = {
    "hors_champ": (
        "rester dans votre champ",
        "Aucune de vos paroles n’est sortie de votre champ.",
        "Ni diagnostic, ni annonce, ni changement de traitement : cela revient au médecin.",
        "« L’infirmière n’agit jamais hors du champ prévu » : une phrase dite ne se reprend pas.",
    ),
    "dangereux": (
        "ne pas mettre la personne en danger",
        "Vous n’avez rien dit ni fait de dangereux.",
        "Aucune parole ni aucun geste qui expose la personne.",
        "La sécurité passe avant la relation, les tests et le temps prévu.",
    ),
}


def criteres(spec: Any, parcours: Parcours) -> Iterator[Critere]:
    """Everything that is judged; what an interrupted conversation could not show does not apply."""
    yield Critere(
        "mener l’entretien à son terme",
        parcours.fini,
        f"Sur tout l’entretien : {'il est allé à son terme' if parcours.fini else 'il s’est arrêté en chemin'}.",
        "Un entretien mené jusqu’à ce que vous vous quittiez.",
        "La fin compte : c’est là que la personne dit ce qu’elle emporte.",
    )
    for objectif in spec.objectifs:
        yield from _objectif(spec, objectif, parcours)
    for avant, apres in spec.ordre:
        yield _ordre(spec, avant, apres, parcours)
    if spec.logement:
        yield from _regards(spec, parcours)
    yield from compter(spec.mesures, parcours)
    yield from _retenue(parcours)
    yield from _graves(spec.tours, parcours)


def _objectif(spec: Any, objectif: Objectif, parcours: Parcours) -> Iterator[Critere]:
    rang = parcours.rang(objectif.nom)
    fait = f"Vous : {dit(parcours.pas[rang])}" if rang is not None else "Vous ne l’avez pas fait."
    attendu = f"{_capital(objectif.texte)}."
    if rang is None:
        attendu += f"\n{_occasion(spec, objectif, parcours)}"
    yield Critere(objectif.texte, rang is not None, fait, attendu, objectif.pourquoi, objectif.poids, objectif.gravite)
    if objectif.premier:
        avant = [] if rang is None else [pas for pas in parcours.pas[:rang] if pas.element not in _securite()]
        fait = "Vous avez commencé par là." if not avant else f"Vous avez d’abord fait autre chose : {dit(avant[0])}"
        yield Critere(
            f"commencer par là : {objectif.texte}",
            None if rang is None else not avant,
            fait,
            f"En premier : {objectif.texte}.",
            "Ce qui met en sécurité passe avant toute parole et tout autre geste.",
            objectif.poids,
        )


def _occasion(spec: Any, objectif: Objectif, parcours: Parcours) -> str:
    """A line that would have done it: where she had the chance, or else somewhere else in the scene."""
    for ou, tours in (("", parcours.tours), ("Par un autre chemin", spec.tours)):
        for tour in tours:
            for replique in tour.repliques:
                if objectif.nom in replique.objectifs:
                    return f"{ou or _moment(spec, tour)} : {cite(replique)}"
    raise LookupError(objectif.nom)  # never: an objective that no line reaches is refused when the scene is read


def _moment(spec: Any, tour: Tour) -> str:
    return f"Après « {fin(tour.dit)} »" if tour.dit else f"Après : {fin(tour.on_voit)}"


def _ordre(spec: Any, avant: str, apres: str, parcours: Parcours) -> Critere:
    textes = {objectif.nom: objectif.texte for objectif in spec.objectifs}
    premier, second = parcours.rang(avant), parcours.rang(apres)
    acquis = None if premier is None or second is None else premier <= second
    return Critere(
        f"d’abord {textes[avant]}",
        acquis,
        "Vous l’avez fait dans cet ordre." if acquis else f"Vous avez commencé par {textes[apres]}.",
        f"D’abord {textes[avant]} ; ensuite, {textes[apres]}.",
        "L’ordre change ce que la personne entend.",
    )


def _regards(spec: Any, parcours: Parcours) -> Iterator[Critere]:
    vus = {pas.element: i for i, pas in reversed(list(enumerate(parcours.pas))) if pas.element}
    essentiels = [e.element for e in spec.logement if e.essentiel]
    oublies = [nom for nom in essentiels if nom not in vus]
    yield Critere(
        "regarder l’essentiel du logement",
        not oublies if essentiels else None,
        f"Vous n’avez pas regardé : {liste(oublies)}." if oublies else "Vous avez regardé tout l’essentiel.",
        f"Regarder : {liste(essentiels)}.",
        "Ce que l’on constate chez la personne ne se devine pas au cabinet.",
    )
    proteges = {e.element: e.apres for e in spec.logement if e.apres and e.element in vus}
    rangs = {nom: parcours.rang(apres) for nom, apres in proteges.items()}
    sans = [nom for nom, rang in rangs.items() if rang is None or rang > vus[nom]]
    yield Critere(
        "demander avant de regarder",
        not sans if proteges else None,
        f"Sans son accord : {liste(sans)}." if sans else "Vous avez regardé avec son accord.",
        "L’accord de la personne avant d’ouvrir ou de regarder ce qui lui appartient.",
        "Vous êtes chez elle : un placard ouvert sans demander, et elle ne vous ouvrira plus sa porte.",
    )


def _retenue(parcours: Parcours) -> Iterator[Critere]:
    """No advice without permission, no reproach. Nobody is praised for holding back in half a conversation."""
    for code, libelle, sans, attendu, pourquoi in (
        (
            "PER",
            "ne pas conseiller sans permission",
            "Vous n’avez donné aucun conseil sans permission.",
            "Aucun conseil que la personne n’a pas accepté d’entendre.",
            "C’est le réflexe correcteur : plus on pousse, plus elle défend ce qui ne change pas.",
        ),
        (
            "CON",
            "ne pas contredire ni reprocher",
            "Ni reproche, ni contradiction dans vos paroles.",
            "Ni reproche, ni contradiction, ni morale.",
            "Qui se sent jugé se tait, et ne revient pas.",
        ),
    ):
        dites = [replique for replique in parcours.repliques if replique.code == code]
        fait = f"Vous : {cite(dites[0])}" if dites else sans
        yield Critere(libelle, False if dites else (True if parcours.fini else None), fait, attendu, pourquoi)


def _graves(tours: Iterable[Tour], parcours: Parcours) -> Iterator[Critere]:
    possibles = {replique.gravite for tour in tours for replique in tour.repliques}
    for gravite, (libelle, sans, attendu, pourquoi) in _GRAVES.items():
        dites = [replique for replique in parcours.repliques if replique.gravite == gravite]
        if gravite in possibles:
            fait = f"Vous : {cite(dites[0])}" if dites else sans
            acquis = False if dites else (True if parcours.fini else None)
            yield Critere(libelle, acquis, fait, attendu, pourquoi, 1, gravite)


def _securite() -> set[str]:
    return {row["nom"] for row in reference_data.rows("cognition_domicile") if row["securite"] == "oui"}


def _capital(texte: str) -> str:
    return texte[:1].upper() + texte[1:]
