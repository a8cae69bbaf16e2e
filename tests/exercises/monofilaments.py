"""Sessions of the monofilament written by hand, for the gallery.

« expliquer | decouvrir deux | yeux fermes | droit.hallux RFR | droit.meta1@ FRR => droit.hallux present ; grade 1 ; eduquer »:
R a real application, F a sham one, r one too short to bend the filament; @ beside the centre of the site. After the
letters: oblique, glisse, suggestive or sans_question, for all of them. After « => », what is concluded.
"""

from typing import Any

from asalee_training.exercises.examen_monofilament.exemples import application

FIELD = {"decouvrir": "pied", "prendre_fil": "fil", "demontrer": "lieu", "yeux": "etat"}
MANNERS = {
    "oblique": {"angle": "oblique"},
    "glisse": {"glisse": True},
    "suggestive": {"question": "suggestive"},
    "sans_question": {"question": "aucune"},
}


def jouer(text: str) -> dict[str, Any]:
    """The raw answer of a written session."""
    done, _, concluded = text.partition("=>")
    gestes: list[dict[str, Any]] = []
    for act in filter(None, map(str.strip, done.split("|"))):
        nom, *words = act.split()
        if "." in nom:
            gestes += _applications(nom, words[0], words[1:])
        else:
            gestes.append({"g": nom, **({FIELD[nom]: words[0]} if words else {})})
    conclusion: dict[str, Any] = {}
    for line in filter(None, map(str.strip, concluded.split(";"))):
        nom, _, value = line.partition(" ")
        conclusion[nom] = value or True
    return {"gestes": [{**geste, "t": 1500 * rang} for rang, geste in enumerate(gestes)], "conclusion": conclusion}


def _applications(zone: str, letters: str, manners: list[str]) -> list[dict[str, Any]]:
    position = "pourtour" if zone.endswith("@") else "centre"
    fields = {nom: value for manner in manners for nom, value in MANNERS[manner].items()}
    made = []
    for letter in letters:
        geste = application(zone.rstrip("@"), "fictive" if letter == "F" else "reelle", position)
        if letter == "r":
            geste |= {"contact_ms": 300, "plie": False}
        own = fields if letter != "F" else {k: v for k, v in fields.items() if k == "question"}
        made.append({**geste, **own})
    return made
