"""« Mes modules »: what a trainee may do, in order, and where she stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from asalee_training.answers import origine
from asalee_training.content.errors import ContentError
from asalee_training.content.models import MODULE_DU_PROTOCOLE, MODULES, PARTIES, ModuleDeCours
from asalee_training.content.reader import load_module
from asalee_training.gradebook.submit import last_receipt
from asalee_training.pages import nouvelle_version, plis, suivi
from asalee_training.pages.parutions import Parution, all_released
from asalee_training.pages.reponses import damage, reading
from asalee_training.pages.typographie import moment, pluriel
from asalee_training.workspace import Workspace

TITRES = {
    "diabete": "Diabète de type 2",
    "rcv": "Risque cardiovasculaire",
    "bpco": "BPCO et patient tabagique",
    "cognition": "Troubles cognitifs",
    "etp_40h": "Éducation thérapeutique du patient",
    "systeme_information": "Système d’information",
    "compagnonnage": "Compagnonnage",
    "prevention": "Dépistages et extensions à l’étude",
}


@dataclass(frozen=True)
class Ligne:
    """One lesson or case as she sees it. ``etat``: a_commencer, en_cours, termine, remise, corrigee.

    ``nouvelle``: the version that she could take, ``change``: what it changes. ``plusieurs``: another of its versions
    is on the page. ``avant``: answers of the version before that were not carried over.
    """

    parution: Parution
    etat: str
    phrase: str
    bouton: str
    page: str
    repondues: int = 0
    derniere: str = ""
    alerte: str = ""
    nouvelle: str = ""
    change: str = ""
    plusieurs: bool = False
    avant: int = 0


@dataclass
class Module:
    """A module of the course: lessons, then cases."""

    nom: str
    titre: str
    cours: ModuleDeCours | None
    lecons: list[Ligne] = field(default_factory=list)
    cas: list[Ligne] = field(default_factory=list)

    @property
    def groupes(self) -> list[tuple[str, list[Ligne]]]:
        """Lessons by part, in the order of the parts, then cases; titles as she reads them."""
        known = [(titre, [x for x in self.lecons if x.parution.partie == partie]) for partie, titre in PARTIES.items()]
        other = [x for x in self.lecons if x.parution.partie not in PARTIES]
        return [(titre, lignes) for titre, lignes in (*known, ("Leçons", other), ("Cas", self.cas)) if lignes]

    @property
    def lignes(self) -> list[Ligne]:
        return self.lecons + self.cas

    @property
    def faits(self) -> int:
        return sum(ligne.etat in ("termine", "remise", "corrigee") for ligne in self.lignes)

    @property
    def compte(self) -> str:
        """What its folded line says: « 4 terminés sur 24 · 1 en cours »."""
        etats = [ligne.etat for ligne in self.lignes]
        corrigees, parues = etats.count("corrigee"), sum(bool(ligne.nouvelle) for ligne in self.lignes)
        return plis.compte(f"{pluriel(self.faits, 'terminé')} sur {len(etats)}", {
            "en cours": etats.count("en_cours"),
            "corrigée" if corrigees < 2 else "corrigées": corrigees,
            "nouvelle version" if parues < 2 else "nouvelles versions": parues,
        })  # fmt: skip


def modules(ws: Workspace) -> list[Module]:
    """Return the modules that have something to open, in the order of the course."""
    found = {nom: _module(ws, nom) for nom in MODULES}
    released = all_released(ws)
    for parution, nouvelle, plusieurs in _chosen(ws, released.values()):
        module = found.get(MODULE_DU_PROTOCOLE.get(parution.dossier_du_module, parution.dossier_du_module))
        if module is None:
            continue
        ligne = replace(_ligne(ws, parution, released.get(nouvelle)), plusieurs=plusieurs)
        (module.lecons if parution.mode == "lecon" else module.cas).append(ligne)
    for module in found.values():
        _sort(module)
    return [m for m in found.values() if m.lecons or m.cas]


def resume(modules: Iterable[Module]) -> Ligne | None:
    """Return what she answered last and has not finished."""
    begun = [x for m in modules for x in m.lignes if x.etat == "en_cours" and x.derniere]
    return max(begun, key=lambda x: x.derniere, default=None)


def suivante(modules: Sequence[Module]) -> Ligne | None:
    """Return what comes next: what she has not finished, else the first lesson to begin, else the first case."""
    lignes = [x for m in modules for x in m.lecons] + [x for m in modules for x in m.cas]
    return resume(modules) or next((x for x in lignes if x.etat == "a_commencer"), None)


def deplies(modules: Sequence[Module]) -> frozenset[str]:
    """Return the modules whose lines show at first: the one where she goes on, or all where they are few."""
    suite = suivante(modules)
    return plis.deplies({m.nom: len(m.lignes) for m in modules}, [m.nom for m in modules if suite in m.lignes])


def _module(ws: Workspace, nom: str) -> Module:
    path = ws.courses / nom / "module.md"
    try:
        cours = load_module(path, ws.contenu) if path.is_file() else None
    except ContentError:
        cours = None  # the trainer's page says what is wrong with it
    return Module(nom, cours.titre if cours else TITRES[nom], cours)


def _sort(module: Module) -> None:
    lecons = module.cours.lecons if module.cours else ()
    cas = module.cours.cas if module.cours else ()
    module.lecons.sort(key=lambda x: _rank(lecons, x.parution.slug, x.parution))
    module.cas.sort(key=lambda x: _rank(cas, x.parution.cas, x.parution))


def _rank(order: tuple[str, ...], name: str, parution: Parution) -> tuple[int, int, str]:
    return (order.index(name) if name in order else len(order), parution.niveau or 0, parution.cas)


def _chosen(ws: Workspace, parutions: Iterable[Parution]) -> list[tuple[Parution, str, bool]]:
    """For each case: the versions she has begun and not replaced, else the newest; and the newer one she could take.

    The last value says whether another version of the same case is on the page.
    """
    by_case: dict[str, list[Parution]] = {}
    for parution in parutions:
        by_case.setdefault(parution.cas, []).append(parution)
    chosen = []
    for versions in by_case.values():
        versions.sort(key=lambda p: p.version)
        begun = [p for p in versions if (ws.apprenante / p.assignment).is_dir()]
        hers = [p for p in begun if not origine.replaced_by(ws.apprenante / p.assignment)] or versions[-1:]
        for parution in hers:
            newer = versions[-1].assignment if parution is hers[-1] is not versions[-1] else ""
            chosen.append((parution, newer, len(hers) > 1))
    return chosen


def _ligne(ws: Workspace, parution: Parution, nouvelle: Parution | None) -> Ligne:
    read = reading(ws, parution.assignment)
    given = [read.reponses[nom] for nom in parution.exercices if nom in read.reponses]
    begun = (ws.apprenante / parution.assignment).is_dir()
    etat, phrase, bouton, page = _state(ws, parution, len(given), begun)
    return Ligne(
        parution, etat, phrase, bouton, page, len(given), max((a.horodatage for a in given), default=""),
        damage(ws, parution.assignment, read), nouvelle.assignment if nouvelle else "",
        nouvelle_version.said(ws, parution, nouvelle) if nouvelle else "",
        avant=nouvelle_version.left_behind(ws, parution),
    )  # fmt: skip


def _state(ws: Workspace, parution: Parution, given: int, begun: bool) -> tuple[str, str, str, str]:
    """Return her state, its sentence, the word of the button, and the page it opens."""
    total = len(parution.exercices)
    if parution.mode == "evaluation":
        retour = suivi.retour(ws, parution.assignment)
        if retour:
            note = f" : {retour.note}" if retour.note else ""
            return "corrigee", f"Corrigée{note}, voir mon retour", "Voir mon retour", "retour"
        recu = last_receipt(ws, parution.assignment)
        if recu:
            return "remise", f"Remise le {moment(recu.horodatage)}", "Voir ma copie", "copie"
    if not begun:
        return "a_commencer", "À commencer", "Commencer", "ouvrir"
    if total == 0:
        return "termine", "Ouverte", "Relire", "ouvrir"
    count = f"{pluriel(given, 'réponse')} sur {total}"
    if given < total:
        return "en_cours", f"En cours : {count}", "Reprendre", "ouvrir"
    if parution.mode == "evaluation":
        return "en_cours", f"En cours : {count}, copie à remettre", "Relire et remettre", "copie"
    return "termine", f"Terminé : {count}", "Revoir", "ouvrir"
