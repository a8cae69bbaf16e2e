"""The vocabulary of a patient: name, kind, unit, accepted range and French label of every field.

`simulation.patient` checks laws against it; the author's guide lists it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs
from asalee_training.simulation import (
    automesure,
    cognition,
    dossier,
    ecg,
    peau,
    pieds,
    reperage,
    spirometrie,
    structures,
    tension,
)
from asalee_training.simulation.population import graphe


@dataclass(frozen=True)
class Champ:
    """One field. genre: "entier", "nombre", "booleen", "mot", "texte", or "structure" (filled by a profile).

    mini, maxi: accepted range of a number, in `unite`; pas: step of a draw when the author gives none.
    mots: accepted words. profil: composite field whose profile fills this one.
    """

    libelle: str
    genre: str
    unite: str = ""
    mini: float = 0
    maxi: float = 0
    pas: float = 1
    mots: tuple[str, ...] = ()
    profil: str = ""

    def refuse(self, nom: str, value: object) -> str:
        """French sentence if the value is not acceptable, "" if it is."""
        if self.genre == "structure":
            return structures.refuse(nom, value)
        try:
            if self.genre == "entier":
                inputs.integer(nom, value, self.mini, self.maxi)
            elif self.genre == "nombre":
                inputs.number(nom, value, self.mini, self.maxi, self.unite)
            elif self.genre == "booleen":
                inputs.boolean(nom, value)
            elif self.genre == "mot":
                inputs.one_of(nom, value, self.mots)
            elif self.genre == "texte" and not (isinstance(value, str) and 0 < len(value.strip()) <= 200):
                return inputs.typography(f"{nom} : {inputs.shown(value)} n’est pas un texte de 1 à 200 caractères.")
        except ValueError as error:
            return str(error)
        return ""


def _numbers(profil: str, libelle: str, genre: str, unite: str, mini: float, maxi: float, pas: float = 1) -> Champ:
    return Champ(libelle, genre, unite, mini, maxi, pas, profil=profil)


def _of_the_record(known: Mapping[str, Champ]) -> dict[str, Champ]:
    """The fields that only `dossier` fills, from the graph of the population."""
    return {
        nom: Champ(n.description, n.genre, n.unite, n.mini, n.maxi, 10**-n.decimales, n.mots, profil="dossier")
        for nom, n in graphe.champs().items()
        if nom not in known
    }


CHAMPS: dict[str, Champ] = {
    "sexe": Champ("sexe", "mot", mots=("femme", "homme")),
    "age": Champ("âge", "entier", "ans", 18, 105),
    "taille_cm": Champ("taille", "entier", "cm", 120, 220),
    "poids_kg": Champ("poids", "nombre", "kg", 25, 300),
    "tabac_paquets_annees": Champ("tabac", "nombre", "paquets-années", 0, 200),
    "prenom": Champ("prénom", "texte"),
    "vems_l": _numbers("spirometrie", "VEMS", "nombre", "L", 0.3, 8, 0.01),
    "cvf_l": _numbers("spirometrie", "CVF", "nombre", "L", 0.5, 10, 0.01),
    "monofilament": Champ("réponses au monofilament, par pied et par site", "structure", profil="pieds"),
    "deformation": Champ("déformation du pied", "booleen", profil="pieds"),
    "deformations": Champ("déformations observées", "structure", profil="pieds"),
    "amputation": Champ("amputation du membre inférieur", "booleen", profil="pieds"),
    "amputations": Champ("amputations observées", "structure", profil="pieds"),
    "pouls_pedieux_droit": Champ("pouls pédieux droit perçu", "booleen", profil="pieds"),
    "pouls_pedieux_gauche": Champ("pouls pédieux gauche perçu", "booleen", profil="pieds"),
    "pouls_tibial_droit": Champ("pouls tibial postérieur droit perçu", "booleen", profil="pieds"),
    "pouls_tibial_gauche": Champ("pouls tibial postérieur gauche perçu", "booleen", profil="pieds"),
    "pression_cheville_droite_mmhg": _numbers("pieds", "pression à la cheville droite", "entier", "mmHg", 20, 350),
    "pression_cheville_gauche_mmhg": _numbers("pieds", "pression à la cheville gauche", "entier", "mmHg", 20, 350),
    "pression_bras_mmhg": _numbers("pieds", "pression au bras", "entier", "mmHg", 60, 300),
    "ips_droit": _numbers("pieds", "IPS droit", "nombre", "", 0.05, 6, 0.01),
    "ips_gauche": _numbers("pieds", "IPS gauche", "nombre", "", 0.05, 6, 0.01),
    "aomi": Champ("artériopathie des membres inférieurs", "booleen", profil="pieds"),
    "lesions_pied": Champ("corne, cicatrices et plaies des plantes", "structure", profil="peau"),
    "ulcere_ancien": Champ("antécédent d’ulcère du pied de plus de 4 semaines", "booleen"),
    "dialyse": Champ("dialyse", "booleen"),
    "ecg_frequence_min": _numbers("ecg", "fréquence cardiaque de l’ECG", "entier", "par min", 50, 100),
    "ecg_axe_deg": _numbers("ecg", "axe frontal du cœur", "entier", "degrés", -30, 90),
    "ecg_amplitude_pct": _numbers("ecg", "amplitude de l’ECG", "entier", "%", 70, 130),
    "ecg_alea": _numbers("ecg", "nombre qui choisit les variantes de la séance d’ECG", "entier", "", 0, 9999),
    "pas_habituelle_mmhg": _numbers("tension", "PAS habituelle, au repos hors du cabinet", "entier", "mmHg", 90, 215),
    "pad_habituelle_mmhg": _numbers("tension", "PAD habituelle, au repos hors du cabinet", "entier", "mmHg", 44, 135),
    "effet_cabinet_mmhg": _numbers("tension", "effet du cabinet sur la PAS", "entier", "mmHg", -25, 40),
    "ecart_bras_mmhg": _numbers("tension", "PAS du bras droit moins PAS du bras gauche", "entier", "mmHg", -35, 35),
    "chute_orthostatique_mmhg": _numbers("tension", "baisse de la PAS au lever", "entier", "mmHg", -15, 60),
    "chute_orthostatique_pad_mmhg": _numbers("tension", "baisse de la PAD au lever", "entier", "mmHg", -14, 28),
    "pouls_min": _numbers("tension", "pouls au repos", "entier", "battements/min", 40, 130),
    "mesures_cabinet": Champ("mesures au cabinet, bras par bras", "structure", profil="tension"),
    "mesures_orthostatiques": Champ("mesures couché, puis debout minute par minute", "structure", profil="tension"),
    "automesure": Champ("relevé d’automesure", "structure", profil="tension"),
    "plaintes_tension": Champ(
        "ce que dit une personne qu’il ne faut pas faire attendre", "structure", profil="tension"
    ),
    "antihypertenseur": Champ("traitement antihypertenseur", "booleen"),
    "malaise_debout": Champ("malaise au lever", "booleen"),
    "tour_bras_cm": Champ("tour de bras", "entier", "cm", 20, 46),
    "vessie_pleine": Champ("vessie pleine à l’arrivée", "booleen"),
    "cafe_tabac_min": Champ("temps depuis le dernier café ou tabac", "entier", "min", 0, 720),
    "automesure_regle": Champ("règle du relevé d’automesure", "mot", mots=("2-2-3", "3-3-3")),
    "automesure_defaut": Champ("défaut du relevé d’automesure", "mot", mots=automesure.DEFAUTS),
    "cinq_mots": Champ("comptes de l’épreuve des 5 mots", "structure", profil="cognition"),
    "horloge": Champ("sept critères de l’horloge", "structure", profil="cognition"),
    "horloge_dessin": Champ("dessin de l’horloge", "structure", profil="cognition"),
    "codex": Champ("observations du Codex", "structure", profil="cognition"),
    "iadl": Champ("quatre activités de la vie quotidienne", "structure", profil="autonomie"),
    "mini_gds": Champ("quatre réponses de la mini-GDS", "structure", profil="humeur"),
    "conditions": Champ("conditions de passation des tests", "structure", profil="passation"),
}
CHAMPS |= _of_the_record(CHAMPS)

#: Composite fields: the names of their profiles, the fields they read, and the function that draws them.
PROFILS = {
    "spirometrie": (spirometrie.PROFILS, ("sexe", "age", "taille_cm"), spirometrie.draw),
    "pieds": (pieds.PROFILS, (), pieds.draw),
    "peau": (peau.PROFILS, (), peau.draw),
    "ecg": (ecg.PROFILS, (), ecg.draw),
    "tension": (tension.PROFILS, (), tension.draw),
    "cognition": (cognition.PROFILS, (), cognition.draw),
    "autonomie": (reperage.AUTONOMIE, (), reperage.draw_autonomie),
    "humeur": (reperage.HUMEUR, (), reperage.draw_humeur),
    "passation": (reperage.PASSATION, (), reperage.draw_passation),
    "dossier": (dossier.PROFILS, (), dossier.draw),  # last: it agrees with what the others have drawn
}
