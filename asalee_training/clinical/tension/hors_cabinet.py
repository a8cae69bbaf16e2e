"""Blood pressure away from the office: home sheets, ambulatory measures, and what they say beside the office.

Two rules for home sheets are in use: ask which sheet the patient was given.
Sources: SFHTA, « règle des 3 »; ESC 2024 and FRHTA, « 2-2-3 »; validity of a sheet: teaching convention.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.tension.cabinet import grade_cabinet, mean, pression, severe

REGLES = ("2-2-3", "3-3-3")
MOMENTS = ("matin", "soir")
APPAREILS = ("bras", "poignet")
METHODES = ("automesure", "mapa_24h", "mapa_jour", "mapa_nuit")
COLONNES = {"jour", "moment", "mesure", "pas", "pad"}
#: Profile by (office high, other measures high), then how it is told without and with treatment: no diagnosis.
PROFILS = {
    (False, False): "normale",
    (True, False): "blouse_blanche",
    (False, True): "masquee",
    (True, True): "permanente",
}
LIBELLES = {
    "normale": (
        "Pression normale au cabinet et hors cabinet : le médecin conclut",
        "Sous traitement, pression normale au cabinet et hors cabinet : le médecin conclut",
    ),
    "blouse_blanche": (
        "Pression élevée au cabinet, normale hors cabinet : le médecin conclut",
        "Sous traitement, pression élevée au cabinet, normale hors cabinet : le médecin conclut",
    ),
    "masquee": (
        "Pression normale au cabinet, élevée hors cabinet : le médecin conclut",
        "Sous traitement, pression normale au cabinet, élevée hors cabinet : le médecin conclut",
    ),
    "permanente": (
        "Pression élevée au cabinet et hors cabinet : le médecin conclut",
        "Sous traitement, pression élevée au cabinet et hors cabinet : le médecin conclut",
    ),
}


@dataclass(frozen=True)
class Releve:
    """A home sheet: mean of all its readings, not rounded, and its class against 135/85.

    classe: "normale", "elevee", or None when the sheet is not valid. motifs, why it is not:
    "trop_peu_de_mesures", "appareil_de_poignet", "un_seul_moment". chiffres_ronds: every reading ends in 0 or 5,
    which is suspicious and does not make the sheet invalid.
    """

    pas_mmhg: float
    pad_mmhg: float
    nombre: int
    attendues: int
    motifs: tuple[str, ...]
    chiffres_ronds: bool

    @property
    def valide(self) -> bool:
        """May something be concluded from it?"""
        return not self.motifs

    @property
    def classe(self) -> str | None:
        """Class of the mean, None for a sheet that is not valid."""
        return classe_hors_cabinet(self.pas_mmhg, self.pad_mmhg, "automesure") if self.valide else None


@dataclass(frozen=True)
class Conclusion:
    """Office and out-of-office pressure together: a profile for the physician, who concludes.

    profil: "normale", "blouse_blanche", "masquee" or "permanente". libelle: what was measured, in French, which
    depends on treatment. severe: the office pressure reaches 180/110 and is told the same day, whatever the profile.
    """

    profil: str
    libelle: str
    grade_cabinet: int
    classe_hors_cabinet: str
    severe: bool


@cache
def _regles() -> dict[str, dict[str, int]]:
    counts = ("mesures_par_moment", "jours", "mesures_attendues", "mesures_min")
    return {
        row["regle"]: {name: int(row[name]) for name in counts} for row in reference_data.rows("tension_automesure")
    }


def releve_automesure(mesures: Sequence[Mapping], regle: str, appareil: str) -> Releve:
    """Mean and validity of a home sheet.

    mesures: {"jour" 1-3, "moment" "matin" or "soir", "mesure" 1-3 (1-2 for 2-2-3), "pas", "pad"} in mmHg, whole
    numbers. regle: "3-3-3" (18 readings, 12 at least) or "2-2-3" (12, 9 at least). appareil: "bras" or "poignet".
    Raises ValueError for an empty sheet, a reading written twice or that the rule does not ask for.
    Source: SFHTA; ESC 2024 and FRHTA; the conditions of validity are a teaching convention [P] (2025).
    """
    regles = _regles()[inputs.one_of("Règle d’automesure", regle, REGLES)]
    inputs.one_of("Appareil", appareil, APPAREILS)
    if not isinstance(mesures, Sequence) or isinstance(mesures, str) or not mesures:
        raise inputs.refusal(f"Relevé : {inputs.shown(mesures)} n’est pas une suite de mesures.")
    lues = {}
    for mesure in mesures:
        place = _place(mesure, regles)
        if place in lues:
            jour, moment, rang = place
            raise inputs.refusal(f"Relevé : la mesure {rang} du {moment}, jour {jour}, est écrite deux fois.")
        lues[place] = pression(*(inputs.integer(nom.upper(), mesure[nom], 0, 1000) for nom in ("pas", "pad")))
    motifs = {
        "trop_peu_de_mesures": len(lues) < regles["mesures_min"],
        "appareil_de_poignet": appareil == "poignet",
        "un_seul_moment": len({moment for _, moment, _ in lues}) == 1,
    }
    moyenne = mean(list(lues.values()))
    return Releve(
        pas_mmhg=moyenne.pas_mmhg,
        pad_mmhg=moyenne.pad_mmhg,
        nombre=len(lues),
        attendues=regles["mesures_attendues"],
        motifs=tuple(motif for motif, vrai in motifs.items() if vrai),
        chiffres_ronds=all(valeur % 5 == 0 for mesure in lues.values() for valeur in mesure),
    )


def _place(mesure: object, regles: Mapping[str, int]) -> tuple[int, str, int]:
    if not isinstance(mesure, Mapping) or set(mesure) != COLONNES:
        raise inputs.refusal(
            f"Relevé : {inputs.shown(mesure)} n’est pas une mesure : {', '.join(sorted(COLONNES))} sont attendus."
        )
    return (
        inputs.integer("Jour", mesure["jour"], 1, regles["jours"]),
        inputs.one_of("Moment", mesure["moment"], MOMENTS),
        inputs.integer("Numéro de la mesure", mesure["mesure"], 1, regles["mesures_par_moment"]),
    )


def classe_hors_cabinet(pas_mmhg: float, pad_mmhg: float, methode: str) -> str:
    """Class of a mean measured away from the office: "elevee" when either reaches its threshold, or "normale".

    methode: "automesure" (135/85), "mapa_24h" (130/80), "mapa_jour" (135/85) or "mapa_nuit" (120/70). The mean is
    compared before any rounding. Raises ValueError for an impossible pressure.
    Source: SFHTA, read at spengler.fr, and n4n5.dev, to be verified (2025).
    """
    pas, pad = pression(pas_mmhg, pad_mmhg)
    inputs.one_of("Méthode", methode, METHODES)
    seuils = reference_data.thresholds("tension")
    haute = pas >= seuils[f"{methode}_pas"] or pad >= seuils[f"{methode}_pad"]
    return "elevee" if haute else "normale"


def conclusion(
    pas_cabinet_mmhg: float,
    pad_cabinet_mmhg: float,
    pas_moyenne_mmhg: float,
    pad_moyenne_mmhg: float,
    methode: str,
    traite: bool,
) -> Conclusion:
    """Profile from the office pressure and the mean measured away from it, in mmHg.

    methode: as `classe_hors_cabinet`; traite: does the patient take a treatment for blood pressure? The words
    differ. Raises ValueError for an impossible pressure.
    Source: SFHTA, office 140/90 to be confirmed out of office; words under treatment: ESH 2023 (2023).
    """
    grade = grade_cabinet(pas_cabinet_mmhg, pad_cabinet_mmhg)
    classe = classe_hors_cabinet(pas_moyenne_mmhg, pad_moyenne_mmhg, methode)
    profil = PROFILS[grade > 0, classe == "elevee"]
    libelle = inputs.typography(LIBELLES[profil][inputs.boolean("Traitement antihypertenseur", traite)])
    return Conclusion(profil, libelle, grade, classe, severe(pas_cabinet_mmhg, pad_cabinet_mmhg))
