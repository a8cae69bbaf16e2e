"""Settings of the maquettes of the module on COPD and tobacco."""

from __future__ import annotations

from asalee_training.simulation.maquettes.reglages import Choix, Curseur, Maquette

_BRONCHES = (("libres", "Libres"), ("genees", "Gênées"))

MAQUETTES: dict[str, Maquette] = {
    "souffle_seconde": Maquette(
        titre="Un souffle, seconde par seconde",
        consigne="Faites avancer le temps jusqu’à une seconde, puis jusqu’au bout. Recommencez avec des bronches gênées.",
        reglages=(
            Curseur("seconde", "Temps de souffle", "s", 0, 10, 0.5, 0, decimales=1),
            Choix("bronches", "Ses bronches", _BRONCHES, "libres"),
        ),
    ),
    "souffle_effort": Maquette(
        titre="Respirer vite quand l’air sort mal",
        consigne="Faites respirer plus vite, bronches libres, puis bronches gênées. Puis ralentissez.",
        reglages=(
            Curseur("rythme", "Respirations, en marchant", "/min", 10, 36, 2, 12),
            Choix("bronches", "Ses bronches", _BRONCHES, "libres"),
        ),
    ),
    "voile_colline": Maquette(
        titre="La voile et la colline",
        consigne="Faites baisser le rapport, et regardez les deux courbes ensemble. Puis passez à de petits poumons.",
        reglages=(
            Curseur("rapport", "VEMS/CVF", "%", 35, 85, 5, 80),
            Choix("poumons", "Les poumons", (("ordinaire", "Ordinaires"), ("petit", "Petits")), "ordinaire"),
        ),
    ),
    "vems_arret": Maquette(
        titre="L’âge de l’arrêt",
        consigne="Choisissez l’âge où elle arrête de fumer, puis faites passer les années. Essayez un arrêt tôt, puis un arrêt tard.",
        reglages=(
            Curseur("arret", "Elle arrête de fumer à", "ans", 30, 75, 5, 50),
            Curseur("age", "Regardez-la à", "ans", 30, 85, 5, 70),
        ),
    ),
    "nicotine_journee": Maquette(
        titre="Une journée de nicotine",
        consigne="Commencez par une journée de cigarettes. Puis, sans cigarette, essayez chaque aide. Changez ensuite ce qu’il fumait.",
        reglages=(
            Curseur("cigarettes", "D’habitude, il fume", "par jour", 15, 40, 5, 20),
            Choix(
                "timbre",
                "Aujourd’hui",
                (
                    ("cigarettes", "Cigarettes d’habitude"),
                    ("aucun", "Ni cigarette ni timbre"),
                    ("petit", "Timbre de 7 mg"),
                    ("grand", "Timbre de 21 mg"),
                    ("deux", "Timbres de 21 et 14 mg"),
                ),
                "cigarettes",
            ),
            Choix("orales", "Formes orales", (("non", "Non"), ("oui", "Oui")), "non"),
        ),
    ),
    "qui_doit_souffler": Maquette(
        titre="Quatre règles, une personne",
        consigne="Changez l’âge, les cigarettes, les signes. Cherchez une personne sur qui les quatre règles ne s’accordent pas.",
        reglages=(
            Curseur("age", "Son âge", "ans", 35, 75, 1, 52),
            Curseur("cigarettes", "Cigarettes depuis ses 17 ans", "par jour", 0, 30, 5, 20),
            Choix(
                "signes",
                "Ce qu’elle dit",
                (("aucun", "Rien à signaler"), ("toux", "Tousse souvent"), ("toux_souffle", "Tousse et s’essouffle")),
                "aucun",
            ),
        ),
    ),
    "dose_depart": Maquette(
        titre="Par où commencer",
        consigne="Réglez ce que fume Mme Rey, puis changez l’heure de la première cigarette. Essayez ensuite du tabac roulé.",
        reglages=(
            Curseur("cigarettes", "Combien", "par jour", 1, 40, 1, 20),
            Choix(
                "premiere",
                "La première, après le réveil",
                (
                    ("cinq", "Dans les 5 minutes"),
                    ("trente", "6 à 30 minutes"),
                    ("soixante", "31 à 60 minutes"),
                    ("apres", "Plus d’une heure"),
                ),
                "soixante",
            ),
            Choix(
                "tabac_fume",
                "Elle fume",
                (("cigarettes", "Des cigarettes"), ("roulees", "Du tabac roulé")),
                "cigarettes",
            ),
        ),
    ),
    "taille_fiche": Maquette(
        titre="La taille de la fiche",
        consigne="Changez la taille écrite sur la fiche, puis ce qu’il a soufflé. Cherchez quand la fiche fait mentir l’examen.",
        reglages=(
            Curseur("fiche", "Taille sur la fiche", "cm", 159, 189, 1, 174),
            Curseur("vems", "Il a soufflé", "L", 1.8, 3.8, 0.1, 2.2, decimales=1),
        ),
    ),
    "deux_seuils": Maquette(
        titre="Deux seuils pour un rapport",
        consigne="Gardez le même rapport, et changez l’âge. Cherchez où les deux lectures se séparent.",
        reglages=(
            Curseur("age", "Son âge", "ans", 25, 85, 5, 60),
            Curseur("rapport", "VEMS/CVF", "%", 55, 85, 1, 68),
            Choix("sexe", "C’est", (("femme", "Une femme"), ("homme", "Un homme")), "femme"),
        ),
    ),
}
