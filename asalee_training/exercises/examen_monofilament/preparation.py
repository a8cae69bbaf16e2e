"""What is judged around the applications of an ``examen_monofilament``: consent, bare feet, a wound, the filament, the eyes."""

from __future__ import annotations

from collections.abc import Iterator

from asalee_training.clinical import pied
from asalee_training.exercises.examen_monofilament import mots
from asalee_training.exercises.examen_monofilament.technique import AUCUNE, PART_ADMISE, Examen, listees
from asalee_training.exercises.gestes import Critere

#: See « monofilament_majeure » in `references/conventions.yaml`.
YEUX_OUVERTS = "Avec les yeux ouverts, la personne a pu répondre sans rien sentir : la lecture des sites ne vaut pas."


def accueil(examen: Examen) -> Iterator[Critere]:
    faits = {geste["g"] for geste in examen.preparatifs}
    yield Critere(
        "l’explication et l’accord avant tout",
        "expliquer" in faits,
        "Vous avez expliqué l’examen et demandé l’accord."
        if "expliquer" in faits
        else "Vous n’avez rien expliqué avant.",
        "L’explication et l’accord, avant de toucher le pied.",
        "L’acte vous est délégué : la personne doit le savoir, et peut refuser.",
    )
    nus = {geste["pied"] for geste in examen.preparatifs if geste["g"] == "decouvrir"}
    deux = "deux" in nus or nus >= set(pied.PIEDS)
    yield Critere(
        "les deux pieds découverts",
        deux,
        "Vous avez découvert les deux pieds."
        if deux
        else "Vous n’avez pas découvert les deux pieds avant de commencer.",
        "Chaussures et chaussettes retirées des deux côtés.",
        "La lésion est souvent sur le pied dont personne ne parle.",
    )


def plaie(examen: Examen) -> Iterator[Critere]:
    """Before an open wound."""
    dessus = examen.sur(examen.cle["plaies"])
    yield Critere(
        "ne jamais appuyer sur une plaie",
        not dessus,
        f"Vous avez appuyé le fil sur la plaie : {listees(dessus)}." if dessus else "Vous n’avez pas touché la plaie.",
        "Aucune application sur la plaie.",
        "Le fil souille la plaie et la creuse, et la réponse n’y vaut rien.",
        3,
        "dangereux",
    )
    if examen.cle["alerte"] == ["immediat"]:
        yield Critere(
            "arrêter l’examen devant une plaie infectée",
            not examen.gestes,
            f"Vous avez testé malgré la plaie ({len(examen.gestes)} fois)."
            if examen.gestes
            else "Vous n’avez rien testé.",
            "L’examen s’arrête : vous alertez.",
            "Du pus dans une plaie est une urgence : le monofilament attendra.",
            2,
        )


def preparation(examen: Examen) -> Iterator[Critere]:
    if examen.cle.get("fils"):
        yield _fil(examen)
    pris, plie = "", False
    for geste in examen.preparatifs:
        if geste["g"] == "prendre_fil" and geste["fil"] != pris:
            pris, plie = geste["fil"], False  # another filament has not been bent yet
        elif geste["g"] == "plier_fil":
            plie = True
    yield Critere(
        "plier le fil avant de s’en servir",
        plie,
        "Vous avez plié le fil avant de commencer." if plie else "Vous n’avez pas plié le fil avant de commencer.",
        "Le fil plié deux fois avant la première application.",
        "Un fil qui a reposé est raide : il appuie plus que ses 10 g.",
        0.5,
    )
    lieux = {geste["lieu"] for geste in examen.preparatifs if geste["g"] == "demontrer"}
    montre = bool(lieux - {"pied"})
    dit = "Vous n’avez pas fait sentir le fil avant de commencer."
    if lieux:
        dit = "Vous avez fait sentir le fil avant de commencer." if montre else "Vous l’avez fait sentir sous le pied."
    yield Critere(
        "la démonstration sur la main",
        montre,
        dit,
        "Le fil senti sur la main, le coude ou le front, avant le premier site.",
        "Sur une peau qui sent, la personne apprend ce qu’elle doit guetter. Sous le pied, elle pourrait ne rien sentir.",
        1.5,
    )
    ouverts = sum(not closed for _, closed in examen.appuis)
    dit = "Les yeux étaient fermés à chaque application."
    if ouverts or not examen.appuis:
        dit = f"Yeux ouverts : {ouverts} fois sur {len(examen.appuis)}." if ouverts else AUCUNE
    yield Critere(
        "les yeux fermés",
        bool(examen.appuis) and not ouverts,
        dit,
        "Les yeux fermés à chaque application.",
        "Qui voit le fil répond avec ses yeux : tout paraît senti.",
        3,
        majeure=YEUX_OUVERTS if ouverts > (1 - PART_ADMISE) * len(examen.appuis) else "",
    )


def _fil(examen: Examen) -> Critere:
    """The filament that she took, among those of the drawer: its label read, its nylon looked at."""
    autres = [fil for fil in dict.fromkeys(examen.fils) if fil != mots.BON_FIL]
    dit = "Vous avez pris le fil de 10 g, droit." if examen.fils else AUCUNE
    if autres:
        pris = " ; puis ".join(f"« {mots.FILS[fil]} »" for fil in autres)
        combien = sum(fil in autres for fil in examen.fils)
        dit = f"Vous avez employé un autre fil, {combien} fois sur {len(examen.fils)} : {pris}."
    return Critere(
        "le choix du fil",
        bool(examen.fils) and not autres,
        dit,
        f"« {mots.FILS[mots.BON_FIL]} ».",
        "Un fil plus fin, ou coudé, plie avant 10 g : un pied qui sent répond « non », et paraît insensible.",
        3,
    )
