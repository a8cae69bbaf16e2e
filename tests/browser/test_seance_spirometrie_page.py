"""The page of a spirometry: legible at every step, the same after another view, true to what was typed in the device."""

import pytest
from playwright.sync_api import expect

from tests.browser.jouer_spirometrie import KIND, perfect, play, start

pytestmark = pytest.mark.browser


def test_the_printed_values_follow_the_height_in_the_device_and_the_equations(bench):
    view = start(bench, manoeuvres=["bonne"])
    play(bench, view, {"gestes": [g for g in perfect(bench)["gestes"] if g["g"] in ("souffler", "arreter")], "conclusion": {}},
         lambda node: node.click(), lambda node, value: None)  # fmt: skip
    view.locator("[data-etape='resultats']").click()
    view.get_by_role("radio", name="VEMS du souffle 1").check()
    view.get_by_role("radio", name="CVF du souffle 1").check()
    paper = view.locator(".asalee-lire table")
    short = paper.inner_text()
    assert "GLI Global (2022), pour 152\u00a0cm" in short
    view.get_by_role("radio", name="GLI-2012").check()
    assert "GLI-2012, groupe 1 (caucasien), pour 152\u00a0cm" in paper.inner_text()
    view.locator("[data-etape='personne']").click()
    for name in ("mesurer", "corriger"):
        view.locator(f".asalee-spiro-page [data-geste={name}]").click()
    view.locator("[data-etape='resultats']").click()
    assert "pour 162\u00a0cm" in paper.inner_text()
    assert paper.inner_text() != short


def test_a_session_that_is_started_again_is_empty_after_it_was_confirmed(bench):
    view = start(bench)
    view.locator("[data-debit='lent']").click()
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.said("✔ Réponse effacée")
    assert bench.stored(KIND) is None


def test_a_log_that_is_full_says_so(bench):
    full = {"gestes": [{"g": "pomper", "t": 0, "debit": "lent"}] * 500, "conclusion": {}}
    bench.sheet.write(KIND, full, 0)
    view = start(bench)
    bench.said("✔ Réponse retrouvée")
    view.locator("[data-debit='moyen']").click()
    view.get_by_text("compte déjà 500 gestes").wait_for()


def test_every_step_is_legible_named_large_enough_and_never_scrolls_sideways(bench):
    start(bench)
    page, raw = bench.page, perfect(bench)
    raw["gestes"] = [g for g in raw["gestes"] if g["g"] != "arreter"][:-1]
    bench.sheet.write(KIND, raw, 0)
    bench.reload()
    view = start(bench)
    bench.said("✔ Réponse retrouvée")
    view.locator(".asalee-spiro-liste summary").first.click()
    for width, height in ((1280, 720), (800, 1100)):
        page.set_viewport_size({"width": width, "height": height})
        for tab in view.locator("[data-etape]").all():
            tab.click()
            bench.painted()
            assert bench.poor_letters() == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            small = view.evaluate("""(root) => [...root.querySelectorAll("button, select, summary, .asalee-option, .asalee-case")]
              .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 40).map((node) => node.textContent)""")
            assert small == []
    unnamed = view.evaluate("""(root) => [...root.querySelectorAll("button, select, svg[role='img'], svg[tabindex]")]
      .filter((node) => node.getClientRects().length && !node.getAttribute("aria-label") && !node.textContent.trim()).length""")
    assert unnamed == 0
    loose = ":is(a, button, input, select, summary, textarea, [tabindex]):not([data-lm-suppress-shortcuts='true'])"
    expect(view.locator(loose)).to_have_count(0)


def test_an_earlier_blow_is_paler_than_the_one_looked_at_even_after_another_view_is_shown(bench):
    view = start(bench)
    raw = perfect(bench)
    second = [n for n, geste in enumerate(raw["gestes"]) if geste["g"] == "souffler"][1]
    begun = {**raw, "gestes": raw["gestes"][: second + 1], "conclusion": {}}
    play(bench, view, begun, lambda node: node.click(), lambda node, value: node.select_option(value))
    view.locator("[data-etape='manoeuvres']").click()
    width = "(n) => parseFloat(getComputedStyle(n).strokeWidth)"
    for other in (None, "choix"):
        if other:
            bench.exercise(other, host="autre").locator("input").first.wait_for()
        earlier, looked_at = (view.locator(f".asalee-trace-{kind}").first for kind in ("ancien", "courant"))
        assert earlier.evaluate(width) < 0.6 * looked_at.evaluate(width)


def test_what_the_device_predicts_follows_the_height_typed_in_it(bench):
    view = start(bench)
    view.locator("[data-etape='manoeuvres']").click()
    before, axis = view.locator(".asalee-legende").inner_text(), view.locator(".asalee-courbe svg").first.bounding_box()
    assert "152\u00a0cm" in before
    # On the flow-volume loop, the predicted peak comes early and the predicted volume ends on the zero line.
    peak, end = (mark.bounding_box() for mark in view.locator(".asalee-courbe").first.locator(".asalee-repere").all())
    assert peak["y"] < end["y"]
    assert peak["x"] - axis["x"] < 0.5 * (end["x"] - axis["x"])
    view.locator("[data-etape='personne']").click()
    for name in ("mesurer", "corriger"):
        view.locator(f"[data-geste='{name}']").click()
    view.locator("[data-etape='manoeuvres']").click()
    assert "162\u00a0cm" in view.locator(".asalee-legende").inner_text()
    assert view.locator(".asalee-legende").inner_text() != before


def test_terms_and_words_are_not_broken_by_the_rules_of_the_page_around(bench):
    view = start(bench)
    view.locator("[data-etape='personne']").click()
    for term in view.locator(".asalee-fiche dt").all():
        assert term.evaluate("(n) => n.getBoundingClientRect().height < 40"), term.inner_text()


def test_the_list_says_the_height_only_when_it_has_been_measured(bench):
    view = start(bench)
    view.get_by_text("Faire la même chose avec une liste").click()
    liste = view.locator(".asalee-spiro-liste")
    expect(liste).not_to_contain_text("162", use_inner_text=True)
    liste.locator("[data-liste='mesurer']").click()
    assert liste.locator("[data-liste='corriger']").inner_text().endswith("162\u00a0cm")


def begun(bench):
    """The page of a perfect session, found again once its first blow was judged; nothing is concluded."""
    start(bench)
    gestes = perfect(bench)["gestes"]
    kept = next(n for n, geste in enumerate(gestes) if geste["g"] == "garder")
    bench.sheet.write(KIND, {"gestes": gestes[: kept + 1], "conclusion": {}}, 0)
    bench.reload()
    view = start(bench)
    bench.said("✔ Réponse retrouvée")
    return view


def test_the_last_step_says_so_and_that_the_series_is_still_open(bench):
    view = begun(bench)
    view.locator("[data-etape='conduite']").click()
    expect(view.locator(".asalee-fin")).to_contain_text("La série de souffles n’est pas arrêtée")
    view.locator("[data-etape='manoeuvres']").click()
    expect(view.locator(".asalee-fin")).to_be_empty()
    view.locator(".asalee-spiro-page [data-geste='arreter']").click()
    view.get_by_role("button", name="Non, je continue").first.click()
    assert "arreter" not in [geste["g"] for geste in bench.stored(KIND)["gestes"]]
    view.locator(".asalee-spiro-page [data-geste='arreter']").click()
    view.locator("[data-certaine='arreter']").click()
    view.locator("[data-etape='conduite']").click()
    expect(view.locator(".asalee-fin")).not_to_contain_text("arrêtée")


def test_each_step_and_the_next_blow_begin_in_sight(bench):
    view = begun(bench)
    bench.page.set_viewport_size({"width": 1000, "height": 640})
    view.locator(".asalee-suite-souffle select").select_option("pareil")
    view.locator("[data-geste='redemander']").first.click()
    curves, title = view.locator(".asalee-ecran"), view.locator(".asalee-bas-souffle > h4")
    bottom = "(node) => node.getBoundingClientRect().bottom"
    assert curves.evaluate(bottom) < title.evaluate(bottom) < 640
    view.locator("[data-etape='resultats']").click()
    onward = view.get_by_role("button", name="Continuer")
    onward.scroll_into_view_if_needed()
    onward.click()
    expect(view.locator("[data-bloc='conduite'] h3")).to_be_in_viewport()


def test_the_curves_fill_the_width_and_the_time_has_the_wider_one(bench):
    view = start(bench, etapes=["manoeuvres"], ecart_taille_cm=0)
    screen, loop, time = (
        node.bounding_box()["width"]
        for node in (view.locator(".asalee-ecran"), *view.locator(".asalee-ecran > .asalee-courbe").all())
    )
    assert loop + time > 0.95 * screen
    assert 1.2 < time / loop < 1.6


def test_the_nose_is_pinched_once_the_clip_is_put_on(bench):
    view = start(bench)
    clip = view.locator(".asalee-assise-pince")
    expect(clip).to_be_hidden()
    view.locator("[data-etape='installation']").click()
    view.locator(".asalee-points [value='pince_nez']").check()
    expect(clip).to_be_visible()
