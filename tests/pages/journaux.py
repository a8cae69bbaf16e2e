"""The journals that trainees leave as they work."""

from datetime import datetime, timedelta

from asalee_training.training.journal import Journal

CAS = "bpco/essoufflement"


def spend(racine, qui, minutes, contenu=CAS, version=1):
    """A trainee answers every two minutes until she has finished."""
    start = datetime.fromisoformat("2026-11-28T10:00:00+01:00")
    moments = [0, *range(2, minutes, 2), minutes]
    times = iter([(start + timedelta(minutes=at)).isoformat() for at in moments])
    racine.mkdir(parents=True, exist_ok=True)
    journal = Journal(racine, clock=lambda: next(times))
    for genre in ("ouverture", *["reponse"] * (len(moments) - 2), "fin"):
        journal.note(qui, genre, contenu, version)
