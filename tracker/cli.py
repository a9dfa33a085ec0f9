"""The command line: the same app without Qt. Each command imports what it needs when it runs, so that it starts at once."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from tracker import __version__
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from tracker.model import MilestoneState, PollReport
    from tracker.views import ChangeView, Proof

OK, FAILED, INTERRUPTED = 0, 1, 130  # 130: as a shell says of Ctrl-C


def main(argv: Sequence[str]) -> int:
    """Run one command. Returns 0, 1 for a failure told in one sentence on stderr, 2 for wrong usage, 130 for Ctrl-C."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:  # argparse has said why
        return int(stop.code or 0)
    try:
        code: int = options.run(options)
    except TrackerError as error:
        print(f"space-race-tracker: {error}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader of our output has left: no fault of ours
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes
        return OK
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS,
                        help="keep database, settings and log in DIR")  # fmt: skip
    parser = argparse.ArgumentParser(
        prog="space-race-tracker",
        parents=[common],
        description="Follows the return to the Moon and keeps every change of a date with the sentence that proves it. "
        "Without a command it starts the desktop app.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument("--hidden", action="store_true", help="start in the tray, without a window")
    parser.add_argument(
        "--demo", action="store_true", help="play an invented two-year history; your data stays untouched"
    )
    parser.set_defaults(run=_desktop)
    commands = parser.add_subparsers(title="commands that need no display", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words, parents=[common])
        sub.set_defaults(run=run)
        return sub

    poll = command("poll", _poll, "Check the sources once and report.")
    poll.add_argument("--source", metavar="ID", help="only this source")
    poll.add_argument("--json", action="store_true")
    status = command("status", _status, "The state of every milestone.")
    status.add_argument("--as-of", type=_day, metavar="DATE", help="as believed on that day (YYYY-MM-DD)")
    status.add_argument("--json", action="store_true")
    changes = command("changes", _changes, "The changes with their proof.")
    changes.add_argument("--since", type=_day, metavar="DATE", help="from that day on (YYYY-MM-DD)")
    changes.add_argument("--json", action="store_true")
    export = command("export", _export, "Write the milestones, or every change, to a file.")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument(
        "--format",
        choices=("csv", "json", "ics", "datapackage"),
        help="default: by the file's ending, else csv; datapackage: a folder with both CSV files and their description",
    )
    export.add_argument("--history", action="store_true", help="every change instead of the milestones")
    preview = command(
        "preview", _preview, "What the missions of a file would be found in, among the newest stored articles."
    )
    preview.add_argument("file", type=Path, metavar="FILE", help="[[mission]] tables as in seeds/missions.toml")
    backup = command("backup", _backup, "Database, settings and sources as one file (no secrets).")
    backup.add_argument("file", type=Path, metavar="FILE")
    restore = command(
        "restore", _restore, "Put a back-up in place, of this machine or another; the old data is kept beside it."
    )
    restore.add_argument("file", type=Path, metavar="FILE")
    read = command("read", _read, "JSON lines of items in, JSON lines of claims out; touches no database.")
    read.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default: standard input")
    read.add_argument("--explain", action="store_true", help="say for each item what was found and why, for people")
    replay = command("replay", _replay, "Play items in order of publication from the report's state, in memory.")
    replay.add_argument("file", type=Path, metavar="FILE")
    replay.add_argument("--json", action="store_true")
    command("doctor", _doctor, "Paths, database, keyring, notification and tray service, health of the sources.")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-08-24") from None


def _now() -> datetime:
    return datetime.now(UTC)


def _out(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _json(value: object) -> None:
    _out(json.dumps(value, ensure_ascii=False))


def _data_dir(options: argparse.Namespace) -> Path | None:
    return getattr(options, "data_dir", None)


# --- the commands ------------------------------------------------------------------------------------------------


def _desktop(options: argparse.Namespace) -> int:
    from tracker.app import run

    return run(data_dir=_data_dir(options), hidden=options.hidden, demo=options.demo)


def _poll(options: argparse.Namespace) -> int:
    from tracker import house, wording
    from tracker.model import Change

    home = house.home(_data_dir(options), now=_now)
    report = house.poll(home, house.reader(home.missions), only=options.source)
    missions = {m.id: m for m in home.world.missions}

    def told(change: Change) -> str:
        mission = missions[change.mission]
        moved = wording.move(change, headed=True)
        return f"  {wording.headline(change, mission)}: {moved} ({wording.standing(change.standing)})"

    if options.json:
        _json(_poll_fields(report))
    else:
        if report.offline:
            _out("No network: no source could be reached. Nothing is lost, and no source is to blame.")
        for source in () if report.offline else report.sources:
            trouble = f" - {source.trouble.words}" if source.trouble else ""
            _out(f"{source.name}: {source.outcome}, {source.items_new} new of {source.items_seen}{trouble}")
        _out(f"{len(report.changes)} changes" + ("" if report.changes else " - nothing moved"))
        for change in report.changes:
            _out(told(change))
    return FAILED if report.all_failed else OK


def _poll_fields(report: PollReport) -> dict[str, Any]:
    return {
        "started_at": report.started_at.isoformat(),
        "finished_at": report.finished_at.isoformat(),
        "sources": [
            {"source": s.source, "name": s.name, "outcome": s.outcome, "items_seen": s.items_seen,
             "items_new": s.items_new, "claims": s.claims, "changes": s.changes,
             "trouble": {"code": s.trouble.code, "words": s.trouble.words} if s.trouble else None}
            for s in report.sources
        ],
        "changes": [
            {"id": c.id, "on": c.on.isoformat(), "mission": c.mission, "milestone": c.milestone, "kind": c.kind.value,
             "from": c.before.when if c.before else "", "to": c.after.when, "status": c.after.status.value,
             "standing": c.standing.value}
            for c in report.changes
        ],
        "alerts": [{"id": a.id, "title": a.title, "body": a.body} for a in report.alerts],
        "offline": report.offline,
    }  # fmt: skip


def _status(options: argparse.Namespace) -> int:
    from tracker import house, race, wording

    home = house.home(_data_dir(options), now=_now)
    with house.library(home) as shelf:
        changes = shelf.changes()
        states = race.states_as_of(changes, options.as_of or _now().date())
        holding = {s.change for s in states.values()}
        views = {v.change.id: v for v in shelf.change_views([c for c in changes if c.id in holding])}
    if options.json:
        _json([_state_fields(state, views.get(state.change)) for state in states.values()])
        return OK
    for mission in home.world.missions:
        mine = [s for s in states.values() if s.mission == mission.id]
        if mine:
            _out(mission.name())
        for state in sorted(mine, key=lambda s: mission.milestones.index(s.milestone)):
            doubt = wording.overtaken(state)
            _out(f"  {wording.milestone(state.milestone):20}{wording.position(state.position):36}"
                 f"{wording.standing(state.standing):12}since {state.since.isoformat()}{doubt and f'; {doubt}'}")  # fmt: skip
    return OK


def _state_fields(state: MilestoneState, view: ChangeView | None) -> dict[str, Any]:
    window = state.position.window
    proof = view.proofs[0] if view and view.proofs else None
    return {
        "mission": state.mission, "milestone": state.milestone, "status": state.position.status.value,
        "when": state.position.when,
        "earliest": window.earliest.isoformat() if window and window.earliest else None,
        "latest": window.latest.isoformat() if window and window.latest else None,
        "standing": state.standing.value, "since": state.since.isoformat(),
        "source": proof.outlet if proof else None, "url": proof.url if proof else None,
        "evidence": proof.context[proof.mark_start : proof.mark_end] if proof else None,
    }  # fmt: skip


def _changes(options: argparse.Namespace) -> int:
    from tracker import house, wording

    home = house.home(_data_dir(options), now=_now)
    with house.library(home) as shelf:
        views = shelf.change_views(shelf.changes(since=options.since))
    if options.json:
        _json([_change_fields(v) for v in views])
        return OK
    missions = {m.id: m for m in home.world.missions}
    for view in views:
        change = view.change
        _out(f"{change.on.isoformat()}  {wording.headline(change, missions[change.mission])}: "
             f"{wording.move(change, headed=True)} ({wording.standing(change.standing)})")  # fmt: skip
        for proof in view.proofs[:1]:
            _out(f"            “{proof.context[proof.mark_start : proof.mark_end]}” {proof.outlet} {proof.url}")
    return OK


def _change_fields(view: ChangeView) -> dict[str, Any]:
    change = view.change

    def said(proof: Proof) -> dict[str, Any]:
        return {"source": proof.outlet, "tier": proof.tier.value, "url": proof.url,
                "on": proof.said_on.isoformat() if proof.said_on else None,
                "evidence": proof.context[proof.mark_start : proof.mark_end], "title": proof.title}  # fmt: skip

    return {
        "id": change.id, "on": change.on.isoformat(), "mission": change.mission, "milestone": change.milestone,
        "kind": change.kind.value, "from": change.before.when if change.before else "",
        "from_status": change.before.status.value if change.before else None, "to": change.after.when,
        "status": change.after.status.value, "standing": change.standing.value, "moved_to": change.moved_to,
        "baseline": change.baseline, "proof": [said(p) for p in view.proofs], "also": [said(p) for p in view.also],
        "against": [said(p) for p in view.against],
    }  # fmt: skip


def _export(options: argparse.Namespace) -> int:
    from tracker import house, takeout

    ending = options.file.suffix.lower().lstrip(".")
    form = options.format or (ending if ending in ("csv", "json", "ics") else "csv")
    home = house.home(_data_dir(options), now=_now)
    with house.library(home) as shelf:
        count = takeout.export_file(home, shelf, options.file, form, history=options.history)
    _out(f"{options.file}: {count} {'changes' if options.history else 'milestones'}")
    return OK


def _preview(options: argparse.Namespace) -> int:
    from tracker import house

    for line in house.preview(house.home(_data_dir(options), now=_now), options.file):
        _out(line)
    return OK


def _backup(options: argparse.Namespace) -> int:
    from tracker import house, takeout

    count = takeout.back_up(house.home(_data_dir(options), now=_now), options.file)
    _out(f"{options.file}: {count} articles with all that was made of them")
    return OK


def _restore(options: argparse.Namespace) -> int:
    from tracker import house, takeout

    home = house.home(_data_dir(options), now=_now)
    brought = takeout.restore(home, options.file)
    _out(f"{home.paths.database}: restored from {options.file}" + (f", with {', '.join(brought)}" if brought else ""))
    return OK


def _read(options: argparse.Namespace) -> int:
    from tracker import house

    reader = house.reader()
    with closing(_opened(options.file)) as lines:
        for text in house.read_lines(lines, reader, explain=options.explain):
            _out(text)
    return OK


def _replay(options: argparse.Namespace) -> int:
    from tracker import house

    with closing(_opened(options.file)) as lines:
        for fields in house.replay_lines(lines):
            if options.json:
                _json(fields)
            else:
                mark = "!" if fields["alert"] else " "
                _out(f"{fields['on']} {mark} {fields['mission']} {fields['milestone']} {fields['kind']}: "
                     f"{fields['from'] or '-'} -> {fields['to'] or fields['status']} ({fields['standing']}) "
                     f"“{fields['evidence']}”")  # fmt: skip
    return OK


def _opened(path: Path | None) -> TextIO:
    if path is None:
        return sys.stdin
    try:
        return path.open(encoding="utf-8", errors="replace")
    except OSError as error:
        raise TrackerError("cannot be read", key=str(path)) from error


def _doctor(options: argparse.Namespace) -> int:
    from tracker.doctor import examine

    findings = examine(_data_dir(options), now=_now)
    for finding in findings:
        _out(f"{'ok  ' if finding.fine else 'FAIL' if finding.grave else 'note'}  {finding.what}: {finding.words}")
    return FAILED if any(f.grave and not f.fine for f in findings) else OK
