"""Blood pressure profiles: a usual level, what the office adds, what standing takes away, and readings that follow.

A profile keeps its readings far from every limit, so that the same case is as hard for each trainee: see `clear`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data, tension
from asalee_training.simulation import automesure, tirage
from asalee_training.simulation import mesures_tension as mesures

TRIES = 400


@dataclass(frozen=True)
class Profil:
    """Ranges from which a person is drawn, in mmHg, and what her readings promise."""

    pas: tuple[int, int]
    pad: tuple[int, int]
    effet: tuple[int, int]
    grade: int
    maison: str
    ecart: tuple[int, int] = (5, 8)
    chute: tuple[int, int] = (-2, 8)
    chute_pad: tuple[int, int] = (-5, 3)
    plaintes: tuple[int, int] = (0, 0)
    traite: bool = False


PROFILS: Mapping[str, Profil] = {
    "normale": Profil((110, 120), (66, 76), (2, 5), 0, "normale"),
    "hta_grade_1": Profil((139, 148), (86, 92), (4, 8), 1, "elevee"),
    "hta_grade_2": Profil((158, 168), (86, 94), (4, 8), 2, "elevee"),
    "blouse_blanche": Profil((119, 128), (72, 80), (25, 31), 1, "normale"),
    "masquee": Profil((139, 145), (86, 90), (-14, -9), 0, "elevee"),
    "orthostatique": Profil((136, 150), (74, 84), (2, 5), 1, "elevee", chute=(23, 31), chute_pad=(2, 7), traite=True),
    "severe": Profil((184, 198), (108, 120), (4, 8), 3, "elevee"),
    "severe_symptomes": Profil((196, 212), (112, 122), (4, 8), 3, "elevee", plaintes=(1, 3)),
    "bras_differents": Profil((141, 149), (78, 84), (4, 7), 1, "elevee", ecart=(25, 32)),
}


def draw(nom: str, seed: bytes, patient: Mapping) -> dict:
    """Every field of a profile. The author's rule and fault of the home sheet, where given, are followed.

    ValueError if no draw keeps its distance from every limit.
    """
    for attempt in range(TRIES):
        label = f"tension.{attempt}"
        person = _person(PROFILS[nom], seed, label) | _answers(PROFILS[nom], seed)
        drawn = person | mesures.tirer(
            person,
            seed + label.encode(),
            patient.get("automesure_regle", "3-3-3"),
            patient.get("automesure_defaut", "aucun"),
        )
        if clear(PROFILS[nom], drawn):
            return drawn
    raise inputs.refusal(f"tension : le profil « {nom} » ne donne aucun relevé net. Changez le profil ou le défaut.")


def _person(profil: Profil, seed: bytes, label: str) -> dict:
    cote = tirage.choice(seed, "tension.bras", (1, -1))
    plaintes = tirage.shuffled(seed, "tension.plaintes", list(mesures.PLAINTES))
    return {
        "pas_habituelle_mmhg": tirage.step(seed, f"{label}.pas", *profil.pas, 1),
        "pad_habituelle_mmhg": tirage.step(seed, f"{label}.pad", *profil.pad, 1),
        "effet_cabinet_mmhg": tirage.step(seed, f"{label}.effet", *profil.effet, 1),
        "ecart_bras_mmhg": cote * tirage.step(seed, f"{label}.ecart", *profil.ecart, 1),
        "chute_orthostatique_mmhg": tirage.step(seed, f"{label}.chute", *profil.chute, 1),
        "chute_orthostatique_pad_mmhg": tirage.step(seed, f"{label}.chute_pad", *profil.chute_pad, 1),
        "pouls_min": tirage.step(seed, "tension.pouls", 62, 78, 1),
        "plaintes_tension": plaintes[: tirage.step(seed, "tension.plaintes.nombre", *profil.plaintes, 1)],
        "antihypertenseur": profil.traite,
    }


def _answers(profil: Profil, seed: bytes) -> dict:
    """What an author may rather write: her arm, and what she did before coming in."""
    low, high = mesures.BRASSARDS[tirage.choice(seed, "tension.brassard", ("S", "M", "M", "L", "L"))]
    return {
        "tour_bras_cm": tirage.step(seed, "tension.tour_bras", low + 1, high - 1, 1),
        "vessie_pleine": False,
        "cafe_tabac_min": tirage.step(seed, "tension.cafe", 90, 240, 30),
        "malaise_debout": profil.chute[0] > 0 and tirage.uniform(seed, "tension.malaise") < 0.5,
    }


def clear(profil: Profil, fields: Mapping) -> bool:
    """The readings say what the profile promises, with room on every side.

    Room: 4 mmHg (PAS) and 3 (PAD) around each grade, on any two readings in a row; 3 between arms and around 20;
    3 mmHg (PAS) and 2 (PAD) around 135/85 for a mean at home; 3 (PAS) and 2 (PAD) around the falls on standing.
    """
    office, seuils = fields["mesures_cabinet"], reference_data.thresholds("tension")
    ecart = mesures.comparaison(office).ecart_mmhg
    levels = [float(row["pas_min_mmhg"]) for row in _grades()], [float(row["pad_min_mmhg"]) for row in _grades()]
    for rang in range(1, mesures.MESURES - 1):
        pairs = office[mesures.bras(office)[0]][rang : rang + 2]
        pas, pad = (sum(reading[i] for reading in pairs) / 2 for i in (0, 1))
        far = all(abs(pas - level) >= 4 for level in levels[0]) and all(abs(pad - level) >= 3 for level in levels[1])
        if not far or tension.grade_cabinet(pas, pad) != profil.grade:
            return False
    home = automesure.lire(fields["automesure"])
    home_far = abs(home.pas_mmhg - seuils["automesure_pas"]) >= 3 and abs(home.pad_mmhg - seuils["automesure_pad"]) >= 2
    said = tension.classe_hors_cabinet(home.pas_mmhg, home.pad_mmhg, "automesure")
    lu = mesures.lever(fields["mesures_orthostatiques"])
    pas_far = all(abs(fall - seuils["orthostatisme_pas"]) >= 3 for fall in (lu.baisse_pas_1, lu.baisse_pas_3))
    pad_far = all(abs(fall - seuils["orthostatisme_pad"]) >= 2 for fall in (lu.baisse_pad_1, lu.baisse_pad_3))
    return (
        ecart >= 3
        and abs(ecart - seuils["bras_ecart_explorer"]) >= 3
        and (ecart > seuils["bras_ecart_explorer"]) == (profil.ecart[0] > seuils["bras_ecart_explorer"])
        and home_far
        and said == profil.maison
        and pas_far
        and pad_far
        and lu.positive == (profil.chute[0] >= seuils["orthostatisme_pas"])
    )


def _grades() -> list[Mapping[str, str]]:
    """The grades of an office pressure, each with what it begins at."""
    return [row for row in reference_data.rows("tension_classes") if row["classe"].startswith("grade_")]
