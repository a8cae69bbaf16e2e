"""The explicit table of computations that a case may name after ``calcul:``.

Each entry says which patient fields it reads: the check of a case can then tell the author which one is missing,
and the witness patient must hold every one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from asalee_training.exercises.calculs import biologie as calculs_biologie
from asalee_training.exercises.calculs import erreurs as calculs_erreurs
from asalee_training.exercises.calculs import erreurs_biologie as calculs_erreurs_biologie
from asalee_training.exercises.calculs import risque as calculs_risque
from asalee_training.exercises.calculs import souffle as calculs_souffle
from asalee_training.exercises.calculs import tension as calculs_tension

Patient = Mapping[str, Any]
#: How the description of a mistake begins.
ERREUR = "Erreur : "


@dataclass(frozen=True)
class Calcul:
    """One computation: what it reads, what it returns, and its French description for authors."""

    fonction: Callable[[Patient], Any]
    lit: tuple[str, ...]
    description: str
    unite: str = ""

    @property
    def erreur(self) -> bool:
        """Is it what a mistake gives, and never a right answer?"""
        return self.description.startswith(ERREUR)

    @property
    def libelle(self) -> str:
        """Its description as a label: « Poids divisé par la taille, sans le carré »."""
        words = self.description.removeprefix(ERREUR).rstrip(".")
        return words[:1].upper() + words[1:]


class MissingField(KeyError):
    """A computation reads a patient field that the patient does not have."""


def _perte(patient: Patient):
    from asalee_training.clinical import pied

    feet = patient["monofilament"]
    return pied.perte_sensibilite(feet["droit"], feet["gauche"])


def _sites_absents(patient: Patient) -> list[str]:
    return sorted(_perte(patient).sites_absents)


def _sites_inverses(patient: Patient) -> list[str]:
    """The same sites on the other foot: the classic swap of right and left."""
    other = {"droit": "gauche", "gauche": "droit"}
    return sorted(f"{other[pied]}.{site}" for pied, site in (z.split(".") for z in _sites_absents(patient)))


def _sites_reponse_fausse(patient: Patient) -> list[str]:
    """Sites with at least one wrong reply: what is found by who forgets the rule « deux sur trois »."""
    from asalee_training.clinical import pied

    return sorted(
        f"{foot}.{site}"
        for foot, sites in patient["monofilament"].items()
        for site, replies in sites.items()
        if replies != "non_testable" and not all(pied.correcte(r["application"], r["reponse"]) for r in replies)
    )


def _constats(patient: Patient) -> dict[str, bool]:
    """The findings that both gradings of the foot read."""
    given = {champ: patient[champ] for champ in ("aomi", "deformation", "ulcere_ancien", "amputation")}
    return {"perte_sensibilite": _perte(patient).perte, **given}


def _grade(patient: Patient) -> int:
    from asalee_training.clinical import pied

    return pied.grade_podologique(**_constats(patient))


def _iwgdf(patient: Patient) -> int:
    from asalee_training.clinical import pied

    return pied.categorie_iwgdf(**_constats(patient), dialyse=patient["dialyse"])


def _ips(cote: str) -> Callable[[Patient], float]:
    def compute(patient: Patient) -> float:
        from asalee_training.clinical import pied

        return pied.ips(patient[f"pression_cheville_{cote}_mmhg"], patient["pression_bras_mmhg"])

    return compute


def _ips_inverse(cote: str) -> Callable[[Patient], float]:
    def compute(patient: Patient) -> float:
        return patient["pression_bras_mmhg"] / patient[f"pression_cheville_{cote}_mmhg"]

    return compute


def _rapport(patient: Patient) -> float:
    from asalee_training.clinical import spirometrie

    return spirometrie.rapport_vems_cvf(patient["vems_l"], patient["cvf_l"])


def _z(indice: str, patient: Patient) -> float:
    from asalee_training.clinical import spirometrie

    value = {"vems": patient["vems_l"], "cvf": patient["cvf_l"], "vems_cvf": _rapport(patient) / 100}[indice]
    return spirometrie.reference(indice, patient["sexe"], patient["age"], patient["taille_cm"]).z(value)


def _motif(patient: Patient) -> str:
    from asalee_training.clinical import spirometrie

    return spirometrie.motif(_z("vems", patient), _z("cvf", patient), _z("vems_cvf", patient))


def _vems_pct(patient: Patient) -> float:
    from asalee_training.clinical import spirometrie

    return spirometrie.reference("vems", patient["sexe"], patient["age"], patient["taille_cm"]).pct(patient["vems_l"])


def _cinq_mots(champ: str) -> Callable[[Patient], Any]:
    def compute(patient: Patient) -> Any:
        from asalee_training.clinical import cognition

        return getattr(cognition.cinq_mots(**patient["cinq_mots"]), champ)

    return compute


def _horloge(patient: Patient) -> int:
    from asalee_training.clinical import cognition

    return cognition.horloge(**patient["horloge"]).score


def _codex(patient: Patient) -> str:
    from asalee_training.clinical import cognition

    items = patient["codex"]
    return cognition.codex(items["mots"], **items["horloge"], orientation=items["orientation"]).categorie


_PIED = ("monofilament", "aomi", "deformation", "ulcere_ancien", "amputation")
_SPIRO = ("sexe", "age", "taille_cm", "vems_l", "cvf_l")

CALCULS: dict[str, Calcul] = {
    "sites_sans_sensation": Calcul(_sites_absents, ("monofilament",), "Sites où le monofilament n’est pas perçu."),
    "sites_sans_sensation_inverses": Calcul(
        _sites_inverses, ("monofilament",), "Les mêmes sites, pied droit et pied gauche intervertis."
    ),
    "sites_avec_une_reponse_fausse": Calcul(
        _sites_reponse_fausse, ("monofilament",), "Sites où au moins une réponse est fausse."
    ),
    "perte_de_sensibilite": Calcul(
        lambda p: _perte(p).perte, ("monofilament",), "Vrai si un site au moins est absent."
    ),
    "grade_podologique": Calcul(_grade, _PIED, "Grade podologique français, de 0 à 3."),
    "categorie_iwgdf": Calcul(_iwgdf, (*_PIED, "dialyse"), "Catégorie IWGDF (2019, reprise en 2023), de 0 à 3."),
    "ips_droit": Calcul(_ips("droite"), ("pression_cheville_droite_mmhg", "pression_bras_mmhg"), "IPS à droite."),
    "ips_gauche": Calcul(_ips("gauche"), ("pression_cheville_gauche_mmhg", "pression_bras_mmhg"), "IPS à gauche."),
    "ips_droit_inverse": Calcul(
        _ips_inverse("droite"),
        ("pression_cheville_droite_mmhg", "pression_bras_mmhg"),
        "Bras divisé par cheville, à droite.",
    ),
    "ips_gauche_inverse": Calcul(
        _ips_inverse("gauche"),
        ("pression_cheville_gauche_mmhg", "pression_bras_mmhg"),
        "Bras divisé par cheville, à gauche.",
    ),
    "rapport_vems_cvf": Calcul(_rapport, ("vems_l", "cvf_l"), "VEMS divisé par CVF, en %.", "%"),
    "rapport_cvf_vems": Calcul(
        lambda p: 100 * p["cvf_l"] / p["vems_l"], ("vems_l", "cvf_l"), "CVF divisée par VEMS, en %.", "%"
    ),
    "vems_pct_theorique": Calcul(
        _vems_pct, ("sexe", "age", "taille_cm", "vems_l"), "VEMS en % de la valeur prédite.", "%"
    ),
    "motif_spirometrie": Calcul(_motif, _SPIRO, "Motif spirométrique d’après les z-scores."),
    "cinq_mots_total": Calcul(_cinq_mots("total"), ("cinq_mots",), "Total des cinq mots, sur 10."),
    "cinq_mots_pondere": Calcul(_cinq_mots("pondere"), ("cinq_mots",), "Score pondéré des cinq mots, sur 20."),
    "cinq_mots_profil": Calcul(_cinq_mots("profil"), ("cinq_mots",), "Profil pédagogique des cinq mots."),
    "horloge_score": Calcul(_horloge, ("horloge",), "Score de l’horloge, sur 7."),
    "codex_categorie": Calcul(_codex, ("codex",), "Catégorie du Codex, de A à D."),
}
CALCULS |= {
    name: Calcul(*row)
    for table in (
        calculs_biologie.TABLE,
        calculs_risque.TABLE,
        calculs_tension.TABLE,
        calculs_souffle.TABLE,
        calculs_erreurs.TABLE,
        calculs_erreurs_biologie.TABLE,
    )
    for name, row in table.items()
}


def compute(name: str, patient: Patient) -> Any:
    """Compute ``name`` for a patient.

    Raises ``KeyError`` for an unknown name, ``MissingField`` when the patient lacks a field it reads,
    and ``ValueError`` (French sentence) for impossible values.
    """
    calcul = CALCULS[name]
    for champ in calcul.lit:
        if champ not in patient:
            raise MissingField(champ)
    return calcul.fonction(patient)
