"""Breath: the curves of three people, blown by the simulator, and what is read on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    ROUGE,
    Dessin,
    Point,
    Toile,
)
from asalee_training.simulation import manoeuvres, spirogramme

# One woman of 60, 162 cm; three ways of breathing out: VEMS and CVF in litres.
PERSONNE = ("femme", 60, 162)
SOUFFLES = {"normal": (2.35, 2.95), "obstructif": (1.25, 2.55), "restrictif": (1.55, 1.80), "essais": (1.75, 2.75)}


@lru_cache
def courbe(nom: str) -> spirogramme.Expiration:
    """The breath out of that woman, as « normal », « obstructif », « restrictif » or « essais »."""
    vems, cvf = SOUFFLES[nom]
    restriction = nom == "restrictif"
    share = {"normal": 1.0, "obstructif": 0.55, "restrictif": 0.66, "essais": 0.8}[nom]
    dep = vems * spirogramme.PEAK_RESTRICTION_PER_VEMS if restriction else spirogramme.peak_flow(*PERSONNE, share, cvf)
    return spirogramme.fit(vems, cvf, dep, restriction)


def _axes(
    t: Toile, x: Callable[[float], float], y: Callable[[float], float], droite: float, haut: float,
    pas_x: float, pas_y: float, titre_x: str, titre_y: str,
) -> None:  # fmt: skip
    for k in range(1, int(haut / pas_y) + 1):
        t.line((x(0), y(k * pas_y)), (x(droite), y(k * pas_y)), FILET, 1)
        t.text(x(0) - 10, y(k * pas_y) + 5, f"{k * pas_y:g}", 13, DISCRET, "end")
    for k in range(int(droite / pas_x) + 1):
        t.line((x(k * pas_x), y(0)), (x(k * pas_x), y(0) + 5), ENCRE, 1.3)
        t.text(x(k * pas_x), y(0) + 21, f"{k * pas_x:g}", 13, DISCRET, "middle")
    t.line((x(0), y(haut) - 8), (x(0), y(0)), ENCRE, 1.6)
    t.line((x(0), y(0)), (x(droite) + 8, y(0)), ENCRE, 1.6)
    t.text(x(droite) + 8, y(0) + 40, titre_x, 14, ENCRE, "end")
    t.text(x(0) - 34, y(haut) - 18, titre_y, 14, ENCRE)


def courbe_debit_volume() -> Dessin:
    """Flow against volume: normal, obstructive, restrictive."""
    t = Toile(470)
    t.text(350, 28, "Trois souffles, trois formes", 17, ENCRE, "middle", gras=True)
    x: Callable[[float], float] = lambda v: 66 + v * 128  # noqa: E731
    y: Callable[[float], float] = lambda f: 402 - f * 46  # noqa: E731
    _axes(t, x, y, 3, 7, 1, 2, "Volume soufflé (L)", "Débit (L/s)")
    looks = {"normal": (BLEU, ""), "obstructif": (ROUGE, "9 5"), "restrictif": (OCRE, "2 5")}
    for nom, (couleur, tirets) in looks.items():
        c = courbe(nom)
        times = [*(k / 200 for k in range(100)), *(0.5 + k / 20 for k in range(int((c.fin_s - 0.5) * 20)))]
        points = [(x(c.volume(s)), y(c.debit(s))) for s in times]
        t.polyline(points, couleur, 3.4, **({"stroke_dasharray": tirets} if tirets else {}))
    _legende(t, 470, 96, BLEU, "", "Normal", "monte droit,\ndescend presque droit")
    _legende(t, 470, 190, ROUGE, "9 5", "Obstruction", "la descente se creuse :\nl’air sort lentement")
    _legende(t, 470, 284, OCRE, "2 5", "Restriction possible", "même forme, plus petite :\npeu d’air à souffler")
    t.text(470, 372, "Souffles simulés, même femme\nde 60 ans et 162 cm", 12.5, DISCRET, italique=True)
    c = courbe("normal")
    t.label(250, 92, "DEP : le sommet", (x(c.volume(c.pointe()[0])), y(c.pointe()[1])), taille=14)
    t.label(404, 326, "CVF : tout l’air", (x(c.cvf()), y(0)), "middle", taille=14)
    return t.dessin(
        """Trois courbes débit-volume de la même femme de 60 ans, simulées. En bas le volume soufflé, de 0 à 3 litres ; en
        hauteur le débit. La courbe normale, en trait plein, monte d’un coup jusqu’au débit de pointe, le DEP, puis
        descend presque droit jusqu’à la CVF, tout l’air soufflé. Dans l’obstruction, en tirets, le sommet est plus bas et
        la descente se creuse : l’air sort lentement. Dans la restriction possible, en pointillés, la forme est la même
        que la normale, mais plus étroite : il y a peu d’air à souffler."""
    )


def _legende(t: Toile, x: float, y: float, couleur: str, tirets: str, titre: str, texte: str) -> None:
    t.line((x, y - 5), (x + 40, y - 5), couleur, 3.4, **({"stroke_dasharray": tirets} if tirets else {}))
    t.text(x + 50, y, titre, 15, couleur, gras=True)
    t.text(x, y + 22, texte, 14, ENCRE)


def courbe_volume_temps() -> Dessin:
    """Volume against time: the VEMS at one second, the CVF at the end."""
    t = Toile(470)
    t.text(350, 28, "Ce qui sort en une seconde, ce qui sort en tout", 17, ENCRE, "middle", gras=True)
    x: Callable[[float], float] = lambda s: 66 + s * 61  # noqa: E731
    y: Callable[[float], float] = lambda v: 402 - v * 100  # noqa: E731
    _axes(t, x, y, 7, 3, 1, 1, "Temps (s)", "Volume soufflé (L)")
    t.rect(x(0), y(3) - 8, x(1) - x(0), y(0) - y(3) + 8, BLEU_CLAIR, opacity=0.7)
    t.line((x(1), y(3) - 8), (x(1), y(0)), BLEU, 1.4, stroke_dasharray="3 4")
    looks = {"normal": (BLEU, ""), "obstructif": (ROUGE, "9 5")}
    for nom, (couleur, tirets) in looks.items():
        c = courbe(nom)
        vems, cvf = SOUFFLES[nom]
        line: list[Point] = [(x(k / 50), y(min(c.volume(k / 50 + c.temps_zero()), cvf))) for k in range(50 * 7 + 1)]
        t.polyline(line, couleur, 3.4, **({"stroke_dasharray": tirets} if tirets else {}))
        t.circle((x(1), y(c.vems())), 6, couleur, "#ffffff", 2)
        t.circle((x(7), y(min(c.volume(7), cvf))), 6, couleur, "#ffffff", 2)
    for nom, dy, titre in (("normal", -2, "Normal"), ("obstructif", 62, "Obstruction")):
        vems, cvf = SOUFFLES[nom]
        couleur = looks[nom][0]
        row = y(cvf) + dy
        t.text(516, row, f"{titre}", 15, couleur, gras=True)
        ratio = f"{100 * vems / cvf:.0f}"
        t.text(516, row + 21, f"VEMS {vems:.2f} L".replace(".", ","), 14, ENCRE)
        t.text(516, row + 40, f"CVF {cvf:.2f} L".replace(".", ","), 14, ENCRE)
        t.text(516, row + 59, f"VEMS/CVF {ratio}\u00a0%", 14, ENCRE)
    t.label(186, 338, "VEMS : à une seconde", (x(1), y(SOUFFLES["obstructif"][0])), taille=14)
    t.label(380, 70, "CVF : le plateau", (x(5.6), y(SOUFFLES["normal"][1])), "middle", taille=14)
    t.text(176, 372, "Souffles simulés, même femme de 60 ans et 162 cm", 12.5, DISCRET, italique=True)
    return t.dessin(
        """Deux courbes volume-temps de la même femme de 60 ans, simulées : le volume soufflé en litres, seconde après
        seconde. Une bande claire couvre la première seconde : la hauteur de la courbe à ce moment est le VEMS. Le plateau,
        à la fin, est la CVF. Courbe normale, en trait plein : VEMS 2,35 litres, CVF 2,95 litres, rapport 80 %, le plateau
        est presque atteint en deux secondes. Obstruction, en tirets : VEMS 1,25 litre, CVF 2,55 litres, rapport 49 %, et
        la courbe monte encore à six secondes."""
    )


_ESSAIS = (
    ("bonne", "Bon souffle", "sommet net, descente régulière,\nretour doux à zéro", BLEU),
    ("demarrage_lent", "Départ lent", "le sommet arrive tard,\narrondi : « d’un coup ! »", ROUGE),
    ("toux_precoce", "Toux", "des encoches dans la\npremière seconde", ROUGE),
    ("arret_premature", "Arrêt trop tôt", "la courbe tombe d’un coup\navant la fin : « encore ! »", ROUGE),
)


def souffle_fautes() -> Dessin:
    """Four blows of the same lungs: a good one, a slow start, a cough, an early stop."""
    t = Toile(560)
    t.text(350, 28, "Le même souffle, bien et mal fait", 17, ENCRE, "middle", gras=True)
    poumons = courbe("essais")
    for k, (faute, titre, texte, couleur) in enumerate(_ESSAIS):
        x0, y0 = 70 + (k % 2) * 340, 208 + (k // 2) * 262
        t.text(x0, y0 - 148, titre, 16, couleur, gras=True)
        t.line((x0, y0 - 136), (x0, y0), ENCRE, 1.5)
        t.line((x0, y0), (x0 + 220, y0), ENCRE, 1.5)
        t.text(x0 - 8, y0 - 126, "débit", 12, DISCRET, "end")
        t.text(x0 + 226, y0 + 4, "volume", 12, DISCRET)
        essai = manoeuvres.souffler(poumons, faute, b"figure", "souffle_fautes", ampleur=2)
        t.polyline(_expiration(essai, x0, y0), couleur, 2.8)
        t.text(x0, y0 + 24, texte, 13.5, ENCRE)
    return t.dessin(
        """Quatre courbes débit-volume des mêmes poumons, simulées. Bon souffle : un sommet net, une descente régulière, un
        retour doux à zéro. Départ lent : le sommet arrive tard et s’arrondit ; on redit « d’un coup ! ». Toux : des
        encoches creusent la courbe dans la première seconde. Arrêt trop tôt : la courbe tombe à zéro d’un coup, avant la
        fin ; on encourage « encore ! »."""
    )


def _expiration(essai: manoeuvres.Souffle, x0: float, y0: float) -> list[Point]:
    """Return the expired part of a blow as points: 72 pixels a litre, 24 a litre per second."""
    volume, line = 0.0, [(x0, y0)]
    times, flows = essai.temps_s, essai.debit_l_s
    for index in range(1, len(flows)):
        if flows[index] < 0:
            break
        volume += flows[index] * (times[index] - times[index - 1])
        if volume > 0.005 and index % 2 == 0:
            line.append((x0 + volume * 72, y0 - flows[index] * 24))
    line.append((x0 + volume * 72, y0))
    return line
