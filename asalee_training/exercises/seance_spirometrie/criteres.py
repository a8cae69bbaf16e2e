"""How a ``seance_spirometrie`` is judged: before the test, each blow, the series, the results, what is done with them.

Where the session should not have taken place, only what comes before it and what is done instead is judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asalee_training.exercises.gestes import Critere
from asalee_training.exercises.seance_spirometrie import mots
from asalee_training.exercises.seance_spirometrie.avant import avant
from asalee_training.exercises.seance_spirometrie.deroulement import Deroulement, Manoeuvre

Cle = Mapping[str, Any]
JUSTES = {"inspiration": "a_fond", "depart": "explosif", "vidange": "encore", "fin": "a_fond"}
POURQUOI_PHASES = {
    "inspiration": "Une poitrine à moitié pleine donne un VEMS et une CVF faussement bas.",
    "depart": "C’est l’explosion du départ qui fait le débit de pointe et le volume rétro-extrapolé.",
    "vidange": "Sans encouragement, on s’arrête avant le plateau ; aucune durée ne suffit par elle-même.",
    "fin": "L’inspiration finale fait voir une fuite ou une inspiration de départ incomplète.",
}
POURQUOI_NOMS = {
    "bonne": "Départ franc, pointe haute, courbe lisse, fin en plateau : rien à lui reprocher.",
    "demarrage_lent": "Le pied de la courbe volume-temps est en S, la pointe arrive tard et s’arrondit.",
    "hesitation": "Un filet d’air, puis le vrai souffle : une marche au début, la boucle décalée vers la droite.",
    "sous_maximale": "Pointe basse et ronde, courbe molle : aucun nombre ne le dit, c’est votre œil qui le voit.",
    "toux_precoce": "Des pointes qui retombent à zéro dans la première seconde : le VEMS ne compte plus, la CVF si.",
    "toux_tardive": "Des encoches après la première seconde : elles n’abîment ni le VEMS ni la CVF.",
    "arret_premature": "La courbe tombe à la verticale, sans plateau : le VEMS reste bon, la CVF est trop petite.",
    "glotte": "Le débit se coupe et reste à zéro : un faux plateau, dès la première seconde.",
    "fuite": "L’inspiration dépasse le point de départ : de l’air est sorti sans être mesuré.",
    "respiration_supplementaire": "Une seconde bosse : de l’air est entré à côté, la CVF est trop grande.",
    "inspiration_incomplete": "L’inspiration finale dépasse le point de départ : la poitrine n’était pas pleine.",
    "zero_decale": "Un débit sans que personne ne souffle, et un volume qui monte sans fin.",
    "embout_obstrue": "Un plateau de débit en créneau, qui tremble : langue ou dents devant l’embout.",
    "effort_variable": "La courbe ondule : l’effort a lâché puis repris.",
}
POURQUOI_GARDE = {
    "les_deux": "Cette manœuvre remplit les critères du VEMS et ceux de la CVF.",
    "vems": "Le VEMS se joue dans la première seconde, la CVF à la fin : ici seul le début est bon.",
    "cvf": "La première seconde est abîmée, la fin ne l’est pas : la CVF reste bonne.",
    "rien": "Ni le VEMS ni la CVF de cette manœuvre ne sont acceptables.",
}


def criteres(etapes: Sequence[str], cle: Cle, cours: Deroulement) -> Iterator[Critere]:
    """Yield the criteria of the steps that were asked for."""
    faire = not cle["ne_pas_faire"]
    if "avant" in etapes:
        yield from avant(cle, cours, "manoeuvres" in etapes)
    if "manoeuvres" in etapes and faire:
        for rang, serie in enumerate(cle["series"]):
            yield from _souffles(serie, _serie(cours, rang), mots.SERIES[rang])
        yield from _accompagnement(cle, cours)
        for rang, serie in enumerate(cle["series"]):
            yield _arret(serie, cours, rang)
    if "manoeuvres" in etapes:
        yield from _bronchodilatateur(cle, cours)
    if "resultats" in etapes and faire:
        yield from _resultats(cle, cours)
    if "conduite" in etapes:
        yield from _conduite(cle, cours, "resultats" in etapes)


def _serie(cours: Deroulement, rang: int) -> list[Manoeuvre]:
    return cours.series[rang] if rang < len(cours.series) else []


def _souffles(serie: Cle, faits: Sequence[Manoeuvre], suffixe: str) -> Iterator[Critere]:
    """For each blow: its name, and what is kept of it. A blow that should have been asked for counts too."""
    for rang, vrai in enumerate(serie["souffles"]):
        fait = faits[rang] if rang < len(faits) else None
        if fait is None and not serie["parts"][rang]["encore"]:
            continue
        ou = f"Souffle {rang + 1}{suffixe}"
        nomme = mots.NOMS[fait.nom] if fait and fait.nom else "pas de nom" if fait else "il n’a pas été demandé"
        yield Critere(
            f"le nom du souffle {rang + 1}{suffixe}",
            bool(fait) and fait.nom in vrai["acceptes"],
            f"{ou} : {_bas(nomme)}.",
            f"{ou} : {' ou '.join(_bas(mots.NOMS[nom]) for nom in vrai['acceptes'])}.",
            POURQUOI_NOMS[vrai["nom"]],
        )
        garde = mots.GARDER[fait.garde] if fait and fait.garde else "pas de décision"
        yield Critere(
            f"ce que vous gardez du souffle {rang + 1}{suffixe}",
            bool(fait) and fait.garde == vrai["garde"],
            f"{ou}, gardé : {_bas(garde)}.",
            f"{ou}, à garder : {_bas(mots.GARDER[vrai['garde']])}.",
            POURQUOI_GARDE[vrai["garde"]],
        )


def _accompagnement(cle: Cle, cours: Deroulement) -> Iterator[Critere]:
    souffles = cours.souffles
    for phase, juste in JUSTES.items():
        autres = [m.phrases[phase] for m in souffles if m.phrases[phase] != juste]
        fait = (
            f"{len(autres)} fois sur {len(souffles)} : {mots.PHRASES[phase][autres[0]]}."
            if autres
            else "Vous l’avez dit à chaque souffle."
            if souffles
            else "Aucun souffle."
        )
        yield Critere(
            f"ce que vous dites, phase {mots.PHASES[phase][0]}",
            bool(souffles) and not autres,
            fait,
            f"{mots.PHRASES[phase][juste]}, à chaque souffle.",
            POURQUOI_PHASES[phase],
            0.75,
        )
    conseils = [
        (numero, vrai, fait.conseil)
        for rang, serie in enumerate(cle["series"])
        for numero, (vrai, fait) in enumerate(zip(serie["souffles"], _serie(cours, rang), strict=False), 1)
        if fait.conseil and serie["parts"][numero]["encore"]
    ]
    attendus = any(serie["parts"][1]["encore"] and len(serie["souffles"]) > 1 for serie in cle["series"])
    mauvais = [(n, vrai, dit) for n, vrai, dit in conseils if dit not in vrai["conseils"]]
    yield Critere(
        "le conseil avant de recommencer",
        (bool(conseils) and not mauvais) if attendus else None,
        f"Après le souffle {mauvais[0][0]} : {mots.CONSEILS[mauvais[0][2]]}."
        if mauvais
        else "Chaque conseil répondait à ce qui n’allait pas."
        if conseils
        else "Vous n’avez pas demandé de recommencer.",
        f"Après le souffle {mauvais[0][0]} : {' ou '.join(mots.CONSEILS[nom] for nom in mauvais[0][1]['conseils'])}."
        if mauvais
        else "Un conseil qui répond à la faute.",
        "Sans savoir quoi changer, la personne refait la même faute, et se fatigue.",
        2,
    )


def _arret(serie: Cle, cours: Deroulement, rang: int) -> Critere:
    faits, suffixe = _serie(cours, rang), mots.SERIES[rang]
    n, total = len(faits), len(serie["souffles"])
    trop = next((i for i, fait in enumerate(faits, 1) if fait.conseil and not serie["parts"][i]["encore"]), None)
    demande = n == mots.SOUFFLES_MAX or (bool(faits) and faits[-1].conseil is not None)
    epuise = n == total and demande  # asked once more, the person can no more: stopping is right
    fini = cours.arretees > rang
    tot = fini and not epuise and serie["parts"][min(n, total)]["encore"]
    fait = (
        f"Vous avez redemandé après le souffle {trop}, alors que la série suffisait."
        if trop
        else f"Vous avez arrêté après {_compte(n)}."
        if fini
        else f"{_compte(n)[0].upper()}{_compte(n)[1:]}, sans arrêter la série."
        if n
        else "Aucun souffle."
    )
    return Critere(
        f"quand arrêter la série{suffixe}",
        bool(n) and fini and not trop and not tot,
        fait,
        "Trois VEMS et trois CVF acceptables, les deux meilleurs à 0,150 L près ; huit souffles au plus, "
        "et jamais contre la personne.",
        "Trop tôt, rien ne prouve que les valeurs se répètent ; trop tard, la fatigue les abîme.",
        2,
    )


def _bronchodilatateur(cle: Cle, cours: Deroulement) -> Iterator[Critere]:
    voulu, donne = cle["attente_min"], cours.attente_min
    if voulu is None and donne is not None:
        yield Critere(
            "pas de bronchodilatateur sans prescription",
            False,
            "Vous avez donné un bronchodilatateur.",
            "Aucun bronchodilatateur : il n’est pas prescrit.",
            mots.hors_champ("bronchodilatateur"),
            2,
            "hors_champ" if mots.hors_champ("bronchodilatateur") else None,
        )
    if voulu is not None and not cle["ne_pas_faire"]:
        yield Critere(
            "le bronchodilatateur prescrit, et l’attente",
            donne is not None and donne >= voulu,
            f"Donné, puis {donne} minutes d’attente." if donne else "Vous ne l’avez pas donné.",
            f"Le bronchodilatateur prescrit, après la première série, puis {voulu} minutes au moins.",
            "Avant ce délai, le médicament n’a pas fini d’agir : la seconde série ne se compare pas.",
            2,
        )


def _resultats(cle: Cle, cours: Deroulement) -> Iterator[Critere]:
    donne = cours.seance.conclusion
    for nom, (mesure, rang) in mots.retenus(len(cle["series"])).items():
        part = cle["series"][rang]["parts"][min(len(_serie(cours, rang)), len(cle["series"][rang]["souffles"]))]
        quoi = nom.removesuffix("_apres")
        libelle = ("le VEMS" if mesure == "vems" else "la CVF") + mots.SERIES[rang]
        dit, vide = donne.get(nom), not _serie(cours, rang)
        if quoi.startswith("souffle"):
            attendus = part[quoi]
            yield Critere(
                f"{libelle}, de quel souffle",
                dit in attendus and not vide,
                f"{_retenu(mesure, rang, [dit])}." if dit else f"{_retenu(mesure, rang, [])} pas de choix.",
                f"{_retenu(mesure, rang, attendus)}.",
                "On retient le plus grand VEMS et la plus grande CVF acceptables, même de deux souffles différents.",
                1.5,
            )
        else:
            yield Critere(
                f"le grade de qualité, {libelle}",
                dit == part[quoi] and not vide,
                f"Qualité, {libelle} : {f'grade {dit}' if dit else 'pas de grade'}.",
                f"Qualité, {libelle} : grade {part[quoi]}.",
                "A : trois acceptables à 0,150 L près ; B : deux ; C : 0,200 L ; D : 0,250 L ; E : au-delà, ou un seul ; "
                "U : utilisable seulement ; F : rien.",
                1.5,
            )
    jeux = [geste["jeu"] for geste in cours.seance.tous("equations") if geste["jeu"] in cle["lectures"]]
    lectures = cle["lectures"][jeux[-1] if jeux else "gli_global"]
    attendus = lectures[min(len(cours.series[0]), len(lectures) - 1)]
    dit = donne.get("lecture")
    yield Critere(
        "normale, anormale ou non interprétable",
        dit in attendus and cours.a_souffle,
        f"Spirométrie {_bas(mots.LECTURES[dit])}." if dit else "Vous n’avez pas conclu.",
        f"Spirométrie {' ou '.join(_bas(mots.LECTURES[mot]) for mot in attendus)}.",
        "Le rapport d’abord, puis la CVF et le VEMS, chacun contre sa limite inférieure de la normale ; un grade U ou F "
        "ne se lit pas.",
        2,
    )


def _conduite(cle: Cle, cours: Deroulement, lit: bool) -> Iterator[Critere]:
    coche = {nom: cours.seance.conclusion.get(nom) is True for nom in mots.CONDUITES}
    n = min(len(cours.series[0]), len(cle["series"][0]["souffles"]))
    lu = cle["lectures"]["gli_global"][n]
    attendu = {"expliquer": True}
    if cle["ne_pas_faire"]:
        attendu |= {"reporter": True, "alerter": True}
        pourquoi = "Une contre-indication, même relative, se dit au médecin : c’est lui qui décide du moment."
    else:
        attendu["transmettre"] = True
        if cours.a_souffle or coche["reporter"]:
            attendu["reporter"] = False
        if lit and lu in (["normale"], ["anormale"]):
            attendu["alerter"] = lu == ["anormale"]
        pourquoi = "Vous réalisez, vous jugez la qualité, vous notez « normale » ou « anormale », vous transmettez."
    for nom, voulu in attendu.items():
        yield Critere(
            {"expliquer": "dire à la personne où en est l’examen", "reporter": "reporter l’examen, ou non",
             "alerter": "alerter le médecin, ou non", "transmettre": "transmettre au médecin"}[nom],
            coche[nom] == voulu,
            f"{'Choisi' if coche[nom] else 'Non choisi'} : {mots.CONDUITES[nom]}.",
            "À faire." if voulu else "À ne pas faire ici.",
            pourquoi,
            2 if nom == "alerter" else 1,
        )  # fmt: skip
    for nom in mots.HORS_CHAMP:
        if coche[nom]:
            yield Critere(
                "rester dans votre champ",
                False,
                f"Choisi : {mots.CONDUITES[nom]}.",
                "À laisser au médecin.",
                mots.hors_champ(nom),
                1,
                "hors_champ" if mots.hors_champ(nom) else None,
            )


def _retenu(mesure: str, rang: int, numeros: Sequence[str]) -> str:
    """« VEMS retenu : souffle 4 ou souffle 6 »."""
    quoi = "VEMS retenu" if mesure == "vems" else "CVF retenue"
    dits = ["aucun" if numero == "aucun" else f"souffle {numero}" for numero in numeros]
    return f"{quoi}{mots.SERIES[rang]} : {' ou '.join(dits)}".rstrip()


def _compte(n: int) -> str:
    return "un souffle" if n == 1 else f"{n} souffles"


def _bas(texte: str) -> str:
    """The same words inside a sentence."""
    return texte if texte[:2].isupper() else texte[0].lower() + texte[1:]
