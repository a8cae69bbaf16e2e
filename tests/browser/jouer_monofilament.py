"""How an examination with the monofilament is played: with the pointer, with the keyboard, with the list."""

import pytest

from asalee_training.exercises.examen_monofilament import exemples, mots
from asalee_training.simulation import patient
from tests.browser.clavier import near

KIND = "examen_monofilament"

CONCLURE = ("sites", "perte", "grade", "recontrole", "alerte", "conduite")

DESCENT_MS = 250

BUTTONS = {
    "expliquer": "J’explique et je demande l’accord",
    "plier_fil": "Je le plie deux fois",
    "deux": "Des deux côtés",
    "droit": "À droite",
    "main": "Main",
    "fermes": "« Fermez les yeux »",
    "ouverts": "« Ouvrez les yeux »",
    **mots.FILS,
}


def person(pied="neuropathie_deformation", skin="corne", seed=b"b", sexe="homme"):
    return patient.draw({"sexe": sexe, "age": 61, "pieds": {"profil": pied}, "peau": {"profil": skin}}, seed)


def session(bench):
    return exemples.parfaite(CONCLURE, bench.judge.key.exercices[KIND].attendu)


def without_time(gestes):
    return [{name: value for name, value in geste.items() if name not in ("t", "contact_ms")} for geste in gestes]


def step(view, name):
    view.get_by_role("tab", name=name).click()


def button(view, geste):
    name = BUTTONS[geste.get("fil") or geste.get("pied") or geste.get("lieu") or geste.get("etat") or geste["g"]]
    return view.get_by_role("button", name=name, exact=True).and_(view.locator(":visible"))


def middle(view, zone):
    box = view.locator(f"[data-zone='{zone}'] .asalee-cible-anneau").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, box["width"] / 42


def hold(bench, clock, view, zone, ms, aside=0, slide=0):
    """Press on a site for this long; `aside` and `slide` in units of the drawing."""
    x, y, scale = middle(view, zone)
    bench.page.mouse.move(x + aside * scale, y)
    bench.page.mouse.down()
    clock.fast_forward(DESCENT_MS + ms)
    if slide:
        bench.page.mouse.move(x + (aside + slide) * scale, y)
    bench.page.mouse.up()
    clock.fast_forward(400)


class Mouse:
    def __init__(self, bench, clock, view):
        self.bench, self.clock, self.view, self.kind = bench, clock, view, "reelle"

    def prepare(self, geste):
        button(self.view, geste).click()

    def set_tool(self):
        self.view.get_by_label("Inclinaison", exact=True).fill("0")
        self.view.get_by_label("Vous dites").first.select_option("ouverte")

    def apply(self, geste):
        if geste["application"] != self.kind:
            self.kind = geste["application"]
            self.view.locator(f".asalee-plateau input[value='{self.kind}']").check()
        hold(self.bench, self.clock, self.view, geste["zone"], 1500, 27 if geste["position"] == "pourtour" else 0)

    def tick(self, box):
        box.check()

    def go(self, name):
        step(self.view, name)


class Keyboard:
    """Tab, arrows, letters and Space; no pointer and no focus given from outside."""

    def __init__(self, bench, clock, view):
        self.bench, self.clock, self.view, self.press = bench, clock, view, bench.page.keyboard.press

    def near(self, target):
        near(self.bench.page, target)

    def prepare(self, geste):
        self.near(button(self.view, geste))
        self.press("Enter")

    def set_tool(self):
        self.near(self.view.get_by_label("Inclinaison", exact=True))
        for _ in range(7):
            self.press("ArrowLeft")
        self.near(self.view.get_by_label("Vous dites").first)
        self.press("ArrowDown")

    def apply(self, geste):
        site = self.view.locator(f"[data-zone='{geste['zone']}']")
        self.near(site)
        self.press("r" if geste["application"] == "reelle" else "f")
        if geste["position"] == "pourtour":
            self.press("ArrowUp")
        self.bench.page.keyboard.down("Space")
        self.clock.fast_forward(DESCENT_MS + 1500)
        self.bench.page.keyboard.up("Space")
        if geste["position"] == "pourtour":
            self.press("ArrowDown")

    def tick(self, box):
        if box.get_attribute("type") == "checkbox":
            self.near(box)
            self.press("Space")
            return
        group = box.locator("xpath=ancestor::fieldset[1]").get_by_role("radio")
        self.near(group.first)
        self.press("Space")
        for _ in range(90):
            if box.is_checked():
                return
            self.press("ArrowDown")

    def go(self, name):
        self.near(self.view.locator("[role=tab][aria-selected=true]"))
        while name not in self.view.locator("[role=tab][aria-selected=true]").inner_text():
            self.press("ArrowRight")


class List(Mouse):
    """The words instead of the drawing."""

    def set_tool(self):
        self.view.get_by_text("Faire la même chose avec une liste").click()
        self.box = self.view.locator("details").filter(has_text="Faire cette application")
        self.box.get_by_label("Inclinaison du fil").select_option("perpendiculaire")
        self.box.get_by_label("Durée du contact").select_option("1500")
        self.box.get_by_label("Appui").select_option("oui")
        self.box.get_by_label("Pendant le contact").select_option("non")
        self.box.get_by_label("Vous dites").select_option("ouverte")

    def apply(self, geste):
        self.box.get_by_label("Application", exact=True).select_option(geste["application"])
        self.box.get_by_label("Site").select_option(geste["zone"])
        self.box.get_by_label("Où").select_option(geste["position"])
        self.box.get_by_role("button", name="Faire cette application").click()


def play(bench, clock, view, hand):
    good, hand = session(bench), hand(bench, clock, view)
    for geste in good["gestes"]:
        if geste["g"] != "appliquer":
            hand.prepare(geste)
    hand.go("Examiner")
    hand.set_tool()
    for geste in good["gestes"]:
        if geste["g"] == "appliquer":
            hand.apply(geste)
    hand.go("Conclure")
    for nom, value in good["conclusion"].items():
        if nom in mots.CONDUITES:
            hand.tick(view.locator(f"input[type=checkbox][value='{nom}']"))
        else:
            part = nom if nom in mots.PARTIES else "perte" if nom.startswith("perte") else "sites"
            place = view.locator(f"[data-partie='{part}']")
            if part == "sites":
                place = place.locator(f"[data-feuille='{nom}']")
            elif part == "perte":
                place = place.locator("fieldset").filter(has_text=f"Pied {nom.split('.')[1]}")
            hand.tick(place.locator(f"input[value='{value}']"))
    settle(bench, clock, lambda stored: stored["conclusion"] == good["conclusion"])
    bench.said("✔ Réponse enregistrée")
    return good


def settle(bench, clock, done):
    """Let time pass until what is stored is what was done."""
    for _ in range(200):
        clock.run_for(250)
        if bench.stored(KIND) and done(bench.stored(KIND)):
            return
    pytest.fail(f"stored: {bench.stored(KIND)}")


def forge(bench, known, *more, conclusion=None, **spec):
    """A session already stored: these gestures on bare feet with closed eyes."""
    gestes = [{"g": "decouvrir", "pied": "deux"}, {"g": "yeux", "etat": "fermes"}, *more]
    gestes = [{**geste, "t": 1000 * rang} for rang, geste in enumerate(gestes)]
    bench.sheet.write(KIND, {"gestes": gestes, "conclusion": conclusion or {}}, 0)
    return bench.seance(KIND, known, **spec)
