# The five commands a newcomer needs are `make run`, `make demo`, `make test`, `make check`, `make screenshots`.
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run demo test check bench-reading
run: $(VENV)/ready
	$(PY) -m tracker

demo: $(VENV)/ready
	$(PY) -m tracker --demo

test: $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest

check: $(VENV)/ready
	$(VENV)/bin/ruff check tracker tests && $(VENV)/bin/ruff format --check tracker tests && $(PY) -m mypy

bench-reading: $(VENV)/ready
	$(PY) tests/bench/reading.py

$(VENV)/ready: pyproject.toml
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --group dev --editable .
	touch $@
