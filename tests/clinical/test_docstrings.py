"""Every public function of the engine says what it refuses, and where its rule comes from."""

import importlib
import inspect
import pkgutil
import re

import pytest

from asalee_training import clinical

#: Machinery: no clinical rule in them.
MACHINERY = {"inputs", "reference_data"}


def public_functions():
    """Of a module, what has no underscore; of a package, what it exports."""
    for found in pkgutil.iter_modules(clinical.__path__):
        if found.name in MACHINERY:
            continue
        module = importlib.import_module(f"{clinical.__name__}.{found.name}")
        for nom, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__.startswith(module.__name__)
            if own and not nom.startswith("_") and nom in getattr(module, "__all__", [nom]):
                yield pytest.param(function, id=f"{found.name}.{nom}")


@pytest.mark.parametrize("function", list(public_functions()))
def test_a_public_function_names_its_source_and_its_refusals(function):
    words = inspect.getdoc(function) or ""

    assert re.search(r"\bSources?: \S", words), "no source"
    source = re.split(r"\bSources?: ", words)[-1]
    assert re.search(r"\d{4}|verified|vérifier|convention|definition", source), (
        f"not dated, nor said to be verified: {source}"
    )
    assert not inspect.signature(function).parameters or "ValueError" in words, "does not say what it refuses"
