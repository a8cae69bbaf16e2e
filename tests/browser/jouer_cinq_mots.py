"""How the five words are given in the tests: by mouse, by keyboard, by the list."""

from asalee_training.exercises import passation_cinq_mots as passation
from asalee_training.exercises.passation_cinq_mots import exemples, mots
from asalee_training.simulation import patient
from tests.browser.clavier import near

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
            self.press(view.locator("[data-geste=reporter]"))
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
