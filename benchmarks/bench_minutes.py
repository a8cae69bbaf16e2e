"""How long a lesson takes a person who plays it: what she meets in the real pages, turned into minutes by published rates.

Every lesson is built, opened in JupyterLab with its kernel, scrolled, set, answered (every third question first wrong) and
corrected by a program that counts the words shown, the gestures made and the waiting. Acts are played in the same views on a
bare page. Then: declared minutes, played minutes (a fast reader, a middle one, a slow one), and the authors' estimate.

Run: python benchmarks/bench_minutes.py [--ecrire] [lesson…], for instance « rcv/02_pression ». About half an hour for all.
--ecrire keeps the counts in tests/authoring/joue.csv, which a test holds against the texts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from asalee_training.authoring import duree  # noqa: E402
from asalee_training.training import contenus  # noqa: E402
from asalee_training.workspace import Workspace  # noqa: E402
from tests.authoring import joue  # noqa: E402
from tests.browser import compteur, formation, jouer_actes, jouer_lecon  # noqa: E402
from tests.browser.serveur import FLAGS, WAIT_MS, Server, chromium_path, start_server  # noqa: E402


def play(context: BrowserContext, server: Server, ws: Workspace, contenu: contenus.Contenu, folder: Path) -> joue.Joue:
    """Play one lesson, then each of its acts; return what was met."""
    page = context.new_page()
    page.goto(server.url("asalee/apprenante"))
    joueuse = jouer_lecon.Joueuse(page, contenu, ws.ident)
    met = joueuse.play(server.url(f"asalee/apprenante/ouvrir/{contenu.assignment}"))
    page.close()
    for exercise in contenu.case.exercices.values():
        if exercise.type in jouer_lecon.ACTES:
            act = jouer_actes.play(context, folder / exercise.nom, exercise, joueuse.patient)
            hand = Counter(actes=act.gestes["clic"] + act.gestes["choix"], touche=act.gestes["touche"])
            met += compteur.Compte(act.mots, hand)
            met.gestes["attente_actes"] += round(act.attente_s)
    return joue.Joue.of(contenu.case, met.mots, met.gestes, met.attente_s)


def main() -> None:
    """Play, print the table, keep the counts if asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("lecons", nargs="*")
    parser.add_argument("--ecrire", action="store_true")
    asked = parser.parse_args()
    found: dict[str, joue.Joue] = {}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        ws = formation.make(Path(name) / "formation", "courses")
        (Path(name) / "foyer").mkdir()
        server = start_server(ws.root, Path(name) / "foyer")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 720})
        context.add_init_script(compteur.SCRIPT)
        context.set_default_timeout(2 * WAIT_MS)
        print(f"{'lesson':42} declared  played: low central high  estimate")
        try:
            for folder in sorted(ws.bibliotheque.iterdir()):
                contenu = contenus.lire(folder)
                if contenu is None or (asked.lecons and contenu.case.nom not in asked.lecons):
                    continue
                acts = Path(name) / "actes" / contenu.assignment
                acts.mkdir(parents=True)
                found[contenu.case.nom] = played = play(context, server, ws, contenu, acts)
                low, central, high = played.minutes()
                print(
                    f"{contenu.case.nom:42} {contenu.case.entete.duree_min:8} {low:12.0f} {central:7.0f} {high:4.0f} "
                    f"{duree.estimate(contenu.case):9.1f}",
                    flush=True,
                )
        finally:
            browser.close()
            server.stop()
    if asked.ecrire:
        joue.ecrire(joue.lire() | found)  # read now: another play may have been kept meanwhile


if __name__ == "__main__":
    main()
