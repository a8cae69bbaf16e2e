"""A home sheet as a patient fills it: readings by moment, day and rank, with the gaps and habits of real sheets.

A sheet is {"regle", "appareil", "matin", "soir"}; under each moment, a list per day of readings [PAS, PAD, pulse]
(the pulse may be left out), None where nothing was written.
"""

from collections.abc import Mapping, Sequence

from asalee_training.clinical import inputs, reference_data, tension
from asalee_training.simulation import tirage

MOMENTS = ("matin", "soir")
#: What an author may plant in a sheet. « oublis » leaves it valid; « chiffres_ronds » too, and is suspicious.
DEFAUTS = ("aucun", "oublis", "incomplet", "sans_soir", "sans_matin", "poignet", "chiffres_ronds")
#: Readings missing from the sheet, as a share of those that the rule asks for: still valid, or no more.
OUBLIS, INCOMPLET = 0.15, 0.45
#: Morning above evening, first reading above the last, then what is left to chance; mmHg of PAS.
MATIN_SOIR, PREMIERE, HASARD = 3, 3, 4
#: A change of the diastolic pressure, for one of the systolic.
PART_PAD = 0.45


def taille(regle: str) -> tuple[int, int]:
    """(days, readings each time) of a rule."""
    row = next(row for row in reference_data.rows("tension_automesure") if row["regle"] == regle)
    return int(row["jours"]), int(row["mesures_par_moment"])


def draw(pas: int, pad: int, pouls: int, regle: str, defaut: str, seed: bytes) -> dict:
    """A sheet around a level at rest, by one of the two rules, with one of DEFAUTS."""
    jours, rangs = taille(regle)
    sheet: dict = {"regle": regle, "appareil": "poignet" if defaut == "poignet" else "bras"}
    for moment in MOMENTS:
        sheet[moment] = [
            [_reading(pas, pad, pouls, (moment, jour, rang, rangs), defaut, seed) for rang in range(rangs)]
            for jour in range(jours)
        ]
    if defaut in ("sans_soir", "sans_matin"):
        sheet[defaut.removeprefix("sans_")] = [[None] * rangs for _ in range(jours)]
    if defaut in ("oublis", "incomplet"):
        _forget(sheet, OUBLIS if defaut == "oublis" else INCOMPLET, seed)
    return sheet


def _reading(pas: int, pad: int, pouls: int, place: tuple, defaut: str, seed: bytes) -> list[int]:
    moment, jour, rang, rangs = place
    label = f"automesure.{moment}.{jour}.{rang}"
    cycle = MATIN_SOIR if moment == "matin" else -MATIN_SOIR
    first = PREMIERE * (1 - 2 * rang / (rangs - 1))
    jour_a_jour = tirage.step(seed, f"automesure.{moment}.{jour}", -2, 2, 1)
    ecart = round(cycle + first) + jour_a_jour + tirage.step(seed, f"{label}.pas", -HASARD, HASARD, 1)
    systole = pas + ecart
    diastole = pad + round(PART_PAD * ecart) + tirage.step(seed, f"{label}.pad", -2, 2, 1)
    if defaut == "chiffres_ronds":
        systole, diastole = 10 * round(systole / 10), 10 * round(diastole / 10)
    return [systole, diastole, pouls + tirage.step(seed, f"{label}.pouls", -4, 4, 1)]


def _forget(sheet: dict, part: float, seed: bytes) -> None:
    """Take readings out, never a whole moment: « incomplet » is told by its count alone."""
    places = [(m, j, r) for m in MOMENTS for j, day in enumerate(sheet[m]) for r in range(len(day))]
    for moment, jour, rang in tirage.shuffled(seed, "automesure.oublis", places)[: round(part * len(places))]:
        sheet[moment][jour][rang] = None


def lectures(sheet: Mapping) -> list[dict]:
    """Readings of a sheet, as `clinical.tension.releve_automesure` takes them."""
    return [
        {"jour": jour, "moment": moment, "mesure": rang, "pas": reading[0], "pad": reading[1]}
        for moment in MOMENTS
        for jour, day in enumerate(sheet[moment], start=1)
        for rang, reading in enumerate(day, start=1)
        if reading is not None
    ]


def lire(sheet: Mapping) -> tension.Releve:
    """What the sheet says: its mean, its count, and why it is not valid."""
    return tension.releve_automesure(lectures(sheet), sheet["regle"], sheet["appareil"])


def read(parts: tuple[str, ...], flags: Mapping[str, bool], patient: Mapping) -> dict:
    """What is read on the paper: {"regle", "appareil"?, "matin"?, "soir"?}, readings with their pulse or without."""
    sheet = patient["automesure"]
    seen: dict = {"regle": sheet["regle"]}
    if flags["appareil"]:
        seen["appareil"] = sheet["appareil"]
    kept = 3 if flags["pouls"] else 2
    for moment in parts:
        seen[moment] = [[reading and list(reading[:kept]) for reading in day] for day in sheet[moment]]
    return seen


def check(sheet: object) -> None:
    """Raise TypeError, KeyError or ValueError unless the value is a sheet with at least one reading."""
    if not isinstance(sheet, Mapping) or set(sheet) != {"regle", "appareil", *MOMENTS}:
        raise TypeError
    inputs.one_of("Règle d’automesure", sheet["regle"], tension.hors_cabinet.REGLES)
    jours, rangs = taille(sheet["regle"])
    for moment in MOMENTS:
        if not _lists(sheet[moment], jours) or not all(_lists(day, rangs) for day in sheet[moment]):
            raise ValueError(f"{moment} : {jours} jours de {rangs} mesures, null où rien n’est écrit.")
        for reading in (reading for day in sheet[moment] for reading in day if reading is not None):
            check_reading(reading)
    lire(sheet)


def check_reading(reading: object) -> None:
    """Raise TypeError or ValueError unless the value is [PAS, PAD] or [PAS, PAD, pulse]."""
    if not isinstance(reading, Sequence) or isinstance(reading, str) or len(reading) not in (2, 3):
        raise TypeError
    tension.pression(*reading[:2])
    for value in reading:
        inputs.integer("Mesure", value, 30, 300)


def _lists(value: object, count: int) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) == count
