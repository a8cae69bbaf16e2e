"""A normal heart seen from ten electrodes: a stated, simple model that draws any placement by construction.

The heart is one dipole, a 3-D vector that is a sum of Gaussians over the beat: the form of McSharry (IEEE Trans
Biomed Eng 2003) carried to three dimensions by Sameni (EURASIP J Adv Signal Process 2007), with our own waves. An
electrode's potential is the projection of that vector on the electrode's own lead vector: Einthoven's triangle for
the limbs, direction from the heart and a fall with distance on the chest (close to Dower's published vectors). Leads
are then differences of potentials, whatever lies where. Axes: x to the patient's left, y down, z to the back.
"""

import math
from collections.abc import Mapping, Sequence

from asalee_training.clinical import inputs
from asalee_training.simulation import tirage

Vecteur = tuple[float, float, float]

HZ = 250
AVANT_MS, APRES_MS = 240, 420
#: Where each wave lies in the recorded beat, in milliseconds from the R wave.
ONDES_MS = {"p": (-220, -76), "qrs": (-56, 68), "t": (110, 400)}
BATTEMENTS = 20
DERIVATIONS = ("DI", "DII", "DIII", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6")

#: Ranges of the profile: a normal rhythm and a normal axis, since reading the tracing is not the nurse's.
FREQUENCE, AXE, AMPLITUDE = (55, 95), (-20, 80), (85, 120)
PROFILS: Mapping[str, str] = {"normal": "rythme régulier, tracé sans particularité"}

COEUR: Vecteur = (2.3, 0.6, -2.0)  # cm; the origin is the middle of the chest, at the height of the 4th space
ESPACE_CM = 2.8  # from one intercostal space to the next, along the sternum
GAIN, RAYON_CM = 20.0, 6.0  # lead strength on the chest: GAIN / (distance + RAYON_CM)
_TIERS = math.sqrt(3) / 3
_JAMBE: Vecteur = (0.0, _TIERS, 0.0)
#: Einthoven's triangle; both feet see almost the same potential.
_MEMBRES: Mapping[str, Vecteur] = {
    "bras_droit": (-0.5, -_TIERS / 2, 0.0),
    "bras_gauche": (0.5, -_TIERS / 2, 0.0),
    "jambe_gauche": _JAMBE,
    "jambe_droite": (-0.02, _TIERS - 0.012, 0.01),
}


def _sternum(espace: int, x: float) -> Vecteur:
    """The edge of the sternum, which leans back as it goes up."""
    return (x, (espace - 4) * ESPACE_CM, -10.6 + 0.5 * max(0, 4 - espace))


def _bande(x: float, z: float) -> dict[str, Vecteur]:
    return {"haut": (x, -1.0, z), "": (x, 2.8, z), "bas": (x, 5.6, z)}


_MEDIO, _AXILLAIRE, _MOYENNE = _bande(9.4, -8.6), _bande(13.0, -4.6), _bande(14.6, 0.8)
#: Every place of the drawing where an electrode of the chest may be stuck, right or wrong, in cm.
_THORAX: Mapping[str, Vecteur] = {
    **{f"eic{espace}_bord_droit": _sternum(espace, -2.6) for espace in (2, 3, 4, 5)},
    **{f"eic{espace}_bord_gauche": _sternum(espace, 2.6) for espace in (2, 3, 4, 5)},
    "eic3_parasternal_gauche": (6.0, -1.6, -10.2),
    "entre_v2_v4": (6.0, 1.4, -10.2),
    "eic4_medioclaviculaire": _MEDIO["haut"],
    "eic5_medioclaviculaire": _MEDIO[""],
    "eic6_medioclaviculaire": _MEDIO["bas"],
    "axillaire_anterieure_haute": _AXILLAIRE["haut"],
    "axillaire_anterieure": _AXILLAIRE[""],
    "axillaire_anterieure_basse": _AXILLAIRE["bas"],
    "axillaire_moyenne_haute": _MOYENNE["haut"],
    "axillaire_moyenne": _MOYENNE[""],
    "axillaire_moyenne_basse": _MOYENNE["bas"],
    "parasternal_droit": (-6.0, 1.4, -10.2),
    "eic5_medioclaviculaire_droit": (-9.4, 2.8, -8.6),
    "axillaire_anterieure_droite": (-13.0, 2.8, -4.6),
}
SITES: tuple[str, ...] = (*_THORAX, *_MEMBRES)


def draw(nom: str, seed: bytes, patient: Mapping) -> dict:
    """What makes this heart its own; `ecg_alea` then chooses the variants of a session."""
    return {
        "ecg_frequence_min": tirage.step(seed, "ecg.frequence", *FREQUENCE, 1),
        "ecg_axe_deg": tirage.step(seed, "ecg.axe", *AXE, 1),
        "ecg_amplitude_pct": tirage.step(seed, "ecg.amplitude", *AMPLITUDE, 1),
        "ecg_alea": tirage.step(seed, "ecg.alea", 0, 9999, 1),
    }


def vecteur(site: str) -> Vecteur:
    """The lead vector of a place; ValueError for an unknown one."""
    if site in _MEMBRES:
        return _MEMBRES[site]
    position = _THORAX[inputs.one_of("Emplacement", site, SITES)]
    ecart = [a - b for a, b in zip(position, COEUR, strict=True)]
    distance = math.hypot(*ecart)
    return tuple(d / distance * GAIN / (distance + RAYON_CM) for d in ecart)


def dipole(frequence_min: float, axe_deg: float, amplitude_pct: float) -> list[list[int]]:
    """One beat: x, y and z of the heart's vector in µV at `HZ`, from `AVANT_MS` before the R wave."""
    temps = range(-AVANT_MS, APRES_MS, 1000 // HZ)
    ondes = _ondes(frequence_min, axe_deg)
    return [
        [
            round(10 * amplitude_pct * sum(v[k] * math.exp(-((t - m) ** 2) / (2 * s * s)) for v, m, s in ondes))
            for t in temps
        ]
        for k in range(3)
    ]


def _ondes(frequence_min: float, axe_deg: float) -> list[tuple[Vecteur, float, float]]:
    """(vector in mV, centre and width in ms) of each wave: two atria, septum, walls, base of the heart, T."""

    def frontal(degres: float, mv: float, z: float) -> Vecteur:
        return (mv * math.cos(math.radians(degres)), mv * math.sin(math.radians(degres)), z)

    # The base of the heart pulls the whole QRS upwards: the walls are turned so that its axis is the one asked for.
    axe = 10.3 + 0.82 * axe_deg
    # A vertical heart is not a small one: its vector grows as it turns away from the left.
    paroi = 1 + 0.45 * math.sin(math.radians(max(0.0, axe - 15))) ** 2
    septum = frontal(axe, -0.10, -0.24)
    rythme = math.sqrt(60 / frequence_min)  # the T wave comes sooner when the heart is faster
    return [
        (frontal(55, 0.09, -0.085), -160, 17),
        (frontal(55, 0.10, 0.045), -126, 19),
        ((septum[0] - 0.10, septum[1], septum[2]), -26, 7.5),
        (frontal(axe, 0.30 * paroi, -0.46), -10, 8.5),
        (frontal(axe, 1.00 * paroi, 0.10), 2, 10),
        ((0.0, 0.0, 0.80), 12, 9.5),
        ((-0.12, -0.27, 0.02), 36, 9.5),
        (frontal(52 + 0.08 * axe, 0.12, -0.045), 200 * rythme, 42 * rythme),
        (frontal(52 + 0.08 * axe, 0.26, -0.13), 258 * rythme, 29 * rythme),
    ]


def intervalles(frequence_min: float, alea: int) -> list[int]:
    """Milliseconds from one beat to the next, breathing with the patient: 3 % around the mean."""
    return [round(60_000 / frequence_min * (1 + 0.03 * math.sin(1.4 * i + alea))) for i in range(BATTEMENTS)]


def derivations(pose: Mapping[str, str], battement: Sequence[Sequence[int]]) -> dict[str, list[float]]:
    """The twelve leads of one beat, in µV, for the place where each of the ten electrodes really is.

    DI = L - R, DII = F - R, DIII = F - L, aVR = R - (L + F)/2 and so on; V1-V6 against the mean of R, L and F. N is
    the machine's reference and appears in none.
    """
    potentiels = {
        code: [sum(a * b for a, b in zip(vecteur(site), point, strict=True)) for point in zip(*battement, strict=True)]
        for code, site in pose.items()
    }
    suites = {}
    for r, ga, f, *precordiales in zip(*(potentiels[code] for code in ("R", "L", "F", *DERIVATIONS[6:])), strict=True):
        wilson = (r + ga + f) / 3
        valeurs = (ga - r, f - r, f - ga, r - (ga + f) / 2, ga - (r + f) / 2, f - (r + ga) / 2)
        for nom, valeur in zip(DERIVATIONS, (*valeurs, *(v - wilson for v in precordiales)), strict=True):
            suites.setdefault(nom, []).append(valeur)
    return suites
