"""A real threaded HTTP server on 127.0.0.1 that plays what servers do, for every test that needs one.

    with serve({"/feed": Reply(body=b"...", etag='"1"')}) as server:
        fetcher.get(server.url("/feed"))
        assert server.log[0].path == "/feed"

A route is a Reply, a function of the Request that gives a Reply, or a function of the Request and the raw socket for
faults below HTTP (`raw`). Routes may be changed while the server runs: `server.routes["/feed"] = ...`.
"""

from __future__ import annotations

import contextlib
import gzip
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from socketserver import TCPServer
from time import monotonic
from typing import Any


@dataclass(frozen=True)
class Request:
    """What a client asked. Header names in lower case; `at` is time.monotonic()."""

    path: str
    headers: Mapping[str, str]
    at: float
    host: str = ""


@dataclass(frozen=True)
class Reply:
    """What to answer. With `etag` or `last_modified`, a request that sends them back gets a 304."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = "application/rss+xml"
    etag: str | None = None
    last_modified: str | None = None
    compress: bool = False


@dataclass(frozen=True)
class raw:  # noqa: N801 - reads as a word in a table of routes
    """Writes to the socket itself; `stop` is set when the server goes."""

    play: Callable[[Request, socket.socket, threading.Event], None]


Route = Reply | raw | Callable[[Request], "Reply | raw"]


class Server:
    """A running server: its address, its routes, and the log of what was asked."""

    def __init__(self, routes: Mapping[str, Route], host: str, tls: ssl.SSLContext | None = None) -> None:
        self.routes: dict[str, Route] = dict(routes)
        self.log: list[Request] = []
        self.open_now = 0  # requests that wait for their answer at this moment
        self.most_open = 0
        self.stopping = threading.Event()
        self._books = threading.Lock()
        self._scheme = "https" if tls else "http"
        self._http = _Http((host, 0), _handler(self))
        if tls:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True, do_handshake_on_connect=False)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True)

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    def url(self, path: str = "/") -> str:
        return f"{self._scheme}://{self._http.server_address[0]}:{self.port}{path}"

    def asked(self, path: str) -> list[Request]:
        """The requests for a path, in order."""
        return [request for request in self.log if request.path == path]

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    @contextlib.contextmanager
    def answering(self, request: Request) -> Iterator[None]:
        with self._books:
            self.log.append(request)
            self.open_now += 1
            self.most_open = max(self.most_open, self.open_now)
        try:
            yield
        finally:
            with self._books:
                self.open_now -= 1


@contextlib.contextmanager
def serve(routes: Mapping[str, Route], host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server for the time of the block."""
    server = Server(routes, host, tls)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """A port on which nobody listens: a connection to it is refused."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


# --- feeds of our own sentences ------------------------------------------------------------------------------------


def rss(*entries: Mapping[str, str], title: str = "A feed of the tests", head: str = "") -> bytes:
    """An RSS 2.0 document; each entry maps element names to their (already escaped) content."""
    rows = "".join("<item>" + "".join(f"<{k}>{v}</{k}>" for k, v in entry.items()) + "</item>" for entry in entries)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{title}</title>{head}{rows}</channel></rss>"
    ).encode()


def entry(number: int = 1, **changed: str) -> dict[str, str]:
    """A plain entry, told apart by its number."""
    return {
        "title": f"Engine test {number} went well",
        "link": f"https://news.example/{number}",
        "guid": f"https://news.example/?p={number}",
        "pubDate": "Mon, 16 Nov 2026 10:00:00 +0000",
        "description": f"The crew tested engine {number} for five minutes.",
    } | changed


# --- faults -----------------------------------------------------------------------------------------------------------


def head(status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}"] + [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def silence(_request: Request, _line: socket.socket, stop: threading.Event) -> None:
    """Takes the request and never answers."""
    stop.wait(30)


def drip(_request: Request, line: socket.socket, stop: threading.Event) -> None:
    """A byte now and then, for ever: no single read ever times out."""
    line.sendall(head(Content_Type="application/rss+xml"))
    while not stop.wait(0.05):
        line.sendall(b" ")


def drip_head(_request: Request, line: socket.socket, stop: threading.Event) -> None:
    """The same before the answer has even begun."""
    line.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not stop.wait(0.05):
        line.sendall(b"a")


def endless(_request: Request, line: socket.socket, stop: threading.Event) -> None:
    """A body without end, as fast as it is taken."""
    line.sendall(head(Content_Type="application/rss+xml"))
    while not stop.is_set():
        line.sendall(b"<item>" + b"x" * 65_536)


def hang_up(_request: Request, line: socket.socket, _stop: threading.Event) -> None:
    """Closes without a word."""
    line.shutdown(socket.SHUT_RDWR)


def reset(_request: Request, line: socket.socket, _stop: threading.Event) -> None:
    """Closes with a reset in the middle of the body."""
    line.sendall(head(Content_Length="1000") + b"<rss>")
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
    line.close()


def short(_request: Request, line: socket.socket, _stop: threading.Event) -> None:
    """Promises 10,000 bytes and gives six."""
    line.sendall(head(Content_Length="10000") + b"<rss/>")


def gzip_bomb(size: int = 1_000_000_000) -> bytes:
    """`size` zeros, about a thousandth of that when compressed: one packed megabyte, again and again."""
    packer = zlib.compressobj(9, wbits=31)
    first = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + block * (size // 1_000_000 - 1) + packer.flush()


# --- a certificate ----------------------------------------------------------------------------------------------------


def certificate(path: Path, *, name: str = "", days: tuple[int, int] = (-1, 1)) -> Path:
    """Writes a self-signed certificate and its key into one file: for 127.0.0.1 or a name, good from day to day of now."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "loopback of the tests")])
    meant = x509.DNSName(name) if name else x509.IPAddress(ip_address("127.0.0.1"))
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(who, who, key.public_key(), x509.random_serial_number())
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(x509.SubjectAlternativeName([meant]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(*form) + signed.public_bytes(serialization.Encoding.PEM))
    return path


# --- the server itself ------------------------------------------------------------------------------------------------


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def server_bind(self) -> None:
        """Without asking a name server what 127.0.0.1 is called."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that goes away is what many tests are about: no traceback."""


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            request = Request(self.path, headers, monotonic(), headers.get("host", ""))
            with server.answering(request):
                route = server.routes.get(self.path, Reply(status=404))
                if not isinstance(route, (Reply, raw)):
                    route = route(request)
                if isinstance(route, raw):
                    self.close_connection = True
                    route.play(request, self.connection, server.stopping)
            if isinstance(route, Reply):  # whoever reads the last byte may ask again before this thread goes on
                self._reply(route, headers)

        def _reply(self, reply: Reply, headers: Mapping[str, str]) -> None:
            same_tag = reply.etag is not None and headers.get("if-none-match") == reply.etag
            same_day = (
                reply.last_modified is not None
                and "if-none-match" not in headers
                and headers.get("if-modified-since") == reply.last_modified
            )
            status = 304 if reply.status == 200 and (same_tag or same_day) else reply.status
            body = b"" if status == 304 else gzip.compress(reply.body) if reply.compress else reply.body
            self.send_response(status)
            for name, value in self._headers(reply, len(body)).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def _headers(self, reply: Reply, length: int) -> dict[str, str]:
            found = {"Content-Type": reply.content_type, "Content-Length": str(length)}
            found |= {"ETag": reply.etag} if reply.etag else {}
            found |= {"Last-Modified": reply.last_modified} if reply.last_modified else {}
            found |= {"Content-Encoding": "gzip"} if reply.compress else {}
            return found | dict(reply.headers)

        def log_message(self, *_args: Any) -> None:
            """Silent: `server.log` is the log."""

    return Handler
