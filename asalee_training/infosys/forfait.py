"""Preparation and follow-up time that the portal adds to the consultations, as a share of their minutes.

Source: publicly described screens of the historical portal; owner and date unknown, so to be verified.
"""

from collections.abc import Mapping

from asalee_training.clinical import inputs

#: Preparation, in hundredths of the minutes of consultation: whole numbers, so that no total is a hair off.
CENTIEMES = {
    "suivi_diab": 25,
    "dep_diab": 25,
    "rcva": 25,
    "bpco": 20,
    "sevrage_tabac": 20,
    "autres": 20,
    "cognitif": 10,
    "automesure": 10,
    "cancer": 0,
}
#: Highest total accepted for one type: a nurse's full year has about 96,000 minutes.
MAXIMUM = 100_000


def minutes_preparation(minutes_par_type: Mapping[str, int]) -> float:
    """Minutes of preparation for a period, exact: 5 minutes of suivi_diab give 1.25.

    minutes_par_type: type of consultation → whole minutes, 0-100,000; the types are those of `CENTIEMES`; nothing
    at all gives 0. A collective session counts the nurse's time once. How the portal rounds is unknown: show the
    result rounded, add it exact.
    Raises ValueError for an unknown type, or minutes that are not whole or out of range.
    Source: screens of the historical portal (date to be verified).
    """
    if not isinstance(minutes_par_type, Mapping):
        raise inputs.refusal(
            f"Minutes : {inputs.shown(minutes_par_type)} n’associe pas des minutes à chaque type de consultation."
        )
    return (
        sum(
            CENTIEMES[inputs.one_of("Type de consultation", genre, CENTIEMES)]
            * inputs.integer(f"Minutes, {genre}", minutes, 0, MAXIMUM)
            for genre, minutes in minutes_par_type.items()
        )
        / 100
    )
