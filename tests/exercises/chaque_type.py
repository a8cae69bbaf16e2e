"""One exercise of each type, and somebody to play it."""

from hypothesis import strategies as st

from asalee_training import exercises
from asalee_training.simulation import patient as simulated
from tests.exercises.entretiens import SCENE

#: Someone for the types whose key needs a patient.
LAWS = {
    "sexe": "homme",
    "age": 61,
    "taille_cm": 174,
    "spirometrie": {"profil": "obstructif_modere"},
    "ecg": {"profil": "normal"},
    "pieds": {"profil": "neuropathie_isolee"},
    "peau": {"profil": "corne"},
    "cognition": {"profil": "horloge_seule"},
    "passation": {"profil": "bonnes_conditions"},
    "tension": {"profil": "bras_differents"},
}
PATIENT = simulated.draw(LAWS, b"essai")
EXPLICATION = "La règle à retenir est écrite ici."
SPECS = {
    "choix": {
        "choix": [
            {"texte": "Je préviens le médecin", "juste": True, "retour": "Oui."},
            {"texte": "J'attends", "retour": "Non.", "points": 0.5},
            {"texte": "J'annonce une maladie", "retour": "Hors champ.", "gravite": "hors_champ"},
        ]
    },
    "choix_multiple": {
        "choix": [
            {"texte": "Un", "juste": True, "retour": "Oui."},
            {"texte": "Deux", "juste": True, "retour": "Oui."},
            {"texte": "Trois", "retour": "Non."},
            {"texte": "Quatre", "retour": "Danger.", "gravite": "dangereux"},
        ]
    },
    "cotation_test": {"test": "horloge_7"},
    "dessin_horloge": {"heure": "11:10", "cible": {"horloge_7": 5, "minicog": 2}},
    "electrodes": {
        "depart": "nu",
        "personne": "M. Roux",
        "fautes": ["electrode_decollee"],
        "symptomes": ["palpitations"],
    },
    "entretien": SCENE,
    "examen_monofilament": {},
    "mesure_tension": {"acte": "cabinet"},
    "nombre": {
        "unite": "%",
        "unites": ["%", "L"],
        "attendu": {"valeur": 58.9, "tolerance": 0.5},
        "erreurs": [{"si": {"valeur": 169.8}, "retour": "Rapport à l'envers."}],
    },
    "seance_spirometrie": {"personne": "M. Roux", "ecart_taille_cm": -10, "groupe_gli_2012": 1},
    "passation_cinq_mots": {},
    "zones_pied": {
        "attendu": {"valeur": ["droit.hallux", "gauche.meta5"]},
        "erreurs": [
            {"si": {"zones": ["gauche.hallux", "droit.meta5"]}, "retour": "Pieds inversés."},
            {"si": {"oubli": True}, "retour": "Un site suffit."},
        ],
    },
    "texte": {"grille": "transmission"},
}


def make(kind, **changes):
    data = {"type": kind, "points": 2.0, "explication": EXPLICATION, **SPECS[kind], **changes}
    return exercises.get(kind).Spec.model_validate(data)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda children: st.lists(children, max_size=4) | st.dictionaries(st.text(max_size=8), children, max_size=4),
    max_leaves=12,
)
