"""What is seen and heard while the five words are given. {0} to {4} are the words of the list with their article,
{x0} to {x4} their neighbours; {il}, {e}, {Proche}… agree with the patient (`materiel_cognition.accords`).
"""

from collections.abc import Mapping

from asalee_training.simulation.scene_passation import SCENES

#: Sentences for each condition, met or not: they show, and name neither the condition nor its state.
VU: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    **SCENES,
    "appareils": {
        "remplie": ("Ses lunettes sont sur son nez. Son appareil est en place : {il} a changé la pile dimanche.",),
        "non_remplie": (
            "{Il} tient votre carte de visite à bout de bras. « Je devine. » L’étui dépasse de sa poche.",
            "« Comment ? » {Il} tend l’oreille. Ses lunettes et la boîte de l’appareil sont encore dans son sac.",
        ),
        "sans_objet": ("{Il} lit le petit calendrier du mur à l’œil nu et répond à votre voix basse.",),
    },
    "tiers": {
        "remplie": ("{Proche} est resté{pe} dans la pièce d’à côté, avec son accord.", "Vous êtes seul à seul."),
        "non_remplie": (
            "{Proche}, assis{pe} tout contre, répond avant {lui} : « Mais si, tu sais bien… »",
            "{Proche} s’est installé{pe} à la table. « Je l’aide un peu, on a l’habitude. »",
        ),
    },
    "anxiete": {
        "remplie": ("« Ah, c’est pour faire le point, pas pour m’attraper. » {Il} sourit.",),
        "non_remplie": (
            "{Il} se tord les mains. « Si je me trompe, vous allez me mettre en maison de retraite ? »",
            "Le souffle est court. « Je le savais, que c’était un examen. Je vais tout rater. »",
        ),
    },
    "liste": {
        "remplie": ("Au dossier, une seule épreuve des cinq mots, il y a deux ans.",),
        "non_remplie": ("Au dossier : cinq mots il y a trois semaines, par une collègue, avec la liste « {liste} ».",),
        "sans_objet": ("Rien au dossier : c’est la première fois qu’on lui propose cette épreuve.",),
    },
}
#: After what the nurse does about it: where it can be mended, and where it cannot.
REPARE: Mapping[str, str] = {
    "appareils": "{Il} chausse ses lunettes, vous changez la pile. « Ah, là je vois, et je vous entends. »",
    "lieu": "Le bruit s’arrête, la porte est fermée. « On s’entend mieux, comme ça. »",
    "tiers": "{Proche} va s’asseoir dans la pièce d’à côté. « D’accord. Je voulais juste aider. »",
    "anxiete": "{Il} souffle. « Ah bon, ce n’est pas une note ? Alors allons-y. » Ses mains se posent.",
}
RESTE: Mapping[str, str] = {
    "langue_scolarite": "Vous notez tout. « Oui, oui… » {Il} regarde la feuille d’essai sans la lire.",
    "interprete": "La personne qui traduit fait de son mieux, et raconte autre chose que vous.",
    "douleur_fatigue": "Vous proposez un coussin et un verre d’eau. « Merci… mais ça ne passe pas. »",
    "etat_stable": "Vous attendez un moment. {Il} vous suit, puis repart : « C’est quel jour, déjà ? »",
    "cause_somatique": "Vous attendez dix minutes : rien n’a bougé.",
    "liste": "Vous avez deux listes dans votre pochette.",
}
RIEN = "Il n’y avait rien à changer de ce côté."

EXPLIQUER = {
    "neutre": "D’accord, je veux bien. Tant que ce n’est pas trop long.",
    "examen": "Oh là… un examen ? Je n’ai jamais été bon{ne} en classe, moi.",
    "maladie": "Alzheimer ? Vous croyez que j’ai ça ? On me l’a caché ?",
}
MONTRER = ("Bon. Voyons voir.", "Encore ? Bon. Je regarde mieux, cette fois.")
LIRE = (
    "{0}, {1}, {2}, {3}… et {4}. C’est bien écrit, ça va.",
    "{0}… {1}, je crois… le dernier, je le devine. Non, je ne vois pas bien.",
)
MONTRE_DU_DOIGT = ("{0}, là.", "Ça, c’est {0}.", "Eh bien, {0}.", "{0}, pardi.", "Là : {0}.")
OUVERTURES = ("Alors… ", "Bon. ", "Attendez. ", "")
LIENS = ("… ", ", ", "… et puis ", "… euh… ")
REDITES = ("… {0}, je l’ai dit", "… ah, j’ai déjà dit {0}")
FINS_COMPLETES = (" Voilà, ça fait cinq.", " Le compte y est ?")
FINS = (" Après, c’est le trou.", " Il en manque, je le sais bien.", " Et… non, c’est tout.")
VIDES = ("Non… rien ne vient. Il y avait des mots, ça oui.", "Des mots ? Vous m’en avez montré ? Ah… je ne sais plus.")
DEBUTS = {
    "p": "Puisque je me trompe tout le temps… ",
    "c": "Je me les répète depuis tout à l’heure ! ",
    "b": "Je mélange avec l’autre exercice… ",
}
VISIBLE = "{0}, {1}, {2}, {3}, {4}. C’est écrit là, devant moi."
DEJA = "{0} ? Je vous l’ai dit."
TROUVE = ("Ah oui ! {0}.", "{0}, voilà. Je le savais.", "Attendez… {0}.")
PERDU = ("Non… ça ne me revient pas.", "Je ne vois pas. C’est bête, hein.", "Rien. Ça s’est envolé.")
AUTRE = ("{x0} ? Oui, {x0}, je crois.", "Ce ne serait pas {x0} ?")
PAR_LA_LETTRE = "{0} ! Avec la lettre, forcément."
SOUFFLE = "{0}, oui, si vous le dites."
REVU = "{0} : vous venez de me le remontrer."
ENCOURAGER = {
    "temps": "Merci. Je prends mon temps.",
    "trompez": "Ah… Je me trompe ? Alors je ne dis plus rien.",
    "effort": "C’est bien, ce que je fais ? Bon.",
    "facile": "Facile, facile… pour vous, oui.",
}
INTERCALER = {
    "horloge": "{Il} dessine le cadran, place les chiffres, hésite, pose les aiguilles.",
    "compter": "« Cent, quatre-vingt-dix-neuf, quatre-vingt-dix-huit… je continue ? »",
    "animaux": "« Le chien, le chat, la vache… le cochon… la poule, ça compte ? »",
    "autre_liste": "{Il} apprend cinq autres mots. « Ça en fait, des mots ! »",
    "silence": "{Il} regarde par la fenêtre. Ses lèvres bougent tout bas.",
}
REPORTER = "Ah, comme vous voulez. On me rappellera ?"
TERMINER = {
    "suite": "Merci. Vous, au moins, vous me dites ce que vous allez faire.",
    "rassurer": "Ah, tant mieux ! Alors je n’en parle plus au docteur.",
    "rate": "Raté… Je m’en doutais. Ma tête s’en va.",
    "maladie": "Mon Dieu… Et je le dis comment à la maison ?",
}
