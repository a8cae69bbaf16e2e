"""How an ``entretien`` is judged: the objectives of its scene, a few counts, and each reply with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from asalee_training.clinical import etp, inputs, reference_data
from asalee_training.exercises.contract import Etape
from asalee_training.exercises.entretien.scene import ELEMENTS, Mesures, Objectif, Parcours, Pas, Replique, Tour
from asalee_training.exercises.gestes import Critere

CONTRE = ("PER", "CON")
#: Length of what is recalled of the person's words, in characters.
_RAPPEL = 80
_NIVEAUX = ("insuffisant", "correct", "bon")
_GRAVES = {
    "hors_champ": (
        "rester dans votre champ",
        "Aucune de vos paroles n’est sortie de votre champ.",
        "Ni diagnostic, ni annonce, ni changement de traitement : cela revient au médecin.",
        "« L’infirmière n’agit jamais hors du champ prévu » : une phrase dite ne se reprend pas.",
    ),
    "dangereux": (
        "ne pas mettre la personne en danger",
        "Vous n’avez rien dit ni fait de dangereux.",
        "Aucune parole ni aucun geste qui expose la personne.",
        "La sécurité passe avant la relation, les tests et le temps prévu.",
    ),
}


def favorable(replique: Replique) -> bool:
    """Does this reply do no harm to the conversation?"""
    return replique.confiance >= 0 and replique.gravite is None and replique.code not in CONTRE


def meilleures(tour: Tour) -> list[Replique]:
    """The favourable replies of a turn that gain the most trust."""
    sures = [replique for replique in tour.repliques if favorable(replique)]
    top = max((replique.confiance for replique in sures), default=0)
    return [replique for replique in sures if replique.confiance == top]


def criteres(spec: Any, parcours: Parcours) -> Iterator[Critere]:
    """Everything that is judged; what an interrupted conversation could not show does not apply."""
    yield Critere(
        "mener l’entretien à son terme",
        parcours.fini,
        f"Sur tout l’entretien : {'il est allé à son terme' if parcours.fini else 'il s’est arrêté en chemin'}.",
        "Un entretien mené jusqu’à ce que vous vous quittiez.",
        "La fin compte : c’est là que la personne dit ce qu’elle emporte.",
    )
    for objectif in spec.objectifs:
        yield from _objectif(spec, objectif, parcours)
    for avant, apres in spec.ordre:
        yield _ordre(spec, avant, apres, parcours)
    if spec.logement:
        yield from _regards(spec, parcours)
    yield from _mesures(spec.mesures, parcours)
    yield from _retenue(parcours)
    yield from _graves(spec.tours, parcours)


def _objectif(spec: Any, objectif: Objectif, parcours: Parcours) -> Iterator[Critere]:
    rang = parcours.rang(objectif.nom)
    fait = f"Vous : {_dit(parcours.pas[rang])}" if rang is not None else "Vous ne l’avez pas fait."
    attendu = f"{_capital(objectif.texte)}."
    if rang is None:
        attendu += f"\n{_occasion(spec, objectif, parcours)}"
    yield Critere(objectif.texte, rang is not None, fait, attendu, objectif.pourquoi, objectif.poids, objectif.gravite)
    if objectif.premier:
        avant = [] if rang is None else [pas for pas in parcours.pas[:rang] if pas.element not in _securite()]
        fait = "Vous avez commencé par là." if not avant else f"Vous avez d’abord fait autre chose : {_dit(avant[0])}"
        yield Critere(
            f"commencer par là : {objectif.texte}",
            None if rang is None else not avant,
            fait,
            f"En premier : {objectif.texte}.",
            "Ce qui met en sécurité passe avant toute parole et tout autre geste.",
            objectif.poids,
        )


def _occasion(spec: Any, objectif: Objectif, parcours: Parcours) -> str:
    """A line that would have done it: where she had the chance, or else somewhere else in the scene."""
    for ou, tours in (("", parcours.tours), ("Par un autre chemin", spec.tours)):
        for tour in tours:
            for replique in tour.repliques:
                if objectif.nom in replique.objectifs:
                    return f"{ou or _moment(spec, tour)} : {_cite(replique)}"
    raise LookupError(objectif.nom)  # never: an objective that no line reaches is refused when the scene is read


def _moment(spec: Any, tour: Tour) -> str:
    return f"Après « {_fin(tour.dit)} »" if tour.dit else f"Après : {_fin(tour.on_voit)}"


def _ordre(spec: Any, avant: str, apres: str, parcours: Parcours) -> Critere:
    textes = {objectif.nom: objectif.texte for objectif in spec.objectifs}
    premier, second = parcours.rang(avant), parcours.rang(apres)
    acquis = None if premier is None or second is None else premier <= second
    return Critere(
        f"d’abord {textes[avant]}",
        acquis,
        "Vous l’avez fait dans cet ordre." if acquis else f"Vous avez commencé par {textes[apres]}.",
        f"D’abord {textes[avant]} ; ensuite, {textes[apres]}.",
        "L’ordre change ce que la personne entend.",
    )


def _regards(spec: Any, parcours: Parcours) -> Iterator[Critere]:
    vus = {pas.element: i for i, pas in reversed(list(enumerate(parcours.pas))) if pas.element}
    essentiels = [e.element for e in spec.logement if e.essentiel]
    oublies = [nom for nom in essentiels if nom not in vus]
    yield Critere(
        "regarder l’essentiel du logement",
        not oublies if essentiels else None,
        f"Vous n’avez pas regardé : {_liste(oublies)}." if oublies else "Vous avez regardé tout l’essentiel.",
        f"Regarder : {_liste(essentiels)}.",
        "Ce que l’on constate chez la personne ne se devine pas au cabinet.",
    )
    proteges = {e.element: e.apres for e in spec.logement if e.apres and e.element in vus}
    rangs = {nom: parcours.rang(apres) for nom, apres in proteges.items()}
    sans = [nom for nom, rang in rangs.items() if rang is None or rang > vus[nom]]
    yield Critere(
        "demander avant de regarder",
        not sans if proteges else None,
        f"Sans son accord : {_liste(sans)}." if sans else "Vous avez regardé avec son accord.",
        "L’accord de la personne avant d’ouvrir ou de regarder ce qui lui appartient.",
        "Vous êtes chez elle : un placard ouvert sans demander, et elle ne vous ouvrira plus sa porte.",
    )


def _mesures(mesures: Mesures, parcours: Parcours) -> Iterator[Critere]:
    """Counts over a whole conversation: a piece of one is not measured."""
    if not parcours.fini:
        return
    m = etp.metriques_verbatim([("infirmiere", r.code) for r in parcours.repliques if r.code])
    if mesures.questions_ouvertes is not None:
        part = m.part_questions_ouvertes
        yield Critere(
            "poser surtout des questions ouvertes",
            None if part is None else part >= mesures.questions_ouvertes,
            f"Vous avez posé {_compte(m.questions_ouvertes, 'question ouverte')} sur {m.questions}.",
            f"Au moins {_pct(mesures.questions_ouvertes)} de questions ouvertes (repère choisi pour cette scène).",
            "Une question ouverte laisse la personne choisir ce qu’elle raconte.",
        )
    if mesures.reflets_par_question:
        yield Critere(
            "refléter autant que vous questionnez",
            _atteint("ratio_rq", m.ratio_rq, mesures.reflets_par_question),
            f"Vous avez fait {_compte(m.reflets, 'reflet')} pour {_compte(m.questions, 'question')}.",
            f"Au moins {_nombre(_seuil('ratio_rq', mesures.reflets_par_question))} reflet par question "
            f"(repère publié, niveau « {mesures.reflets_par_question} »).",
            "Un reflet montre que vous avez entendu ; une suite de questions ressemble à un interrogatoire.",
        )
    if mesures.reflets_complexes:
        yield Critere(
            "aller au-delà de la répétition dans vos reflets",
            _atteint("part_reflets_complexes", m.part_reflets_complexes, mesures.reflets_complexes),
            f"{_compte(m.reflets_complexes, 'reflet complexe')} sur {_compte(m.reflets, 'reflet')}, résumés compris.",
            f"Au moins {_pct(_seuil('part_reflets_complexes', mesures.reflets_complexes))} de reflets complexes "
            f"(repère publié, niveau « {mesures.reflets_complexes} »).",
            "Le reflet complexe dit ce que la personne n’a pas encore dit : une émotion, un sens, les deux côtés.",
        )
    if mesures.soutien is not None:
        yield Critere(
            "soutenir la personne",
            m.adherent >= mesures.soutien,
            f"{_compte(m.adherent, 'fois')}, vous avez valorisé, demandé son accord ou rappelé que le choix est le sien.",
            f"Au moins {_compte(mesures.soutien, 'fois')} (repère choisi pour cette scène).",
            "On change mieux quand on se sent capable, consulté et libre.",
        )
    dit = etp.discours([("patient", tour.code) for tour in parcours.tours if not tour.qui])
    if mesures.changement is not None:
        total = dit.changement + dit.maintien
        yield Critere(
            "faire naître ses propres raisons de changer",
            None if dit.part_changement is None else dit.part_changement >= mesures.changement,
            f"Sur {_compte(total, 'phrase')} pour ou contre le changement, {dit.changement} "
            f"{'vont' if dit.changement >= 2 else 'va'} vers le changement.",
            f"Au moins {_pct(mesures.changement)} (repère choisi pour cette scène).",
            "Ce qu’une personne s’entend dire compte plus que ce qu’on lui dit.",
        )
    if mesures.confiance is not None:
        gain = sum(replique.confiance for replique in parcours.repliques)
        yield Critere(
            "gagner sa confiance",
            gain >= mesures.confiance,
            f"Sa confiance {'a gagné' if gain >= 0 else 'a perdu'} {_compte(abs(gain), 'point')}.",
            f"Un gain d’au moins {_compte(mesures.confiance, 'point')} (repère choisi pour cette scène).",
            "Chaque réplique ouvre ou ferme un peu la porte ; c’est la somme qui fait qu’elle revient.",
        )


def _retenue(parcours: Parcours) -> Iterator[Critere]:
    """No advice without permission, no reproach. Nobody is praised for holding back in half a conversation."""
    for code, libelle, sans, attendu, pourquoi in (
        (
            "PER",
            "ne pas conseiller sans permission",
            "Vous n’avez donné aucun conseil sans permission.",
            "Aucun conseil que la personne n’a pas accepté d’entendre.",
            "C’est le réflexe correcteur : plus on pousse, plus elle défend ce qui ne change pas.",
        ),
        (
            "CON",
            "ne pas contredire ni reprocher",
            "Ni reproche, ni contradiction dans vos paroles.",
            "Ni reproche, ni contradiction, ni morale.",
            "Qui se sent jugé se tait, et ne revient pas.",
        ),
    ):
        dites = [replique for replique in parcours.repliques if replique.code == code]
        fait = f"Vous : {_cite(dites[0])}" if dites else sans
        yield Critere(libelle, False if dites else (True if parcours.fini else None), fait, attendu, pourquoi)


def _graves(tours: Iterable[Tour], parcours: Parcours) -> Iterator[Critere]:
    possibles = {replique.gravite for tour in tours for replique in tour.repliques}
    for gravite, (libelle, sans, attendu, pourquoi) in _GRAVES.items():
        dites = [replique for replique in parcours.repliques if replique.gravite == gravite]
        if gravite in possibles:
            fait = f"Vous : {_cite(dites[0])}" if dites else sans
            acquis = False if dites else (True if parcours.fini else None)
            yield Critere(libelle, acquis, fait, attendu, pourquoi, 1, gravite)


def lignes(spec: Any, parcours: Parcours) -> Iterator[Etape]:
    """The transcript: each of her lines with its code, a better one where there was one, and why."""
    libelles = etp.codes("infirmiere")
    for pas in parcours.pas:
        avant = f"{pas.tour.qui or spec.personne} : « {_fin(pas.tour.dit)} »\n" if pas.tour.dit else ""
        if pas.texte:
            exemples = "\n".join(f"« {e.texte} » ({libelles[e.code]})" for e in pas.tour.ecrire.exemples)
            yield Etape(
                f"{avant}Vous, avec vos mots : « {pas.texte} »\nVous la nommez : {libelles[pas.code]}.",
                f"À comparer avec ces exemples.\n{exemples}",
                None,
                "Votre phrase n’est pas notée : relisez-la à voix haute, puis comparez.",
            )
        elif pas.replique:
            nature = libelles[pas.replique.code] if pas.replique.code else "geste"
            yield Etape(
                f"{avant}Vous ({nature}) : {_cite(pas.replique)}",
                _mieux(pas, libelles),
                favorable(pas.replique),
                pas.replique.retour,
            )


def _mieux(pas: Pas, libelles: dict[str, str]) -> str:
    mieux = meilleures(pas.tour)
    if pas.replique in mieux or not mieux or pas.replique.objectifs:
        return "Cette réplique convient."
    exemple = mieux[0]
    nature = f" ({libelles[exemple.code]})" if exemple.code else ""
    return f"{'Possible. On pouvait aussi' if favorable(pas.replique) else 'Plutôt'} : {_cite(exemple)}{nature}"


def _fin(texte: str) -> str:
    """The last words of what was said: enough to remember the moment."""
    if len(texte) <= _RAPPEL:
        return texte
    return f"… {texte[-_RAPPEL:].partition(' ')[2]}"


def _cite(replique: Replique) -> str:
    return replique.texte if replique.faire else f"« {replique.texte} »"


def _dit(pas: Pas) -> str:
    return _cite(pas.replique) if pas.replique else pas.texte or f"regarder {ELEMENTS[pas.element][1].lower()}"


def _liste(noms: Iterable[str]) -> str:
    return " ; ".join(ELEMENTS[nom][1].lower() for nom in noms)


def _securite() -> set[str]:
    return {row["nom"] for row in reference_data.rows("cognition_domicile") if row["securite"] == "oui"}


def _seuil(mesure: str, niveau: str) -> float:
    return reference_data.thresholds("etp")[f"{mesure}_{niveau}"]


def _atteint(mesure: str, valeur: float | None, niveau: str) -> bool | None:
    obtenu = etp.niveau(mesure, valeur)
    return None if obtenu is None else _NIVEAUX.index(obtenu) >= _NIVEAUX.index(niveau)


def _capital(texte: str) -> str:
    return texte[:1].upper() + texte[1:]


def _nombre(valeur: float) -> str:
    return inputs.shown(round(valeur, 1))


def _pct(part: float) -> str:
    return f"{inputs.shown(round(100 * part))} %"


def _compte(n: int, nom: str) -> str:
    """« 3 questions ouvertes », « 1 fois »."""
    return f"{n} {nom}" if n < 2 else f"{n} {' '.join(mot if mot.endswith('s') else mot + 's' for mot in nom.split())}"
