"""« Mon parcours »: for each module what is done, mastered, due today, and the next step. No HTTP."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from asalee_training.content.models import ModuleDeCours
from asalee_training.pages.mes_modules import Ligne, Module, modules
from asalee_training.pages.typographie import pluriel
from asalee_training.training import contenus, maitrise, resultats, series
from asalee_training.training.maitrise import QuestionDuTheme, Theme
from asalee_training.workspace import Workspace

FAITS = ("termine", "remise", "corrigee")


@dataclass(frozen=True)
class Etape:
    """The next step, in one click: a link (``adresse``), or a series to draw (``genre``)."""

    phrase: str
    bouton: str
    adresse: tuple[str, ...] = ()
    genre: str = ""


@dataclass(frozen=True)
class Bilan:
    """Where she stands in one module. ``minutes`` are declared by the lessons and cases, never measured."""

    module: Module
    themes: Sequence[Theme]
    dues: int
    prochaine: date | None
    minutes: int
    minutes_totales: int
    etape: Etape | None
    finies: Sequence[series.Serie]
    peut_final: bool

    @property
    def total(self) -> int:
        return len(self.module.lecons) + len(self.module.cas)

    @property
    def commence(self) -> bool:
        """She has opened something of this module."""
        return any(x.etat != "a_commencer" for x in self.module.lecons + self.module.cas)

    @property
    def maitrises(self) -> int:
        return sum(t.etat == "maitrise" for t in self.themes)


def bilans(ws: Workspace, aujourd_hui: date) -> list[Bilan]:
    """Return her modules, in the order of the course."""
    histoire = resultats.historique(ws.apprenante, ws.ident)
    toutes = series.toutes(ws.apprenante)
    return [
        _bilan(module, histoire, [s for s in toutes if s.module == module.nom], aujourd_hui) for module in modules(ws)
    ]


def _bilan(module: Module, histoire: resultats.Historique, hers: Sequence[series.Serie], aujourd_hui: date) -> Bilan:
    lignes = module.lecons + module.cas
    found = _contenus(lignes)
    # By name: two versions of a lesson hold one question.
    questions = list({q.cle: QuestionDuTheme(q.cle, q.themes, q.banque) for c in found for q in c.questions}.values())
    cours = module.cours
    themes = maitrise.themes(cours.themes, questions, histoire, cours.seuil_maitrise) if cours else []
    dues = len(maitrise.dues(questions, histoire, aujourd_hui))
    done = [x for x in lignes if x.etat in FAITS]
    return Bilan(
        module=module,
        themes=themes,
        dues=dues,
        prochaine=maitrise.prochaine(questions, histoire, aujourd_hui),
        minutes=sum(x.parution.duree_min for x in done),
        minutes_totales=sum(x.parution.duree_min for x in lignes),
        etape=_etape(module, themes, dues, hers, bool(contenus.banque(found, module.nom))),
        finies=[s for s in hers if s.fini and s.genre != "revision"],
        peut_final=bool(cours and cours.final and contenus.banque(found, module.nom)),
    )


def _contenus(lignes: Sequence[Ligne]) -> list[contenus.Contenu]:
    return [c for x in lignes if (c := contenus.lire(x.parution.dossier))]


def _etape(
    module: Module, themes: Sequence[Theme], dues: int, hers: Sequence[series.Serie], banque: bool
) -> Etape | None:
    """What helps her most now: what she began, what she is about to forget, then what comes next."""
    begun = next((s for s in hers if not s.fini), None)
    if begun:
        return Etape(f"{TITRES[begun.genre]} : commencé, à reprendre", "Reprendre", ("serie", begun.nom))
    if dues:
        n = min(dues, series.REVISION_MAX)
        return Etape(f"{pluriel(n, 'question')} à revoir aujourd’hui, quelques minutes", "Revoir", genre="revision")
    cours, lignes = module.cours, module.lecons + module.cas
    fresh = all(x.etat == "a_commencer" for x in lignes)
    if fresh and _wants(cours, "positionnement") and banque and not any(s.genre == "positionnement" for s in hers):
        return Etape("Pour commencer : ce que vous savez déjà", "Faire le point de départ", genre="positionnement")
    for etat, mots in (("en_cours", "à reprendre"), ("a_commencer", "à commencer")):
        line = next((x for x in lignes if x.etat == etat), None)
        if line:
            return Etape(f"« {line.parution.titre} », {mots}", line.bouton, (line.page, line.parution.assignment))
    weak = next((t for t in themes if t.etat == "a_revoir"), None)
    if weak:
        line = next((x for x in module.lecons if _about(x, weak.nom)), None)
        if line:
            return Etape(f"À revoir : {weak.libelle}", "Rouvrir la leçon", ("ouvrir", line.parution.assignment))
    if _wants(cours, "final") and banque and not any(s.genre == "final" for s in hers):
        return Etape("Pour finir : ce que vous avez retenu", "Faire le test de fin", genre="final")
    return None


def _wants(cours: ModuleDeCours | None, test: str) -> bool:
    return bool(cours and getattr(cours, test))


def _about(ligne: Ligne, theme: str) -> bool:
    contenu = contenus.lire(ligne.parution.dossier)
    return bool(contenu) and any(theme in q.themes for q in contenu.questions)


TITRES = {"positionnement": "Point de départ", "final": "Test de fin", "revision": "Révision"}


def tirer(ws: Workspace, genre: str, nom: str, aujourd_hui: date) -> str | None:
    """Draw a series and return its name, or the one she has not finished; ``None`` when there is nothing to draw."""
    hers = [s for s in series.toutes(ws.apprenante) if (s.genre, s.module) == (genre, nom)]
    begun = next((s for s in hers if not s.fini), None)
    if begun:
        return begun.nom
    module = next((m for m in modules(ws) if m.nom == nom), None)
    if module is None or genre not in series.GENRES:
        return None
    banque = contenus.banque(_contenus(module.lecons + module.cas), nom)
    numero = max((s.numero for s in hers), default=0) + 1
    drawn = _drawn(ws, genre, module, banque, hers, numero, aujourd_hui)
    return series.creer(ws.apprenante, genre, nom, numero, drawn) if drawn else None  # type: ignore[arg-type]


def _drawn(
    ws: Workspace, genre: str, module: Module, banque: dict[str, contenus.Question], hers: Sequence[series.Serie],
    numero: int, aujourd_hui: date,
) -> list[contenus.Question]:  # fmt: skip
    if genre == "revision":
        questions = [QuestionDuTheme(q.cle, q.themes, q.banque) for q in banque.values()]
        waiting = maitrise.dues(questions, resultats.historique(ws.apprenante, ws.ident), aujourd_hui)
        return [banque[cle] for cle in waiting[: series.REVISION_MAX]]
    epreuve = getattr(module.cours, genre, None)
    if module.cours is None or epreuve is None:
        return []
    deja = {q.cle for s in hers for q in s.questions}
    graine = f"{ws.ident}|{module.nom}|{genre}|{numero}"
    return series.tirer(banque, tuple(module.cours.themes), epreuve.par_theme, graine, deja)
