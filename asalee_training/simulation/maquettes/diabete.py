"""Settings of the maquettes of the module on diabetes."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette

MAQUETTES: dict[str, Maquette] = {
    "cle_serrure": Maquette(
        titre="La clé, la serrure et le foie",
        consigne=(
            "Changez le nombre de clés, puis la serrure, puis le moment. Regardez ce qui reste dans le sang, et d’où cela vient."
        ),
        reglages=(
            Choix(
                "moment",
                "Le moment",
                (
                    ("nuit", "La nuit, à jeun"),
                    ("repas", "Après un repas"),
                    ("marche", "Après un repas, en marchant"),
                ),
                "nuit",
            ),
            Choix("serrure", "La serrure", (("souple", "Souple"), ("grippee", "Grippée")), "souple"),
            Curseur("cles", "Les clés d’insuline", "clés", 0, 12, 2, 2),
        ),
    ),
    "nerfs_longueur": Maquette(
        titre="Le nerf se perd par le bout",
        consigne=(
            "Faites monter l’atteinte depuis les orteils. Changez de fibres. Écoutez ce qu’elle vous dit, puis ce que dit le fil."
        ),
        reglages=(
            Curseur("hauteur", "Longueur atteinte, depuis les orteils", "cm", 0, 60, 5, 0),
            Choix(
                "fibres",
                "Ce qui est atteint",
                (("grosses", "Les grosses fibres"), ("petites", "Les petites fibres"), ("deux", "Les deux")),
                "petites",
            ),
        ),
    ),
    "vue_et_retine": Maquette(
        titre="Ce qu’elle voit, ce que voit la photographie",
        consigne=(
            "Ajoutez des taches de sang sur la rétine. Regardez la route, puis la photographie. Changez ensuite leur place."
        ),
        reglages=(
            Curseur("taches", "Taches de sang", "taches", 0, 12, 1, 0),
            Choix(
                "endroit",
                "Ce qui arrive",
                (
                    ("loin", "Elles restent loin de la macula"),
                    ("macula", "La macula est touchée"),
                    ("rupture", "Un vaisseau fragile se rompt"),
                ),
                "loin",
            ),
        ),
    ),
    "resucrage": Maquette(
        titre="Quinze grammes, quinze minutes",
        consigne=(
            "Choisissez ce que vous donnez, puis avancez les minutes. Allez jusqu’au bout des deux heures, avec et sans collation."
        ),
        reglages=(
            Curseur("minute", "Le temps", "min", 0, 120, 5, 0),
            Choix(
                "donne",
                "Vous donnez",
                (
                    ("rien", "Rien"),
                    ("deux_fois", "15 g, contrôle, 15 g encore"),
                    ("chocolat", "Quatre carrés de chocolat"),
                    ("soixante", "60 g d’un coup"),
                ),
                "deux_fois",
            ),
            Choix("ensuite", "À 30 minutes", (("rien", "Il repart"), ("collation", "Une collation")), "rien"),
        ),
    ),
    "globules_rouges": Maquette(
        titre="Des globules qui vivent plus ou moins longtemps",
        consigne=(
            "Réglez d’abord le sucre du sang. Puis raccourcissez la vie des globules, sans toucher au sucre. Comparez les deux nombres."
        ),
        reglages=(
            Curseur("glycemie", "Glycémie moyenne", "g/L", 1.3, 3.0, 0.1, 1.8, decimales=1),
            Curseur("vie", "Vie d’un globule rouge", "jours", 60, 140, 10, 120),
        ),
    ),
    "filtres_du_rein": Maquette(
        titre="Les filtres du rein",
        consigne="Fermez les filtres, cran par cran. Regardez la créatinine, puis ce qu’elle vous dit. Ajoutez la fuite.",
        reglages=(
            Curseur("dfg", "Filtres ouverts", "sur 100", 10, 100, 5, 100),
            Choix(
                "fuite",
                "L’albumine",
                (("a1", "Elle reste dans le sang"), ("a2", "Elle fuit un peu"), ("a3", "Elle fuit beaucoup")),
                "a1",
            ),
        ),
    ),
    "calendrier_suivi": Maquette(
        titre="Le calendrier qui tourne",
        consigne=(
            "Le bilan complet est fait, puis plus rien. Avancez les mois. Changez ensuite la personne : certaines lignes bougent."
        ),
        reglages=(
            Curseur("mois", "Dernier bilan complet", "mois", 0, 26, 1, 6),
            Choix(
                "personne",
                "La personne",
                (
                    ("objectif", "À l’objectif, tout va bien"),
                    ("hba1c", "HbA1c au-dessus"),
                    ("insuline", "Sous insuline, à l’objectif"),
                    ("pied", "À l’objectif, pied de grade 2"),
                    ("rein", "À l’objectif, DFG à 45"),
                ),
                "objectif",
            ),
        ),
    ),
    "deux_classements": Maquette(
        titre="Un pied, deux classements",
        consigne="Réglez le pied, et cherchez quand les deux classements se séparent.",
        reglages=(
            Curseur("sites", "Sites perdus au fil", "sur 6", 0, 6, 1, 0),
            Choix(
                "pied_vu",
                "Le pied",
                (
                    ("rien", "Pouls présents, bien formé"),
                    ("deformation", "Pouls présents, orteil dévié"),
                    ("aomi", "Deux pouls absents"),
                ),
                "rien",
            ),
            Choix(
                "histoire",
                "L’histoire",
                (("aucune", "Aucune"), ("amputation", "Un orteil amputé"), ("dialyse", "Une dialyse")),
                "aucune",
            ),
        ),
    ),
    "portes_champ": Maquette(
        titre="Trois portes, et la porte d’à côté",
        consigne="Choisissez un acte, regardez les portes. Changez ensuite ce que vous trouvez en arrivant.",
        reglages=(
            Choix(
                "acte",
                "L’acte",
                (
                    ("pieds", "L’examen des pieds"),
                    ("fond_oeil", "Le fond d’œil"),
                    ("ecg", "L’ECG"),
                    ("corne", "Le soin d’une corne"),
                    ("insuline", "Une dose d’insuline"),
                ),
                "pieds",
            ),
            Choix(
                "situation",
                "En arrivant, vous trouvez",
                (
                    ("calme", "Elle va bien, elle accepte"),
                    ("plaie", "Une plaie sous le pied"),
                    ("malaise", "Des sueurs, un malaise"),
                ),
                "calme",
            ),
        ),
    ),
}
