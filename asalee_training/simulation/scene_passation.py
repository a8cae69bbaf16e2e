"""What is seen and heard while a test is given: a sentence or two for each condition, met or not.

They show and do not say: no sentence names the condition or tells whether it is met. {Mme}, {il}, {e}… agree with
the patient (`materiel_cognition.accords`); {nom} stays the patient, {proche} is who came along.
"""

from collections.abc import Mapping

SCENES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "appareils": {
        "remplie": (
            "{Il} essuie ses lunettes et les chausse. Vous avez vérifié la pile de son appareil avant de commencer.",
            "Ses lunettes sont sur son nez, ses deux appareils sont en place : {il} a changé les piles dimanche.",
        ),
        "non_remplie": (
            "« Comment ? » {Il} tend l’oreille et vous fait répéter. « J’ai laissé mes appareils sur la table de nuit. »",
            "{Il} tient la feuille à bout de bras. « Sans mes lunettes, je devine. Elles sont restées dans la voiture. »",
            "{Il} a bien mis son appareil, mais vous fait répéter trois fois. « La pile siffle depuis hier. »",
        ),
        "sans_objet": (
            "{Il} lit le petit calendrier du mur sans lunettes et répond à votre voix basse : {il} n’est pas appareillé{e}.",
        ),
    },
    "langue_scolarite": {
        "remplie": (
            "Vous avez noté : français, sait lire, certificat d’études, à l’école jusqu’à quatorze ans.",
            "« J’ai eu mon brevet en 1958. » C’est écrit sur la feuille, avec « langue maternelle : français ».",
        ),
        "non_remplie": (
            "« Chez nous, on parlait portugais. » Vous n’avez noté ni sa langue, ni ses années d’école.",
            "« L’école ? On nous mettait aux champs. » {Il} n’a appris ni à lire ni à écrire, et rien n’en est écrit sur la feuille.",
        ),
    },
    "douleur_fatigue": {
        "remplie": (
            "« J’ai bien dormi, je suis d’attaque. » Aucune douleur ce matin.",
            "{Il} s’installe sans grimacer. « Non, rien qui fasse mal aujourd’hui. »",
        ),
        "non_remplie": (
            "{Il} se frotte la hanche, change d’appui, soupire. « Ça me lance… On en a encore pour longtemps ? »",
            "{Il} bâille et ferme les yeux entre deux réponses. « Je n’ai pas dormi de la nuit, avec ce dos. »",
        ),
    },
    "etat_stable": {
        "remplie": (
            "Rien n’a changé d’un coup : « C’est comme ça depuis un an ou deux, tout doucement. » {Il} suit la conversation.",
            "{Il} reste avec vous du début à la fin ; {proche} ne décrit aucun changement ces dernières semaines.",
        ),
        "non_remplie": (
            "{Proche} : « Depuis lundi, je ne {le} reconnais plus. {Il} dort le jour et crie la nuit. » {Il} s’assoupit, puis s’agite.",
            "{Il} perd le fil, regarde au plafond ; dix minutes après, tout est clair. « Ça a commencé avant-hier », dit {proche}.",
        ),
    },
    "humeur": {
        "remplie": ("La mini-GDS est faite : les quatre réponses sont sur la feuille d’avant.",),
        "non_remplie": ("{Il} a les larmes aux yeux. La mini-GDS, vous pensiez la faire une autre fois.",),
    },
    "substances": {
        "remplie": (
            "L’ordonnance est sur la table : rien de nouveau depuis six mois, un verre de vin le dimanche, c’est noté.",
        ),
        "non_remplie": (
            "« On m’a donné des gouttes pour dormir la semaine dernière, et un cachet pour la vessie. » Rien n’est noté.",
            "Dans le sac, deux boîtes d’un somnifère commencé ce mois-ci. « Et un petit porto le soir. » Ce n’est écrit nulle part.",
        ),
    },
    "cause_somatique": {
        "remplie": (
            "Température, saturation et glycémie au doigt : rien d’anormal. {Il} urine bien, {il} est allé{e} à la selle hier.",
        ),
        "non_remplie": (
            "{Il} a le front brûlant : 38,6 °C. « Et ça me brûle quand je vais aux toilettes. »",
            "{Il} transpire, les mains tremblent : glycémie au doigt, 0,52 g/L.",
            "« Je n’ai pas uriné depuis hier midi. » Le bas du ventre est tendu.",
        ),
    },
    "sommeil": {
        "remplie": ("Vous avez demandé : {il} ne ronfle pas, ne s’endort pas dans la journée.",),
        "non_remplie": (
            "{Proche} : « {Il} ronfle, {il} s’arrête de respirer la nuit. » Personne ne l’a jamais signalé.",
        ),
    },
    "motricite": {
        "remplie": (
            "{Il} tient le crayon sans peine et signe d’un trait.",
            "La main est sûre : {il} a reboutonné son gilet devant vous.",
        ),
        "non_remplie": (
            "La main droite, dominante, est raide depuis l’attaque de 2021 : {il} tient le crayon dans le poing gauche.",
            "Le crayon saute dans sa main. « Ça tremble depuis deux ans, on ne m’a pas dit pourquoi. » {Il} n’arrive pas à écrire son nom.",
        ),
    },
    "anxiete": {
        "remplie": (
            "« Ah, c’est pour faire le point, pas pour m’attraper. » {Il} sourit et prend le crayon.",
            "Vous avez expliqué à quoi servent les exercices ; {il} a dit : « Allons-y, alors. »",
        ),
        "non_remplie": (
            "{Il} se tord les mains. « Si je me trompe, vous allez me mettre à la maison de retraite ? »",
            "Le souffle est court, la voix tremble : « Je le savais, que c’était un examen. Je vais tout rater. »",
        ),
    },
    "tiers": {
        "remplie": (
            "{Proche} est resté{pe} dans la pièce d’à côté, avec son accord.",
            "Vous êtes seul à seul, la porte fermée.",
        ),
        "non_remplie": (
            "{Proche}, assis{pe} à côté, répond avant {lui} : « Mais si, tu sais bien… » et montre le haut du cadran.",
            "« Non, pas là… plus haut », souffle {proche} dès que le crayon hésite.",
        ),
    },
    "liste": {
        "remplie": ("Sa dernière passation date de l’an passé, avec une autre liste.",),
        "non_remplie": ("La collègue a fait la même liste il y a trois semaines. « Ah, je les connais, vos mots ! »",),
        "sans_objet": ("C’est la première fois qu’on lui propose un test de ce genre.",),
    },
    "lieu": {
        "remplie": (
            "Au cabinet, porte fermée, téléphone coupé ; c’est noté en haut de la feuille.",
            "À domicile, dans la cuisine au calme, la radio éteinte : vous l’avez écrit.",
        ),
        "non_remplie": (
            "La perceuse du cabinet voisin reprend sans cesse ; la porte s’ouvre deux fois.",
            "Chez {lui}, la télévision crie dans la pièce et le petit-fils joue entre vous.",
        ),
    },
    "interprete": {
        "non_remplie": (
            "La voisine traduit, à sa façon : la question dure dix mots, sa traduction une minute.",
            "Le petit-fils de douze ans traduit, et ajoute ce qu’il croit savoir.",
        ),
        "remplie": ("L’interprète de l’association traduit phrase par phrase, sans rien ajouter.",),
        "sans_objet": ("Vous parlez la même langue : personne ne traduit.",),
    },
}
#: Lines that change nothing.
NEUTRES = (
    "Par la fenêtre, on voit la place du marché. « C’est jeudi qu’ils montent les étals. »",
    "{Il} pose son manteau sur le dossier et vous demande des nouvelles de la secrétaire.",
    "« Ma mère faisait des confitures dans une bassine grande comme ça. »",
    "{Il} range son écharpe, la plie, la replie, puis se tourne vers vous.",
)
