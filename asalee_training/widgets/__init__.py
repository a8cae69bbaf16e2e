"""Views of exercises and instruments: no judgement, no storage; ``notebook`` gives them callables."""

from asalee_training.widgets.exercise import ExerciseWidget, State
from asalee_training.widgets.instrument import InstrumentView
from asalee_training.widgets.page import Header, SubmitLink

__all__ = ["ExerciseWidget", "Header", "InstrumentView", "State", "SubmitLink"]
