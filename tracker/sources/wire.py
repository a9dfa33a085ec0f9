"""The sockets under the HTTP client: a deadline over the whole visit, and no connection to a private address by accident.

The client's own time-outs begin anew with every byte, so a server that drips would hold us for ever; and a name can
resolve to 127.0.0.1. Both are decided here, where the socket is made. One visit runs in one thread; what it may do is
kept per thread.

Private addresses. Without a proxy the rule is whole: a name is looked up once, its addresses are judged, and one of
those judged is connected to, so a name that is bound to another address a moment later gains nothing. Through a proxy
the names are looked up there (so that they are neither told to nor limited by this network), and no proxy says which
address it went to: refused is then every host whose text alone gives it away (numbers, "localhost", names without a dot
or of inner domains). A public name that the proxy finds inside its own network is for the proxy to refuse. The proxy
itself may of course lie in a private network: the user named it.
"""

from __future__ import annotations

import errno
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

import httpcore2
import httpx2

from tracker.errors import FetchError
from tracker.proxy import Proxy
from tracker.sources import address, socks5
from tracker.sources.names import Names
from tracker.sources.proxies import Proxies


class Visit(threading.local):
    """What the request of this thread may do. `until` is a reading of time.monotonic()."""

    until: float = 0.0
    private_hosts: frozenset[str] = frozenset()

    def left(self) -> float:
        """Seconds until the deadline. Raises FetchError (timeout) when none are left."""
        seconds = self.until - time.monotonic()
        if seconds <= 0:
            raise FetchError("no complete answer in time", code="timeout")
        return seconds


class Line(httpcore2.NetworkStream):
    """A connected socket whose every wait ends with the visit."""

    def __init__(self, sock: socket.socket, visit: Visit) -> None:
        self._sock = sock
        self._visit = visit

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with _own_errors():
            self._sock.settimeout(_shorter(timeout, self._visit.left()))
            return self._sock.recv(max_bytes)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        view = memoryview(buffer)
        with _own_errors():
            while view:
                self._sock.settimeout(_shorter(timeout, self._visit.left()))
                view = view[self._sock.send(view) :]

    def close(self) -> None:
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> Line:
        try:
            with _own_errors():
                self._sock.settimeout(_shorter(timeout, self._visit.left()))
                return Line(ssl_context.wrap_socket(self._sock, server_hostname=server_hostname), self._visit)
        except FetchError:
            self._sock.close()
            raise

    def get_extra_info(self, info: str) -> Any:
        return self._sock if info == "socket" else None


class Exchange(httpcore2.NetworkBackend):
    """Makes the connections straight to the servers."""

    def __init__(self, visit: Visit, names: Names) -> None:
        self._visit = visit
        self._names = names

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002 - of the port's form
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> Line:
        found = self._names.find(host, port, _shorter(timeout, self._visit.left()))
        if host.lower() not in self._visit.private_hosts:
            found = [entry for entry in found if address.is_public(str(entry[4][0]))]
            if not found:
                raise FetchError("an address inside a private network", code="private-address", key=host)
        return self._first(found, timeout)

    def _first(self, found: list[Any], timeout: float | None) -> Line:
        """The first address that answers. Raises the last one's FetchError.

        They share the time-out, so that an IPv6 address that swallows everything leaves time for the IPv4 one.
        """
        failure = FetchError("the name has no address", code="dns")
        until = time.monotonic() + min(timeout or _LONGEST_CONNECT, self._visit.left())
        tried = found[:_MOST_ADDRESSES]
        for number, (family, kind, protocol, _, place) in enumerate(tried):
            left = max((until - time.monotonic()) / (len(tried) - number), 0.001)
            sock = socket.socket(family, kind, protocol)
            try:
                with _own_errors():
                    sock.settimeout(left)
                    sock.connect(place)
                    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except FetchError as error:
                sock.close()
                failure = error
            else:
                return Line(sock, self._visit)
        raise failure


class ToProxy(Exchange):
    """Makes the connections to a proxy, wherever it lies."""

    def __init__(self, visit: Visit, names: Names, proxy: Proxy) -> None:
        super().__init__(visit, names)
        self._proxy = proxy

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_more: Any, **_named: Any) -> Line:  # noqa: ARG002
        proxy = self._proxy
        try:
            return self._first(self._names.find(proxy.host, proxy.port, _shorter(timeout, self._visit.left())), timeout)
        except FetchError as error:
            code = "offline" if error.code == "offline" else "no-proxy"
            raise FetchError(f"the proxy cannot be reached: {error.message}", code=code, key=proxy.host) from error


class ThroughSocks(ToProxy):
    """Makes the connections to the servers through a SOCKS5 proxy."""

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_more: Any, **_named: Any) -> Line:
        line = super().connect_tcp(host, port, timeout)
        try:
            socks5.open_way(line, host, port, user=self._proxy.user, password=self._proxy.password)
        except FetchError:
            line.close()
            raise
        return line


class Wire:
    """The way to the sockets above, straight or through a proxy. Connections are not kept: the next visit is an hour away."""

    def __init__(self, visit: Visit, trust: Callable[[], ssl.SSLContext], proxies: Proxies) -> None:
        self._visit = visit
        self._trust = cache(trust)
        self._proxies = proxies
        self._names = Names()
        self._books = threading.Lock()
        self._ways: dict[tuple[Proxy | None, bool], httpcore2.ConnectionPool] = {}
        self._open: set[httpcore2.ConnectionInterface] = set()

    @contextmanager
    def asked(self, url: str, headers: Mapping[str, str], seconds: Mapping[str, float]) -> Iterator[httpcore2.Response]:
        """The answer to one GET with exactly these headers and a Host. Its body is read inside the block, which ends with
        the connection closed.

        `seconds` are the client's own time-outs: "connect", "read", "write".
        Raises FetchError, httpx2.InvalidURL and httpcore2's errors.
        """
        place = httpx2.URL(url)
        proxy = self._proxy(str(place))
        request = httpcore2.Request(
            "GET",
            httpcore2.URL(scheme=place.raw_scheme, host=place.raw_host, port=place.port, target=place.raw_path),
            headers=[(b"Host", place.netloc), *((name.encode(), value.encode()) for name, value in headers.items())],
            extensions={"timeout": seconds},
        )
        connection = self._way(proxy, secure=place.scheme == "https").create_connection(request.url.origin)
        with self._books:
            self._open.add(connection)
        try:
            answer = connection.handle_request(request)
            if proxy is not None and answer.status == PROXY_WANTS_A_LOGIN:
                raise FetchError("the proxy wants a user name and password", code="proxy-auth", key=proxy.host)
            yield answer
        finally:
            connection.close()
            with self._books:
                self._open.discard(connection)

    def _proxy(self, url: str) -> Proxy | None:
        proxy = self._proxies.of(url)
        if proxy is None:
            return None
        host = address.host(url)
        if host not in self._visit.private_hosts and address.may_lie_inside(host):
            raise FetchError("an address inside a private network", code="private-address", key=host)
        return self._proxies.with_password(proxy)

    def close(self) -> None:
        """Closes every connection; a request under way fails."""
        with self._books:
            under_way = tuple(self._open)
        for connection in under_way:
            connection.close()

    def _way(self, proxy: Proxy | None, *, secure: bool) -> httpcore2.ConnectionPool:
        """What makes the connections. It never holds one: here a pool is only the maker."""
        with self._books:
            if (proxy, secure) not in self._ways:
                self._ways[proxy, secure] = self._made(proxy, self._trust() if secure else None)
            return self._ways[proxy, secure]

    def _made(self, proxy: Proxy | None, tls: ssl.SSLContext | None) -> httpcore2.ConnectionPool:
        if proxy is not None and proxy.scheme == "http":
            host = f"[{proxy.host}]" if ":" in proxy.host else proxy.host
            return httpcore2.HTTPProxy(
                f"http://{host}:{proxy.port}",
                proxy_auth=(proxy.user.encode(), proxy.password.encode()) if proxy.user else None,
                ssl_context=tls,
                network_backend=ToProxy(self._visit, self._names, proxy),
            )
        return httpcore2.ConnectionPool(
            ssl_context=tls,
            network_backend=ThroughSocks(self._visit, self._names, proxy)
            if proxy
            else Exchange(self._visit, self._names),
        )


PROXY_WANTS_A_LOGIN = 407


@contextmanager
def _own_errors() -> Iterator[None]:
    """Turns what sockets raise into a FetchError with a stable code."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise FetchError("a certificate that this system does not trust", code="tls") from error
    except TimeoutError as error:
        raise FetchError("no answer in time", code="timeout") from error
    except ssl.SSLError as error:
        raise FetchError("no safe connection", code="tls") from error
    except OSError as error:
        raise FetchError("the connection failed", code=_CODES.get(error.errno or 0, "reset")) from error


_LONGEST_CONNECT = 30.0
_MOST_ADDRESSES = 4
_CODES = {
    errno.ECONNREFUSED: "refused",
    errno.ENETUNREACH: "offline",
    errno.ENETDOWN: "offline",
    errno.EHOSTUNREACH: "unreachable",
    errno.EADDRNOTAVAIL: "offline",
}


def _shorter(timeout: float | None, left: float) -> float:
    return left if timeout is None else min(timeout, left)
