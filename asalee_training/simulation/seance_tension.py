"""A session of blood pressure: what a hand obtains, careful or not, from a table of readings and a table of effects.

A careful hand reads the patient's own fields. Whatever was badly prepared is added to each reading, and misleads: the
effects are orders of magnitude, the same for everybody (teaching hypotheses, see the conventions).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.simulation import mesures_tension as mesures

ACTES = ("cabinet", "orthostatisme")
POSITIONS = ("assis", "couche", "debout")
#: Each point of the installation: how the person sits down, and what each state adds, in mmHg of PAS and PAD.
INSTALLATION: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "dos": {"decolle": (5, 4), "appuye": (0, 0)},
    "jambes": {"croisees": (5, 2), "a_plat": (0, 0)},
    "bras": {"cuisse": (4, 4), "pendant": (7, 4), "soutenu": (0, 0)},
    "manche": {"baissee": (6, 3), "nu": (0, 0)},
    "parole": {"parle": (10, 6), "silence": (0, 0)},
}
#: What an act leaves to install, and the state found on arriving.
DEPART: Mapping[str, Mapping[str, str]] = {
    "cabinet": {"dos": "decolle", "jambes": "croisees", "bras": "cuisse", "manche": "baissee", "parole": "parle"},
    "orthostatisme": {"bras": "pendant", "manche": "baissee", "parole": "parle"},
}
#: A cuff too small by one size, by two; too large likewise.
TROP_PETIT, TROP_GRAND = ((8, 3), (15, 6)), ((-4, -1), (-8, -3))
#: Minutes of rest, from 0: what agitation still adds, sitting; what is not yet restored, lying.
REPOS_ASSIS = ((8, 4), (6, 3), (5, 2), (3, 2), (2, 1), (0, 0))
REPOS_COUCHE = ((-9, -4), (-8, -4), (-6, -3), (-5, -2), (-3, -1), (0, 0))
VESSIE, CAFE_TABAC = (5, 3), (6, 4)
#: A coffee or a cigarette counts for this long, in minutes.
CAFE_TABAC_MIN = 30
#: Patient fields that each act reads.
CHAMPS: Mapping[str, tuple[str, ...]] = {
    "cabinet": ("mesures_cabinet", "plaintes_tension"),
    "orthostatisme": ("mesures_orthostatiques", "ecart_bras_mmhg", "malaise_debout"),
}
COMMUNS = ("tour_bras_cm", "vessie_pleine", "cafe_tabac_min", "antihypertenseur")


def record(patient: Mapping, acte: str) -> dict:
    """The recording of a session, for its page: readings by rank or by minute, what adds to them, what is answered.

    Raises KeyError for a field that the patient lacks.
    """
    readings = patient["mesures_cabinet" if acte == "cabinet" else "mesures_orthostatiques"]
    effects: dict[str, Any] = {
        point: {state: list(INSTALLATION[point][state]) for state in INSTALLATION[point]} for point in DEPART[acte]
    }
    effects["brassard"] = {taille: list(_cuff(taille, patient["tour_bras_cm"])) for taille in mesures.BRASSARDS}
    effects["vessie"] = list(VESSIE)
    effects["cafe_tabac"] = list(CAFE_TABAC)
    effects["repos"] = [list(effect) for effect in (REPOS_ASSIS if acte == "cabinet" else REPOS_COUCHE)]
    if acte == "orthostatisme":
        effects["cote"] = _arms(patient["ecart_bras_mmhg"])
    reste = CAFE_TABAC_MIN - patient["cafe_tabac_min"]
    return {
        "acte": acte,
        "personne": {nom: patient[nom] for nom in ("sexe", "age") if nom in patient},
        "depart": dict(DEPART[acte]),
        "tour_bras_cm": patient["tour_bras_cm"],
        "brassards": {taille: list(bornes) for taille, bornes in mesures.BRASSARDS.items()},
        "lectures": dict(readings),
        "effets": effects,
        "besoin": patient["vessie_pleine"],
        "cafe_tabac_encore_min": max(reste, 0),
        "reponses": _answers(patient, acte),
    }


def _cuff(taille: str, tour_bras_cm: float) -> tuple[int, int]:
    sizes = list(mesures.BRASSARDS)
    right = mesures.brassard(tour_bras_cm)
    if right is None:  # an arm that none fits: the nearest is taken for right
        right = sizes[0] if tour_bras_cm < mesures.BRASSARDS["M"][0] else sizes[-1]
    gap = sizes.index(taille) - sizes.index(right)
    return (0, 0) if gap == 0 else TROP_PETIT[-gap - 1] if gap < 0 else TROP_GRAND[gap - 1]


def _arms(ecart_mmhg: int) -> dict[str, list[int]]:
    low = "gauche" if ecart_mmhg > 0 else "droit"
    recul = [-abs(ecart_mmhg), -round(mesures.PAD_BRAS * abs(ecart_mmhg))]
    return {cote: recul if cote == low else [0, 0] for cote in mesures.COTES}


def _answers(patient: Mapping, acte: str) -> dict[str, Any]:
    """What the person says to each question: « avant » and « apres » going to the toilet, by position and by minute."""
    recent = patient["cafe_tabac_min"]
    said: dict[str, Any] = {
        "tabac_cafe": f"Un café, il y a {recent} minutes, en vous attendant."
        if recent < CAFE_TABAC_MIN
        else f"Non, rien depuis au moins {_duree(recent)}.",
        "vessie": {
            "avant": "J’allais vous le demander : oui, un peu." if patient["vessie_pleine"] else "Non, ça va.",
            "apres": "Non, c’est fait, merci.",
        },
        "traitement": "Oui, je l’ai pris ce matin." if patient["antihypertenseur"] else "Non, aucun.",
    }
    if acte == "cabinet":
        said["symptomes"] = {"assis": _complaints(patient["plaintes_tension"])}
    else:
        standing = ["Rien de spécial, je me sens bien."] * mesures.MINUTES
        if patient["malaise_debout"]:
            standing = ["Oh… la tête me tourne."] * 3 + ["Ça va mieux, c’est presque passé."] * (mesures.MINUTES - 3)
        said["symptomes"] = {"assis": "Ça va.", "couche": "Ça va, je suis bien.", "debout": standing}
    return said


def _duree(minutes: int) -> str:
    return f"{minutes // 60} h" if minutes >= 120 else "une heure" if minutes >= 60 else f"{minutes} minutes"


def _complaints(noms: Iterable[str]) -> str:
    said = " ".join(mesures.PLAINTES[nom] for nom in noms)
    return said or "Rien de spécial, je me sens bien."


@dataclass(frozen=True)
class Lecture:
    """One reading, and how it was obtained.

    rang: its place among the gestures. minutes: in this position. total: since the beginning. delai: since the last
    reading on this arm, None for the first one. etat: each point of the installation, as it was.
    """

    rang: int
    cote: str
    taille: str
    position: str
    pas: int
    pad: int
    pouls: int
    minutes: int
    total: int
    delai: int | None
    besoin: bool
    etat: Mapping[str, str]

    @property
    def chiffres(self) -> tuple[int, int]:
        return self.pas, self.pad


def relever(seance: Mapping, gestes: Iterable[Mapping]) -> list[Lecture]:
    """The readings of a session, replayed from its recording: the page shows the same.

    Raises ValueError when a cuff is inflated before it was chosen and placed.
    """
    etat, position, cote, taille = dict(seance["depart"]), "assis", "", ""
    minutes = total = 0
    besoin, found, derniers = seance["besoin"], [], dict.fromkeys(mesures.COTES)
    for rang, geste in enumerate(gestes):
        nom = geste["g"]
        if nom == "installer":
            etat[geste["point"]] = geste["etat"]
        elif nom == "position" and geste["etat"] != position:
            position, minutes = geste["etat"], 0
            etat["bras"] = "soutenu" if position == "couche" else "pendant"
        elif nom == "attendre":
            minutes, total = minutes + geste["minutes"], total + geste["minutes"]
        elif nom == "toilettes":
            besoin, minutes = False, 0
        elif nom == "bras":
            cote = geste["cote"]
        elif nom == "brassard":
            taille = geste["taille"]
        elif nom == "mesurer":
            if not cote or not taille:
                raise ValueError("a cuff is chosen and placed before it is inflated")
            before = derniers[cote]
            delai = None if before is None else total - before
            derniers[cote] = total
            how = (rang, cote, taille, position)
            shown = _lire(seance, found, how, (minutes, total, besoin), etat)
            found.append(Lecture(*how, *shown, minutes, total, delai, besoin, dict(etat)))
    return found


def _lire(
    seance: Mapping, found: list[Lecture], how: tuple, quand: tuple[int, int, bool], etat: Mapping
) -> tuple[int, int, int]:
    """What the device shows: the careful reading, and everything that was not careful."""
    (_, cote, taille, position), (minutes, total, besoin) = how, quand
    effects, readings = seance["effets"], seance["lectures"]
    added = [effects[point][etat[point]] for point in etat] + [effects["brassard"][taille]]
    if besoin:
        added.append(effects["vessie"])
    if total < seance["cafe_tabac_encore_min"]:
        added.append(effects["cafe_tabac"])
    if seance["acte"] == "cabinet":
        rank = sum(lecture.cote == cote for lecture in found)
        careful = readings[cote][min(rank, len(readings[cote]) - 1)]
    else:
        careful = readings[position]
        if position == "debout":
            careful = careful[min(minutes, len(careful) - 1)]
        added.append(effects["cote"][cote])
    if position == ("assis" if seance["acte"] == "cabinet" else "couche"):
        added.append(effects["repos"][min(minutes, len(effects["repos"]) - 1)])
    pas, pad = (careful[i] + sum(effect[i] for effect in added) for i in (0, 1))
    return pas, min(pad, pas - 10), careful[2]
