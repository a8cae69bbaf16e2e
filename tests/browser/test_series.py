"""The first test, the final test, the spaced review and the mastery of every module, played by a trainee in her browser.

Days pass by dating what she did earlier. What is right is read in her own series; points come from the only judge.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from asalee_training import exercises, scoring
from asalee_training.answers import Sheet
from asalee_training.content import lot
from asalee_training.content.reader import load_module
from asalee_training.pages.mes_modules import modules
from asalee_training.training import contenus, series
from asalee_training.training.journal import Journal
from tests.browser import formation
from tests.browser.formation import days_pass
from tests.depot import ROOT

pytestmark = pytest.mark.browser

COURS = {p.parent.name: load_module(p, ROOT) for p in sorted((ROOT / "courses").glob("*/module.md"))}
MODULES = [nom for nom, cours in COURS.items() if cours.positionnement and cours.final]


@pytest.fixture(scope="module")
def ws(tmp_path_factory, depot):
    return formation.copy(depot, tmp_path_factory.mktemp("series") / "formation")


@pytest.fixture(scope="module")
def server(ws, serve):
    return serve(ws.root)


@dataclass
class Trainee:
    """One trainee in one module: her window, her folder."""

    page: object
    base: str
    folder: Path
    module: str

    @property
    def card(self):
        """The module's card of « Mon parcours »."""
        return self.page.locator(f"#{self.module}")

    def look(self):
        self.page.goto(f"{self.base}asalee/apprenante/parcours")
        return self.card

    def begin(self, button, nom):
        """Press a button of the card; returns the series that it opens."""
        self.card.get_by_role("button", name=re.compile(f"^{button}")).click()
        self.page.wait_for_url(f"**/serie/{nom}/1")
        return series.lire(self.folder, nom)

    def give(self, question, raw):
        """Answer the question on the page; ``None``: « Je ne sais pas »."""
        expect(self.page.locator(".raison, .verdict"), "a reason is shown before the answer").to_have_count(0)
        if raw is None:
            self.page.get_by_role("button", name="Je ne sais pas").click()
            return
        if question.exercice.type == "nombre":
            self.page.get_by_label("Votre réponse", exact=True).fill(raw["texte"])
            if len(question.exercice.spec.unites) > 1:
                self.page.get_by_label("Unité").select_option(raw["unite"])
        else:
            for option in raw if isinstance(raw, list) else [raw]:
                self.page.locator(f"input[value='{option}']").check()
        self.page.get_by_role("button", name=re.compile("Répondre|Enregistrer et continuer")).click()

    def take(self, serie, answers):
        """Answer a whole test, rank by rank, and ask for the correction."""
        for rank, (question, raw) in enumerate(zip(serie.questions, answers, strict=True), 1):
            expect(self.page.get_by_text(f"question {rank} sur {len(serie.questions)}")).to_be_visible()
            self.give(question, raw)
        self.page.get_by_role("button", name="Voir la correction").click()
        self.page.wait_for_url("**/bilan")

    def picture(self, capture, name):
        """A picture of the card as she scrolls to it."""
        self.card.evaluate("(card) => card.scrollIntoView()")
        capture(self.page, f"series-{self.module}-{name}")

    def theme(self, libelle):
        """A theme's line of the card."""
        if not self.card.locator("details").evaluate("(d) => d.open"):
            self.card.locator("summary").click()
        return self.card.locator(".themes li").filter(has=self.page.get_by_text(spoken(libelle), exact=True))


@pytest.fixture
def trainee(page, server, ws, request):
    page.goto(server.url("asalee/apprenante"))
    return Trainee(page, server.base, ws.apprenante, request.getfixturevalue("module"))


def modules_of(ws, nom):
    """The lines of a module, as « Mes modules » has them."""
    return next(m for m in modules(ws) if m.nom == nom)


def spoken(text):
    """As the pages write it."""
    return text.replace("'", "’")


def right(question, patient=None):
    module = exercises.get(question.exercice.type)
    spec = question.exercice.spec
    raw = module.samples(spec, module.expected(spec, patient or {})).right[0]
    return list(raw) if isinstance(raw, tuple) else raw


def wrong(question, patient=None):
    """An answer that earns nothing."""
    spec, kind = question.exercice.spec, question.exercice.type
    if kind == "choix":
        return next(o.id for o in spec.choix if o.id != right(question, patient))
    if kind == "choix_multiple":
        return [o.id for o in spec.choix if o.id not in right(question, patient)]
    if kind == "nombre":
        return {"texte": "123456", "unite": spec.unites[0] if spec.unites else spec.unite}
    return None


def shares(serie, earned, cours):
    """Per cent of each theme of a series, worked out from what was answered right: {label: %}."""
    found = {}
    for theme, libelle in cours.themes.items():
        own = [(q.exercice.points, ok) for q, ok in zip(serie.questions, earned, strict=True) if theme in q.themes]
        if own:
            found[libelle] = round(100 * sum(points for points, ok in own if ok) / sum(points for points, _ in own))
    return found


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_placed_ended_and_seen_again(trainee, ws, module, capture):
    page, cours = trainee.page, COURS[module]

    # What she knows already: one question a theme. One right, one wrong, one she does not know, the others right.
    trainee.look()
    first = trainee.begin("Faire le point de départ", f"positionnement-{module}-1")
    assert {theme for q in first.questions for theme in q.themes} >= set(cours.themes), "a theme is not asked about"
    plan = [rank not in (1, 2) for rank in range(len(first.questions))]
    trainee.take(first, [
        right(q) if ok else wrong(q) if rank == 1 else None
        for rank, (q, ok) in enumerate(zip(first.questions, plan, strict=True))
    ])  # fmt: skip
    expect(page.locator(".chapeau")).to_contain_text(f"{sum(plan)} réponse")
    expect(page.locator(".chapeau")).to_contain_text(f"sur {len(plan)}. C’est un point de départ")
    for libelle, share in shares(first, plan, cours).items():
        line = page.locator(".bilan-themes li").filter(has=page.get_by_text(spoken(libelle), exact=True))
        expect(line).to_contain_text(f"{share} %")
    capture(page, f"series-{module}-1-point-de-depart")
    page.get_by_role("link", name="Revenir à mon parcours").click()
    expect(trainee.card.get_by_role("link", name=re.compile("^Point de départ du"))).to_be_visible()
    expect(trainee.card.get_by_role("button", name=re.compile("Faire le point de départ"))).to_have_count(0)
    expect(trainee.card.locator(".etape")).to_contain_text("à commencer")
    expect(trainee.card.locator(".reperes"), "a first test comes before learning").to_contain_text("0 question")

    # She has opened a lesson: the final test is hers to take, two questions a theme. One is missed.
    lesson = modules_of(ws, module).lecons[0].parution.assignment
    assert page.request.get(f"{trainee.base}asalee/apprenante/ouvrir/{lesson}").ok
    trainee.look()
    final = trainee.begin("Faire un test de fin", f"final-{module}-1")
    assert len(final.questions) >= 2 * len(cours.themes) - 1
    missed = [rank > 0 for rank in range(len(final.questions))]
    trainee.take(final, [right(q) if ok else wrong(q) for q, ok in zip(final.questions, missed, strict=True)])
    n = len(missed)
    expect(page.locator(".chapeau")).to_contain_text(f"{n - 1} réponses justes sur {n}")
    expect(page.locator(".chapeau")).to_contain_text("Prochaine question à revoir le")
    expect(page.locator(".corrections > li.faux, .corrections > li:has-text('✕ À revoir')")).to_have_count(1)
    capture(page, f"series-{module}-2-test-de-fin")
    page.get_by_role("link", name="Revenir à mon parcours").click()
    for libelle, share in shares(final, missed, cours).items():
        expect(trainee.theme(libelle)).to_contain_text(f"{share} % des points")
    trainee.picture(capture, "3-themes")

    # A day later what was missed is due, and only that; a week later, what was right.
    days_pass(trainee.folder, 1)
    trainee.look()
    expect(trainee.card).to_contain_text("1 question à revoir aujourd’hui")
    trainee.picture(capture, "4-le-lendemain")
    review(trainee, 1, {final.questions[0].cle})
    days_pass(trainee.folder, 6)
    trainee.look()
    expect(trainee.card.locator(".reperes")).to_contain_text(f"{n - 1} questions")
    trainee.picture(capture, "5-une-semaine-apres")
    review(trainee, 2, {q.cle for q in final.questions[1:]})
    assert [e.contenu for e in Journal(trainee.folder).read() if e.genre == "fin" and module in e.contenu] == [
        first.nom, final.nom, f"revision-{module}-1", f"revision-{module}-2",
    ]  # fmt: skip


def review(trainee, number, expected):
    """« Revoir »: ten questions at most, each corrected at once."""
    page = trainee.page
    serie = trainee.begin("Revoir", f"revision-{trainee.module}-{number}")
    assert {q.cle for q in serie.questions} <= expected
    assert len(serie.questions) == min(len(expected), series.REVISION_MAX)
    for question in serie.questions:
        page.get_by_role("button", name="Répondre").wait_for()
        trainee.give(question, right(question))
        expect(page.get_by_role("heading", name="C’est juste")).to_be_visible()
        page.get_by_role("link", name="Continuer").click()
    n = len(serie.questions)
    expect(page.locator(".chapeau")).to_contain_text(
        f"{n} {'réponse juste' if n == 1 else 'réponses justes'} sur {n}. Ce qui est juste reviendra plus tard"
    )
    page.get_by_role("link", name="Revenir à mon parcours").click()
    left = len(expected) - n
    expect(trainee.card.locator(".reperes")).to_contain_text(f"{left} question")
    if not left:
        expect(trainee.card.locator(".reperes")).to_contain_text("prochaine le")


@pytest.mark.parametrize("module", MODULES)
def test_a_theme_is_mastered_from_eighty_per_cent_on_and_not_below(trainee, ws, module, capture):
    page, cours = trainee.page, COURS[module]
    lines = modules_of(ws, module)
    (theme, libelle), *_ = cours.themes.items()
    asked = []
    for line in lines.lecons + lines.cas:
        contenu = contenus.lire(line.parution.dossier)
        for question in contenu.questions if contenu else ():
            if theme in question.themes:
                asked.append((contenu, question))
    for assignment in sorted({contenu.assignment for contenu, _ in asked}):
        assert page.request.get(f"{trainee.base}asalee/apprenante/ouvrir/{assignment}").ok
    total = sum(question.exercice.points for _, question in asked)

    # All right but the last ones, down to the last state under four fifths; then one more right.
    earned, misses = total, []
    for _, question in asked:
        if earned / total >= cours.seuil_maitrise and question.exercice.type in ("choix", "choix_multiple", "nombre"):
            misses.append(question.cle)
            earned -= question.exercice.points
    assert earned / total < cours.seuil_maitrise
    for contenu, question in asked:
        write(trainee, ws.ident, contenu, question, question.cle not in misses)
    trainee.look()
    expect(trainee.theme(libelle)).to_contain_text(f"à revoir {len(asked)} réponses sur {len(asked)}")
    contenu, question = next((c, q) for c, q in asked if q.cle == misses[-1])
    write(trainee, ws.ident, contenu, question, True)
    share = (earned + question.exercice.points) / total
    assert share >= cours.seuil_maitrise
    trainee.look()
    expect(trainee.theme(libelle)).to_contain_text(f"maîtrisé {len(asked)} réponses sur {len(asked)}")
    expect(trainee.theme(libelle)).to_contain_text(f"{round(100 * share)} % des points")
    trainee.picture(capture, "6-maitrise")


def write(trainee, ident, contenu, question, good):
    """An answer in a lesson or a case, as its kernel writes it."""
    sheet, nom = Sheet(trainee.folder / contenu.assignment), question.cle.partition("#")[2]
    patient = contenu.patients[lot.patient_index(ident, contenu.case.nom, contenu.tirage)]
    raw = right(question, patient) if good else wrong(question, patient)
    known = sheet.read().reponses.get(nom)
    sheet.write(nom, raw, known.n if known else 0)
    mark = scoring.mark(scoring.key(contenu.case, patient), contenu.case.exercices[nom], raw)
    assert mark.points == (mark.sur if good else 0), question.cle
