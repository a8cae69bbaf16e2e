"""The day it is, in one place, so that a test may live a week later."""

from __future__ import annotations

from datetime import date, datetime


def aujourd_hui() -> date:
    """Return today's date where the machine is."""
    return datetime.now().astimezone().date()
