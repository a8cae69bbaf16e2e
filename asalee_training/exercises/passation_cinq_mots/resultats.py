"""What is judged of a ``passation_cinq_mots`` once words were heard: the sheet, the counts, their readings, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.exercises.cotation_test import lecture as cotation_lecture
from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.passation_cinq_mots import mots
from asalee_training.exercises.passation_cinq_mots.deroulement import HORS, Moment, Passation
from asalee_training.exercises.passation_cinq_mots.technique import DITS, mot_dit
from asalee_training.simulation.seance_cinq_mots import MOMENTS, delai_minutes

#: See « cinq_mots_feuille_visible » in `references/conventions.yaml`.
VUE = "La feuille est restée visible pendant un rappel : la personne a pu lire les mots, ce total ne dit rien de sa mémoire."


def codes(moment: Moment, told: Mapping[str, Any]) -> list[set[str]]:
    """Codes that are right for each word. A word that was given away may be written as cued or as lost."""
    right = []
    for mot in range(5):
        if mot in told["libre"]:
            right.append({"libre"})
        elif mot in moment.trouves and mot not in moment.souffles:
            right.append({"indice"})
        else:
            right.append({"indice", "absent"} if mot in moment.souffles else {"absent"})
    return right


def comptes(suivi: Passation) -> dict[str, int] | None:
    """The four counts of her own sheet; None while a word is not coded."""
    notes = [suivi.moments[nom].notes for nom in MOMENTS]
    if any(set(range(5)) - set(note) for note in notes):
        return None
    return {
        f"r{code[0]}{nom[0]}": sum(note.get(mot) == code for mot in range(5))
        for nom, note in zip(MOMENTS, notes, strict=True)
        for code in ("libre", "indice")
    }


def invalide(suivi: Passation, attendu: Mapping[str, Any]) -> bool:
    """Was the test given in such a way that its total may be left unread?"""
    low, high = delai_minutes()
    return (
        suivi.rappels_visibles
        or any(suivi.moments[nom].souffles for nom in MOMENTS)
        or not set(attendu["a_corriger"]) <= suivi.corrigees
        or bool(attendu["a_reporter"])
        or suivi.delai is None
        or not low <= suivi.delai <= high
        or not suivi.intercalees
        or bool({"silence", "autre_liste"} & set(suivi.intercalees))
        or any(suivi.moments[nom].variante == "p" for nom in MOMENTS)
        or suivi.liste == attendu["interdite"]
    )


def feuille(suivi: Passation, attendu: Mapping[str, Any]) -> Iterator[Critere]:
    """Each word coded as it was heard, and the other words that were said."""
    for nom in MOMENTS:
        moment = suivi.moments[nom]
        right = codes(moment, attendu["ecoute"][nom][moment.variante or "a"])
        faults = [mot for mot in range(5) if moment.notes.get(mot) not in right[mot]]
        yield Critere(
            f"noter chaque mot du {DITS[nom]}",
            moment.fait and not faults,
            _ecrit(faults, moment, attendu, suivi),
            f"{DITS[nom].capitalize()} : " + _attendus(right, attendu, suivi)
            if moment.fait
            else "Les cinq mots notés.",
            "Un mot retrouvé avec l’indice n’est jamais un mot libre ; une redite ne compte qu’une fois.",
            poids=2,
        )
    heard = [nom for nom in MOMENTS if suivi.moments[nom].intrus]
    noted = [nom for nom in MOMENTS if suivi.moments[nom].notes.get(HORS) == "intrusion"]
    yield Critere(
        "noter les mots hors liste",
        heard == noted if heard or noted else None,
        f"Mots hors liste notés : {' et '.join(DITS[nom] for nom in noted) or 'aucun'}.",
        f"Mots hors liste entendus : {' et '.join(DITS[nom] for nom in heard) or 'aucun'}.",
        "Une intrusion ne change pas le total, mais elle se transmet : elle intéresse le médecin.",
    )


def conclusion(suivi: Passation, attendu: Mapping[str, Any], donne: Mapping[str, Any]) -> Iterator[Critere]:
    """Counts, total, both readings. Each is judged from what she wrote just before it: no error is paid twice."""
    truth = _verite(suivi, attendu)
    own = comptes(suivi) or truth
    written = {nom: donne.get(nom) for nom in mots.COMPTES}
    yield Critere(
        "les quatre comptes",
        written in (own, truth),
        "Vous avez écrit : " + _liste(written),
        "D’après votre feuille : "
        + _liste(own)
        + ("" if own == truth else " D’après ce qui a été dit : " + _liste(truth)),
        "Les mots libres et les mots indicés s’écrivent séparément, à chaque rappel.",
        poids=2,
    )
    complete = all(isinstance(value, (int, float)) for value in written.values())
    total = sum(written.values()) if complete else sum(own.values())
    given = donne.get("total")
    yield Critere(
        "le total sur 10",
        given is not None and given in (total, sum(own.values()), sum(truth.values())),
        "Vous n’avez pas écrit de total." if given is None else f"Vous avez écrit {int(given)} sur 10.",
        f"{min(total, 10)} sur 10"
        + (
            "."
            if total == sum(truth.values())
            else f" d’après vos comptes ; {sum(truth.values())} d’après ce qui a été dit."
        ),
        "Libres et indicés, aux deux rappels, un point par mot. Le score pondéré sur 20 est un autre nombre.",
    )
    read = mots.lectures(min(int(total if given is None else given), 10))
    unread = invalide(suivi, attendu)
    seen = suivi.rappels_visibles
    for nom, table, right, reason in (
        ("lecture_dubois", mots.DUBOIS, read.lecture_dubois, "Lecture de Dubois (2002) : positif jusqu’à 9 compris."),
        ("lecture_pratique", mots.PRATIQUE, read.lecture_pratique,
         "Lecture pratique : 10 normal, 9 limite, 8 ou moins anormal. Les deux se contredisent : on donne les deux."),
    ):  # fmt: skip
        value = donne.get(nom)
        yield Critere(
            "la lecture de Dubois" if nom == "lecture_dubois" else "la lecture pratique",
            (value == right and not seen) or (value == "non_interpretable" and unread),
            f"{'Dubois' if nom == 'lecture_dubois' else 'Pratique'} : {table.get(value, 'rien d’écrit').lower()}.",
            "Non interprétable : les mots étaient sous ses yeux."
            if seen
            else f"{table[right]}{' ; « non interprétable » convient aussi, vu la passation' if unread else ''}.",
            reason,
            majeure=VUE if seen and value is not None else "",
        )


def suite(suivi: Passation, attendu: Mapping[str, Any], donne: Mapping[str, Any]) -> Iterator[Critere]:
    """What is done next, and the last words."""
    given = donne.get("conduite")
    if attendu["a_reporter"]:
        right = ["medecin_jour" if attendu["bloquee"] else "refaire"]
    else:
        truth = _verite(suivi, attendu)
        sheets = (comptes(suivi) or truth, truth)
        right = [] if suivi.rappels_visibles else [conduite(counts) for counts in sheets]
        right += ["refaire"] * invalide(suivi, attendu)
    outside = given in ("diagnostic", "biologie")
    late = attendu["bloquee"] and given != "medecin_jour"
    yield Critere(
        "la suite à donner",
        given in right,
        f"Vous avez choisi : « {mots.CONDUITES[given]} »." if given else "Vous n’avez rien choisi.",
        " Ou : ".join(f"« {mots.CONDUITES[nom]} »." for nom in dict.fromkeys(right)),
        "Vous cotez, vous décrivez, vous transmettez. Ni diagnostic, ni prescription de biologie dans ce protocole.",
        poids=3,
        gravite="hors_champ" if outside else "dangereux" if late else None,
    )
    if not attendu["a_reporter"]:
        said = mots.TERMINER.get(suivi.fin)
        yield Critere(
            "dire la suite, sans conclure",
            suivi.fin in ("suite", "maladie"),  # a disease named is judged on its own
            f"Vous avez dit : « {said} »" if said else "La séance s’est arrêtée sans un mot sur la suite.",
            f"« {mots.TERMINER['suite']} »",
            "Ni « raté » ni « parfait » : la personne sait ce qui a été fait, et ce qui vient ensuite.",
        )


def abstention(suivi: Passation, donne: Mapping[str, Any]) -> Critere:
    """Where the test should not have been given, nothing of it is read."""
    read = [nom for nom in (*mots.COMPTES, "total") if nom in donne]
    read += [nom for nom in ("lecture_dubois", "lecture_pratique") if donne.get(nom) not in (None, "non_interpretable")]
    return Critere(
        "aucun score ce jour",
        not read,
        "Vous avez écrit ou lu un score." if read else "Vous n’avez écrit aucun score.",
        "Aucun compte, aucun total, aucune lecture.",
        "Dans ces conditions, un score dirait la gêne du jour et non la mémoire.",
        poids=2,
    )


def _verite(suivi: Passation, attendu: Mapping[str, Any]) -> dict[str, int]:
    found = {}
    for nom in MOMENTS:
        moment = suivi.moments[nom]
        told = attendu["ecoute"][nom][moment.variante or "a"]
        found[f"rl{nom[0]}"] = len(told["libre"])
        found[f"ri{nom[0]}"] = len(moment.trouves - moment.souffles)
    return found


def conduite(counts: Mapping[str, int]) -> str:
    """What follows from these counts alone."""
    return cotation_lecture.lire("cinq_mots", {nom: str(value) for nom, value in counts.items()})["conduite"]


def _ecrit(faults: list[int], moment: Moment, attendu: Mapping[str, Any], suivi: Passation) -> str:
    if not moment.fait:
        return "Ce rappel n’a pas été demandé."
    if not faults:
        return "Les cinq mots sont notés comme ils ont été donnés."
    return "À revoir : " + " ; ".join(
        f"{mot_dit(mot, attendu, suivi)}, {mots.CODES.get(moment.notes.get(mot, ''), 'rien').lower()}" for mot in faults
    ) + "."  # fmt: skip


def _attendus(right: list[set[str]], attendu: Mapping[str, Any], suivi: Passation) -> str:
    return " ; ".join(
        f"{mot_dit(mot, attendu, suivi)}, {' ou '.join(mots.CODES[code].lower() for code in sorted(codes, reverse=True))}"
        for mot, codes in enumerate(right)
    ) + "."  # fmt: skip


def _liste(counts: Mapping[str, Any]) -> str:
    return " ; ".join(
        f"{mots.COMPTES[nom].lower()} : {'rien' if value is None else int(value)}" for nom, value in counts.items()
    ) + "."  # fmt: skip
