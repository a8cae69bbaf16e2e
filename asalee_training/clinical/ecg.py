"""Resting ECG: what the nurse owns is the technical quality; the reading of the tracing is the physician's.

Ten electrodes, acquisition settings, errors of placement with their signature, and when to record again.
Sources: e-cardiogram.com and cardiocases.com (electrodes and errors); SFIAR (settings); the rows of
`references/ecg_*` each say theirs. Interpretation is not delegated, and is not here.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from asalee_training.clinical import inputs, reference_data


@dataclass(frozen=True)
class Electrode:
    """One of the ten: `code` "V1"-"V6", "R", "L", "F", "N"; `position`: where it goes, as an identifier."""

    code: str
    nom: str
    position: str
    libelle: str
    couleur_iec: str


@dataclass(frozen=True)
class Erreur:
    """A technical error: how the tracing shows it and what to do. `echange`: the cables that it swaps, e.g. ("R-L",)."""

    code: str
    nom: str
    signature: str
    action: str
    echange: tuple[str, ...]


@dataclass(frozen=True)
class Pose:
    """A placement checked.

    echanges: electrodes that hold one another's places, e.g. ("R", "L"), three or more in a rotation. deplacees:
    electrodes where none belongs. erreurs: codes of `erreurs`. refaire: replace and record again.
    """

    echanges: tuple[tuple[str, ...], ...]
    deplacees: tuple[str, ...]
    erreurs: tuple[str, ...]

    @property
    def refaire(self) -> bool:
        """True unless the ten electrodes are in place."""
        return bool(self.erreurs)


@dataclass(frozen=True)
class Reglages:
    """Settings checked. ecarts: "vitesse", "amplitude", "carre_absent", "filtre_non_note".

    facteur_duree, facteur_amplitude: what the paper shows over what it should (2 at 50 mm/s, 0,5 at 5 mm/mV).
    """

    ecarts: tuple[str, ...]
    facteur_duree: float
    facteur_amplitude: float

    @property
    def refaire(self) -> bool:
        """True unless the only thing missing is the note of the filter, which can be written afterwards."""
        return bool(set(self.ecarts) - {"filtre_non_note"})


@dataclass(frozen=True)
class Decision:
    """refaire: record again. medecin_avant_depart: the physician sees the patient before she or he leaves.

    Every tracing is read by the physician in any case: there is no third field for « normal ».
    """

    refaire: bool
    medecin_avant_depart: bool


@cache
def electrodes() -> tuple[Electrode, ...]:
    """The ten electrodes, with their position and IEC colour: V1-V6, then R, L, F, N.

    Takes nothing, raises nothing. Chest colours are [K 95%], to be verified.
    Source: e-cardiogram.com, positions and limb colours (2025).
    """
    return tuple(
        Electrode(row["electrode"], row["nom"], row["position"], row["libelle"], row["couleur_iec"])
        for row in reference_data.rows("ecg_electrodes")
    )


@cache
def erreurs() -> tuple[Erreur, ...]:
    """Technical errors with their signature on the tracing and the action.

    Takes nothing, raises nothing.
    Source: general knowledge [K 95%] in agreement with cardiocases.com, to be verified (2025).
    """
    return tuple(
        Erreur(
            row["erreur"],
            row["nom"],
            inputs.typography(row["signature"]),
            row["action"],
            () if row["echange"] == "aucun" else tuple(row["echange"].split()),
        )
        for row in reference_data.rows("ecg_erreurs")
    )


@cache
def positions() -> dict[str, str]:
    """Every position that a placement may name, right or wrong, with its French description.

    Takes nothing, raises nothing. The wrong ones are the spaces above the 4th, where V1 and V2 end up when counted
    from the clavicle.
    Source: e-cardiogram.com, électrodes précordiales (2025).
    """
    fausses = {row["position"]: row["libelle"] for row in reference_data.rows("ecg_positions_fausses")}
    return {electrode.position: electrode.libelle for electrode in electrodes()} | fausses


def reperage_4e_espace() -> Mapping:
    """How to find the 4th intercostal space, and the trap: `references/ecg_controle.json`, "reperage_4e_espace".

    Takes nothing, raises nothing. Read it, do not change it.
    Source: e-cardiogram.com; sfar.org, angle sternal de Louis (2025).
    """
    return reference_data.document("ecg_controle")["reperage_4e_espace"]


def verifier_pose(pose: Mapping[str, str]) -> Pose:
    """Swaps and misplaced electrodes of a placement.

    pose: {electrode: position} for the ten electrodes, with the names of `electrodes` and `positions`. Raises
    ValueError when an electrode is missing or unknown, or when two share a place.
    Source: cardiocases.com and e-cardiogram.com, erreurs de positionnement (2025).
    """
    juste = {electrode.code: electrode.position for electrode in electrodes()}
    if not isinstance(pose, Mapping) or set(pose) != set(juste):
        raise inputs.refusal(f"Pose : les dix électrodes {', '.join(juste)} sont attendues, et elles seules.")
    for code in juste:
        inputs.one_of(f"Position de {code}", pose[code], positions())
    occupees = {pose[code]: code for code in juste}
    for code in juste:
        if occupees[pose[code]] != code:
            raise inputs.refusal(f"Pose : {code} et {occupees[pose[code]]} sont au même endroit, « {pose[code]} ».")
    proprietaire = {position: code for code, position in juste.items()}
    deplacees = tuple(code for code in juste if pose[code] not in proprietaire)
    echanges = _echanges({code: proprietaire.get(pose[code]) for code in juste})
    return Pose(echanges, deplacees, _erreurs_de_pose(pose, juste, echanges, deplacees))


def trop_hautes(pose: Mapping[str, str]) -> tuple[str, ...]:
    """Those of V1 and V2 that lie above the 4th space.

    pose: {electrode: position}, complete or not. Raises no ValueError: a position that is not one of `positions` is let
    through.
    Source: e-cardiogram.com, « Électrodes V1V2 trop hautes »; Kligfield, AHA/ACC/HRS 2007.
    """
    fausses = {row["position"]: row for row in reference_data.rows("ecg_positions_fausses")}
    return tuple(
        code
        for code, site in pose.items()
        if site in fausses
        and fausses[site]["erreur"] == "v1_v2_trop_hautes"
        and code in fausses[site]["electrodes"].split()
    )


def _echanges(place_de: Mapping[str, str | None]) -> tuple[tuple[str, ...], ...]:
    """Closed loops of electrodes on one another's places; `place_de`: whose place each one holds."""
    boucles, vues = [], set()
    for depart in place_de:
        boucle, code = [], depart
        while code is not None and code not in vues:
            vues.add(code)
            boucle.append(code)
            code = place_de[code]
        if code == depart and len(boucle) > 1:
            boucles.append(tuple(boucle))
    return tuple(boucles)


def _erreurs_de_pose(pose: Mapping, juste: Mapping, echanges: tuple, deplacees: tuple) -> tuple[str, ...]:
    """Names of what is wrong: limb swaps together, for two swaps at once have a signature of their own."""
    membres = {code for code in juste if not code.startswith("V")}
    des_membres = frozenset(frozenset(boucle) for boucle in echanges if set(boucle) <= membres)
    nommes, trouvees = set(), set()
    for erreur in erreurs():
        if erreur.echange and des_membres == frozenset(frozenset(paire.split("-")) for paire in erreur.echange):
            trouvees.add(erreur.code)
            nommes |= {code for boucle in des_membres for code in boucle}
    for boucle in echanges:
        if not set(boucle) & membres:
            trouvees.add("precordiales_permutees")
            nommes |= set(boucle)
    fausses = {row["position"]: row for row in reference_data.rows("ecg_positions_fausses")}
    for code in deplacees:
        row = fausses[pose[code]]
        if code in row["electrodes"].split():
            trouvees.add(row["erreur"])
            nommes.add(code)
    if any(pose[code] != juste[code] for code in set(juste) - nommes):
        trouvees.add("autre_erreur_de_pose")
    return tuple(erreur.code for erreur in erreurs() if erreur.code in trouvees)


def verifier_reglages(vitesse_mm_s: float, amplitude_mm_mv: float, carre: bool, filtre_note: bool) -> Reglages:
    """Settings of a recording against 25 mm/s and 10 mm/mV.

    vitesse_mm_s: 5-200; amplitude_mm_mv: 1-40 (« 1 mm = 10 mV » is printed somewhere: it is wrong, and refused);
    carre: the calibration square is on the paper; filtre_note: the filter is written. Raises ValueError outside.
    Source: SFIAR, enregistrement de l’ECG, to be verified (2025).
    """
    attendus = reference_data.document("ecg_controle")["reglages"]
    vitesse = inputs.number("Vitesse", vitesse_mm_s, 5, 200, "mm/s")
    amplitude = inputs.number("Amplitude", amplitude_mm_mv, 1, 40, "mm/mV")
    ecarts = {
        "vitesse": vitesse != attendus["vitesse_mm_s"]["valeur"],
        "amplitude": amplitude != attendus["amplitude_mm_mv"]["valeur"],
        "carre_absent": not inputs.boolean("Carré d’étalonnage", carre),
        "filtre_non_note": not inputs.boolean("Filtre noté", filtre_note),
    }
    return Reglages(
        tuple(nom for nom, ecart in ecarts.items() if ecart),
        facteur_duree=vitesse / attendus["vitesse_mm_s"]["valeur"],
        facteur_amplitude=amplitude / attendus["amplitude_mm_mv"]["valeur"],
    )


def mentions_manquantes(mentions: Collection[str]) -> tuple[str, ...]:
    """What is missing on the tracing: "nom", "date_naissance", "date", "heure", "symptomes" (« aucun » counts).

    mentions: those that are written. Raises ValueError for another word.
    Source: SFIAR, enregistrement de l’ECG; le-scope.com, to be verified (2025).
    """
    attendues = reference_data.document("ecg_controle")["tracabilite"]["mentions"]
    lues = inputs.words("Mention", mentions, attendues)
    return tuple(mention for mention in attendues if mention not in lues)


def decision(erreurs_vues: Collection[str], symptomes: Collection[str], aspect_inhabituel: bool) -> Decision:
    """What to do with a recording: again if its quality fails, physician first if the patient is not well.

    erreurs_vues: codes of `erreurs`. symptomes: "douleur", "dyspnee", "palpitations", "syncope". aspect_inhabituel:
    the nurse sees something that she does not recognise. One does not wait for the other. Raises ValueError for
    another word.
    Source: teaching convention [P]; interpretation is excluded by the protocol (2025).
    """
    codes = [erreur.code for erreur in erreurs()]
    vues = inputs.words("Erreur", erreurs_vues, codes)
    ressentis = inputs.words("Symptôme", symptomes, reference_data.document("ecg_controle")["symptomes"]["mots"])
    inhabituel = inputs.boolean("Aspect inhabituel", aspect_inhabituel)
    return Decision(refaire=bool(vues), medecin_avant_depart=bool(ressentis) or inhabituel)
