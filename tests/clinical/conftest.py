"""Independent programs that the clinical functions are compared with: requirements/oracles.in."""

import importlib
import os

import pytest


@pytest.fixture(scope="session")
def oracle():
    """`oracle(name)` imports an independent program; a skip without it, an error in CI."""

    def load(name):
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError as missing:
            reason = f"no {missing.name} here: make oracles"
            return pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)

    return load
