"""What a nurse chooses from: the words for each value that a key may take."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from asalee_training.content.models import MODULE_DU_PROTOCOLE, PARTIES, PROTOCOLES
from asalee_training.exercises import nombre, scope
from asalee_training.exercises.cotation_test import feuilles
from asalee_training.exercises.dessin_horloge import REGLES
from asalee_training.exercises.electrodes import mots as mots_ecg
from asalee_training.exercises.entretien.scene import ELEMENTS, codes
from asalee_training.exercises.examen_monofilament import mots as mots_pieds
from asalee_training.exercises.mesure_tension import mots as mots_tension
from asalee_training.exercises.passation_cinq_mots import mots as mots_cinq
from asalee_training.exercises.seance_spirometrie import mots as mots_spiro
from asalee_training.exercises.zones_pied import ZONES, libelle
from asalee_training.pages.mes_modules import TITRES
from asalee_training.simulation import avant_spirometrie, horloges
from asalee_training.simulation.listes_cinq_mots import LISTES

Choix = list[tuple[Any, str]]
#: The files of maquettes, in few words.
MODULES = {
    "diabete": "Diabète",
    "rcv": "Cœur et artères",
    "bpco": "Souffle et tabac",
    "cognition": "Mémoire",
    "prevention": "Prévention",
}
#: Exercise types as a trainer picks one: name, and what the trainee does.
TYPES: dict[str, tuple[str, str]] = {
    "choix": ("Une réponse à choisir", "Une seule réponse parmi plusieurs."),
    "choix_multiple": ("Plusieurs réponses à cocher", "Une ou plusieurs réponses parmi plusieurs."),
    "nombre": ("Un nombre à calculer ou à lire", "Le nombre et son unité ; le calcul se refait pour chaque patiente."),
    "zones_pied": ("Des sites à désigner sur les pieds", "Les six points du monofilament, sur un dessin."),
    "texte": ("Un texte à rédiger", "Une transmission, une synthèse : la référente le note avec une grille."),
    "examen_monofilament": (
        "Un examen au monofilament, à faire",
        "Elle tient le fil, le patient répond, elle conclut.",
    ),
    "seance_spirometrie": ("Une spirométrie, à conduire", "De la seringue à la transmission, souffle par souffle."),
    "electrodes": ("Un ECG, à enregistrer", "Poser les électrodes, contrôler la qualité, transmettre."),
    "mesure_tension": ("Une mesure de la tension, à faire", "Au cabinet aux deux bras, ou couché puis debout."),
    "passation_cinq_mots": ("L’épreuve des cinq mots, à faire passer", "Un dialogue, rappel par rappel."),
    "cotation_test": ("Une feuille de test à coter", "Horloge, Codex, Mini-Cog, IADL, mini-GDS…"),
    "dessin_horloge": ("Une horloge à dessiner", "Juste, ou fausse comme vous le demandez."),
    "entretien": (
        "Un entretien, réplique par réplique",
        "Chaque réponse mène à un autre moment. Le plus long à écrire.",
    ),
}
#: Keys whose values are words of our own.
_MOTS: dict[str, Choix] = {
    "mode": [("entrainement", "Tout de suite : entraînement"), ("evaluation", "Après avoir remis sa copie : évaluation")],
    "niveau": [(1, "1, découverte"), (2, "2, courant"), (3, "3, difficile")],
    "gravite": [
        ("dangereux", "Oui, dangereux : le patient pourrait en pâtir"),
        ("hors_champ", "Oui, hors du champ : le protocole ne confie pas cet acte à l’infirmière"),
    ],
    "lieu": [("cabinet", "Au cabinet"), ("domicile", "À domicile")],
    "depart": [("nu", "Tout est à faire"), ("pose_fautive", "Un tracé faux est déjà fait : le reconnaître, le reprendre")],
    "symptomes": [
        ("aucun", "Aucune gêne"), ("douleur", "Douleur dans la poitrine"), ("dyspnee", "Essoufflement"),
        ("palpitations", "Palpitations"), ("syncope", "Syncope"),
    ],
    "vitesse_mm_s": [(25, "25 mm/s, la vitesse habituelle"), (50, "50 mm/s")],
    "amplitude_mm_mv": [(5, "5 mm/mV"), (10, "10 mm/mV, l’amplitude habituelle"), (20, "20 mm/mV")],
    "mesure_tension.acte": [
        ("cabinet", "Au cabinet, assis, aux deux bras"),
        ("orthostatisme", "Couché, puis debout à une et trois minutes"),
    ],
    "sites": [(3, "Les trois sites de référence de chaque pied"), ("dix", "Dix sites par pied ; les sept autres ne sont pas notés")],
    "etapes": [
        ("avant", "Avant : seringue, contre-indications, taille"), ("manoeuvres", "Les souffles"),
        ("resultats", "Les résultats et leur qualité"), ("conduite", "La conduite à tenir"),
    ],
    "repetabilite": [("bonne", "Bonne, à 0,15 L près"), ("moyenne", "Moyenne, entre 0,15 et 0,20 L")],
    "minicog": [(2, "2 : normale"), (0, "0 : anormale")],
    "reflets_par_question": [("correct", "Correct"), ("bon", "Bon")],
    "reflets_complexes": [("correct", "Correct"), ("bon", "Bon")],
    "groupe_gli_2012": [
        (1, "1, caucasien"), (2, "2, afro-américain"), (3, "3, Asie du Nord-Est"), (4, "4, Asie du Sud-Est"), (5, "5, autre ou mixte"),
    ],
    "heure": [(h, h) for h in horloges.HEURES],
    "dessin_horloge.heure": [],
    "acte.protocole": [("diabete", "Diabète"), ("rcv", "Risque cardiovasculaire"), ("bpco", "BPCO, tabac"), ("cognition", "Troubles cognitifs")],
}  # fmt: skip
_ERREURS_DESSIN = {
    "chiffre_manquant": "un chiffre manque", "chiffres_manquants": "plusieurs chiffres manquent",
    "chiffre_double": "un chiffre en double", "perseveration": "chiffres au-delà de 12",
    "chiffres_tasses": "chiffres tassés d’un côté", "mal_espaces": "chiffres mal espacés",
    "chiffres_inverses": "deux chiffres inversés", "antihoraire": "chiffres tournés à l’envers",
    "sans_aiguilles": "aucune aiguille", "heure_ecrite": "l’heure écrite en chiffres", "une_aiguille": "une seule aiguille",
    "aiguilles_interverties": "aiguilles interverties", "memes_longueurs": "aiguilles de même longueur",
    "minute_fausse": "minutes fausses", "heure_fausse": "heure fausse", "lie_au_stimulus": "aiguille sur le « 10 » de « dix »",
    "cercle_ouvert": "cercle ouvert", "tremblement": "trait qui tremble",
}  # fmt: skip
_CRITERES = {
    "chiffres_presents": "les douze chiffres", "ordre": "leur ordre", "position": "leur place", "deux_aiguilles": "deux aiguilles",
    "aiguille_heure": "l’aiguille des heures", "aiguille_minute": "l’aiguille des minutes", "tailles": "leurs longueurs",
}  # fmt: skip


def _pairs(table: Mapping[Any, str]) -> Choix:
    return [(value, words[:1].upper() + words[1:]) for value, words in table.items()]


@cache
def _fixed() -> dict[str, Choix]:
    return {
        **_MOTS,
        "partie": _pairs(PARTIES),
        "protocole": [(nom, TITRES[MODULE_DU_PROTOCOLE.get(nom, nom)]) for nom in PROTOCOLES],
        "acte.acte": sorted(_pairs(scope.actes()), key=lambda pair: pair[1]),
        "geste": _pairs(scope.gestes()),
        "acte.conditions": _pairs(scope.conditions()),
        "examen_monofilament.conclure": [
            (part["partie"], part["titre"]) for part in mots_pieds.questions(tuple(mots_pieds.PARTIES))
        ],
        "examen_monofilament.fils": _pairs(mots_pieds.FILS),
        "mesure_tension.conclure": _pairs({k: v for parts in mots_tension.PARTIES.values() for k, v in parts.items()}),
        "manoeuvres": _pairs(mots_spiro.NOMS),
        "manoeuvres_apres": _pairs(mots_spiro.NOMS),
        "contre_indication": _pairs(avant_spirometrie.contre_indications()),
        "fautes": _pairs({k: v for k, v in mots_ecg.DEFAUTS.items() if k != "autre_erreur_de_pose"}),
        "test": _pairs({nom: feuille.titre for nom, feuille in feuilles.FEUILLES.items()}),
        "cotation_test.conditions": _pairs(feuilles.CONDITIONS),
        "passation_cinq_mots.conditions": _pairs(
            {nom: verifier for nom, (verifier, _) in mots_cinq.CONDITIONS.items()}
        ),
        "listes": _pairs({nom: liste.titre for nom, liste in LISTES.items()}),
        "erreurs_dessin": _pairs({nom: _ERREURS_DESSIN[nom] for nom in horloges.ERREURS}),
        "manques": _pairs({nom: _CRITERES[nom] for nom in REGLES}),
        "element": _pairs({nom: nom_dit for nom, (_, nom_dit) in ELEMENTS.items()}),
        "replique.code": _pairs(codes("infirmiere")),
        "exemple.code": _pairs(codes("infirmiere")),
        "tour.code": _pairs(codes("patient")),
        "grandeur": _pairs(nombre.grandeurs()),
        "zones": [(zone, libelle(zone)) for zone in ZONES],
    }


def options(contexte: str, cle: str) -> Choix:
    """Return (value, words) that a key may take, [] when it is written freely."""
    table = _fixed()
    return table.get(f"{contexte}.{cle}", table.get(cle, []))
