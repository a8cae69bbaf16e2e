"""Which fields of a record a computation reads for one patient: fewer, for some, than those it declares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.exercises import calculs

Patient = Mapping[str, Any]


def read_for(name: str, patient: Patient) -> tuple[str, ...]:
    """Return the fields that ``name`` reads for this patient, of those that it may read for others.

    Today's age of who smokes no more does not enter the pack-years. Where nothing can be computed, all may be read.
    Raises ``KeyError`` for an unknown name.
    """
    declared = calculs.CALCULS[name].lit
    lecture = _Lecture(patient)
    try:
        calculs.compute(name, lecture)
    except (KeyError, ValueError, TypeError, ZeroDivisionError):
        return declared
    return tuple(champ for champ in declared if champ in lecture.lus)


class _Lecture(Mapping):
    """A patient who remembers which fields were read; copied whole, all of them were."""

    def __init__(self, patient: Patient):
        self._patient = patient
        self.lus: set[str] = set()

    def __getitem__(self, champ: str) -> Any:
        self.lus.add(champ)
        return self._patient[champ]

    def __contains__(self, champ: object) -> bool:
        return champ in self._patient  # to ask whether it is there is not to read it

    def __iter__(self) -> Iterator[str]:
        return iter(self._patient)

    def __len__(self) -> int:
        return len(self._patient)
