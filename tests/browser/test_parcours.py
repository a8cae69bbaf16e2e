"""The main job, in a real browser, from the start page to the feedback: trainee, marking, referent, feedback.

Each step leaves a picture in build/captures/parcours-*.png.
"""

import json
import os
import re
import signal
import urllib.request
import zipfile

import psutil
import pytest
from playwright.sync_api import expect

from tests.browser import formation
from tests.browser.copie import answer, no_code_no_english, open_case, question, retrieved, saved, spoken
from tests.browser.plis import unfold

PIED = "diabete-mme-garnier-v1"
SOUFFLE = "bpco-mme-lambert-v1"
COMMENTAIRE = "Transmission claire : la situation, puis la demande. Ajoutez le délai."


@pytest.fixture(scope="module")
def ws(tmp_path_factory, depot):
    return formation.copy(depot, tmp_path_factory.mktemp("parcours") / "formation")


@pytest.fixture(scope="module")
def server(ws, serve):
    os.environ["ASALEE_RACINE"] = str(ws.root)
    try:
        yield serve(ws.root)
    finally:
        del os.environ["ASALEE_RACINE"]


def kill_kernels(server):
    """Kill every kernel of the server without warning, as a crash would."""
    kernels = [
        p for p in psutil.Process(server.process.pid).children(recursive=True) if "ipykernel" in " ".join(p.cmdline())
    ]
    assert kernels
    for kernel in kernels:
        kernel.send_signal(signal.SIGKILL)


def test_the_foot_case_from_the_start_page_to_the_feedback(page, context, server, ws, capture):
    # The start page, three doors.
    page.goto(server.url("asalee/"))
    for door in ("Apprenante", "Référente", "Formatrice"):
        expect(page.get_by_role("heading", name=door, exact=True)).to_be_visible()
    capture(page, "parcours-01-accueil")
    page.get_by_role("link", name="Ouvrir mes modules").click()
    expect(page.get_by_role("heading", name="Mes modules")).to_be_visible()
    capture(page, "parcours-02-mes-modules")

    # The case opens and runs by itself: no code, no English.
    open_case(page, server, PIED)
    capture(page, "parcours-03-cas")
    no_code_no_english(page)
    version, key = formation.key_of(ws, PIED, ws.ident)

    # She answers everything; each answer says when it was stored.
    titres = []
    for nom, exercise in version.case.exercices.items():
        titres.append(answer(page, exercise, key.exercices[nom].attendu))
        if exercise.type in ("zones_pied", "nombre", "texte"):
            capture(page, f"parcours-04-{nom}")
    stored = json.loads((ws.apprenante / PIED / ".reponses.json").read_text(encoding="utf-8"))["reponses"]
    assert set(stored) == set(version.case.exercices)

    # She closes the tab, the kernel dies, she comes back: everything is there and the page says so.
    page.close()
    kill_kernels(server)
    page = context.new_page()
    open_case(page, server, PIED)
    expect(
        page.get_by_text(re.compile(rf"Bon\sretour\.\sVos\s{len(titres)}\sréponses\sont\sété\sretrouvées"))
    ).to_be_visible()
    for titre in titres:
        retrieved(page, titre)
    capture(page, "parcours-05-retour-dans-le-cas")

    # She hands in.
    page.get_by_role("link", name="Relire et remettre ma copie").click()
    expect(page.get_by_role("button", name="Remettre ma copie")).to_be_visible()
    capture(page, "parcours-06-relire")
    page.get_by_role("button", name="Remettre ma copie").click()
    expect(page.get_by_role("heading", name="Votre copie est remise")).to_be_visible(timeout=60_000)
    capture(page, "parcours-07-recu")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger copie.zip").click()
    archive = ws.donnees / "copie.zip"
    download.value.save_as(archive)
    with zipfile.ZipFile(archive) as copie:
        assert json.loads(copie.read(".reponses.json"))["reponses"].keys() == stored.keys()

    # The referent collects and marks; nothing is given back while a text waits.
    page.goto(server.url("asalee/referente"))
    card = page.locator("li.carte").filter(has_text=version.case.entete.titre.replace("'", "’"))
    expect(card).to_contain_text("copies reçues")
    capture(page, "parcours-08-referente")
    card.get_by_role("button", name="Relever et noter").click()
    expect(page.locator("li.carte").filter(has_text="textes à lire").first).to_be_visible(timeout=120_000)
    expect(card.get_by_role("link", name=re.compile("Corriger les textes"))).to_be_visible(timeout=120_000)
    expect(card.get_by_role("button", name="Rendre les retours")).to_be_disabled()
    assert ws.ident not in page.locator("body").inner_text(), "the referent must not see who she marks"
    capture(page, "parcours-09-notee")

    # She reads the text in formgrader, gives points and a comment.
    card.get_by_role("link", name=re.compile("Corriger les textes")).click()
    copie = page.locator("table a:visible", has_text="Copie 1").first
    expect(copie).to_be_visible()
    assert ws.ident not in page.locator("body").inner_text()
    capture(page, "parcours-10-formgrader-liste")
    copie.click()
    text = page.get_by_text("Bonjour docteur Morel").first
    expect(text).to_be_visible()
    text.scroll_into_view_if_needed()
    assert not page.evaluate("[...document.scripts].some(s => s.textContent.includes(\"alert('x')\"))")
    expect(page.locator("body")).to_contain_text("<script>alert('x')</script>", use_inner_text=True)
    # The rubric: one level a criterion, kept as she clicks, then their sum.
    for row in page.locator(".asalee-grille tbody tr").all():
        with page.expect_response(lambda r: "/asalee/referente/niveaux/" in r.url and r.request.method == "PUT"):
            row.locator("input").last.check()
    page.reload()
    expect(page.locator(".asalee-grille input:checked")).to_have_count(page.locator(".asalee-grille tbody tr").count())
    score = page.locator("input.score:enabled").last
    with page.expect_response(lambda r: "/formgrader/api/grade" in r.url and r.request.method == "PUT"):
        score.fill("6,5")
        score.press("Tab")
    comment = page.locator("textarea.comment").last
    with page.expect_response(lambda r: "/formgrader/api/comment" in r.url and r.request.method == "PUT"):
        comment.fill(COMMENTAIRE)
        comment.press("Tab")
    score.scroll_into_view_if_needed()
    capture(page, "parcours-11-formgrader-copie")

    # She gives the feedback back.
    page.goto(server.url("asalee/referente"))
    card.get_by_role("button", name="Rendre les retours").click()
    expect(card.locator("dl.chiffres")).to_contain_text(
        re.compile(r"retours rendus\s*1|1\s*retours rendus"), timeout=60_000
    )
    capture(page, "parcours-12-rendus")

    # The trainee reads her marks, the reasons, the referent's points and comment.
    page.goto(server.url("asalee/apprenante"))
    row = unfold(page, PIED)
    expect(row).to_contain_text("Corrigée")
    row.get_by_role("link", name=re.compile("Voir mon retour")).click()
    page.wait_for_url("**/retour/**")  # and its frames: until all is loaded
    capture(page, "parcours-13-retour")
    body = page.locator("body").inner_text() + "".join(f.locator("body").inner_text() for f in page.frames[1:])
    assert "6,5" in body
    assert COMMENTAIRE[:30] in re.sub(r"\s", " ", body)
    assert "À retenir" in body
    total = sum(e.points for e in version.case.exercices.values() if e.type != "texte") + 6.5
    assert re.search(rf"{total:g}".replace(".", ","), body)


def test_the_spirometry_case_takes_a_decimal_comma(page, server, ws, capture):
    open_case(page, server, SOUFFLE)
    version, _ = formation.key_of(ws, SOUFFLE, ws.ident)
    exercise = next(e for e in version.case.exercices.values() if e.type == "nombre")
    frame = question(page, spoken(exercise.titre))
    frame.get_by_role("textbox").fill("58,9")
    if len(exercise.spec.unites) > 1:
        frame.get_by_label(exercise.spec.unite, exact=True).check()
    frame.get_by_role("textbox").press("Enter")
    saved(page, spoken(exercise.titre))
    capture(page, "parcours-souffle")
    stored = json.loads((ws.apprenante / SOUFFLE / ".reponses.json").read_text(encoding="utf-8"))["reponses"]
    assert stored[exercise.nom]["valeur"] == {"texte": "58,9", "unite": "%"}


def test_two_tabs_on_the_same_case_lose_nothing(page, context, server, ws, capture):
    open_case(page, server, SOUFFLE)
    version, _ = formation.key_of(ws, SOUFFLE, ws.ident)
    exercise = next(e for e in version.case.exercices.values() if e.type == "choix")
    first, second = exercise.spec.choix[0].id, exercise.spec.choix[1].id
    titre = spoken(exercise.titre)
    other = context.new_page()
    other.goto(page.url)
    expect(question(other, titre)).to_be_visible(timeout=60_000)
    # The second tab does not hear of the first one's answer: a message lost, a laptop asleep.
    other.evaluate("Object.defineProperty(document, 'hidden', {get: () => true})")
    question(page, titre).locator(f"input[value='{first}']").check()
    saved(page, titre)
    path = ws.apprenante / SOUFFLE / ".reponses.json"
    entry = json.loads(path.read_text(encoding="utf-8"))["reponses"][exercise.nom]
    assert (entry["valeur"], entry["n"]) == (first, 1)
    question(other, titre).locator(f"input[value='{second}']").check()
    panel = question(other, titre).locator(".asalee-conflit")
    expect(panel).to_be_visible()
    panel.scroll_into_view_if_needed()
    capture(other, "parcours-deux-fenetres")
    entry = json.loads(path.read_text(encoding="utf-8"))["reponses"][exercise.nom]
    assert (entry["valeur"], entry["autre"]["valeur"]) == (first, second), "both answers are in the file"
    panel.get_by_role("button").last.click()
    expect(panel).to_be_hidden()
    entry = json.loads(path.read_text(encoding="utf-8"))["reponses"][exercise.nom]
    assert "autre" not in entry


def test_a_copy_comes_back_as_a_file(server, ws, tmp_path, depot):
    with urllib.request.urlopen(server.url("api")) as answered:
        assert answered.status == 200
    archive = ws.donnees / "copie.zip"
    if not archive.exists():
        pytest.fail("the first test of this file makes copie.zip")
    elsewhere = formation.copy(depot, tmp_path / "ailleurs")
    said = formation.asalee(elsewhere.root, "recevoir", str(archive))
    assert ws.ident in said or "reçue" in said
    assert (elsewhere.grading / "submitted" / ws.ident / PIED / ".reponses.json").is_file()
