"""Cognitive screening: scores from counts and observations, never from test items.

The nurse scores, describes and alerts; naming a disease belongs to the physician. Files: `memoire` (five words),
`dessin` and `horloges` (clock), `composites` (Codex, Mini-Cog, GPCOG), `globaux` (MMSE and MoCA totals), `normes`,
`executif` (BREF, fluencies), `autonomie` (IADL), `humeur` (GDS), `questionnaires` (McNair, EPICES), `prediction`
(predictive values), `triage` (who must know, and when), `passation` (conditions, home grid, words), `parcours`.
"""

from asalee_training.clinical.cognition.autonomie import Iadl4, iadl4
from asalee_training.clinical.cognition.composites import (
    Codex,
    MiniCog,
    codex,
    gpcog,
    gpcog_informant,
    gpcog_patient,
    lecture_gpcog_informant,
    minicog,
)
from asalee_training.clinical.cognition.dessin import CRITERES, Dessin, horloge_depuis_dessin
from asalee_training.clinical.cognition.executif import (
    Fluence,
    Isaacs,
    bref,
    bref_basse_score_global_conserve,
    bref_points_erreurs,
    bref_points_mots,
    fluence,
    isaacs,
    lecture_bref,
)
from asalee_training.clinical.cognition.globaux import LectureMmse, Mmse, Moca, lecture_mmse, mmse, moca, stade_mmse
from asalee_training.clinical.cognition.horloges import (
    Horloge,
    HorlogeSunderland,
    horloge,
    horloge_4,
    horloge_sunderland,
)
from asalee_training.clinical.cognition.humeur import Gds15, MiniGds, gds15, mini_gds
from asalee_training.clinical.cognition.memoire import CinqMots, cinq_mots
from asalee_training.clinical.cognition.normes import EcartNorme, Seuil, normes_fictives, seuil_mmse, z_fluence
from asalee_training.clinical.cognition.parcours import fenetre_reevaluation, liste_reutilisable, motifs_de_reperage
from asalee_training.clinical.cognition.passation import (
    Conditions,
    Domicile,
    MotInterdit,
    conditions_passation,
    grille_domicile,
    mots_interdits,
)
from asalee_training.clinical.cognition.prediction import (
    Performance,
    ValeursPredictives,
    performances,
    valeurs_predictives,
)
from asalee_training.clinical.cognition.questionnaires import Epices, Mcnair, epices, mcnair15
from asalee_training.clinical.cognition.triage import Orientation, orientation

__all__ = [
    "CRITERES",
    "CinqMots",
    "Codex",
    "Conditions",
    "Dessin",
    "Domicile",
    "EcartNorme",
    "Epices",
    "Fluence",
    "Gds15",
    "Horloge",
    "HorlogeSunderland",
    "Iadl4",
    "Isaacs",
    "LectureMmse",
    "Mcnair",
    "MiniCog",
    "MiniGds",
    "Mmse",
    "Moca",
    "MotInterdit",
    "Orientation",
    "Performance",
    "Seuil",
    "ValeursPredictives",
    "bref",
    "bref_basse_score_global_conserve",
    "bref_points_erreurs",
    "bref_points_mots",
    "cinq_mots",
    "codex",
    "conditions_passation",
    "epices",
    "fenetre_reevaluation",
    "fluence",
    "gds15",
    "gpcog",
    "gpcog_informant",
    "gpcog_patient",
    "grille_domicile",
    "horloge",
    "horloge_4",
    "horloge_depuis_dessin",
    "horloge_sunderland",
    "iadl4",
    "isaacs",
    "lecture_bref",
    "lecture_gpcog_informant",
    "lecture_mmse",
    "liste_reutilisable",
    "mcnair15",
    "mini_gds",
    "minicog",
    "mmse",
    "moca",
    "motifs_de_reperage",
    "mots_interdits",
    "normes_fictives",
    "orientation",
    "performances",
    "seuil_mmse",
    "stade_mmse",
    "valeurs_predictives",
    "z_fluence",
]
