"""Blood pressure in Chromium: on the drawing, with the keyboard, with the list; the judge is the real one."""

import pytest
from playwright.sync_api import expect

from asalee_training import exercises, widgets
from asalee_training.exercises.mesure_tension import exemples, mots
from asalee_training.simulation import instruments, patient, seance_tension

pytestmark = pytest.mark.browser
SHARES_CONTEXT = True  # nothing here but bare pages

KIND = "mesure_tension"
# How many stops of the Tab key lie between the focus and a node; a group of radio buttons is one stop.
STOPS = """(node) => {
  const stops = [...document.querySelectorAll("button, input, select, summary, [tabindex]")].filter((stop) => {
    if (stop.tabIndex < 0 || stop.disabled || !stop.getClientRects().length) return false;
    if (stop.type !== "radio" || stop.checked || stop === document.activeElement || stop === node) return true;
    const group = [...document.getElementsByName(stop.name)];
    return !group.some((radio) => radio.checked || radio === document.activeElement || radio === node) && group[0] === stop;
  });
  return stops.indexOf(node) - stops.indexOf(document.activeElement);
}"""
# Buttons and labels to press, smaller than a finger.
SMALL = """() => [...document.querySelectorAll(".asalee button, .asalee label:has(input), .asalee select, .asalee input[type=text]")]
  .filter((node) => node.getClientRects().length && !node.closest("[hidden]"))
  .filter((node) => node.getBoundingClientRect().height < 43.5 || node.getBoundingClientRect().width < 43.5)
  .map((node) => node.textContent)"""


def person(profil="blouse_blanche", **laws):
    given = {"vessie_pleine": True, "cafe_tabac_min": 10, "malaise_debout": False, **laws}
    return patient.draw({"sexe": "femme", "age": 61, "tension": {"profil": profil}, **given}, b"c")


@pytest.fixture(autouse=True)
def still(page):
    """A cuff that fills at once."""
    page.emulate_media(reduced_motion="reduce")


class Mouse:
    """Labels of the drawing, cuffs, buttons."""

    def __init__(self, bench, view):
        self.bench, self.view = bench, view

    def press(self, target):
        target.click()

    def pick(self, target):
        target.check(force=True)

    def act(self, geste):
        view, nom = self.view, geste["g"]
        if nom == "installer":
            label = view.locator(f".asalee-ta-etiquette[data-point='{geste['point']}']")
            while label.get_attribute("data-etat") != geste["etat"]:
                self.press(label)
        elif nom == "brassard":
            self.pick(view.get_by_role("radio", name=f"Brassard {geste['taille']}"))
        elif nom == "bras":
            self.pick(view.get_by_role("radio", name=geste["cote"].capitalize(), exact=True))
        elif nom == "position":
            self.pick(view.get_by_role("radio", name=mots.POSITIONS[geste["etat"]], exact=True))
        elif nom == "mesurer":
            self.press(view.locator(".asalee-ta-mesurer"))
        elif nom == "tour_bras":
            self.press(view.get_by_role("button", name="Mesurer le tour de bras"))
        else:
            words = mots.QUESTIONS.get(geste.get("sujet")) or {
                "attendre": f"{geste.get('minutes')} min",
                "toilettes": "Les toilettes sont",
                "securiser": "Je reste près de vous",
            }.get(nom)
            self.press(view.locator(f"[data-geste='{nom}']", has_text=words))

    def conclude(self, good):
        self.press(self.view.get_by_role("tab", name="Noter et conclure"))
        for nom, value in good["conclusion"].items():
            if nom in mots.NOMBRES:
                self.write(self.view.get_by_role("textbox", name=mots.NOMBRES[nom][0]), value)
            else:
                part = self.view.locator(f"[data-partie='{nom.removesuffix('_lever')}']")
                self.pick(part.locator(f"input[value='{nom if value is True else value}']"))

    def write(self, field, text):
        field.fill(text)


class Keyboard(Mouse):
    """Tab, Space, Enter, arrows: no pointer, and no focus given from outside."""

    def near(self, target):
        steps = target.evaluate(STOPS)
        for _ in range(abs(steps)):
            self.bench.page.keyboard.press("Tab" if steps > 0 else "Shift+Tab")
        expect(target, f"{target} is not {steps} stops away").to_be_focused()

    def press(self, target):
        if target.get_attribute("role") == "tab":
            self.near(self.view.locator("[role=tab][aria-selected=true]"))
            self.bench.page.keyboard.press("ArrowRight")
        else:
            self.near(target)
            self.bench.page.keyboard.press("Enter")

    def pick(self, target):
        if target.is_checked():
            return
        if target.get_attribute("type") == "checkbox":
            self.near(target)
            self.bench.page.keyboard.press("Space")
            return
        group = target.evaluate("(node) => node.name")
        inside = self.view.locator(f"input[name='{group}']")
        checked = inside.and_(self.view.locator(":checked"))
        self.near(checked if checked.count() else inside.first)
        if not checked.count():
            self.bench.page.keyboard.press("Space")
        while not target.is_checked():
            self.bench.page.keyboard.press("ArrowDown")

    def write(self, field, text):
        self.near(field)
        self.bench.page.keyboard.type(text)


class List(Mouse):
    """The twin in words."""

    def act(self, geste):
        box = self.view.locator("details", has_text="Faire la même chose avec une liste")
        if not box.get_attribute("open"):
            box.evaluate("(node) => { node.open = true; }")
        nom = geste["g"]
        rows = {
            "demander": ("Demander", "Poser la question", geste.get("sujet")),
            "position": ("Position", "Changer", geste.get("etat")),
            "brassard": ("Brassard", "Choisir", geste.get("taille")),
            "bras": ("Bras", "Poser le brassard", geste.get("cote")),
            "attendre": ("Attendre", "Laisser passer", str(geste.get("minutes"))),
        }
        if nom == "installer":
            titre = mots.INSTALLATION[geste["point"]][0]
            box.get_by_label(titre, exact=True).select_option(geste["etat"])
            box.get_by_label(titre, exact=True).locator("xpath=..").get_by_role("button").click()
        elif nom in rows:
            label, button, value = rows[nom]
            box.get_by_label(label, exact=True).select_option(value)
            box.get_by_role("button", name=button, exact=True).click()
        else:
            words = {
                "mesurer": "Gonfler le brassard",
                "tour_bras": "Prendre le mètre ruban",
                "toilettes": "Proposer les toilettes",
                "securiser": "Je reste près, une chaise derrière",
            }
            box.get_by_role("button", name=words[nom]).click()


def play(bench, view, hand):
    good = exemples.parfaite(bench.judge.key.exercices[KIND].attendu)
    hand = hand(bench, view)
    for geste in good["gestes"]:
        hand.act(geste)
    hand.conclude(good)
    view.locator(".asalee-etat[data-etat=enregistre]").wait_for()
    assert bench.stored(KIND)["conclusion"] == good["conclusion"]
    return good


def timeless(gestes):
    return [{nom: value for nom, value in geste.items() if nom != "t"} for geste in gestes]


@pytest.mark.parametrize("hand", [Mouse, Keyboard, List], ids=["mouse", "keyboard", "list"])
def test_a_perfect_measure_has_all_points(bench, hand, capture):
    view = bench.seance(KIND, person(), acte="cabinet")
    good = play(bench, view, hand)
    mark = bench.mark(KIND)
    assert (mark.points, mark.gravite) == (10, None)
    if hand is List:
        assert timeless(bench.stored(KIND)["gestes"]) == timeless(good["gestes"])
    if hand is Mouse:
        view.get_by_role("button", name="Voir la correction").click()
        expect(view).to_contain_text("Votre mesure est bien faite", use_inner_text=True)
        assert view.locator(".asalee-etapes tbody tr").count() == len(mark.etapes) > 18
        capture(bench.page, f"{KIND}-correction")


@pytest.mark.parametrize("hand", [Keyboard, List], ids=["keyboard", "list"])
def test_a_perfect_test_on_standing_has_all_points(bench, hand):
    view = bench.seance(KIND, person("orthostatique"), acte="orthostatisme")
    play(bench, view, hand)
    assert bench.mark(KIND).points == 10


def test_the_device_shows_what_the_kernel_replays_however_careless_the_hand(bench):
    known = person("severe_symptomes", tour_bras_cm=30)
    view = bench.seance(KIND, known, acte="cabinet")
    hand = Mouse(bench, view)
    careless = [
        {"g": "brassard", "taille": "S"}, {"g": "bras", "cote": "droit"}, {"g": "mesurer"},
        {"g": "installer", "point": "bras", "etat": "pendant"}, {"g": "attendre", "minutes": 1}, {"g": "mesurer"},
        {"g": "bras", "cote": "gauche"}, {"g": "brassard", "taille": "L"}, {"g": "toilettes"}, {"g": "mesurer"},
        {"g": "installer", "point": "parole", "etat": "silence"}, {"g": "attendre", "minutes": 30}, {"g": "mesurer"},
    ]  # fmt: skip
    for geste in careless:
        hand.act(geste)
    bench.said("✔ Réponse enregistrée")
    found = seance_tension.relever(seance_tension.record(known, "cabinet"), bench.stored(KIND)["gestes"])
    rows = view.locator(".asalee-ta-mesures tbody tr")
    shown = [[cell.inner_text() for cell in rows.nth(i).locator("td").all()] for i in range(rows.count())]
    assert [row[1:] for row in shown] == [[x.cote, str(x.pas), str(x.pad), str(x.pouls)] for x in found]
    assert [row[0] for row in shown] == ["9\u00a0h 00", "9\u00a0h 01", "9\u00a0h 01", "9\u00a0h 31"]


def test_the_orthostatic_readings_too(bench):
    known = person("orthostatique", tour_bras_cm=30)
    view = bench.seance(KIND, known, acte="orthostatisme")
    hand = Mouse(bench, view)
    for geste in [
        {"g": "brassard", "taille": "M"}, {"g": "bras", "cote": "gauche"}, {"g": "mesurer"},
        {"g": "position", "etat": "couche"}, {"g": "attendre", "minutes": 2}, {"g": "mesurer"},
        {"g": "position", "etat": "debout"}, {"g": "mesurer"}, {"g": "attendre", "minutes": 30}, {"g": "mesurer"},
    ]:  # fmt: skip
        hand.act(geste)
    bench.said("✔ Réponse enregistrée")
    found = seance_tension.relever(seance_tension.record(known, "orthostatisme"), bench.stored(KIND)["gestes"])
    cells = view.locator(".asalee-ta-mesures strong").all_inner_texts()
    assert cells == [str(v) for x in found for v in x.chiffres]
    assert "debout, à 30\u00a0min, bras gauche" in view.locator(".asalee-ta-mesures").inner_text()


def forge(bench, known, gestes, acte="cabinet", **options):
    """A session already stored: these gestures, on this patient."""
    key = exercises.get(KIND).expected(spec(acte), known)
    raw = exemples.seance(key.attendu, gestes or exemples.gestes(key.attendu))
    bench.sheet.write(KIND, raw, 0)
    return bench.seance(KIND, known, acte=acte, **options)


def spec(acte):
    data = {"type": KIND, "points": 10.0, "explication": "La règle à retenir est écrite ici.", "acte": acte}
    return exercises.get(KIND).Spec.model_validate(data)


def test_after_a_restart_the_same_patient_stands_where_the_session_was(bench):
    view = forge(bench, person(), None)
    bench.said("Réponse retrouvée")

    def shown():
        labels = view.locator(".asalee-ta-etiquette").evaluate_all("(all) => all.map((node) => node.dataset.etat)")
        picture = view.locator(".asalee-ta-piece").evaluate("(node) => node.outerHTML")
        lit = view.locator(".asalee-ta-lcd").evaluate("(node) => node.outerHTML")
        return labels, picture, lit, view.locator(".asalee-ta-feuille").inner_text(), view.locator(":checked").count()

    first, stored = shown(), bench.stored(KIND)
    assert first[0] == ["appuye", "a_plat", "soutenu", "nu", "silence"]
    assert first[3].count("\n") >= 5
    assert first[4] > 7
    bench.reload()
    view = bench.seance(KIND, person(), acte="cabinet")
    bench.said("Réponse retrouvée")
    assert shown() == first
    assert bench.stored(KIND) == stored


def test_the_cuff_fills_then_the_reading_appears_and_counts(bench, page):
    page.emulate_media(reduced_motion="no-preference")
    view = bench.seance(KIND, person(), acte="cabinet")
    clock, hand = bench.stop_time(), Mouse(bench, view)
    for geste in ({"g": "brassard", "taille": "M"}, {"g": "bras", "cote": "gauche"}, {"g": "mesurer"}):
        hand.act(geste)
    button, rows = view.locator(".asalee-ta-mesurer"), view.locator(".asalee-ta-mesures tbody tr")
    clock.run_for(600)
    expect(button).to_have_text("Gonflage…", use_inner_text=True)
    expect(rows).to_have_count(0)
    hand.act({"g": "attendre", "minutes": 1})
    expect(view).to_contain_text("attendez la fin de la mesure", use_inner_text=True)
    clock.run_for(1200)
    expect(button).to_have_text("Mesure…", use_inner_text=True)
    clock.run_for(1500)
    expect(button).to_have_text("Mesurer", use_inner_text=True)
    expect(rows).to_have_count(1)
    clock.run_for(500)
    bench.said("✔ Réponse enregistrée")
    assert [g["g"] for g in bench.stored(KIND)["gestes"]] == ["brassard", "bras", "mesurer"]


def test_a_measure_without_a_cuff_says_what_is_missing(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    view.locator(".asalee-ta-mesurer").click()
    expect(view).to_contain_text("choisissez un brassard et posez-le sur un bras", use_inner_text=True)
    assert bench.stored(KIND) is None


def test_the_person_answers_and_a_reader_hears_it(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    bubble = view.locator(".asalee-ta-bulle")
    expect(bubble).to_have_attribute("aria-live", "polite")
    Mouse(bench, view).act({"g": "demander", "sujet": "tabac_cafe"})
    expect(bubble).to_contain_text("il y a 10 minutes", use_inner_text=True)
    for geste, said in (
        ({"g": "demander", "sujet": "vessie"}, "J’allais vous le demander"),
        ({"g": "toilettes"}, "Merci"),
    ):
        Mouse(bench, view).act(geste)
        assert said in bubble.inner_text()
    Mouse(bench, view).act({"g": "demander", "sujet": "vessie"})
    expect(bubble).to_contain_text("c’est fait", use_inner_text=True)
    label = view.locator(".asalee-ta-etiquette[data-point=jambes]")
    assert label.inner_text().replace("\n", " ").startswith("Les jambes : Jambes croisées".replace(" :", "\u202f:"))
    assert "assise sur une chaise" in view.locator(".asalee-ta-piece").get_attribute("aria-label")


def test_a_number_that_cannot_be_read_is_hinted_at_and_kept(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    view.get_by_role("tab", name="Noter").click()
    field = view.get_by_role("textbox", name="Systolique moyenne")
    field.fill("cent")
    field.blur()
    expect(view).to_contain_text("par exemple 143,5", use_inner_text=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    field.fill("143,5")
    field.blur()
    expect(view).not_to_contain_text("par exemple", use_inner_text=True)
    bench.said("✔ Réponse enregistrée")
    expect(view.get_by_role("button", name="Voir la correction"), "what follows is not decided yet").not_to_be_visible()


def test_starting_again_asks_first_and_only_in_training(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    Mouse(bench, view).act({"g": "tour_bras"})
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said("Réponse effacée")
    expect(view.locator(".asalee-ta-ruban-dit")).to_have_text("", use_inner_text=True)


def test_evaluation_shows_readings_and_judges_nothing(bench):
    view = forge(bench, person(), None, training=False)
    bench.said("Réponse retrouvée")
    Mouse(bench, view).act({"g": "mesurer"})
    bench.said("✔ Réponse enregistrée")
    expect(view.locator(".asalee-ta-mesures tbody tr")).to_have_count(6)
    expect(view.get_by_role("button", name="correction")).to_have_count(0)
    expect(view.get_by_role("button", name="Recommencer")).to_have_count(0)
    expect(view.locator(".asalee-correction")).to_have_text("", use_inner_text=True)
    assert bench.mark(KIND).points > 8


def test_a_session_of_five_hundred_gestures_refuses_one_more(bench):
    gestes = [{"g": "tour_bras", "t": rang} for rang in range(500)]
    bench.sheet.write(KIND, {"gestes": gestes, "conclusion": {}}, 0)
    view = bench.seance(KIND, person(), acte="cabinet")
    Mouse(bench, view).act({"g": "attendre", "minutes": 1})
    expect(view).to_contain_text("500 gestes", use_inner_text=True)
    assert len(bench.stored(KIND)["gestes"]) == 500


STRANGE = [
    3,
    {"gestes": 3},
    {"gestes": [{"g": "inventer", "t": 0}]},
    {"gestes": [{"g": "mesurer", "t": 0}], "conclusion": {"bras": 7}},
]


def test_a_stored_answer_of_another_shape_never_breaks_the_view(bench):
    n = 0
    for index, strange in enumerate(STRANGE):
        n = bench.sheet.write(KIND, strange, n).n
        view = bench.seance(KIND, person(), host=f"w{index}", acte="cabinet")
        expect(view.locator(".asalee-ta-piece")).to_have_count(1)


@pytest.mark.parametrize("acte", seance_tension.ACTES)
def test_letters_targets_and_width(bench, page, acte, capture):
    view = bench.seance(KIND, person("orthostatique"), acte=acte)
    for geste in ({"g": "brassard", "taille": "M"}, {"g": "bras", "cote": "droit"}, {"g": "mesurer"}):
        Mouse(bench, view).act(geste)
    view.locator("summary").first.click()
    for tab, name in (("Mesurer", "mesurer"), ("Noter et conclure", "conclure")):
        view.get_by_role("tab", name=tab).click()
        for width, height in ((1280, 720), (884, 768), (800, 1100), (360, 800)):
            page.set_viewport_size({"width": width, "height": height})
            assert bench.poor_letters() == []
            assert page.evaluate(SMALL) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            page.evaluate("scrollTo(0, 0)")
            if acte == "cabinet" or width == 800:
                capture(page, f"{KIND}-{acte}-{width}-{name}")


def test_a_reader_tells_the_buttons_of_the_list_apart(bench):
    view = bench.seance(KIND, person(), acte="cabinet")
    view.locator("summary").first.click()
    names = view.locator(".asalee-ta-lignes button").evaluate_all("all => all.map((b) => b.ariaLabel || b.textContent)")
    assert len(set(names)) == len(names) > 10


def home_sheet(bench, defaut):
    """A sheet on the page, and what its patient wrote."""
    bench.page.evaluate("document.querySelectorAll('#w').forEach((node) => node.remove())")
    known = patient.draw({"tension": {"profil": "masquee"}, "automesure_defaut": defaut}, b"c")
    view = bench.show(widgets.InstrumentView("releve_automesure", instruments.record("releve_automesure", {}, known)))
    return view, known["automesure"]


def test_the_home_sheet_is_read_as_a_table(bench, page, capture):
    for defaut in ("aucun", "sans_soir", "poignet"):
        view, sheet = home_sheet(bench, defaut)
        text = view.inner_text()
        rows = [[day[rank] for day in sheet[moment]] for moment in ("matin", "soir") for rank in range(3)]
        assert view.locator(".asalee-releve-grille .asalee-releve-main").all_inner_texts() == [
            str(value) for row in rows for reading in row if reading for value in reading
        ]
        assert "3 mesures le matin, 3 mesures le soir, 3 jours de suite" in text
        assert ("au poignet" in text) == (defaut == "poignet")
        assert "moyenne" not in text.casefold()
        assert text.count("rien d’écrit") == (27 if defaut == "sans_soir" else 0)
        assert bench.poor_letters() == []
        capture(page, f"releve_automesure-{defaut}")
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
