"""What an instrument shows of a patient: findings and measures, never the conclusion.

`record` gives JSON that a trainee may read on her own disk: no grade, index, ratio, score or profile.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs
from asalee_training.simulation import automesure, calculatrice, feuille_cognition, maquettes, mesure_spirometrique
from asalee_training.simulation.pieds import FEMININ

POULS = tuple(f"pouls_{artere}_{cote}" for artere in ("pedieux", "tibial") for cote in ("droit", "gauche"))
PRESSIONS = ("pression_cheville_droite_mmhg", "pression_cheville_gauche_mmhg", "pression_bras_mmhg")


@dataclass(frozen=True)
class Instrument:
    """parties: what it can show, with the patient fields each part reads. option: key of the author's list.

    drapeaux: options that are true or false. lire: the function that builds the recording.
    a_choisir: the author must say which parts; without it, nothing said shows everything.
    """

    option: str
    parties: Mapping[str, tuple[str, ...]]
    drapeaux: Mapping[str, tuple[str, ...]]
    lire: Callable[[tuple[str, ...], Mapping[str, bool], Mapping], dict]
    a_choisir: bool = False


def record(nom: str, options: Mapping, patient: Mapping) -> dict:
    """The recording of an instrument for a patient; ValueError on a wrong option or a missing field.

    Every option has a default that shows everything, but for what the author must choose.
    """
    faults = check(nom, options)
    if faults:
        raise ValueError(" ".join(faults))
    missing = [field for field in needs(nom, options) if field not in patient]
    if missing:
        raise inputs.refusal(f"{nom} : il manque au patient {', '.join(missing)}.")
    instrument = _INSTRUMENTS[nom]
    flags = {flag: options.get(flag, True) for flag in instrument.drapeaux}
    return instrument.lire(_parts(nom, options), flags, patient)


def options(nom: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return the key of an instrument's list, what may stand in it, and its options that are true or false."""
    instrument = _INSTRUMENTS[nom]
    return instrument.option, tuple(instrument.parties), tuple(instrument.drapeaux)


def a_choisir(nom: str) -> bool:
    """Say whether the author must write which parts are shown."""
    return _INSTRUMENTS[nom].a_choisir


def needs(nom: str, options: Mapping) -> list[str]:
    """Patient fields that this recording reads."""
    instrument = _INSTRUMENTS[nom]
    fields = [field for part in _parts(nom, options) for field in instrument.parties[part]]
    for flag, flag_fields in instrument.drapeaux.items():
        if options.get(flag, True):
            fields += flag_fields
    return list(dict.fromkeys(fields))


def check(nom: str, options: Mapping) -> list[str]:
    """French sentences for the author, [] when instrument and options are fine."""
    try:
        instrument = _INSTRUMENTS[inputs.one_of("Instrument", nom, NAMES)]
    except ValueError as error:
        return [str(error)]
    if not isinstance(options, Mapping):
        return [inputs.typography(f"{nom} : les options s’écrivent « nom : valeur », une par ligne.")]
    faults = []
    if instrument.a_choisir and instrument.option not in options:
        example = next(iter(instrument.parties))
        faults.append(f"{nom} : dites ce qu’il montre, par exemple « {instrument.option}: [{example}] ».")
    for option, value in options.items():
        if option == instrument.option:
            faults += _part_faults(nom, option, value)
        elif option in instrument.drapeaux:
            if not isinstance(value, bool):
                faults.append(f"{nom}, {option} : {inputs.shown(value)} n’est ni true ni false.")
        else:
            known = [instrument.option, *instrument.drapeaux]
            hint = inputs.nearest(option, known) or f"Options connues : {', '.join(known)}."
            faults.append(f"{nom} : l’option {inputs.shown(option)} n’est pas connue. {hint}".strip())
    return [inputs.typography(fault) for fault in faults]


def _part_faults(nom: str, option: str, value: object) -> list[str]:
    parts = _INSTRUMENTS[nom].parties
    if not isinstance(value, list) or not value:
        return [f"{nom}, {option} : une liste est attendue, par exemple [{', '.join(list(parts)[:4])}]."]
    faults = []
    for part in value:
        try:
            inputs.one_of(f"{nom}, {option}", part, tuple(parts))
        except ValueError as error:
            faults.append(str(error))
    return faults


def _parts(nom: str, options: Mapping) -> tuple[str, ...]:
    instrument = _INSTRUMENTS[nom]
    chosen = options.get(instrument.option, list(instrument.parties))
    return tuple(part for part in instrument.parties if part in chosen)


def _feet(parts: tuple[str, ...], flags: Mapping[str, bool], patient: Mapping) -> dict:
    seen: dict = {}
    if "monofilament" in parts:
        seen["monofilament"] = patient["monofilament"]
    if "pouls" in parts:
        seen["pouls"] = {
            cote: {
                "pedieux": patient[f"pouls_pedieux_{cote}"],
                "tibial_posterieur": patient[f"pouls_tibial_{cote}"],
            }
            for cote in ("droit", "gauche")
        }
    if "deformations" in parts:
        seen["observations"] = [*patient["deformations"], *patient["amputations"]]
    if "pressions" in parts:
        seen["pressions_mmhg"] = {
            **{f"cheville_{mot}": patient[f"pression_cheville_{mot}_mmhg"] for mot in FEMININ.values()},
            "bras": patient["pression_bras_mmhg"],
        }
    return seen


_INSTRUMENTS = {
    "calculatrice": Instrument(
        option="outils", parties=dict.fromkeys(calculatrice.OUTILS, ()), drapeaux={}, lire=calculatrice.read
    ),
    "examen_pieds": Instrument(
        option="parties",
        parties={
            "monofilament": ("monofilament",),
            "pouls": POULS,
            "deformations": ("deformations", "amputations"),
            "pressions": PRESSIONS,
        },
        drapeaux={},
        lire=_feet,
    ),
    "feuille_cognition": Instrument(
        option="tests",
        parties={
            "cinq_mots": ("cinq_mots",),
            "horloge": ("horloge_dessin",),
            "codex": ("codex", "horloge_dessin"),
        },
        drapeaux={},
        lire=feuille_cognition.read,
    ),
    "maquette": Instrument(
        option="maquettes",
        parties=dict.fromkeys(maquettes.MAQUETTES, ()),
        drapeaux={},
        lire=maquettes.read,
        a_choisir=True,
    ),
    "releve_automesure": Instrument(
        option="moments",
        parties=dict.fromkeys(automesure.MOMENTS, ("automesure",)),
        drapeaux={"appareil": (), "pouls": ()},
        lire=automesure.read,
    ),
    "spirometrie": Instrument(
        option="valeurs",
        parties=dict.fromkeys(("vems", "cvf", "dep"), mesure_spirometrique.FIELDS),
        drapeaux={"courbes": mesure_spirometrique.FIELDS, "theoriques": mesure_spirometrique.FIELDS},
        lire=mesure_spirometrique.read,
    ),
}

NAMES = tuple(_INSTRUMENTS)
