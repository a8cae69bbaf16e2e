"""A perfect session of the five words, and how the tests spoil it one gesture at a time."""

from asalee_training.exercises import passation_cinq_mots as test
from asalee_training.exercises.passation_cinq_mots import exemples
from asalee_training.simulation import patient
from asalee_training.simulation.seance_cinq_mots import MOMENTS


def make(**changes):
    data = {
        "type": "passation_cinq_mots",
        "points": 10.0,
        "explication": "La règle à retenir est écrite ici.",
        **changes,
    }
    return test.Spec.model_validate(data, strict=False)


def drawn(profil="stockage", passation="bonnes_conditions", seed=b"a", **laws):
    base = {"sexe": "femme", "age": 79, "cognition": {"profil": profil}, "passation": {"profil": passation}}
    return patient.draw({**base, **laws}, seed)


def unmet(*noms, **known):
    """Someone whose unmet conditions are these."""
    found = drawn(**known)
    states = dict.fromkeys(found["conditions"], "remplie") | {"interprete": "sans_objet"}
    return {**found, "conditions": states | dict.fromkeys(noms, "non_remplie")}


SPEC = make()
LISTES_DE_LA_POCHETTE = SPEC.listes
# Two words lost at once, one of them found again with its cue; a word heard that was not in the list.
KNOWN = {**unmet("appareils", "liste"), "cinq_mots": {"rli": 2, "rii": 1, "rld": 1, "rid": 1}, "age": 84}
KEY = test.expected(SPEC, KNOWN)
CLE = KEY.attendu
GOOD = exemples.parfaite(CLE, SPEC.listes)
HEARD = {moment: CLE["ecoute"][moment]["a"] for moment in MOMENTS}
MISSING = {moment: [mot for mot in range(5) if mot not in HEARD[moment]["libre"]] for moment in MOMENTS}
FREE = HEARD["immediat"]["libre"][0]


def mark(raw, spec=SPEC, key=KEY):
    return test.grade(spec, key, test.parse(spec, raw))


def lost(raw, spec=SPEC, key=KEY):
    return [c.libelle for c in test.criteres(key, test.parse(spec, raw)) if c.acquis is False]


def played(what, **fields):
    """The perfect session with other gestures, its sheet and conclusion following what was then heard."""
    made = exemples.sans(GOOD, what, **fields)
    return exemples.notee(made if what["g"] == "indicer" else exemples.reindicee(made, CLE), CLE)


def inserted(after, *more, cle=CLE):
    """Gestures put in after the last one that holds these fields."""
    made = exemples.sans(GOOD, {"g": "—"})
    at = max(rang for rang, geste in enumerate(made) if after.items() <= geste.items())
    made = [*made[: at + 1], *more, *made[at + 1 :]]
    return exemples.notee(made if more[0]["g"] == "indicer" else exemples.reindicee(made, cle), cle)


def noted(moment, mot, code):
    gestes = [
        {**g, "code": code} if g["g"] == "noter" and (g["moment"], g["mot"]) == (moment, mot) else g
        for g in GOOD["gestes"]
    ]
    return {**GOOD, "gestes": gestes}


def concluded(**fields):
    kept = {nom: value for nom, value in {**GOOD["conclusion"], **fields}.items() if value is not None}
    return {**GOOD, "conclusion": kept}


def second_sheet_gone():
    made, seen = [], 0
    for geste in exemples.sans(GOOD, {"g": "—"}):
        seen += geste["g"] == "montrer"
        if seen < 2 or geste["g"] not in ("montrer", "demander_categorie", "cacher"):
            made.append(geste)
    return exemples.notee(made, CLE)


def cue(moment, mot, **fields):
    return {"g": "indicer", "moment": moment, "mot": mot, "maniere": "categorie", **fields}
