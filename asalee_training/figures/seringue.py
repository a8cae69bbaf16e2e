"""The three-litre syringe: nine strokes at three speeds, and the one that is out."""

from __future__ import annotations

from asalee_training.clinical import reference_data
from asalee_training.figures.gens import croix, juste
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    PAPIER,
    ROUGE,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
    virgule,
)

#: Nine strokes of an invented morning, in litres: all right but one, at the highest speed.
COUPS = {"lent": (2.95, 2.98, 3.01), "moyen": (2.98, 3.01, 3.04), "rapide": (3.04, 3.10, 3.07)}


def limites_l() -> tuple[float, float]:
    """Least and most that a stroke may read, in litres, ends included."""
    seuils = reference_data.thresholds("spirometrie_lecture")
    volume, part = seuils["seringue_l"], seuils["seringue_ecart_pct"] / 100
    return round(volume * (1 - part), 2), round(volume * (1 + part), 2)


def seringue_coups() -> Dessin:
    """Each stroke is read by itself, against the same two limits."""
    bas, haut = limites_l()
    t = Toile(436)
    t.text(350, 28, "Neuf coups de seringue, lus un par un", 17, ENCRE, "middle", gras=True)
    _seringue(t, 40, 58)

    def x(litres: float) -> float:
        return 200 + (litres - 2.85) * 1500

    t.rect(x(bas), 172, x(haut) - x(bas), 190, VERT_CLAIR, VERT, 1.6, rx=6)
    t.text(
        (x(bas) + x(haut)) / 2,
        162,
        f"de {virgule(bas, 2)} à {virgule(haut, 2)} L : le coup est bon",
        14.5,
        VERT,
        "middle",
        gras=True,
    )
    for k, (debit, coups) in enumerate(COUPS.items()):
        y = 204 + k * 62
        t.text(186, y + 5, f"débit {debit}", 15, ENCRE, "end", gras=True)
        t.line((200, y), (640, y), FILET, 1.4)
        for j, litres in enumerate(coups):
            marque = juste if bas <= litres <= haut else croix
            marque(t, (x(litres), y), VERT if bas <= litres <= haut else ROUGE, 0.95)
            t.text(x(litres), y + (27 if j != 1 else -17), virgule(litres, 2), 13, DISCRET, "middle")
    t.text(
        350,
        394,
        "Un seul dehors, et c’est le débit du pic : on cherche, on recalibre, on revérifie.",
        15,
        ROUGE,
        "middle",
        gras=True,
    )
    t.text(350, 420, "La moyenne des neuf tomberait juste. Matin inventé ; limites à vérifier.", 14, DISCRET, "middle")
    lus = " ; ".join(f"débit {debit} : {', '.join(virgule(v, 2) for v in coups)} L" for debit, coups in COUPS.items())
    return t.dessin(
        f"""En haut, une seringue de 3 litres branchée sur le spiromètre. En dessous, une bande va de {virgule(bas, 2)} à {virgule(haut, 2)} L :
        un coup est bon s’il tombe dedans. Trois coups à chaque débit ({lus}). Huit portent une coche ; celui
        de 3,10 L, au débit rapide, porte une croix : il est dehors. On cherche, on recalibre, on revérifie, sans faire la moyenne."""
    )


def _seringue(t: Toile, x: float, y: float) -> None:
    """The syringe, its plunger drawn back, joined to the device."""
    t.rect(x + 96, y, 250, 72, BLEU_CLAIR, BLEU, 2, rx=8)
    t.rect(x + 96, y + 6, 60, 60, PAPIER, BLEU, 1.6, rx=4)
    t.line((x + 12, y + 36), (x + 96, y + 36), BLEU, 9)
    t.line((x + 12, y + 12), (x + 12, y + 60), BLEU, 9)
    t.text(x + 252, y + 44, "3 litres", 19, BLEU, "middle", gras=True)
    t.rect(x + 346, y + 24, 60, 24, PAPIER, ENCRE, 1.8, rx=4)
    t.rect(x + 406, y - 4, 190, 80, PAPIER, ENCRE, 2, rx=12)
    t.rect(x + 424, y + 12, 110, 46, "#f4f7f7", FILET, 1.4, rx=5)
    t.text(x + 479, y + 42, f"{virgule(3.01, 2)} L", 17, ENCRE, "middle", gras=True)
    t.circle((x + 565, y + 36), 12, PAPIER, ENCRE, 1.8)
