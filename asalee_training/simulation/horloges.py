"""Clock drawings: the geometry of a clock for a time, with the errors that an author chooses.

A drawing is {"heure", "chiffres": [[number, degrees]], "aiguilles": [[length, degrees]]}, what
`clinical.cognition.horloge_depuis_dessin` reads: which criteria an error breaks is computed from it, never written here.
"""

from collections.abc import Collection, Sequence

from asalee_training.clinical import cognition, inputs
from asalee_training.simulation import tirage

#: Times of the test in French practice; 3 h 25 is the one of the Codex.
HEURES = ("11:10", "15:40", "10:15", "03:25")
COURTE, LONGUE = 0.5, 0.8
#: Errors by what they touch: a drawing has at most one of each group.
ERREURS = {
    "chiffre_manquant": "chiffres",
    "chiffres_manquants": "chiffres",
    "chiffre_double": "chiffres",
    "perseveration": "chiffres",
    "chiffres_tasses": "chiffres",
    "mal_espaces": "chiffres",
    "chiffres_inverses": "chiffres",
    "antihoraire": "chiffres",
    "sans_aiguilles": "aiguilles",
    "heure_ecrite": "aiguilles",
    "une_aiguille": "aiguilles",
    "aiguilles_interverties": "aiguilles",
    "memes_longueurs": "aiguilles",
    "minute_fausse": "aiguilles",
    "heure_fausse": "aiguilles",
    "lie_au_stimulus": "aiguilles",
    "cercle_ouvert": "cercle",
    "tremblement": "trait",
}
#: Two hands closer than this would be drawn one on the other.
ECART_MIN = 25
#: Where the numbers of a badly spaced quarter fall, from its first anchor.
QUART_TASSE = (52, 73)


def refus(heure: str, erreurs: Collection[str]) -> list[str]:
    """French sentences for the author, [] when this clock can be drawn."""
    faults = []
    for erreur in erreurs:
        try:
            inputs.one_of("Erreur de dessin", erreur, tuple(ERREURS))
        except ValueError as error:
            faults.append(str(error))
    known = [erreur for erreur in erreurs if erreur in ERREURS]
    for groupe in ("chiffres", "aiguilles"):
        same = [erreur for erreur in known if ERREURS[erreur] == groupe]
        if len(same) > 1:
            faults.append(f"{' et '.join(same)} touchent toutes les {groupe} : gardez-en une.")
    if heure not in HEURES:
        faults.append(f"l’heure {inputs.shown(heure)} n’est pas une de celles du test : {', '.join(HEURES)}.")
    elif "lie_au_stimulus" in known and heure == "15:40":
        faults.append("lie_au_stimulus : à 15:40 les deux aiguilles seraient l’une sur l’autre ; choisissez 11:10.")
    return [inputs.typography(fault) for fault in faults]


def dessiner(heure: str, erreurs: Collection[str], seed: bytes, etiquette: str = "horloge.dessin") -> dict:
    """The drawing for this time with these errors; ValueError with the sentences of `refus`."""
    faults = refus(heure, erreurs)
    if faults:
        raise ValueError(" ".join(faults))

    def jitter(label: str) -> int:
        return tirage.step(seed, f"{etiquette}.{label}", -5, 5, 1)

    par_groupe = {ERREURS[erreur]: erreur for erreur in erreurs}
    chiffres = _chiffres(par_groupe.get("chiffres", ""), seed, etiquette)
    aiguilles = _aiguilles(heure, par_groupe.get("aiguilles", ""), seed, etiquette)
    again = [nombre for rang, (nombre, _) in enumerate(chiffres) if nombre in dict(chiffres[:rang])]
    labels = [f"chiffre.{nombre}" for nombre, _ in chiffres[: len(chiffres) - len(again)]]
    labels += [f"chiffre.{nombre}.bis" for nombre in again]
    return {
        "heure": heure,
        "chiffres": [
            [nombre, (angle + jitter(label)) % 360] for (nombre, angle), label in zip(chiffres, labels, strict=True)
        ],
        "aiguilles": [[length, angle + jitter(f"aiguille.{index}")] for index, (length, angle) in enumerate(aiguilles)],
    }


def cibles(heure: str) -> tuple[float, float]:
    """Angles of the hour hand and of the minute hand."""
    hours, minutes = (int(part) for part in heure.replace("h", ":").split(":"))
    return 30 * (hours % 12) + 0.5 * minutes, 6.0 * minutes


def _chiffres(erreur: str, seed: bytes, etiquette: str) -> Sequence[tuple[int, int]]:
    angles = {nombre: 30 * nombre % 360 for nombre in range(1, 13)}
    if erreur == "chiffre_manquant":
        del angles[tirage.step(seed, f"{etiquette}.manquant", 1, 12, 1)]
    elif erreur == "chiffres_manquants":  # one side of the dial is left out
        first = tirage.step(seed, f"{etiquette}.manquants", 6, 8, 1)
        for nombre in range(first, first + 4):
            del angles[nombre]
    elif erreur == "chiffre_double":
        twice = tirage.step(seed, f"{etiquette}.double", 4, 10, 1)
        first, second = 30 * twice - 8, 30 * twice + 9
        others = [couple for couple in angles.items() if couple[0] != twice]
        return [*others, (twice, first), (twice, second)]
    elif erreur == "perseveration":  # the numbers go on after 12
        return [(nombre, 24 * nombre % 360) for nombre in range(1, 16)]
    elif erreur == "chiffres_tasses":
        angles = {nombre: 15 * nombre for nombre in angles}
    elif erreur == "mal_espaces":  # 12, 3, 6 and 9 first, then the others where room was left
        quarters = tirage.shuffled(seed, f"{etiquette}.quarts", (0, 1, 2, 3))[:3]
        for quarter in quarters:
            for rank, angle in enumerate(QUART_TASSE, 1):
                angles[3 * quarter + rank] = 90 * quarter + angle
    elif erreur == "chiffres_inverses":
        first = tirage.step(seed, f"{etiquette}.inverse", 1, 11, 1)
        angles[first], angles[first + 1] = angles[first + 1], angles[first]
    elif erreur == "antihoraire":
        angles = {nombre: -30 * nombre % 360 for nombre in angles}
    return list(angles.items())


def _aiguilles(heure: str, erreur: str, seed: bytes, etiquette: str) -> list[list[float]]:
    heures, minutes = cibles(heure)
    if erreur in ("sans_aiguilles", "heure_ecrite"):
        return []
    if erreur == "une_aiguille":
        return [[LONGUE, minutes]]
    if erreur == "aiguilles_interverties":
        return [[LONGUE, heures], [COURTE, minutes]]
    if erreur == "memes_longueurs":
        return [[LONGUE, heures], [LONGUE, minutes]]
    if erreur == "minute_fausse":
        return [[COURTE, heures], [LONGUE, _ailleurs(minutes, heures, seed, f"{etiquette}.minute")]]
    if erreur == "heure_fausse":
        return [[COURTE, _ailleurs(heures, minutes, seed, f"{etiquette}.heure")], [LONGUE, minutes]]
    if erreur == "lie_au_stimulus":  # the number that is heard: the 10 of « 11 h 10 », the 2 of « 25 »
        heard = int(minutes / 6)
        return [[COURTE, heures], [LONGUE, 30.0 * (heard if heard <= 12 else heard // 10)]]
    return [[COURTE, heures], [LONGUE, minutes]]


def _ailleurs(cible: float, autre: float, seed: bytes, label: str) -> float:
    """A wrong direction: far from its target and from the other hand."""
    gaps = [gap for gap in (-90, -60, 60, 90, 120) if abs((cible + gap - autre + 180) % 360 - 180) >= ECART_MIN]
    return (cible + tirage.choice(seed, label, gaps)) % 360


def manques(dessin: dict) -> tuple[str, ...]:
    """Criteria of `clinical.cognition.CRITERES` that this drawing does not meet."""
    lu = cognition.horloge_depuis_dessin(**dessin)
    return tuple(nom for nom, met in lu.criteres.items() if not met)
