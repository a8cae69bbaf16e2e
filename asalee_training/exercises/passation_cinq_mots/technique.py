"""What is judged before the sheet is shown, and of the way the test is given. The rest is in ``…_resultats``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.clinical import inputs
from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.passation_cinq_mots import mots
from asalee_training.exercises.passation_cinq_mots.deroulement import Passation
from asalee_training.simulation.seance_cinq_mots import BLESSANTES, MOMENTS, delai_minutes

DITS = {"immediat": "rappel immédiat", "differe": "rappel différé"}


def conditions(attendu: Mapping[str, Any], suivi: Passation) -> Iterator[Critere]:
    """Everything looked at before the sheet, what can be mended mended, the rest postponed, and nothing else."""
    states, needed = attendu["conditions"], attendu["a_reporter"]
    if states:
        seen = [nom for nom in states if nom in suivi.verifiees]
        enough = len(seen) == len(states) or (suivi.reporte and any(nom in seen for nom in needed))
        yield Critere(
            "vérifier toutes les conditions avant la feuille",
            enough,
            f"{len(seen)} condition{'s' if len(seen) > 1 else ''} sur {len(states)} vérifiée{'s' if len(seen) > 1 else ''}.",
            "Toutes, avant de montrer la feuille ; ou, tout de suite, celle qui oblige à reporter.",
            "Un score sans ses conditions de passation ne se lit pas.",
            poids=2,
        )
    for nom in attendu["a_corriger"]:
        done = nom in suivi.corrigees
        yield Critere(
            f"corriger ce qui peut l’être : {mots.nom(nom)}",
            None if needed else done,
            f"{_capital(mots.nom(nom))} : {'corrigé avant de commencer' if done else 'non corrigé avant de commencer'}.",
            f"{mots.CONDITIONS[nom][1]}, avant de montrer la feuille.",
            attendu["que_faire"].get(nom, ""),
            poids=2,
        )
    if needed:
        reasons = ", ".join(mots.nom(nom) for nom in needed)
        yield Critere(
            "ne pas faire passer l’épreuve ce jour",
            suivi.reporte and not suivi.passee,
            "Vous avez reporté."
            if suivi.reporte and not suivi.passee
            else "Vous n’avez pas reporté avant de montrer la feuille.",
            f"Reporter. En cause : {reasons}.",
            " ".join(attendu["que_faire"].get(nom, "") for nom in needed),
            poids=4,
        )
    else:
        yield Critere(
            "ne pas reporter sans raison",
            not suivi.reporte,
            "Vous avez reporté l’épreuve." if suivi.reporte else "Vous n’avez pas reporté.",
            "Rien n’oblige à reporter : ce qui gêne se corrige sur place.",
            "Reporter sans raison fatigue la personne et retarde la suite.",
            poids=2,
        )


def explication(suivi: Passation, attendu: Mapping[str, Any]) -> Iterator[Critere]:
    """The purpose in plain words, and no name of a disease, at the beginning or at the end."""
    said = mots.EXPLIQUER.get(suivi.expliquer)
    yield Critere(
        "expliquer le but et demander l’accord",
        None if attendu["a_reporter"] else suivi.expliquer == "neutre",
        f"Vous avez dit : « {said} »" if said else "Vous n’avez rien expliqué avant la feuille.",
        f"« {mots.EXPLIQUER['neutre']} »",
        "L’enjeu annoncé fait perdre des mots ; l’accord de la personne vient avant toute épreuve.",
    )
    named = "maladie" in (suivi.expliquer, suivi.fin)
    yield Critere(
        "ne nommer aucune maladie",
        not named,
        "Vous avez prononcé le nom d’une maladie." if named else "Vous n’avez nommé aucune maladie.",
        "Aucun nom de maladie, ni avant ni après l’épreuve.",
        "Un repérage n’est pas un diagnostic : le nommer et l’annoncer reviennent au médecin.",
        poids=2,
        gravite="hors_champ",
    )


def presentation(suivi: Passation, attendu: Mapping[str, Any]) -> Iterator[Critere]:
    """Another list, read aloud, each category asked with the sheet in sight, then the sheet hidden."""
    if attendu["interdite"]:
        titre = attendu["titres"].get(suivi.liste)
        yield Critere(
            "une autre liste que la dernière fois",
            bool(titre) and suivi.liste != attendu["interdite"],
            f"Liste montrée : {titre}." if titre else "Aucune liste montrée.",
            f"Une liste autre que « {attendu['titres'][attendu['interdite']]} », déjà utilisée il y a trois semaines.",
            "La même liste, si tôt, mesure le souvenir de la liste (convention : trois mois).",
            poids=2,
        )
    yield Critere(
        "faire lire les mots à voix haute",
        suivi.lu,
        "Les mots ont été lus à voix haute."
        if suivi.lu
        else "Les mots n’ont pas été lus à voix haute avant le rappel.",
        "La personne lit elle-même les cinq mots.",
        "C’est la preuve qu’elle les voit et les lit : un mot mal lu ne peut pas être retenu.",
    )
    yield Critere(
        "demander les cinq catégories, feuille visible",
        suivi.demandes == set(range(5)),
        f"Catégories demandées avant le rappel : {len(suivi.demandes)} sur 5.",
        "La question de catégorie pour chacun des cinq mots, la feuille sous les yeux.",
        "L’encodage est contrôlé : le mot est lié à la catégorie qui servira d’indice.",
        poids=3,
    )
    recalled = suivi.moments["immediat"].fait
    yield Critere(
        "cacher la feuille avant chaque rappel",
        recalled and not suivi.rappels_visibles,
        "La feuille était visible pendant un rappel." if suivi.rappels_visibles
        else "La feuille était cachée." if recalled else "Aucun rappel n’a été demandé.",
        "La feuille est retournée avant toute question de rappel.",
        "Les yeux sur la feuille, la personne lit : le résultat ne dit plus rien de sa mémoire.",
        poids=4,
    )  # fmt: skip


def rappels(suivi: Passation, attendu: Mapping[str, Any]) -> Iterator[Critere]:
    """Free recall first, then the category, for the missing words and them only."""
    for nom in MOMENTS:
        moment = suivi.moments[nom]
        yield Critere(
            f"demander le {DITS[nom]} sans aide",
            moment.fait,
            f"{_capital(DITS[nom])} : {'demandé' if moment.fait else 'non demandé'}.",
            "Un rappel libre d’abord, sans aucun indice.",
            "Il y a deux rappels, l’un tout de suite, l’autre après l’épreuve intercalée.",
            poids=2,
        )
        if moment.fait:
            yield _oublies(suivi, nom, attendu)
    cues = [(nom, mot, maniere) for nom in MOMENTS for mot, maniere in suivi.moments[nom].indices]
    spare = [cue for cue in cues if cue[1] in _libres(suivi, attendu, cue[0])]
    yield Critere(
        "ne pas indicer un mot déjà dit",
        not spare if cues else None,
        f"Indices donnés pour un mot déjà dit : {len(spare)}.",
        "Aucun indice pour un mot déjà donné librement.",
        "Il fatigue, il fait douter, et il grossit à tort le compte des mots indicés.",
    )
    wrong = [cue for cue in cues if cue[2] != "categorie"]
    yield Critere(
        "indicer par la catégorie seulement",
        not wrong if cues else None,
        f"Mots donnés par leur initiale ou soufflés : {len(wrong)}."
        if wrong
        else "Tous les indices sont des catégories.",
        "La catégorie, et elle seule ; jamais la première lettre, jamais le mot.",
        "Seule la catégorie apprise avec le mot dit si le souvenir est là. Une lettre ou le mot donne la réponse.",
        poids=3,
    )
    yield _apprentissage(suivi, attendu)


def _libres(suivi: Passation, attendu: Mapping[str, Any], nom: str) -> list[int]:
    return attendu["ecoute"][nom][suivi.moments[nom].variante]["libre"]


def mot_dit(mot: int, attendu: Mapping[str, Any], suivi: Passation) -> str:
    """This word of the list that was shown, with its article."""
    return attendu["mots"].get(suivi.liste, [f"mot {rang}" for rang in range(1, 6)])[mot]


def _oublies(suivi: Passation, nom: str, attendu: Mapping[str, Any]) -> Critere:
    moment = suivi.moments[nom]
    missing = set(range(5)) - set(_libres(suivi, attendu, nom))
    left = missing - {mot for mot, _ in moment.indices}
    return Critere(
        f"indicer chaque mot manquant, {DITS[nom]}",
        not left if missing else None,
        f"{_capital(DITS[nom])} : {len(missing - left)} mot{'s' if len(missing - left) > 1 else ''} indicé"
        f"{'s' if len(missing - left) > 1 else ''} sur {len(missing)}"
        + (f" ; sans indice : {', '.join(mot_dit(mot, attendu, suivi) for mot in sorted(left))}." if left else "."),
        "Un indice de catégorie pour chaque mot qui manque.",
        "Un mot retrouvé avec l’indice a été retenu ; sans indice, on ne le saura pas.",
    )


def _apprentissage(suivi: Passation, attendu: Mapping[str, Any]) -> Critere:
    moment = suivi.moments["immediat"]
    told = attendu["ecoute"]["immediat"][moment.variante or "a"]
    lost = set(range(5)) - set(told["libre"]) - moment.trouves - moment.souffles
    again = suivi.revus >= lost
    return Critere(
        "montrer de nouveau ce qui n’a pas été appris",
        again if lost and moment.fait else None,
        "Feuille remontrée, mots manquants redemandés par leur catégorie." if again
        else "La feuille n’a pas été remontrée pour tous les mots perdus.",
        "Remontrer la feuille, redemander la catégorie des mots perdus, cacher, puis seulement intercaler.",
        "Un mot qui n’a jamais été appris ne peut pas être oublié. La première cotation reste écrite.",
    )  # fmt: skip


def delai(suivi: Passation, attendu: Mapping[str, Any]) -> Iterator[Critere]:
    """What fills the time between both recalls, and how long; words that hurt."""
    said = [mots.TACHES[tache] for tache in suivi.intercalees]
    good = bool(said) and not {"silence", "autre_liste"} & set(suivi.intercalees)
    yield Critere(
        "une épreuve qui occupe sans mots à retenir",
        good,
        f"Intercalé : {' '.join(f'« {text} »' for text in said)}" if said else "Rien n’a été intercalé avant le rappel différé.",
        "L’horloge, un compte à rebours, une fluence d’une autre catégorie.",
        "En silence, la personne se répète les mots ; une autre liste se mélange à la première.",
        poids=2,
    )  # fmt: skip
    low, high = delai_minutes()
    yield Critere(
        "un délai de 3 à 5 minutes",
        suivi.delai is not None and low <= suivi.delai <= high,
        "Aucun délai mesurable." if suivi.delai is None else f"Délai avant le rappel différé : {suivi.delai} min.",
        f"De {low} à {high} minutes entre les deux rappels.",
        "Plus court, les mots sont encore là sans avoir été gardés ; plus long, l’épreuve n’est plus comparable.",
        poids=3,
    )
    hurt = [mots.ENCOURAGER[phrase] for phrase in suivi.phrases if phrase in BLESSANTES]
    yield Critere(
        "soutenir sans corriger ni presser",
        not hurt,
        f"Vous avez dit : « {hurt[0]} »" if hurt else "Rien dans vos paroles n’a mis la personne en échec.",
        f"« {mots.ENCOURAGER['temps']} » ; jamais « {mots.ENCOURAGER['trompez']} »",
        "Qui se sait en faute se tait : les mots perdus ainsi ne sont pas des mots oubliés.",
        poids=2,
    )


def _capital(text: str) -> str:
    return inputs.typography(text[0].upper() + text[1:])
