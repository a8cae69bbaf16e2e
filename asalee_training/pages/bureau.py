"""The referent's desk: what waits for her, case by case; copies have a number, never a name. No HTTP."""

from __future__ import annotations

import hmac
import re
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from asalee_training.authoring import versions
from asalee_training.content.models import MODULE_DU_PROTOCOLE
from asalee_training.gradebook import collect, feedback, marker, progress, receive
from asalee_training.gradebook.config import COURS
from asalee_training.pages import parutions
from asalee_training.pages.mes_modules import TITRES
from asalee_training.pages.travaux import Outcome
from asalee_training.pages.typographie import pluriel
from asalee_training.workspace import Workspace


@dataclass(frozen=True)
class ARevoir:
    """A copy that a person must look at. ``jeton`` names it in an address without saying whose it is."""

    numero: int
    jeton: str
    raison: str


@dataclass(frozen=True)
class Evaluation:
    """One evaluation on the desk. ``prets``: feedback that can be given back; ``raison``: why the rest waits, or ""."""

    assignment: str
    titre: str
    module: str
    version: str
    carnet: str
    recues: int
    a_noter: int
    notees: int
    textes: int
    rendus: int
    prets: int
    a_revoir: tuple[ARevoir, ...]
    raison: str


def names(ws: Workspace) -> list[str]:
    """Return the evaluations of this course."""
    return versions.names(ws)


def evaluations(ws: Workspace) -> list[Evaluation]:
    """Return every evaluation, those where something waits first."""
    released = {p.assignment: p for p in parutions.in_folder(parutions.outbound(ws))}
    found = [_evaluation(ws, state, released.get(state.assignment)) for state in progress.states(ws)]
    return sorted(found, key=lambda e: (not (e.a_noter or e.textes or e.a_revoir), e.module, e.titre, e.assignment))


def _evaluation(ws: Workspace, state: progress.State, parution: parutions.Parution | None) -> Evaluation:
    assignment = state.assignment
    case, _, version = assignment.rpartition("-v")
    dossier = parution.dossier_du_module if parution else ""
    wanted = state.a_revoir or state.notees > state.rendues
    copies = progress.copies(ws, assignment) if wanted else []
    prets = sum(c.notee and not (c.en_attente or c.a_revoir or c.rendue) for c in copies)
    return Evaluation(
        assignment=assignment,
        titre=parution.titre if parution else case,
        module=TITRES[MODULE_DU_PROTOCOLE.get(dossier, dossier)] if dossier else "Pas encore publiée",
        version=version,
        carnet=parution.slug if parution else "",
        recues=state.relevees + _new(ws, state),
        a_noter=state.a_relever + state.relevees - state.notees,
        notees=state.notees,
        textes=state.en_attente,
        rendus=state.rendues,
        prets=prets,
        a_revoir=tuple(
            ARevoir(c.numero, jeton(ws, assignment, c.apprenante), c.a_revoir) for c in copies if c.a_revoir
        ),
        raison=_reason(state, prets),
    )


def _new(ws: Workspace, state: progress.State) -> int:
    """Count the trainees whose first copy is still in the exchange (a second one of the same is no new copy)."""
    if not state.a_relever:
        return 0
    inbound = ws.echange / COURS / "inbound"
    waiting = {p.name.partition("+")[0] for p in inbound.glob(f"*+{state.assignment}+*")}
    return len(waiting - {p.parent.name for p in (ws.grading / "submitted").glob(f"*/{state.assignment}")})


def _reason(state: progress.State, prets: int) -> str:
    if not state.notees:
        return "Aucune copie n’est encore notée."
    waits = []
    if state.en_attente:
        waits.append(f"{pluriel(state.en_attente, 'copie a', 'copies ont')} un texte à lire")
    if state.a_revoir:
        waits.append(f"{pluriel(state.a_revoir, 'copie est', 'copies sont')} à revoir")
    which = "Les autres retours" if prets else "Les retours"
    return f"{which} attendent : {' et '.join(waits)}." if waits else ""


def jeton(ws: Workspace, assignment: str, apprenante: str) -> str:
    """Name a copy without saying whose it is, and whatever number it has today."""
    return hmac.new(ws.secret, f"copie|{assignment}|{apprenante}".encode(), sha256).hexdigest()[:16]


def numero(ws: Workspace, assignment: str, jeton_recu: str) -> int | None:
    """Return the number that a copy has today, from what an address calls it."""
    for copy in progress.copies(ws, assignment):
        if hmac.compare_digest(jeton(ws, assignment, copy.apprenante), jeton_recu):
            return copy.numero
    return None


def noter(ws: Workspace, assignment: str) -> Outcome:
    """Collect and mark."""
    collected = collect.collect(ws, assignment)
    report = marker.mark(ws, assignment)
    lines = [
        f"{pluriel(len(collected.new), 'copie relevée', 'copies relevées')}, {pluriel(report.marked, 'copie notée', 'copies notées')}."
    ]
    if report.waiting_manual:
        lines.append(f"{pluriel(report.waiting_manual, 'copie a', 'copies ont')} un texte à lire.")
    numbers = {c.apprenante: f"Copie {c.numero}" for c in progress.copies(ws, assignment)}
    lines += [f"{numbers.get(who, 'Une copie')}, à revoir : {reason}" for who, reason in report.to_review]
    lines += _without_names(ws, collected.refused, numbers)
    if not (collected.new or report.marked or report.to_review or collected.refused):
        return Outcome("Rien de nouveau", ("Toutes les copies reçues étaient déjà notées.",))
    return Outcome(
        "Les copies sont notées", tuple(lines), "attention" if report.to_review or collected.refused else "ok"
    )


def _without_names(ws: Workspace, sentences: Iterable[str], numbers: dict[str, str]) -> list[str]:
    inbound = ws.echange / COURS / "inbound"
    names = {p.name.partition("+")[0]: "une copie" for p in inbound.glob("*+*")} | numbers
    if not names:
        return list(sentences)
    pattern = re.compile(
        "|".join(rf"(?<![\w.-]){re.escape(n)}(?![\w.-])" for n in sorted(names, key=len, reverse=True))
    )
    return [pattern.sub(lambda m: names[m[0]], s) for s in sentences]


def rendre(ws: Workspace, assignment: str) -> Outcome:
    """Give feedback back for the copies where nothing waits."""
    report = feedback.publish(ws, assignment)
    numbers = {c.apprenante: f"Copie {c.numero}" for c in progress.copies(ws, assignment)}
    lines = [f"{pluriel(report.published, 'retour rendu', 'retours rendus')}."]
    lines += [f"{numbers.get(who, 'Une copie')} : {reason}" for who, reason in report.reasons]
    return Outcome("Les retours sont rendus", tuple(lines), "attention" if report.waiting else "ok")


def revue(ws: Workspace, assignment: str, jeton_recu: str) -> Outcome:
    """Note that the referent has looked at a copy « à revoir »."""
    for copy in progress.copies(ws, assignment):
        if copy.a_revoir and hmac.compare_digest(jeton(ws, assignment, copy.apprenante), jeton_recu):
            marker.settle(ws, assignment, copy.apprenante)
            return Outcome(
                "C’est noté", (f"Copie {copy.numero} : vous l’avez regardée, ses points restent ce qu’ils sont.",)
            )
    return Outcome("Cette copie n’est plus à revoir", (), "attention")


def recevoir(ws: Workspace, sent: Sequence[tuple[str, bytes]], remplacer: bool) -> Outcome:
    """Check and keep copies received as files: (name as the browser says it, content)."""
    with tempfile.TemporaryDirectory(prefix="asalee-recus-") as place:
        # The sender's file names are shown, never used.
        written = [Path(place) / f"fichier-{n}.zip" for n in range(1, len(sent) + 1)]
        for path, (_, data) in zip(written, sent, strict=True):
            path.write_bytes(data)
        report = receive.receive(ws, written, remplacer)
    shown = {p.name: name[-80:] for p, (name, _) in zip(written, sent, strict=True)}
    titres = {p.assignment: p.titre for p in parutions.in_folder(parutions.outbound(ws))}
    lines = [_for_the_page(s, shown, titres) for s in (*report.received, *report.refused)]
    titre = f"{pluriel(len(report.received), 'copie reçue', 'copies reçues')}"
    if report.refused:
        titre += f", {pluriel(len(report.refused), 'fichier refusé', 'fichiers refusés')}"
        return Outcome(titre, tuple(lines), "attention" if report.received else "erreur")
    return Outcome(titre, tuple(lines))


def _for_the_page(sentence: str, shown: dict[str, str], titres: dict[str, str]) -> str:
    """The command line's sentence without the trainee's id, with the sender's file name and this page's words."""
    sentence = re.sub(r"copie de «\s?[^»]+» pour", "copie pour", sentence)
    sentence = re.sub(r"pour « ([^»]+) »", lambda m: f"pour « {titres.get(m[1], m[1])} »", sentence)
    sentence = sentence.replace("avec « --remplacer »", "en cochant « Remplacer »")
    return re.sub(r"^« (fichier-\d+\.zip) »", lambda m: f"« {shown[m[1]]} »", sentence)
