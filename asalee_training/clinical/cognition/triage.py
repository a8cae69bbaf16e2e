"""From what was found to who must know, and when: N0 (15, immediately) to N5 (nothing).

A teaching rule of this training, to be validated by a physician. The most urgent reason wins; none is dropped.
"""

from collections.abc import Collection
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

TESTS = ("mmse", "moca", "minicog", "gpcog", "bref", "isaacs", "horloge_sunderland")


@dataclass(frozen=True)
class Orientation:
    """niveau: "N0"-"N5"; code: the same, in words; conduite: what to do; raisons: why, the most urgent first.

    conduite and raisons are French sentences. tests_valides: False when an emergency or a test that could not be
    interpreted forbids reading the scores.
    """

    niveau: str
    code: str
    conduite: str
    raisons: tuple[str, ...]
    tests_valides: bool


def orientation(
    *,
    signes: Collection[str],
    codex: str | None,
    cinq_mots_total: int | None,
    horloge7: int | None,
    iadl4: int | None,
    mini_gds: int | None,
    autres_positifs: Collection[str],
) -> Orientation:
    """Level of alert from the signs found and the tests done; None is a test that was not done.

    signes: names of `references/cognition_triage.json` ("danger_immediat", "changement_aigu", "plainte"…).
    codex: "A"-"D". cinq_mots_total: 0-10. horloge7: 0-7. iadl4: dependencies of cognitive cause, 0-4.
    mini_gds: 0-4. autres_positifs: the other tests found positive, of `TESTS`. Raises ValueError for an impossible
    value, and when nothing alarming was found but Codex, five words and clock, IADL or mini-GDS are missing:
    nobody is reassured on what was not looked at.
    Source: teaching convention (2025), to be validated by a physician.
    """
    table = reference_data.document("cognition_triage")
    raisons = [table["signes"][signe] for signe in _names("Signes", signes, table["signes"])]
    raisons += [table["resultats"][nom] for nom in _findings(codex, cinq_mots_total, horloge7, iadl4, autres_positifs)]
    if mini_gds is not None:
        score = inputs.integer("Mini-GDS", mini_gds, 0, 4)
        if score >= reference_data.thresholds("cognition")["mini_gds_positif"]:
            raisons.append(table["resultats"]["mini_gds"])
    niveau = min((raison["niveau"] for raison in raisons), default="N5")
    if niveau >= "N4":
        _complete((codex, cinq_mots_total, horloge7), iadl4, mini_gds)
    raisons.sort(key=lambda raison: raison["niveau"])
    return Orientation(
        niveau=niveau,
        code=table["niveaux"][niveau]["code"],
        conduite=inputs.typography(table["niveaux"][niveau]["conduite"]),
        raisons=tuple(inputs.typography(raison["raison"]) for raison in raisons),
        tests_valides=niveau >= "N2" and "test_non_interpretable" not in signes,
    )


def _names(label: str, names: Collection[str], known: Collection[str]) -> list[str]:
    if isinstance(names, str) or not isinstance(names, Collection):
        raise inputs.refusal(f"{label} : {inputs.shown(names)} n’est pas une liste de noms.")
    given = {inputs.one_of(label, name, known) for name in names}
    return [name for name in known if name in given]


def _findings(
    codex: str | None,
    cinq_mots_total: int | None,
    horloge7: int | None,
    iadl4: int | None,
    autres_positifs: Collection[str],
) -> list[str]:
    """Names of the results that count, all inputs checked."""
    seuils = reference_data.thresholds("cognition")
    positifs = [bool(_names("Autres tests positifs", autres_positifs, TESTS))]
    if codex is not None:
        positifs.append(inputs.one_of("Codex", codex, ("A", "B", "C", "D")) in "CD")
    if cinq_mots_total is not None:
        positifs.append(inputs.integer("Cinq mots", cinq_mots_total, 0, 10) <= seuils["cinq_mots_dubois"])
    if horloge7 is not None:
        positifs.append(inputs.integer("Horloge", horloge7, 0, 7) < seuils["horloge_normale"])
    retentissement = iadl4 is not None and inputs.integer("IADL", iadl4, 0, 4) >= seuils["iadl4_retentissement"]
    found = ["codex_d"] if codex == "D" else []
    if any(positifs):
        found.append("positif_avec_retentissement" if retentissement else "test_positif")
    elif retentissement:
        found.append("retentissement_seul")
    return found


def _complete(tests: tuple, iadl4: int | None, mini_gds: int | None) -> None:
    missing = []
    if all(test is None for test in tests):
        missing.append("un test (Codex, cinq mots ou horloge)")
    if iadl4 is None:
        missing.append("l’IADL")
    if mini_gds is None:
        missing.append("la mini-GDS")
    if missing:
        raise inputs.refusal(
            f"Orientation : rien d’inquiétant n’est donné, mais il manque {', '.join(missing)} ; "
            "on ne rassure pas sur ce qui n’a pas été fait."
        )
