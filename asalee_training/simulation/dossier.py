"""The whole record of a simulated person, within what the author asks: `dossier: {profil: diabete, …}`.

A profile is a named set of constraints (population/profils.json); the author adds hers: a value, {entre}, {parmi}.
Sex, age and stature, and whatever another profile of the case has drawn (feet, breath, words), are imposed on the
person; the rest is drawn, and the first person who satisfies everything is kept. numpy is loaded when one is drawn.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import cognition, inputs, pied, spirometrie
from asalee_training.simulation.population import graphe

#: Given outside the record, as in every case.
IDENTITE = ("sexe", "age", "taille_cm")
AGE_MAX = 95
#: What the record leaves out beside a field that says the same thing in detail.
REDITES = {
    "monofilament": ("sites_insensibles", *(f"seuil_{cote}_{site}_g" for cote in pied.PIEDS for site in pied.SITES)),
    "iadl": ("iadl4",),
    "mini_gds": ("gds15",),
}
#: What another profile of the case has settled, in detail, and keeps clear of the thresholds in its own way.
REGLES = {"mesures_cabinet": ("pas_cabinet_mmhg", "pad_cabinet_mmhg")}


@dataclass(frozen=True)
class Profil:
    """Constraints by node, and the nodes whose value stays clear of the thresholds of marges.csv."""

    description: str
    contraintes: Mapping[str, object]
    nets: tuple[str, ...]


def _profils() -> dict[str, Profil]:
    read = json.loads((graphe.FOLDER / "profils.json").read_text(encoding="utf-8"))
    return {nom: Profil(p["description"], p["contraintes"], tuple(p["nets"])) for nom, p in read.items()}


PROFILS: Mapping[str, Profil] = _profils()
#: Fields that an author may constrain.
NOMS = tuple(nom for nom in graphe.champs() if nom not in IDENTITE)


def draw(nom: str, seed: bytes, patient: Mapping, lois: Mapping, essai: bool = False) -> dict:
    """Every field of the record that the patient does not have yet, for the laws of a profile and the author's.

    patient: what is already drawn. essai: also refuse laws that this person's identity satisfies too rarely for 32
    patients to be drawn. ValueError, in French, when nobody can be found.
    """
    from asalee_training.simulation.population import choix

    fixes, voulues = _demande(nom, patient, lois)
    if essai and (found := choix.trop(_graine(seed), fixes, voulues)):
        raise inputs.refusal(_phrase(nom, found))
    redites = [redite for champ, redites in REDITES.items() if champ in patient for redite in redites]
    noeuds = [champ for champ in (*IDENTITE, *NOMS) if champ not in patient and champ not in redites]
    personne = choix.trouver(_graine(seed), fixes, voulues, noeuds)
    if personne is None:
        raise inputs.refusal(_phrase(nom, choix.trop(_graine(seed), fixes, voulues)))
    return personne


def _graine(seed: bytes) -> int:
    return int.from_bytes(seed + b"|dossier")


def _demande(nom: str, patient: Mapping, lois: Mapping) -> tuple[dict, list]:
    """What is imposed on the person, and the constraints: of the other fields, of the profile, of the author."""
    from asalee_training.simulation.population import contraintes

    if patient.get("age", AGE_MAX) > AGE_MAX:
        raise inputs.refusal(f"dossier : l’âge va jusqu’à {AGE_MAX} ans ; {patient['age']} ans ne convient pas.")
    fixes = {champ: patient[champ] for champ in (*IDENTITE, *NOMS) if champ in patient}
    # its causes, the drugs one by one, must agree: a person is looked for, the word is not put in her mouth
    voisins: dict[str, object] = {champ: fixes.pop(champ) for champ in ("antihypertenseur",) if champ in fixes}
    if "monofilament" in patient:
        fixes["perte_sensibilite"] = pied.perte_sensibilite(**_feet(patient)).perte
    if "cinq_mots" in patient:
        fixes |= {f"mots_{compte}": patient["cinq_mots"][compte] for compte in ("rli", "rii", "rld", "rid")}
        bons = cognition.cinq_mots(**patient["cinq_mots"]).profil == "normal"
        voisins["etat_cognitif"] = "normal" if bons else {"parmi": ["leger", "majeur"]}
    if {"vems_l", "cvf_l", *IDENTITE} <= set(patient):
        voisins["bpco"] = _motif(patient) == "obstruction"
    profil = PROFILS[nom]
    demandes = {**voisins, **profil.contraintes}
    voulues = [contraintes.depuis(champ, loi, "profil") for champ, loi in demandes.items() if champ not in lois]
    voulues += [contraintes.depuis(champ, loi, "auteur") for champ, loi in lois.items()]
    exacts = [champ for champ, loi in lois.items() if not isinstance(loi, Mapping)]
    ailleurs = [regle for champ, regles in REGLES.items() if champ in patient for regle in regles]
    for champ in profil.nets:  # an exact value is the author's choice, and a drawn one the other profile's
        voulues += [] if champ in (*exacts, *fixes, *ailleurs) else contraintes.nets(champ)
    return fixes, voulues


def _feet(patient: Mapping) -> dict:
    return {f"pied_{cote}": patient["monofilament"][cote] for cote in pied.PIEDS}


def _motif(patient: Mapping) -> str:
    identite = [patient[champ] for champ in IDENTITE]
    vems_l, cvf_l = patient["vems_l"], patient["cvf_l"]
    mesures = {"vems": vems_l, "cvf": cvf_l, "vems_cvf": vems_l / cvf_l}
    return spirometrie.motif(*(spirometrie.reference(nom, *identite).z(x) for nom, x in mesures.items()))


def _phrase(nom: str, found) -> str:
    if found is None:  # ranks beyond those counted: as rare as that
        return f"dossier : le profil « {nom} » et vos lois ne laissent presque personne ; élargissez-en une."
    combien = "aucun patient" if found.acceptes == 0 else "presque aucun patient"
    loi = found.contrainte
    if loi.origine == "auteur":
        demande, conseil = f"dossier, {loi.nom} : vous demandez {loi.texte}", "Élargissez ou retirez cette loi."
        if loi.nombres:
            conseil = "Quelques nombres choisis conviennent à peu de monde : préférez une fourchette, {entre: […, …]}."
    else:
        demande = f"dossier, profil : « {nom} » demande {loi.nom} {loi.texte}"
        conseil = "Changez de profil, ou élargissez vos autres lois."
    return f"{demande} ; {combien} ne convient avec vos autres lois. {found.usuel} {conseil}"
