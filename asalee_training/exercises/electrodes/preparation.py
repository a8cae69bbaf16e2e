"""What is judged before the first tracing of an ``electrodes`` session: the person, the skin, the landmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.exercises.gestes import Critere, Seance

_FAIT = {
    "expliquer": "l’examen n’a pas été expliqué avant la pose",
    "repos": "le repos de quelques minutes",
    "rechauffer": "la chaleur et le relâchement",
    "torse": "le torse, les poignets et les chevilles à dégager avant la pose",
    "pudeur": "la pudeur : porte, paravent, drap",
    "degraisser": "la peau à dégraisser avant la pose",
    "secher": "la peau à sécher avant la pose",
    "raser": "les poils à raser avant la pose",
}


def _rangs(seance: Seance) -> dict[str, int]:
    """Place of the first time that each preparation was made."""
    rangs: dict[str, int] = {}
    for i, geste in enumerate(seance.gestes):
        if geste["g"] == "preparer":
            rangs.setdefault(geste["quoi"], i)
    return rangs


def accueil(seance: Seance) -> Iterator[Critere]:
    rangs, trace = _rangs(seance), seance.rang("enregistrer")
    avant = rangs.get("identite", trace) < trace
    yield Critere(
        "l’identité vérifiée",
        avant,
        "Vous avez fait dire son identité." if avant else "L’identité n’a pas été vérifiée avant l’enregistrement.",
        "La personne dit elle-même son nom, son prénom et sa date de naissance.",
        "Un tracé au nom d’une autre personne est plus dangereux qu’un tracé absent.",
    )
    fin = seance.rang("liberer")
    demande = rangs.get("symptomes", fin) < fin
    yield Critere(
        "la gêne recherchée",
        demande,
        "Vous avez demandé si elle ressentait une gêne." if demande else "Aucune question sur une gêne aujourd’hui.",
        "On demande douleur, essoufflement, palpitations, malaise, et on l’inscrit, même « aucun ».",
        "Un symptôme change l’urgence de la lecture ; beaucoup ne le disent que si on le demande.",
    )


def preparation(debut: Mapping[str, Any], seance: Seance) -> Iterator[Critere]:
    rangs, trace = _rangs(seance), seance.rang("enregistrer")
    pose = next((i for i, g in enumerate(seance.gestes) if g["g"] == "poser"), len(seance.gestes))

    def manque(limite: int, *quoi: str) -> list[str]:
        return [_FAIT[q] for q in quoi if rangs.get(q, limite) >= limite]

    def ligne(libelle: str, oublis: list[str], bien: str, attendu: str, pourquoi: str, poids: float = 1) -> Critere:
        return Critere(
            libelle, not oublis, f"À revoir : {', '.join(oublis)}." if oublis else bien, attendu, pourquoi, poids
        )

    yield ligne(
        "l’accord demandé",
        manque(pose, "expliquer"),
        "Vous avez expliqué et recueilli son accord.",
        "L’examen est expliqué et accepté avant que l’on touche la personne.",
        "Une personne qui sait ce qui l’attend se détend, et son accord est une obligation.",
    )
    derniere = [q for q in _ordre(seance, trace) if q in ("allonger", "asseoir")][-1:]
    yield ligne(
        "la position allongée",
        [] if derniere == ["allonger"] else ["elle n’était pas allongée"],
        "Elle était à plat dos, bras le long du corps.",
        "À plat dos, bras le long du corps, jambes décroisées.",
        "Assise, le cœur se déplace et les muscles travaillent : le tracé change et n’est plus comparable.",
    )
    yield ligne(
        "le repos et la chaleur",
        manque(trace, "repos", "rechauffer"),
        "Vous l’avez laissée se reposer, au chaud.",
        "Quelques minutes de repos, une pièce chaude, des muscles relâchés.",
        "Le froid et la crispation font trembler la ligne de base.",
    )
    habits = manque(pose, "torse", "pudeur") + (["le haut a été gardé"] if "garder_le_haut" in rangs else [])
    yield ligne(
        "le torse dégagé dans le respect de la pudeur",
        habits,
        "Le torse était dégagé, la porte fermée, un drap proposé.",
        "Torse, poignets et chevilles dégagés ; porte fermée, paravent, drap.",
        "On ne trouve pas le 4e espace sous un vêtement ; la pudeur se protège sans renoncer à la pose.",
    )
    peau = manque(pose, "degraisser", "secher", *(["raser"] if debut["sexe"] == "homme" else []))
    yield ligne(
        "la peau préparée avant la pose",
        peau + (["de la crème a été appliquée"] if "creme" in rangs else []),
        "La peau était propre, dégraissée et sèche avant la pose.",
        "Peau dégraissée et sèche, poils rasés s’il le faut, avant de coller la première électrode.",
        "Une peau grasse ou humide donne une ligne de base qui ondule et des électrodes qui se décollent.",
        2,
    )


def _ordre(seance: Seance, limite: int) -> list[str]:
    return [g["quoi"] for g in seance.gestes[:limite] if g["g"] == "preparer"]


def reperage(seance: Seance, poids: float) -> Critere:
    louis = next(
        (i for i, g in enumerate(seance.gestes) if g["g"] == "palper" and g["repere"] == "angle_de_louis"), None
    )
    poses = [i for i, g in enumerate(seance.gestes) if g["g"] == "poser" and g["electrode"] in ("V1", "V2")]
    avant = louis is not None and all(louis < rang for rang in poses)
    clavicule = any(g["repere"] == "clavicule" for g in seance.tous("palper"))
    fait = (
        "Vous avez compté les espaces depuis la clavicule."
        if clavicule
        else "Vous n’avez pas cherché l’angle de Louis."
    )
    if louis is not None:
        fait = "Vous avez cherché l’angle de Louis" + (
            " avant de poser V1 et V2." if avant else " après la pose de V1-V2."
        )
    return Critere(
        "le repérage par l’angle de Louis",
        avant,
        fait,
        "L’angle de Louis répond à la 2e côte ; on descend de là au 4e espace, avant de poser V1 et V2.",
        "Compter depuis la clavicule place V1 et V2 trop haut environ une fois sur deux.",
        poids,
    )
