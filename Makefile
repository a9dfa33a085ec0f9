# make run          start the app; the first time it sets everything up (system libraries, .venv, packages)
# make demo         start it on an invented two-year history, without a network
# make test         set up, then run every test, those on a real desktop too where their packages may be installed
# make check        the linter, the formatter, the types
# make bench        what it costs, as ratios against floors measured in the same run
# make bench-reading  how well the reader reads the labelled news beside this repository
# make dist         wheel, sdist, one-folder bundle and .deb into dist/ (packaging/README.md)
# make check-dist   the same, installed into clean places, used there, removed; as root, on Debian
# make docs         the user guide as a site, in build/site
# make screenshots  every page, light and dark, in both languages
SHELL := /bin/bash
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run demo test check bench bench-reading docs screenshots translations system system-for-tests clean \
        dist check-dist system-for-packaging

run: $(VENV)/ready
	@$(PY) -m tracker

demo: $(VENV)/ready
	@$(PY) -m tracker --demo

test: $(VENV)/ready system-for-tests
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest

bench: $(VENV)/ready
	$(PY) tests/bench/bench.py

bench-reading: $(VENV)/ready
	$(PY) tests/bench/reading.py

check: $(VENV)/ready
	$(VENV)/bin/ruff check tracker tests && $(VENV)/bin/ruff format --check tracker tests && $(PY) -m mypy

# What apt-get may install; a fraction of a second when nothing is missing.
system:
	@packaging/system-libraries.sh

system-for-tests: system
	@packaging/system-libraries.sh --tests

# Made anew only when pyproject.toml changes (or its Python is gone). pip learned dependency groups in 25.1; the last
# line proves that Qt's libraries can really be loaded.
$(VENV)/ready: pyproject.toml | system
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
	    { echo "Making $(VENV)"; rm -rf $(VENV); "$$(packaging/find-python.sh)" -m venv $(VENV); }
	@echo "Installing the packages of pyproject.toml into $(VENV)"
	@$(PY) -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(PY) -m pip install -qq --disable-pip-version-check --group dev --editable .
	@QT_QPA_PLATFORM=offscreen $(PY) -c 'from PySide6 import QtNetwork, QtSvg, QtWidgets; QtWidgets.QApplication([])'
	@touch $@

docs: $(VENV)/ready
	$(PY) -m sphinx -W --keep-going -q -b html docs build/site

# Every page, light and dark, English and Chinese, three sizes, to build/screenshots; a chosen few to resources/.
screenshots: $(VENV)/ready
	QT_QPA_PLATFORM=offscreen $(PY) tests/screenshots.py

# After any change of the window's words: take them up, translate what is new in the .ts file, run again.
TS := resources/translations/tracker_zh_CN.ts
translations: $(VENV)/ready
	$(VENV)/bin/pyside6-lupdate tracker/ui/*.py tracker/desktop/*.py -ts $(TS) -source-language en -target-language zh_CN -no-obsolete -locations none
	$(VENV)/bin/pyside6-lrelease $(TS) -qm $(TS:.ts=.qm)

# What turns it into an installed app; tools in an environment of their own.
DIST_PY := build/dist-env/bin/python

system-for-packaging: system
	@packaging/system-libraries.sh --packaging

build/dist-env/ready: pyproject.toml packaging/pins.txt | system
	@mkdir -p build
	@$(DIST_PY) -c '' 2>/dev/null || { rm -rf build/dist-env; "$$(packaging/find-python.sh)" -m venv build/dist-env; }
	@$(DIST_PY) -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'
	@$(DIST_PY) -m pip install -qq --disable-pip-version-check --group dist
	@touch $@

dist: build/dist-env/ready
	@$(DIST_PY) packaging/build_dist.py

check-dist: system-for-packaging build/dist-env/ready
	@[ "$$(id -u)" = 0 ] || { echo "make check-dist needs root: it makes a minimal Debian and installs into it" >&2; exit 1; }
	@XZ_LEVEL=$${XZ_LEVEL:-1} $(DIST_PY) packaging/build_dist.py
	@unshare --mount $(DIST_PY) packaging/check_dist.py

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
