"""How a blood pressure is taken: on the drawing, with the keyboard, with the list."""

from asalee_training import exercises
from asalee_training.exercises.mesure_tension import exemples, mots
from asalee_training.simulation import patient
from tests.browser.clavier import near

KIND = "mesure_tension"


def person(profil="blouse_blanche", **laws):
    given = {"vessie_pleine": True, "cafe_tabac_min": 10, "malaise_debout": False, **laws}
    return patient.draw({"sexe": "femme", "age": 61, "tension": {"profil": profil}, **given}, b"c")


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
        near(self.bench.page, target)

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


def forge(bench, known, gestes, acte="cabinet", **options):
    """A session already stored: these gestures, on this patient."""
    key = exercises.get(KIND).expected(spec(acte), known)
    raw = exemples.seance(key.attendu, gestes or exemples.gestes(key.attendu))
    bench.sheet.write(KIND, raw, 0)
    return bench.seance(KIND, known, acte=acte, **options)


def spec(acte):
    data = {"type": KIND, "points": 10.0, "explication": "La règle à retenir est écrite ici.", "acte": acte}
    return exercises.get(KIND).Spec.model_validate(data)
