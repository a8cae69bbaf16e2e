"""The person to whom the five words are given: what she says to anything the nurse may do, from her four counts.

`ecoute` tells which words she gives, for the judge; `record` gives her sentences, for the page. What she says depends
on how she was asked: variants are single letters (a: as it should be, v: the sheet in sight, p: after a hurtful word,
c: too early or rehearsing, b: mixed up with another list).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence

from asalee_training.clinical import reference_data
from asalee_training.simulation import paroles_cinq_mots as dit
from asalee_training.simulation import tirage
from asalee_training.simulation.listes_cinq_mots import LISTES
from asalee_training.simulation.materiel_cognition import accords

MOMENTS = ("immediat", "differe")
VARIANTES = {"immediat": "avp", "differe": "avpcb"}
MANIERES = ("categorie", "initiale", "mot")
MINUTES_MAX = 10
BLESSANTES = ("trompez", "facile")


def delai_minutes() -> tuple[int, int]:
    """Fewest and most minutes between the two recalls, both accepted."""
    seuils = reference_data.thresholds("cognition")
    return int(seuils["cinq_mots_delai_min"]), int(seuils["cinq_mots_delai_max"])


def variante(tache: str | None, minutes: float) -> str:
    """Letter of the delayed recall after this task, and this many minutes in all."""
    if tache is None or tache == "silence" or minutes < delai_minutes()[0]:
        return "c"
    return "b" if tache == "autre_liste" else "a"


def ecoute(patient: Mapping) -> dict[str, dict[str, dict]]:
    """{moment: {letter: {"libre", "indice": ranks of words, "intrus": rank or None, "voisins": ranks}}}.

    `intrus`: the neighbour of this word is said in the free recall; `voisins`: lost words whose cue brings a neighbour.
    """
    counts, seed = patient["cinq_mots"], _seed(patient)
    order = tirage.shuffled(seed, "immediat", range(5))
    libre, indice = order[: counts["rli"]], order[counts["rli"] : counts["rli"] + counts["rii"]]
    known = [*libre, *indice]
    later = [*tirage.shuffled(seed, "differe", known), *(rank for rank in order if rank not in known)]
    late, cued = later[: counts["rld"]], later[counts["rld"] : counts["rld"] + counts["rid"]]
    early = [*libre, *(rank for rank in late if rank not in libre)]
    chances = {"immediat": 0.25, "differe": 0.6}
    heard = {
        "immediat": {"a": (libre, indice), "p": (libre[:-1], indice)},
        "differe": {
            "a": (late, cued),
            "p": (late[:-1], cued),
            "c": (early, [rank for rank in [*known, *cued] if rank not in early]),
            "b": (late[:-1], cued),
        },
    }
    told: dict[str, dict[str, dict]] = {}
    for moment in MOMENTS:
        told[moment] = {"v": {"libre": list(range(5)), "indice": [], "intrus": None, "voisins": []}}
        for letter, (free, found) in heard[moment].items():
            lost = [rank for rank in range(5) if rank not in free and rank not in found]
            missing = lost or [rank for rank in range(5) if rank not in free]
            drawn = tirage.uniform(seed, f"{moment}.intrus") < chances[moment] and letter in "ab"
            told[moment][letter] = {
                "libre": list(free),
                "indice": list(dict.fromkeys(found)),
                "intrus": tirage.choice(seed, f"{moment}.lequel", missing)
                if missing and (drawn or letter == "b")
                else None,
                "voisins": [rank for rank in lost if tirage.uniform(seed, f"{moment}.voisin.{rank}") < 0.4],
            }
    return told


def record(patient: Mapping, conditions: Sequence[str], listes: Sequence[str]) -> dict:
    """Everything that is seen and said in this session, whatever the nurse does."""
    seed, states = _seed(patient), {nom: patient["conditions"][nom] for nom in conditions}
    vue = states.get("appareils", "remplie")
    words = {**accords(patient), "liste": LISTES[listes[0]].titre, "ne": "ne" if patient["sexe"] == "femme" else ""}
    told = ecoute(patient)
    return {
        "sexe": patient["sexe"],
        "age": patient["age"],
        "lunettes": [vue == "remplie", vue != "sans_objet"],
        "conditions": {nom: _condition(seed, nom, states[nom], words) for nom in conditions},
        "expliquer": _agreed(dit.EXPLIQUER, words),
        "montrer": list(dit.MONTRER),
        "lire": [dit.LIRE[vue == "non_remplie"], dit.LIRE[0]],
        "categorie": [_at(tirage.shuffled(seed, "doigt", dit.MONTRE_DU_DOIGT)[rank], rank) for rank in range(5)],
        "rappels": {
            moment: {letter: _recall(seed, moment, letter, told[moment][letter]) for letter in VARIANTES[moment]}
            for moment in MOMENTS
        },
        "indices": {
            moment: {letter: _cues(seed, moment, told[moment][letter]) for letter in VARIANTES[moment]}
            for moment in MOMENTS
        },
        "revu": [_at(dit.REVU, rank) for rank in range(5)],
        "delais": {
            tache: "".join(variante(tache, minutes) for minutes in range(2 * MINUTES_MAX + 1)) for tache in dit.INTERCALER
        },
        "paroles": {phrase: "p" if phrase in BLESSANTES else "" for phrase in dit.ENCOURAGER},
        "encourager": _agreed(dit.ENCOURAGER, words),
        "intercaler": _agreed(dit.INTERCALER, words),
        "reporter": dit.REPORTER,
        "terminer": _agreed(dit.TERMINER, words),
    }  # fmt: skip


def _agreed(table: Mapping[str, str], words: Mapping[str, str]) -> dict[str, str]:
    return {nom: text.format_map(words) for nom, text in table.items()}


def _condition(seed: bytes, nom: str, state: str, words: Mapping[str, str]) -> list[str]:
    """What is seen, then what is seen after the nurse does something about it."""
    after = dit.RIEN if state != "non_remplie" else dit.REPARE.get(nom) or dit.RESTE[nom]
    return [tirage.choice(seed, f"vu.{nom}", dit.VU[nom][state]).format_map(words), after.format_map(words)]


def _recall(seed: bytes, moment: str, letter: str, told: Mapping) -> str:
    if letter == "v":
        return dit.VISIBLE
    said = [f"{{{rank}}}" for rank in told["libre"]]
    if told["intrus"] is not None:
        said.insert(len(said) - (len(said) > 2), f"{{x{told['intrus']}}}")
    if not said:
        return dit.DEBUTS.get(letter, "") + tirage.choice(seed, f"{moment}.vide", dit.VIDES)
    text = dit.DEBUTS.get(letter) or tirage.choice(seed, f"{moment}.ouverture", dit.OUVERTURES)
    for place, word in enumerate(said):
        text += (tirage.choice(seed, f"{moment}.lien.{place}", dit.LIENS) if place else "") + word
    if len(told["libre"]) > 1 and tirage.uniform(seed, f"{moment}.redite") < 0.4:
        text += _at(tirage.choice(seed, f"{moment}.laquelle", dit.REDITES), told["libre"][0])
    ends = dit.FINS_COMPLETES if len(told["libre"]) == 5 else dit.FINS
    return f"{text}.{tirage.choice(seed, f'{moment}.fin', ends)}"


def _cues(seed: bytes, moment: str, told: Mapping) -> list[list[str]]:
    """For each word, the reply to its category, to its first letter, to the word itself."""
    replies = []
    for rank in range(5):
        if rank in told["libre"]:
            replies.append([_at(dit.DEJA, rank)] * len(MANIERES))
            continue
        bank = dit.TROUVE if rank in told["indice"] else dit.AUTRE if rank in told["voisins"] else dit.PERDU
        words = tirage.shuffled(seed, f"{moment}.indice", bank)
        first = words[len(replies) % len(words)]  # not the same sentence twice in a row
        replies.append([_at(text, rank) for text in (first, dit.PAR_LA_LETTRE, dit.SOUFFLE)])
    return replies


def _at(text: str, rank: int) -> str:
    return text.replace("{0}", f"{{{rank}}}").replace("{x0}", f"{{x{rank}}}")


def _seed(patient: Mapping) -> bytes:
    who = [patient.get(field) for field in ("sexe", "age", "cinq_mots", "conditions")]
    return hashlib.sha256(json.dumps(who, sort_keys=True, ensure_ascii=False).encode()).digest()
