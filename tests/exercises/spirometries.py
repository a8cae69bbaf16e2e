"""Playing a spirometry by its words: what the gallery, the tests of the judge and those of the page share."""

import copy

from asalee_training.exercises import seance_spirometrie as kind
from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.avant import INSTALLER, PREPARER
from asalee_training.exercises.seance_spirometrie.criteres import JUSTES, criteres
from asalee_training.exercises.seance_spirometrie.deroulement import connus
from asalee_training.exercises.seance_spirometrie.parfaite import parfaite
from asalee_training.simulation.manoeuvres import FAUTES
from tests.simulation.personnes_spirometrie import PROFILS

OBSTRUCTIF = PROFILS.index("obstructif_modere")
SIX = ["bonne", "arret_premature", "toux_precoce", "demarrage_lent", "sous_maximale", "bonne"]
BD = {"bronchodilatateur": True, "manoeuvres_apres": ["bonne", "bonne", "bonne"]}
#: « @… » stands for several gestures: a sound verification, all questions, a whole installation.
RACCOURCIS = {
    "@seringue": [*(f"pomper {debit}" for debit in mots.DEBITS), "appareil accepter"],
    "@questions": [f"interroger {famille}" for famille in mots.FAMILLES],
    "@installation": [*(f"installer {point}" for point in (*PREPARER, *INSTALLER)), "prescription"],
}


def jouer(*actes):
    """The raw answer of a session.

    An act is the name of a gesture and its fields: « nommer toux_precoce », « souffler » alone for the four right
    phrases. « = grade_vems A » and « = alerter » conclude.
    """
    champs = connus(mots.ETAPES)
    gestes, conclusion = [], {}
    for acte in (morceau for mot in actes for morceau in RACCOURCIS.get(mot, [mot])):
        nom, *valeurs = acte.split()
        if nom == "=":
            conclusion[valeurs[0]] = valeurs[1] if len(valeurs) > 1 else True
            continue
        if nom == "souffler" and not valeurs:
            valeurs = list(JUSTES.values())
        if nom == "installer":
            valeurs = [*valeurs, True] if len(valeurs) == 1 else [valeurs[0], valeurs[1] == "oui"]
        if nom == "corriger":
            valeurs = [int(valeurs[0])]
        assert len(valeurs) == len(champs[nom]), acte
        gestes.append({"g": nom, "t": 1000 * len(gestes), **dict(zip(champs[nom], valeurs, strict=True))})
    return {"gestes": gestes, "conclusion": conclusion}


def make(**changes):
    data = {"type": "seance_spirometrie", "points": 10.0, "explication": "La règle à retenir est écrite ici.",
            "personne": "Mme Delmas", "manoeuvres": SIX, **changes}  # fmt: skip
    spec = kind.Spec.model_validate(data, strict=False)
    assert kind.validate(spec) == []
    return spec


def perfect(spec, patient):
    return parfaite(spec.etapes, kind.expected(spec, patient).attendu)


def judge(spec, patient, raw):
    key = kind.expected(spec, patient)
    return kind.grade(spec, key, kind.parse(spec, raw))


def missed(spec, patient, raw):
    key = kind.expected(spec, patient).attendu
    return [c.libelle for c in criteres(spec.etapes, key, kind.parse(spec, raw)) if c.acquis is False]


CONFIGS = [
    {},
    {"groupe_gli_2012": 1, "ecart_taille_cm": -10},
    {"contre_indication": "chirurgie_oculaire"},
    {"panne_seringue": True},
    {"repetabilite": "moyenne"},
    BD,
    {"etapes": ["avant"]},
    {"etapes": ["manoeuvres"]},
    {"etapes": ["manoeuvres", "resultats"]},
    {"manoeuvres": ["glotte", "toux_precoce"]},
    {"manoeuvres": [*FAUTES[:7], "bonne"]},
    {"manoeuvres": ["bonne"]},
]


def without(raw, g, **fields):
    """The same session without these gestures."""
    raw = copy.deepcopy(raw)
    raw["gestes"] = [x for x in raw["gestes"] if x["g"] != g or any(x[k] != v for k, v in fields.items())]
    return raw


def changed(raw, g, place=0, **fields):
    raw = copy.deepcopy(raw)
    [x for x in raw["gestes"] if x["g"] == g][place].update(fields)
    return raw


def added(raw, place, g, **fields):
    """One gesture more, before the first `place` (at the end when there is none)."""
    raw = copy.deepcopy(raw)
    names = [x["g"] for x in raw["gestes"]]
    i = names.index(place) if place in names else len(names)
    raw["gestes"].insert(
        i, {"g": g, "t": raw["gestes"][i]["t"] if i < len(names) else raw["gestes"][-1]["t"], **fields}
    )
    return raw


def concluded(raw, **values):
    raw = copy.deepcopy(raw)
    raw["conclusion"] |= values
    return raw
