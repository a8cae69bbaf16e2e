"""The page of an ECG session in Chromium: the tracing it draws, its words, its steps, every screen."""

import json
import re

import pytest
from playwright.sync_api import expect

from asalee_training.simulation import ecg, seance_ecg
from asalee_training.simulation.seance_ecg import JUSTE
from asalee_training.widgets import assets
from tests.browser.banc import SAVED
from tests.browser.jouer_ecg import FAUX, KIND, NU, WOMAN, step

pytestmark = pytest.mark.browser

SHARES_CONTEXT = True  # nothing here but bare pages

MODEL = """async ({esm, recording, pose}) => {
  const code = esm.replace("export default { render: exercise(makeElectrodes) };", "export { tracing };");
  const { tracing } = await import(URL.createObjectURL(new Blob([code], {type: "text/javascript"})));
  const leads = tracing(recording, {pose, sources: [], bande: "150"}, null);
  return Object.fromEntries(Object.entries(leads).map(([name, signal]) => [name, signal && [...signal]]));
}"""

REACH = """async (esm) => {
  const code = esm.replace("export default { render: exercise(makeElectrodes) };", "export { PLACES, neighbour };");
  const { PLACES, neighbour } = await import(URL.createObjectURL(new Blob([code], {type: "text/javascript"})));
  const seen = new Set(["eic4_bord_gauche"]);
  for (const site of seen) for (const way of [[-1, 0], [1, 0], [0, -1], [0, 1]]) seen.add(neighbour(site, way));
  return [Object.keys(PLACES).sort(), [...seen].sort()];
}"""


def test_the_drawing_has_every_place_of_the_model_and_the_arrows_reach_them_all(bench):
    drawn, reached = bench.page.evaluate(REACH, assets.esm(KIND))
    assert drawn == sorted(ecg.SITES)
    assert reached == drawn


def test_the_page_computes_the_leads_that_the_model_computes(bench):
    materiel = {"vitesse_mm_s": 25, "amplitude_mm_mv": 10, "carre": True, "secteur": False}
    for faute in ("inversion_bras", "inversion_bras_droit_jambe_droite", "v1_v2_trop_hautes"):
        debut = seance_ecg.scene(WOMAN, "pose_fautive", [faute], ["aucun"], materiel)
        recording = json.loads(json.dumps(seance_ecg.record(WOMAN, debut)))
        page = {"esm": assets.esm(KIND), "recording": recording}
        drawn = bench.page.evaluate(MODEL, {**page, "pose": debut["pose"]})
        for lead, signal in ecg.derivations(debut["pose"], recording["coeur"]).items():
            assert all(abs(v / 1000 - w) < 0.003 for v, w in zip(signal, drawn[lead], strict=True)), lead
    missing = bench.page.evaluate(MODEL, {**page, "pose": {**JUSTE, "L": None}})
    assert [lead for lead, signal in missing.items() if signal] == ["DII"]


def test_each_noise_is_described_in_the_words_of_a_line_and_not_of_a_fault(bench):
    said = {"tremblement_froid": "fines et irrégulières", "parasites_50_hz": "50 par seconde",
            "derive_ligne_de_base": "ondulation lente", "electrode_decollee": "grands écarts irréguliers"}  # fmt: skip
    for faute, words in said.items():
        view = bench.seance(KIND, WOMAN, host=f"w-{faute}", **FAUX, fautes=[faute])
        view.get_by_text("Le tracé en mots").click()
        text = view.locator(".asalee-ecg-tirage .asalee-tableau").inner_text()
        assert words in text
        assert not re.search(r"trembl|parasit|dérive|décoll|défaut|faux|correct|anormal", text)


def test_wrong_settings_show_on_the_calibration_square_and_on_the_paper(bench):
    view = bench.seance(KIND, {**WOMAN, "ecg_alea": 3}, **FAUX, fautes=["mauvais_etalonnage"])
    assert "5\u00a0mm/mV" in view.locator(".asalee-ecg-feuille").text_content()
    view.get_by_text("Le tracé en mots").click()
    assert re.search(r"5\smm de haut, 5\smm de large", view.inner_text())


def test_no_step_scrolls_sideways(bench):
    view = bench.seance(KIND, WOMAN, **FAUX, fautes=["v1_v2_trop_hautes"], a_faire="Reprenez cet ECG.")
    for number in (4, 1, 2, 3):
        step(view, number)
        for summary in view.locator("summary:visible").all():
            summary.click()
        for width, height in ((1280, 720), (800, 1100), (320, 700)):
            bench.page.set_viewport_size({"width": width, "height": height})
            bench.painted()
            assert bench.page.evaluate("document.documentElement.scrollWidth") <= width, (number, width)


def test_the_drawing_the_tray_and_the_live_screen_are_seen_together_on_a_laptop(bench):
    view = bench.seance(KIND, WOMAN, **NU, a_faire="Réalisez cet ECG.")
    step(view, 2)
    for part in (".asalee-ecg-thorax", ".asalee-ecg-electrodes", ".asalee-ecg-pose .asalee-ecg-ecran"):
        box = view.locator(part).bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 720, part


def test_each_step_leads_to_the_next_and_the_frame_says_what_the_correction_waits_for(bench):
    view = bench.seance(KIND, WOMAN, **NU)
    forward, waits = view.get_by_role("button", name="Étape suivante"), view.get_by_text("La correction s’ouvrira")
    expect(waits, "nothing was done yet").not_to_be_visible()
    for name in ("Poser", "Enregistrer", "Contrôler"):
        forward.press("Enter")
        assert name in view.locator("[aria-current=step]").inner_text()
        expect(view.get_by_role("region", name=name)).to_be_focused()
    expect(forward).not_to_be_visible()
    step(view, 1)
    view.locator("[data-quoi=identite]").click()
    bench.said(SAVED)
    expect(waits).to_be_visible()
    finish_now = view.get_by_role("button", name=re.compile("^Fin"))
    finish_now.click()
    view.get_by_role("button", name="Oui, la séance est finie").click()
    expect(waits).not_to_be_visible()


def test_on_a_tablet_the_words_stay_in_their_buttons_and_the_chest_beside_them(bench, page):
    page.set_viewport_size({"width": 884, "height": 768})  # what JupyterLab leaves of 1024
    view = bench.seance(KIND, WOMAN, **NU)
    step(view, 2)
    chest, tray = (
        view.locator(".asalee-ecg-thorax").bounding_box(),
        view.locator(".asalee-ecg-electrodes").bounding_box(),
    )
    assert tray["x"] >= chest["x"] + chest["width"]
    assert bench.poor_letters() == []
    spilt = "nodes => nodes.filter((node) => node.scrollWidth > node.clientWidth).map((node) => node.textContent)"
    assert view.locator("[data-electrode]").evaluate_all(spilt) == []


def test_letters_targets_and_contrast(bench):
    view = bench.seance(KIND, WOMAN, **FAUX, fautes=["inversion_bras"], a_faire="Reprenez cet ECG.")
    for number in (4, 1, 2, 3):
        step(view, number)
        for button in view.locator("[data-repere]:visible").all():
            button.click()
        for summary in view.locator("summary:visible").all():
            summary.click()
        assert bench.poor_letters() == []
        small = view.locator("button:visible, select:visible, .asalee-ecg-halo").evaluate_all(
            "nodes => nodes.map(n => n.getBoundingClientRect()).filter(b => b.width && Math.min(b.width, b.height) < 42).length"
        )
        assert small == 0, f"step {number}"


def test_the_next_step_begins_where_it_is_seen_even_when_it_is_shorter(bench):
    view = bench.seance(KIND, WOMAN, **NU, a_faire="Réalisez cet ECG.")
    bench.page.evaluate("document.body.style.padding = '600px 0'")
    forward = view.get_by_role("button", name="Étape suivante")
    for name in ("Poser", "Enregistrer", "Contrôler"):
        forward.scroll_into_view_if_needed()
        forward.click()
        expect(view.locator("[aria-current=step]")).to_contain_text(name)
        expect(view.locator("[aria-current=step]")).to_be_in_viewport(ratio=1)


def test_after_to_record_again_or_to_send_one_is_where_the_work_goes_on(bench):
    view = bench.seance(KIND, WOMAN, **FAUX, fautes=["inversion_bras"])
    view.get_by_role("button", name="Je reprends").press("Enter")
    expect(view.locator(".asalee-ecg-etape").first).to_be_focused()
    expect(view.locator(".asalee-ecg-etape").first).to_be_in_viewport(ratio=1)
    expect(view.locator(".asalee-ecg-dit")).to_contain_text("étape 1, 2 ou 3")
    step(view, 2)
    view.locator("[data-electrode=R]").click()
    expect(view.locator(".asalee-ecg-dit")).to_contain_text("recollez-la ou retirez-la")
    view.locator("[data-electrode=R]").click()
    step(view, 3)
    view.locator(".asalee-ecg-enregistrer").click()
    view.get_by_role("button", name="je le transmets").press("Enter")
    expect(view.locator(".asalee-ecg-decide")).to_be_focused()
