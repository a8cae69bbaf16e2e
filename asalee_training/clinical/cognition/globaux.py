"""MMSE and MoCA: totals, from section totals or a raw score. Both are protected: no item is written anywhere.

The nurse who uses them does so under her own licence (and certification, for the MoCA).
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

SECTIONS = {
    "orientation": ("orientation", 10),
    "apprentissage": ("apprentissage", 3),
    "attention_calcul": ("attention et calcul", 5),
    "rappel": ("rappel", 3),
    "langage": ("langage", 8),
    "praxie": ("praxie constructive", 1),
}


@dataclass(frozen=True)
class Mmse:
    """MMSE out of 30; erreur_au_rappel: a word was missed, which weighs more than the total does."""

    total: int
    erreur_au_rappel: bool


@dataclass(frozen=True)
class LectureMmse:
    """Two readings that disagree: show both.

    historique: "positif" (below 24) or "negatif". medecine_generale: "a_explorer" or "acceptable".
    """

    historique: str
    medecine_generale: str


@dataclass(frozen=True)
class Moca:
    """MoCA adjusted for schooling, out of 30; positif: below 26.

    zone: "basse" (up to 23), "grise" (24-26: the two cuts leave it open), "haute" (from 27).
    """

    ajuste: int
    positif: bool
    zone: str


def mmse(orientation: int, apprentissage: int, attention_calcul: int, rappel: int, langage: int, praxie: int) -> Mmse:
    """MMSE from its section totals: up to 10, 3, 5, 3, 8 and 1. Raises ValueError for a section out of its range.

    No reading here: the threshold depends on age and education (see `lecture_mmse` and `seuil_mmse`).
    Source: GRECO consensual version, structure only (to be verified).
    """
    points = (orientation, apprentissage, attention_calcul, rappel, langage, praxie)
    lus = {
        nom: inputs.integer(f"MMSE, {label}", valeur, 0, maximum)
        for (nom, (label, maximum)), valeur in zip(SECTIONS.items(), points, strict=True)
    }
    return Mmse(sum(lus.values()), lus["rappel"] < SECTIONS["rappel"][1])


def lecture_mmse(total: int, instruit: bool) -> LectureMmse:
    """Historic reading (below 24), and general practice's: below 27 when educated, below 23 for anybody.

    total: 0-30. instruit: educated, as the examiner judges; the source sets no number of years.
    Raises ValueError otherwise. A total of 26 reassures in one reading only.
    Source: Le Quotidien du médecin, continuing education (to be verified).
    """
    score = inputs.integer("MMSE", total, 0, 30)
    seuils = reference_data.thresholds("cognition")
    limite = seuils["mmse_instruit" if inputs.boolean("Personne instruite", instruit) else "mmse_peu_instruit"]
    return LectureMmse(
        historique="positif" if score < seuils["mmse_historique"] else "negatif",
        medecine_generale="a_explorer" if score < limite else "acceptable",
    )


def stade_mmse(total: int, trouble_diagnostique: bool) -> str:
    """Stage of a disorder that a physician has already diagnosed: "leger" (above 20), "modere" (10-20), "severe".

    total: 0-30. Without a diagnosis there is no stage: trouble_diagnostique False raises ValueError.
    Source: HAS, Maladie d’Alzheimer et maladies apparentées 2011 ([K], to be verified).
    """
    score = inputs.integer("MMSE", total, 0, 30)
    if not inputs.boolean("Trouble diagnostiqué", trouble_diagnostique):
        raise inputs.refusal(
            f"Stade : {score} sur 30 n’en donne aucun tant que le médecin n’a pas posé de diagnostic ; "
            "le score se décrit, il ne classe pas."
        )
    seuils = reference_data.thresholds("cognition")
    if score > seuils["mmse_leger"]:
        return "leger"
    return "modere" if score >= seuils["mmse_modere"] else "severe"


def moca(score_brut: int, annees_scolarite: int) -> Moca:
    """MoCA adjusted: one point more up to 12 years of education, 30 at most.

    score_brut: 0-30, before the point. annees_scolarite: 0-30 years. Raises ValueError otherwise.
    Source: Nasreddine, J Am Geriatr Soc 2005;53:695 (2005; direction of the point [K], to be verified).
    """
    brut = inputs.integer("MoCA", score_brut, 0, 30)
    annees = inputs.integer("Années de scolarité", annees_scolarite, 0, 30)
    seuils = reference_data.thresholds("cognition")
    point = int(seuils["moca_point_scolarite"]) if annees <= seuils["moca_scolarite"] else 0
    ajuste = min(30, brut + point)
    if ajuste <= seuils["moca_zone_basse"]:
        zone = "basse"
    else:
        zone = "haute" if ajuste >= seuils["moca_zone_haute"] else "grise"
    return Moca(ajuste, ajuste < seuils["moca_positif"], zone)
