"""Everything that touches nbgrader: release, collection, marking from data, feedback, formgrader in French.

Only this package, ``lab`` and ``pages`` import nbgrader, and late: the import alone takes seconds. What marks a
cohort (``copy``, ``rows``, ``marker``, ``feedback``) does not import it at all.
"""


class GradebookError(Exception):
    """What a command or a page of this package cannot do; the message is a French sentence."""
