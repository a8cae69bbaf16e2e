"""A trainer in JupyterLab: her text or her notebook, in French, without kernel or code, and what is saved is said."""

import json
import re

import pytest
from playwright.sync_api import expect

from asalee_training.authoring import check, new
from asalee_training.workspace import Workspace
from tests.browser.test_lab import ENGLISH, kernels, visible_words
from tests.pages import espace_exemple

pytestmark = pytest.mark.browser

CARNET = "cases/bpco/toux-de-nuit.ipynb"
CELLS = ".jp-Notebook .jp-Cell"
CODE = {"cell_type": "code", "id": "x", "metadata": {}, "outputs": [], "execution_count": None}
TEXTE = "cases/bpco/essoufflement.md"


@pytest.fixture(scope="module")
def server(serve, tmp_path_factory):
    ws = Workspace(espace_exemple.fill(tmp_path_factory.mktemp("auteur")))
    return serve(ws.root)


@pytest.fixture
def ws(server):
    return Workspace(server.root)


@pytest.fixture
def carnet(ws):
    """A case just created as a notebook."""
    path = ws.root / CARNET
    path.unlink(missing_ok=True)
    return new.new(ws, "bpco/toux-de-nuit", titre="Toux de nuit", carnet=True)


def open_author(page, server, path):
    page.goto(server.document(path))
    page.wait_for_selector(".asalee-auteur .asalee-barre")


def state(page, words):
    page.locator(".asalee-barre-etat", has_text=re.compile(f"^{words}")).wait_for()


def status(page, words):
    page.locator(".asalee-auteur-etat", has_text=words).wait_for()


def write_after(page, line, words):
    """Put a new line after the one that holds `line`, and type."""
    page.locator(".cm-line", has_text=line).first.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def proposals(page):
    """The labels of the list."""
    page.locator(".asalee-choix").wait_for()
    return page.locator(".asalee-choix b").all_inner_texts()


@pytest.fixture
def texte(ws):
    """A right text, whatever an earlier test left."""
    path = ws.root / TEXTE
    path.write_text(espace_exemple.entete("Mme Roux", "bpco", "entrainement") + espace_exemple.TOUX, encoding="utf-8")
    return path


def test_a_broken_key_is_red_with_its_sentence_and_mending_it_says_ready(page, server, texte, capture):
    saved = texte.read_bytes()
    open_author(page, server, TEXTE)
    status(page, "Prêt")
    words = visible_words(page)
    assert not ENGLISH.search(words), ENGLISH.findall(words)
    editor = page.locator(".cm-content")
    expect(editor).to_have_attribute("spellcheck", "true")
    expect(editor).to_have_attribute("lang", "fr")
    assert float(editor.evaluate("e => getComputedStyle(e).fontSize").removesuffix("px")) >= 16
    expect(editor).to_have_class(re.compile(r"\bcm-lineWrapping\b"))
    expect(page.locator(".cm-lineNumbers")).to_be_visible()

    page.locator(".cm-line", has_text="points: 2").first.click()
    page.keyboard.press("Home")
    page.keyboard.press("Delete")
    status(page, "2 points à corriger")
    state(page, "Modifié")
    expect(page.locator(".asalee-ligne-fautive")).to_have_text(["type: nombre", "oints: 2"])
    expect(page.locator(".asalee-faute", has_text="oints: 2")).to_have_css("text-decoration-style", "wavy")
    page.locator(".asalee-faute", has_text="oints: 2").hover()
    sentence = page.locator(".asalee-bulle")
    expect(sentence).to_contain_text("n’existe pas.")
    assert "la clé «\u00a0oints\u00a0» n’existe pas." in sentence.inner_text()
    expect(page.locator(".asalee-signe").last).to_have_attribute("title", re.compile("n’existe pas"))
    line = saved.decode().split("\n").index("points: 2") + 1
    assert f"Ligne {line}\u202f: la clé" in page.locator(".asalee-auteur-liste").inner_text()
    capture(page, "auteur-texte-faute")

    page.keyboard.press("Control+Home")
    page.locator(".asalee-auteur-etat").click()
    page.locator(".asalee-auteur-etat").click()
    page.keyboard.type("p")  # the second point: the cursor waits at the beginning of its line
    status(page, "Prêt")
    expect(page.locator(".asalee-faute")).to_have_count(0)
    expect(page.locator(".asalee-auteur-liste")).not_to_be_visible()
    assert texte.read_bytes() == saved
    page.keyboard.press("Control+s")
    state(page, "Enregistré à")
    assert page.console_errors == []


def test_a_type_is_completed_as_one_types(page, server, texte, capture):
    open_author(page, server, TEXTE)
    status(page, "Prêt")
    page.locator(".cm-line", has_text="type: nombre").click()
    page.keyboard.press("End")
    for _ in "nombre":
        page.keyboard.press("Backspace")
    page.keyboard.type("no")
    expect(page.locator(".asalee-choix b").first).to_have_text("nombre")
    expect(page.locator(".asalee-choix")).to_contain_text("Un nombre, avec son unité.")
    capture(page, "auteur-choix")
    page.keyboard.press("Enter")
    expect(page.locator(".asalee-choix")).to_have_count(0)
    expect(page.locator(".cm-line", has_text="type: nombre")).to_have_count(1)
    status(page, "Prêt")


def test_the_list_is_asked_for_chosen_by_arrows_and_closed(page, server, texte):
    open_author(page, server, TEXTE)
    status(page, "Prêt")
    write_after(page, "sexe: femme", "")
    state(page, "Modifié")
    assert page.locator(".asalee-choix").count() == 0, "nothing is proposed on an empty line, unasked"
    page.keyboard.press("Control+Space")
    names = proposals(page)
    assert "taille_cm" in names
    assert "sexe" not in names, "it is written already"
    second = names[1]
    page.keyboard.press("ArrowDown")
    active = page.locator(".cm-content").get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    page.locator(".asalee-choix").wait_for(state="detached")
    page.keyboard.press("Control+Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator(".cm-line", has_text=f"  {second}: ")).to_have_count(1)


def test_a_save_given_up_is_not_said_to_be_done(page, server, texte):
    open_author(page, server, TEXTE)
    status(page, "Prêt")
    page.locator(".cm-line", has_text="Mme Exemple a").click()
    page.keyboard.type("x")
    texte.write_text(texte.read_text(encoding="utf-8") + "\nAjout d’une collègue.\n", encoding="utf-8")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_text("a changé sur le disque").wait_for()
    page.keyboard.press("Escape")
    page.locator(".jp-Dialog").wait_for(state="detached")
    state(page, "Modifié, pas encore enregistré")
    expect(page.get_by_role("button", name="Enregistrer")).to_be_enabled()
    assert "Ajout d’une collègue." in texte.read_text(encoding="utf-8")


# A text with « | » where she writes; what must be proposed there; what must not.
HEAD = "---\ntitre: x\nprotocole: bpco\n"
PLACES = [
    (HEAD + "mo|\n---\n", ["mode"], ["titre", "type", "age"]),
    (HEAD + "mode: |\n---\n", ["evaluation", "entrainement"], ["true"]),
    (HEAD + "patient:\n  sp|\n---\n", ["spirometrie"], ["titre"]),
    (HEAD + "patient:\n  spirometrie: {|\n---\n", ["profil"], ["entre"]),
    (HEAD + "patient:\n  spirometrie: {profil: |\n---\n", ["obstructif_modere"], ["normal_haut"]),
    (HEAD + "patient:\n  spirometrie: {profil: {parmi: [normal, |\n---\n", ["obstructif_leger"], []),
    (HEAD + "patient:\n  age: |\n---\n", ["{entre: [18, 105]}"], []),
    (HEAD + "patient:\n  age: {|\n---\n", ["entre", "parmi"], ["profil"]),
    (HEAD + "patient:\n  sexe: |\n---\n", ["femme", "homme"], ["{entre: [, ]}"]),
    (HEAD + "patient:\n  dossier:\n    profil: |\n---\n", ["diabete"], []),
    (HEAD + "patient:\n  dossier:\n    hba1c|\n---\n", ["hba1c_pct"], ["taille_cm"]),
    (HEAD + "patient_temoin: {sexe: femme, vem|}\n---\n", ["vems_l"], []),
    (HEAD + "titr|\n---\n", [], ["titre"]),
    ("```{exercice} a\n|\n```\n", ["type"], ["choix"]),
    ("```{exercice} a\ntype: |\n```\n", ["nombre", "choix", "texte"], []),
    ("```{exercice} a\ntype: nombre\n|\n```\n", ["unite", "points", "erreurs"], ["choix", "grille", "type"]),
    ("```{exercice} a\n|\ntype: texte\n```\n", ["grille"], ["unite", "type"]),
    ("```{exercice} a\ntype: nombre\nattendu: {|}\n```\n", ["calcul", "temoin", "tolerance"], ["points"]),
    ("```{exercice} a\ntype: nombre\nattendu: {calcul: rapport|}\n```\n", ["rapport_vems_cvf"], ["temoin"]),
    ("```{exercice} a\ntype: nombre\nerreurs:\n  - si: {calcul: rapport_c|\n```\n", ["rapport_cvf_vems"], []),
    ("```{exercice} a\ntype: nombre\nerreurs:\n  - si: {calcul: x}\n    r|\n```\n", ["retour"], ["si"]),
    ("```{exercice} a\ntype: choix\nchoix:\n  - texte: a\n    juste: true\n  - |\n```\n", ["texte", "juste"], ["points:"]),
    ("```{exercice} a\ntype: choix\nchoix:\n  - texte: a\n    juste: |\n```\n", ["true", "false"], []),
    ("```{exercice} a\ntype: choix\nchoix:\n- texte: a\n  gravite: |\n```\n", ["hors_champ", "dangereux"], []),
    ("```{exercice} a\ntype: choix\nchoix:\n  - acte: {acte: diag|}\n```\n", ["diagnostic", "annonce_diagnostic"], []),
    ("```{exercice} a\ntype: choix\nchoix:\n  - texte: J’annonce : |\n```\n", None, []),
    ("```{exercice} a\ntype: texte\ngrille: |\n```\n", ["essai"], []),
    ("```{|\n", ["{exercice}", "{instrument}", "{figure}"], []),
    ("```{instrument} sp|\n```\n", ["spirometrie"], ["examen_pieds"]),
    ("```{instrument} maquette\n|\n```\n", ["maquettes"], ["outils"]),
    ("```{instrument} maquette\nmaquettes: [artere_plaque, cent|]\n```\n", ["cent_hommes"], ["artere_plaque"]),
    ("```{instrument} spirometrie\ncourbes: |\n```\n", ["true", "false"], []),
    ("```{instrument} inconnu\n|\n```\n", None, []),
    ("Elle a {{ patient.ag|\n", ["age"], ["taille_cm"]),
    ("Elle a {{ patient.vems_l | |\n", ["2_decimales"], ["age"]),
    ("Elle a type: |\n", None, []),
    ("```python\ntype: |\n```\n", None, []),
    ("titre: x\n```{exercice} a\ntype: nombre\n```\npoints|\n", None, []),
    ("```{exercice} a\ntype: choix\naide: Un \\\"mot\\\" # note |\n```\n", None, []),
]  # fmt: skip


def test_what_is_proposed_fits_the_place(page, server):
    page.goto(server.url("asalee/formatrice"))
    format_ = page.request.get(f"{server.base}asalee/formatrice/format").json()
    address = f"{server.base}lab/extensions/asalee-formation/modules/format.js"
    wrong = []
    for text, wanted, unwanted in PLACES:
        before, _, after = text.rpartition("|")
        found = page.evaluate(
            "([address, text, at, format]) => import(address).then((m) => m.propose(text, at, format, 'cas'))",
            [address, before + after, len(before), format_],
        )
        labels = [item["label"] for item in found["items"]] if found else None
        if (
            (wanted is None and labels is not None)
            or not set(wanted or ()) <= set(labels or ())
            or set(unwanted) & set(labels or ())
        ):
            wrong.append((text, labels))
    assert wrong == []


def test_a_case_notebook_opens_as_a_text_in_cells_without_a_kernel(page, server, carnet, capture):
    open_author(page, server, CARNET)
    page.get_by_role("heading", name="Que faites-vous de ce résultat").wait_for()
    state(page, "Enregistré")
    capture(page, "auteur-carnet")
    # What a trainer must see of a block: its first line, which a rendered cell hides.
    expect(page.locator(CELLS).nth(3)).to_contain_text("```{exercice} rapport")
    expect(page.locator(".asalee-barre a")).to_have_attribute("href", re.compile("/asalee/formatrice$"))
    words = visible_words(page)
    assert not ENGLISH.search(words), ENGLISH.findall(words)
    assert kernels(server) == []
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    assert page.console_errors == []


def test_new_cells_are_text_and_the_notebook_saved_is_the_case(page, server, ws, carnet):
    open_author(page, server, CARNET)
    page.locator(CELLS).nth(1).click()
    page.get_by_role("button", name="Ajouter une cellule", exact=True).click()
    expect(page.locator(CELLS).nth(2).locator(".cm-content")).to_be_focused()
    page.keyboard.type("Elle dort mal.")
    state(page, "Modifié")
    page.keyboard.press("Shift+Enter")
    page.keyboard.press("Control+s")
    state(page, "Enregistré à")
    cells = json.loads(carnet.read_text(encoding="utf-8"))["cells"]
    assert {c["cell_type"] for c in cells} == {"markdown"}
    assert "".join(cells[2]["source"]) == "Elle dort mal."
    assert "Elle dort mal." in check.check(ws, carnet).blocs[0].markdown


def test_a_code_cell_asks_for_no_kernel_and_one_button_makes_it_text(page, server, carnet):
    data = json.loads(carnet.read_text(encoding="utf-8"))
    data["cells"].append({**CODE, "source": "Elle revient dans un mois."})
    carnet.write_text(json.dumps(data), encoding="utf-8")
    open_author(page, server, CARNET)
    page.locator(CELLS).nth(1).click()
    to_text = page.get_by_role("button", name="Mettre en Markdown")
    expect(to_text).not_to_be_visible()
    page.locator(f"{CELLS}.jp-CodeCell").click()
    page.keyboard.press("Control+Enter")
    to_text.wait_for()
    page.locator(".asalee-auteur-liste", has_text="Cellule 7, ligne 1").wait_for()
    page.wait_for_timeout(500)  # a dialog would take as long
    expect(page.locator(".jp-Dialog")).to_have_count(0)
    assert kernels(server) == []
    to_text.click()
    to_text.wait_for(state="hidden")
    expect(page.locator(f"{CELLS}.jp-CodeCell")).to_have_count(0)
    status(page, "Prêt")


def test_letters_typed_beside_the_text_do_nothing(page, server, carnet):
    open_author(page, server, CARNET)
    page.locator(CELLS).nth(1).click()
    page.keyboard.press("Escape")
    page.keyboard.type("ddxbay1b")
    page.wait_for_timeout(700)  # a shortcut of two keys waits before it acts
    expect(page.locator(CELLS)).to_have_count(6)
    state(page, "Enregistré")
    page.locator(CELLS).nth(1).dblclick()
    expect(page.locator(CELLS).nth(1).locator(".cm-content")).to_be_focused()
    page.keyboard.type("Bonjour. ")
    expect(page.locator(CELLS).nth(1)).to_contain_text("Bonjour. ")


def test_a_notebook_s_fault_is_told_with_its_cell_and_found_by_a_click(page, server, carnet, capture):
    open_author(page, server, CARNET)
    status(page, "Prêt")
    page.locator(CELLS).nth(3).locator(".cm-line", has_text="type: nombre").click()
    page.keyboard.press("End")
    page.keyboard.type("s")
    page.get_by_role("button", name="Vérifier", exact=True).click()
    status(page, "1 point à corriger")
    words = page.locator(".asalee-auteur-liste").inner_text()
    assert words.startswith("Cellule 4, ligne 2\u202f: le type «\u00a0nombres\u00a0» n’existe pas.")
    expect(page.locator(CELLS).nth(3).locator(".asalee-faute")).to_have_text("type: nombres")
    capture(page, "auteur-carnet-faute")
    page.locator(CELLS).nth(5).click()
    page.locator(".asalee-auteur-etat").click()
    page.locator(f"{CELLS}.jp-mod-active", has_text="type: nombres").wait_for()
    page.keyboard.press("End")
    page.keyboard.press("Backspace")
    status(page, "Prêt")


def test_a_source_that_calls_itself_a_case_is_not_run(page, server, ws, carnet):
    data = json.loads(carnet.read_text(encoding="utf-8"))
    data["metadata"]["asalee"] = {"mode": "evaluation", "titre": "Piège"}
    mark = ws.root / "execute"
    data["cells"].append({**CODE, "source": f"open({str(mark)!r}, 'w')"})
    carnet.write_text(json.dumps(data), encoding="utf-8")
    open_author(page, server, CARNET)
    page.wait_for_timeout(2000)  # a case would be run by then
    expect(page.locator(".asalee-cas")).to_have_count(0)
    assert kernels(server) == []
    assert not mark.exists()
