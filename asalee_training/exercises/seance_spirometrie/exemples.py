"""Sessions of a ``seance_spirometrie`` that the proof and the tests try: a perfect one, its faults, impossible ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from asalee_training.exercises.contract import Mutant, Samples
from asalee_training.exercises.gestes import changee
from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.avant import INSTALLER, PREPARER
from asalee_training.exercises.seance_spirometrie.criteres import JUSTES
from asalee_training.exercises.seance_spirometrie.parfaite import parfaite

Cle = Mapping[str, Any]
Geste = dict[str, Any]
#: What is ticked before a blow and should not be.
A_TORT = {"dentier_retire": "dentier", "debout": "assise", "traitements_arretes": "traitements"}


def samples(etapes: Sequence[str], cle: Cle) -> Samples:
    """What the proof and the tests try on this key."""
    whole = parfaite(etapes, cle)
    done = whole["gestes"]
    blow = {"g": "souffler", "t": 0, **dict.fromkeys(mots.PHASES, "a_fond")}
    return Samples(
        right=(whole,),
        wrong=tuple(_fautes(etapes, cle, whole)),
        unreadable=(
            None,
            [],
            float("nan"),
            {"gestes": []},
            {"gestes": [blow]},
            {"gestes": [{"g": "nommer", "t": 0, "nom": "bonne"}]},
            {"gestes": done, "conclusion": {"diagnostic": "BPCO"}},
        ),
    )


def _fautes(etapes: Sequence[str], cle: Cle, whole: Mapping[str, Any]) -> Iterator[Mutant]:
    done, concluded = whole["gestes"], whole["conclusion"]
    yield Mutant("S’arrêter au milieu", {"gestes": done[: len(done) // 2], "conclusion": {}})
    yield Mutant("Un seul geste", {"gestes": done[:1], "conclusion": {}})
    if concluded:
        yield Mutant("Aucune conclusion", {"gestes": done, "conclusion": {}})
        yield from _conclusions(cle, whole)
    if "avant" in etapes:
        yield from _avant(cle, whole)
    if "manoeuvres" in etapes and not cle["ne_pas_faire"]:
        yield from _souffles(cle, whole)


def _avant(cle: Cle, whole: Mapping[str, Any]) -> Iterator[Mutant]:
    yield Mutant("Identité non vérifiée", changee(whole, {"g": "identite"}))
    yield Mutant("Appareil jamais accepté", changee(whole, {"g": "appareil", "decision": "accepter"}))
    for debit, texte in mots.DEBITS.items():
        yield Mutant(f"Seringue, oublié : {texte.lower()}", changee(whole, {"g": "pomper", "debit": debit}))
    for famille in cle["familles"] or mots.FAMILLES:
        nom = f"Contre-indications non demandées : {mots.FAMILLES[famille].lower()}"
        yield Mutant(nom, changee(whole, {"g": "interroger", "famille": famille}))
    if cle["panne"]:
        yield Mutant("Appareil déréglé accepté", changee(whole, {"g": "appareil", "decision": "recalibrer"}))
    if cle["ne_pas_faire"]:
        yield Mutant("Faire l’examen malgré la contre-indication", _malgre(whole), gravite="dangereux")
        return
    yield Mutant("Taille non mesurée", changee(whole, {"g": "mesurer"}))
    if cle["taille_saisie_cm"] != cle["taille_cm"]:
        yield Mutant("Taille fausse laissée dans l’appareil", changee(whole, {"g": "corriger"}))
    yield Mutant("Prescription non lue", changee(whole, {"g": "prescription"}))
    for point in (*PREPARER, *INSTALLER):
        nom = f"Non vérifié : {mots.POINTS[point].lower()}"
        yield Mutant(nom, changee(whole, {"g": "installer", "point": point}))
    for wrong, point in A_TORT.items():
        faux = changee(whole, {"g": "installer", "point": point}, point=wrong)
        yield Mutant(f"À tort : {mots.POINTS[wrong].lower()}", faux)
    yield Mutant("Examen reporté sans raison", _reporte(whole))


def _souffles(cle: Cle, whole: Mapping[str, Any]) -> Iterator[Mutant]:
    for garde, texte in mots.GARDER.items():
        yield Mutant(f"De chaque souffle, garder : {texte.lower()}", changee(whole, {"g": "garder"}, garde=garde))
    yield Mutant("Chaque souffle appelé bon", changee(whole, {"g": "nommer"}, nom="bonne"))
    yield Mutant("Aucun souffle nommé", changee(whole, {"g": "nommer"}))
    for phase, phrases in mots.PHRASES.items():
        for phrase, texte in phrases.items():
            if phrase != JUSTES[phase]:
                yield Mutant(f"Dire {texte}", changee(whole, {"g": "souffler"}, **{phase: phrase}))
    yield Mutant("Le même conseil à chaque fois", changee(whole, {"g": "redemander"}, conseil="pareil"))
    if not cle["attente_min"]:  # the page gives no bronchodilator to who has not ended her first series
        yield Mutant("Série jamais arrêtée", changee(whole, {"g": "arreter"}))
    yield Mutant("S’arrêter après un souffle", _un_seul(whole))
    if cle["attente_min"]:
        yield Mutant(
            "Ne pas attendre après le bronchodilatateur", changee(whole, {"g": "bronchodilatateur"}, attente_min="5")
        )
    else:
        given = {"g": "bronchodilatateur", "t": whole["gestes"][-1]["t"], "attente_min": "15"}
        bouffee = {**whole, "gestes": [*whole["gestes"], given]}
        yield Mutant("Bronchodilatateur sans prescription", bouffee, gravite="hors_champ")


def _conclusions(cle: Cle, whole: Mapping[str, Any]) -> Iterator[Mutant]:
    told = whole["conclusion"]

    def conclu(nom: str, **champs: Any) -> Mutant:
        return Mutant(nom, {**whole, "conclusion": {**told, **champs}})

    for nom in mots.HORS_CHAMP:
        if nom in _cases(told):
            yield replace(conclu(f"Conclure : {mots.CONDUITES[nom]}", **{nom: True}), gravite="hors_champ")
    for nom in ("transmettre", "alerter", "expliquer", "reporter"):
        if nom in _cases(told) and not (cle["ne_pas_faire"] and nom == "transmettre"):
            yield conclu(f"{'Sans' if told.get(nom) else 'À tort'} : {mots.CONDUITES[nom]}", **{nom: not told.get(nom)})
    if "lecture" not in told:
        return
    accepted = next(iter(cle["lectures"].values()))[-1]
    for nom, texte in mots.LECTURES.items():
        if nom not in accepted:
            yield conclu(f"Lecture : {texte.lower()}", lecture=nom)
    for mesure, titre in (("vems", "du VEMS"), ("cvf", "de la CVF")):
        for grade in mots.GRADES:
            if grade != told[f"grade_{mesure}"]:
                yield conclu(f"Grade {titre} : {grade}", **{f"grade_{mesure}": grade})
        last = _dernier(whole)
        right = cle["series"][0]["parts"][int(last)][f"souffle_{mesure}"]
        for nom, numero in (("Aucun souffle", "aucun"), ("Le dernier souffle", last), ("Le premier souffle", "1")):
            if numero not in right:
                yield conclu(f"{nom} retenu pour la mesure {titre}", **{f"souffle_{mesure}": numero})
    if "souffle_vems_apres" in told:
        crossed = {nom: told[_croise(nom)] for nom in told if nom.startswith(("souffle_", "grade_"))}
        kept = {nom: v for nom, v in crossed.items() if _existe(nom, v, cle)}
        yield conclu("Avant et après bronchodilatateur intervertis", **kept)


def _cases(told: Mapping[str, Any]) -> tuple[str, ...]:
    """The boxes on offer, where there are any."""
    return tuple(mots.CONDUITES) if "expliquer" in told else ()


def _croise(nom: str) -> str:
    return nom.removesuffix("_apres") if nom.endswith("_apres") else f"{nom}_apres"


def _existe(nom: str, value: str, cle: Cle) -> bool:
    """Is there a blow of this number in the series that this conclusion is about?"""
    return not value.isdecimal() or int(value) <= len(cle["series"][nom.endswith("_apres")]["souffles"])


def _dernier(whole: Mapping[str, Any]) -> str:
    """The number of the last blow of the first series."""
    until = next(i for i, geste in enumerate(whole["gestes"]) if geste["g"] == "arreter")
    return str(sum(geste["g"] == "souffler" for geste in whole["gestes"][:until]))


def _avant_le_premier(whole: Mapping[str, Any], keep: Callable[[Geste], bool]) -> list[Geste]:
    first = next((i for i, geste in enumerate(whole["gestes"]) if geste["g"] == "souffler"), len(whole["gestes"]))
    return [geste for geste in whole["gestes"][:first] if keep(geste)]


def _reporte(whole: Mapping[str, Any]) -> dict[str, Any]:
    before = _avant_le_premier(whole, lambda geste: True)
    return {
        "gestes": [*before, {"g": "differer", "t": len(before)}],
        "conclusion": {"reporter": True, "expliquer": True},
    }


def _malgre(whole: Mapping[str, Any]) -> dict[str, Any]:
    before = _avant_le_premier(whole, lambda geste: geste["g"] != "differer")
    blown = [{"g": "souffler", **JUSTES}, {"g": "nommer", "nom": "bonne"}, {"g": "garder", "garde": "les_deux"}]
    timed = [{**geste, "t": len(before) + rang} for rang, geste in enumerate([*blown, {"g": "arreter"}])]
    return {**whole, "gestes": [*before, *timed]}


def _un_seul(whole: Mapping[str, Any]) -> dict[str, Any]:
    """The session as it is, stopped after its first blow."""
    gestes = whole["gestes"]
    until = next((i for i, geste in enumerate(gestes) if geste["g"] in ("redemander", "arreter")), len(gestes))
    return {**whole, "gestes": [*gestes[:until], {"g": "arreter", "t": until}]}
