"""The words of a ``passation_cinq_mots``: what may be done, said and concluded, as the trainee reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from asalee_training.clinical import cognition
from asalee_training.exercises.cotation_test.feuilles import CONDITIONS as NOMS
from asalee_training.exercises.cotation_test.feuilles import CONDUITES as TOUTES
from asalee_training.exercises.gestes import Champ
from asalee_training.simulation.seance_cinq_mots import MANIERES, MINUTES_MAX, MOMENTS

#: Conditions of this test: what to look at, and what may be done about it on the spot.
CONDITIONS: Mapping[str, tuple[str, str]] = {
    "appareils": ("Vérifier la vue et l’audition", "Faire mettre lunettes et appareil"),
    "lieu": ("Écouter la pièce", "Faire le calme"),
    "tiers": ("Regarder qui est présent", "Recevoir la personne seule"),
    "langue_scolarite": ("Demander langue, lecture et école", "Noter langue et scolarité"),
    "interprete": ("Demander qui traduit", "Continuer avec cette personne"),
    "douleur_fatigue": ("Demander douleur et fatigue", "Proposer de s’installer mieux"),
    "anxiete": ("Demander comment se sent la personne", "Rassurer sur le but"),
    "etat_stable": ("Demander ce qui a changé ces jours-ci", "Attendre que cela passe"),
    "cause_somatique": ("Prendre température et constantes", "Attendre et reprendre"),
    "liste": ("Chercher la dernière épreuve au dossier", "Préparer une autre liste"),
}
HABITUELLES = tuple(nom for nom in CONDITIONS if nom != "interprete")
A_CORRIGER = ("appareils", "lieu", "tiers", "anxiete")
EXPLIQUER = {
    "examen": "Je vais vous faire passer un examen de mémoire. Il faut réussir.",
    "neutre": "Je vous propose un exercice avec cinq mots. Ce n’est pas une note. Êtes-vous d’accord ?",
    "maladie": "C’est pour voir si vous avez un début d’Alzheimer.",
}
ENCOURAGER = {
    "temps": "Prenez votre temps.",
    "trompez": "Non, vous vous trompez.",
    "facile": "Allons, c’est pourtant facile.",
    "effort": "Merci de l’effort que vous faites.",
}
TACHES = {
    "silence": "Attendez un moment, sans rien faire.",
    "horloge": "Pouvez-vous dessiner une horloge qui marque onze heures dix ?",
    "autre_liste": "Voici cinq autres mots à retenir.",
    "compter": "Pouvez-vous compter à rebours, à partir de cent ?",
    "animaux": "Dites-moi tous les noms d’animaux qui vous viennent.",
}
MINUTES = (1, 2, 3, 4, 5, 10)
MANIERES_DITES = dict(zip(MANIERES, ("Par la catégorie", "Par la première lettre", "En disant le mot"), strict=True))
CODES = {"libre": "Libre", "indice": "Indicé", "absent": "Absent"}
CODES_HORS = {"intrusion": "Entendu", "aucune": "Aucun"}
RAPPELS = {
    "immediat": "Quels étaient les cinq mots que vous venez de lire ?",
    "differe": "Tout à l’heure, vous avez lu cinq mots. Pouvez-vous me les redire ?",
}
TERMINER = {
    "rassurer": "Tout va bien, votre mémoire est parfaite pour votre âge.",
    "rate": "Vous avez raté le test.",
    "suite": "Merci. Ce n’est pas un diagnostic. Avec votre accord, j’en parle à votre médecin, qui vous dira la suite.",
    "maladie": "Cela ressemble à un début de maladie d’Alzheimer.",
}
COMPTES = {
    "rli": "Immédiat, libres",
    "rii": "Immédiat, indicés",
    "rld": "Différé, libres",
    "rid": "Différé, indicés",
}
NON_LU = {"non_interpretable": "Non interprétable"}
DUBOIS = {"negatif": "Négatif", "positif": "Positif", **NON_LU}
PRATIQUE = {"normal": "Normal", "limite": "Limite", "anormal": "Anormal", **NON_LU}
CONDUITES = {
    nom: TOUTES[nom] for nom in ("poursuivre", "rassurer", "concertation", "refaire", "diagnostic", "medecin_jour", "biologie")
} | {"refaire": "Je n’interprète pas : je refais l’épreuve un autre jour, dans de bonnes conditions"}  # fmt: skip


def nom(condition: str) -> str:
    """Short name of a condition, for a sentence."""
    return NOMS[condition]


def connus(conditions: Sequence[str], listes: Sequence[str]) -> dict[str, dict[str, Champ]]:
    """Gestures that can be made, with their fields."""
    verifiees: dict[str, dict[str, Champ]] = {}
    if conditions:
        verifiees = {g: {"condition": tuple(conditions)} for g in ("verifier", "corriger")}
    return verifiees | {
        "expliquer": {"phrase": tuple(EXPLIQUER)},
        "montrer": {"liste": tuple(listes)},
        "faire_lire": {},
        "demander_categorie": {"mot": (0, 4)},
        "cacher": {},
        "rappel_libre": {"moment": MOMENTS},
        "indicer": {"moment": MOMENTS, "mot": (0, 4), "maniere": MANIERES},
        "noter": {"moment": MOMENTS, "mot": (0, 5), "code": (*CODES, *CODES_HORS)},
        "intercaler": {"tache": tuple(TACHES), "minutes": (1, MINUTES_MAX)},
        "encourager": {"phrase": tuple(ENCOURAGER)},
        "reporter": {},
        "terminer": {"phrase": tuple(TERMINER)},
    }


CONCLUSIONS: Mapping[str, Champ] = {
    **dict.fromkeys(COMPTES, (0, 5)),
    "total": (0, 10),
    "lecture_dubois": tuple(DUBOIS),
    "lecture_pratique": tuple(PRATIQUE),
    "conduite": tuple(CONDUITES),
}


def lectures(total: int) -> cognition.CinqMots:
    """Both readings of a total; nothing else of it is to be used."""
    return cognition.cinq_mots(min(total, 5), 0, max(total - 5, 0), 0)
