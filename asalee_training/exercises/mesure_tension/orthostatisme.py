"""How a test lying then standing is judged: rest, safety, one and three minutes, and what is concluded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.mesure_tension import mots
from asalee_training.exercises.mesure_tension.suite import RIEN, choisi
from asalee_training.exercises.mesure_tension.technique import AUCUNE, REPOS_MIN, Examen
from asalee_training.simulation.seance_tension import Lecture

TOLERANCE = 0.5 + 1e-9
UNE, TROIS = 1, 3


def couche(examen: Examen) -> Lecture | None:
    """The last reading before standing up, which the others are compared with."""
    before = list(takewhile(lambda lecture: lecture.position != "debout", examen.lectures))
    return before[-1] if before else None


def debout(examen: Examen) -> list[Lecture]:
    """Readings from one to three minutes standing."""
    return [lecture for lecture in examen.lectures if lecture.position == "debout" and UNE <= lecture.minutes <= TROIS]


def a(examen: Examen, minutes: int) -> Lecture | None:
    return next((lecture for lecture in debout(examen) if lecture.minutes == minutes), None)


def baisses(examen: Examen, lectures: list[Lecture]) -> tuple[float, float] | None:
    """The greatest fall of each pressure over these readings, never below zero; None without two readings."""
    depart = couche(examen)
    if depart is None or not lectures:
        return None
    return tuple(max(0, *(depart.chiffres[i] - lecture.chiffres[i] for lecture in lectures)) for i in (0, 1))


def rassis(examen: Examen) -> bool:
    """Was a person who felt faint at one minute sat down again?"""
    un = a(examen, UNE)
    if un is None or not examen.cle["malaise"]:
        return False
    return any(g["g"] == "position" and g["etat"] != "debout" for g in examen.seance.gestes[un.rang :])


def mesures(examen: Examen) -> Iterator[Critere]:
    depart = couche(examen)
    bien = depart is not None and depart.position == "couche" and depart.minutes >= REPOS_MIN
    dit = "Vous n’avez pas mesuré avant le lever."
    if depart is not None:
        how = {"assis": "assise", "couche": "allongée"}[depart.position]
        dit = f"Mesure de départ en position {how}, après {depart.minutes} min."
    yield Critere(
        "une mesure allongée après cinq minutes",
        bien,
        dit,
        "Allongé cinq minutes, puis une mesure (assis seulement si c’est impossible).",
        "Partir de la position assise, ou trop tôt, cache une partie de la chute.",
        2,
    )
    premier = next(
        (i for i, g in enumerate(examen.seance.gestes) if g["g"] == "position" and g["etat"] == "debout"), None
    )
    sur = premier is not None and any(g["g"] == "securiser" for g in examen.seance.gestes[:premier])
    yield Critere(
        "la sécurité au lever",
        sur,
        "Vous êtes restée tout près, une chaise derrière." if sur else "Vous n’avez rien prévu avant le lever.",
        "Rester à côté, une chaise derrière la personne, avant de la faire lever.",
        "Le test cherche une chute de pression : la personne peut tomber pendant l’épreuve.",
    )
    un, trois = a(examen, UNE), a(examen, TROIS)
    yield Critere(
        "la mesure à 1 minute",
        un is not None,
        _dite(un, "1 minute"),
        "Une mesure une minute après le lever.",
        "La chute est souvent la plus forte à une minute, et peut avoir disparu à trois.",
        3,
    )
    yield Critere(
        "la mesure à 3 minutes",
        trois is not None if not rassis(examen) else None,
        _dite(trois, "3 minutes"),
        "Une mesure trois minutes après le lever, sauf malaise.",
        "Une chute plus lente ne se voit qu’à trois minutes.",
        2,
    )
    cotes = {lecture.cote for lecture in examen.lectures}
    yield Critere(
        "le même bras du début à la fin",
        len(cotes) == 1,
        f"Vous avez mesuré : {', '.join(f'bras {cote}' for cote in sorted(cotes))}." if cotes else AUCUNE,
        "Le même bras à chaque mesure.",
        "Changer de bras ajoute un écart qui n’est pas une chute.",
        0.5,
    )
    position, demande = "assis", False
    for geste in examen.seance.gestes:
        position = geste["etat"] if geste["g"] == "position" else position
        demande |= geste["g"] == "demander" and geste["sujet"] == "symptomes" and position == "debout"
    yield Critere(
        "demander ce qu’elle ressent debout",
        demande,
        "Vous avez posé la question debout." if demande else "Vous n’avez pas demandé, debout, ce qu’elle ressentait.",
        "« Que ressentez-vous ? », en position debout.",
        "Un malaise change l’urgence ; son absence n’annule pas un test positif.",
    )


def _dite(lecture: Lecture | None, quand: str) -> str:
    if lecture is None:
        return f"Pas de mesure à {quand}."
    return f"Mesure à {quand} : {lecture.pas}/{lecture.pad}, pouls {lecture.pouls}."


def conclusions(examen: Examen) -> Iterator[Critere]:
    donne, cle, demandes = examen.seance.conclusion, examen.cle, examen.cle["conclure"]
    if "baisse" in demandes:
        yield baisse(examen)
    if "pouls" in demandes:
        yield pouls(examen)
    for nom, textes, attendu, pourquoi, poids in (
        (
            "symptomes",
            mots.OUI_NON,
            "oui" if cle["malaise"] else "non",
            "Le malaise se note à part : le test peut être positif sans lui.",
            1,
        ),
        (
            "lecture",
            mots.LECTURES,
            "positive" if cle["positive"] else "negative",
            "Positif dès que la systolique perd 20 mmHg ou la diastolique 10, à 1 ou à 3 minutes, malaise ou non.",
            3,
        ),
    ):
        if nom in demandes:
            yield _note(donne.get(nom), nom, textes, attendu, pourquoi, poids)
    if "suite" in demandes:
        yield choisi(
            examen,
            "Le médecin relit l’ordonnance dans les jours qui viennent : la cause est souvent un médicament."
            if cle["positive"]
            else "Un test négatif se note. Si les malaises continuent, il se refait un autre jour, à une autre heure.",
            2,
        )
    if "conseil" in demandes:
        yield Critere(
            "le conseil pour se lever",
            bool(donne.get("conseil_lever")) if cle["positive"] else None,
            "Vous lui avez montré comment se lever."
            if donne.get("conseil_lever")
            else "Vous ne lui avez rien conseillé.",
            "Se lever en deux temps : s’asseoir, attendre, se tenir.",
            "C’est ce qui évite la chute en attendant l’avis du médecin.",
        )


def _note(given: str | None, nom: str, textes: Mapping[str, str], attendu: str, pourquoi: str, poids: float) -> Critere:
    titre = {"symptomes": "le malaise noté", "lecture": "la lecture du test"}[nom]
    prefixe = {"symptomes": "Malaise : ", "lecture": ""}[nom]
    shown = {mot: texte.lower() if nom == "symptomes" else texte for mot, texte in textes.items()}
    return Critere(
        titre,
        given == attendu,
        f"{prefixe}{shown[given]}." if given else RIEN,
        f"{prefixe}{shown[attendu]}.",
        pourquoi,
        poids,
    )


def baisse(examen: Examen) -> Critere:
    """The greatest fall that her own readings show."""
    ecrites = tuple(examen.seance.conclusion.get(f"baisse_{nom}") for nom in ("pas", "pad"))
    attendue = baisses(examen, debout(examen))
    bien = _near(ecrites, attendue)
    dit = "Vous n’avez pas écrit de baisse."
    if None not in ecrites:
        dit = f"Vous avez écrit {mots.ecrit(ecrites[0])} et {mots.ecrit(ecrites[1])} mmHg"
        un, trois = a(examen, UNE), a(examen, TROIS)
        if not bien and un and trois and _near(ecrites, baisses(examen, [trois])):
            dit += ", la baisse à 3 minutes seulement"
        dit += "."
    return Critere(
        "la plus forte baisse",
        bien,
        dit,
        f"D’après vos mesures : {mots.ecrit(attendue[0])} mmHg de systolique et {mots.ecrit(attendue[1])} de diastolique."
        if attendue
        else "Une mesure avant le lever et une après, pour en faire la différence.",
        "On garde la plus forte des baisses, à 1 ou à 3 minutes, pour chacun des deux chiffres.",
        2,
    )


def pouls(examen: Examen) -> Critere:
    depart, un, donne = couche(examen), a(examen, UNE), examen.seance.conclusion.get("hausse_pouls")
    attendue = None if depart is None or un is None else un.pouls - depart.pouls
    return Critere(
        "la hausse du pouls",
        None if attendue is None else donne is not None and abs(donne - attendue) <= TOLERANCE,
        f"Vous avez écrit {mots.ecrit(donne)} par minute." if donne is not None else RIEN,
        f"Le pouls passe de {depart.pouls} à {un.pouls} : {mots.ecrit(attendue)} par minute." if un and depart else "",
        "Un pouls qui ne s’accélère presque pas malgré la chute est une information pour le médecin.",
    )


def _near(ecrites: tuple, attendue: tuple[float, float] | None) -> bool:
    if attendue is None or None in ecrites:
        return False
    return all(abs(max(given, 0) - wanted) <= TOLERANCE for given, wanted in zip(ecrites, attendue, strict=True))
