"""The floors of the house, held by a test: a room imports only from floors below."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "tracker"

FLOORS = [
    {"errors", "edtf", "model", "views", "places", "files", "webaddress", "proxy"},
    {"reading", "ledger", "alerts", "race", "export", "wording", "notices"},
    {
        "sources",
        "store",
        "desktop",
        "settings",
        "seeding",
        "mission_file",
        "scheduling",
        "demo",
        "poll",
        "past",
        "launchwatch",
        "reread",
        "replay",
        "jsonlines",
    },
    {"ui"},
    {
        "app",
        "running",
        "hooks",
        "archivist",
        "cli",
        "front",
        "house",
        "takeout",
        "mission_desk",
        "source_desk",
        "workers",
        "doctor",
        "__main__",
        "access",
        "binding",
        "caretaker",
    },
]
NEIGHBOURS = {  # the few imports allowed on one floor, each with its reason
    ("edtf", "errors"): "the error tree is the ground of the ground",
    ("files", "errors"): "a file that cannot be written is an ExportError",
    ("model", "edtf"): "values hold windows",
    ("views", "model"): "a page shows values",
    ("views", "errors"): "and why something cannot be kept, to be worded by the page",
    ("alerts", "wording"): "an alert is words",
    ("race", "ledger"): "reads what the ledger folds",
    ("export", "wording"): "a calendar entry has a title",
    ("poll", "*"): "the route: its helpers are handed in, their types imported",
    ("launchwatch", "*"): "what a round must know of the ledger and of its own past before it asks",
    ("past", "*"): "the route over what was before the first visit",
    ("reread", "*"): "the route over what is stored",
    ("replay", "*"): "the route in memory",
    ("demo", "seeding"): "the demo's history is data beside the seeds",
    ("settings", "seeding"): "a user's missions are of the seeds' form",
    ("app", "*"): "a root builds everything",
    ("running", "*"): "the parts of the running app, built from one another",
    ("cli", "*"): "a root builds everything; tracker.app only inside the function that starts it",
    ("workers", "house"): "asks for a poll of the home it was given",
    ("workers", "archivist"): "starts the thread beside its own",
    ("archivist", "house"): "asks for the route of the home it was given",
    ("archivist", "access"): "the past is asked for with the same logins",
    ("doctor", "house"): "looks at the home",
    ("doctor", "access"): "says which way out and which secrets are there",
    ("source_desk", "access"): "tries a login that was entered",
    ("mission_file", "seeding"): "what it writes must be what the seeds' reader reads",
    ("mission_desk", "house"): "writes the files of the home it was given",
    ("source_desk", "house"): "writes the files of the home it was given",
    ("front", "source_desk"): "the part of the desk that edits sources",
    ("front", "mission_desk"): "the part of the desk that edits missions",
    ("front", "house"): "answers from the home it was given",
    ("house", "access"): "a poll goes by the user's proxy and with his logins",
    ("caretaker", "*"): "does for the Settings page what the roots and the command line do",
    ("front", "takeout"): "exports as the command line does",
    ("takeout", "house"): "takes out of the home it was given",
    ("__main__", "*"): "the console entry",
}
ONLY_IN = {  # one room per foreign library
    "PySide6": {"ui", "app", "running", "hooks", "desktop"},
    "sqlite3": {"store"},
    "httpx2": {"sources"},
    "httpcore2": {"sources"},
    "feedparser": {"sources"},
    "apscheduler": {"scheduling"},
    "keyring": {"desktop"},
    "icalendar": {"export"},
    "jeepney": {"desktop"},
    "desktop_notifier": {"desktop"},
    "socket": {"sources", "demo", "hooks", "desktop"},
}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor(name: str) -> int:
    for number, rooms in enumerate(FLOORS):
        if name in rooms:
            return number
    raise AssertionError(f"room {name!r} is on no floor: name it in FLOORS and in docs/architecture.md")


def imports(path: Path) -> list[str]:
    """Every imported module, inside functions too: a late import is no back door."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            found += [f"{module}.{alias.name}" for alias in node.names] if module == "tracker" else [module]
    return found


FILES = sorted(p for p in PACKAGE.rglob("*.py") if p != PACKAGE / "__init__.py")


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    mine = room(path)
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "tracker" and len(parts) > 1:
            other = parts[1]
            if other in ("__version__", mine):
                continue
            lower = floor(other) < floor(mine)
            neighbour = floor(other) == floor(mine) and ((mine, other) in NEIGHBOURS or (mine, "*") in NEIGHBOURS)
            assert lower or neighbour, f"{mine} (floor {floor(mine)}) imports {module} (floor {floor(other)})"
        elif parts[0] in ONLY_IN:
            assert mine in ONLY_IN[parts[0]], f"{mine} imports {module}: only {sorted(ONLY_IN[parts[0]])} may"


def test_every_room_is_on_the_page() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {room(p) for p in FILES} - {"__main__"}
    missing = sorted(r for r in rooms if f"`{r}/`" not in page and f"`{r}.py`" not in page)
    assert not missing, f"docs/architecture.md does not name {missing}"


def test_every_file_of_the_network_is_on_its_map() -> None:
    """The largest room draws a map of itself, where a reader begins."""
    files = {path.stem for path in (PACKAGE / "sources").glob("*.py")} - {"__init__"}
    drawn = ast.get_docstring(ast.parse((PACKAGE / "sources" / "__init__.py").read_text(encoding="utf-8"))) or ""
    left = [re.split(r"\s{2,}", line.strip(), maxsplit=1)[0] for line in drawn.splitlines()[2:]]
    assert sorted(", ".join(left).split(", ")) == sorted(files)


def test_the_rule_catches_an_upward_import(tmp_path: Path) -> None:
    bad = tmp_path / "bad.py"
    bad.write_text("def f():\n    from tracker.store import Store\n", encoding="utf-8")
    assert imports(bad) == ["tracker.store"]
    assert floor("store") > floor("ledger")
