"""Which score applies, why none must be computed, and who is at high risk without any score.

The scores were made for people in apparent good health. Reasons are identifiers; each has a French sentence and,
sometimes, a category, in `references/risque_cv_motifs.csv`. They are findings for the physician, not diagnoses.
Most of these rules are [K 90 %], to be verified in the ESC texts.
"""

from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, lipides, reference_data, rein, tension, unites

DIABETES = ("aucun", "type_1", "type_2")
NON_MESURE = "non_mesure"
REGLES_RENALES = ("prudente", "esc_2023")
#: Reason that a kidney gives, by KDIGO categories of DFG and albuminuria; a measure not made is read as normal.
REIN = {
    ("G3a", "A1"): "dfg_diminue",
    ("G3a", "A2"): "dfg_diminue_albuminurie",
    ("G3a", "A3"): "dfg_diminue_albuminurie_severe",
    ("G3b", "A1"): "dfg_bas",
    ("G3b", "A2"): "dfg_bas_albuminurie",
    ("G3b", "A3"): "dfg_bas_albuminurie",
    **{(g, a): "dfg_tres_bas" for g in ("G4", "G5") for a in ("A1", "A2", "A3")},
    **{(g, "A2"): "albuminurie" for g in ("G1", "G2")},
    **{(g, "A3"): "albuminurie_severe" for g in ("G1", "G2")},
}
#: The two mildest: with diabetes, all the others are a severe organ damage as well (ESC 2023).
REIN_DIABETE_ADMIS = ("dfg_diminue", "albuminurie")
MESURES = ("dfg", "rac_mg_mmol", "ldl_g_l")


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What is known of a person; a measure that was not made is "non_mesure", nothing is ever left out.

    age: 18-120 years. maladie_cardiovasculaire: coronary, stroke, leg arteries. hypercholesterolemie_familiale: known
    or suspected. trouble_genetique: another one, of lipids or blood pressure. diabete: "aucun", "type_1", "type_2".
    atteinte_organe: severe organ damage of diabetes, as the record says. dfg: 2-250 mL/min/1.73 m², not rounded.
    rac_mg_mmol: 0-1000. ldl_g_l: 0.1-4 g/L (mmol/L are not all caught). pas_mmhg: 50-300; pad_mmhg: 35-150.
    Raises ValueError on anything else. Source: ESC 2021, as the clinical file of this course reads it (to be verified).
    """

    age: float
    maladie_cardiovasculaire: bool
    hypercholesterolemie_familiale: bool
    trouble_genetique: bool
    grossesse: bool
    diabete: str
    atteinte_organe: bool
    dfg: float | str
    rac_mg_mmol: float | str
    ldl_g_l: float | str
    pas_mmhg: float
    pad_mmhg: float

    def __post_init__(self) -> None:
        inputs.number("Âge", self.age, 18, 120, "ans")
        inputs.boolean("Maladie cardiovasculaire", self.maladie_cardiovasculaire)
        inputs.boolean("Hypercholestérolémie familiale", self.hypercholesterolemie_familiale)
        inputs.boolean("Trouble génétique", self.trouble_genetique)
        inputs.boolean("Grossesse", self.grossesse)
        inputs.one_of("Diabète", self.diabete, DIABETES)
        if inputs.boolean("Atteinte d’organe", self.atteinte_organe) and self.diabete == "aucun":
            raise inputs.refusal("Atteinte d’organe : vrai, sans diabète ; ici, c’est une complication du diabète.")
        if self._mesure("DFG", self.dfg):
            unites.verifier(self.dfg, "dfg", "mL/min/1,73 m²")
        if self._mesure("RAC", self.rac_mg_mmol):
            unites.verifier(self.rac_mg_mmol, "rac", "mg/mmol")
        if self._mesure("LDL-cholestérol", self.ldl_g_l):
            unites.verifier(self.ldl_g_l, "cholesterol_ldl", "g/L")
        tension.pression(self.pas_mmhg, self.pad_mmhg)

    @staticmethod
    def _mesure(label: str, valeur: float | str) -> bool:
        return not (isinstance(valeur, str) and inputs.one_of(label, valeur, (NON_MESURE,)))

    def non_mesures(self) -> tuple[str, ...]:
        """Names of the measures that were not made."""
        return tuple(nom for nom in MESURES if getattr(self, nom) == NON_MESURE)


@dataclass(frozen=True)
class Motif:
    """A reason: its identifier, the category that it gives at once (or None), a sentence for the nurse."""

    nom: str
    categorie: str | None
    phrase: str


@dataclass(frozen=True)
class SansScore:
    """categorie: "tres_eleve", "eleve" or None. motifs: what gives it. a_completer: measures that could raise it."""

    categorie: str | None
    motifs: tuple[Motif, ...]
    a_completer: tuple[str, ...]


@dataclass(frozen=True)
class Applicabilite:
    """score: "score2", "score2_op", "score2_diabete" or None. refus: why none. a_completer: what could forbid it."""

    score: str | None
    refus: tuple[Motif, ...]
    a_completer: tuple[str, ...]


def categorie_sans_score(situation: Situation) -> SansScore:
    """Category that a situation gives before any score; the highest of its reasons.

    None means that no reason was found, not that the risk is low. Raises ValueError if `situation` is not one.
    Source: ESC 2021 and 2023 [K 90 %], to be verified.
    """
    motifs = tuple(motif for motif in _motifs(situation) if motif.categorie)
    trouvees = {motif.categorie for motif in motifs}
    categorie = next((nom for nom in ("tres_eleve", "eleve") if nom in trouvees), None)
    return SansScore(categorie, motifs, () if categorie == "tres_eleve" else situation.non_mesures())


def refus_de_score(situation: Situation, regle_renale: str = "prudente") -> tuple[Motif, ...]:
    """Reasons not to compute SCORE2, SCORE2-OP or SCORE2-Diabetes, a category given at once among them; empty when
    one may be computed.

    regle_renale: "prudente" (no score below a DFG of 60 or from a RAC of 3, with or without diabetes: a teaching
    convention) or "esc_2023" (type 2 diabetes: only a severe kidney damage forbids SCORE2-Diabetes [K 95 %]).
    Raises ValueError on another rule, or if `situation` is not one.
    Source: validity of the SCORE2 scores (2021, 2023); ESC 2021 and 2023 [K 90 %], to be verified.
    """
    inputs.one_of("Règle rénale", regle_renale, REGLES_RENALES)
    motifs = _motifs(situation)
    if regle_renale == "esc_2023" and situation.diabete == "type_2":
        motifs = tuple(motif for motif in motifs if motif.nom not in REIN_DIABETE_ADMIS)
    return motifs


def score_applicable(situation: Situation, regle_renale: str = "prudente") -> Applicabilite:
    """The score for this person, or why there is none; ValueError as in `refus_de_score`.

    SCORE2 at 40-69, SCORE2-OP at 70-89, SCORE2-Diabetes for type 2 diabetes at 40-69. A measure that was not made
    forbids nothing: it is named in `a_completer`.
    Source: validity of the SCORE2 scores, Eur Heart J 2021;42:2439 and 2455, 2023;44:2544 (2021, 2023).
    """
    refus = refus_de_score(situation, regle_renale)
    if refus:
        return Applicabilite(None, refus, ())
    if situation.diabete == "type_2":
        score = "score2_diabete"
    else:
        score = "score2_op" if situation.age >= _seuils()["score2_op_age_min"] else "score2"
    return Applicabilite(score, (), situation.non_mesures())


def _motifs(situation: Situation) -> tuple[Motif, ...]:
    if not isinstance(situation, Situation):
        raise inputs.refusal(f"Situation : {inputs.shown(situation)} n’est pas une situation décrite par ses mesures.")
    seuils, age = _seuils(), situation.age
    ldl = situation.ldl_g_l
    constats = {
        "maladie_cardiovasculaire": situation.maladie_cardiovasculaire,
        "diabete_atteinte_organe": situation.atteinte_organe,
        "hypercholesterolemie_familiale": situation.hypercholesterolemie_familiale,
        "ldl_tres_haut": ldl != NON_MESURE and lipides.alerte_ldl(ldl),
        "pression_severe": tension.severe(situation.pas_mmhg, situation.pad_mmhg),
        "trouble_genetique": situation.trouble_genetique,
        "grossesse": situation.grossesse,
        "diabete_type_1": situation.diabete == "type_1",
        "diabete_age": situation.diabete == "type_2" and age >= seuils["score2_diabete_age_max"] + 1,
        "age_trop_bas": age < seuils["score2_age_min"],
        "age_trop_haut": age >= seuils["score2_op_age_max"] + 1,
    }
    noms = {nom for nom, constat in constats.items() if constat} | _rein(situation)
    return tuple(motif for motif in _tous() if motif.nom in noms)


def _rein(situation: Situation) -> set[str]:
    """Reasons from DFG and RAC: at most one, and a second one with diabetes."""
    g = "G1" if situation.dfg == NON_MESURE else rein.categorie_dfg(situation.dfg)
    a = "A1" if situation.rac_mg_mmol == NON_MESURE else rein.categorie_albuminurie(situation.rac_mg_mmol)
    noms = {REIN[g, a]} if (g, a) in REIN else set()
    if situation.diabete != "aucun" and noms - set(REIN_DIABETE_ADMIS):
        noms.add("diabete_atteinte_renale")
    return noms


def _seuils() -> dict[str, float]:
    return reference_data.thresholds("risque_cv")


@cache
def _tous() -> tuple[Motif, ...]:
    examens = ("rein", "tension", "lipides", "risque_cv")
    seuils = {nom: valeur for examen in examens for nom, valeur in reference_data.thresholds(examen).items()}
    nombres = {nom: inputs.shown(valeur) for nom, valeur in seuils.items()}
    return tuple(
        Motif(
            row["nom"],
            None if row["categorie"] == "aucune" else row["categorie"],
            inputs.typography(row["phrase"].format(**nombres)),
        )
        for row in reference_data.rows("risque_cv_motifs")
    )
