"""The trainee's pages: her modules, opening a case, reading again and handing in, her feedback."""

from __future__ import annotations

from pathlib import Path

from tornado import web

from asalee_training.answers import FICHIER, AnswersError, origine
from asalee_training.pages import copie, essentiel, mes_modules, module, nouvelle_version, parcours, parutions, suivi
from asalee_training.pages.base import Page, Refus
from asalee_training.pages.espace_parcours import journaliser
from asalee_training.pages.parutions import Parution
from asalee_training.training import horloge

FIL = "Mes modules"
# The page carries its own style, and nothing else.
RETOUR_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'none'"
)


class _OfOneCase(Page):
    """A page about one released case, named in its address and looked up among those released."""

    espace = "apprenante"

    def parution(self, assignment: str) -> Parution:
        """Raises ``Refus`` (404) for anything that is not released."""
        found = parutions.all_released(self.ws).get(assignment)
        if found is None:
            raise Refus(
                404,
                "Ce contenu n’existe pas, ou n’est plus publié",
                "Revenez à vos modules et ouvrez-le depuis la liste.",
            )
        return found

    def evaluation(self, assignment: str) -> Parution:
        """Raises ``Refus`` for what is not handed in, or was never opened."""
        found = self.parution(assignment)
        if found.mode != "evaluation":
            raise Refus(
                404, "Ce contenu ne se remet pas", "Seules les évaluations se remettent. Revenez à vos modules."
            )
        if not (self.ws.apprenante / assignment).is_dir():
            raise Refus(
                404, "Vous n’avez pas encore ouvert ce cas", "Revenez à vos modules et choisissez « Commencer »."
            )
        return found

    @property
    def fil(self) -> tuple[tuple[str, str], ...]:
        return ((FIL, self.url("apprenante")),)


class MesModules(Page):
    """« Mes modules »."""

    espace = "apprenante"

    @web.authenticated
    async def get(self) -> None:
        bilans = await self.work.read(parcours.bilans, self.ws, horloge.aujourd_hui())
        modules = [bilan.module for bilan in bilans]
        self.show(
            "apprenante.html",
            bilans=bilans,
            reprise=mes_modules.resume(modules),
            suivante=mes_modules.suivante(modules),
            deplies=mes_modules.deplies(modules),
            dues=sum(bilan.dues for bilan in bilans),
        )


class PageDuModule(Page):
    """What a module prepares for, and where she stands in it."""

    espace = "apprenante"

    @web.authenticated
    async def get(self, nom: str) -> None:
        shown = await self.work.read(module.presentation, self.ws, nom, horloge.aujourd_hui())
        if shown is None:
            raise Refus(404, "Ce module n’a pas de présentation", "Revenez à vos modules et choisissez dans la liste.")
        self.show("module.html", presentation=shown, fil=((FIL, self.url("apprenante")),))


class Ouvrir(_OfOneCase):
    """Puts the released files in her folder, then opens the notebook. Opening twice changes nothing."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        parution = self.parution(assignment)
        folder = self.ws.apprenante / assignment
        if newer := origine.replaced_by(folder):
            self.redirect(self.url("apprenante", "avant", newer.name))
            return
        if nouvelle_version.under_way(self.ws, parution):
            self.redirect(self.url("apprenante", "nouvelle", assignment))
            return
        try:
            await self.work.read(refresh, parution, folder)
        except OSError as error:
            self.log.error("opening %s: %s", assignment, error)
            raise Refus(
                500,
                "Ce cas n’a pas pu être ouvert",
                "Le disque refuse d’écrire : libérez de la place, puis recommencez.",
            ) from None
        self.redirect(self.document(folder / f"{parution.slug}.ipynb"))


def refresh(parution: Parution, folder: Path) -> None:
    """Copy the released notebook and ``cas.json`` where they differ. Answers are never touched, whatever is released."""
    folder.mkdir(parents=True, exist_ok=True)
    if parution.dossier == folder:
        return  # withdrawn since: what she holds is all there is
    hers = _begun_elsewhere(parution, folder)
    for name in (f"{parution.slug}.ipynb", parutions.CAS):
        data, target = (parution.dossier / name).read_bytes(), folder / name
        if target.is_file() and (hers or target.read_bytes() == data):
            continue
        partial = folder / f".{name}.tmp"
        partial.write_bytes(data)
        partial.replace(target)


def _begun_elsewhere(parution: Parution, folder: Path) -> bool:
    """Say whether she answered this version on another machine, whose course drew other patients: she keeps hers."""
    held = next((p for p in parutions.in_folder(folder.parent) if p.dossier == folder), None)
    if held is None or not (folder / FICHIER).is_file():
        return False
    return bool(parutions.content(held)["patients"] != parutions.content(parution)["patients"])


class Nouvelle(_OfOneCase):
    """A new version: what it changes for her, and « Recommencer avec la nouvelle version »."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        parution = self.parution(assignment)
        hers = await self.work.read(nouvelle_version.under_way, self.ws, parution)
        if hers is None:
            self.redirect(self.url("apprenante", "ouvrir", assignment))
            return
        change = await self.work.read(nouvelle_version.compare, self.ws, hers, parution)
        self.show("nouvelle.html", parution=parution, hers=hers, change=change, fil=self.fil)

    @web.authenticated
    async def post(self, assignment: str) -> None:
        parution = self.parution(assignment)
        hers = await self.work.read(nouvelle_version.under_way, self.ws, parution)
        try:
            if hers is not None:
                await self.work.short(nouvelle_version.take, self.ws, hers, parution)
        except nouvelle_version.NonPrise as error:
            raise Refus(409, "La nouvelle version n’a pas été prise", str(error)) from None
        except (OSError, AnswersError) as error:
            self.log.error("new version %s: %s", assignment, error)
            raise Refus(
                500,
                "La nouvelle version n’a pas été prise",
                "Le disque refuse d’écrire : libérez de la place, puis recommencez. Vos réponses n’ont pas bougé.",
            ) from None
        self.redirect(self.url("apprenante", "ouvrir", assignment), status=303)


class Avant(_OfOneCase):
    """« Vos réponses d'avant »: those of the versions that this one replaced."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        parution = self.parution(assignment)
        avant = await self.work.read(nouvelle_version.before, self.ws, parution)
        if not avant:
            raise Refus(404, "Il n’y a pas de réponses d’avant", "Revenez à vos modules et ouvrez ce cas.")
        self.show("avant.html", parution=parution, versions=avant, fil=self.fil)


class Copie(_OfOneCase):
    """Reading again, handing in, and the receipt."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        parution = self.evaluation(assignment)
        if newer := origine.replaced_by(self.ws.apprenante / assignment):
            self.redirect(self.url("apprenante", "avant", newer.name))
            return
        shown = await self.work.read(copie.copie, self.ws, parution)
        self.show("copie.html", copie=shown, fil=self.fil)

    @web.authenticated
    async def post(self, assignment: str) -> None:
        parution = self.evaluation(assignment)
        try:
            await self.work.short(copie.remettre, self.ws, parution)
        except copie.NonRemise as error:
            raise Refus(409, "Votre copie n’a pas été remise", str(error)) from None
        journaliser(self, "remise", parution.cas, parution.version)
        self.redirect(self.url("apprenante", "copie", assignment), status=303)


class Archive(_OfOneCase):
    """copie.zip."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        parution = self.evaluation(assignment)
        try:
            data = await self.work.read(copie.archive, self.ws, parution)
        except copie.NonRemise as error:
            raise Refus(409, "Il n’y a pas encore de copie à télécharger", str(error)) from None
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", 'attachment; filename="copie.zip"')
        self.finish(data)


class Retour(_OfOneCase):
    """Her feedback: the page that was given back, with a way out; nothing in it may run."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        found = await self.work.read(suivi.retour, self.ws, self.parution(assignment).assignment)
        if found is None:
            raise Refus(
                404,
                "Votre retour n’est pas encore arrivé",
                "Il paraîtra dans vos modules quand votre référente l’aura rendu.",
            )
        frame = self.ours["templates"].get_template("bandeau.html").render(url=self.url)
        page = found.page.read_text(encoding="utf-8")
        self.set_header("Content-Type", "text/html; charset=UTF-8")
        self.set_header("Content-Security-Policy", RETOUR_POLICY)
        self.finish(page.replace("<body>", f"<body>\n{frame}", 1))


class Essentiel(_OfOneCase):
    """The one-page summary of a lesson, to print."""

    @web.authenticated
    async def get(self, assignment: str) -> None:
        parution = self.parution(assignment)
        try:
            shown = await self.work.read(essentiel.essentiel, parution)
        except (OSError, ValueError, KeyError, TypeError):
            self.log.exception("summary of %s", assignment)
            shown = None
        if shown is None:
            raise Refus(404, "Cette leçon n’a pas de résumé à imprimer", "Revenez à vos modules et ouvrez la leçon.")
        self.show("essentiel.html", essentiel=shown, parution=parution, fil=self.fil)


ROUTES = [
    ("", MesModules),
    (r"/module/([a-z0-9_]{2,40})", PageDuModule),
    (r"/ouvrir/([^/]+)", Ouvrir),
    (r"/nouvelle/([^/]+)", Nouvelle),
    (r"/avant/([^/]+)", Avant),
    (r"/copie/([^/]+)", Copie),
    (r"/retour/([^/]+)", Retour),
    (r"/essentiel/([^/]+)", Essentiel),
    (r"/copie\.zip/([^/]+)", Archive),
]
