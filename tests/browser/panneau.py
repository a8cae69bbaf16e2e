"""The patient panel on a page of its own, against the real server: same origin, same policy, no workshop around it."""

import pytest
from playwright.sync_api import expect

from asalee_training.pages.base import POLICY
from tests.browser.serveur import WAIT_MS

ADRESSE = "asalee/formatrice/panneau-des-essais"
PAGE = """<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Panneau</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/asalee/static/style.css"><link rel="stylesheet" href="/asalee/static/patients.css"></head>
<body><main id="contenu">
<h1 class="invisible">Panneau</h1><h2 class="invisible">Patient</h2><div id="patient"></div>
</main></body></html>"""
MONTER = """async ({protocole, lois, xsrf}) => {
  const { monter } = await import("/asalee/static/patients.js");
  window.dits = [];
  window.lois = structuredClone(lois);
  window.panneau = monter(document.querySelector("#patient"), {
    protocole, lois, xsrf, urls: {patients: "/asalee/formatrice/patients", champs: "/asalee/formatrice/patients/champs"},
    onchange: (path, value) => {
      window.dits.push([path, structuredClone(value)]);
      const where = path.slice(0, -1).reduce((at, step) => (at[step] ||= {}), window.lois);
      if (value === null) delete where[path.at(-1)]; else where[path.at(-1)] = value;
    },
  });
}"""


def ouvrir(page, server, protocole, lois):
    """Show the panel with these laws; `window.lois` follows what it says, `window.dits` lists it."""
    page.goto(server.url("asalee/formatrice"))
    xsrf = page.locator("input[name=_xsrf]").first.input_value()
    headers = {"Content-Type": "text/html; charset=UTF-8", "Content-Security-Policy": POLICY}
    page.route(f"**/{ADRESSE}*", lambda route: route.fulfill(body=PAGE, headers=headers))
    page.goto(server.url(ADRESSE))
    page.evaluate(MONTER, {"protocole": protocole, "lois": lois, "xsrf": xsrf})
    page.wait_for_selector(".pt-ajouter")
    attendre(page)


def attendre(page):
    """Until the panel has nothing more to ask."""
    expect(page.locator(".pt-sortie[aria-busy=true]")).to_have_count(0, timeout=60_000)


def dits(page):
    """What the panel has said since the last call: [[path, value], …]."""
    return page.evaluate("window.dits.splice(0)")


def until(page, expression):
    """Wait for an expression to hold; the page's policy forbids a waiting that evaluates text in it."""
    for _ in range(WAIT_MS // 100):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"never true: {expression}")
