"""What a trainer reads in one line of several fields of a patient: pulses, lesions, treatments, home."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from asalee_training.authoring.tires import lectures, mots
from asalee_training.authoring.tires.lectures import COTES, Patient
from asalee_training.simulation.champs import CHAMPS
from asalee_training.simulation.population import graphe

TRAITEMENTS = tuple(nom for nom, champ in CHAMPS.items() if champ.libelle.startswith("traitement : "))
MALADIES = tuple(
    nom for nom, n in graphe.champs().items() if n.famille == "maladies" and n.genre == "booleen" and "antecedent_fam" not in nom
)  # fmt: skip


def _pression(lieu: str) -> Callable[[Patient], str]:
    def write(patient: Patient) -> str:
        read = lectures.pression(patient, lieu)
        return f"{read[0]}/{read[1]}{mots.NBSP}mmHg" if read else ""

    return write


def _vrais(noms: tuple[str, ...], aucun: str) -> Callable[[Patient], str]:
    def write(patient: Patient) -> str:
        if not any(nom in patient for nom in noms):
            return ""
        return (
            ", ".join(CHAMPS[nom].libelle.removeprefix("traitement : ") for nom in noms if patient.get(nom) is True)
            or aucun
        )

    return write


def _sites(patient: Patient) -> str:
    read = lectures.insensibles(patient)
    if read is None:
        return ""
    by = {cote: [site for site, absent in read.items() if absent and site.startswith(cote)] for cote in COTES}
    said = [
        f"{cote} : {', '.join(mots.mot('site', s.split('.')[1]) for s in found)}" for cote, found in by.items() if found
    ]
    if sum(map(len, by.values())) == len(read):
        return "aucun site n’est senti"
    return " ; ".join(said) or "aucun"


def _pouls(patient: Patient) -> str:
    if "pouls_pedieux_droit" not in patient:
        return ""
    felt = [[patient[f"pouls_{artere}_{cote}"] for artere in ("pedieux", "tibial")] for cote in COTES]
    right, left = ("perçus" if all(one) else "un seul perçu" if any(one) else "absents" for one in felt)
    return f"{right} des deux côtés" if right == left else f"{right} à droite, {left} à gauche"


def _ips(patient: Patient) -> str:
    if "ips_droit" not in patient or "ips_gauche" not in patient:
        return ""
    return " et ".join(
        f"{mots.nombre(patient[f'ips_{cote}'], 2)} à {mot}"
        for cote, mot in zip(COTES, ("droite", "gauche"), strict=True)
    )


def _formes(patient: Patient) -> str:
    if "deformations" not in patient:
        return ""
    return ", ".join([*patient["deformations"], *patient.get("amputations", ())]) or "aucune"


def _peau(patient: Patient) -> str:
    if "lesions_pied" not in patient:
        return ""
    said = [
        f"{mots.mot('nature', one['nature'])}, {mots.mot('site', one['zone'].split('.')[1])} {one['zone'].split('.')[0]}"
        for one in patient["lesions_pied"]
    ]
    return " ; ".join(said) or "saine"


def _cinq_mots(patient: Patient) -> str:
    counts = patient.get("cinq_mots")
    if not counts:
        return ""
    return "{rli} + {rii} avec indice, puis {rld} + {rid}".format(**counts)


def _iadl(patient: Patient) -> str:
    if "iadl" not in patient:
        return ""
    causes = patient["iadl"]["causes"]
    said = [
        f"{mots.mot('activite', nom)} ({'mémoire' if cause == 'cognitive' else 'corps'})"
        for nom, cause in causes.items()
    ]
    never = [
        f"{mots.mot('activite', nom)} (jamais fait)"
        for nom, n in patient["iadl"]["niveaux"].items()
        if n == "non_applicable"
    ]
    return ", ".join([*said, *never]) or "aucune"


def _gds(patient: Patient) -> str:
    if "mini_gds" not in patient:
        return ""
    usual = {"heureux_plupart_du_temps": "oui"}
    counted = [mots.mot("gds", item) for item, reply in patient["mini_gds"].items() if reply != usual.get(item, "non")]
    return ", ".join(counted) or "aucune plainte"


def _conditions(patient: Patient) -> str:
    if "conditions" not in patient:
        return ""
    return (
        ", ".join(mots.mot("condition", nom) for nom, state in patient["conditions"].items() if state == "non_remplie")
        or "toutes remplies"
    )


def _tabac(patient: Patient) -> str:
    said = [mots.mot("statut_tabac", patient["statut_tabac"])] if "statut_tabac" in patient else []
    if patient.get("tabac_paquets_annees"):
        said.append(mots.valeur("tabac_paquets_annees", patient["tabac_paquets_annees"]))
    return ", ".join(said)


def _vie(patient: Patient) -> str:
    said = (
        [mots.mot("situation_professionnelle", patient["situation_professionnelle"])]
        if "situation_professionnelle" in patient
        else []
    )
    if "vit_seul" in patient:
        said.append("vit seul(e)" if patient["vit_seul"] else "ne vit pas seul(e)")
    if patient.get("aidant", "aucun") != "aucun":
        said.append(f"aidant : {mots.mot('aidant', patient['aidant'])}")
    return ", ".join(said)


def _bras(patient: Patient) -> str:
    if "ecart_bras_mmhg" not in patient:
        return ""
    gap = patient["ecart_bras_mmhg"]
    return f"{abs(gap)}{mots.NBSP}mmHg, {'droit' if gap > 0 else 'gauche'} plus haut" if gap else "pareils"


def _lever(patient: Patient) -> str:
    fall = patient.get("chute_orthostatique_mmhg")
    if fall is None:
        return ""
    return f"{'baisse de' if fall > 0 else 'hausse de'} {abs(fall)}{mots.NBSP}mmHg" if fall else "stable"


def _plaintes(patient: Patient) -> str:
    return ", ".join(mots.mot("plainte", nom) for nom in patient.get("plaintes_tension", ()))


#: Title of each line, and the function that writes it, "" when the patient has nothing of it.
COMPOSEES: Mapping[str, tuple[str, Callable[[Patient], str]]] = {
    "cabinet": ("Pression au cabinet", _pression("cabinet")),
    "domicile": ("Pression à domicile", _pression("domicile")),
    "bras": ("Entre les bras", _bras),
    "lever": ("Au lever", _lever),
    "plaintes": ("Se plaint de", _plaintes),
    "traitements": ("Traitements", _vrais(TRAITEMENTS, "aucun")),
    "maladies": ("Maladies", _vrais(MALADIES, "aucune")),
    "sites": ("Sites non sentis", _sites),
    "pouls": ("Pouls", _pouls),
    "ips": ("IPS", _ips),
    "formes": ("Déformations", _formes),
    "peau": ("Peau", _peau),
    "cinq_mots_detail": ("Cinq mots", _cinq_mots),
    "iadl_detail": ("Activités aidées", _iadl),
    "gds_detail": ("Humeur", _gds),
    "conditions_detail": ("Conditions des tests", _conditions),
    "tabac": ("Tabac", _tabac),
    "vie": ("Vie", _vie),
}
