"""Every wrong answer that somebody would really give must lose points, and be told so as the file says."""

from __future__ import annotations

from collections.abc import Iterator

from asalee_training.authoring.preuve.modele import Constat, Epreuve, Essai
from asalee_training.authoring.preuve.sujet import Groupe, Sujet
from asalee_training.content import substitution
from asalee_training.exercises.contract import Mutant

ILLISIBLE = "Réponse vide, NaN ou illisible"
COPIE = "La réponse d’une autre apprenante"
#: With how many other patients' right answers each is tried, and from which share of them it is worth a word. Patients may
#: well be alike: this neither blocks nor weighs in the score.
COPIES, PART_COPIES = 3, 0.25


def essayer(sujet: Sujet, epreuves: dict[str, Epreuve]) -> Iterator[Constat]:
    """Try them all, count, and yield a sentence for what survived, was told amiss, or never bites."""
    for groupe in sujet.tous():
        epreuve = epreuves[groupe.exercise.nom]
        for mutant in groupe.samples.wrong:
            _tenter(epreuve, groupe, mutant, groupe.rangs)
        _illisibles(epreuve, groupe)
        if hasattr(groupe.module, "confusions"):
            for rang in groupe.rangs:
                for mutant in groupe.module.confusions(groupe.exercise.spec, groupe.attendu, sujet.patients[rang]):
                    _tenter(epreuve, groupe, mutant, (rang,))
    for nom, groupes in sujet.groupes.items():
        if sujet.juge(nom):
            _copies(epreuves[nom], groupes)
    for nom, epreuve in epreuves.items():
        for essai in epreuve.essais.values():
            yield from _dire(sujet, nom, essai)


def _tenter(epreuve: Epreuve, groupe: Groupe, mutant: Mutant, rangs: tuple[int, ...]) -> None:
    """Try one on these patients. What cannot be read was no answer: it is counted apart, never as refused."""
    compte = mutant.nom != COPIE
    essai = epreuve.essai(mutant.nom, mutant.critique, mutant.ou, mutant.gravite, compte=compte)
    read = groupe.lire(mutant.raw)
    if read is None or read in groupe.justes:
        if read is None:
            essai.illisibles += len(rangs)
        else:
            essai.equivalents += len(rangs)
        return
    mark = groupe.noter(mutant.raw)
    numeros = [rang + 1 for rang in rangs]
    if mark.points >= mark.sur or (mutant.gravite and mark.gravite is None):
        essai.survivants += numeros
        essai.exemple = essai.exemple or groupe.mots(mutant.raw)
        return
    essai.tues += len(rangs)
    if mutant.retour:
        values = {"patient": groupe.cle.patient, "attendu": groupe.attendu.attendu}
        if substitution.render(mutant.retour, values) not in mark.retour:
            essai.sans_retour += numeros


def _illisibles(epreuve: Epreuve, groupe: Groupe) -> None:
    essai = epreuve.essai(ILLISIBLE, critique=True)
    for raw in (None, *groupe.samples.unreadable):
        mark = groupe.noter(raw)
        if mark.points == 0 and mark.etat in ("vide", "illisible"):
            essai.tues += len(groupe.rangs)
        else:
            essai.survivants += [rang + 1 for rang in groupe.rangs]
            essai.exemple = essai.exemple or groupe.mots(raw)


def _copies(epreuve: Epreuve, groupes: list[Groupe]) -> None:
    """A neighbour's right answer is wrong here; where every key is the same, there is nothing to tell."""
    for place, groupe in enumerate(groupes):
        for other in (*groupes[place + 1 :], *groupes[:place])[:COPIES]:
            _tenter(epreuve, groupe, Mutant(COPIE, other.samples.right[0], critique=False), groupe.rangs)


def _dire(sujet: Sujet, nom: str, essai: Essai) -> Iterator[Constat]:
    patients = len(sujet.patients)
    if essai.nom == COPIE:
        if len(essai.survivants) >= PART_COPIES * max(1, essai.distingues):
            said = (
                f"la réponse d’une voisine serait comptée juste {_frequence(essai)} : "
                f"les {sujet.mot} se ressemblent trop, ou la tolérance est large."
            )
            yield sujet.constat(said, nom, "attendu", bloque=False)
    elif essai.survivants:
        ou = sujet.chez(sorted(set(essai.survivants)), min(patients, essai.distingues))
        if essai.gravite:
            what = f"n’est pas signalée comme faute grave ({essai.gravite.replace('_', ' ')})"
        else:
            what = "obtient tous les points"
        said = f"la réponse fausse « {_nu(essai.nom)} » {what} {ou}, par exemple {essai.exemple}."
        yield sujet.constat(said, nom, essai.ou, bloque=essai.bloque)
    elif essai.equivalents and not essai.tues:
        said = (
            f"aucun{'' if sujet.mot == 'patients' else 'e'} des {patients} {sujet.mot} ne distingue "
            f"« {_nu(essai.nom)} » de la bonne réponse : l’erreur y donne le même résultat."
        )
        yield sujet.constat(said, nom, essai.ou or "attendu", bloque=False)
    if essai.illisibles and not essai.distingues + essai.equivalents:
        yield sujet.constat(f"« {_nu(essai.nom)} » n’a pas pu être essayée : elle ne se lit pas.", nom, bloque=False)
    if essai.sans_retour and len(essai.sans_retour) == essai.tues:
        said = f"« {_nu(essai.nom)} » perd des points, mais ne reçoit jamais le retour écrit pour elle."
        yield sujet.constat(said, nom, essai.ou, bloque=False)


def _frequence(essai: Essai) -> str:
    n = round(essai.distingues / len(essai.survivants))
    return f"une fois sur {n}" if n > 1 else "presque toujours"


def _nu(nom: str) -> str:
    """A name without its own quotes, to be quoted."""
    return nom[2:-2].strip() if nom.startswith("« ") and nom.endswith(" »") else nom
