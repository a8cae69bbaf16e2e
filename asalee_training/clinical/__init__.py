"""Pure clinical functions, one file or small package per examination.

Nothing is imported here: `from asalee_training.clinical import pied` loads the foot and nothing else.
Impossible or missing input raises ValueError with a French sentence; no value is ever assumed.
Thresholds and published tables live in `references/`, each with its unit, source and date.
"""
