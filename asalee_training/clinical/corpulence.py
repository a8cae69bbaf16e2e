"""Build: what a body-mass index and a waist are called. Words for a record, never a diagnosis.

Sources: WHO; HAS, « Guide du parcours de soins : surpoids et obésité de l’adulte », January 2023; waist: Assurance
maladie and WHO, read in secondary pages, to be verified (`references/seuils/corpulence.csv`). Adults only; other
marks serve from seventy on, which are not held here.
"""

from asalee_training.clinical import inputs, reference_data

CLASSES = ("maigreur", "habituelle", "surpoids", "obesite")
TOURS = ("habituel", "augmente", "eleve")


def classe_imc(imc_kg_m2: float) -> str:
    """Return the class of a BMI, in kg/m² (10 to 90): one of ``CLASSES``.

    Raises ValueError (French sentence) outside. Source: WHO; HAS, January 2023.
    """
    imc = inputs.number("IMC", imc_kg_m2, 10, 90, "kg/m²")
    seuils = reference_data.thresholds("corpulence")
    if imc < seuils["imc_maigreur"]:
        return "maigreur"
    if imc < seuils["imc_surpoids"]:
        return "habituelle"
    return "surpoids" if imc < seuils["imc_obesite"] else "obesite"


def classe_tour(sexe: str, tour_cm: float) -> str:
    """Return the class of a waist, in cm (40 to 200), for « femme » or « homme »: one of ``TOURS``; above the mark.

    Raises ValueError (French sentence) on another sex or outside the bounds: no value is assumed. Source: Assurance
    maladie and WHO, to be verified.
    """
    known = inputs.one_of("Sexe", sexe, ("femme", "homme"))
    tour = inputs.number("Tour de taille", tour_cm, 40, 200, "cm")
    seuils = reference_data.thresholds("corpulence")
    if tour <= seuils[f"tour_{known}_augmente"]:
        return "habituel"
    return "augmente" if tour <= seuils[f"tour_{known}_eleve"] else "eleve"
