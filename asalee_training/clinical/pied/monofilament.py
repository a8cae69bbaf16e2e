"""10 g monofilament: three sites a foot, three questions a site, one insensate site is a loss.

Source: IWGDF practical guidelines, French addendum (2019); CPAM Loire-Atlantique and ANCRED (2013).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

SITES = ("hallux", "meta1", "meta5")
#: Sites of the ten-site variant, for information: grading uses `SITES`.
SITES_DIX = (
    "hallux",
    "orteil3",
    "orteil5",
    "meta1",
    "meta3",
    "meta5",
    "milieu_interne",
    "milieu_externe",
    "talon",
    "dos_premier_espace",
)
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
    """True when a real application ("reelle") was felt, or a sham one ("fictive") was not.

    application: "reelle" or "fictive"; reponse: "oui" or "non". Raises ValueError for any other word.
    Source: IWGDF, practical guidelines, French addendum (2019).
    """
    inputs.one_of("Application", application, APPLICATIONS)
    inputs.one_of("Réponse", reponse, REPONSES)
    return (application == "reelle") == (reponse == "oui")


def site(reponses: Sequence | str) -> str:
    """State of one site: "present" (at least 2 right answers of 3), "absent", or "non_testable".

    reponses: three {"application", "reponse"} with two real applications and one sham, or three booleans
    (right or wrong), or "non_testable". A real application that was felt may say "lieu_juste": False, felt at
    another place, is no right answer; without it, the place is taken as right (teaching convention [P]).
    Raises ValueError otherwise: with a single real application, a person who feels nothing would be right twice.
    Source: IWGDF, practical guidelines, French addendum (2019).
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
        if not isinstance(reponse, Mapping) or set(reponse) - {"lieu_juste"} != {"application", "reponse"}:
            raise inputs.refusal(
                f"Site : {inputs.shown(reponse)} n’est pas une réponse : « application » et « reponse »."
            )
    justes = [correcte(reponse["application"], reponse["reponse"]) for reponse in reponses]
    lieux = [_right_place(reponse) for reponse in reponses]
    fictives = sum(reponse["application"] == "fictive" for reponse in reponses)
    if fictives != 1:
        compte = f"{fictives} applications fictives" if fictives else "aucune application fictive"
        raise inputs.refusal(f"Site : {compte} sur trois ; il en faut une, et deux réelles.")
    return [juste and lieu for juste, lieu in zip(justes, lieux, strict=True)]


def _right_place(reponse: Mapping) -> bool:
    if "lieu_juste" not in reponse:
        return True
    if (reponse["application"], reponse["reponse"]) != ("reelle", "oui"):
        raise inputs.refusal("Site : « lieu_juste » ne se note que pour une application réelle et sentie.")
    return inputs.boolean("Lieu juste", reponse["lieu_juste"])


def _etat(valeur: Sequence | str) -> str:
    return valeur if isinstance(valeur, str) and valeur in ETATS else site(valeur)


def perte_sensibilite(pied_droit: Mapping, pied_gauche: Mapping) -> PerteSensibilite:
    """Loss of protective sensation from both feet, as a PerteSensibilite.

    Each foot: {"hallux": …, "meta1": …, "meta5": …}, where a site is what `site` accepts, or its state.
    Raises ValueError when a foot has not exactly these three sites, or a site is not acceptable.
    Source: IWGDF, practical guidelines (2019); CPAM Loire-Atlantique and ANCRED (2013): one site is enough.
    """
    sites = {}
    for nom, pied in zip(PIEDS, (pied_droit, pied_gauche), strict=True):
        if not isinstance(pied, Mapping) or set(pied) != set(SITES):
            raise inputs.refusal(f"Pied {nom} : les trois sites {', '.join(SITES)} sont attendus, et eux seuls.")
        for zone in SITES:
            sites[f"{nom}.{zone}"] = _etat(pied[zone])
    absents = tuple(zone for zone, etat in sites.items() if etat == "absent")
    return PerteSensibilite(
        droit=any(zone.startswith("droit.") for zone in absents),
        gauche=any(zone.startswith("gauche.") for zone in absents),
        perte=bool(absents),
        incomplet=not absents and "non_testable" in sites.values(),
        sites=sites,
        sites_absents=absents,
    )


def variante_dix_sites(pied: Mapping) -> str:
    """Reading of one foot by the ten-site variant: "perte", "pas_de_perte" or "incomplet".

    pied: the ten sites of `SITES_DIX`, each as `site` accepts, or its state. "perte" from 4 insensate sites of
    10; "incomplet" when the sites that could not be tested might make the difference. For information: the
    grade is read on three sites. Raises ValueError when a site is missing, unknown or not acceptable.
    Source: general knowledge [K], rule of 4 sites of 10, to be verified (no date).
    """
    if not isinstance(pied, Mapping) or set(pied) != set(SITES_DIX):
        raise inputs.refusal(f"Pied : les dix sites {', '.join(SITES_DIX)} sont attendus, et eux seuls.")
    etats = [_etat(pied[zone]) for zone in SITES_DIX]
    limite = reference_data.thresholds("pied")["variante_dix_sites_absents"]
    if etats.count("absent") >= limite:
        return "perte"
    return "incomplet" if etats.count("absent") + etats.count("non_testable") >= limite else "pas_de_perte"


def neuropathie_sensitive(perte_sensibilite: bool, seuil_vibration_v: float | str) -> bool:
    """Sensory neuropathy in the words of the reimbursement decision: True or False.

    perte_sensibilite: loss at the monofilament; seuil_vibration_v: vibration threshold in volts, 0-50, or
    "non_mesure". True with a loss, or with a threshold above 25 V. An incomplete monofilament is not a False.
    Raises ValueError for anything else.
    Source: décision UNCAM of 21 March 2013, JORF of 23 May 2013 (2013).
    """
    inputs.boolean("Perte de sensibilité", perte_sensibilite)
    if isinstance(seuil_vibration_v, str):
        inputs.one_of("Seuil de vibration", seuil_vibration_v, ("non_mesure",))
        return perte_sensibilite
    seuil = inputs.number("Seuil de vibration", seuil_vibration_v, 0, 50, "V")
    return perte_sensibilite or seuil > reference_data.thresholds("pied")["vibration_volts"]
