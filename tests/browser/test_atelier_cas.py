"""« Atelier des cas » in a browser: a case from nothing to released."""

import time

import pytest

from asalee_training import scoring
from asalee_training.answers import Sheet
from asalee_training.authoring import check, essai, publication
from asalee_training.exercises.contract import option_id
from asalee_training.workspace import Workspace
from tests.browser import formation
from tests.browser.atelier import fill, save, screen, verdict
from tests.browser.conftest import CAPTURES
from tests.browser.copie import answer, open_case

pytestmark = pytest.mark.browser


@pytest.mark.slow
def test_a_trainer_writes_a_case_from_nothing_and_a_trainee_opens_it(page, atelier_server, capture):
    start = time.monotonic()
    page.goto(atelier_server.url("asalee/"))
    page.goto(f"{atelier_server.base}asalee/formatrice")
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

    ws = Workspace(atelier_server.root)
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
    page.goto(f"{atelier_server.base}asalee/formatrice")
    page.get_by_role("button", name="publier aux apprenantes").click()
    page.get_by_text("sont publiés").or_(page.get_by_text("Publication faite")).first.wait_for(timeout=120_000)
    open_case(page, atelier_server, "bpco-souffle-court-au-marche-v1")
    page.get_by_role("heading", name="Calculez le rapport VEMS/CVF").first.wait_for()
    capture(page, "atelier-6-apprenante")
    version, key = formation.key_of(ws, "bpco-souffle-court-au-marche-v1", ws.ident)
    for exercise in version.case.exercices.values():
        answer(page, exercise, key.exercices[exercise.nom].attendu)
    stored = Sheet(ws.apprenante / "bpco-souffle-court-au-marche-v1").read().reponses
    marks = [scoring.mark(key, e, stored[e.nom].valeur) for e in version.case.exercices.values() if e.type != "texte"]
    assert [(m.points, m.sur) for m in marks] == [(m.sur, m.sur) for m in marks]
