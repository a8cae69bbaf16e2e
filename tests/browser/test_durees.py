"""The minutes that trainees really spent, on the trainer's page, from journals that the product has written."""

import pytest
from playwright.sync_api import expect

from tests.browser import formation
from tests.pages.journaux import spend

pytestmark = pytest.mark.browser
TEXTES = ("cases/bpco/mme-lambert.md", "courses/rcv")


def test_a_trainer_sees_at_a_glance_what_promises_too_little(page, serve, tmp_path, capture):
    ws = formation.make(tmp_path / "formation", *TEXTES)
    for n in range(9):
        spend(ws.journaux / f"poste-{n}", f"idel-{n:02d}", 40 + 2 * n, "bpco/mme-lambert")
        spend(ws.journaux / f"poste-{n}", f"idel-{n:02d}", 24 + n % 3, "rcv/02_pression")
    for n in range(2):
        spend(ws.journaux / f"poste-{n}", f"idel-{n:02d}", 90, "rcv/03_hypertension")
    server = serve(ws.root)
    page.goto(server.url("asalee/formatrice"))
    for groupe in page.locator("details:not([open]) > summary").all():
        groupe.click()
    line = page.locator("li.ligne", has_text="cases/bpco/mme-lambert.md")
    expect(line).to_contain_text("constaté 48 min (9 stagiaires", use_inner_text=True)
    expect(line.locator(".note")).to_contain_text("promet trop peu de minutes", use_inner_text=True)
    near = page.locator("li.ligne", has_text="courses/rcv/02_pression.md")
    expect(near).to_contain_text("constaté 25 min (9 stagiaires", use_inner_text=True)
    expect(near.locator(".note")).to_have_count(0)
    expect(page.locator("li.ligne", has_text="03_hypertension")).not_to_contain_text("constaté")
    expect(page.locator("body")).not_to_contain_text("idel-0")
    line.scroll_into_view_if_needed()
    capture(page, "durees-constatees")
