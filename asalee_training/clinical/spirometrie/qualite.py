"""Quality grade of a session, A to F and U, for VEMS and CVF separately.

Source: Graham, ATS/ERS 2019, Am J Respir Crit Care Med 2019;200:e70, table 10.
"""

from collections.abc import Iterable, Mapping

from asalee_training.clinical import inputs, reference_data

GRADES = ("A", "B", "C", "D", "E", "U", "F")
LECTURES = {"A": "oui", "B": "oui", "C": "oui", "D": "prudence", "E": "prudence", "U": "non", "F": "non"}


def grade_qualite(
    valeurs_l: Iterable[float], n_utilisables: int, age: float, cvf_norme_2005_l: float | None = None
) -> str:
    """Grade of one measure (VEMS or CVF) over one set of manoeuvres, before or after the bronchodilator.

    valeurs_l: that measure in litres (0.05-15) in each *acceptable* manoeuvre, in any order. n_utilisables: number
    (0-30) of manoeuvres that are usable without being acceptable. age: 3-120 years, children's limits up to 6.
    cvf_norme_2005_l: give the largest CVF to grade strictly: A and B within 0.100 L when it is below 1 L, as in
    2005. The difference between the two largest values is rounded to the millilitre. "A".."E", "U" (usable only),
    "F" (nothing); ValueError on impossible input. The U row is known from memory, to be verified.
    Source: Graham, ATS/ERS 2019, table 10 (2019); strict limit: Miller, ATS/ERS 2005 (2005).
    """
    valeurs = _values(valeurs_l)
    utilisables = inputs.integer("Manœuvres utilisables", n_utilisables, 0, 30)
    limite = tolerance_l(age, max(valeurs, default=1.0), "ab", cvf_norme_2005_l)  # age refused even without values
    ecart = ecart_l(valeurs)
    if ecart is None:
        return "E" if valeurs else "U" if utilisables else "F"
    if ecart <= limite:
        return "A" if len(valeurs) >= reference_data.thresholds("spirometrie_qualite")["acceptables_grade_a"] else "B"
    return next((grade for grade in "CD" if ecart <= tolerance_l(age, max(valeurs), grade.lower())), "E")


def interpretable(grade: str) -> str:
    """May a measure of this grade be read? "oui" (A-C), "prudence" (D, E: read with care, redo), "non" (U, F).

    A stop too early can only raise VEMS/CVF: when it is low all the same, it still suggests an obstruction, and a
    normal ratio proves nothing. ValueError on another grade. Teaching convention, to be verified.
    Source: rule of this course, from Graham, ATS/ERS 2019 (2019).
    """
    return LECTURES[inputs.one_of("Grade de qualité", grade, GRADES)]


def tolerance_l(age: float, plus_grande_l: float, grade: str = "ab", cvf_norme_2005_l: float | None = None) -> float:
    """Largest difference, in litres, between two values that repeat each other.

    age: 3-120 years; up to 6, the limit is 10 % of plus_grande_l (the largest value, 0.05-15 L) where that is more.
    grade: "ab" (also the repeatability target), "c" or "d". cvf_norme_2005_l: see `grade_qualite`.
    Raises ValueError out of these ranges.
    Source: Graham, ATS/ERS 2019, table 10 (2019).
    """
    seuils = reference_data.thresholds("spirometrie_qualite")
    enfant = inputs.number("Âge", age, 3, 120, "ans") <= seuils["age_enfant"]
    plus_grande = inputs.number("Plus grande valeur", plus_grande_l, 0.05, 15, "L")
    inputs.one_of("Limite", grade, ("ab", "c", "d"))
    limite = seuils[f"ecart_{grade}_enfant_l" if enfant else f"ecart_{grade}_l"]
    if enfant:
        limite = max(limite, millilitre(seuils["part_enfant"] * plus_grande))
    if cvf_norme_2005_l is not None:
        cvf = inputs.number("CVF", cvf_norme_2005_l, 0.05, 15, "L")
        if grade == "ab" and cvf < seuils["cvf_petite_2005_l"]:
            limite = min(limite, seuils["ecart_ab_2005_l"])
    return limite


def ecart_l(valeurs_l: Iterable[float]) -> float | None:
    """Difference between the two largest values (0.05-15 L), to the millilitre; None when there are not two.

    3.20 - 3.05 is 0.150 and not 0.15000000000000036. ValueError on impossible values.
    Source: Graham, ATS/ERS 2019, table 10 (2019).
    """
    valeurs = sorted(_values(valeurs_l), reverse=True)
    return millilitre(valeurs[0] - valeurs[1]) if len(valeurs) > 1 else None


def millilitre(volume_l: float) -> float:
    """A volume in litres, rounded to the millilitre before any comparison with a limit.

    Takes any number, since a difference may be negative; its callers check ranges and raise ValueError.
    Source: teaching convention (no date).
    """
    return round(volume_l, 3)


def _values(valeurs_l: Iterable[float]) -> list[float]:
    if isinstance(valeurs_l, str | Mapping) or not isinstance(valeurs_l, Iterable):
        raise inputs.refusal(
            f"Valeurs : {inputs.shown(valeurs_l)} n’est pas une suite de volumes, un par manœuvre acceptable, en L."
        )
    return [inputs.number("Volume expiré", valeur, 0.05, 15, "L") for valeur in valeurs_l]
