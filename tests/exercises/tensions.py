"""Sessions of blood pressure written by hand, for the gallery.

« demander vessie | installer dos appuye | brassard L | bras droit | attendre 5 | mesurer x3 => bras droit ; suite automesure »:
gestures with their field; « mesurer xN » is N readings, a minute before each but the first. After « => », what is
concluded, numbers as they are typed.
"""

from typing import Any

FIELDS = {
    "demander": ("sujet",),
    "installer": ("point", "etat"),
    "attendre": ("minutes",),
    "brassard": ("taille",),
    "bras": ("cote",),
    "position": ("etat",),
}


def jouer(text: str) -> dict[str, Any]:
    """The raw answer of a written session."""
    done, _, concluded = text.partition("=>")
    gestes: list[dict[str, Any]] = []
    for act in filter(None, map(str.strip, done.split("|"))):
        nom, *words = act.split()
        if nom == "mesurer" and words:
            for rang in range(int(words[0].removeprefix("x"))):
                gestes += ([{"g": "attendre", "minutes": 1}] if rang else []) + [{"g": "mesurer"}]
        else:
            values = [int(word) if nom == "attendre" else word for word in words]
            gestes.append({"g": nom, **dict(zip(FIELDS.get(nom, ()), values, strict=True))})
    conclusion: dict[str, Any] = {}
    for line in filter(None, map(str.strip, concluded.split(";"))):
        nom, _, value = line.partition(" ")
        conclusion[nom] = value or True
    return {"gestes": [{**geste, "t": 4000 * rang} for rang, geste in enumerate(gestes)], "conclusion": conclusion}
