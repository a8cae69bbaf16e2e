"""Coding of a transcript: the code book, the two training transcripts, and a trainee's codes against the reference.

Both transcripts are invented for this course. A line may have a second accepted code: coders agree least on complex
reflections and on autonomy (Moyers, J Subst Abuse Treat 2016;65:36), so one reading is not imposed where two hold.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.etp.entretien import Metriques, metriques

LOCUTEURS = ("infirmiere", "patient")
COMPTES = (
    "reflets_simples",
    "reflets_complexes",
    "questions_ouvertes",
    "questions_fermees",
    "valorisations",
    "collaborations",
    "autonomies",
    "persuasions",
    "confrontations",
)


@dataclass(frozen=True)
class Enonce:
    """One line of a transcript; alternatif: the second accepted code, or None."""

    n: int
    locuteur: str
    texte: str
    reference: str
    alternatif: str | None


@dataclass(frozen=True)
class Discours:
    """What the patient says of the change: counts, and change talk as a fraction of change and sustain talk.

    part_changement is None, and `raison` says why, when neither was coded.
    """

    changement: int
    maintien: int
    part_changement: float | None
    raison: str | None


@dataclass(frozen=True)
class Ligne:
    """accord: "exact" (the reference code), "alternatif" (the other accepted one) or "different"."""

    n: int
    code: str
    reference: str
    alternatif: str | None
    accord: str


@dataclass(frozen=True)
class Codage:
    """A trainee's coding. part: fraction of the lines equal to the reference or to the alternative.

    niveau: "bon", "correct" (enough to pass) or "insuffisant". confusions: ((reference, code given), times), the
    most frequent first.
    """

    lignes: tuple[Ligne, ...]
    part: float
    niveau: str
    confusions: tuple[tuple[tuple[str, str], int], ...]


@cache
def _code_book() -> dict[str, dict[str, str]]:
    return {row["code"]: row for row in reference_data.rows("etp_codes")}


@cache
def _transcriptions() -> dict[str, tuple[Enonce, ...]]:
    lignes: dict[str, list[Enonce]] = {}
    for row in reference_data.rows("etp_transcriptions"):
        alternatif = None if row["alternatif"] == "aucun" else row["alternatif"]
        enonce = Enonce(int(row["n"]), row["locuteur"], inputs.typography(row["texte"]), row["reference"], alternatif)
        lignes.setdefault(row["transcription"], []).append(enonce)
    return {nom: tuple(enonces) for nom, enonces in lignes.items()}


def codes(locuteur: str) -> dict[str, str]:
    """Codes of one speaker ("infirmiere" or "patient") and their French names. ValueError for another word.

    Source: « grille EM-ASALEE », this training course (2026), inspired by the MITI and by DARN-CAT.
    """
    inputs.one_of("Locuteur", locuteur, LOCUTEURS)
    return {code: row["libelle"] for code, row in _code_book().items() if row["locuteur"] == locuteur}


def definitions_codes(locuteur: str) -> dict[str, str]:
    """What each code of one speaker means, in French, safe to show to a trainee: code → a few words.

    locuteur: "infirmiere" or "patient"; ValueError for another word.
    Source: « grille EM-ASALEE », this training course (2026), inspired by the MITI and by DARN-CAT.
    """
    inputs.one_of("Locuteur", locuteur, LOCUTEURS)
    return {
        code: inputs.typography(row["definition"]) for code, row in _code_book().items() if row["locuteur"] == locuteur
    }


def transcription(nom: str) -> tuple[Enonce, ...]:
    """Lines of a training transcript, "A" (22 lines) or "B" (14 lines). ValueError for another name.

    Source: invented for this training course (2026).
    """
    transcriptions = _transcriptions()
    return transcriptions[inputs.one_of("Transcription", nom, transcriptions)]


def metriques_verbatim(codes_par_locuteur: Iterable[tuple[str, str]]) -> Metriques:
    """Measures of the carer from a coded transcript.

    codes_par_locuteur: (speaker, code) for each line, both speakers together or the carer alone.
    RES counts as a complex reflection: a summary that adds nothing is coded RS [P].
    Raises ValueError for an unknown speaker, or a code that is not that speaker's.
    Source: MITI 4.2 summary measures, in PMC9461167, table 3 (date to be verified).
    """
    return _carer(_mesures(codes_par_locuteur))


def _carer(comptes: Counter) -> Metriques:
    return metriques(**{nom: comptes[nom] for nom in COMPTES})


def discours(codes_par_locuteur: Iterable[tuple[str, str]]) -> Discours:
    """Change talk (D, C, R, B, E, A, PP) and sustain talk (SM) of the patient; neutral lines (N) count nowhere.

    codes_par_locuteur: as for `metriques_verbatim`, same ValueError.
    Source: CLEAR manual, change talk over change and sustain talk (date to be verified).
    """
    return _patient(_mesures(codes_par_locuteur))


def _patient(comptes: Counter) -> Discours:
    changement, maintien = comptes["changement"], comptes["maintien"]
    if not changement + maintien:
        return Discours(0, 0, None, "Ni discours-changement ni discours-maintien n’a été codé.")
    return Discours(changement, maintien, changement / (changement + maintien), None)


def _mesures(codes_par_locuteur: Iterable[tuple[str, str]]) -> Counter:
    if isinstance(codes_par_locuteur, str | Mapping) or not isinstance(codes_par_locuteur, Iterable):
        raise inputs.refusal(
            f"Codage : {inputs.shown(codes_par_locuteur)} n’est pas une liste de couples, locuteur et code."
        )
    comptes: Counter = Counter()
    for couple in codes_par_locuteur:
        if not isinstance(couple, Sequence) or isinstance(couple, str) or len(couple) != 2:
            raise inputs.refusal(f"Codage : {inputs.shown(couple)} n’est pas un couple, locuteur et code.")
        locuteur, code = couple
        comptes[_code_book()[_code("Codage", locuteur, code)]["mesure"]] += 1
    return comptes


def _code(label: str, locuteur: str, code: object) -> str:
    inputs.one_of("Locuteur", locuteur, LOCUTEURS)
    return inputs.one_of(f"{label}, {locuteur.replace('infirmiere', 'infirmière')}", code, codes(locuteur))


def comparer_codage(enonces: Sequence[Enonce], codes_donnes: Mapping[int, str]) -> Codage:
    """Compare a trainee's codes with the reference, line by line.

    enonces: lines of a transcript; codes_donnes: line number → code, for every line and no other.
    Raises ValueError for what is not an `Enonce`, a missing or unknown line, or a code that is not that speaker's.
    [P] The two levels are teaching conventions; for a kappa, give the codes to `accord`.
    Source: choice of this training course (2026).
    """
    if isinstance(enonces, str) or not isinstance(enonces, Sequence) or not enonces:
        raise inputs.refusal(f"Transcription : {inputs.shown(enonces)} n’est pas une liste d’énoncés.")
    for enonce in enonces:
        if not isinstance(enonce, Enonce):
            raise inputs.refusal(f"Transcription : {inputs.shown(enonce)} n’est pas un énoncé.")
    if not isinstance(codes_donnes, Mapping):
        raise inputs.refusal(f"Codage : {inputs.shown(codes_donnes)} ne donne pas un code par ligne.")
    numeros = [enonce.n for enonce in enonces]
    lus = [inputs.integer("Numéro de ligne", numero, min(numeros), max(numeros)) for numero in codes_donnes]
    for probleme, lignes in (("manque", set(numeros) - set(lus)), ("n’existe pas", set(lus) - set(numeros))):
        if lignes:
            raise inputs.refusal(
                f"Codage : la ligne {min(lignes)} {probleme} ; un code est attendu pour chaque ligne de "
                f"{min(numeros)} à {max(numeros)}."
            )
    lignes = tuple(_ligne(enonce, codes_donnes[enonce.n]) for enonce in enonces)
    part = sum(ligne.accord != "different" for ligne in lignes) / len(lignes)
    seuils = reference_data.thresholds("etp")
    if part >= seuils["codage_bon"]:
        niveau = "bon"
    else:
        niveau = "correct" if part >= seuils["codage_correct"] else "insuffisant"
    confusions = Counter((ligne.reference, ligne.code) for ligne in lignes if ligne.accord == "different")
    return Codage(lignes, part, niveau, tuple(confusions.most_common()))


def _ligne(enonce: Enonce, code: str) -> Ligne:
    _code(f"Ligne {enonce.n}", enonce.locuteur, code)
    if code == enonce.reference:
        accord = "exact"
    else:
        accord = "alternatif" if code == enonce.alternatif else "different"
    return Ligne(enonce.n, code, enonce.reference, enonce.alternatif, accord)


def comparer_metriques(obtenus: Iterable[tuple[str, str]], attendus: Iterable[tuple[str, str]]) -> dict[str, bool]:
    """For each ratio or share: do the trainee's codes lead close enough to the value of the expected codes?

    obtenus, attendus: (speaker, code) for each line. Within 0.15, bounds included; a measure that one side cannot
    compute agrees only when the other cannot either. Raises ValueError as `metriques_verbatim` does.
    [P] The tolerance is a teaching convention.
    Source: choice of this training course (2026).
    """
    gauche, droite = _ratios(obtenus), _ratios(attendus)
    return {nom: _close(gauche[nom], droite[nom]) for nom in gauche}


def _ratios(codes_par_locuteur: Iterable[tuple[str, str]]) -> dict[str, float | None]:
    comptes = _mesures(codes_par_locuteur)
    soignant = _carer(comptes)
    return {
        "ratio_rq": soignant.ratio_rq,
        "part_reflets_complexes": soignant.part_reflets_complexes,
        "part_questions_ouvertes": soignant.part_questions_ouvertes,
        "part_changement": _patient(comptes).part_changement,
    }


def _close(obtenue: float | None, attendue: float | None) -> bool:
    if obtenue is None or attendue is None:
        return obtenue is attendue
    # 0.90 - 0.75 is a hair above 0.15 in binary: a bound that is written must be accepted.
    return abs(obtenue - attendue) <= reference_data.thresholds("etp")["codage_tolerance"] + 1e-9
