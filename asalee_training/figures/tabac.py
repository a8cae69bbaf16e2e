"""Tobacco: the receptor that asks, the loop that holds."""

from __future__ import annotations

import math

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
)


def nicotine_recepteurs() -> Dessin:
    """Nicotine peaks of cigarettes, steady level of a patch; receptors before, during, after."""
    t = Toile(520)
    t.text(350, 28, "La nicotine, par pics ou en continu", 17, ENCRE, "middle", gras=True)

    def x(h: float) -> float:
        return 70 + (h - 7) * 40

    def y(v: float) -> float:
        return 262 - v * 5.2

    t.rect(x(7), y(34), x(22) - x(7), y(16) - y(34), VERT_CLAIR)
    t.text(x(7.1), y(30), "zone de confort", 13.5, VERT)
    t.text(x(21.9), y(9), "manque", 13.5, ROUGE, "end")
    curve: list[Point] = []
    level = 3.0
    for k in range(15 * 20 + 1):
        h = 7 + k / 20
        level *= 0.5 ** (1 / 20 / 2.0)
        if k % 25 == 10 and h < 21.5:
            level += 13.0
        curve.append((x(h), y(min(level, 37))))
    t.polyline(curve, ROUGE, 2.6)
    patch = [(x(7 + k / 10), y(22 * (1 - math.exp(-k / 26)))) for k in range(151)]
    t.polyline(patch, BLEU, 3.4, stroke_dasharray="10 5")
    t.line((x(7), y(40)), (x(7), y(0)), ENCRE, 1.6)
    t.line((x(7), y(0)), (x(22) + 6, y(0)), ENCRE, 1.6)
    for h in range(8, 23, 2):
        t.text(x(h), y(0) + 20, f"{h} h", 13, DISCRET, "middle")
    t.text(24, y(40) - 8, "Nicotine dans le sang (schéma)", 14, ENCRE)
    t.line((420, 60), (452, 60), ROUGE, 2.6)
    t.text(460, 65, "cigarettes", 14, ROUGE)
    t.line((560, 60), (592, 60), BLEU, 3.4, stroke_dasharray="10 5")
    t.text(600, 65, "timbre", 14, BLEU)
    for k, (titre, texte, pris, total, couleur) in enumerate(
        (
            ("Avant", "peu de récepteurs,\naucune demande", 0, 3, VERT),
            ("Fumeur, le matin", "beaucoup de récepteurs,\nvides : ils réclament", 0, 8, ROUGE),
            ("Avec un substitut", "occupés sans fumée :\nils se taisent", 6, 8, BLEU),
            ("Des semaines après", "leur nombre redescend\npeu à peu", 0, 4, VERT),
        )
    ):
        px = 16 + k * 172
        t.rect(px, 318, 160, 122, PAPIER, FILET, 1.4, rx=10)
        for j in range(total):
            cx, cy = px + 26 + (j % 4) * 36, 350 + (j // 4) * 42
            t.path(
                f"M{cx - 12} {cy - 10}C{cx - 12} {cy + 6} {cx + 12} {cy + 6} {cx + 12} {cy - 10}M{cx} {cy + 2}V{cy + 16}",
                "none",
                OCRE,
                3,
            )
            if j < pris:
                t.circle((cx, cy - 8), 7.5, BLEU, PAPIER, 1.4)
        t.text(px + 80, 464, titre, 14.5, couleur, "middle", gras=True)
        t.text(px + 80, 484, texte, 13, ENCRE, "middle")
    t.text(16, 306, "Les récepteurs du cerveau", 14.5, ENCRE, gras=True)
    return t.dessin(
        """En haut, la nicotine dans le sang au fil d’une journée, en schéma. Les cigarettes font des pics, suivis de chutes dans
        une zone de manque ; un timbre monte lentement et reste dans la zone de confort. En bas, quatre cases montrent les
        récepteurs du cerveau. Avant : peu de récepteurs, aucune demande. Fumeur, le matin : beaucoup de récepteurs, vides,
        ils réclament. Avec un substitut : occupés sans fumée, ils se taisent. Des semaines après : leur nombre redescend
        peu à peu."""
    )


def dependance_cycle() -> Dessin:
    """A loop: trigger, urge, cigarette, relief; and where each help breaks it."""
    t = Toile(500)
    t.text(350, 28, "La boucle, et par où on l’ouvre", 17, ENCRE, "middle", gras=True)
    c, r = (350, 262), 142
    noms = (
        ("Situation", "café, pause, dispute", OCRE, OCRE_CLAIR),
        ("Envie", "elle passe en\nquelques minutes", ROUGE, ROUGE_CLAIR),
        ("Cigarette", "la nicotine arrive\nen quelques secondes", ENCRE, "#e8ecec"),
        ("Soulagement", "le manque s’efface,\npour une heure", VERT, VERT_CLAIR),
    )
    for k, (titre, texte, trait, fond) in enumerate(noms):
        a = -math.pi / 2 + k * math.pi / 2
        px, py = c[0] + r * 1.3 * math.cos(a), c[1] + r * math.sin(a)
        t.rect(px - 88, py - 40, 176, 80, fond, trait, 2, rx=16)
        t.text(px, py - 12, titre, 16, trait, "middle", gras=True)
        t.text(px, py + 10, texte, 13, ENCRE, "middle")
    for k in range(4):
        a = -math.pi / 2 + k * math.pi / 2
        b = a + math.pi / 2
        rr = r * 0.97
        start = (c[0] + rr * math.cos(a + 0.62), c[1] + rr * math.sin(a + 0.62))
        end = (c[0] + rr * math.cos(b - 0.36), c[1] + rr * math.sin(b - 0.36))
        if k % 2:
            start = (c[0] + rr * math.cos(a + 0.36), c[1] + rr * math.sin(a + 0.36))
            end = (c[0] + rr * math.cos(b - 0.62), c[1] + rr * math.sin(b - 0.62))
        t.arrow(start, end, DISCRET, 3, 12, bend=-16)
    t.text(350, 258, "plus la boucle tourne,\nplus elle est facile", 14, DISCRET, "middle")
    for px, py, ancre, titre, texte in (
        (20, 84, "start", "Changer la situation", "se lever de table, l’eau,\nun appel, un autre trajet"),
        (680, 84, "end", "Attendre l’envie", "respirer, marcher cinq\nminutes, un substitut oral"),
        (680, 408, "end", "Enlever le manque", "timbre à bonne dose,\nsans fumée"),
        (20, 408, "start", "Chercher autre chose", "ce qui fait du bien,\nce qui compte pour elle"),
    ):
        t.text(px, py, titre, 15, BLEU, ancre, gras=True)
        t.text(px, py + 22, texte, 13.5, ENCRE, ancre)
    return t.dessin(
        """Une boucle de quatre cases reliées par des flèches. Une situation, le café, la pause, une dispute, donne l’envie, qui
        passe en quelques minutes ; l’envie mène à la cigarette, dont la nicotine arrive en quelques secondes ; vient le
        soulagement, le manque s’efface pour une heure, et la boucle recommence. Aux quatre coins, par où on l’ouvre :
        changer la situation, se lever de table ou prendre un autre trajet ; attendre l’envie, respirer, marcher, un
        substitut oral ; enlever le manque, un timbre à bonne dose ; chercher ce qui fait du bien autrement."""
    )


def substituts_formes() -> Dessin:
    """Patches work all day; the other forms answer an urge."""
    t = Toile(440)
    t.text(350, 28, "Les substituts : un fond, et de quoi répondre à l’envie", 17, ENCRE, "middle", gras=True)
    t.rect(16, 50, 668, 150, BLEU_CLAIR, BLEU, 1.8, rx=14)
    t.text(34, 80, "Tout le jour : le timbre", 16, BLEU, gras=True)
    for k, (cote, texte) in enumerate(((64, "grand"), (52, "moyen"), (40, "petit"))):
        x = 46 + k * 92
        t.rect(x, 104, cote, cote, "#f2dcc0", OCRE, 2, rx=10)
        t.rect(x + cote * 0.25, 104 + cote * 0.25, cote * 0.5, cote * 0.5, PAPIER, OCRE, 1.2, rx=5)
        t.text(x + cote / 2, 188, texte, 13, ENCRE, "middle")
    t.text(340, 116, "une dose qui monte lentement, puis tient", 14.5, ENCRE)
    t.text(340, 138, "chaque jour un autre endroit, propre et sec", 14.5, ENCRE)
    t.text(340, 160, "24 heures ou 16 heures, selon le réveil", 14.5, ENCRE)
    t.rect(16, 216, 668, 166, OCRE_CLAIR, OCRE, 1.8, rx=14)
    t.text(34, 246, "À la demande : contre l’envie", 16, OCRE, gras=True)
    formes = (
        ("gomme", "mâcher lentement,\npuis la poser", 1), ("pastille", "laisser fondre,\nsans croquer", 2),
        ("inhaleur", "aspirer,\ncomme une paille", 3), ("spray buccal", "au plus 4\npar heure", 4),
    )  # fmt: skip
    for k, (nom, texte, genre) in enumerate(formes):
        cx = 104 + k * 164
        _forme(t, cx, 284, genre)
        t.text(cx, 328, nom, 15, ENCRE, "middle", gras=True)
        t.text(cx, 348, texte, 13, ENCRE, "middle")
    t.text(
        350,
        410,
        "Trop peu : envies, irritabilité, faim. Trop : nausées, mal de tête, palpitations.",
        13.5,
        DISCRET,
        "middle",
    )
    t.text(350, 430, "Les deux ensemble marchent mieux qu’un seul : à parler avec le médecin.", 13.5, DISCRET, "middle")
    return t.dessin(
        """Deux familles de substituts nicotiniques. En haut, tout le jour, le timbre, en trois tailles : la dose monte lentement
        puis tient ; un endroit propre et sec, jamais deux jours le même ; 24 ou 16 heures, selon le réveil. En bas, à la
        demande, contre l’envie : la gomme, à mâcher lentement puis à poser ; la pastille, à laisser fondre ; l’inhaleur,
        à aspirer ; le spray buccal, au plus quatre fois par heure. Trop peu : envies, irritabilité, faim. Trop : nausées,
        mal de tête, palpitations. Les deux familles ensemble marchent mieux qu’une seule."""
    )


def _forme(t: Toile, x: float, y: float, genre: int) -> None:
    if genre == 1:
        t.rect(x - 26, y - 14, 52, 28, PAPIER, OCRE, 2, rx=7)
    elif genre == 2:
        t.ellipse((x, y), 26, 15, PAPIER, OCRE, 2)
    elif genre == 3:
        t.path(f"M{x - 34} {y - 9}h40l26 5v8l-26 5h-40Z", PAPIER, OCRE, 2)
        t.line((x + 6, y - 9), (x + 6, y + 9), OCRE, 1.4)
    else:
        t.rect(x - 13, y - 12, 26, 32, PAPIER, OCRE, 2, rx=5)
        t.path(f"M{x - 7} {y - 12}v-8h14v8M{x + 7} {y - 17}h10", "none", OCRE, 2)
        for k in range(3):
            t.circle((x + 24 + k * 6, y - 17 + (k - 1) * 4), 1.8, OCRE)
