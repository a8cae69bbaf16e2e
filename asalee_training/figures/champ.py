"""Scope: what the protocol grants, read in the engine's own table."""

from __future__ import annotations

from asalee_training.clinical import champ
from asalee_training.figures.toile import (
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    PAPIER,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_GESTES = (("prescrire", "Prescrire"), ("realiser", "Réaliser"), ("interpreter", "Interpréter"))
_LIGNES = (
    ("diabete", "Diabète de type 2", (("hba1c", "biologies"), ("ecg", "ECG"), ("fond_oeil", "fond d’œil"), ("examen_pied", "examen des pieds"))),
    ("rcv", "Risque cardiovasculaire", (("bilan_lipidique", "biologies"), ("ecg", "ECG"))),
    ("bpco", "Tabac et BPCO", (("spirometrie", "spirométrie"),)),
    ("cognition", "Troubles cognitifs", (("reperage_cognitif", "tests de repérage"),)),
)  # fmt: skip


def champ_actes() -> Dessin:
    """Acts of the four protocols: prescribe, perform, interpret."""
    t = Toile(560)
    t.text(350, 28, "Ce qui vous est confié, et ce qui ne l’est pas", 17, ENCRE, "middle", gras=True)
    for k, (_, nom) in enumerate(_GESTES):
        t.text(352 + k * 122, 62, nom, 15, ENCRE, "middle", gras=True)
    y = 76.0
    mots: list[str] = []
    for protocole, titre, actes in _LIGNES:
        t.rect(16, y, 668, 26 + 36 * len(actes), PAPIER, FILET, 1.2, rx=10)
        t.text(30, y + 20, titre, 15, ENCRE, gras=True)
        for j, (acte, libelle) in enumerate(actes):
            row = y + 42 + j * 36
            t.text(46, row + 6, libelle, 15, ENCRE)
            granted = [champ.autorise(acte, geste, protocole).oui for geste, _ in _GESTES]
            for k, oui in enumerate(granted):
                _case(t, 352 + k * 122, row, oui)
            yes = [nom.lower() for (_, nom), oui in zip(_GESTES, granted, strict=True) if oui]
            mots.append(f"{titre}, {libelle} : {', '.join(yes)}")
        y += 26 + 36 * len(actes) + 8
    t.rect(16, y, 668, 30, BLEU_CLAIR, rx=8)
    t.text(
        350,
        y + 20,
        "Jamais : poser un diagnostic, l’annoncer, choisir ou changer un traitement.",
        14.5,
        ENCRE,
        "middle",
        gras=True,
    )
    t.text(
        350,
        y + 52,
        "D’après les descriptions publiques de 2012 ; comparez avec le texte signé.",
        12.5,
        DISCRET,
        "middle",
    )
    return t.dessin(
        f"""Un tableau : pour chaque protocole, les actes confiés à l’infirmière, et ce qu’elle peut en faire, prescrire, réaliser,
        interpréter. {". ".join(mots)}. Ce qui n’est pas cité est refusé : l’ECG, le fond d’œil et la spirométrie ne
        s’interprètent pas. Jamais : poser un diagnostic, l’annoncer, choisir ou changer un traitement. D’après les
        descriptions publiques du protocole de 2012."""
    )


def _case(t: Toile, x: float, y: float, oui: bool) -> None:
    t.rect(x - 36, y - 13, 72, 27, VERT_CLAIR if oui else ROUGE_CLAIR, VERT if oui else ROUGE, 1.4, rx=13)
    t.text(x, y + 6, "oui" if oui else "non", 15, VERT if oui else ROUGE, "middle", gras=True)
