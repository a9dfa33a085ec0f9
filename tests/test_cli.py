"""The command line as other programs rely on it: real processes, real files, no display, no network but the loopback."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.loopback import Reply, Request, serve
from tracker import cli

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared" / "reading"

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Played agency</title>{items}
</channel></rss>"""
ITEM = """<item><title>{title}</title><link>https://agency.example/{key}</link><guid>{key}</guid>
<pubDate>{date}</pubDate><description>{text}</description></item>"""


def run(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "tracker", *arguments], cwd=ROOT, input=stdin, capture_output=True, text=True,
        timeout=60, check=False, env=clean | (env or {}),
    )  # fmt: skip


def test_no_command_imports_qt(tmp_path: Path) -> None:
    """Every command of the design, run in one process that would show a PySide6 import."""
    lines = tmp_path / "items.jsonl"
    lines.write_text("", encoding="utf-8")
    (tmp_path / "sources.toml").write_text("only = true\n", encoding="utf-8")
    script = f"""
import sys
from tracker.cli import main
for words in (["poll"], ["status"], ["changes"], ["export", {str(tmp_path / "m.csv")!r}], ["read", {str(lines)!r}],
              ["replay", {str(lines)!r}], ["backup", {str(tmp_path / "b")!r}], ["restore", {str(tmp_path / "b")!r}], ["doctor"]):
    main([*words, "--data-dir", {str(tmp_path)!r}])
print([m for m in sys.modules if m.startswith("PySide6")])
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_status_starts_from_the_report(tmp_path: Path) -> None:
    done = run("status", "--json", "--data-dir", str(tmp_path))
    assert done.returncode == 0, done.stderr
    states = {(s["mission"], s["milestone"]): s for s in json.loads(done.stdout)}
    assert states["chang-e-6", "return"]["status"] == "achieved"
    assert states["chang-e-7", "launch"]["when"] == "2026"
    landing = states["artemis-3", "landing"]
    assert set(landing) == {
        "mission", "milestone", "status", "when", "earliest", "latest", "standing", "since", "source", "url", "evidence",
    }  # fmt: skip
    assert (landing["earliest"], landing["latest"]) == ("2026-01-01", "2026-12-31")
    assert landing["since"] == "2024-06-25"
    assert landing["evidence"]


def test_a_data_dir_after_the_command_or_before_it(tmp_path: Path) -> None:
    assert run("--data-dir", str(tmp_path), "status").stdout == run("status", "--data-dir", str(tmp_path)).stdout


@dataclass(frozen=True)
class Played:
    url: str
    entries: list[str]


@pytest.fixture
def feed() -> Iterator[Played]:
    """A loopback feed whose entries the test lays out."""
    entries: list[str] = []

    def answer(_: Request) -> Reply:
        return Reply(FEED.format(items="".join(entries)).encode())

    with serve({"/feed": answer}) as server:
        yield Played(server.url("/feed"), entries)


def sources_file(folder: Path, *urls: str) -> None:
    text = "only = true\n" + "".join(
        f'[[source]]\nid = "played-{n}"\nname = "Played agency {n}"\nurl = "{url}"\ntier = "agency"\n'
        for n, url in enumerate(urls)
    )
    (folder / "sources.toml").write_text(text, encoding="utf-8")


SLIP = ITEM.format(
    title="Artemis III landing moves to mid-2027", key="slip", date="Sun, 22 Nov 2026 09:00:00 GMT",
    text="NASA has moved the Artemis III landing from 2026 to mid-2027, the agency said.",
)  # fmt: skip


def test_from_a_feed_to_a_csv(tmp_path: Path, feed: Played) -> None:
    sources_file(tmp_path, feed.url)
    feed.entries.append(
        ITEM.format(title="Quiet", key="q", date="Sat, 21 Nov 2026 09:00:00 GMT", text="Nothing moved.")
    )
    assert run("poll", "--data-dir", str(tmp_path)).returncode == 0
    feed.entries.append(SLIP)
    done = run("poll", "--json", "--source", "played-0", "--data-dir", str(tmp_path))
    report = json.loads(done.stdout)
    assert [(c["mission"], c["milestone"], c["kind"], c["to"]) for c in report["changes"]] == [
        ("artemis-3", "landing", "slipped", "2027-05/2027-08")
    ]
    assert len(report["alerts"]) == 1
    target = tmp_path / "milestones.csv"
    assert run("export", str(target), "--data-dir", str(tmp_path)).returncode == 0
    with target.open(encoding="utf-8", newline="") as file:
        rows = {(r["mission_id"], r["milestone"]): r for r in csv.DictReader(file)}
    row = rows["artemis-3", "landing"]
    assert row["when_edtf"] == "2027-05/2027-08"
    assert row["previous_when_edtf"] == "2026"
    assert row["source_url"] == "https://agency.example/slip"
    assert "mid-2027" in row["evidence"]
    history = tmp_path / "history.csv"
    assert run("export", str(history), "--history", "--data-dir", str(tmp_path)).returncode == 0
    assert "change_kind" in history.read_text(encoding="utf-8").splitlines()[0]
    changes = json.loads(run("changes", "--json", "--since", "2026-11-01", "--data-dir", str(tmp_path)).stdout)
    assert [c["kind"] for c in changes] == ["slipped"]
    assert changes[0]["proof"][0]["url"] == "https://agency.example/slip"
    before = json.loads(run("status", "--json", "--as-of", "2026-11-20", "--data-dir", str(tmp_path)).stdout)
    assert next(s for s in before if (s["mission"], s["milestone"]) == ("artemis-3", "landing"))["when"] == "2026"


def test_a_dead_source_leaves_the_other_and_is_named(tmp_path: Path, feed: Played) -> None:
    sources_file(tmp_path, "http://127.0.0.1:9/dead", feed.url)
    feed.entries.append(SLIP)
    done = run("poll", "--json", "--data-dir", str(tmp_path))
    assert done.returncode == 0
    report = {s["source"]: s for s in json.loads(done.stdout)["sources"]}
    assert report["played-0"]["trouble"]["code"] == "refused"
    assert report["played-1"]["items_new"] == 1
    doctor = run("doctor", "--data-dir", str(tmp_path))
    line = next(t for t in doctor.stdout.splitlines() if "source played-0" in t)
    assert "refuses" in line


def test_every_source_failing_is_exit_code_one(tmp_path: Path) -> None:
    sources_file(tmp_path, "http://127.0.0.1:9/dead")
    assert run("poll", "--data-dir", str(tmp_path)).returncode == 1


def test_an_unknown_source_is_named(tmp_path: Path) -> None:
    sources_file(tmp_path, "http://127.0.0.1:9/dead")
    done = run("poll", "--source", "nobody", "--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "nobody" in done.stderr
    assert "played-0" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_data_package_to_be_published(tmp_path: Path) -> None:
    folder = tmp_path / "package"
    done = run("export", str(folder), "--format", "datapackage", "--data-dir", str(tmp_path))
    assert done.returncode == 0, done.stderr
    description = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in description["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
            assert next(csv.reader(file)) == [f["name"] for f in resource["schema"]["fields"]]


def test_an_unwritable_export_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run("export", str(tmp_path / "file" / "m.csv"), "--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "m.csv" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["status", "--as-of", "soon"], ["nonsense"], ["export"], ["--hiden"]])
def test_wrong_usage_is_exit_code_two(arguments: list[str]) -> None:
    assert cli.main(arguments) == 2


def test_without_a_display_one_sentence_names_the_commands(tmp_path: Path) -> None:
    done = run("--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    for command in ("poll", "status", "changes", "export", "read", "replay", "doctor", "preview", "backup", "restore"):
        assert command in done.stderr


def test_a_broken_settings_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("appearance = 3", encoding="utf-8")
    done = run("status", "--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "appearance" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_damaged_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tracker.sqlite3").write_bytes(b"words " * 1000)
    done = run("status", "--data-dir", str(tmp_path))
    assert done.returncode == 1
    assert "tracker.sqlite3" in done.stderr
    assert "Traceback" not in done.stderr


OWN_MISSION = """[[mission]]
id = "luna-27"
name.en = "Luna 27"
name.zh = "月球27号"
alias.en = ["Luna 27", "Luna-Resurs"]
agency = "Roscosmos"
programme = "Luna-Glob"
side = "russia"
milestones = ["launch", "landing"]
"""


def test_a_mission_of_one_s_own_is_previewed_then_read_without_code(tmp_path: Path, feed: Played) -> None:
    sources_file(tmp_path, feed.url)
    feed.entries.append(
        ITEM.format(
            title="Luna 27 date set",
            key="luna",
            date="Fri, 20 Nov 2026 09:00:00 GMT",
            text="Luna 27 will launch in August 2029, the agency said. Artemis III is another story.",
        )
    )
    assert run("poll", "--data-dir", str(tmp_path)).returncode == 0
    draft = tmp_path / "draft.toml"
    draft.write_text(OWN_MISSION, encoding="utf-8")
    shown = run("preview", str(draft), "--data-dir", str(tmp_path)).stdout
    assert "Luna 27: named in 1 of" in shown
    assert "[Luna 27]" in shown
    draft.rename(tmp_path / "missions.toml")
    feed.entries.append(
        ITEM.format(
            title="Luna 27 slips",
            key="luna2",
            date="Sun, 22 Nov 2026 09:00:00 GMT",
            text="Luna 27 will now launch in 2030, the agency said.",
        )
    )
    report = run("poll", "--source", "played-0", "--json", "--data-dir", str(tmp_path))
    assert [(c["mission"], c["milestone"], c["to"]) for c in json.loads(report.stdout)["changes"]] == [
        ("luna-27", "launch", "2030")
    ]
    rows = json.loads(run("status", "--json", "--data-dir", str(tmp_path)).stdout)
    assert [r["when"] for r in rows if r["mission"] == "luna-27"] == ["2030"]


@pytest.mark.parametrize("fault", ["database", "settings", "sources", "missions", "folder"])
def test_the_desktop_app_says_in_a_sentence_why_it_cannot_start(tmp_path: Path, fault: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    if fault == "database":
        (folder / "tracker.sqlite3").write_bytes(b"words " * 1000)
    elif fault == "settings":
        (folder / "settings.toml").write_text("appearance = 3", encoding="utf-8")
    elif fault == "missions":
        (folder / "missions.toml").write_text("[[mission]]\nid = 7", encoding="utf-8")
    elif fault == "sources":
        (folder / "sources.toml").write_text("[[source]]\nid = 7", encoding="utf-8")
    else:
        folder = tmp_path / "file"
        folder.write_text("in the way")
    done = run("--data-dir", str(folder), env={"QT_QPA_PLATFORM": "offscreen"})
    assert done.returncode == 1
    assert str(folder) in done.stderr
    assert "Traceback" not in done.stderr


LINE = {
    "id": "x1", "source": "NASA", "tier": "agency", "url": "https://agency.example/x1", "published": "2026-11-20",
    "lang": None, "title": "Artemis III landing moves", "text": "NASA has moved the Artemis III landing to mid-2027.",
}  # fmt: skip


def test_read_answers_line_for_line() -> None:
    lines = [
        json.dumps(LINE),
        json.dumps({**LINE, "id": "x2", "text": "Nothing.", "title": "Nothing"}, ensure_ascii=False),
    ]
    done = run("read", stdin="\n".join(lines) + "\n")
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], second["id"]) == ("x1", "x2")
    assert second["claims"] == []
    claim = first["claims"][0]
    assert set(claim) == {
        "mission", "milestone", "status", "when", "earliest", "latest", "modality", "evidence", "field", "start", "end",
        "confidence",
    }  # fmt: skip
    assert LINE[claim["field"]][claim["start"] : claim["end"]] == claim["evidence"]  # type: ignore[index]
    assert "mid-2027" in run("read", "--explain", stdin=lines[0]).stdout


def test_a_line_that_is_no_item_is_named_by_its_number() -> None:
    done = run("read", stdin=json.dumps(LINE) + "\n{broken\n")
    assert done.returncode == 1
    assert "2" in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("name", ["real", "authored", "authored-en", "authored-zh"])
def test_the_labelled_sets_go_through_read_and_replay(name: str) -> None:
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        pytest.skip(f"{path} is not there: the labelled sets stand beside the repository, not in it")
    wanted = [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]
    done = run("read", str(path))
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == wanted
    done = run("replay", str(path), "--json")
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert rows
    for row in rows:
        assert set(row) == {
            "on", "mission", "milestone", "kind", "from", "to", "status", "standing", "alert", "items", "evidence",
        }  # fmt: skip
