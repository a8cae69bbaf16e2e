"""Response to a bronchodilator, and the delays around the test, which needs a medical prescription.

GOLD reads the ratio after bronchodilator, not the response: a positive response does not exclude COPD.
Sources: Stanojevic, Eur Respir J 2022;60:2101499 (2022 criterion); Pellegrino, Eur Respir J 2005;26:948 (2005
criterion); Graham, ATS/ERS, Am J Respir Crit Care Med 2019;200:e70 (delays).
"""

from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.lecture import severite

CRITERES = ("2005", "2022")


@dataclass(frozen=True)
class Reversibilite:
    """Response of one index (VEMS or CVF): gain in mL, in % of the value before, in % of the predicted value.

    `positive` follows `critere` alone; the numbers of the other criterion are there to be shown beside it.
    """

    gain_ml: float
    gain_pct_base: float
    gain_pct_theorique: float
    critere: str
    positive: bool


def reversibilite(pre_l: float, post_l: float, theorique_l: float, critere: str = "2022") -> Reversibilite:
    """Response of one index to the bronchodilator; a test is positive when the VEMS or the CVF responds.

    pre_l, post_l: before and after (0.05-15 L); theorique_l: predicted value (0.2-15 L).
    critere: "2022" (more than 10 % of predicted: exactly 10 % is negative) or "2005" (at least 12 % of the
    value before and at least 200 mL). Raises ValueError outside: millilitres are refused.
    Source: Stanojevic, Eur Respir J 2022;60:2101499 (2022); Pellegrino, Eur Respir J 2005;26:948 (2005).
    """
    pre = inputs.number("Valeur avant bronchodilatateur", pre_l, 0.05, 15, "L")
    post = inputs.number("Valeur après bronchodilatateur", post_l, 0.05, 15, "L")
    theorique = inputs.number("Valeur théorique", theorique_l, 0.2, 15, "L")
    inputs.one_of("Critère de réversibilité", critere, CRITERES)
    # 2.9 - 2.5 is 0.3999…: rounded far below what a spirometer shows, so that a limit means itself
    gain_ml = round(1000 * (post - pre), 6)
    pct_base, pct_theorique = round(gain_ml / (10 * pre), 6), round(gain_ml / (10 * theorique), 6)
    seuils = reference_data.thresholds("spirometrie_lecture")
    if critere == "2022":
        positive = pct_theorique > seuils["reversibilite_2022_pct"]
    else:
        positive = pct_base >= seuils["reversibilite_2005_pct"] and gain_ml >= seuils["reversibilite_2005_ml"]
    return Reversibilite(gain_ml, pct_base, pct_theorique, critere, positive)


def normalisation(z_rapport_pre: float, z_rapport_post: float, z_vems_post: float) -> bool:
    """True when a ratio that was low before is normal after, with a normal VEMS: complete reversibility.

    Three z-scores (-20 to 20); exactly -1.645 is normal. Raises ValueError when one is not a z-score.
    It argues for asthma; the physician concludes.
    Source: Stanojevic, Eur Respir J 2022;60:2101499 (2022).
    """
    pre, rapport_post, vems_post = (severite(z) == "normal" for z in (z_rapport_pre, z_rapport_post, z_vems_post))
    return not pre and rapport_post and vems_post


def attente_min(medicament: str) -> int:
    """Minutes to wait between the inhalation and the blows after it: "salbutamol" or "ipratropium".

    Raises ValueError for another name.
    Source: Graham, ATS/ERS 2019, from general knowledge [K], to be verified (à vérifier).
    """
    table = _table("spirometrie_bronchodilatateurs", "medicament")
    return int(table[inputs.one_of("Bronchodilatateur", medicament, table)]["attente_min"])


def suspension_h(classe: str) -> tuple[int, int]:
    """Shortest and longest hours without a class of bronchodilator before a baseline or reversibility test.

    classe: "saba", "sama", "laba", "ultra_laba" or "lama". On medical advice only; never for follow-up
    spirometry. Raises ValueError for another name.
    Source: Graham, ATS/ERS, Am J Respir Crit Care Med 2019;200:e70 (table as reprinted by UpToDate 110199, 2019).
    """
    table = _table("spirometrie_suspensions", "classe")
    row = table[inputs.one_of("Classe de bronchodilatateur", classe, table)]
    return int(row["heures_min"]), int(row["heures_max"])


def suspension(classe: str, heures_depuis_la_prise: float) -> str:
    """Was a bronchodilator stopped long enough? "insuffisante", "limite" (between both hours) or "respectee".

    classe: as in `suspension_h`; heures_depuis_la_prise: 0-1000 h. Raises ValueError outside.
    A short delay is written on the report: it does not cancel the test by itself.
    Source: Graham, ATS/ERS, Am J Respir Crit Care Med 2019;200:e70 (2019).
    """
    shortest, longest = suspension_h(classe)
    heures = inputs.number("Délai depuis la prise", heures_depuis_la_prise, 0, 1000, "h")
    if heures < shortest:
        return "insuffisante"
    return "respectee" if heures >= longest else "limite"


@cache
def _table(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in reference_data.rows(name)}
