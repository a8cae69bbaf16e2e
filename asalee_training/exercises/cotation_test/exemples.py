"""Sessions of a score sheet: the perfect one, one for each miss, what cannot be read; and a session in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.exercises.contract import Mutant, Samples
from asalee_training.exercises.cotation_test.feuilles import CONDITIONS, CONDUITES, FEUILLES, Feuille

Raw = dict[str, Any]
ENVERS = {"remplie": "non_remplie", "non_remplie": "remplie"}
DONT = {"total": "le total", "lecture": "la lecture", "conduite": "la conduite"}


def parfaite(test: str, attendu: Mapping[str, Any]) -> Raw:
    """The session that earns everything: nothing is scored where nothing may be read."""
    steps: list[Raw] = [{"g": "verifier", "condition": nom, "etat": etat} for nom, etat in attendu["etats"].items()]
    done = {"conduite": attendu["conduite"], "lecture": attendu["lecture"]}
    if attendu["bloquee"]:
        del done["lecture"]
    elif not attendu["invalide"]:
        done["total"] = attendu["total"]
        steps += _cotes(test, attendu, suite=False)
        if attendu["suite"]:
            steps += [{"g": "demander"}, *_cotes(test, attendu, suite=True)]
    return session(steps, done)


def session(steps: list[Raw], done: Mapping[str, Any]) -> Raw:
    """A raw answer from steps without times."""
    return {"gestes": [{**step, "t": 900 * rank} for rank, step in enumerate(steps)], "conclusion": dict(done)}


def samples(test: str, attendu: Mapping[str, Any]) -> Samples:
    """Right: the perfect session, and it with the values where they may not be read. Wrong: one for each miss."""
    best = parfaite(test, attendu)
    steps, done = [{k: v for k, v in geste.items() if k != "t"} for geste in best["gestes"]], best["conclusion"]
    conduites = [nom for nom in FEUILLES[test].conduites if nom != attendu["conduite"]]
    wrong = [Mutant(f"Conduite : {CONDUITES[nom]}", session(steps, done | {"conduite": nom})) for nom in conduites]
    wrong += [
        Mutant(f"Oublié : {DONT[nom]}", session(steps, {k: v for k, v in done.items() if k != nom})) for nom in done
    ]
    if attendu["etats"]:
        wrong.append(Mutant("Une condition non vérifiée", session(steps[1:], done)))
        wrong.append(Mutant("Aucune condition vérifiée", session([s for s in steps if s["g"] != "verifier"], done)))
        wrong += [
            Mutant(f"Condition jugée à l’envers : {CONDITIONS[nom]}", session(_envers(steps, nom), done))
            for nom, etat in attendu["etats"].items()
            if etat in ENVERS
        ]
    wrong.append(Mutant("Tout est coté au plus haut", session(_au_plus_haut(test, steps), done)))
    if "total" in done:
        wrong += [
            Mutant(nom, session(steps, done | {"total": total})) for nom, total in _autres_totaux(test, done["total"])
        ]
    if "lecture" in done:
        wrong += [
            Mutant(f"Lecture : {texte}", session(steps, done | {"lecture": nom}))
            for nom, texte in FEUILLES[test].lectures.items()
            if nom != done["lecture"]
        ]
    right = [best]
    if attendu["bloquee"]:
        cotes = session([*steps, *_cotes(test, attendu, suite=False)], done | {"total": attendu["total"]})
        wrong.append(Mutant("Coter malgré l’arrêt", cotes))
    elif attendu["invalide"] and not attendu["suite"]:
        right.append(session([*steps, *_cotes(test, attendu, suite=False)], done | {"total": attendu["total"]}))
    else:
        wrong += [
            Mutant(
                f"Coté autrement : {FEUILLES[test].item(step['item']).libelle}",
                session(_other(test, steps, rank), done),
            )
            for rank, step in enumerate(steps)
            if step["g"] == "coter"
        ]
    first = FEUILLES[test].items[0].nom
    return Samples(
        right=tuple(right),
        wrong=tuple(mutant for mutant in wrong if mutant.raw["gestes"] or mutant.raw["conclusion"]),
        unreadable=(
            None,
            {},
            {"gestes": [], "conclusion": {}},
            session([{"g": "coter", "item": first, "valeur": "42"}], {}),
            session([{"g": "coter", "item": "mmse", "valeur": "1"}], {}),
            session([{"g": "verifier", "condition": "meteo", "etat": "remplie"}], {}),
            session([], {"total": 99}),
            session([], {"conduite": "irm"}),
            float("nan"),
        ),
    )


def mots(sheet: Feuille, raw: Mapping[str, Any]) -> str | None:
    """« Les douze chiffres sont présents : 1 point ; … Total : 6. »; None when it cannot be written."""
    values, states = {}, {}
    try:
        for geste in raw["gestes"]:
            if geste["g"] == "coter":
                item = sheet.item(geste["item"])
                values[item.libelle] = dict(item.valeurs)[geste["valeur"]]
            elif geste["g"] == "verifier":
                states[CONDITIONS[geste["condition"]]] = geste["etat"]
        done = raw.get("conclusion") or {}
        parts = []
        unmet = [nom for nom, etat in states.items() if etat == "non_remplie"]
        if states:
            parts.append(f"Conditions vérifiées : {len(states)}. Non remplies : {', '.join(unmet) or 'aucune'}.")
        parts.append(" ; ".join(f"{nom} : {value}" for nom, value in values.items()) or "Rien n’est coté")
        if done.get("total") is not None:
            parts.append(f"{'Total' if sheet.maximum else 'Catégorie'} : {done['total']}")
        if done.get("lecture"):
            parts.append(sheet.lectures[done["lecture"]])
        if done.get("conduite"):
            parts.append(CONDUITES[done["conduite"]])
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return "\n\n".join(parts)


def _cotes(test: str, attendu: Mapping[str, Any], suite: bool) -> list[Raw]:
    return [
        {"g": "coter", "item": item.nom, "valeur": attendu["items"][item.nom][0]}
        for item in FEUILLES[test].items
        if item.suite is suite
    ]


def _other(test: str, steps: list[Raw], rank: int) -> list[Raw]:
    """The same steps with another value for one item."""
    step = steps[rank]
    values = [value for value, _ in FEUILLES[test].item(step["item"]).valeurs if value != step["valeur"]]
    return [*steps[:rank], step | {"valeur": values[0]}, *steps[rank + 1 :]]


def _envers(steps: list[Raw], condition: str) -> list[Raw]:
    """The same steps where one condition is found met instead of unmet, or the other way round."""
    return [s | {"etat": ENVERS[s["etat"]]} if s.get("condition") == condition else s for s in steps]


def _au_plus_haut(test: str, steps: list[Raw]) -> list[Raw]:
    return [s | {"valeur": FEUILLES[test].item(s["item"]).valeurs[-1][0]} if s["g"] == "coter" else s for s in steps]


def _autres_totaux(test: str, total: Any) -> list[tuple[str, Any]]:
    """A point more, a point less; for a category, the others."""
    sheet = FEUILLES[test]
    if not sheet.maximum:
        return [(f"Catégorie {nom}", nom) for nom in sheet.categories if nom != total]
    near = (("Total : un point de plus", total + 1), ("Total : un point de moins", total - 1))
    return [(nom, value) for nom, value in near if 0 <= value <= sheet.maximum]
