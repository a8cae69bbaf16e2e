"""What both acts judge alike: what follows a measure, and what is said of it to the person."""

from __future__ import annotations

from asalee_training.exercises.contract import Gravite
from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.mesure_tension import mots
from asalee_training.exercises.mesure_tension.technique import Examen

RIEN = "Vous n’avez rien noté."
#: From two levels below the least urgent that is accepted, the delay is a danger.
NIVEAUX_DANGEREUX = 2


def choisi(examen: Examen, pourquoi: str, poids: float) -> Critere:
    """What she does of the measure, among what is accepted for this person."""
    acte, acceptes = examen.cle["seance"]["acte"], examen.cle["suite"]
    textes, given = mots.suites(acte), examen.seance.conclusion.get("suite")
    gravite: Gravite | None = None
    if given in mots.HORS_CHAMP[acte]:
        gravite = "hors_champ"
    elif given and mots.URGENCE[given] - mots.URGENCE[acceptes[-1]] >= NIVEAUX_DANGEREUX:
        gravite = "dangereux"
    return Critere(
        "ce que vous faites de la mesure",
        given in acceptes,
        f"{textes[given]}." if given else "Vous n’avez rien choisi.",
        f"{' ; ou : '.join(textes[mot] for mot in acceptes)}.",
        "Aucun traitement ne vous est délégué : ni donné, ni retiré." if gravite == "hors_champ" else pourquoi,
        poids,
        gravite,
    )


def dire(examen: Examen) -> Critere:
    """The words for the person: the figures, and no diagnosis."""
    textes, given = mots.DIRE[examen.cle["seance"]["acte"]], examen.seance.conclusion.get("dire")
    return Critere(
        "ce que vous dites à la personne",
        given == "chiffres",
        f"Vous avez dit : {textes[given]}" if given else "Vous n’avez rien choisi.",
        f"Vous dites : {textes['chiffres']}",
        "Ses chiffres lui appartiennent. Le nom d’une maladie revient au médecin, et rassurer trop vite aussi est conclure.",
        1.5,
        "hors_champ" if given == "maladie" else None,
    )
