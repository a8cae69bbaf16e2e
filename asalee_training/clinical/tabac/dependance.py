"""Dependence: Fagerström, its short form (HSI), CDS-5, and the totals of the Horn and HAD questionnaires.

Points and classes are in `references/tabac_questionnaires.json`. Horn and HAD are read from totals only.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.tabac.exposition import CIGARETTES_MAX

DIMENSIONS_HORN = (
    "stimulation",
    "plaisir_du_geste",
    "relaxation",
    "anxiete_soutien",
    "besoin_absolu",
    "habitude_acquise",
)


@dataclass(frozen=True)
class Fagerstrom:
    """Total 0-10, class, and the points of the six questions in the order of the form.

    classe: "pas_de_dependance" (0-2), "faible" (3-4), "moyenne" (5-6), "forte_ou_tres_forte" (7-10).
    """

    total: int
    classe: str
    points: tuple[int, ...]


@dataclass(frozen=True)
class Hsi:
    """Heaviness of smoking, 0-6: "pas_de_dependance" (0-1), "moderee" (2-3), "forte" (4-6)."""

    total: int
    classe: str


def fagerstrom(
    delai_premiere_min: float,
    difficile_de_s_abstenir: bool,
    premiere_la_plus_difficile: bool,
    cigarettes_par_jour: int,
    davantage_le_matin: bool,
    meme_malade: bool,
) -> Fagerstrom:
    """Fagerström test from its six answers, in the order of the ASALEE form.

    delai_premiere_min: minutes from waking to the first cigarette, 0-1440 (exactly 5 counts as « up to 5 »:
    teaching convention); cigarettes_par_jour: 1-300; the others True or False. Raises ValueError outside.
    Source: Heatherton, Br J Addict 1991;86:1119, wording of the ASALEE form « Sevrage tabagique » (1991).
    """
    points = (
        _points_delai(delai_premiere_min),
        int(inputs.boolean("Difficile de s’abstenir", difficile_de_s_abstenir)),
        int(inputs.boolean("Première cigarette la plus difficile", premiere_la_plus_difficile)),
        _points_cigarettes(cigarettes_par_jour),
        int(inputs.boolean("Fume davantage le matin", davantage_le_matin)),
        int(inputs.boolean("Fume même malade", meme_malade)),
    )
    total = sum(points)
    return Fagerstrom(total, _band("fagerstrom", "classes", total), points)


def questions_fagerstrom() -> dict[str, tuple[str, ...]]:
    """The six questions of the form, in order: text → the words of its answers.

    Source: Heatherton 1991, wording of the ASALEE form « Sevrage tabagique » (1991).
    """
    questions = reference_data.document("tabac_questionnaires")["fagerstrom"]["questions"]
    return {inputs.typography(question["texte"]): tuple(question["reponses"]) for question in questions}


def hsi(delai_premiere_min: float, cigarettes_par_jour: int) -> Hsi:
    """Heaviness of smoking index: questions 1 and 4 of the Fagerström test, same inputs and ranges.

    Raises ValueError outside. Two traps of the web: Q1 scored backwards, and 4 points from 31 cigarettes.
    Source: Heatherton, Br J Addict 1989;84:791 (1989).
    """
    total = _points_delai(delai_premiere_min) + _points_cigarettes(cigarettes_par_jour)
    return Hsi(total, _band("hsi", "classes", total))


def cds5(
    dependance_0_100: float,
    cigarettes_par_jour: int,
    delai_premiere_min: float,
    difficulte_arret: str,
    besoin_irresistible: str,
) -> int:
    """Cigarette Dependence Scale, 5 questions, total 5-25.

    dependance_0_100: her own estimate; cigarettes_par_jour: 0-300; delai_premiere_min: 0-1440;
    difficulte_arret: "tres_facile" … "impossible"; besoin_irresistible: "pas_du_tout_d_accord" …
    "tout_a_fait_d_accord". Raises ValueError outside. No published class is used.
    Source: Etter, Neuropsychopharmacology 2003;28:359; points from memory [K], to be verified (à vérifier).
    """
    table = reference_data.document("tabac_questionnaires")["cds5"]
    difficulte = inputs.one_of("Difficulté d’arrêter", difficulte_arret, table["difficulte_arret"])
    besoin = inputs.one_of("Besoin irrésistible", besoin_irresistible, table["besoin_irresistible"])
    return (
        _band("cds5", "dependance_0_100", inputs.number("Dépendance estimée", dependance_0_100, 0, 100))
        + _band(
            "cds5", "cigarettes_par_jour", inputs.integer("Cigarettes par jour", cigarettes_par_jour, 0, CIGARETTES_MAX)
        )
        + _band("cds5", "delai_premiere_min", _minutes(delai_premiere_min))
        + table["difficulte_arret"][difficulte]
        + table["besoin_irresistible"][besoin]
    )


def horn(totaux: Mapping[str, int]) -> tuple[str, ...]:
    """Marked dimensions of the Horn test, from its six totals (3-15 each, names of `DIMENSIONS_HORN`).

    A dimension is marked from 11. Raises ValueError for a missing or unknown dimension, or outside 3-15.
    Source: ASALEE form « Sevrage tabagique » (six totals 3-15); the limit is general knowledge [K] (à vérifier).
    """
    if not isinstance(totaux, Mapping) or set(totaux) != set(DIMENSIONS_HORN):
        raise inputs.refusal(
            f"Horn : {inputs.shown(totaux)} ne donne pas les six dimensions {', '.join(DIMENSIONS_HORN)}, "
            "et elles seules."
        )
    lus = {nom: inputs.integer(f"Horn, {nom}", totaux[nom], 3, 15) for nom in DIMENSIONS_HORN}
    marque = reference_data.document("tabac_questionnaires")["horn"]["marquee_a_partir_de"]
    return tuple(nom for nom, total in lus.items() if total >= marque)


def had(total: int) -> str:
    """Reading of one HAD total, anxiety or depression, 0-21: "absence" (to 7), "douteux" (8-10), "certain" (from 11).

    Only the total is entered: the items are under licence. Raises ValueError outside 0-21.
    Words of the published scale, not a diagnosis: report the total.
    Source: Zigmond and Snaith, Acta Psychiatr Scand 1983;67:361 (1983).
    """
    return _band("had", "classes", inputs.integer("Total HAD", total, 0, 21))


def _points_delai(minutes: float) -> int:
    return _band("fagerstrom", "delai_premiere_min", _minutes(minutes))


def _points_cigarettes(cigarettes: int) -> int:
    return _band(
        "fagerstrom", "cigarettes_par_jour", inputs.integer("Cigarettes par jour", cigarettes, 1, CIGARETTES_MAX)
    )


def _minutes(minutes: float) -> float:
    return inputs.number("Délai de la première cigarette", minutes, 0, 1440, "min")


def _band(questionnaire: str, name: str, value: float) -> int | str:
    """What the first band whose limit is not below `value` gives; bands are [limit included, result] pairs."""
    bands = reference_data.document("tabac_questionnaires")[questionnaire][name]
    return next(result for limit, result in bands if value <= limit)
