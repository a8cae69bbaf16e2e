"""Playing a spirometry by its words: what the gallery, the tests of the judge and those of the page share."""

from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.avant import INSTALLER, PREPARER
from asalee_training.exercises.seance_spirometrie.criteres import JUSTES
from asalee_training.exercises.seance_spirometrie.deroulement import connus

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
