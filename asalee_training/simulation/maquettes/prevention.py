"""Settings of the maquettes of the module on prevention and extensions."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette

MAQUETTES: dict[str, Maquette] = {
    "mille_femmes": Maquette(
        "Mille femmes, une mammographie",
        "Réglez d’abord votre idée : sur mille femmes, combien auront une image à vérifier par d’autres examens ? Puis montrez les "
        "chiffres, l’un après l’autre.",
        (
            Curseur("idee", "À votre idée", "femmes", 0, 400, 10, 200),
            Choix(
                "montrer",
                "Montrer",
                (
                    ("idee", "mon idée seulement"),
                    ("images", "une image à vérifier"),
                    ("cancers", "un cancer"),
                    ("entre_deux", "un cancer entre deux mammographies"),
                    ("dix_ans", "les décès évités en dix ans"),
                ),
                "idee",
            ),
        ),
    ),
    "mille_tests": Maquette(
        "Mille tests du côlon",
        "Montrez ce que deviennent ces tests, et cherchez le nombre que vous pouvez faire baisser.",
        (
            Choix(
                "montrer",
                "Montrer",
                (
                    ("illisibles", "les tests illisibles"),
                    ("positifs", "les tests positifs"),
                    ("trouves", "ce que trouve la coloscopie"),
                ),
                "illisibles",
            ),
        ),
    ),
    "cent_positifs": Maquette(
        "Cent tests positifs, et le temps qui passe",
        "Avancez dans le temps, et comptez qui a passé la porte de la coloscopie.",
        (
            Choix(
                "delai",
                "Nous sommes",
                (
                    ("0", "le jour du résultat"),
                    ("1_mois", "un mois après"),
                    ("3_mois", "trois mois après"),
                    ("24_mois", "deux ans après"),
                ),
                "0",
            ),
        ),
    ),
    "imc_et_tour": Maquette(
        "Un poids, deux tours de taille",
        "Gardez le poids, changez le tour de taille ; puis l’inverse. Cherchez où les deux mesures se contredisent.",
        (
            Choix("personne", "Qui", (("femme", "une femme de 1,64 m"), ("homme", "un homme de 1,76 m")), "femme"),
            Curseur("poids_kg", "Poids", "kg", 50, 130, 1, 80),
            Curseur("tour_cm", "Tour de taille", "cm", 65, 130, 1, 76),
        ),
    ),
    "matin_balance": Maquette(
        "Une semaine de matins",
        "Choisissez une semaine, puis avancez d’un matin à l’autre. Cherchez le matin où l’on appelle, et pourquoi celui-là.",
        (
            Choix(
                "semaine",
                "Semaine",
                (("ordinaire", "ordinaire"), ("vite", "l’eau monte vite"), ("lente", "l’eau monte lentement")),
                "ordinaire",
            ),
            Curseur("jour", "Matin", "", 1, 8, 1, 1),
        ),
    ),
    "maison_la_nuit": Maquette(
        "Du lit aux toilettes",
        "Scène inventée. Passez du jour à la nuit, puis changez le tapis et la lumière. Voyez ce qu’elle laisse faire.",
        (
            Choix("moment", "Moment", (("jour", "le jour"), ("nuit", "la nuit")), "jour"),
            Choix(
                "tapis",
                "Le tapis du couloir",
                (
                    ("libre", "posé, comme il est"),
                    ("enleve", "enlevé par vous, sans elle"),
                    ("mur", "au mur du salon, avec elle"),
                ),
                "libre",
            ),
            Choix(
                "lumiere",
                "La lumière",
                (
                    ("interrupteur", "l’interrupteur du couloir"),
                    ("veilleuses", "des veilleuses au ras du sol"),
                ),
                "interrupteur",
            ),
        ),
    ),
}
