"""What the items of a sheet give: total, reading and what follows. Every rule is one of ``clinical.cognition``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from asalee_training.clinical import cognition
from asalee_training.exercises.cotation_test.feuilles import (
    ADRESSE,
    FEUILLES,
    HORLOGE_4,
    HORLOGE_7,
    IADL4,
    MINI_GDS,
    Item,
)


def lire(test: str, v: Mapping[str, str]) -> dict[str, Any]:
    """What these items give: {"total", "lecture", "conduite", "suite"}; ValueError when they are not all there or clash.

    ``total`` is a category for the Codex. ``suite``: the second step is needed.
    """
    missing = [item.nom for item in FEUILLES[test].items if not item.suite and item.nom not in v]
    if missing:
        raise ValueError(f"items without a value: {missing}")
    return _LIRE[test](v)


def _bools(v: Mapping[str, str], items: tuple[Item, ...]) -> dict[str, bool]:
    return {item.nom: v[item.nom] == "1" for item in items}


def _suite(**resultats: Any) -> str:
    """Conduct that follows from one test alone, by the level of ``clinical.cognition.orientation``."""
    nothing = {
        "signes": (),
        "codex": None,
        "cinq_mots_total": None,
        "horloge7": None,
        "retentissement": None,
        "mini_gds": None,
    }
    try:
        niveau = cognition.orientation(**{**nothing, "autres_positifs": (), **resultats}).niveau
    except ValueError:  # nothing alarming, and the other tests not done: nobody is reassured
        return "poursuivre"
    return {"N2": "alerte", "N3": "concertation"}[niveau]


def _resultat(total: int | str, lecture: str, conduite: str, suite: bool = False) -> dict[str, Any]:
    return {"total": total, "lecture": lecture, "conduite": conduite, "suite": suite}


def _horloge_7(v: Mapping[str, str]) -> dict[str, Any]:
    lue = cognition.horloge(**_bools(v, HORLOGE_7))
    return _resultat(lue.score, lue.lecture, _suite(horloge7=lue.score))


def _codex(v: Mapping[str, str]) -> dict[str, Any]:
    mots = sum(v[f"mot_{rang}"] == "1" for rang in (1, 2, 3))
    horloge = {nom: v[nom] == "1" for nom in ("tous_chiffres", "position", "deux_aiguilles", "heure")}
    suite = (mots == 3) != all(horloge.values())
    orientation = sum(v[f"lieu_{rang}"] == "1" for rang in range(1, 6)) if suite else None
    lu = cognition.codex(mots, **horloge, orientation=orientation)
    return _resultat(lu.categorie, lu.probabilite, _suite(codex=lu.categorie), suite)


def _minicog(v: Mapping[str, str]) -> dict[str, Any]:
    lu = cognition.minicog(sum(v[f"mot_{rang}"] == "1" for rang in (1, 2, 3)), int(v["horloge"]))
    return _resultat(
        lu.score, "positif" if lu.positif else "negatif", _suite(autres_positifs=("minicog",) * lu.positif)
    )


def _gpcog(v: Mapping[str, str]) -> dict[str, Any]:
    answers = {nom: v[nom] == "1" for nom in ("date", "actualite", *ADRESSE)}
    score = cognition.gpcog_patient(
        horloge_chiffres=v["chiffres"] == "1", horloge_aiguilles=v["aiguilles"] == "1", **answers
    )
    suite = cognition.gpcog(score) == "proche_a_interroger"
    proche = sum(v[f"proche_{rang}"] == "1" for rang in range(1, 7)) if suite else None
    lecture = cognition.gpcog(score, proche)
    return _resultat(score, lecture, _suite(autres_positifs=("gpcog",) * (lecture == "alteration_probable")), suite)


def _cinq_mots(v: Mapping[str, str]) -> dict[str, Any]:
    lu = cognition.cinq_mots(**{nom: int(v[nom]) for nom in ("rli", "rii", "rld", "rid")})
    return _resultat(lu.total, lu.lecture_pratique, _suite(cinq_mots_total=lu.total))


def _iadl4(v: Mapping[str, str]) -> dict[str, Any]:
    niveaux = {item.nom: v[item.nom] if v[item.nom] == "non_applicable" else int(v[item.nom]) for item in IADL4[:4]}
    lu = cognition.iadl4(**niveaux, cause_cognitive=v["cause"] == "oui")
    lecture = "retentissement" if lu.retentissement else "sans_retentissement"
    return _resultat(lu.dependances, lecture, _suite(retentissement=lu.retentissement))


def _mini_gds(v: Mapping[str, str]) -> dict[str, Any]:
    counted = {"oui": {"1": "oui", "0": "non"}, "non": {"1": "non", "0": "oui"}}
    lu = cognition.mini_gds(
        **{
            item.nom: counted["non" if item.nom == "heureux_plupart_du_temps" else "oui"][v[item.nom]]
            for item in MINI_GDS
        }
    )
    conduite = "question" if lu.question_suicidaire else "poursuivre"
    return _resultat(lu.score, "positif" if lu.positif else "negatif", conduite)


_LIRE = {
    "horloge_7": _horloge_7,
    "horloge_4": lambda v: _resultat(cognition.horloge_4(**_bools(v, HORLOGE_4)), "sans_seuil", "poursuivre"),
    "codex": _codex,
    "minicog": _minicog,
    "gpcog": _gpcog,
    "cinq_mots": _cinq_mots,
    "iadl4": _iadl4,
    "mini_gds": _mini_gds,
}
