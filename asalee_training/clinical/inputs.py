"""Refusal of impossible input, in French.

Every function returns the accepted value or raises ValueError with a sentence that names the value and
what is accepted. A bool is never a number, a number is never a bool: 1 for True is how wrong columns slip in.
"""

import math
import re
from collections.abc import Collection, Mapping
from numbers import Real

NARROW = "\u202f"
NBSP = "\u00a0"


def typography(sentence: str) -> str:
    """Give a sentence its French spaces: narrow before ; : ! ?, no-break inside « » and before a unit's %."""
    sentence = re.sub(r" ([;:!?])", NARROW + r"\1", sentence)
    return sentence.replace("« ", "«" + NBSP).replace(" »", NBSP + "»").replace(" %", NARROW + "%")


def refusal(sentence: str) -> ValueError:
    """The error to raise, with its typography."""
    return ValueError(typography(sentence))


def shown(value: object) -> str:
    """A value as a French reader expects it: decimal comma, text between « », 40 characters at most."""
    if value is None:
        return "rien"
    if isinstance(value, bool):
        return "vrai" if value else "faux"
    if isinstance(value, int) and abs(value) >= 10**15:
        return "un nombre démesuré"
    if isinstance(value, Real):
        if math.isnan(value):
            return "une valeur qui n’est pas un nombre"
        if math.isinf(value):
            return "l’infini"
        return _decimal(value)
    text = str(value) if isinstance(value, str) else repr(value)
    return f"« {text[:37] + '…' if len(text) > 38 else text} »"


def _decimal(value: Real) -> str:
    """« 58,9 »: up to six significant digits, more where they would hide a refused difference; no exponent."""
    digits = 15 if abs(float(value) - float(f"{value:.6g}")) > 0 and abs(value) < 10**6 else 6
    text = f"{float(value):.{digits}g}"
    if "e" in text:
        text = f"{float(value):.6f}".rstrip("0").rstrip(".") if abs(value) < 1 else f"{float(value):.0f}"
    whole, point, decimals = text.partition(".")
    if len(whole.lstrip("-")) > 4:
        whole = f"{int(whole):,}".replace(",", NARROW)
    return f"{whole}{',' if point else ''}{decimals}"


def number(label: str, value: object, low: float, high: float, unit: str = "") -> float:
    """`value` as a float between `low` and `high`, both accepted."""
    expected = f"{shown(low)} à {shown(high)}{' ' + unit if unit else ''}"
    if isinstance(value, bool) or not isinstance(value, Real):
        raise refusal(f"{label} : {shown(value)} n’est pas un nombre. Valeurs acceptées : de {expected}.")
    if not low <= value <= high:  # also refuses NaN, whose comparisons are all false
        raise refusal(f"{label} : {shown(value)} est hors des valeurs acceptées, de {expected}.")
    return float(value)


def integer(label: str, value: object, low: int, high: int) -> int:
    """`value` as an int between `low` and `high`, both accepted; 3.0 is accepted as 3."""
    accepted = number(label, value, low, high)
    if accepted != int(accepted):
        raise refusal(f"{label} : {shown(value)} n’est pas un nombre entier, de {shown(low)} à {shown(high)}.")
    return int(accepted)


def boolean(label: str, value: object) -> bool:
    """`value` if it is True or False."""
    if not isinstance(value, bool):
        raise refusal(f"{label} : {shown(value)} n’est pas une réponse par vrai ou faux.")
    return value


def one_of(label: str, value: object, accepted: Collection[str]) -> str:
    """`value` if it is one of the accepted words; otherwise the sentence names the nearest one."""
    if isinstance(value, str) and value in accepted:
        return value
    if isinstance(value, int) and not isinstance(value, bool) and str(value) in accepted:
        raise refusal(f"{label} : {value} est un mot ici, pas un nombre : écrivez '{value}', entre guillemets.")
    raise refusal(
        f"{label} : {shown(value)} n’est pas connu. {nearest(value, accepted)}"
        f"Valeurs acceptées : {', '.join(sorted(accepted))}."
    )


def words(label: str, given: object, accepted: Collection[str]) -> tuple[str, ...]:
    """`given` as a tuple of accepted words, each once, in its order.

    A text, or a table of yes and no, is refused: its letters or keys would pass for a list of findings.
    """
    if isinstance(given, str | Mapping) or not isinstance(given, Collection):
        raise refusal(f"{label} : {shown(given)} n’est pas une liste. Écrivez ce qui est présent, et cela seul.")
    return tuple(dict.fromkeys(one_of(label, word, accepted) for word in given))


def nearest(value: object, accepted: Collection[str]) -> str:
    """« Vouliez-vous écrire « x » ? » and a space, or nothing when no accepted word looks like it."""
    from difflib import get_close_matches  # only a refusal needs it

    close = get_close_matches(str(value)[:80], list(accepted), n=1, cutoff=0.6)
    return f"Vouliez-vous écrire « {close[0]} » ? " if close else ""
