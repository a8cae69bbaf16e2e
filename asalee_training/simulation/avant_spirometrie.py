"""Before a spirometry: the strokes of the 3 L syringe, and what the person answers to the questions.

Contraindications and their delays are those of `clinical.spirometrie.avant`; only the words are here.
"""

from collections.abc import Mapping
from functools import cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.simulation import tirage

DEBITS = ("lent", "moyen", "rapide")
COUPS = 3
#: Share of deviation of a stroke: a sound device, and one that must be refused.
JUSTE, FAUSSE = (-0.018, 0.018), (0.036, 0.048)
FAMILLES = {
    "coeur": "cœur et tension",
    "crane": "crâne et œil",
    "sinus": "sinus et oreille",
    "thorax": "thorax et abdomen",
    "infection": "infection",
}
#: For each contraindication: the question, and what a person who has it answers.
DIALOGUE: Mapping[str, tuple[str, str]] = {
    "infarctus": ("Avez-vous fait un infarctus ?", "Oui, il y a {jours} jours. On m’a posé un ressort."),
    "hypotension_ou_hta_severe": (
        "Votre tension est-elle très haute ou très basse en ce moment ?",
        "Ce matin, l’appareil affichait 21/12, et j’ai mal à la tête.",
    ),
    "arythmie_significative": (
        "Le cœur bat-il de travers, avec un suivi en cours ?",
        "Oui, le rythme n’est pas encore stabilisé : je revois le cardiologue demain.",
    ),
    "insuffisance_cardiaque_non_compensee": (
        "Vos jambes gonflent-elles ? Dormez-vous sans vous asseoir ?",
        "Depuis une semaine je dors en position assise, et mes jambes gonflent.",
    ),
    "htap_non_controlee": (
        "Vous suit-on pour une hypertension des artères du poumon ?",
        "Oui, et le traitement n’arrive pas encore à la contrôler.",
    ),
    "coeur_pulmonaire_aigu": (
        "Sortez-vous de l’hôpital pour le cœur ?",
        "Oui, hier. Ils ont parlé de cœur pulmonaire aigu.",
    ),
    "embolie_pulmonaire_instable": (
        "Avez-vous une embolie pulmonaire récente ?",
        "Oui, et elle n’est pas encore stabilisée.",
    ),
    "syncope_expiration_forcee": (
        "Avez-vous perdu connaissance en toussant ou en soufflant fort ?",
        "Une fois. On m’a trouvé par terre après une quinte de toux.",
    ),
    "anevrisme_cerebral": ("Vous connaît-on un anévrisme dans la tête ?", "Oui, on le surveille par IRM."),
    "chirurgie_cerebrale": ("Vous a-t-on opéré du cerveau ?", "Oui, il y a {jours} jours."),
    "commotion_recente_symptomatique": (
        "Un choc à la tête, avec des maux de tête ou des vertiges ?",
        "Oui, j’ai heurté une poutre. J’ai encore des vertiges.",
    ),
    "chirurgie_oculaire": ("Vous a-t-on opéré d’un œil ?", "Oui, la cataracte, il y a {jours} jours."),
    "chirurgie_ou_infection_sinus_oreille": (
        "Une opération ou une infection des sinus ou de l’oreille ?",
        "Oui, une otite : elle a commencé il y a {jours} jours.",
    ),
    "pneumothorax": (
        "Avez-vous eu un poumon décollé, un pneumothorax ?",
        "Oui, le mois dernier. La radio de contrôle n’est pas faite.",
    ),
    "chirurgie_thoracique": ("Vous a-t-on opéré de la poitrine ?", "Oui, il y a {jours} jours."),
    "chirurgie_abdominale": ("Vous a-t-on opéré du ventre ?", "Oui, une hernie, il y a {jours} jours."),
    "fin_de_grossesse": ("Attendez-vous un enfant ?", "Oui, je suis à huit mois."),
    "infection_transmissible": (
        "De la fièvre, une toux nouvelle, un contact avec la tuberculose ?",
        "De la fièvre depuis avant-hier, et je tousse.",
    ),
    "hemoptysie_ou_secretions": (
        "Crachez-vous du sang, ou beaucoup plus que d’habitude ?",
        "Un peu de sang dans le mouchoir, ce matin.",
    ),
    "lesions_buccales": (
        "Une plaie ou un saignement dans la bouche ?",
        "Oui, une gencive qui saigne dès que je touche.",
    ),
}
NON = ("Non.", "Non, rien de tel.", "Non, jamais.")
#: Above this age nobody is asked about a pregnancy.
GROSSESSE_MAX_ANS = 55
#: Old events, well after their delay: days since, and the answer.
ANCIENS: Mapping[str, tuple[int, str]] = {
    "infarctus": (2190, "Oui, mais il y a six ans. Le cardiologue me voit une fois l’an."),
    "chirurgie_oculaire": (180, "La cataracte, oui, mais c’était il y a six mois."),
    "chirurgie_abdominale": (7300, "L’appendicite, il y a vingt ans."),
    "chirurgie_thoracique": (3650, "Une côte recousue, il y a dix ans."),
}


def seringue(panne: bool, seed: bytes) -> list[dict[str, list[float]]]:
    """Volumes in litres of three strokes at each flow: as found, then once recalibrated.

    panne: two strokes of one flow are out of tolerance before recalibration.
    """
    essais = []
    for essai in range(2):
        volumes = {}
        for debit in DEBITS:
            labels = [f"seringue.{essai}.{debit}.{coup}" for coup in range(COUPS)]
            volumes[debit] = [round(3 * (1 + tirage.between(seed, label, *JUSTE)), 2) for label in labels]
        essais.append(volumes)
    if panne:
        faux, sens = tirage.choice(seed, "seringue.debit", DEBITS), tirage.choice(seed, "seringue.sens", (1, -1))
        for coup in (1, 2):
            ecart = tirage.between(seed, f"seringue.panne.{coup}", *FAUSSE)
            essais[0][faux][coup] = round(3 * (1 + sens * ecart), 2)
    return essais


def situations(presente: str | None, seed: bytes) -> dict[str, bool | int]:
    """What is true of the person, as `clinical.spirometrie.avant.contre_indications` reads it.

    presente: the contraindication that the author planted, if any. One old event is true of everyone.
    """
    delais = delais_jours()
    vraies: dict[str, bool | int] = dict.fromkeys(delais, False)
    anciens = [nom for nom in ANCIENS if nom != presente]
    ancien = tirage.choice(seed, "questions.ancien", anciens)
    vraies[ancien] = ANCIENS[ancien][0]
    if presente is not None:
        delai = delais[presente]
        vraies[presente] = (
            True if delai is None else tirage.step(seed, "questions.jours", 2, max(2, min(delai - 2, 20)), 1)
        )
    return vraies


def reponses(presente: str | None, patient: Mapping, seed: bytes) -> dict[str, list[list[str]]]:
    """For each family of questions: [question, answer] in the order in which they are asked.

    ValueError for a pregnancy planted in a man, or after GROSSESSE_MAX_ANS.
    """
    enceinte = patient["sexe"] == "femme" and patient["age"] <= GROSSESSE_MAX_ANS
    if presente == "fin_de_grossesse" and not enceinte:
        raise inputs.refusal(f"fin_de_grossesse : demande une femme de {GROSSESSE_MAX_ANS} ans au plus.")
    vraies, said = situations(presente, seed), {nom: [] for nom in FAMILLES}
    for row in reference_data.rows("spirometrie_contre_indications"):
        nom = row["identifiant"]
        if nom == "fin_de_grossesse" and not enceinte:
            continue
        question, oui = DIALOGUE[nom]
        if nom == presente:
            answer = oui.format(jours=vraies[nom])
        elif vraies[nom] is not False:
            answer = ANCIENS[nom][1]
        else:
            answer = tirage.choice(seed, f"questions.{nom}", NON)
        said[famille(nom)].append([question, answer])
    return said


@cache
def famille(presente: str) -> str:
    """Family of questions that finds a contraindication."""
    rows = {row["identifiant"]: row["famille"] for row in reference_data.rows("spirometrie_contre_indications")}
    return next(nom for nom, libelle in FAMILLES.items() if libelle == rows[presente])


@cache
def delais_jours() -> dict[str, int | None]:
    """Contraindications, and the days after which a dated one lapses."""
    return {
        row["identifiant"]: None if row["delai_jours"] == "aucun" else int(row["delai_jours"])
        for row in reference_data.rows("spirometrie_contre_indications")
    }


def contre_indications() -> dict[str, str]:
    """Names of the contraindications that a person may carry here, and what they are, for who writes a case."""
    rows = {row["identifiant"]: row["libelle"] for row in reference_data.rows("spirometrie_contre_indications")}
    return {nom: rows[nom] for nom in rows if nom in DIALOGUE}
