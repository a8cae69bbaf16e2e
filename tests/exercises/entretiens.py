"""Playing an interview by its words: what the gallery, the tests of the judge and those of the page share."""

from asalee_training.exercises.entretien.scene import ELEMENTS


def jouer(spec, *actes):
    """The raw answer of a session: beginnings of replies, « regarder: pilulier », « écrire: texte = CODE », « terminer ».

    What is asked for must be on offer where the conversation has come to.
    """
    tours = {tour.nom: tour for tour in spec.tours}
    tour, gestes = tours[spec.debut], []
    for acte in actes:
        t = 1000 * (len(gestes) + 1)
        if acte == "terminer":
            gestes.append({"g": "terminer", "t": t})
        elif acte.startswith("regarder: "):
            element = acte.removeprefix("regarder: ")
            assert element in ELEMENTS
            gestes.append({"g": "observer", "t": t, "element": element})
        elif acte.startswith("écrire: "):
            texte, _, code = acte.removeprefix("écrire: ").rpartition(" = ")
            gestes.append({"g": "ecrire", "t": t, "tour": tour.id, "texte": texte, "code": code})
            tour = tours[tour.ecrire.vers]
        else:
            found = [replique for replique in tour.repliques if replique.texte.startswith(acte)]
            assert len(found) == 1, f"« {acte} » is the beginning of {len(found)} replies of « {tour.nom} »"
            gestes.append({"g": "dire", "t": t, "tour": tour.id, "option": found[0].id})
            tour = tours[found[0].vers]
    return {"gestes": gestes, "conclusion": {}}


def _replique(texte, code, vers, confiance=1, objectifs=(), gravite=None):
    return {
        "texte": texte,
        "code": code,
        "vers": vers,
        "confiance": confiance,
        "objectifs": list(objectifs),
        "gravite": gravite,
        "retour": f"Ce que produit la phrase « {texte} ».",
    }


#: A scene in which each criterion can be missed alone; the first reply of each turn makes the perfect session.
SCENE = {
    "personne": "Mme Roux",
    "portrait": "61 ans",
    "lieu": "cabinet",
    "cadre": "Votre bureau, un lundi.",
    "debut": "arrivee",
    "objectifs": [
        {"nom": "cadre", "texte": "poser le cadre", "pourquoi": "Elle sait où elle est."},
        {"nom": "ambivalence", "texte": "explorer l’ambivalence", "pourquoi": "Les deux côtés comptent.", "poids": 2},
        {"nom": "permission", "texte": "demander la permission", "pourquoi": "On frappe avant d’entrer."},
        {"nom": "resume", "texte": "résumer", "pourquoi": "Elle entend ses mots."},
    ],
    "ordre": [["permission", "resume"]],
    "mesures": {
        "questions_ouvertes": 0.5,
        "reflets_par_question": "correct",
        "reflets_complexes": "correct",
        "soutien": 1,
        "changement": 0.6,
        "confiance": 4,
    },
    "tours": [
        {
            "nom": "arrivee",
            "dit": "Je ne marche presque plus.",
            "code": "SM",
            "repliques": [
                _replique("Par où voulez-vous commencer ?", "QO", "foret", objectifs=["cadre"]),
                _replique("Qu’est-ce qui vous amène ?", "QO", "foret"),
                _replique("Voulez-vous commencer par la marche ?", "QF", "foret", objectifs=["cadre"]),
            ],
        },
        {
            "nom": "foret",
            "on_voit": "Elle sourit.",
            "dit": "La forêt me manque.",
            "code": "D",
            "repliques": [
                _replique("La forêt vous manque, et elle vous fait peur.", "RC", "conseil", objectifs=["ambivalence"]),
                _replique("La forêt, c’était vous.", "RC", "conseil"),
                _replique("Vous aimez la forêt.", "RS", "conseil", objectifs=["ambivalence"]),
                _replique("La forêt est loin de tout.", "RC", "recul", objectifs=["ambivalence"]),
            ],
        },
        {
            "nom": "recul",
            "dit": "Et il fait froid.",
            "code": "SM",
            "repliques": [
                _replique("Puis-je vous dire une chose ?", "COL", "ecoute", objectifs=["permission"]),
                _replique("Il y a toujours un pull.", "CON", "ecoute", 0),
                _replique("Le froid, pour vous, compte.", "RC", "ecoute"),
            ],
        },
        {
            "nom": "conseil",
            "dit": "Je ne sais pas par où reprendre.",
            "repliques": [
                _replique("Puis-je vous dire ce qui aide ?", "COL", "ecoute", objectifs=["permission"]),
                _replique("Une idée vous serait-elle utile, et laquelle ?", "QO", "ecoute", objectifs=["permission"]),
                _replique("Vous cherchez un début.", "RC", "ecoute"),
                _replique("Reprenez par un quart d’heure.", "PER", "ecoute", 0),
                _replique("Résumons d’abord : la forêt, et le froid.", "RES", "conseil_bis", objectifs=["resume"]),
            ],
        },
        {
            "nom": "conseil_bis",
            "dit": "C’est bien cela.",
            "repliques": [
                _replique("Puis-je vous donner une idée ?", "COL", "ecoute", 0, objectifs=["permission"]),
                _replique("Laquelle des deux pèse le plus ?", "QO", "ecoute"),
                _replique("Le froid pèse.", "RC", "ecoute"),
            ],
        },
        {
            "nom": "ecoute",
            "on_voit": "Elle se penche.",
            "dit": "Je pourrais reprendre un peu.",
            "code": "C",
            "repliques": [
                _replique("Beaucoup reprennent par dix minutes.", "PSP", "mot"),
                _replique("Qu’est-ce qui vous aiderait ?", "QO", "encore"),
                _replique("Les autres y arrivent bien, vous savez.", "CON", "mot", 0),
                _replique("La marche fait baisser le sucre, un peu.", "INF", "mot", -1),
                _replique("Votre comprimé du soir, laissez-le.", "INF", "mot", 0, gravite="hors_champ"),
            ],
        },
        {
            "nom": "encore",
            "dit": "Une amie, je crois.",
            "code": "N",
            "repliques": [
                _replique("Et quoi d’autre ?", "QO", "mot"),
                _replique("Une amie.", "RS", "mot"),
                _replique("Si la poitrine serre, ne vous arrêtez pas.", "INF", "mot", 0, gravite="dangereux"),
            ],
        },
        {
            "nom": "mot",
            "dit": "Bon, je dois filer.",
            "repliques": [
                _replique("La forêt, le froid, une amie, dix minutes.", "RES", "depart", objectifs=["resume"]),
                _replique("Vous voulez la forêt, sans le froid.", "RC", "depart"),
                _replique("À bientôt, Madame Roux.", "INF", "depart"),
                _replique("Dix minutes, en forêt.", "RS", "depart", objectifs=["resume"]),
            ],
        },
        {
            "nom": "depart",
            "dit": "Merci.",
            "ecrire": {
                "consigne": "Écrivez votre dernier mot.",
                "exemples": [{"texte": "À mardi, en forêt.", "code": "RES"}],
                "vers": "porte",
            },
        },
        {"nom": "porte", "on_voit": "Elle est partie.", "fin": True, "bilan": "Elle est partie contente."},
    ],
}
PARFAIT = (
    "Par où",
    "La forêt vous manque, et",
    "Puis-je vous dire ce",
    "Beaucoup",
    "La forêt, le froid",
    "écrire: À mardi. = RES",
    "terminer",
)
#: A visit that begins with safety; one looks with her agreement.
DOMICILE = {
    **SCENE,
    "lieu": "domicile",
    "debut": "seuil",
    "ordre": [],
    "mesures": {},
    "objectifs": [
        {"nom": "abri", "texte": "mettre à l’abri", "pourquoi": "Le gaz d’abord.", "premier": True, "gravite": "dangereux"},
        {"nom": "accord", "texte": "demander son accord", "pourquoi": "Vous êtes chez elle."},
    ],
    "logement": [
        {"element": "gaz_feu", "vu": "Les boutons sont usés."},
        {"element": "pilulier", "vu": "Cinq cases pleines.", "essentiel": True, "apres": "accord"},
        {"element": "poids", "vu": "49 kg.", "essentiel": True},
    ],
    "tours": [
        {
            "nom": "seuil",
            "on_voit": "Une odeur de gaz.",
            "observer": True,
            "vues": [{"element": "gaz_feu", "texte": "Un bouton ouvert, sans flamme."}],
            "repliques": [
                {"texte": "Fermer, aérer, sortir.", "faire": True, "vers": "dehors", "confiance": 1, "objectifs": ["abri"],
                 "retour": "Voilà qui protège."},
                {"texte": "Bonjour, je peux entrer ?", "code": "COL", "vers": "dedans", "confiance": -1,
                 "retour": "L’endroit ne convient pas."},
                {"texte": "Allumer la lumière.", "faire": True, "vers": "dedans", "confiance": -1, "gravite": "dangereux",
                 "retour": "Une étincelle suffit."},
            ],
        },
        {
            "nom": "dedans",
            "dit": "Ça sent quoi ?",
            "observer": True,
            "repliques": [
                {"texte": "Fermer et sortir.", "faire": True, "vers": "dehors", "objectifs": ["abri"],
                 "retour": "Il était temps."},
                {"texte": "S’asseoir un moment.", "faire": True, "vers": "partir", "confiance": -1,
                 "retour": "Le gaz est là."},
                {"texte": "Regarder la pendule.", "faire": True, "vers": "partir", "confiance": -1,
                 "retour": "Le gaz est là, toujours."},
            ],
        },
        {
            "nom": "dehors",
            "dit": "Vous voulez un café ?",
            "observer": True,
            "repliques": [
                {"texte": "Puis-je regarder avec vous ?", "code": "COL", "vers": "visite", "objectifs": ["accord"],
                 "retour": "L’accord est demandé."},
                {"texte": "Avec plaisir.", "code": "INF", "vers": "visite", "retour": "Un café, pourquoi pas."},
                {"texte": "Vous l’avez échappé belle.", "code": "CON", "vers": "visite", "confiance": -1,
                 "retour": "Elle le sait déjà."},
            ],
        },
        {
            "nom": "visite",
            "dit": "Regardez, je vous en prie.",
            "observer": True,
            "repliques": [
                {"texte": "Merci Madame.", "code": "VAL", "vers": "partir", "retour": "Poli et vrai."},
                {"texte": "Merci de votre accueil.", "code": "VAL", "vers": "partir", "retour": "Poli et bien vrai."},
                {"texte": "À une autre fois.", "code": "INF", "vers": "partir", "retour": "Rien de plus à faire."},
            ],
        },
        {"nom": "partir", "dit": "Au revoir.", "fin": True},
    ],
}  # fmt: skip
VISITE = ("Fermer, aérer", "Puis-je", "regarder: pilulier", "regarder: poids", "Merci Madame", "terminer")
