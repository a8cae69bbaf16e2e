"""Active problems of the foot: the examination stops, the doctor is told, nobody grades.

The situations lie in `references/pied_urgences.csv`, the most urgent first, their signs in `pied_signes.csv`.
Source: La Revue du praticien, « Pied du diabétique, 10 messages clés »; guide de prévention sur le pied
diabétique (dates to be verified).
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

#: From the most to the least urgent: doctor now or 15, same day, within days, at the next concertation.
NIVEAUX = ("immediat", "jour_meme", "quelques_jours", "programme")


@dataclass(frozen=True)
class Urgence:
    """One situation of the table: what to do, where, how soon.

    situation: its identifier, a finding and not a diagnosis. niveau: one of `NIVEAUX`. delai_h: hours before
    the person is seen at `lieu`, 0 for now, 24 for the same day. conduite: a French sentence.
    surete: "lu" or "a_verifier".
    """

    situation: str
    niveau: str
    delai_h: int
    lieu: str
    conduite: str
    source: str
    surete: str


@dataclass(frozen=True)
class _Situation:
    """Any sign of `un_parmi`, and at least `nombre` signs of `avec_parmi`."""

    un_parmi: frozenset[str]
    avec_parmi: frozenset[str]
    nombre: int
    urgence: Urgence


def urgence(signes: Collection[str]) -> Urgence | None:
    """The most urgent situation that these signs make, as an Urgence; None when they make none.

    signes: identifiers of `references/pied_signes.csv`, e.g. {"plaie", "fievre"}; empty when nothing was found.
    None means that the table holds no such emergency, not that nothing is to be done.
    Raises ValueError for an unknown sign (with the nearest name), or for what is not a collection.
    Source: La Revue du praticien (wounds); guide de prévention sur le pied diabétique (ischaemia, dermohypodermite)
    (dates to be verified); Charcot foot: general knowledge [K], to be verified.
    """
    presents = frozenset(inputs.words("Signe", signes, _signes()))
    for cas in _situations():
        if presents & cas.un_parmi and len(presents & cas.avec_parmi) >= cas.nombre:
            return cas.urgence
    return None


def gradation_possible(signes: Collection[str]) -> bool:
    """False while a wound, pus or a necrosis is active, or when the person must leave now: no grade.

    signes: as for `urgence`. A foot that may be a Charcot foot is seen the same day, yet it can be graded.
    Raises ValueError for an unknown sign, or for what is not a collection.
    Source: décision UNCAM of 21 March 2013 (grade 3 is a past ulcer); teaching convention [P], to be verified.
    """
    if any(_signes()[signe]["plaie_active"] == "oui" for signe in inputs.words("Signe", signes, _signes())):
        return False
    trouvee = urgence(signes)
    return trouvee is None or trouvee.niveau != NIVEAUX[0]


def signes_sris(
    temperature_c: float,
    frequence_cardiaque_min: float,
    frequence_respiratoire_min: float,
    leucocytes_g_l: float | str,
) -> tuple[str, ...]:
    """General signs of inflammation, as identifiers that `urgence` reads: "fievre", "tachycardie", …

    temperature_c: 30-44; frequence_cardiaque_min: 20-250; frequence_respiratoire_min: 4-80; leucocytes_g_l:
    0.1-200 G/L or "non_mesure". Each counts strictly above 38 °C, 90, 20 and 12 G/L.
    Raises ValueError for a value out of range (leucocytes per mm³, for example).
    Source: guide de prévention sur le pied diabétique, p. 16 (date to be verified).
    """
    mesures = {
        "fievre": inputs.number("Température", temperature_c, 30, 44, "°C"),
        "tachycardie": inputs.number("Fréquence cardiaque", frequence_cardiaque_min, 20, 250, "par minute"),
        "polypnee": inputs.number("Fréquence respiratoire", frequence_respiratoire_min, 4, 80, "par minute"),
    }
    if isinstance(leucocytes_g_l, str):
        inputs.one_of("Leucocytes", leucocytes_g_l, ("non_mesure",))
    else:
        mesures["hyperleucocytose"] = inputs.number("Leucocytes", leucocytes_g_l, 0.1, 200, "G/L")
    seuils = reference_data.thresholds("pied")
    return tuple(signe for signe, mesure in mesures.items() if mesure > seuils[f"sris_{signe}"])


@cache
def _signes() -> dict[str, dict[str, str]]:
    return {row["signe"]: row for row in reference_data.rows("pied_signes")}


@cache
def _situations() -> tuple[_Situation, ...]:
    return tuple(
        _Situation(
            frozenset(row["un_parmi"].split("|")),
            frozenset(row["avec_parmi"].split("|")),
            int(row["nombre"]),
            Urgence(
                row["situation"],
                row["niveau"],
                int(row["delai_h"]),
                inputs.typography(row["lieu"]),
                inputs.typography(row["conduite"]),
                inputs.typography(row["source"]),
                row["surete"],
            ),
        )
        for row in reference_data.rows("pied_urgences")
    )
