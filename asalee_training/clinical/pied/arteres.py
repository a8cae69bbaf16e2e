"""Arteries of the foot: pulses, ankle-brachial index (IPS), and what counts as AOMI for the grade.

Sources: décision UNCAM of 21 March 2013 (JORF of 23 May 2013); CPAM Loire-Atlantique and ANCRED (2013).
"""

from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

CONVENTIONS = ("francaise", "esc")


@dataclass(frozen=True)
class IpsJambes:
    """Indices of both legs, not rounded, and the reading of each by one convention."""

    droit: float
    gauche: float
    lecture_droit: str
    lecture_gauche: str


@dataclass(frozen=True)
class Arteriopathie:
    """What pulses, indices and history say of the arteries, for the grade.

    lecture: "aomi", "a_explorer" (an index or a Doppler is missing) or "non_retenue". motifs: findings that
    make it an AOMI, e.g. "pouls_absents.droit", "ips_bas.gauche", "chirurgie_arterielle", "claudication".
    a_explorer: findings that leave a question, whatever the reading: "pouls_unique_absent.droit",
    "pouls_non_testable.gauche", "ips_incompressible.droit".
    """

    lecture: str
    motifs: tuple[str, ...]
    a_explorer: tuple[str, ...]

    @property
    def aomi(self) -> bool:
        """What the grade and the category are told."""
        return self.lecture == "aomi"


def ips(cheville_mmhg: float, bras_mmhg: float) -> float:
    """Ankle-brachial index of one leg, not rounded.

    cheville_mmhg: highest pressure of that ankle (20-350); bras_mmhg: highest of both arms (60-300).
    Raises ValueError for a pressure out of range: 12 (cmHg) for 120 mmHg is refused.
    Source: plaiexpertise.fr, « IPS » (date to be verified).
    """
    cheville = inputs.number("Pression à la cheville", cheville_mmhg, 20, 350, "mmHg")
    return cheville / inputs.number("Pression au bras", bras_mmhg, 60, 300, "mmHg")


def lecture_ips(ips: float, convention: str = "francaise") -> str:
    """Reading of an index: "aomi", "normal", "incompressible", and "limite" in the "esc" convention only.

    ips: 0.05-6, not rounded. francaise: below 0,90; 0,90 to 1,30; above. esc: up to 0,90; below 1,00; up to
    1,40; above. Raises ValueError for an index out of range or an unknown convention.
    Source: décision UNCAM of 21 March 2013 (0,90); French teaching (1,30) and AHA/ESC use (dates to be verified).
    """
    valeur = inputs.number("IPS", ips, 0.05, 6)
    inputs.one_of("Convention", convention, CONVENTIONS)
    seuils = reference_data.thresholds("pied")
    if convention == "francaise":
        if valeur < seuils["ips_francaise_aomi"]:
            return "aomi"
        return "normal" if valeur <= seuils["ips_francaise_incompressible"] else "incompressible"
    if valeur <= seuils["ips_esc_aomi"]:
        return "aomi"
    if valeur < seuils["ips_esc_normal"]:
        return "limite"
    return "normal" if valeur <= seuils["ips_esc_incompressible"] else "incompressible"


def ips_jambes(
    *,
    pedieuse_droite_mmhg: float,
    tibiale_droite_mmhg: float,
    pedieuse_gauche_mmhg: float,
    tibiale_gauche_mmhg: float,
    bras_droit_mmhg: float,
    bras_gauche_mmhg: float,
    convention: str = "francaise",
) -> IpsJambes:
    """Indices and readings of both legs from the four ankle pressures (20-350) and the two arms (60-300).

    Each leg: the higher of its two arteries over the higher of both arms; never the lowest, never one arm only.
    Raises ValueError for a pressure out of range or an unknown convention (see `lecture_ips`).
    Source: plaiexpertise.fr, « IPS »; dma72.lautre.net (dates to be verified).
    """
    droite, gauche = (
        max(
            inputs.number(f"Pression pédieuse {cote}", pedieuse, 20, 350, "mmHg"),
            inputs.number(f"Pression tibiale postérieure {cote}", tibiale, 20, 350, "mmHg"),
        )
        for cote, pedieuse, tibiale in (
            ("droite", pedieuse_droite_mmhg, tibiale_droite_mmhg),
            ("gauche", pedieuse_gauche_mmhg, tibiale_gauche_mmhg),
        )
    )
    bras = max(
        inputs.number("Pression au bras droit", bras_droit_mmhg, 60, 300, "mmHg"),
        inputs.number("Pression au bras gauche", bras_gauche_mmhg, 60, 300, "mmHg"),
    )
    indices = ips(droite, bras), ips(gauche, bras)
    return IpsJambes(*indices, *(lecture_ips(index, convention) for index in indices))


def arteriopathie(
    *,
    pouls_pedieux_droit: bool | str,
    pouls_tibial_droit: bool | str,
    pouls_pedieux_gauche: bool | str,
    pouls_tibial_gauche: bool | str,
    ips_droit: float | str,
    ips_gauche: float | str,
    chirurgie_arterielle: bool,
    claudication: bool,
) -> Arteriopathie:
    """AOMI for the grade, from its elements.

    pouls: felt or not, or "non_testable"; ips: 0.05-6 or "non_mesure"; chirurgie_arterielle: past, of the limb;
    claudication: intermittent. Any one makes it "aomi": both pulses absent on one foot, IPS below 0,90, surgery,
    claudication. A single absent (or untestable) pulse is "a_explorer" until the IPS of that leg is normal; an
    incompressible IPS always is. Raises ValueError for any other value.
    Source: décision UNCAM of 21 March 2013; CPAM Loire-Atlantique and ANCRED (2013); single pulse: convention [P].
    """
    motifs, a_explorer = [], []
    for cote, pedieux, tibial, index in (
        ("droit", pouls_pedieux_droit, pouls_tibial_droit, ips_droit),
        ("gauche", pouls_pedieux_gauche, pouls_tibial_gauche, ips_gauche),
    ):
        pouls = [_pouls(f"Pouls pédieux {cote}", pedieux), _pouls(f"Pouls tibial {cote}", tibial)]
        lecture = _lecture(f"IPS {cote}", index)
        if pouls.count(False) == 2:
            motifs.append(f"pouls_absents.{cote}")
        elif pouls.count(True) < 2 and lecture != "normal":
            a_explorer.append(f"{'pouls_unique_absent' if False in pouls else 'pouls_non_testable'}.{cote}")
        if lecture == "aomi":
            motifs.append(f"ips_bas.{cote}")
        elif lecture == "incompressible":
            a_explorer.append(f"ips_incompressible.{cote}")
    if inputs.boolean("Chirurgie artérielle", chirurgie_arterielle):
        motifs.append("chirurgie_arterielle")
    if inputs.boolean("Claudication", claudication):
        motifs.append("claudication")
    lecture = "aomi" if motifs else "a_explorer" if a_explorer else "non_retenue"
    return Arteriopathie(lecture, tuple(motifs), tuple(a_explorer))


def _pouls(label: str, valeur: bool | str) -> bool | str:
    if isinstance(valeur, str):
        return inputs.one_of(label, valeur, ("non_testable",))
    return inputs.boolean(label, valeur)


def _lecture(label: str, valeur: float | str) -> str:
    if isinstance(valeur, str):
        return inputs.one_of(label, valeur, ("non_mesure",))
    return lecture_ips(inputs.number(label, valeur, 0.05, 6))
