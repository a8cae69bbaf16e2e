"""How the preparation of a ``seance_spirometrie`` is judged: the device, the person, the questions, the installation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.deroulement import Deroulement

PREPARER = ("tabac", "vetements", "dentier", "traitements")
INSTALLER = ("assise", "pince_nez", "embout")
FAUX = {"dentier_retire": "dentier", "debout": "assise"}


def avant(cle: Mapping[str, Any], cours: Deroulement, souffle: bool) -> Iterator[Critere]:
    """Yield the criteria of the preparation; the installation only where the test should be done.

    souffle: whether the blows are part of what is asked.
    """
    yield from _appareil(cle, cours)
    yield _identite(cours)
    yield from _questions(cle, cours, souffle)
    if not cle["ne_pas_faire"]:
        yield _taille(cle, cours)
        yield from _installation(cours)
        lue = any(geste["g"] == "prescription" for geste in cours.debut)
        yield Critere(
            "la prescription lue avant l’examen",
            lue,
            "Vous avez lu la prescription." if lue else "Vous n’avez pas lu la prescription.",
            "La prescription lue avant le premier souffle.",
            "Elle dit ce qui est demandé, et si un bronchodilatateur est prescrit.",
        )


def _appareil(cle: Mapping[str, Any], cours: Deroulement) -> Iterator[Critere]:
    """Strokes at each flow since the last recalibration, then a decision."""
    debits: set[str] = set()
    verifiee, recalibre, accepte = False, False, None
    for geste in cours.debut:
        if geste["g"] == "pomper":
            debits.add(geste["debit"])
        elif geste["g"] == "appareil" and geste["decision"] == "recalibrer":
            recalibre, debits, accepte = True, set(), None
        elif geste["g"] == "appareil":
            accepte, verifiee = True, debits >= set(mots.DEBITS)
    yield Critere(
        "la seringue aux trois débits",
        verifiee,
        "Vous avez vérifié les trois débits." if verifiee else "Les trois débits n’étaient pas tous vérifiés.",
        "Trois coups à chaque débit, lent, moyen et rapide, puis votre décision ; de nouveau après une recalibration.",
        "Un appareil peut être juste à un débit et faux à un autre.",
        1,
    )
    juste = accepte is True and recalibre == cle["panne"]
    yield Critere(
        "la décision sur l’appareil",
        juste,
        ("Recalibré, puis accepté." if recalibre else "Accepté tel quel.")
        if accepte
        else "Vous n’avez pas accepté l’appareil avant l’examen.",
        "Recalibrer, vérifier de nouveau, puis accepter." if cle["panne"] else "Accepter l’appareil.",
        "Chaque coup doit tomber entre 2,91 et 3,09 L (3 %). Un seul coup dehors suffit : on ne moyenne pas, on ne "
        "corrige pas les résultats.",
        2,
    )


def _identite(cours: Deroulement) -> Critere:
    fait = any(geste["g"] == "identite" for geste in cours.debut)
    return Critere(
        "l’identité",
        fait,
        "Vous avez vérifié l’identité." if fait else "Vous n’avez pas vérifié l’identité.",
        "Le nom et l’âge, dits par la personne.",
        "Des courbes rangées dans le mauvais dossier trompent deux patients.",
        0.5,
    )


def _taille(cle: Mapping[str, Any], cours: Deroulement) -> Critere:
    mesuree, saisie = False, cle["taille_saisie_cm"]
    for geste in cours.debut:
        mesuree = mesuree or geste["g"] == "mesurer"
        if geste["g"] == "corriger":
            saisie = geste["taille_cm"]
    juste = mesuree and abs(saisie - cle["taille_cm"]) <= 1
    fait = f"Taille dans l’appareil : {saisie} cm, {'mesurée' if mesuree else 'non mesurée'}."
    return Critere(
        "la taille mesurée et corrigée",
        juste,
        fait.replace(".0 ", " "),
        f"{cle['taille_cm']} cm, mesurés sans chaussures et saisis avant le premier souffle.",
        "Toutes les valeurs de référence viennent de l’âge, du sexe et de la taille : une taille fausse rend normal ce "
        "qui ne l’est pas, ou l’inverse.",
        2,
    )


def _questions(cle: Mapping[str, Any], cours: Deroulement, souffle: bool) -> Iterator[Critere]:
    faites = {geste["famille"] for geste in cours.debut if geste["g"] == "interroger"}
    manque = [texte for famille, texte in mots.FAMILLES.items() if famille not in faites]
    if cle["ne_pas_faire"]:
        trouvee = faites >= set(cle["familles"])
        yield Critere(
            "les questions sur les contre-indications",
            trouvee,
            "Vous avez posé la question qui comptait." if trouvee else "Vous n’avez pas posé la question qui comptait.",
            "Toutes les familles de questions avant le premier souffle, jusqu’à la contre-indication.",
            "Une contre-indication ne se devine pas : elle se demande.",
            2,
        )
        yield Critere(
            "ne pas faire souffler malgré une contre-indication",
            cours.differe and not cours.a_souffle,
            "Vous avez fait souffler la personne."
            if cours.a_souffle
            else "Vous n’avez pas fait l’examen."
            if cours.differe
            else "Vous n’avez pas décidé.",
            "L’examen n’est pas fait : le médecin est prévenu.",
            "Souffler à fond fait monter la pression dans la poitrine, la tête et les yeux. « Doucement » n’existe pas.",
            4,
            "dangereux" if cours.a_souffle else None,
        )
        return
    yield Critere(
        "les questions sur les contre-indications",
        not manque,
        f"Il en manque : {' ; '.join(manque)}." if manque else "Vous avez posé toutes les questions.",
        "Toutes les familles de questions avant le premier souffle.",
        "Une contre-indication ne se devine pas : elle se demande.",
        2,
    )
    yield Critere(
        "faire l’examen quand rien ne s’y oppose",
        not cours.differe and (cours.a_souffle or not souffle),
        "Vous avez renoncé à l’examen."
        if cours.differe
        else "Vous n’avez pas fait souffler la personne."
        if souffle and not cours.a_souffle
        else "Vous avez maintenu l’examen.",
        "Aucune contre-indication aujourd’hui : l’examen peut être fait.",
        "Un événement ancien, dont le délai est passé, n’empêche pas de souffler.",
        2,
    )


def _installation(cours: Deroulement) -> Iterator[Critere]:
    points = cours.points()
    for libelle, voulus, pourquoi in (
        (
            "les consignes d’avant",
            PREPARER,
            "Le tabac, un vêtement serré ou un traitement pris changent les valeurs ; un dentier qui tient ferme les lèvres.",
        ),
        (
            "l’installation",
            INSTALLER,
            "Assise, parce que souffler à fond fait parfois tourner la tête ; pince-nez et lèvres serrées, pour ne rien perdre.",
        ),
    ):
        manque = [mots.POINTS[nom] for nom in voulus if not points.get(nom)]
        faux = [mots.POINTS[nom] for nom, contre in FAUX.items() if contre in voulus and points.get(nom)]
        fait = [f"Oublié : {' ; '.join(manque)}."] if manque else []
        fait += [f"En trop : {' ; '.join(faux)}."] if faux else []
        yield Critere(
            libelle,
            not manque and not faux,
            " ".join(fait) or "Rien n’a été oublié.",
            f"{' ; '.join(mots.POINTS[nom] for nom in voulus)}.",
            pourquoi,
        )
    if points.get("traitements_arretes"):
        yield Critere(
            "ne pas arrêter un traitement de vous-même",
            False,
            f"Choisi : {mots.POINTS['traitements_arretes']}.",
            "Noter l’heure de la prise, sans rien arrêter.",
            mots.hors_champ("traitements_arretes"),
            1,
            "hors_champ" if mots.hors_champ("traitements_arretes") else None,
        )
