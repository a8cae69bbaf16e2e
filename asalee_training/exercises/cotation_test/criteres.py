"""What is judged of a score sheet: conditions first, then each item, then what she makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.clinical import champ
from asalee_training.exercises.contract import Gravite
from asalee_training.exercises.cotation_test import lecture as cotation_lecture
from asalee_training.exercises.cotation_test.feuilles import CONDITIONS, CONDUITES, FEUILLES, NOMS, Feuille, Item
from asalee_training.exercises.gestes import Critere, Seance

ETATS = {"remplie": "remplie", "non_remplie": "non remplie", "sans_objet": "sans objet"}
#: What a conduct amounts to, for the scope of practice: act and gesture.
ACTES = {"diagnostic": ("diagnostic", "realiser"), "biologie": ("tsh", "prescrire")}


def criteres(test: str, attendu: Mapping[str, Any], seance: Seance) -> Iterator[Critere]:
    """Yield the criteria that this session calls for."""
    sheet, values = FEUILLES[test], cotes(seance)
    yield from _conditions(attendu, seance)
    if attendu["bloquee"]:
        yield _abstention(seance)
    elif values or not attendu["invalide"]:  # nothing scored is right too where nothing may be read
        if sheet.suite:
            yield _suite(sheet, attendu, seance)
        for item in sheet.items:
            if not item.suite or (attendu["suite"] and seance.fait("demander")):
                yield _item(item, attendu, values)
        yield _total(test, sheet, attendu, values, seance)
    if not attendu["bloquee"]:
        yield _lecture(sheet, attendu, seance)
    yield _conduite(test, attendu, seance)


def cotes(seance: Seance) -> dict[str, str]:
    """Last value written for each item."""
    return {geste["item"]: geste["valeur"] for geste in seance.tous("coter")}


def etats(seance: Seance) -> dict[str, str]:
    """Last state written for each condition."""
    return {geste["condition"]: geste["etat"] for geste in seance.tous("verifier")}


def _conditions(attendu: Mapping[str, Any], seance: Seance) -> Iterator[Critere]:
    states, written = attendu["etats"], etats(seance)
    if not states:
        return
    first = {
        geste["condition"]: rank for rank, geste in reversed(list(enumerate(seance.gestes))) if geste["g"] == "verifier"
    }
    late = [nom for nom in states if first.get(nom, seance.rang("coter") + 1) > seance.rang("coter")]
    checked = len(states) - len([nom for nom in states if nom not in written])
    yield Critere(
        "les conditions avant la cotation",
        not [nom for nom in states if nom not in written] and not (seance.fait("coter") and late),
        f"{checked} condition{'s' if checked > 1 else ''} sur {len(states)} vérifiée{'s' if checked > 1 else ''}"
        + (
            ", en partie après avoir commencé à coter."
            if checked == len(states) and late and seance.fait("coter")
            else "."
        ),
        "Toutes les conditions vérifiées avant le premier point.",
        "Un score sans ses conditions de passation ne se lit pas.",
    )
    for nom in (nom for nom, state in states.items() if state == "non_remplie"):
        yield Critere(
            CONDITIONS[nom],
            written.get(nom) == "non_remplie",
            f"{_titre(nom)} : {_ecrit(written.get(nom))}.",
            "Non remplie.",
            attendu["que_faire"].get(nom, ""),
            poids=2,
        )
    wrong = [nom for nom, state in states.items() if state != "non_remplie" and written.get(nom) == "non_remplie"]
    yield Critere(
        "les conditions remplies",
        not wrong,
        f"Déclarées non remplies à tort : {', '.join(CONDITIONS[nom] for nom in wrong)}."
        if wrong
        else "Aucune condition déclarée manquante à tort.",
        "Aucune condition remplie n’est déclarée manquante.",
        "Reporter sans raison fatigue la personne et retarde la suite.",
    )


def _abstention(seance: Seance) -> Critere:
    scored = seance.fait("coter") or "total" in seance.conclusion
    read = seance.conclusion.get("lecture") not in (None, "non_interpretable")
    return Critere(
        "aucun score ce jour",
        not scored and not read,
        "Vous avez coté ou lu un score." if scored or read else "Vous n’avez rien coté.",
        "Aucun score écrit, aucune lecture.",
        "Un changement aigu ou une cause somatique fausse tout test : on soigne d’abord, on repère plus tard.",
        poids=3,
    )


def _suite(sheet: Feuille, attendu: Mapping[str, Any], seance: Seance) -> Critere:
    asked = seance.fait("demander")
    return Critere(
        "la seconde étape",
        asked == attendu["suite"],
        "Seconde étape faite." if asked else "Seconde étape non faite.",
        "Elle est nécessaire." if attendu["suite"] else "Elle n’est pas nécessaire.",
        _POURQUOI_SUITE[sheet.titre.split(",")[0]],
        poids=2,
    )


def _item(item: Item, attendu: Mapping[str, Any], values: Mapping[str, str]) -> Critere:
    right, reason = attendu["items"][item.nom]
    texts = dict(item.valeurs)
    given = values.get(item.nom)
    return Critere(
        NOMS.get(item.nom, item.libelle[0].lower() + item.libelle[1:]),
        given == right,
        f"{item.libelle} : " + ("vous n’avez rien coté." if given is None else f"vous avez coté « {texts[given]} »."),
        f"« {texts[right]} ». {reason}",
        item.regle,
    )


def _total(test: str, sheet: Feuille, attendu: Mapping[str, Any], values: Mapping[str, str], seance: Seance) -> Critere:
    given = seance.conclusion.get("total")
    own = _own(test, values)
    fait = "Vous n’avez rien écrit." if given is None else f"Vous avez écrit {_nombre(given, sheet)}."
    if given is not None and own is not None and given != own:
        fait += f" Vos cotations donnent {_nombre(own, sheet)}."
    return Critere(
        "la catégorie" if sheet.maximum is None else "le total",
        given is not None and given in (attendu["total"], own),
        fait,
        f"{_nombre(attendu['total'], sheet)}. Un total juste d’après vos cotations est accepté aussi.",
        "Écrivez toujours le nom de la cotation à côté du nombre.",
        poids=2,
    )


def _own(test: str, values: Mapping[str, str]) -> int | str | None:
    """The total of her own values: an item misread is not paid twice."""
    try:
        return cotation_lecture.lire(test, values)["total"]
    except (KeyError, ValueError):
        return None


def _lecture(sheet: Feuille, attendu: Mapping[str, Any], seance: Seance) -> Critere:
    given = seance.conclusion.get("lecture")
    return Critere(
        "la lecture",
        given == attendu["lecture"],
        "Aucune lecture choisie." if given is None else f"« {sheet.lectures[given]} ».",
        f"« {sheet.lectures[attendu['lecture']]} ».",
        "Une condition manque : le nombre ne veut rien dire aujourd’hui."
        if attendu["invalide"]
        else "La lecture est celle de cette cotation, et d’elle seule.",
        poids=2,
    )


def _conduite(test: str, attendu: Mapping[str, Any], seance: Seance) -> Critere:
    given = seance.conclusion.get("conduite")
    return Critere(
        "la conduite",
        given == attendu["conduite"],
        "Aucune conduite choisie." if given is None else f"« {CONDUITES[given]} ».",
        f"« {CONDUITES[attendu['conduite']]} ».",
        _hors_champ(given) or _POURQUOI[attendu["conduite"]],
        poids=3,
        gravite=_gravite(test, attendu, given),
    )


def _gravite(test: str, attendu: Mapping[str, Any], given: str | None) -> Gravite | None:
    if given is None:
        return None
    if _hors_champ(given):
        return "hors_champ"
    if attendu["bloquee"]:
        return "dangereux"
    return "dangereux" if attendu["conduite"] == "question" and given in ("sans_question", "rassurer") else None


def _hors_champ(given: str | None) -> str:
    """Why this conduct is not hers, "" when it is."""
    if given not in ACTES:
        return ""
    decision = champ.autorise(*ACTES[given], "cognition")
    return "" if decision.oui else decision.pourquoi


def _ecrit(etat: str | None) -> str:
    return "vous n’avez rien noté" if etat is None else f"vous avez noté « {ETATS[etat]} »"


def _titre(nom: str) -> str:
    return CONDITIONS[nom][0].upper() + CONDITIONS[nom][1:]


def _nombre(total: Any, sheet: Feuille) -> str:
    return f"« {total} »" if sheet.maximum is None else f"{int(total)} sur {sheet.maximum}"


_POURQUOI_SUITE = {
    "Codex": "Les questions d’orientation se posent quand les mots seuls, ou l’horloge seule, sont anormaux ; jamais sinon.",
    "GPCOG": "Le proche s’interroge entre 5 et 8 sur 9 ; à 9, ou à 4 et moins, la partie patient suffit.",
}
_POURQUOI = {
    "poursuivre": "Un test seul ne conclut pas : mots, horloge, vie quotidienne et humeur se lisent ensemble.",
    "concertation": "Une anomalie isolée se discute avec le médecin ; elle ne porte pas de nom de maladie.",
    "alerte": "Mots et horloge anormaux ensemble : le médecin doit le savoir vite.",
    "refaire": "Ce que la condition manquante a fait perdre ne se rattrape pas par le calcul.",
    "medecin_jour": "Un état aigu se soigne ; aucun test de repérage ne se lit ce jour-là.",
    "question": "Poser la question ne donne pas l’idée : elle protège. Une échelle ne fait pas le diagnostic.",
}
