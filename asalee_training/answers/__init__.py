"""The answer sheet and its file. Nothing here judges an answer."""

from asalee_training.answers.format import TAILLE_MAX, Answer, AnswersError, Reading, check_value, parse, serialise
from asalee_training.answers.sheet import FICHIER, Conflict, Sheet

__all__ = [
    "FICHIER", "TAILLE_MAX", "Answer", "AnswersError", "Conflict", "Reading", "Sheet", "check_value", "parse", "serialise",
]  # fmt: skip
