"""From what was found to who must know, and when: N0 (15, immediately) to N5 (nothing).

A teaching rule of this training, to be validated by a physician. The most urgent reason wins; none is dropped.
"""

from collections.abc import Collection
from dataclasses import dataclass

from asalee_training.clinical import inputs, reference_data

TESTS = ("mmse", "moca", "minicog", "gpcog", "bref", "isaacs", "horloge_sunderland")
#: Positive, it counts as the mini-GDS does: mood is no cognitive test.
HUMEUR = "gds15"
NON_INTERPRETABLE = "test_non_interpretable"


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
    retentissement: bool | None,
    mini_gds: int | None,
    autres_positifs: Collection[str],
) -> Orientation:
    """Level of alert from the signs found and the tests done; None is a test that was not done.

    signes: names of `references/cognition_triage.json` ("danger_immediat", "changement_aigu", "plainte"…).
    codex: "A"-"D". cinq_mots_total: 0-10. horloge7: 0-7. retentissement: `Iadl4.retentissement`, True only for a
    dependency of cognitive cause. mini_gds: 0-4. autres_positifs: the others found positive, of `TESTS`, or "gds15".
    With "test_non_interpretable" neither tests nor retentissement count; mood still does. Raises ValueError for an
    impossible value, and when nothing alarming was found but Codex, five words and clock, IADL or mini-GDS are
    missing: nobody is reassured on what was not looked at.
    Source: teaching convention (2025), to be validated by a physician.
    """
    table = reference_data.document("cognition_triage")
    presents = inputs.words("Signes", signes, table["signes"])
    positifs = inputs.words("Autres tests positifs", autres_positifs, (*TESTS, HUMEUR))
    raisons = [raison for signe, raison in table["signes"].items() if signe in presents]
    resultats = _findings(codex, cinq_mots_total, horloge7, retentissement, bool(set(positifs) & set(TESTS)))
    if NON_INTERPRETABLE not in presents:
        raisons += [table["resultats"][nom] for nom in resultats]
    if HUMEUR in positifs:
        raisons.append(table["resultats"][HUMEUR])
    if mini_gds is not None:
        score = inputs.integer("Mini-GDS", mini_gds, 0, 4)
        if score >= reference_data.thresholds("cognition")["mini_gds_positif"]:
            raisons.append(table["resultats"]["mini_gds"])
    niveau = min((raison["niveau"] for raison in raisons), default="N5")
    if niveau >= "N4":
        _complete((codex, cinq_mots_total, horloge7), retentissement, mini_gds)
    raisons.sort(key=lambda raison: raison["niveau"])
    return Orientation(
        niveau=niveau,
        code=table["niveaux"][niveau]["code"],
        conduite=inputs.typography(table["niveaux"][niveau]["conduite"]),
        raisons=tuple(inputs.typography(raison["raison"]) for raison in raisons),
        tests_valides=niveau >= "N2" and NON_INTERPRETABLE not in presents,
    )


def _findings(
    codex: str | None,
    cinq_mots_total: int | None,
    horloge7: int | None,
    retentissement: bool | None,
    autre_positif: bool,
) -> list[str]:
    """Names of the results that count, all inputs checked."""
    seuils = reference_data.thresholds("cognition")
    positifs = [autre_positif]
    if codex is not None:
        positifs.append(inputs.one_of("Codex", codex, ("A", "B", "C", "D")) in "CD")
    if cinq_mots_total is not None:
        positifs.append(inputs.integer("Cinq mots", cinq_mots_total, 0, 10) <= seuils["cinq_mots_dubois"])
    if horloge7 is not None:
        positifs.append(inputs.integer("Horloge", horloge7, 0, 7) < seuils["horloge_normale"])
    gene = retentissement is not None and inputs.boolean("Retentissement (IADL)", retentissement)
    found = ["codex_d"] if codex == "D" else []
    if any(positifs):
        found.append("positif_avec_retentissement" if gene else "test_positif")
    elif gene:
        found.append("retentissement_seul")
    return found


def _complete(tests: tuple, retentissement: bool | None, mini_gds: int | None) -> None:
    missing = []
    if all(test is None for test in tests):
        missing.append("un test (Codex, cinq mots ou horloge)")
    if retentissement is None:
        missing.append("l’IADL")
    if mini_gds is None:
        missing.append("la mini-GDS")
    if missing:
        raise inputs.refusal(
            f"Orientation : rien d’inquiétant n’est donné, mais il manque {', '.join(missing)} ; "
            "on ne rassure pas sur ce qui n’a pas été fait."
        )
