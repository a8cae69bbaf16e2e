"""What the types on which one acts share: a log of finished gestures, and the criteria by which it is judged.

The raw answer is ``{"gestes": [{"g": "appliquer", "t": 1200, …}, …], "conclusion": {…}}``. ``t`` is the time in
milliseconds that the page declares: it orders and is shown, it never raises a mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.exercises.contract import Etape, Gravite, Mark, Unreadable, graded

GESTES_MAX = 500
TEMPS_MAX_MS = 24 * 3600 * 1000
#: What a field of a gesture may hold: words, two bounds, bool, or another tuple of words with « * »: several.
Champ = tuple | type
#: Share of the points left by a « majeure » fault: under the 60 % from which a case is passed unless it says otherwise.
PART_APRES_MAJEURE = 0.5
A_REFAIRE = "L’acte est à refaire : il ne vaut pas plus de la moitié de ses points (convention pédagogique)."
ILLISIBLE = "Cette séance contient un geste qui ne peut pas être lu : recommencez-la."


@dataclass(frozen=True)
class Seance:
    """A session as read: finished gestures in order, and what she concluded."""

    gestes: tuple[Mapping[str, Any], ...]
    conclusion: Mapping[str, Any]

    def tous(self, *noms: str) -> tuple[Mapping[str, Any], ...]:
        """Gestures of these names, in order."""
        return tuple(geste for geste in self.gestes if geste["g"] in noms)

    def fait(self, nom: str) -> bool:
        return any(geste["g"] == nom for geste in self.gestes)

    def rang(self, nom: str) -> int:
        """Place of the first gesture of this name; after all others when it was never made."""
        return next((i for i, geste in enumerate(self.gestes) if geste["g"] == nom), len(self.gestes))


@dataclass(frozen=True)
class Critere:
    """One thing that is judged. ``acquis`` is None where this session does not call for it.

    ``libelle`` names it after « à reprendre : »; a ``gravite`` weighs only when the criterion is missed. So does
    ``majeure``: short of a danger, the sentence for a fault after which the act must be done again.
    """

    libelle: str
    acquis: bool | None
    fait: str
    attendu: str
    pourquoi: str = ""
    poids: float = 1
    gravite: Gravite | None = None
    majeure: str = ""


def lire(raw: Any, connus: Mapping[str, Mapping[str, Champ]], conclusions: Mapping[str, Champ]) -> Seance:
    """Read a session; raises ``Unreadable``.

    connus: for each gesture, its fields: a tuple of accepted words, ``(low, high)`` numbers, or ``bool``.
    conclusions: likewise for what may be concluded; a conclusion that is missing or null was not drawn.
    """
    if not isinstance(raw, Mapping) or not isinstance(raw.get("gestes"), list):
        raise Unreadable("Commencez la séance : aucun geste n’est noté.")
    given = raw.get("conclusion") or {}
    if len(raw["gestes"]) > GESTES_MAX:
        raise Unreadable(f"Cette séance compte plus de {GESTES_MAX} gestes : recommencez-la.")
    if not isinstance(given, Mapping) or not set(given) <= set(conclusions):
        raise Unreadable("Une conclusion de cette séance ne peut pas être lue : reprenez-la.")
    gestes, avant = [], 0
    for geste in raw["gestes"]:
        if not isinstance(geste, Mapping) or not isinstance(geste.get("g"), str) or geste["g"] not in connus:
            raise Unreadable(ILLISIBLE)
        champs = connus[geste["g"]]
        if set(geste) != {"g", "t", *champs} or not all(_holds(geste[nom], champ) for nom, champ in champs.items()):
            raise Unreadable(ILLISIBLE)
        if not _holds(geste["t"], (avant, TEMPS_MAX_MS)):
            raise Unreadable(ILLISIBLE)
        avant = geste["t"]
        gestes.append(dict(geste))
    kept = {nom: valeur for nom, valeur in given.items() if valeur is not None}
    if not all(_holds(valeur, conclusions[nom]) for nom, valeur in kept.items()):
        raise Unreadable("Une conclusion de cette séance ne peut pas être lue : reprenez-la.")
    if not gestes and not kept:
        raise Unreadable("Commencez la séance : aucun geste n’est noté.")
    return Seance(tuple(gestes), kept)


def _holds(value: Any, champ: Champ) -> bool:
    if champ is bool:
        return isinstance(value, bool)
    if champ is str:
        return isinstance(value, str) and len(value) <= 2000
    if champ and isinstance(champ[0], str):
        return isinstance(value, str) and value in champ
    low, high = champ
    return isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def changee(session: Mapping[str, Any], quoi: Mapping[str, Any], **champs: Any) -> dict[str, Any]:
    """A raw session where the gestures that hold ``quoi`` have other fields; without fields, they are gone."""
    kept = []
    for geste in session["gestes"]:
        if not quoi.items() <= geste.items():
            kept.append(geste)
        elif champs:
            kept.append({**geste, **champs})
    return {**session, "gestes": kept}


def juger(sur: float, criteres: Iterable[Critere], explication: str, reussi: str) -> Mark:
    """Mark a session by its criteria: the share of their weights, and a line of feedback for each.

    The lines come in the order in which they are read: the grave first, then what is to be worked on, then what was right.

    A missed criterion that is grave makes the mark grave: « dangereux » before « hors_champ ». One that is « majeure »
    leaves at most ``PART_APRES_MAJEURE`` of the points, and the feedback begins with its sentence.
    """
    appelles = [critere for critere in criteres if critere.acquis is not None]
    manques = [critere for critere in appelles if not critere.acquis]
    total = sum(critere.poids for critere in appelles)
    share = 1.0 if not manques else sum(c.poids for c in appelles if c.acquis) / total
    majeures = dict.fromkeys(critere.majeure for critere in manques if critere.majeure)
    if majeures:
        share = min(share, PART_APRES_MAJEURE)
    graves = {critere.gravite for critere in manques if critere.gravite}
    gravite: Gravite | None = "dangereux" if "dangereux" in graves else "hors_champ" if graves else None
    retour = reussi
    if manques:
        retour = (
            f"Points de contrôle réussis : {len(appelles) - len(manques)} sur {len(appelles)}.\n\n"
            f"À reprendre : {' ; '.join(critere.libelle for critere in manques)}."
        )
    if majeures:  # a grave fault leaves less: only the sentence then
        retour = f"**Faute majeure.** {' '.join([*majeures, *([] if graves else [A_REFAIRE])])}\n\n{retour}"
    etapes = (Etape(c.fait, c.attendu, bool(c.acquis), c.pourquoi, None if c.acquis else c.gravite) for c in appelles)
    lues = sorted(etapes, key=lambda etape: (etape.juste, etape.gravite is None))
    return graded(sur * share, sur, retour, explication, gravite, tuple(lues))
