# One door to every command. `make` alone says which there are.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.SUFFIXES:

BIN := .venv/bin
PYTHON_FILES := app sync tests packaging $(wildcard benchmarks)
TYPED := app sync tests packaging/run_headless.py $(wildcard benchmarks)

# Where `make run` keeps its demo shop; remove the folder and the next run builds a new one.
DEMO_SHOP ?= build/demo-shop
# How many tests run at once.
JOBS ?= auto
# Which benchmark; all when empty.
NAME ?=

# Tests that start a till on a screen of its own and strike its keys; they depend on the machine's haste.
# Sorted, for the longest of them stands in the first file and shall begin first.
KEY_STROKES = $(sort $(shell grep -rl mark.x11 tests --include='test_*.py'))

TRANSLATIONS := $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))

# macOS and Windows always have a screen.
HAS_DISPLAY := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin MINGW% MSYS% CYGWIN%,$(shell uname -s))

.PHONY: help
help: ## Show this list
	@echo "membertill: the commands of this checkout"
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-20s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))
	@echo "Settings: DEMO_SHOP=folder (run), JOBS=n (test), NAME=benchmark (bench), MEMBERTILL_BENCH_EVENTS=n (upload)"

# --- the till

.PHONY: run
run: ## Open the till with a demo shop (installs what is missing)
	$(if $(HAS_DISPLAY),,$(error There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set); `make run-headless` opens the till on an invisible one and takes a screenshot))
	@packaging/setup.sh run
	@$(MAKE) -s translations-if-stale
	@$(BIN)/membertill demo --data-dir "$(DEMO_SHOP)"

.PHONY: run-headless
run-headless: ## The same without a display: on an invisible one, with a screenshot
	@packaging/setup.sh headless
	@$(MAKE) -s translations-if-stale
	@$(BIN)/python packaging/run_headless.py --screenshot build/screenshots/run-headless.png -- \
		$(BIN)/membertill demo --data-dir "$(DEMO_SHOP)"

# --- checks

.PHONY: test
test: ## All checks: lint, types, arch and the tests
	@packaging/setup.sh test
	@$(MAKE) -s lint types arch tests

.PHONY: tests
tests: translations npos ## The tests alone; those with real key strokes apart, for their timing
	@echo "tests"
	@$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal -m "not long and not x11"
	@$(BIN)/python -m pytest -q -n 3 --dist worksteal -m "x11 and not long" $(KEY_STROKES) || { \
		echo "once more, one by one: what failed beside another"; \
		$(BIN)/python -m pytest -q --last-failed -m "x11 and not long" $(KEY_STROKES); }

.PHONY: npos
npos: ## Install the independent ESC/POS interpreter of the tests (needs npm; without it they are skipped)
	@packaging/npos.sh

.PHONY: lint
lint: setup ## Style and likely mistakes (ruff)
	@echo "lint"
	@$(BIN)/ruff check --quiet $(PYTHON_FILES)
	@$(BIN)/ruff format --check --quiet $(PYTHON_FILES)

.PHONY: types
types: setup ## Types (mypy --strict)
	@echo "types"
	@$(BIN)/mypy $(TYPED)

.PHONY: arch
arch: setup ## The floors of the house: who may import whom (import-linter)
	@echo "arch"
	@$(BIN)/lint-imports --no-logo

.PHONY: format
format: setup ## Put the code into its one format
	@$(BIN)/ruff check --quiet --fix $(PYTHON_FILES)
	@$(BIN)/ruff format $(PYTHON_FILES)

.PHONY: kill-test
kill-test: setup translations ## The long tests: a till killed over and over, nothing lost
	@$(BIN)/python -m pytest -q -m long --timeout=3600

.PHONY: printer-soak
printer-soak: setup translations ## Ten thousand slips through the spool, none lost or doubled, no growth: SLIPS=10000
	@MEMBERTILL_SOAK_SLIPS=$(or $(SLIPS),10000) $(BIN)/python -m pytest -q -s -m long --timeout=3600 \
		tests/app/bootstrap/test_spool_soak.py

.PHONY: scenarios
scenarios: setup ## Play every programme's scenarios, print rule by rule, and write docs/schemes.md
	@$(BIN)/python -m tests.scenarios

.PHONY: simulate
simulate: setup ## Tills and head office in a storm, 200 seeds of 2000 steps: SEEDS=1000 STEPS=5000, or SEED=7 to repeat one
	@$(BIN)/python -m tests.simulation --seeds $(or $(SEEDS),200) --steps $(or $(STEPS),2000) $(if $(SEED),--seed $(SEED))

.PHONY: golden
golden: setup ## Record the traffic of this protocol version anew; never of one that was released
	@$(BIN)/python -m tests.golden

.PHONY: chain-test
chain-test: setup ## Real tills and a real head office in a storm of kill -9: TILLS=8 SECONDS=120
	@MEMBERTILL_CHAIN_TILLS=$(or $(TILLS),8) MEMBERTILL_CHAIN_SECONDS=$(or $(SECONDS),120) \
		$(BIN)/python -m pytest -q -s --timeout=3600 tests/chain/test_storm.py

# --- a build without Python

FROZEN := build/frozen/membertill

.PHONY: freeze
freeze: setup translations ## The till as a folder that needs no Python (PyInstaller), into build/frozen
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath build/frozen --workpath build/freeze \
		packaging/freeze/membertill.spec
	@du -sh $(FROZEN)

.PHONY: freeze-check
freeze-check: freeze ## That folder starts, sells by a scan, prints, and starts its own head office
	@MEMBERTILL_PROGRAM=$(CURDIR)/$(FROZEN)/membertill $(BIN)/python -m pytest -q tests/e2e/test_one_sale.py \
		tests/e2e/test_own_office.py

# --- pictures and measurements

.PHONY: screenshots
screenshots: setup translations ## Every screen, in every language and size, into build/screenshots
	@$(BIN)/python -m tests.tour

.PHONY: bench
bench: setup translations ## Measure against the limit of the machine; NAME=sale_commit for one
	@$(BIN)/python -m benchmarks $(NAME)

# --- housekeeping

.PHONY: setup
setup: ## Install what developing needs, and nothing twice
	@packaging/setup.sh test

.PHONY: translations
translations: setup ## Compile the translations of resources/i18n
	@$(MAKE) -s translations-if-stale

.PHONY: translations-if-stale
translations-if-stale: $(TRANSLATIONS)

resources/i18n/%.qm: resources/i18n/%.ts
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

.PHONY: translations-update
translations-update: setup ## Collect new texts of the screens into resources/i18n/*.ts
	@$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -extensions py app/ui -ts $(wildcard resources/i18n/*.ts)

.PHONY: traditional
traditional: ## Write the Traditional Chinese texts anew from the Simplified ones (OpenCC, in build/traditional)
	@test -x build/traditional/bin/opencc || { python3 -m venv build/traditional && \
		build/traditional/bin/pip install -qq --disable-pip-version-check opencc==1.4.2; }
	@build/traditional/bin/python packaging/traditional.py

.PHONY: programme-docs
programme-docs: setup ## Write schema and page of the programme format from the declarations
	@mkdir -p build
	@$(BIN)/membertill-office programme schema > build/programme.schema.json
	@$(BIN)/membertill-office programme page > build/programme-format.md
	@mv build/programme.schema.json resources/schemas/
	@mv build/programme-format.md docs/

.PHONY: lock
lock: ## Resolve the dependencies again (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header pyproject.toml -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-header --extra dev --extra office -c requirements.lock pyproject.toml -o requirements-dev.lock

.PHONY: clean
clean: ## Remove what make has built (the environment stays)
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f resources/i18n/*.qm
