"""The pages a newcomer reads are true: their links, their commands, their columns."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tracker import cli
from tracker.export.rows import MILESTONE_COLUMNS

ROOT = Path(__file__).resolve().parent.parent
TOP = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
PAGES = [*(ROOT / name for name in TOP), *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_into_the_repository_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    inside = [link for link in links if "://" not in link]
    missing = [link for link in inside if not (page.parent / link).exists()]
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_make_has_every_target_a_page_names(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:`|^    )make ([a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= targets


def examples() -> list[list[str]]:
    """Every command line of the README, without the shell around it."""
    found = re.findall(r"^ {4}(?:.*\| )?space-race-tracker ?(.*?)(?: {2,}#.*)?$", README, re.MULTILINE)
    return [shlex.split(line) for line in found]


def test_the_readme_shows_every_command() -> None:
    shown = {words[0] for words in examples() if words and not words[0].startswith("-")}
    help_text = cli._parser().format_help()
    offered = set(re.findall(r"^    ([a-z]+) {2,}", help_text, re.MULTILINE))
    assert len(offered) >= 10
    assert shown == offered


@pytest.mark.parametrize("words", examples(), ids=" ".join)
def test_every_example_of_the_readme_is_a_command_line(words: list[str]) -> None:
    assert cli._parser().parse_args(words).run is not None


def test_the_sample_has_the_columns_of_the_table() -> None:
    lines = [line.strip() for line in README.splitlines() if line.startswith("    mission_id,")]
    assert [line.split(",") for line in lines] == [list(MILESTONE_COLUMNS)]
    table = "\n".join(line for line in README.splitlines() if line.startswith("| `"))
    assert not [column for column in MILESTONE_COLUMNS if f"`{column}`" not in table]


def test_the_site_is_built_without_a_warning(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", ROOT / "docs", tmp_path / "site"],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "site" / "guide" / "start.html").is_file()


def test_the_guide_names_the_keys_the_menus_have() -> None:
    told = (ROOT / "docs" / "guide" / "keys.md").read_text(encoding="utf-8")
    menus = (ROOT / "tracker" / "ui" / "menus.py").read_text(encoding="utf-8")
    keys = set(re.findall(r'"((?:Ctrl|F\d)[^"{]*)"', menus))
    assert len(keys) >= 8
    assert not [key for key in keys if f"{{kbd}}`{key}`" not in told]
