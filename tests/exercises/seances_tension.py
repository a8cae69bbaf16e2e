"""A session of blood pressure as the tests of its judge take it: a patient, a key, a perfect session and its variants."""

from asalee_training.exercises import mesure_tension as act
from asalee_training.exercises.mesure_tension import exemples
from asalee_training.simulation import patient

NEEDS = {"vessie_pleine": True, "cafe_tabac_min": 10, "tour_bras_cm": 38}


def make(acte="cabinet", **changes):
    data = {
        "type": "mesure_tension",
        "points": 10.0,
        "explication": "La règle à retenir est écrite ici.",
        "acte": acte,
        **changes,
    }
    return act.Spec.model_validate(data, strict=False)


def drawn(profil="hta_grade_1", seed=b"a", **laws):
    return patient.draw({"sexe": "femme", "age": 61, "tension": {"profil": profil}, **{**NEEDS, **laws}}, seed)


def key(profil="hta_grade_1", acte="cabinet", seed=b"a", **laws):
    return act.expected(make(acte), drawn(profil, seed, **laws))


def mark(raw, k, acte="cabinet"):
    spec = make(acte)
    return act.grade(spec, k, act.parse(spec, raw))


def lost(raw, k, acte="cabinet"):
    """Names of the criteria that this session loses."""
    return [critere.libelle for critere in act.criteres(k, act.parse(make(acte), raw)) if critere.acquis is False]


OFFICE = key()
CLE = OFFICE.attendu
DONE = exemples.gestes(CLE)
HAUT, BAS = CLE["bras"][0], "gauche" if CLE["bras"][0] == "droit" else "droit"


def office(gestes=DONE, k=OFFICE, **conclu):
    return exemples.seance(k.attendu, list(gestes), **conclu)


def without(gestes=DONE, **fields):
    return exemples.sans(gestes, **fields)


def replaced(gestes, old, **fields):
    return [{**geste, **fields} if old.items() <= geste.items() else geste for geste in gestes]


LEVER = key("orthostatique", "orthostatisme", malaise_debout=False)
UP = exemples.gestes(LEVER.attendu)


def standing(gestes=UP, k=LEVER, **conclu):
    return exemples.seance(k.attendu, list(gestes), **conclu)
