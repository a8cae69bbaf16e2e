"""How a measure at the office is judged: the readings, what is kept of them, and what follows."""

from __future__ import annotations

from collections.abc import Iterator

from asalee_training.clinical import tension, unites
from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.mesure_tension import mots
from asalee_training.exercises.mesure_tension.suite import RIEN, choisi
from asalee_training.exercises.mesure_tension.technique import (
    AUCUNE,
    INTERVALLE_MIN,
    MESURES,
    MESURES_URGENCE,
    Examen,
)
from asalee_training.simulation.mesures_tension import COTES
from asalee_training.simulation.seance_tension import Lecture

#: A mean typed with or without its half: 143, 143,5 and 144 are the same mean.
TOLERANCE = 0.5 + 1e-9


def mesures(examen: Examen) -> Iterator[Critere]:
    """Both arms, then three readings a minute apart; two are enough where the call cannot wait."""
    cotes = {lecture.cote for lecture in examen.lectures}
    yield Critere(
        "les deux bras à la première visite",
        None if examen.urgence else cotes == set(COTES),
        f"Vous avez mesuré : {', '.join(f'bras {cote}' for cote in COTES if cote in cotes)}." if cotes else AUCUNE,
        "Une mesure à chaque bras, puis toujours le plus haut des deux.",
        "Un bras peut lire 20 mmHg de moins que l’autre. Qui ne mesure que celui-là ne le saura jamais.",
        2,
    )
    compte = len(examen.lectures) if examen.urgence else len(examen.du_bras(examen.bras_retenu))
    attendues = MESURES_URGENCE if examen.urgence else MESURES
    ici = "en tout" if examen.urgence else f"au bras {examen.bras_retenu}"
    yield Critere(
        "trois mesures au moins" if not examen.urgence else "une deuxième mesure",
        compte >= attendues,
        f"Mesures {ici} : {compte}." if examen.lectures else AUCUNE,
        "Trois mesures au moins au bras retenu." if not examen.urgence else "Deux mesures, puis l’appel.",
        "La première mesure est presque toujours la plus haute."
        if not examen.urgence
        else "Une deuxième mesure écarte une erreur de lecture. Au-delà, on perd du temps.",
        2,
    )
    delais = [lecture.delai for lecture in examen.lectures if lecture.delai is not None]
    courts = sum(delai < INTERVALLE_MIN for delai in delais)
    yield Critere(
        "une minute entre deux mesures",
        not courts if delais else None,
        f"Moins d’une minute d’attente : {courts} fois." if courts else "Une minute au moins entre deux mesures.",
        "Une minute d’attente entre deux mesures au même bras.",
        "Le sang doit revenir dans le bras avant d’être de nouveau arrêté.",
    )


def conclusions(examen: Examen) -> Iterator[Critere]:
    """What she keeps, part by part; nothing is called for that the call cannot wait for."""
    donne, cle, demandes = examen.seance.conclusion, examen.cle, examen.cle["conclure"]
    if "moyenne" in demandes and not examen.urgence:
        yield moyenne(examen)
    if "bras" in demandes and not examen.urgence:
        given = donne.get("bras")
        yield Critere(
            "le bras de référence",
            given in cle["bras"],
            f"Vous avez noté le bras {given}." if given else RIEN,
            f"Le bras {' ou '.join(cle['bras'])}.",
            "On garde le bras où la systolique est la plus haute, et on l’écrit au dossier.",
            1.5,
        )
    if "ecart" in demandes and not examen.urgence:
        given = donne.get("ecart")
        yield Critere(
            "l’écart entre les deux bras",
            given == cle["ecart"],
            f"{mots.ECARTS[given]}." if given else RIEN,
            f"{mots.ECARTS[cle['ecart']]}.",
            "Au-delà de 10 mmHg de systolique, toujours le bras le plus haut. Au-delà de 20, le médecin doit le savoir.",
        )
    if "methode" in demandes:
        given = donne.get("methode")
        yield Critere(
            "la méthode écrite",
            given == "automatique",
            f"Vous avez noté : {mots.METHODES[given].lower()}." if given else RIEN,
            "Appareil automatique au bras.",
            "Sans la méthode, deux chiffres du dossier ne se comparent pas.",
            0.5,
        )
    if "niveau" in demandes:
        yield niveau(examen)
    if "suite" in demandes:
        yield choisi(examen, _pourquoi(examen), 3)


def niveau(examen: Examen) -> Critere:
    """The level of a measure well done; when her own readings say another, that is told: bad technique misleads."""
    given, attendu = examen.seance.conclusion.get("niveau"), examen.cle["niveau"]
    lue = _mean(examen.du_bras(examen.bras_retenu)[-2:])
    lu = _grade(*lue) if lue else attendu
    dit = f"{mots.NIVEAUX[given]}" if given else RIEN.rstrip(".")
    pourquoi = "Au cabinet : grade 1 dès 140 ou 90, grade 2 dès 160 ou 100, grade 3 dès 180 ou 110. Le plus haut des deux l’emporte."
    if given == lu != attendu:
        dit += f", comme le disaient vos lectures : {_shown(lue)}"
        pourquoi = f"Ici, c’est la mesure qui a trompé : voyez ce qui est à revoir plus haut. {pourquoi}"
    return Critere(
        "le niveau mesuré",
        given == attendu,
        f"{dit}.",
        f"{mots.NIVEAUX[attendu]} : bien mesurée, sa pression est de {_shown(tuple(examen.cle['chiffres']))}.",
        pourquoi,
        1.5,
    )


def _grade(pas: float, pad: float) -> str:
    """The grade of a mean, however careless the hand: beyond what a person can have, the highest one."""
    most = (unites.maximum(grandeur, "mmHg") for grandeur in ("pas", "pad"))
    return str(tension.grade_cabinet(*map(min, (pas, pad), most)))


def _pourquoi(examen: Examen) -> str:
    if examen.urgence:
        return "À partir de 180/110 avec un malaise, chaque minute compte : ni automesure, ni rendez-vous, ni comprimé."
    if examen.cle["severe"]:
        return "À partir de 180/110, même sans malaise, le médecin le sait aujourd’hui. L’automesure viendra après."
    if examen.cle["niveau"] != "0":
        return (
            "Une élévation au cabinet se confirme hors du cabinet : une personne sur cinq n’est haute que devant nous."
        )
    return "Sous 140/90, la mesure se note et se reprend au suivi."


def moyenne(examen: Examen) -> Critere:
    """Mean of the last two readings of the arm that she keeps."""
    donne = examen.seance.conclusion
    ecrites = tuple(donne.get(f"moyenne_{nom}") for nom in ("pas", "pad"))
    lectures = examen.du_bras(examen.bras_retenu)
    attendue = _mean(lectures[-2:])
    bien = attendue is not None and len(lectures) > 1 and _near(ecrites, attendue)
    dit = f"Vous avez écrit {_shown(ecrites)}{_erreur(ecrites, lectures) if not bien else ''}."
    return Critere(
        "la moyenne des deux dernières mesures",
        bien,
        dit if None not in ecrites else "Vous n’avez pas écrit de moyenne.",
        f"La moyenne des deux dernières au bras {examen.bras_retenu} : {_shown(attendue)}."
        if attendue and len(lectures) > 1
        else "Deux mesures au moins au même bras, pour en faire la moyenne.",
        "Les premières mesures portent l’appréhension : elles ne comptent pas dans la moyenne.",
        2,
    )


def _mean(lectures: list[Lecture]) -> tuple[float, float] | None:
    if not lectures:
        return None
    return tuple(sum(lecture.chiffres[i] for lecture in lectures) / len(lectures) for i in (0, 1))


def _near(ecrites: tuple, attendue: tuple[float, float] | None) -> bool:
    if attendue is None or None in ecrites:
        return False
    return all(abs(given - wanted) <= TOLERANCE for given, wanted in zip(ecrites, attendue, strict=True))


def _erreur(ecrites: tuple, lectures: list[Lecture]) -> str:
    """The mean she made, when it is one of the usual wrong ones."""
    for mot, autres in (
        ("la première mesure", lectures[:1]),
        ("la dernière mesure seule", lectures[-1:]),
        ("la moyenne de toutes les mesures", lectures),
        ("la moyenne des deux premières", lectures[:2]),
    ):
        if _near(ecrites, _mean(autres)):
            return f", c’est {mot}"
    return ""


def _shown(values: tuple | None) -> str:
    return "/".join("?" if value is None else mots.ecrit(value) for value in values or (None, None))
