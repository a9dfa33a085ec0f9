"""Fifty feeds of two hundred items each from the loopback, with ETags: the load every reader is measured with.

The sentences are ours, made by counting; one item in fifty speaks of a mission.
"""

from __future__ import annotations

import hashlib
import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

FEEDS, ITEMS = 50, 200
_START = datetime(2026, 1, 1, tzinfo=UTC)
_SUBJECTS = ("A weather balloon", "The city council", "A young engineer", "The harbour master", "An old observatory")
_DEEDS = (
    "counted its instruments",
    "asked for another week",
    "showed the drawings",
    "measured the tide",
    "kept silent",
)
_PLACES = ("near the coast", "in the old town", "above the clouds", "behind the railway", "at the edge of the desert")
_MISSIONS = (
    "Chang'e 7 is planned for August 2026.",
    "NASA now plans to launch Artemis III in late 2027.",
    "嫦娥七号计划于2026年8月发射。",
    "Artemis II was first planned for 2024.",
)


def document(feed: int) -> bytes:
    """One RSS 2.0 feed of about 380 kB."""
    items = "".join(_item(feed, number) for number in range(ITEMS))
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Bench {feed}</title><link>https://bench.example/{feed}</link><description>-</description>{items}"
        "</channel></rss>"
    ).encode()


def _item(feed: int, number: int) -> str:
    seed = feed * ITEMS + number
    sentences = [_sentence(seed * 31 + step) for step in range(16)]
    if number % 50 == 7:
        sentences.insert(1, _MISSIONS[seed % len(_MISSIONS)])
    body = "".join(f"<p>{html.escape(' '.join(sentences[at : at + 4]))}</p>" for at in range(0, len(sentences), 4))
    when = _START + timedelta(minutes=37 * seed % 400_000)
    link = f"https://bench.example/{feed}/{number}"
    return (
        f"<item><title>{html.escape(sentences[0])}</title><link>{link}</link><guid>{link}</guid>"
        f"<pubDate>{format_datetime(when)}</pubDate><description>{html.escape(sentences[0])}</description>"
        f'<content:encoded><![CDATA[{body}<p><a href="{link}">Read on</a></p>]]></content:encoded></item>'
    )


def _sentence(seed: int) -> str:
    subject, deed, spot = (words[seed // step % 5] for words, step in ((_SUBJECTS, 1), (_DEEDS, 5), (_PLACES, 25)))
    return f"{subject} {deed} {spot} for the {seed % 997} time, and {seed % 89} people came to look & listen."


def catalogue(base: str) -> str:
    """A sources.toml with these feeds and nothing else."""
    rows = (
        f'[[source]]\nid = "bench-{n}"\nname = "Bench {n}"\nurl = "{base}/{n}.xml"\ntier = "press"\nlanguage = "en"\n'
        for n in range(FEEDS)
    )
    return f"only = true\n{''.join(rows)}"


@contextmanager
def open_stand() -> Iterator[tuple[str, list[bytes]]]:
    """A running server: its address and the documents it gives at /0.xml to /49.xml."""
    documents = [document(feed) for feed in range(FEEDS)]
    tags = [f'"{hashlib.sha256(body).hexdigest()[:16]}"' for body in documents]

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            number = int(self.path.strip("/").removesuffix(".xml"))
            same = self.headers.get("If-None-Match") == tags[number]
            self.send_response(304 if same else 200)
            self.send_header("ETag", tags[number])
            if not same:
                self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
                self.send_header("Content-Length", str(len(documents[number])))
            self.end_headers()
            if not same:
                self.wfile.write(documents[number])

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", documents
    finally:
        server.shutdown()
        server.server_close()
        thread.join(timeout=5)
