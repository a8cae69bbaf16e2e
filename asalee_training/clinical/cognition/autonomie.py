"""Four instrumental activities: what is done alone, and whether what is not has a cognitive cause."""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

#: Levels of each activity; level 1 is « alone, without help ».
NIVEAUX = {
    "telephone": ("Téléphone", 4),
    "transports": ("Transports", 5),
    "medicaments": ("Médicaments", 3),
    "budget": ("Budget", 3),
}
TAXI = 2
NON_APPLICABLE = "non_applicable"


@dataclass(frozen=True)
class Iadl4:
    """Dependencies out of 4, their names, and the activities never done (which are not dependencies).

    retentissement: at least one dependency, of cognitive cause.
    """

    dependances: int
    activites: tuple[str, ...]
    non_applicables: tuple[str, ...]
    retentissement: bool


def iadl4(
    telephone: int | str,
    transports: int | str,
    medicaments: int | str,
    budget: int | str,
    cause_cognitive: bool,
    taxi_autonome: bool = False,
) -> Iadl4:
    """Dependencies among telephone (levels 1-4), transport (1-5), medicines (1-3) and budget (1-3).

    Level 1 is autonomy, any other a dependency; "non_applicable": never done in her life. cause_cognitive: not a
    physical, cultural or habitual cause. taxi_autonome: transport at level 2 (alone, by taxi) is autonomy too;
    False is the historical portal's count, a convention. Raises ValueError for an unknown level.
    Source: Barberger-Gateau, J Am Geriatr Soc 1992;40:1129; HAS 2011 for the cognitive cause (2011).
    """
    cognitive = inputs.boolean("Cause cognitive", cause_cognitive)
    autonomes = {"transports": TAXI} if inputs.boolean("Taxi seul compté autonome", taxi_autonome) else {}
    niveaux = {"telephone": telephone, "transports": transports, "medicaments": medicaments, "budget": budget}
    non_applicables = tuple(nom for nom, niveau in niveaux.items() if niveau == NON_APPLICABLE)
    activites = tuple(
        nom
        for nom, niveau in niveaux.items()
        if niveau != NON_APPLICABLE
        and inputs.integer(NIVEAUX[nom][0], niveau, 1, NIVEAUX[nom][1]) > autonomes.get(nom, 1)
    )
    seuil = reference_data.thresholds("cognition")["iadl4_retentissement"]
    return Iadl4(len(activites), activites, non_applicables, cognitive and len(activites) >= seuil)
