"""A home at night: from the bed to the toilet, what one meets, and what can be changed with her."""

from __future__ import annotations

from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    PAPIER,
    PEAU,
    PEAU_BORD,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
    n,
)

_BOIS, _MUR, _SOL, _NUIT, _TAPIS = "#8b6b4a", "#f6efe4", "#d9c7a8", "#1f2a38", "#a3483f"
#: The flat: bedroom, corridor, toilet; the living room lies behind. x of each wall.
_CHAMBRE, _COULOIR, _WC, _SALON, _BORD = 20, 214, 420, 520, 680
_PLAFOND, _PLANCHER = 58, 262


def _piece(t: Toile, gauche: float, droite: float, nom: str) -> None:
    t.rect(gauche, _PLAFOND, droite - gauche, _PLANCHER - _PLAFOND, _MUR, _BOIS, 2)
    t.rect(gauche, _PLANCHER, droite - gauche, 14, _SOL, _BOIS, 1.6)
    t.text((gauche + droite) / 2, _PLANCHER + 32, nom, 14, DISCRET, "middle")


def _meubles(t: Toile) -> None:
    t.line((34, 200), (34, 262), _BOIS, 7)
    t.line((34, 236), (150, 236), _BOIS, 9)
    t.line((150, 226), (150, 262), _BOIS, 7)
    t.path("M40 214q24 -12 40 0v14h-40Z", PAPIER, BLEU, 1.8)
    t.path("M80 212H144V232H80Z", BLEU_CLAIR, BLEU, 2)
    t.path("M436 222h26v14q14 4 14 14t-16 12h-18q-6 -20 -6 -40Z", PAPIER, DISCRET, 2)
    t.rect(434, 188, 28, 34, PAPIER, DISCRET, 2, rx=4)
    t.path("M556 262v-26q0 -14 16 -14h62q16 0 16 14v26Z", "#dfe8e3", VERT, 2)
    t.line((548, 234), (548, 262), _BOIS, 5)
    t.line((658, 234), (658, 262), _BOIS, 5)


def _fenetre(t: Toile, nuit: bool) -> None:
    t.rect(66, 84, 64, 66, "#25344a" if nuit else "#cfe4ee", _BOIS, 3)
    if nuit:
        t.path("M102 98a17 17 0 1 0 12 28a14 14 0 0 1 -12 -28Z", "#f5e6b0")
    else:
        t.circle((108, 106), 10, "#f3c64b", OCRE, 1.4)
    t.path("M98 84V150M66 117H130", "none", _BOIS, 2)


def _elle(t: Toile, x: float) -> None:
    """Draw her on her feet, in a nightgown and old slippers."""
    y = 262
    t.circle((x, y - 92), 14, PEAU, PEAU_BORD, 2)
    t.path(f"M{n(x - 14)} {n(y - 94)}q2 -15 15 -14q13 1 13 12q-14 -7 -28 2Z", "#c3c3c8", "#6b6b70", 1.2)
    t.path(f"M{n(x - 4)} {n(y - 77)}q17 3 16 28l5 39h-34l6 -42q-1 -20 7 -25Z", BLEU_CLAIR, BLEU, 2)
    t.path(f"M{n(x + 8)} {n(y - 62)}l20 14", "none", PEAU_BORD, 5)
    for dx in (-8, 8):
        t.path(f"M{n(x + dx)} {n(y - 10)}v5", "none", PEAU_BORD, 5)
        t.path(f"M{n(x + dx - 4)} {n(y - 1)}h14q-1 -6 -8 -6h-6Z", OCRE, ENCRE, 1)


def _tapis_au_sol(t: Toile) -> None:
    t.path("M262 262H352q10 0 12 -9", "none", _TAPIS, 6)
    for k in range(6):
        t.line((270 + k * 16, 262), (276 + k * 16, 262), PAPIER, 2)


def _tapis_au_mur(t: Toile) -> None:
    t.rect(560, 100, 84, 88, _TAPIS, ENCRE, 1.8)
    t.rect(568, 108, 68, 72, "none", PAPIER, 2)
    t.path("M602 116l22 28l-22 28l-22 -28Z", "none", PAPIER, 2)
    t.line((552, 98), (652, 98), _BOIS, 5)


def _noir(t: Toile, lumiere: str) -> None:
    """Lay the night over the rooms that no light reaches."""
    debut = _SALON if lumiere == "veilleuses" else _CHAMBRE
    t.rect(debut, _PLAFOND, _BORD - debut, _PLANCHER - _PLAFOND + 14, _NUIT, fill_opacity=0.72)
    if lumiere == "veilleuses":
        t.rect(_CHAMBRE, _PLAFOND, _SALON - _CHAMBRE, 128, _NUIT, fill_opacity=0.5)


def _lampes(t: Toile, lumiere: str, nuit: bool) -> None:
    if lumiere == "veilleuses":
        for x in (190, 244, 384, 408):
            t.circle((x, 248), 6, "#f3c64b" if nuit else PAPIER, OCRE, 1.8)
            if nuit:
                t.circle((x, 248), 13, "none", "#e0b030", 1.6, stroke_dasharray="3 3")
    else:
        t.rect(226, 166, 14, 22, PAPIER, ENCRE, 1.8, rx=3)
        t.rect(230, 170, 6, 8, ENCRE, rx=1)


_DITS = {
    "interrupteur": "elle marche à tâtons jusqu’à l’interrupteur du couloir",
    "veilleuses": "elle voit le sol jusqu’aux toilettes",
}


def maison_la_nuit(moment: str, tapis: str, lumiere: str) -> Dessin:
    """The way from the bed to the toilet, by day or by night: the rug as it was left with her, and the light there is."""
    nuit, au_sol = moment == "nuit", tapis != "mur"
    t = Toile(404)
    t.text(350, 28, "Du lit aux toilettes, " + ("à trois heures du matin" if nuit else "à trois heures de l’après-midi"), 16.5, ENCRE,
           "middle", gras=True)  # fmt: skip
    for gauche, droite, nom in ((_CHAMBRE, _COULOIR, "la chambre"), (_COULOIR, _WC, "le couloir"), (_WC, _SALON, "les toilettes"),
                                (_SALON, _BORD, "le salon")):  # fmt: skip
        _piece(t, gauche, droite, nom)
    _meubles(t)
    if tapis == "mur":
        _tapis_au_mur(t)
    else:
        _tapis_au_sol(t)
    _fenetre(t, nuit=False)
    if nuit:
        _noir(t, lumiere)
        _fenetre(t, nuit=True)
    _lampes(t, lumiere, nuit)
    _elle(t, 184)
    noir = nuit and lumiere != "veilleuses"
    if au_sol:
        t.circle((358, 250), 20, "none", ROUGE_CLAIR if noir else ROUGE, 3, stroke_dasharray="5 4")
        t.text(358, 222, "le bord", 14, PAPIER if noir else ROUGE, "middle", gras=True)
    t.polyline([(206, 254), (300, 254), (420, 254)], PAPIER if noir else DISCRET, 1.8, stroke_dasharray="2 7")
    lignes = _constats(nuit, noir, tapis, lumiere)
    mauvais = au_sol and noir
    t.rect(20, 308, 660, 84, ROUGE_CLAIR if mauvais else VERT_CLAIR if not au_sol and not noir else "#f7f9f9",
           ROUGE if mauvais else VERT if not au_sol and not noir else FILET, 1.6, rx=10)  # fmt: skip
    for k, ligne in enumerate(lignes):
        t.text(36, 332 + k * 22, ligne, 14.5, ENCRE, gras=k == 0)
    quand = "La nuit" if nuit else "Le jour"
    return t.dessin(f"{quand}, du lit aux toilettes. {' '.join(lignes)}")


def _constats(nuit: bool, noir: bool, tapis: str, lumiere: str) -> list[str]:
    """What the drawing shows at these settings, in three sentences."""
    au_sol = tapis != "mur"
    if au_sol and noir:
        premier = "Un piège sur le chemin, et elle ne le voit pas."
    elif au_sol:
        premier = "Un piège sur le chemin ; elle le voit."
    elif noir:
        premier = "Plus de piège au sol ; mais le noir fait encore chercher les murs."
    else:
        premier = "Le chemin est libre, et elle le voit."
    lumieres = (
        f"La nuit, {_DITS[lumiere]}."
        if nuit
        else "Le jour, tout se voit : une visite l’après-midi ne montre pas la nuit."
    )
    sort = {
        "libre": "Le tapis est libre : son bord se relève sous le chausson.",
        "enleve": "Vous l’aviez enlevé sans elle : le soir même, elle l’a remis.",
        "mur": "Le tapis est au mur du salon : c’est elle qui a choisi l’endroit.",
    }[tapis]
    return [premier, lumieres, sort]
