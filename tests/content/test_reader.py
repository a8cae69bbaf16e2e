"""What an author is told: file, line, what is wrong, what to write. Nothing is built from a file with a problem."""

from pathlib import Path

import pytest

from asalee_training import scoring
from asalee_training.authoring import check
from asalee_training.content import lot, models, release
from asalee_training.content.errors import ContentError
from asalee_training.content.reader import load_case
from asalee_training.workspace import Workspace
from tests.content.fautes import BAD, MISTAKE


def problems(ws, path):
    with pytest.raises(ContentError) as error:
        check.check(ws, path)
    return error.value.problems


def line_of(path, words):
    return next(i for i, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if words in line)


def test_the_model_case_has_no_problem(ws, write):
    case = check.check(ws, write())
    assert case.assignment == "bpco-essai-v1"
    assert [type(b).__name__ for b in case.blocs] == ["Prose", "Exercise", "Prose", "Exercise"]
    assert case.exercices["rapport"].titre == "Calculez le rapport VEMS/CVF, en %."


def test_a_text_that_is_not_saved_yet_is_checked_in_place_of_the_file(ws, write):
    path = write()
    saved = path.read_text(encoding="utf-8")
    with pytest.raises(ContentError, match="61,2"):
        check.check(ws, path, saved.replace("temoin: 58.9", "temoin: 61.2"))
    assert path.read_text(encoding="utf-8") == saved
    path.unlink()
    assert check.check(ws, path, saved).nom == "bpco/essai"


@pytest.mark.parametrize(("old", "new", "where", "words"), BAD, ids=[f"{i:02d} {b[3][0]}" for i, b in enumerate(BAD)])
def test_a_faulty_case_is_explained_in_french_at_its_line(ws, write, old, new, where, words):
    path = write((old, new))
    found = problems(ws, path)
    text = "\n".join(map(str, found)).replace("\u00a0", " ").replace("\u202f", " ")
    assert all(p.fichier == "cases/bpco/essai.md" for p in found)
    for word in words:
        assert word in text, text
    if where:
        lines = {line_of(path, where)}
        assert lines & {p.ligne for p in found}, f"expected a problem at {lines}, got:\n{text}"


def test_a_version_published_before_errors_were_asked_for_is_still_read_and_marked(ws, write):
    path = write((MISTAKE, ""))
    case = load_case(path, ws.root)
    marks = scoring.key(case, {"age": 58, "vems_l": 1.62, "cvf_l": 2.75})
    assert scoring.mark(marks, case.exercices["rapport"], {"texte": "58,9", "unite": "%"}).points == 2


def test_sites_without_a_foreseen_error_are_refused_with_one_to_write(ws):
    exercice = (
        "### Quels sites ?\n\n```{exercice} sites\ntype: zones_pied\npoints: 3\nattendu: {valeur: [droit.hallux]}\n"
    )
    exercice += "explication: Deux réponses justes sur trois suffisent.\n```\n"
    path = ws.cases / "diabete/pieds.md"
    path.parent.mkdir()
    entete = "titre: Mme Essai marche\nprotocole: diabete\nmode: entrainement\nniveau: 1\nduree_min: 5\nsources: [IWGDF 2023]"
    path.write_text(f"---\n{entete}\n---\n\n{exercice}", encoding="utf-8")
    (found,) = problems(ws, path)
    assert (found.ligne, "« si: {oubli: true} »" in found.message) == (12, True)


def test_several_problems_are_said_together(ws, write):
    path = write(("niveau: 1 ", "niveau: 9 "), ("type: nombre", "type: nombres"), ("temoin: 58.9", "temoin: 1"))
    assert len(problems(ws, path)) >= 2


def test_a_patient_that_lacks_what_a_calcul_reads(ws, write):
    path = write(
        ("  cvf_l: {entre: [2.7, 3.0], pas: 0.01}\n", ""),
        ("sa CVF de\n{{ patient.cvf_l | 2_decimales }} L", "sa CVF n'est pas là"),
    )
    assert any("cvf_l" in p.message and "patient:" in p.message for p in problems(ws, path))


def test_a_witness_that_lacks_what_a_calcul_reads(ws, write):
    path = write((", cvf_l: 2.75}", "}"))
    assert any("patient_temoin" in p.message and "cvf_l" in p.message for p in problems(ws, path))


def test_a_witness_that_lacks_what_an_act_reads():
    """No computation names these fields: the act itself is shown and marked on the witness by its gallery."""
    ws = Workspace(Path(__file__).parents[2])
    text = (ws.cases / "rcv/monsieur-carre.md").read_text(encoding="utf-8")
    check.check(ws, ws.cases / "rcv/monsieur-carre.md", text)
    with pytest.raises(ContentError) as error:
        check.check(ws, ws.cases / "rcv/monsieur-carre.md", text.replace("  ecg_axe_deg: 35\n", ""))
    (problem,) = error.value.problems
    assert "ecg_axe_deg" in problem.message
    assert "patient_temoin" in problem.message
    assert text.splitlines()[problem.ligne - 1] == "patient_temoin:"


def test_a_reference_to_a_field_that_the_patient_lacks(ws, write):
    path = write(("{{ patient.age }}", "{{ patient.poids_kg }}"))
    assert any("poids_kg" in p.message for p in problems(ws, path))


def test_a_rubric_that_does_not_exist(ws, write):
    body = "type: texte\npoints: 2\ngrille: inconnue\nexplication: Ce qu'un bon texte contient."
    text = write().read_text(encoding="utf-8") + f"\n### Écrivez.\n\n```{{exercice}} lettre\n{body}\n```\n"
    (ws.cases / "bpco/essai.md").write_text(text, encoding="utf-8")
    assert any("grille « inconnue »" in p.message for p in problems(ws, ws.cases / "bpco/essai.md"))
    rubric = ws.grilles / "inconnue.yaml"
    rubric.write_text("titre: Essai\n", encoding="utf-8")
    assert any(p.fichier == "grading/grilles/inconnue.yaml" for p in problems(ws, ws.cases / "bpco/essai.md"))
    niveaux = "[{points: 0, texte: non}, {points: 3, texte: oui}]"
    rubric.write_text(f"titre: Essai\ncriteres:\n  - {{nom: Un, niveaux: {niveaux}}}\n", encoding="utf-8")
    assert any("vaut 2 points" in p.message and "font 3" in p.message for p in problems(ws, ws.cases / "bpco/essai.md"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bonjour",
        "---\n---\n",
        "---\n: :\n  - [\n---\n",
        "---\n- a\n---\n",
        "\x00\x01",
        "```{exercice} a\n",
        "---\ntitre: &a [*a]\n---\n",
    ],
)
def test_any_text_is_refused_with_a_sentence_never_a_crash(ws, text):
    path = ws.cases / "bpco/essai.md"
    path.write_text(text, encoding="utf-8")
    assert all(p.message.endswith((".", "?")) for p in problems(ws, path))


def test_a_file_in_another_encoding_is_explained(ws):
    path = ws.cases / "bpco/essai.md"
    path.write_bytes("titre: été".encode("latin-1"))
    assert "UTF-8" in problems(ws, path)[0].message


@pytest.mark.parametrize(
    "texte",
    [
        "12:30",
        "non",
        "Mme Exemple : l'oubli",
        "Deux points : un, puis : deux",
        "« Oui\u202f: c'est moi »",
        "1e5 : fin",
        "010",
    ],
)
def test_yaml_has_no_surprise_for_french_prose(ws, write, texte):
    path = write(
        (
            "titre: Mme Exemple, première consultation",
            f"titre: {texte if texte != '010' else chr(34) + texte + chr(34)}",
        )
    )
    assert load_case(path, ws.contenu).entete.titre == texte


def test_a_text_in_a_list_of_options_may_hold_a_colon(ws, write):
    old = "texte: J’annonce le diagnostic à Mme Exemple."
    case = load_case(write((old, "texte: J’annonce : « c'est une BPCO »")), ws.contenu)
    assert case.exercices["conduite"].spec.choix[0].texte == "J’annonce : « c'est une BPCO »"


def test_a_case_survives_its_json(ws, write):
    case = check.check(ws, write())
    assert models.restore(models.dump(case)) == case


def test_the_same_secret_gives_the_same_32_patients_and_another_gives_others(ws, write):
    case = check.check(ws, write())
    first, again, other = (release.patients(case, secret) for secret in (b"un", b"un", b"deux"))
    assert first == again != other
    assert len(first) == 32
    assert len({repr(p) for p in first}) > 20


def test_mending_a_sentence_never_changes_her_patient(ws, write):
    before = check.check(ws, write())
    after = check.check(ws, write(("Racontez ici", "Dites ici"), ("Mme Exemple, première", "Mme Martin, première")))
    assert release.patients(before, b"s") == release.patients(after, b"s")


def test_her_number_is_spread_over_the_32_patients():
    numbers = {lot.patient_index(f"apprenante-{i}", "bpco/essai", 1) for i in range(400)}
    assert numbers == set(range(32))


def test_an_evaluation_is_released_without_its_key(ws, write):
    case = check.check(ws, write(("mode: entrainement ", "mode: evaluation ")))
    text = release.to_json(release.bundle(case, release.patients(case, b"s"), "x"))
    for secret in (
        "explication",
        "divisé par",
        "retour",
        "hors_champ",
        "annonce_diagnostic",
        "juste",
        "temoin",
        "calcul",
        "tolerance",
        "corrige",
        "entre",
    ):
        assert secret not in text
    assert "vems_l" in text
    assert "taille_cm" in text
    assert "sexe" not in text, "a field that no sentence shows must stay home"
