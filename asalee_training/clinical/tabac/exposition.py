"""How much tobacco: pack-years, cigarette equivalents, exhaled carbon monoxide.

Cannabis and vaping are recorded apart, never in pack-years. CO says nothing of vaping or of nicotine substitutes:
they burn nothing.
"""

from collections.abc import Sequence
from functools import cache

from asalee_training.clinical import inputs, reference_data

#: Of one kind of cigarette, and of what 100 of each are worth: a hand-rolled one counts for two.
SORTE_MAX, CIGARETTES_MAX = 100, 300
CONTEXTES_CO = ("asthme", "bpco", "general", "grossesse")


def paquets_annees(periodes: Sequence[Sequence]) -> float:
    """Pack-years (PA): sum over the periods of cigarettes a day / 20 × years.

    periodes: at least one (cigarettes a day 0-120, years 0-90), manufactured cigarettes, or the same with a
    third member "cigarette" or "tabac_roule" (each counts for two). A person who never smoked: [(0, 0)].
    Raises ValueError otherwise, and for "pipe" or "cigare", whose published conversions disagree.
    Source: definition; hand-rolled counted twice by French tobacco services (à vérifier).
    """
    if not isinstance(periodes, Sequence) or isinstance(periodes, str) or not periodes:
        raise inputs.refusal(
            f"Périodes : {inputs.shown(periodes)} ne donne aucune période « cigarettes par jour, années » ; "
            "pour une personne qui n’a jamais fumé, écrivez 0 et 0."
        )
    return sum(map(_period, periodes)) / reference_data.thresholds("tabac")["cigarettes_par_paquet"]


def _period(periode: Sequence) -> float:
    if not isinstance(periode, Sequence) or isinstance(periode, str) or len(periode) not in (2, 3):
        raise inputs.refusal(f"Période : {inputs.shown(periode)} n’est pas « cigarettes par jour, années ».")
    type_tabac = inputs.one_of("Type de tabac", periode[2], _types()) if len(periode) == 3 else "cigarette"
    cigarettes = inputs.number("Cigarettes par jour", periode[0], 0, 120)
    return _equivalent(type_tabac) * cigarettes * inputs.number("Années de tabac", periode[1], 0, 90, "ans")


def equivalent_cigarettes(cigarettes_par_jour: int, roulees_par_jour: int) -> int:
    """Manufactured cigarettes a day that a consumption is worth: a hand-rolled one counts for two.

    Both 0-100. Raises ValueError outside. What it returns, 0-300, is what `dose_depart` and `fagerstrom` accept.
    Source: French tobacco services (« multipliez par 2 », « doses doubles »), to be verified (à vérifier).
    """
    cigarettes = inputs.integer("Cigarettes par jour", cigarettes_par_jour, 0, SORTE_MAX)
    roulees = inputs.integer("Cigarettes roulées par jour", roulees_par_jour, 0, SORTE_MAX)
    return int(cigarettes + _equivalent("tabac_roule") * roulees)


def co_expire(ppm: float, contexte: str) -> str:
    """Exhaled CO (0-200 ppm) against the cut-off of its context: "au_dessus_du_seuil" (from it) or "au_dessous".

    contexte: "general" (10 ppm), "asthme" (10), "bpco" (11) or "grossesse" (3). Raises ValueError outside.
    Alcohol, polyol sweets or lactose intolerance raise it; it halves in 2 to 6 hours.
    Source: Underner and Peiffer, Rev Mal Respir 2010;27:293; general and pregnancy [K], to be verified.
    """
    valeur = inputs.number("CO expiré", ppm, 0, 200, "ppm")
    seuil = reference_data.thresholds("tabac")[f"co_{inputs.one_of('Contexte', contexte, CONTEXTES_CO)}_ppm"]
    return "au_dessus_du_seuil" if valeur >= seuil else "au_dessous"


def bande_co(ppm: float) -> str:
    """Band that a common device shows for a CO of 0-200 ppm: "non_fumeur" (0-6), "zone_grise", "fumeur" (from 10).

    Raises ValueError outside. Bands differ between devices, and are not those of pregnancy, asthma or COPD.
    Source: bands of a common device, general knowledge [K], to be verified (à vérifier).
    """
    valeur = inputs.number("CO expiré", ppm, 0, 200, "ppm")
    seuils = reference_data.thresholds("tabac")
    if valeur <= seuils["co_bande_non_fumeur_ppm"]:
        return "non_fumeur"
    return "fumeur" if valeur >= seuils["co_bande_fumeur_ppm"] else "zone_grise"


def _equivalent(type_tabac: str) -> float:
    equivalent = _types()[type_tabac]
    if equivalent == "aucun":
        raise inputs.refusal(
            f"Type de tabac : « {type_tabac} » n’a pas d’équivalence admise en cigarettes ; notez-le à part. "
            "Valeurs acceptées : cigarette, tabac_roule."
        )
    return float(equivalent)


@cache
def _types() -> dict[str, str]:
    return {row["identifiant"]: row["equivalent_cigarettes"] for row in reference_data.rows("tabac_types")}
