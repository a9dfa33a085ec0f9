"""Two real proxies on 127.0.0.1, an HTTP one and a SOCKS5 one. They know names that nobody else knows, as a proxy does:

with socks5({"feed.example": server.port}) as proxy:
    ...                                     # what is asked of feed.example goes to that port of 127.0.0.1
    assert proxy.asked == ["feed.example:80"]
"""

from __future__ import annotations

import base64
import contextlib
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field


@dataclass
class Playing:
    """A running proxy. `asked` are the targets as the client named them, `logins` what it logged in with."""

    names: Mapping[str, int]
    login: str = ""  # "name:password" that it wants
    slowly: bool = False  # every answer of the proxy itself byte by byte
    refuse: int = 0  # a SOCKS verdict, or an HTTP status
    port: int = 0
    asked: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    logins: list[str] = field(default_factory=list)

    def say(self, line: socket.socket, words: bytes) -> None:
        for piece in (words[n : n + 1] for n in range(len(words))) if self.slowly else (words,):
            line.sendall(piece)

    def target(self, name: str, port: int) -> socket.socket:
        self.asked.append(f"{name}:{port}")
        return socket.create_connection(("127.0.0.1", self.names[name]), timeout=5)


def http(names: Mapping[str, int], **more: object) -> contextlib.AbstractContextManager[Playing]:
    """An HTTP proxy: CONNECT for https, whole addresses for http."""
    return _running(Playing(names, **more), _http)  # type: ignore[arg-type]


def socks5(names: Mapping[str, int], **more: object) -> contextlib.AbstractContextManager[Playing]:
    """A SOCKS5 proxy after RFC 1928 and 1929; an address of IPv4 is asked for under its text."""
    return _running(Playing(names, **more), _socks5)  # type: ignore[arg-type]


@contextlib.contextmanager
def _running(playing: Playing, play: Callable[[Playing, socket.socket], None]) -> Iterator[Playing]:
    listener = socket.create_server(("127.0.0.1", 0))
    playing.port = listener.getsockname()[1]
    open_lines: list[socket.socket] = []

    def serve(line: socket.socket) -> None:
        with line, contextlib.suppress(OSError):
            line.settimeout(5)
            play(playing, line)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                line, _ = listener.accept()
                open_lines.append(line)
                threading.Thread(target=serve, args=(line,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield playing
    finally:
        with contextlib.suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        for line in open_lines:
            line.close()
        thread.join(5)


def _http(playing: Playing, line: socket.socket) -> None:
    head = b""
    while b"\r\n\r\n" not in head:
        head += line.recv(4096)
    text = head.decode("latin-1")
    playing.heads.append(text)
    method, target, _ = text.split("\r\n")[0].split(" ")
    for row in text.split("\r\n"):
        if row.lower().startswith("proxy-authorization: basic "):
            playing.logins.append(base64.b64decode(row.split()[-1]).decode())
    if playing.login and playing.login not in playing.logins[-1:]:
        playing.say(line, b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
    elif playing.refuse:
        playing.say(line, f"HTTP/1.1 {playing.refuse} No\r\nContent-Length: 0\r\n\r\n".encode())
    elif method == "CONNECT":
        name, _, port = target.rpartition(":")
        with playing.target(name, int(port)) as there:
            playing.say(line, b"HTTP/1.1 200 Connection established\r\n\r\n")
            _join(line, there)
    else:
        place, _, path = target.removeprefix("http://").partition("/")
        name, _, port = place.partition(":")
        with playing.target(name, int(port or 80)) as there:
            rows = [row for row in text.split("\r\n") if not row.lower().startswith("proxy-")]
            there.sendall("\r\n".join(rows).replace(target, f"/{path}", 1).encode("latin-1"))
            _join(line, there)


def _socks5(playing: Playing, line: socket.socket) -> None:
    _, count = _exactly(line, 2)
    ways = _exactly(line, count)
    if playing.login:
        if 2 not in ways:
            playing.say(line, b"\x05\xff")
            return
        playing.say(line, b"\x05\x02")
        _, length = _exactly(line, 2)
        name = _exactly(line, length)
        secret = _exactly(line, _exactly(line, 1)[0])
        playing.logins.append((name + b":" + secret).decode())
        fine = playing.logins[-1] == playing.login
        playing.say(line, b"\x01\x00" if fine else b"\x01\x01")
        if not fine:
            return
    else:
        playing.say(line, b"\x05\x00")
    _, _, _, kind = _exactly(line, 4)
    name_text = socket.inet_ntoa(_exactly(line, 4)) if kind == 1 else _exactly(line, _exactly(line, 1)[0]).decode()
    port = int.from_bytes(_exactly(line, 2), "big")
    if playing.refuse:
        playing.asked.append(f"{name_text}:{port}")
        playing.say(line, bytes((5, playing.refuse, 0, 1)) + bytes(6))
        return
    with playing.target(name_text, port) as there:
        bound = b"\x03\x0bproxy.inner" if playing.slowly else b"\x01\x00\x00\x00\x00"
        playing.say(line, b"\x05\x00\x00" + bound + b"\x04\x38")
        _join(line, there)


def _join(one: socket.socket, other: socket.socket) -> None:
    """Carries bytes both ways until one side closes."""

    def carry(giver: socket.socket, taker: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while piece := giver.recv(65_536):
                taker.sendall(piece)
        with contextlib.suppress(OSError):
            taker.shutdown(socket.SHUT_WR)

    back = threading.Thread(target=carry, args=(other, one), daemon=True)
    back.start()
    carry(one, other)
    back.join(5)


def _exactly(line: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        piece = line.recv(count - len(got))
        if not piece:
            raise ConnectionError("the client left")
        got += piece
    return got
