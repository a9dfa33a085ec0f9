"""One polite GET over httpcore2 (wire.py below it makes the sockets).

Nothing here decides what an answer means: every HTTP status is an Answer, everything else a FetchError with a code.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpcore2
import httpx2

from tracker import __version__
from tracker.errors import FetchError
from tracker.sources import address
from tracker.sources.proxies import Proxies
from tracker.sources.said import ACCEPT_FEED, Answer, Validators
from tracker.sources.turns import Turns
from tracker.sources.wire import PROXY_WANTS_A_LOGIN, Visit, Wire
from tracker.webaddress import may_share_a_secret

USER_AGENT = f"SpaceRaceTracker/{__version__} (+https://space-race-tracker.example; contact)"
_KEPT = ("etag", "last-modified", "content-type", "content-language", "retry-after", "location", "date")
_PERMANENT = (301, 308)
_TEMPORARY = (302, 303, 307)


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much: seconds, and bytes after decompression."""

    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    whole_seconds: float = 60.0  # redirects and body together
    most_bytes: int = 5_000_000
    most_redirects: int = 5


class Fetcher:
    """One HTTP client for all sources: system trust store, no cookies, an honest name. Safe to use from many threads."""

    def __init__(
        self,
        *,
        limits: Limits | None = None,
        user_agent: str = USER_AGENT,
        tls: ssl.SSLContext | None = None,
        proxies: Proxies | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self._visit = Visit()
        self._turns = Turns()
        # The system's own trust store; on Linux SSL_CERT_FILE and SSL_CERT_DIR name another, as for every OpenSSL program.
        # Read when the first https address is asked: it is half the cost of a round in which nothing is new.
        trust = httpx2.create_ssl_context if tls is None else lambda: tls
        self._wire = Wire(self._visit, trust, proxies or Proxies())
        self._closed = False
        self._headers = {"Accept-Encoding": "gzip", "Connection": "close", "User-Agent": user_agent}
        self._seconds = {
            "connect": self.limits.connect_seconds, "read": self.limits.read_seconds, "write": self.limits.read_seconds,
        }  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes every connection; a request under way fails."""
        self._closed = True
        self._wire.close()

    def get(
        self,
        url: str,
        *,
        validators: Validators | None = None,
        headers: Mapping[str, str] | None = None,
        private_hosts: frozenset[str] = frozenset(),
    ) -> Answer:
        """Asks for `url`, follows at most five redirects, reads at most 5 MB.

        `private_hosts` are the hosts that may lie in a private network: those a user named himself.
        Raises FetchError with a code: refused, timeout, dns, tls, reset, truncated, bad-length, bad-http, bad-encoding,
        too-large, too-many-redirects, bad-redirect, bad-address, private-address, offline, unreachable, no-proxy,
        proxy-auth, proxy-denied, bad-proxy.
        """
        if self._closed:
            raise FetchError("the program is closing", code="stopped", key=_without_query(url))
        self._visit.until = time.monotonic() + self.limits.whole_seconds
        self._visit.private_hosts = private_hosts
        try:
            return self._walk(url, validators, dict(headers or {"Accept": ACCEPT_FEED}))
        except FetchError as error:
            error.key = _without_query(error.key or url)
            raise
        except (httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpcore2.UnsupportedProtocol, UnicodeError) as error:
            raise FetchError("not an address that can be asked", code="bad-address", key=_without_query(url)) from error
        except httpcore2.ProxyError as error:
            raise FetchError(
                "the proxy does not let us through", code=_proxy_code(error), key=_without_query(url)
            ) from None
        except (httpx2.HTTPError, httpcore2.ProtocolError, httpcore2.NetworkError, httpcore2.TimeoutException) as error:
            raise FetchError(
                "an answer that is not proper HTTP", code=_protocol_code(error), key=_without_query(url)
            ) from error

    def _walk(self, url: str, validators: Validators | None, headers: dict[str, str]) -> Answer:
        """Along the redirects, by hand: each target is looked at before it is asked."""
        permanent: str | None = None
        only_permanent, downgraded = True, False
        for _ in range(self.limits.most_redirects + 1):
            answer = self._once(url, headers | _conditions(url, validators))
            if answer.status not in _PERMANENT + _TEMPORARY or not answer.header("location"):
                return Answer(answer.status, url, answer.body, answer.headers, permanent, downgraded)
            target = _target(url, answer.headers["location"])
            downgraded = downgraded or (url.startswith("https:") and target.startswith("http:"))
            only_permanent = only_permanent and answer.status in _PERMANENT
            permanent = target if only_permanent else permanent
            headers = headers if may_share_a_secret(url, target) else _public(headers)
            url = target
        raise FetchError("the addresses point from one to the next", code="too-many-redirects", key=url)

    def _once(self, url: str, headers: Mapping[str, str]) -> Answer:
        if address.split(url) is None:
            raise FetchError("not an http or https address", code="bad-address", key=url)
        headers = {**self._headers, **headers}
        turn = self._turns.at(address.origin(url)[1:], self._visit.left())
        with turn, self._wire.asked(url, headers, self._seconds) as answer:
            said = _said(answer.headers)
            body = self._body(answer, said) if answer.status == 200 else b""
        return Answer(answer.status, url, body, {name: said[name] for name in _KEPT if name in said})

    def _body(self, answer: httpcore2.Response, said: Mapping[str, str]) -> bytes:
        """The body after decompression, never more than the cap in memory."""
        most = self.limits.most_bytes
        announced = said.get("content-length", "")
        if announced.isdigit() and int(announced) > most:
            raise FetchError("more than this program reads", code="too-large")
        body = bytearray()
        unpack = _unpacker(said.get("content-encoding", ""))
        for chunk in answer.iter_stream():
            self._visit.left()
            unpack.feed(chunk, body, most)
        unpack.finish()
        return bytes(body)


def _said(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """An answer's headers by their names in lower case. One that is sent twice is a list, as HTTP has it."""
    said: dict[str, str] = {}
    for raw, value in headers:
        name, text = raw.decode("ascii").lower(), _text(value)
        said[name] = f"{said[name]}, {text}" if name in said else text
    return said


def _text(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


class _Plain:
    """A body that is not compressed."""

    def feed(self, chunk: bytes, body: bytearray, most: int) -> None:
        body += chunk
        if len(body) > most:
            raise FetchError("more than this program reads", code="too-large")

    def finish(self) -> None:
        """Nothing is left to unpack."""


class _Packed(_Plain):
    """A gzip or zlib body, unpacked no further than the cap: a small bomb cannot fill the memory."""

    def __init__(self) -> None:
        self._unzip = zlib.decompressobj(zlib.MAX_WBITS | 32)  # either header
        self._any = False

    def feed(self, chunk: bytes, body: bytearray, most: int) -> None:
        self._any = self._any or bool(chunk)
        try:  # at most one byte more than the cap, which is then refused
            super().feed(self._unzip.decompress(chunk, most + 1 - len(body)), body, most)
        except zlib.error as error:
            raise FetchError("a compressed body that cannot be unpacked", code="bad-encoding") from error

    def finish(self) -> None:
        if self._any and not self._unzip.eof:
            raise FetchError("the body ends too early", code="truncated")


def _unpacker(encoding: str) -> _Plain:
    name = encoding.strip().lower()
    if name in ("", "identity"):
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Packed()
    raise FetchError("a compression that was not asked for", code="bad-encoding", key=name[:40])


def _conditions(url: str, validators: Validators | None) -> dict[str, str]:
    if validators is None or validators.url != url:
        return {}
    found = {"If-None-Match": validators.etag, "If-Modified-Since": validators.last_modified}
    return {name: value for name, value in found.items() if value}


def _target(url: str, location: str) -> str:
    """Where a redirect leads. Raises FetchError (bad-redirect) for file: and its kin."""
    try:
        target = urljoin(url, location.strip())
    except ValueError:
        target = ""
    if address.split(target) is None:
        raise FetchError("a redirect to something that is no web address", code="bad-redirect", key=url)
    return target


def _without_query(url: str) -> str:
    """The address as it may stand in a log: behind the "?" of a private feed there is often a key."""
    return url.partition("?")[0]


def _public(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers for another host: a password meant for the first one is not among them."""
    return {name: value for name, value in headers.items() if name.lower() != "authorization"}


def _proxy_code(error: Exception) -> str:
    """What a proxy means that answers CONNECT with something else than yes; its words begin with the status."""
    status = str(error)[:3]
    if status in (str(PROXY_WANTS_A_LOGIN), "401"):  # tinyproxy says 401 to a wrong password
        return "proxy-auth"
    return "unreachable" if status.startswith("5") else "proxy-denied"


def _protocol_code(error: Exception) -> str:
    text = str(error).lower()
    if "without sending complete message" in text or "incomplete chunked read" in text:
        return "truncated"
    if "content-length" in text:
        return "bad-length"
    if "disconnected" in text:
        return "reset"
    return "bad-http"
