"""How the conclusions of an ``examen_monofilament`` are judged: the readings, the grade, what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asalee_training.clinical import champ, pied
from asalee_training.exercises.contract import Gravite
from asalee_training.exercises.examen_monofilament import mots
from asalee_training.exercises.examen_monofilament.technique import Examen
from asalee_training.exercises.gestes import Critere

#: From two levels below the least urgent accepted alert, the delay is a danger.
NIVEAUX_DANGEREUX = 2
RIEN = "Vous n’avez rien conclu."


def site(examen: Examen, zone: str) -> Critere:
    """One site. A state that was written without a touch was not read."""
    attendu, donne = examen.cle["etats"][zone], examen.seance.conclusion.get(zone)
    teste = attendu == "non_testable" or examen.nombre(zone, "reelle") > 0
    note = f"noté « {mots.ETATS[donne].lower()} »" if donne else "rien de noté"
    nom = mots.libelle(zone).capitalize()
    pourquoi = "Deux réponses justes sur trois : présente. Deux fausses sur trois : absente."
    if attendu == "non_testable":
        pourquoi = "Un orteil qui manque ne se teste pas, et ne se dit pas normal."
    elif trompeur := examen.trompeur(zone):
        pourquoi = f"{trompeur} {pourquoi}"
    return Critere(
        f"le site « {mots.libelle(zone)} »",
        donne == attendu and teste,
        f"{nom} : {note}{'' if teste or not donne else ' sans l’avoir testé'}.",
        f"Sensibilité {mots.ETATS[attendu].lower()}." if attendu != "non_testable" else "Site non testable.",
        pourquoi,
        0.75,
    )


def perte(examen: Examen) -> Iterator[Critere]:
    """Each foot. To a patient who has a loss, « none » on both feet is a danger: nobody will look any more."""
    attendues = examen.cle["perte"]
    donnees = {cote: examen.seance.conclusion.get(f"perte.{cote}") for cote in pied.PIEDS}
    for cote, attendu in attendues.items():
        donne = donnees[cote]
        rassure = attendu == "oui" and donne == "non" and "oui" not in donnees.values()
        dit = f"vous avez conclu « {mots.PERTES[donne].lower()} »" if donne else "vous n’avez rien conclu"
        yield Critere(
            f"la conclusion pour le pied {cote}",
            donne == attendu,
            f"Pied {cote} : {dit}.",
            f"{mots.PERTES[attendu]}.",
            "Un seul site absent suffit. Un site non testable interdit de conclure que tout est senti.",
            1.5,
            "dangereux" if rassure else None,
        )


def suite(conclure: Sequence[str], examen: Examen) -> Iterator[Critere]:
    """Grade, category, next examination, alert, and what else is done."""
    cle, donne = examen.cle, examen.seance.conclusion
    if "grade" in conclure:
        given, attendu = donne.get("grade"), cle["grade"]
        yield Critere(
            "le grade podologique",
            given == attendu,
            f"Vous avez conclu « {mots.GRADES[given].lower()} »." if given else RIEN,
            f"{mots.GRADES[attendu]}.",
            "Plaie ouverte : pas de grade. Antécédent d’ulcération ou d’amputation : 3. Neuropathie avec artère malade ou "
            "déformation : 2. Neuropathie seule : 1. Sinon : 0.",
            3,
            "dangereux" if given == "0" and cle["perte_patient"] else None,
        )
    if "iwgdf" in conclure:
        given = donne.get("iwgdf")
        yield Critere(
            "la catégorie IWGDF",
            given == cle["iwgdf"],
            f"Vous avez conclu « {mots.CATEGORIES[given].lower()} »." if given else RIEN,
            f"{mots.CATEGORIES[cle['iwgdf']]}.",
            "Elle compte aussi l’artère seule et la dialyse : elle peut dépasser le grade français.",
            2,
        )
    if "recontrole" in conclure and not cle["plaies"]:
        given = donne.get("recontrole")
        loin = given is not None and mots.MOIS[given][1] > cle["mois_max"]
        yield _choisi(
            "le délai du prochain examen",
            given,
            cle["recontrole"],
            mots.DELAIS,
            "Le délai suit le plus élevé des deux : le grade français, ou la catégorie internationale (IWGDF).",
            "dangereux" if loin else None,
        )
    if "alerte" in conclure:
        given, order = donne.get("alerte"), list(mots.ALERTES)
        tard = given is not None and order.index(given) - order.index(cle["alerte"][-1]) >= NIVEAUX_DANGEREUX
        yield _choisi(
            "le délai pour prévenir le médecin",
            given,
            cle["alerte"],
            mots.ALERTES,
            "Plaie avec du pus : tout de suite. Autre plaie, grade 2 ou 3, artère malade seule : dans les jours qui viennent, "
            "au plus tard. Le reste se voit en concertation.",
            "dangereux" if tard else None,
        )
    if "conduite" in conclure:
        yield from _conduite(examen)


def _choisi(
    libelle: str,
    donne: str | None,
    acceptes: Sequence[str],
    textes: dict[str, str],
    pourquoi: str,
    gravite: Gravite | None,
) -> Critere:
    return Critere(
        libelle,
        donne in acceptes,
        f"{textes[donne]}." if donne else "Vous n’avez rien choisi.",
        f"{', ou '.join(textes[mot] if i == 0 else _bas(textes[mot]) for i, mot in enumerate(acceptes))}.",
        pourquoi,
        2,
        gravite,
    )


def _bas(texte: str) -> str:
    return texte[0].lower() + texte[1:]


def _conduite(examen: Examen) -> Iterator[Critere]:
    """Boxes that this patient calls for, and those ticked that nothing calls for."""
    cle, donne = examen.cle, examen.seance.conclusion
    plaie, corne = bool(cle["plaies"]), cle["corne"]
    for nom, libelle, attendu, appele, pourquoi, poids, gravite in (
        (
            "eduquer",
            "apprendre à regarder ses pieds",
            True,
            plaie or cle["perte_patient"],
            "Ses yeux remplacent la douleur qui ne prévient plus.",
            1,
            None,
        ),
        (
            "podologue",
            "confier la corne au pédicure-podologue",
            True,
            corne,
            "La corne appuie sur la peau comme un caillou : son soin est celui du pédicure-podologue.",
            1,
            None,
        ),
        (
            "decharge",
            "la mise en décharge",
            plaie,
            plaie or donne.get("decharge") is True,
            "Une plaie qui porte le poids du corps ne guérit pas. Sans plaie, la décharge n’a pas d’objet.",
            2,
            None,
        ),
        (
            "oter_corne",
            "ne pas retirer la corne",
            False,
            corne or donne.get("oter_corne") is True,
            champ.autorise("soin_pedicurie", "realiser", "diabete").pourquoi,
            1,
            "hors_champ",
        ),
    ):
        if appele:
            coche = donne.get(nom) is True
            yield Critere(
                libelle,
                coche == attendu,
                f"{'Choisi' if coche else 'Non choisi'} : « {mots.CONDUITES[nom]} ».",
                "À faire." if attendu else "À ne pas faire.",
                pourquoi,
                poids,
                gravite,
            )
