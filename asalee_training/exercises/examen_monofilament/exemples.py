"""Sessions of an ``examen_monofilament`` that the tests try: perfect ones, with one fault each, impossible ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from asalee_training.clinical import pied
from asalee_training.exercises.contract import Mutant, Samples
from asalee_training.exercises.examen_monofilament import mots
from asalee_training.exercises.gestes import changee

#: Rank of the sham application at each of the six sites, and an order of sites that differs between the feet.
RANGS = (1, 0, 2, 1, 2, 0)
ORDRE = (*(f"droit.{site}" for site in ("hallux", "meta5", "meta1")), *(f"gauche.{site}" for site in pied.SITES))


def parfaite(conclure: Sequence[str], cle: Mapping[str, Any], *, alternee: bool = False) -> dict[str, Any]:
    """A session without a fault. ``alternee``: the sites in turn, three times, instead of one after the other."""
    gestes: list[dict[str, Any]] = [{"g": "expliquer"}, {"g": "decouvrir", "pied": "deux"}]
    if not cle["plaies"]:
        gestes += [{"g": "prendre_fil", "fil": mots.BON_FIL}] if cle.get("fils") else []
        gestes += [{"g": "plier_fil"}, {"g": "demontrer", "lieu": "main"}, {"g": "yeux", "etat": "fermes"}]
        gestes += _applications(cle, alternee)
    timed = [{**geste, "t": 1700 * rang} for rang, geste in enumerate(gestes)]
    return {"gestes": timed, "conclusion": conclusion(conclure, cle)}


def _applications(cle: Mapping[str, Any], alternee: bool) -> list[dict[str, Any]]:
    lesees = {*cle["lesions"], *cle["plaies"]}
    series = []
    for rang, zone in zip(RANGS, ORDRE, strict=True):
        if cle["etats"][zone] != "non_testable":
            kinds = ["reelle", "reelle"]
            kinds.insert(rang, "fictive")
            series.append([application(zone, kind, "pourtour" if zone in lesees else "centre") for kind in kinds])
    rounds = zip(*series, strict=True) if alternee else series
    return [geste for tour in rounds for geste in tour]


def application(zone: str, kind: str, position: str = "centre", **champs: Any) -> dict[str, Any]:
    """One application as it should be made."""
    reelle = kind == "reelle"
    return {
        "g": "appliquer",
        "zone": zone,
        "application": kind,
        "contact_ms": 1500 if reelle else 0,
        "angle": "perpendiculaire",
        "plie": reelle,
        "glisse": False,
        "position": position,
        "question": "ouverte",
        **champs,
    }


def conclusion(conclure: Sequence[str], cle: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that should be concluded."""
    found: dict[str, Any] = {}
    if "sites" in conclure and not cle["plaies"]:
        found |= cle["etats"]
    if "perte" in conclure and not cle["plaies"]:
        found |= {f"perte.{cote}": mot for cote, mot in cle["perte"].items()}
    found |= {part: cle[part] for part in ("grade", "iwgdf") if part in conclure}
    if "recontrole" in conclure and not cle["plaies"]:
        found["recontrole"] = cle["recontrole"][0]
    if "alerte" in conclure:
        found["alerte"] = cle["alerte"][-1]
    if "conduite" in conclure:
        ticked = {
            "eduquer": bool(cle["plaies"]) or cle["perte_patient"],
            "podologue": cle["corne"],
            "decharge": bool(cle["plaies"]),
        }
        found |= {nom: True for nom, tick in ticked.items() if tick}
    return found


def _fautes(conclure: Sequence[str], cle: Mapping[str, Any]) -> Iterator[Mutant]:
    good = parfaite(conclure, cle)
    yield Mutant("Aucune conclusion", {**good, "conclusion": {}})
    yield Mutant("Sans expliquer l’examen", changee(good, {"g": "expliquer"}))
    yield from _conclusions(good, conclure, cle)
    if cle["plaies"]:
        return
    reelle = {"g": "appliquer", "application": "reelle"}
    yield Mutant("Conclure sans examiner", {**good, "gestes": []})
    yield Mutant("Fil montré sur le pied", changee(good, {"g": "demontrer"}, lieu="pied"))
    for fil in cle.get("fils", ()):
        if fil != mots.BON_FIL:
            yield Mutant(f"Un autre fil : {mots.FILS[fil]}", changee(good, {"g": "prendre_fil"}, fil=fil))
    yield Mutant("Fil neuf non assoupli", changee(good, {"g": "plier_fil"}))
    yield Mutant("Yeux ouverts", changee(good, {"g": "yeux"}, etat="ouverts"))
    yield Mutant("Question qui souffle la réponse", changee(good, {"g": "appliquer"}, question="suggestive"))
    yield Mutant("Aucune application fictive", changee(good, {"g": "appliquer", "application": "fictive"}))
    yield Mutant("Appui trop bref, fil non plié", changee(good, reelle, contact_ms=300, plie=False))
    yield Mutant("Fil de biais", changee(good, reelle, angle="oblique"))
    yield Mutant("Fil qui glisse", changee(good, reelle, glisse=True))
    if cle["lesions"]:
        sur = changee(good, {"g": "appliquer", "position": "pourtour"}, position="centre")
        yield Mutant("Appliquer sur la corne ou la cicatrice", sur)


def _conclusions(good: Mapping[str, Any], conclure: Sequence[str], cle: Mapping[str, Any]) -> Iterator[Mutant]:
    """The perfect examination with one wrong conclusion; both feet exchanged."""

    def autre(nom: str, **champs: Any) -> Mutant:
        return Mutant(nom, {**good, "conclusion": {**good["conclusion"], **champs}})

    for part, nom, values in (
        ("grade", "Grade podologique", mots.GRADES),
        ("iwgdf", "Catégorie IWGDF", mots.CATEGORIES),
    ):
        if part in conclure:
            yield from (autre(f"{nom} : {texte}", **{part: v}) for v, texte in values.items() if v != cle[part])
    for part, nom, values in (("recontrole", "Prochain examen", mots.DELAIS), ("alerte", "Alerte", mots.ALERTES)):
        if part in good["conclusion"]:
            yield from (autre(f"{nom} : {texte}", **{part: v}) for v, texte in values.items() if v not in cle[part])
    if "conduite" in conclure and cle["corne"]:
        yield replace(autre("Retirer la corne soi-même", oter_corne=True), gravite="hors_champ")
    if cle["plaies"]:
        return
    for part in ("sites", "perte"):
        if part in conclure:
            feet = {"droit": "gauche", "gauche": "droit"}
            told = {nom: v for nom, v in good["conclusion"].items() if nom in _noms(part, cle)}
            yield autre(
                "Pied droit et pied gauche intervertis", **{_autre_pied(nom, feet): v for nom, v in told.items()}
            )
    if "sites" in conclure:
        yield autre("Tous les sites sentis", **dict.fromkeys(cle["etats"], "present"))
        yield autre("Aucun site senti", **dict.fromkeys(cle["etats"], "absent"))
        for zone, etat in cle["etats"].items():
            yield autre(
                f"À l’envers : {zone.replace('.', ', ')}", **{zone: "absent" if etat == "present" else "present"}
            )


def _noms(part: str, cle: Mapping[str, Any]) -> set[str]:
    return set(cle["etats"]) if part == "sites" else {f"perte.{cote}" for cote in cle["perte"]}


def _autre_pied(nom: str, feet: Mapping[str, str]) -> str:
    return ".".join(feet.get(word, word) for word in nom.split("."))


def samples(sites: Sequence[str], conclure: Sequence[str], cle: Mapping[str, Any]) -> Samples:
    """What the tests try on every type."""
    good = parfaite(conclure, cle)
    bare = {"g": "decouvrir", "pied": "deux", "t": 0}
    taken = [{"g": "prendre_fil", "fil": mots.BON_FIL, "t": 1}] if cle.get("fils") else []
    touch = {**application("droit.meta1", "reelle"), "t": 5}
    others = [f"{cote}.{site}" for cote in pied.PIEDS for site in pied.SITES_DIX if site not in sites]
    impossible = [
        [touch],
        [{**bare, "pied": "gauche"}, touch],
        [bare, {**touch, "application": "fictive"}],
        [bare, {**touch, "contact_ms": 0, "plie": False}],
        [bare, {**touch, "contact_ms": 60_000}],
        [bare, {**touch, "zone": others[0] if others else "droit.genou"}],
        [bare, {**touch, "t": -1}],
    ]
    return Samples(
        right=(good, parfaite(conclure, cle, alternee=True)),
        wrong=tuple(_fautes(conclure, cle)),
        unreadable=(
            None,
            [],
            {"gestes": []},
            {"gestes": "x"},
            {"gestes": [], "conclusion": {"grade": "4"}},
            {"gestes": [], "conclusion": {"droit.meta1": "normal"}},
            *({"gestes": [*taken, *gestes], "conclusion": {}} for gestes in impossible),
            *({"gestes": [{**bare, "t": 1}, touch], "conclusion": {}} for _ in taken),
        ),
    )
