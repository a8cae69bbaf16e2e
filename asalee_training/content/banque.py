"""Which questions may leave their story: « banque: true » in an exercise, told in French when it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from asalee_training.content.models import Case, Exercise

_PATIENT = re.compile(r"\{\{\s*patient\b")
TYPES = ("choix", "choix_multiple", "nombre")
# A question that points at something on the page is lost without the page.
_POINTS_AT = re.compile(
    r"\b(ci-dessus|ci-dessous|plus haut|plus bas|ci-contre"
    r"|(?:cette|la) (?:feuille|courbe|figure|fiche|situation|scène) (?:ci|présentée|montrée)"
    r"|sur (?:cette|ce|le|la) (?:feuille|courbe|figure|fiche|schéma|dessin|tracé))\b",
    re.I,
)


def faults(case: Case, exercise: Exercise) -> Iterator[str]:
    """Yield what keeps an exercise out of the bank, as French sentences; nothing for one that may enter."""
    spec = exercise.spec
    if case.mode == "evaluation":
        yield "« banque: true » donnerait la réponse d’une évaluation : réservez-le aux leçons et aux entraînements."
    if spec.type not in TYPES:
        yield f"« banque: true » ne convient qu’aux types {', '.join(TYPES)}."
        return
    attendu = getattr(spec, "attendu", None)
    computed = [attendu, *(e.si for e in getattr(spec, "erreurs", ()))]
    if any(part is not None and part.calcul for part in computed):
        yield "« banque: true » : la bonne réponse dépend du patient ; écrivez « attendu: {valeur: …} »."
    seen = [exercise.titre, spec.aide, spec.explication]
    for option in getattr(spec, "choix", ()):
        seen += [option.texte, option.retour]
    if any(_PATIENT.search(text) for text in seen):
        yield "« banque: true » : la question doit se comprendre sans le patient ; retirez les {{ patient.… }}."
    if match := next(filter(None, map(_POINTS_AT.search, seen)), None):
        yield f"« banque: true » : « {match[0]} » renvoie à une page que l’on ne verra pas. Dites tout dans la question."
    if not case.themes(exercise.nom):
        yield "« banque: true » demande « themes: »."
