"""Ten drawn patients described for their author, and what the thirty-two cover."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any

from asalee_training.authoring.tires import dessins, essais, lectures, lignes, mots
from asalee_training.authoring.tires.lignes import Ligne
from asalee_training.content.lot import PATIENTS
from asalee_training.exercises import calculs
from asalee_training.simulation.champs import CHAMPS
from asalee_training.simulation.population import graphe

#: Families of the record whose curve is shown for another protocol than bpco.
_SOUFFLE = ("spirometrie", "vems_l", "cvf_l", "bpco", "z_vems", "z_vems_cvf", "rapport_vems_cvf_pct")


@dataclass(frozen=True)
class Fiche:
    """One patient. profils: (set, title, who). contraints, essentiels: lines. dossier: (family, lines)."""

    rang: int
    identite: str
    profils: tuple[tuple[str, str, str], ...]
    contraints: tuple[Ligne, ...]
    essentiels: tuple[Ligne, ...]
    figures: tuple[dessins.Figure, ...]
    dossier: tuple[tuple[str, tuple[Ligne, ...]], ...]


@dataclass(frozen=True)
class Etendue:
    """What 32 patients cover for one field: three numbers and a picture, or words and how many have each."""

    nom: str
    libelle: str
    contraint: bool
    unite: str = ""
    mini: str = ""
    mediane: str = ""
    maxi: str = ""
    svg: str = ""
    comptes: tuple[tuple[str, int], ...] = ()
    absents: int = 0

    @property
    def resume(self) -> str:
        """The same in a few words, for the form; "" when all are alike."""
        if len(self.comptes) == 1 or (not self.comptes and self.mini == self.maxi):
            return ""
        if self.comptes:
            return f"Tirés : {', '.join(f'{mot} ({n})' for mot, n in self.comptes)}"
        return f"Tirés : de {self.mini} à {self.maxi}, {self.mediane} au milieu"


def contraints(lois: Mapping[str, Any]) -> frozenset[str]:
    """Fields about which the author wrote a law."""
    inside = lois.get("dossier")
    return frozenset(lois) | (frozenset(inside) if isinstance(inside, Mapping) else frozenset())


def fiches(protocole: str, lois: Mapping[str, Any]) -> list[Fiche]:
    """Ten patients of these laws, described for a trainer of this protocol. Raises ``ValueError`` as `exemples`."""
    patients = essais.exemples(lois)
    asked = contraints(lois)
    breath = protocole == "bpco" or asked & set(_SOUFFLE)
    souffles = dessins.souffles(patients) if breath else [[] for _ in patients]
    return [_fiche(rang, p, protocole, lois, asked, souffles[rang]) for rang, p in enumerate(patients)]


def _fiche(
    rang: int, patient: dict[str, Any], protocole: str, lois: Mapping[str, Any], asked: frozenset[str], souffle: list
) -> Fiche:
    drawn = essais.profils(lois, rang)
    rows = lignes.lignes(patient, protocole, drawn, asked)
    own = [
        lignes.ligne(nom, patient, asked)
        for nom in CHAMPS
        if nom in asked and nom not in ("sexe", "age", "taille_cm", "prenom")
    ]
    mine = tuple(row for row in own if row is not None)
    # the pack-years under law are already said, and nothing else is known of her tobacco
    redite = {"tabac"} if "tabac_paquets_annees" in asked and "statut_tabac" not in patient else set()
    others = tuple(row for row in rows if row.nom not in asked | redite)
    figures = [*souffle, *_figures(patient, protocole, drawn)]
    return Fiche(
        rang + 1,
        identite(patient),
        tuple((mots.table("ensembles")[nom][0], *mots.profil(nom, profil)) for nom, profil in drawn.items()),
        mine,
        others,
        tuple(figures),
        _dossier(patient, asked) if "dossier" in drawn else (),
    )


def identite(patient: Mapping[str, Any]) -> str:
    """« Odile, femme, 58 ans, 162 cm »: what the patient has of it."""
    words = [patient.get("prenom", ""), patient.get("sexe", "")]
    words += [mots.valeur(nom, patient[nom]) for nom in ("age", "taille_cm") if nom in patient]
    said = ", ".join(word for word in words if word)
    return said[:1].upper() + said[1:] if said else "Âge et sexe non précisés"


def _figures(patient: dict[str, Any], protocole: str, drawn: Mapping[str, str]) -> list[dessins.Figure]:
    """What is worth a picture here: always what a set drew, and of a record what the protocol looks at."""
    made = dessins.horloge(patient)
    if protocole == "diabete" or {"pieds", "peau"} & set(drawn):
        made += dessins.pieds(patient)
    if protocole == "rcv" or "tension" in drawn:
        made += dessins.pressions(patient)
    return made + (dessins.hba1c(patient) if protocole == "diabete" else [])


def _dossier(patient: dict[str, Any], asked: frozenset[str]) -> tuple[tuple[str, tuple[Ligne, ...]], ...]:
    """The whole record, family by family."""
    by: dict[str, list[Ligne]] = {famille: [] for famille in graphe.FAMILLES}
    for nom in patient:
        if (famille := lignes.famille(nom)) and (row := lignes.ligne(nom, patient, asked)):
            by[famille].append(row)
    return tuple((graphe.FAMILLES[famille], tuple(rows)) for famille, rows in by.items() if rows)


def etendues(protocole: str, lois: Mapping[str, Any]) -> list[Etendue]:
    """What the 32 examples cover: fields under law first, then those that the protocol looks at."""
    patients = essais.exemples(lois, PATIENTS)
    asked = contraints(lois)
    drawn = essais.profils(lois, 0)
    wanted = [nom for nom in CHAMPS if nom in asked and CHAMPS[nom].genre != "structure"]
    wanted += [nom for nom in ("sexe", "age", "taille_cm") if any(nom in p for p in patients)]
    wanted += lignes.DU_PROTOCOLE.get(protocole, lignes.AUTRES)
    wanted += [nom for ensemble in drawn for nom in lignes.DES_ENSEMBLES.get(ensemble, ())]
    if protocole == "rcv" or "tension" in drawn:
        wanted += lignes.PRESSIONS
    found = [_etendue(nom, patients, nom in asked) for nom in dict.fromkeys(wanted)]
    profils = [_profils(nom, lois) for nom in drawn if nom != "dossier"]
    return [row for row in (*profils, *found) if row is not None]


def _profils(ensemble: str, lois: Mapping[str, Any]) -> Etendue:
    counts = Counter(mots.profil(ensemble, essais.profils(lois, rang)[ensemble])[0] for rang in range(PATIENTS))
    return Etendue(ensemble, mots.libelle(ensemble), True, comptes=tuple(counts.most_common()))


def _etendue(nom: str, patients: list[dict[str, Any]], contraint: bool) -> Etendue | None:
    values = [_lue(nom, patient) for patient in patients]
    known = [value for value in values if value is not None]
    if not known:
        return None
    libelle = lignes.CALCULES[nom][0] if nom in lignes.CALCULES else mots.libelle(nom)
    absents = len(values) - len(known)
    if isinstance(known[0], str | bool):
        counts = Counter(mots.valeur(nom, value) for value in known)
        return Etendue(nom, libelle, contraint, comptes=tuple(counts.most_common()), absents=absents)
    digits = lignes.CALCULES[nom][1] if nom in lignes.CALCULES else mots.decimales(nom)
    unite = calculs.CALCULS[nom].unite if nom in lignes.CALCULES else CHAMPS[nom].unite
    if all(isinstance(value, int) for value in known) and float(median(known)).is_integer():
        digits = 0
    low, middle, high = (mots.nombre(value, digits) for value in (min(known), median(known), max(known)))
    return Etendue(nom, libelle, contraint, unite, low, middle, high, dessins.etendue(known), absents=absents)


def _lue(nom: str, patient: Mapping[str, Any]) -> Any:
    if nom in lignes.CALCULES:
        return lectures.calcule(nom, patient)
    return patient.get(nom) if nom in CHAMPS and CHAMPS[nom].genre != "structure" else None
