# Thin on purpose: what a target does is in tools/, where it is typed and tested.
PYTHON := $(shell for p in python3 python3.11 python3.12 python3.13 python3.14; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
RUN := .venv/bin/python -m
WEB := $(if $(wildcard web/package.json),npm --prefix web run --if-present,: no web yet,)
SOURCES := src tests tools bench clients

export PATH := $(CURDIR)/.tools/node/bin:$(PATH)
.DEFAULT_GOAL := help
.PHONY: help setup setup-browser demo test proof check check-python check-web fix bench docs api dist python-is-there

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

python-is-there:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; none was found on the PATH"; exit 1; }

setup: python-is-there ## fetch and build what the other targets need; quick when nothing changed
	@$(PYTHON) -m tools.setup

setup-browser: python-is-there
	@$(PYTHON) -m tools.setup --browser

demo: setup ## start everything with a demo company: admin on port 7700, phone on port 7701
	@exec .venv/bin/yutang demo

test: setup-browser ## run every test: Python, web, browser
	$(RUN) tools.suites

proof: setup-browser ## the proofs at length: faults, kills, fuzz, each row of the browser tests (half an hour)
	YUTANG_PROOF=1 .venv/bin/pytest -n 2 -m proof
	YUTANG_PROOF=1 $(RUN) tools.e2e

check: setup ## lint, types, borders, file lengths, migrations, generated files, docs
	@$(MAKE) --no-print-directory --jobs 2 check-python check-web

check-python:
	.venv/bin/ruff check $(SOURCES)
	.venv/bin/ruff format --check $(SOURCES)
	.venv/bin/mypy $(SOURCES)
	.venv/bin/lint-imports
	$(RUN) tools.limits
	.venv/bin/deptry .
	$(RUN) tools.migrations check
	$(RUN) tools.client --check
	$(RUN) tools.docs --check

check-web:
	$(WEB) check

fix: setup ## repair what the linters can repair
	.venv/bin/ruff check --fix $(SOURCES)
	.venv/bin/ruff format $(SOURCES)
	$(WEB) fix

bench: setup ## run every benchmark (about ten minutes)
	$(RUN) bench all

api: setup ## write openapi.json, both clients and the lists of calls and errors in the docs anew
	$(RUN) tools.openapi
	$(RUN) tools.client
	$(WEB) api
	$(RUN) tools.docs

docs: setup ## check links, commands and settings of the docs; write the generated pages
	$(RUN) tools.docs

dist: setup ## build the wheels of Yutang, its client and the emulator alone, and try the latter
	$(RUN) tools.dist
