"""Figures of a drawn patient as SVG, each with the same in words. Colours are classes of patients.css."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from asalee_training.authoring.tires import lectures, lignes, mots
from asalee_training.authoring.tires.mots import nombre
from asalee_training.simulation import instruments

Patient = Mapping[str, Any]
#: One sole in a box of 200 by 430, the patient's right foot as its examiner sees it; the other one is its mirror.
SEMELLE = (
    "M171 101 C184 116 191 138 189 162 C187 190 172 214 158 240 C148 260 143 280 144 302 C145 326 153 344 152 366 "
    "C150 394 128 413 99 413 C69 413 49 395 46 367 C43 338 33 312 25 280 C17 248 9 216 9 188 C9 166 15 149 28 138 "
    "C40 128 62 116 84 107 C112 96 150 88 171 101 Z"
)
ORTEILS = (
    (28, 124, 14, 22, -24),
    (52, 101, 14, 25, -13),
    (78, 84, 14, 28, -6),
    (107, 72, 15, 32, 1),
    (151, 60, 27, 40, 6),
)
SITES = {
    "hallux": (151, 54), "meta1": (146, 160), "meta5": (41, 186), "orteil3": (80, 74), "orteil5": (27, 121),
    "meta3": (92, 152), "milieu_interne": (121, 262), "milieu_externe": (49, 268), "talon": (97, 360),
    "dos_premier_espace": (125, 20),
}  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """A picture, its title, and the same in words."""

    titre: str
    svg: str
    mots: str


def _svg(box: tuple[float, float, float, float], mots_: str, body: Iterable[str], classe: str = "") -> str:
    view = " ".join(f"{x:g}" for x in box)
    return (
        f'<svg viewBox="{view}" role="img" aria-label="{escape(mots_, quote=True)}" class="pt-figure {classe}">'
        f"{''.join(body)}</svg>"
    )


def _trace(points: Sequence[tuple[float, float]], classe: str) -> str:
    d = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f'<path d="{d}" class="{classe}"/>'


def _texte(x: float, y: float, words: str, anchor: str = "middle") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def _trait(x1: float, y1: float, x2: float, y2: float, classe: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{classe}"/>'


def souffles(patients: Sequence[Patient]) -> list[list[Figure]]:
    """Flow-volume and volume-time of each patient, on scales that they share; [] for who has no breath."""
    asked = instruments.needs("spirometrie", {})
    read = [instruments.record("spirometrie", {}, p) if all(f in p for f in asked) else None for p in patients]
    curves = [one["courbes"][0] for one in read if one]
    if not curves:
        return [[] for _ in patients]
    volume = max(max(c["expiration"]["volume_ml"]) for c in curves) / 1000
    debit = max(max(c["expiration"]["debit_ml_s"]) for c in curves) / 1000
    creux = -min(min(c["inspiration"]["debit_ml_s"]) for c in curves) / 1000
    return [[_debit_volume(one, volume, debit, creux), _volume_temps(one, volume)] if one else [] for one in read]


def _debit_volume(read: Mapping[str, Any], volume: float, debit: float, creux: float) -> Figure:
    curve, valeurs = read["courbes"][0], read["valeurs"]
    w, h, left, top = 158.0, 126.0, 26.0, 10.0
    x = lambda ml: left + w * ml / 1000 / (1.04 * volume)  # noqa: E731
    y = lambda ml: top + h * (debit * 1.05 - ml / 1000) / (debit * 1.05 + creux * 1.05)  # noqa: E731
    out = list(zip(curve["expiration"]["volume_ml"], curve["expiration"]["debit_ml_s"], strict=True))
    back = list(zip(curve["inspiration"]["volume_ml"], curve["inspiration"]["debit_ml_s"], strict=True))
    body = [_trait(x(1000 * k), top, x(1000 * k), top + h, "pt-grille") for k in range(1, int(1.04 * volume) + 1)]
    body += [_texte(x(1000 * k), top + h + 15, str(k)) for k in range(0, int(1.04 * volume) + 1)]
    marks = range(-2 * int(creux // 2), int(debit) + 1, 2 if debit < 9 else 4)
    body += [_trait(left, y(1000 * k), left + w, y(1000 * k), "pt-axe" if k == 0 else "pt-grille") for k in marks]
    body += [_texte(left - 4, y(1000 * k) + 5, nombre(k), "end") for k in marks]
    body += [
        _trace([(x(v), y(f)) for v, f in back], "pt-courbe pt-retour"),
        _trace([(x(v), y(f)) for v, f in out], "pt-courbe"),
    ]
    body.append(_texte(left + w, top + h + 29, "litres", "end") + _texte(left + 5, top + 3, "L/s", "start"))
    half = next(i for i, (v, _) in enumerate(out) if v >= out[-1][0] / 2)
    said = (
        f"Courbe débit-volume : le débit monte à {nombre(valeurs['dep_l_s'], 1)} litres par seconde, "
        f"vaut {nombre(out[half][1] / 1000, 1)} à la moitié du souffle, et s’annule à {nombre(valeurs['cvf_l'], 2)} litres."
    )
    return Figure("Débit-volume", _svg((0, 0, 192, 170), said, body), said)


def _volume_temps(read: Mapping[str, Any], volume: float) -> Figure:
    out, valeurs = read["courbes"][0]["expiration"], read["valeurs"]
    w, h, left, top, secondes = 158.0, 126.0, 26.0, 10.0, 8.0
    x = lambda ms: left + w * ms / 1000 / secondes  # noqa: E731
    y = lambda ml: top + h * (1 - ml / 1000 / (1.08 * volume))  # noqa: E731
    points = [(x(t), y(v)) for t, v in zip(out["temps_ms"], out["volume_ml"], strict=True) if t <= 1000 * secondes]
    lin = read["theoriques"]["cvf_l"]["lin"]
    body = [
        _trait(left, y(1000 * k), left + w, y(1000 * k), "pt-axe" if k == 0 else "pt-grille")
        for k in range(int(1.08 * volume) + 1)
    ]
    body += [_texte(left - 4, y(1000 * k) + 5, str(k), "end") for k in range(int(1.08 * volume) + 1)]
    body += [_texte(x(1000 * k), top + h + 15, str(k)) for k in (0, 1, 2, 4, 6)]
    body.append(_trait(left, y(1000 * lin), left + w, y(1000 * lin), "pt-limite"))
    body.append(_trait(x(1000), top, x(1000), top + h, "pt-repere"))
    body.append(_trace(points, "pt-courbe"))
    body.append(f'<circle cx="{x(1000):.1f}" cy="{y(1000 * valeurs["vems_l"]):.1f}" r="4" class="pt-point"/>')
    body.append(_texte(left + w, top + h + 29, "secondes", "end") + _texte(left + 5, top + 3, "L", "start"))
    said = (
        f"Courbe volume-temps : {nombre(valeurs['vems_l'], 2)} litres sont soufflés en une seconde (VEMS), "
        f"{nombre(valeurs['cvf_l'], 2)} en tout (CVF) ; la limite inférieure de la CVF, en pointillé, est à {nombre(lin, 2)} litres."
    )
    return Figure("Volume-temps", _svg((0, 0, 192, 170), said, body), said)


def pieds(patient: Patient) -> list[Figure]:
    """Both soles: what the 10 g filament finds at each site, and the skin."""
    read = lectures.insensibles(patient)
    if read is None:
        return []
    amputes = " ".join(patient.get("amputations", ()))
    lesions = {one["zone"]: one["nature"] for one in patient.get("lesions_pied", ())}
    body, said = [], []
    for place, cote in enumerate(("droit", "gauche")):
        parts = [one for one in ORTEILS if not (one[0] == 151 and cote in amputes)]
        skin = [
            f'<ellipse cx="{x}" cy="{y}" rx="{w}" ry="{h}" transform="rotate({t} {x} {y})" class="pt-peau"/>'
            for x, y, w, h, t in parts
        ]
        skin.append(f'<path d="{SEMELLE}" class="pt-peau"/>')
        mirror = ' transform="translate(200 0) scale(-1 1)"' if cote == "gauche" else ""
        across = lambda x, cote=cote: 200 - x if cote == "gauche" else x  # noqa: E731
        marks = [
            _lesion(across(SITES[z.split(".")[1]][0]), SITES[z.split(".")[1]][1], n)
            for z, n in lesions.items()
            if z.startswith(cote)
        ]
        for site in ("hallux", "meta1", "meta5"):
            marks.append(_marque(across(SITES[site][0]), SITES[site][1], read[f"{cote}.{site}"]))
        body.append(
            f'<g transform="translate({place * 225} 0)"><g{mirror}>{"".join(skin)}</g>{"".join(marks)}{_texte(100, 452, cote)}</g>'
        )
        said.append(
            f"pied {cote} : "
            + ", ".join(f"{mots.mot('site', s)} {_senti(read[f'{cote}.{s}'])}" for s in ("hallux", "meta1", "meta5"))
        )
    peau = lignes.ligne("peau", patient)
    text = f"Fil de 10 g ; {' ; '.join(said)}." + (f" Peau : {peau.texte}." if peau else "")
    return [Figure("Pieds", _svg((-6, -6, 437, 472), text, body, "pt-pieds"), text)]


def _senti(absent: bool | None) -> str:
    return "non testable" if absent is None else "non senti" if absent else "senti"


def _marque(x: float, y: float, absent: bool | None) -> str:
    """Felt: a full disc and a tick; not felt: a ring and a cross; not testable: a dash."""
    if absent is None:
        return f'<g class="pt-sans"><circle cx="{x}" cy="{y}" r="17"/><path d="M{x - 8} {y}h16"/></g>'
    if absent:
        return f'<g class="pt-absent"><circle cx="{x}" cy="{y}" r="17"/><path d="M{x - 7} {y - 7}l14 14m0 -14l-14 14"/></g>'
    return f'<g class="pt-senti"><circle cx="{x}" cy="{y}" r="17"/><path d="M{x - 8} {y}l6 7l10 -13"/></g>'


def _lesion(x: float, y: float, nature: str) -> str:
    return f'<ellipse cx="{x}" cy="{y}" rx="34" ry="29" class="pt-lesion pt-{nature}"/>'


def horloge(patient: Patient) -> list[Figure]:
    """The clock as the patient drew it."""
    if "horloge_dessin" not in patient:
        return []
    ink = instruments.record("feuille_cognition", {"tests": ["horloge"]}, patient)["encre"]
    strokes = [s for group in (ink["chiffres"], ink["aiguilles"]) for strokes in group for s in strokes] + ink["cercle"]
    body = ['<circle cx="320" cy="320" r="290" class="pt-cercle"/>', *(_crayon(stroke) for stroke in strokes)]
    dessin, score = patient["horloge_dessin"], lignes.ligne("horloge_score", patient)
    hands = len(dessin["aiguilles"])
    said = f"Horloge demandée à {dessin['heure'].replace(':', ' h ')} : {len(dessin['chiffres'])} chiffres, "
    said += f"{hands} aiguille{'s' if hands > 1 else ''}" + (f" ; {score.texte} sur 7." if score else ".")
    return [Figure("Horloge", _svg((0, 0, 640, 640), said, body, "pt-horloge"), said)]


def _crayon(stroke: Sequence[int]) -> str:
    x = y = 0
    points = []
    for dx, dy in zip(stroke[::2], stroke[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x, y))
    return _trace(points, "pt-crayon")


def pressions(patient: Patient) -> list[Figure]:
    """PAS and PAD at the office and at home, on one scale."""
    read = {lieu: found for lieu in ("cabinet", "domicile") if (found := lectures.pression(patient, lieu))}
    if len(read) < 2:
        return []
    x = lambda mmhg: 72 + 120 * (mmhg - 40) / 180  # noqa: E731
    body = [_trait(x(k), 6, x(k), 74, "pt-grille") + _texte(x(k), 91, str(k)) for k in (60, 120, 180)]
    for row, (lieu, (pas, pad)) in enumerate(read.items()):
        y = 24 + 32 * row
        body.append(_texte(0, y + 4, lieu.capitalize(), "start") + _trait(x(pad), y, x(pas), y, "pt-barre"))
        body.append("".join(f'<circle cx="{x(v):.1f}" cy="{y}" r="5" class="pt-point"/>' for v in (pad, pas)))
    said = "Pression, " + " ; ".join(f"{lieu} : {pas}/{pad} mmHg" for lieu, (pas, pad) in read.items()) + "."
    return [Figure("Pression, mmHg", _svg((0, 0, 196, 96), said, body), said)]


def hba1c(patient: Patient) -> list[Figure]:
    """The four quarters of HbA1c, and the target."""
    noms = ("hba1c_m9_pct", "hba1c_m6_pct", "hba1c_m3_pct", "hba1c_pct")
    if any(nom not in patient for nom in noms):
        return []
    values, cible = [patient[nom] for nom in noms], patient.get("cible_hba1c_pct")
    low, high = min([*values, *([cible] if cible else [])]) - 0.3, max([*values, *([cible] if cible else [])]) + 0.3
    x = lambda i: 24 + 146 * i / 3  # noqa: E731
    y = lambda v: 22 + 48 * (high - v) / (high - low)  # noqa: E731
    body = [_texte(x(i), 92, words) for i, words in enumerate(("−9", "−6", "−3", "mois 0"))]
    if cible:
        body.append(_trait(10, y(cible), 186, y(cible), "pt-limite"))
    body.append(_trace([(x(i), y(v)) for i, v in enumerate(values)], "pt-courbe"))
    body += [
        f'<circle cx="{x(i):.1f}" cy="{y(v):.1f}" r="4" class="pt-point"/>' + _texte(x(i), y(v) - 8, nombre(v, 1))
        for i, v in enumerate(values)
    ]
    said = f"HbA1c, de 9 mois à ce jour : {', puis '.join(nombre(v, 1) for v in values)} %" + (
        f" ; objectif {nombre(cible, 1)} %." if cible else "."
    )
    return [Figure("HbA1c, %", _svg((0, 0, 196, 96), said, body), said)]


def etendue(valeurs: Sequence[float]) -> str:
    """A dot per patient along a line from the smallest to the largest."""
    low, high = min(valeurs), max(valeurs)
    x = lambda v: 100.0 if low == high else 6 + 188 * (v - low) / (high - low)  # noqa: E731
    dots = "".join(f'<circle cx="{x(v):.1f}" cy="9" r="4.5" class="pt-grain"/>' for v in valeurs)
    return (
        f'<svg viewBox="0 0 200 18" class="pt-etendue" aria-hidden="true">{_trait(6, 9, 194, 9, "pt-axe")}{dots}</svg>'
    )
