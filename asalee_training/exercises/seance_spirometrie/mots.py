"""What a ``seance_spirometrie`` says: faults, phrases, advice, points to check, what is done at the end.

Everything here is public: nothing tells which word is the right one.
"""

from __future__ import annotations

from asalee_training.clinical import champ
from asalee_training.clinical.reference_data import thresholds
from asalee_training.clinical.spirometrie.qualite import GRADES as GRADES_CLINIQUES

#: In adults, no more than this in a series.
SOUFFLES_MAX = int(thresholds("spirometrie_qualite")["manoeuvres_max"])
ETAPES = ("avant", "manoeuvres", "resultats", "conduite")
BLOCS = {
    "appareil": "Appareil",
    "personne": "Personne",
    "questions": "Questions",
    "installation": "Installation",
    "manoeuvres": "Manœuvres",
    "resultats": "Résultats",
    "conduite": "Conduite",
}
DEBITS = {"lent": "Débit lent", "moyen": "Débit moyen", "rapide": "Débit rapide"}
APPAREIL = {"accepter": "Accepter l’appareil", "recalibrer": "Recalibrer l’appareil"}
FAMILLES = {
    "coeur": "Le cœur, la tension",
    "crane": "La tête, les yeux",
    "sinus": "Les sinus, l’oreille",
    "thorax": "La poitrine, le ventre",
    "infection": "L’infection, les saignements",
}
POINTS = {
    "tabac": "Ni tabac ni vapotage dans l’heure",
    "vetements": "Rien qui serre la poitrine ni le ventre",
    "dentier": "Dentier gardé s’il tient bien",
    "dentier_retire": "Dentier retiré, même s’il tient bien",
    "traitements": "Traitements et heure de la dernière prise notés",
    "traitements_arretes": "Traitement inhalé du jour sauté à ma demande",
    "assise": "Position assise, dos droit, pieds à plat",
    "debout": "Position debout, penchée en avant",
    "pince_nez": "Pince-nez posé",
    "embout": "Lèvres serrées sur l’embout, langue dégagée",
}
PHASES = {
    "inspiration": "1. Inspirer",
    "depart": "2. Partir",
    "vidange": "3. Vider",
    "fin": "4. Finir",
}
PHRASES: dict[str, dict[str, str]] = {
    "inspiration": {
        "normale": "« Respirez normalement »",
        "a_fond": "« Inspirez à fond, vite, jusqu’en haut ! »",
        "bloquer": "« Inspirez et bloquez longtemps »",
    },
    "depart": {
        "quand_pret": "« Soufflez quand vous voulez »",
        "doucement": "« Soufflez doucement, sans à-coup »",
        "explosif": "« SOUFFLEZ ! D’un coup, le plus fort possible ! »",
    },
    "vidange": {
        "encore": "« Encore, encore, encore… videz tout ! »",
        "six": "« Six secondes, c’est bon, arrêtez »",
        "repos": "« Laissez aller, ne forcez plus »",
    },
    "fin": {
        "retirer": "« C’est fini, retirez l’embout »",
        "rien": "(ne rien dire)",
        "a_fond": "« Inspirez à fond, l’embout en bouche ! »",
    },
}
NOMS = {
    "bonne": "Bonne manœuvre",
    "demarrage_lent": "Démarrage lent",
    "hesitation": "Hésitation au départ",
    "sous_maximale": "Effort sous-maximal",
    "toux_precoce": "Toux avant 1 seconde",
    "toux_tardive": "Toux après 1 seconde",
    "arret_premature": "Arrêt prématuré",
    "glotte": "Fermeture de la glotte",
    "fuite": "Fuite",
    "respiration_supplementaire": "Respiration supplémentaire",
    "inspiration_incomplete": "Inspiration incomplète",
    "zero_decale": "Zéro décalé",
    "embout_obstrue": "Embout obstrué",
    "effort_variable": "Effort variable",
}
GARDER = {
    "les_deux": "VEMS et CVF",
    "vems": "VEMS seul",
    "cvf": "CVF seule",
    "rien": "Rien",
}
CONSEILS = {
    "pareil": "« Très bien. Refaites la même chose, aussi fort »",
    "depart": "« Sans attendre : toute la force dès le départ »",
    "effort": "« Le plus fort possible, sans relâcher, jusqu’au bout »",
    "vider": "« Continuez, même si vous croyez que c’est fini »",
    "inspirer": "« Remplissez la poitrine à fond avant de souffler »",
    "levres": "« Serrez bien les lèvres autour de l’embout »",
    "langue": "« Dégagez la langue et les dents de l’embout »",
    "gorge": "« Gardez la gorge ouverte, sans bloquer »",
    "nez": "« Rien par le nez : je remets le pince-nez »",
    "eau": "« Une gorgée d’eau, une minute de repos, puis on reprend »",
    "zero": "« Posez l’embout sans souffler : je refais le zéro »",
}
ATTENTES = {"5": "5 minutes", "10": "10 minutes", "15": "15 minutes", "30": "30 minutes"}
GRADES = {grade: grade for grade in GRADES_CLINIQUES}
LECTURES = {"normale": "Normale", "anormale": "Anormale", "non_interpretable": "Non interprétable"}
JEUX = {"gli_global": "GLI Global (2022)", "gli_2012": "GLI-2012"}
GROUPES = {
    1: "caucasien",
    2: "afro-américain",
    3: "asiatique du Nord-Est",
    4: "asiatique du Sud-Est",
    5: "autre ou mixte",
}
CONDUITES = {
    "transmettre": "Je transmets au médecin les courbes, les valeurs, les grades et le jeu d’équations",
    "alerter": "J’alerte le médecin",
    "reporter": "Je reporte l’examen et j’écris pourquoi au dossier",
    "expliquer": "Je dis à la personne où en est l’examen, et que le médecin lui répondra",
    "annoncer": "Je lui dis quelle maladie montre la courbe",
    "rassurer": "Je lui dis que ses poumons sont sains",
    "reversibilite": "J’écris au dossier si l’obstruction est réversible",
    "traiter": "Je lui conseille un traitement inhalé",
}
#: The act and the gesture that each would be, in the words of the scope table.
ACTES = {
    "annoncer": ("diagnostic", "realiser"),
    "rassurer": ("spirometrie", "interpreter"),
    "reversibilite": ("spirometrie", "interpreter"),
    "traiter": ("traitement", "prescrire"),
    "traitements_arretes": ("traitement", "prescrire"),
    "bronchodilatateur": ("test_bronchodilatateur", "realiser"),
}
HORS_CHAMP = ("annoncer", "rassurer", "reversibilite", "traiter")
SERIES = ("", " après bronchodilatateur")


def hors_champ(nom: str) -> str:
    """Why this is not the nurse's to do under the protocol « bpco », without a prescription; "" where it is."""
    decision = champ.autorise(*ACTES[nom], "bpco")
    return "" if decision.oui else decision.pourquoi


def retenus(series: int) -> dict[str, tuple[str, int]]:
    """Conclusions of the results: name, and the measure and series that it is about."""
    return {
        f"{quoi}_{mesure}{'_apres' if rang else ''}": (mesure, rang)
        for rang in range(series)
        for quoi in ("souffle", "grade")
        for mesure in ("vems", "cvf")
    }
