"""Crowds: of a thousand women, of a thousand tests, of a hundred positive tests, how many."""

from __future__ import annotations

from collections.abc import Iterable

from asalee_training.clinical import depistage
from asalee_training.figures.toile import (
    BLEU,
    BLEU_CLAIR,
    DISCRET,
    ENCRE,
    FILET,
    OCRE,
    OCRE_CLAIR,
    PAPIER,
    ROUGE,
    VERT,
    VERT_CLAIR,
    Dessin,
    Point,
    Toile,
    n,
    points,
)

_COLONNES, _PAS, _LIGNE, _GAUCHE, _HAUT = 50, 13.2, 13.4, 26.6, 58.0
_PALE = "#b4c0c3"
_SOURCES = {
    "sein": "Santé publique France, données de 2014 (rapport de 2019).",
    "intervalle": "INCa, « Pourquoi un dépistage tous les deux ans ? ».",
    "dix_ans": "INCa, « Bénéfices et limites », 2013 : 150 à 300 pour 100 000 femmes, en 7 à 10 ans.",
    "surdiagnostic": "Santé publique France, 2014 ; INCa, 2018 : 10 à 20 % des cancers trouvés.",
    "colon": "Santé publique France : positifs 2022-2023 ; illisibles et lésions trouvées 2018-2019.",
    "motifs": "Santé publique France, 2018-2019 ; causes : 2016-2017.",
}


def _place(rang: int) -> Point:
    return (_GAUCHE + (rang % _COLONNES) * _PAS, _HAUT + (rang // _COLONNES) * _LIGNE)


def _personnes(t: Toile, places: Iterable[Point], couleur: str, taille: float = 1) -> None:
    """Draw people as a head and a body, all of them in two paths."""
    sites = list(places)
    if not sites:
        return
    tetes = "".join(f"M{n(x)} {n(y - 3.6 * taille)}h.01" for x, y in sites)
    corps = "".join(f"M{n(x)} {n(y + 1.2 * taille)}v{n(2.6 * taille)}" for x, y in sites)
    t.path(tetes, "none", couleur, 3.8 * taille)
    t.path(corps, "none", couleur, 5.4 * taille)


def _anneaux(t: Toile, rangs: Iterable[int], couleur: str, pointille: bool = False) -> None:
    for rang in rangs:
        x, y = _place(rang)
        more = {"stroke_dasharray": "2.5 2.5"} if pointille else {}
        t.circle((x, y + 0.4), 6.6, "none", couleur, 1.7, **more)


def _idee(t: Toile, combien: int) -> None:
    """Outline the first ``combien`` people: what she guessed."""
    if not combien:
        return
    pleines, reste = divmod(combien, _COLONNES)
    x0, y0 = _GAUCHE - _PAS / 2, _HAUT - _LIGNE / 2
    x1, bas = x0 + _COLONNES * _PAS, y0 + pleines * _LIGNE
    tour: list[Point] = [(x0, y0), (x1, y0), (x1, bas)] if pleines else [(x0, y0), (x0 + reste * _PAS, y0)]
    tour += [(x0 + reste * _PAS, bas), (x0 + reste * _PAS, bas + _LIGNE), (x0, bas + _LIGNE)] if reste else [(x0, bas)]
    t.add(f'<polygon points="{points(tour)}" fill="{BLEU_CLAIR}" fill-opacity="0.6" stroke="{BLEU}" '
          f'stroke-width="1.8" stroke-dasharray="6 4"/>')  # fmt: skip


def _mille(titre: str, idee: int, groupes: list[tuple[range, str]], legende: str, detail: str, source: str) -> Toile:
    """Draw a thousand people; the groups, in order, stand at the head of the crowd."""
    t = Toile(396)
    t.text(350, 28, titre, 16.5, ENCRE, "middle", gras=True)
    _idee(t, idee)
    dits = {rang for groupe, _ in groupes for rang in groupe}
    _personnes(t, (_place(rang) for rang in range(1000) if rang not in dits), _PALE)
    for groupe, couleur in groupes:
        _personnes(t, (_place(rang) for rang in groupe), couleur)
    t.text(20, 346, legende, 15.5, ENCRE, gras=True)
    t.text(20, 366, detail, 14, ENCRE)
    t.text(20, 389, source, 14, DISCRET)
    return t


def mille_femmes(idee: int, montrer: str) -> Dessin:
    """A thousand women have a mammogram: her guess of how many need more pictures, then the numbers of the campaign."""
    s = depistage.sein()
    titre = "Mille femmes, une mammographie de dépistage"
    verifier, cancer = range(s.cancers, s.positives), range(s.cancers)
    idees = f"Votre idée : {idee} sur 1 000."
    if montrer == "idee":
        t = _mille(titre, idee, [], f"{idees} Leur image est à vérifier.",
                   "Changez le curseur, puis choisissez « une image à vérifier ».", _SOURCES["sein"])  # fmt: skip
        return t.dessin(f"Mille femmes ont une mammographie. {idees} C’est le nombre de celles dont une image serait à "
                        "vérifier ; les chiffres ne sont pas encore montrés.")  # fmt: skip
    if montrer == "images":
        t = _mille(titre, idee, [(range(s.positives), OCRE)], f"{s.positives} ont une image à vérifier. {idees}",
                   f"Les {1000 - s.positives} autres ont un cliché normal, lu deux fois.", _SOURCES["sein"])  # fmt: skip
        return t.dessin(f"Sur mille femmes, {s.positives} ont une image à vérifier ; les {1000 - s.positives} autres ont un "
                        f"cliché normal, lu deux fois. {idees}")  # fmt: skip
    if montrer == "cancers":
        t = _mille(titre, 0, [(verifier, OCRE), (cancer, ROUGE)],
                   f"{s.cancers} ont un cancer (cerclées). {s.sans_cancer} des {s.positives} n’en ont pas.",
                   f"Parmi les {s.cancers}, {s.inutiles} peut-être n’aurait jamais fait parler de lui : on ne sait pas lequel.",
                   _SOURCES["surdiagnostic"])  # fmt: skip
        _anneaux(t, range(s.cancers - s.inutiles), ROUGE)
        _anneaux(t, range(s.cancers - s.inutiles, s.cancers), ROUGE, pointille=True)
        return t.dessin(f"Des {s.positives} femmes dont une image est à vérifier, {s.cancers} ont un cancer et {s.sans_cancer} n’en ont pas. "
                        f"Parmi les {s.cancers}, {s.inutiles} peut-être n’aurait jamais fait parler de lui.")  # fmt: skip
    if montrer == "entre_deux":
        deux = range(s.positives, s.positives + s.intervalle)
        t = _mille(titre, 0, [(range(s.positives), _PALE), (deux, BLEU)],
                   f"Moins de {s.intervalle} auront un cancer entre deux mammographies.",
                   "Leur cliché était normal. C’est pour elles qu’un signe nouveau se montre tout de suite.",
                   _SOURCES["intervalle"])  # fmt: skip
        _anneaux(t, deux, BLEU)
        return t.dessin(f"Sur mille femmes, moins de {s.intervalle} auront un cancer entre deux mammographies, après un "
                        "cliché normal : un signe nouveau se montre tout de suite.")  # fmt: skip
    bas, haut = (f"{v:g}".replace(".", ",") for v in s.deces_evites)
    t = _mille("Mille femmes, dépistées pendant sept à dix ans", 0, [(range(3), VERT)],
               f"Entre {bas} et {haut} ne mourront pas d’un cancer du sein, grâce au dépistage.",
               "C’est une estimation, encore discutée : le bénéfice est là, et il est modeste.",
               _SOURCES["dix_ans"])  # fmt: skip
    _anneaux(t, range(1), VERT)
    _anneaux(t, range(1, 3), VERT, pointille=True)
    return t.dessin(f"Sur mille femmes dépistées pendant sept à dix ans, entre {bas} et {haut} ne mourront pas d’un "
                    "cancer du sein grâce au dépistage. C’est une estimation, encore discutée.")  # fmt: skip


def mille_tests(montrer: str) -> Dessin:
    """A thousand people do the colorectal test: unreadable tubes, positives, what the colonoscopy finds."""
    c = depistage.colon()
    titre = "Mille personnes font le test du côlon"
    if montrer == "illisibles":
        gris = range(c.illisibles)
        t = _mille(titre, 0, [(gris, DISCRET)], f"{c.illisibles} tests ne peuvent pas être lus : à refaire.",
                   "Tube périmé 4 fois sur 10, date oubliée plus de 3 fois sur 10, envoi trop tardif 1 fois sur 10.",
                   _SOURCES["motifs"])  # fmt: skip
        return t.dessin(f"Sur mille personnes qui font le test, {c.illisibles} ont un tube que le laboratoire ne peut pas "
                        "lire : tube périmé quatre fois sur dix, date oubliée plus de trois fois sur dix, envoi trop "
                        "tardif une fois sur dix.")  # fmt: skip
    if montrer == "positifs":
        t = _mille(titre, 0, [(range(c.positifs), OCRE)], f"{c.positifs} tests sont positifs : {c.positifs} coloscopies à faire.",
                   f"Les autres, {1000 - c.positifs}, recommenceront dans deux ans, ou avant s’ils ont un signe.",
                   _SOURCES["colon"])  # fmt: skip
        return t.dessin(f"Sur mille personnes, {c.positifs} ont un test positif et une coloscopie à faire ; les "
                        f"{1000 - c.positifs} autres recommenceront dans deux ans, ou avant s’ils ont un signe.")  # fmt: skip
    polype, cancer = range(c.cancers, c.cancers + c.adenomes), range(c.cancers)
    reste = range(c.cancers + c.adenomes, c.positifs)
    t = _mille(titre, 0, [(reste, OCRE), (polype, BLEU), (cancer, ROUGE)],
               f"On trouve {c.cancers} cancers (cerclés) et {c.adenomes} adénomes avancés (en pointillé).",
               f"Les adénomes s’enlèvent. Pour les {len(reste)} autres, un petit polype, ou rien : positif n’est pas cancer.",
               _SOURCES["colon"])  # fmt: skip
    _anneaux(t, cancer, ROUGE)
    _anneaux(t, polype, BLEU, pointille=True)
    return t.dessin(f"Parmi les {c.positifs} positifs, la coloscopie trouve {c.cancers} cancers et {c.adenomes} adénomes "
                    f"avancés, qu’elle enlève ; pour les {len(reste)} autres, un petit polype ou rien.")  # fmt: skip


_DELAIS = {
    "0": "Le jour du résultat",
    "1_mois": "Un mois après",
    "3_mois": "Trois mois après",
    "24_mois": "Deux ans après",
}


def cent_positifs(delai: str) -> Dessin:
    """A hundred people with a positive test: who has had the colonoscopy after one month, three, twenty-four."""
    faits = 0 if delai == "0" else depistage.coloscopies_faites(delai)
    t = Toile(388)
    t.text(350, 28, "Cent personnes dont le test est positif", 16.5, ENCRE, "middle", gras=True)
    t.rect(20, 44, 180, 40, PAPIER, BLEU, 2, rx=8)
    t.rect(20, 44, 180, 12, BLEU, rx=6)
    t.text(110, 76, _DELAIS[delai], 14.5, ENCRE, "middle", gras=True)
    t.rect(20, 98, 396, 196, OCRE_CLAIR, OCRE, 1.8, rx=10)
    t.rect(452, 98, 228, 196, VERT_CLAIR, VERT, 1.8, rx=10)
    t.rect(416, 150, 36, 92, PAPIER, DISCRET, 1.8)
    t.path("M420 154L444 164V246L420 238Z", "#d9c7a8", DISCRET, 1.4)
    t.circle((440, 204), 2.6, ENCRE)
    attend = [(44 + (k % 16) * 23.0, 128 + (k // 16) * 24.0) for k in range(100 - faits)]
    passe = [(470 + (k % 12) * 17.6, 124 + (k // 12) * 21.0) for k in range(faits)]
    _personnes(t, attend, OCRE, 1.7)
    _personnes(t, passe, VERT, 1.5)
    t.text(218, 314, f"{100 - faits} attendent encore", 15.5, OCRE, "middle", gras=True)
    t.text(566, 314, f"{faits} : coloscopie faite", 15.5, VERT, "middle", gras=True)
    mots = {
        "0": "La coloscopie est recommandée dans les 31 jours. Combien l’auront faite ? Avancez.",
        "1_mois": "Le délai recommandé est de 31 jours : presque personne ne le tient.",
        "3_mois": "Près d’une personne sur deux attend encore.",
        "24_mois": "Treize ne l’ont toujours pas faite. Ce sont ces noms-là que vous pouvez retrouver.",
    }[delai]
    t.line((20, 330), (680, 330), FILET, 1)
    t.text(20, 354, mots, 14.5, ENCRE)
    t.text(20, 378, "BEH du 10 mars 2026 : 530 674 tests positifs, de 2016 à 2020.", 14, DISCRET)
    return t.dessin(f"{_DELAIS[delai]}, sur cent personnes dont le test est positif, {faits} ont fait la coloscopie et "
                    f"{100 - faits} attendent encore. {mots}")  # fmt: skip
