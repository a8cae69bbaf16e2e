"""Checks of what an author writes by hand: structured fields, and fields that must agree with one another."""

from collections.abc import Mapping

from asalee_training.clinical import cognition, inputs, pied
from asalee_training.simulation import automesure, mesures_tension, peau, reperage


def refuse(nom: str, value: object) -> str:
    """French sentence if a structured field is not acceptable, "" if it is."""
    try:
        _CHECKS[nom](value)
    except ValueError as error:
        return inputs.typography(f"{nom} : {error}")
    except (TypeError, KeyError, AttributeError):
        return inputs.typography(f"{nom} : {inputs.shown(value)} n’a pas la forme attendue. {_SHAPES[nom]}")
    return ""


def disagreement(patient: Mapping) -> str:
    """French sentence when two fields of a patient contradict each other, "" if none do."""
    if {"vems_l", "cvf_l"} <= set(patient) and patient["vems_l"] > patient["cvf_l"]:
        return inputs.typography(
            f"vems_l : {inputs.shown(patient['vems_l'])} L dépasse cvf_l, {inputs.shown(patient['cvf_l'])} L."
        )
    for cote, mot in (("droit", "droite"), ("gauche", "gauche")):
        pressions = (f"pression_cheville_{mot}_mmhg", "pression_bras_mmhg")
        if {f"ips_{cote}", *pressions} <= set(patient):
            index = pied.ips(*(patient[field] for field in pressions))
            if abs(index - patient[f"ips_{cote}"]) > 0.0051:
                return inputs.typography(
                    f"ips_{cote} : {inputs.shown(patient[f'ips_{cote}'])} ne suit pas des pressions "
                    f"({inputs.shown(round(index, 2))})."
                )
    if {"lesions_pied", "monofilament"} <= set(patient):
        for lesion in patient["lesions_pied"]:
            cote, site = lesion["zone"].split(".")
            if patient["monofilament"][cote].get(site) == "non_testable":
                return inputs.typography(
                    f"lesions_pied : {lesion['zone']} est non testable, une lésion ne s’y voit pas."
                )
    if {"horloge", "horloge_dessin"} <= set(patient):
        drawn = cognition.horloge_depuis_dessin(**patient["horloge_dessin"]).criteres
        wrong = [nom for nom, met in drawn.items() if patient["horloge"][nom] != met]
        if wrong:
            return inputs.typography(f"horloge : {', '.join(wrong)} ne suit pas du dessin.")
    return ""


def _labels(value: object) -> None:
    if not isinstance(value, list) or not all(isinstance(label, str) and label for label in value):
        raise TypeError


def _feet(value: Mapping) -> None:
    if set(value) != {"droit", "gauche"}:
        raise TypeError
    pied.perte_sensibilite(value["droit"], value["gauche"])


def _codex(value: Mapping) -> None:
    if set(value) != {"mots", "horloge", "orientation"}:
        raise TypeError
    cognition.codex(value["mots"], **value["horloge"], orientation=value["orientation"])


_CHECKS = {
    "monofilament": _feet,
    "deformations": _labels,
    "amputations": _labels,
    "lesions_pied": peau.check,
    "mesures_cabinet": mesures_tension.check_cabinet,
    "mesures_orthostatiques": mesures_tension.check_orthostatique,
    "automesure": automesure.check,
    "plaintes_tension": mesures_tension.check_plaintes,
    "cinq_mots": lambda value: cognition.cinq_mots(**value),
    "horloge": lambda value: cognition.horloge(**value),
    "horloge_dessin": lambda value: cognition.horloge_depuis_dessin(**value),
    "codex": _codex,
    "iadl": reperage.check_iadl,
    "mini_gds": lambda value: cognition.mini_gds(**value),
    "conditions": reperage.check_conditions,
}
_SHAPES = {
    "monofilament": "Écrivez droit et gauche, chacun avec hallux, meta1 et meta5.",
    "deformations": "Écrivez une liste de textes, [] s’il n’y en a pas.",
    "amputations": "Écrivez une liste de textes, [] s’il n’y en a pas.",
    "lesions_pied": f"Écrivez une liste de {{zone: droit.meta1, nature: …}} ; natures : {', '.join(peau.NATURES)}.",
    "mesures_cabinet": "Écrivez droit et gauche, chacun avec trois mesures au moins : [[152, 94, 76], …].",
    "mesures_orthostatiques": "Écrivez assis, couche, et debout : une mesure [PAS, PAD, pouls] à 0, 1, 2 et 3 minutes.",
    "automesure": "Écrivez regle, appareil, matin et soir : pour chaque jour, la liste des mesures [PAS, PAD].",
    "plaintes_tension": f"Écrivez une liste, [] s’il n’y en a pas ; connues : {', '.join(mesures_tension.PLAINTES)}.",
    "cinq_mots": "Écrivez {rli: 4, rii: 1, rld: 3, rid: 2}.",
    "horloge": f"Écrivez vrai ou faux pour {', '.join(cognition.CRITERES)}.",
    "horloge_dessin": "Écrivez heure, chiffres (nombre, angle) et aiguilles (longueur, angle).",
    "codex": "Écrivez mots, horloge (tous_chiffres, position, deux_aiguilles, heure) et orientation.",
    "iadl": "Écrivez niveaux (telephone, transports, medicaments, budget) et causes (cognitive ou physique).",
    "mini_gds": f"Écrivez oui ou non pour {', '.join(reperage.GDS)}.",
    "conditions": "Écrivez remplie, non_remplie ou sans_objet pour chaque condition de passation.",
}
