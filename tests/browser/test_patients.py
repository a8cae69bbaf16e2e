"""The patient panel in a browser: a nurse adds, changes and removes constraints, and sees who comes out."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.contraste import CONTRAST
from tests.browser.panneau import attendre, dits, ouvrir, until

pytestmark = pytest.mark.browser

LAMBERT = {
    "sexe": "femme",
    "age": {"entre": [54, 63]},
    "taille_cm": {"entre": [156, 168]},
    "spirometrie": {"profil": {"parmi": ["normal", "obstructif_leger"]}},
}
DIABETE = {"sexe": "femme", "age": {"entre": [66, 76]}, "dossier": {"profil": "diabete", "dfg": {"entre": [45, 80]}}}


def loi(page, chemin):
    return page.locator(f'.pt-loi[data-chemin="{chemin}"]')


def cartes(page):
    return page.locator(".pt-carte")


def ages(page):
    return {int(re.search(r"(\d+).ans", text)[1]) for text in page.locator(".pt-carte h4").all_inner_texts()}


def ajouter(page, cherche, nom):
    page.get_by_role("button", name="Ajouter une contrainte").click()
    page.get_by_role("searchbox", name="Chercher une contrainte").fill(cherche)
    page.locator(".pt-groupes button", has_text=nom).first.click()


def test_ten_patients_are_shown_with_the_laws_as_they_are_written(page, example, capture):
    ouvrir(page, example, "bpco", LAMBERT)
    expect(cartes(page)).to_have_count(10)
    expect(page.locator(".pt-loi")).to_have_count(4)
    expect(loi(page, "age").locator("input").first).to_have_value("54")
    assert all(54 <= age <= 63 for age in ages(page))
    expect(page.locator(".pt-carte svg[role=img]")).to_have_count(20)
    assert dits(page) == [], "showing a case changes nothing of it"
    expect(loi(page, "age").locator(".pt-couvre")).to_contain_text("Tirés")
    capture(page, "patients-bpco")
    assert page.console_errors == []


def test_a_bound_changed_changes_who_comes_out(page, example):
    ouvrir(page, example, "bpco", LAMBERT)
    low, high = loi(page, "age").locator(".pt-nombre").nth(0), loi(page, "age").locator(".pt-nombre").nth(1)
    high.fill("84")
    low.fill("80")
    low.press("Enter")
    attendre(page)
    assert dits(page)[-1] == [["age"], {"entre": [80, 84]}]
    assert all(80 <= age <= 84 for age in ages(page))
    loi(page, "age").locator("select").select_option("valeur")
    attendre(page)
    assert dits(page)[-1] == [["age"], 80]
    assert ages(page) == {80}
    loi(page, "age").locator("select").select_option("parmi")
    loi(page, "age").locator("input").fill("58 ; 70")
    loi(page, "age").locator("input").press("Enter")
    attendre(page)
    assert dits(page)[-1] == [["age"], {"parmi": [58, 70]}]
    assert ages(page) == {58, 70}


def test_a_decimal_comma_is_a_number_and_a_value_out_of_range_is_told_in_place(page, example):
    ouvrir(page, example, "diabete", DIABETE)
    before = page.locator(".pt-carte h4").all_inner_texts()
    ajouter(page, "hba1c", "HbA1c")
    row = loi(page, "dossier.hba1c_pct")
    row.locator(".pt-nombre").nth(0).fill("7,8")
    row.locator(".pt-nombre").nth(1).fill("8,4")
    row.locator(".pt-nombre").nth(1).press("Enter")
    attendre(page)
    assert dits(page) == [[["dossier", "hba1c_pct"], {"entre": [7.8, 8.4]}]]
    expect(cartes(page).first.locator(".pt-contraint", has_text="HbA1c").first).to_contain_text(
        re.compile(r"(7,[89]|8,[0-4])")
    )
    row.locator(".pt-nombre").nth(1).fill("84")
    row.locator(".pt-nombre").nth(1).press("Enter")
    expect(row.locator(".pt-faute")).to_contain_text("84 n’est pas possible ; de 4 à 18 %".replace(" ;", "\u202f;"))
    assert dits(page) == [], "an impossible value is not written"
    assert before


def test_too_rare_a_patient_names_the_law_that_is_too_much(page, example, capture):
    ouvrir(
        page,
        example,
        "diabete",
        {
            "sexe": "femme",
            "age": 66,
            "dossier": {"profil": "diabete", "hba1c_pct": {"entre": [13, 14]}, "dfg": {"entre": [15, 20]}},
        },
    )
    fault = loi(page, "dossier.hba1c_pct").locator(".pt-faute")
    expect(fault).to_contain_text("aucun patient ne convient")
    expect(page.locator(".pt-problemes")).to_contain_text("HbA1c")
    capture(page, "patients-trop-rare")
    loi(page, "dossier.hba1c_pct").get_by_role("button", name="Retirer").click()
    loi(page, "dossier.dfg").get_by_role("button", name="Retirer").click()
    attendre(page)
    expect(cartes(page)).to_have_count(10)
    expect(page.locator(".pt-problemes")).to_have_count(0)
    assert dits(page) == [[["dossier", "hba1c_pct"], None], [["dossier", "dfg"], None]]


def test_a_constraint_removed_can_be_put_back(page, example):
    ouvrir(page, example, "bpco", LAMBERT)
    loi(page, "taille_cm").get_by_role("button", name="Retirer").click()
    expect(loi(page, "spirometrie").locator(".pt-faute")).to_contain_text("a besoin de taille")
    page.get_by_role("button", name="Annuler").click()
    attendre(page)
    assert dits(page) == [[["taille_cm"], None], [["taille_cm"], {"entre": [156, 168]}]]
    expect(cartes(page)).to_have_count(10)


def test_a_field_of_the_record_brings_the_record_and_moves_what_it_also_gives(page, example):
    ouvrir(page, example, "diabete", {"sexe": "femme", "age": 60, "tabac_paquets_annees": {"entre": [5, 60]}})
    ajouter(page, "hba1c", "HbA1c")
    assert dits(page) == [
        [["tabac_paquets_annees"], None],
        [["dossier"], {"profil": "diabete"}],
        [["dossier", "tabac_paquets_annees"], {"entre": [5, 60]}],
    ]
    expect(page.locator(".pt-avis")).to_contain_text("se tire avec une personne entière")
    attendre(page)
    expect(cartes(page)).to_have_count(10)


def test_a_profile_keeps_the_weight_that_the_text_gives_it(page, example):
    ouvrir(page, example, "cognition", {"age": 80, "passation": {"profil": {"parmi": ["bruit", "bruit", "fatigue"]}}})
    row = loi(page, "passation")
    expect(row).to_contain_text("compte 2 fois")
    row.get_by_role("button", name="Changer").click()
    row.get_by_role("checkbox", name=re.compile("^Inquiétude")).click()
    assert dits(page) == [[["passation"], {"profil": {"parmi": ["bruit", "bruit", "fatigue", "inquietude"]}}]]


def test_the_record_changes_of_profile_without_losing_its_laws(page, example):
    ouvrir(page, example, "diabete", DIABETE)
    row = loi(page, "dossier")
    row.get_by_role("button", name="Changer").click()
    row.get_by_role("checkbox", name=re.compile("^Diabète à l’objectif")).click()
    row.get_by_role("checkbox", name=re.compile("^Diabète de type 2")).click()
    assert dits(page) == [
        [["dossier", "profil"], {"parmi": ["diabete", "diabete_equilibre"]}],
        [["dossier", "profil"], "diabete_equilibre"],
    ]
    assert page.evaluate("window.lois.dossier") == {"profil": "diabete_equilibre", "dfg": {"entre": [45, 80]}}


def test_what_a_profile_already_gives_is_not_offered_and_the_reason_is_read(page, example):
    ouvrir(page, example, "bpco", LAMBERT)
    page.get_by_role("button", name="Ajouter une contrainte").click()
    page.get_by_role("searchbox").fill("vems")
    choice = page.locator(".pt-groupes button", has_text=re.compile("^VEMS"))
    expect(choice.first).to_have_attribute("aria-disabled", "true")
    expect(choice.first).to_contain_text("déjà tiré par")
    choice.first.press("Enter")
    expect(choice.first).to_be_focused()
    expect(page.locator(".pt-loi")).to_have_count(4)


def test_everything_can_be_done_with_the_keyboard_alone(page, example):
    ouvrir(page, example, "rcv", {"sexe": "femme"})
    page.get_by_role("button", name="Ajouter une contrainte").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("age")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Ajouter une contrainte")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("tour de bras")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(loi(page, "tour_bras_cm").locator(".pt-nombre").first).to_be_focused()
    page.keyboard.type("36")
    page.keyboard.press("Tab")
    page.keyboard.type("42")
    page.keyboard.press("Enter")
    attendre(page)
    assert dits(page) == [[["tour_bras_cm"], {"entre": [36, 42]}]]
    expect(cartes(page).first).to_contain_text("Tour de bras")
    for _ in range(9):
        if "Retirer" in (page.evaluate("document.activeElement.getAttribute('aria-label')") or ""):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert dits(page) == [[["tour_bras_cm"], None]]
    assert page.evaluate("document.activeElement !== document.body"), "the focus is not lost"


def test_a_text_changed_elsewhere_is_followed(page, example):
    ouvrir(page, example, "bpco", LAMBERT)
    page.evaluate("lois => window.panneau.maj(lois)", {"age": 33, "agee": 3})
    attendre(page)
    assert dits(page) == [], "what comes from the text is not written back"
    expect(loi(page, "age").locator("input")).to_have_value("33")
    expect(loi(page, "agee")).to_contain_text("n’est pas connu")
    expect(loi(page, "agee").locator(".pt-faute")).to_contain_text("n’est pas un champ du patient")
    page.evaluate("lois => window.panneau.maj(lois)", {"age": 33})
    attendre(page)
    assert ages(page) == {33}


def test_her_own_changes_heard_back_one_by_one_undo_nothing(page, example):
    ouvrir(page, example, "diabete", {"sexe": "femme", "age": 60, "tabac_paquets_annees": {"entre": [5, 60]}})
    ajouter(page, "hba1c", "HbA1c")
    for lois in (
        {"sexe": "femme", "age": 60},
        {"sexe": "femme", "age": 60, "dossier": {"profil": "diabete"}},
        {"age": 60, "sexe": "femme", "dossier": {"tabac_paquets_annees": {"entre": [5, 60]}, "profil": "diabete"}},
    ):
        page.evaluate("lois => window.panneau.maj(lois)", lois)
        expect(loi(page, "dossier.tabac_paquets_annees")).to_have_count(1)
        expect(loi(page, "dossier.hba1c_pct").locator(".pt-nombre").first).to_be_focused()
    page.evaluate("lois => window.panneau.maj(lois)", {"sexe": "femme", "age": 60})
    expect(loi(page, "dossier")).to_have_count(0)


def test_a_late_answer_never_replaces_a_newer_one(page, example):
    ouvrir(page, example, "bpco", {"age": 40})
    page.evaluate("""() => {
      const real = window.fetch;
      window.fetch = async (url, options) => {
        const answer = await real(url, options);
        if (options?.body?.includes('"age":50')) {
          await new Promise((done) => { window.answer = done; });
          setTimeout(() => { window.late = true; }, 200);
        }
        return answer;
      };
    }""")
    page.evaluate("window.panneau.maj({age: 50})")
    until(page, "Boolean(window.answer)")  # the server has drawn for 50; the page has not heard of it
    page.evaluate("window.panneau.maj({age: 70})")
    attendre(page)
    assert ages(page) == {70}
    page.evaluate("window.answer()")
    until(page, "Boolean(window.late)")
    attendre(page)
    assert ages(page) == {70}


@pytest.mark.parametrize(("largeur", "hauteur"), [(1280, 720), (820, 1180), (390, 800)])
def test_it_reads_on_every_screen(page, example, capture, largeur, hauteur):
    page.set_viewport_size({"width": largeur, "height": hauteur})
    ouvrir(page, example, "diabete", DIABETE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    assert page.evaluate(CONTRAST) == []
    page.get_by_role("button", name="Ajouter une contrainte").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    assert page.evaluate(CONTRAST) == []
    capture(page, f"patients-{largeur}")
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Les trente-deux en chiffres").click()
    expect(page.get_by_role("table")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")
    assert page.evaluate(CONTRAST) == []


def test_every_control_has_a_name(page, example):
    ouvrir(
        page,
        example,
        "cognition",
        {"prenom": "Odile", "age": 80, "sexe": "femme", "dossier": {"profil": "personne_agee", "vit_seul": True}},
    )
    page.get_by_role("button", name="Ajouter une contrainte").click()
    nameless = page.evaluate("""() => [...document.querySelectorAll("#patient :is(input, select, button)")].filter((e) =>
      !(e.getAttribute("aria-label") || e.textContent.trim() || e.closest("label")?.textContent.trim())).map((e) => e.outerHTML)""")
    assert nameless == []
