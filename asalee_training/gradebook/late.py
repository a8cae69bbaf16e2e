"""Late copies lose what nbgrader's plugin says; nbgrader is imported at the first late copy only."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from asalee_training.workspace import Workspace

#: (trainee, score, seconds late) -> points lost or None, as nbgrader's plugin decides.
Penalty = Callable[[str, float, float], float | None]


def late_penalty(ws: Workspace) -> Penalty:
    """Return nbgrader's rule for late copies, as this course configures it."""
    rule = None

    def penalty(apprenante: str, score: float, seconds: float) -> float | None:
        nonlocal rule
        if rule is None:
            from nbgrader.preprocessors import AssignLatePenalties

            from asalee_training.gradebook.config import effective_config

            step = AssignLatePenalties(config=effective_config(ws))
            step.init_plugin()
            rule = step.plugin_inst
        return rule.late_submission_penalty(apprenante, score, seconds)

    return penalty


def lost(
    penalty: Penalty,
    apprenante: str,
    score: float,
    moment: datetime | None,
    due: datetime | None,
    extension: timedelta | None,
) -> float | None:
    """Points that a copy loses, between 0 and its score; None when it is not late. Moments are naive UTC."""
    if due is None or moment is None:
        return None
    seconds = (moment - due - (extension or timedelta())).total_seconds()
    points = penalty(apprenante, score, seconds) if seconds > 0 else None
    return None if points is None else min(max(points, 0), score)
