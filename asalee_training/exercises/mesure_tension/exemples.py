"""Sessions of a ``mesure_tension`` that the tests try: perfect ones, with one fault each, impossible ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from asalee_training.exercises.contract import Mutant, Samples
from asalee_training.exercises.mesure_tension import mots
from asalee_training.exercises.mesure_tension.technique import BIEN
from asalee_training.simulation import seance_tension

Geste = dict[str, Any]
#: Conclusions that are not called for where the call cannot wait; those that are grave whatever the person.
SANS_URGENCE = ("bras", "ecart", "moyenne_pas", "moyenne_pad")
GRAVES = {"suite": "comprime", "dire": "maladie"}


def installer(cle: Mapping[str, Any], *points: str) -> list[Geste]:
    """Everything set right, or only these points."""
    wanted = points or tuple(cle["seance"]["depart"])
    return [{"g": "installer", "point": point, "etat": BIEN[point][0]} for point in wanted]


def mesurer(minutes: int = 1) -> list[Geste]:
    return [{"g": "attendre", "minutes": minutes}, {"g": "mesurer"}]


def gestes(cle: Mapping[str, Any], *, autrement: bool = False) -> list[Geste]:
    """The gestures of a session without a fault. ``autrement``: the same in another order."""
    acte = cle["seance"]["acte"]
    asked = ["vessie", "symptomes"] if acte == "orthostatisme" else ["tabac_cafe", "vessie", "symptomes"]
    done: list[Geste] = [{"g": "demander", "sujet": sujet} for sujet in asked]
    if cle["seance"]["besoin"]:
        done.append({"g": "toilettes"})
    cuff = [{"g": "tour_bras"}, {"g": "brassard", "taille": cle["brassard"] or "M"}]
    if acte == "orthostatisme":
        return [*done, *cuff, *_orthostatisme(cle, autrement)]
    long = cle["seance"]["cafe_tabac_encore_min"] and not _urgente(cle)
    rest = {"g": "attendre", "minutes": 30 if long else 5}
    done += [*cuff, *installer(cle), rest] if autrement else [*installer(cle), rest, *cuff]
    haut = cle["bras"][0]
    bas = "gauche" if haut == "droit" else "droit"
    if _urgente(cle):
        return [*done, {"g": "bras", "cote": haut}, {"g": "mesurer"}, *mesurer()]
    if autrement:  # the lower arm first, then three on the other
        return [
            *done,
            {"g": "bras", "cote": bas},
            {"g": "mesurer"},
            {"g": "bras", "cote": haut},
            {"g": "mesurer"},
            *(mesurer() * 2),
        ]
    return [
        *done,
        {"g": "bras", "cote": haut},
        {"g": "mesurer"},
        {"g": "bras", "cote": bas},
        {"g": "mesurer"},
        {"g": "bras", "cote": haut},
        *(mesurer() * 3),
    ]


def _orthostatisme(cle: Mapping[str, Any], autrement: bool) -> list[Geste]:
    done: list[Geste] = [
        *installer(cle, "manche", "parole"),
        {"g": "bras", "cote": "gauche" if autrement else "droit"},
        {"g": "position", "etat": "couche"},
        {"g": "attendre", "minutes": 5},
        {"g": "mesurer"},
        {"g": "securiser"},
        {"g": "position", "etat": "debout"},
        *installer(cle, "bras"),
        *mesurer(1),
        {"g": "demander", "sujet": "symptomes"},
    ]
    if autrement and cle["malaise"]:
        return [*done, {"g": "position", "etat": "assis"}]
    return [*done, *mesurer(2)]


def conclusion(cle: Mapping[str, Any], faits: Iterable[Geste]) -> dict[str, Any]:
    """Everything that should be concluded, the numbers being those of these gestures' own readings."""
    lectures = seance_tension.relever(cle["seance"], faits)
    if cle["seance"]["acte"] == "cabinet":
        last = [lecture for lecture in lectures if lecture.cote in cle["bras"]][-2:] or [None]
        found = {nom: cle[nom] for nom in ("ecart", "niveau")}
        found |= {"bras": cle["bras"][0], "methode": "automatique", "suite": cle["suite"][0]}
        if None not in last:
            means = [sum(lecture.chiffres[i] for lecture in last) / len(last) for i in (0, 1)]
            found |= {f"moyenne_{nom}": mots.ecrit(mean) for nom, mean in zip(("pas", "pad"), means, strict=True)}
    else:
        start = next((x for x in reversed(lectures) if x.position != "debout"), None)
        up = [x for x in lectures if x.position == "debout" and 1 <= x.minutes <= 3]
        found = {"symptomes": "oui" if cle["malaise"] else "non", "suite": cle["suite"][-1]}
        found["lecture"] = "positive" if cle["positive"] else "negative"
        if cle["positive"]:
            found["conseil_lever"] = True
        if start and up:
            falls = [max(0, *(start.chiffres[i] - x.chiffres[i] for x in up)) for i in (0, 1)]
            found |= {f"baisse_{nom}": mots.ecrit(fall) for nom, fall in zip(("pas", "pad"), falls, strict=True)}
            one = next((x for x in up if x.minutes == 1), None)
            found["hausse_pouls"] = mots.ecrit(one.pouls - start.pouls) if one else "0"
    found["dire"] = "chiffres"
    known = mots.conclusions(cle["seance"]["acte"], tuple(cle["conclure"]))
    return {nom: value for nom, value in found.items() if nom in known}


def seance(cle: Mapping[str, Any], faits: list[Geste], **conclu: Any) -> dict[str, Any]:
    """A raw answer from gestures, with what they would make anybody conclude; None takes a conclusion back."""
    timed = [{**geste, "t": 4000 * rang} for rang, geste in enumerate(faits)]
    drawn = {**conclusion(cle, faits), **conclu}
    return {"gestes": timed, "conclusion": {nom: value for nom, value in drawn.items() if value is not None}}


def parfaite(cle: Mapping[str, Any], *, autrement: bool = False) -> dict[str, Any]:
    """A session without a fault."""
    return seance(cle, gestes(cle, autrement=autrement))


def sans(faits: list[Geste], **champs: Any) -> list[Geste]:
    """The same gestures without those that hold these fields."""
    return [geste for geste in faits if not champs.items() <= geste.items()]


def _fautes(cle: Mapping[str, Any]) -> Iterator[Mutant]:
    done = gestes(cle)
    good = parfaite(cle)
    acte = cle["seance"]["acte"]
    yield Mutant("Conclure sans mesurer", {**good, "gestes": []})
    for point in cle["seance"]["depart"]:
        nom = f"Non corrigé : {mots.INSTALLATION[point][0].lower()}"
        yield Mutant(nom, seance(cle, sans(done, g="installer", point=point)))
    yield Mutant("Vessie non demandée", seance(cle, sans(done, g="demander", sujet="vessie")))
    yield Mutant("Tour de bras non mesuré", seance(cle, sans(done, g="tour_bras")))
    if cle["brassard"]:
        for other in mots.BRASSARDS:
            if other != cle["brassard"]:
                swapped = [{**g, "taille": other} if g["g"] == "brassard" else g for g in done]
                yield Mutant("Brassard d’une autre taille", seance(cle, swapped))
    yield Mutant("Sans attendre", seance(cle, [g for g in done if g["g"] != "attendre"]))
    if not _urgente(cle):
        yield Mutant("Une seule mesure", seance(cle, _une_seule(done)))
    judged = [nom for nom in good["conclusion"] if not _urgente(cle) or nom not in SANS_URGENCE]
    if judged:
        yield Mutant("Aucune conclusion", {**good, "conclusion": {}})
    parts = mots.questions(acte, tuple(cle["conclure"]))
    titles = {asked["nom"]: asked["titre"] or part["titre"] for part in parts for asked in part["questions"]}
    for nom in judged:
        yield Mutant(f"Non conclu : {titles[nom]}", seance(cle, done, **{nom: None}))
        for what, value in _voisins(nom, good["conclusion"][nom]):
            yield Mutant(f"{titles[nom]} : {what}", seance(cle, done, **{nom: value}))
    for nom, grave in GRAVES.items():
        if nom in judged:
            said = (mots.suites(acte) if nom == "suite" else mots.DIRE[acte])[grave]
            yield Mutant(f"{titles[nom]} : {said}", seance(cle, done, **{nom: grave}), gravite="hors_champ")


def _une_seule(faits: Iterable[Geste]) -> list[Geste]:
    """The same gestures up to the first reading."""
    kept = list(faits)
    return kept[: next(i for i, geste in enumerate(kept) if geste["g"] == "mesurer") + 1]


def _voisins(nom: str, value: Any) -> Iterator[tuple[str, Any]]:
    """Ten more and ten less of a number that is typed; its first digit lost."""
    if nom in mots.NOMBRES and isinstance(value, str):
        number = float(value.replace(",", ".").replace("\u2212", "-"))
        yield "dix de plus", mots.ecrit(number + 10)
        yield "dix de moins", mots.ecrit(number - 10)


def _urgente(cle: Mapping[str, Any]) -> bool:
    return cle.get("severe", False) and cle.get("plaintes", False)


def samples(acte: str, cle: Mapping[str, Any]) -> Samples:
    """What the tests try on every type."""
    good = parfaite(cle)
    cuff = {"g": "brassard", "taille": "M", "t": 0}
    arm = {"g": "bras", "cote": "droit", "t": 1}
    measure = {"g": "mesurer", "t": 2}
    impossible = [
        [measure],
        [cuff, measure],
        [arm, measure],
        [cuff, {**arm, "cote": "milieu"}, measure],
        [{**cuff, "taille": "XL"}],
        [{"g": "attendre", "minutes": 3, "t": 0}],
        [{"g": "attendre", "minutes": 5.0, "t": 0}],
        [{"g": "installer", "point": "bras", "etat": "nu", "t": 0}],
        [{"g": "mesurer", "pas": 120, "t": 0}],
        [{"g": "inventer", "t": 0}],
    ]
    if acte == "cabinet":
        impossible.append([{"g": "position", "etat": "debout", "t": 0}])
    typed = "moyenne_pas" if acte == "cabinet" else "baisse_pas"
    numbers = ("", "cent", "14,3,5", "9999", "nan")
    return Samples(
        right=(good, parfaite(cle, autrement=True)),
        wrong=tuple(_fautes(cle)),
        unreadable=(
            None,
            [],
            {"gestes": []},
            {"gestes": "x"},
            {"gestes": [], "conclusion": {"suite": "attendre"}},
            *({"gestes": done, "conclusion": {}} for done in impossible),
            *(
                {"gestes": [], "conclusion": {typed: number}}
                for number in numbers
                if typed.split("_")[0] in cle["conclure"]
            ),
        ),
    )
