"""Does an extract single people out? Equivalence classes and k-anonymity, and the three ways to blur a column.

A high k is necessary, not sufficient: a class whose members all share the same result still leaks it.
Sources: Sweeney, Int J Uncertain Fuzz 2002;10:557 (k-anonymity) [K], to be verified; criteria of anonymity:
individualisation, corrélation, inférence (G29, opinion 05/2014; CNIL) [K], to be verified.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from asalee_training.clinical import inputs

#: A class smaller than this is small [P]; some publishers mask below 11.
PETITE_CLASSE = 5


@dataclass(frozen=True)
class Anonymat:
    """k: size of the smallest class (1: somebody is alone). nb_petites: classes smaller than the threshold.

    classes: values of the quasi-identifiers → number of rows.
    """

    k: int
    nb_petites: int
    classes: Mapping[tuple, int]

    @property
    def nb_classes(self) -> int:
        return len(self.classes)


def k_anonymat(
    lignes: Iterable[Mapping], quasi_identifiants: Sequence[str], petite_classe: int = PETITE_CLASSE
) -> Anonymat:
    """Equivalence classes of an extract, its k, and how many classes are small.

    lignes: rows, column → text, whole number or date; quasi_identifiants: names of columns that somebody else could
    know; petite_classe: size from which a class is no longer small (2-1000), a convention.
    Raises ValueError for an extract without a row (it has no k), a missing column or an empty value: write « * » for a
    value that was suppressed.
    Source: Sweeney, Int J Uncertain Fuzz 2002;10:557 [K] (to be verified).
    """
    seuil = inputs.integer("Petite classe", petite_classe, 2, 1000)
    noms = _columns(quasi_identifiants)
    if isinstance(lignes, str | Mapping) or not isinstance(lignes, Iterable):
        raise inputs.refusal(f"Extraction : {inputs.shown(lignes)} n’est pas une liste de lignes.")
    classes = Counter(tuple(_value(ligne, nom) for nom in noms) for ligne in lignes)
    if not classes:
        raise inputs.refusal("Extraction : aucune ligne ; au moins une est attendue, sinon k n’est pas défini.")
    return Anonymat(min(classes.values()), sum(taille < seuil for taille in classes.values()), dict(classes))


def _columns(noms: Sequence[str]) -> tuple[str, ...]:
    if isinstance(noms, str) or not isinstance(noms, Sequence) or not noms or len({*map(str, noms)}) != len(noms):
        raise inputs.refusal(
            f"Quasi-identifiants : {inputs.shown(noms)} n’est pas une liste de colonnes, une au moins, chacune une fois."
        )
    return tuple(noms)


def _value(ligne: Mapping, nom: str) -> object:
    if not isinstance(ligne, Mapping) or nom not in ligne:
        raise inputs.refusal(f"Extraction : la colonne {inputs.shown(nom)} manque dans {inputs.shown(ligne)}.")
    valeur = ligne[nom]
    if isinstance(valeur, str | int | datetime.date) and valeur != "":
        return valeur
    raise inputs.refusal(
        f"Colonne {nom} : {inputs.shown(valeur)} n’est pas une valeur ; un texte, un nombre entier ou une date est attendu."
    )


def annee(date_naissance: str | datetime.date) -> int:
    """Year of a birth date, a date or a text « AAAA-MM-JJ », 1900-2100. Raises ValueError otherwise.

    Source: generalisation of a date, usual practice [K] (to be verified).
    """
    return _date(date_naissance).year


def decennie(date_naissance: str | datetime.date) -> int:
    """First year of the decade of a birth date: 1940 for 1941-03-12. Same input as `annee`, same ValueError.

    Source: generalisation of a date, usual practice [K] (to be verified).
    """
    return annee(date_naissance) // 10 * 10


def _date(valeur: str | datetime.date) -> datetime.date:
    lue = None
    if isinstance(valeur, datetime.date):
        lue = valeur
    elif isinstance(valeur, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", valeur):
        try:
            lue = datetime.date.fromisoformat(valeur)
        except ValueError:  # 1941-02-30
            lue = None
    if lue is None or not 1900 <= lue.year <= 2100:
        raise inputs.refusal(
            f"Date de naissance : {inputs.shown(valeur)} n’est pas une date « AAAA-MM-JJ » de 1900 à 2100."
        )
    return lue


def region(cabinet: str, regions: Mapping[str, str]) -> str:
    """Region of a practice, from a table practice → region. Raises ValueError for a practice that is not in it.

    Source: generalisation of a place, usual practice [K] (to be verified).
    """
    if not isinstance(regions, Mapping):
        raise inputs.refusal(f"Régions : {inputs.shown(regions)} n’associe pas une région à chaque cabinet.")
    return regions[inputs.one_of("Cabinet", cabinet, regions)]
