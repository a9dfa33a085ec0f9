"""Through real proxies on loopback: what goes where, who looks names up, who learns the password, what is refused."""

from __future__ import annotations

import errno
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import loopback, loopback_proxies
from tests.loopback import Reply, Server, free_port, raw, serve
from tests.loopback_proxies import Playing
from tracker import proxy
from tracker.errors import FetchError
from tracker.sources import address, socks5
from tracker.sources.fetch import Fetcher, Limits
from tracker.sources.proxies import Proxies, is_excepted

QUICK = Limits(connect_seconds=1, read_seconds=1, whole_seconds=2)
Make = Callable[..., AbstractContextManager[Playing]]
BOTH = pytest.mark.parametrize("kind", ["http", "socks5"])


def make(kind: str) -> Make:
    return getattr(loopback_proxies, kind)  # type: ignore[no-any-return]


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({"/feed": Reply(b"<rss/>", etag='"a"')}) as running:
        yield running


@pytest.fixture
def no_look_ups(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is looked up on this side of the proxy is a failure; addresses of this machine are none."""
    really = socket.getaddrinfo

    def found(host: str, *rest: object, **more: object) -> object:
        assert host == "127.0.0.1", f"{host} was looked up here"
        return really(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", found)


def through(
    kind: str, playing: Playing, *, user: str = "", password: str = "", tls: ssl.SSLContext | None = None
) -> Fetcher:
    login = f"{user}@" if user else ""
    ways = Proxies(f"{kind}://{login}127.0.0.1:{playing.port}", lambda: password)
    return Fetcher(limits=QUICK, proxies=ways, tls=tls)


def code(fetcher: Fetcher, url: str, private_hosts: frozenset[str] = frozenset()) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url, private_hosts=private_hosts)
    assert caught.value.key
    return caught.value.code


@BOTH
@pytest.mark.usefixtures("no_look_ups")
def test_a_name_that_only_the_proxy_knows(server: Server, kind: str) -> None:
    with make(kind)({"feed.example": server.port}) as playing, through(kind, playing) as fetcher:
        answer = fetcher.get("http://feed.example/feed", headers={"Authorization": "Bearer b"})
    assert (answer.status, answer.body, answer.url) == (200, b"<rss/>", "http://feed.example/feed")
    assert playing.asked == ["feed.example:80"]
    assert server.log[0].host == "feed.example"
    assert server.log[0].headers["authorization"] == "Bearer b"
    assert "proxy-authorization" not in server.log[0].headers


@BOTH
def test_in_pieces_or_at_once(server: Server, kind: str) -> None:
    with make(kind)({"feed.example": server.port}, slowly=True) as playing, through(kind, playing) as fetcher:
        assert fetcher.get("http://feed.example/feed").status == 200


@BOTH
@pytest.mark.usefixtures("no_look_ups")
def test_a_name_in_other_letters(server: Server, kind: str) -> None:
    with make(kind)({"xn--wgv71a119e.example": server.port}) as playing, through(kind, playing) as fetcher:
        assert fetcher.get("http://日本語.example/feed").status == 200


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return loopback.certificate(tmp_path / "papers.pem", name="feed.example")


@BOTH
@pytest.mark.usefixtures("no_look_ups")
def test_encrypted_to_the_server_not_to_the_proxy(kind: str, papers: Path) -> None:
    served = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    served.load_cert_chain(papers)
    trusting = ssl.create_default_context(cafile=str(papers))
    with serve({"/feed": Reply(b"<rss/>")}, tls=served) as secure:
        names = {"feed.example": secure.port, "other.example": secure.port}
        with make(kind)(names) as playing, through(kind, playing, tls=trusting) as fetcher:
            answer = fetcher.get("https://feed.example/feed", headers={"Authorization": "Token hidden"})
            assert answer.body == b"<rss/>"
            assert playing.asked == ["feed.example:443"]
            assert "hidden" not in "".join(playing.heads)
            assert code(fetcher, "https://other.example/feed") == "tls"  # the certificate is for the other name


# --- its login


@BOTH
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_its_password(server: Server, kind: str, scheme: str) -> None:
    with make(kind)({"feed.example": server.port}, login="space cadet:pä:ss") as playing:
        with through(kind, playing, user="space%20cadet", password="pä:ss") as fetcher:
            if scheme == "http":
                assert fetcher.get("http://feed.example/feed").status == 200
            else:
                assert code(fetcher, "https://feed.example/feed") in (
                    "tls",
                    "reset",
                )  # past the proxy, the server is plain
            assert playing.asked
        with through(kind, playing, user="space%20cadet", password="wrong") as fetcher:
            assert code(fetcher, f"{scheme}://feed.example/feed") == "proxy-auth"
        with through(kind, playing) as fetcher:
            assert code(fetcher, f"{scheme}://feed.example/feed") == "proxy-auth"
    assert len(playing.asked) == 1
    assert not any("proxy-authorization" in request.headers for request in server.log)


@BOTH
def test_its_password_is_in_no_text(server: Server, kind: str) -> None:
    ways = Proxies(f"{kind}://cadet@127.0.0.1:{free_port()}", lambda: "very-secret")
    with Fetcher(limits=QUICK, proxies=ways) as fetcher, pytest.raises(FetchError) as caught:
        fetcher.get("http://feed.example/feed")
    assert caught.value.code == "no-proxy"
    found = ways.of("http://feed.example/feed")
    assert found is not None
    shown = f"{caught.value} {caught.value!r} {ways} {found} {ways.with_password(found)!r}"
    assert "very-secret" not in shown
    assert ways.with_password(found).password == "very-secret"


# --- troubles


@pytest.mark.parametrize(
    ("kind", "refuse", "expected"),
    [
        ("http", 403, "proxy-denied"), ("http", 502, "unreachable"), ("http", 504, "unreachable"), ("http", 500, "unreachable"),
        ("http", 401, "proxy-auth"),
        ("socks5", 1, "unreachable"), ("socks5", 2, "proxy-denied"), ("socks5", 3, "unreachable"),
        ("socks5", 4, "unreachable"), ("socks5", 5, "refused"), ("socks5", 6, "timeout"), ("socks5", 99, "proxy-denied"),
    ],
)  # fmt: skip
def test_what_the_proxy_meets_with_or_forbids(kind: str, refuse: int, expected: str) -> None:
    with make(kind)({}, refuse=refuse) as playing, through(kind, playing) as fetcher:
        assert code(fetcher, "https://feed.example/feed") == expected


@BOTH
@pytest.mark.parametrize(
    ("number", "expected"),
    [(errno.ENETUNREACH, "offline"), (errno.ECONNREFUSED, "no-proxy"), (errno.EHOSTUNREACH, "no-proxy")],
)
def test_no_network_is_not_the_proxys_fault(
    monkeypatch: pytest.MonkeyPatch, kind: str, number: int, expected: str
) -> None:
    def connect(_self: socket.socket, _place: object) -> None:
        raise OSError(number, "played")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with Fetcher(limits=QUICK, proxies=Proxies(f"{kind}://127.0.0.1:9")) as fetcher:
        assert code(fetcher, "https://feed.example/feed") == expected


@BOTH
@pytest.mark.parametrize("play", [loopback.silence, loopback.hang_up, loopback.drip_head], ids=lambda f: f.__name__)
def test_what_listens_there_is_no_proxy_or_a_dying_one(kind: str, play: Callable[..., None]) -> None:
    """A server that speaks only when it is spoken to in HTTP stands for every stranger on that port."""
    routes: dict[str, loopback.Route] = {"http://feed.example/feed": raw(play)}
    with serve(routes) as stranger:
        ways = Proxies(f"{kind}://127.0.0.1:{stranger.port}")
        with Fetcher(limits=Limits(connect_seconds=0.3, read_seconds=0.3, whole_seconds=0.5), proxies=ways) as fetcher:
            began = time.monotonic()
            assert code(fetcher, "http://feed.example/feed") in ("timeout", "reset", "no-proxy")
            assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "words", [b"", b"\x05", b"\x04\x00", b"HTTP/1.1 400 Bad Request\r\n\r\n", b"\x05\x00\x05\x00", b"\x05\x07"]
)
def test_a_broken_handshake(words: bytes) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        ways = Proxies(f"socks5://127.0.0.1:{listener.getsockname()[1]}")

        def answer() -> None:
            line, _ = listener.accept()
            with line:
                line.recv(3)
                line.sendall(words)

        import threading

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        with Fetcher(limits=QUICK, proxies=ways) as fetcher:
            assert code(fetcher, "http://feed.example/feed") in ("no-proxy", "proxy-auth", "reset", "proxy-denied")
        thread.join(5)


class Told:
    """A line on which somebody says these bytes, in pieces, and hangs up."""

    def __init__(self, words: bytes, piece: int) -> None:
        self._words, self._piece = words, piece

    def read(self, max_bytes: int) -> bytes:
        count = min(max_bytes, self._piece)
        said, self._words = self._words[:count], self._words[count:]
        return said

    def write(self, buffer: bytes) -> None:
        """Heard by nobody."""


@given(
    st.binary(max_size=40) | st.binary(max_size=40).map(lambda b: b"\x05\x00\x05\x00\x00" + b),
    st.integers(1, 50),
    st.booleans(),
)
def test_whatever_a_proxy_says_is_a_way_or_a_trouble(words: bytes, piece: int, known: bool) -> None:
    try:
        socks5.open_way(Told(words, piece), "feed.example", 443, user="me" if known else "", password="pw")
    except FetchError as error:
        assert error.code in ("no-proxy", "proxy-auth", "proxy-denied", "unreachable", "refused", "timeout")
    else:
        assert words.startswith(b"\x05")


# --- private addresses


INSIDE = [
    "127.0.0.2", "10.0.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[fe80::1]", "[::ffff:10.0.0.1]", "2130706433",
    "0x7f.1", "127.1", "0177.0.0.1", "router", "localhost", "x.localhost", "printer.local", "wiki.internal",
    "nas.home.arpa", "nas.lan", "localhost.", "0.0.0.0", "[64:ff9b::a00:1]",
]  # fmt: skip


@BOTH
@pytest.mark.parametrize("host", INSIDE)
def test_a_redirect_to_a_host_inside_is_not_handed_to_the_proxy(server: Server, kind: str, host: str) -> None:
    server.routes["/feed"] = Reply(status=302, headers={"Location": f"http://{host}/secret"})
    names = {"feed.example": server.port, host: server.port}
    with make(kind)(names) as playing, through(kind, playing) as fetcher:
        assert code(fetcher, "http://feed.example/feed") in ("private-address", "bad-address")
    assert playing.asked == ["feed.example:80"]
    assert len(server.log) == 1


@BOTH
def test_a_host_inside_that_the_user_named(server: Server, kind: str) -> None:
    with make(kind)({"nas.lan": server.port}) as playing, through(kind, playing) as fetcher:
        assert fetcher.get("http://nas.lan/feed", private_hosts=frozenset(("nas.lan",))).status == 200
        assert playing.asked == ["nas.lan:80"]


@given(st.ip_addresses())
def test_no_private_address_may_be_handed_over(ip: object) -> None:
    assert address.may_lie_inside(str(ip)) is not address.is_public(str(ip))


# --- a name that is bound anew between two look-ups


def test_the_address_judged_is_the_address_connected_to(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name server says something else each time: public first, this machine from then on."""
    asked: list[str] = []

    def rebound(host: str, port: int, **_more: object) -> list[object]:
        asked.append(host)
        place = "203.0.113.9" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, port))]

    connected: list[object] = []

    def connect(_self: socket.socket, place: object) -> None:
        connected.append(place)
        raise ConnectionRefusedError(111, "not in a test")

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(address, "is_public", lambda ip: ip.startswith("203."))
    with Fetcher(limits=QUICK, proxies=Proxies("none")) as fetcher:
        url = f"http://rebound.example:{server.port}/feed"
        assert code(fetcher, url) == "refused"
        assert asked == ["rebound.example"]
        assert connected == [("203.0.113.9", server.port)]
        assert code(fetcher, url) == "private-address"
        assert len(connected) == 1


def test_a_look_up_that_hangs_ends_in_time_and_piles_up_no_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    released = threading.Event()
    asked: list[str] = []

    def hang(host: str, *_rest: object, **_more: object) -> list[object]:
        asked.append(host)
        released.wait(30)
        raise socket.gaierror(socket.EAI_AGAIN, "too late")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    limits = Limits(connect_seconds=0.1, whole_seconds=5)
    try:
        with Fetcher(limits=limits, proxies=Proxies("none")) as fetcher:
            began = time.monotonic()
            for _ in range(3):
                assert code(fetcher, "http://slow.example/") == "dns"
            assert time.monotonic() - began < 2
            assert asked == ["slow.example"]
    finally:
        released.set()


# --- which proxy


def of(url: str, setting: str = "system", variables: Mapping[str, str] | None = None) -> str:
    found = Proxies(setting, lambda: "", lambda: variables or {}).of(url)
    return f"{found.scheme}://{found.user + '@' if found.user else ''}{found.host}:{found.port}" if found else ""


def test_the_settings_word() -> None:
    here = {"http": "http://system:1", "https": "system:2", "all": "socks5h://system:3", "no": "x.example"}
    assert of("http://a.example/", "none", here) == ""
    assert of("http://a.example/", "http://mine", here) == "http://mine:8080"
    assert of("https://x.example/", "socks5://me@mine:9", here) == "socks5://me@mine:9"
    assert of("http://a.example/", "system", here) == "http://system:1"
    assert of("https://a.example/", "system", here) == "http://system:2"
    assert of("https://a.example/", "system", {"all": "socks5h://system"}) == "socks5://system:1080"
    assert of("https://x.example/", "system", here) == ""
    assert of("https://a.example/", "system", {}) == ""
    for url in ("http://127.0.0.1:8/", "http://localhost/", "http://[::1]/", "http://127.9.9.9/"):
        assert of(url, "http://mine") == ""


def test_the_variables_of_the_system(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with loopback_proxies.http({"feed.example": server.port}, login="env:pw") as playing:
        monkeypatch.setenv("http_proxy", f"http://env:pw@127.0.0.1:{playing.port}")
        monkeypatch.setenv("no_proxy", "inner.example")
        with Fetcher(limits=QUICK) as fetcher:
            assert fetcher.get("http://feed.example/feed").status == 200
            monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: [])
            assert code(fetcher, "http://inner.example/") == "private-address"  # looked up here, and nowhere
    assert playing.asked == ["feed.example:80"]


@pytest.mark.parametrize(
    "bad", ["https://secure-proxy:1", "socks4://old:1", "ftp://x:1", "http://a b", "http://x:99999", "http://u:hush@ x"]
)
def test_a_proxy_that_cannot_be_used_is_said_and_nothing_goes_past_it(bad: str) -> None:
    with Fetcher(limits=QUICK, proxies=Proxies("system", variables=lambda: {"all": bad})) as fetcher:
        with pytest.raises(FetchError) as caught:
            fetcher.get("http://feed.example/feed")
        assert caught.value.code == "bad-proxy"
        assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("host", "exceptions", "excepted"),
    [
        ("a.example", "a.example", True), ("b.a.example", "a.example", True), ("ba.example", "a.example", False),
        ("b.a.example", ".a.example", True), ("b.a.example", "*.a.example", True), ("x.y", "*", True),
        ("a.example", "b.example, A.EXAMPLE", True), ("10.1.2.3", "10.0.0.0/8", True), ("11.1.2.3", "10.0.0.0/8", False),
        ("fd00::1", "[fd00::1]", True), ("fd00::1", "fd00::/8", True), ("a.example", "a.example:80", True),
        ("a.example", "a.example:81", False), ("a.example", "", False), ("a.example", " , ,", False),
        ("a.example", "/,x/y,a/8", False),
    ],
)  # fmt: skip
def test_exceptions(host: str, exceptions: str, excepted: bool) -> None:
    assert is_excepted(host, 80, exceptions) is excepted


@given(st.text(max_size=60))
def test_any_text_is_a_proxy_or_a_sentence(text: str) -> None:
    for words in (text, f"http://{text}", f"socks5://{text}:1"):
        try:
            found = proxy.parse(words)
        except ValueError as error:
            assert not text or len(text) < 4 or text not in str(error)
        else:
            assert found.scheme in ("http", "socks5")
            assert 1 <= found.port <= 65_535
            assert found.password not in repr(found) or len(found.password) < 5


def test_a_password_does_not_stand_in_the_settings() -> None:
    assert proxy.setting("socks5://me@proxy.example:1080") == "socks5://me@proxy.example:1080"
    for text in ("http://me:hush@proxy.example", "http://me:hush@proxy example", "socks4://me:hush@x"):
        with pytest.raises(ValueError, match=r"proxy|password|proxies") as caught:
            proxy.setting(text)
        assert "hush" not in str(caught.value)
    with pytest.raises(TypeError):
        proxy.setting(7)
