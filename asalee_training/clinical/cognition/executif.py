"""BREF and fluencies: points of each subtest, totals, readings. No instruction and no stimulus is written."""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

DOMAINES = (
    "conceptualisation",
    "flexibilité",
    "programmation",
    "consignes conflictuelles",
    "inhibition",
    "autonomie",
)
ESSAIS = 10


@dataclass(frozen=True)
class Isaacs:
    """Set test out of 40; lecture: "normal" (from 25), "douteux" (15-24), "anormal"."""

    score: int
    lecture: str


@dataclass(frozen=True)
class Fluence:
    """Words that count, and those that do not but are written down."""

    mots: int
    repetitions: int
    intrusions: int


def bref_points_mots(mots: int) -> int:
    """Points of the fluency of the BREF, 0-3, from the words that count (0-60): 10, 6 and 3 words are the steps.

    Raises ValueError outside the range.
    Source: Dubois, Neurology 2000;55:1621 (2000; bands [K], to be verified).
    """
    dits = inputs.integer("Mots de la fluence", mots, 0, 60)
    seuils = reference_data.thresholds("cognition")
    return sum(dits >= seuils[f"bref_mots_{step}"] for step in ("3_points", "2_points", "1_point"))


def bref_points_erreurs(erreurs: int, imite: bool) -> int:
    """Points of a subtest with errors: none 3, up to two 2, more 1; 0 when the examiner was imitated 4 times in a row.

    erreurs: 0-10. Raises ValueError otherwise, and for an imitation without any error.
    Source: Dubois, Neurology 2000;55:1621 (2000; bands [K], to be verified).
    """
    ratees = inputs.integer("Erreurs", erreurs, 0, ESSAIS)
    if inputs.boolean("Imitation quatre fois de suite", imite):
        if not ratees:
            raise inputs.refusal("Erreurs : 0 ne va pas avec quatre imitations de suite ; de 1 à 10 dans ce cas.")
        return 0
    if not ratees:
        return 3
    return 2 if ratees <= reference_data.thresholds("cognition")["bref_erreurs_2_points"] else 1


def bref(
    conceptualisation: int,
    flexibilite: int,
    programmation: int,
    consignes_conflictuelles: int,
    inhibition: int,
    autonomie: int,
) -> int:
    """BREF out of 18 from its six subtests, 0-3 each. Raises ValueError for another value.

    Source: Dubois, Neurology 2000;55:1621 (2000).
    """
    points = (conceptualisation, flexibilite, programmation, consignes_conflictuelles, inhibition, autonomie)
    return sum(inputs.integer(f"BREF, {nom}", valeur, 0, 3) for nom, valeur in zip(DOMAINES, points, strict=True))


def lecture_bref(total: int, nsc: int) -> str:
    """Reading of a BREF: "anormal" below 16, or below 15 under socio-cultural level 3; else "normal".

    total: 0-18. nsc: 1 (primary school without certificate) to 4 (baccalauréat and above). Raises ValueError otherwise.
    Source: French use (wikimedecine; to be verified).
    """
    score = inputs.integer("BREF", total, 0, 18)
    seuils = reference_data.thresholds("cognition")
    haut = inputs.integer("Niveau socio-culturel", nsc, 1, 4) >= seuils["bref_niveau"]
    return "anormal" if score < seuils["bref_instruit" if haut else "bref_peu_instruit"] else "normal"


def bref_basse_score_global_conserve(total: int, score_global: int) -> bool:
    """A BREF up to 12 while the global score is above 24: to be described to the physician, with the behaviour.

    total: 0-18. score_global: 0-30. The cut separated two diagnosed diseases in a memory clinic; it names none
    here. Raises ValueError out of range.
    Source: Slachevsky, Arch Neurol 2004;61:1104 (2004).
    """
    seuils = reference_data.thresholds("cognition")
    basse = inputs.integer("BREF", total, 0, 18) <= seuils["bref_basse"]
    conserve = inputs.integer("Score global", score_global, 0, 30) >= seuils["bref_score_global"]
    return basse and conserve


def isaacs(couleurs: int, animaux: int, fruits: int, villes: int) -> Isaacs:
    """Set test from the words of four categories, 0-60 each: no more than 10 count in each.

    Not the 15-second variant, which has no cap. Raises ValueError out of range.
    Source: Isaacs and Kennie, Br J Psychiatry 1973;123:467 (1973; thresholds [K], to be verified).
    """
    seuils = reference_data.thresholds("cognition")
    comptes = (("couleurs", couleurs), ("animaux", animaux), ("fruits", fruits), ("villes", villes))
    plafond = int(seuils["isaacs_plafond"])
    score = sum(min(inputs.integer(f"Isaacs, {nom}", mots, 0, 60), plafond) for nom, mots in comptes)
    if score >= seuils["isaacs_normal"]:
        return Isaacs(score, "normal")
    return Isaacs(score, "douteux" if score >= seuils["isaacs_douteux"] else "anormal")


def fluence(mots_dits: int, repetitions: int, intrusions: int) -> Fluence:
    """Words that count among those said, 0-100: repetitions and intrusions are taken away, and kept to be written.

    Raises ValueError out of range, or when the two exceed the words said.
    Source: teaching convention (2025).
    """
    dits = inputs.integer("Mots dits", mots_dits, 0, 100)
    repetes = inputs.integer("Répétitions", repetitions, 0, 100)
    intrus = inputs.integer("Intrusions", intrusions, 0, 100)
    if repetes + intrus > dits:
        raise inputs.refusal(f"Mots dits : {dits}, moins que les {repetes + intrus} répétitions et intrusions.")
    return Fluence(dits - repetes - intrus, repetes, intrus)
