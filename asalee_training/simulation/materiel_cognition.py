"""What a nurse has before her when she scores a test: a scene, a drawing, what was said. The patient is the seed.

`faits` tells what is true, for the judge; `materiel` shows it, for the page: no level, answer, count or score.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from asalee_training.simulation import encre, feuille_cognition, horloges, tirage
from asalee_training.simulation.paroles_reperage import GDS, IADL, P, R
from asalee_training.simulation.paroles_tests import (
    ACTUALITE,
    ADRESSE,
    DATES,
    EGARE,
    INTRUSIONS,
    LIEUX,
    PROCHE_GPCOG,
)
from asalee_training.simulation.scene_passation import NEUTRES, SCENES

#: Tests that can be scored, with the patient fields each one reads.
CHAMPS = {
    "horloge_7": ("horloge_dessin",),
    "horloge_4": ("horloge_dessin",),
    "codex": ("codex", "horloge_dessin"),
    "minicog": ("codex", "horloge_dessin"),
    "gpcog": ("cinq_mots", "codex", "horloge_dessin"),
    "cinq_mots": ("cinq_mots",),
    "iadl4": ("iadl",),
    "mini_gds": ("mini_gds",),
}
HORLOGES = ("horloge_7", "horloge_4", "codex", "minicog", "gpcog")
PROCHES = (("fille", "Sa", "e"), ("fils", "Son", ""), ("nièce", "Sa", "e"))
#: Errors of a clock redrawn at another time, for a patient whose own clock is not normal.
ERREURS_HABITUELLES = ("lie_au_stimulus", "minute_fausse", "mal_espaces", "chiffre_manquant", "aiguilles_interverties")
TITRES_IADL = {"telephone": "Téléphone", "transports": "Transports", "medicaments": "Médicaments", "budget": "Budget"}
TITRES_GDS = {
    "decourage_triste": "Découragement, tristesse",
    "vie_vide": "Vie vide",
    "heureux_plupart_du_temps": "Heureux la plupart du temps",
    "situation_desesperee": "Situation désespérée",
}
#: Tremor of the hand where drawing is hindered, and of the error of that name.
TREMBLEMENT = 3.6


def faits(test: str, patient: Mapping, heure: str = "", erreurs: Collection[str] | None = None) -> dict:
    """What is true of this test: counts, answers, levels, and the drawing. KeyError for a field that is missing."""
    seed = _seed(patient, test)
    known: dict = {}
    if test in HORLOGES:
        known["dessin"], known["traces"] = _drawing(patient, heure, erreurs)
        known["cercle"] = _circle(test, known["traces"])
    if test in ("codex", "minicog"):
        known["mots"] = _chosen(seed, "mots", 3, patient["codex"]["mots"])
    if test == "codex":
        right = patient["codex"]["orientation"]
        right = tirage.step(seed, "orientation.libre", 3, 5, 1) if right is None else right
        known["orientation"] = _chosen(seed, "orientation", 5, right)
    if test == "gpcog":
        known |= _gpcog(seed, patient)
    if test == "cinq_mots":
        known["cinq_mots"] = patient["cinq_mots"]
    if test == "iadl4":
        known["iadl"] = patient["iadl"]
        causes, levels = patient["iadl"]["causes"], patient["iadl"]["niveaux"]
        known["dit"] = {
            nom: tirage.choice(seed, nom, IADL[nom][level, causes.get(nom, "")]) for nom, level in levels.items()
        }
    if test == "mini_gds":
        known["mini_gds"] = patient["mini_gds"]
        known["dit"] = {
            nom: ((P, tirage.choice(seed, nom, GDS[nom][answer])),) for nom, answer in patient["mini_gds"].items()
        }
    if "dit" in known:
        words = accords(patient)
        known["dit"] = {
            nom: [[who, said.format_map(words)] for who, said in lines] for nom, lines in known["dit"].items()
        }
    return known


def materiel(
    test: str,
    patient: Mapping,
    heure: str = "",
    erreurs: Collection[str] | None = None,
    conditions: Sequence[str] = (),
) -> dict:
    """The recording: {"scene", "lignes", "suite"?, "dessin"?, "encre"?, "cercle"?}.

    A line is {"titre", "dit": [[who, words]], "vrai"?}. `suite`: the lines of the second step, where there is one.
    """
    seed = _seed(patient, test)
    known = faits(test, patient, heure, erreurs)
    words = accords(patient)
    shown: dict = {
        "scene": _scene(seed, patient, conditions, words),
        "lignes": _lines(test, seed, patient, known, words),
    }
    if test == "codex":
        shown["suite"] = _orientation(seed, known["orientation"], words)
    if test == "gpcog":
        shown["suite"] = [
            _line(
                f"Réponse {rank} du proche", [(R, tirage.choice(seed, f"proche.{rank}", PROCHE_GPCOG[answer]))], words
            )
            for rank, answer in enumerate(known["proche"], 1)
        ]
    if "dessin" in known:
        trembles = "tremblement" in known["traces"] or patient.get("conditions", {}).get("motricite") == "non_remplie"
        shown |= {
            "dessin": known["dessin"],
            "cercle": known["cercle"],
            "encre": encre.tracer(
                known["dessin"],
                _seed(known["dessin"]),
                known["cercle"],
                known["dessin"]["heure"] if "heure_ecrite" in known["traces"] else "",
                TREMBLEMENT if trembles else 1,
            ),
        }
    return shown


def accords(patient: Mapping) -> dict[str, str]:
    """Words that agree with the patient and with who came along, for `str.format`."""
    woman = patient["sexe"] == "femme"
    kin, article, agreed = tirage.choice(_seed(patient), "proche", PROCHES)
    return {
        "il": "elle" if woman else "il",
        "Il": "Elle" if woman else "Il",
        "lui": "elle" if woman else "lui",
        "le": "la" if woman else "le",
        "e": "e" if woman else "",
        "seul": "toute seule" if woman else "tout seul",
        "proche": f"{article.lower()} {kin}",
        "Proche": f"{article} {kin}",
        "pe": agreed,
    }


def _scene(seed: bytes, patient: Mapping, conditions: Sequence[str], words: Mapping[str, str]) -> list[str]:
    if not conditions:
        return []
    lines = [
        tirage.choice(seed, f"scene.{nom}", SCENES[nom][patient["conditions"][nom]])
        for nom in tirage.shuffled(seed, "scene.ordre", conditions)
    ]
    for rank in range(min(2, len(lines))):
        place = tirage.step(seed, f"scene.neutre.{rank}", rank, len(lines), 1)
        lines.insert(place, NEUTRES[(tirage.step(seed, "scene.neutre", 0, 3, 1) + rank) % len(NEUTRES)])
    return [line.format_map(words) for line in lines]


def _lines(test: str, seed: bytes, patient: Mapping, known: Mapping, words: Mapping[str, str]) -> list[dict]:
    if test == "codex":
        return [_line("Rappel des trois mots", [(P, _recall(seed, feuille_cognition.MOTS_CODEX, known["mots"]))], words,
                      "les trois mots étaient " + ", ".join(feuille_cognition.MOTS_CODEX))]  # fmt: skip
    if test == "minicog":  # the list belongs to its authors: the words are not shown
        said = {
            True: ("Donné tout de suite.", "Donné après réflexion."),
            False: ("« Je ne l’ai plus. »", "Un autre mot."),
        }
        return [
            _line(f"Mot {rank}", [("note", tirage.choice(seed, f"mot.{rank}", said[right]))], words)
            for rank, right in enumerate(known["mots"], 1)
        ]
    if test == "gpcog":
        return _gpcog_lines(seed, known, words)
    if test == "cinq_mots":
        return _five_words(seed, patient, words)
    if test == "iadl4":
        return [{"titre": titre, "dit": known["dit"][nom]} for nom, titre in TITRES_IADL.items()]
    if test == "mini_gds":
        return [{"titre": titre, "dit": known["dit"][nom]} for nom, titre in TITRES_GDS.items()]
    return []


def _line(titre: str, dit: Iterable[tuple[str, str]], words: Mapping[str, str], vrai: str = "") -> dict:
    line: dict = {"titre": titre, "dit": [[who, text.format_map(words)] for who, text in dit]}
    return line | {"vrai": vrai} if vrai else line


def _recall(seed: bytes, mots: Sequence[str], rappeles: Sequence[bool]) -> str:
    """« L’échelle… et puis… la lampe. Le dernier, non. »: recalled words in a drawn order, and an intrusion at times."""
    said = tirage.shuffled(seed, "rappel", [mot for mot, right in zip(mots, rappeles, strict=True) if right])
    missing = len(mots) - len(said)
    if not said:
        return f"Attendez… {tirage.choice(seed, 'intrusion', INTRUSIONS)} ? Non. Je ne sais plus."
    sentence = "… ".join(said).capitalize() + "."
    if missing and tirage.uniform(seed, "rappel.intrusion") < 0.6:
        return f"{sentence} Et… {tirage.choice(seed, 'intrusion', INTRUSIONS)} ?"
    return sentence + ("" if not missing else " Le reste, c’est parti.")


def _orientation(seed: bytes, right: Sequence[bool], words: Mapping[str, str]) -> list[dict]:
    place = tirage.choice(seed, "lieu", LIEUX)
    lines = []
    for rank, (question, known) in enumerate(zip(feuille_cognition.QUESTIONS_ORIENTATION, right, strict=True)):
        true, said = place[rank]
        lines.append(_line(question.capitalize(), [(P, said if known else EGARE[rank])], words, true))
    return lines


def _gpcog(seed: bytes, patient: Mapping) -> dict:
    """Answers that agree with the memory of this patient: what is kept of the address is what is kept of the words."""
    kept = patient["cinq_mots"]["rld"]
    worse = tirage.step(seed, "proche.oui", 3, 5, 1) if kept < 3 else tirage.step(seed, "proche.oui", 0, 1, 1)
    answers = ["oui"] * worse + [
        tirage.choice(seed, f"proche.{k}", ("non", "non", "nsp", "na")) for k in range(6 - worse)
    ]
    orientation = patient["codex"]["orientation"]
    return {
        "date": kept >= 3 if orientation is None else orientation >= 4,
        "actualite": kept >= 3,
        "adresse": _chosen(seed, "adresse", 5, kept),
        "proche": tirage.shuffled(seed, "proche.ordre", answers),
    }


def _gpcog_lines(seed: bytes, known: Mapping, words: Mapping[str, str]) -> list[dict]:
    date = tirage.choice(seed, "date", DATES)
    said = f"{date.split(' ', 1)[0].capitalize()}, on est le {date.split(' ', 1)[1]}." if known["date"] else (
        f"On est en {date.split()[2]}… le combien, je ne regarde plus. 2016 ?"
    )  # fmt: skip
    address = [pair[0] if right else pair[1] for pair, right in zip(ADRESSE.values(), known["adresse"], strict=True)]
    spoken = "{}… {}… au {}, {}, à {}.".format(*address)
    return [
        _line("La date", [(P, said)], words, date),
        _line("Une nouvelle entendue cette semaine", [(P, tirage.choice(seed, "news", ACTUALITE[known["actualite"]]))], words),
        _line("Rappel du nom et de l’adresse", [(P, spoken)], words,
              "Lucien Marchal, 27, rue du Lavoir, Saint-Aubin (nom d’entraînement)"),
    ]  # fmt: skip


def _five_words(seed: bytes, patient: Mapping, words: Mapping[str, str]) -> list[dict]:
    """Four moments as they were heard: a word said twice, or one that was not in the list, may come in."""
    sheet = feuille_cognition.read(("cinq_mots",), {}, patient)["cinq_mots"]
    cues = {row["mot"]: row["indice"] for row in sheet["liste"]}
    lines = []
    for moment, nom in (("immediat", "immédiat"), ("differe", "différé")):
        free, cued = sheet[f"rappel_{moment}"]["libre"], sheet[f"rappel_{moment}"]["indice"]
        said = "… ".join(free) if free else "Rien ne vient"
        if len(free) > 1 and tirage.uniform(seed, f"{moment}.redite") < 0.5:
            said += f"… {free[0]}, je l’ai dit"
        if len(free) < 4 and tirage.uniform(seed, f"{moment}.intrusion") < 0.5:
            said += "… le cheval"
        lines.append(_line(f"Rappel libre {nom}", [(P, said[0].upper() + said[1:] + ".")], words))
        answers: list[tuple[str, str]] = []
        for mot in (mot for mot in cues if mot not in free):
            lost = tirage.choice(seed, f"{moment}.{mot}", ("Non, rien.", "Je ne vois pas."))
            answers += [("vous", f"C’était {_un(cues[mot])} ?"), (P, f"{mot.capitalize()} !" if mot in cued else lost)]
        lines.append(_line(f"Avec l’indice, {nom}", answers or [("note", "Aucun indice donné.")], words))
    return lines


def _un(indice: str) -> str:
    return f"une {indice}" if indice == "fleur" else f"un {indice}"


def _drawing(patient: Mapping, heure: str, erreurs: Collection[str] | None) -> tuple[dict, tuple[str, ...]]:
    """The drawing, and the errors it was made with, where they are known."""
    own = patient.get("horloge_dessin")
    if erreurs is None and own is not None and heure in ("", own["heure"]):
        return own, ()
    if erreurs is None:
        wrong = horloges.manques(patient["horloge_dessin"])
        usual = [erreur for erreur in ERREURS_HABITUELLES if not horloges.refus(heure, [erreur])]
        erreurs = (tirage.choice(_seed(patient, "erreur"), heure, usual),) if wrong else ()
    seed = _seed(patient, "horloge", heure, sorted(erreurs))
    return horloges.dessiner(heure or "11:10", erreurs, seed), tuple(erreurs)


def _circle(test: str, traces: Collection[str]) -> str:
    if "cercle_ouvert" in traces:
        return "ouvert"
    return "ferme" if test == "horloge_4" else "imprime"


def _chosen(seed: bytes, label: str, count: int, right: int) -> list[bool]:
    chosen = tirage.shuffled(seed, label, range(count))[:right]
    return [rank in chosen for rank in range(count)]


def _seed(*values: object) -> bytes:
    return hashlib.sha256(json.dumps(values, sort_keys=True, ensure_ascii=False).encode()).digest()
