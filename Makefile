# The verbs of this project, the same for a person and for CI. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup generate check lint test demo bench wheel clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

help: ## list the verbs
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(READY) ## make .venv and install everything that the other verbs need

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[server,postgres]' --group dev
	@touch $@

generate: $(READY) ## carry openapi.yaml into generated/
	$(BIN)/python -m generator

check: lint test ## all that CI checks: drift, rules of the document, lint, types, tests

lint: $(READY)
	$(BIN)/python -m generator --check
	$(BIN)/openapi-spec-validator openapi.yaml
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: $(READY) ## run the tests
	$(BIN)/python -m pytest

demo: $(READY) ## log sessions and events into a local server and show what it stored
	$(BIN)/python examples/demo.py

bench: $(READY) ## measure, as ratios against a baseline in the same run
	$(BIN)/python -m benchmarks

clean: ## remove what the other verbs made, the virtual environment too
	rm -rf $(VENV) dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

wheel: $(READY) ## build the wheel and try it in an environment of its own
	rm -rf dist/*.whl dist/*.tar.gz dist/try
	$(BIN)/python -m build --no-isolation --outdir dist
	$(PYTHON) -m venv dist/try
	dist/try/bin/python -m pip install --quiet --constraint constraints.txt dist/*.whl
	dist/try/bin/python -c 'from honeyhive import HoneyHive; print(HoneyHive(api_key="hh_x"))'
	dist/try/bin/honeyhive --version
