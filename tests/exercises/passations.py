"""Sessions of the five words written by hand, for the gallery.

« verifier * | corriger appareils | montrer verger | demander 01234 | rappel_libre immediat | indicer immediat 34 categorie |
noter immediat LLLIA- => rli 3 ; total 7 ; conduite concertation »: words by their rank, L free, I cued, A absent, in the
order of the list; then + where a word out of the list was heard, - where none was.
"""

from typing import Any

from asalee_training.exercises.passation_cinq_mots import mots

FIELD = {
    "verifier": ("condition",), "corriger": ("condition",), "expliquer": ("phrase",), "montrer": ("liste",),
    "rappel_libre": ("moment",), "intercaler": ("tache", "minutes"), "encourager": ("phrase",), "terminer": ("phrase",),
}  # fmt: skip
CODES = {"L": "libre", "I": "indice", "A": "absent", "+": "intrusion", "-": "aucune"}


def jouer(text: str) -> dict[str, Any]:
    """The raw answer of a written session."""
    done, _, concluded = text.partition("=>")
    gestes: list[dict[str, Any]] = []
    for act in filter(None, map(str.strip, done.split("|"))):
        nom, *words = act.split()
        if nom == "demander":
            gestes += [{"g": "demander_categorie", "mot": int(mot)} for mot in words[0]]
        elif nom == "indicer":
            gestes += [{"g": "indicer", "moment": words[0], "mot": int(mot), "maniere": words[2]} for mot in words[1]]
        elif nom == "noter":
            gestes += [
                {"g": "noter", "moment": words[0], "mot": mot, "code": CODES[letter]}
                for mot, letter in enumerate(words[1])
            ]
        elif words == ["*"]:
            gestes += [{"g": nom, "condition": condition} for condition in mots.HABITUELLES]
        else:
            values = [int(word) if word.isdigit() else word for word in words]
            gestes.append({"g": nom, **dict(zip(FIELD.get(nom, ()), values, strict=True))})
    conclusion = {}
    for line in filter(None, map(str.strip, concluded.split(";"))):
        nom, value = line.split()
        conclusion[nom] = int(value) if value.isdigit() else value
    return {"gestes": [{**geste, "t": 1500 * rang} for rang, geste in enumerate(gestes)], "conclusion": conclusion}
