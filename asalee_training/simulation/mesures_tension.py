"""Blood pressure readings of a person whose levels are known: at the office, lying and standing, at home.

They are what a careful hand obtains, and fields of the patient, so that an author can write them for a witness. What
a careless hand obtains is in `seance_tension`.
"""

from collections.abc import Mapping

from asalee_training.clinical import inputs, tension
from asalee_training.simulation import automesure, tirage

COTES = ("droit", "gauche")
#: Arm circumferences, in cm, printed on the three cuffs of the simulated device.
BRASSARDS = {"S": (22, 26), "M": (27, 34), "L": (35, 44)}
#: Readings of each arm, the last one going on for any further; minutes standing, the last one likewise.
MESURES, MINUTES = 6, 6
#: A change of the diastolic pressure, for one of the systolic: at the office, between arms.
PAD_CABINET, PAD_BRAS = 0.45, 0.4
#: The alarm of the first readings, in mmHg of PAS, by rank: then it is over.
ALARME = ((9, 12), (2, 4))
#: What people say who should not wait.
PLAINTES = {
    "cephalee": "J’ai très mal à la tête depuis ce matin.",
    "vision": "Je vois trouble, comme à travers un brouillard.",
    "poitrine": "Ça me serre dans la poitrine.",
    "souffle": "Je manque d’air, même sans bouger.",
    "parole": "Je cherche mes mots, et ma main est maladroite.",
}


def tirer(personne: Mapping, seed: bytes, regle: str = "3-3-3", defaut: str = "aucun") -> dict:
    """Readings of anybody whose levels are known: at the office, lying and standing, at home.

    personne: pas_habituelle_mmhg, pad_habituelle_mmhg, effet_cabinet_mmhg, ecart_bras_mmhg (right minus left),
    chute_orthostatique_mmhg, chute_orthostatique_pad_mmhg (at one minute), pouls_min.
    """
    return {
        "mesures_cabinet": _office(personne, seed),
        "mesures_orthostatiques": _standing(personne, seed),
        "automesure": automesure.draw(
            personne["pas_habituelle_mmhg"],
            personne["pad_habituelle_mmhg"],
            personne["pouls_min"],
            regle,
            defaut,
            seed,
        ),
    }


def _reading(pas: float, pad: float, pouls: float) -> list[int]:
    """Whole numbers that a device may show."""
    systole = min(max(round(pas), 64), 285)
    return [systole, min(max(round(pad), 38), systole - 15, 148), min(max(round(pouls), 35), 180)]


def _office(p: Mapping, seed: bytes) -> dict[str, list[list[int]]]:
    """Both arms in sequence: the first reading is the highest. Ranks share their alarm, so that arms compare."""
    readings: dict[str, list[list[int]]] = {cote: [] for cote in COTES}
    for rang in range(MESURES):
        label = f"cabinet.{rang}"
        alarme = tirage.step(seed, f"{label}.alarme", *ALARME[rang], 1) if rang < len(ALARME) else 0
        alarme += tirage.step(seed, f"{label}.commun", -1, 1, 1)
        for cote in COTES:
            recul = max(p["ecart_bras_mmhg"] * (1 if cote == "gauche" else -1), 0)
            pas = p["pas_habituelle_mmhg"] + p["effet_cabinet_mmhg"] + alarme - recul
            pad = p["pad_habituelle_mmhg"] + PAD_CABINET * (p["effet_cabinet_mmhg"] + alarme) - PAD_BRAS * recul
            hasard = [tirage.step(seed, f"{label}.{cote}.{nom}", -1, 1, 1) for nom in ("pas", "pad", "pouls")]
            readings[cote].append(
                _reading(pas + hasard[0], pad + hasard[1], p["pouls_min"] + alarme / 2 + 2 * hasard[2])
            )
    return readings


def _standing(p: Mapping, seed: bytes) -> dict[str, list]:
    """Sitting, lying, then standing minute by minute from 0, on the arm with the higher pressure.

    The fall is the person's own at one minute, deeper on rising, and partly made up at three.
    """
    base = p["pas_habituelle_mmhg"] + 0.4 * p["effet_cabinet_mmhg"], p["pad_habituelle_mmhg"]
    chute = p["chute_orthostatique_mmhg"], p["chute_orthostatique_pad_mmhg"]
    reste = tirage.between(seed, "orthostatisme.reste", 0.42, 0.55)
    parts = (1.2, 1.0, (1 + reste) / 2, reste, reste, reste)
    hausse = tirage.choice(seed, "orthostatisme.pouls", ((5, 10), (19, 27)))
    hausse_min = tirage.step(seed, "orthostatisme.hausse", *hausse, 1)
    couche = _reading(*base, p["pouls_min"])
    return {
        "assis": _reading(base[0] - 0.45 * chute[0], base[1] + 2 - 0.45 * chute[1], p["pouls_min"] + 3),
        "couche": couche,
        "debout": [
            _reading(
                couche[0] - round(part * chute[0]),
                couche[1] - round(part * chute[1]),
                couche[2] + hausse_min - (rang > 1) * tirage.step(seed, f"orthostatisme.{rang}.pouls", 0, 2, 1),
            )
            for rang, part in enumerate(parts)
        ],
    }


def moyenne_cabinet(readings: Mapping) -> tension.Moyenne:
    """Mean of the last two of three careful readings, on the arm to use."""
    return tension.moyenne_cabinet([reading[:2] for reading in readings[bras(readings)[0]][:3]])


def bras(readings: Mapping) -> tuple[str, ...]:
    """The arm to use after one reading of each; both when they agree."""
    cote = comparaison(readings).cote
    return COTES if cote == "indifferent" else (cote,)


def comparaison(readings: Mapping) -> tension.BrasDeReference:
    """The first reading of each arm, compared."""
    return tension.bras_de_reference(readings["droit"][0][0], readings["gauche"][0][0])


def lever(readings: Mapping) -> tension.Orthostatisme:
    """The reading of a test well done."""
    couche, un, trois = readings["couche"], readings["debout"][1], readings["debout"][3]
    return tension.orthostatisme(*couche[:2], *un[:2], *trois[:2], couche[2], un[2])


def brassard(tour_bras_cm: float) -> str | None:
    """The cuff whose printed range holds this arm; None for an arm that none fits."""
    return next((nom for nom, (low, high) in BRASSARDS.items() if low <= tour_bras_cm < high + 1), None)


def check_cabinet(value: object) -> None:
    """Raise unless the value is {"droit", "gauche"}, each at least three readings."""
    if not isinstance(value, Mapping) or set(value) != set(COTES):
        raise TypeError
    for readings in value.values():
        if not isinstance(readings, list) or not 3 <= len(readings) <= MESURES:
            raise ValueError(f"de 3 à {MESURES} mesures à chaque bras.")
        for reading in readings:
            _check_reading(reading)


def check_orthostatique(value: object) -> None:
    """Raise unless the value is {"assis", "couche", "debout"}, the last one from minute 0 to minute 3 at least."""
    if not isinstance(value, Mapping) or set(value) != {"assis", "couche", "debout"}:
        raise TypeError
    if not isinstance(value["debout"], list) or not 4 <= len(value["debout"]) <= MINUTES:
        raise ValueError("debout : une mesure à 0, 1, 2 et 3 minutes.")
    for reading in (value["assis"], value["couche"], *value["debout"]):
        _check_reading(reading)


def _check_reading(reading: object) -> None:
    automesure.check_reading(reading)
    if len(reading) != 3:  # a device shows the pulse
        raise ValueError("une mesure s’écrit [PAS, PAD, pouls].")


def check_plaintes(value: object) -> None:
    """Raise unless the value is a list of known complaints, each once."""
    if not isinstance(value, list) or len(set(value)) != len(value):
        raise TypeError
    for plainte in value:
        inputs.one_of("plainte", plainte, tuple(PLAINTES))
