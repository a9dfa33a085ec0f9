"""The validators of the formats we ship, each run on what was really built."""

from __future__ import annotations

import json
import plistlib
import subprocess
import tempfile
from pathlib import Path

import deb
from check_use import FaultError
from release import APP_ID, NAME, ROOT

PACKAGING = ROOT / "packaging"


def the_deb() -> Path:
    return _one(f"{NAME}_*.deb")


def the_wheel() -> Path:
    return _one("*.whl")


def _one(pattern: str) -> Path:
    found = sorted((ROOT / "dist").glob(pattern))
    if len(found) != 1:
        raise FaultError(f"dist/ holds {len(found)} of {pattern}; make clean dist")
    return found[0]


def desktop_file() -> str:
    return _silent("desktop-file-validate", str(PACKAGING / "desktop" / f"{APP_ID}.desktop"))


def metainfo() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{APP_ID}.metainfo.xml"
        path.write_text(deb.metainfo_text(), encoding="utf-8")
        told = _run("appstreamcli", "validate", "--no-net", "--pedantic", str(path))
    return told.strip().splitlines()[-1].strip()


def man_page() -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{NAME}.1"
        path.write_text(deb.man_page(), encoding="utf-8")
        done = subprocess.run(["man", "--warnings=w", "-l", str(path)], capture_output=True, text=True, check=False,
                              env={"PATH": "/usr/bin:/bin", "MANWIDTH": "80", "LANG": "C.UTF-8", "MAN_KEEP_FORMATTING": "1"})  # fmt: skip
    if done.returncode or done.stderr.strip():
        raise FaultError(f"man: {done.stderr.strip()[-500:]}")
    return f"{len(done.stdout.splitlines())} lines without a warning"


def lintian() -> str:
    """Errors and warnings fail; so does an override that is of no use any more."""
    done = subprocess.run(["lintian", "--allow-root", "--no-cfg", "--show-overrides", str(the_deb())],
                          capture_output=True, text=True, check=False)  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.strip() and not line.startswith("N:")]
    bad = [line for line in lines if not line.startswith("O:")]
    if done.returncode not in (0, 2) or bad:  # 2: it has found something, be it overridden
        raise FaultError("lintian: " + "; ".join(bad)[:800] + done.stderr[-200:])
    return f"no error, no warning, {len(lines)} overridden and explained"


def recipes() -> str:
    """What cannot be built here is at least well formed: the Flatpak manifest, the macOS property lists."""
    import yaml

    manifest = yaml.safe_load((PACKAGING / "flatpak" / f"{APP_ID}.yml").read_text(encoding="utf-8"))
    packages = json.loads((PACKAGING / "flatpak" / "python-packages.json").read_text(encoding="utf-8"))
    if manifest["id"] != APP_ID or not packages["sources"]:
        raise FaultError("flatpak: not our id, or no sources")
    for name in ("Info.plist", "entitlements.plist"):
        plistlib.loads((PACKAGING / "macos" / name).read_bytes())
    done = subprocess.run(
        ["bash", "-n", str(PACKAGING / "appimage" / "build.sh")], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise FaultError(f"appimage: {done.stderr}")
    return f"Flatpak manifest with {len(packages['sources'])} pinned packages, property lists, AppImage script"


def _silent(*command: str) -> str:
    said = _run(*command).strip()
    if said:
        raise FaultError(f"{command[0]}: {said[-500:]}")
    return "nothing to say"


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise FaultError(f"{command[0]}: {(done.stdout + done.stderr).strip()[-800:]}")
    return done.stdout
