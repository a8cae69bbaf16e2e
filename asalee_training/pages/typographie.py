"""French on the screen: spaces, apostrophes, dates, plurals."""

from __future__ import annotations

import re
from datetime import date, datetime

from jinja2 import Environment
from jinja2.ext import Extension
from markdown_it import MarkdownIt
from markupsafe import Markup

from asalee_training.content import dates

_INLINE = MarkdownIt("commonmark", {"html": False})
# Between letters only: quotes of Jinja expressions touch at most one.
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_]|«)")
_OPEN, _CLOSE, _HIGH = (
    re.compile(r"«[ \u00a0\u202f]*"),
    re.compile(r"[ \u00a0\u202f]*»"),
    re.compile(r" ([;:!?])(?=[\s<»]|$)"),
)


def espaces(texte: str) -> str:
    """Put the spaces and the apostrophe of French: U+00A0 inside « », U+202F before ; : ! ?, U+2019."""
    texte = _APOSTROPHE.sub("\u2019", texte)
    texte = _CLOSE.sub("\u00a0»", _OPEN.sub("«\u00a0", texte))
    return _HIGH.sub("\u202f\\1", texte)


class Espaces(Extension):
    """Lets templates be typed with ordinary spaces."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return espaces(source)


def moment(value: datetime | str, annee: bool = False) -> str:
    """Write « 12 mars à 10:42 » from a date, or from its ISO text; "" when the text is no date.

    The year is written when it is another one than today's, or when asked for.
    """
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return ""
    local = value.astimezone()
    day = dates.jour(local.date())
    if not annee and local.year == datetime.now().year:
        day = day.removesuffix(f" {local.year}")
    return f"{day} à {local:%H:%M}"


def jour(value: str) -> str:
    """Write « 28 novembre 2026 » from « 2026-11-28 »; the text itself when it is no date."""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return value
    return dates.jour(day)


def heures(value: float) -> str:
    """Write a number of hours: « 1 heure », « 3 h 30 »."""
    whole, minutes = divmod(round(value * 60), 60)
    if minutes:
        return f"{whole}\u00a0h\u00a0{minutes:02d}" if whole else f"{minutes}\u00a0min"
    return f"{whole}\u00a0heure{'s' if whole > 1 else ''}"


def pluriel(n: int, singulier: str, pluriel: str = "") -> str:
    """Write « 1 copie », « 3 copies »; in French zero is singular."""
    return f"{n}\u00a0{singulier if abs(n) < 2 else pluriel or singulier + 's'}"


def court(texte: str) -> Markup:
    """Render one line of an author's Markdown (emphasis); HTML stays text."""
    return Markup(_INLINE.renderInline(espaces(texte)))  # noqa: S704 - markdown-it escapes, HTML is off


def install(environment: Environment) -> None:
    """Give templates the filters of this module."""
    environment.filters |= {
        "fr": espaces,
        "moment": moment,
        "court": court,
        "jour": jour,
        "heures": heures,
        "pluriel": pluriel,
    }
