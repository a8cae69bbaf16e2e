"""click's own sentences in French.

click asks gettext, whose catalogues are compiled files found through the locale of the machine; trainers' machines
have any locale. So the same lookup is answered from a table, whatever the locale.
"""

from __future__ import annotations

import sys

_TABLE = {
    "Usage:": "Utilisation :",
    "Options": "Options",
    "Commands": "Commandes",
    "Positional arguments": "Arguments",
    "Show this message and exit.": "Affiche cette aide.",
    "%(prog)s, version %(version)s": "%(prog)s, version %(version)s",
    "Error: {message}": "Erreur : {message}",
    "Aborted!": "Interrompu.",
    "Try '{command} {option}' for help.": "Tapez « {command} {option} » pour l’aide.",
    "Missing command.": "Il manque la commande.",
    "Missing argument": "Il manque l’argument",
    "Missing option": "Il manque l’option",
    "Missing parameter": "Il manque le paramètre",
    "Missing parameter: {param_name}": "Il manque le paramètre {param_name}",
    "Missing {param_type}": "Il manque : {param_type}",
    "No such command {name!r}.": "La commande {name!r} n’existe pas.",
    "No such option {name!r}.": "L’option {name!r} n’existe pas.",
    "Invalid value: {message}": "Valeur refusée : {message}",
    "Invalid value for {param_hint}: {message}": "Valeur refusée pour {param_hint} : {message}",
    "{value!r} is not a valid {number_type}.": "{value!r} n’est pas un nombre.",
    "{value} is not in the range {range}.": "{value} n’est pas dans l’intervalle {range}.",
    "{name} {filename!r} does not exist.": "{name} {filename!r} n’existe pas.",
    "{name} {filename!r} is a directory.": "{name} {filename!r} est un dossier.",
    "{name} {filename!r} is a file.": "{name} {filename!r} est un fichier.",
    "{name} {filename!r} is not readable.": "{name} {filename!r} n’est pas lisible.",
    "Option {name!r} does not take a value.": "L’option {name!r} ne prend pas de valeur.",
    "default: {default}": "par défaut : {default}",
    "default": "par défaut",
    "required": "obligatoire",
    "File": "Le fichier",
    "file": "fichier",
    "directory": "dossier",
    "path": "chemin",
    "Did you mean {possibility}?": "Vouliez-vous écrire {possibility} ?",
    "Did you mean one of: {possibilities}?": "Vouliez-vous écrire : {possibilities} ?",
    "Option {name!r} requires an argument.": "L’option {name!r} demande une valeur.",
    "Option {name!r} requires {nargs} arguments.": "L’option {name!r} demande {nargs} valeurs.",
    "Got unexpected extra argument ({args})": "Argument en trop : {args}",
    "Got unexpected extra arguments ({args})": "Arguments en trop : {args}",
}


def _gettext(message: str) -> str:
    return _TABLE.get(message, message)


def _ngettext(singular: str, plural: str, count: int) -> str:
    return _gettext(singular if count == 1 else plural)


def install() -> None:
    """Make click speak French in this process."""
    import click  # noqa: F401  (its modules must be loaded before they are given the table)

    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            if hasattr(module, "_"):
                module._ = _gettext
            if hasattr(module, "ngettext"):
                module.ngettext = _ngettext
