"""What is counted over a whole conversation, against what its author asks."""

from __future__ import annotations

from collections.abc import Iterator

from asalee_training.clinical import etp, inputs, reference_data
from asalee_training.exercises.entretien.scene import Mesures, Parcours
from asalee_training.exercises.gestes import Critere

_NIVEAUX = ("insuffisant", "correct", "bon")


def compter(mesures: Mesures, parcours: Parcours) -> Iterator[Critere]:
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


def _seuil(mesure: str, niveau: str) -> float:
    return reference_data.thresholds("etp")[f"{mesure}_{niveau}"]


def _atteint(mesure: str, valeur: float | None, niveau: str) -> bool | None:
    obtenu = etp.niveau(mesure, valeur)
    return None if obtenu is None else _NIVEAUX.index(obtenu) >= _NIVEAUX.index(niveau)


def _nombre(valeur: float) -> str:
    return inputs.shown(round(valeur, 1))


def _pct(part: float) -> str:
    return f"{inputs.shown(round(100 * part))} %"


def _compte(n: int, nom: str) -> str:
    """« 3 questions ouvertes », « 1 fois »."""
    return f"{n} {nom}" if n < 2 else f"{n} {' '.join(mot if mot.endswith('s') else mot + 's' for mot in nom.split())}"
