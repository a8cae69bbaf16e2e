"""How an ECG session is played: by mouse, by dragging, by keyboard, by lists."""

import re

from asalee_training.simulation import seance_ecg
from asalee_training.simulation.seance_ecg import JUSTE

KIND = "electrodes"

WOMAN = {"sexe": "femme", "ecg_frequence_min": 72, "ecg_axe_deg": 42, "ecg_amplitude_pct": 104, "ecg_alea": 21}

NU = {"depart": "nu", "personne": "Mme Rivière", "symptomes": ["palpitations"], "fautes": ["electrode_decollee"]}

FAUX = {"depart": "pose_fautive", "personne": "Mme Rivière", "symptomes": ["aucun"]}

PREPARATION = ("identite", "expliquer", "symptomes", "allonger", "repos", "rechauffer", "torse", "pudeur", "degraisser",
               "secher", "debrancher")  # fmt: skip

ORDER = ("R", "L", "F", "N", "V1", "V2", "V4", "V3", "V5", "V6")

LOOSE = "V4"  # 21 // 7 % 6: the electrode that comes unstuck for this patient


def step(view, number, press=False):
    tab = view.locator(".asalee-ecg-etape").nth(number - 1)
    tab.press("Enter") if press else tab.click()


def mouse_click(view, selector):
    view.locator(selector).click()


def key_press(view, selector):
    view.locator(selector).press("Enter")


def put_by_clicks(view, code, site):
    view.locator(f"[data-electrode={code}]").click()
    view.locator(f"[data-site={site}]").click()


def put_by_drag(view, code, site):
    page, target = view.page, view.locator(f"[data-site={site}]").bounding_box()
    source = view.locator(f"[data-electrode={code}]").bounding_box()
    page.mouse.move(source["x"] + 20, source["y"] + 20)
    page.mouse.down()
    page.mouse.move(target["x"] + 10, target["y"] + 40, steps=3)
    page.mouse.move(target["x"] + target["width"] / 2, target["y"] + target["height"] / 2)
    page.mouse.up()
    page.evaluate(
        "new Promise((done) => setTimeout(done))"
    )  # the page forgets at its next turn that something was dragged


def put_by_keys(view, code, site):
    """Pick with Enter, walk with the arrows, put with Enter."""
    page = view.page
    place = "e => [Number(e.querySelector('circle').getAttribute('cx')), Number(e.querySelector('circle').getAttribute('cy'))]"
    goal = view.locator(f"[data-site={site}]").evaluate(place)
    view.locator(f"[data-electrode={code}]").press("Enter")
    for _ in range(14):
        here = page.evaluate("document.activeElement.dataset.site")
        if here == site:
            break
        x, y = view.locator(f"[data-site={here}]").evaluate(place)
        moves = sorted(
            [(abs(goal[0] - x), "ArrowRight" if goal[0] > x else "ArrowLeft"),
             (abs(goal[1] - y), "ArrowDown" if goal[1] > y else "ArrowUp")], reverse=True)  # fmt: skip
        for _, move in moves:
            page.keyboard.press(move)
            if page.evaluate("document.activeElement.dataset.site") != here:
                break
    assert page.evaluate("document.activeElement.dataset.site") == site
    page.keyboard.press("Enter")


def put_by_list(view, code, site):
    view.get_by_label(f"Emplacement de {code}").select_option(site)


def restick_by_keys(view, code):
    view.locator(f"[data-electrode={code}]").press("Enter")
    view.locator(".asalee-ecg-recoller").press("Enter")


def restick_by_clicks(view, code):
    view.locator(f"[data-site={JUSTE[code]}]").click()
    view.locator(".asalee-ecg-recoller").click()


def restick_by_list(view, code):
    view.get_by_role("button", name=f"Recoller {code}").click()


def record(view, act, press=False):
    step(view, 3, press)
    act(view, ".asalee-ecg-enregistrer")


def perfect(view, act, put, restick, press=False, listed=False):
    """From the first word to the departure; the first tracing shows an electrode that came unstuck."""
    for quoi in PREPARATION:
        act(view, f"[data-quoi={quoi}]")
    step(view, 2, press)
    if listed:
        view.get_by_text("Faire la même chose avec une liste").press("Enter")
    act(view, "[data-repere=angle_de_louis]")
    for i, code in enumerate(ORDER):
        (put[i % len(put)])(view, code, JUSTE[code])
    step(view, 3, press)
    for mention in seance_ecg.MENTIONS:
        act(view, f"[data-mention={mention}]")
    record(view, act, press)
    fault = view.get_by_role("checkbox", name="Électrode décollée")
    fault.press("Space") if press else fault.check()
    redo = view.get_by_role("button", name="Je reprends l’enregistrement")
    redo.press("Enter") if press else redo.click()
    step(view, 2, press)
    restick(view, LOOSE)
    record(view, act, press)
    finish(view, press)


def finish(view, press=False, alert=True):
    names = [
        "je le transmets",
        *(["Prévenir le médecin"] if alert else []),
        "Fin : rhabillage",
        "Oui, la séance est finie",
    ]
    for name in names:
        button = view.get_by_role("button", name=re.compile(name.replace(" :", r"\s:")))
        button.press("Enter") if press else button.click()
    note = view.get_by_role("radio", name="réalisé et contrôlé techniquement")
    note.press("Space") if press else note.check()


def full_mark(bench):
    mark = bench.mark(KIND)
    assert [e.fait for e in mark.etapes if not e.juste] == []
    assert (mark.points, mark.gravite) == (10.0, None)
