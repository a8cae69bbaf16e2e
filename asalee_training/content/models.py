"""Cases and lessons as frozen models. Field names are the keys of the files, untranslated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal

from pydantic import Field

from asalee_training import exercises
from asalee_training.content.signatures import Geste, Jour
from asalee_training.exercises.contract import Spec, Strict

PROTOCOLES = ("diabete", "rcv", "bpco", "cognition", "etp", "systeme_information", "compagnonnage", "prevention")
MODULES = ("diabete", "rcv", "bpco", "cognition", "etp_40h", "systeme_information", "compagnonnage", "prevention")

# A case of « etp » belongs to the module « etp_40h »; the others have their module's name.
MODULE_DU_PROTOCOLE = {"etp": "etp_40h"}
# The four modules that prepare the delegated acts: their lessons fall into four parts.
DEROGATOIRES = ("diabete", "rcv", "bpco", "cognition")
PARTIES = {
    "anatomophysiologie": "Anatomie et physiologie",
    "pathologie": "La maladie",
    "suivi": "Les éléments du suivi",
    "conditions": "Les conditions de l’acte délégué",
}
ESSENTIEL = "essentiel"

Partie = Literal["anatomophysiologie", "pathologie", "suivi", "conditions"]
Protocole = Literal["diabete", "rcv", "bpco", "cognition", "etp", "systeme_information", "compagnonnage", "prevention"]
Mode = Literal["evaluation", "entrainement", "lecon"]


class Prose(Strict):
    """Markdown text between two directives; ``{{ patient.x }}`` is looked up, never evaluated."""

    genre: Literal["prose"] = "prose"
    id: str
    markdown: str


class Instrument(Strict):
    """An instrument or document shown to the trainee."""

    genre: Literal["instrument"] = "instrument"
    id: str
    nom: str
    options: dict[str, Any] = Field(default_factory=dict)


class Figure(Strict):
    """A drawing of ``asalee_training.figures``, put into the notebook when it is built."""

    genre: Literal["figure"] = "figure"
    id: str
    nom: str
    legende: str = Field(default="", description="Une phrase sous la figure : ce qu’il faut y regarder.")
    alt: str = Field(
        default="", description="Le texte lu à la place de la figure, s’il faut changer celui qu’elle porte."
    )


class Exercise(Strict):
    """A named exercise of a case; ``titre`` is the heading above it."""

    genre: Literal["exercice"] = "exercice"
    nom: str
    titre: str
    spec: Any

    @property
    def type(self) -> str:
        return self.spec.type

    @property
    def points(self) -> float:
        return self.spec.points


Bloc = Prose | Instrument | Figure | Exercise


class EnTete(Strict):
    """Front matter common to cases and lessons."""

    titre: str = Field(min_length=3, description="Le titre, tel que l’apprenante le lit.")
    duree_min: int = Field(gt=0, le=240, description="La durée prévue, en minutes.")
    sources: tuple[str, ...] = Field(min_length=1, strict=False, description="D’où viennent les règles enseignées.")
    patient: dict[str, Any] = Field(default={}, description="Le patient : une valeur, ou une loi de tirage.")
    patient_temoin: dict[str, Any] = Field(default={}, description="Le patient sur lequel vous avez calculé à la main.")
    version: int = Field(default=1, ge=1, description="À augmenter quand une question ou une bonne réponse change.")
    tirage: int = Field(default=1, ge=1, description="À augmenter quand « patient: » change.")
    themes: tuple[str, ...] = Field(
        default=(), strict=False, description="Les thèmes du module dont parlent toutes ses questions."
    )
    version_protocole: str | None = Field(
        default=None, min_length=3, description="L’édition du protocole enseignée, et sa date."
    )
    relecture: Jour | None = Field(default=None, description="La date de la dernière relecture : 2027-03-31.")
    peremption: Jour | None = Field(default=None, description="La date après laquelle ce texte est à relire.")
    specimen: bool = Field(default=False, description="true : un exemple du dépôt, publié sans seconde signature.")
    historique: tuple[Geste, ...] = Field(
        default=(), strict=False, description="Qui a proposé, qui a approuvé : écrit par l’atelier, pas à la main."
    )


class EnTeteCas(EnTete):
    """Front matter of a case."""

    protocole: Protocole = Field(description="Le dossier où se trouve le cas.")
    mode: Literal["evaluation", "entrainement"] = Field(description="evaluation ou entrainement.")
    niveau: Literal[1, 2, 3] = Field(description="1 découverte, 2 courant, 3 difficile.")
    plafond_gravite: float = Field(
        default=0, ge=0, strict=False, description="Note maximale d’un exercice après une faute grave."
    )
    seuil_validation: float = Field(
        default=0.6, gt=0, le=1, strict=False, description="Part des points à partir de laquelle le cas est validé."
    )
    plafond_hasard: float = Field(
        default=0.4,
        gt=0,
        lt=1,
        strict=False,
        description="Part des points que l’on peut avoir sans lire, au plus ; la preuve la calcule.",
    )


class EnTeteLecon(EnTete):
    """Front matter of a lesson."""

    objectifs: tuple[str, ...] = Field(min_length=1, strict=False, description="Ce que l’apprenante saura faire.")
    partie: Partie | None = Field(
        default=None,
        description="anatomophysiologie, pathologie, suivi ou conditions ; obligatoire en diabete, rcv, bpco et cognition.",
    )
    a_jour: str = Field(
        pattern=r"^20\d\d-[01]\d-[0-3]\d$", description="Le jour où le texte a été relu avec ses sources : 2026-11-28."
    )


class Epreuve(Strict):
    """A test drawn from the bank."""

    par_theme: int = Field(ge=1, le=6, description="Le nombre de questions tirées dans chaque thème.")


class ModuleDeCours(Strict):
    """``module.md``: what a module is, and the order of its lessons."""

    titre: str = Field(min_length=3, description="Le titre du module.")
    heures: float = Field(gt=0, strict=False, description="La durée du module, en heures.")
    objectifs: tuple[str, ...] = Field(min_length=1, strict=False, description="Les objectifs du module.")
    prerequis: tuple[str, ...] = Field(
        default=(), strict=False, description="Ce qu’il faut savoir ou avoir fait avant de commencer."
    )
    hors_champ: tuple[str, ...] = Field(default=(), strict=False, description="Ce que le module n’enseigne pas.")
    sources: tuple[str, ...] = Field(
        default=(), strict=False, description="Les textes sur lesquels tout le module s’appuie, avec leur date."
    )
    a_jour: Jour | None = Field(default=None, description="Le jour où le module a été relu avec ses sources.")
    relecture: Jour | None = Field(
        default=None, description="Le jour où un médecin a relu le module ; sans cette ligne, il ne l’a pas été."
    )
    lecons: tuple[str, ...] = Field(
        min_length=1, strict=False, description="Les leçons, dans l’ordre : 01_titre, 02_titre."
    )
    cas: tuple[str, ...] = Field(default=(), strict=False, description="Les cas qui suivent le cours : protocole/nom.")
    themes: dict[str, str] = Field(
        default={}, description="Les thèmes du module : un mot court, puis ce que lit l’apprenante."
    )
    positionnement: Epreuve | None = Field(default=None, description="Le test de départ, tiré de la banque.")
    final: Epreuve | None = Field(default=None, description="Le test de fin, tiré de la banque.")
    seuil_maitrise: float = Field(
        default=0.8, gt=0, le=1, strict=False, description="Part des points à partir de laquelle un thème est maîtrisé."
    )


class Case(Strict):
    """A whole case or lesson. ``nom`` is its path without suffix, for example ``bpco/mme-lambert``."""

    nom: str
    entete: EnTeteCas | EnTeteLecon
    blocs: tuple[Bloc, ...]

    @cached_property
    def exercices(self) -> Mapping[str, Exercise]:
        return {b.nom: b for b in self.blocs if isinstance(b, Exercise)}

    @property
    def mode(self) -> Mode:
        return self.entete.mode if isinstance(self.entete, EnTeteCas) else "lecon"

    @property
    def module(self) -> str:
        """The module it belongs to: ``diabete``."""
        dossier = self.nom.partition("/")[0]
        return MODULE_DU_PROTOCOLE.get(dossier, dossier)

    def themes(self, nom: str) -> tuple[str, ...]:
        """Return the themes of an exercise: its own, else those of the whole file."""
        return self.exercices[nom].spec.themes or self.entete.themes

    @property
    def essentiel(self) -> tuple[Bloc, ...]:
        """The last section of a lesson, which fits one printed page."""
        starts = [i for i, b in enumerate(self.blocs) if getattr(b, "id", "") == ESSENTIEL]
        return self.blocs[starts[0] :] if starts else ()

    @property
    def slug(self) -> str:
        return self.nom.rpartition("/")[2]

    @property
    def assignment(self) -> str:
        """The nbgrader name of this version: ``bpco-mme-lambert-v1``."""
        return f"{self.nom.replace('/', '-')}-v{self.entete.version}"

    @property
    def instruments(self) -> Iterator[Instrument]:
        return (b for b in self.blocs if isinstance(b, Instrument))


def dump(case: Case) -> dict[str, Any]:
    """Return the case as JSON values, without who signed it; ``restore`` is the inverse."""
    return {
        "nom": case.nom,
        "entete": case.entete.model_dump(mode="json", exclude={"historique"}),
        "blocs": [
            {**b.model_dump(mode="json", exclude={"spec"}), "spec": b.spec.model_dump(mode="json")}
            if isinstance(b, Exercise)
            else b.model_dump(mode="json")
            for b in case.blocs
        ],
    }


def restore(data: Mapping[str, Any]) -> Case:
    """Rebuild a case from ``dump``'s values; raises pydantic's ``ValidationError`` on damaged data."""
    entete_type = EnTeteCas if "protocole" in data["entete"] else EnTeteLecon
    return Case(
        nom=data["nom"],
        entete=entete_type.model_validate(data["entete"], strict=False),
        blocs=tuple(_restore_bloc(b) for b in data["blocs"]),
    )


_GENRES: dict[str, type[Prose | Instrument | Figure]] = {"prose": Prose, "instrument": Instrument, "figure": Figure}


def _restore_bloc(data: Mapping[str, Any]) -> Bloc:
    if data["genre"] == "exercice":
        return Exercise(**{**data, "spec": restore_spec(data["spec"])})
    return _GENRES[data["genre"]].model_validate(data)


def restore_spec(data: Mapping[str, Any]) -> Spec:
    """Rebuild an exercise's specification from its JSON values."""
    return exercises.get(data["type"]).Spec.model_validate(data, strict=False)
