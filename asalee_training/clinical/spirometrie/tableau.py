"""GLI reference values of a whole table of people at once, with numpy.

Same tables and formula as `gli`, which judges one person and loads no numpy: a trainee's kernel never imports
this module, simulation of populations and statistics do.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie import gli

#: Rows worked on together: their intermediate arrays stay in the processor's cache.
BLOCK = 16_384


@dataclass(frozen=True)
class References:
    """Reference distributions of one index for n people: `gli.Reference`, by arrays of shape (n,).

    Units follow the index: litres, L/s, or a fraction for "vems_cvf". A z-score at which a distribution has no
    value gives NaN in `valeur`, because one impossible person must not stop a million.
    """

    indice: str
    l: NDArray[np.float64]  # noqa: E741 -- L, M and S are the names of the published method
    m: NDArray[np.float64]
    s: NDArray[np.float64]

    def z(self, x: ArrayLike) -> NDArray[np.float64]:
        """Z-scores of measured values, shape (n,) or one for all. ValueError on a value outside the index's range.

        Source: Cole and Green, Stat Med 1992;11:1305 (LMS method), as GLI uses it (2012, 2022).
        """
        label, largest, unit = gli.MEASURES[self.indice]
        x = _column(label, x, 0.01, largest, unit, self.m.size)
        z = np.empty_like(self.m)
        for part in _blocks(z.size):
            z[part] = _z(x[part] / self.m[part], self.l[part], self.s[part])
        return z

    def pct(self, x: ArrayLike) -> NDArray[np.float64]:
        """Measured values in % of the predicted ones. ValueError as in `z`. Source: GLI (2012, 2022)."""
        label, largest, unit = gli.MEASURES[self.indice]
        return 100 * _column(label, x, 0.01, largest, unit, self.m.size) / self.m

    def valeur(self, z: ArrayLike) -> NDArray[np.float64]:
        """Values at z-scores (-8 to 8), shape (n,) or one for all; NaN where a distribution has none.

        ValueError on a z-score out of range. Source: Cole and Green, Stat Med 1992;11:1305.
        """
        z = _column("z-score", z, -8, 8, "", self.m.size)
        with np.errstate(invalid="ignore", divide="ignore"):
            return self.m * np.where(self.l == 0, np.exp(z * self.s), (1 + z * self.l * self.s) ** (1 / self.l))

    @property
    def lin(self) -> NDArray[np.float64]:
        """Lower limits of normal (5th percentile)."""
        return self.valeur(-reference_data.thresholds("spirometrie")["z_limite"])

    @property
    def lsn(self) -> NDArray[np.float64]:
        """Upper limits of normal (95th percentile)."""
        return self.valeur(reference_data.thresholds("spirometrie")["z_limite"])


def references(
    indice: str,
    sexe: ArrayLike,
    age: ArrayLike,
    taille_cm: ArrayLike,
    equations: str = "gli_global",
    groupe: ArrayLike | None = None,
) -> References:
    """Reference distributions of an index for n people; the arguments of `gli.reference`, by columns.

    sexe, age (years), taille_cm and groupe: arrays of shape (n,), or one value for all; age gives n. Raises
    ValueError with the first refused value, its row (counted from 0) and what is accepted.
    Source: Bowerman, Am J Respir Crit Care Med 2023;207:768; Quanjer, Eur Respir J 2012;40:1324.
    """
    gli.check_index(indice, equations)
    n = np.size(age)
    femmes = _women(sexe, n)
    taille = _column("Taille", taille_cm, 100, 250, "cm", n)
    groupes = None
    if equations == "gli_2012" or groupe is not None:
        groupes = _column("Groupe GLI-2012", np.nan if groupe is None else groupe, 1, 5, "", n)
        if (groupes % 1).any():
            raise inputs.refusal("Groupe GLI-2012 : un groupe n’est pas un nombre entier, de 1 à 5.")
        groupes = groupes.astype(np.intp) if equations == "gli_2012" else None
    tables = [_Table(equations, indice, sexe) for sexe in ("homme", "femme")]
    low, high = tables[0].ages
    ages = _column("Âge", age, low, high, "ans", n)
    found = References(indice, *(np.empty(n) for _ in range(3)))
    for part in _blocks(n):
        women = femmes[part]
        for table, rows in zip(tables, (~women, women), strict=True):
            if rows.all():
                rows = slice(None)
            elif not rows.any():
                continue
            lms = table.lms(ages[part][rows], taille[part][rows], None if groupes is None else groupes[part][rows])
            for column, values in zip((found.l, found.m, found.s), lms, strict=True):
                column[part][rows] = values
    return found


class _Table:
    """Coefficients and splines of one set, index and sex, ready for arrays."""

    def __init__(self, equations: str, indice: str, sexe: str) -> None:
        self.c = gli.coefficients(equations, indice, sexe)
        self.ages = self.c["age_min_ans"], self.c["age_max_ans"]
        rows = np.array(gli.splines(equations, indice, sexe))
        self.first = rows[0, 0]
        self.knots = rows[:-1, 1:].T.copy()
        self.slopes = np.diff(rows[:, 1:], axis=0).T.copy()
        self.has_l = bool(rows[:, 1].any())
        if equations == "gli_2012":
            self.group_m = np.array([0, 0, *(self.c[f"a{number}"] for number in range(3, 7))])
            self.group_s = np.array([0, 0, *(self.c[f"p{number}"] for number in range(2, 6))])

    def lms(self, age: NDArray, taille: NDArray, groupes: NDArray | None) -> tuple[NDArray | float, NDArray, NDArray]:
        position = (age - self.first) / gli.STEP_YEARS
        below = np.minimum(position.astype(np.intp), self.knots.shape[1] - 1)
        share = position - below
        ln_age = np.log(age)
        l, m, s = self.c["q0"], self.c["a0"], self.c["p0"]  # noqa: E741
        m = m + self.c["a1"] * np.log(taille) + self.c["a2"] * ln_age + self._spline(1, below, share)
        s = s + self.c["p1"] * ln_age + self._spline(2, below, share)
        if self.c["q1"]:
            l = l + self.c["q1"] * ln_age  # noqa: E741
        if self.has_l:
            l = l + self._spline(0, below, share)  # noqa: E741
        if groupes is not None:
            m += self.group_m[groupes]
            s += self.group_s[groupes]
        return l, np.exp(m), np.exp(s)

    def _spline(self, column: int, below: NDArray, share: NDArray) -> NDArray:
        return self.knots[column][below] + share * self.slopes[column][below]


def _z(ratio: NDArray, l: NDArray, s: NDArray) -> NDArray:  # noqa: E741
    if l.all():
        return (ratio**l - 1) / (l * s)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(l == 0, np.log(ratio) / s, (ratio**l - 1) / (l * s))


def _blocks(n: int) -> Iterator[slice]:
    return (slice(start, start + BLOCK) for start in range(0, n, BLOCK))


def _women(sexe: ArrayLike, n: int) -> NDArray[np.bool_]:
    words = np.broadcast_to(np.asarray(sexe), n)
    women = words == "femme"
    known = women | (words == "homme")
    if not known.all():
        row = int(np.argmin(known))
        inputs.one_of(f"Sexe, ligne {row}", np.asarray(words[row]).item(), gli.SEXES)
    return women


def _column(label: str, values: ArrayLike, low: float, high: float, unit: str, n: int) -> NDArray[np.float64]:
    """`values` as n floats between `low` and `high`; the refusal shows the first bad one and its row."""
    column = np.asarray(values)
    if column.dtype.kind not in "iuf" or column.ndim > 1 or column.size not in (1, n):
        raise inputs.refusal(f"{label} : une colonne de {n} nombres est attendue, ou un nombre pour tous.")
    column = column.astype(np.float64, copy=False)
    if column.size and not (column.min() >= low and column.max() <= high):  # NaN makes both comparisons false
        row = int(np.argmin((column >= low) & (column <= high)))
        inputs.number(f"{label}, ligne {row}", float(column.flat[row]), low, high, unit)
    return np.broadcast_to(column.reshape(-1) if column.ndim else column, n)
