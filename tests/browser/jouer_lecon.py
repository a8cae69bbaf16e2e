"""A lesson played as a trainee does in JupyterLab: read, set what can be set, answer, sometimes wrong first, read why.

Acts are played apart (``jouer_actes``): what a session shows is not in the lesson's own count.
"""

import time
from dataclasses import dataclass

from asalee_training import exercises, scoring
from asalee_training.content import lot
from asalee_training.training.contenus import Contenu
from tests.browser.compteur import Compte, lu

#: Types on which one acts; every third other question is first missed.
ACTES = {
    "cotation_test", "dessin_horloge", "electrodes", "entretien", "examen_monofilament", "mesure_tension",
    "passation_cinq_mots", "seance_spirometrie",
}  # fmt: skip
FAUTE_SUR = 3


@dataclass
class Joueuse:
    """She who plays a released lesson: her page, the lesson, what is right for her patient."""

    page: object
    contenu: Contenu
    ident: str

    def __post_init__(self):
        index = lot.patient_index(self.ident, self.contenu.case.nom, self.contenu.tirage)
        self.patient = self.contenu.patients[index]
        self.key = scoring.key(self.contenu.case, self.patient)

    def play(self, url) -> Compte:
        """Play it all; seconds of waiting are those of the opening."""
        start = time.perf_counter()
        self.page.goto(url)
        self.page.locator(".asalee-voile").wait_for(state="hidden")
        waited = time.perf_counter() - start
        for nom in self.contenu.case.exercices:
            self.box(nom).wait_for(state="attached")
        self.page.locator(".asalee-remise").wait_for(state="attached")
        self.mark_acts()
        for maquette in self.page.locator(".asalee-maq").all():
            self.move(maquette)
        for rank, (nom, exercise) in enumerate(self.contenu.case.exercices.items()):
            if exercise.type not in ACTES:
                self.answer(nom, exercise, missed=rank % FAUTE_SUR == 0)
        compte = lu(self.page)
        compte.attente_s = waited
        compte.gestes["ecran"] = self.screens()
        return compte

    def mark_acts(self):
        """What belongs to an act is counted where it is played."""
        for nom, exercise in self.contenu.case.exercices.items():
            if exercise.type in ACTES:
                self.box(nom).evaluate("(box) => { box.dataset.acte = 'oui'; box.style.display = 'none'; }")
        self.page.evaluate("window.compteur.read.clear()")

    def box(self, nom):
        return self.page.locator(f".asalee-exercice[data-nom='{nom}']")

    def screens(self) -> int:
        """How many times she scrolls by most of a screen to see it all."""
        return self.page.evaluate(
            "(() => { const nodes = [...document.querySelectorAll('.jp-Notebook, .jp-WindowedPanel-outer')];"
            " return Math.ceil(Math.max(...nodes.map((n) => n.scrollHeight)) / 600); })()"
        )

    def move(self, maquette):
        """A slider goes to its middle, then its end; each choice is made once; then all is put back."""
        for curseur in maquette.get_by_role("slider").all():
            steps = int(curseur.evaluate("(n) => Math.round((n.max - n.min) / n.step)"))
            curseur.focus()
            curseur.press("Home")
            self.drag(curseur, 0.5)
            self.drag(curseur, 1.0)
            assert steps >= 1
        for choix in maquette.locator(".asalee-maq-choix").all():
            choix.click()
            self.page.wait_for_timeout(400)

    def drag(self, curseur, share):
        """Pull the thumb to a share of the track; the drawing is looked at there."""
        curseur.scroll_into_view_if_needed()
        box = curseur.bounding_box()
        self.page.mouse.click(box["x"] + 2 + (box["width"] - 4) * share, box["y"] + box["height"] / 2)
        self.page.wait_for_timeout(400)

    def answer(self, nom, exercise, missed):
        if missed and exercise.type in ("choix", "choix_multiple", "nombre"):
            self.give(nom, exercise, self.wrong(exercise))
        self.give(nom, exercise, self.right(exercise))

    def right(self, exercise):
        module = exercises.get(exercise.type)
        return module.samples(exercise.spec, self.key.exercices[exercise.nom]).right[0]

    def wrong(self, exercise):
        """An answer that a trainee gives: another option, a foreseen error of the number."""
        spec, right = exercise.spec, self.right(exercise)
        if exercise.type == "choix":
            return next(o.id for o in spec.choix if o.id != right)
        if exercise.type == "choix_multiple":
            return [next(o.id for o in spec.choix if o.id not in right)]
        return {**right, "texte": "123456"}

    def give(self, nom, exercise, raw):
        """Answer with the mouse and the keyboard, and read the correction."""
        box = self.box(nom)
        box.scroll_into_view_if_needed()
        if exercise.type == "choix":
            box.locator(f".asalee-option:has(input[value='{raw}'])").click()
        elif exercise.type == "choix_multiple":
            for option in box.locator(".asalee-option").all():
                field = option.locator("input")
                if field.is_checked() != (field.get_attribute("value") in raw):
                    option.click()
        elif exercise.type == "nombre":
            field = box.locator("input.asalee-nombre")
            field.click()
            field.press("Control+a")
            self.page.keyboard.type(raw["texte"])
            self.page.keyboard.press("Enter")
            unit = box.locator(f".asalee-unite:has(input[value='{raw.get('unite')}'])")
            if unit.count():
                unit.click()
        elif exercise.type == "zones_pied":
            for zone in raw["zones"]:
                box.locator(f"[data-zone='{zone}']").click()
            if not raw["zones"]:
                box.get_by_text("Aucun site", exact=True).click()
        else:
            raise ValueError(exercise.type)
        see = box.get_by_role("button", name="Voir la correction")
        box.locator(".asalee-etat[data-etat=enregistre]").wait_for()
        if see.is_visible():
            see.click()
        box.locator(".asalee-verdict").wait_for()
        self.page.wait_for_timeout(120)
