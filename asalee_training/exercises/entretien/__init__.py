"""``entretien``: a conversation written by its author, in which the nurse chooses or writes each of her lines.

The raw answer is a log of gestures: ``dire`` a reply, ``ecrire`` a sentence of her own and name it, ``observer`` the
home, ``terminer``. The conversation is rebuilt from them; the page knows the words and where they lead, nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import SimpleNamespace
from typing import Annotated, Any, Literal

from pydantic import Field

from asalee_training.clinical import etp
from asalee_training.exercises import gestes
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable, frozen_json, option_id
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.entretien import exemples
from asalee_training.exercises.entretien.criteres import criteres
from asalee_training.exercises.entretien.paroles import lignes
from asalee_training.exercises.entretien.scene import (
    ELEMENTS,
    LIEUX,
    PIECES,
    TEXTE_MAX,
    Element,
    Mesures,
    Objectif,
    Parcours,
    Pas,
    Replique,
    Tour,
    parcourir,
)
from asalee_training.exercises.entretien.verification import modele, verifier
from asalee_training.simulation import tirage

REUSSI = "L’entretien est allé à son terme, dans votre champ, et tout ce que la scène demandait y est."
INTERROMPU = "L’entretien s’est arrêté en chemin : ce qui se compte sur un entretien entier n’est pas jugé."


class Spec(BaseSpec):
    """A scene: who, where, what the person says, what may be answered, and what is looked for."""

    type: Literal["entretien"] = Field(description="Un entretien ou une visite, réplique par réplique.")
    personne: str = Field(min_length=2, max_length=60, description="Le nom de la personne : « Mme Berthier ».")
    portrait: str = Field(min_length=2, max_length=200, description="En quelques mots, qui elle est.")
    lieu: Literal["cabinet", "domicile"] = Field(description="cabinet ou domicile.")
    cadre: str = Field(min_length=5, max_length=400, description="Où et quand se passe la scène.")
    debut: str = Field(description="Le premier tour.")
    tours: tuple[Tour, ...] = Field(min_length=2, strict=False, description="Les tours de parole.")
    objectifs: tuple[Objectif, ...] = Field(
        default=(), strict=False, description="Ce qui est attendu dans cette scène."
    )
    ordre: tuple[Annotated[tuple[str, str], Field(strict=False)], ...] = Field(
        default=(), strict=False, description="Couples d’objectifs : [le premier, le second]."
    )
    mesures: Mesures = Field(default=Mesures(), description="Ce qui se compte sur tout l’entretien.")
    logement: tuple[Element, ...] = Field(default=(), strict=False, description="Ce qu’on peut regarder à domicile.")

    @property
    def choix(self) -> tuple[Replique, ...]:
        """Every reply on offer: held against the scope of practice, like the options of a question."""
        return tuple(replique for tour in self.tours for replique in tour.repliques)


def validate(spec: Spec) -> list[str]:
    """Check the graph, the codes, the objectives and the fairness of the choice; prove that full marks can be reached."""
    return verifier(spec)


def public(spec: Spec) -> dict[str, Any]:
    """Return the words and where they lead; no code, no effect, no reason. In an order that tells nothing."""
    ids = {tour.nom: tour.id for tour in spec.tours}
    vues = {e.element: e.vu for e in spec.logement}
    return {
        "personne": spec.personne,
        "portrait": spec.portrait,
        "lieu": LIEUX[spec.lieu],
        "cadre": spec.cadre,
        "debut": ids[spec.debut],
        "tours": sorted((_tour(tour, ids) for tour in spec.tours), key=lambda tour: tour["id"]),
        **_noms(spec),
        "texte_max": TEXTE_MAX,
        "pieces": [
            {
                "id": piece,
                "libelle": nom if piece != "personne" else spec.personne,
                "elements": [
                    {"id": element, "libelle": libelle, "vu": vues[element]}
                    for element, (ou, libelle) in ELEMENTS.items()
                    if ou == piece and element in vues
                ],
            }
            for piece, nom in PIECES.items()
            if any(ELEMENTS[element][0] == piece for element in vues)
        ],
    }


def _noms(spec: Spec) -> dict[str, dict[str, str]]:
    """The names that she may give to a sentence of her own, and what each means."""
    ecrit = any(tour.ecrire for tour in spec.tours)
    return {
        "codes": etp.codes("infirmiere") if ecrit else {},
        "sens": etp.definitions_codes("infirmiere") if ecrit else {},
    }


def _tour(tour: Tour, ids: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": tour.id,
        "qui": tour.qui,
        "on_voit": tour.on_voit,
        "dit": tour.dit,
        "fin": tour.fin,
        "observer": tour.observer,
        "vues": {vue.element: vue.texte for vue in tour.vues},
        "repliques": sorted(
            ({"id": r.id, "texte": r.texte, "faire": r.faire, "vers": ids[r.vers]} for r in tour.repliques),
            key=lambda replique: replique["id"],
        ),
        "ecrire": {"consigne": tour.ecrire.consigne, "vers": ids[tour.ecrire.vers]} if tour.ecrire else None,
    }


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return the order in which this patient's page offers the replies of each turn."""
    graine = option_id(repr(sorted((nom, repr(valeur)) for nom, valeur in patient.items()))).encode()
    return {
        "ordre": {
            tour.id: tirage.shuffled(graine, f"entretien.{tour.id}", sorted(r.id for r in tour.repliques))
            for tour in spec.tours
            if tour.repliques
        }
    }


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return what is judged, the same for every patient: codes, effects, objectives, counts."""
    return Key(
        frozen_json(
            {
                "repliques": {
                    tour.id: {r.id: [r.code, r.confiance, r.objectifs, r.gravite] for r in tour.repliques}
                    for tour in spec.tours
                },
                "paroles": {tour.id: tour.code for tour in spec.tours if not tour.qui},
                "objectifs": [[o.nom, o.poids, o.premier, o.gravite] for o in spec.objectifs],
                "ordre": spec.ordre,
                "mesures": spec.mesures,
                "logement": [[e.element, e.essentiel, e.apres] for e in spec.logement],
            }
        )
    )


def parse(spec: Spec, raw: Any) -> Parcours:
    """Read the gestures and follow them; raises ``Unreadable`` for one that the scene does not allow."""
    seance = gestes.lire(raw, _connus(spec), {})
    if not seance.gestes:
        raise Unreadable("Commencez l’entretien : aucune parole n’est notée.")
    return parcourir(spec.tours, spec.debut, seance)


def _connus(spec: Spec) -> dict[str, dict[str, Any]]:
    tours = tuple(tour.id for tour in spec.tours)
    connus: dict[str, dict[str, Any]] = {"terminer": {}}
    if any(tour.repliques for tour in spec.tours):
        options = tuple(replique.id for tour in spec.tours for replique in tour.repliques)
        connus["dire"] = {"tour": tours, "option": options}
    if any(tour.ecrire for tour in spec.tours):
        connus["ecrire"] = {"tour": tours, "texte": str, "code": tuple(etp.codes("infirmiere"))}
    if spec.logement:
        connus["observer"] = {"element": tuple(element.element for element in spec.logement)}
    return connus


def grade(spec: Spec, key: Key, answer: Parcours) -> Mark:
    """Judge the conversation by its criteria; the transcript comes before them, line by line as it was said."""
    mark = gestes.juger(spec.points, criteres(spec, answer), spec.explication, REUSSI)
    debut = answer.dernier.bilan if answer.fini else INTERROMPU
    return replace(
        mark, retour="\n\n".join(filter(None, (debut, mark.retour))), etapes=(*lignes(spec, answer), *mark.etapes)
    )


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return what she said and did, in order, a line each."""
    try:
        parcours = parse(spec if isinstance(spec, Spec) else _scene(spec), raw)
    except Unreadable:
        return None
    return "\n".join(map(_ligne, parcours.pas)) or "Entretien quitté sans une parole"


def _ligne(pas: Pas) -> str:
    if pas.element:
        return f"Regarde : {ELEMENTS[pas.element][1].lower()}"
    dit = pas.replique.texte if pas.replique else pas.texte
    return dit if pas.replique and pas.replique.faire else f"« {dit} »"


def _scene(moitie: Any) -> Any:
    """The public half, where a turn is called by its id, as a scene that can be followed."""
    tours = tuple(SimpleNamespace(**{**vars(tour), "nom": tour.id}) for tour in moitie.tours)
    logement = tuple(SimpleNamespace(element=e.id) for piece in moitie.pieces for e in piece.elements)
    return SimpleNamespace(tours=tours, debut=moitie.debut, logement=logement)


@lru_cache(maxsize=32)  # the same scene is proved for each of 32 patients
def _modele(dump: str) -> list[dict[str, Any]]:
    return modele(Spec.model_validate_json(dump))[0]


def samples(spec: Spec, key: Key) -> Samples:
    """A perfect session; it cut short, each grave reply said on the way, the worst replies."""
    return exemples.samples(spec, _modele(spec.model_dump_json()))


def guesses(spec: Spec) -> dict[str, tuple[Any, ...]]:
    """Any reply, the longest."""
    return exemples.guesses(spec)
