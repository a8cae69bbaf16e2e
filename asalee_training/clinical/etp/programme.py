"""The 40-hour programme, in whole minutes: 2 modules of 1,200, to the minute.

The law asks for at least forty hours and leaves their division open: the split is a proposal of this course [P].
A notebook environment supports these hours, it does not replace the trainer: personal work does not count [P].
Source: arrêté du 2 août 2010, art. 2 as amended, « durée minimale de quarante heures ».
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

MODULES = ("M1", "M2")
JOURS = ("J1", "J2", "J3")


@dataclass(frozen=True)
class SequenceFormation:
    """One sequence of the programme. `sequence` is a text: « 1.10 » is not 1.1.

    familles: legal families of competences among "T", "RP", "O". correction, preuve: French, for the trainer.
    Raises ValueError for an unknown module, day or family, or a duration that is not 1 to 420 whole minutes.
    """

    module: str
    jour: str
    sequence: str
    titre: str
    minutes: int
    modalite: str
    familles: tuple[str, ...]
    correction: str
    preuve: str

    def __post_init__(self) -> None:
        inputs.one_of("Module", self.module, MODULES)
        inputs.one_of("Jour", self.jour, JOURS)
        inputs.integer(f"Durée de la séquence {self.sequence}, en minutes", self.minutes, 1, 420)
        for famille in self.familles:
            inputs.one_of("Famille", famille, reference_data.document("etp_cadre")["familles"]["definitions"])


@dataclass(frozen=True)
class Presence:
    """minutes attended, minutes missing, and for each missing sequence its minutes, in the order of the programme.

    certificat: False below 2,400 minutes, whatever the reason of the absence.
    """

    minutes: int
    minutes_manquantes: int
    manquantes: Mapping[str, int]
    certificat: bool


@cache
def sequences() -> tuple[SequenceFormation, ...]:
    """The 21 sequences of the programme, in order.

    Source: choice of this training course (2026), within the arrêté du 2 août 2010.
    """
    return tuple(
        SequenceFormation(**{**row, "minutes": int(row["minutes"]), "familles": tuple(row["familles"].split(","))})
        for row in reference_data.rows("etp_programme")
    )


def minutes_par_module(programme: Iterable[SequenceFormation] | None = None) -> dict[str, int]:
    """Total minutes of each module, "M1" and "M2", of a programme (the course's own by default).

    Raises ValueError for anything that is not a list of `SequenceFormation`.
    Source: choice of this training course (2026).
    """
    totaux = dict.fromkeys(MODULES, 0)
    for partie in _programme(programme):
        totaux[partie.module] += partie.minutes
    return totaux


def _programme(programme: Iterable[SequenceFormation] | None) -> tuple[SequenceFormation, ...]:
    if programme is None:
        return sequences()
    if isinstance(programme, str) or not isinstance(programme, Iterable):
        raise inputs.refusal(f"Programme : {inputs.shown(programme)} n’est pas une liste de séquences.")
    lues = tuple(programme)
    for partie in lues:
        if not isinstance(partie, SequenceFormation):
            raise inputs.refusal(f"Programme : {inputs.shown(partie)} n’est pas une séquence.")
    return lues


def verifier_programme(programme: Iterable[SequenceFormation] | None = None) -> tuple[str, ...]:
    """What is wrong in a programme, in French sentences; nothing when it holds to the minute.

    Each sequence is named once; each day lasts 420, 420 and 360 minutes, each module 1,200 [P].
    Raises ValueError for anything that is not a list of `SequenceFormation`.
    Source: choice of this training course (2026); forty hours: arrêté du 2 août 2010, art. 2.
    """
    lues = _programme(programme)
    seuils = reference_data.thresholds("etp")
    jours = Counter()
    for partie in lues:
        jours[partie.module, partie.jour] += partie.minutes
    fois = Counter(partie.sequence for partie in lues)
    problemes = [f"La séquence {nom} figure {nombre} fois." for nom, nombre in fois.items() if nombre > 1]
    for module, total in minutes_par_module(lues).items():
        durees = [(f"{module}-{jour}", jours[module, jour], seuils[f"jour_{jour[1]}_minutes"]) for jour in JOURS]
        for nom, duree, attendue in [*durees, (module, total, seuils["module_minutes"])]:
            if duree != attendue:
                problemes.append(f"{nom} dure {duree} minutes au lieu de {attendue:g}.")
    return tuple(inputs.typography(probleme) for probleme in problemes)


def presence(suivies: Collection[str]) -> Presence:
    """Minutes attended and missing of the course's programme.

    suivies: identifiers of the sequences attended in full ("1.1" … "2.11", texts). Missing sequences are itemised:
    each must be made up. Raises ValueError for an unknown identifier, one given twice, or what is no list of them.
    Source: arrêté du 2 août 2010, art. 2 as amended (forty hours).
    """
    durees = {partie.sequence: partie.minutes for partie in sequences()}
    lues = inputs.words("Séquence suivie", suivies, durees)
    for sequence, fois in Counter(suivies).items():
        if fois > 1:
            raise inputs.refusal(f"Séquence suivie : {inputs.shown(sequence)} est donnée deux fois.")
    manquantes = {sequence: minutes for sequence, minutes in durees.items() if sequence not in lues}
    minutes = sum(durees[sequence] for sequence in lues)
    return Presence(minutes, sum(manquantes.values()), manquantes, certificat_possible(minutes))


def minutes_retenues(presentiel_min: int, dirige_en_salle_min: int, personnel_min: int) -> int:
    """Minutes that count towards the forty hours: face to face, and notebook work led in the room.

    Each 0-10,000 whole minutes. Personal work is logged and does not count [P]. Raises ValueError otherwise.
    Source: choice of this training course (2026).
    """
    presentiel = inputs.integer("Minutes en présentiel", presentiel_min, 0, 10_000)
    dirige = inputs.integer("Minutes de travail dirigé en salle", dirige_en_salle_min, 0, 10_000)
    inputs.integer("Minutes de travail personnel", personnel_min, 0, 10_000)
    return presentiel + dirige


def certificat_possible(minutes: int) -> bool:
    """True from 2,400 minutes: 2,399 is refused.

    minutes: whole minutes that count, 0-20,000 (not hours). Raises ValueError otherwise.
    Source: arrêté du 2 août 2010, art. 2 as amended, « durée minimale de quarante heures ».
    """
    return (
        inputs.integer("Minutes suivies", minutes, 0, 20_000) >= reference_data.thresholds("etp")["certificat_minutes"]
    )
