"""``cotation_test``: a score sheet to fill from what is seen and heard, once the conditions of the day are checked.

The raw answer is a session: ``verifier`` a condition, ``demander`` the second step, ``coter`` an item; and a conclusion:
the total or category that she writes, its reading, what she does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.clinical import cognition, reference_data
from asalee_training.exercises import gestes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.cotation_test import exemples as cotation_exemples
from asalee_training.exercises.cotation_test import lecture as cotation_lecture
from asalee_training.exercises.cotation_test.constats import constats
from asalee_training.exercises.cotation_test.criteres import criteres
from asalee_training.exercises.cotation_test.feuilles import A_TRANSMETTRE, CONDITIONS, CONDUITES, FEUILLES, Feuille
from asalee_training.simulation import horloges, materiel_cognition

ETATS = ("remplie", "non_remplie", "sans_objet")
#: Time of the clock of each test; where there is none, the one of the patient's own drawing.
HEURES = {"codex": "03:25", "minicog": "11:10", "gpcog": "11:10"}


class Spec(BaseSpec):
    """A test of this patient to score."""

    type: Literal["cotation_test"] = Field(description="Une feuille de cotation à remplir.")
    test: Literal["horloge_7", "horloge_4", "codex", "minicog", "gpcog", "cinq_mots", "iadl4", "mini_gds"] = Field(
        description="Le test à coter."
    )
    heure: str = Field(default="", description="Horloge : l’heure demandée (11:10, 15:40, 10:15 ou 03:25).")
    erreurs_dessin: tuple[str, ...] | None = Field(
        default=None, strict=False, description="Horloge : les erreurs du dessin ; sans cette clé, celles du patient."
    )
    conditions: tuple[str, ...] | None = Field(
        default=None, strict=False, description="Les conditions à vérifier avant de coter ; [] pour aucune."
    )


def validate(spec: Spec) -> list[str]:
    """Check the clock and the conditions that the author chose."""
    problems = []
    clock = spec.test in materiel_cognition.HORLOGES
    if not clock and (spec.heure or spec.erreurs_dessin is not None):
        problems.append(f"« {spec.test} » n’a pas d’horloge : retirez « heure: » et « erreurs_dessin: ».")
    elif clock:
        problems += horloges.refus(_heure(spec) or horloges.HEURES[0], spec.erreurs_dessin or ())
        wanted = HEURES.get(spec.test)
        if wanted and spec.heure not in ("", wanted):
            problems.append(f"« {spec.test} » se dessine à {wanted} : retirez « heure: ».")
    chosen = _conditions(spec)
    unknown = [nom for nom in chosen if nom not in CONDITIONS]
    useless = [nom for nom in chosen if nom in FEUILLES[spec.test].inutiles]
    if unknown:
        problems.append(f"conditions inconnues : {', '.join(unknown)}. Connues : {', '.join(CONDITIONS)}.")
    if useless:
        problems.append(f"{', '.join(useless)} : sans effet sur « {spec.test} », retirez-le.")
    if len(set(chosen)) != len(chosen):
        problems.append("une condition est écrite deux fois.")
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the sheet, empty: items, values, readings and conducts on offer, conditions to check."""
    sheet = _feuille(spec)
    table = {row["nom"]: row for row in reference_data.rows("cognition_conditions")}
    return {
        "test": spec.test,
        "feuille": sheet.titre,
        "items": [
            {"id": item.nom, "libelle": item.libelle, "valeurs": [list(v) for v in item.valeurs], "suite": item.suite}
            for item in sheet.items
        ],
        "maximum": sheet.maximum,
        "categories": list(sheet.categories),
        "lectures": [list(pair) for pair in sheet.lectures.items()],
        "conduites": [[nom, CONDUITES[nom]] for nom in sheet.conduites],
        "suite": sheet.suite,
        "conditions": [
            {"id": nom, "libelle": table[nom]["attendu"], "sans_objet": table[nom]["sans_objet_possible"] == "oui"}
            for nom in _conditions(spec)
        ],
    }


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is seen and heard."""
    return _with_fields(
        spec,
        patient,
        lambda: materiel_cognition.materiel(spec.test, patient, _heure(spec), spec.erreurs_dessin, _conditions(spec)),
    )


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the values of the items with the sentence that explains each, what they give, and the unmet conditions."""
    faits = _with_fields(
        spec, patient, lambda: materiel_cognition.faits(spec.test, patient, _heure(spec), spec.erreurs_dessin)
    )
    found = constats(spec.test, faits)
    states = {nom: patient["conditions"][nom] for nom in _conditions(spec)}
    lues = cognition.conditions_passation(states)
    result = cotation_lecture.lire(spec.test, {nom: value for nom, (value, _) in found.items()})
    invalid = [nom for nom in lues.non_remplies if nom not in A_TRANSMETTRE]
    if invalid:
        # A sad answer is heard today, whatever was missing; the rest can wait for good conditions.
        wait = "question" if result["conduite"] == "question" else "refaire"
        result |= {"lecture": "non_interpretable", "conduite": "medecin_jour" if lues.bloquantes else wait}
    return Key(
        {
            **result,
            "items": {nom: list(pair) for nom, pair in found.items()},
            "etats": states,
            "que_faire": dict(lues.que_faire),
            "bloquee": bool(lues.bloquantes),
            "invalide": bool(invalid),
        }
    )


def parse(spec: Spec, raw: Any) -> gestes.Seance:
    """Read a session; values that this sheet does not offer, or a second step that was not asked for, cannot be."""
    sheet = _feuille(spec)
    values = {value for item in sheet.items for value, _ in item.valeurs}
    known: dict[str, dict[str, gestes.Champ]] = {"coter": {"item": sheet.noms, "valeur": tuple(sorted(values))}}
    if _conditions(spec):
        known["verifier"] = {"condition": _conditions(spec), "etat": ETATS}
    if sheet.suite:
        known["demander"] = {}
    conclusions: dict[str, gestes.Champ] = {"lecture": tuple(sheet.lectures), "conduite": sheet.conduites}
    conclusions["total"] = sheet.categories if sheet.maximum is None else (0, sheet.maximum)
    seance = gestes.lire(raw, known, conclusions)
    asked = seance.rang("demander")
    for rank, geste in enumerate(seance.gestes):
        if geste["g"] == "coter":
            item = sheet.item(geste["item"])
            if geste["valeur"] not in dict(item.valeurs) or (item.suite and rank < asked):
                raise Unreadable(gestes.ILLISIBLE)
    total = seance.conclusion.get("total", 0)
    if isinstance(total, float) and total != int(total):
        raise Unreadable("Le total s’écrit en nombre entier.")
    return seance


def grade(spec: Spec, key: Key, answer: gestes.Seance) -> Mark:
    """Judge conditions, items, total, reading and conduct."""
    return gestes.juger(
        spec.points,
        criteres(spec.test, key.attendu, answer),
        spec.explication,
        "Conditions vérifiées, cotation exacte, conduite adaptée.",
    )


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the sheet as it was filled."""
    return cotation_exemples.mots(FEUILLES[spec.test], raw) if isinstance(raw, Mapping) else None


def samples(spec: Spec, key: Key) -> Samples:
    """A perfect session, and one session for each thing that can be missed."""
    return cotation_exemples.samples(spec.test, key.attendu)


def _feuille(spec: Spec) -> Feuille:
    return FEUILLES[spec.test]


def _heure(spec: Spec) -> str:
    return HEURES.get(spec.test, spec.heure)


def _conditions(spec: Spec) -> tuple[str, ...]:
    return _feuille(spec).conditions if spec.conditions is None else spec.conditions


def _with_fields(spec: Spec, patient: Mapping[str, Any], read: Callable[[], Any]) -> Any:
    """Run ``read`` once every patient field that this exercise reads is there; ``MissingField`` otherwise."""
    needed = ["sexe", *materiel_cognition.CHAMPS[spec.test]]
    if spec.erreurs_dessin is not None:  # the drawing is made from the chosen errors
        needed.remove("horloge_dessin")
    needed += ["conditions"] if _conditions(spec) else []
    for field in needed:
        if field not in patient:
            raise MissingField(field)
    return read()
