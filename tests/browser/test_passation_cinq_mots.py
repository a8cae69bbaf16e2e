"""The five words in Chromium: by mouse, by keyboard, by the list; the judge is the real one."""

import pytest
from playwright.sync_api import expect

from asalee_training.exercises import passation_cinq_mots as passation
from asalee_training.exercises.passation_cinq_mots import exemples, mots
from asalee_training.simulation import patient
from tests.browser.clavier import near

pytestmark = pytest.mark.browser

KIND = "passation_cinq_mots"
LISTES = ("verger", "ruisseau")
TEMPS = ("accueillir", "presenter", "immediat", "intercaler", "differe", "conclure")


def person(profil="stockage", passation="appareils_oublies", counts=None, seed=b"b", sexe="femme", age=82):
    found = patient.draw(
        {"sexe": sexe, "age": age, "cognition": {"profil": profil}, "passation": {"profil": passation}}, seed
    )
    return found | ({"cinq_mots": counts} if counts else {})


#: A word lost at once, so that the sheet is shown again.
KNOWN = person(counts={"rli": 4, "rii": 0, "rld": 4, "rid": 0})


class Mouse:
    def __init__(self, bench, view):
        self.bench, self.view = bench, view

    def press(self, node):
        node.click()

    def tick(self, node):
        node.check()

    def choose(self, node, value):
        node.select_option(value)

    def go(self, temps):
        tab = self.view.locator(f"[data-temps={temps}]")
        if tab.get_attribute("aria-selected") != "true":
            self.press(tab)

    def make(self, geste):
        view, g, panel = self.view, geste["g"], self.view.locator(f"[data-moment={geste.get('moment')}]")
        if g in ("verifier", "corriger"):
            self.go("accueillir")
            self.press(view.locator(f"[data-{g}={geste['condition']}]"))
        elif g == "expliquer":
            self.go("accueillir")
            self.press(view.locator(f"[data-expliquer={geste['phrase']}]"))
        elif g in ("montrer", "faire_lire", "demander_categorie", "cacher"):
            self.go("presenter")
            self.press(
                {
                    "montrer": view.locator(f"[data-liste={geste.get('liste')}]"),
                    "faire_lire": view.get_by_role("button", name="Faire lire à voix haute").first,
                    "demander_categorie": view.locator(f"[data-demander='{geste.get('mot')}']"),
                    "cacher": view.locator("[data-cacher]"),
                }[g]
            )
        elif g == "rappel_libre":
            self.go(geste["moment"])
            self.press(panel.locator(".asalee-cm-grand"))
        elif g == "indicer":
            self.go(geste["moment"])
            manner = panel.locator(f"input[value={geste['maniere']}]")
            if not manner.is_checked():
                self.tick(manner)
            self.press(panel.locator(f"[data-aider='{geste['mot']}']"))
        elif g == "noter":
            self.go(geste["moment"])
            self.tick(panel.locator(f"[data-mot='{geste['mot']}'] input[value={geste['code']}]"))
        elif g == "intercaler":
            self.go("intercaler")
            self.tick(view.locator(f".asalee-cm-panneau input[value={geste['tache']}]"))
            self.tick(view.locator(f".asalee-cm-panneau input[value='{geste['minutes']}']"))
            self.press(view.locator("[data-intercaler]"))
        elif g == "terminer":
            self.go("conclure")
            self.press(view.locator(f"[data-phrase={geste['phrase']}]"))
        elif g == "reporter":
            self.go("accueillir")
            self.press(view.locator("[data-reporter]"))
            self.press(view.get_by_role("button", name="Oui, reporter"))


class Keyboard(Mouse):
    """Tab, arrows, Space and Enter; no pointer and no focus given from outside."""

    def near(self, target):
        near(self.bench.page, target)

    def press(self, node):
        self.near(node)
        self.bench.page.keyboard.press("Enter")

    def tick(self, node):
        group = node.locator("xpath=ancestor::fieldset[1]").get_by_role("radio")
        checked = [radio for radio in group.all() if radio.is_checked()]
        values = [radio.get_attribute("value") for radio in group.all()]
        self.near(checked[0] if checked else group.first)
        if node.get_attribute("value") == values[0] or not checked:
            self.bench.page.keyboard.press("Space")
        for _ in values:
            if node.is_checked():
                return
            self.bench.page.keyboard.press("ArrowDown")

    def choose(self, node, value):
        self.near(node)
        self.bench.page.keyboard.type(str(value))

    def go(self, temps):
        self.near(self.view.locator("[role=tab][aria-selected=true]"))
        while self.view.locator("[role=tab][aria-selected=true]").get_attribute("data-temps") != temps:
            now = self.view.locator("[role=tab][aria-selected=true]").get_attribute("data-temps")
            self.bench.page.keyboard.press("ArrowRight" if TEMPS.index(now) < TEMPS.index(temps) else "ArrowLeft")


VERBS = {
    "verifier": "Vérifier", "corriger": "Corriger", "expliquer": "Expliquer", "montrer": "Montrer",
    "faire_lire": "Faire lire à voix haute", "demander_categorie": "Demander sa catégorie", "cacher": "Retourner la feuille",
    "rappel_libre": "Demander le rappel", "indicer": "Aider pour ce mot", "noter": "Noter", "intercaler": "Intercaler",
    "terminer": "Terminer",
}  # fmt: skip


class List(Mouse):
    """The words instead of the room; the conclusion is the same for all."""

    def make(self, geste):
        if not self.view.locator(".asalee-cm-liste").evaluate("(box) => box.open"):
            self.view.get_by_text("Faire la même chose avec une liste").click()
        row = self.view.locator(".asalee-cm-liste").get_by_role("group", name=VERBS[geste["g"]], exact=True)
        values = [geste[nom] for nom in geste if nom not in ("g", "t")]
        for menu, value in zip(row.locator("select").all(), values, strict=True):
            menu.select_option(str(value))
        row.get_by_role("button").click()


def radios_alone(gestes):
    """Codes written on the way by arrow keys are gestures too: only the last of each word is compared."""
    last = {(g["moment"], g["mot"]): rank for rank, g in enumerate(gestes) if g["g"] == "noter"}
    return [
        {nom: value for nom, value in g.items() if nom != "t"}
        for rank, g in enumerate(gestes)
        if g["g"] != "noter" or last[g["moment"], g["mot"]] == rank
    ]


def play(bench, view, hand, good):
    hand = hand(bench, view)
    for geste in good["gestes"]:
        hand.make(geste)
    hand.go("conclure")
    for nom, value in good["conclusion"].items():
        if nom in mots.COMPTES or nom == "total":
            hand.choose(view.locator(f"select[data-nom={nom}]"), str(value))
        else:
            hand.tick(view.locator(f"[data-partie={nom}] input[value={value}]"))
    bench.said("✔ Réponse enregistrée")


@pytest.mark.parametrize("hand", [Mouse, Keyboard, List], ids=["mouse", "keyboard", "list"])
def test_a_perfect_session_has_all_points(bench, hand, capture):
    view = bench.seance(KIND, KNOWN, conditions=["appareils", "lieu"], personne="Mme Morin")
    good = exemples.parfaite(bench.judge.key.exercices[KIND].attendu, LISTES)
    play(bench, view, hand, good)
    stored = bench.stored(KIND)
    assert radios_alone(stored["gestes"]) == radios_alone(good["gestes"])
    assert stored["conclusion"] == good["conclusion"]
    assert bench.mark(KIND).points == 10
    if hand is Mouse:
        view.get_by_role("button", name="Voir la correction").click()
        expect(view).to_contain_text("tout y est", use_inner_text=True)
        assert view.locator(".asalee-etapes tbody tr").count() == len(bench.mark(KIND).etapes) > 20
        assert bench.page.console_errors == []
        capture(bench.page, f"{KIND}-5-correction")


def forge(bench, known, gestes, conclusion=None, **spec):
    bench.sheet.write(KIND, exemples.raw(gestes, conclusion or {}), 0)
    return bench.seance(KIND, known, **spec)


def half():
    """Gestures up to the first cue."""
    spec = passation.Spec.model_validate(
        {"type": KIND, "points": 10.0, "explication": "La règle à retenir est écrite ici."}, strict=False
    )
    good = exemples.parfaite(passation.expected(spec, KNOWN).attendu, LISTES)
    at = next(rang for rang, geste in enumerate(good["gestes"]) if geste["g"] == "indicer")
    return [{nom: value for nom, value in geste.items() if nom != "t"} for geste in good["gestes"][: at + 1]]


def test_after_a_restart_the_same_person_has_said_the_same(bench, capture):
    view = forge(bench, KNOWN, half())
    bench.said("Réponse retrouvée")
    shown = view.locator(".asalee-cm-fil").inner_text()
    assert view.get_by_role("tab", selected=True).inner_text().endswith("Rappel immédiat")
    assert "{" not in shown
    stored = bench.stored(KIND)
    bench.reload()
    view = bench.seance(KIND, KNOWN, personne="La personne")
    capture(bench.page, f"{KIND}-6-reprise")
    bench.said("Réponse retrouvée")
    assert view.locator(".asalee-cm-fil").inner_text() == shown
    assert bench.stored(KIND) == stored


def test_a_sheet_in_sight_is_read_out_and_hidden_words_leave_the_page(bench):
    view = forge(bench, KNOWN, [{"g": "montrer", "liste": "ruisseau"}])
    expect(view.locator(".asalee-cm-mots li")).to_have_count(5)
    view.get_by_role("tab", name="Rappel immédiat").click()
    view.locator("[data-moment=immediat] .asalee-cm-grand").click()
    expect(view.locator(".asalee-cm-fil")).to_contain_text("C’est écrit là, devant moi", use_inner_text=True)
    view.get_by_role("tab", name="Présenter").click()
    view.get_by_role("button", name="Retourner la feuille").first.click()
    expect(view.locator(".asalee-cm-mots li")).to_have_count(0)
    expect(view.locator(".asalee-cm-feuille")).to_contain_text("Feuille retournée", use_inner_text=True)


def test_the_wait_is_short_and_the_clock_tells_it(bench):
    view = forge(bench, KNOWN, half())
    before = view.locator(".asalee-cm-heure").inner_text()
    Mouse(bench, view).make({"g": "intercaler", "tache": "compter", "minutes": 4})
    clock = view.locator(".asalee-cm-horloge").inner_text()
    assert before not in clock
    assert "4\u00a0min" in clock
    assert "4\u00a0minutes passent" in view.locator(".asalee-cm-fil").inner_text()


def test_what_cannot_be_done_now_is_told_and_leaves_no_trace(bench):
    view = bench.seance(KIND, KNOWN)
    List(bench, view).make({"g": "indicer", "moment": "immediat", "mot": 2, "maniere": "mot"})
    expect(view.locator(".asalee-cm-conseil")).to_contain_text("Demandez d’abord ce rappel", use_inner_text=True)
    List(bench, view).make({"g": "corriger", "condition": "lieu"})
    expect(view.locator(".asalee-cm-conseil")).to_contain_text("Vérifiez d’abord", use_inner_text=True)
    assert bench.stored(KIND) is None


def test_an_acute_change_is_postponed_and_the_glasses_are_seen(bench):
    known = person(passation="changement_aigu")
    view = bench.seance(KIND, known)
    good = exemples.parfaite(bench.judge.key.exercices[KIND].attendu, LISTES)
    play(bench, view, Mouse, good)
    assert bench.mark(KIND).points == 10
    expect(view.locator("[data-reporter]")).not_to_be_visible()


def test_a_hurtful_word_is_seen_on_the_face(bench):
    view = bench.seance(KIND, KNOWN)
    person = view.locator(".asalee-cm-personne")
    assert "peiné" not in person.get_attribute("aria-label")
    view.get_by_label("Dire aussi").select_option(label="«\u00a0Allons, c’est pourtant facile.\u00a0»")
    view.get_by_role("button", name="Dire", exact=True).click()
    bench.page.wait_for_function(
        "document.querySelector('.asalee-cm-personne').getAttribute('aria-label').includes('peiné')"
    )


def test_beginning_again_asks_once_more_and_evaluation_judges_nothing(bench):
    view = forge(bench, KNOWN, half())
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said("effacée")
    assert bench.stored(KIND) is None
    expect(view.locator(".asalee-cm-bulle")).to_have_count(0)
    bench.reload()
    view = bench.seance(KIND, KNOWN, training=False)
    expect(view.get_by_role("button", name="Recommencer la séance")).to_have_count(0)
    assert (
        view.get_by_role("button", name="Voir la correction").count() == 0
        or not view.get_by_role("button", name="Voir la correction").is_visible()
    )
    expect(view.locator(".asalee-etapes")).to_have_count(0)


def test_every_state_can_be_read_by_a_nurse_of_fifty(bench, capture):
    page = bench.page
    known = person("enregistrement", "plusieurs_ecarts", sexe="homme")
    view = bench.seance(KIND, known)
    capture(page, f"{KIND}-1-accueil")
    cle = bench.judge.key.exercices[KIND].attendu
    good, hand = exemples.parfaite(cle, LISTES), Mouse(bench, view)
    stages = {"corriger", "cacher", "demander_categorie", "intercaler", "indicer", "terminer"}
    named = set()
    for rank, geste in enumerate(good["gestes"]):
        hand.make(geste)
        after = good["gestes"][rank + 1]["g"] if rank + 1 < len(good["gestes"]) else ""
        if geste["g"] in stages - named and after != geste["g"]:
            named.add(geste["g"])
            view.locator(".asalee-cm-onglets").evaluate("(tabs) => tabs.scrollIntoView()")
            capture(page, f"{KIND}-2-{geste['g']}")
            assert bench.poor_letters() == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    hand.go("differe")
    capture(page, f"{KIND}-3-differe-note")
    hand.go("conclure")
    for nom, value in good["conclusion"].items():
        if nom in mots.COMPTES or nom == "total":
            hand.choose(view.locator(f"select[data-nom={nom}]"), str(value))
        else:
            hand.tick(view.locator(f"[data-partie={nom}] input[value={value}]"))
    capture(page, f"{KIND}-4-conclure")
    assert bench.poor_letters() == []
    page.set_viewport_size({"width": 800, "height": 1100})
    hand.go("presenter")
    capture(page, f"{KIND}-800")
    hand.go("differe")
    view.locator(".asalee-cm-scene").scroll_into_view_if_needed()
    capture(page, f"{KIND}-800-differe")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    small = page.evaluate("""() => [...document.querySelectorAll('.asalee-cm button, .asalee-cm select, .asalee-cm .asalee-option')]
      .filter((n) => n.getClientRects().length && n.getBoundingClientRect().height < 43.5).map((n) => n.textContent.slice(0, 30))""")
    assert small == []
