"""The texts of the trainer's page: one that is right, one to correct, and their lines."""

import re

from asalee_training.pages.atelier import Texte

CORRECT, WRONG = "cases/bpco/essoufflement.md", "cases/cognition/a-corriger.md"


def ident(fichier):
    return Texte(None, fichier, "", "", "").ident


def ligne(site, fichier):
    """The words about one text."""
    part = site.get("asalee/formatrice").html.split(f'id="t-{ident(fichier)}"')[1].split('<li class="ligne"')[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).replace("’", "'")
