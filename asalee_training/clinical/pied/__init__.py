"""Examination of the diabetic foot: 10 g monofilament, arteries, podological grade, emergencies.

The French grade (0-3, opens podiatry sessions) and the IWGDF category (0-3, sets the interval between
examinations) are two different classifications: isolated artery disease or dialysis count only in the second,
a past ulcer or amputation without neuropathy only in the first. `desaccord` says when they differ, and why.
"""

from asalee_training.clinical.pied.arteres import (
    Arteriopathie,
    IpsJambes,
    arteriopathie,
    ips,
    ips_jambes,
    lecture_ips,
)
from asalee_training.clinical.pied.grades import (
    EDITIONS,
    USAGES,
    Desaccord,
    categorie_iwgdf,
    desaccord,
    grade_podologique,
    intervalle_mois,
    niveau_suivi,
    seances_podologue,
    ulcere_compte,
)
from asalee_training.clinical.pied.monofilament import (
    APPLICATIONS,
    ETATS,
    PIEDS,
    REPONSES,
    SITES,
    SITES_DIX,
    PerteSensibilite,
    correcte,
    neuropathie_sensitive,
    perte_sensibilite,
    site,
    variante_dix_sites,
)
from asalee_training.clinical.pied.urgences import NIVEAUX, Urgence, gradation_possible, signes_sris, urgence

__all__ = [
    "APPLICATIONS",
    "EDITIONS",
    "ETATS",
    "NIVEAUX",
    "PIEDS",
    "REPONSES",
    "SITES",
    "SITES_DIX",
    "USAGES",
    "Arteriopathie",
    "Desaccord",
    "IpsJambes",
    "PerteSensibilite",
    "Urgence",
    "arteriopathie",
    "categorie_iwgdf",
    "correcte",
    "desaccord",
    "gradation_possible",
    "grade_podologique",
    "intervalle_mois",
    "ips",
    "ips_jambes",
    "lecture_ips",
    "neuropathie_sensitive",
    "niveau_suivi",
    "perte_sensibilite",
    "seances_podologue",
    "signes_sris",
    "site",
    "ulcere_compte",
    "urgence",
    "variante_dix_sites",
]
