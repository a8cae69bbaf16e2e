"""GLI reference values: GLI Global (2022) and GLI-2012.

Sources: Bowerman, Am J Respir Crit Care Med 2023;207:768 (GLI Global); Quanjer, Eur Respir J 2012;40:1324
(GLI-2012).
Distribution of an index X for a sex, an age in years and a height in cm: z = ((X/M)^L - 1)/(L·S), with
M = exp(a0 + a1·ln(height) + a2·ln(age) + group + spline), S likewise from p, L = q0 + q1·ln(age) + spline.
Splines are tabulated every quarter of a year and interpolated linearly: taking the row below would move
more than half of the official values.
"""

import math
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

EQUATIONS = ("gli_global", "gli_2012")
INDICES = ("vems", "cvf", "vems_cvf", "dem2575")
SEXES = ("femme", "homme")
STEP_YEARS = 0.25
#: What a refusal calls each index, its largest plausible measure and its unit.
MEASURES = {
    "vems": ("VEMS", 15, "L"),
    "cvf": ("CVF", 15, "L"),
    "vems_cvf": ("VEMS/CVF", 1, "(en fraction : 0,589 pour 58,9 %)"),
    "dem2575": ("DEM25-75", 20, "L/s"),
}


@dataclass(frozen=True)
class Reference:
    """Reference distribution of one index for one person.

    Units follow the index: "vems" and "cvf" in litres, "dem2575" in L/s, "vems_cvf" as a fraction (0.589, not
    58.9).
    m is the predicted value; lin and lsn the limits of normal at z = -1.645 and +1.645.
    """

    indice: str
    l: float  # noqa: E741 -- L, M and S are the names of the published method
    m: float
    s: float

    def z(self, x: float) -> float:
        """Z-score of a measured value."""
        ratio = self._measure(x) / self.m
        return ((ratio**self.l) - 1) / (self.l * self.s) if self.l else math.log(ratio) / self.s

    def pct(self, x: float) -> float:
        """Measured value in % of the predicted one."""
        return 100 * self._measure(x) / self.m

    def valeur(self, z: float) -> float:
        """Value at a z-score; ValueError where the distribution has none (below about -4 for the ratio)."""
        z = inputs.number("z-score", z, -8, 8)
        if not self.l:
            return self.m * math.exp(z * self.s)
        base = 1 + z * self.l * self.s
        if base <= 0:
            lowest = inputs.shown(math.ceil(-100 / (self.l * self.s)) / 100)
            raise inputs.refusal(f"z-score : {inputs.shown(z)} n’existe pas ici, au-dessous de {lowest}.")
        return self.m * base ** (1 / self.l)

    @property
    def lin(self) -> float:
        """Lower limit of normal (5th percentile)."""
        return self.valeur(-reference_data.thresholds("spirometrie")["z_limite"])

    @property
    def lsn(self) -> float:
        """Upper limit of normal (95th percentile)."""
        return self.valeur(reference_data.thresholds("spirometrie")["z_limite"])

    def _measure(self, x: float) -> float:
        label, largest, unit = MEASURES[self.indice]
        return inputs.number(label, x, 0.01, largest, unit)


def reference(
    indice: str,
    sexe: str,
    age: float,
    taille_cm: float,
    equations: str = "gli_global",
    groupe: int | None = None,
) -> Reference:
    """Reference distribution of an index.

    indice: "vems", "cvf", "vems_cvf", or "dem2575" (GLI-2012 only, up to 90 years). sexe: "femme" or "homme".
    age: 3-95 years, decimal. taille_cm: 100-250. groupe: 1 Caucasian, 2 African-American, 3 North-East Asian,
    4 South-East Asian, 5 other; needed by GLI-2012, without effect on GLI Global which has no group.
    Raises ValueError out of these ranges, and for a DEM25-75 in GLI Global.
    Source: Bowerman, Am J Respir Crit Care Med 2023;207:768; Quanjer, Eur Respir J 2012;40:1324.
    """
    check_index(indice, equations)
    inputs.one_of("Sexe", sexe, SEXES)
    taille = inputs.number("Taille", taille_cm, 100, 250, "cm")
    if equations == "gli_2012" or groupe is not None:
        groupe = inputs.integer("Groupe GLI-2012", groupe, 1, 5)
    table = coefficients(equations, indice, sexe)
    age = inputs.number("Âge", age, table["age_min_ans"], table["age_max_ans"], "ans")
    spline_l, spline_m, spline_s = _spline(equations, indice, sexe, age)
    group_m = group_s = 0.0
    if equations == "gli_2012" and groupe != 1:
        group_m, group_s = table[f"a{groupe + 1}"], table[f"p{groupe}"]
    ln_age = math.log(age)
    return Reference(
        indice,
        l=table["q0"] + table["q1"] * ln_age + spline_l,
        m=math.exp(table["a0"] + table["a1"] * math.log(taille) + table["a2"] * ln_age + group_m + spline_m),
        s=math.exp(table["p0"] + table["p1"] * ln_age + group_s + spline_s),
    )


def check_index(indice: str, equations: str) -> None:
    """ValueError when the set of equations does not know the index: GLI Global has no DEM25-75."""
    inputs.one_of("Indice", indice, INDICES)
    inputs.one_of("Équations", equations, EQUATIONS)
    if (equations, indice) == ("gli_global", "dem2575"):
        raise inputs.refusal("Le DEM25-75 n’existe pas dans GLI Global : demandez les équations gli_2012.")


@cache
def coefficients(equations: str, indice: str, sexe: str) -> dict[str, float]:
    """Published coefficients a0-a6, p0-p5, q0-q1 and the age limits in years."""
    for row in reference_data.rows(f"{equations}_coefficients"):
        if (row["indice"], row["sexe"]) == (indice, sexe):
            return {name: float(value) for name, value in row.items() if name not in ("indice", "sexe")}
    raise LookupError((equations, indice, sexe))


@cache
def splines(equations: str, indice: str, sexe: str) -> list[tuple[float, float, float, float]]:
    """Rows (age in years, L, M, S) of the published splines, one every quarter of a year."""
    return [
        (float(row["age_ans"]), float(row["l"]), float(row["m"]), float(row["s"]))
        for row in reference_data.rows(f"{equations}_splines")
        if row["indice"] == indice and row["sexe"] == sexe
    ]


def _spline(equations: str, indice: str, sexe: str, age: float) -> tuple[float, ...]:
    table = splines(equations, indice, sexe)
    position = (age - table[0][0]) / STEP_YEARS
    below = min(int(position), len(table) - 2)
    share = position - below
    return tuple(low + share * (high - low) for low, high in zip(table[below][1:], table[below + 1][1:], strict=True))
