"""How the gestures of a ``mesure_tension`` are judged: before the measure, the installation, the cuff, the readings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.exercises.gestes import Critere, Seance
from asalee_training.exercises.mesure_tension import mots
from asalee_training.simulation import seance_tension as seances
from asalee_training.simulation.mesures_tension import BRASSARDS, COTES
from asalee_training.simulation.seance_tension import Lecture

#: Minutes of rest, and between two readings of the same arm.
REPOS_MIN, INTERVALLE_MIN = 5, 1
#: Readings of the arm that is kept; of anybody who should not wait.
MESURES, MESURES_URGENCE = 3, 2
AUCUNE = "Vous n’avez pris aucune mesure."
#: What is right at each point of the installation: its weight, what is expected, why.
BIEN: Mapping[str, tuple[str, str, float, str, str]] = {
    "dos": (
        "appuye",
        "le dos appuyé",
        0.75,
        "Le dos appuyé au dossier.",
        "Sans dossier, les muscles travaillent : la pression monte de quelques mmHg.",
    ),
    "jambes": (
        "a_plat",
        "les jambes décroisées",
        1,
        "Les deux pieds à plat, jambes décroisées.",
        "Des jambes croisées ajoutent 3 à 8 mmHg à la systolique.",
    ),
    "bras": (
        "soutenu",
        "le bras soutenu à hauteur du cœur",
        1.5,
        "Le bras posé, brassard à hauteur du cœur.",
        "Un bras sur la cuisse ajoute environ 4 mmHg ; un bras qui pend, environ 7.",
    ),
    "manche": (
        "nu",
        "le bras nu",
        1,
        "Le brassard sur la peau, sans manche dessous ni garrot au-dessus.",
        "Un pull épais fausse la mesure ; une manche roulée fait garrot.",
    ),
    "parole": (
        "silence",
        "le silence pendant la mesure",
        1.5,
        "Personne ne parle pendant la mesure.",
        "Parler ajoute de 4 à 19 mmHg : la plus forte des erreurs faciles à éviter.",
    ),
}


@dataclass(frozen=True)
class Examen:
    """A session seen by the judge: its key, and the readings that it gave."""

    seance: Seance
    cle: Mapping[str, Any]
    lectures: tuple[Lecture, ...]

    @property
    def avant(self) -> tuple[Mapping[str, Any], ...]:
        """What was done before the first reading."""
        return self.seance.gestes[: self.seance.rang("mesurer")]

    @property
    def urgence(self) -> bool:
        """A severe pressure in somebody who complains: nothing may delay the call."""
        return self.cle.get("severe", False) and self.cle.get("plaintes", False)

    def demande(self, sujet: str) -> bool:
        return any(g["g"] == "demander" and g["sujet"] == sujet for g in self.avant)

    def du_bras(self, cote: str) -> list[Lecture]:
        return [lecture for lecture in self.lectures if lecture.cote == cote]

    @property
    def bras_retenu(self) -> str:
        """The arm that she concludes on; failing that, the one she measured last."""
        donne = self.seance.conclusion.get("bras")
        if donne and self.du_bras(donne):
            return donne
        return self.lectures[-1].cote if self.lectures else COTES[0]


def regarder(seance: Seance, cle: Mapping[str, Any]) -> Examen:
    return Examen(seance, cle, tuple(seances.relever(cle["seance"], seance.gestes)))


def fois(nombre: int, sur: int) -> str:
    """« 2 mesures sur 5 »."""
    return f"{nombre} mesure{'s' if nombre > 1 else ''} sur {sur}"


def toutes(examen: Examen, bien: Callable[[Lecture], bool]) -> tuple[bool, int]:
    """Is it true of every reading, and of how many it is not."""
    mal = sum(not bien(lecture) for lecture in examen.lectures)
    return bool(examen.lectures) and not mal, mal


def accueil(examen: Examen) -> Iterator[Critere]:
    """Coffee, tobacco and bladder: asked before, and followed."""
    encore = examen.cle["seance"]["cafe_tabac_encore_min"]
    if examen.cle["seance"]["acte"] == "cabinet":
        demande = examen.demande("tabac_cafe")
        tot = any(lecture.total < encore for lecture in examen.lectures)
        dit = f"Vous {'avez' if demande else 'n’avez pas'} posé la question du café et du tabac avant de mesurer."
        if demande and tot:
            dit = f"Vous avez mesuré sans attendre la fin de la demi-heure : il restait {encore} minutes à l’arrivée."
        yield Critere(
            "le café et le tabac",
            None if examen.urgence else demande and not tot,  # half an hour is not waited for in an emergency
            dit,
            "Ni café ni tabac dans la demi-heure ; sinon, attendre.",
            "La caféine et la nicotine font monter la pression pendant une demi-heure environ.",
        )
    demande = examen.demande("vessie")
    pleine = any(lecture.besoin for lecture in examen.lectures)
    dit = f"Vous {'avez' if demande else 'n’avez pas'} posé la question des toilettes avant de mesurer."
    if demande and pleine:
        dit = "Vous avez mesuré alors que la vessie était pleine."
    yield Critere(
        "la vessie vide",
        demande and not pleine,
        dit,
        "La question posée avant la mesure ; les toilettes d’abord si besoin.",
        "Une vessie pleine ajoute 4 mmHg environ, parfois bien plus.",
    )


def repos(examen: Examen) -> Critere:
    bien, _ = toutes(examen, lambda lecture: lecture.minutes >= REPOS_MIN)
    court = min((lecture.minutes for lecture in examen.lectures), default=0)
    dit = f"Repos de {court} min avant une mesure." if examen.lectures else AUCUNE
    return Critere(
        "cinq minutes de repos",
        bien,
        dit,
        "Cinq minutes assis, au calme, avant la première mesure.",
        "Qui vient de marcher, ou de revenir des toilettes, a encore la pression de l’effort.",
        2,
    )


def symptomes(examen: Examen) -> Critere:
    """Called for by a severe pressure, whenever it is asked."""
    demande = any(g["g"] == "demander" and g["sujet"] == "symptomes" for g in examen.seance.gestes)
    return Critere(
        "demander ce qu’elle ressent",
        demande if examen.cle["severe"] else None,
        "Vous avez demandé ce qu’elle ressentait." if demande else "Vous n’avez pas demandé ce qu’elle ressentait.",
        "« Que ressentez-vous ? », devant une pression de 180/110 ou plus.",
        "Mal de tête brutal, vue trouble, douleur, essoufflement, parole ou main qui lâche : l’urgence en dépend.",
        1.5,
    )


def installation(examen: Examen) -> Iterator[Critere]:
    """Each point, at every reading."""
    for point in examen.cle["seance"]["depart"]:
        juste, libelle, poids, attendu, pourquoi = BIEN[point]
        bien, mal = toutes(examen, lambda lecture, p=point, j=juste: lecture.etat[p] == j)
        dit = f"{mots.INSTALLATION[point][1][juste]}, à chaque mesure."
        if not bien:
            faux = next((lecture.etat[point] for lecture in examen.lectures if lecture.etat[point] != juste), None)
            dit = f"{mots.INSTALLATION[point][1][faux]} : {fois(mal, len(examen.lectures))}." if faux else AUCUNE
        yield Critere(libelle, bien, dit, attendu, pourquoi, poids)


def brassard(examen: Examen) -> Iterator[Critere]:
    """The tape, then the cuff of its size; not called for an arm that no cuff fits."""
    bonne = examen.cle["brassard"]
    tour = any(geste["g"] == "tour_bras" for geste in examen.avant)
    yield Critere(
        "le tour de bras mesuré",
        tour if bonne else None,
        "Vous avez mesuré le tour de bras." if tour else "Vous n’avez pas mesuré le tour de bras avant de commencer.",
        "Le tour de bras au mètre ruban, avant de choisir le brassard.",
        "À l’œil, on se trompe de taille, et presque toujours en prenant trop petit.",
    )
    bien, _ = toutes(examen, lambda lecture: lecture.taille == bonne)
    tailles = list(dict.fromkeys(lecture.taille for lecture in examen.lectures))
    bornes = BRASSARDS[bonne] if bonne else ("", "")
    yield Critere(
        "un brassard à la taille du bras",
        bien if bonne else None,
        f"Brassard {' puis '.join(tailles)}, bras de {examen.cle['seance']['tour_bras_cm']} cm." if tailles else AUCUNE,
        f"Le brassard {bonne}, pour un bras de {bornes[0]} à {bornes[1]} cm.",
        "Trop petit, il surestime de 5 à 15 mmHg ; trop grand, il sous-estime un peu.",
        2,
    )
