# Formation ASALEE. Les seules commandes à connaître : make install, make start, make test.
# PORT=8890 choisit le port ; NO_BROWSER=1 n'ouvre pas le navigateur.
# Language of this file: what is echoed is for the person who installs, hence French.

PYTHON ?= python3
VENV := .venv
LOCK := requirements/lock.txt
ORACLES := requirements/oracles.txt
STAMP := $(VENV)/.installed
# nbgrader calls `alembic` by its name: the environment's programs come first.
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONPATH

.PHONY: install oracles start test bench lock clean

install:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11, 2))' 2>/dev/null || \
	  { echo "Formation ASALEE demande Python 3.11.2 ou plus récent : installez-le, puis relancez « make install PYTHON=python3.11 »." >&2; exit 1; }
	@# The environment is remade only when the lock or the project's own description changed.
	@sum=$$(cat $(LOCK) pyproject.toml | cksum); \
	if [ "$$(cat $(STAMP) 2>/dev/null)" != "$$sum" ]; then \
	  echo "Installation dans $(VENV) (quelques minutes la première fois)…"; \
	  [ -x $(VENV)/bin/python ] || $(PYTHON) -m venv $(VENV) || \
	    { echo "L'environnement n'a pas pu être créé : sous Debian ou Ubuntu, installez le paquet python3-venv." >&2; exit 1; }; \
	  : "--no-deps: the lock is complete, see requirements/excludes.txt"; \
	  $(VENV)/bin/python -m pip install --quiet --no-deps --require-hashes -r $(LOCK) && \
	  $(VENV)/bin/python -m pip install --quiet --no-deps --no-build-isolation -e . && \
	  echo "$$sum" > $(STAMP) && echo "Installation terminée."; \
	fi

# What tests and benchmarks compare the clinical engine with; nobody needs it to work.
oracles: install
	@sum=$$(cat $(LOCK) $(ORACLES) | cksum); \
	if [ "$$(cat $(VENV)/.oracles 2>/dev/null)" != "$$sum" ]; then \
	  $(VENV)/bin/python -m pip install --quiet --no-deps --require-hashes -r $(ORACLES) && \
	  echo "$$sum" > $(VENV)/.oracles; \
	fi

start: install
	@$(VENV)/bin/asalee demarrer $(if $(PORT),--port $(PORT)) $(if $(NO_BROWSER),--no-browser)

test: install oracles
	@$(VENV)/bin/python -m pytest -n auto --dist loadscope

bench: install oracles
	@for bench in benchmarks/bench_*.py; do $(VENV)/bin/python $$bench; done

# Rewrites both locks (needs uv). One resolution serves Linux, macOS and Windows, from Debian 12's Python 3.11.2 on.
lock:
	uv pip compile pyproject.toml requirements/base.in --extra test --excludes requirements/excludes.txt \
	  --python-version 3.11.2 --universal --generate-hashes --no-header -o $(LOCK)
	uv pip compile requirements/oracles.in -c $(LOCK) \
	  --python-version 3.11.2 --universal --generate-hashes --no-header -o $(ORACLES)

# What can be rebuilt. Neither donnees/ (work, secret) nor the marks are touched.
clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis *.egg-info
	find asalee_training tests -name __pycache__ -type d -prune -exec rm -rf {} +
