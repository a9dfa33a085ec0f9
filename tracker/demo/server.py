"""A news server of our own on the loopback interface: nothing leaves the machine, nothing comes in."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from tracker.demo.history import DemoFeed
from tracker.demo.rendering import document, page

HOST: Final = "127.0.0.1"
_XML: Final = {"rss": "application/rss+xml; charset=utf-8", "atom": "application/atom+xml; charset=utf-8"}


class DemoServer:
    """Serves each feed at `address_of(feed id)` as of `now()`, with an ETag; answers 304 to who has it already.

    Listens from the start on a free port of 127.0.0.1. Raises OSError when the machine gives none.
    """

    def __init__(self, feeds: Sequence[DemoFeed], now: Callable[[], datetime]) -> None:
        self._feeds = feeds
        self._now = now
        handler = type("_DemoHandler", (_Handler,), {"answer": staticmethod(self._answer)})
        self._server = _Server((HOST, 0), handler)
        self.base = f"http://{HOST}:{self._server.server_port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="demo-server", daemon=True
        )
        self._thread.start()

    def address_of(self, feed: str) -> str:
        return f"{self.base}/feed/{feed}.xml"

    def close(self) -> None:
        """Stop listening; may be called twice."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)

    def _answer(self, path: str) -> tuple[str, bytes] | None:
        """The content type and body for a path; None where there is nothing (yet)."""
        moment = self._now()
        for feed in self._feeds:
            if path == f"/feed/{feed.id}.xml":
                return _XML[feed.form], document(feed, moment, self.base)
            for entry in feed.entries:
                if path == f"/article/{entry.key}":
                    body = page(feed, entry, moment)
                    return None if body is None else ("text/html; charset=utf-8", body)
        return None


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False  # an idle keep-alive connection must not hold up the end of the program


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    answer: Callable[[str], tuple[str, bytes] | None]

    def do_GET(self) -> None:
        self._reply(with_body=True)

    def do_HEAD(self) -> None:
        self._reply(with_body=False)

    def _reply(self, *, with_body: bool) -> None:
        found = self.answer(self.path.partition("?")[0])
        if found is None:
            self._send(HTTPStatus.NOT_FOUND, "text/plain; charset=utf-8", b"nothing here (yet)\n", None, with_body)
            return
        kind, body = found
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        if tag in self.headers.get("If-None-Match", ""):
            self._send(HTTPStatus.NOT_MODIFIED, None, b"", tag, with_body)
            return
        self._send(HTTPStatus.OK, kind, body, tag, with_body)

    def _send(self, status: HTTPStatus, kind: str | None, body: bytes, tag: str | None, with_body: bool) -> None:
        self.send_response(status)
        if tag is not None:
            self.send_header("ETag", tag)
        if kind is not None:
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", "default-src 'none'")
            self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
        if with_body and status is not HTTPStatus.NOT_MODIFIED:
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the app's own log tells what was fetched."""
