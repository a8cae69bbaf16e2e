"""What a form may offer: every field that an author can constrain, in French, and the laws that it takes."""

from __future__ import annotations

from typing import Any

from asalee_training.authoring.tires import mots
from asalee_training.content.models import PROTOCOLES
from asalee_training.simulation import dossier
from asalee_training.simulation.champs import CHAMPS, PROFILS
from asalee_training.simulation.population import graphe

#: Where the fields of the acts lie that no node of the population holds.
FAMILLES_DES_ENSEMBLES = {
    "spirometrie": "souffle", "pieds": "pieds", "peau": "pieds", "ecg": "ecg", "tension": "tension",
    "cognition": "cognition", "autonomie": "cognition", "humeur": "cognition", "passation": "cognition",
    "dossier": "dossier",
}  # fmt: skip
FAMILLES = {"dossier": "Une personne entière", **graphe.FAMILLES, "ecg": "ECG"}
#: Groups that come first for a protocol; the others follow in their order.
D_ABORD = {
    "diabete": ("personne", "metabolisme", "pieds", "rein"),
    "rcv": ("personne", "tension", "lipides", "ecg"),
    "bpco": ("personne", "habitudes", "souffle"),
    "cognition": ("personne", "cognition", "vie"),
}
#: The record that a field of the record brings, when the author has none yet.
DOSSIER = {"diabete": "diabete", "bpco": "fumeur"}
_TENSION = (
    "tour_bras_cm",
    "vessie_pleine",
    "cafe_tabac_min",
    "malaise_debout",
    "automesure_regle",
    "automesure_defaut",
)
#: Written for the machine: a form does not offer them.
CACHES = ("ecg_alea",)


def catalogue() -> dict[str, Any]:
    """The form, as JSON values.

    groupes: [{nom, libelle, champs}]; ordre: names of groups by protocol; dossier: profile of the record by protocol.
    A field: {nom, libelle, unite, genre, mini, maxi, pas, decimales, mots, lois, dans_dossier, hors_dossier,
    donne_par, profils, besoins, donne}. genre: entier, nombre, booleen, mot, texte or profil. lois: of valeur, entre,
    parmi, profil. dans_dossier: may be written inside « dossier: »; hors_dossier: beside it. donne_par: the set of
    fields beside which it must not be written; donne: the fields that this set draws; besoins: what it reads.
    """
    groupes: dict[str, list[dict[str, Any]]] = {famille: [] for famille in FAMILLES}
    for nom in PROFILS:
        groupes[FAMILLES_DES_ENSEMBLES[nom]].append(_ensemble(nom))
    for nom, champ in CHAMPS.items():
        if champ.genre != "structure" and nom not in CACHES:
            groupes[_famille(nom)].append(_champ(nom))
    return {
        "groupes": [{"nom": nom, "libelle": FAMILLES[nom], "champs": champs} for nom, champs in groupes.items()],
        "ordre": {p: [*D_ABORD.get(p, ()), *(f for f in FAMILLES if f not in D_ABORD.get(p, ()))] for p in PROTOCOLES},
        "dossier": {p: DOSSIER.get(p, "tout_venant") for p in PROTOCOLES},
    }


def _famille(nom: str) -> str:
    noeud = graphe.graphe().get(nom)
    if noeud is not None:
        return noeud.famille
    if nom in _TENSION:
        return "tension"
    return FAMILLES_DES_ENSEMBLES.get(CHAMPS[nom].profil, "personne")


def _champ(nom: str) -> dict[str, Any]:
    champ = CHAMPS[nom]
    nombre = champ.genre in ("entier", "nombre")
    dans = nom in dossier.NOMS
    donne_par = champ.profil if champ.profil != "dossier" else ""
    return {
        "nom": nom,
        "libelle": mots.libelle(nom),
        "unite": champ.unite,
        "genre": champ.genre,
        "mini": champ.mini if nombre else None,
        "maxi": champ.maxi if nombre else None,
        "pas": champ.pas if nombre else None,
        "decimales": mots.decimales(nom),
        "mots": [{"mot": m, "libelle": mots.mot(nom, m)} for m in champ.mots],
        "lois": ["valeur", "entre", "parmi"]
        if nombre
        else ["valeur"]
        if champ.genre == "booleen"
        else ["valeur", "parmi"],
        "dans_dossier": dans,
        "hors_dossier": champ.profil != "dossier",
        "donne_par": donne_par,
        "profils": [],
        "besoins": [],
        "donne": [],
    }


def _ensemble(nom: str) -> dict[str, Any]:
    noms, besoins, _ = PROFILS[nom]
    profils = [dict(zip(("nom", "libelle", "description"), (p, *mots.profil(nom, p)), strict=True)) for p in noms]
    titre, contenu = mots.table("ensembles")[nom]
    given = list(dossier.NOMS) if nom == "dossier" else [n for n, champ in CHAMPS.items() if champ.profil == nom]
    return {
        "nom": nom,
        "libelle": titre,
        "contenu": contenu,
        "unite": "",
        "genre": "profil",
        "mini": None,
        "maxi": None,
        "pas": None,
        "decimales": 0,
        "mots": [],
        "lois": ["profil"],
        "dans_dossier": False,
        "hors_dossier": True,
        "donne_par": "",
        "profils": profils,
        "besoins": list(besoins),
        "donne": given,
    }
