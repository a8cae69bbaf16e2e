"""The workshop's forms, as a trainer fills them."""

import time

from tests.browser.serveur import WAIT_MS

EXEMPLE = "cases/bpco/mme-lambert.md"


def fill(page, label, text, within="#at-forme"):
    page.locator(within).get_by_label(label, exact=False).first.fill(text)


def screen(page, name):
    page.locator(f"#at-morceaux button:has-text('{name}')").first.click()


def verdict(page, words):
    page.locator(f"#at-verdict:has-text('{words}')").wait_for()


def written(path, words):
    """Wait until the file holds these words."""
    deadline = time.monotonic() + WAIT_MS / 1000
    while words not in path.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, f"« {words} » was never written"
        time.sleep(0.05)


def save(page):
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    page.locator("#at-etat[data-etat=fait]").wait_for()
