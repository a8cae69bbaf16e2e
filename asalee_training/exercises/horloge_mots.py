"""A clock told in words, criterion by criterion: what is drawn, where it points, how far from its target.

The verdict on each criterion is ``clinical.cognition.horloge_depuis_dessin``'s; these sentences say why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from asalee_training.clinical import cognition, reference_data
from asalee_training.simulation.horloges import cibles

NOMS = {
    "chiffres_presents": "les douze chiffres",
    "ordre": "l’ordre des chiffres",
    "position": "la place des chiffres",
    "deux_aiguilles": "les deux aiguilles",
    "aiguille_heure": "l’aiguille des heures",
    "aiguille_minute": "l’aiguille des minutes",
    "tailles": "la longueur des aiguilles",
}


def constats(dessin: Mapping[str, Any]) -> dict[str, str]:
    """A sentence for each of the seven criteria."""
    chiffres, aiguilles = dessin["chiffres"], dessin["aiguilles"]
    heures, minutes = cibles(dessin["heure"])
    petite, grande = _sens(dessin)
    return {
        "chiffres_presents": _presents([nombre for nombre, _ in chiffres]),
        "ordre": _ordre(chiffres),
        "position": _position(chiffres),
        "deux_aiguilles": _combien(len(aiguilles)),
        "aiguille_heure": _vers("La petite aiguille", petite, heures) if petite else _combien(len(aiguilles)),
        "aiguille_minute": _vers("La grande aiguille", grande, minutes) if grande else _combien(len(aiguilles)),
        "tailles": _longueurs(petite, grande) if petite and grande else _combien(len(aiguilles)),
    }


def raison_minicog(dessin: Mapping[str, Any]) -> str:
    """Why the Mini-Cog clock is worth what it is."""
    lu, mots = cognition.horloge_depuis_dessin(**dessin), constats(dessin)
    if lu.minicog:
        return "Chiffres et heure sont bons ; la longueur des aiguilles ne compte pas ici."
    if not lu.criteres["ordre"]:
        return mots["ordre"]
    return aiguilles(dessin) if not lu.gpcog["aiguilles"] else f"12, 3, 6 ou 9 n’est pas à sa place. {mots['position']}"


def aiguilles(dessin: Mapping[str, Any]) -> str:
    """The hand that misses its target, or both; how many there are when there are not two."""
    lu, mots = cognition.horloge_depuis_dessin(**dessin), constats(dessin)
    if not lu.criteres["deux_aiguilles"]:
        return mots["deux_aiguilles"]
    wrong = [mots[nom] for nom in ("aiguille_heure", "aiguille_minute") if not lu.criteres[nom]]
    return " ".join(wrong) or f"{mots['aiguille_heure']} {mots['aiguille_minute']}"


def direction(angle: float) -> str:
    """« vers le 10 », « un peu après le 3 », « entre le 3 et le 4 »."""
    turn = angle % 360
    near = round(turn / 30)
    gap = turn - 30 * near
    if abs(gap) <= 4:
        return f"vers le {_nombre(near)}"
    if abs(gap) <= 9:
        return f"un peu {'après' if gap > 0 else 'avant'} le {_nombre(near)}"
    return f"entre le {_nombre(int(turn // 30))} et le {_nombre(int(turn // 30) + 1)}"


def ecart(angle: float, cible: float) -> float:
    """Angle between two directions, 0 to 180."""
    return abs((angle - cible + 180) % 360 - 180)


def _degres(gap: float) -> str:
    return f"{gap:.0f} degré{'s' if round(gap) > 1 else ''}"


def _nombre(rang: int) -> int:
    return rang % 12 or 12


def _liste(nombres: Sequence[int]) -> str:
    words = [f"le {nombre}" for nombre in nombres]
    return " et ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def _presents(nombres: Sequence[int]) -> str:
    missing = [n for n in range(1, 13) if n not in nombres]
    twice = sorted({n for n in nombres if nombres.count(n) > 1})
    more = sorted({n for n in nombres if not 1 <= n <= 12})
    if not nombres:
        return "Aucun chiffre n’est écrit."
    parts = []
    if missing:
        parts.append(f"il manque {_liste(missing)}")
    if twice:
        parts.append(f"{_liste(twice)} est écrit deux fois")
    if more:
        parts.append(f"{_liste(more)} {'est' if len(more) == 1 else 'sont'} en trop")
    sentence = ", ".join(parts) or "les douze chiffres sont là, une fois chacun"
    return sentence[0].upper() + sentence[1:] + "."


def _douze(chiffres: Sequence) -> bool:
    return sorted(nombre for nombre, _ in chiffres) == list(range(1, 13))


def _ordre(chiffres: Sequence) -> str:
    if not _douze(chiffres):
        return "Les douze chiffres ne sont pas là, chacun une fois : l’ordre n’est pas acquis."
    turn = [nombre for nombre, _ in sorted(chiffres, key=lambda couple: couple[1] % 360)]
    turn = turn[turn.index(1) :] + turn[: turn.index(1)]
    if turn == list(range(1, 13)):
        return "En tournant comme une montre, on lit de 1 à 12."
    if turn == [1, *range(12, 1, -1)]:
        return "Les chiffres tournent à l’envers d’une montre."
    swapped = [n for place, n in enumerate(turn, 1) if n != place]
    if len(swapped) == 2:
        return f"Le {min(swapped)} et le {max(swapped)} ont échangé leurs places."
    return f"En tournant comme une montre, on lit {', '.join(map(str, turn))}."


def _position(chiffres: Sequence) -> str:
    if not _douze(chiffres):
        return "Les douze chiffres ne sont pas là, chacun une fois : leur place n’est pas acquise."
    far = {nombre: ecart(angle, 30 * nombre) for nombre, angle in chiffres}
    worst = max(far, key=lambda nombre: far[nombre])
    limit = reference_data.thresholds("cognition")["horloge_tolerance_deg"]
    away = sum(gap > limit + 1e-9 for gap in far.values())
    words = f"le {worst} est à {_degres(far[worst])} de sa place"
    if round(far[worst]) == 0:
        return "Tous sont exactement à leur place."
    if not away:
        return f"Tous sont à leur place ; le plus éloigné, {words}."
    if away == 1:
        return f"Un chiffre n’est pas à sa place : {words}."
    return f"{away} chiffres ne sont pas à leur place ; le plus éloigné, {words}."


def _combien(count: int) -> str:
    words = {
        0: "Aucune aiguille n’est dessinée.",
        1: "Une seule aiguille est dessinée.",
        2: "Deux aiguilles sont dessinées.",
    }
    return words.get(count, f"{count} aiguilles sont dessinées.")


def _sens(dessin: Mapping[str, Any]) -> tuple[Any, Any]:
    """(hour hand, minute hand) as they were read: the shorter first; where neither is, the reading that suits."""
    if len(dessin["aiguilles"]) != 2:
        return None, None
    short, long = sorted(dessin["aiguilles"])
    lu = cognition.horloge_depuis_dessin(**dessin)
    if lu.criteres["tailles"]:
        return short, long
    heures, minutes = cibles(dessin["heure"])
    limit = reference_data.thresholds("cognition")["horloge_tolerance_deg"] + 1e-9
    wanted = (lu.criteres["aiguille_heure"], lu.criteres["aiguille_minute"])
    for h, m in ((short, long), (long, short)):
        if (ecart(h[1], heures) <= limit, ecart(m[1], minutes) <= limit) == wanted:
            return h, m
    return short, long


def _vers(nom: str, aiguille: Sequence, cible: float) -> str:
    return f"{nom} pointe {direction(aiguille[1])}, à {_degres(ecart(aiguille[1], cible))} de sa cible ({direction(cible)})."


def _longueurs(petite: Sequence, grande: Sequence) -> str:
    short, long = sorted((petite[0], grande[0]))
    if short == long:
        return "Les deux aiguilles ont la même longueur."
    return f"La plus courte mesure {round(100 * short / long)} % de l’autre."
