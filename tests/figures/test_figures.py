"""Every figure: drawn the same everywhere, in French, with its text, without anything from outside."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest

from asalee_training import figures

SVG = "{http://www.w3.org/2000/svg}"
ALL = sorted(figures.NOMS)


@pytest.mark.parametrize("nom", ALL)
def test_a_figure_is_a_small_picture_that_needs_nothing_else(nom):
    svg = figures.draw(nom).svg
    root = ET.fromstring(svg)  # noqa: S314 - our own drawing
    assert root.tag == f"{SVG}svg"
    assert float(root.get("width")) == 700
    assert 200 <= float(root.get("height")) <= 640
    assert len(svg.encode()) < 120_000
    assert not list(root.iter(f"{SVG}script"))
    outside = re.findall(r"(?:href|src)=|@import|url\((?!#)", svg)
    assert not outside
    assert {e.get("font-size") for e in root.iter(f"{SVG}text")}, "a figure has words"
    assert all(float(e.get("font-size")) >= 12 for e in root.iter(f"{SVG}text")), "too small on paper"


@pytest.mark.parametrize("nom", ALL)
def test_a_figure_carries_the_french_text_that_replaces_it(nom):
    alt = figures.draw(nom).alt
    assert 120 <= len(alt) <= 1200
    assert alt[0].isupper()
    assert alt.endswith(".")
    assert not re.search(r"[*_`\[\]<>\\\n]", alt), "Markdown would change it"
    assert re.search(r"[éèêàçù’]", alt)


def test_figures_are_the_same_bytes_in_another_process():
    code = (
        "import hashlib, asalee_training.figures as f; "
        "print(hashlib.sha256(''.join(f.draw(n).svg + f.draw(n).alt for n in sorted(f.NOMS)).encode()).hexdigest())"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1


def test_a_trainee_kernel_never_loads_the_figures():
    code = "import sys, asalee_training.notebook, asalee_training.scoring, asalee_training.content.models; "
    code += "print([m for m in sys.modules if m.startswith('asalee_training.figures')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
