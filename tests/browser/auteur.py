"""A text or a notebook of a trainer, opened in JupyterLab."""

import re


def open_author(page, example, path):
    page.goto(example.document(path))
    page.wait_for_selector(".asalee-auteur .asalee-barre")


def state(page, words):
    page.locator(".asalee-barre-etat", has_text=re.compile(f"^{words}")).wait_for()


def status(page, words):
    page.locator(".asalee-auteur-etat", has_text=words).wait_for()
