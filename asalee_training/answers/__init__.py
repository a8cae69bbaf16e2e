"""The answer sheet and its file. Nothing here judges an answer."""

from asalee_training.answers.format import TAILLE_MAX, Answer, AnswersError, Reading, check_value, parse, serialise
from asalee_training.answers.sheet import FICHIER, Conflict, Sheet, durable_write, fsync_folder

__all__ = [
    "FICHIER", "TAILLE_MAX", "Answer", "AnswersError", "Conflict", "Reading", "Sheet", "check_value",
    "durable_write", "fsync_folder", "parse", "serialise",
]  # fmt: skip
