"""What a trainer needs to read of a drawn patient: one line of words for each thing, by protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.authoring.tires import lectures, mots
from asalee_training.authoring.tires.composees import COMPOSEES
from asalee_training.authoring.tires.lectures import Patient
from asalee_training.exercises import calculs
from asalee_training.simulation.population import graphe


@dataclass(frozen=True)
class Ligne:
    """A label and a value in words; ``contraint``: the author wrote a law about it."""

    nom: str
    libelle: str
    texte: str
    contraint: bool = False


#: What `exercises.calculs` reads of a patient, by the label and the digits it is shown with.
CALCULES: Mapping[str, tuple[str, int]] = {
    "rapport_vems_cvf": ("VEMS/CVF", 1),
    "vems_pct_theorique": ("VEMS, % du théorique", 0),
    "motif_spirometrie": ("Motif du souffle", 0),
    "grade_podologique": ("Grade podologique", 0),
    "cinq_mots_total": ("Cinq mots, sur 10", 0),
    "horloge_score": ("Horloge, sur 7", 0),
    "codex_categorie": ("Codex, catégorie", 0),
    "conclusion_releve": ("Cabinet et domicile", 0),
    "moyenne_cabinet_pas": ("PAS au cabinet", 0),
    "moyenne_cabinet_pad": ("PAD au cabinet", 0),
    "moyenne_automesure_pas": ("PAS à domicile", 0),
    "moyenne_automesure_pad": ("PAD à domicile", 0),
    "imc": ("IMC", 1),
}
DES_ENSEMBLES: Mapping[str, tuple[str, ...]] = {
    "spirometrie": ("vems_l", "cvf_l", "rapport_vems_cvf", "vems_pct_theorique", "motif_spirometrie"),
    "pieds": ("sites", "pouls", "ips", "formes", "grade_podologique"),
    "peau": ("peau",),
    "ecg": ("ecg_frequence_min", "ecg_axe_deg"),
    "tension": ("cabinet", "domicile", "bras", "lever", "conclusion_releve", "plaintes"),
    "cognition": ("cinq_mots_detail", "cinq_mots_total", "horloge_score", "codex_categorie"),
    "autonomie": ("iadl_detail",),
    "humeur": ("gds_detail",),
    "passation": ("conditions_detail",),
}
_PERSONNE = ("imc", "imc_kg_m2", "tabac", "maladies", "traitements")
DU_PROTOCOLE: Mapping[str, tuple[str, ...]] = {
    "diabete": (
        "hba1c_pct", "cible_hba1c_pct", "anciennete_diabete_ans", "dfg", "rac_mg_mmol", "ldl_g_l", "cabinet",
        *DES_ENSEMBLES["pieds"], "peau", *_PERSONNE,
    ),
    "rcv": (
        "cabinet", "domicile", "bras", "lever", "conclusion_releve", "plaintes", "profil_tensionnel", "ldl_g_l",
        "hdl_g_l", "ct_g_l", "tg_g_l", "dfg", *_PERSONNE, *DES_ENSEMBLES["ecg"],
    ),
    "bpco": (
        *DES_ENSEMBLES["spirometrie"], "mmrc", "exacerbations_an", "toux_chronique", "bpco_connue",
        "co_expire_ppm", *_PERSONNE,
    ),
    "cognition": (
        *DES_ENSEMBLES["cognition"], "iadl_detail", "gds_detail", "conditions_detail", "etat_cognitif", "mmse",
        "plainte_memoire", "vie", *_PERSONNE,
    ),
}  # fmt: skip
#: What « cabinet » and « domicile » are made of, for what 32 patients cover.
PRESSIONS = (
    "moyenne_cabinet_pas", "moyenne_cabinet_pad", "moyenne_automesure_pas", "moyenne_automesure_pad",
    "pas_cabinet_mmhg", "pad_cabinet_mmhg", "pas_habituelle_mmhg", "pad_habituelle_mmhg",
)  # fmt: skip
AUTRES = ("vie", "hba1c_pct", "cabinet", "dfg", "ldl_g_l", *_PERSONNE)


def lignes(patient: Patient, protocole: str, ensembles: Mapping[str, str], contraints: frozenset[str]) -> list[Ligne]:
    """The lines of one patient: her protocol's, then those of the sets that the author asked for."""
    noms = [*DU_PROTOCOLE.get(protocole, AUTRES)]
    for ensemble in ensembles:
        noms += DES_ENSEMBLES.get(ensemble, ())
    found = [ligne(nom, patient, contraints) for nom in dict.fromkeys(noms)]
    return [one for one in found if one is not None]


def ligne(nom: str, patient: Patient, contraints: frozenset[str] = frozenset()) -> Ligne | None:
    """One line, None when this patient has no such value."""
    if nom in COMPOSEES:
        titre, ecrire = COMPOSEES[nom]
        texte = ecrire(patient)
        return Ligne(nom, titre, texte) if texte else None
    if nom in CALCULES:
        titre, digits = CALCULES[nom]
        value = lectures.calcule(nom, patient)
        if value is None:
            return None
        unite = calculs.CALCULS[nom].unite
        texte = mots.mot(nom, value) if isinstance(value, str) else mots.nombre(value, digits)
        return Ligne(nom, titre, f"{texte}{mots.NBSP}{unite}" if unite else texte)
    if nom not in patient or not (texte := mots.valeur(nom, patient[nom])):
        return None
    return Ligne(nom, mots.libelle(nom), texte, nom in contraints)


def famille(nom: str) -> str:
    """The family of a field of the record, "" for another one."""
    noeud = graphe.graphe().get(nom)
    return noeud.famille if noeud is not None and noeud.champ else ""
