"""HbA1c: units, mean glucose, what makes it unreliable, individual target and gap to it.

The nurse never sets nor changes a target: she checks that one is recorded, and alerts.
Sources: Hoelzel, Clin Chem 2004;50:166 (units); Nathan, Diabetes Care 2008;31:1473 (mean glucose); HAS,
stratégie médicamenteuse du contrôle glycémique du diabète de type 2, January 2013 (targets). HAS 2024 replaced
the strategy; its numeric targets could not be read [K], to be verified.
"""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from asalee_training.clinical import inputs, reference_data, unites


@dataclass(frozen=True)
class GlycemieMoyenne:
    """Estimated mean glucose, in both units, not rounded."""

    g_l: float
    mmol_l: float


@dataclass(frozen=True)
class Fiabilite:
    """Can the HbA1c be believed? motifs: French names of what makes it unreliable, in the table's order."""

    fiable: bool
    motifs: tuple[str, ...]


@dataclass(frozen=True)
class Cible:
    """Individual target of HbA1c.

    pct: bound in %, met at the bound itself if `incluse` (« ≤ 7 % »), only below it otherwise (« < 9 % »).
    mmol_mol: its integer equivalent. profil: the profile that decides. autres: the other profiles given.
    libelle, complement: French words for the profile and for what goes with the target. fragile: one of
    the profiles is a frail or dependent elderly person. a_confirmer: the profiles pull two ways, the doctor settles.
    """

    pct: float
    incluse: bool
    mmol_mol: int
    profil: str
    autres: tuple[str, ...]
    libelle: str
    complement: str
    source: str
    fragile: bool
    a_confirmer: bool


@dataclass(frozen=True)
class Ecart:
    """Observed HbA1c against its target.

    points: observed, to one decimal, minus target, in points of %. position: "au_dessus", "a_la_cible" or "au_dessous" (met by more
    than the margin). alerte_hypoglycemie: "au_dessous" in a frail person on a sulfonylurea or insulin: same-day call.
    """

    points: float
    position: str
    alerte_hypoglycemie: bool


def ifcc(pct: float) -> float:
    """HbA1c in mmol/mol (IFCC) from % (NGSP), not rounded: laboratories print the integer.

    pct: 4-19 %. Raises ValueError out of range: mmol/mol or a fraction (0.07) are refused.
    Source: Hoelzel, Clin Chem 2004;50:166 (2004).
    """
    return unites.convertir(pct, "hba1c", "%", "mmol/mol")


def ngsp(mmol_mol: float) -> float:
    """HbA1c in % (NGSP) from mmol/mol (IFCC), not rounded.

    mmol_mol: 20-185 mmol/mol. Raises ValueError out of range: a value in % is refused.
    Source: Hoelzel, Clin Chem 2004;50:166 (2004).
    """
    return unites.convertir(mmol_mol, "hba1c", "mmol/mol", "%")


def glycemie_moyenne(pct: float) -> GlycemieMoyenne:
    """Estimated mean glucose (eAG) in g/L and mmol/L.

    pct: HbA1c, 4-19 %. The published line is in mg/dL; 1 g/L is 100 mg/dL and 5.55 mmol/L.
    Raises ValueError out of range.
    Source: Nathan, Diabetes Care 2008;31:1473 (2008).
    """
    seuils = reference_data.thresholds("hba1c")
    mg_dl = seuils["eag_pente"] * unites.verifier(pct, "hba1c", "%") + seuils["eag_ordonnee"]
    g_l = mg_dl / 100
    return GlycemieMoyenne(g_l, unites.convertir(g_l, "glucose", "g/L", "mmol/L"))


def fiabilite(situations: Collection[str]) -> Fiabilite:
    """Can an HbA1c be believed in these situations? As a Fiabilite; any one of them makes it unreliable.

    situations: identifiers of `references/hba1c_fiabilite.csv`: "anemie", "transfusion", "dialyse"…; empty when
    none was found. Raises ValueError for an unknown one (with the nearest name), or for what is not a collection.
    Source: general knowledge [K], to be verified (no date).
    """
    table = _table("hba1c_fiabilite", "situation")
    presentes = _connus("Situation", situations, table)
    return Fiabilite(not presentes, tuple(table[nom]["libelle"] for nom in presentes))


def cible(profils: Collection[str]) -> Cible:
    """Target for the profiles that a person fits, as a Cible.

    profils: identifiers of `references/hba1c_cibles.csv`, at least one; "cas_general" stands alone. The least
    strict applicable target wins; but a pregnancy, wished or under way, wins over all, and is then `a_confirmer`
    if another profile allows more (both are teaching conventions [P]).
    Raises ValueError for no profile, an unknown one, or two that exclude each other (« vigoureuse » and « fragile »).
    Source: HAS, stratégie médicamenteuse du contrôle glycémique du diabète de type 2 (January 2013).
    """
    table = _table("hba1c_cibles", "profil")
    noms = _connus("Profil", profils, table)
    if not noms:
        raise inputs.refusal("Profil : aucun profil n’est donné. Pour le cas général, donnez « cas_general ».")
    _refuse_contradictions(noms, table)
    rangs = {nom: (float(table[nom]["cible_pct"]), table[nom]["incluse"] == "oui") for nom in noms}
    moins_stricte = max(noms, key=lambda nom: rangs[nom])
    retenu = "grossesse" if "grossesse" in noms else moins_stricte
    row = table[retenu]
    return Cible(
        *rangs[retenu],
        mmol_mol=int(row["mmol_mol"]),
        profil=retenu,
        autres=tuple(nom for nom in noms if nom != retenu),
        libelle=row["libelle"],
        complement=row["complement"],
        source=row["source"],
        fragile=any(table[nom]["fragile"] == "oui" for nom in noms),
        a_confirmer=rangs[moins_stricte] > rangs[retenu],
    )


def ecart(pct: float, cible: Cible, sulfamide_ou_insuline: bool) -> Ecart:
    """Gap between an observed HbA1c and its target, as an Ecart.

    pct: observed HbA1c, 4-19 %, read to one decimal as laboratories print it, halves up [P]: 53 mmol/mol is
    7,00044 % and on target at 7 %. cible: what the function `cible` returns; sulfamide_ou_insuline: the treatment
    holds a sulfonylurea or insulin. "au_dessous": more than 1 point below the target; HAS gives no lower bound,
    this margin is a teaching convention [P]. Raises ValueError for anything else.
    Source: HAS, January 2013 (target); margin and same-day call: proposals [P], to be verified (2025).
    """
    valeur = _une_decimale(unites.verifier(pct, "hba1c", "%"))
    if not isinstance(cible, Cible):
        raise inputs.refusal(f"Cible : {inputs.shown(cible)} n’est pas une cible ; demandez-la à « hba1c.cible ».")
    inputs.boolean("Sulfamide ou insuline", sulfamide_ou_insuline)
    if valeur > cible.pct or (valeur == cible.pct and not cible.incluse):
        position = "au_dessus"
    elif valeur < cible.pct - reference_data.thresholds("hba1c")["marge_au_dessous"]:
        position = "au_dessous"
    else:
        position = "a_la_cible"
    alerte = position == "au_dessous" and cible.fragile and sulfamide_ou_insuline
    return Ecart(round(valeur - cible.pct, 6), position, alerte)


def _une_decimale(pct: float) -> float:
    return float(Decimal(str(pct)).quantize(Decimal("0.1"), ROUND_HALF_UP))


@cache
def _table(name: str, key: str) -> dict[str, dict[str, str]]:
    return {
        row[key]: {column: inputs.typography(text) for column, text in row.items()} for row in reference_data.rows(name)
    }


def _connus(label: str, noms: Collection[str], table: dict) -> list[str]:
    """The names given, each once, in the table's order."""
    donnes = inputs.words(label, noms, table)
    return [nom for nom in table if nom in donnes]


def _refuse_contradictions(noms: list[str], table: dict) -> None:
    if "cas_general" in noms and len(noms) > 1:
        raise inputs.refusal("Profil : « cas_general » se donne seul, quand aucun autre profil ne convient.")
    groupes: dict[str, str] = {}
    for nom in noms:
        for groupe in set(table[nom]["exclusif"].split("|")) - {"non"}:
            autre = groupes.setdefault(groupe, nom)
            if autre != nom:
                raise inputs.refusal(f"Profil : « {autre} » et « {nom} » s’excluent ; gardez-en un.")
