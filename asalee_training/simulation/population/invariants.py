"""What must hold for every person drawn: one function each, whose docstring is the French sentence that is printed.

Rounded values are compared with half a unit of their last digit to spare. Tests try thousands, the benchmark a
hundred thousand.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from asalee_training.simulation.population import formules
from asalee_training.simulation.population.graphe import graphe
from asalee_training.simulation.population.modele import Donnees, rang

Booleens = NDArray[np.bool_]


def _est(d: Donnees, nom: str, mot: str) -> Booleens:
    return d[nom] == rang(nom, mot)


def _ordre(d: Donnees, *noms: str, strict: bool = False) -> Booleens:
    """Ages in order; a value that does not apply is no disorder."""
    bon = np.ones(d["age"].size, bool)
    for avant, apres in pairwise(noms):
        desordre = d[avant] >= d[apres] if strict else d[avant] > d[apres]  # NaN makes both false
        bon &= ~desordre
    return bon


def _present(d: Donnees, nom: str, condition: Booleens) -> Booleens:
    """The value exists exactly when the condition holds."""
    return ~np.isnan(d[nom]) == condition


def _un(d: Donnees, *noms: str) -> Booleens:
    return np.logical_or.reduce([d[nom] for nom in noms])


def _proche(calcul: NDArray, ecrit: NDArray, ecart: float) -> Booleens:
    return (np.isnan(calcul) & np.isnan(ecrit)) | (np.abs(calcul - ecrit) <= ecart)


def grossesse(d: Donnees) -> Booleens:
    """Aucun homme n’est enceint, aucune grossesse hors de 18 à 44 ans."""
    return ~d["grossesse"] | (_est(d, "sexe", "femme") & (d["age"] >= 18) & (d["age"] <= 44))


def imc(d: Donnees) -> Booleens:
    """IMC = poids ÷ taille²."""
    return _proche(d["poids_kg"] / (d["taille_cm"] / 100) ** 2, d["imc_kg_m2"], 0.0501)


def etudes(d: Donnees) -> Booleens:
    """L’école commence à six ans."""
    return d["annees_etudes"] <= d["age"] - 6


def tabac_ordre(d: Donnees) -> Booleens:
    """Début du tabac, puis arrêt, puis aujourd’hui."""
    debut = _ordre(d, "age_debut_tabac", "age_arret_tabac", strict=True) & _ordre(
        d, "age_debut_tabac", "age", strict=True
    )
    return debut & _ordre(d, "age_arret_tabac", "age")


def tabac_ages(d: Donnees) -> Booleens:
    """Un âge de début pour qui a fumé, un âge d’arrêt pour qui a arrêté."""
    fume = _present(d, "age_debut_tabac", ~_est(d, "statut_tabac", "jamais"))
    return fume & _present(d, "age_arret_tabac", _est(d, "statut_tabac", "ancien"))


def paquets_annees(d: Donnees) -> Booleens:
    """Paquets-années = cigarettes ÷ 20 × années ; zéro pour qui n’a jamais fumé."""
    fin = np.where(_est(d, "statut_tabac", "ancien"), d["age_arret_tabac"], d["age"])
    annees = np.nan_to_num(fin - d["age_debut_tabac"], nan=0.0)
    return _proche(d["cigarettes_jour"] / 20 * annees, d["tabac_paquets_annees"], 0.0501)


def alcool(d: Donnees) -> Booleens:
    """Pas d’alcool pendant la grossesse."""
    return ~d["grossesse"] | (d["alcool_verres_semaine"] == 0)


def diagnostics_passes(d: Donnees) -> Booleens:
    """Aucun diagnostic dans l’avenir."""
    ages = ("age_diagnostic_diabete", "age_diagnostic_hta", "age_evenement_cv")
    return np.logical_and.reduce([_ordre(d, nom, "age") for nom in ages])


def diagnostics_connus(d: Donnees) -> Booleens:
    """Un âge de diagnostic pour chaque maladie connue, et pour elle seule."""
    evenement = _present(d, "age_evenement_cv", _un(d, "maladie_coronaire", "avc"))
    return evenement & _present(d, "age_diagnostic_diabete", d["diabete"]) & _present(d, "age_diagnostic_hta", d["hta"])


def anciennete(d: Donnees) -> Booleens:
    """Ancienneté du diabète = âge moins âge au diagnostic."""
    return _proche(d["age"] - d["age_diagnostic_diabete"], d["anciennete_diabete_ans"], 0)


def diabete_seul(d: Donnees) -> Booleens:
    """Antidiabétiques et rétinopathie diabétique chez les diabétiques seulement."""
    return d["diabete"] | ~_un(d, "retinopathie", "metformine", "sulfamide", "idpp4", "gliflozine", "aglp1", "insuline")


def contre_indications(d: Donnees) -> Booleens:
    """Ni metformine ni sulfamide sous 30 mL/min, ni gliptine avec un analogue du GLP-1, ni bêtabloquant et asthme."""
    rein = (d["dfg"] >= 30) | ~_un(d, "metformine", "sulfamide")
    return rein & ~(d["idpp4"] & d["aglp1"]) & ~(d["betabloquant"] & d["asthme"])


def traitements_grossesse(d: Donnees) -> Booleens:
    """Enceinte : ni statine, ni IEC ou ARA2, ni antidiabétique autre que l’insuline."""
    return ~d["grossesse"] | ~_un(d, "statine", "iec_ara2", "metformine", "sulfamide", "idpp4", "gliflozine", "aglp1")


def hba1c(d: Donnees) -> Booleens:
    """HbA1c ↔ glycémie moyenne, à chacun des quatre trimestres."""
    trimestres = ("", "_m3", "_m6", "_m9")
    lues = [formules.glycemie_de(d[f"hba1c{quand}_pct"]) - d[f"glycemie_moyenne{quand}_g_l"] for quand in trimestres]
    return np.logical_and.reduce([np.abs(ecart) <= 0.0145 for ecart in lues])  # half of 0,1 % of HbA1c


def glycemie_jeun(d: Donnees) -> Booleens:
    """Glycémie à jeun sous 1,26 g/L sans diabète connu."""
    return d["diabete"] | (d["glycemie_jeun_g_l"] < 1.26)


def hypoglycemies(d: Donnees) -> Booleens:
    """Hypoglycémies sous insuline ou sulfamide seulement."""
    return (d["hypoglycemies_mois"] == 0) | _un(d, "insuline", "sulfamide")


def dfg(d: Donnees) -> Booleens:
    """DFG = CKD-EPI 2009 de la créatinine ; dialyse au-dessous de 12 mL/min seulement."""
    calcul = formules.dfg(d["creatinine_umol_l"], d["age"], _est(d, "sexe", "femme"))
    return _proche(calcul, d["dfg"], 0.0501) & (~d["dialyse"] | (d["dfg"] < 12))


def lipides(d: Donnees) -> Booleens:
    """LDL = Friedewald, absent si les triglycérides atteignent 3,4 g/L ; HDL inférieur au cholestérol total."""
    calcul = formules.ldl(d["ct_g_l"], d["hdl_g_l"], d["tg_g_l"])
    return _proche(calcul, d["ldl_g_l"], 0.00501) & (d["hdl_g_l"] < d["ct_g_l"])


def pressions(d: Donnees) -> Booleens:
    """PAD inférieure à la PAS de 15 mmHg au moins ; au cabinet, la pression habituelle plus l’effet du cabinet."""
    maison = d["pas_habituelle_mmhg"] - d["pad_habituelle_mmhg"] >= 15
    cabinet = d["pas_cabinet_mmhg"] - d["pad_cabinet_mmhg"] >= 15
    return maison & cabinet & (d["pas_cabinet_mmhg"] == d["pas_habituelle_mmhg"] + d["effet_cabinet_mmhg"])


def profil_tensionnel(d: Donnees) -> Booleens:
    """Profil tensionnel = cabinet (140/90) et automesure (135/85)."""
    cabinet = (d["pas_cabinet_mmhg"] >= 140) | (d["pad_cabinet_mmhg"] >= 90)
    maison = (d["pas_habituelle_mmhg"] >= 135) | (d["pad_habituelle_mmhg"] >= 85)
    return d["profil_tensionnel"] == cabinet + 2 * maison


def volumes(d: Donnees) -> Booleens:
    """CVF supérieure au VEMS."""
    return d["cvf_l"] > d["vems_l"]


def z_scores(d: Donnees) -> Booleens:
    """z-scores = GLI Global des litres imprimés."""
    mesures = {"cvf": d["cvf_l"], "vems": d["vems_l"], "vems_cvf": d["vems_l"] / d["cvf_l"]}
    identite = d["sexe"], d["age"], d["taille_cm"]
    return np.logical_and.reduce(
        [_proche(formules.reference(nom, *identite).z(x), d[f"z_{nom}"], 0.00501) for nom, x in mesures.items()]
    )


def bpco(d: Donnees) -> Booleens:
    """Une BPCO a un VEMS/CVF sous la limite de la normale ; connue ou en exacerbation, elle existe."""
    return (~d["bpco"] | (d["z_vems_cvf"] < -1.64)) & (d["bpco"] | (~d["bpco_connue"] & (d["exacerbations_an"] == 0)))


def sensibilite(d: Donnees) -> Booleens:
    """Perte de sensibilité = une force sentie au-dessus de 10 g seulement, à un site au moins."""
    seuils = [d[nom] for nom in graphe() if nom.startswith("seuil_")]
    return d["perte_sensibilite"] == (np.max(seuils, axis=0) > 10)


def arteres(d: Donnees) -> Booleens:
    """IPS inférieur à 0,90 d’un côté au moins en cas d’AOMI, jamais sans."""
    return d["aomi"] == (np.minimum(d["ips_droit"], d["ips_gauche"]) < 0.90)


def grade(d: Donnees) -> Booleens:
    """Grade 3 = ulcère ancien ou amputation ; pas d’amputation sans ulcère ancien."""
    trois = (d["grade_podologique"] == 3) == _un(d, "ulcere_ancien", "amputation")
    return trois & (~d["amputation"] | d["ulcere_ancien"])


def cinq_mots(d: Donnees) -> Booleens:
    """Cinq mots : cinq au plus, jamais plus de retenus que d’appris."""
    appris = d["mots_rli"] + d["mots_rii"]
    return (appris <= 5) & (d["mots_rld"] + d["mots_rid"] <= appris)


def entourage(d: Donnees) -> Booleens:
    """L’aidant de qui vit seul n’est pas le conjoint ; pas de retraite avant 58 ans."""
    seul = ~(d["vit_seul"] & _est(d, "aidant", "conjoint"))
    return seul & (~_est(d, "situation_professionnelle", "retraite") | (d["age"] > 58))


INVARIANTS: tuple[Callable[[Donnees], Booleens], ...] = (
    grossesse, imc, etudes, tabac_ordre, tabac_ages, paquets_annees, alcool, diagnostics_passes, diagnostics_connus,
    anciennete, diabete_seul, contre_indications, traitements_grossesse, hba1c, glycemie_jeun, hypoglycemies, dfg,
    lipides, pressions, profil_tensionnel, volumes, z_scores, bpco, sensibilite, arteres, grade, cinq_mots, entourage,
)  # fmt: skip


def bornes(d: Donnees) -> Iterator[tuple[str, Booleens]]:
    """Each number within the range that graphe.csv gives, with its decimals and no more; NaN does not apply."""
    for nom, noeud in graphe().items():
        if nom in d and noeud.genre in ("nombre", "entier"):
            yield f"{nom} de {noeud.mini:g} à {noeud.maxi:g}", ~((d[nom] < noeud.mini) | (d[nom] > noeud.maxi))
            if noeud.genre == "entier" or noeud.decimales:
                ecart = np.abs(np.round(d[nom], noeud.decimales) - d[nom])
                yield f"{nom} a {noeud.decimales} décimale(s)", ~(ecart > 1e-9)


def fautes(d: Donnees) -> dict[str, int]:
    """How many people break each invariant; {} when none does."""
    tous = [(invariant.__doc__ or invariant.__name__, invariant(d)) for invariant in INVARIANTS]
    return {phrase: int((~tenu).sum()) for phrase, tenu in [*tous, *bornes(d)] if not tenu.all()}
