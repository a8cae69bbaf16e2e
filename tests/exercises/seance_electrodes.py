"""A perfect ECG session, and how the tests spoil it one gesture at a time."""

from asalee_training.exercises import electrodes
from asalee_training.exercises.electrodes import exemples
from asalee_training.simulation import patient

LAWS = {"sexe": {"parmi": ["femme", "homme"]}, "ecg": {"profil": "normal"}}
PATIENTS = [patient.draw(LAWS, f"patient {i}".encode()) for i in range(32)]
WOMAN = {"sexe": "femme", "ecg_frequence_min": 72, "ecg_axe_deg": 42, "ecg_amplitude_pct": 104, "ecg_alea": 21}
MAN = {**WOMAN, "sexe": "homme"}


def spec(**changes):
    data = {"type": "electrodes", "points": 10.0, "explication": "La règle à retenir.", "personne": "Mme Rivière",
            "depart": "nu", "symptomes": ["palpitations"], "fautes": ["electrode_decollee"]} | changes  # fmt: skip
    return electrodes.Spec.model_validate(data, strict=False)


def fautif(*fautes, **changes):
    return spec(depart="pose_fautive", fautes=list(fautes), **changes)


NU = spec()


def mark(raw, a_spec=NU, who=WOMAN):
    key = electrodes.expected(a_spec, who)
    return electrodes.grade(a_spec, key, electrodes.parse(a_spec, raw))


def perfect(a_spec=NU, who=WOMAN):
    return exemples.parfaite(electrodes.expected(a_spec, who).attendu)


def lost(result):
    """Names of the criteria that were missed."""
    return (
        [] if "À reprendre" not in result.retour else result.retour.split("À reprendre : ")[1].rstrip(".").split(" ; ")
    )


def timed(gestes, note="technique"):
    return exemples.seance([{k: v for k, v in g.items() if k != "t"} for g in gestes], note)


def without(session, **fields):
    return timed([g for g in session["gestes"] if any(g.get(k) != v for k, v in fields.items())])


def changed(session, new, **fields):
    """The gestures that hold these fields replaced by others."""
    return timed([
        {**g, **new} if all(g.get(k) == v for k, v in fields.items()) else g for g in session["gestes"]
    ])  # fmt: skip


def before(session, extra, **fields):
    """Gestures inserted before the first one that holds these fields."""
    found = next(i for i, g in enumerate(session["gestes"]) if all(g.get(k) == v for k, v in fields.items()))
    return timed([*session["gestes"][:found], *extra, *session["gestes"][found:]])


def moved(session, to_end, **fields):
    """The gestures that hold these fields, made just before the first tracing that follows."""
    taken = [g for g in session["gestes"] if all(g.get(k) == v for k, v in fields.items())]
    return before(without(session, **fields), taken, **to_end)
