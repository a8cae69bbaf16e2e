"""The words of a ``mesure_tension``: what may be done, asked and concluded, for each act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from asalee_training.exercises.contract import Unreadable
from asalee_training.exercises.gestes import Champ
from asalee_training.simulation import seance_tension as seances
from asalee_training.simulation.mesures_tension import BRASSARDS, COTES

INSTALLATION = {
    "dos": ("Le dos", {"decolle": "Dos décollé", "appuye": "Dos appuyé"}),
    "jambes": ("Les jambes", {"croisees": "Jambes croisées", "a_plat": "Pieds à plat"}),
    "bras": (
        "Le bras",
        {"cuisse": "Bras sur la cuisse", "pendant": "Bras pendant", "soutenu": "Bras à hauteur du cœur"},
    ),
    "manche": ("La manche", {"baissee": "Manche baissée", "nu": "Bras nu"}),
    "parole": ("La parole", {"parle": "On se parle", "silence": "Silence"}),
}
#: In the orthostatic test nobody sits with an arm on the thigh.
BRAS_DEBOUT = ("pendant", "soutenu")
POSITIONS = {"assis": "Assis", "couche": "Allongé", "debout": "Debout"}
QUESTIONS = {
    "tabac_cafe": "Un café, une cigarette, dans la demi-heure ?",
    "vessie": "Avez-vous besoin d’aller aux toilettes ?",
    "traitement": "Prenez-vous un traitement pour la tension ?",
    "symptomes": "Que ressentez-vous en ce moment ?",
}
#: Minutes that may be waited at once.
ATTENTES = {"cabinet": (1, 5, 30), "orthostatisme": (1, 2, 5, 30)}

METHODES = {"automatique": "Automatique", "manuel": "Manuel", "automesure": "Automesure"}
NIVEAUX = {
    "0": "Sous le seuil du cabinet",
    "1": "Élévation de grade 1",
    "2": "Élévation de grade 2",
    "3": "Élévation de grade 3, sévère",
}
ECARTS = {
    "signaler": "L’écart entre les deux bras est à signaler au médecin",
    "banal": "L’écart entre les deux bras n’appelle rien de plus",
}
LECTURES = {"positive": "Test positif : la pression chute debout", "negative": "Test négatif"}
OUI_NON = {"oui": "Oui", "non": "Non"}
#: From the most to the least urgent; « programme » and « automesure » are of the same level.
SUITES = {
    "immediat": "J’appelle le médecin tout de suite, ou le 15, et la personne reste avec moi",
    "jour_meme": "Je préviens le médecin aujourd’hui",
    "quelques_jours": "J’alerte le médecin dans les jours qui viennent",
    "automesure": "Je propose une automesure à la maison, et le médecin verra le relevé",
    "programme": "Je note, je transmets au dossier, et je reprends la mesure au prochain suivi",
}
HORS_CHAMP = {
    "cabinet": {"comprime": "Je lui fais prendre un comprimé pour faire baisser la tension"},
    "orthostatisme": {"comprime": "Je lui fais sauter le comprimé de ce soir"},
}
URGENCE = {"immediat": 0, "jour_meme": 1, "quelques_jours": 2, "automesure": 3, "programme": 3}
DIRE = {
    "cabinet": {
        "chiffres": "« Voici vos chiffres d’aujourd’hui. Je les transmets au médecin, qui conclura. »",
        "maladie": "« Vous avez de l’hypertension. »",
        "rassurer": "« Tout va bien, n’y pensez plus. »",
        "taire": "« Je n’ai pas le droit de vous dire vos chiffres. »",
    },
    "orthostatisme": {
        "chiffres": "« Voici ce que j’ai mesuré couché puis debout. Je le transmets au médecin, qui conclura. »",
        "maladie": "« Vous avez une hypotension, ce sont vos médicaments. »",
        "rassurer": "« Tout va bien, n’y pensez plus. »",
        "taire": "« Je n’ai pas le droit de vous dire vos chiffres. »",
    },
}
CONSEILS = {
    "lever": "Je lui montre comment se lever : s’asseoir au bord du lit, attendre, puis se mettre debout en se tenant"
}
#: What a case may ask to conclude, by act, in this order, and its title.
PARTIES = {
    "cabinet": {
        "moyenne": "La tension que vous retenez",
        "bras": "Le bras de référence",
        "ecart": "L’écart entre les deux bras",
        "methode": "La méthode, pour le dossier",
        "niveau": "Le niveau mesuré aujourd’hui",
        "suite": "Ce que vous faites de cette mesure",
        "dire": "Ce que vous lui dites",
    },
    "orthostatisme": {
        "baisse": "La plus forte baisse en position debout",
        "pouls": "Le pouls",
        "symptomes": "Un malaise en position debout ?",
        "lecture": "Le test",
        "suite": "Ce que vous faites de ce test",
        "conseil": "Avant de partir",
        "dire": "Ce que vous lui dites",
    },
}
#: Numbers that are typed: their title, their unit, and the least and the greatest that can be read.
NOMBRES = {
    "moyenne_pas": ("Systolique moyenne", "mmHg", 40, 320),
    "moyenne_pad": ("Diastolique moyenne", "mmHg", 20, 220),
    "baisse_pas": ("Baisse de la systolique", "mmHg", -120, 200),
    "baisse_pad": ("Baisse de la diastolique", "mmHg", -120, 150),
    "hausse_pouls": ("Hausse du pouls entre couché et debout à 1 minute", "par min", -80, 120),
}
_NOMBRE = re.compile(r"([+\-\u2212]?)\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*(?:mm\s?hg)?", re.IGNORECASE)


def points(acte: str) -> dict[str, dict[str, str]]:
    """What an act leaves to install, and its states with their words."""
    found = {point: dict(INSTALLATION[point][1]) for point in seances.DEPART[acte]}
    if acte == "orthostatisme":
        found["bras"] = {state: found["bras"][state] for state in BRAS_DEBOUT}
    return found


def connus(acte: str) -> dict[str, dict[str, Champ]]:
    """Gestures that can be made, with their fields."""
    known: dict[str, dict[str, Champ]] = {
        "demander": {"sujet": tuple(QUESTIONS)},
        "toilettes": {},
        "installer": {
            "point": tuple(points(acte)),
            "etat": tuple({state for states in points(acte).values() for state in states}),
        },
        "attendre": {"minutes": (1, 30)},
        "tour_bras": {},
        "brassard": {"taille": tuple(BRASSARDS)},
        "bras": {"cote": COTES},
        "mesurer": {},
    }
    if acte == "orthostatisme":
        known |= {"position": {"etat": tuple(POSITIONS)}, "securiser": {}}
    return known


def suites(acte: str) -> dict[str, str]:
    """What may follow an act; home measures say nothing of a fall on standing."""
    kept = {nom: texte for nom, texte in SUITES.items() if acte == "cabinet" or nom != "automesure"}
    return kept | HORS_CHAMP[acte]


def _options(acte: str, partie: str) -> list[tuple[str, str, dict[str, str]]]:
    """Questions of a part: (name, title, options); without options, a number to type or a box to tick."""
    if partie in ("moyenne", "baisse"):
        return [(f"{partie}_{nom}", NOMBRES[f"{partie}_{nom}"][0], {}) for nom in ("pas", "pad")]
    options = {
        "bras": {cote: f"Bras {cote}" for cote in COTES},
        "ecart": ECARTS,
        "methode": METHODES,
        "niveau": NIVEAUX,
        "symptomes": OUI_NON,
        "lecture": LECTURES,
        "suite": suites(acte),
        "dire": DIRE[acte],
    }
    if partie == "pouls":
        return [("hausse_pouls", NOMBRES["hausse_pouls"][0], {})]
    if partie == "conseil":
        return [("conseil_lever", CONSEILS["lever"], {})]
    return [(partie, "", options[partie])]


def questions(acte: str, conclure: tuple[str, ...]) -> list[dict[str, Any]]:
    """What is to be concluded, part by part.

    {"partie", "titre", "questions": [{"nom", "titre", "options", "unite"}]}; « unite » is null for what is no number.
    """
    return [
        {
            "partie": partie,
            "titre": titre,
            "questions": [
                {
                    "nom": nom,
                    "titre": texte,
                    "options": [list(option) for option in options.items()],
                    "unite": NOMBRES[nom][1] if nom in NOMBRES else None,
                }
                for nom, texte, options in _options(acte, partie)
            ],
        }
        for partie, titre in PARTIES[acte].items()
        if partie in conclure
    ]


def conclusions(acte: str, conclure: tuple[str, ...]) -> dict[str, Champ]:
    """What may be concluded, as ``gestes.lire`` reads it."""
    return {
        nom: str if nom in NOMBRES else tuple(options) or bool
        for partie in PARTIES[acte]
        if partie in conclure
        for nom, _, options in _options(acte, partie)
    }


def nombre(nom: str, texte: str) -> float:
    """Read « 143,5 » or « 143,5 mmHg »; raises ``Unreadable``."""
    titre, _, low, high = NOMBRES[nom]
    found = _NOMBRE.fullmatch(texte.strip())
    if not found:
        raise Unreadable(f"{titre} : écrivez un nombre, par exemple 143,5.")
    signe, entier, decimales = found.groups()
    value = float(f"{entier}.{decimales or 0}") * (-1 if signe in ("-", "\u2212") else 1)
    if not low <= value <= high:
        raise Unreadable(f"{titre} : écrivez un nombre, par exemple 143,5.")
    return value


def ecrit(value: float) -> str:
    """« 143,5 », « 144 », with U+2212 for a negative number."""
    return f"{round(value, 1):g}".replace(".", ",").replace("-", "\u2212")


def public(acte: str, conclure: tuple[str, ...]) -> Mapping[str, Any]:
    """What the page shows before anything was done."""
    return {
        "acte": acte,
        "installation": [
            {"point": point, "titre": INSTALLATION[point][0], "etats": [list(x) for x in states.items()]}
            for point, states in points(acte).items()
        ],
        "positions": [list(x) for x in POSITIONS.items()] if acte == "orthostatisme" else [],
        "demander": [list(x) for x in QUESTIONS.items()],
        "attendre": list(ATTENTES[acte]),
        "conclusions": questions(acte, conclure),
    }
