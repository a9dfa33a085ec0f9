"""What installers and desktops read of us agrees with the program: version, releases, desktop file, man page, pins."""

from __future__ import annotations

import argparse
import configparser
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from datetime import date
from importlib.metadata import version as installed
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging_room import PACKAGING, ROOT, tool
from tracker import __version__, cli
from tracker.ui.identity import APP_ID, APP_NAME

release, words, deb = tool("release"), tool("words"), tool("deb")


@pytest.fixture(autouse=True)
def moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """A moment for every built text, so that no test needs git or a history."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")


TODAY = date(2026, 11, 22)
LOG = """# Changelog
## [Unreleased]
### Added
- Something *new*, see [the page](https://x.example).
## [0.2.0] - 2026-10-01
### Fixed
- `poll` & co.
## [0.1.0] - 2026-09-01
- The first.
"""

# --- releases ---------------------------------------------------------------------------------------------------------


def test_the_version_stands_in_one_place() -> None:
    assert release.version() == __version__
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    written = re.compile(rf"version[\"']?\s*[:=]\s*[\"']?{re.escape(__version__)}\b", re.IGNORECASE)
    kinds = {".py", ".sh", ".spec", ".yml", ".plist", ".in", ".1", ".desktop"}
    files = [
        *(path for path in PACKAGING.rglob("*") if path.suffix in kinds),
        ROOT / "Makefile",
        ROOT / "pyproject.toml",
    ]
    elsewhere = [path for path in files if written.search(path.read_text(encoding="utf-8"))]
    assert elsewhere == []


def test_releases_are_those_of_the_changelog_newest_first() -> None:
    found = release.releases(LOG, "0.3.0", TODAY)
    assert [(r.version, r.on, r.is_out) for r in found] == [
        ("0.3.0", TODAY, False), ("0.2.0", date(2026, 10, 1), True), ("0.1.0", date(2026, 9, 1), True),
    ]  # fmt: skip
    assert found[1].news == ("`poll` & co.",)


def test_an_empty_unreleased_heading_is_no_release() -> None:
    out = LOG.replace("- Something *new*, see [the page](https://x.example).\n", "")
    assert [r.version for r in release.releases(out, "0.2.0", TODAY)] == ["0.2.0", "0.1.0"]


def test_a_version_that_the_changelog_does_not_know_is_not_built() -> None:
    with pytest.raises(SystemExit, match=r"says nothing of version 0\.4\.0"):
        release.releases("# Changelog\n## [0.1.0] - 2026-09-01\n- The first.\n", "0.4.0", TODAY)


def test_built_files_carry_the_moment_of_the_commit_or_the_one_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert release.epoch() == 1700000000
    assert release.day(1700000000) == date(2023, 11, 14)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    if (ROOT / ".git").exists() and shutil.which("git"):
        told = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert release.epoch() == int(told.stdout)


def test_without_history_the_moment_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(SystemExit, match="SOURCE_DATE_EPOCH"):
        release.epoch(tmp_path)


def test_appstream_and_debian_tell_the_same_news() -> None:
    found = release.releases(LOG, "0.3.0", TODAY)
    xml = ET.fromstring(words.appstream(found))
    assert [(r.get("version"), r.get("date"), r.get("type")) for r in xml] == [
        ("0.3.0", "2026-11-22", "development"), ("0.2.0", "2026-10-01", "stable"), ("0.1.0", "2026-09-01", "stable"),
    ]  # fmt: skip
    assert [li.text for li in xml.iter("li")] == ["Something new, see the page.", "poll & co.", "The first."]
    text = words.debian(found)
    assert text.startswith("space-race-tracker (0.3.0) unstable; urgency=medium\n\n  * Something new, see the page.\n")
    assert "Sun, 22 Nov 2026 12:00:00 +0000" in text


def test_the_changelog_of_this_checkout_can_be_read_by_debian(tmp_path: Path) -> None:
    if not shutil.which("dpkg-parsechangelog"):
        pytest.skip("dpkg-parsechangelog is not here: packaging/system-libraries.sh --packaging installs it")
    path = tmp_path / "changelog"
    path.write_text(words.debian(release.history()), encoding="utf-8")
    told = subprocess.run(["dpkg-parsechangelog", "-l", str(path)], capture_output=True, text=True, check=True)
    assert f"Version: {__version__}\n" in told.stdout
    assert not told.stderr


# --- what the desktop reads -------------------------------------------------------------------------------------------


def desktop_entry() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(PACKAGING / "desktop" / f"{APP_ID}.desktop", encoding="utf-8")
    return parser


def test_the_desktop_file_is_the_apps() -> None:
    entry = desktop_entry()["Desktop Entry"]
    assert (entry["Name"], entry["Icon"], entry["Exec"]) == (APP_NAME, APP_ID, "space-race-tracker")
    assert entry["StartupWMClass"] == "space-race-tracker"  # what running.py gives as the application's name
    assert 'setApplicationName("space-race-tracker")' in (ROOT / "tracker" / "running.py").read_text(encoding="utf-8")
    for words_of in ("GenericName", "Comment", "Keywords"):
        assert entry[words_of]
        assert entry[f"{words_of}[zh_CN]"]


def test_every_start_that_the_desktop_offers_is_a_command_line() -> None:
    entry = desktop_entry()
    actions = entry["Desktop Entry"]["Actions"].strip(";").split(";")
    lines = [entry[f"Desktop Action {action}"]["Exec"] for action in actions]
    assert len(lines) == 2
    for line in lines:
        program, *arguments = line.split()
        assert program == "space-race-tracker"
        assert cli._parser().parse_args(arguments).run is cli._desktop


def test_the_metainfo_names_this_app_and_pictures_that_are_there() -> None:
    xml = ET.fromstring(deb.metainfo_text())
    assert xml.findtext("id") == APP_ID
    assert xml.findtext("launchable") == f"{APP_ID}.desktop"
    assert xml.findtext("name") == APP_NAME
    assert xml.find("releases/release").get("version") == __version__  # type: ignore[union-attr]
    pictures = [image.text.rsplit("/", 1)[1] for image in xml.iter("image") if image.text]
    assert len(pictures) >= 4
    assert [p for p in pictures if not (ROOT / "resources" / "screenshots" / p).exists()] == []
    described = [node for node in xml.find("description").iter() if node.tag in ("p", "li")]  # type: ignore[union-attr]
    languages = [node.get("{http://www.w3.org/XML/1998/namespace}lang") for node in described]
    assert languages == [None, "zh_CN"] * (len(described) // 2)


# --- the man page -------------------------------------------------------------------------------------------------------


def man_text() -> str:
    text = deb.man_page()
    return re.sub(r"\\f.|\\", "", text)


def options() -> list[str]:
    """Every option of the program and of its commands, as argparse knows them."""
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    actions = [*parser._actions, *(a for sub in commands.choices.values() for a in sub._actions)]
    return sorted({name for action in actions for name in action.option_strings})


@pytest.mark.parametrize("option", options())
def test_the_man_page_names_every_option(option: str) -> None:
    assert re.search(rf"{re.escape(option)}(?![\w-])", man_text()), f"packaging/man says nothing of {option}"


def test_the_man_page_names_every_command() -> None:
    parser = cli._parser()
    commands = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    text = man_text()
    section = text[text.index(".SH COMMANDS") : text.index(".SH EXIT STATUS")]
    named = re.findall(r"^\.TP\n\.\w+ ([a-z]+)", section, re.MULTILINE)
    assert sorted(named) == sorted(commands.choices)


def test_the_man_page_carries_version_and_day() -> None:
    text = deb.man_page()
    assert f"Space Race Tracker {__version__}" in text
    assert "@" not in text.splitlines()[0]


# --- pins ---------------------------------------------------------------------------------------------------------------


def pins() -> dict[str, str]:
    lines = (PACKAGING / "pins.txt").read_text(encoding="utf-8").splitlines()
    return {canonicalize_name(n): v for n, v in (line.split("==") for line in lines if line and line[0] != "#")}


def test_every_dependency_is_pinned_within_its_range() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [Requirement(text) for text in project["dependencies"]]
    for requirement in wanted:
        if requirement.marker is None or requirement.marker.evaluate({"sys_platform": "linux"}):
            pinned = pins().get(canonicalize_name(requirement.name))
            assert pinned, f"{requirement.name}: run packaging/pin.py"
            assert pinned in requirement.specifier, f"{requirement}: run packaging/pin.py"


def test_the_tests_run_with_what_is_shipped_or_say_so() -> None:
    pinned = pins()
    assert installed("PySide6-Essentials").split(".")[:2] == pinned["pyside6-essentials"].split(".")[:2]


def test_what_is_dropped_from_the_wheel_is_not_read_by_the_program() -> None:
    """The wheel carries icons and compiled translations of resources/, nothing else: the program asks for nothing else."""
    carried = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    carried = carried["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    folders = {name.removeprefix("resources/").split("/")[0] for name in carried if name.startswith("resources/")}
    sources = "\n".join(p.read_text(encoding="utf-8") for p in (ROOT / "tracker").rglob("*.py"))
    asked = set(re.findall(r'shipped\("resources"\) / "(\w+)"', sources))
    assert asked <= folders
    assert "seeds" in carried


# --- its own page -------------------------------------------------------------------------------------------------------

PAGE = (PACKAGING / "README.md").read_text(encoding="utf-8")


def test_the_page_names_files_that_are_there_and_targets_that_make_has() -> None:
    named = set(re.findall(r"`([\w./-]+\.(?:py|sh|iss|txt|toml|spec))`", PAGE))
    missing = [name for name in named if not (PACKAGING / name).exists() and not (ROOT / name).exists()]
    assert named
    assert missing == []
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert set(re.findall(r"make ([a-z-]+)", PAGE)) <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def test_the_page_lists_every_recipe() -> None:
    folders = {path.name for path in PACKAGING.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert [name for name in sorted(folders - {"desktop", "man"}) if f"{name}/" not in PAGE] == []
