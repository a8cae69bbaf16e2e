"""A whole session of spirometry: what the device, the person and the record show, as the page plays it.

`Scene` says what an author planted; `jouer` draws the session of a patient; `record` is the part that goes to the
trainee's machine: strokes, answers, flows, printed numbers. No fault, grade, limit of tolerance or conclusion.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from asalee_training.clinical import inputs, reference_data
from asalee_training.clinical.spirometrie.gli import Reference, reference
from asalee_training.clinical.spirometrie.lecture import motif
from asalee_training.simulation import avant_spirometrie, serie_spirometrie, spirogramme, tirage
from asalee_training.simulation.serie_spirometrie import Serie

CHAMPS = ("sexe", "age", "taille_cm", "vems_l", "cvf_l")
INDICES = ("vems", "cvf", "vems_cvf")
#: What one sees of the person during any blow, whatever the effort and whatever was installed before; two faults have
#: a sign that no curve can show.
VUS = (
    "Les mains serrent l’appareil.",
    "Le regard ne vous quitte pas.",
    "Les épaules descendent.",
    "Les yeux se ferment.",
)
VUS_SIGNES = {
    "fuite": "De l’air siffle au coin des lèvres.",
    "inspiration_incomplete": "Le souffle part alors que la poitrine se remplit encore.",
}
LASSITUDE = "« Je n’en peux plus, la tête me tourne. On s’arrête là ? »"
MEDICAMENT = "salbutamol"
#: Share of the gain of the VEMS that the CVF gains after a bronchodilator (a modelling assumption).
PART_CVF = 0.4


@dataclass(frozen=True)
class Scene:
    """What the author planted. manoeuvres_post is empty where no bronchodilator is prescribed."""

    manoeuvres: tuple[str, ...]
    manoeuvres_post: tuple[str, ...] = ()
    repetabilite: str = "bonne"
    gain_vems_pct: float = 0
    panne_seringue: bool = False
    contre_indication: str | None = None
    ecart_taille_cm: int = 0
    groupe_gli_2012: int | None = None


@dataclass(frozen=True)
class Jeu:
    """The session of one patient. series: before and, where prescribed, after the bronchodilator."""

    seringue: list[dict[str, list[float]]]
    situations: Mapping[str, bool | int]
    taille_saisie_cm: int
    taille_cm: int
    series: tuple[Serie, ...]


def jouer(scene: Scene, patient: Mapping) -> Jeu:
    """Draw the session. KeyError when the patient lacks one of CHAMPS, ValueError when no curve fits."""
    return _jouer(scene, _written(patient))


def _written(patient: Mapping) -> str:
    return json.dumps({**patient}, sort_keys=True, ensure_ascii=False)


def _seed(patient_json: str) -> bytes:
    """The patient is the seed: the same patient blows the same, whoever holds the spirometer."""
    return hashlib.sha256(patient_json.encode()).digest()


@lru_cache(maxsize=128)  # the key and the recording of 32 patients are asked for in turn
def _jouer(scene: Scene, patient_json: str) -> Jeu:
    patient = json.loads(patient_json)
    seed = _seed(patient_json)
    base = {nom: patient[nom] for nom in CHAMPS}
    series = [_serie(base, scene.manoeuvres, seed, "avant", scene.repetabilite)]
    if scene.manoeuvres_post:
        gain = 1 + scene.gain_vems_pct / 100
        vems = round(base["vems_l"] * gain, 2)
        cvf = max(round(base["cvf_l"] * (1 + PART_CVF * (gain - 1)), 2), round(vems / 0.97, 2))
        after = base | {"vems_l": vems, "cvf_l": cvf}
        series.append(_serie(after, scene.manoeuvres_post, seed, "apres", "bonne"))
    return Jeu(
        seringue=avant_spirometrie.seringue(
            scene.panne_seringue and tirage.uniform(seed, "seringue.panne") < 0.5, seed
        ),
        situations=avant_spirometrie.situations(scene.contre_indication, seed),
        taille_saisie_cm=base["taille_cm"] + scene.ecart_taille_cm,
        taille_cm=base["taille_cm"],
        series=tuple(series),
    )


def _serie(patient: Mapping, noms: tuple[str, ...], seed: bytes, label: str, repetabilite: str) -> Serie:
    ordered = serie_spirometrie.ordonner(noms, seed, label)
    return serie_spirometrie.jouer(courbe(patient), ordered, seed, label, patient["age"], repetabilite)


def courbe(patient: Mapping) -> spirogramme.Expiration:
    """The best expiration of a patient."""
    refs = references(patient, patient["taille_cm"], "gli_global", None)
    vems, cvf = patient["vems_l"], patient["cvf_l"]
    pattern = motif(refs["vems"].z(vems), refs["cvf"].z(cvf), refs["vems_cvf"].z(vems / cvf))
    dep = spirogramme.peak_flow(patient["sexe"], patient["age"], patient["taille_cm"], vems / refs["vems"].m, cvf)
    return spirogramme.fit(vems, cvf, dep, restriction=pattern in ("restriction_possible", "prism_possible"))


def references(patient: Mapping, taille_cm: float, jeu: str, groupe: int | None) -> dict[str, Reference]:
    """Reference distributions of VEMS, CVF and VEMS/CVF in one set of equations."""
    return {indice: reference(indice, patient["sexe"], patient["age"], taille_cm, jeu, groupe) for indice in INDICES}


def jeux(scene: Scene) -> dict[str, int | None]:
    """Sets of equations that this device offers, with the group that each needs."""
    offered: dict[str, int | None] = {"gli_global": None}
    return offered if scene.groupe_gli_2012 is None else offered | {"gli_2012": scene.groupe_gli_2012}


def record(scene: Scene, patient: Mapping) -> dict:
    """The recording of the session, for its page.

    seringue: strokes of two verifications. bronchodilatateur: what is prescribed, or "". series: blows (`pas`: runs of
    [steps, ms]; `debit`: mL/s; `vu`) and what is printed of each ([VEMS, CVF, peak flow, TEF, back-extrapolated volume],
    in L, L/s and s). references: by set of equations and by height, as typed and as measured. dep_theorique: predicted
    peak flow in L/s, by height.
    """
    played, seed = jouer(scene, patient), _seed(_written(patient))
    tailles = {"saisie": played.taille_saisie_cm, "mesuree": played.taille_cm}
    return {
        "seringue": played.seringue,
        "identite": {"sexe": patient["sexe"], "age": patient["age"], "saisie_cm": tailles["saisie"],
                     "mesuree_cm": tailles["mesuree"]},
        "questions": avant_spirometrie.reponses(scene.contre_indication, patient, seed),
        "bronchodilatateur": _prescription() if scene.manoeuvres_post else "",
        "series": [_recorded(serie, seed, f"vu.{rank}") for rank, serie in enumerate(played.series)],
        "references": {
            jeu: {
                moment: _printed(references(patient, taille, jeu, groupe), played.series)
                for moment, taille in tailles.items()
                if moment == "saisie" or taille != tailles["saisie"]
            }
            for jeu, groupe in jeux(scene).items()
        },
        "dep_theorique": {
            moment: round(spirogramme.predicted_peak_flow(patient["sexe"], patient["age"], taille), 2)
            for moment, taille in tailles.items()
        },
        "groupe_gli_2012": scene.groupe_gli_2012,
        "lassitude": LASSITUDE,
    }  # fmt: skip


def _prescription() -> str:
    row = next(r for r in reference_data.rows("spirometrie_bronchodilatateurs") if r["medicament"] == MEDICAMENT)
    return inputs.typography(f"{MEDICAMENT} {row['dose_ug']} µg, {row['administration']}")


def _recorded(serie: Serie, seed: bytes, label: str) -> dict:
    return {
        "souffles": [
            {
                "pas": [list(run) for run in souffle.pas],
                "debit": list(souffle.debit_ml_s),
                "vu": VUS_SIGNES.get(nom) or tirage.choice(seed, f"{label}.{rank}", VUS),
            }
            for rank, (nom, souffle) in enumerate(zip(serie.noms, serie.souffles, strict=True))
        ],
        "mesures": [
            [
                None if m.vems_l is None else round(m.vems_l, 2),
                round(m.cvf_l, 2),
                round(m.dep_l_s, 2),
                round(m.tef_s, 1),
                round(m.vre_l, 2),
            ]
            for m in serie.mesures
        ],
    }


def _printed(refs: Mapping[str, Reference], series: tuple[Serie, ...]) -> dict:
    """Predicted value and lower limit, then for each series its blows in % of predicted and z-score.

    "rapport": z-scores by the blow of the VEMS (row) and the blow of the CVF (column), in hundredths.
    """
    printed: dict = {}
    for indice in ("vems", "cvf"):
        ref = refs[indice]
        values = [[getattr(m, f"{indice}_l") for m in serie.mesures] for serie in series]
        printed[indice] = {
            "theorique": round(ref.m, 2),
            "lin": round(ref.lin, 2),
            "pct": [[None if x is None else round(ref.pct(x)) for x in row] for row in values],
            "z": [[None if x is None else round(ref.z(x), 2) for x in row] for row in values],
        }
    ref = refs["vems_cvf"]
    printed["rapport"] = {
        "theorique": round(100 * ref.m, 1),
        "lin": round(100 * ref.lin, 1),
        "z": [[[_ratio(ref, v.vems_l, c.cvf_l) for c in serie.mesures] for v in serie.mesures] for serie in series],
    }
    return printed


def _ratio(ref: Reference, vems_l: float | None, cvf_l: float) -> float | None:
    return None if vems_l is None or vems_l > cvf_l else round(100 * ref.z(vems_l / cvf_l))
