# Two commands serve a newcomer: `make run` and `make test`. Each sets up what it needs on first use.

PYTHON ?= python3
BIN := .venv/bin
RUNTIME := .venv/runtime.installed
DEVELOPMENT := .venv/development.installed
BENCH := .venv/bench/installed

# What was compiled is kept, whatever the shell says: else each start of the program compiles a thousand modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-postgres faults security mutants check bench format house guides papers places lock reset

run: $(RUNTIME)
	@exec $(BIN)/python -m bot run

test: $(DEVELOPMENT)
	@$(BIN)/python -m pytest $(ARGS)

# The same on PostgreSQL, on a server that is made for it and thrown away.
test-postgres: $(DEVELOPMENT)
	@STEPS=all tests/with-postgres $(BIN)/python -m pytest $(ARGS)

# All of the matrix and 10,000 forged taps, of which `make test` tries a fixed draw: some minutes.
security: $(DEVELOPMENT)
	@SECURITY=all $(BIN)/python -m pytest tests/security $(ARGS)

# All that may go wrong: the tests that name it, then the real program, killed a hundred times while it alerts 5,000
# people, its database and Telegram taken away for as long as in earnest. Some twenty minutes; the last line is the verdict.
faults: $(DEVELOPMENT)
	@$(BIN)/python -m tests.faults $(ARGS)

# Some 300 small changes to the modules that decide, one at a time: does a test notice? The last line is the verdict.
mutants: $(DEVELOPMENT)
	@$(BIN)/python -m tests.mutants $(ARGS)

check: $(DEVELOPMENT)
	@$(BIN)/ruff format --check --quiet . && echo "format: good"
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(DEVELOPMENT)
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

# The picture of floors and wings in docs/architecture.md, drawn anew from what is there.
house: $(DEVELOPMENT)
	@$(BIN)/python -m tests.house

# The pictures of docs/coordinators.md and docs/members.md, taken anew of the chat page while their stories are played.
guides: $(DEVELOPMENT)
	@$(BIN)/python -m tests.guides

# Every document and workbook of the office, filled and rendered to pictures in papers/: look at them. Needs LibreOffice
# (Writer and Calc) and pdftoppm.
papers: $(DEVELOPMENT)
	@$(BIN)/python -m tests.papers

# The lists of provinces and communes, made anew from those of a folder: `make places FROM=folder`.
places: $(DEVELOPMENT)
	@$(BIN)/python -m tools.places $(FROM)

# Speeds, beside those of python-telegram-bot and aiogram; `make bench ARGS="ours aiogram"` measures these alone.
# PostgreSQL is measured as it is for use: with every commit on the disk.
bench: $(BENCH)
	@POSTGRES_OPTIONS=' ' tests/with-postgres .venv/bench/bin/python -m benchmarks $(ARGS)

reset: $(RUNTIME)
	@$(BIN)/python -m bot reset

# A newer set of dependencies, at least seven days old, for every supported Python.
lock: $(DEVELOPMENT)
	@$(BIN)/python -m pip install --quiet uv
	@for set in "requirements.lock" "requirements-dev.lock --group dev" "requirements-bench.lock --group bench"; do \
		$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
			--no-emit-index-url --no-annotate --no-header --quiet --upgrade \
			--exclude-newer "$$(date --date='7 days ago' +%F)" --output-file $$set || exit 1; \
	done

.venv:
	@$(PYTHON) -c 'import sys; sys.exit("Sẵn Sàng needs Python 3.11 or newer; this is %s." % sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@echo "Setting up on first use …"
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

$(RUNTIME): requirements.lock | .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(DEVELOPMENT): requirements-dev.lock | .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(RUNTIME)

# A set of its own: what is compared needs other versions than the product.
$(BENCH): requirements-bench.lock | .venv
	@$(PYTHON) -m venv .venv/bench
	@.venv/bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	@touch $@
