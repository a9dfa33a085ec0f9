"""Writes the versions that packages are built from: pins.txt (all) and flatpak/python-packages.json (addresses, hashes).

usage: pin.py        asks PyPI through pip; run it when pyproject.toml's dependencies change, and before a release
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from release import ROOT

PACKAGING = Path(__file__).resolve().parent
NOT_IN_FLATPAK = {
    "pyside6-essentials", "shiboken6",  # the base app's
    "secretstorage", "cryptography", "cffi", "pycparser",  # the sandbox has no way to the system keyring
}  # fmt: skip
HEAD = "# What packages are built from. Written by packaging/pin.py; the ranges stand in pyproject.toml.\n"


def main() -> None:
    """Resolve once, write both files."""
    found = sorted(_resolved(), key=lambda entry: str(entry["metadata"]["name"]).lower())
    ours = [entry for entry in found if entry["metadata"]["name"] != "space-race-tracker"]
    pins = [f"{entry['metadata']['name']}=={entry['metadata']['version']}\n" for entry in ours]
    (PACKAGING / "pins.txt").write_text(HEAD + "".join(pins), encoding="utf-8")
    sources = [
        {"type": "file", "url": entry["download_info"]["url"],
         "sha256": entry["download_info"]["archive_info"]["hashes"]["sha256"]}
        for entry in ours
        if entry["metadata"]["name"].lower().replace("_", "-") not in NOT_IN_FLATPAK
    ]  # fmt: skip
    text = json.dumps(_module(sources), indent=2)
    (PACKAGING / "flatpak" / "python-packages.json").write_text(f"{text}\n", encoding="utf-8")
    print(f"{len(ours)} packages pinned, {len(sources)} of them for Flatpak")


def _module(sources: list[dict[str, str]]) -> dict[str, Any]:
    install = 'pip3 install --no-index --no-deps --no-build-isolation --prefix="${FLATPAK_DEST}" *.whl'
    return {"name": "python-packages", "buildsystem": "simple", "build-commands": [install], "sources": sources}


def _resolved() -> list[dict[str, Any]]:
    """What pip would install, from PyPI itself: the addresses must be good on other machines too."""
    env = {name: value for name, value in os.environ.items() if name not in ("PIP_FIND_LINKS", "PIP_EXTRA_INDEX_URL")}
    report = subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--ignore-installed", "--report", "-", "--index-url",
         "https://pypi.org/simple", "--only-binary", ":all:", str(ROOT)],
        env={**env, "PIP_CONFIG_FILE": os.devnull}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if report.returncode:
        raise SystemExit(report.stderr[-2000:])
    installed: list[dict[str, Any]] = json.loads(report.stdout)["install"]
    return installed


if __name__ == "__main__":
    main()
