"""Who should blow: pack-years as an area, and four published rules that do not agree."""

from __future__ import annotations

from asalee_training.clinical import tabac
from asalee_training.clinical.spirometrie import reperage
from asalee_training.figures.gens import bulle, visage
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
    n,
)

#: The age at which the person of this maquette began to smoke.
DEBUT = 17
_SIGNES = {"aucun": (False, False), "toux": (True, False), "toux_souffle": (True, True)}
_DITS = {
    "aucun": "« Rien à signaler. »",
    "toux": "« Je tousse le matin. »",
    "toux_souffle": "« Je tousse, je m’essouffle. »",
}
_QUESTIONS = ("tousse souvent", "crache", "s’essouffle plus que les autres", "plus de 40 ans", "fume, ou a fumé")


def qui_doit_souffler(age: int, cigarettes: int, signes: str) -> Dessin:
    """Somebody of ``age`` who smokes ``cigarettes`` a day since 17: his pack-years, and what each rule proposes."""
    t = Toile(410)
    toux, souffle = _SIGNES[signes]
    annees = age - DEBUT
    pa = tabac.paquets_annees([(cigarettes, annees)])
    reponses = (toux, False, souffle, age > 40, cigarettes > 0)
    regles = (
        ("2 « oui » sur 5", "la formation", reperage.cinq_questions(*reponses, regle="has").alerte),
        ("3 « oui » sur 5", "autre lecture", reperage.cinq_questions(*reponses, regle="gold_cnmr").alerte),
        ("40 ans et 10 PA", "HAS, à vérifier", reperage.eligible_spirometrie(age, pa)),
        ("40 ans et 20 PA", "usage courant", reperage.eligible_spirometrie(age, pa, "usage_20_pa")),
    )  # fmt: skip
    visage(t, (50, 46), 30, 0.6 if signes == "aucun" else -0.2)
    bulle(t, 94, 22, f"{age} ans. {_DITS[signes]}", (82, 46), ENCRE, 14)
    _surface(t, age, cigarettes, pa)
    _cinq(t, reponses)
    for k, (nom, source, oui) in enumerate(regles):
        _regle(t, 16 + k * 169, 300, nom, source, oui)
    proposent = sum(oui for _, _, oui in regles)
    oui = sum(reponses)
    tabac_fume = f"{cigarettes} cigarettes par jour depuis ses {DEBUT} ans" if cigarettes else "n’a jamais fumé"
    return t.dessin(
        f"""À {age} ans, {tabac_fume} : {_pa(pa)} paquets-années, et {oui} « oui » sur 5.
        {_verdict(regles)} {"Aucune ne nomme une maladie." if proposent else ""}"""
    )


def _verdict(regles: tuple[tuple[str, str, bool], ...]) -> str:
    noms = [nom for nom, _, oui in regles if oui]
    if not noms:
        return "Aucune des quatre règles ne propose de spirométrie."
    if len(noms) == len(regles):
        return "Les quatre règles proposent une spirométrie."
    combien = {
        1: "Une règle sur quatre propose",
        2: "Deux règles sur quatre proposent",
        3: "Trois règles sur quatre proposent",
    }
    return f"{combien[len(noms)]} une spirométrie : {', '.join(noms)}."


def _surface(t: Toile, age: int, cigarettes: int, pa: float) -> None:
    """Packs a day upwards, years to the right: the area is the pack-years."""

    def x(a: float) -> float:
        return 52 + (a - 15) * 5.4

    def y(paquets: float) -> float:
        return 246 - paquets * 84

    t.text(16, 96, "Paquets par jour", 14, DISCRET)
    t.rect(x(DEBUT), y(cigarettes / 20), x(age) - x(DEBUT), y(0) - y(cigarettes / 20), OCRE_CLAIR)
    for paquets in (0.5, 1, 1.5):
        t.line((x(15), y(paquets)), (x(75), y(paquets)), FILET, 1)
        t.text(x(15) - 6, y(paquets) + 5, f"{paquets:g}".replace(".", ","), 14, DISCRET, "end")
    for a in range(DEBUT, 76, 10):
        t.line((x(a), y(1.6)), (x(a), y(0)), FILET, 1)
        t.text(x(a), y(0) + 18, f"{a}", 14, DISCRET, "middle")
    t.rect(x(DEBUT), y(cigarettes / 20), x(age) - x(DEBUT), y(0) - y(cigarettes / 20), "none", OCRE, 2)
    t.line((x(15), y(1.65)), (x(15), y(0)), ENCRE, 1.5)
    t.line((x(15), y(0)), (x(75) + 4, y(0)), ENCRE, 1.5)
    t.text(x(75) + 4, y(0) + 36, "âge", 14, DISCRET, "end")
    t.text(x(15), y(0) + 40, f"{_pa(pa)} paquets-années", 17, OCRE, gras=True)
    t.text(x(75) + 4, 96, "un carreau : 5 PA", 14, DISCRET, "end")


def _cinq(t: Toile, reponses: tuple[bool, ...]) -> None:
    """The five questions in short, ticked."""
    t.rect(408, 14, 278, 176, BLEU_CLAIR, BLEU, 1.4, rx=12)
    t.text(424, 38, f"Cinq questions : {sum(reponses)} « oui »", 15, BLEU, gras=True)
    for k, (texte, oui) in enumerate(zip(_QUESTIONS, reponses, strict=True)):
        row = 64 + k * 26
        t.rect(424, row - 14, 17, 17, PAPIER, BLEU, 1.6, rx=3)
        if oui:
            t.path(f"M427 {n(row - 6)}l4 5l8 -10", "none", BLEU, 2.8)
        t.text(450, row, texte, 14, ENCRE if oui else DISCRET)
    t.text(408, 216, "Une règle propose un examen ;", 14, DISCRET)
    t.text(408, 236, "elle ne nomme aucune maladie.", 14, DISCRET)


def _regle(t: Toile, x: float, y: float, nom: str, source: str, oui: bool) -> None:
    """One rule: lit when it proposes a spirometry."""
    t.rect(x, y, 160, 98, VERT_CLAIR if oui else PAPIER, VERT if oui else FILET, 2.4 if oui else 1.4, rx=12)
    t.text(x + 80, y + 26, nom, 15, ENCRE if oui else DISCRET, "middle", gras=True)
    t.text(x + 80, y + 44, source, 14, DISCRET, "middle")
    if oui:
        t.circle((x + 30, y + 72), 13, VERT)
        t.path(f"M{n(x + 24)} {n(y + 72)}l5 6l9 -12", "none", PAPIER, 3)
        t.text(x + 50, y + 77, "propose", 15, VERT, gras=True)
    else:
        t.text(x + 80, y + 77, "ne propose pas", 14, DISCRET, "middle", italique=True)


def _pa(value: float) -> str:
    return f"{value + 1e-9:.1f}".rstrip("0").rstrip(".").replace(".", ",")
