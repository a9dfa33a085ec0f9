"""What hostile answers cost in memory: every document of tests/test_sources_hostile.py and the worst of the wire, in one round."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from measuring import ROOT, environment, told
from registry import Bench, Figures, row
from rows_start import place

BODY_CAP = 5_000_000 / 2**20  # MiB, tracker.sources.fetch.Limits


@contextmanager
def hostile_stand() -> Iterator[str]:
    """A running server of hostile answers: the text of a sources.toml that names them all, and one ordinary source."""
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    from tests import loopback
    from tests.test_sources_hostile import HOSTILE

    routes: dict[str, loopback.Route] = {"/ordinary": loopback.Reply(loopback.rss(*map(loopback.entry, range(20))))}
    routes |= {f"/{name.replace(' ', '-')}": loopback.Reply(body[:4_990_000]) for name, body in HOSTILE.items()}
    routes["/gzip-bomb"] = loopback.Reply(loopback.gzip_bomb(), headers={"Content-Encoding": "gzip"})
    for fault in (loopback.endless, loopback.reset, loopback.short, loopback.hang_up):
        routes[f"/{fault.__name__.replace('_', '-')}"] = loopback.raw(fault)
    with loopback.serve(routes) as server:
        rows = (
            f'[[source]]\nid = "{path[1:]}"\nname = "{path[1:]}"\nurl = "{server.url(path)}"\ntier = "press"\nlanguage = "en"\n'
            for path in routes
        )
        yield f"only = true\n{''.join(rows)}"


@row(
    "memory (PSS) at the worst moment of a round of hostile answers",
    floor="1.5 x the quiet window + body cap", unit="MiB", target=1.0, issue=5,
)  # fmt: skip
def hostile_memory(bench: Bench) -> Figures:
    figures = Figures([], [])
    with hostile_stand() as catalogue:
        for number in range(bench.runs):
            with place() as home:
                named = Path(home) / "hostile.toml"
                named.write_text(catalogue, encoding="utf-8")
                found = told(
                    "child_memory.py", str(named), str(home), env=environment(home, QT_QPA_PLATFORM="offscreen")
                )
            bench.say(f"  run {number + 1}: {', '.join(f'{name} {value:.1f}' for name, value in found.items())}")
            figures.ours.append(found["peak"])
            figures.floor.append(1.5 * found["quiet"] + BODY_CAP)
    return figures
