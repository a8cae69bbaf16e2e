"""« Atelier des cas » in a browser: a case from nothing to released, conflicts, crashes, the keyboard alone."""

import re
import shutil
import time

import pytest
from playwright.sync_api import expect

from asalee_training import scoring
from asalee_training.answers import Sheet
from asalee_training.authoring import check, essai, publication
from asalee_training.exercises.contract import option_id
from asalee_training.pages.atelier import Texte
from asalee_training.workspace import Workspace
from tests.browser import formation
from tests.browser.conftest import CAPTURES, WAIT_MS
from tests.browser.panneau import until
from tests.browser.test_pages import CONTRAST
from tests.browser.test_parcours import answer, open_case
from tests.depot import ROOT, copy_content

pytestmark = pytest.mark.browser
EXEMPLE = "cases/bpco/mme-lambert.md"


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory):
    folder = tmp_path_factory.mktemp("atelier")
    copy_content(folder, EXEMPLE)
    return serve(folder)


@pytest.fixture
def atelier(page, server):
    """`atelier(file)` opens a file in the workshop and waits until it is there."""
    page.goto(server.url("asalee/"))
    page.on("dialog", lambda dialog: dialog.accept())

    def open_(fichier=EXEMPLE):
        ident = Texte(server.root / fichier, fichier, "", "", "").ident
        page.goto(f"{server.base}asalee/formatrice/atelier/{ident}")
        page.wait_for_selector("#atelier[data-pret]")
        return page

    return open_


@pytest.fixture
def mine(server):
    """A copy of a case that a test may spoil."""
    names = []

    def copy(name, source=EXEMPLE):
        path = server.root / "cases/bpco" / f"{name}.md"
        shutil.copyfile(ROOT / source, path)
        names.append(path)
        return path, path.relative_to(server.root).as_posix()

    yield copy
    for path in names:
        path.unlink(missing_ok=True)


def fill(page, label, text, within="#at-forme"):
    page.locator(within).get_by_label(label, exact=False).first.fill(text)


def screen(page, name):
    page.locator(f"#at-morceaux button:has-text('{name}')").first.click()


def verdict(page, words):
    page.locator(f"#at-verdict:has-text('{words}')").wait_for()


def written(path, words):
    """Wait until the file holds these words."""
    deadline = time.monotonic() + WAIT_MS / 1000
    while words not in path.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, f"« {words} » was never written"
        time.sleep(0.05)


def save(page):
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.locator("#at-etat[data-etat=fait]").wait_for()


@pytest.mark.slow
def test_a_trainer_writes_a_case_from_nothing_and_a_trainee_opens_it(page, server, capture):
    start = time.monotonic()
    page.goto(server.url("asalee/"))
    page.goto(f"{server.base}asalee/formatrice")
    page.get_by_role("link", name="Nouveau cas, à partir de formulaires").click()
    page.get_by_label("Nom du cas").fill("Souffle court au marché")
    page.get_by_label("Protocole").select_option("bpco")
    page.get_by_label("Après avoir remis sa copie").check()
    page.get_by_label("Courant").check()
    page.get_by_label("Un nombre à calculer").check()
    page.get_by_role("button", name="Créer et ouvrir").click()
    page.wait_for_selector("#atelier[data-pret]")
    verdict(page, "à compléter")
    capture(page, "atelier-1-ouvert")

    # The case
    fill(page, "Édition du protocole", "Protocole ASALEE, 2012")
    fill(page, "Date de la dernière relecture", "2026-11-28")
    fill(page, "À relire après le", "2028-11-28")
    fill(page, "D’où viennent les règles, n° 1", "ERS/ATS 2022, interprétation par la limite inférieure de la normale")

    # The patient: narrower than the model of the protocol
    screen(page, "Le patient")
    page.locator("#at-patients .asalee-patients, #at-patients").first.wait_for()
    bounds = page.locator("#at-patients input:not([type=checkbox])")
    bounds.nth(1).wait_for()
    bounds.nth(0).fill("54")
    bounds.nth(1).fill("60")
    page.locator("#at-patients").get_by_text("ans, ").first.wait_for()
    capture(page, "atelier-1-patient")

    # The story, which waits before the question: her first letter replaces ours
    screen(page, "Récit")
    story = page.get_by_label("Ce que lit l’apprenante")
    story.click()
    page.keyboard.insert_text("Mme Roche a \n\n> « Au marché, je m’arrête à chaque étal. »")
    assert "Racontez ici" not in story.input_value()
    story.evaluate("(z) => z.setSelectionRange(11, 11)")
    page.get_by_label("Insérer dans le texte").select_option("patient.age")
    story.press_sequentially(" ans.")
    page.locator("#at-morceaux li:nth-child(4):has-text('Récit')").wait_for()

    # The number: computed for each patient, worked out by hand for the witness
    screen(page, "Question 1")
    fill(page, "Question", "Calculez le rapport VEMS/CVF, en %.")
    page.get_by_label("Un calcul, refait pour chaque patiente").check()
    page.get_by_label("Quel calcul ?").first.select_option(label="VEMS divisé par CVF, en %")
    fill(page, "VEMS, en L", "1,62")
    fill(page, "CVF, en L", "2,75")
    verdict(page, "à compléter")
    assert page.locator(".at-double").inner_text() == "", "the computed answer is told before hers"
    fill(page, "Votre résultat, calculé à la main", "61,2")
    page.locator(".at-double[data-accord=non]").wait_for()
    said = page.locator(".at-double").inner_text().replace("\u202f", " ")
    assert "Le calcul donne 58,91 ; vous avez écrit 61,2" in said
    capture(page, "atelier-2-double-saisie")
    fill(page, "Votre résultat, calculé à la main", "58,9")
    page.locator(".at-double[data-accord=oui]").wait_for()
    fill(page, "Écart accepté", "0,5")
    fill(page, "Explication", "Le rapport est le VEMS divisé par la CVF : on le donne en pour cent.")
    fill(page, "Points", "2")
    page.locator("#at-verdict").get_by_text("Prévoyez au moins une erreur").wait_for()
    page.get_by_text("Erreurs prévues (obligatoire : une au moins)").wait_for()
    capture(page, "atelier-2-erreur-a-prevoir")
    page.get_by_role("button", name="Prévoir cette erreur : Rapport inversé, CVF sur VEMS").click()
    fill(page, "Ce que vous lui dites", "Vous avez divisé la CVF par le VEMS.")
    page.locator("#at-verdict").get_by_text("Prévoyez au moins une erreur").wait_for(state="detached")

    # A choice, one answer out of scope
    page.get_by_role("button", name="Ajouter un morceau").click()
    page.get_by_role("button", name="Une réponse à choisir").click()
    fill(page, "Question", "Que faites-vous de ce résultat ?")
    options = page.locator("[data-champ$='-choix'] .at-carte")
    for rank, (texte, retour) in enumerate([
        ("Je transmets les mesures au médecin.", "C’est votre rôle dans le protocole."),
        ("J’annonce une BPCO à Mme Roche.", "Le diagnostic et son annonce reviennent au médecin."),
        ("J’attends la prochaine réunion.", "Le médecin doit recevoir le résultat sans attendre."),
    ]):  # fmt: skip
        options.nth(rank).get_by_label("Réponse", exact=True).fill(texte)
        options.nth(rank).get_by_label("Ce que vous lui dites").fill(retour)
    options.nth(1).get_by_label("est-ce grave").select_option('"hors_champ"')
    options.nth(1).get_by_label("L’acte").select_option(label="L’annonce d’un diagnostic")
    fill(page, "Explication", "L’infirmière mesure, transmet et alerte ; le diagnostic revient au médecin.")
    capture(page, "atelier-3-choix")

    # A text, with its rubric
    page.get_by_role("button", name="Ajouter un morceau").click()
    page.get_by_role("button", name="Un texte à rédiger").click()
    fill(page, "Question", "Rédigez votre transmission.")
    page.get_by_label("Grille de correction").select_option(label="Transmission au médecin (SBAR) (8 points)")
    page.locator("#at-forme").get_by_label("Points", exact=True).and_(page.locator("[value], input")).first.wait_for()
    fill(page, "Explication", "Une bonne transmission dit la situation, la mesure, et ce que vous demandez.")
    verdict(page, "Prêt")
    capture(page, "atelier-4-pret")

    # As trainee 17, before it is even saved
    page.get_by_label("Comme l’apprenante n°").fill("17")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Essayer").click()
    preview = opened.value
    preview.get_by_text("apprenante n° 17").first.wait_for()
    preview.get_by_text("Je transmets les mesures au médecin.").first.click()
    preview.get_by_text("C’est votre rôle dans le protocole.").first.wait_for()
    capture(preview, "atelier-5-apercu")
    preview.close()

    save(page)
    took = time.monotonic() - start
    (CAPTURES / "atelier-duree.txt").write_text(f"{took:.0f} s\n", encoding="utf-8")

    ws = Workspace(server.root)
    path = ws.cases / "bpco/souffle-court-au-marche.md"
    case = check.check(ws, path)
    assert [e.type for e in case.exercices.values()] == ["nombre", "choix", "texte"]
    assert case.entete.patient["age"] == {"entre": [54, 60]}
    assert list(case.exercices) == ["rapport_vems_cvf", "resultat", "redigez_transmission"]
    assert (case.mode, case.entete.niveau) == ("evaluation", 2)
    # Two people: one proposes, another plays it and approves. The pages of that are played in test_publication.
    publication.proposer(ws, path, "Claire Martin")
    played = Sheet(essai.play(ws, path, "Nadia Benali").parent)
    reponses = {"nombre": {"texte": "58,9", "unite": "%"}, "choix": option_id("Je transmets les mesures au médecin.")}
    for exercise in case.exercices.values():
        played.write(exercise.nom, reponses.get(exercise.type, "Vu."), 0)
    publication.approuver(ws, path, "Nadia Benali")
    page.goto(f"{server.base}asalee/formatrice")
    page.get_by_role("button", name="publier aux apprenantes").click()
    page.get_by_text("sont publiés").or_(page.get_by_text("Publication faite")).first.wait_for(timeout=120_000)
    open_case(page, server, "bpco-souffle-court-au-marche-v1")
    page.get_by_role("heading", name="Calculez le rapport VEMS/CVF").first.wait_for()
    capture(page, "atelier-6-apprenante")
    version, key = formation.key_of(ws, "bpco-souffle-court-au-marche-v1", ws.ident)
    for exercise in version.case.exercices.values():
        answer(page, exercise, key.exercices[exercise.nom].attendu)
    stored = Sheet(ws.apprenante / "bpco-souffle-court-au-marche-v1").read().reponses
    marks = [scoring.mark(key, e, stored[e.nom].valeur) for e in version.case.exercices.values() if e.type != "texte"]
    assert [(m.points, m.sur) for m in marks] == [(m.sur, m.sur) for m in marks]


def test_what_is_opened_and_saved_untouched_keeps_its_bytes(atelier, mine):
    path, name = mine("intacte")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    page = atelier(name)
    for words in ("Le patient", "Récit", "Question 1", "Question 3"):
        screen(page, words)
    save(page)
    assert path.read_bytes() == before
    screen(page, "Question 1")
    fill(page, "Points", "3")
    save(page)
    changed = [(a, b) for a, b in zip(before.split(b"\r\n"), path.read_bytes().split(b"\r\n"), strict=True) if a != b]
    assert changed == [(b"points: 2", b"points: 3")]


def test_a_file_changed_on_disk_offers_both_and_loses_neither(atelier, mine, capture):
    path, name = mine("conflit")
    page = atelier(name)
    fill(page, "Titre du cas", "Ma version")
    theirs = re.sub("titre: .*", "titre: Mme Martin fait une pause", path.read_text(encoding="utf-8"), count=1)
    path.write_text(theirs, encoding="utf-8")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_role("heading", name="Quelqu’un a modifié ce fichier").wait_for()
    capture(page, "atelier-conflit")
    assert path.read_text(encoding="utf-8") == theirs
    expect(page.get_by_label("Votre version")).to_have_value(re.compile("Ma version"))
    expect(page.get_by_label("L’autre version")).to_have_value(re.compile("Mme Martin"))
    page.get_by_role("button", name="Enregistrer ma version").click()
    page.locator("#at-etat[data-etat=fait]").wait_for()
    assert "titre: Ma version" in path.read_text(encoding="utf-8")
    kept = [p.read_text(encoding="utf-8") for p in (path.parents[2] / "donnees/atelier/bpco").glob("conflit.*.md")]
    assert theirs in kept

    path.write_text(theirs, encoding="utf-8")
    fill(page, "Titre du cas", "Ma seconde version")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.get_by_role("button", name="Prendre l’autre version").click()
    page.get_by_role("heading", name="Mme Martin fait").wait_for()
    assert path.read_text(encoding="utf-8") == theirs
    page.get_by_role("button", name="Annuler").click()
    page.get_by_role("heading", name="Ma seconde version").wait_for()


def test_unsaved_work_is_offered_back_after_a_crash(atelier, mine, context, server, capture):
    path, name = mine("panne")
    before = path.read_bytes()
    page = atelier(name)
    fill(page, "Titre du cas", "Un titre jamais enregistré")
    until(page, "Object.values(localStorage).some((v) => v.includes('jamais enregistré'))")
    page.close(run_before_unload=False)
    again = context.new_page()
    again.goto(server.url("asalee/"))
    ident = Texte(path, name, "", "", "").ident
    again.goto(f"{server.base}asalee/formatrice/atelier/{ident}")
    again.get_by_text("n’a pas été enregistré").wait_for()
    capture(again, "atelier-reprise")
    assert path.read_bytes() == before
    again.get_by_role("button", name="Le reprendre").click()
    again.get_by_role("heading", name="Un titre jamais enregistré").wait_for()
    save(again)
    assert "Un titre jamais enregistré" in path.read_text(encoding="utf-8")


def test_a_lost_connection_loses_nothing(atelier, mine):
    path, name = mine("coupure")
    page = atelier(name)
    page.route("**/appliquer", lambda route: route.abort())
    fill(page, "Titre du cas", "Écrit pendant la coupure")
    page.get_by_text("La machine ne répond plus").first.wait_for()
    page.unroute("**/appliquer")
    page.get_by_role("heading", name="Écrit pendant la coupure").wait_for()
    save(page)
    assert "Écrit pendant la coupure" in path.read_text(encoding="utf-8")
    page.console_errors.clear()


def test_leaving_with_unsaved_work_warns(atelier, mine):
    _, name = mine("depart")
    page = atelier(name)
    asked = []
    page.on("dialog", lambda dialog: asked.append(dialog.type))
    fill(page, "Titre du cas", "À ne pas perdre")
    page.locator("#at-etat[data-etat=a_faire]").wait_for()
    page.get_by_role("link", name="Formatrice").first.click()
    page.wait_for_url("**/asalee/formatrice")
    assert asked == ["beforeunload"]


def test_a_missing_explanation_is_said_beside_its_field_and_in_the_summary(atelier, mine, capture):
    _, name = mine("explication")
    page = atelier(name)
    verdict(page, "Prêt")
    screen(page, "Question 1")
    fill(page, "Explication", "")
    verdict(page, "1 point à compléter")
    field = page.locator("#at-forme").get_by_label("Explication")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[data-champ$='-explication'] .at-remarque")).to_contain_text(
        "c’est ce que l’apprenante retient"
    )
    capture(page, "atelier-explication")
    screen(page, "Le cas")
    page.locator(".at-remarques button").click()
    until(page, "document.activeElement.id.endsWith('-explication')")


def test_a_case_with_faults_has_no_preview_but_a_sentence(atelier, mine):
    _, name = mine("sans-apercu")
    page = atelier(name)
    screen(page, "Question 1")
    fill(page, "Explication", "")
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Essayer").click()
    opened.value.get_by_role("heading", name="L’aperçu demande d’abord des corrections").wait_for()


def test_what_the_workshop_does_not_know_is_kept_and_shown(atelier, mine):
    path, name = mine("inconnu")
    texte = path.read_text(encoding="utf-8").replace(
        "type: nombre\n", "type: nombre\ncle_de_demain: [1,   2]  # note\n", 1
    )
    texte = texte.replace("---\n\nMme", "---\n\n<!-- à relire avec le docteur -->\n\nMme", 1)
    path.write_text(texte, encoding="utf-8")
    page = atelier(name)
    screen(page, "Question 1")
    expect(page.locator("#at-forme")).to_contain_text("Bloc gardé tel quel")
    fill(page, "Points", "4")
    screen(page, "Note pour vous")
    page.locator("#at-forme pre:has-text('à relire avec le docteur')").wait_for()
    save(page)
    assert path.read_text(encoding="utf-8") == texte.replace("points: 2", "points: 4", 1)


def test_a_slow_press_on_the_list_is_not_lost_while_what_was_typed_comes_back(atelier, mine):
    page = atelier(mine("appui-lent")[1])
    page.get_by_label("Durée prévue").press("End")
    page.keyboard.type("1")
    place = page.locator("#at-morceaux [data-ecran=patient]").bounding_box()
    page.mouse.move(place["x"] + 40, place["y"] + 20)
    with page.expect_response(re.compile("/verifier$"), timeout=WAIT_MS):
        page.mouse.down()  # leaves the field: what was typed is sent, and the list is told anew under the finger
    page.wait_for_timeout(300)
    page.mouse.up()

    expect(page.locator("#at-morceaux [data-ecran=patient]")).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("heading", name="Le patient", exact=True)).to_be_visible()


def test_undo_and_redo_go_through_the_whole_day(atelier, mine):
    _, name = mine("annuler")
    page = atelier(name)
    screen(page, "Question 2")
    page.get_by_role("button", name="Supprimer : Réponse 1").click()
    page.locator(".at-cartes > li").nth(3).wait_for(state="detached")
    page.get_by_role("button", name="Supprimer ce morceau").click()
    page.locator("#at-morceaux button:has-text('Question 6')").wait_for(state="detached")
    page.get_by_role("button", name="Annuler").click()
    page.locator("#at-morceaux button:has-text('Question 6')").wait_for()
    page.get_by_role("button", name="Annuler").click()
    page.locator(".at-cartes > li").nth(3).wait_for()
    expect(page.locator("#at-etat")).to_have_text("Enregistré")
    page.get_by_role("button", name="Rétablir").click()
    page.locator(".at-cartes > li").nth(3).wait_for(state="detached")


def test_a_constraint_of_the_patient_goes_to_the_text_and_comes_back(atelier, mine):
    path, name = mine("contrainte")
    page = atelier(name)
    screen(page, "Le patient")
    low = page.locator("#at-patients input:not([type=checkbox])").first
    low.wait_for()
    expect(low).to_have_value("54")
    low.fill("57")
    page.locator("#at-etat[data-etat=a_faire]").wait_for()
    until(page, "document.querySelector('#at-annuler').disabled === false")
    save(page)
    assert "  age: {entre: [57, 63]}\n" in path.read_text(encoding="utf-8")
    page.get_by_role("button", name="Annuler", exact=True).click()
    until(page, "document.querySelector('#at-patients input:not([type=checkbox])').value === '54'")


def test_the_text_and_the_forms_are_one_document(atelier, mine):
    path, name = mine("texte")
    page = atelier(name)
    page.get_by_role("button", name="Voir le texte").click()
    source = page.get_by_role("textbox", name="Texte du cas")
    source.fill(re.sub("titre: .*", "titre: Écrit dans le texte", source.input_value(), count=1))
    page.get_by_role("heading", name="Écrit dans le texte").wait_for()
    screen(page, "Le cas")
    fill(page, "Titre du cas", "Écrit dans le formulaire")
    page.get_by_role("button", name="Voir le texte").click()
    until(page, "document.getElementById('at-source')?.value.includes('titre: Écrit dans le formulaire')")
    save(page)
    assert "titre: Écrit dans le formulaire\n" in path.read_text(encoding="utf-8")


def test_the_keyboard_alone_writes_and_saves(atelier, mine, capture):
    path, name = mine("clavier")
    page = atelier(name)

    def tab_to(words):
        for _ in range(120):
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "() => { const e = document.activeElement; return (e.getAttribute('aria-label') || e.labels?.[0]?.textContent"
                " || e.textContent || '') + '|' + getComputedStyle(e).outlineWidth; }"
            )
            if words in seen:
                assert seen.endswith("|3px"), seen
                return
        pytest.fail(f"the keyboard does not reach « {words} »")

    tab_to("Question 2")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Question 2").wait_for()
    until(page, "document.activeElement.id === 'at-forme-titre'")
    tab_to("Descendre : Réponse 1")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id.endsWith('choix-1')")
    tab_to("Points")
    page.keyboard.press("Control+a")
    page.keyboard.type("4")
    capture(page, "atelier-clavier")
    page.keyboard.press("Control+s")
    written(path, "points: 4")


@pytest.mark.parametrize("width", [1280, 820, 390])
def test_every_screen_fits_and_is_readable(atelier, capture, width):
    page = atelier()
    page.set_viewport_size({"width": width, "height": 720})
    verdict(page, "Prêt")
    for button in ("Le cas", "Le patient", "Patient témoin", "Récit", "Document", "Question 1", "Question 2"):
        screen(page, button)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, f"{button} scrolls sideways"
        assert page.evaluate(CONTRAST) == [], button
        nameless = page.evaluate(
            "() => [...document.querySelectorAll('#atelier :is(input, select, textarea)')].filter((e) => e.getClientRects().length"
            " && !e.labels?.length && !e.getAttribute('aria-label') && !e.getAttribute('aria-labelledby')).map((e) => e.outerHTML)"
        )
        assert nameless == [], button
    capture(page, f"atelier-question-{width}")
    page.get_by_role("button", name="Ajouter un morceau").click()
    capture(page, f"atelier-ajouter-{width}")
