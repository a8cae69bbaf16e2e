"""The score sheets: what is written on each. ``cotation_lecture`` tells what the values of their items give.

No wording of a protected test: items are named by what is observed, in our words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from asalee_training.exercises import horloge_mots
from asalee_training.simulation.feuille_cognition import MOTS_CODEX, QUESTIONS_ORIENTATION

POINT = (("1", "1 point"), ("0", "0"))
OUI = (("1", "Oui"), ("0", "Non"))


@dataclass(frozen=True)
class Item:
    """One line of a sheet: the values that may be written, and the rule that decides. ``suite``: second step only."""

    nom: str
    libelle: str
    regle: str
    valeurs: tuple[tuple[str, str], ...] = POINT
    suite: bool = False


@dataclass(frozen=True)
class Feuille:
    """A sheet. ``maximum``: of the total; None where the result is a category. ``suite``: what the second step does."""

    titre: str
    items: tuple[Item, ...]
    maximum: int | None
    lectures: Mapping[str, str]
    conduites: tuple[str, ...]
    conditions: tuple[str, ...]
    inutiles: frozenset[str] = frozenset()
    categories: tuple[str, ...] = ()
    suite: str = ""
    noms: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "noms", tuple(item.nom for item in self.items))

    def item(self, nom: str) -> Item:
        return self.items[self.noms.index(nom)]


CONDUITES: Mapping[str, str] = MappingProxyType(
    {
        "poursuivre": "J’écris le score, sa cotation et les conditions, et je poursuis le repérage",
        "concertation": "J’en parle au médecin en concertation, avec un rendez-vous programmé",
        "alerte": "Je laisse une alerte au dossier, pour un rendez-vous médical dans les 15 jours",
        "refaire": "Je n’interprète pas : je refais la passation dans de bonnes conditions",
        "medecin_jour": "Je ne cote pas : je demande l’avis du médecin aujourd’hui",
        "question": "Je pose la question des idées suicidaires, j’écris la réponse et j’en parle au médecin",
        "sans_question": "J’en parle au médecin sans aborder les idées suicidaires, pour ne pas les suggérer",
        "rassurer": "Je conclus moi-même et je rassure : inutile d’aller plus loin",
        "diagnostic": "J’écris “suspicion de maladie d’Alzheimer” dans le dossier",
        "biologie": "Je prescris une TSH et une vitamine B12 pour gagner du temps",
    }
)
_SUITES = ("poursuivre", "concertation", "alerte", "refaire", "medecin_jour", "rassurer", "diagnostic", "biologie")
_HUMEUR = ("poursuivre", "question", "sans_question", "refaire", "medecin_jour", "rassurer", "diagnostic")
NON_INTERPRETABLE = {"non_interpretable": "Non interprétable dans ces conditions"}
#: Short names of the conditions of ``references/cognition_conditions.csv``.
CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "appareils": "lunettes et aides auditives",
        "langue_scolarite": "langue et scolarité",
        "douleur_fatigue": "douleur et fatigue",
        "etat_stable": "changement aigu",
        "humeur": "humeur",
        "substances": "alcool et médicaments",
        "cause_somatique": "cause somatique",
        "sommeil": "sommeil",
        "motricite": "geste et dessin",
        "anxiete": "inquiétude",
        "tiers": "présence d’un tiers",
        "liste": "liste déjà utilisée",
        "lieu": "lieu et calme",
        "interprete": "interprète",
    }
)
#: What to call an item after « à reprendre : », where its own words do not fit.
NOMS: Mapping[str, str] = MappingProxyType(
    {
        **horloge_mots.NOMS,
        "tous_chiffres": "tous les chiffres",
        "douze_chiffres": "les douze chiffres",
        "chiffres_places": "la place des chiffres",
        "chiffres": "les chiffres de l’horloge",
        "aiguilles": "les aiguilles",
        "heure": "l’heure de l’horloge",
        "cercle_ferme": "le cercle",
        "cause": "la cause de l’aide",
    }
)
#: Conditions to pass on to the physician: the reading of the score stands. Any other unmet one suspends it.
A_TRANSMETTRE = frozenset({"substances", "sommeil"})
_DESSIN = ("appareils", "douleur_fatigue", "etat_stable", "cause_somatique", "motricite", "anxiete", "tiers", "lieu")
_MOTS = ("appareils", "langue_scolarite", "douleur_fatigue", "etat_stable", "cause_somatique", "liste", "tiers", "lieu")

_POSITION = "Chaque chiffre est à 15 degrés près de sa place, soit la moitié de l’écart entre deux chiffres."
_PRESENTS = "Les douze chiffres, chacun une fois, et aucun autre."
_SANS_12 = "Sans les douze chiffres, ni l’ordre ni la place ne sont acquis : convention pédagogique."
HORLOGE_7 = (
    Item("chiffres_presents", "Les douze chiffres sont présents", _PRESENTS),
    Item("ordre", "Ils sont dans l’ordre", f"On lit de 1 à 12 en tournant comme une montre. {_SANS_12}"),
    Item("position", "Ils sont bien placés", f"{_POSITION} {_SANS_12}"),
    Item("deux_aiguilles", "Il y a deux aiguilles", "Deux traits qui partent du centre, ni un ni trois."),
    Item("aiguille_heure", "La petite aiguille montre l’heure",
         "Elle a avancé avec les minutes ; 15 degrés d’écart sont admis. Avec une seule aiguille, le point n’est pas acquis."),
    Item("aiguille_minute", "La grande aiguille montre les minutes",
         "15 degrés d’écart sont admis. Avec une seule aiguille, le point n’est pas acquis."),
    Item("tailles", "Les deux aiguilles sont de tailles différentes", "La petite mesure moins de neuf dixièmes de la grande."),
)  # fmt: skip
HORLOGE_4 = (
    Item("cercle_ferme", "Le cercle est fermé", "Le trait revient à son départ ; trembler ne fait pas perdre le point."),
    Item("chiffres_places", "Les chiffres sont bien placés", f"{_POSITION} {_SANS_12}"),
    Item("douze_chiffres", "Les douze chiffres sont présents", _PRESENTS),
    Item("aiguilles", "Les aiguilles montrent l’heure demandée",
         "Deux aiguilles, vers l’heure et vers les minutes, à 15 degrés près : convention pédagogique."),
)  # fmt: skip
CODEX = (
    *(Item(f"mot_{rang}", f"« {mot} » rappelé", "Un mot compte s’il est redit, sans aide.", OUI)
      for rang, mot in enumerate(MOTS_CODEX, 1)),
    Item("tous_chiffres", "Horloge : tous les chiffres", _PRESENTS, OUI),
    Item("position", "Horloge : chiffres bien placés", f"{_POSITION} {_SANS_12}", OUI),
    Item("deux_aiguilles", "Horloge : deux aiguilles, une courte et une longue",
         "On doit reconnaître la petite et la grande.", OUI),
    Item("heure", "Horloge : la bonne heure", "La petite montre l’heure, la grande les minutes, à 15 degrés près.", OUI),
    *(Item(f"lieu_{rang}", f"Orientation : {question}", "Une réponse compte si elle est exacte.", OUI, suite=True)
      for rang, question in enumerate(QUESTIONS_ORIENTATION, 1)),
)  # fmt: skip
MINICOG = (
    *(Item(f"mot_{rang}", f"Mot {rang} rappelé sans aide", "Le Mini-Cog ne donne pas d’indice : un autre mot ne compte pas.")
      for rang in (1, 2, 3)),
    Item("horloge", "Horloge", "2 si les chiffres sont tous là, dans l’ordre, 12, 3, 6 et 9 à leur place, et l’heure bonne ; "
         "sinon 0. La longueur des aiguilles ne compte pas ; 1 n’existe pas.", (("2", "2"), ("1", "1"), ("0", "0"))),
)  # fmt: skip
ADRESSE = {"prenom": "le prénom", "nom": "le nom", "numero": "le numéro", "rue": "la rue", "ville": "la ville"}
GPCOG = (
    Item("date", "La date exacte", "Le jour, le mois et l’année."),
    Item("chiffres", "Horloge : les chiffres", f"{_POSITION} {_SANS_12}"),
    Item("aiguilles", "Horloge : les aiguilles", "Deux aiguilles, vers l’heure et vers les minutes ; leur longueur ne compte pas."),
    Item("actualite", "Une nouvelle de la semaine", "Il faut un détail précis : « des guerres » ne suffit pas."),
    *(Item(nom, f"Rappel : {texte}", "Un point par élément redit exactement.") for nom, texte in ADRESSE.items()),
    *(Item(f"proche_{rang}", f"Proche, réponse {rang}",
           "Un point quand le proche ne décrit pas d’aggravation : « non », « sans objet » ou « ne sait pas ».", suite=True)
      for rang in range(1, 7)),
)  # fmt: skip
_COMPTES = tuple((str(n), str(n)) for n in range(6))
CINQ_MOTS = (
    Item("rli", "Rappel immédiat, mots sans indice", "Une répétition ne compte pas deux fois ; un mot hors liste ne compte pas.",
         _COMPTES),
    Item("rii", "Rappel immédiat, mots avec l’indice", "Seuls les mots manquants reçoivent un indice.", _COMPTES),
    Item("rld", "Rappel différé, mots sans indice", "Une répétition ne compte pas deux fois ; un mot hors liste ne compte pas.",
         _COMPTES),
    Item("rid", "Rappel différé, mots avec l’indice", "Un mot retrouvé avec l’indice n’est pas un rappel libre.", _COMPTES),
)  # fmt: skip
_JAMAIS = ("non_applicable", "Jamais fait de sa vie")
_FAIT = "On cote ce qui se passe vraiment : un fait précis, au besoin celui que raconte le proche, pas « je me débrouille »."
IADL4 = (
    Item("telephone", "Téléphone", _FAIT, (
        ("1", "1. Cherche les numéros et appelle"), ("2", "2. N’appelle que quelques numéros connus"),
        ("3", "3. Répond, mais n’appelle pas"), ("4", "4. Ne s’en sert pas"), _JAMAIS)),
    Item("transports", "Transports", _FAIT, (
        ("1", "1. Se déplace sans aide"), ("2", "2. Ne se déplace qu’en taxi, sans accompagnant"),
        ("3", "3. Prend les transports en commun, accompagné"), ("4", "4. Taxi ou voiture, accompagné"),
        ("5", "5. Ne se déplace plus"), _JAMAIS)),
    Item("medicaments", "Médicaments", _FAIT, (
        ("1", "1. Les prend, aux doses et aux heures"), ("2", "2. Les prend s’ils sont préparés"),
        ("3", "3. Ne peut pas les prendre sans aide"), _JAMAIS)),
    Item("budget", "Budget", _FAIT, (
        ("1", "1. Tient ses comptes et ses papiers"), ("2", "2. Petits achats seuls, aide pour la banque"),
        ("3", "3. Ne peut plus manier l’argent"), _JAMAIS)),
    Item("cause", "Cause cognitive de l’aide", "Une main, une vue, une hanche, une habitude de toujours : la "
         "cause n’est pas cognitive, et il n’y a pas de retentissement.",
         (("oui", "Oui, pour une activité au moins"), ("non", "Non"), ("sans_objet", "Aucune activité aidée"))),
)  # fmt: skip
_OUI_COMPTE = "Ici, c’est « oui » qui compte un point."
MINI_GDS = (
    Item("decourage_triste", "Découragement, tristesse", _OUI_COMPTE),
    Item("vie_vide", "Vie vide", _OUI_COMPTE),
    Item("heureux_plupart_du_temps", "Heureux la plupart du temps", "La question est inversée : c’est « non » qui compte un point."),
    Item("situation_desesperee", "Situation désespérée", _OUI_COMPTE),
)  # fmt: skip

FEUILLES: Mapping[str, Feuille] = MappingProxyType(
    {
        "horloge_7": Feuille(
            "Horloge sur 7", HORLOGE_7, 7,
            {"normal": "Normale", "a_explorer": "À explorer", **NON_INTERPRETABLE}, _SUITES, _DESSIN, frozenset({"liste"}),
        ),
        "horloge_4": Feuille(
            "Horloge sur 4", HORLOGE_4, 4,
            {"normal": "Normale", "anormal": "Anormale", "sans_seuil": "Aucun seuil publié : je transmets le nombre",
             **NON_INTERPRETABLE}, _SUITES, _DESSIN, frozenset({"liste"}),
        ),
        "codex": Feuille(
            "Codex", CODEX, None,
            {"tres_faible": "Probabilité très faible", "faible": "Probabilité faible", "elevee": "Probabilité élevée",
             "tres_elevee": "Probabilité très élevée", **NON_INTERPRETABLE},
            _SUITES, (*_MOTS, "motricite"), categories=("A", "B", "C", "D"), suite="Poser les cinq questions d’orientation",
        ),
        "minicog": Feuille(
            "Mini-Cog", MINICOG, 5,
            {"negatif": "Négatif", "positif": "Positif", **NON_INTERPRETABLE}, _SUITES, (*_MOTS, "motricite"),
        ),
        "gpcog": Feuille(
            "GPCOG, partie patient sur 9", GPCOG, 9,
            {"cognition_intacte_retest_12m": "Rassurant", "pas_d_alteration_significative": "Pas d’altération significative",
             "alteration_probable": "Altération probable", **NON_INTERPRETABLE},
            _SUITES, (*_MOTS, "motricite"), suite="Interroger le proche (six questions)",
        ),
        "cinq_mots": Feuille(
            "Épreuve des cinq mots sur 10", CINQ_MOTS, 10,
            {"normal": "Normal dans les deux lectures", "limite": "Les deux lectures divergent : je les écris toutes deux",
             "anormal": "Anormal dans les deux lectures", **NON_INTERPRETABLE}, _SUITES, _MOTS, frozenset({"motricite"}),
        ),
        "iadl4": Feuille(
            "IADL à 4 items", IADL4, 4,
            {"retentissement": "Retentissement de cause cognitive", "sans_retentissement": "Pas de retentissement cognitif",
             **NON_INTERPRETABLE}, _SUITES, ("etat_stable", "cause_somatique", "humeur", "substances", "lieu"),
            frozenset({"liste", "motricite", "appareils", "tiers"}),
        ),
        "mini_gds": Feuille(
            "Mini-GDS (dépression, 4 items)", MINI_GDS, 4,
            {"negatif": "Dépression peu probable", "positif": "Dépression à explorer", **NON_INTERPRETABLE},
            _HUMEUR, ("appareils", "douleur_fatigue", "etat_stable", "cause_somatique", "tiers", "lieu"),
            frozenset({"liste", "motricite", "humeur"}),
        ),
    }
)  # fmt: skip
