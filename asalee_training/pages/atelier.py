"""The trainer's workshop: texts, what is wrong with them, preview, publication. No HTTP."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from asalee_training.authoring import check, modules
from asalee_training.authoring import new as authoring_new
from asalee_training.content.errors import ContentError, Problem
from asalee_training.content.models import MODULE_DU_PROTOCOLE, MODULES
from asalee_training.content.source import Source
from asalee_training.gradebook import release
from asalee_training.pages import durees_constatees, parutions, plis, signatures
from asalee_training.pages.durees_constatees import SANS_CONSTAT, Duree
from asalee_training.pages.mes_modules import TITRES
from asalee_training.pages.travaux import Outcome
from asalee_training.pages.typographie import pluriel
from asalee_training.workspace import Workspace

_TITRE = re.compile(r"""^titre:\s*["']?(.+?)["']?\s*$""", re.M)


@dataclass(frozen=True)
class Texte:
    """One file of the trainer's. ``etat``: pret, a_corriger, or "" when it is not known."""

    chemin: Path
    fichier: str
    titre: str
    etat: str
    phrase: str
    problemes: tuple[Problem, ...] = ()
    publication: str = ""
    duree: Duree = SANS_CONSTAT

    @property
    def ident(self) -> str:
        """What an address may name a text by: never a path."""
        return sha256(self.fichier.encode()).hexdigest()[:16]

    @property
    def a_un_apercu(self) -> bool:
        return self.chemin.name != check.MODULE


@dataclass(frozen=True)
class Groupe:
    """The texts of one module: its description, its lessons, its cases."""

    ident: str
    titre: str
    textes: tuple[Texte, ...]

    @property
    def a_corriger(self) -> int:
        return sum(texte.etat == "a_corriger" for texte in self.textes)

    @property
    def compte(self) -> str:
        """What its folded line says: « 24 textes · 2 à corriger · 1 durée à revoir »."""
        proposes = sum(texte.publication.startswith(signatures.MOTS["propose"]) for texte in self.textes)
        ecarts = sum(bool(texte.duree.conseil) for texte in self.textes)
        return plis.compte(
            pluriel(len(self.textes), "texte"),
            {
                "à corriger": self.a_corriger,
                "à approuver": proposes,
                "durée à revoir" if ecarts < 2 else "durées à revoir": ecarts,
            },
        )


@dataclass
class Verifications:
    """What the last checks found, kept as long as the server lives: (state of the file, problems)."""

    connues: dict[Path, tuple[tuple[int, int], tuple[Problem, ...]]] = field(default_factory=dict)

    def note(self, path: Path, problems: Iterable[Problem]) -> None:
        self.connues[path] = (_state(path), tuple(problems))

    def texte(self, ws: Workspace, path: Path, constats: durees_constatees.Constats | None = None) -> Texte:
        """Say where a text stands, and how long it really takes."""
        known = self.connues.get(path)
        etat, phrase, problems = "", "Pas encore vérifié", ()
        if known and known[0] != _state(path):
            phrase = "Modifié depuis la vérification"
        elif known and known[1]:
            etat, phrase, problems = "a_corriger", f"À corriger : {pluriel(len(known[1]), 'point')}", known[1]
        elif known:
            etat, phrase = "pret", "Prêt"
        signed = "" if path.name == check.MODULE else signatures.glance(ws, path)
        written, fichier = _written(path), path.relative_to(ws.contenu).as_posix()
        duree = durees_constatees.of(fichier.partition("/")[2].rpartition(".")[0], written, constats or {})
        return Texte(path, fichier, _titre(path, written), etat, phrase, problems, signed, duree)


def _state(path: Path) -> tuple[int, int]:
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


def _written(path: Path) -> str:
    """The header of a text, even of one that cannot be read otherwise."""
    if path.suffix != ".ipynb":
        return path.read_text(encoding="utf-8", errors="replace")[:4000]
    try:
        return Source.open(path, path.parent).texte[:4000]
    except ContentError:
        return ""


def _titre(path: Path, written: str) -> str:
    match = _TITRE.search(written)
    return match[1] if match else path.stem


def sources(ws: Workspace) -> list[Path]:
    """Return every text: the modules' descriptions, lessons and cases."""
    return check.modules(ws) + check.sources(ws)


def groupes(ws: Workspace, verifications: Verifications) -> list[Groupe]:
    """Return all texts by module, in the order of the course."""
    found: dict[str, list[Texte]] = {nom: [] for nom in MODULES}
    constats = durees_constatees.constats(ws)
    for path in sources(ws):
        dossier = MODULE_DU_PROTOCOLE.get(path.parent.name, path.parent.name)
        found.setdefault(dossier, []).append(verifications.texte(ws, path, constats))
    for textes in found.values():
        textes.sort(key=lambda t: (t.a_un_apercu, t.chemin.is_relative_to(ws.cases), t.fichier))
    return [Groupe(nom, TITRES.get(nom, nom), tuple(textes)) for nom, textes in found.items() if textes]


def deplies(groupes: Iterable[Groupe]) -> frozenset[str]:
    """Return the groups whose texts show at first: those to be corrected, or all where they are few."""
    groupes = list(groupes)
    return plis.deplies({g.ident: len(g.textes) for g in groupes}, [g.ident for g in groupes if g.a_corriger])


def find(ws: Workspace, ident: str) -> Path | None:
    """Return the text that an address names, among those that exist."""
    for path in sources(ws):
        if Texte(path, path.relative_to(ws.contenu).as_posix(), "", "", "").ident == ident:
            return path
    return None


def verifier(ws: Workspace, verifications: Verifications, paths: Iterable[Path]) -> Outcome:
    """Check texts and note what is found."""
    paths = list(paths)
    wrong = 0
    for path in paths:
        found = problems(ws, path)
        verifications.note(path, found)
        wrong += bool(found)
    if len(paths) == 1:
        name = paths[0].relative_to(ws.contenu).as_posix()
        if wrong:
            return Outcome(
                "Il y a des corrections à faire",
                (f"Elles sont écrites sous « {name} », chacune avec l’endroit où regarder.",),
                "attention",
            )
        return Outcome("Ce texte est prêt", (f"« {name} » peut être essayé puis publié.",))
    if wrong:
        lines = (f"{pluriel(wrong, 'texte')} à corriger sur {len(paths)} : les corrections sont écrites sous chacun.",)
        return Outcome("Vérification terminée", lines, "attention")
    return Outcome("Vérification terminée", (f"{pluriel(len(paths), 'texte')} : tout est prêt.",))


def problems(ws: Workspace, path: Path, texte: str | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with a text, or with ``texte``, which is not saved yet."""
    try:
        if path.name == check.MODULE:
            modules.check(ws, path, texte)
        else:
            check.check(ws, path, texte)
    except ContentError as error:
        return error.problems
    return ()


def publier(ws: Workspace, verifications: Verifications) -> Outcome:
    """Build everything that is right and give it to trainees; say what was left out, and why."""
    built = release.publish(ws)
    for path in check.sources(ws):
        name = path.relative_to(ws.contenu).as_posix()
        verifications.note(path, [p for p in built.problems if p.fichier == name])
    others = pluriel(len(built.bibliotheque), "entraînement ou leçon", "entraînements et leçons")
    done = f"{pluriel(len(built.evaluations), 'évaluation')}, {others}."
    changed = "Rien de changé."
    if built.changed:
        released = parutions.all_released(ws)
        titres = [f"« {released[nom].titre} »" if nom in released else nom for nom in built.changed]
        changed = f"{pluriel(len(titres), 'contenu a', 'contenus ont')} changé : {', '.join(titres)}."
    waiting = [f"Pas publié : {left}" for left in built.left]
    if not built.problems:
        return Outcome("Les contenus sont publiés", (done, changed, *waiting))
    left = "Les textes à corriger n’ont pas été publiés ; leur version précédente, s’il y en a une, reste en place."
    return Outcome(
        "Publication faite, sauf les textes à corriger",
        (done, changed, left, *map(str, built.problems), *waiting),
        "attention",
    )


def nouveau(ws: Workspace, protocole: str, nom: str, carnet: bool = False) -> Outcome:
    """Create a case from its name as a person writes it."""
    try:
        # Two new cases must not have the same title in the list.
        path = authoring_new.new(ws, f"{protocole}/{slug(nom)}", titre=" ".join(nom.split()), carnet=carnet)
    except authoring_new.NewCaseError as error:
        return Outcome("Le cas n’a pas été créé", (str(error),), "erreur")
    other = "Tout programme qui ouvre les carnets Jupyter" if carnet else "Tout éditeur de texte"
    module = TITRES[MODULE_DU_PROTOCOLE.get(protocole, protocole)]
    lines = (
        f"Il est dans la liste ci-dessous, sous « {module} ».",
        "« Écrire » l’ouvre : écrivez par-dessus l’exemple, puis enregistrez (touches Ctrl et S). "
        f"{other} convient aussi ; le fichier est {path}",
        "Ensuite : « Vérifier », puis « Aperçu ». Il ne sera donné aux apprenantes que lorsque vous publierez.",
    )
    return Outcome("Le cas est créé", lines)


def slug(nom: str) -> str:
    """Turn « Toux du matin » into ``toux-du-matin``."""
    nom = nom.lower().replace("œ", "oe").replace("æ", "ae").replace("’", " ")
    plain = unicodedata.normalize("NFKD", nom).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain))
