"""The key of a ``seance_spirometrie``: what was planted, and what each blow and each part of a series is worth.

A series may be stopped anywhere: for each number of blows, the key says whether more should be asked for, which blows
hold the best VEMS and the best CVF, the grades, and how the result reads.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from asalee_training.clinical.spirometrie.avant import contre_indications, verifier_seringue
from asalee_training.clinical.spirometrie.bronchodilatateur import attente_min
from asalee_training.clinical.spirometrie.lecture import motif
from asalee_training.clinical.spirometrie.manoeuvre import Manoeuvre
from asalee_training.clinical.spirometrie.qualite import interpretable
from asalee_training.clinical.spirometrie.serie import continuer, retenir
from asalee_training.simulation import avant_spirometrie, seance_spirometrie
from asalee_training.simulation.seance_spirometrie import Scene
from asalee_training.simulation.serie_spirometrie import Serie

#: Names accepted for each fault: its own, and for a fault that only the eye tells, its close family.
ACCEPTES: Mapping[str, tuple[str, ...]] = {
    "demarrage_lent": ("demarrage_lent", "hesitation"),
    "hesitation": ("hesitation", "demarrage_lent"),
    "sous_maximale": ("sous_maximale", "effort_variable"),
    "effort_variable": ("effort_variable", "sous_maximale"),
    "embout_obstrue": ("embout_obstrue", "sous_maximale"),
}
#: What helps before the next blow.
CONSEILS: Mapping[str, tuple[str, ...]] = {
    "bonne": ("pareil",),
    "demarrage_lent": ("depart",),
    "hesitation": ("depart",),
    "sous_maximale": ("effort", "depart"),
    "toux_precoce": ("eau",),
    "toux_tardive": ("eau", "pareil"),
    "arret_premature": ("vider",),
    "glotte": ("gorge",),
    "fuite": ("levres",),
    "respiration_supplementaire": ("nez",),
    "inspiration_incomplete": ("inspirer",),
    "zero_decale": ("zero",),
    "embout_obstrue": ("langue",),
    "effort_variable": ("effort",),
}
GARDES = {(True, True): "les_deux", (True, False): "vems", (False, True): "cvf", (False, False): "rien"}


def verite(scene: Scene, patient: Mapping[str, Any]) -> dict[str, Any]:
    """Work out the key for one patient. Raises what ``simulation.seance_spirometrie.jouer`` raises."""
    jeu = seance_spirometrie.jouer(scene, patient)
    found = contre_indications(jeu.situations)
    return {
        "panne": not all(verifier_seringue(coups).reussie for coups in jeu.seringue[0].values()),
        "ne_pas_faire": found.decision == "ne_pas_faire",
        "familles": list(dict.fromkeys(avant_spirometrie.famille(nom) for nom in found.presentes)),
        "taille_cm": jeu.taille_cm,
        "taille_saisie_cm": jeu.taille_saisie_cm,
        "attente_min": attente_min(seance_spirometrie.MEDICAMENT) if scene.manoeuvres_post else None,
        "series": [_serie(serie, patient["age"]) for serie in jeu.series],
        "lectures": {
            nom: [_lecture(jeu.series[0], n, patient, nom, groupe) for n in range(len(jeu.series[0].noms) + 1)]
            for nom, groupe in seance_spirometrie.jeux(scene).items()
        },
    }


def _serie(serie: Serie, age: float) -> dict[str, Any]:
    return {
        "souffles": [
            {
                "nom": nom,
                "acceptes": list(ACCEPTES.get(nom, (nom,))),
                "conseils": list(CONSEILS[nom]),
                "garde": GARDES[etat.vems == "acceptable", etat.cvf == "acceptable"],
            }
            for nom, etat in zip(serie.noms, serie.etats, strict=True)
        ],
        "parts": [_part(serie, n, age) for n in range(len(serie.noms) + 1)],
    }


def _part(serie: Serie, n: int, age: float) -> dict[str, Any]:
    """What the first n blows of a series give."""
    mesures, etats = serie.mesures[:n], serie.etats[:n]
    found = retenir(mesures, etats, age)
    return {
        "encore": continuer(mesures, etats, age).oui,
        "souffle_vems": _best(mesures, "vems_l", found.manoeuvre_vems, [e.vems for e in etats]),
        "souffle_cvf": _best(mesures, "cvf_l", found.manoeuvre_cvf, [e.cvf for e in etats]),
        "grade_vems": found.grade_vems,
        "grade_cvf": found.grade_cvf,
    }


def _best(mesures: Sequence[Manoeuvre], champ: str, rang: int | None, etats: Sequence[str]) -> list[str]:
    """Numbers of the blows that hold the best value, as it is printed; "aucun" when none counts."""
    if rang is None:
        return ["aucun"]
    printed = round(getattr(mesures[rang], champ), 2)
    return [
        str(n)
        for n, (mesure, etat) in enumerate(zip(mesures, etats, strict=True), 1)
        if etat == etats[rang] and getattr(mesure, champ) is not None and round(getattr(mesure, champ), 2) == printed
    ]


def _lecture(serie: Serie, n: int, patient: Mapping[str, Any], jeu: str, groupe: int | None) -> list[str]:
    """How the first n blows read in a set of equations, at the true height."""
    found = retenir(serie.mesures[:n], serie.etats[:n], patient["age"])
    lisibles = {interpretable(grade) for grade in (found.grade_vems, found.grade_cvf)}
    if "non" in lisibles or found.rapport_pct is None:
        return ["non_interpretable"]
    refs = seance_spirometrie.references(patient, patient["taille_cm"], jeu, groupe)
    pattern = motif(
        refs["vems"].z(found.vems_l), refs["cvf"].z(found.cvf_l), refs["vems_cvf"].z(found.rapport_pct / 100)
    )
    lu = ["normale" if pattern == "normale" else "anormale"]
    return [*lu, "non_interpretable"] if "prudence" in lisibles else lu
