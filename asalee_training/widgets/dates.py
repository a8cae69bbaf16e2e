"""Moments as a French reader says them."""

from __future__ import annotations

from datetime import datetime, timedelta

_MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def spoken(horodatage: str, now: datetime | None = None) -> str:
    """Return « 10:42 » today, « hier à 17:42 », « le 3 mars à 17:42 », with the year when it is another one.

    ``horodatage`` is an ISO date and time; what cannot be read gives "". Hours are in ``now``'s time zone.
    """
    now = (now or datetime.now()).astimezone()
    try:
        moment = datetime.fromisoformat(horodatage).astimezone(now.tzinfo)
    except (ValueError, OverflowError):
        return ""
    hour = f"{moment:%H:%M}"
    if moment.date() == now.date():
        return hour
    if moment.date() == now.date() - timedelta(days=1):
        return f"hier à {hour}"
    day = "1er" if moment.day == 1 else str(moment.day)
    year = "" if moment.year == now.year else f" {moment.year}"
    return f"le {day} {_MOIS[moment.month - 1]}{year} à {hour}"
