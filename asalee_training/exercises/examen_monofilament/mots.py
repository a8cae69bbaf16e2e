"""The words of an ``examen_monofilament``: its sites, what may be done, what may be concluded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.clinical import pied
from asalee_training.exercises.gestes import Champ

SITES: Mapping[str, str] = {
    "hallux": "pulpe du gros orteil",
    "orteil3": "pulpe du 3e orteil",
    "orteil5": "pulpe du 5e orteil",
    "meta1": "tête du 1er métatarsien",
    "meta3": "tête du 3e métatarsien",
    "meta5": "tête du 5e métatarsien",
    "milieu_interne": "milieu du pied, bord interne",
    "milieu_externe": "milieu du pied, bord externe",
    "talon": "talon",
    "dos_premier_espace": "dos du pied, entre les deux premiers orteils",
}
#: What is found in a drawer, as it looks; only the first one gives the test its 10 g.
FILS: Mapping[str, str] = {
    "dix_g": "Marqué 5.07, 10 g ; fil droit",
    "quatre_g": "Marqué 4.56, 4 g ; fil droit",
    "coude": "Marqué 5.07, 10 g ; fil coudé",
}
BON_FIL = "dix_g"
LIEUX = ("main", "coude", "front", "pied")
QUESTIONS = ("ouverte", "suggestive", "aucune")
CONTACT_MAX_MS = 20_000

ETATS = {"present": "Présente", "absent": "Absente", "non_testable": "Non testable"}
PERTES = {
    "oui": "Perte de la sensibilité",
    "non": "Pas de perte de la sensibilité",
    "incomplet": "Examen incomplet : je ne conclus pas",
}
GRADES = {**{str(n): f"Grade {n}" for n in range(4)}, "aucun": "Pas de grade aujourd’hui"}
CATEGORIES = {**{str(n): f"Catégorie {n}" for n in range(4)}, "aucun": "Pas de catégorie aujourd’hui"}
DELAIS = {
    "1_3": "Dans 1 à 3 mois",
    "chaque_consultation": "À chaque consultation, tous les 3 mois environ",
    "3_6": "Dans 3 à 6 mois",
    "6_12": "Dans 6 à 12 mois",
    "12": "Dans 12 mois",
    "24": "Dans 24 mois",
}
#: Shortest and longest interval of each, in months.
MOIS = {"1_3": (1, 3), "chaque_consultation": (3, 3), "3_6": (3, 6), "6_12": (6, 12), "12": (12, 12), "24": (24, 24)}
#: From the most to the least urgent.
ALERTES = {
    "immediat": "Tout de suite : dans la pièce, ou le 15",
    "jour_meme": "Le jour même",
    "quelques_jours": "Dans les jours qui viennent",
    "programme": "À la prochaine réunion de concertation",
    "dossier": "Sans alerte : la trace au dossier suffit",
}
CONDUITES = {
    "eduquer": "Je lui montre comment regarder ses pieds chaque jour, plante comprise, et ses chaussures",
    "podologue": "Je l’oriente vers le pédicure-podologue pour la corne et les ongles",
    "decharge": "Je mets le pied en décharge : plus d’appui sur la zone",
    "oter_corne": "Je retire moi-même la corne, pour mieux tester",
}
#: What a case may ask to conclude, in this order, and its title.
PARTIES = {
    "sites": "La sensibilité, site par site",
    "perte": "La sensibilité de protection, pied par pied",
    "grade": "Le grade podologique français",
    "iwgdf": "La catégorie IWGDF",
    "recontrole": "Le prochain examen complet des pieds",
    "alerte": "Quand prévenez-vous le médecin ?",
    "conduite": "Ce que vous faites encore",
}


def zones(sites: tuple[str, ...]) -> tuple[str, ...]:
    """The zones of both feet, right first."""
    return tuple(f"{cote}.{site}" for cote in pied.PIEDS for site in sites)


def libelle(zone: str) -> str:
    """Name a zone in French: « pied droit, pulpe du gros orteil »."""
    cote, site = zone.split(".")
    return f"pied {cote}, {SITES[site]}"


def connus(sites: tuple[str, ...], fils: tuple[str, ...] = ()) -> dict[str, dict[str, Champ]]:
    """Gestures that can be made, with their fields; a filament is taken only where several lie there."""
    return {
        **({"prendre_fil": {"fil": fils}} if fils else {}),
        "expliquer": {},
        "decouvrir": {"pied": (*pied.PIEDS, "deux")},
        "plier_fil": {},
        "demontrer": {"lieu": LIEUX},
        "yeux": {"etat": ("fermes", "ouverts")},
        "appliquer": {
            "zone": zones(sites),
            "application": pied.APPLICATIONS,
            "contact_ms": (0, CONTACT_MAX_MS),
            "angle": ("perpendiculaire", "oblique"),
            "plie": bool,
            "glisse": bool,
            "position": ("centre", "pourtour"),
            "question": QUESTIONS,
        },
    }


def questions(conclure: tuple[str, ...]) -> list[dict[str, Any]]:
    """What is to be concluded, part by part: {"partie", "titre", "questions": [{"nom", "titre", "options"}]}.

    Under « conduite », boxes to tick: each question has its own text and no options.
    """
    parts = {
        "sites": [(zone, libelle(zone), ETATS) for zone in zones(pied.SITES)],
        "perte": [(f"perte.{cote}", f"Pied {cote}", PERTES) for cote in pied.PIEDS],
        "grade": [("grade", "", GRADES)],
        "iwgdf": [("iwgdf", "", CATEGORIES)],
        "recontrole": [("recontrole", "", DELAIS)],
        "alerte": [("alerte", "", ALERTES)],
        "conduite": [(nom, texte, {}) for nom, texte in CONDUITES.items()],
    }
    return [
        {
            "partie": part,
            "titre": titre,
            "questions": [
                {"nom": nom, "titre": texte, "options": [list(option) for option in options.items()]}
                for nom, texte, options in parts[part]
            ],
        }
        for part, titre in PARTIES.items()
        if part in conclure
    ]


def conclusions(conclure: tuple[str, ...]) -> dict[str, Champ]:
    """What may be concluded, as ``gestes.lire`` reads it."""
    return {
        question["nom"]: tuple(mot for mot, _ in question["options"]) or bool
        for part in questions(conclure)
        for question in part["questions"]
    }
