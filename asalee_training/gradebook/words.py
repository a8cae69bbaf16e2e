"""An answer, a mark and an instrument in French words and escaped HTML, for the referent and for the feedback page."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt

from asalee_training import exercises
from asalee_training.content import substitution
from asalee_training.content.models import Exercise
from asalee_training.exercises import zones_pied
from asalee_training.exercises.contract import Mark

PAS_DE_REPONSE = "Pas de réponse"
ETATS = {
    "juste": "Juste",
    "partiel": "En partie juste",
    "faux": "Faux",
    "illisible": "Réponse illisible",
    "vide": PAS_DE_REPONSE,
    "a_noter": "À lire par une référente",
}
GRAVITES = {"dangereux": "Réponse dangereuse", "hors_champ": "Hors du champ de l’infirmière"}
#: How a step is shown: class and words.
_PAS = {True: ("juste", "✔ Juste"), False: ("revoir", "✖ À revoir"), None: ("", "✎ Non noté")}
#: Longest shown of what cannot be read, and of what can: a whole interview, not a hostile megabyte.
_ILLISIBLE, _LISIBLE = 600, 6000

# Authors' Markdown. Raw HTML is shown, not obeyed; nothing is fetched from elsewhere.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "autolink"])


@lru_cache(maxsize=4096)
def rendered(markdown: str) -> str:
    """Render an author's Markdown as safe HTML, with French spaces."""
    return typography(_MARKDOWN.render(markdown).strip())


def typography(text: str) -> str:
    """Put the no-break spaces of French before « ; : ! ? % » and inside quotation marks."""
    return re.sub(r" ([;:!?%])", "\u202f\\1", text).replace("« ", "«\u00a0").replace(" »", "\u00a0»")


def answer(exercise: Exercise, raw: Any, patient: Mapping[str, Any]) -> str:
    """Write a raw answer as the trainee saw it: option texts, « 58,9 % », names of sites. Total; not escaped."""
    if raw is None:
        return PAS_DE_REPONSE
    said = exercises.get(exercise.type).words(
        exercise.spec, raw, lambda texte: substitution.render(texte, {"patient": patient})
    )
    if said is None:
        return f"Réponse illisible : {_short(str(raw), _ILLISIBLE)}"
    if exercise.type == "texte":
        return said
    return _short(said, _LISIBLE) or PAS_DE_REPONSE


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + "…"


def lines(text: str) -> str:
    """Escape a person's text; each line break is kept, and no line is empty, so that no Markdown starts anew."""
    return "<br>\n".join(html.escape(line, quote=False) for line in re.split(r"\r\n|[\r\n\v\f\x85\u2028\u2029]", text))


def free_text(text: str) -> str:
    """A trainee's text as the source of nbgrader's manually graded Markdown cell: one block of escaped HTML."""
    return f'**Réponse de l’apprenante**\n\n<div class="asalee-texte">{lines(text)}</div>'


def reason(mark: Mark) -> str:
    """The reason of a mark as HTML. What may quote her (an unreadable answer) is escaped, not rendered."""
    return f"<p>{lines(mark.retour)}</p>" if mark.etat == "illisible" else rendered(mark.retour)


def steps(mark: Mark) -> str:
    """What she did, gesture by gesture, as an HTML table; "" where nothing was done but concluded."""
    if not mark.etapes:
        return ""
    rows = "".join(
        f"<tr class='{_PAS[e.juste][0]}'><td>{f'⚠ {GRAVITES[e.gravite]}' if e.gravite else _PAS[e.juste][1]}</td>"
        f"<td>{lines(e.fait)}</td><td>{lines(e.attendu)}</td><td>{lines(e.pourquoi)}</td></tr>"
        for e in mark.etapes
    )
    head = "<tr><th></th><th>Fait</th><th>Attendu</th><th>Pourquoi</th></tr>"
    return typography(f"<table class='asalee-etapes'><thead>{head}</thead><tbody>{rows}</tbody></table>")


def points(value: float, sur: float) -> str:
    """« 1,5 point sur 2 »."""
    word = "point" if abs(value) < 2 else "points"
    return f"{substitution.french(round(value, 2))} {word} sur {substitution.french(round(sur, 2))}"


#: Keys and words of recordings as a person writes them.
_LIBELLES = {
    **zones_pied.LIBELLES,
    "reelle": "réelle",
    "reponse": "réponse",
    "regle": "règle",
    "deformations": "déformations",
    "pressions_mmhg": "pressions, en mmHg",
    "pedieux": "pédieux",
    "tibial_posterieur": "tibial postérieur",
    "rappel_immediat": "rappel immédiat",
    "rappel_differe": "rappel différé",
    "rappele": "rappelé",
    "theoriques": "valeurs prédites et limites inférieures de la normale",
    "theorique": "prédite",
    "lin": "LIN",
    "vems_l": "VEMS, en L",
    "cvf_l": "CVF, en L",
    "dep_l_s": "DEP, en L/s",
    "vems_cvf_pct": "VEMS/CVF, en %",
    "equations": "équations",
    "gli_global": "GLI Global",
    "temps_ms": "temps",
    "volume_ml": "volume",
    "debit_ml_s": "débit",
    "non_testable": "non testable",
}


def label(name: str) -> str:
    """Write a key of a recording in French, escaped."""
    return html.escape(_LIBELLES.get(name, name.replace("_", " ")))


def recording(data: Any) -> str:
    """An instrument's recording as nested lists; curves are summed up by their length."""
    if isinstance(data, Mapping):
        items = "".join(f"<li>{label(str(k))}\u202f: {recording(v)}</li>" for k, v in data.items())
        return f"<ul>{items}</ul>" if items else "rien"
    if isinstance(data, list):
        if len(data) > 12:
            return f"courbe de {len(data)} points"
        if any(isinstance(v, (Mapping, list)) for v in data):
            return "<ul>" + "".join(f"<li>{_inline(v)}</li>" for v in data) + "</ul>"
        return ", ".join(recording(v) for v in data) or "rien"
    if isinstance(data, str):
        return label(data)
    return html.escape("non fait" if data is None else substitution.french(data))


def _inline(value: Any) -> str:
    flat = isinstance(value, Mapping) and not any(isinstance(v, (Mapping, list)) for v in value.values())
    return ", ".join(f"{label(str(k))} {recording(v)}" for k, v in value.items()) if flat else recording(value)
