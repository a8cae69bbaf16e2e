"""Figures of the lessons, drawn by code when a notebook is built; a trainee's kernel never loads them.

A figure is a pure function of its own name in one of the files of this folder, without argument: it returns a
``Dessin``, its SVG and the French text that stands for it. The same bytes on every machine.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from asalee_training.figures.toile import Dessin

#: Each figure: the file of this folder that draws it, and what it shows.
NOMS: dict[str, tuple[str, str]] = {
    "annee_diabete": ("sucre", "Une année de suivi du diabète, examen par examen"),
    "atherosclerose": ("arteres", "La paroi d’une artère : saine, avec une plaque, rétrécie"),
    "automesure_semaine": ("tension", "L’automesure : trois mesures, matin et soir, trois jours"),
    "bronches": ("poumons", "Bronche et alvéoles : poumon sain, BPCO (bronche enflammée, emphysème)"),
    "cerveau_hippocampe": ("memoire", "Le cerveau de profil : frontal, hippocampe, pariétal"),
    "champ_actes": ("champ", "Les actes des quatre protocoles : prescrire, réaliser, interpréter"),
    "coeur_qui_se_remplit": ("insuffisance", "Un cœur qui se vide mal : les quatre signes EPOF"),
    "colon_polype": ("colon", "Du polype au cancer du côlon, et ce que le test cherche"),
    "confusion_ou_memoire": ("memoire", "Confusion, humeur triste, trouble installé : ce qui les sépare"),
    "courbe_debit_volume": ("souffle", "Courbes débit-volume : normale, obstruction, restriction possible"),
    "courbe_volume_temps": ("souffle", "Courbes volume-temps : le VEMS à une seconde, la CVF au plateau"),
    "dependance_cycle": ("tabac", "La boucle de la dépendance, et par où on l’ouvre"),
    "derivations_thorax": ("coeur", "V1 à V6 sur le thorax, et les espaces à compter"),
    "electrodes_membres": ("coeur", "Les quatre électrodes des membres et leurs couleurs"),
    "expositions_metiers": ("exposition", "Ce que l’on respire en plus du tabac : huit métiers et lieux"),
    "fibres_nerveuses": ("nerfs", "Les nerfs du pied : grosses et petites fibres, et ce qui se perd avec chacune"),
    "fond_oeil_conditions": (
        "oeil",
        "Le fond d’œil : quatre conditions pour deux ans, une seule manque et c’est un an",
    ),
    "fragilite_questions": ("domicile", "Six questions à une personne âgée, chez elle"),
    "globule_120_jours": ("sang", "La vie d’un globule rouge, et ce que pèse chaque mois dans l’HbA1c"),
    "grades_pied": ("pied", "Les quatre grades podologiques français, et les séances qu’ils ouvrent"),
    "horloge_exemples": ("memoire", "Quatre horloges à 11 h 10 : juste, tassée, liée au mot, incomplète"),
    "hypoglycemie_temps": ("sucre", "L’hypoglycémie en deux temps, et le resucrage"),
    "iadl_chemin": ("reperage", "Quatre activités, un fait pour chacune, et le chemin jusqu’à la cause"),
    "insuline_glucose": ("sucre", "L’insuline, une clé : sans diabète, résistance, diabète de type 2"),
    "liste_chemin": ("habitudes", "Six choses sur une liste, ou une seule habitude, pas à pas"),
    "memoire_etapes": ("memoire", "Les trois pas d’un souvenir, et ce que dit l’indice"),
    "nephron_glomerule": ("reins", "Le filtre du rein, intact ou abîmé, et les stades de l’albuminurie"),
    "nicotine_recepteurs": ("tabac", "Nicotine par pics ou en continu ; les récepteurs avant, pendant, après"),
    "oeil_retine": ("oeil", "L’œil en coupe et le fond d’œil : rétine saine, rétinopathie"),
    "parole_du_proche": ("reperage", "La personne, son proche et vous : ce qui se dit, ce qui ne se rend pas"),
    "piece_passation": ("reperage", "Avant le premier mot : dix choses à regarder dans la pièce"),
    "pied_sites": ("pied", "Les trois sites du monofilament, sous chaque pied"),
    "plaque_thrombose": ("arteres", "Une plaque qui se fissure : le caillot, l’accident"),
    "poumons_volumes": ("poumons", "Les volumes du poumon : la CVF, et le volume résiduel qui reste"),
    "score2_facteurs": ("risque", "SCORE2 d’une femme de 60 ans, facteur après facteur"),
    "sein_parcours": ("depistage", "De l’invitation au résultat : deux lectures, et votre place"),
    "sein_signes": ("depistage", "Six signes du sein qui n’attendent pas la mammographie"),
    "selles_gestes": ("colon", "Le test du côlon à la maison, en cinq gestes"),
    "seringue_coups": ("seringue", "Neuf coups de seringue de 3 litres, dont un hors des limites"),
    "souffle_fautes": ("souffle", "Le même souffle bien fait, départ lent, toux, arrêt trop tôt (simulé)"),
    "substituts_formes": ("tabac", "Les substituts nicotiniques : le timbre, et les formes à la demande"),
    "suivi_trois_ans": ("habitudes", "Trois ans de suivi cardiovasculaire, examen par examen"),
    "tension_brassard": ("tension", "La position du bras et le choix du brassard"),
    "tour_de_taille": ("corpulence", "Où se mesure le tour de taille, et ses repères"),
}


@lru_cache(maxsize=64)
def draw(nom: str) -> Dessin:
    """Draw a figure. Raises ``KeyError`` if it does not exist: content checks names before anything is built."""
    module = import_module(f"{__name__}.{NOMS[nom][0]}")
    dessin: Dessin = getattr(module, nom)()
    return dessin


__all__ = ["NOMS", "Dessin", "draw"]
