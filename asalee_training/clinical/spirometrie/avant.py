"""Before a spirometry: contraindications, height, BTPS factor, verification with the 3 L syringe, instructions.

Sources: Graham, ATS/ERS, Am J Respir Crit Care Med 2019;200:e70. In ASALEE any contraindication, even relative,
means no test and a word with the physician, never « trying gently ».
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from numbers import Real

from asalee_training.clinical import inputs, reference_data

MOMENTS = ("avant", "installation", "manoeuvre")


@dataclass(frozen=True)
class ContreIndications:
    """What the questioning gave. decision: "ne_pas_faire", "incomplet" or "possible".

    `presentes`: contraindications found; `jours_restants`: days before a dated one lapses (the physician still
    decides); `non_demandees`: not asked. None found but one not asked is "incomplet", never "possible".
    """

    presentes: tuple[str, ...]
    jours_restants: Mapping[str, int]
    non_demandees: tuple[str, ...]
    decision: str


@dataclass(frozen=True)
class Seringue:
    """Deviation of each stroke in %, numbers (from 1) of the strokes out of tolerance, and the verdict."""

    ecarts_pct: tuple[float, ...]
    coups_refuses: tuple[int, ...]
    reussie: bool


def contre_indications(situations: Mapping[str, bool | int]) -> ContreIndications:
    """Relative contraindications among the answers of a questioning.

    situations: {name: answer}, names of `references/spirometrie_contre_indications.csv`. A dated one (e.g.
    "infarctus") takes False (never) or whole days since, 0-36500; the others True or False. A delay counts as
    elapsed from its day: 7 for one week. Raises ValueError for another name or answer.
    Source: Graham, ATS/ERS 2019, relative contraindications, list read in two copies (2019).
    """
    if not isinstance(situations, Mapping):
        raise inputs.refusal(
            f"Contre-indications : {inputs.shown(situations)} n’associe pas des situations à leurs réponses."
        )
    table = _situations()
    for nom in situations:
        inputs.one_of("Situation", nom, table)
    restants = {nom: _days_left(nom, table[nom], reponse) for nom, reponse in situations.items()}
    presentes = tuple(nom for nom in table if restants.get(nom) is not None)
    non_demandees = tuple(nom for nom in table if nom not in situations)
    if presentes:
        decision = "ne_pas_faire"
    else:
        decision = "incomplet" if non_demandees else "possible"
    jours_restants = {nom: restants[nom] for nom in presentes if table[nom] is not None}
    return ContreIndications(presentes, jours_restants, non_demandees, decision)


def _days_left(nom: str, delai: int | None, reponse: object) -> int | None:
    """None when it is no contraindication, otherwise the days before it lapses, 0 when it has no delay."""
    if delai is None:
        return 0 if inputs.boolean(f"Situation {nom}", reponse) else None
    if reponse is False:
        return None
    if reponse is True:
        raise inputs.refusal(
            f"Situation {nom} : vrai ne dit pas depuis quand ; donnez les jours, de 0 à {inputs.shown(36500)}."
        )
    left = delai - inputs.integer(f"Situation {nom}, jours écoulés", reponse, 0, 36500)
    return left if left > 0 else None


def verifier_taille(taille_cm: float) -> float:
    """A standing height without shoes, in cm, if it is between 100 and 250.

    Raises ValueError otherwise, with the hint when it looks like metres: the classic entry error.
    Source: Graham, ATS/ERS, Am J Respir Crit Care Med 2019;200:e70 (2019).
    """
    if isinstance(taille_cm, Real) and not isinstance(taille_cm, bool) and 1 <= taille_cm <= 2.5:
        cm = inputs.shown(round(100 * taille_cm, 1))
        raise inputs.refusal(
            f"Taille : {inputs.shown(taille_cm)} semble être en mètres ; écrivez {cm}. "
            "Valeurs acceptées : de 100 à 250 cm."
        )
    return inputs.number("Taille", taille_cm, 100, 250, "cm")


def facteur_btps(temperature_c: float, pression_mmhg: float) -> float:
    """Factor that brings an expired volume to body conditions (37 °C, saturated).

    temperature_c: of the spirometer, 10-40 °C; pression_mmhg: barometric, 500-790 mmHg (hectopascals are
    refused). Raises ValueError outside. 1.102 at 20 °C and 1.074 at 25 °C under 760 mmHg.
    Source: ATS/ERS formula; vapour pressure by Alduchov and Eskridge, J Appl Meteorol 1996;35:601 (1996).
    """
    temperature = inputs.number("Température du spiromètre", temperature_c, 10, 40, "°C")
    pression = inputs.number("Pression atmosphérique", pression_mmhg, 500, 790, "mmHg")
    seuils = reference_data.thresholds("spirometrie_lecture")
    vapeur_hpa = seuils["magnus_a_hpa"] * math.exp(
        seuils["magnus_b"] * temperature / (seuils["magnus_c_deg"] + temperature)
    )
    vapeur = vapeur_hpa * seuils["mmhg_par_hpa"]
    zero, corps = seuils["zero_celsius_k"], seuils["btps_temperature_c"]
    volumes = (pression - vapeur) / (pression - seuils["btps_vapeur_mmhg"])
    return volumes * (zero + corps) / (zero + temperature)


def verifier_seringue(volumes_l: Sequence[float]) -> Seringue:
    """Daily verification: does every stroke of the 3 L syringe fall within 3 %, 2.91 to 3.09 L included?

    volumes_l: at least three measured volumes, 0.3-6 L each, at varied flows, without BTPS. Raises ValueError
    otherwise. A single stroke out fails: never average, never multiply results. Then check filter and
    temperature, recalibrate, start again; still out, no patient is tested.
    Source: Graham, ATS/ERS 2019, from general knowledge [K], to be verified (à vérifier).
    """
    seuils = reference_data.thresholds("spirometrie_lecture")
    needed = int(seuils["seringue_coups"])
    if not isinstance(volumes_l, Sequence) or isinstance(volumes_l, str) or len(volumes_l) < needed:
        raise inputs.refusal(f"Seringue : {inputs.shown(volumes_l)} ne donne pas au moins {needed} volumes, en L.")
    volumes = [inputs.number(f"Seringue, coup {n}", v, 0.3, 6, "L") for n, v in enumerate(volumes_l, 1)]
    ecarts = tuple(round(100 * (volume / seuils["seringue_l"] - 1), 6) for volume in volumes)
    refuses = tuple(n for n, ecart in enumerate(ecarts, 1) if abs(ecart) > seuils["seringue_ecart_pct"])
    return Seringue(ecarts, refuses, not refuses)


def consignes(moment: str) -> tuple[str, ...]:
    """What to tell or check, in order: "avant" (the day before), "installation", "manoeuvre" (its four phases).

    Raises ValueError for another moment.
    Source: Graham, ATS/ERS 2019; delays of « avant » from general knowledge [K], to be verified (à vérifier).
    """
    inputs.one_of("Moment", moment, MOMENTS)
    rows = [row for row in reference_data.rows("spirometrie_consignes") if row["moment"] == moment]
    return tuple(inputs.typography(row["texte"]) for row in sorted(rows, key=lambda row: int(row["ordre"])))


@cache
def _situations() -> dict[str, int | None]:
    return {
        row["identifiant"]: None if row["delai_jours"] == "aucun" else int(row["delai_jours"])
        for row in reference_data.rows("spirometrie_contre_indications")
    }
