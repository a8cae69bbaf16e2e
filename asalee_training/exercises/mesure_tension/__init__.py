"""``mesure_tension``: blood pressure at the office, or lying then standing, from the installation to what is said.

The raw answer is a session (see ``gestes``): « demander », « toilettes », « installer », « attendre », « tour_bras »,
« brassard », « bras », « mesurer », and for the test on standing « position » and « securiser »; for the conclusions,
what the case asks. Numbers are kept as they were typed. A gesture holds no figure: readings are replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from asalee_training.clinical import tension
from asalee_training.exercises import gestes
from asalee_training.exercises.calculs import MissingField
from asalee_training.exercises.contract import Key, Mark, Samples, Unreadable
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.gestes import Critere, Seance
from asalee_training.exercises.mesure_tension import cabinet, exemples, mots, orthostatisme
from asalee_training.exercises.mesure_tension import technique as judged
from asalee_training.exercises.mesure_tension.suite import dire
from asalee_training.simulation import mesures_tension, seance_tension

#: A class of the office pressure from which a home measure is accepted, though not asked for.
PRESQUE = "normale_haute"


class Spec(BaseSpec):
    """One act, at a first visit, with an automatic device and three cuffs."""

    type: Literal["mesure_tension"] = Field(description="Une mesure de la tension, à faire.")
    acte: Literal["cabinet", "orthostatisme"] = Field(
        description="cabinet : assis, aux deux bras ; orthostatisme : couché, puis debout à 1 et 3 minutes."
    )
    conclure: tuple[str, ...] = Field(
        default=(),
        strict=False,
        description="Ce qu’il faut conclure ; rien d’écrit : tout. "
        + " ; ".join(f"{acte} : {', '.join(parts)}" for acte, parts in mots.PARTIES.items())
        + ".",
    )

    @property
    def parties(self) -> tuple[str, ...]:
        return self.conclure or tuple(mots.PARTIES[self.acte])


def validate(spec: Spec) -> list[str]:
    """A part belongs to the act, and is asked once."""
    known = mots.PARTIES[spec.acte]
    problems = [
        f"« conclure: » : {part} n’est pas une partie de « {spec.acte} » ; les parties sont {', '.join(known)}."
        for part in dict.fromkeys(spec.conclure)
        if part not in known
    ]
    doubles = sorted({part for part in spec.conclure if spec.conclure.count(part) > 1})
    return problems + [f"« conclure: » contient deux fois {part}." for part in doubles]


def public(spec: Spec) -> dict[str, Any]:
    """Return what may be done and asked, and what is to be concluded."""
    return dict(mots.public(spec.acte, spec.parties))


def recording(spec: Spec, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Return every reading that a hand may obtain, careful or not, and every answer."""
    return seance_tension.record(patient, spec.acte)


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return what ``clinical.tension`` says of this patient's careful readings. Raises ``MissingField``."""
    for champ in (*seance_tension.COMMUNS, *seance_tension.CHAMPS[spec.acte]):
        if champ not in patient:
            raise MissingField(champ)
    key = {
        "seance": recording(spec, patient),
        "conclure": list(spec.parties),
        "brassard": mesures_tension.brassard(patient["tour_bras_cm"]),
    }
    return Key(key | (_cabinet(patient) if spec.acte == "cabinet" else _orthostatisme(patient)))


def _cabinet(patient: Mapping[str, Any]) -> dict[str, Any]:
    readings = patient["mesures_cabinet"]
    moyenne = mesures_tension.moyenne_cabinet(readings)
    chiffres = (moyenne.pas_mmhg, moyenne.pad_mmhg)
    severe, plaintes = tension.severe(*chiffres), bool(patient["plaintes_tension"])
    if severe:
        suite = ["immediat"] if plaintes else ["immediat", "jour_meme"]
    elif tension.a_confirmer_hors_cabinet(*chiffres):
        suite = ["automesure"]
    else:
        suite = ["programme", *(["automesure"] if tension.classe_cabinet(*chiffres) == PRESQUE else [])]
    return {
        "chiffres": list(chiffres),
        "bras": list(mesures_tension.bras(readings)),
        "ecart": "signaler" if mesures_tension.comparaison(readings).lecture == "a_explorer" else "banal",
        "niveau": str(tension.grade_cabinet(*chiffres)),
        "severe": severe,
        "plaintes": plaintes,
        "suite": suite,
    }


def _orthostatisme(patient: Mapping[str, Any]) -> dict[str, Any]:
    positive = mesures_tension.lever(patient["mesures_orthostatiques"]).positive
    return {
        "positive": positive,
        "malaise": patient["malaise_debout"],
        "suite": ["jour_meme", "quelques_jours"] if positive else ["programme"],
    }


def parse(spec: Spec, raw: Any) -> Seance:
    """Read the session. A cuff is chosen and placed before it is inflated; a number is written as a number."""
    seance = gestes.lire(raw, mots.connus(spec.acte), mots.conclusions(spec.acte, spec.parties))
    etats, attentes, places = mots.points(spec.acte), mots.ATTENTES[spec.acte], set()
    for geste in seance.gestes:
        if geste["g"] == "installer" and geste["etat"] not in etats[geste["point"]]:
            raise Unreadable(gestes.ILLISIBLE)
        if geste["g"] == "attendre" and (geste["minutes"] not in attentes or not isinstance(geste["minutes"], int)):
            raise Unreadable(gestes.ILLISIBLE)
        if geste["g"] == "mesurer" and places < {"brassard", "bras"}:
            raise Unreadable(gestes.ILLISIBLE)
        places |= {geste["g"]} & {"brassard", "bras"}
    typed = {nom: mots.nombre(nom, texte) for nom, texte in seance.conclusion.items() if nom in mots.NOMBRES}
    return replace(seance, conclusion={**seance.conclusion, **typed})


def grade(spec: Spec, key: Key, answer: Seance) -> Mark:
    """Judge the session criterion by criterion."""
    reussi = "Votre mesure est bien faite, et ce que vous en concluez est juste."
    return gestes.juger(spec.points, criteres(key, answer), spec.explication, reussi)


def criteres(key: Key, seance: Seance) -> Iterator[Critere]:
    """Everything that is judged, in the order of the act."""
    examen = judged.regarder(seance, key.attendu)
    au_cabinet = key.attendu["seance"]["acte"] == "cabinet"
    yield from judged.accueil(examen)
    if au_cabinet:
        yield judged.repos(examen)
        yield judged.symptomes(examen)
    yield from judged.installation(examen)
    yield from judged.brassard(examen)
    act = cabinet if au_cabinet else orthostatisme
    yield from act.mesures(examen)
    yield from act.conclusions(examen)
    if "dire" in key.attendu["conclure"]:
        yield dire(examen)


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return how many readings were taken, and what was concluded."""
    for acte, parts in mots.PARTIES.items():
        try:
            seance = gestes.lire(raw, mots.connus(acte), mots.conclusions(acte, tuple(parts)))
        except Unreadable:
            continue
        return _words(seance, mots.questions(acte, tuple(parts)))
    return None


def _words(seance: Seance, parts: list[dict[str, Any]]) -> str:
    said = [f"Mesures : {len(seance.tous('mesurer'))}"]
    for part in parts:
        for question in part["questions"]:
            donne = seance.conclusion.get(question["nom"])
            titre = question["titre"] or part["titre"]
            if isinstance(donne, str):
                texte = dict(question["options"]).get(donne, donne)
                unite = f" {question['unite']}" if question["unite"] else ""
                said.append(f"{titre} : {texte}{unite}")
            elif donne:
                said.append(titre)
    return " ; ".join(said) + "."


def samples(spec: Spec, key: Key) -> Samples:
    """A perfect session written in two ways; one fault at a time; what cannot have been done."""
    return exemples.samples(spec.acte, key.attendu)
