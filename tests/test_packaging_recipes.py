"""The recipes for systems that are not here: well formed, of one id, and no broader than they say."""

from __future__ import annotations

import json
import os
import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging_room import PACKAGING, ROOT
from tests.test_packaging import pins
from tracker.ui.identity import APP_ID

FLATPAK = (PACKAGING / "flatpak" / f"{APP_ID}.yml").read_text(encoding="utf-8")
PACKAGES = json.loads((PACKAGING / "flatpak" / "python-packages.json").read_text(encoding="utf-8"))


def test_the_flatpak_asks_for_nothing_broad() -> None:
    asked = set(re.findall(r"^  - (--\S+)", FLATPAK, re.MULTILINE))
    assert asked == {
        "--share=network", "--share=ipc", "--socket=wayland", "--socket=fallback-x11", "--device=dri",
        "--talk-name=org.freedesktop.Notifications", "--talk-name=org.kde.StatusNotifierWatcher",
    }  # fmt: skip
    assert f"id: {APP_ID}\n" in FLATPAK
    assert "base: io.qt.PySide.BaseApp\n" in FLATPAK


def test_the_flatpaks_packages_are_pure_pinned_and_hashed() -> None:
    names = {}
    for source in PACKAGES["sources"]:
        file = source["url"].rsplit("/", 1)[1]
        assert source["url"].startswith("https://files.pythonhosted.org/packages/")
        assert file.endswith("-none-any.whl"), f"{file} is for one system only"
        assert re.fullmatch(r"[0-9a-f]{64}", source["sha256"])
        name, version = file.split("-")[:2]
        names[name.lower().replace("_", "-").replace(".", "-")] = version
    assert names.items() <= pins().items()
    absent = set(pins()) - set(names)
    assert absent == {"pyside6-essentials", "shiboken6", "secretstorage", "cryptography", "cffi", "pycparser"}


def test_every_file_that_the_flatpak_installs_is_ours() -> None:
    named = re.findall(r"- install .* (\S+)$", FLATPAK, re.MULTILINE)
    assert len(named) == 2
    for name in named:
        assert (PACKAGING / "desktop" / name).exists() or (PACKAGING / "desktop" / f"{name}.in").exists()


def appimage(tmp_path: Path, runtime: bytes | None) -> subprocess.CompletedProcess[str]:
    bundle, icons = tmp_path / "bundle", tmp_path / "icons"
    (icons / "256x256" / "apps").mkdir(parents=True)
    (icons / "256x256" / "apps" / f"{APP_ID}.png").write_bytes(b"a picture")
    bundle.mkdir()
    program = bundle / "space-race-tracker"
    program.write_text("#!/bin/sh\necho space-race-tracker 1.2.3\n", encoding="utf-8")
    program.chmod(0o755)
    env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1700000000"}
    if runtime is not None:
        (tmp_path / "runtime").write_bytes(runtime)
        env["APPIMAGE_RUNTIME"] = str(tmp_path / "runtime")
    build = PACKAGING / "appimage" / "build.sh"
    return subprocess.run(
        [str(build), str(bundle), str(icons), str(tmp_path)], env=env, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("runtime", "words"),
    [(None, "type-2 runtime is missing"), (b"", "type-2 runtime is missing"), (b"\x7fELF no runtime at all", "is no type-2 runtime")],
)  # fmt: skip
def test_without_its_runtime_the_appimage_stops_with_a_word(tmp_path: Path, runtime: bytes | None, words: str) -> None:
    done = appimage(tmp_path, runtime)
    assert done.returncode == 3
    assert words in done.stderr
    assert not list(tmp_path.glob("*.AppImage"))


def test_the_appimage_is_the_runtime_with_the_image_behind_it(tmp_path: Path) -> None:
    if not shutil.which("mksquashfs") or not shutil.which("unsquashfs"):
        pytest.skip("mksquashfs is not here (package squashfs-tools)")
    runtime = b"\x7fELF\x02\x01\x01\x00AI\x02" + bytes(53)
    done = appimage(tmp_path, runtime)
    assert done.returncode == 0, done.stderr
    made = next(tmp_path.glob("Space_Race_Tracker-1.2.3-*.AppImage"))
    assert made.read_bytes()[: len(runtime)] == runtime
    (tmp_path / "image").write_bytes(made.read_bytes()[len(runtime) :])
    listed = subprocess.run(
        ["unsquashfs", "-l", str(tmp_path / "image")], capture_output=True, text=True, check=True
    ).stdout
    for name in ("AppRun", f"{APP_ID}.desktop", ".DirIcon", "usr/lib/space-race-tracker/space-race-tracker"):
        assert f"squashfs-root/{name}\n" in listed


def test_the_mac_bundle_shows_in_the_dock_and_is_signed_with_little() -> None:
    info = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    assert info["LSUIElement"] is False
    assert "zh_CN" in info["CFBundleLocalizations"]
    entitlements = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert list(entitlements) == ["com.apple.security.cs.allow-unsigned-executable-memory"]


def test_the_installer_for_windows_leaves_the_data_alone() -> None:
    text = (PACKAGING / "windows" / "space-race-tracker.iss").read_text(encoding="utf-8")
    sections = re.findall(r"^\[(\w+)\]", text, re.MULTILINE)
    assert "UninstallDelete" not in sections
    assert "PrivilegesRequired=lowest" in text
    for source in re.findall(r"^LicenseFile=(.*)$", text, re.MULTILINE):
        assert (PACKAGING / "windows" / source.replace("\\", "/")).exists()


SCRIPTS = [
    *sorted(PACKAGING.rglob("*.sh")),
    PACKAGING / "appimage" / "AppRun",
    *(PACKAGING / "debian" / name for name in ("postinst", "prerm", "rtupdate")),
]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_parse_and_may_run(script: Path) -> None:
    shell = "bash" if "bash" in script.read_text(encoding="utf-8").splitlines()[0] else "sh"
    assert subprocess.run([shell, "-n", str(script)], check=False).returncode == 0
    assert os.access(script, os.X_OK)


def test_the_spec_is_python() -> None:
    spec = PACKAGING / "pyinstaller" / "space-race-tracker.spec"
    compile(spec.read_text(encoding="utf-8"), spec.name, "exec")


def test_the_launcher_is_alone_with_its_own_packages() -> None:
    text = (PACKAGING / "debian" / "launcher").read_text(encoding="utf-8")
    assert text.startswith("#!/usr/bin/python3 -IS\n")
    compile(text, "launcher", "exec")
    assert str(ROOT) not in text
