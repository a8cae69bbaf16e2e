"""Sessions of an ``examen_monofilament`` that the tests try: perfect ones, with one fault each, impossible ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asalee_training.clinical import pied
from asalee_training.exercises.contract import Samples

#: Rank of the sham application at each of the six sites, and an order of sites that differs between the feet.
RANGS = (1, 0, 2, 1, 2, 0)
ORDRE = (*(f"droit.{site}" for site in ("hallux", "meta5", "meta1")), *(f"gauche.{site}" for site in pied.SITES))


def parfaite(conclure: Sequence[str], cle: Mapping[str, Any], *, alternee: bool = False) -> dict[str, Any]:
    """A session without a fault. ``alternee``: the sites in turn, three times, instead of one after the other."""
    gestes: list[dict[str, Any]] = [{"g": "expliquer"}, {"g": "decouvrir", "pied": "deux"}]
    if not cle["plaies"]:
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


def changee(session: Mapping[str, Any], quoi: Mapping[str, Any], **champs: Any) -> dict[str, Any]:
    """The same session where the gestures that hold ``quoi`` have other fields; without fields, they are gone."""
    kept = []
    for geste in session["gestes"]:
        if not quoi.items() <= geste.items():
            kept.append(geste)
        elif champs:
            kept.append({**geste, **champs})
    return {**session, "gestes": kept}


def _fautes(conclure: Sequence[str], cle: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    good = parfaite(conclure, cle)
    yield {**good, "conclusion": {}}
    yield changee(good, {"g": "expliquer"})
    if cle["plaies"]:
        return
    reelle = {"g": "appliquer", "application": "reelle"}
    yield {**good, "gestes": []}
    yield changee(good, {"g": "demontrer"}, lieu="pied")
    yield changee(good, {"g": "plier_fil"})
    yield changee(good, {"g": "yeux"}, etat="ouverts")
    yield changee(good, {"g": "appliquer"}, question="suggestive")
    yield changee(good, {"g": "appliquer", "application": "fictive"})
    yield changee(good, reelle, contact_ms=300, plie=False)
    yield changee(good, reelle, angle="oblique")
    yield changee(good, reelle, glisse=True)
    for zone, etat in cle["etats"].items():
        if "sites" in conclure:
            other = "absent" if etat == "present" else "present"
            yield {**good, "conclusion": {**good["conclusion"], zone: other}}
    if cle["lesions"]:
        yield changee(good, {"g": "appliquer", "position": "pourtour"}, position="centre")


def samples(sites: Sequence[str], conclure: Sequence[str], cle: Mapping[str, Any]) -> Samples:
    """What the tests try on every type."""
    good = parfaite(conclure, cle)
    bare = {"g": "decouvrir", "pied": "deux", "t": 0}
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
            *({"gestes": gestes, "conclusion": {}} for gestes in impossible),
        ),
    )
