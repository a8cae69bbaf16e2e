"""The trainee's pages that need no notebook: « Mon parcours », and the series drawn from the bank."""

from __future__ import annotations

from datetime import date
from typing import Any

from tornado import web

from asalee_training.answers import AnswersError
from asalee_training.pages import parcours
from asalee_training.pages.base import Page, Refus
from asalee_training.training import horloge, resultats, series
from asalee_training.training.journal import Genre, Journal, JournalError
from asalee_training.training.revision import echeance
from asalee_training.training.series import Serie

FIL = "Mon parcours"


def journaliser(page: Page, genre: Genre, contenu: str, version: int, resultat: dict[str, Any] | None = None) -> None:
    """Add an event to her journal; a disk that refuses it is told to the server's log and stops nothing."""
    try:
        Journal(page.ws.apprenante).note(page.ws.ident, genre, contenu, version, resultat)
    except JournalError as error:
        page.log.error("journal of %s: %s", contenu, error)


class MonParcours(Page):
    """« Mon parcours »."""

    espace = "apprenante"

    @web.authenticated
    async def get(self) -> None:
        bilans = await self.work.read(parcours.bilans, self.ws, horloge.aujourd_hui())
        self.show("parcours.html", bilans=bilans, fil=(("Mes modules", self.url("apprenante")),))


class Tirer(Page):
    """Draws a series, or finds the one under way."""

    espace = "apprenante"

    @web.authenticated
    async def post(self) -> None:
        genre, module = self.get_body_argument("genre", ""), self.get_body_argument("module", "")
        nom = await self.work.short(parcours.tirer, self.ws, genre, module, horloge.aujourd_hui())
        if nom is None:
            raise Refus(409, "Il n’y a pas de question à vous proposer maintenant", "Revenez à votre parcours.")
        self.redirect(self.url("apprenante", "serie", nom), status=303)


class _DUneSerie(Page):
    """A page about one of her series, named in its address and looked up in her folder."""

    espace = "apprenante"

    def serie(self, nom: str) -> Serie:
        """Raises ``Refus`` (404) for anything that is not hers."""
        found = series.lire(self.ws.apprenante, nom)
        if found is None:
            raise Refus(404, "Cette série de questions n’existe pas", "Revenez à votre parcours et choisissez-la là.")
        return found

    def question(self, serie: Serie, rang: str) -> int:
        """Return the index of a question. Raises ``Refus`` (404)."""
        index = int(rang) - 1
        if not 0 <= index < len(serie.questions):
            raise Refus(404, "Cette question n’existe pas", "Revenez à votre parcours.")
        return index

    def note(self, genre: Genre, serie: Serie, resultat: dict[str, Any] | None = None) -> None:
        """Add an event to her journal."""
        journaliser(self, genre, serie.nom, 1, resultat)

    @property
    def fil(self) -> tuple[tuple[str, str], ...]:
        return (("Mes modules", self.url("apprenante")), (FIL, self.url("apprenante", "parcours")))


class Debut(_DUneSerie):
    """Where she left off."""

    @web.authenticated
    def get(self, nom: str) -> None:
        serie = self.serie(nom)
        if serie.fini:
            self.redirect(self.url("apprenante", "serie", nom, "bilan"))
            return
        if not serie.reponses:
            self.note("ouverture", serie)
        rang = serie.suivante
        page = "fin" if rang is None else str(rang + 1)
        self.redirect(self.url("apprenante", "serie", nom, page))


class Question(_DUneSerie):
    """One question of a series. In a review the correction comes at once; in a test, at the end."""

    @web.authenticated
    def get(self, nom: str, rang: str) -> None:
        serie = self.serie(nom)
        self._show(serie, self.question(serie, rang))

    @web.authenticated
    async def post(self, nom: str, rang: str) -> None:
        serie = self.serie(nom)
        index = self.question(serie, rang)
        question = serie.questions[index]
        if serie.fini or (serie.genre == "revision" and question.cle in serie.reponses):
            self.redirect(self.url("apprenante", "serie", nom, rang), status=303)
            return
        valeur = None if self.get_body_argument("passer", "") else self._valeur(question.exercice)
        if valeur is None and not self.get_body_argument("passer", ""):
            self._show(serie, index, "Choisissez ou écrivez une réponse, ou bien « Je ne sais pas ».")
            return
        try:
            await self.work.short(series.repondre, serie, question.cle, valeur)
        except AnswersError as error:
            self._show(serie, index, str(error))
            return
        judged = {}
        if serie.genre == "revision":
            mark = series.juger(self.serie(nom))[question.cle]
            judged = {"etat": mark.etat, "points": mark.points, "sur": mark.sur}
        self.note("reponse", serie, {"exercice": question.cle, **judged})
        suite = rang if serie.genre == "revision" else self._suite(serie, index)
        self.redirect(self.url("apprenante", "serie", nom, suite), status=303)

    def _suite(self, serie: Serie, index: int) -> str:
        return str(index + 2) if index + 1 < len(serie.questions) else "fin"

    def _valeur(self, exercice: Any) -> Any:
        """Read the form as the exercise's raw answer, ``None`` when nothing is given."""
        if exercice.type == "choix_multiple":
            return self.get_body_arguments("reponse") or None
        texte = self.get_body_argument("reponse", "").strip()
        if not texte or exercice.type == "choix":
            return texte or None
        unites = exercice.spec.unites or (exercice.spec.unite,)
        chosen = self.get_body_argument("unite", unites[0] if len(unites) == 1 else "")
        return {"texte": texte[:40], **({"unite": chosen} if chosen else {})}

    def _show(self, serie: Serie, index: int, erreur: str = "") -> None:
        question = serie.questions[index]
        answer = serie.reponses.get(question.cle)
        corrected = serie.fini or (serie.genre == "revision" and answer is not None)
        self.show(
            "serie.html", serie=serie, index=index, question=question, fil=self.fil, erreur=erreur,
            titre=parcours.TITRES[serie.genre], valeur=answer.valeur if answer else None,
            mark=series.juger(serie)[question.cle] if corrected else None, suite=self._suite(serie, index),
        )  # fmt: skip


class Fin(_DUneSerie):
    """All questions seen: one more look, then the correction."""

    @web.authenticated
    async def get(self, nom: str) -> None:
        serie = self.serie(nom)
        if serie.fini:
            self.redirect(self.url("apprenante", "serie", nom, "bilan"))
        elif serie.genre == "revision" and serie.suivante is None:
            await self._finish(serie)
        else:
            self.show("serie_fin.html", serie=serie, titre=parcours.TITRES[serie.genre], fil=self.fil)

    @web.authenticated
    async def post(self, nom: str) -> None:
        await self._finish(self.serie(nom))

    async def _finish(self, serie: Serie) -> None:
        if not serie.fini:
            await self.work.short(series.finir, serie)
            marks = series.juger(serie).values()
            points = {"points": round(sum(m.points for m in marks), 4), "sur": round(sum(m.sur for m in marks), 4)}
            self.note("fin", serie, points)
        self.redirect(self.url("apprenante", "serie", serie.nom, "bilan"), status=303)


class BilanDeSerie(_DUneSerie):
    """The correction of a whole series, by theme, with the reasons."""

    @web.authenticated
    async def get(self, nom: str) -> None:
        serie = self.serie(nom)
        if not serie.fini:
            self.redirect(self.url("apprenante", "serie", nom))
            return
        marks = series.juger(serie)
        modules = {m.nom: m for m in await self.work.read(parcours.modules, self.ws)}
        module = modules.get(serie.module)
        themes = module.cours.themes if module and module.cours else {}
        self.show(
            "serie_bilan.html", serie=serie, marks=marks, titre=parcours.TITRES[serie.genre], fil=self.fil,
            module=module, themes=_par_theme(serie, marks, themes), prochaines=_prochaines(self, serie),
        )  # fmt: skip


def _par_theme(serie: Serie, marks: dict[str, Any], libelles: dict[str, str]) -> list[tuple[str, float, float]]:
    """Return (theme as she reads it, points, out of) for each theme of a series, in the module's order."""
    order = [*libelles, *{t for q in serie.questions for t in q.themes if t not in libelles}]
    found = []
    for theme in order:
        own = [marks[q.cle] for q in serie.questions if theme in q.themes]
        if own:
            found.append((libelles.get(theme, theme), sum(m.points for m in own), sum(m.sur for m in own)))
    return found


def _prochaines(page: Page, serie: Serie) -> date | None:
    """Return the day when the next of these questions comes back."""
    if serie.genre == "positionnement":
        return None
    histoire = resultats.historique(page.ws.apprenante, page.ws.ident)
    states = [echeance(histoire.get(q.cle, ())) for q in serie.questions]
    return min((s.prochaine for s in states if s), default=None)


ROUTES = [
    ("/parcours", MonParcours),
    ("/serie", Tirer),
    (r"/serie/([a-z0-9_-]+)", Debut),
    (r"/serie/([a-z0-9_-]+)/([0-9]{1,3})", Question),
    (r"/serie/([a-z0-9_-]+)/fin", Fin),
    (r"/serie/([a-z0-9_-]+)/bilan", BilanDeSerie),
]
