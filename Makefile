# CI runs the same targets as a person. `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help setup generate check lint spec-diff publish test oldest newest pythons hugging-face vendors vendors-older languages languages-all faults demo docs picture bench wheel release clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
OLDEST := .venv-oldest
NEWEST := .venv-newest
OPENAI3 := .venv-openai3
SBOM := .venv-sbom
VENDORS := .venv-vendors
DATASETS := .venv-datasets

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(READY) ## make .venv and install everything that the other targets need

# The demo uses the full environment if `make setup` has made it, and otherwise installs the server alone.
SERVER := $(if $(wildcard $(READY)),$(READY),$(VENV)/server)

$(VENV)/server: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[server]'
	@touch $@

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[all]' --group dev --group instrumentors
	@# At its first run, pyright downloads its other parts from npm. Run it here, so that no test has to download them.
	$(BIN)/pyright --version > /dev/null
	@touch $@

generate: $(READY) ## write generated/, docs/cli.md, the table in docs/calls.md and the list of methods from openapi.yaml
	$(BIN)/python -m generator

check: lint test ## run all checks before a commit: generated files, rules of the document, lint, types, tests

lint: $(READY) ## run every check except the tests
	$(BIN)/python -m generator --check
	$(BIN)/python -m generator diff --gate
	$(BIN)/python -m generator api --check
	$(BIN)/openapi-spec-validator openapi.yaml
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports pyproject.toml
	$(BIN)/mypy
	$(BIN)/python -m benchmarks.lines

spec-diff: $(READY) ## list the changes of openapi.yaml since the newest release, or since another one: REF=v1.0.0
	$(BIN)/python -m generator diff $(REF)

publish: $(READY) ## write the documents for other language teams into dist/spec/
	$(BIN)/python -m generator publish

# openai 3 uses httpx2, while the instrumentors in $(VENV) need openai 2.
$(OPENAI3)/ready: pyproject.toml constraints-openai3.txt
	$(PYTHON) -m venv --clear $(OPENAI3)
	$(OPENAI3)/bin/python -m pip install --quiet --constraint constraints-openai3.txt openai httpx attrs python-dateutil truststore
	@touch $@

test: $(READY) $(OPENAI3)/ready ## run the tests, on every core
	$(BIN)/python -m pytest -n auto --dist loadfile

# Tests of the public API, which also run with the oldest and the newest versions of all dependencies.
CALLED := tests/test_extras.py tests/test_packages.py tests/clients/test_calls.py tests/clients/test_lifecycle.py \
	tests/clients/test_times.py tests/core/test_times.py tests/cli/test_calls.py tests/cli/test_evaluate.py \
	tests/cli/test_tools.py tests/tracing/test_surface.py tests/otel/test_exporter.py tests/otel/test_nesting.py \
	tests/otel/test_propagator.py
CALLED_NEEDS := hypothesis packaging pytest pytest-xdist
CALL := -m pytest -n auto --dist loadfile -p no:cacheprovider $(CALLED)

oldest: $(OLDEST)/ready ## test the public API with the oldest allowed version of each dependency
	$(OLDEST)/bin/python $(CALL)

$(OLDEST)/ready: pyproject.toml constraints-oldest.txt
	$(PYTHON) -m venv --clear $(OLDEST)
	$(OLDEST)/bin/python -m pip install --quiet --constraint constraints-oldest.txt --editable '.[server,otel]' $(CALLED_NEEDS)
	@touch $@

newest: ## test the public API with the newest version of each dependency, without constraints
	$(PYTHON) -m venv --clear $(NEWEST)
	$(NEWEST)/bin/python -m pip install --quiet --upgrade --editable '.[all]' $(CALLED_NEEDS)
	$(NEWEST)/bin/python $(CALL)

pythons: $(READY) ## test the public API with every installed Python, and list the versions that ran
	$(BIN)/python -m tests.pythons

hugging-face: $(READY) $(DATASETS)/ready ## test evaluate() with the large package of Hugging Face datasets, in an environment of its own
	$(BIN)/python -m pytest -m hugging_face tests/experiments

$(DATASETS)/ready: tests/experiments/programs/requirements.txt
	$(PYTHON) -m venv --clear $(DATASETS)
	$(DATASETS)/bin/python -m pip install --quiet --constraint constraints.txt --editable '.[server]'
	$(DATASETS)/bin/python -m pip install --quiet --requirement tests/experiments/programs/requirements.txt
	@touch $@

vendors: $(READY) $(VENDORS)/ready ## run small programs with the vendor's package and with ours, and compare the stored events
	$(BIN)/python -m pytest -m vendors tests/vendor

$(VENDORS)/ready: tests/vendor/version.txt
	$(PYTHON) -m venv --clear $(VENDORS)
	$(VENDORS)/bin/python -m pip install --quiet --requirement tests/vendor/version.txt
	@touch $@

languages: $(VENV)/languages ## generate clients in other languages, compile or parse them, run them, and lint the documents with Redocly
	$(BIN)/python -m pytest -m languages tests/languages

# Takes some minutes longer than `languages`, and needs compilers that CI does not install.
languages-all: $(VENV)/languages ## try every generator, not only the faster ones, and write the table of docs/languages.md
	for program in go javac ruby php; do command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	test -z "$$missing" || { echo "install$$missing: apt-get install golang-go default-jdk-headless ruby-typhoeus php-cli php-curl php-mbstring php-guzzlehttp-guzzle"; exit 1; }
	$(BIN)/python -m tests.languages

$(VENV)/languages: $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group languages
	@touch $@

# Older clients of the vendor that are still in use, each in an environment of its own. Version 0.1.96 declares LangChain
# and LlamaIndex in any later version, so only the packages that its client imports are installed.
OLDER_VENDORS := .vendors
OLDER := 0.2.57 1.0.2 1.7.0

vendors-older: $(READY) $(OLDER_VENDORS)/ready ## run programs on older versions of the vendor's clients against the local server
	$(BIN)/python -m tests.vendors.older

$(OLDER_VENDORS)/ready:
	$(PYTHON) -m venv --clear $(OLDER_VENDORS)/0.1.96
	$(OLDER_VENDORS)/0.1.96/bin/python -m pip install --quiet --no-deps honeyhive==0.1.96
	$(OLDER_VENDORS)/0.1.96/bin/python -m pip install --quiet requests 'dataclasses-json<0.7' python-dateutil jsonpath-python typing-inspect
	for version in $(OLDER); do \
		$(PYTHON) -m venv --clear $(OLDER_VENDORS)/$$version && \
		$(OLDER_VENDORS)/$$version/bin/python -m pip install --quiet honeyhive==$$version || exit 1; \
	done
	mkdir -p $(OLDER_VENDORS)/npm
	cd $(OLDER_VENDORS)/npm && npm install --silent --no-audit --no-fund honeyhive@1.0.42
	@touch $@

faults: $(READY) ## show how a call ends at each fault, then run the long tests: soak, mutants, auditor, schemathesis (an hour)
	$(BIN)/python -m tests.faults
	$(BIN)/python -m tests.tracing.long
	$(BIN)/python -m tests.auditor --record --schedules 10000
	$(BIN)/python -m tests.auditor --record --schedules 300 --sdk opentelemetry || true
	$(BIN)/python -m tests.auditor --record --schedules 300 --sdk langfuse || true
	$(BIN)/python -m tests.auditor --record --schedules 300 --sdk langsmith || true
	$(BIN)/python -m tests.server.schemathesis_checks

demo: $(SERVER) ## log sessions and events into a local server, and print the stored ones
	$(BIN)/python examples/demo.py

# The variable stops mkdocs-material from printing a notice about mkdocs 2, which we do not use.
docs: $(READY) ## build the site of docs/ in build/site and check its links
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

picture: $(READY) ## make the picture of a trace for README.md
	$(BIN)/python examples/chatbot/picture.py

bench: $(READY) ## run the benchmarks; each result is a ratio against a baseline in the same run
	$(BIN)/python -m benchmarks

clean: ## remove everything that the other targets made, including the virtual environments and .tools
	rm -rf $(VENV) $(OLDEST) $(NEWEST) $(OPENAI3) $(SBOM) $(VENDORS) $(DATASETS) $(OLDER_VENDORS) .venv-3.* .tools dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(SBOM)/ready: constraints-sbom.txt
	$(PYTHON) -m venv --clear $(SBOM)
	$(SBOM)/bin/python -m pip install --quiet --constraint constraints-sbom.txt cyclonedx-bom
	@touch $@

wheel: $(READY) ## build wheel and sdist, and try both in new environments, with the command line and the server
	rm -rf dist/*.whl dist/*.tar.gz dist/*.cdx.json dist/try dist/try-other
	$(BIN)/python -m build --no-isolation --outdir dist
	$(BIN)/python -m tests.release dist $(PYTHON)

# If pip installs a file by its path, it records this path, and the bill of materials would contain it.
# So the last install gets only a folder, in which pip looks for the wheel (--find-links).
release: wheel $(SBOM)/ready ## build and try the wheel, then each extra and the oldest and newest dependencies; write the bill of materials
	$(BIN)/python -m tests.release dist $(PYTHON) rest
	dist/try/bin/python -m pip install --quiet --no-index --no-deps --force-reinstall --find-links dist honeyhive-sdk
	dist/try/bin/python -m pip uninstall --quiet --yes setuptools pip
	$(SBOM)/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --output-format JSON \
		--output-file dist/honeyhive-sdk.cdx.json dist/try/bin/python
	$(SBOM)/bin/python -m tests.bill_of_materials dist/honeyhive-sdk.cdx.json
