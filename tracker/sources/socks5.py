"""Opening a way through a SOCKS5 proxy (RFC 1928, user name and password after RFC 1929).

The host goes to the proxy as a name and is looked up there: nobody on this side learns which site is asked, and names
that only the proxy knows work. httpcore2's own handshake reads each answer at one go and so breaks on a proxy that
sends it in pieces, and it does not say what the proxy refused; hence these few lines.
"""

from __future__ import annotations

import ipaddress
from typing import Protocol

from tracker.errors import FetchError

_VERSION, _CONNECT = 5, 1
_OPEN, _PASSWORD = 0, 2
_BY_IPV4, _BY_NAME, _BY_IPV6 = 1, 3, 4
_REFUSALS = {1: "unreachable", 2: "proxy-denied", 3: "unreachable", 4: "unreachable", 5: "refused", 6: "timeout"}


class Line(Protocol):
    """What is needed of a connection to the proxy."""

    def read(self, max_bytes: int) -> bytes: ...

    def write(self, buffer: bytes) -> None: ...


def open_way(line: Line, host: str, port: int, *, user: str = "", password: str = "") -> None:
    """Has the proxy connect to `host`; what is written to the line afterwards goes there.

    Raises FetchError: proxy-auth, proxy-denied, no-proxy, or what the proxy met with on its way (refused, unreachable,
    timeout).
    """
    ways = bytes((_OPEN, _PASSWORD) if user else (_OPEN,))
    line.write(bytes((_VERSION, len(ways))) + ways)
    version, chosen = _exactly(line, 2)
    if version != _VERSION:
        raise FetchError("what answers there is no SOCKS5 proxy", code="no-proxy")
    if chosen == _PASSWORD and user:
        _log_in(line, user, password)
    elif chosen != _OPEN:
        raise FetchError("the proxy wants a user name and password", code="proxy-auth")
    line.write(bytes((_VERSION, _CONNECT, 0)) + _target(host) + port.to_bytes(2))
    _, verdict, _, kind = _exactly(line, 4)
    if verdict != 0:
        raise FetchError("the proxy cannot connect", code=_REFUSALS.get(verdict, "proxy-denied"))
    length = {_BY_IPV4: 4, _BY_IPV6: 16}.get(kind) or _exactly(line, 1)[0]
    _exactly(line, length + 2)  # its own end of the connection: of no use here


def _log_in(line: Line, user: str, password: str) -> None:
    name, secret = user.encode()[:255], password.encode()[:255]
    line.write(bytes((1, len(name))) + name + bytes((len(secret),)) + secret)
    if _exactly(line, 2)[1] != 0:
        raise FetchError("the proxy does not take this user name and password", code="proxy-auth")


def _target(host: str) -> bytes:
    try:
        ip = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")
        return bytes((_BY_NAME, len(name))) + name
    return bytes((_BY_IPV4 if ip.version == 4 else _BY_IPV6,)) + ip.packed


def _exactly(line: Line, count: int) -> bytes:
    """So many bytes, however they arrive. Raises FetchError (no-proxy) when the line ends before."""
    got = b""
    while len(got) < count:
        piece = line.read(count - len(got))
        if not piece:
            raise FetchError("the proxy breaks the connection off", code="no-proxy")
        got += piece
    return got
