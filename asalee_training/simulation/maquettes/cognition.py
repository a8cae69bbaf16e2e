"""Settings of the maquettes of the module on cognition."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette

MAQUETTES: dict[str, Maquette] = {
    "trois_pas": Maquette(
        titre="Cinq mots sur leur chemin",
        consigne="Gardez le même nombre de mots manquants, et changez le pas qui faiblit. Comparez les deux rappels, puis l’indice.",
        reglages=(
            Choix(
                "pas",
                "Le pas qui faiblit",
                (("entrer", "1. Entrer"), ("garder", "2. Garder"), ("retrouver", "3. Retrouver")),
                "entrer",
            ),
            Curseur("perdus", "Manquants, sans aide", "sur 5", 0, 5, 1, 3),
        ),
    ),
    "silence": Maquette(
        titre="Le temps que vous laissez",
        consigne="Commencez à 4 secondes et comparez les deux hommes de 80 ans. Puis laissez du temps, et comparez encore.",
        reglages=(
            Choix(
                "qui",
                "L’homme en face de vous",
                (
                    ("quarante", "À 40 ans"),
                    ("quatre_vingts", "À 80 ans"),
                    ("neuf_perdu", "À 80 ans, le neuf ne reste pas"),
                ),
                "quatre_vingts",
            ),
            Curseur("secondes", "Votre silence", "s", 2, 30, 2, 4),
        ),
    ),
    "salle_attente": Maquette(
        titre="Cent personnes, un test",
        consigne="Changez le nombre de personnes atteintes, puis l’outil. Cherchez ce qui change le plus les fausses alertes.",
        reglages=(
            Curseur("malades", "Atteintes", "sur 100", 1, 60, 1, 5),
            Choix("test", "L’outil", (("codex", "Codex"), ("cinq_mots_pondere", "Cinq mots, score pondéré")), "codex"),
        ),
    ),
    "maison_mois": Maquette(
        titre="Une maison, mois après mois",
        consigne="Choisissez un début, puis faites passer les mois un à un. Regardez les pièces, et l’allure de la courbe.",
        reglages=(
            Choix(
                "debut",
                "Comment cela commence",
                (
                    ("memoire", "Par la mémoire"),
                    ("comportement", "Par le comportement"),
                    ("a_coups", "Par à-coups"),
                    ("dents_de_scie", "En dents de scie"),
                ),
                "memoire",
            ),
            Curseur("mois", "Depuis le début", "mois", 0, 24, 1, 0),
        ),
    ),
    "heure_visite": Maquette(
        titre="L’heure de votre visite",
        consigne="Choisissez une cause, puis changez l’heure de la visite. Voyez ce que dix heures cachent, et ce que seize montrent.",
        reglages=(
            Choix(
                "cause",
                "Ce qui la trouble",
                (
                    ("confusion", "Une confusion"),
                    ("humeur", "Une humeur triste"),
                    ("sucre", "Un sucre trop bas"),
                    ("sedatifs", "Des médicaments du soir"),
                    ("installe", "Un trouble installé"),
                ),
                "confusion",
            ),
            Curseur("heure", "Vous venez à", "h", 7, 21, 1, 10),
        ),
    ),
    "escalier_alerte": Maquette(
        titre="L’escalier de l’alerte",
        consigne="Partez du bas. Changez un seul réglage à la fois, et regardez de combien de marches vous montez.",
        reglages=(
            Choix(
                "trouve",
                "Ce que montre le repérage",
                (
                    ("normal", "Codex A, sans aide"),
                    ("positif", "Codex C, sans aide"),
                    ("aidee", "Codex C, aidée"),
                    ("tres_positif", "Codex D, sans aide"),
                ),
                "normal",
            ),
            Choix(
                "ajout",
                "Ce qui s’ajoute",
                (
                    ("rien", "Rien"),
                    ("route", "Trois accrochages"),
                    ("mourir", "« Je pense à mourir »"),
                    ("lundi", "Tout a changé lundi"),
                    ("gaz", "Une odeur de gaz"),
                ),
                "rien",
            ),
        ),
    ),
}
