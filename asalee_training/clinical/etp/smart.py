"""An objective of the patient, scored by a person on five SMART criteria.

No text is read here: a machine that rejects a patient's words would have to be contestable, a person's codes are.
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

#: In the order of the letters S, M, A, R, T, with what a refusal calls each.
CRITERES = {
    "specifique": "S (un comportement du patient)",
    "mesurable": "M (un nombre et une unité, ou un fait observable)",
    "atteignable": "A (confiance d’au moins 7 sur 10, ou dit faisable)",
    "relie": "R (relié au bilan éducatif)",
    "temporel": "T (une date ou une fréquence)",
}


@dataclass(frozen=True)
class ObjectifSmart:
    """total: 0-10. valide: the total reaches 8, no criterion is at zero, and the patient worded it.

    motifs: why it is not valid, among "total_insuffisant", "critere_nul" and "non_formule_par_le_patient".
    criteres_nuls: names of the criteria at zero.
    """

    total: int
    motifs: tuple[str, ...]
    criteres_nuls: tuple[str, ...]

    @property
    def valide(self) -> bool:
        return not self.motifs


def objectif_smart(
    specifique: int, mesurable: int, atteignable: int, relie: int, temporel: int, formule_par_le_patient: bool
) -> ObjectifSmart:
    """Total and validity of one objective from the codes that a person gave.

    specifique … temporel: 0, 1 or 2 each, what each means is in `CRITERES`; formule_par_le_patient: True or False.
    Raises ValueError for anything else.
    [P] Scale and validity rule are teaching conventions.
    Source: choice of this training course (2026).
    """
    notes = {
        nom: inputs.integer(f"Critère {label}", note, 0, 2)
        for (nom, label), note in zip(
            CRITERES.items(), (specifique, mesurable, atteignable, relie, temporel), strict=True
        )
    }
    formule = inputs.boolean("Formulé par le patient", formule_par_le_patient)
    total = sum(notes.values())
    nuls = tuple(nom for nom, note in notes.items() if note == 0)
    constats = {
        "total_insuffisant": total < reference_data.thresholds("etp")["smart_total"],
        "critere_nul": bool(nuls),
        "non_formule_par_le_patient": not formule,
    }
    return ObjectifSmart(total, tuple(motif for motif, present in constats.items() if present), nuls)
