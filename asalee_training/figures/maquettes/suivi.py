"""Three examinations on one line of time: what is late, what is in date, what would be too early; and a door, open or not."""

from __future__ import annotations

import textwrap

from asalee_training.clinical import champ, suivi
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    PEAU,
    PEAU_BORD,
    ROUGE,
    ROUGE_CLAIR,
    VERT,
    VERT_CLAIR,
    Dessin,
    Toile,
)

_PROFILS = {
    "simple": {"hta": False, "hypolipemiant": False, "ldl_g_l": 1.20, "glycemie_g_l": 0.95},
    "pression": {"hta": True, "hypolipemiant": False, "ldl_g_l": 1.20, "glycemie_g_l": 0.95},
    "traitee": {"hta": True, "hypolipemiant": True, "ldl_g_l": 1.75, "glycemie_g_l": 0.95},
}
_REIN = 18  # months since the last creatinine, the same for all three
_DEPART = suivi.jour_lu("Départ", suivi.PREMIER)
_AUJOURDHUI = suivi.ajouter_mois(_DEPART, 600)


def suivi_dates(personne: str, ecg: int, lipides: int) -> Dessin:
    """ECG, lipids and kidney of one person: last done, due, by the reminders of the historic portal."""
    depuis = {"ecg": ecg, "bilan_lipidique": lipides, "creatinine_dfg": _REIN}
    dates = {item: suivi.ajouter_mois(_DEPART, 600 - mois) for item, mois in depuis.items()}
    autres = dict.fromkeys(suivi.items("portail_historique_rcv"), _AUJOURDHUI)
    prevus = suivi.a_prevoir(_AUJOURDHUI, autres | dates, _PROFILS[personne], "portail_historique_rcv")
    rythme = {e.item: _mois(dates[e.item], e.echeance) for e in prevus if e.item in depuis}
    t = Toile(404)
    t.text(24, 32, "Son dossier, aujourd’hui", 17, ENCRE, gras=True)
    t.rect(_x(0) - 1, 54, 2, 296, ENCRE)
    t.text(_x(0), 48, "aujourd’hui", 14, ENCRE, "middle", gras=True)
    mots = []
    for k, (item, nom) in enumerate(
        (("ecg", "ECG"), ("bilan_lipidique", "Bilan lipidique"), ("creatinine_dfg", "Créatinine"))
    ):
        mots.append(_rang(t, 62 + k * 98, nom, depuis[item], rythme[item]))
    for an in range(-5, 4):
        if an:
            t.text(
                _x(an * 12),
                368,
                f"{'−' if an < 0 else '+'}{abs(an)} an{'s' if abs(an) > 1 else ''}",
                14,
                DISCRET,
                "middle",
            )
    t.text(350, 394, "Rythmes de l’ancien portail : un exemple, pas une règle.", 14, DISCRET, "middle", italique=True)
    return t.dessin(". ".join(mots) + ".")


def _mois(debut, fin) -> int | None:
    return None if fin is None else (fin.year - debut.year) * 12 + fin.month - debut.month


def _x(mois: float) -> float:
    """Where a month is drawn: five years back, three years ahead."""
    return 200 + (mois + 60) / 96 * 452


def _rang(t: Toile, y: float, nom: str, depuis: int, rythme: int | None) -> str:
    """Draw one examination and return its words."""
    reste = None if rythme is None else rythme - depuis
    t.rect(16, y, 668, 88, PAPIER, FILET, 1.4, rx=10)
    t.text(30, y + 26, nom, 16, ENCRE, gras=True)
    fait = "fait ce mois-ci" if not depuis else f"il y a {depuis} mois"
    if reste is None:
        dit, trait, fond = "pas de rappel", DISCRET, PAPIER
    elif reste < 0:
        dit, trait, fond = f"{-reste} mois de retard", ROUGE, ROUGE_CLAIR
    elif reste == 0:
        dit, trait, fond = "à faire maintenant", OCRE, OCRE_CLAIR
    else:
        dit, trait, fond = f"dans {reste} mois", VERT, VERT_CLAIR
    t.rect(26, y + 38, 156, 34, fond, trait, 1.6, rx=17)
    t.text(104, y + 60, dit, 14, trait if reste is not None else ENCRE, "middle", gras=True)
    axe = y + 52
    t.line((_x(-60), axe), (_x(36), axe), FILET, 2)
    if rythme is not None:
        limite = min(rythme - depuis, 36)
        t.rect(_x(-depuis), axe - 7, _x(limite) - _x(-depuis), 14, VERT_CLAIR, VERT, 1.4, rx=7)
        if limite < 0:
            t.rect(_x(limite), axe - 7, _x(0) - _x(limite), 14, t.hatch(f"retard{round(y)}", ROUGE, 7), ROUGE, 1.4)
        t.path(f"M{_x(limite)} {axe + 8}V{axe - 26}l20 6l-20 7", OCRE_CLAIR, OCRE, 1.8)
    t.circle((_x(-depuis), axe), 8, BLEU, PAPIER, 2)
    t.text(max(_x(-depuis), 240), axe + 28, fait, 14, BLEU, "middle")
    cadence = "" if rythme is None else f", tous les {rythme} mois"
    return f"{nom}, {fait}{cadence} : {dit}"


#: A gesture of the maquette: act and gesture of the table of scope, and the words of the drawing.
_GESTES = {
    "ecg_prescrire": ("ecg", "prescrire", "Prescrire un ECG"),
    "ecg_realiser": ("ecg", "realiser", "Réaliser un ECG"),
    "ecg_lire": ("ecg", "interpreter", "Dire ce que montre un ECG"),
    "spirometrie": ("spirometrie", "prescrire", "Prescrire une spirométrie"),
    "substitut": ("substituts_nicotiniques", "prescrire", "Prescrire un substitut nicotinique"),
    "renouveler": ("traitement", "prescrire", "Renouveler un antihypertenseur"),
    "annoncer": ("annonce_diagnostic", "realiser", "Annoncer une maladie"),
}
_PROTOCOLES = {"rcv": "risque cardiovasculaire", "diabete": "diabète de type 2", "bpco": "tabac et BPCO"}
_REGIMES = {
    "derogatoire": "confié par le protocole",
    "droit_propre": "un droit de toute infirmière",
    "prescription": "sur prescription",
}


def champ_porte(geste: str, protocole: str) -> Dessin:
    """A door, open or closed, as the table of scope says; and why."""
    acte, nom, titre = _GESTES[geste]
    decision = champ.autorise(acte, nom, protocole)
    t = Toile(400)
    t.rect(16, 14, 292, 372, "#eef1ee", "none", rx=12)
    t.rect(16, 318, 292, 68, "#d9d3c7", "none", rx=12)
    t.rect(16, 318, 292, 20, "#d9d3c7")
    _porte(t, decision.oui)
    _infirmiere(t, (100, 350), decision.oui)
    trait, fond = (VERT, VERT_CLAIR) if decision.oui else (ROUGE, ROUGE_CLAIR)
    t.text(332, 44, titre, 17, ENCRE, gras=True)
    t.text(332, 68, f"dans le protocole « {_PROTOCOLES[protocole]} »", 15, DISCRET)
    t.rect(332, 84, 344, 48, fond, trait, 2, rx=10)
    regime = _REGIMES[decision.regime] if decision.regime else "fermée pour vous"
    t.text(350, 115, "Oui :" if decision.oui else "Non :", 19, trait, gras=True)
    t.text(420, 115, regime, 15.5, ENCRE, gras=True)
    lignes = textwrap.wrap(decision.pourquoi, 43)
    t.text(332, 164, "\n".join(lignes), 15.5, ENCRE)
    bas = 164 + len(lignes) * 20 + 16
    doute = (
        "À vérifier dans le texte que vous avez signé."
        if decision.surete == "a_verifier"
        else "Lu dans un document public."
    )
    t.text(332, max(bas, 330), doute, 14.5, OCRE if decision.surete == "a_verifier" else DISCRET)
    t.text(332, max(bas, 330) + 24, f"Table du champ, version de {decision.version}.", 14.5, DISCRET)
    porte = "Porte ouverte" if decision.oui else "Porte fermée"
    return t.dessin(f"{porte}. {titre} ({_PROTOCOLES[protocole]}) : {regime}. {decision.pourquoi} {doute}")


def _porte(t: Toile, ouverte: bool) -> None:
    t.rect(150, 66, 128, 262, "#8a6242", "#5f4229", 2, rx=3)
    if ouverte:
        t.rect(160, 76, 108, 252, "#fff7da", "#d9c27a", 1.4)
        t.circle((214, 140), 26, "#f6d873")
        t.path("M160 328L160 262Q186 236 214 258Q244 280 268 246V328Z", "#bcd8b4", "none")
        t.path("M160 76L112 96V348L160 328Z", "#a9794f", "#5f4229", 2)
        t.circle((122, 222), 4.5, "#e7c66b", "#8a6b1f", 1)
        t.path("M196 296l14 16l30 -36", "none", VERT, 7)
    else:
        t.rect(160, 76, 108, 252, "#a9794f", "#5f4229", 2)
        for y in (92, 208):
            t.rect(174, y, 80, 96, "none", "#7d5735", 2, rx=3)
        t.circle((256, 204), 5, "#e7c66b", "#8a6b1f", 1)
        t.rect(172, 112, 84, 52, PAPIER, ROUGE, 2.4, rx=6)
        t.text(214, 134, "Médecin", 15, ROUGE, "middle", gras=True)
        t.text(214, 154, "demandez", 14, ENCRE, "middle")
        t.path("M202 244v-12a12 12 0 0 1 24 0v12", "none", "#5b6470", 5)
        t.rect(194, 242, 40, 32, "#c9ced3", "#5b6470", 2, rx=5)


def _infirmiere(t: Toile, c: tuple[float, float], ouverte: bool) -> None:
    """Draw her from the back of three quarters: a tunic, a badge, a hand towards the door or held back."""
    x, y = c[0] - 22, c[1]
    t.path(f"M{x - 12} {y - 60}V{y}M{x + 12} {y - 60}V{y}", "none", "#3c4650", 15)
    t.path(f"M{x - 26} {y - 148}Q{x} {y - 160} {x + 26} {y - 148}L{x + 30} {y - 56}H{x - 30}Z", BLEU_CLAIR, BLEU, 1.8)
    t.path(f"M{x} {y - 152}V{y - 58}", "none", BLEU, 1.2)
    t.rect(x + 6, y - 124, 16, 20, PAPIER, BLEU, 1.2, rx=2)
    hand = (x + 58, y - 120) if ouverte else (x + 34, y - 92)
    t.path(f"M{x + 24} {y - 140}Q{x + 46} {y - 126} {hand[0]} {hand[1]}", "none", BLEU_CLAIR, 14)
    t.circle(hand, 8, PEAU, PEAU_BORD, 1.2)
    t.path(f"M{x - 24} {y - 140}L{x - 36} {y - 92}", "none", BLEU_CLAIR, 14)
    t.circle((x - 37, y - 84), 8, PEAU, PEAU_BORD, 1.2)
    t.circle((x, y - 176), 23, PEAU, PEAU_BORD, 1.4)
    t.path(
        f"M{x - 24} {y - 172}Q{x - 28} {y - 204} {x} {y - 203}Q{x + 27} {y - 203} {x + 24} {y - 174}"
        f"Q{x + 16} {y - 192} {x} {y - 190}Q{x - 18} {y - 190} {x - 24} {y - 172}Z",
        "#5a3f2b",
    )
    t.circle((x + 4, y - 174), 2, ENCRE)
    t.circle((x + 16, y - 174), 2, ENCRE)
    t.path(f"M{x + 4} {y - 164}Q{x + 10} {y - 160} {x + 15} {y - 164}", "none", ENCRE, 1.6)
