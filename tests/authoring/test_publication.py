"""Publishing takes two people, each on exactly the text that trainees will get."""

import json
import re
from datetime import date

import pytest

from asalee_training import answers
from asalee_training.authoring import build, check, essai, new, personnes, publication, versions
from asalee_training.authoring.avertissements import warnings
from asalee_training.authoring.entete import Ecrit
from asalee_training.content.errors import ContentError
from asalee_training.exercises.contract import option_id
from asalee_training.workspace import Workspace

CLAIRE, NADIA = "Claire Martin", "Nadia Benali"
SUIVI = 'version_protocole: "Avenant de mars 2026"\nrelecture: 2026-03-01\nperemption: 2099-03-01\n'
ASSIGNMENT = "bpco-toux-v1"


@pytest.fixture
def ws(tmp_path):
    for folder in ("cases/bpco", "courses/bpco", "grading/grilles"):
        (tmp_path / folder).mkdir(parents=True)
    return Workspace(tmp_path)


def change(path, *pairs):
    text = path.read_text(encoding="utf-8")
    for old, fresh in pairs:
        assert old in text
        text = text.replace(old, fresh, 1)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def path(ws):
    path = new.new(ws, "bpco/toux")
    change(
        path,
        (new.A_ECRIRE, "ATS/ERS 2019"),
        ("mode: entrainement", "mode: evaluation"),
        ("niveau: 1", f"{SUIVI}niveau: 1"),
    )
    return path


def play(ws, path, par, skip=()):
    """Open what ``par`` is to review, and answer it as its widgets do."""
    folder = essai.play(ws, path, par).parent
    sheet = answers.Sheet(folder)
    given = {
        "rapport": {"texte": "12", "unite": "%"},
        "conduite": option_id("J’annonce le diagnostic à Mme Exemple."),
    }
    for nom, valeur in given.items():
        if nom not in skip:
            sheet.write(nom, valeur, 0)
    return folder


def signed(ws, path):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, NADIA)
    publication.approuver(ws, path, NADIA)


def etat(ws, path):
    return publication.etat(check.read(ws, path).entete, Ecrit.open(ws, path).empreinte)


def test_a_draft_is_left_out_without_a_problem_and_says_why(ws, path):
    built = build.build_all(ws)
    assert (built.evaluations, built.problems) == ([], [])
    assert str(built.left[0]) == "cases/bpco/toux.md : brouillon, à proposer."
    path.write_text("---\ntitre: [\n---\n", encoding="utf-8")
    built = build.build_all(ws)
    assert built.problems == []
    assert "à corriger" in built.left[0].raison


def test_two_people_publish(ws, path):
    before = path.read_text(encoding="utf-8")
    publication.proposer(ws, path, CLAIRE)
    assert f"proposé par {CLAIRE}, attend l’accord d’une seconde personne" in build.build_all(ws).left[0].raison
    play(ws, path, NADIA)
    publication.approuver(ws, path, NADIA)
    assert build.build_all(ws).evaluations == [ASSIGNMENT]
    gestes = check.read(ws, path).entete.historique
    assert [(g.qui, g.geste, g.version) for g in gestes] == [(CLAIRE, "propose", 1), (NADIA, "approuve", 1)]
    after = path.read_text(encoding="utf-8")
    assert re.sub(r"historique:\n(  .*\n)+", "", after) == before, "only the lines of the history were touched"
    assert versions.history(ws, "bpco/toux")[1].date() == date.today()


@pytest.mark.parametrize("same", [CLAIRE, "claire  MARTIN", "Cläire Martin", "Martin Claire", "Claire-Martin"])
def test_the_same_person_cannot_sign_twice(ws, path, same):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, same)
    with pytest.raises(publication.PublicationError, match="une autre personne"):
        publication.approuver(ws, path, same)
    assert etat(ws, path).genre == "propose"


def test_a_second_line_by_the_same_hand_approves_nothing(ws, path):
    publication.proposer(ws, path, CLAIRE)
    block = path.read_text(encoding="utf-8").split("historique:\n")[1].split("\n---")[0]
    change(path, (block, block + "\n" + block.replace("propose", "approuve").replace(CLAIRE, "CLAIRE MARTIN")))
    assert etat(ws, path).genre == "propose"


def test_who_did_not_play_does_not_approve(ws, path):
    publication.proposer(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="n’a pas encore joué"):
        publication.approuver(ws, path, NADIA)
    folder = play(ws, path, NADIA, skip=["rapport"])
    with pytest.raises(publication.PublicationError, match=r"« Calculez le rapport VEMS/CVF, en %\. »"):
        publication.approuver(ws, path, NADIA)
    answers.Sheet(folder).write("rapport", {"texte": "je ne sais pas", "unite": "%"}, 0)
    with pytest.raises(publication.PublicationError, match="Calculez"):
        publication.approuver(ws, path, NADIA)
    answers.Sheet(folder).write("rapport", {"texte": "58,9", "unite": "%"}, 1)
    publication.approuver(ws, path, NADIA)


def test_who_played_for_another_person_does_not_count(ws, path):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="n’a pas encore joué"):
        publication.approuver(ws, path, NADIA)


def test_playing_another_text_does_not_count(ws, path):
    publication.proposer(ws, path, CLAIRE)
    play(ws, path, NADIA)
    change(path, ("Racontez ici", "Dites ici"))
    with pytest.raises(publication.PublicationError, match="n’attend pas d’accord"):
        publication.approuver(ws, path, NADIA)
    publication.proposer(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="n’a pas encore joué"):
        publication.approuver(ws, path, NADIA)


def test_a_change_after_approval_makes_a_draft_again(ws, path):
    signed(ws, path)
    build.build_all(ws)
    folder = ws.grading / "source" / ASSIGNMENT
    published = (folder / "cas.json").read_bytes()
    change(path, ("Racontez ici", "Dites ici"))
    built = build.build_all(ws)
    assert (built.evaluations, built.problems) == ([], [])
    assert f"le texte a changé depuis que {NADIA} l’a signé" in built.left[0].raison
    assert (folder / "cas.json").read_bytes() == published
    change(path, ("Dites ici", "Racontez ici"))
    assert build.build_all(ws).evaluations == [ASSIGNMENT], "the text is the one that was signed"


def test_the_ends_of_lines_are_not_a_change(ws, path):
    signed(ws, path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert etat(ws, path).genre == "approuve"
    publication.retirer(ws, path, CLAIRE)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b""), "the file keeps its own ends of lines"


def test_what_is_not_ready_is_not_proposed(ws, path):
    change(path, ("points: 2", "point: 2"))
    with pytest.raises(ContentError, match="point"):
        publication.proposer(ws, path, CLAIRE)
    change(path, ("point: 2", "points: 2"), ("relecture: 2026-03-01\n", ""))
    with pytest.raises(ContentError, match="« relecture: »"):
        publication.proposer(ws, path, CLAIRE)
    assert "historique" not in path.read_text(encoding="utf-8")


def test_a_grader_that_cannot_be_proved_is_not_proposed(ws, path):
    change(path, ("tolerance: 0.5", "tolerance: 150"))
    check.check(ws, path)
    with pytest.raises(ContentError, match="rapport"):
        publication.proposer(ws, path, CLAIRE)
    assert "historique" not in path.read_text(encoding="utf-8")


def test_a_specimen_is_published_without_signature_and_not_proposed(ws, path):
    change(path, ("niveau: 1", "specimen: true\nniveau: 1"))
    assert build.build_all(ws).evaluations == [ASSIGNMENT]
    with pytest.raises(publication.PublicationError, match="spécimen"):
        publication.proposer(ws, path, CLAIRE)


def test_nobody_signs_twice_the_same_text(ws, path):
    publication.proposer(ws, path, CLAIRE)
    with pytest.raises(publication.PublicationError, match="déjà proposé"):
        publication.proposer(ws, path, NADIA)


def test_withdrawing_voids_what_was_signed_the_same_day(ws, path):
    signed(ws, path)
    publication.retirer(ws, path, CLAIRE)
    assert build.build_all(ws).left[0].retire
    publication.proposer(ws, path, CLAIRE)
    assert etat(ws, path).genre == "propose", "the approval of before does not count"


@pytest.mark.parametrize(
    "block",
    [
        "historique: []\n",
        "historique:   # qui a signé\n- {date: 2026-01-02, qui: Anne Roy, geste: propose, version: 1, empreinte: '0123456789abcdef'}\n",
        "historique: [{date: 2026-01-02, qui: Anne Roy, geste: propose, version: 1, empreinte: '0123456789abcdef'}]\n",
        "historique:\n    - date: 2026-01-02\n      qui: Anne Roy\n      geste: propose\n      version: 1\n"
        "      empreinte: '0123456789abcdef'\n\n# un commentaire\n",
    ],
)
@pytest.mark.parametrize("after", ["niveau: 1", "---\n\nMme"])
def test_a_history_is_completed_however_it_is_written(ws, path, block, after):
    change(path, (after, block + after))
    before = check.read(ws, path).entete.historique
    publication.proposer(ws, path, CLAIRE)
    written = check.read(ws, path).entete.historique
    assert written[:-1] == before
    assert (written[-1].qui, written[-1].geste) == (CLAIRE, "propose")


def test_a_notebook_is_signed_in_its_first_cell(ws):
    path = new.new(ws, "bpco/carnet", carnet=True)
    as_lines = json.dumps(SUIVI, ensure_ascii=False)[1:-1]
    change(path, (new.A_ECRIRE, "ATS/ERS 2019"), ("niveau: 1", f"{as_lines}niveau: 1"))
    before = json.loads(path.read_text(encoding="utf-8"))
    signed(ws, path)
    after = json.loads(path.read_text(encoding="utf-8"))
    assert (after["cells"][1:], after["metadata"]) == (before["cells"][1:], before["metadata"])
    assert build.build_all(ws).bibliotheque == ["bpco-carnet-v1"]
    change(path, ("Racontez ici", "Dites ici"))
    assert "le texte a changé" in build.build_all(ws).left[0].raison


@pytest.mark.parametrize("name", ["", "Claire", "claire42 martin", "A\nB: c", "<b>Claire</b> Martin", "x" * 90 + " y"])
def test_a_name_that_is_no_name_signs_nothing(ws, path, name):
    with pytest.raises(personnes.NameRefused, match="prénom"):
        publication.proposer(ws, path, name)


def test_a_name_is_remembered_on_a_machine_and_imposed_by_a_server(ws, monkeypatch):
    assert personnes.current(ws) == ""
    personnes.remember(ws, "  Claire   Martin ")
    assert personnes.current(Workspace(ws.root)) == CLAIRE
    monkeypatch.setenv("ASALEE_FORMATRICE", NADIA)
    assert personnes.current(ws) == NADIA
    with pytest.raises(personnes.NameRefused, match="ne se change pas ici"):
        personnes.remember(ws, CLAIRE)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("relecture: 2026-02-30", "« relecture: 2026-02-30 » : écrivez une date qui existe"),
        ("relecture: 3 mars 2026", "une date qui existe"),
        ("relecture: 2026", "une date qui existe"),
        ("relecture: 2026-3-1", "une date qui existe"),
        ("relecture: 2099-03-01", "« peremption: » doit venir après « relecture: »"),
        ("relecture: 2100-01-01", "« peremption: » doit venir après « relecture: »"),
    ],
)
def test_dates_are_real_dates_in_their_order(ws, path, line, said):
    change(path, ("relecture: 2026-03-01", line))
    with pytest.raises(ContentError) as error:
        check.check(ws, path)
    (problem,) = error.value.problems
    assert said in problem.message
    key = line.partition(":")[0] if "existe" in said else "peremption"
    assert path.read_text(encoding="utf-8").splitlines()[problem.ligne - 1].startswith(key)


def test_a_text_past_its_date_warns_and_stops_nothing(ws, path):
    case = check.check(ws, path)
    assert warnings(case, path, ws.contenu, date(2099, 3, 1)) == ()
    (warning,) = warnings(case, path, ws.contenu, date(2099, 3, 2))
    assert warning.niveau == "avertissement"
    assert "périmé depuis le 1er mars 2099" in warning.message
    assert path.read_text(encoding="utf-8").splitlines()[warning.ligne - 1].startswith("peremption")
    change(path, ("relecture: 2026-03-01", "relecture: 2020-03-01"), ("2099-03-01", "2021-03-01"))
    signed(ws, path)
    assert build.build_all(ws).evaluations == [ASSIGNMENT]


def test_what_is_to_write_before_proposing_is_a_warning(ws):
    path = new.new(ws, "bpco/nouveau")
    (warning,) = warnings(check.check(ws, path), path, ws.contenu)
    assert "« version_protocole: », « relecture: », « peremption: »" in warning.message


def holds(ws, assignment):
    (ws.apprenante / assignment).mkdir(parents=True)


def test_a_signed_key_that_changes_under_a_trainee_is_refused_and_renumbered(ws, path):
    signed(ws, path)
    build.build_all(ws)
    holds(ws, ASSIGNMENT)
    change(path, ("points: 2\nattendu", "points: 3\nattendu"))
    with pytest.raises(versions.Held, match="passez à la version 2"):
        publication.proposer(ws, path, CLAIRE)
    assert publication.renumber(ws, path) == 2
    entete_ = check.read(ws, path).entete
    assert (entete_.version, entete_.tirage) == (2, 1), "her patient stays hers"
    signed(ws, path)
    assert build.build_all(ws).evaluations == ["bpco-toux-v2"]
    assert list(versions.history(ws, "bpco/toux")) == [1, 2]
    assert versions.load_version(ws, ASSIGNMENT).case.exercices["rapport"].points == 2


def test_a_signed_version_is_immutable_once_released_even_if_nobody_opened_it_here(ws, path):
    signed(ws, path)
    build.build_all(ws)
    (ws.versions / ASSIGNMENT / versions.PUBLIE).write_text("x", encoding="ascii")
    change(path, ("points: 2\nattendu", "points: 3\nattendu"))
    with pytest.raises(versions.Held):
        publication.proposer(ws, path, CLAIRE)


def test_the_draw_follows_the_patient_and_only_the_patient(ws, path):
    signed(ws, path)
    build.build_all(ws)
    holds(ws, ASSIGNMENT)
    change(path, ("[52, 66]", "[54, 66]"))
    with pytest.raises(versions.Held):
        publication.proposer(ws, path, CLAIRE)
    change(path, ("niveau: 1", "version: 2\nniveau: 1"))
    with pytest.raises(versions.VersionError, match="écrivez « tirage: 2 »"):
        publication.proposer(ws, path, CLAIRE)
    change(path, ("version: 2\n", ""))
    publication.renumber(ws, path)
    assert (check.read(ws, path).entete.version, check.read(ws, path).entete.tirage) == (2, 2)
    publication.proposer(ws, path, CLAIRE)
    change(path, ("[54, 66]", "[52, 66]"))
    with pytest.raises(versions.VersionError, match="gardez « tirage: 1 »"):
        publication.proposer(ws, path, CLAIRE)


def test_a_training_case_keeps_its_draw_too_and_may_change_under_a_trainee(ws, path):
    change(path, ("mode: evaluation", "mode: entrainement"))
    signed(ws, path)
    build.build_all(ws)
    holds(ws, ASSIGNMENT)
    assert versions.names(ws) == [], "nothing of it is marked"
    change(path, ("points: 2\nattendu", "points: 3\nattendu"))
    publication.proposer(ws, path, CLAIRE)
    change(path, ("niveau: 1", "version: 2\ntirage: 2\nniveau: 1"))
    with pytest.raises(versions.VersionError, match="gardez « tirage: 1 »"):
        publication.proposer(ws, path, CLAIRE)


def test_who_signed_does_not_leave_with_a_training_case(ws, path):
    change(path, ("mode: evaluation", "mode: entrainement"))
    signed(ws, path)
    (name,) = build.build_all(ws).bibliotheque
    data = (ws.bibliotheque / name / "cas.json").read_text(encoding="utf-8")
    assert "corrige" in data
    assert NADIA not in data


def test_a_glance_says_what_the_whole_reading_says(ws, path):
    for step in (
        lambda: None,
        lambda: publication.proposer(ws, path, CLAIRE),
        lambda: (play(ws, path, NADIA), publication.approuver(ws, path, NADIA)),
        lambda: publication.retirer(ws, path, CLAIRE),
        lambda: change(path, ("niveau: 1", "specimen: true\nniveau: 1")),
    ):
        step()
        seen, entete = publication.glance(Ecrit.open(ws, path))
        assert seen == etat(ws, path)
        assert entete.peremption == date(2099, 3, 1)
    change(path, ("peremption: 2099-03-01", "peremption: demain"))
    assert publication.glance(Ecrit.open(ws, path)) is None
