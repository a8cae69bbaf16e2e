"""A hundred people and a test: who is ill among them, and how many positives are right. Bayes, drawn."""

from __future__ import annotations

from asalee_training.clinical.cognition import performances, valeurs_predictives
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
    VERT_CLAIR,
    Dessin,
    Toile,
)

_NOMS = {"codex": "Codex", "cinq_mots_pondere": "cinq mots, score pondéré"}
#: Where such a share may be met: marks of the course, not of a study.
_LIEUX = ((10, "toute une salle d’attente"), (30, "ceux qui se plaignent"), (60, "une consultation spécialisée"))


def salle_attente(malades: int, test: str) -> Dessin:
    """A hundred people, ``malades`` of them ill; a hundred positives and a hundred negatives of ``test``."""
    mesure = performances()[test]
    valeurs = valeurs_predictives(mesure.sensibilite, mesure.specificite, malades / 100)
    justes, surs = round(100 * valeurs.vpp), round(100 * valeurs.vpn)
    t = Toile(420)
    t.text(170, 28, "Cent personnes testées", 16, ENCRE, "middle", gras=True)
    t.text(530, 28, "Cent tests positifs", 16, ENCRE, "middle", gras=True)
    _foule(t, 40, malades, ROUGE, BLEU_CLAIR, BLEU)
    _foule(t, 400, justes, ROUGE, OCRE_CLAIR, OCRE)
    t.arrow((312, 170), (388, 170), ENCRE, 3, 12)
    t.text(350, 152, "le test", 14, ENCRE, "middle")
    t.text(170, 330, f"{malades} atteinte{'s' * (malades > 1)}, {100 - malades} non", 16, ENCRE, "middle", gras=True)
    t.text(170, 351, f"comme dans {_lieu(malades)}", 14, DISCRET, "middle")
    t.text(530, 330, f"{justes} justes, {100 - justes} fausses alertes", 16, ENCRE, "middle", gras=True)
    t.text(530, 351, "en plein : juste · bras levés : fausse alerte", 14, DISCRET, "middle")
    t.rect(40, 366, 620, 30, VERT_CLAIR, VERT, 1.6, rx=10)
    t.text(350, 386, f"Et sur cent tests négatifs, {_negatifs(surs)} disent vrai.", 15, ENCRE, "middle", gras=True)
    t.text(350, 414, _source(test, mesure.sensibilite, mesure.specificite), 14, DISCRET, "middle", italique=True)
    atteintes = "une atteinte" if malades == 1 else f"{malades} atteintes"
    return t.dessin(
        f"Cent personnes, dont {atteintes}, et un test ({_NOMS[test]}) : sur cent positifs, {justes} sont justes et "
        f"{100 - justes} sont de fausses alertes ; sur cent négatifs, {_negatifs(surs)} disent vrai."
    )


def _negatifs(surs: int) -> str:
    return "presque tous" if surs >= 100 else str(surs)


def _lieu(malades: int) -> str:
    return next((lieu for limite, lieu in _LIEUX if malades <= limite), _LIEUX[-1][1])


def _source(test: str, sensibilite: float, specificite: float) -> str:
    def pct(part: float) -> str:
        return f"{100 * part:.1f}".rstrip("0").rstrip(".").replace(".", ",")

    qui = {"codex": "Belmin 2007", "cinq_mots_pondere": "Cowppli-Bony 2005"}[test]
    return f"Sensibilité {pct(sensibilite)} %, spécificité {pct(specificite)} % ({qui}) ; le reste est un calcul."


def _foule(t: Toile, x: float, marques: int, tache: str, fond: str, trait: str) -> None:
    """Draw ten rows of ten people, the first ``marques`` of them full; on the right, the others raise their arms."""
    alarme = x > 300
    for k in range(100):
        px, py = x + 13 + k % 10 * 26, 50 + k // 10 * 26.5
        plein = k < marques
        t.circle((px, py), 5, tache if plein else fond, tache if plein else trait, 1.2)
        t.path(f"M{px - 7:.1f} {py + 17:.1f}C{px - 7:.1f} {py + 4:.1f} {px + 7:.1f} {py + 4:.1f} {px + 7:.1f} {py + 17:.1f}Z",
               tache if plein else PAPIER if alarme else fond, tache if plein else trait, 1.2)  # fmt: skip
        if alarme and not plein:
            t.path(f"M{px - 6:.1f} {py + 10:.1f}l-4 -10M{px + 6:.1f} {py + 10:.1f}l4 -10", "none", trait, 1.3)
