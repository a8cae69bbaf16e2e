"""The patient, the machine and the electrodes as the nurse finds them, and what disturbs the tracing until she acts.

`scene` is the whole truth, for the judge; `record` is what her page plays: potentials, noises and replies, without the
name of any fault. The page adds and multiplies; it knows neither what is right nor what is asked.
"""

from collections.abc import Mapping, Sequence

from asalee_training.clinical import ecg as technique
from asalee_training.simulation import ecg

NU, POSE_FAUTIVE = "nu", "pose_fautive"
CODES: tuple[str, ...] = tuple(electrode.code for electrode in technique.electrodes())
JUSTE: Mapping[str, str] = {electrode.code: electrode.position for electrode in technique.electrodes()}
ECHANGES: Mapping[str, tuple[str, ...]] = {e.code: e.echange for e in technique.erreurs() if e.echange}
#: An electrode that comes unstuck is not in the table of `clinical.ecg`, which names errors of the whole tracing.
DECOLLEE = "electrode_decollee"
PARASITES = ("tremblement_froid", "parasites_50_hz", "derive_ligne_de_base", DECOLLEE)
#: What a placement already made may hold. Legs exchanged do not show: nobody can be asked to see them.
FAUTES: tuple[str, ...] = (
    *(code for code in ECHANGES if code != "inversion_jambes"),
    "v1_v2_trop_hautes",
    "precordiales_permutees",
    *PARASITES,
    "mauvais_etalonnage",
    "identite_absente",
)
MENTIONS = ("nom", "date_naissance", "date", "heure", "symptomes", "filtre")
#: What a colleague has done before her, whatever the fault: it points to none.
DEJA_FAIT = ("expliquer", "allonger", "torse", "pudeur", "raser")
_PERMUTATIONS = (("V1", "V3"), ("V2", "V4"))
_REGLAGES_FAUX = ({"vitesse_mm_s": 50}, {"amplitude_mm_mv": 5})
#: Frequencies in Hz of each noise; amplitudes in µV on each electrode.
_BRUITS: Mapping[str, tuple[tuple[float, ...], Mapping[str, int]]] = {
    "tremblement_froid": ((7.3, 11.9, 17.1, 22.7, 29.3), {"R": 34, "L": 28, "F": 14, "V1": 8, "V6": 12}),
    "parasites_50_hz": ((50.0,), {"R": 90, "L": 40, "F": 110, "V1": 70, "V2": 60, "V3": 80, "V4": 55, "V5": 75, "V6": 95}),
    "derive_ligne_de_base": (
        (0.23, 0.31),
        {"R": 120, "L": 170, "F": 90, "V1": 200, "V2": 160, "V3": 240, "V4": 210, "V5": 180, "V6": 220},
    ),
}  # fmt: skip
_CONTACT_HZ, _CONTACT_UV = (0.9, 2.3, 6.1, 14.3), 380
_CESSE = {
    "tremblement_froid": ("rechauffer",),
    "parasites_50_hz": ("debrancher",),
    "derive_ligne_de_base": ("degraisser", "respirer"),
}

_SYMPTOMES = {
    "aucun": "Non, rien de particulier. Je me sens comme d’habitude.",
    "douleur": "Maintenant que vous le dites… ça serre dans la poitrine depuis ce matin, et là encore un peu.",
    "dyspnee": "Je suis à bout de souffle depuis cette nuit, même sans rien faire.",
    "palpitations": "Mon cœur s’emballe par moments. Il l’a encore fait dans la salle d’attente.",
    "syncope": "J’ai perdu connaissance hier soir, d’un coup. Je ne l’ai dit à personne.",
}
_REPONSES = {
    "identite": "Oui, c’est bien moi. Voilà ma carte, avec ma date de naissance.",
    "expliquer": "D’accord. Ça ne fait pas mal, si j’ai bien compris ?",
    "allonger": "Comme ça, les bras le long du corps ? Je suis bien.",
    "asseoir": "Je reste au bord du lit, alors.",
    "repos": "Ça fait du bien de se poser un peu.",
    "rechauffer": "Ah oui, j’avais froid. C’est mieux.",
    "torse": "Le haut, les chaussettes et la montre : voilà.",
    "garder_le_haut": "Je garde mon haut ? Entendu.",
    "pudeur": "Merci, c’est plus confortable avec le drap et la porte fermée.",
    "degraisser": "C’est un peu frais.",
    "raser": "Allez-y, ça repoussera.",
    "secher": "D’accord.",
    "creme": "Elle sent bon, cette crème.",
    "debrancher": "Mon téléphone ? Tenez, il était dans ma poche.",
    "respirer": "Je respire doucement et je ne dis plus rien.",
    "rassurer": "Ah, vous me soulagez : mon cœur va bien, alors !",
}
_SANS_POILS = "Il n’y a rien à raser, vous savez."


def scene(patient: Mapping, depart: str, fautes: Sequence[str], symptomes: Sequence[str], materiel: Mapping) -> dict:
    """The start of a session for this patient, as JSON.

    patient: `sexe` and the fields of its `ecg` profile; KeyError without them. fautes, symptomes: one of each is drawn.
    materiel: `vitesse_mm_s`, `amplitude_mm_mv`, `carre`, and `secteur`, whether a plugged-in device stands close.
    """
    alea = patient["ecg_alea"]
    faute = fautes[alea % len(fautes)] if fautes else None
    touche = CODES[alea // 7 % 6]
    reglages = {nom: materiel[nom] for nom in ("vitesse_mm_s", "amplitude_mm_mv", "carre")}
    if faute == "mauvais_etalonnage":
        reglages |= _REGLAGES_FAUX[alea // 3 % 2]
    pret = depart == POSE_FAUTIVE
    return {
        "sexe": patient["sexe"],
        "symptome": symptomes[alea // 100 % len(symptomes)],
        "pose": _pose(faute, alea) if pret else {},
        "trace": pret,
        "fait": [quoi for quoi in DEJA_FAIT if pret and (quoi != "raser" or patient["sexe"] == "homme")],
        "reglages": reglages,
        "mentions": list(MENTIONS) if pret and faute != "identite_absente" else [],
        "parasites": _bruits(faute, touche) if pret else _bruits_du_cabinet(patient["sexe"], materiel, faute, touche),
    }


def _pose(faute: str | None, alea: int) -> dict[str, str]:
    """The ten electrodes as someone left them."""
    pose, paires = dict(JUSTE), [paire.split("-") for paire in ECHANGES.get(faute, ())]
    if faute == "precordiales_permutees":
        paires = [_PERMUTATIONS[alea // 11 % 2]]
    for a, b in paires:
        pose[a], pose[b] = pose[b], pose[a]
    if faute == "v1_v2_trop_hautes":
        pose |= {"V1": "eic2_bord_droit", "V2": "eic2_bord_gauche"}
    return pose


def _bruits(faute: str | None, touche: str) -> list[dict]:
    return [_bruit(faute, touche, 1)] if faute in PARASITES else []


def _bruits_du_cabinet(sexe: str, materiel: Mapping, faute: str | None, touche: str) -> list[dict]:
    """What an unprepared patient gives: each noise lasts until what prevents it is done."""
    bruits = [_bruit("tremblement_froid", touche, 0), _bruit("derive_ligne_de_base", touche, 0)]
    if materiel["secteur"]:
        bruits.append(_bruit("parasites_50_hz", touche, 0))
    if sexe == "homme":
        bruits.append({**_bruit(DECOLLEE, "V3", 0), "fin": {"preparer": ["raser"]}})
    if faute == DECOLLEE:
        bruits.append(_bruit(DECOLLEE, touche, 2))
    return bruits


def _bruit(nom: str, touche: str, poses: int) -> dict:
    """One noise and what ends it: one of some preparations, or sticking an electrode for the `poses`-th time."""
    if nom == DECOLLEE:
        return {"nom": nom, "hz": list(_CONTACT_HZ), "uv": {touche: _CONTACT_UV}, "fin": {"poser": [touche, poses]}}
    hz, uv = _BRUITS[nom]
    return {"nom": nom, "hz": list(hz), "uv": dict(uv), "fin": {"preparer": list(_CESSE[nom])}}


def record(patient: Mapping, debut: Mapping) -> dict:
    """What the page plays for this patient: one beat of her dipole, the vectors of all places, the start, the replies.

    `coeur`: x, y, z in µV, `hz` a second, the R wave after `avant_ms`; `ondes`: first and last index of each wave.
    A lead is a difference of (vector · dipole) and of the noises of its electrodes.
    """
    frequence = patient["ecg_frequence_min"]
    reponses = {**_REPONSES, "symptomes": _SYMPTOMES[debut["symptome"]]}
    if debut["sexe"] == "femme":
        reponses["raser"] = _SANS_POILS
    return {
        "coeur": ecg.dipole(frequence, patient["ecg_axe_deg"], patient["ecg_amplitude_pct"]),
        "hz": ecg.HZ,
        "avant_ms": ecg.AVANT_MS,
        "ondes": {nom: [(ms + ecg.AVANT_MS) * ecg.HZ // 1000 for ms in bornes] for nom, bornes in ecg.ONDES_MS.items()},
        "rr_ms": ecg.intervalles(frequence, patient["ecg_alea"]),
        "vecteurs": {site: [round(v, 3) for v in ecg.vecteur(site)] for site in ecg.SITES},
        **{nom: debut[nom] for nom in ("sexe", "pose", "trace", "fait", "reglages", "mentions")},
        "parasites": [{nom: bruit[nom] for nom in ("hz", "uv", "fin")} for bruit in debut["parasites"]],
        "reponses": reponses,
    }


def bruits_actifs(
    debut: Mapping, preparations: set[str], poses: Mapping[str, int], pose: Mapping[str, str]
) -> list[dict]:
    """Noises still there. preparations: those made; poses: how many times each electrode was stuck; pose: where."""
    return [bruit for bruit in debut["parasites"] if _dure(bruit, preparations, poses, pose)]


def _dure(bruit: Mapping, preparations: set[str], poses: Mapping[str, int], pose: Mapping[str, str]) -> bool:
    fin = bruit["fin"]
    if not set(bruit["uv"]) & set(pose):
        return False
    if "poser" in fin:
        code, fois = fin["poser"]
        return poses.get(code, 0) < fois
    return not preparations & set(fin["preparer"])
