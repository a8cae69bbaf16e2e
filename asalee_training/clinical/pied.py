"""Examination of the diabetic foot: 10 g monofilament, ankle-brachial index, podological grade.

The French grade (0-3, opens podiatry sessions) and the IWGDF category (0-3, sets the interval between
examinations) are two different classifications: isolated artery disease or dialysis count only in the second,
a past ulcer or amputation without neuropathy only in the first.
Sources: IWGDF practical guidelines (3 sites, 3 questions a site); décision UNCAM of 21 March 2013 (JORF
23 May 2013) and avenants 4 (2021) and 5 (2023) for the grade; IWGDF 2019/2023 for the category and intervals.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data

SITES = ("hallux", "meta1", "meta5")
PIEDS = ("droit", "gauche")
APPLICATIONS = ("reelle", "fictive")
REPONSES = ("oui", "non")
ETATS = ("present", "absent", "non_testable")


@dataclass(frozen=True)
class PerteSensibilite:
    """What the monofilament says: one insensate site is a loss, whatever the seventeen other answers.

    `droit`, `gauche`: a loss on that foot. `perte`: on either. `incomplet`: no insensate site, but at least
    one that could not be tested: then nothing is concluded, and above all not « normal ».
    `sites`: state of each zone, e.g. {"droit.hallux": "present"}; `sites_absents`: the insensate zones.
    """

    droit: bool
    gauche: bool
    perte: bool
    incomplet: bool
    sites: Mapping[str, str]
    sites_absents: tuple[str, ...]


def correcte(application: str, reponse: str) -> bool:
    """True when a real application ("reelle") was felt, or a sham one ("fictive") was not."""
    inputs.one_of("Application", application, APPLICATIONS)
    inputs.one_of("Réponse", reponse, REPONSES)
    return (application == "reelle") == (reponse == "oui")


def site(reponses: Sequence | str) -> str:
    """State of one site: "present" (at least 2 right answers of 3), "absent", or "non_testable".

    reponses: three {"application", "reponse"} with two real applications and one sham, or three booleans
    (right or wrong), or "non_testable". Raises ValueError otherwise: with a single real application, a person
    who feels nothing would be right twice.
    """
    if isinstance(reponses, str):
        return inputs.one_of("Site", reponses, ("non_testable",))
    if not isinstance(reponses, Sequence) or len(reponses) != 3:
        raise inputs.refusal(f"Site : {inputs.shown(reponses)} ne donne pas trois réponses pour ce site.")
    if all(isinstance(reponse, bool) for reponse in reponses):
        justes = sum(reponses)
    else:
        justes = sum(_replies(reponses))
    return "present" if justes >= reference_data.thresholds("pied")["reponses_justes_par_site"] else "absent"


def _replies(reponses: Sequence) -> list[bool]:
    for reponse in reponses:
        if not isinstance(reponse, Mapping) or set(reponse) != {"application", "reponse"}:
            raise inputs.refusal(
                f"Site : {inputs.shown(reponse)} n’est pas une réponse : « application » et « reponse »."
            )
    justes = [correcte(reponse["application"], reponse["reponse"]) for reponse in reponses]
    fictives = sum(reponse["application"] == "fictive" for reponse in reponses)
    if fictives != 1:
        raise inputs.refusal(f"Site : {fictives} application fictive sur trois ; il en faut une, et deux réelles.")
    return justes


def perte_sensibilite(pied_droit: Mapping, pied_gauche: Mapping) -> PerteSensibilite:
    """Loss of protective sensation from both feet.

    Each foot: {"hallux": …, "meta1": …, "meta5": …}, where a site is what `site` accepts, or its state.
    """
    sites = {}
    for nom, pied in zip(PIEDS, (pied_droit, pied_gauche), strict=True):
        if not isinstance(pied, Mapping) or set(pied) != set(SITES):
            raise inputs.refusal(f"Pied {nom} : les trois sites {', '.join(SITES)} sont attendus, et eux seuls.")
        for zone in SITES:
            etat = pied[zone]
            sites[f"{nom}.{zone}"] = etat if isinstance(etat, str) and etat in ETATS else site(etat)
    absents = tuple(zone for zone, etat in sites.items() if etat == "absent")
    return PerteSensibilite(
        droit=any(zone.startswith("droit.") for zone in absents),
        gauche=any(zone.startswith("gauche.") for zone in absents),
        perte=bool(absents),
        incomplet=not absents and "non_testable" in sites.values(),
        sites=sites,
        sites_absents=absents,
    )


def grade_podologique(
    perte_sensibilite: bool, aomi: bool, deformation: bool, ulcere_ancien: bool, amputation: bool
) -> int:
    """French podological grade, 0-3.

    ulcere_ancien: a past ulcer of the foot that lasted more than 4 weeks; amputation: of the lower limb.
    An active wound is no grade: it is an alert.
    """
    _findings(perte_sensibilite, aomi, deformation, ulcere_ancien, amputation)
    if ulcere_ancien or amputation:
        return 3
    if perte_sensibilite and (aomi or deformation):
        return 2
    return 1 if perte_sensibilite else 0


def categorie_iwgdf(
    perte_sensibilite: bool,
    aomi: bool,
    deformation: bool,
    ulcere_ancien: bool,
    amputation: bool,
    dialyse: bool,
) -> int:
    """IWGDF 2019 risk category, 0-3 (same table in the 2023 edition)."""
    _findings(perte_sensibilite, aomi, deformation, ulcere_ancien, amputation)
    inputs.boolean("Dialyse", dialyse)
    if (perte_sensibilite or aomi) and (ulcere_ancien or amputation or dialyse):
        return 3
    if sum((perte_sensibilite, aomi, deformation)) >= 2:
        return 2
    return 1 if perte_sensibilite or aomi else 0


def _findings(*constats: object) -> None:
    labels = ("Perte de sensibilité", "AOMI", "Déformation", "Antécédent d’ulcère", "Amputation")
    for label, constat in zip(labels, constats, strict=True):
        inputs.boolean(label, constat)


def ips(cheville_mmhg: float, bras_mmhg: float) -> float:
    """Ankle-brachial index of one leg, not rounded.

    cheville_mmhg: highest pressure of that ankle (20-350); bras_mmhg: highest of both arms (60-300).
    """
    cheville = inputs.number("Pression à la cheville", cheville_mmhg, 20, 350, "mmHg")
    return cheville / inputs.number("Pression au bras", bras_mmhg, 60, 300, "mmHg")


def lecture_ips(ips: float, convention: str = "francaise") -> str:
    """Reading of an index: "aomi", "normal", "incompressible", and "limite" in the "esc" convention only.

    francaise: below 0,90; 0,90 to 1,30; above. esc: up to 0,90; below 1,00; up to 1,40; above.
    """
    valeur = inputs.number("IPS", ips, 0.05, 6)
    inputs.one_of("Convention", convention, ("francaise", "esc"))
    seuils = reference_data.thresholds("pied")
    if convention == "francaise":
        if valeur < seuils["ips_francaise_aomi"]:
            return "aomi"
        return "normal" if valeur <= seuils["ips_francaise_incompressible"] else "incompressible"
    if valeur <= seuils["ips_esc_aomi"]:
        return "aomi"
    if valeur < seuils["ips_esc_normal"]:
        return "limite"
    return "normal" if valeur <= seuils["ips_esc_incompressible"] else "incompressible"


@cache
def _grades() -> dict[int, dict[str, str]]:
    return {int(row["grade"]): row for row in reference_data.rows("pied_grades")}


def seances_podologue(grade: int, plaie_en_cicatrisation: bool = False) -> int:
    """Podiatry sessions reimbursed per year for a French grade; a healing wound counts only in grade 3."""
    inputs.boolean("Plaie en cicatrisation", plaie_en_cicatrisation)
    row = _grades()[inputs.integer("Grade podologique", grade, 0, 3)]
    return int(row["seances_an_si_plaie" if plaie_en_cicatrisation else "seances_an"])


def intervalle_mois(grade: int) -> tuple[int, int]:
    """Shortest and longest interval in months before the next examination.

    Teaching convention: call it with the higher of the French grade and the IWGDF category.
    """
    row = _grades()[inputs.integer("Grade podologique", grade, 0, 3)]
    return int(row["intervalle_min_mois"]), int(row["intervalle_max_mois"])
