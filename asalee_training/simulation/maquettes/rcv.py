"""Settings of the maquettes of the module on cardiovascular risk."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette

MAQUETTES: dict[str, Maquette] = {
    "artere_plaque": Maquette(
        titre="Une artère au fil des années",
        consigne="Faites passer les années. Regardez d’abord la paroi, puis le passage du sang, puis ce que dit la personne.",
        reglages=(
            Curseur("age", "Son âge", "ans", 20, 80, 5, 20),
            Choix(
                "facteurs",
                "Ce qui abîme la paroi",
                (
                    ("aucun", "Ni tabac, ni pression, ni LDL haut"),
                    ("tabac", "Le tabac"),
                    ("plusieurs", "Tabac, pression et LDL hauts"),
                ),
                "plusieurs",
            ),
            Choix(
                "change",
                "À 45 ans",
                (("non", "Rien ne change"), ("oui", "Tout est repris en main")),
                "non",
            ),
        ),
    ),
    "derniere_heure": Maquette(
        titre="Quelle heure donner au 15 ?",
        consigne="À 7 heures, sa bouche est de travers. Changez l’heure où on l’a vue bien, puis le temps que l’on attend.",
        reglages=(
            Choix(
                "vue",
                "Vue bien pour la dernière fois",
                (
                    ("devant", "À 7 h, c’est arrivé devant son mari"),
                    ("nuit", "À 4 h, elle s’est levée"),
                    ("coucher", "À 22 h 30, au coucher"),
                ),
                "devant",
            ),
            Curseur("attente", "On attend avant d’appeler", "min", 0, 240, 15, 0),
        ),
    ),
    "suivi_dates": Maquette(
        titre="En retard, à jour, ou trop tôt ?",
        consigne="Gardez les dates et changez la personne : le même examen change de case.",
        reglages=(
            Choix(
                "personne",
                "La personne",
                (
                    ("simple", "Pression normale, LDL 1,20\u00a0g/L, sans statine"),
                    ("pression", "Pression élevée, LDL 1,20\u00a0g/L, sans statine"),
                    ("traitee", "Pression élevée, LDL 1,75\u00a0g/L, sous statine"),
                ),
                "simple",
            ),
            Curseur("ecg", "ECG, il y a", "mois", 0, 60, 6, 18),
            Curseur("lipides", "Bilan lipidique, il y a", "mois", 0, 60, 6, 24),
        ),
    ),
    "champ_porte": Maquette(
        titre="La porte est-elle ouverte ?",
        consigne="Choisissez un geste, puis le protocole que suit la personne. Cherchez les portes qui changent avec le protocole.",
        reglages=(
            Choix(
                "geste",
                "Le geste",
                (
                    ("ecg_prescrire", "Prescrire un ECG"),
                    ("ecg_realiser", "Réaliser un ECG"),
                    ("ecg_lire", "Dire ce que montre un ECG"),
                    ("spirometrie", "Prescrire une spirométrie"),
                    ("substitut", "Prescrire un substitut"),
                    ("renouveler", "Renouveler un traitement"),
                    ("annoncer", "Annoncer une maladie"),
                ),
                "ecg_prescrire",
            ),
            Choix(
                "protocole",
                "Le protocole",
                (("rcv", "Cardiovasculaire"), ("diabete", "Diabète"), ("bpco", "Tabac")),
                "rcv",
            ),
        ),
    ),
    "deux_lieux": Maquette(
        titre="Haute ici, normale là-bas",
        consigne="Au départ, les chiffres d’Yves. Mettez ceux de Loïc, 132 et 143, puis cherchez les deux autres cases.",
        reglages=(
            Curseur("cabinet", "Systolique au cabinet", "mmHg", 110, 190, 1, 158),
            Curseur("maison", "Moyenne à la maison", "mmHg", 110, 180, 1, 126),
        ),
    ),
    "tube_cholesterol": Maquette(
        titre="De quoi est fait son cholestérol",
        consigne="Ne changez que les triglycérides : le même total, et pourtant le LDL calculé bouge. Allez jusqu’au bout.",
        reglages=(
            Curseur("total", "Cholestérol total", "g/L", 1.6, 3.4, 0.05, 2.3, decimales=2),
            Curseur("hdl", "HDL", "g/L", 0.3, 0.8, 0.01, 0.58, decimales=2),
            Curseur("tg", "Triglycérides", "g/L", 0.5, 4.0, 0.1, 1.2, decimales=1),
        ),
    ),
    "cent_hommes": Maquette(
        titre="Cent hommes comme lui",
        consigne="Au départ, les chiffres de M. Arnaud. Changez une chose à la fois : le tabac, la pression, puis l’âge.",
        reglages=(
            Curseur("age", "Son âge", "ans", 40, 69, 1, 52),
            Choix("tabac", "Fume-t-il ?", (("oui", "Il fume"), ("non", "Il ne fume pas")), "oui"),
            Curseur("pas", "Pression systolique", "mmHg", 100, 178, 2, 148),
        ),
    ),
}
