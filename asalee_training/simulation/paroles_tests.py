"""What is said while a test is given: where one is, what day it is, an address kept or lost. Everything is invented."""

INTRUSIONS = ("une chaise", "la porte", "une pomme", "le bateau")
DATES = ("mardi 14 avril 2026", "lundi 2 mars 2026", "jeudi 11 juin 2026")
ACTUALITE = {
    True: (
        "Le pont de la gare est fermé depuis lundi, à cause des fissures : il faut passer par la zone.",
        "Ils ont élu le nouveau maire dimanche, le vétérinaire, avec vingt voix d’avance.",
    ),
    False: (
        "Oh, toujours des guerres, des choses comme ça.",
        "Je regarde, mais ça ne me revient pas. Le temps qu’il fait ?",
    ),
}
ADRESSE = {
    "prenom": ("Lucien", "Robert"),
    "nom": ("Marchal", "Martin"),
    "numero": ("27", "12"),
    "rue": ("rue du Lavoir", "rue de l’Église"),
    "ville": ("Saint-Aubin", "Saint-Michel"),
}
PROCHE_GPCOG = {
    "oui": ("Oui, bien plus qu’avant.", "Ah oui, ça se voit depuis deux ans."),
    "non": ("Non, comme avant.", "Non, pas spécialement."),
    "nsp": ("Ça, je ne sais pas.",),
    "na": ("{Il} ne l’a jamais fait, donc la question ne se pose pas.",),
}
#: The place of the test: for each of the five questions, what is true and what is said by who knows.
LIEUX = (
    (
        ("maison de santé, rue du Port", "À la maison de santé, rue du Port."),
        ("Saintes", "Saintes, j’y suis né{e}."),
        ("Charente-Maritime", "La Charente-Maritime, le 17."),
        ("Nouvelle-Aquitaine", "La Nouvelle-Aquitaine, depuis qu’ils ont tout regroupé."),
        ("rez-de-chaussée", "En bas, au rez-de-chaussée."),
    ),
    (
        ("maison de santé, rue Pasteur", "Chez vous, rue Pasteur."),
        ("Vitré", "Vitré, pardi."),
        ("Ille-et-Vilaine", "L’Ille-et-Vilaine."),
        ("Bretagne", "En Bretagne, et j’y reste."),
        ("premier étage", "Au premier, j’ai compté les marches."),
    ),
    (
        ("maison de santé, rue des Tanneurs", "La maison de santé, rue des Tanneurs."),
        ("Issoire", "À Issoire."),
        ("Puy-de-Dôme", "Le Puy-de-Dôme."),
        ("Auvergne-Rhône-Alpes", "L’Auvergne… avec Rhône-Alpes, maintenant."),
        ("deuxième étage", "Au deuxième, on a pris l’ascenseur."),
    ),
)
EGARE = (
    "À la mairie, non ? On m’y a conduit{e}.",
    "C’est… attendez. Limoges ?",
    "Le département… j’avais le numéro.",
    "La Provence ? Je dis ça, je ne sais pas.",
    "Au quatrième, par là.",
)
