"""Started by the benchmark: two polls of all feeds of a newsstand into a fresh database, or bare feedparser over the same.

usage: child_poll.py ours BASE DATA_DIR | floor BASE
Prints {"first": seconds, "unchanged": seconds} of processor time, all threads, imports left out.
"""

from __future__ import annotations

import gc
import json
import sys
import time
import urllib.request
from datetime import UTC, datetime
from pathlib import Path

from newsstand import FEEDS, ITEMS, catalogue


def floor(base: str) -> dict[str, float]:
    import feedparser

    bodies = [urllib.request.urlopen(f"{base}/{n}.xml").read() for n in range(FEEDS)]
    feedparser.parse(b"<rss><channel><title>warm</title></channel></rss>")
    began = time.process_time()
    entries = sum(
        len(feedparser.parse(body, sanitize_html=False, resolve_relative_uris=False).entries) for body in bodies
    )
    seconds = time.process_time() - began
    assert entries == FEEDS * ITEMS, entries
    return {"first": seconds, "unchanged": seconds}


def ours(base: str, folder: Path) -> dict[str, float]:
    from tracker import house, poll  # noqa: F401
    from tracker.reading import walk  # noqa: F401
    from tracker.sources import fetch, rounds  # noqa: F401

    (folder / "sources.toml").write_text(catalogue(base), encoding="utf-8")
    gc.freeze()  # as app.py does: what is imported is no rubbish and need not be looked through
    home = house.home(folder, now=lambda: datetime.now(UTC))
    reader = house.reader(home.missions)
    spent = {}
    for name, outcome, new in (("first", "new", FEEDS * ITEMS), ("unchanged", "unchanged", 0)):
        began = time.process_time()
        report = house.poll(home, reader, everything=True)
        spent[name] = time.process_time() - began
        odd = {source.outcome for source in report.sources} - {outcome}
        assert not odd, f"{name} poll: {odd}"
        assert sum(source.items_new for source in report.sources) == new
    return spent


if __name__ == "__main__":
    found = floor(sys.argv[2]) if sys.argv[1] == "floor" else ours(sys.argv[2], Path(sys.argv[3]))
    print(json.dumps(found))
