"""What the pages of the proofs show: each text, whether its grader is proved, and what survived. No HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from asalee_training.authoring import check, preuve
from asalee_training.authoring.preuve import rapport
from asalee_training.authoring.preuve import tableau as scores
from asalee_training.authoring.preuve.memoire import Preuves
from asalee_training.authoring.preuve.modele import Epreuve, Essai, Preuve
from asalee_training.content.errors import ContentError
from asalee_training.exercises.contract import PLUS_LONG
from asalee_training.pages import atelier, plis
from asalee_training.pages.travaux import Outcome
from asalee_training.pages.typographie import pluriel
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class Ligne:
    """One text of the list; ``preuve`` is None when this very text was not proved yet."""

    texte: atelier.Texte
    preuve: Preuve | None

    @property
    def etat(self) -> str:
        if self.preuve is None:
            return ""
        return "a_corriger" if self.preuve.bloquants else "pret"

    @property
    def phrase(self) -> str:
        if self.preuve is None:
            return "Pas encore prouvé"
        found = rapport.verdict(self.preuve)
        return found[:1].upper() + found[1:]

    @property
    def notes(self) -> str:
        """« 5 points à relire », "" for none."""
        n = len(rapport.remarques(self.preuve)) if self.preuve else 0
        return f"{pluriel(n, 'point')} à relire" if n else ""


def lignes(ws: Workspace, verifications: atelier.Verifications) -> list[tuple[atelier.Groupe, list[Ligne]]]:
    """Return the texts that have a grader, module by module, each with its proof."""
    preuves, found = Preuves(ws), []
    for groupe in atelier.groupes(ws, verifications):
        texts = [Ligne(t, preuves.retrouver(t.chemin)) for t in groupe.textes if t.chemin.name != check.MODULE]
        if texts:
            found.append((groupe, texts))
    return found


def compte(textes: Iterable[Ligne]) -> str:
    """What the folded line of a module says: « 24 textes · 2 à corriger »."""
    etats = [ligne.etat for ligne in textes]
    return plis.compte(
        pluriel(len(etats), "texte"), {"à corriger": etats.count("a_corriger"), "à prouver": etats.count("")}
    )


def deplies(groupes: Iterable[tuple[atelier.Groupe, list[Ligne]]]) -> frozenset[str]:
    """Return the groups whose texts show at first: those to be corrected, or all where they are few."""
    known = {groupe.ident: textes for groupe, textes in groupes}
    wrong = [ident for ident, textes in known.items() if any(x.etat == "a_corriger" for x in textes)]
    return plis.deplies({ident: len(textes) for ident, textes in known.items()}, wrong)


def une(ws: Workspace, verifications: atelier.Verifications, path: Path) -> Ligne:
    """Return one text with its proof."""
    return Ligne(verifications.texte(ws, path), Preuves(ws).retrouver(path))


def prouver(ws: Workspace, verifications: atelier.Verifications, paths: Iterable[Path]) -> Outcome:
    """Prove texts, and note what stands in the way of publishing them."""
    paths, preuves, wrong, unread = list(paths), Preuves(ws), 0, 0
    for path in paths:
        try:
            found = rapport.problemes(preuve.prouver(ws, path, preuves))
            wrong += bool(found)
        except ContentError as error:
            found = list(error.problems)
            unread += 1
        verifications.note(path, found)
    if unread:
        lines = (f"{pluriel(unread, 'texte')} à corriger d’abord : « Vérifier » dit où. Rien ne peut en être prouvé.",)
        return Outcome("La preuve demande d’abord des corrections", lines, "attention")
    if wrong:
        what = "Ce texte" if len(paths) == 1 else f"{pluriel(wrong, 'texte')} sur {len(paths)}"
        verb = "n’est" if wrong == 1 or len(paths) == 1 else "ne sont"
        return Outcome("Le correcteur n’est pas prouvé", (f"{what} {verb} pas à publier en l’état.",), "attention")
    if len(paths) == 1:
        return Outcome("Le correcteur est prouvé", ("On peut se fier à la note de ce texte.",))
    return Outcome("Les correcteurs sont prouvés", (f"{pluriel(len(paths), 'texte')} : on peut se fier aux notes.",))


def survivants(found: Preuve) -> list[tuple[Epreuve, Essai]]:
    """The wrong answers that earned everything for somebody, the ones that block first."""
    known = [(epreuve, essai) for epreuve, essai in found.essais() if essai.survivants and essai.compte]
    return sorted(known, key=lambda pair: (not pair[1].bloque, -len(pair[1].survivants)))


def chances(found: Preuve) -> list[tuple[str, float, str]]:
    """Each way of answering without reading: its name, its share, and « au-dessus », « à relire » or ""."""
    plafond = found.plafond
    return [
        (nom, part, "" if plafond is None or part <= plafond else "a_relire" if nom == PLUS_LONG else "trop")
        for nom, part in sorted(found.hasard.items(), key=lambda pair: -pair[1])
    ]


def tableau(groupes: Iterable[tuple[atelier.Groupe, list[Ligne]]]) -> list[tuple[str, scores.Rang]]:
    """The scores, a text a line, each with the address of its report."""
    idents = {ligne.preuve.fichier: ligne.texte.ident for _, texts in groupes for ligne in texts if ligne.preuve}
    known = [ligne.preuve for _, texts in groupes for ligne in texts if ligne.preuve]
    return [(idents[rang.preuve.fichier], rang) for rang in scores.rangs(known)]


def totaux(groupes: Iterable[tuple[atelier.Groupe, list[Ligne]]]) -> str:
    """« 55 textes : 168 251 réponses fausses refusées… », "" before anything is proved."""
    known = [ligne.preuve for _, texts in groupes for ligne in texts if ligne.preuve]
    return rapport.ensemble(known) if known else ""
