"""Case finding of COPD: five questions, who should blow, mini-spirometry. It proposes an examination, nothing else.

Published readings of the five questions disagree and the protocol's own inclusion was not found: each reading has
a name, and the name used is shown with the result.
"""

from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.lecture import percentage

SYMPTOMES = ("toux", "toux_grasse", "essoufflement")
CRITERES = ("has_10_pa", "usage_20_pa")
LECTURES_MINI = ("rapport_fixe", "lin", "vorilhon")


@dataclass(frozen=True)
class CinqQuestions:
    """Number of « oui » (0-5), of which symptoms (0-3), and whether the named rule alerts."""

    oui: int
    symptomes: int
    alerte: bool
    regle: str


@dataclass(frozen=True)
class MiniSpirometrie:
    """positif: below the cut-off of `lecture`. spirometrie_complete: below the highest cut-off, or symptoms."""

    positif: bool
    spirometrie_complete: bool
    lecture: str


def cinq_questions(
    toux: bool,
    toux_grasse: bool,
    essoufflement: bool,
    plus_de_40_ans: bool,
    fume_ou_a_fume: bool,
    regle: str = "has",
) -> CinqQuestions:
    """The five HAS questions, answered by True or False, read by one of three published rules.

    regle: "has" (at least 2 « oui »: teaching default), "gold_cnmr" (at least 3), "formathon" (over 40 and
    tobacco, with at least one symptom); a row of `references/spirometrie_cinq_regles.csv` each.
    Raises ValueError for another answer or rule. An alert proposes a spirometry, it names no disease.
    Source: HAS questionnaire as reproduced in France; rules differ between copies, to be verified (à vérifier).
    """
    reponses = (toux, toux_grasse, essoufflement, plus_de_40_ans, fume_ou_a_fume)
    questions = list(_questions())
    lues = dict(zip(questions, (inputs.boolean(f"Question {n}", r) for n, r in enumerate(reponses, 1)), strict=True))
    rule = _regles()[inputs.one_of("Règle de lecture", regle, _regles())]
    oui, symptomes = sum(lues.values()), sum(lues[nom] for nom in SYMPTOMES)
    exposed = lues["plus_de_40_ans"] and lues["fume_ou_a_fume"]
    alerte = (
        oui >= int(rule["oui_min"])
        and symptomes >= int(rule["symptomes_min"])
        and (exposed or rule["age_et_tabac_requis"] == "non")
    )
    return CinqQuestions(oui, symptomes, alerte, regle)


def textes_cinq_questions() -> tuple[str, ...]:
    """The five questions in French, in the order of `cinq_questions`.

    Source: HAS, from GOLD, wording reproduced in a public French questionnaire (à vérifier).
    """
    return tuple(inputs.typography(texte) for texte in _questions().values())


def eligible_spirometrie(age: float, paquets_annees: float, critere: str = "has_10_pa") -> bool:
    """True from 40 years and 10 pack-years ("has_10_pa"), or 40 years and 20 pack-years ("usage_20_pa").

    age: 0-120 years; paquets_annees: 0-300. Raises ValueError outside. Symptoms, cannabis, passive smoking
    and occupation count too: see `motifs_spirometrie`. The protocol's own limits were not found.
    Source: HAS guide BPCO (2019, à vérifier); 20 pack-years: usage of French general practice (à vérifier).
    """
    age = inputs.number("Âge", age, 0, 120, "ans")
    tabac = inputs.number("Paquets-années", paquets_annees, 0, 300, "PA")
    inputs.one_of("Critère", critere, CRITERES)
    seuils = reference_data.thresholds("spirometrie_lecture")
    return age >= seuils["reperage_age_ans"] and round(tabac, 9) >= seuils[f"reperage_{critere}"]


def motifs_spirometrie(
    age: float, paquets_annees: float, exposition: bool, symptomes: int, critere: str = "has_10_pa"
) -> tuple[str, ...]:
    """Why to propose a spirometry: "symptomes_et_exposition", "tabac", both, or nothing.

    age: 0-120 years; paquets_annees: 0-300; exposition: tobacco, cannabis, passive or occupational;
    symptomes: how many of the three questions were « oui », 0-3; critere: as `eligible_spirometrie`.
    "symptomes_et_exposition": over 40, exposed, one symptom; "tabac": eligible even without symptom.
    Raises ValueError outside. Source: HAS guide BPCO and Formathon, combined by teaching choice [P] (à vérifier).
    """
    eligible = eligible_spirometrie(age, paquets_annees, critere)
    exposed = inputs.boolean("Exposition", exposition)
    symptomes = inputs.integer("Nombre de symptômes", symptomes, 0, 3)
    motifs = []
    if age > reference_data.thresholds("spirometrie_lecture")["reperage_age_ans"] and exposed and symptomes:
        motifs.append("symptomes_et_exposition")
    if eligible:
        motifs.append("tabac")
    return tuple(motifs)


def mini_spirometrie(rapport_vems_vem6_pct: float, symptomes: bool, lecture: str = "rapport_fixe") -> MiniSpirometrie:
    """VEMS/VEM6 of a mini-spirometer, in % (10-100), against a published cut-off; never a diagnosis.

    symptomes: cough, sputum or breathlessness. lecture: "rapport_fixe" (below 77 finds a ratio below 70 %),
    "lin" (below 75 finds a ratio below normal), "vorilhon" (below 70, as in that study). Raises ValueError
    outside: a fraction is refused. A full spirometry follows below 77, whatever the reading, or with symptoms.
    Source: SPLF commentary of a Canadian study of 2 911 adults; Vorilhon 2013 (à vérifier).
    """
    rapport = percentage("Rapport VEMS/VEM6", rapport_vems_vem6_pct)
    symptomes = inputs.boolean("Symptômes", symptomes)
    inputs.one_of("Lecture de la mini-spirométrie", lecture, LECTURES_MINI)
    seuils = reference_data.thresholds("spirometrie_lecture")
    return MiniSpirometrie(
        positif=rapport < seuils[f"mini_{lecture}_pct"],
        spirometrie_complete=symptomes or rapport < seuils["mini_rapport_fixe_pct"],
        lecture=lecture,
    )


@cache
def _questions() -> dict[str, str]:
    rows = sorted(reference_data.rows("spirometrie_cinq_questions"), key=lambda row: int(row["numero"]))
    return {row["identifiant"]: row["texte"] for row in rows}


@cache
def _regles() -> dict[str, dict[str, str]]:
    return {row["regle"]: row for row in reference_data.rows("spirometrie_cinq_regles")}
