# Daily verbs. `make` alone lists them.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE = 1
ONLY_SEEN := test_browser test_nonsense

.PHONY: help demo test coverage lint docs pictures bench bundle fuzz lock clean
help:
	@echo "make demo    run the main job on the six filings of 2024; documents in out/demo/"
	@echo "make test    install what the tests need, then run all of them"
	@echo "make coverage the same, counting the lines and branches they reach; half as fast"
	@echo "make lint    ruff, mypy, the import contract"
	@echo "make docs    build the documentation site into site/"
	@echo "make bench   measure against peers, ratios in one run"
	@echo "make bundle  everything an office PC without a network needs, in out/bundle/"
	@echo "make fuzz    read 10,000 damaged files; none may end in a traceback, a hang or a crash"
	@echo "make lock    rewrite the lock files from pyproject.toml"

demo:
	@$(PYTHON) tools/bootstrap.py run
	@$(BIN)/jiping demo --out out/demo

test:
	@sh tools/system_packages.sh
	@$(PYTHON) tools/bootstrap.py dev
	$(BIN)/pytest -n 2
	# once more on PostgreSQL, but for what a browser sees: that does not hang on the database
	PYTHONPATH=tests $(BIN)/python -m postgresql $(BIN)/pytest -n 2 tests/web $(ONLY_SEEN:%=--ignore=tests/web/%.py)

coverage:
	@sh tools/system_packages.sh
	@$(PYTHON) tools/bootstrap.py dev
	$(BIN)/pytest -n 2 --cov --cov-report=term

lint:
	@$(PYTHON) tools/bootstrap.py dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

docs:
	@$(PYTHON) tools/bootstrap.py dev
	$(BIN)/python tools/make_docs.py
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet && echo "site/index.html"

fuzz:
	@sh tools/system_packages.sh
	@$(PYTHON) tools/bootstrap.py dev
	PYTHONPATH=src:tests $(BIN)/python -m fuzz.run

pictures:
	@$(PYTHON) tools/bootstrap.py dev
	$(BIN)/python tools/make_pictures.py
	$(BIN)/python tools/make_web_pictures.py

bench:
	@sh tools/system_packages.sh
	@$(PYTHON) tools/bootstrap.py bench
	$(BIN)/python -m benchmarks

bundle:
	@$(PYTHON) tools/bootstrap.py dev
	@$(BIN)/python tools/bundle.py

lock:
	@$(PYTHON) tools/bootstrap.py dev
	sh tools/lock.sh

clean:
	rm -rf .venv out site docs/generated .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
