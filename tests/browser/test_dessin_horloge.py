"""The clock to draw, in Chromium: by pointer, by keyboard alone, by the list; the same clock, the same mark."""

import math

import pytest
from playwright.sync_api import expect

from tests.browser.jouer_horloge import on_dial

pytestmark = pytest.mark.browser
KIND = "dessin_horloge"
SPEC = {"heure": "11:10", "cible": {"horloge_7": 5, "minicog": 2}}


def kept(bench, count):
    bench.page.wait_for_function(
        f"window.sent.filter((m) => m.type === 'ecrire').at(-1)?.valeur?.gestes.length >= {count}"
    )
    bench.said("✔ Réponse enregistrée")
    return bench.stored(KIND)["gestes"]


def numbers(gestes):
    return {g["chiffre"]: g["angle"] for g in gestes if g["g"] == "placer"}


def test_by_pointer_numbers_follow_one_another_and_hands_go_where_they_are_pulled(bench, capture):
    view = bench.seance(KIND, {}, **SPEC)
    for rank in range(12):
        bench.page.mouse.click(*on_dial(view, 30 * rank + (4 if rank % 2 else -3), 0.87))
    view.get_by_role("button", name="Aiguille 1").click()
    bench.page.mouse.click(*on_dial(view, 335, 0.8))  # over the number 11: the hand is in hand
    view.get_by_role("button", name="Aiguille 2").click()
    bench.page.mouse.move(*on_dial(view, 100, 0.3))
    bench.page.mouse.down()
    bench.page.mouse.move(*on_dial(view, 61, 0.5), steps=4)
    bench.page.mouse.up()
    gestes = kept(bench, 14)
    assert [g["chiffre"] for g in gestes[:12]] == ["12", *map(str, range(1, 12))]
    assert all(abs((angle - 30 * int(n) + 180) % 360 - 180) <= 5 for n, angle in numbers(gestes).items())
    assert gestes[12]["nom"] == "a"
    assert gestes[13]["nom"] == "b"
    assert abs(gestes[12]["longueur"] - 80) <= 2
    assert abs(gestes[13]["longueur"] - 50) <= 2
    assert bench.mark(KIND).etat == "juste"
    # A number is taken and moved; the order and the place are lost.
    bench.page.mouse.move(*on_dial(view, 87, 0.87))
    bench.page.mouse.down()
    bench.page.mouse.move(*on_dial(view, 130, 0.87), steps=4)
    bench.page.mouse.up()
    moved = kept(bench, 15)[-1]
    assert moved["g"] == "placer"
    assert moved["chiffre"] == "3"
    assert abs(moved["angle"] - 130) <= 2
    assert bench.mark(KIND).points < 10
    view.get_by_role("button", name="Voir la correction").click()
    expect(view).to_contain_text("À reprendre", use_inner_text=True)
    capture(bench.page, "dessin_horloge-5-reprendre")


def test_by_keyboard_alone(bench):
    view = bench.seance(KIND, {}, **SPEC)
    keyboard = bench.page.keyboard
    view.get_by_role("button", name="Placer les douze chiffres").press("Enter")
    for hand, angle, turns, length in (
        ("Aiguille 1", 335, [("ArrowLeft", 5)], 80),
        ("Aiguille 2", 60, [("ArrowRight", 12)], 50),
    ):
        view.get_by_role("button", name=hand).press("Enter")
        slider = view.get_by_role("slider", name=hand)
        expect(slider).to_be_focused()
        for key, times in turns:
            for _ in range(times):
                keyboard.press(key)
        for _ in range(abs(length - 60) // 5):
            keyboard.press("ArrowUp" if length > 60 else "ArrowDown")
        assert slider.get_attribute("aria-valuenow") == str(angle)
        assert f"longue de {length}\u00a0% du rayon" in slider.get_attribute("aria-valuetext")
    view.get_by_role("button", name="Poser le calque").focus()  # what moved is kept when the focus leaves
    assert view.locator(".asalee-journal li").count() == 5, "at once, not when the arrows have rested"
    assert len(kept(bench, 5)) == 5, "a burst of arrows is one gesture"
    assert bench.mark(KIND).etat == "juste"
    view.get_by_role("slider", name="Chiffre 7").press("Shift+ArrowRight")
    view.get_by_role("slider", name="Chiffre 8").focus()
    assert numbers(kept(bench, 6)) == {"7": 211}
    keyboard.press("Delete")
    assert kept(bench, 7)[-1]["g"] == "retirer"
    expect(view.get_by_role("slider", name="Chiffre 8")).to_have_count(0)
    assert (
        view.get_by_role("button", name="8 ", exact=False).first.evaluate("() => document.activeElement.dataset.jeton")
        == "8"
    )


def test_by_the_list(bench):
    view = bench.seance(KIND, {}, **SPEC)
    view.get_by_text("Faire la même chose avec une liste").click()
    for number in range(1, 13):
        view.get_by_role("combobox", name=f"Chiffre {number}", exact=True).select_option(str(30 * number % 360))
    for hand, angle, length in (("Aiguille 1", 336, 80), ("Aiguille 2", 60, 50)):
        view.get_by_role("combobox", name=f"{hand}, longueur").select_option(str(length))
        view.get_by_role("combobox", name=f"{hand}, direction").select_option(str(angle))
    gestes = kept(bench, 14)
    assert bench.mark(KIND).etat == "juste"
    expect(view.get_by_role("slider")).to_have_count(14)
    view.get_by_role("combobox", name="Chiffre 7", exact=True).select_option("")
    assert kept(bench, 15)[-1] | {"t": 0} == {"g": "retirer", "chiffre": "7", "t": 0}
    assert len(gestes) == 14


def test_buttons_move_what_is_held_and_take_it_away(bench):
    view = bench.seance(KIND, {}, **SPEC)
    bench.page.mouse.click(*on_dial(view, 0, 0.87))
    view.get_by_role("button", name="12 ✓").click()
    for name in ("Tourner de 5 degrés", "Tourner de 1 degré"):
        view.get_by_role("button", name=name, exact=True).click()
    assert "Chiffre 12\u202f: 6°" in view.inner_text()
    view.get_by_role("button", name="Retirer", exact=True).click()
    gestes = kept(bench, 3)
    assert [g["g"] for g in gestes] == ["placer", "placer", "retirer"]
    expect(view.get_by_role("slider")).to_have_count(0)
    expect(view.get_by_role("button", name="Raccourcir")).to_be_hidden()


def test_a_drawing_is_found_again_with_its_free_strokes(bench):
    view = bench.seance(KIND, {}, **SPEC)
    view.get_by_role("button", name="Placer les douze chiffres").click()
    view.get_by_role("button", name="Crayon libre").click()
    bench.page.mouse.move(*on_dial(view, 200, 0.3))
    bench.page.mouse.down()
    for step in range(30):
        bench.page.mouse.move(*on_dial(view, 200 + 3 * step, 0.3 + 0.2 * math.sin(step)))
    bench.page.mouse.up()
    stroke = kept(bench, 2)[-1]
    assert stroke["g"] == "trait"
    assert 8 <= len(stroke["points"]) <= 1200
    path = view.locator("svg.asalee-cadran .asalee-crayon").first.get_attribute("d")
    bench.reload()
    view = bench.seance(KIND, {}, **SPEC)
    bench.said("✔ Réponse retrouvée")
    expect(view.get_by_role("slider")).to_have_count(12)
    assert view.locator("svg.asalee-cadran g .asalee-crayon").first.get_attribute("d") == path
    view.get_by_role("button", name="Effacer le dernier trait").click()
    assert kept(bench, 3)[-1]["g"] == "effacer_trait"
    assert bench.mark(KIND).points == 0
    view.get_by_role("button", name="Recommencer la séance").click()
    view.get_by_role("button", name="Oui, tout effacer").click()
    bench.page.wait_for_function("window.sent.at(-1).valeur === null")
    expect(view.get_by_role("slider")).to_have_count(0)


def test_five_hundred_gestures_are_the_most(bench):
    many = [{"g": "remplir", "t": rank} for rank in range(500)]
    bench.sheet.write(KIND, {"gestes": many, "conclusion": {}}, 0)
    view = bench.seance(KIND, {}, **SPEC)
    view.get_by_role("button", name="Placer les douze chiffres").click()
    expect(view).to_contain_text("compte déjà 500 gestes", use_inner_text=True)
    assert len(bench.stored(KIND)["gestes"]) == 500


def test_evaluation_judges_nothing_and_offers_no_fresh_start(bench):
    view = bench.seance(KIND, {}, training=False, heure="03:25", cible={"manques": ["tailles"]})
    assert "Une seule chose fausse\u202f: la longueur des aiguilles." in view.inner_text()
    view.get_by_role("button", name="Placer les douze chiffres").click()
    kept(bench, 1)
    for name in ("correction", "Recommencer"):
        expect(view.get_by_role("button", name=name)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 800, 1280])
def test_the_workshop_can_be_read_and_touched(bench, width):
    bench.page.set_viewport_size({"width": width, "height": 1100})
    view = bench.seance(KIND, {}, **SPEC)
    view.get_by_role("button", name="Placer les douze chiffres").click()
    view.get_by_role("button", name="Poser le calque").click()
    view.get_by_role("button", name="Aiguille 1").press("Enter")
    view.get_by_text("Faire la même chose avec une liste").click()
    assert bench.page.evaluate("document.documentElement.scrollWidth") <= width
    if width > 400:
        assert bench.poor_letters() == []
        assert view.get_by_role("slider", name="Chiffre 7").locator("circle").bounding_box()["width"] >= 44
    focusable = ":is(a, button, input, select, summary, textarea, [tabindex]):not([data-lm-suppress-shortcuts='true'])"
    expect(view.locator(focusable)).to_have_count(0)


def test_a_stored_answer_of_another_shape_never_breaks_the_view(bench):
    n = 0
    for index, strange in enumerate(
        [3, "x", {"gestes": [None, 3, {"g": 1}]}, {"gestes": [{"g": "aiguille"}, {"g": "placer"}]}]
    ):
        n = bench.sheet.write(KIND, strange, n).n
        view = bench.seance(KIND, {}, host=f"w{index}", **SPEC)
        view.get_by_role("button", name="Aiguille 1").wait_for()
