"""Sphinx over the Markdown pages of this folder: `make docs`. Warnings are errors."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tracker import __version__

project = "Space Race Tracker"
author = "The Space Race Tracker developers"
release = version = __version__
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"Space Race Tracker {__version__}"
html_show_copyright = False
html_favicon = "../resources/icons/org.spaceracetracker.SpaceRaceTracker.svg"
nitpicky = True

PAGES_OUTSIDE = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")


def setup(app):
    """Pages beside this folder are read on the forge: a relative link there, the project's address here."""

    def to_the_project(_app, _name, source):
        for page in PAGES_OUTSIDE:
            for up in ("../../", "../"):
                source[0] = source[0].replace(f"]({up}{page})", f"](https://space-race-tracker.example/{page})")

    app.connect("source-read", to_the_project)
    return {"parallel_read_safe": True}
