"""A real nginx on 127.0.0.1 that serves a WordPress-shaped archive of our own sentences, and its access log.

    with nginx(folder) as server:
        server.write("blog", posts)
        server.url("/blog/feed/")          # newest ten; ?paged=2 the next ten; behind the last page a 404
        server.log()                       # [Visit(address, status, asked-with, encoding), ...]

ETag, Last-Modified and gzip are nginx's own.
"""

from __future__ import annotations

import contextlib
import http.client
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.loopback import free_port, rss

PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin")
PAGE = 10
NEWEST = datetime(2026, 11, 20, 10, tzinfo=UTC)

_CONFIG = """
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    log_format told escape=none '$request_uri|$status|$http_if_none_match|$sent_http_content_encoding';
    access_log {folder}/access.log told;
    client_body_temp_path {folder}/tmp; proxy_temp_path {folder}/tmp; fastcgi_temp_path {folder}/tmp;
    uwsgi_temp_path {folder}/tmp; scgi_temp_path {folder}/tmp;
    default_type application/rss+xml;
    gzip on; gzip_min_length 0; gzip_types application/rss+xml;
    map $arg_paged $page {{ "" 1; default $arg_paged; }}
    server {{
        listen 127.0.0.1:{port};
        root {folder}/www;
        location ~ ^/(?<blog>[a-z0-9]+)/feed/$ {{ try_files /$blog/$page.xml =404; }}
    }}
}}
"""


@dataclass(frozen=True)
class Visit:
    """A line of the access log."""

    address: str
    status: int
    asked_with: str  # If-None-Match, empty where there was none
    encoding: str


class Nginx:
    """A running nginx over a folder."""

    def __init__(self, folder: Path, port: int) -> None:
        self.folder, self.port = folder, port

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def write(self, blog: str, posts: Sequence[dict[str, str]]) -> None:
        """An archive of these posts, newest first."""
        home = self.folder / "www" / blog
        home.mkdir(parents=True, exist_ok=True)
        for number in range((len(posts) + PAGE - 1) // PAGE):
            body = rss(*posts[number * PAGE : (number + 1) * PAGE], title=blog)
            (home / f"{number + 1}.xml").write_bytes(body)

    def log(self) -> list[Visit]:
        """What was asked so far. nginx writes a line when the answer is out, before it takes the next request: so one
        request more, and all the lines before it are there."""
        _ready(self.port)
        lines = (self.folder / "access.log").read_text().splitlines()
        parts = [line.split("|") for line in lines]
        return [Visit(a, int(status), tag, encoding) for a, status, tag, encoding in parts if a != "/ready"]


def post(blog: str, number: int, **changed: str) -> dict[str, str]:
    """A post of a sentence of ours, `number` weeks before the newest."""
    return {
        "title": f"Valve test {number} of {blog}",
        "link": f"https://{blog}.example/{number}",
        "guid": f"https://{blog}.example/?p={number}",
        "pubDate": format_datetime(NEWEST - timedelta(weeks=number)),
        "description": f"The crew opened and closed valve {number} all afternoon.",
    } | changed


@contextlib.contextmanager
def nginx(folder: Path) -> Iterator[Nginx]:
    """nginx for the time of the block; the test is skipped where there is none."""
    if PROGRAM is None:
        pytest.skip("nginx is not installed (package nginx-light): see packaging/system-libraries.sh --tests")
    port = free_port()
    (folder / "tmp").mkdir(parents=True)
    (folder / "www").mkdir()
    config = folder / "nginx.conf"
    config.write_text(_CONFIG.format(folder=folder, port=port))
    process = subprocess.Popen([PROGRAM, "-p", str(folder), "-c", str(config)], stderr=subprocess.PIPE, text=True)
    try:
        _wait(process, port)
        yield Nginx(folder, port)
    finally:
        process.terminate()
        process.wait(10)
        if process.stderr is not None:
            process.stderr.close()


def _wait(process: subprocess.Popen[str], port: int) -> None:
    until = time.monotonic() + 10
    while True:
        try:
            _ready(port)
        except OSError:
            assert process.poll() is None, process.stderr.read() if process.stderr else ""
            assert time.monotonic() < until, "nginx does not answer"
            time.sleep(0.02)  # for another process, which says nothing when it is ready
        else:
            return


def _ready(port: int) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    line.request("GET", "/ready")
    line.getresponse().read()
    line.close()
