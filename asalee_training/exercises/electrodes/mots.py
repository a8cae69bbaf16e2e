"""The words of an ``electrodes`` session: gestures that exist, places, faults, what may be noted, in French."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.clinical import ecg
from asalee_training.exercises.gestes import Champ
from asalee_training.simulation import seance_ecg
from asalee_training.simulation.ecg import SITES

#: In the order of the page: useful gestures and bad habits side by side.
PREPARATIONS: Mapping[str, str] = {
    "identite": "Faire dire nom, prénom, date de naissance",
    "expliquer": "Expliquer, recueillir l’accord",
    "symptomes": "Demander : « Une gêne, aujourd’hui ? »",
    "rassurer": "Dire d’emblée : « Votre cœur va bien »",
    "allonger": "Installer à plat dos, bras le long du corps",
    "asseoir": "Laisser assis au bord du lit",
    "repos": "Laisser au repos quelques minutes",
    "rechauffer": "Réchauffer la pièce, couvrir les jambes",
    "torse": "Dégager torse, poignets et chevilles",
    "garder_le_haut": "Glisser les électrodes sous le haut",
    "pudeur": "Fermer la porte, proposer un drap",
    "degraisser": "Nettoyer et dégraisser la peau",
    "creme": "Masser avec une crème hydratante",
    "raser": "Raser les poils, avec son accord",
    "secher": "Sécher la peau",
    "debrancher": "Éloigner le téléphone, débrancher le lit",
    "respirer": "Faire respirer calmement, sans parler",
}
#: How the page groups them.
GROUPES: Mapping[str, tuple[str, ...]] = {
    "La personne": ("identite", "expliquer", "symptomes", "rassurer", "respirer"),
    "L’installation": ("allonger", "asseoir", "repos", "rechauffer", "torse", "garder_le_haut", "pudeur"),
    "La peau et l’appareil": ("degraisser", "creme", "raser", "secher", "debrancher"),
}
REPERES: Mapping[str, str] = {
    "angle_de_louis": "l’angle de Louis",
    "clavicule": "les espaces depuis la clavicule",
    "lignes": "les lignes du thorax",
}
_HAUTEURS = {
    "_haute": ", plus haut que le 5e espace médio-claviculaire",
    "": ", à hauteur du 5e espace médio-claviculaire",
    "_basse": ", plus bas que le 5e espace médio-claviculaire",
}
#: Places as the list names them. Where the clinical name would name the electrode (« entre V2 et V4 »), ours does not.
LIEUX: Mapping[str, str] = {
    **{
        f"eic{espace}_bord_{cote}": f"{espace}e espace intercostal, bord {cote} du sternum"
        for cote in ("droit", "gauche")
        for espace in (2, 3, 4, 5)
    },
    "eic3_parasternal_gauche": "3e espace gauche, entre le sternum et la ligne médio-claviculaire",
    "entre_v2_v4": "à gauche, à mi-chemin entre le 4e espace au bord du sternum et le 5e espace médio-claviculaire",
    **{
        f"eic{espace}_medioclaviculaire": f"{espace}e espace intercostal gauche, ligne médio-claviculaire"
        for espace in (4, 5, 6)
    },
    **{f"axillaire_anterieure{mot}": f"ligne axillaire antérieure gauche{ou}" for mot, ou in _HAUTEURS.items()},
    **{f"axillaire_moyenne{mot}": f"ligne axillaire moyenne gauche{ou}" for mot, ou in _HAUTEURS.items()},
    "parasternal_droit": "à droite, à mi-chemin entre le 4e espace au bord du sternum et le 5e espace médio-claviculaire",
    "eic5_medioclaviculaire_droit": "5e espace intercostal droit, ligne médio-claviculaire",
    "axillaire_anterieure_droite": "ligne axillaire antérieure droite, à hauteur du 5e espace médio-claviculaire",
    "bras_droit": "poignet droit",
    "bras_gauche": "poignet gauche",
    "jambe_droite": "cheville droite",
    "jambe_gauche": "cheville gauche",
}
COULEURS: Mapping[str, str] = {e.code: e.couleur_iec for e in ecg.electrodes()}
MENTIONS: Mapping[str, str] = {
    "nom": "Nom et prénom",
    "date_naissance": "Date de naissance",
    "date": "Date",
    "heure": "Heure",
    "symptomes": "Symptômes (« aucun » compte)",
    "filtre": "Filtre utilisé",
}
#: What she may say that she sees: technical faults only.
DEFAUTS: Mapping[str, str] = {
    **{erreur.code: erreur.nom for erreur in ecg.erreurs() if erreur.code != "inversion_jambes"},
    "parasites_50_hz": "parasites 50 Hz, du courant électrique",
    seance_ecg.DECOLLEE: "électrode décollée ou mauvais contact : une dérivation instable",
}
INTERPRETATIONS = ("normal", "bloc", "necrose")
NOTES: Mapping[str, str] = {
    "normal": "« ECG normal, rythme sinusal »",
    "bloc": "« Aspect de bloc de branche incomplet droit, à surveiller »",
    "technique": "« ECG réalisé et contrôlé techniquement ; à interpréter par le médecin »",
    "necrose": "« Doute sur une séquelle d’infarctus »",
    "rien": "Rien : le papier suffit",
}
BANDES: Mapping[str, str] = {"150": "0,05 à 150 Hz", "35": "0,05 à 35 Hz (antitremblement)"}
CODES = seance_ecg.CODES

CONNUS: Mapping[str, Mapping[str, Champ]] = {
    "preparer": {"quoi": tuple(PREPARATIONS)},
    "palper": {"repere": tuple(REPERES)},
    "poser": {"electrode": CODES, "site": SITES},
    "retirer": {"electrode": CODES},
    "vitesse": {"mm_s": ("25", "50")},
    "amplitude": {"mm_mv": ("5", "10", "20")},
    "carre": {"imprime": bool},
    "filtre": {"bande": tuple(BANDES)},
    "inscrire": {"mention": tuple(MENTIONS)},
    "enregistrer": {},
    "voir": {"defaut": tuple(DEFAUTS), "coche": bool},
    "reprendre": {},
    "transmettre": {},
    "alerter": {},
    "liberer": {},
}
CONCLUSIONS: Mapping[str, Champ] = {"note": tuple(NOTES)}


def phrase(geste: Mapping[str, Any]) -> str:
    """A gesture in words."""
    nom = geste["g"]
    if nom == "preparer":
        return PREPARATIONS[geste["quoi"]]
    if nom == "palper":
        return f"Repérer {REPERES[geste['repere']]}"
    if nom == "poser":
        return f"{geste['electrode']} : {LIEUX[geste['site']]}"
    if nom == "retirer":
        return f"{geste['electrode']} retirée"
    if nom == "inscrire":
        return f"Inscrire : {MENTIONS[geste['mention']]}"
    if nom == "voir":
        return f"{'Je vois' if geste['coche'] else 'Je ne retiens plus'} : {DEFAUTS[geste['defaut']]}"
    return {
        "vitesse": lambda: f"Vitesse : {geste['mm_s']} mm/s",
        "amplitude": lambda: f"Amplitude : {geste['mm_mv']} mm/mV",
        "carre": lambda: "Carré d’étalonnage imprimé" if geste["imprime"] else "Carré d’étalonnage non imprimé",
        "filtre": lambda: f"Filtre : {BANDES[geste['bande']]}",
        "enregistrer": lambda: "Tracé enregistré",
        "reprendre": lambda: "Je reprends l’enregistrement",
        "transmettre": lambda: "Tracé transmis au médecin",
        "alerter": lambda: "Médecin prévenu tout de suite",
        "liberer": lambda: "Fin : la personne peut se rhabiller et partir",
    }[nom]()
