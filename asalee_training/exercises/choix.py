"""``choix``: one option among several. The raw answer is the option's identifier."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises import calculs
from asalee_training.exercises.calculs.confusions import confusions as wrong_turns
from asalee_training.exercises.contract import (
    DERNIER,
    HASARD,
    PLUS_LONG,
    PREMIER,
    Attendu,
    Gravite,
    Key,
    Mark,
    Mutant,
    Samples,
    Strict,
    Unreadable,
    graded,
    option_id,
    plain,
)
from asalee_training.exercises.contract import Spec as BaseSpec
from asalee_training.exercises.scope import Acte

#: How much of an option's text is enough to find its line.
LIGNE = 30


class Option(Strict):
    """One answer on offer, with the reason shown to whoever chooses it."""

    texte: str = Field(min_length=1, description="Ce que lit l’apprenante.")
    retour: str = Field(min_length=1, description="Pourquoi cette réponse est juste ou fausse.")
    juste: bool = Field(default=False, description="Vrai pour la bonne réponse.")
    valeur: Any = Field(
        default=None, description="La valeur comparée au calcul, quand la bonne réponse dépend du patient."
    )
    points: float = Field(default=0, ge=0, description="Des points partiels pour une réponse défendable.")
    gravite: Gravite | None = Field(
        default=None, description="dangereux ou hors_champ : aucun autre point ne le rachète."
    )
    acte: Acte | None = Field(
        default=None, description="L’acte que cette réponse revient à faire, comparé à la table du champ."
    )

    @property
    def id(self) -> str:
        return option_id(self.texte)


Ordre = Literal["melange", "ecrit"]
ORDRE: Any = Field(
    default="melange",
    description="melange : chaque apprenante a le sien ; ecrit : celui de ce fichier, pour ce qui se range (1, 2, 3…).",
)


class Spec(BaseSpec):
    """A single choice; ``attendu.calcul`` makes the right option follow the patient."""

    type: Literal["choix"] = Field(description="Une seule réponse parmi plusieurs.")
    choix: tuple[Option, ...] = Field(min_length=2, strict=False, description="Les réponses proposées.")
    attendu: Attendu | None = Field(default=None, description="À écrire quand la bonne réponse dépend du patient.")
    ordre: Ordre = ORDRE


def validate(spec: Spec) -> list[str]:
    """Check what the schema cannot: exactly one right option, distinct texts and values."""
    problems = duplicate_texts(spec.choix)
    if spec.attendu is None:
        right = sum(o.juste for o in spec.choix)
        if right != 1:
            problems.append(f"il faut exactement une réponse « juste: true » ; il y en a {right}.")
    else:
        problems += check_attendu(spec.attendu)
        if any(o.juste for o in spec.choix):
            problems.append(
                "avec « attendu: », retirez « juste: » : la bonne réponse est calculée pour chaque patient."
            )
        values = [o.valeur for o in spec.choix]
        if None in values or len({repr(v) for v in values}) != len(values):
            problems.append("avec « attendu: », chaque réponse porte une « valeur: » différente.")
        elif spec.attendu.valeur is not None and spec.attendu.valeur not in values:
            problems.append(f"aucune réponse ne porte la valeur attendue {spec.attendu.valeur!r}.")
    for option in spec.choix:
        if option.points > spec.points:
            problems.append(f"« {option.texte} » vaut plus de points que l’exercice.")
        if option.gravite and (option.juste or option.points):
            problems.append(f"« {option.texte} » est à la fois grave et récompensée : choisissez.")
    return problems


def duplicate_texts(options: tuple[Option, ...]) -> list[str]:
    """Two options with the same text cannot be told apart."""
    texts = [plain(o.texte).casefold() for o in options]
    return [f"la réponse « {t} » est écrite deux fois." for t in sorted({t for t in texts if texts.count(t) > 1})]


def check_attendu(attendu: Attendu) -> list[str]:
    """A computed answer needs an existing computation and its witness; a written one needs a value."""
    if attendu.calcul is None:
        return [] if attendu.valeur is not None else ["« attendu: » demande « valeur: » ou « calcul: »."]
    if attendu.valeur is not None:
        return ["« attendu: » porte « valeur: » et « calcul: » : gardez l’un des deux."]
    if attendu.temoin is None:
        return ["écrivez « temoin: », le résultat que vous avez calculé à la main pour le patient témoin."]
    return []


def public(spec: Spec) -> dict[str, Any]:
    """Return the options without their reasons, values or gravity, in an order that tells nothing."""
    return shown(spec.choix, spec.ordre == "melange" and spec.attendu is None)


def shown(options: Sequence[Option], melange: bool) -> dict[str, Any]:
    """Return what is shown of options. Authors write the right one first: a mixed order tells nothing, here or on the page,
    where each trainee has her own."""
    placed = sorted(options, key=lambda o: o.id) if melange else options
    return {"choix": [{"id": o.id, "texte": o.texte} for o in placed], "melange": melange}


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the identifier of the right option for this patient."""
    if spec.attendu is None:
        return Key(next(o.id for o in spec.choix if o.juste))
    value = calculs.compute(spec.attendu.calcul, patient) if spec.attendu.calcul else spec.attendu.valeur
    for option in spec.choix:
        if option.valeur == value and isinstance(option.valeur, bool) == isinstance(value, bool):
            return Key(option.id)
    raise ValueError(f"aucune réponse ne porte la valeur {value!r}, qui est la bonne pour ce patient.")


def parse(spec: Spec, raw: Any) -> str:
    """Read an option identifier; raises ``Unreadable`` for anything else."""
    if not isinstance(raw, str) or raw not in {o.id for o in spec.choix}:
        raise Unreadable("Choisissez l’une des réponses proposées.")
    return raw


def grade(spec: Spec, key: Key, answer: str) -> Mark:
    """Give all points for the right option, the option's own points otherwise."""
    option = next(o for o in spec.choix if o.id == answer)
    points = spec.points if answer == key.attendu else option.points
    return graded(
        points, spec.points, option.retour, spec.explication, None if answer == key.attendu else option.gravite
    )


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the text of the option."""
    return chosen_texts(spec, [raw], fill)


def chosen_texts(spec: Any, ids: Any, fill: Callable[[str], str]) -> str | None:
    """Return the texts of options, "" for none; ``None`` when one of them is not known."""
    texts = {option.id: option.texte for option in spec.choix}
    if not isinstance(ids, list) or not all(isinstance(ident, str) and ident in texts for ident in ids):
        return None
    return " ; ".join(fill(texts[ident]) for ident in ids)


def mutant(option: Option, raw: Any, nom: str = "") -> Mutant:
    """The wrong answer that this option is, with the reason and the gravity that it declares."""
    return Mutant(
        nom or f"« {option.texte} »", raw, retour=option.retour, gravite=option.gravite, ou=option.texte[:LIGNE]
    )


def samples(spec: Spec, key: Key) -> Samples:
    """The right option; every other one."""
    return Samples(
        right=(key.attendu,),
        wrong=tuple(mutant(o, o.id) for o in spec.choix if o.id != key.attendu),
        unreadable=("", "zzzzzzzz", None, 3, ["x"], float("nan"), {"id": key.attendu}),
    )


def confusions(spec: Spec, key: Key, patient: Mapping[str, Any]) -> Iterator[Mutant]:
    """The option that a wrong turn of the computation leads to; where it is the right one, the patient does not tell."""
    if spec.attendu is None or not spec.attendu.calcul:
        return
    for nom, value in wrong_turns(spec.attendu.calcul, patient):
        for option in spec.choix:
            if option.valeur == value and isinstance(option.valeur, bool) == isinstance(value, bool):
                yield replace(mutant(option, option.id, nom), retour="" if option.id == key.attendu else option.retour)


def guesses(spec: Spec) -> dict[str, tuple[Any, ...]]:
    """Any option; the longest to read; the first and the last, where they are the same for all."""
    page = public(spec)
    ids = tuple(o["id"] for o in page["choix"])
    longest = max(spec.choix, key=lambda o: len(o.texte)).id
    return {HASARD: ids, PLUS_LONG: (longest,), **by_place(page, ids[:1], ids[-1:])}


def by_place(page: Mapping[str, Any], first: tuple[Any, ...], last: tuple[Any, ...]) -> dict[str, tuple[Any, ...]]:
    """What always taking the first or the last answers; where each trainee has her own order, that is any answer."""
    return {} if page["melange"] else {PREMIER: first, DERNIER: last}
