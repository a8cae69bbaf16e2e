"""« Atelier des cas »: the addresses that its page speaks to. Each answer is the new text and what to show of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tornado import web

from asalee_training.authoring import check
from asalee_training.authoring.edition import EditError, gestures
from asalee_training.authoring.new import A_ECRIRE
from asalee_training.authoring.preview import preview
from asalee_training.content.errors import ContentError
from asalee_training.content.gathering import TAILLE_MAX
from asalee_training.content.lot import PATIENTS
from asalee_training.content.models import MODULE_DU_PROTOCOLE, PROTOCOLES
from asalee_training.pages import atelier
from asalee_training.pages.atelier_cas import fichiers, remarques, tables, vue
from asalee_training.pages.base import Page, Refus
from asalee_training.pages.mes_modules import TITRES
from asalee_training.pages.typographie import espaces

PAGE = "formatrice"
GESTES_MAX = 200
_DISQUE = (
    "Le disque refuse l’enregistrement. Votre travail est gardé dans cette page : prévenez la personne qui s’occupe de "
    "la machine."
)


class _OfACase(Page):
    espace = PAGE

    def path_of(self, ident: str) -> Path:
        """Find the text that an address names, inside the content root only. Raises ``Refus``."""
        path = atelier.find(self.ws, ident)
        if path is None or not path.resolve().is_relative_to(self.ws.contenu):
            raise Refus(
                404, "Ce texte n’existe plus", "Son fichier a été renommé ou effacé. Revenez à la page Formatrice."
            )
        if path.name in (check.MODULE, check.RELECTURE):
            raise Refus(404, "Ce texte ne s’ouvre pas ici", "Revenez à la page Formatrice et choisissez « Écrire ».")
        return path


class Ouvrir(_OfACase):
    """The page itself."""

    @web.authenticated
    def get(self, ident: str) -> None:
        path = self.path_of(ident)
        common = {"fil": (("Formatrice", self.url(PAGE)),), "fichier": path.relative_to(self.ws.contenu).as_posix()}
        if path.suffix != ".md":
            inside = path.resolve().is_relative_to(self.root)
            self.show("atelier_carnet.html", adresse=self.document(path) if inside else "", **common)
            return
        adresse = self.url(PAGE, "atelier", ident)
        self.show("atelier_cas.html", ident=ident, adresse=adresse, patients=PATIENTS, **common)


class _Json(_OfACase):
    """An answer for the page's script: JSON, or a sentence."""

    def path_of(self, ident: str) -> Path:
        path = super().path_of(ident)
        if path.suffix != ".md":  # forms write a text: saved over a notebook, it would be lost
            raise Refus(
                404, "Un carnet ne s’ouvre pas dans les formulaires", "Utilisez « Écrire », à la page Formatrice."
            )
        return path

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = (kwargs.get("exc_info") or (None, None))[1]
        phrase = (
            f"{error.titre}. {error.quoi_faire}" if isinstance(error, Refus)
            else "La machine n’a pas pu répondre. Votre travail est gardé dans cette page : réessayez dans un instant."
        )  # fmt: skip
        if status_code == 403:
            phrase = "La page est ouverte depuis trop longtemps. Rechargez-la : votre travail y sera proposé."
        self.answer(phrase=phrase)

    def answer(self, **values: Any) -> None:
        self.set_header("Content-Type", "application/json; charset=UTF-8")
        self.finish(json.dumps(values, ensure_ascii=False))

    def refuse(self, status: int, phrase: str, **values: Any) -> None:
        self.set_status(status)
        self.answer(phrase=phrase, **values)

    def body(self) -> dict[str, Any]:
        """Read what the page sent. Raises ``EditError``."""
        if len(self.request.body) > 8 * TAILLE_MAX:
            raise EditError("Ce cas est trop long : il dépasse 400 000 caractères. Retirez-en une partie.")
        try:
            values = json.loads(self.request.body)
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            raise EditError("La demande n’est pas arrivée entière : réessayez.")
        return values


class Lire(_Json):
    """The text on the disk, its view, and the forms."""

    @web.authenticated
    async def get(self, ident: str) -> None:
        path = self.path_of(ident)
        try:
            opened = fichiers.ouvrir(path)
            fichiers.lisible(opened.texte)
        except EditError as refused:
            self.refuse(422, str(refused))
            return
        lecon = path.is_relative_to(self.ws.courses)
        self.answer(
            texte=opened.texte,
            empreinte=opened.empreinte,
            vue=await self.work.read(vue.vue, opened.texte),
            formulaires=await self.work.read(vue.formulaires, self.ws, lecon),
            protocole=path.parent.name,
            jamais_ecrit=A_ECRIRE in opened.texte,
        )


class Appliquer(_Json):
    """Gestures on a text: the new text and its view. A gesture that cannot be done leaves the text as it was."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        self.path_of(ident)
        try:
            sent = self.body()
            texte = fichiers.lisible(sent.get("texte"))
            gestes = sent.get("gestes")
            if not isinstance(gestes, list) or len(gestes) > GESTES_MAX or not all(isinstance(g, dict) for g in gestes):
                raise EditError("La demande n’est pas arrivée entière : réessayez.")
        except EditError as refused:
            self.refuse(422, str(refused))
            return
        self.answer(**await self.work.read(_applied, texte, gestes))


def _applied(texte: str, gestes: list[dict[str, Any]]) -> dict[str, Any]:
    refus = []
    for rank, geste in enumerate(gestes):
        try:
            texte = fichiers.lisible(gestures.apply(texte, geste))
        except EditError as refused:
            refus.append({"rang": rank, "phrase": espaces(str(refused))})
    return {"texte": texte, "vue": vue.vue(texte), "refus": refus}


class Verifier(_Json):
    """The live check of a text, saved or not."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        path = self.path_of(ident)
        try:
            texte = fichiers.lisible(self.body().get("texte"))
        except EditError as refused:
            self.refuse(422, str(refused))
            return
        found, before = await self.work.read(remarques.verdict, self.ws, path, texte)
        for each in (*found, *before):
            each["phrase"] = espaces(each["phrase"][:1].upper() + each["phrase"][1:])
        self.answer(remarques=found, avant_de_proposer=before)


class Enregistrer(_Json):
    """Save, unless the file changed meanwhile: then both texts are given back."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        path = self.path_of(ident)
        try:
            sent = self.body()
            texte = fichiers.lisible(sent.get("texte"))
            mark = await self.work.short(fichiers.enregistrer, self.ws, path, texte, str(sent.get("empreinte")))
        except EditError as refused:
            self.refuse(422, str(refused))
        except fichiers.Conflit as conflict:
            other = conflict.autre
            self.refuse(409, str(conflict), texte=other.texte, empreinte=other.empreinte)
        except OSError:
            self.log.exception("a case could not be saved")
            self.refuse(507, _DISQUE)
        else:
            self.answer(empreinte=mark)


class Apercu(_OfACase):
    """« Aperçu » of the text that the page holds, in a tab of its own."""

    @web.authenticated
    async def post(self, ident: str) -> None:
        path = self.path_of(ident)
        written = self.get_body_argument("stagiaire", "0")
        if not (written.isdecimal() and written.isascii() and len(written) < 3 and int(written) < PATIENTS):
            raise Refus(
                400, "Ce numéro ne convient pas", f"Choisissez un numéro d’apprenante entre 0 et {PATIENTS - 1}."
            )
        try:
            texte = fichiers.lisible(self.get_body_argument("texte", strip=False))
            notebook = await self.work.short(preview, self.ws, path, int(written), texte)
        except EditError as refused:
            raise Refus(422, "Ce cas ne peut pas être montré", str(refused)) from None
        except ContentError:
            found = await self.work.read(remarques.remarques, self.ws, path, texte)
            what_to_do = "Fermez cet onglet et revenez à l’atelier : ce qu’il reste à faire y est écrit. D’abord : "
            raise Refus(422, "L’aperçu demande d’abord des corrections", what_to_do + found[0]["phrase"]) from None
        self.redirect(self.document(notebook), status=303)


class Nouveau(_OfACase):
    """A new case: what it is about, and its first question; then the workshop."""

    def page(self, values: dict[str, str], refus: str = "") -> None:
        self.show(
            "atelier_nouveau.html",
            fil=(("Formatrice", self.url(PAGE)),),
            protocoles=[(nom, TITRES[MODULE_DU_PROTOCOLE.get(nom, nom)]) for nom in PROTOCOLES],
            types=[(nom, *words) for nom, words in tables.TYPES.items()],
            choisi=values,
            refus=refus,
        )

    @web.authenticated
    def get(self) -> None:
        self.page({"protocole": "bpco", "nom": "", "niveau": "1", "mode": "entrainement", "type": "choix"})

    @web.authenticated
    def post(self) -> None:
        fields = ("protocole", "nom", "niveau", "mode", "type")
        values = {name: self.get_body_argument(name, "") for name in fields}
        try:
            niveau = int(values["niveau"]) if values["niveau"] in ("1", "2", "3") else 0
            path = fichiers.creer(self.ws, values["protocole"], values["nom"], niveau, values["mode"], values["type"])
        except EditError as refused:
            self.set_status(422)
            self.page(values, str(refused))
            return
        name = path.relative_to(self.ws.contenu).as_posix()
        self.redirect(self.url(PAGE, "atelier", atelier.Texte(path, name, "", "", "").ident), status=303)


_IDENT = "/atelier/([0-9a-f]{16})"
ROUTES = [
    ("/atelier", Nouveau),
    (_IDENT, Ouvrir),
    (f"{_IDENT}/texte", Lire),
    (f"{_IDENT}/appliquer", Appliquer),
    (f"{_IDENT}/verifier", Verifier),
    (f"{_IDENT}/enregistrer", Enregistrer),
    (f"{_IDENT}/apercu", Apercu),
]
