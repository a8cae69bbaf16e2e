"""How a score sheet is filled in the tests: by mouse, by keyboard."""

from playwright.sync_api import expect

from asalee_training.exercises import cotation_test
from asalee_training.exercises.cotation_test import exemples as cotation_exemples
from asalee_training.exercises.cotation_test.feuilles import CONDUITES
from asalee_training.simulation import patient

KIND = "cotation_test"
CONDITIONS = ("appareils", "etat_stable", "tiers")
ETATS = {"remplie": "Remplie", "non_remplie": "Non remplie", "sans_objet": "Sans objet"}


def someone(passation="bonnes_conditions", cognition="horloge_seule"):
    laws = {"cognition": cognition, "autonomie": "aide_mixte", "humeur": "humeur_triste", "passation": passation}
    return patient.draw({"sexe": "femme", "age": 81, **{k: {"profil": v} for k, v in laws.items()}}, b"banc")


def perfect(person, **changes):
    """The public half, and the session that earns everything."""
    spec = cotation_test.Spec.model_validate(
        {"type": KIND, "points": 10.0, "explication": "La règle à retenir.", **changes}, strict=False
    )
    return cotation_test.public(spec), cotation_exemples.parfaite(
        spec.test, cotation_test.expected(spec, person).attendu
    )


def tab(view, name):
    return view.get_by_role("tab", name=name)


def choose(view, label, text, tick):
    """Tick a value of the sheet, or choose it in its list."""
    group = view.get_by_role("radiogroup", name=label, exact=True)
    if group.count():
        tick(group.get_by_role("radio", name=text, exact=True))
    else:
        view.get_by_role("combobox", name=label, exact=True).select_option(label=text)


def play(view, public, raw, tick, press):
    """A whole session, gesture by gesture, as a nurse makes it."""
    conditions = {c["id"]: c["libelle"] for c in public["conditions"]}
    items = {i["id"]: i for i in public["items"]}
    step = "Conditions"
    for geste in raw["gestes"]:
        here = "Conditions" if geste["g"] == "verifier" else "Cotation"
        if here != step:
            press(tab(view, here))
            step = here
        if geste["g"] == "verifier":
            choose(view, conditions[geste["condition"]], ETATS[geste["etat"]], tick)
        elif geste["g"] == "demander":
            press(view.get_by_role("button", name=public["suite"]))
        else:
            item = items[geste["item"]]
            choose(view, item["libelle"], dict(map(tuple, item["valeurs"]))[geste["valeur"]], tick)
    press(tab(view, "Conclusion"))
    done = raw["conclusion"]
    if isinstance(done.get("total"), int):
        view.get_by_role("textbox", name="Votre total").fill(str(done["total"]))
    elif "total" in done:
        tick(view.get_by_role("radiogroup", name="Catégorie").get_by_role("radio", name=done["total"]))
    if "lecture" in done:
        text = dict(map(tuple, public["lectures"]))[done["lecture"]]
        tick(view.get_by_role("group", name="Lecture").get_by_role("radio", name=text, exact=True))
    tick(view.get_by_role("radio", name=CONDUITES[done["conduite"]].split("\u202f")[0]))


def by_mouse(bench):
    return lambda radio: radio.check(), lambda button: button.click()


def by_keyboard(bench):
    """Space on what has the focus; tabs turn with the arrows."""

    def press(button):
        if button.get_attribute("role") == "tab":
            bench.page.locator("[role='tab'][aria-selected='true']").focus()
            bench.page.keyboard.press("ArrowRight")
            expect(button).to_have_attribute("aria-selected", "true")
        else:
            button.focus()
            bench.page.keyboard.press("Enter")

    def tick(radio):
        radio.focus()
        bench.page.keyboard.press("Space")

    return tick, press
