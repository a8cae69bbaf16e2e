"""How the applications of an ``examen_monofilament`` are judged, and what is asked at each.

The rhythm is judged from the order of the gestures, never from their clock: the rank of the sham application among
those of its site must vary, and the sites must not come in the same order on both feet. A time that the page
declares could be made up, and a slow hand is no fault; the length of a contact is part of the gesture itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from asalee_training.clinical import pied
from asalee_training.exercises.examen_monofilament import mots
from asalee_training.exercises.gestes import Critere, Seance

#: A contact of 1 to 2 s, as a hand can hold it.
CONTACT_MS = (900, 2200)
#: One clumsy application in five is forgiven.
PART_ADMISE = 0.8
MALADRESSE = "une maladresse sur cinq étant admise"
#: See « monofilament_majeure » in `references/conventions.yaml`.
SANS_FICTIVE = (
    "Sans aucune application fictive, rien ne distingue un pied qui sent d’une personne qui dit toujours « oui »."
)
AUCUNE = "Aucune application."


@dataclass(frozen=True)
class Examen:
    """What was done, seen by the judge: the applications on what can be tested, each with « eyes closed? ».

    fils: the filament of each application, where the case gives several.
    """

    seance: Seance
    cle: Mapping[str, Any]
    appuis: tuple[tuple[Mapping[str, Any], bool], ...]
    fils: tuple[str, ...] = ()

    @property
    def gestes(self) -> list[Mapping[str, Any]]:
        return [geste for geste, _ in self.appuis]

    @property
    def reelles(self) -> list[Mapping[str, Any]]:
        return [geste for geste in self.gestes if geste["application"] == "reelle"]

    @property
    def testables(self) -> list[str]:
        """The graded sites, without those that cannot be tested."""
        return [zone for zone, etat in self.cle["etats"].items() if etat != "non_testable"]

    @property
    def preparatifs(self) -> tuple[Mapping[str, Any], ...]:
        """What was done before the first application."""
        return self.seance.gestes[: self.seance.rang("appliquer")]

    def nombre(self, zone: str, application: str) -> int:
        return sum(geste["zone"] == zone and geste["application"] == application for geste in self.gestes)

    def sur(self, zones: Sequence[str]) -> list[str]:
        """Those of these zones where the filament touched the lesion itself."""
        touchees = {g["zone"] for g in self.reelles if g["position"] == "centre"}
        return [zone for zone in zones if zone in touchees]

    def trompeur(self, zone: str) -> str:
        """Why the replies at this site could not be believed, or an empty string: she may have read them rightly."""
        appuis = [(geste, closed) for geste, closed in self.appuis if geste["zone"] == zone]
        if any(not closed for _, closed in appuis):
            return "Les yeux ouverts, la personne a répondu à ce qu’elle voyait."
        if zone in self.cle["lesions"] and self.sur([zone]):
            return "Sur la lésion, le fil n’a pas mesuré ce que sent la peau."
        if any(geste["question"] == "suggestive" for geste, _ in appuis):
            return "La question soufflait le « oui »."
        if any(
            fil != mots.BON_FIL
            for fil, (geste, _) in zip(self.fils, self.appuis, strict=False)
            if geste["zone"] == zone
        ):
            return "Ce fil n’appuyait pas ses 10 g : un pied qui sent a pu répondre « non »."
        return ""


def regarder(seance: Seance, cle: Mapping[str, Any]) -> Examen:
    """The applications, with the eyes and the filament as they were."""
    closed, pris, appuis, fils = False, "", [], []
    for geste in seance.gestes:
        if geste["g"] == "yeux":
            closed = geste["etat"] == "fermes"
        elif geste["g"] == "prendre_fil":
            pris = geste["fil"]
        elif geste["g"] == "appliquer" and cle["etats"].get(geste["zone"]) != "non_testable":
            appuis.append((geste, closed))
            fils += [pris] if cle.get("fils") else []
    return Examen(seance, cle, tuple(appuis), tuple(fils))


def technique(examen: Examen) -> Iterator[Critere]:
    low, high = CONTACT_MS
    reelles = examen.reelles
    for libelle, bien, mot, attendu, pourquoi, poids in (
        (
            "le fil perpendiculaire",
            [g["angle"] == "perpendiculaire" for g in reelles],
            "Fil perpendiculaire",
            "Le fil perpendiculaire à la peau",
            "Oblique, le fil plie trop tôt : il n’appuie plus ses 10 g.",
            1,
        ),
        (
            "un contact d’une à deux secondes",
            [low <= g["contact_ms"] <= high for g in reelles],
            "Contact d’une à deux secondes",
            "Un contact d’une à deux secondes",
            "Trop bref, il passe inaperçu ; trop long, il finit par se deviner.",
            1.5,
        ),
        (
            "appuyer jusqu’à ce que le fil plie",
            [g["plie"] for g in reelles],
            "Fil plié",
            "Un appui jusqu’à ce que le fil plie",
            "C’est le pli qui garantit les 10 g. Avant lui, personne ne sait combien le fil appuie.",
            1.5,
        ),
        (
            "appuyer sans glisser",
            [not g["glisse"] for g in reelles],
            "Fil posé sans glisser",
            "Un appui sans glisser",
            "Un frottement se sent autrement qu’un appui : le « oui » ne veut plus rien dire.",
            0.5,
        ),
    ):
        yield Critere(
            libelle,
            bool(reelles) and sum(bien) >= PART_ADMISE * len(reelles),
            f"{mot} : {sum(bien)} fois sur {len(reelles)}." if reelles else "Aucune application réelle.",
            f"{attendu}, {MALADRESSE}.",
            pourquoi,
            poids,
        )
    if lesions := examen.cle["lesions"]:
        dessus = examen.sur(lesions)
        testees = any(geste["zone"] in lesions for geste in reelles)
        yield Critere(
            "la peau saine, à côté de la corne ou de la cicatrice",
            not dessus if testees else None,
            f"Vous avez appuyé sur la lésion : {listees(dessus)}."
            if dessus
            else "Vous n’avez pas appuyé sur la lésion.",
            "Le fil sur la peau saine, au pourtour.",
            "La corne et la cicatrice arrêtent la pression : un pied qui sent y paraît insensible.",
            2,
        )


def interrogatoire(examen: Examen) -> Iterator[Critere]:
    yield _assez(
        examen,
        "reelle",
        2,
        "deux applications réelles à chaque site",
        "Deux applications réelles au moins à chaque site.",
        "La règle « deux sur trois » demande trois questions par site. Un site oublié n’est pas un site normal.",
    )
    yield _assez(
        examen,
        "fictive",
        1,
        "une application fictive à chaque site",
        "Une application fictive au moins à chaque site.",
        "Sans application fictive, une personne qui dit toujours « oui » paraît tout sentir.",
        "" if any(geste["application"] == "fictive" for geste in examen.gestes) or not examen.gestes else SANS_FICTIVE,
    )
    yield _place_des_fictives(examen)
    yield _ordre_des_sites(examen)
    compte = Counter(geste["question"] for geste in examen.gestes)
    dit = "Vous avez chaque fois posé une question ouverte." if examen.gestes else AUCUNE
    if compte["suggestive"] or compte["aucune"]:
        dit = f"Question qui souffle la réponse : {compte['suggestive']} fois. Sans question : {compte['aucune']} fois."
    yield Critere(
        "une question ouverte à chaque application",
        bool(examen.gestes) and compte["ouverte"] == len(examen.gestes),
        dit,
        "« Sentez-vous quelque chose ? », puis « Où ? », aux applications réelles comme aux fictives.",
        "« Vous sentez, là ? » souffle le « oui ». Sans question, une application fictive ne vérifie rien.",
        2,
    )


def _assez(
    examen: Examen, application: str, nombre: int, libelle: str, attendu: str, pourquoi: str, majeure: str = ""
) -> Critere:
    manque = [zone for zone in examen.testables if examen.nombre(zone, application) < nombre]
    ici = "à tous les sites" if manque == examen.testables else listees(manque)
    dit = f"Il en manque : {ici}." if manque else "Aucun site oublié."
    return Critere(libelle, not manque, dit, attendu, pourquoi, 2, majeure=majeure)


def _place_des_fictives(examen: Examen) -> Critere:
    """The rank of the first sham among the applications of its site: never one rank in more than two sites of three."""
    rangs = []
    for zone in examen.testables:
        suite = [geste["application"] for geste in examen.gestes if geste["zone"] == zone]
        if "fictive" in suite and len(suite) > 1:
            rangs.append(suite.index("fictive"))
    (rang, most), *_ = Counter(rangs).most_common(1) or [(0, 0)]
    dit = f"Au rang le plus fréquent, le {rang + 1}{'er' if rang == 0 else 'e'} : {most} sites sur {len(rangs)}."
    return Critere(
        "une place imprévisible pour l’application fictive",
        most < len(rangs) and 3 * most <= 2 * len(rangs) + 2,
        dit if rangs else "Aucune application fictive à comparer.",
        "Une place qui change d’un site à l’autre : première, deuxième ou troisième.",
        "Un rythme régulier se devine : la personne répond au rythme, et non au fil.",
    )


def _ordre_des_sites(examen: Examen) -> Critere:
    """Predictable: the applications of each site in a row, and the three sites in the same order on both feet."""
    suite = [geste["zone"] for geste in examen.gestes if geste["zone"] in examen.cle["etats"]]
    blocs = [zone for rang, zone in enumerate(suite) if rang == 0 or suite[rang - 1] != zone]
    droit, gauche = ([zone.split(".")[1] for zone in blocs if zone.startswith(f"{cote}.")] for cote in pied.PIEDS)
    previsible = droit == gauche and sorted(droit) == sorted(pied.SITES)
    dit = "Les sites sont venus dans le même ordre aux deux pieds." if previsible else "L’ordre des sites a changé."
    return Critere(
        "un ordre des sites imprévisible",
        bool(suite) and not previsible,
        dit if suite else AUCUNE,
        "Un ordre qui change d’un pied à l’autre, ou des sites alternés (convention pédagogique).",
        "Ce qui se devine ne se teste pas.",
        0.5,
    )


def listees(zones: Sequence[str]) -> str:
    """The names of zones, one after the other."""
    return " ; ".join(map(mots.libelle, zones))
