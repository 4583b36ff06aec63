# dragoman: everything that a newcomer, CI or a maintainer runs. `make help` lists it.
PYTHON ?= $(shell command -v /usr/bin/python3.11 || command -v python3.11 || echo python3)
VENV ?= .venv
BIN := $(VENV)/bin
# Two threads at most: what is measured and what is read does not depend on the machine's size.
export OMP_NUM_THREADS ?= 2
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: help demo test lint types imports tests explore bench gold train-attribution train-events reference requirements clean

help:  ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/run.stamp: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements/run.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/run.stamp
	$(BIN)/pip install --quiet --require-hashes --only-binary :all: -r requirements/test.txt
	touch $@

demo: $(VENV)/run.stamp  ## Read the example and print its brief
	rm -f $(VENV)/demo.dossier*
	$(BIN)/dragoman read examples/reports --dossier $(VENV)/demo.dossier
	$(BIN)/dragoman brief $(VENV)/demo.dossier

test: lint types imports tests  ## All checks: lint, types, imports, tests

lint: $(VENV)/test.stamp  ## Style and common mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/test.stamp  ## Types, strictly
	$(BIN)/mypy

imports: $(VENV)/test.stamp  ## Imports point one way
	$(BIN)/lint-imports

tests: $(VENV)/test.stamp  ## The tests
	$(BIN)/pytest

explore: $(VENV)/test.stamp  ## The tests of properties on examples drawn anew each time
	HYPOTHESIS_PROFILE=explore $(BIN)/pytest $$(grep -rlE '^from hypothesis|^import hypothesis' tests --include='test_*.py')

gold: $(VENV)/test.stamp  ## Recall and precision on the example's gold sheet
	$(BIN)/python -m tests.gold

bench: $(VENV)/test.stamp  ## Speed against a bare pass of the parser, memory, and what a pile costs at several sizes (KEPT=dossier: not read again)
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.size $(if $(KEPT),--kept $(KEPT))

train-attribution: $(VENV)/run.stamp  ## Train the attribution model anew (an hour and a half on two cores)
	$(BIN)/pip install --quiet -r requirements/train.txt
	$(BIN)/python -m training.attribution --shared "$${DRAGOMAN_SHARED:-../shared}"

train-events: $(VENV)/run.stamp  ## Train the model of acts anew (half an hour on two cores)
	$(BIN)/pip install --quiet -r requirements/train.txt
	$(BIN)/python -m training.events --shared "$${DRAGOMAN_SHARED:-../shared}"

reference: $(VENV)/test.stamp  ## Write what is generated: schemas, reference pages
	$(BIN)/python -m dragoman.records.schemas
	$(BIN)/python -m tools.json_reference
	$(BIN)/python -m dragoman.cli.reference

requirements: $(VENV)/test.stamp  ## Pin the newest versions that fit
	$(BIN)/pip install --quiet uv
	for extra in run test; do \
	  $(BIN)/uv pip compile --quiet pyproject.toml requirements/build.in $$(test $$extra = test && echo --extra test) \
	    --upgrade --generate-hashes --python-version 3.11 --no-header --no-annotate \
	    --no-emit-index-url --no-emit-find-links --allow-unsafe --output-file requirements/$$extra.txt; done

clean:  ## Remove what was made here
	rm -rf $(VENV) build dist *.egg-info src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
