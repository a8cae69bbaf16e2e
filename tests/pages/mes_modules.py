"""What a trainee does on « Mes modules », without a browser: open a case, answer it, read its line."""

import re

from asalee_training.answers import Sheet
from asalee_training.exercises.contract import option_id

TOUX, PIED, ESSOUFFLEMENT = "bpco-toux-du-matin-v1", "diabete-pied-froid-v1", "bpco-essoufflement-v1"
TRANSMET = option_id("Je transmets au médecin.")


def opened(site, assignment):
    """Open a case as she does; returns her folder."""
    answer = site.get(f"asalee/apprenante/ouvrir/{assignment}")
    assert answer.status == 302, answer.words
    return site.ws.apprenante / assignment


def answer(folder, nom, valeur):
    sheet = Sheet(folder)
    old = sheet.read().reponses.get(nom)
    sheet.write(nom, valeur, old.n if old else 0)


def ligne(site, assignment):
    """The words of one line of « Mes modules », and its button's address."""
    html = site.get("asalee/apprenante").html
    part = html.split(f'<li class="ligne" id="{assignment}">')[1].split("</li>")[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part)).replace("’", "'")
    return words, re.search(r'class="bouton[^"]*" href="([^"]+)"', part)[1]
