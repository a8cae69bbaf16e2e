"""A perfect examination with the monofilament, and how the tests spoil it one gesture at a time."""

from asalee_training.exercises import examen_monofilament as exam
from asalee_training.exercises.examen_monofilament import exemples, mots
from asalee_training.exercises.gestes import changee
from asalee_training.simulation import patient

TOUT = tuple(mots.PARTIES)


def make(**changes):
    data = {
        "type": "examen_monofilament",
        "points": 10.0,
        "explication": "La règle à retenir est écrite ici.",
        **changes,
    }
    return exam.Spec.model_validate(data, strict=False)


def drawn(pied="neuropathie_deformation", skin="corne", seed=b"a", **laws):
    return patient.draw({"pieds": {"profil": pied}, "peau": {"profil": skin}, **laws}, seed)


SPEC = make(conclure=TOUT)
KEY = exam.expected(SPEC, drawn())
CLE = KEY.attendu
GOOD = exemples.parfaite(TOUT, CLE)
LESEE = CLE["lesions"][0]
ABSENTS = [zone for zone, etat in CLE["etats"].items() if etat == "absent"]
PRESENTS = [zone for zone, etat in CLE["etats"].items() if etat == "present"]
FICTIVE = {"g": "appliquer", "application": "fictive"}


def mark(raw, spec=SPEC, key=KEY):
    return exam.grade(spec, key, exam.parse(spec, raw))


def lost(raw, spec=SPEC, key=KEY):
    """Names of the criteria that this session loses."""
    seance = exam.parse(spec, raw)
    return [critere.libelle for critere in exam.criteres(spec, key, seance) if critere.acquis is False]


def without(name):
    return changee(GOOD, {"g": name})


def changed(what, **fields):
    return changee(GOOD, what, **fields)


def concluded(**fields):
    return {**GOOD, "conclusion": {**GOOD["conclusion"], **fields}}


def some(count, kind="reelle", **fields):
    """The first `count` applications of a kind, changed."""
    left, gestes = count, []
    for geste in GOOD["gestes"]:
        if geste.get("application") == kind and left:
            left, geste = left - 1, {**geste, **fields}
        gestes.append(geste)
    return {**GOOD, "gestes": gestes}


def moved(order):
    """The same session, its applications in another order."""
    before = [geste for geste in GOOD["gestes"] if geste["g"] != "appliquer"]
    after = order([geste for geste in GOOD["gestes"] if geste["g"] == "appliquer"])
    return {**GOOD, "gestes": [{**geste, "t": rang} for rang, geste in enumerate([*before, *after])]}


def shams_last(appuis):
    kinds = {}
    for geste in appuis:
        kinds.setdefault(geste["zone"], []).append(geste)
    return [g for line in kinds.values() for g in sorted(line, key=lambda g: g["application"] == "fictive")]


def same_order(appuis):
    order = [f"{cote}.{site}" for cote in ("droit", "gauche") for site in ("hallux", "meta1", "meta5")]
    return sorted(appuis, key=lambda g: order.index(g["zone"]))


def after_the_first(name):
    gestes = [g for g in GOOD["gestes"] if g["g"] != name]
    moved_one = next(g for g in GOOD["gestes"] if g["g"] == name)
    return {**GOOD, "gestes": [{**g, "t": rang} for rang, g in enumerate([*gestes, moved_one])]}
