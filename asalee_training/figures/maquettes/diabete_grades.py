"""One foot, two rankings: the French grade and the IWGDF category, by `clinical.pied`."""

from __future__ import annotations

from asalee_training.clinical import pied
from asalee_training.figures.pied import pied_marque
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    VERT,
    Dessin,
    Toile,
)

_RAISONS = {
    "aomi_isolee": "L’artère seule ne compte pas dans le grade français.",
    "dialyse": "La dialyse ne compte que pour l’IWGDF.",
    "antecedent_sans_neuropathie_ni_aomi": "L’histoire seule ne compte que pour le grade français.",
}


def comparer(sites: int, pied_vu: str, histoire: str) -> pied.Desaccord:
    """The two rankings of such a foot, and why they differ."""
    return pied.desaccord(
        perte_sensibilite=sites > 0,
        aomi=pied_vu == "aomi",
        deformation=pied_vu == "deformation",
        ulcere_ancien=False,
        amputation=histoire == "amputation",
        dialyse=histoire == "dialyse",
    )


def deux_classements(sites: int, pied_vu: str, histoire: str) -> Dessin:
    """The foot, its two numbers, and how often it is seen again."""
    vu = comparer(sites, pied_vu, histoire)
    t = Toile(412)
    t.rect(14, 16, 168, 330, PAPIER, DISCRET, 1.4, rx=14)
    pied_marque(
        t, 44, 36, 0.56, perdus=sites, devie=pied_vu == "deformation", bouchee=pied_vu == "aomi",
        ampute=histoire == "amputation",
    )  # fmt: skip
    for k, mots in enumerate(_constats(sites, pied_vu, histoire)):
        t.text(98, 290 + k * 22, mots, 14, ENCRE, "middle")
    seances = pied.seances_podologue(vu.grade, False)
    _carte(
        t,
        204,
        "Grade français",
        vu.grade,
        f"{seances} séances par an" if seances else "le bilan seul",
        "il ouvre des droits",
        OCRE,
        OCRE_CLAIR,
    )
    tot, tard = pied.intervalle_mois(vu.categorie)
    delai = f"de {tot} à {tard} mois" if tot < tard else f"dans {tard} mois"
    _carte(t, 486, "Catégorie IWGDF", vu.categorie, f"revoir {delai}", "elle dit le danger", BLEU, BLEU_CLAIR)
    t.text(445, 130, "≠" if vu.alerte else "=", 34, ROUGE if vu.alerte else VERT, "middle", gras=True)
    tot, tard = pied.intervalle_mois(vu.niveau_suivi)
    delai = f"{tot} à {tard} mois." if tot < tard else f"{tard} mois."
    suivi = f"On suit le plus élevé, {vu.niveau_suivi} : {delai}" if vu.alerte else f"Revoir les pieds : {delai}"
    lignes = [_RAISONS[raison] for raison in vu.raisons] or ["Les deux disent la même chose."]
    lignes += ["On écrit les deux, on prévient le médecin ces jours-ci."] if vu.alerte or pied_vu == "aomi" else []
    t.rect(204, 228, 482, 118, PAPIER, ROUGE if vu.alerte else VERT, 1.8, rx=12)
    for k, ligne in enumerate((*lignes, suivi)):
        t.text(218, 258 + k * 28, ligne, 14, ENCRE, gras=not k)
    t.text(350, 376, "Dès le grade 1 : les pieds à chaque consultation.", 14, ENCRE, "middle")
    t.text(350, 400, "Suivre le plus élevé est une convention de la formation.", 14, DISCRET, "middle", italique=True)
    constats = ", ".join(_constats(sites, pied_vu, histoire))
    return t.dessin(
        f"Ce pied : {constats}. Grade français {vu.grade}, catégorie IWGDF {vu.categorie}. {' '.join(lignes)} {suivi}"
    )


def _constats(sites: int, pied_vu: str, histoire: str) -> tuple[str, ...]:
    return (
        "tout est senti" if not sites else "1 site perdu" if sites == 1 else f"{sites} sites perdus",
        {"rien": "pouls présents", "deformation": "orteil dévié", "aomi": "deux pouls absents"}[pied_vu],
        {"aucune": "aucune histoire", "amputation": "un orteil amputé", "dialyse": "dialyse"}[histoire],
    )


def _carte(t: Toile, x: float, titre: str, nombre: int, droit: str, role: str, trait: str, fond: str) -> None:
    """Draw a ranking as a card with its number."""
    t.rect(x, 16, 200, 196, fond, trait, 2, rx=14)
    t.text(x + 100, 46, titre, 16, trait, "middle", gras=True)
    t.circle((x + 100, 106), 42, PAPIER, trait, 3)
    t.text(x + 100, 124, str(nombre), 50, trait, "middle", gras=True)
    t.text(x + 100, 174, droit, 15.5, ENCRE, "middle", gras=True)
    t.text(x + 100, 198, role, 14, DISCRET, "middle")
