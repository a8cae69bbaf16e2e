"""Sessions of a ``passation_cinq_mots``: perfect ones, with one fault each, impossible ones; and a session in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asalee_training.exercises.contract import Gravite, Mutant, Samples
from asalee_training.exercises.gestes import Seance
from asalee_training.exercises.passation_cinq_mots import mots, resultats
from asalee_training.exercises.passation_cinq_mots.deroulement import HORS, suivre
from asalee_training.simulation.seance_cinq_mots import MOMENTS

Gestes = list[dict[str, Any]]
DONT = {
    "total": "Total",
    "lecture_dubois": "Lecture de Dubois",
    "lecture_pratique": "Lecture pratique",
    "conduite": "Conduite",
}


def debut(cle: Mapping[str, Any], listes: Sequence[str]) -> Gestes:
    """Conditions, explanation, the sheet, its five categories: up to the sheet hidden."""
    made: Gestes = [{"g": "verifier", "condition": nom} for nom in cle["conditions"]]
    if cle["a_reporter"]:
        return [*made, {"g": "reporter"}]
    made += [{"g": "corriger", "condition": nom} for nom in cle["a_corriger"]]
    liste = next(nom for nom in listes if nom != cle["interdite"])
    made += [{"g": "expliquer", "phrase": "neutre"}, {"g": "montrer", "liste": liste}, {"g": "faire_lire"}]
    return [*made, *({"g": "demander_categorie", "mot": mot} for mot in range(5)), {"g": "cacher"}]


def parfaite(
    cle: Mapping[str, Any], listes: Sequence[str], *, tache: str = "horloge", minutes: int = 4
) -> dict[str, Any]:
    """A session without a fault."""
    made = debut(cle, listes)
    if cle["a_reporter"]:
        return raw(made, {"conduite": "medecin_jour" if cle["bloquee"] else "refaire"})
    liste = next(geste["liste"] for geste in made if geste["g"] == "montrer")
    for moment in MOMENTS:
        told = cle["ecoute"][moment]["a"]
        missing = [mot for mot in range(5) if mot not in told["libre"]]
        made.append({"g": "rappel_libre", "moment": moment})
        made += [{"g": "indicer", "moment": moment, "mot": mot, "maniere": "categorie"} for mot in missing]
        if moment == "immediat":
            lost = [mot for mot in missing if mot not in told["indice"]]
            if lost:
                made += [{"g": "montrer", "liste": liste}, *({"g": "demander_categorie", "mot": mot} for mot in lost)]
                made.append({"g": "cacher"})
            made.append({"g": "intercaler", "tache": tache, "minutes": minutes})
    return notee([*made, {"g": "terminer", "phrase": "suite"}], cle)


def notee(made: Gestes, cle: Mapping[str, Any]) -> dict[str, Any]:
    """These gestures, with the sheet and the conclusion that are right for what they made the person say."""
    suivi = suivre(Seance(tuple(made), {}), cle["ecoute"])
    for nom in MOMENTS:
        moment = suivi.moments[nom]
        if not moment.fait:
            continue
        found = [sorted(right)[0] for right in resultats.codes(moment, cle["ecoute"][nom][moment.variante])]
        made = [*made, *({"g": "noter", "moment": nom, "mot": mot, "code": code} for mot, code in enumerate(found))]
        made.append({"g": "noter", "moment": nom, "mot": HORS, "code": "intrusion" if moment.intrus else "aucune"})
    return raw(made, conclue(made, cle))


def reindicee(made: Gestes, cle: Mapping[str, Any]) -> Gestes:
    """The same gestures, where each word that is missing once they are made is cued by its category, and no other."""
    done: Gestes = []
    for geste in made:
        if geste["g"] == "indicer" and geste["maniere"] == "categorie":
            continue
        done.append(geste)
        if geste["g"] == "rappel_libre":
            moment = suivre(Seance(tuple(done), {}), cle["ecoute"]).moments[geste["moment"]]
            told = cle["ecoute"][geste["moment"]][moment.variante]
            missing = [mot for mot in range(5) if mot not in told["libre"]]
            done += [{"g": "indicer", "moment": geste["moment"], "mot": mot, "maniere": "categorie"} for mot in missing]
    return done


def conclue(made: Gestes, cle: Mapping[str, Any]) -> dict[str, Any]:
    """What is to be concluded from the sheet of these gestures."""
    suivi = suivre(Seance(tuple(made), {}), cle["ecoute"])
    counts = resultats.comptes(suivi)
    if counts is None:
        return {"conduite": "refaire"}
    total = sum(counts.values())
    read = mots.lectures(total)
    return {
        **counts,
        "total": total,
        "lecture_dubois": read.lecture_dubois,
        "lecture_pratique": read.lecture_pratique,
        "conduite": resultats.conduite(counts),
    }


def raw(made: Gestes, conclusion: Mapping[str, Any]) -> dict[str, Any]:
    """A raw answer from gestures, with or without times."""
    return {"gestes": [{**geste, "t": 1500 * rang} for rang, geste in enumerate(made)], "conclusion": dict(conclusion)}


def sans(session: Mapping[str, Any], quoi: Mapping[str, Any], **champs: Any) -> Gestes:
    """The gestures of a session but the notes; those that hold ``quoi`` have other fields, or are gone without any."""
    kept: Gestes = []
    for geste in session["gestes"]:
        plain = {nom: value for nom, value in geste.items() if nom != "t"}
        if plain["g"] == "noter":
            continue
        if not quoi.items() <= plain.items():
            kept.append(plain)
        elif champs:
            kept.append({**plain, **champs})
    return kept


def _fautes(cle: Mapping[str, Any], listes: Sequence[str]) -> Iterator[Mutant]:
    good = parfaite(cle, listes)
    done = good["conclusion"]

    def conclu(nom: str, gravite: Gravite | None = None, **champs: Any) -> Mutant:
        return Mutant(nom, {**good, "conclusion": {**done, **champs}}, gravite=gravite)

    yield Mutant("Aucune conclusion", {**good, "conclusion": {}})
    for nom, texte in mots.CONDUITES.items():
        if nom != done["conduite"]:
            grave: Gravite | None = "hors_champ" if nom in ("diagnostic", "biologie") else None
            yield conclu(f"Conduite : {texte}", grave, conduite=nom)
    if cle["conditions"]:
        yield Mutant("Aucune condition vérifiée", _sans_conditions(good))
    if cle["a_reporter"]:
        yield conclu("Un total malgré le report", total=7)
        yield Mutant("Reporter sans rien vérifier, et rassurer", raw([{"g": "reporter"}], {"conduite": "rassurer"}))
        return
    for faute, quoi, champs in (
        ("Épreuve non expliquée", {"g": "expliquer"}, {}),
        ("Parler de maladie en présentant l’épreuve", {"g": "expliquer"}, {"phrase": "maladie"}),
        ("Liste non lue à voix haute", {"g": "faire_lire"}, {}),
        ("Un mot non demandé par sa catégorie", {"g": "demander_categorie", "mot": 2}, {}),
        ("Deux minutes seulement avant le rappel différé", {"g": "intercaler"}, {"minutes": 2}),
        ("Attendre en silence", {"g": "intercaler"}, {"tache": "silence"}),
        ("Dire qu’elle a raté", {"g": "terminer"}, {"phrase": "rate"}),
    ):
        yield Mutant(faute, notee(reindicee(sans(good, quoi, **champs), cle), cle))
    for maniere, faute in (("initiale", "Indicer par la première lettre"), ("mot", "Souffler le mot")):
        yield Mutant(faute, notee(sans(good, {"g": "indicer"}, maniere=maniere), cle))
    for nom, titre in {**mots.COMPTES, **DONT}.items():
        yield Mutant(f"Non conclu : {titre}", {**good, "conclusion": {k: v for k, v in done.items() if k != nom}})
    if "total" in done:
        near = ((1, "un point de plus"), (-1, "un point de moins"))
        yield from (
            conclu(f"Total : {word}", total=done["total"] + n) for n, word in near if 0 <= done["total"] + n <= 10
        )
        weighted = 2 * (done["rli"] + done["rld"]) + done["rii"] + done["rid"]
        if weighted <= 10:
            yield conclu("Score pondéré, à la place du total", total=weighted)
        for nom, readings in (("lecture_dubois", mots.DUBOIS), ("lecture_pratique", mots.PRATIQUE)):
            others = ((value, texte) for value, texte in readings.items() if value != done[nom])
            yield from (conclu(f"{DONT[nom]} : {texte.lower()}", **{nom: value}) for value, texte in others)


def _sans_conditions(session: Mapping[str, Any]) -> dict[str, Any]:
    kept = [geste for geste in session["gestes"] if geste["g"] not in ("verifier", "corriger")]
    return {**session, "gestes": kept}


def samples(conditions: Sequence[str], listes: Sequence[str], cle: Mapping[str, Any]) -> Samples:
    """What the tests try on every type."""
    show = {"g": "montrer", "liste": listes[0]}
    impossible: list[Gestes] = [
        [{"g": "faire_lire"}],
        [{"g": "cacher"}],
        [show, show],
        [show, {"g": "cacher"}, {"g": "montrer", "liste": listes[1]}],
        [{"g": "rappel_libre", "moment": "immediat"}],
        [show, {"g": "rappel_libre", "moment": "differe"}],
        [show, {"g": "indicer", "moment": "immediat", "mot": 0, "maniere": "categorie"}],
        [{"g": "intercaler", "tache": "horloge", "minutes": 4}],
        [show, {"g": "demander_categorie", "mot": 1.5}],
        [show, {"g": "demander_categorie", "mot": 5}],
        [{"g": "noter", "moment": "immediat", "mot": 0, "code": "libre"}],
        [
            show,
            {"g": "rappel_libre", "moment": "immediat"},
            {"g": "noter", "moment": "immediat", "mot": 5, "code": "libre"},
        ],
        [{"g": "reporter"}, show],
    ]
    return Samples(
        right=(parfaite(cle, listes), parfaite(cle, listes, tache="compter", minutes=3)),
        wrong=tuple(_fautes(cle, listes)),
        unreadable=(
            None,
            [],
            float("nan"),
            {"gestes": []},
            {"gestes": [], "conclusion": {"total": 11}},
            {"gestes": [], "conclusion": {"total": 7.5}},
            {"gestes": [], "conclusion": {"conduite": "irm"}},
            *(raw(made, {}) for made in impossible),
        ),
    )


def mots_de(seance: Seance) -> str:
    """« Conditions vérifiées : 9. Rappels : 2… »."""
    suivi = suivre_sans_ecoute(seance)
    done = seance.conclusion
    parts = [f"Conditions vérifiées : {len(suivi.verifiees)}, corrigées : {len(suivi.corrigees)}"]
    if suivi.reporte:
        parts.append("épreuve reportée")
    for nom, titre in (("immediat", "rappel immédiat"), ("differe", "rappel différé")):
        moment = suivi.moments[nom]
        if moment.fait:
            noted = [sum(code == kind for code in moment.notes.values()) for kind in ("libre", "indice")]
            parts.append(f"{titre} : {noted[0]} libres, {noted[1]} indicés")
    if "total" in done:
        parts.append(f"total : {int(done['total'])} sur 10")
    if "lecture_dubois" in done:
        parts.append(f"Dubois : {mots.DUBOIS[done['lecture_dubois']].lower()}")
    if "lecture_pratique" in done:
        parts.append(f"lecture pratique : {mots.PRATIQUE[done['lecture_pratique']].lower()}")
    if "conduite" in done:
        parts.append(mots.CONDUITES[done["conduite"]])
    return " ; ".join(parts) + "."


def suivre_sans_ecoute(seance: Seance) -> Any:
    """The session followed without its patient: what was done is known, what was heard is not."""
    return suivre(seance, {})
