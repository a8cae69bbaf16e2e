"""What limits depend on: the age for a ratio, the height written on the sheet for a VEMS."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from asalee_training.clinical import reference_data
from asalee_training.clinical.spirometrie import gli, lecture
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
    Dessin,
    Point,
    Toile,
    n,
    virgule,
)

#: Height in cm of the two persons of « deux_seuils »; the man of « taille_fiche », his age and his real height.
TAILLES_CM = {"femme": 162, "homme": 175}
AGE_ANS, VRAIE_CM = 62, 174
_PHRASES = {
    "normal": ("Aucune des deux ne dit bas.", "Elles s’accordent. On transmet."),
    "bas": ("Les deux disent bas.", "Elles s’accordent. Aucune ne nomme de maladie."),
    "bas_fixe_seul": ("Le seuil fixe dit bas, la LIN non.", "On transmet les deux, sans choisir."),
    "bas_lin_seul": ("La LIN dit bas, le seuil fixe non.", "On transmet les deux, sans choisir."),
}


def deux_seuils(age: int, rapport: int, sexe: str) -> Dessin:
    """A VEMS/CVF of ``rapport`` % at ``age``, beside the fixed threshold and the lower limit of that age."""
    t = Toile(400)
    fixe = reference_data.thresholds("spirometrie_lecture")["rapport_fixe_pct"]
    reference = gli.reference("vems_cvf", sexe, age, TAILLES_CM[sexe])
    lin = 100 * reference.lin
    verdict = lecture.lectures_rapport(rapport, reference.z(rapport / 100))
    x: Callable[[float], float] = lambda a: 52 + (a - 25) * 6.2  # noqa: E731
    y: Callable[[float], float] = lambda r: 340 - (r - 50) * 8.4  # noqa: E731
    courbe: list[Point] = [(x(a), y(limite)) for a, limite in _limites(sexe)]
    _desaccords(t, courbe, y(fixe))
    for r in (50, 60, 80):
        t.line((x(25), y(r)), (x(85), y(r)), FILET, 1)
    for r in (50, 60, 70, 80):
        t.text(x(25) - 8, y(r) + 5, str(r), 14, DISCRET, "end")
    for a in range(25, 86, 10):
        t.text(x(a), y(50) + 20, str(a), 14, DISCRET, "middle")
    t.text(x(85), y(50) + 42, "âge, en années", 14, DISCRET, "end")
    t.text(16, 24, "Rapport VEMS/CVF, en %", 14, ENCRE)
    t.line((x(25), y(86)), (x(25), y(50)), ENCRE, 1.6)
    t.line((x(25), y(50)), (x(85) + 6, y(50)), ENCRE, 1.6)
    t.line((x(25), y(fixe)), (x(85), y(fixe)), ROUGE, 2.6, stroke_dasharray="9 5")
    t.polyline(courbe, BLEU, 3.4)
    t.text(x(85) + 8, y(fixe) + 5, f"{fixe:g} %", 14, ROUGE, gras=True)
    t.text(x(85) + 8, courbe[-1][1] + 5, "LIN", 14, BLEU, gras=True)
    t.line((x(age), y(rapport)), (x(age), y(50)), DISCRET, 1.1, stroke_dasharray="3 4")
    t.circle((x(age), y(rapport)), 9, ENCRE, PAPIER, 2.5)
    qui = "Femme" if sexe == "femme" else "Homme"
    t.text(486, 60, f"{qui}, {age} ans", 17, ENCRE, gras=True)
    t.text(486, 84, f"VEMS/CVF {rapport} %", 16, ENCRE)
    _carte(t, 108, f"Seuil fixe : {fixe:g} %", "bas" if rapport < fixe else "pas bas", ROUGE)
    _carte(
        t, 186, f"LIN de son âge : {virgule(lin)} %", "bas" if verdict in ("bas", "bas_lin_seul") else "pas bas", BLEU
    )
    for k, phrase in enumerate(_PHRASES[verdict]):
        t.text(
            486,
            288 + k * 52,
            phrase.replace(". ", ".\n")
            .replace(", ", ",\n")
            .replace("nomme de", "nomme\nde")
            .replace("deux ne", "deux\nne"),
            14.5,
            ENCRE,
            gras=not k,
        )
    return t.dessin(
        f"""{qui} de {age} ans, VEMS/CVF mesuré à {rapport} %. Seuil fixe {fixe:g} %, LIN de son âge {virgule(lin)} %.
        {" ".join(_PHRASES[verdict])}"""
    )


@lru_cache
def _limites(sexe: str) -> tuple[tuple[int, float], ...]:
    """The lower limit of the ratio, in %, from 25 to 85 years."""
    return tuple((age, 100 * gli.reference("vems_cvf", sexe, age, TAILLES_CM[sexe]).lin) for age in range(25, 86))


def _desaccords(t: Toile, courbe: list[Point], fixe: float) -> None:
    """Hatch where the two readings disagree: before the crossing, and after."""
    rayures = t.hatch("deux_seuils_desaccord", OCRE, 8, 45, 0.8)
    croise = next((k for k, (_, py) in enumerate(courbe) if py >= fixe), len(courbe))
    for part in (courbe[: croise + 1], courbe[croise:]):
        d = (
            "M"
            + "L".join(f"{n(px)} {n(py)}" for px, py in part)
            + f"L{n(part[-1][0])} {n(fixe)}L{n(part[0][0])} {n(fixe)}Z"
        )
        t.path(d, OCRE_CLAIR)
        t.path(d, rayures)


def _carte(t: Toile, y: float, titre: str, verdict: str, couleur: str) -> None:
    t.rect(486, y, 200, 66, BLEU_CLAIR if couleur == BLEU else "#f9e9e6", couleur, 1.6, rx=10)
    t.text(500, y + 26, titre, 14, ENCRE)
    t.text(500, y + 52, verdict, 18, couleur, gras=True)


def taille_fiche(fiche: int, vems: float) -> Dessin:
    """A man of 174 cm whose sheet says ``fiche``: the VEMS he blew, beside the limits of each height."""
    t = Toile(400)
    _homme(t, 92, 320, VRAIE_CM, "none", "sa taille")
    _homme(t, 220, 320, fiche, OCRE_CLAIR, "la fiche")
    t.line((30, 320), (290, 320), ENCRE, 1.6)
    for cm in (150, 160, 170, 180, 190):
        row = 320 - _hauteur(cm)
        t.line((150, row), (162, row), DISCRET, 1.2)
        t.text(156, row - 3, str(cm), 14, DISCRET, "middle")
    lectures = []
    for k, (titre, taille) in enumerate((("Avec sa vraie taille", VRAIE_CM), ("Avec la taille de la fiche", fiche))):
        reference = gli.reference("vems", "homme", AGE_ANS, taille)
        bas = reference.z(vems) < -reference_data.thresholds("spirometrie")["z_limite"]
        lectures.append(bas)
        _echelle(t, 92 + k * 130, f"{titre}, {taille} cm", reference, vems, bas)
    t.text(320, 40, f"Il a soufflé {virgule(vems, 2)} L", 18, ENCRE, gras=True)
    if lectures[0] == lectures[1]:
        texte = "La lecture ne change pas, les limites si." if fiche != VRAIE_CM else "La fiche dit vrai."
    else:
        texte = "La fiche cache un VEMS bas." if lectures[0] else "La fiche fait croire à un VEMS bas."
    t.text(320, 366, texte, 16, ROUGE if lectures[0] != lectures[1] else ENCRE, gras=True)
    ecart = fiche - VRAIE_CM
    mots = "la même taille" if not ecart else f"{abs(ecart)} cm {'de trop' if ecart > 0 else 'de moins'}"
    return t.dessin(
        f"""Homme de {AGE_ANS} ans, mesuré à {VRAIE_CM} cm ; sa fiche dit {fiche} cm : {mots}. VEMS {virgule(vems, 2)} L,
        {_lu(lectures[0])} avec sa vraie taille, {_lu(lectures[1])} avec celle de la fiche. {texte}"""
    )


def _lu(bas: bool) -> str:
    return "sous la LIN" if bas else "au-dessus de la LIN"


def _hauteur(cm: float) -> float:
    """Pixels of a height, stretched so that ten centimetres are seen."""
    return 150 + (cm - 150) * 2.6


def _homme(t: Toile, x: float, sol: float, cm: float, fond: str, nom: str) -> None:
    h = _hauteur(cm)
    haut = sol - h
    dash = {"stroke_dasharray": "5 4"} if fond != "none" else {}
    corps = fond if fond != "none" else BLEU_CLAIR
    r = h * 0.075
    t.circle((x, haut + r), r, corps, ENCRE, 1.8, **dash)
    t.path(
        f"M{n(x - h * 0.12)} {n(haut + h * 0.19)}Q{n(x)} {n(haut + h * 0.155)} {n(x + h * 0.12)} {n(haut + h * 0.19)}"
        f"L{n(x + h * 0.135)} {n(haut + h * 0.5)}H{n(x + h * 0.08)}L{n(x + h * 0.07)} {n(sol)}H{n(x + h * 0.012)}"
        f"L{n(x)} {n(haut + h * 0.58)}L{n(x - h * 0.012)} {n(sol)}H{n(x - h * 0.07)}L{n(x - h * 0.08)} {n(haut + h * 0.5)}"
        f"H{n(x - h * 0.135)}Z",
        corps, ENCRE, 1.8, **dash,
    )  # fmt: skip
    t.text(x, sol + 24, nom, 14, ENCRE, "middle")
    t.text(x, sol + 46, f"{cm} cm", 16, BLEU if fond == "none" else OCRE, "middle", gras=True)


def _echelle(t: Toile, y: float, titre: str, reference: gli.Reference, vems: float, bas: bool) -> None:
    """One scale of litres: under the limit in ochre, the predicted value, and what he blew."""
    x: Callable[[float], float] = lambda v: 320 + (v - 1.5) * 138  # noqa: E731
    t.text(320, y - 12, titre, 15, ENCRE, gras=True)
    t.rect(x(1.5), y, x(reference.lin) - x(1.5), 34, OCRE_CLAIR, OCRE, 1.4)
    t.rect(x(reference.lin), y, x(4.1) - x(reference.lin), 34, BLEU_CLAIR, BLEU, 1.4)
    t.text(x(1.5) + 8, y + 22, "bas", 14, OCRE)
    t.text(x(reference.lin), y + 54, f"LIN {virgule(reference.lin, 2)}", 14, OCRE, "middle")
    t.line((x(reference.m), y), (x(reference.m), y + 34), BLEU, 2, stroke_dasharray="4 3")
    t.text(x(reference.m), y + 54, f"théorique {virgule(reference.m, 2)}", 14, BLEU, "middle")
    t.line((x(vems), y - 4), (x(vems), y + 38), ENCRE, 2)
    t.circle((x(vems), y + 17), 8, ROUGE if bas else ENCRE, PAPIER, 2)
    t.text(x(4.1), y + 78, f"VEMS {_lu(bas)}", 15, ROUGE if bas else BLEU, "end", gras=True)
