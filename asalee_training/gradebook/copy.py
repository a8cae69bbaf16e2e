"""One copy, judged: from the bytes of an answers file to marks, and to the notebook that a referent reads.

Pure: no nbgrader, no kernel, no database. Whatever the bytes, a judged copy comes back.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from asalee_training import answers, scoring
from asalee_training.authoring.versions import Version
from asalee_training.content import lot, release, substitution
from asalee_training.content.grille import Grille
from asalee_training.content.models import Exercise, Instrument, Prose
from asalee_training.exercises.contract import Mark
from asalee_training.gradebook import manifest, rubric, words

# Answers remembered by a judge: short ones, and not for ever.
_COURT, _CONNUES = 400, 20_000
SUR_L_INSTRUMENT = "Ce que l’apprenante a vu de son patient"
SANS_REPONSES = "Aucune réponse n’accompagne cette copie."


def points(mark: Mark) -> float:
    """The only way from a mark to nbgrader's points: a plain float in ``[0, sur]``; what is not a number is 0."""
    try:
        value = float(mark.points)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    # Adding zero turns -0.0, which nbgrader would print as such, into 0.0.
    return min(max(value, 0.0), float(mark.sur)) + 0.0 if math.isfinite(value) else 0.0


@dataclass(frozen=True)
class JudgedCopy:
    """What her answers are worth.

    ``outputs`` and ``sources`` fill the released notebook, by cell id. ``problem`` is a French sentence when a person
    must look at the copy, "" otherwise.
    """

    answers: Mapping[str, Any]
    marks: Mapping[str, Mark]
    outputs: Mapping[str, list[dict[str, Any]]]
    sources: Mapping[str, str]
    problem: str = ""

    def scores(self) -> dict[str, float | None]:
        """nbgrader's automatic points by exercise; None for a text that a person must read."""
        return {nom: None if m.etat == "a_noter" else points(m) for nom, m in self.marks.items()}


@dataclass(frozen=True)
class _Seen:
    """What depends on the patient only: her key, and the outputs of texts and instruments."""

    index: int
    patient: Mapping[str, Any]
    key: scoring.Key
    outputs: Mapping[str, list[dict[str, Any]]]


@dataclass
class Judge:
    """Judges the copies of one version; what is common to the trainees who share a patient is worked out once."""

    version: Version
    grilles: Mapping[str, Grille] = field(default_factory=dict)
    _seen: dict[int, _Seen] = field(default_factory=dict)
    _known: dict[tuple[int, str, str], tuple[Mark, list[dict[str, Any]]]] = field(default_factory=dict)

    @cached_property
    def exercises(self) -> Mapping[str, Exercise]:
        """The exercises of the case, by name."""
        return self.version.case.exercices

    def prepare(self) -> None:
        """Work out the key of all 32 patients. Raises on a fault of the case, before any copy is touched."""
        for index in range(len(self.version.patients)):
            self._of(index)

    def index(self, apprenante: str) -> int:
        """Which patient is hers: from her id as the gradebook knows it, never from her copy."""
        case = self.version.case
        return lot.patient_index(apprenante, case.nom, case.entete.tirage)

    def patient(self, apprenante: str) -> Mapping[str, Any]:
        """Her patient."""
        return self._of(self.index(apprenante)).patient

    def judged(self, apprenante: str, data: bytes | None, bordereau: bytes | None = None) -> JudgedCopy:
        """Judge the bytes of her answers file (None: there is none). ``bordereau``: the bytes of ``copie.json``, if any."""
        seen = self._of(self.index(apprenante))
        reading = answers.parse(data) if data is not None else answers.Reading({}, SANS_REPONSES)
        problem, hers = manifest.check(bordereau, apprenante, self.version.assignment, data)
        given = {nom: a.valeur for nom, a in reading.reponses.items()} if hers else {}
        marks, outputs, sources, unread = {}, dict(seen.outputs), {}, []
        for nom, exercise in self.exercises.items():
            raw = given.get(nom)
            marks[nom], outputs[nom] = self._once(seen, exercise, raw)
            if exercise.type == "texte":
                if marks[nom].etat == "a_noter":
                    sources[f"{nom}-reponse"] = words.free_text(raw.replace("\x00", ""))
                elif marks[nom].etat == "illisible":
                    unread.append(f"Le texte de « {nom} » n’a pas pu être lu.")
        problem = " ".join(filter(None, [problem, reading.perdu, *unread]))
        return JudgedCopy(given, marks, outputs, sources, problem)

    def verdict(self, marks: Mapping[str, Mark]) -> scoring.Result:
        """Points and verdict of a whole copy."""
        return scoring.result(marks.values(), self.version.case.entete.seuil_validation)

    def titre(self, exercise: Exercise, patient: Mapping[str, Any]) -> str:
        """The question, as this trainee read it."""
        return substitution.render(exercise.titre, {"patient": patient})

    def _of(self, index: int) -> _Seen:
        if index not in self._seen:
            case, patient = self.version.case, self.version.patients[index]
            visible = release.visible(case, patient)
            outputs = {}
            for bloc in case.blocs:
                if isinstance(bloc, Prose) and substitution.references(bloc.markdown):
                    text = substitution.render(bloc.markdown, {"patient": patient})
                    outputs[bloc.id] = [_display(words.rendered(text), text, markdown=text)]
                elif isinstance(bloc, Instrument):
                    shown = words.recording(visible["instruments"][bloc.id])
                    plain = json.dumps(visible["instruments"][bloc.id], ensure_ascii=False)[:2000]
                    outputs[bloc.id] = [
                        _display(f"<details><summary>{SUR_L_INSTRUMENT}</summary>{shown}</details>", plain)
                    ]
            self._seen[index] = _Seen(index, patient, scoring.key(case, patient), outputs)
        return self._seen[index]

    def _once(self, seen: _Seen, exercise: Exercise, raw: Any) -> tuple[Mark, list[dict[str, Any]]]:
        """Judge and show one answer; trainees with the same patient and the same answer share the work."""
        said = repr(raw)
        place = (seen.index, exercise.nom, said)
        known = self._known.get(place)
        if known is None:
            mark = scoring.mark(seen.key, exercise, raw)
            known = (mark, self._outputs(exercise, mark, raw, seen.patient))
            if len(said) < _COURT and len(self._known) < _CONNUES:
                self._known[place] = known
        return known

    def _outputs(self, exercise: Exercise, mark: Mark, raw: Any, patient: Mapping[str, Any]) -> list[dict[str, Any]]:
        titre = self.titre(exercise, patient)
        if exercise.type == "texte":
            return [self._guide(exercise, titre, mark)]
        said = words.answer(exercise, raw, patient)
        worth = words.points(points(mark), mark.sur)
        grave = f" {words.GRAVITES[mark.gravite]}." if mark.gravite else ""
        shown = (
            f"<div class='asalee-exercice asalee-{mark.etat}'>"
            f"<p class='asalee-reponse'><strong>Réponse\u202f:</strong> {words.lines(said)}</p>"
            f"<p class='asalee-points'><strong>{words.ETATS[mark.etat]}</strong>, {worth}.{grave}</p>"
            f"<div class='asalee-retour'>{words.reason(mark)}{words.steps(mark)}</div></div>"
        )
        plain = f"{titre}\nRéponse : {said}\n{words.ETATS[mark.etat]}, {worth}.{grave}\n{mark.retour}"
        return [_display(shown, plain), _result(points(mark))]

    def _guide(self, exercise: Exercise, titre: str, mark: Mark) -> dict[str, Any]:
        """Above a text to read: what is expected, and the rubric. The question itself is in the prose above."""
        grille = self.grilles.get(exercise.spec.grille)
        table = rubric.table(grille) if grille else ""
        shown = (
            f"<div class='asalee-exercice'><div class='asalee-retour'>{words.rendered(mark.suite)}</div>{table}</div>"
        )
        return _display(shown, f"{titre}\n{mark.suite}")


def _display(shown: str, plain: str, markdown: str = "") -> dict[str, Any]:
    data = {"text/html": shown, "text/plain": plain}
    if markdown:
        data["text/markdown"] = markdown
    return {"data": data, "metadata": {}, "output_type": "display_data"}


def _result(value: float) -> dict[str, Any]:
    return {
        "data": {"text/plain": repr(value)},
        "execution_count": None,
        "metadata": {},
        "output_type": "execute_result",
    }
