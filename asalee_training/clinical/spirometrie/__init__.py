"""Spirometry, one file per step: before the test (`avant`), a manoeuvre measured (`manoeuvre`), acceptable or not
(`criteres`), graded (`qualite`), kept among others (`serie`), its visible faults (`detection`), the reference
values (`gli`), the reading (`lecture`, `bpco`, `bronchodilatateur`), and who is offered one (`reperage`).

`tableau` (GLI by arrays) needs numpy and is imported by name only.
"""

from asalee_training.clinical.spirometrie.avant import (
    ContreIndications,
    Seringue,
    consignes,
    contre_indications,
    facteur_btps,
    verifier_seringue,
    verifier_taille,
)
from asalee_training.clinical.spirometrie.bpco import (
    abe,
    bande_cat,
    bronchodilatateur_requis,
    gold,
    libelle_mmrc,
    rapport_a_confirmer,
    star,
    vems_q,
)
from asalee_training.clinical.spirometrie.bronchodilatateur import (
    Reversibilite,
    attente_min,
    normalisation,
    reversibilite,
    suspension,
    suspension_h,
)
from asalee_training.clinical.spirometrie.criteres import (
    Acceptabilite,
    acceptabilite,
    fin_expiration,
    limite_vre_l,
)
from asalee_training.clinical.spirometrie.detection import Indices, detecter
from asalee_training.clinical.spirometrie.gli import Reference, reference
from asalee_training.clinical.spirometrie.lecture import (
    empey_eleve,
    indice_empey,
    lectures_rapport,
    motif,
    motif_cpt,
    prism_gold,
    prism_lin,
    rapport_vems_cvf,
    severite,
)
from asalee_training.clinical.spirometrie.manoeuvre import Manoeuvre, analyser
from asalee_training.clinical.spirometrie.qualite import grade_qualite, interpretable, tolerance_l
from asalee_training.clinical.spirometrie.reperage import (
    CinqQuestions,
    MiniSpirometrie,
    cinq_questions,
    eligible_spirometrie,
    mini_spirometrie,
    motifs_spirometrie,
    textes_cinq_questions,
)
from asalee_training.clinical.spirometrie.serie import Resultat, Suite, acceptabilite_serie, continuer, retenir

__all__ = [
    "Acceptabilite",
    "CinqQuestions",
    "ContreIndications",
    "Indices",
    "Manoeuvre",
    "MiniSpirometrie",
    "Reference",
    "Resultat",
    "Reversibilite",
    "Seringue",
    "Suite",
    "abe",
    "acceptabilite",
    "acceptabilite_serie",
    "analyser",
    "attente_min",
    "bande_cat",
    "bronchodilatateur_requis",
    "cinq_questions",
    "consignes",
    "continuer",
    "contre_indications",
    "detecter",
    "eligible_spirometrie",
    "empey_eleve",
    "facteur_btps",
    "fin_expiration",
    "gold",
    "grade_qualite",
    "indice_empey",
    "interpretable",
    "lectures_rapport",
    "libelle_mmrc",
    "limite_vre_l",
    "mini_spirometrie",
    "motif",
    "motif_cpt",
    "motifs_spirometrie",
    "normalisation",
    "prism_gold",
    "prism_lin",
    "rapport_a_confirmer",
    "rapport_vems_cvf",
    "reference",
    "retenir",
    "reversibilite",
    "severite",
    "star",
    "suspension",
    "suspension_h",
    "textes_cinq_questions",
    "tolerance_l",
    "vems_q",
    "verifier_seringue",
    "verifier_taille",
]
