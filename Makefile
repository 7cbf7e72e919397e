# `make site` builds the finished site into site/, `make test` runs all tests. Each sets up what it needs.
# README.md has the same steps as plain commands for machines without make.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test serve check lock clean

site: .venv/site
	$(BIN)/archive build --strict

serve: .venv/site
	$(BIN)/archive serve

check: .venv/site
	$(BIN)/archive check

test: .venv/test
	$(BIN)/python -m pytest

# The pinned dependencies, made from pyproject.toml, with hashes and no address of an index.
lock: .venv/test
	$(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate --no-emit-index-url \
		--python-version 3.11 --output-file requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra dev --constraint requirements.txt --universal --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --python-version 3.11 --output-file requirements-dev.txt

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/site: requirements.txt pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/test: .venv/site requirements-dev.txt tests/browser/chromium.py
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m tests.browser.chromium
	touch $@

clean:
	rm -rf .venv site .site.archive .ci/typescript/node_modules
