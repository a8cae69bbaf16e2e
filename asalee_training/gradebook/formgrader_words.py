"""formgrader's English, and its French. Pages that a referent opens; the others are closed to her."""

from __future__ import annotations

import re

_NBSP = "\u202f"

#: In templates: the text between two tags, or alone on its line.
TEMPLATES = {
    "Not Authorized": "Accès refusé",
    "Error": "Erreur",
    "Sorry, you are not authorized to access the formgrader.": "Cette page est réservée aux référentes.",
    "Sorry, the formgrader encountered an error. Please contact the administrator of": "La page n’a pas pu s’afficher.",
    "the formgrader for further assistance.": "Rechargez-la ; si cela recommence, prévenez la personne qui tient l’installation.",
}
#: In scripts: whole string literals.
LITERALS = {
    "Submission #": "Copie ",
    "Show student name": "",
    "Hide student name": "",
    "Defocus and save the current score or comment input": "Enregistrer et quitter le champ",
    "Move to the same score or comment input of the next submission": "Copie suivante, même question",
    "Move to the same score or comment input of the next submission with failed tests": "Copie suivante ayant une réponse à 0 point",
    "Move to the same score or comment input of the previous submission": "Copie précédente, même question",
    "Move to the same score or comment input of the previous submission with failed tests": "Copie précédente ayant une réponse à 0 point",
    "Flag the submission": "Signaler la copie",
    "Keyboard shortcuts": "Raccourcis du clavier",
    "Close": "Fermer",
    "Type any comments here (supports Markdown and MathJax)": "Ce qui est réussi, ce qui manque, ce qu’il faut revoir",
    "Log Output": "Journal",
    "Traceback": "Détail de l’erreur",
}
#: In scripts: pieces of code.
PIECES = {
    "info: false,": (
        f'info: false, language: {{search: "Rechercher{_NBSP}:", emptyTable: "Aucune copie pour l’instant.", '
        'zeroRecords: "Rien ne correspond.", aria: {sortAscending: ", trier", sortDescending: ", trier à rebours"}},'
    ),
    'score + " / " + max_score': 'en_francais(score) + " / " + en_francais(max_score)',
    'this.model.get("auto_comment") || default_msg': (
        '({"No response.": "Pas de réponse."})[this.model.get("auto_comment")] || default_msg'
    ),
    ".text(keybinding))": '.text(keybinding.replace("control", "Ctrl").replace("shift", "Maj").replace("escape", "Échap")'
    '.replace("enter", "Entrée").replace("tab", "Tab")))',
}
_SCRIPT_TAIL = 'var en_francais = function (nombre) { return String(nombre).replace(".", ","); };\n'

_PHRASES = "|".join(re.escape(k) for k in sorted(TEMPLATES, key=len, reverse=True))
_TEXT = re.compile(rf"(?P<before>>|^)(?P<space>\s*)(?P<text>{_PHRASES})(?P<after>\s*(?:<|$))", re.MULTILINE)
_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def template(source: str) -> str:
    """Translate one of nbgrader's page templates."""
    return _TEXT.sub(lambda m: f"{m['before']}{m['space']}{TEMPLATES[m['text']]}{m['after']}", source)


def script(source: str) -> str:
    """Translate one of nbgrader's scripts."""
    for english, french in PIECES.items():
        source = source.replace(english, french)
    source = _LITERAL.sub(lambda m: f'"{LITERALS[m[1]]}"' if m[1] in LITERALS else m[0], source)
    return source + (_SCRIPT_TAIL if "var roundToPrecision" in source else "")
