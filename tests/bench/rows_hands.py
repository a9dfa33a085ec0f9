"""How long the window keeps a person waiting, act by act."""

from __future__ import annotations

import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from pathlib import Path

from measuring import environment, told
from registry import Bench, Figures, row
from stock import stocked

from tests.making import change, claim, item, testimony
from tracker.model import ChangeKind, History
from tracker.store import Store, Visit

FRAME_MILLISECONDS = 16.0
ROUNDS, STORY = 3, 12
"""So often every act is done; so many changes, each with its words, the milestones have that are looked at."""
_NOW = datetime.now(UTC)


def _proven(database: Path) -> None:
    """Give the stock's changes the words that prove them: the first milestone of two missions."""
    with Store(database) as store:
        for mission in ("artemis-3", "chang-e-7"):
            told_of, moves = [], []
            for n in range(STORY):
                text = f"On day {n + 1} a speaker said that the launch is now planned for 2027 and no sooner, as the tests had shown."
                one = item(f"{mission}-{n}", title=f"Launch moves, {n}", text=text * 3, source="bench-proof", outlet="Bench",
                           published_at=_NOW - timedelta(days=100 - n), url=f"https://bench.example/{mission}/{n}")  # fmt: skip
                said = testimony(f"p-{mission}-{n}", claim(mission, "launch", "2027", quote="planned for 2027",
                                                           start=text.index("planned")), of=one)  # fmt: skip
                told_of.append((one, said))
                moves.append(change(f"{mission}-p{n}", mission=mission, milestone="launch", kind=ChangeKind.SLIPPED,
                                    before=f"2026-{n % 12 + 1:02d}", after=f"2027-{n % 12 + 1:02d}",
                                    on=(_NOW - timedelta(days=100 - n)).date(), carried_by=(said.id,), baseline=True))  # fmt: skip
            store.record(Visit(_NOW, items=tuple((one, 1, None) for one, _ in told_of),
                               testimonies=tuple(said for _, said in told_of), histories=(History(mission, tuple(moves)),)))  # fmt: skip


@contextmanager
def _feed() -> Iterator[str]:
    """A feed of fifty items, other ones each time; some speak of a mission."""
    asked = count()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = _document(next(asked)).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/feed.xml"
    finally:
        server.shutdown()
        server.server_close()


def _document(turn: int) -> str:
    items = "".join(
        f"<item><title>Item {turn}-{n}</title><link>https://bench.example/new/{turn}/{n}</link>"
        f"<guid>{turn}-{n}</guid><pubDate>{format_datetime(_NOW - timedelta(minutes=n))}</pubDate>"
        f"<description>{'A sentence about the harbour and its ships. ' * 40}"
        f"{'NASA now plans to launch Artemis III in late 2027.' if n % 10 == 3 else ''}</description></item>"
        for n in range(50)
    )
    return f'<rss version="2.0"><channel><title>New</title><link>https://bench.example</link><description>-</description>{items}</channel></rss>'


@row(
    "main thread at a stretch, 99 of 100 acts at the window",
    floor="16 ms (processor time)",
    unit="ms",
    target=1.0,
    issue=6,
)
def hands(bench: Bench) -> Figures:
    """Every act three times, over 100,000 stored items. Of the main thread's own work, as the paints: what else this machine
    does meanwhile does not count, but is told."""
    with stocked(bench) as home, _feed() as feed:
        _proven(next(home.rglob("*.db"), None) or next(home.rglob("*.sqlite*")))
        env = environment(home, QT_QPA_PLATFORM="offscreen")
        found: dict[str, list[list[float]]] = told("child_hands.py", feed, str(home), str(ROUNDS), env=env)
    for act, waits in sorted(found.items(), key=lambda entry: -max(w for w, _ in entry[1])):
        walls, works = [w for w, _ in waits], [w for _, w in waits]
        bench.say(
            f"  {act:44} longest {max(walls):6.1f} ms (worked {max(works):6.1f}), median {statistics.median(walls):6.1f}"
        )
    every = [work for waits in found.values() for _, work in waits]
    return Figures([statistics.quantiles(every, n=100)[-1]], [FRAME_MILLISECONDS])
