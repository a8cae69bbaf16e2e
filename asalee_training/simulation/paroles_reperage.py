"""What patients and relatives say of daily life and mood: sentences for each level and answer, in a person's words.

They show and do not say: no sentence names a level. Each line is (who, words); "patient" or "proche". {il}, {e}…
agree with the patient (`materiel_cognition.accords`).
"""

from collections.abc import Mapping

Ligne = tuple[str, str]
P, R = "patient", "proche"

#: By activity, level and cause ("" for level 1): what is said, one variant being drawn.
IADL: Mapping[str, Mapping[tuple[int | str, str], tuple[tuple[Ligne, ...], ...]]] = {
    "telephone": {
        (1, ""): (
            ((P, "J’appelle ma sœur tous les dimanches, je cherche les numéros dans mon carnet."),),
            (
                (
                    P,
                    "Le téléphone ? J’ai pris mon rendez-vous la semaine dernière, moi-même, avec le numéro de l’annuaire.",
                ),
            ),
        ),
        (2, "cognitive"): (
            (
                (P, "Je téléphone, bien sûr."),
                (
                    R,
                    "Appeler, oui : moi et la voisine. Les autres numéros, {il} ne sait plus les chercher, {il} s’y perd.",
                ),
            ),
            (
                (P, "J’appelle qui je veux."),
                (
                    R,
                    "{Il} a deux numéros en tête, le mien et celui de mon frère. Pour le médecin, {il} mélange les chiffres.",
                ),
            ),
        ),
        (2, "physique"): (
            (
                (
                    P,
                    "Je n’y vois plus assez pour lire le carnet. Alors j’appelle mes deux touches, ma sœur et le médecin.",
                ),
                (R, "C’est la vue, la macula. Les numéros, {il} les sait par cœur."),
            ),
        ),
        (3, "cognitive"): (
            (
                (P, "Ça va, le téléphone, ça va."),
                (R, "{Il} décroche quand ça sonne. Appeler, c’est fini : {il} ne sait plus comment on s’y prend."),
            ),
            (
                (P, "Oh, moi, je réponds."),
                (
                    R,
                    "{Il} répond, oui. Mais {il} n’appelle plus personne : {il} garde le combiné en main et ne sait plus pourquoi.",
                ),
            ),
        ),
    },
    "transports": {
        (1, ""): (
            ((P, "Je prends le bus pour le marché, deux fois par semaine. Je change à la gare."),),
            ((P, "Je conduis encore, et pour Dijon je prends le train, sans personne."),),
        ),
        (3, "cognitive"): (
            (
                (P, "Le bus, je le prends, oui."),
                (R, "Avec moi. Depuis qu’{il} s’est perdu{e} au terminus, {il} ne sait plus où descendre."),
            ),
        ),
        (4, "physique"): (
            (
                (P, "Avec ma hanche, le bus, je ne peux plus monter. On m’emmène en voiture."),
                (
                    R,
                    "C’est moi qui conduis, ou le taxi, et je viens avec. Le trajet, {il} me l’explique mieux que le GPS.",
                ),
            ),
        ),
        (5, "cognitive"): (
            (
                (P, "Je sors quand je veux."),
                (R, "{Il} ne sort plus du tout, même avec nous : dehors, {il} ne reconnaît rien et s’affole."),
            ),
        ),
        ("non_applicable", ""): (
            (
                (P, "Le bus ? Je n’en ai jamais pris. Conduire non plus. Toute ma vie, on m’a conduit{e}."),
                (R, "C’est vrai, ça n’a jamais été autrement."),
            ),
        ),
    },
    "medicaments": {
        (1, ""): (
            ((P, "Trois le matin, un le soir. Je fais mon pilulier le dimanche, {seul}."),),
            ((P, "Je prends tout à l’heure du café. Quand la boîte baisse, je passe à la pharmacie."),),
        ),
        (2, "cognitive"): (
            (
                (P, "Mes cachets, je les prends."),
                (
                    R,
                    "Si le pilulier est prêt, oui. Avant, {il} les prenait deux fois : {il} ne se souvenait plus de les avoir pris.",
                ),
            ),
            (
                (P, "C’est facile, c’est dans les cases."),
                (R, "C’est moi qui remplis les cases. Avec les boîtes, {il} se trompait de jour et d’heure."),
            ),
        ),
        (2, "physique"): (
            (
                (
                    P,
                    "Mes doigts ne poussent plus les plaquettes. L’infirmière remplit le pilulier, je prends aux heures.",
                ),
                (R, "L’arthrose, oui. Les doses, {il} les récite : rien à redire."),
            ),
        ),
        (3, "cognitive"): (
            (
                (P, "Je ne prends rien, moi. Si ? Ah bon."),
                (
                    R,
                    "Même dans le pilulier, {il} les laisse ou les jette. Il faut que je les donne un par un, matin et soir.",
                ),
            ),
        ),
    },
    "budget": {
        (1, ""): (
            ((P, "Je paye mes factures, je pointe mon relevé, et j’ai fait ma déclaration en mai."),),
            ((P, "Les comptes, c’est mon affaire. Tenez, la banque m’avait pris deux fois la mutuelle : je l’ai vu."),),
        ),
        (2, "cognitive"): (
            (
                (P, "Je fais mes courses, je paye."),
                (
                    R,
                    "Le pain et le marché, oui. La banque et les factures, c’est moi : {il} en avait payé une trois fois.",
                ),
            ),
            (
                (P, "Les papiers, ça traîne un peu."),
                (R, "{Il} paye bien ses petites courses. Mais les relevés, {il} ne les comprend plus, je m’en occupe."),
            ),
        ),
        (2, "physique"): (
            (
                (P, "Je fais mes courses. Les relevés, je ne les lis plus, alors on me les lit et on signe ensemble."),
                (R, "C’est la vue. De tête, {il} me dit le solde avant que j’aie fini."),
            ),
        ),
        (3, "cognitive"): (
            (
                (P, "L’argent ? Il y en a, je crois."),
                (
                    R,
                    "{Il} tend son porte-monnaie à la boulangère et {il} attend. {Il} ne sait plus ce que vaut un billet.",
                ),
            ),
        ),
        ("non_applicable", ""): (
            (
                (
                    P,
                    "Les comptes, je n’y ai jamais touché. Dans le ménage, c’était l’autre qui les tenait, depuis toujours.",
                ),
                (R, "Même jeune, {il} ne s’en est jamais occupé{e}."),
            ),
        ),
    },
}

#: By item and answer: what is said when the question of the mini-GDS is put.
GDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "decourage_triste": {
        "oui": (
            "Oh oui… Le soir surtout. Je me dis à quoi bon.",
            "Ça, oui. Je traîne, je n’ai plus le cœur à rien.",
            "Je ne vous le cache pas, depuis l’hiver, oui.",
        ),
        "non": (
            "Triste ? Pas spécialement. Ce sont mes genoux qui m’embêtent.",
            "Non, non. Je râle, mais le moral est bon.",
            "Découragé{e}, moi ? Non. J’ai mes tomates à tenir.",
        ),
    },
    "vie_vide": {
        "oui": (
            "Ben… la fenêtre, le poste, la fenêtre. Oui, c’est vide.",
            "Oui. Depuis que la maison s’est tue, il n’y a plus rien dedans.",
        ),
        "non": (
            "Vide, avec les petits le mercredi ? Ah non !",
            "Non. Je ne fais plus ce que je faisais, mais mes journées sont pleines.",
        ),
    },
    "heureux_plupart_du_temps": {
        "oui": (
            "Heureux, c’est un grand mot… mais oui, la plupart du temps, oui.",
            "Oui. Je ne suis pas à plaindre, j’ai ma vie.",
            "On a des hauts et des bas. Plus de hauts, quand même : oui.",
        ),
        "non": (
            "Je fais semblant devant les enfants. Mais non.",
            "La plupart du temps, non. Par moments, quand la petite passe.",
            "Ah, ça, non. Avant, oui.",
        ),
    },
    "situation_desesperee": {
        "oui": (
            "Oui. Je ne vois pas comment ça pourrait s’arranger.",
            "Sans issue, oui, c’est bien ce que je pense la nuit.",
        ),
        "non": (
            "Désespéré{e}, non ! Il y a plus malheureux.",
            "Non, ça s’arrangera. Ça s’est toujours arrangé.",
        ),
    },
}
