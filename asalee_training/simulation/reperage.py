"""What else a cognitive screening needs of a patient: daily activities, mood, and the conditions of the day.

Profiles draw facts (levels, answers, conditions met or not); `materiel_cognition` puts them into words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asalee_training.clinical import cognition, reference_data
from asalee_training.simulation import tirage

ACTIVITES = ("telephone", "transports", "medicaments", "budget")
GDS = ("decourage_triste", "vie_vide", "heureux_plupart_du_temps", "situation_desesperee")
#: Levels that words exist for, by cause of the help. Level 2 of transport, alone by taxi, is left out: its count is
#: disputed.
NIVEAUX_AIDES: Mapping[str, Mapping[str, tuple[int, ...]]] = {
    "telephone": {"cognitive": (2, 3), "physique": (2,)},
    "transports": {"cognitive": (3, 5), "physique": (4,)},
    "medicaments": {"cognitive": (2, 3), "physique": (2,)},
    "budget": {"cognitive": (2, 3), "physique": (2,)},
}
JAMAIS = ("transports", "budget")


@dataclass(frozen=True)
class Autonomie:
    """How many activities need help for a cognitive cause, for a physical one, and how many were never done."""

    cognitives: tuple[int, int] = (0, 0)
    physiques: tuple[int, int] = (0, 0)
    jamais: int = 0


AUTONOMIE = {
    "autonome": Autonomie(),
    "aide_cognitive": Autonomie(cognitives=(1, 2)),
    "aide_cognitive_etendue": Autonomie(cognitives=(3, 4)),
    "aide_physique": Autonomie(physiques=(1, 2)),
    "aide_mixte": Autonomie(cognitives=(1, 1), physiques=(1, 1)),
    "jamais_fait": Autonomie(jamais=1),
}
#: Answers that count a point, at least and at most; « heureux » alone is the trap of the scale.
HUMEUR: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "humeur_sereine": ((),),
    "humeur_triste": (("decourage_triste",), ("vie_vide",), ("decourage_triste", "vie_vide")),
    "humeur_tres_triste": (GDS, GDS[:3], ("decourage_triste", "heureux_plupart_du_temps", "situation_desesperee")),
    "bonheur_absent": (("heureux_plupart_du_temps",),),
}
#: Conditions not met.
PASSATION: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "bonnes_conditions": ((),),
    "appareils_oublies": (("appareils",),),
    "fatigue": (("douleur_fatigue",),),
    "tiers_qui_souffle": (("tiers",),),
    "bruit": (("lieu",),),
    "inquietude": (("anxiete",),),
    "main_qui_tremble": (("motricite",),),
    "sans_interprete": (("langue_scolarite", "interprete"),),
    "medicaments_recents": (("substances",),),
    "changement_aigu": (("etat_stable", "cause_somatique"), ("etat_stable",)),
    "cause_somatique": (("cause_somatique",),),
    "plusieurs_ecarts": (
        ("appareils", "tiers"),
        ("appareils", "lieu"),
        ("douleur_fatigue", "tiers"),
        ("tiers", "lieu"),
    ),
}


def draw_autonomie(nom: str, seed: bytes, patient: Mapping) -> dict:
    """{"iadl": {"niveaux": {activity: level or "non_applicable"}, "causes": {activity: "cognitive" | "physique"}}}."""
    profil = AUTONOMIE[nom]
    order = tirage.shuffled(seed, "iadl.activites", ACTIVITES)
    niveaux: dict[str, int | str] = dict.fromkeys(ACTIVITES, 1)
    if profil.jamais:
        niveaux[tirage.choice(seed, "iadl.jamais", JAMAIS)] = "non_applicable"
    causes = {}
    for cause, bounds in (("cognitive", profil.cognitives), ("physique", profil.physiques)):
        for _ in range(tirage.step(seed, f"iadl.{cause}", *bounds, 1)):
            activite = order.pop()
            causes[activite] = cause
            niveaux[activite] = tirage.choice(seed, f"iadl.{activite}.niveau", NIVEAUX_AIDES[activite][cause])
    return {"iadl": {"niveaux": niveaux, "causes": {nom: causes[nom] for nom in ACTIVITES if nom in causes}}}


def draw_humeur(nom: str, seed: bytes, patient: Mapping) -> dict:
    """{"mini_gds": {item: "oui" | "non"}}."""
    counted = tirage.choice(seed, "mini_gds", HUMEUR[nom])
    usual = {item: "oui" if item == "heureux_plupart_du_temps" else "non" for item in GDS}
    return {"mini_gds": {item: _other(usual[item]) if item in counted else usual[item] for item in GDS}}


def draw_passation(nom: str, seed: bytes, patient: Mapping) -> dict:
    """{"conditions": {name: "remplie" | "non_remplie" | "sans_objet"}}, for every name of the reference list."""
    unmet = tirage.choice(seed, "passation", PASSATION[nom])
    return {"conditions": {row["nom"]: _state(row, unmet, seed) for row in reference_data.rows("cognition_conditions")}}


def check_iadl(value: Mapping) -> None:
    """Raise TypeError or ValueError unless levels, and a cause for each activity that needs help, can be put in words."""
    if set(value) != {"niveaux", "causes"} or set(value["niveaux"]) != set(ACTIVITES):
        raise TypeError
    causes = value["causes"]
    aides = cognition.iadl4(**value["niveaux"], cause_cognitive="cognitive" in causes.values()).activites
    if set(causes) != set(aides):
        raise ValueError("donnez une cause à chaque activité aidée, et à elles seules.")
    for activite, niveau in value["niveaux"].items():
        if activite in causes and niveau not in NIVEAUX_AIDES[activite].get(causes[activite], ()):
            raise ValueError(f"{activite} : le niveau {niveau} de cause {causes[activite]} ne peut pas être joué.")
        if niveau == "non_applicable" and activite not in JAMAIS:
            raise ValueError(f"{activite} : « non_applicable » ne peut pas être joué.")


def check_conditions(value: Mapping) -> None:
    """Raise ValueError unless every condition has a state."""
    missing = cognition.conditions_passation(value).non_renseignees
    if missing:
        raise ValueError(f"il manque {', '.join(missing)}.")


def _state(row: Mapping[str, str], unmet: Sequence[str], seed: bytes) -> str:
    if row["nom"] in unmet:
        return "non_remplie"
    if row["nom"] == "interprete":  # asked for only where French is not her language
        return "sans_objet"
    absent = row["sans_objet_possible"] == "oui" and tirage.uniform(seed, f"passation.{row['nom']}") < 0.3
    return "sans_objet" if absent else "remplie"


def _other(answer: str) -> str:
    return "non" if answer == "oui" else "oui"
