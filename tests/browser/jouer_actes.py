"""The acts of a lesson played once without a fault, in their real views on a bare page, with their real durations.

The patient, the specification and the judge are the lesson's own. What passes without a gesture (a contact held, a cuff that
fills, a blow) is waited for as she would.
"""

import time
from collections import Counter
from functools import partial
from unittest.mock import patch

from playwright.sync_api import expect

from asalee_training import exercises
from tests.browser import (
    jouer_cinq_mots,
    jouer_cotation,
    jouer_ecg,
    jouer_horloge,
    jouer_monofilament,
    jouer_spirometrie,
    jouer_tension,
)
from tests.browser.banc import Bench
from tests.browser.compteur import Compte, lu

PHRASE = "Si je résume, vous voulez bien essayer, à votre rythme, et nous en reparlons le mois prochain."


class Clock:
    """Time passes at its own pace."""

    def __init__(self, page):
        self.page = page

    def fast_forward(self, ms):
        self.page.wait_for_timeout(ms)

    run_for = fast_forward


def play(context, folder, exercise, patient) -> Compte:
    """Play one act of a lesson; words and gestures, and the seconds that its own clock took."""
    page = context.new_page()
    bench = Bench(page, folder)
    keys = {k: v for k, v in exercise.spec.model_dump(mode="json", exclude_unset=True).items() if k != "type"}
    view = bench.seance(exercise.type, patient, **keys)
    view.locator(".asalee-champ").first.wait_for()
    key = bench.judge.key.exercices[exercise.type]
    raw = exercises.get(exercise.type).samples(exercise.spec, key).right[0]
    start = time.perf_counter()
    WAYS[exercise.type](bench, view, exercise.spec, raw)
    spent = time.perf_counter() - start
    bench.settled()
    mark = bench.mark(exercise.type)
    assert mark.etat == "juste", (exercise.nom, mark.etat, [e for e in mark.etapes if e.juste is False])
    see = view.get_by_role("button", name="Voir la correction")
    if see.is_visible():
        see.click()
    compte = lu(page)
    # What a program takes to make a gesture is not hers: a tenth of a second each, measured on buttons that wait for nothing.
    compte.attente_s = max(0.0, spent - 0.1 * sum(compte.gestes.values()))
    # In the lesson's own count this is a question like another: apart, it is an act, and its line by line correction.
    seen = compte.mots
    compte.mots = Counter(retour_acte=seen.pop("correction", 0), acte=sum(seen.values()))
    page.close()
    return compte


def ecg(bench, view, spec, raw):
    names = [g["g"] for g in raw["gestes"]]
    loose = raw["gestes"][names.index("reprendre") + 1]["electrode"]
    with (
        patch.object(jouer_ecg, "LOOSE", loose),
        patch.object(jouer_ecg, "finish", partial(jouer_ecg.finish, alert="alerter" in names)),
    ):
        jouer_ecg.perfect(
            view, jouer_ecg.mouse_click, (jouer_ecg.put_by_drag, *[jouer_ecg.put_by_clicks] * 4), jouer_ecg.restick_by_clicks
        )  # fmt: skip


def interview(bench, view, spec, raw):
    for geste in raw["gestes"]:
        if geste["g"] == "dire":
            view.locator(f"[data-option='{geste['option']}']").click()
        elif geste["g"] == "observer":
            view.locator(f"[data-element='{geste['element']}']").click()
        elif geste["g"] == "ecrire":
            box = view.get_by_role("textbox")
            box.click()
            bench.page.keyboard.type(PHRASE)
            view.locator(f"input[value='{geste['code']}']").check()
            view.get_by_role("button", name="Dire cette phrase").click()
        else:
            view.get_by_role("button", name="Terminer").click()
        bench.page.wait_for_timeout(120)


def examination(bench, view, spec, raw):
    with patch.object(jouer_monofilament, "CONCLURE", spec.conclure):
        jouer_monofilament.play(bench, Clock(bench.page), view, jouer_monofilament.Mouse)


def pressure(bench, view, spec, raw):
    hand = jouer_tension.Mouse(bench, view)
    for geste in raw["gestes"]:
        hand.act(geste)
        expect(view.locator(".asalee-ta-mesurer")).to_have_text("Mesurer", use_inner_text=True)
    hand.conclude(raw)


def five_words(bench, view, spec, raw):
    jouer_cinq_mots.play(bench, view, jouer_cinq_mots.Mouse, raw)


def breath(bench, view, spec, raw):
    with patch.object(jouer_spirometrie, "done", lambda bench, raw: None):
        jouer_spirometrie.play(
            bench, view, raw, lambda node: node.click(), lambda node, value: node.select_option(value)
        )


def sheet(bench, view, spec, raw):
    public = exercises.get("cotation_test").public(spec)
    jouer_cotation.play(view, public, raw, *jouer_cotation.by_mouse(bench))


def clock_face(bench, view, spec, raw):
    mouse, on_dial = bench.page.mouse, jouer_horloge.on_dial
    hands = [g for g in raw["gestes"] if g["g"] not in ("placer", "placer_tous")]
    for rank in range(12):
        mouse.click(*on_dial(view, 30 * rank, 0.87))
    for rank, hand in enumerate(hands, 1):
        view.get_by_role("button", name=f"Aiguille {rank}").click()
        mouse.click(*on_dial(view, hand["angle"], hand["longueur"] / 100))
    bench.page.wait_for_timeout(800)


WAYS = {
    "cotation_test": sheet,
    "dessin_horloge": clock_face,
    "electrodes": ecg,
    "entretien": interview,
    "examen_monofilament": examination,
    "mesure_tension": pressure,
    "passation_cinq_mots": five_words,
    "seance_spirometrie": breath,
}
