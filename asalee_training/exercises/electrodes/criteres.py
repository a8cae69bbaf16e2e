"""What is judged in an ``electrodes`` session, line by line. Placement and settings follow ``clinical.ecg``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asalee_training.clinical import champ, ecg
from asalee_training.exercises.electrodes.mots import DEFAUTS, INTERPRETATIONS, LIEUX, MENTIONS, NOTES
from asalee_training.exercises.electrodes.preparation import accueil, preparation, reperage
from asalee_training.exercises.electrodes.seance import Suivi, reglages, rejouer
from asalee_training.exercises.gestes import Critere, Seance
from asalee_training.simulation.seance_ecg import CODES, DECOLLEE, JUSTE, NU

MEMBRES = ("R", "L", "F", "N")
#: Chest electrodes weigh more where the classic error is.
POIDS = {"V1": 2, "V2": 2}
#: Frequent, and seldom without consequence: see « ecg_v1_v2_trop_hautes » in `references/conventions.yaml`.
TROP_HAUTES = (
    "Un tracé fait avec V1 ou V2 au-dessus du 4e espace est parti chez le médecin : il peut y voir une séquelle d’infarctus ou un "
    "bloc que la personne n’a pas."
)
POURQUOI = {
    "V1": "Un espace trop haut, V1 et V2 peuvent montrer un bloc de branche ou une séquelle que la personne n’a pas : "
    "le médecin ne peut pas savoir que seule la pose est en cause.",
    "V2": "V2 fait face à V1, dans le même espace : trop haute, elle trompe comme elle. V3 se place ensuite d’après V2.",
    "V3": "V3 se pose après V4, à mi-distance de V2 et de V4, et non au jugé.",
    "V4": "V4 se pose sous le sein, dans le 5e espace : sur le sein, l’amplitude baisse et varie d’une fois à l’autre.",
    "V5": "V5 reste sur l’horizontale de V4 ; elle ne suit pas la courbe des côtes.",
    "V6": "V6 reste sur l’horizontale de V4, plus en arrière, sur la ligne axillaire moyenne.",
}


def criteres(debut: Mapping[str, Any], seance: Seance) -> Iterator[Critere]:
    """Everything that this start and this patient call for."""
    suivi = rejouer(debut, seance)
    nu = debut["depart"] == NU
    yield from accueil(seance)
    if nu:
        yield from preparation(debut, seance)
        yield reperage(seance, 2)
        yield from (_electrode(suivi, code) for code in CODES if code not in MEMBRES)
        yield _membres(suivi)
        if any(bruit["fin"] == {"poser": [next(iter(bruit["uv"])), 2]} for bruit in debut["parasites"]):
            yield _reconnu(suivi, next((i for i, t in enumerate(suivi.traces) if DECOLLEE in t.fautes), None), 2)
    else:
        yield _refus(suivi)
        yield _reconnu(suivi, 0, 3)
        if "v1_v2_trop_hautes" in suivi.traces[0].fautes:
            yield reperage(seance, 1)
        yield _dix_en_place(suivi)
    yield from _technique(suivi)
    yield from _suite(debut, seance, suivi)


def _electrode(suivi: Suivi, code: str) -> Critere:
    site = suivi.jugee.pose.get(code)
    ici = f"{code} était posée là : {LIEUX[site]}." if site else f"{code} n’était pas posée."
    return Critere(
        f"la place de {code}",
        site == JUSTE[code],
        ici,
        f"{LIEUX[JUSTE[code]].capitalize()}.",
        POURQUOI[code],
        POIDS.get(code, 1),
        majeure=TROP_HAUTES if suivi.transmise and code in ecg.trop_hautes(suivi.jugee.pose) else "",
    )


def _membres(suivi: Suivi) -> Critere:
    pose = suivi.jugee.pose
    faux = [code for code in MEMBRES if pose.get(code) != JUSTE[code]]
    ailleurs = [f"{code} : {LIEUX[pose[code]] if code in pose else 'non posée'}" for code in faux]
    # A swapped arm shows on the tracing as a disease that nobody has.
    grave = suivi.transmise is not None and {"R", "L"} & set(faux)
    return Critere(
        "les électrodes des membres",
        not faux,
        f"{' ; '.join(ailleurs)}." if faux else "Chaque membre portait sa couleur.",
        "R rouge au bras droit, L jaune au bras gauche, F vert à la jambe gauche, N noir à la jambe droite.",
        "« Le soleil au-dessus de la prairie, le sang au-dessus du goudron » : deux câbles échangés imitent une maladie.",
        2,
        "dangereux" if grave else None,
    )


def _refus(suivi: Suivi) -> Critere:
    depart = suivi.traces[0]
    refuse = suivi.jugee is not depart and len(suivi.traces) > 1
    transmis = suivi.transmise is not None and suivi.jugee is depart
    return Critere(
        "le tracé de départ refusé",
        refuse,
        "Vous avez repris l’enregistrement." if refuse else "Le tracé de départ est resté le seul.",
        "Un tracé techniquement faux ne se transmet pas : on corrige et on recommence.",
        "Le médecin lirait une anomalie qui n’est que dans la pose.",
        2,
        "dangereux" if transmis and depart.erreurs_de_pose else None,
    )


def _reconnu(suivi: Suivi, rang: int | None, poids: float) -> Critere:
    """What she named on the tracing of this rank: there may be several, and the line says which."""
    if rang is None:
        return Critere("le défaut reconnu", None, "", "")
    trace = suivi.traces[rang]
    dit = _liste(trace.vus) or "rien"
    return Critere(
        "le défaut reconnu",
        trace.vus == trace.fautes,
        f"Sur le tracé {rang + 1}, vous avez retenu : {dit}.",
        f"Ce tracé montrait : {_liste(trace.fautes)}, et rien d’autre.",
        "Nommer le défaut dit quoi corriger ; en oublier un le laisse, en cocher un de trop fait chercher au mauvais endroit.",
        poids,
    )


def _liste(codes: frozenset[str]) -> str:
    return " ; ".join(nom for code, nom in DEFAUTS.items() if code in codes)


def _dix_en_place(suivi: Suivi) -> Critere:
    trace = suivi.jugee
    faux = [f"{code} : {LIEUX[trace.pose[code]] if code in trace.pose else 'non posée'}" for code in CODES
            if trace.pose.get(code) != JUSTE[code]]  # fmt: skip
    return Critere(
        "les dix électrodes en place",
        not faux,
        f"{' ; '.join(faux)}." if faux else "Les dix électrodes étaient à leur place.",
        "Avant de recommencer, chaque électrode est revue : membres, puis V1, V2, V4, V3, V5, V6.",
        "Corriger l’électrode en cause sans en déranger une autre.",
        3,
        "dangereux" if suivi.transmise is not None and trace.erreurs_de_pose else None,
    )


def _technique(suivi: Suivi) -> Iterator[Critere]:
    trace = suivi.jugee
    bruits = trace.fautes & {"tremblement_froid", "parasites_50_hz", "derive_ligne_de_base", DECOLLEE}
    yield Critere(
        "un tracé sans parasite",
        bool(suivi.traces) and not bruits,
        f"Sur ce tracé : {_liste(bruits)}."
        if bruits
        else "La ligne de base était nette."
        if suivi.traces
        else "Aucun tracé.",
        "Une ligne de base nette : on supprime la cause du parasite, puis on recommence.",
        "Un parasite cache les petites ondes ; le filtre le dissimule sans le guérir.",
        2,
    )
    ecarts = reglages(trace.reglages).ecarts
    choisis = f"{trace.reglages['vitesse_mm_s']} mm/s, {trace.reglages['amplitude_mm_mv']} mm/mV"
    carre = "" if trace.reglages["carre"] else ", sans carré d’étalonnage"
    yield Critere(
        "la vitesse, l’amplitude et l’étalonnage",
        bool(suivi.traces) and not ecarts,
        f"{choisis}{carre}." if suivi.traces else "Aucun tracé.",
        "25 mm/s, 10 mm/mV, carré d’étalonnage imprimé : 10 mm de haut pour 1 mV.",
        "Avec d’autres réglages, les durées et les hauteurs mesurées sur le papier sont fausses.",
        2,
    )
    manquent = [MENTIONS[mot].lower() for mot in MENTIONS if mot not in trace.mentions]
    yield Critere(
        "les mentions sur le tracé",
        bool(suivi.traces) and not manquent,
        f"Il manque : {', '.join(manquent)}." if manquent else "Toutes les mentions y étaient.",
        "Nom, date de naissance, date, heure, symptômes et filtre, écrits sur le tracé.",
        "Un tracé sans nom ni heure ne peut être ni attribué ni comparé.",
    )
    inutiles = [t for t in suivi.traces if not t.fautes and (t.vus or t.suite == "repris")]
    yield Critere(
        "un bon tracé gardé",
        not inutiles if any(not t.fautes for t in suivi.traces) else None,
        f"Vous avez refusé un tracé correct ({_liste(inutiles[0].vus) or 'sans dire pourquoi'})." if inutiles
        else "Vous avez gardé le tracé correct.",
        "Un tracé techniquement correct se transmet tel quel, même s’il surprend : c’est au médecin de le lire.",
        "Recommencer parce que « le dessin est bizarre », c’est déjà interpréter.",
    )  # fmt: skip


def _suite(debut: Mapping[str, Any], seance: Seance, suivi: Suivi) -> Iterator[Critere]:
    transmis = seance.fait("transmettre")
    yield Critere(
        "la transmission au médecin",
        transmis,
        "Vous avez transmis un tracé au médecin." if transmis else "Aucun tracé n’a été transmis.",
        "Tout tracé techniquement correct est transmis au médecin, qui le lit.",
        "Vous répondez de la qualité ; le médecin répond de la lecture.",
        2,
    )
    parti, alerte = seance.fait("liberer"), seance.fait("alerter")
    if debut["symptome"] != "aucun":
        yield Critere(
            "le médecin prévenu avant le départ",
            alerte,
            "Vous avez prévenu le médecin avant le départ." if alerte else "Le médecin n’a pas été prévenu.",
            "Douleur, essoufflement, palpitations ou malaise : le médecin voit la personne avant son départ.",
            "Un tracé normal n’élimine pas une urgence, et vous n’avez pas à en juger : le symptôme suffit.",
            2,
            "dangereux" if parti and not alerte else None,
        )
    note = seance.conclusion.get("note")
    yield Critere(
        "ce qui est noté avec le tracé",
        note == "technique",
        f"Vous avez noté : {NOTES[note]}" + ("." if note else "") if note else "Vous n’avez rien choisi de noter.",
        f"{NOTES['technique']}.",
        "La trace écrite dit qui a fait le tracé et ce qui a été contrôlé.",
    )
    dit = seance.tous("preparer")
    rassure = any(geste["quoi"] == "rassurer" for geste in dit)
    interprete = note in INTERPRETATIONS or rassure
    yield Critere(
        "aucune interprétation",
        not interprete,
        ("Vous avez dit que le cœur allait bien." if rassure else "Vous avez écrit une lecture du tracé.") if interprete
        else "Vous n’avez rien interprété.",
        "Ni « normal », ni « anormal » : l’infirmière contrôle la technique, le médecin interprète.",
        champ.autorise("ecg", "interpreter", "rcv").pourquoi,
        2,
        "hors_champ",
    )  # fmt: skip
    yield Critere(
        "le départ après le contrôle",
        parti and bool(suivi.traces),
        "Elle est partie une fois le tracé fait." if parti and suivi.traces
        else "Elle est partie sans tracé." if parti else "La séance n’est pas terminée.",
        "La personne ne se rhabille et ne part qu’une fois le tracé contrôlé.",
        "Recommencer un tracé cinq minutes plus tard est facile ; la rappeler le lendemain ne l’est pas.",
    )  # fmt: skip
