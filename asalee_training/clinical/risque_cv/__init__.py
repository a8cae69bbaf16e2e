"""Cardiovascular risk: the three SCORE2 equations (`scores`), their categories (`classement`), who must not be
scored (`eligibilite`), and the older coronary risk of the historic portal (`rcva`)."""

from asalee_training.clinical.risque_cv.classement import Categories, arrondi, categorie, categories, tolerance
from asalee_training.clinical.risque_cv.eligibilite import (
    Applicabilite,
    Motif,
    SansScore,
    Situation,
    categorie_sans_score,
    refus_de_score,
    score_applicable,
)
from asalee_training.clinical.risque_cv.rcva import rcva_historique
from asalee_training.clinical.risque_cv.scores import score2, score2_diabete, score2_op

__all__ = [
    "Applicabilite",
    "Categories",
    "Motif",
    "SansScore",
    "Situation",
    "arrondi",
    "categorie",
    "categorie_sans_score",
    "categories",
    "rcva_historique",
    "refus_de_score",
    "score2",
    "score2_diabete",
    "score2_op",
    "score_applicable",
    "tolerance",
]
