"""formgrader as a referent meets it: French, offline, without a name, and her mark reaches the gradebook."""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import cours_synthetique as course
import pytest
import sqlalchemy as sa

from asalee_training.gradebook import formgrader_words, marker, progress
from asalee_training.gradebook.config import database_url, effective_config

CHROMIUM = "/usr/bin/chromium"
ENGLISH = re.compile(
    r"\b(the|submission|notebook|score|needs|manual|loading|search|show|next|prev|assignment|comment here|flagged|credit|student)\b",
    re.IGNORECASE,
)


def test_every_english_phrase_of_the_dictionary_still_exists_in_nbgrader():
    """A new nbgrader with other words must fail here, not in front of a referent."""
    import nbgrader

    here = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
    templates = "\n".join(p.read_text() for p in (here / "templates").glob("*.tpl"))
    scripts = "\n".join(p.read_text() for p in (here / "static" / "js").glob("*.js"))
    missing = [k for k in formgrader_words.TEMPLATES if k not in templates]
    missing += [k for k in formgrader_words.LITERALS if f'"{k}"' not in scripts]
    missing += [k for k in formgrader_words.PIECES if k not in scripts]
    assert missing == []


def test_scripts_keep_their_syntax_and_lose_their_english():
    source = 'x.text("Submission #" + 1); if (status === "draft") { modal("Close"); }'
    assert formgrader_words.script(source) == 'x.text("Copie " + 1); if (status === "draft") { modal("Fermer"); }'


def test_copies_have_the_same_number_on_our_pages_and_in_formgrader(ws, version):
    from nbgrader.apps.api import NbGraderAPI
    from nbgrader.coursedir import CourseDirectory

    for who in ("anne", "bea", "chloe", "dina", "elsa"):
        course.hand_in(ws, who, course.sheet(course.right_answers(version, who)))
    marker.mark(ws, course.ASSIGNMENT)
    api = NbGraderAPI(CourseDirectory(config=effective_config(ws)), config=effective_config(ws))
    theirs = {s["student"]: s["index"] + 1 for s in api.get_notebook_submissions(course.ASSIGNMENT, course.SLUG)}
    assert {c.apprenante: c.numero for c in progress.copies(ws, course.ASSIGNMENT)} == theirs
    assert len(theirs) == 5


@pytest.fixture
def server(ws, version, tmp_path):
    for who in ("anne", "bea"):
        course.hand_in(ws, who, course.sheet(course.right_answers(version, who)))
    marker.mark(ws, course.ASSIGNMENT)
    (tmp_path / "essai_formgrader.py").write_text(
        "from asalee_training.gradebook.formgrader_fr import install\n"
        "def _load_jupyter_server_extension(app):\n    install(app)\n"
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {
        **course.environment(ws),
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(course.REPO)]),
        "JUPYTER_CONFIG_PATH": str(ws.grading),
        "JUPYTER_TOKEN": "essai",
    }
    extensions = "{'nbgrader.server_extensions.formgrader': True, 'essai_formgrader': True, 'jupyterlab': False, 'nbgrader': False}"
    command = [
        sys.executable, "-m", "jupyter_server", f"--ServerApp.root_dir={ws.root}", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", "--ServerApp.open_browser=False", "--allow-root", f"--ServerApp.jpserver_extensions={extensions}",
    ]  # fmt: skip
    log = (tmp_path / "log").open("w")
    process = subprocess.Popen(command, env=env, cwd=ws.root, stdout=log, stderr=log)
    url = f"http://127.0.0.1:{port}"
    try:
        for _ in range(360):
            try:
                urllib.request.urlopen(f"{url}/api", timeout=2).close()
                break
            except OSError:
                assert process.poll() is None, (tmp_path / "log").read_text()[-3000:]
                time.sleep(0.5)
        yield url
    finally:
        process.terminate()
        process.wait(60)
        log.close()


@pytest.mark.browser
@pytest.mark.slow
def test_a_referent_reads_and_marks_a_text_in_french_without_names_or_network(ws, server, chromium):
    outside, faults = [], []
    page = chromium.new_page()
    page.on("request", lambda r: outside.append(r.url) if not r.url.startswith((server, "data:")) else None)
    page.on("pageerror", lambda e: faults.append(str(e)))

    def check(wait):
        page.wait_for_selector(wait)
        text = page.inner_text("body")
        assert not ENGLISH.search(text), (ENGLISH.search(text), text)
        # A copy's address is thirty-two hexadecimal digits, which may spell a short name.
        html = re.sub(r"[0-9a-f]{32}", "", page.content())
        assert "anne" not in html
        assert "bea" not in html
        return text

    # nbgrader's lists of cases are the desk's affair.
    page.goto(f"{server}/formgrader/?token=essai")
    assert page.url.endswith("/asalee/referente")
    page.goto(f"{server}/formgrader/gradebook/{course.ASSIGNMENT}")
    assert page.url.endswith("/asalee/referente")
    page.goto(f"{server}/formgrader/gradebook/{course.ASSIGNMENT}/{course.SLUG}")
    text = check("a.name-hidden")
    assert "Copie 1" in text
    # A tick would say that it is done.
    word = "getComputedStyle(document.querySelector('.needs-manual-grade .glyphicon'), '::before').content"
    assert page.evaluate(word) == '"à lire"'
    titre = json.loads((ws.grading / "release" / course.ASSIGNMENT / "cas.json").read_text(encoding="utf-8"))["titre"]
    assert page.inner_text("h1") == titre
    page.screenshot(path=str(ws.donnees / "liste.png"), full_page=True)
    page.click("a.name-hidden >> nth=0")
    text = check(".score.tabbable >> nth=4")
    assert "Transmission au médecin" in text
    assert "je vous adresse Mme Essai" in text
    assert "cas.exercice" not in page.content()
    page.wait_for_function("formgrader.loaded && formgrader.grades.loaded && formgrader.comments.loaded")
    page.screenshot(path=str(ws.donnees / "copie.png"), full_page=True)
    assert page.evaluate("document.activeElement.id") == "transmission", "the text to read has the focus"
    # A mark that cannot be given is refused with a sentence, and nothing is sent.
    sent = []
    page.on("request", lambda r: sent.append(r.url) if r.method == "PUT" else None)
    for wrong in ("999", "-1", "six", "6,5/8"):
        page.fill("#transmission", wrong)
        page.keyboard.press("Tab")
        assert "n’est pas enregistré" in page.inner_text("#transmission-etat"), wrong
        page.focus("#transmission")
    assert sent == []
    # The levels of the rubric add up; the decimal comma is the one she types and reads.
    for n in range(page.locator(".asalee-grille tbody tr").count()):
        page.check(f"input[name='transmission-critere-{n}'] >> nth=1")
    assert "somme" in page.inner_text(".somme")
    page.fill("#transmission", "6,5")
    with page.expect_response(lambda r: "/api/grade/" in r.url and r.request.method == "PUT"):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "transmission-comment"
    page.wait_for_function("document.querySelector('#transmission-etat').textContent.includes('Enregistré à')")
    assert page.input_value("#transmission") == "6,5"
    page.fill("#transmission-comment", "Demande claire.")
    with page.expect_response(lambda r: "/api/comment/" in r.url and r.request.method == "PUT"):
        page.click(".nbgrader-label >> nth=0")
    page.click(".help")
    assert not ENGLISH.search(page.inner_text("#help-dialog")), page.inner_text("#help-dialog")
    page.goto(f"{server}/formgrader/copie/{course.ASSIGNMENT}/{course.SLUG}/2")
    assert "Copie 2" in check(".barre")
    page.goto(f"{server}/formgrader/copie/{course.ASSIGNMENT}/{course.SLUG}/99")
    assert page.url.endswith("/asalee/referente")
    page.goto(f"{server}/formgrader/manage_students")
    assert page.url.endswith("/asalee/referente")
    page.close()
    assert outside == []
    assert faults == []
    engine = sa.create_engine(database_url(ws))
    with engine.connect() as connection:
        given = connection.execute(
            sa.text("select manual_score, needs_manual_grade from grade where manual_score is not null")
        ).all()
        said = connection.execute(sa.text("select manual_comment from comment where manual_comment is not null")).all()
    engine.dispose()
    assert given == [(6.5, 0)]
    assert said == [("Demande claire.",)]
