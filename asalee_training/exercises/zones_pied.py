"""``zones_pied``: sites to point at on a drawing of both feet.

The raw answer is ``{"zones": ["droit.hallux"], "aucune": false}``; « aucune » says that no site is meant, which is
not the same as no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from pydantic import Field

from asalee_training.exercises import calculs
from asalee_training.exercises.calculs.confusions import confusions as wrong_turns
from asalee_training.exercises.choix import check_attendu
from asalee_training.exercises.choix_multiple import any_ticks
from asalee_training.exercises.contract import (
    A_REMPLIR,
    DERNIER,
    HASARD,
    PREMIER,
    TOUT,
    Attendu,
    Gravite,
    Key,
    Mark,
    Mutant,
    Samples,
    Strict,
    Unreadable,
    graded,
)
from asalee_training.exercises.contract import Spec as BaseSpec

LIBELLES = {
    "hallux": "pulpe du gros orteil",
    "meta1": "tête du 1er métatarsien",
    "meta5": "tête du 5e métatarsien",
}
ZONES: tuple[str, ...] = tuple(f"{pied}.{site}" for pied in ("droit", "gauche") for site in LIBELLES)


class Si(Strict):
    """When a foreseen error applies."""

    calcul: str | None = Field(default=None, description="Le calcul qui donne les sites faux prévus.")
    zones: tuple[str, ...] | None = Field(default=None, strict=False, description="Les sites faux prévus.")
    oubli: bool = Field(default=False, description="Vrai : il manque au moins un site.")


class Erreur(Strict):
    """A foreseen error with its own feedback."""

    si: Si = Field(description="Les sites faux que vous avez prévus.")
    retour: str = Field(min_length=1, description="Ce que vous dites à qui fait cette erreur.")
    gravite: Gravite | None = Field(default=None, description="dangereux ou hors_champ.")


class Spec(BaseSpec):
    """Sites of both feet, among the three reference sites of the monofilament."""

    type: Literal["zones_pied"] = Field(description="Des sites à désigner sur le dessin des deux pieds.")
    attendu: Attendu = Field(description="Les sites attendus.")
    erreurs: tuple[Erreur, ...] = Field(
        default=(), strict=False, description="Les erreurs prévues, une au moins.", json_schema_extra=A_REMPLIR
    )


def validate(spec: Spec) -> list[str]:
    """Check zone names and foreseen errors."""
    problems = check_attendu(spec.attendu)
    written = [spec.attendu.valeur, spec.attendu.temoin, *(e.si.zones for e in spec.erreurs)]
    for zones in written:
        if zones is None:
            continue
        if not isinstance(zones, (list, tuple)) or not set(zones) <= set(ZONES):
            problems.append(f"les sites s’écrivent {', '.join(ZONES)} ; « {zones} » ne convient pas.")
    for erreur in spec.erreurs:
        given = [erreur.si.calcul is not None, erreur.si.zones is not None, erreur.si.oubli]
        if sum(given) != 1:
            problems.append("chaque erreur prévue porte un seul de « calcul: », « zones: » ou « oubli: true ».")
    return problems


def public(spec: Spec) -> dict[str, Any]:
    """Return the zones and their French names."""
    return {"zones": [{"id": z, "libelle": libelle(z)} for z in ZONES]}


def libelle(zone: str) -> str:
    """Name a zone in French: « pied droit, pulpe du gros orteil »."""
    pied, site = zone.split(".")
    return f"pied {pied}, {LIBELLES[site]}"


def expected(spec: Spec, patient: Mapping[str, Any]) -> Key:
    """Return the sorted zones, and for each foreseen error its zones (``"oubli"`` for an omission)."""
    value = calculs.compute(spec.attendu.calcul, patient) if spec.attendu.calcul else spec.attendu.valeur
    erreurs = []
    for erreur in spec.erreurs:
        if erreur.si.oubli:
            erreurs.append("oubli")
        else:
            wrong = calculs.compute(erreur.si.calcul, patient) if erreur.si.calcul else erreur.si.zones
            erreurs.append(sorted(wrong))
    return Key(sorted(value), tuple(erreurs))


def parse(spec: Spec, raw: Any) -> tuple[str, ...]:
    """Read the zones; an empty list needs « aucune », and « aucune » needs an empty list."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("zones"), list):
        raise Unreadable("Désignez les sites sur le dessin, ou cochez « Aucun site ».")
    zones = raw["zones"]
    if any(not isinstance(z, str) or z not in ZONES for z in zones) or len(set(zones)) != len(zones):
        raise Unreadable("Désignez les sites sur le dessin des pieds.")
    if (raw.get("aucune") is True) == bool(zones):
        raise Unreadable("Désignez au moins un site, ou cochez « Aucun site », mais pas les deux.")
    return tuple(sorted(zones))


def grade(spec: Spec, key: Key, answer: tuple[str, ...]) -> Mark:
    """Score (found - in excess) / expected; all or nothing where no site is expected."""
    right, given = set(key.attendu), set(answer)
    if given == right:
        return graded(spec.points, spec.points, "Ce sont les bons sites.", spec.explication)
    ratio = (len(right & given) - len(given - right)) / len(right) if right else 0
    for erreur, wrong in zip(spec.erreurs, key.erreurs, strict=True):
        if (wrong == "oubli" and right - given) or wrong == sorted(given):
            return graded(ratio * spec.points, spec.points, erreur.retour, spec.explication, erreur.gravite)
    groups = (("Oublié", right - given), ("En trop", given - right))
    parts = [f"{word} : {' ; '.join(libelle(z) for z in ZONES if z in zones)}." for word, zones in groups if zones]
    return graded(ratio * spec.points, spec.points, "\n\n".join(parts), spec.explication)


def _raw(zones: list[str]) -> dict[str, Any]:
    return {"zones": zones, "aucune": not zones}


def words(spec: Any, raw: Any, fill: Callable[[str], str]) -> str | None:
    """Return the names of the sites."""
    if not isinstance(raw, Mapping) or not isinstance(raw.get("zones"), list):
        return None
    zones = raw["zones"]
    if not all(isinstance(zone, str) and zone in ZONES for zone in zones):
        return None
    return " ; ".join(map(libelle, zones)) or "Aucun site"


def samples(spec: Spec, key: Key) -> Samples:
    """The right sites in both orders; none, all, each one missing, each other one more, the foreseen errors."""
    right = list(key.attendu)
    wrong = [Mutant("Aucun site", _raw([])), Mutant("Tous les sites", _raw(list(ZONES)))]
    wrong += [Mutant(f"Oublié : {libelle(z)}", _raw([r for r in right if r != z])) for z in right if len(right) > 1]
    wrong += [Mutant(f"En trop : {libelle(z)}", _raw([*right, z])) for z in ZONES if z not in right]
    for erreur, zones in zip(spec.erreurs, key.erreurs, strict=True):
        if zones != "oubli":
            nom = f"Erreur prévue : {_named(erreur.si)}"
            wrong.append(Mutant(nom, _raw(zones), retour=erreur.retour, gravite=erreur.gravite, ou="erreurs"))
    return Samples(
        right=(_raw(right), _raw(right[::-1])),
        wrong=tuple(wrong),
        unreadable=(
            None,
            [],
            {"zones": []},
            {"zones": ["droit.talon"], "aucune": False},
            {"zones": ["droit.hallux"], "aucune": True},
            {"zones": [1]},
            {"zones": ["droit.hallux", "droit.hallux"]},
            float("nan"),
        ),
    )


def _named(si: Si) -> str:
    if si.calcul:
        return calculs.CALCULS[si.calcul].libelle
    return " ; ".join(map(libelle, si.zones or ())) or "aucun site"


def confusions(spec: Spec, key: Key, patient: Mapping[str, Any]) -> Iterator[Mutant]:
    """The other foot, one wrong reply too strictly read: what they give for this patient."""
    if spec.attendu.calcul:
        declared = {erreur.si.calcul for erreur in spec.erreurs}
        for nom, zones in wrong_turns(spec.attendu.calcul, patient, sauf=declared):
            yield Mutant(nom, _raw(list(zones)))


def guesses(spec: Spec) -> dict[str, tuple[Any, ...]]:
    """Any sites; all of them; the first, the last."""
    alone = {PREMIER: (_raw([ZONES[0]]),), DERNIER: (_raw([ZONES[-1]]),)}
    return {HASARD: tuple(map(_raw, any_ticks(ZONES))), TOUT: (_raw(list(ZONES)),), **alone}
