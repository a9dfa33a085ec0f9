"""One GET against a real server that plays every fault."""

from __future__ import annotations

import gzip
import resource
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import loopback
from tests.loopback import Reply, Request, Server, free_port, gzip_bomb, raw, serve
from tracker.errors import FetchError
from tracker.sources.fetch import USER_AGENT, Fetcher, Limits
from tracker.sources.said import Answer, Validators

LOCAL = frozenset(("127.0.0.1",))
QUICK = Limits(connect_seconds=1, read_seconds=0.3, whole_seconds=0.6, most_bytes=200_000)


@pytest.fixture
def server() -> Iterator[Server]:
    with serve({}) as running:
        yield running


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(limits=QUICK) as made:
        yield made


def get(fetcher: Fetcher, server: Server, path: str = "/feed") -> Answer:
    return fetcher.get(server.url(path), private_hosts=LOCAL)


def code(fetcher: Fetcher, url: str, private_hosts: frozenset[str] = LOCAL) -> str:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url, private_hosts=private_hosts)
    assert caught.value.key
    return caught.value.code


def test_an_honest_request(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"<rss/>", etag='"a"', last_modified="Mon, 16 Nov 2026 10:00:00 GMT")
    answer = get(fetcher, server)
    assert (answer.status, answer.body, answer.url) == (200, b"<rss/>", server.url("/feed"))
    assert answer.header("etag") == '"a"'
    asked = server.log[0].headers
    assert asked["user-agent"] == USER_AGENT
    assert USER_AGENT.startswith("SpaceRaceTracker/")
    assert asked["accept-encoding"] == "gzip"
    assert "application/rss+xml" in asked["accept"]
    assert "cookie" not in asked


def test_validators_go_back_verbatim_and_only_where_they_came_from(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"<rss/>", etag='W/"odd , \'tag"', last_modified="yesterday at noon")
    known = Validators(server.url("/feed"), 'W/"odd , \'tag"', "yesterday at noon")
    answer = fetcher.get(server.url("/feed"), validators=known, private_hosts=LOCAL)
    assert answer.not_modified
    assert server.log[0].headers["if-none-match"] == 'W/"odd , \'tag"'
    assert server.log[0].headers["if-modified-since"] == "yesterday at noon"
    server.routes["/other"] = Reply(b"<rss/>", etag='W/"odd , \'tag"')
    assert fetcher.get(server.url("/other"), validators=known, private_hosts=LOCAL).status == 200
    assert "if-none-match" not in server.log[1].headers


def test_a_validator_in_other_letters_goes_back_too(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"<rss/>", headers={"ETag": '"\u00e9t\u00e9"'.encode().decode("latin-1")})
    answer = get(fetcher, server)
    assert answer.header("etag") == '"\u00e9t\u00e9"'
    known = Validators(server.url("/feed"), answer.header("etag"), None)
    assert fetcher.get(server.url("/feed"), validators=known, private_hosts=LOCAL).status == 200
    assert server.log[1].headers["if-none-match"].encode("latin-1").decode() == '"\u00e9t\u00e9"'


def test_a_header_sent_twice_is_a_list(server: Server, fetcher: Fetcher) -> None:
    def twice(_: Request, sock: socket.socket, __: object) -> None:
        sock.sendall(b"HTTP/1.1 503 No\r\nRetry-After: 5\r\nretry-after: 7\r\nContent-Length: 0\r\n\r\n")

    server.routes["/feed"] = raw(twice)
    assert get(fetcher, server).header("retry-after") == "5, 7"


def test_every_connection_is_closed_after_its_answer(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"<rss/>")
    for path in ("/feed", "/none"):
        get(fetcher, server, path)
    assert len(server.log) == 2
    assert all(asked.headers["connection"] == "close" for asked in server.log)
    assert not fetcher._wire._open


def test_no_cookie_comes_back(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"<rss/>", headers={"Set-Cookie": "id=1; Path=/"})
    get(fetcher, server)
    get(fetcher, server)
    assert "cookie" not in server.log[1].headers


def test_gzip_is_unpacked(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"<rss>" + b"a" * 100_000, compress=True)
    assert len(get(fetcher, server).body) == 100_005


@pytest.mark.parametrize("status", [200, 304, 401, 403, 404, 410, 429, 500, 503])
def test_every_status_is_an_answer(server: Server, fetcher: Fetcher, status: int) -> None:
    server.routes["/feed"] = Reply(b"", status=status, headers={"Retry-After": "120"})
    answer = get(fetcher, server)
    assert answer.status == status
    assert answer.header("retry-after") == "120"


# --- redirects


def moved(to: str, status: int = 301) -> Reply:
    return Reply(status=status, headers={"Location": to})


def test_redirects_are_followed_and_told_apart(server: Server, fetcher: Fetcher) -> None:
    server.routes |= {"/a": moved("/b"), "/b": moved("/c", 308), "/c": moved("/d", 302), "/d": Reply(b"<rss/>")}
    answer = get(fetcher, server, "/a")
    assert answer.url == server.url("/d")
    assert answer.permanent_to == server.url("/c")
    server.routes |= {"/e": moved("/a", 307)}
    assert get(fetcher, server, "/e").permanent_to is None


def test_ten_thousand_redirects_end_after_five(server: Server, fetcher: Fetcher) -> None:
    def on(request: Request) -> Reply:
        return moved(f"/{int(request.path[1:]) + 1}")

    server.routes |= {f"/{n}": on for n in range(10_000)}
    assert code(fetcher, server.url("/0")) == "too-many-redirects"
    assert len(server.log) == 6
    server.routes |= {"/9995": on, "/10000": Reply(b"<rss/>")}
    assert get(fetcher, server, "/9995").status == 200


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "javascript:alert(1)", "http://[", "http://a:b/", "data:,x"]
)
def test_a_redirect_to_no_web_address_is_not_followed(server: Server, fetcher: Fetcher, target: str) -> None:
    server.routes["/feed"] = moved(target)
    assert code(fetcher, server.url("/feed")) == "bad-redirect"


def test_a_redirect_into_this_machine_is_not_followed(server: Server, fetcher: Fetcher) -> None:
    with serve({"/secret": Reply(b"<rss/>")}, host="127.0.0.2") as inner:
        server.routes["/feed"] = moved(inner.url("/secret"))
        assert code(fetcher, server.url("/feed")) == "private-address"
        assert inner.log == []


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "[::ffff:127.0.0.1]"])  # fmt: skip
def test_a_private_address_is_refused_unless_meant(server: Server, fetcher: Fetcher, host: str) -> None:
    assert code(fetcher, f"http://{host}:{server.port}/feed", private_hosts=frozenset()) == "private-address"
    assert server.log == []


def test_a_password_does_not_follow_to_another_host(server: Server, fetcher: Fetcher) -> None:
    with serve({"/there": Reply(b"<rss/>")}, host="127.0.0.2") as other:
        server.routes |= {"/feed": moved("/near"), "/near": moved(other.url("/there"))}
        fetcher.get(
            server.url("/feed"),
            headers={"Authorization": "Token t", "Accept": "*/*"},
            private_hosts=frozenset(("127.0.0.1", "127.0.0.2")),
        )
        assert "authorization" in server.log[1].headers
        assert "authorization" not in other.log[0].headers


@pytest.mark.parametrize("url", ["", "nonsense", "file:///etc/passwd", "http://", "http://a:99999/", "http://\x00/", "gopher://x/"])  # fmt: skip
def test_what_is_no_address_is_refused(fetcher: Fetcher, url: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetcher.get(url)
    assert caught.value.code == "bad-address"


def test_an_error_does_not_repeat_what_stands_behind_the_question_mark(server: Server, fetcher: Fetcher) -> None:
    """In a private feed's address that is often a key."""
    dead = f"http://127.0.0.1:{free_port()}"
    server.routes |= {
        "/a?key=hush": moved("ftp://x/?key=hush"),
        "/b?key=hush": raw(loopback.hang_up),
        "/c?key=hush": moved("/c?key=hush"),
    }
    for url in (
        f"{dead}/?key=hush",
        server.url("/a?key=hush"),
        server.url("/b?key=hush"),
        server.url("/c?key=hush"),
        "file:///x?key=hush",
    ):
        with pytest.raises(FetchError) as caught:
            fetcher.get(url, private_hosts=LOCAL)
        assert caught.value.key == url.partition("?")[0]
        assert "hush" not in str(caught.value)


# --- faults


def test_nobody_listens(fetcher: Fetcher) -> None:
    assert code(fetcher, f"http://127.0.0.1:{free_port()}/feed") == "refused"


def test_a_name_without_address(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_args: object, **_more: object) -> list[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # a real question would leave the machine
    assert code(fetcher, "http://no-such-host.invalid/feed") == "dns"


@pytest.mark.parametrize("host", ["[fe80::1%25nosuch]", "[fe80::1%nosuch]"])
def test_a_number_in_a_network_that_this_machine_has_not(fetcher: Fetcher, host: str) -> None:
    assert code(fetcher, f"http://{host}/feed", frozenset()) == "dns"


def test_the_next_address_of_a_name_is_tried(server: Server, fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.9 refuses; the second address of the name answers."""
    server.routes["/feed"] = Reply(b"<rss/>")
    places = [("127.0.0.9", server.port), ("127.0.0.1", server.port)]
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in places]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: found)
    url = f"http://two.example:{server.port}/feed"
    assert fetcher.get(url, private_hosts=frozenset(("two.example",))).status == 200
    assert code(fetcher, url, frozenset()) == "private-address"


def test_a_public_name_that_leads_home_is_refused(fetcher: Fetcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """One private address among public ones is left out; nothing but private ones is refused."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_a, **_m: found)
    assert code(fetcher, "http://rebound.example/feed", frozenset()) == "private-address"


@pytest.mark.parametrize("play", [loopback.silence, loopback.drip, loopback.drip_head], ids=lambda f: f.__name__)
def test_slowness_ends_with_the_deadline(server: Server, fetcher: Fetcher, play: object) -> None:
    server.routes["/feed"] = raw(play)  # type: ignore[arg-type]
    began = time.monotonic()
    assert code(fetcher, server.url("/feed")) == "timeout"
    assert time.monotonic() - began < 2


def test_the_deadline_counts_more_than_the_patience_for_one_read(server: Server) -> None:
    server.routes["/feed"] = raw(loopback.silence)
    with Fetcher(limits=Limits(read_seconds=20, whole_seconds=0.3)) as fetcher:
        began = time.monotonic()
        assert code(fetcher, server.url("/feed")) == "timeout"
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("play", "expected"),
    [
        (loopback.hang_up, "reset"),
        (loopback.reset, "reset"),
        (loopback.short, "truncated"),
        (loopback.endless, "too-large"),
    ],
    ids=lambda v: getattr(v, "__name__", v),
)
def test_broken_connections(server: Server, fetcher: Fetcher, play: object, expected: str) -> None:
    server.routes["/feed"] = raw(play)  # type: ignore[arg-type]
    assert code(fetcher, server.url("/feed")) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: twelve\r\n\r\nx", "bad-length"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx", "bad-length"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 7\r\n\r\nxxxxxxx", "bad-length"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", "truncated"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nab", "bad-http"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nab", "truncated"),
        (b"this is not HTTP at all\r\n\r\n", "bad-http"),
        (b"HTTP/1.1 200 OK\r\n" + b"X-Many: y\r\n" * 20_000 + b"\r\n", "bad-http"),
        (b"HTTP/1.1 99999 Odd\r\n\r\n", "bad-http"),
        (b"\x00\xff\x16\x03\x01" * 50, "bad-http"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip", "bad-encoding"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\nx", "bad-encoding"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\nContent-Length: 1\r\n\r\nx", "bad-encoding"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999999\r\n\r\n", "too-large"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"a" * 1000)[:20], "truncated"),
    ],
    ids=lambda v: v[:60].decode("latin-1").replace("\r\n", " ") if isinstance(v, bytes) else v,
)
def test_answers_that_are_none(server: Server, fetcher: Fetcher, answer: bytes, expected: str) -> None:
    server.routes["/feed"] = raw(lambda _request, line, _stop: line.sendall(answer))
    assert code(fetcher, server.url("/feed")) == expected


def test_the_bomb_is_real() -> None:
    bomb = gzip_bomb(50_000_000)
    assert len(bomb) < 60_000
    assert len(zlib.decompressobj(31).decompress(bomb, 20_000_000)) == 20_000_000


def test_a_bomb_is_not_unpacked(server: Server) -> None:
    """A gigabyte of zeros in one megabyte: refused, and the memory never held more than the cap."""
    server.routes["/feed"] = Reply(gzip_bomb(), headers={"Content-Encoding": "gzip"})
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Fetcher(limits=Limits()) as fetcher:
        assert code(fetcher, server.url("/feed")) == "too-large"
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    assert grown < 40_000_000


def test_a_body_of_exactly_the_cap_is_read(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = Reply(b"a" * QUICK.most_bytes)
    assert len(get(fetcher, server).body) == QUICK.most_bytes
    server.routes["/feed"] = Reply(b"a" * QUICK.most_bytes, compress=True)
    assert len(get(fetcher, server).body) == QUICK.most_bytes
    server.routes["/feed"] = Reply(b"a" * (QUICK.most_bytes + 1), compress=True)
    assert code(fetcher, server.url("/feed")) == "too-large"


def test_a_page_of_an_error_is_not_downloaded(server: Server, fetcher: Fetcher) -> None:
    server.routes["/feed"] = raw(
        lambda _request, line, stop: (line.sendall(loopback.head("403 Forbidden")), stop.wait(30))  # type: ignore[func-returns-value]
    )
    assert get(fetcher, server).status == 403


# --- TLS


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A certificate and its key in one file, for 127.0.0.1, signed by nobody else."""
    return loopback.certificate(tmp_path / "papers.pem")


@pytest.fixture
def secure(papers: Path) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers)
    with serve({"/feed": Reply(b"<rss/>")}, tls=context) as running:
        yield running


@pytest.fixture
def trusting(papers: Path) -> Iterator[Fetcher]:
    with Fetcher(limits=QUICK, tls=ssl.create_default_context(cafile=str(papers))) as made:
        yield made


def test_a_certificate_of_their_own_is_not_trusted(secure: Server, fetcher: Fetcher) -> None:
    assert code(fetcher, secure.url("/feed")) == "tls"


def test_a_trusted_certificate_is_taken_for_its_name_only(secure: Server, trusting: Fetcher) -> None:
    assert get(trusting, secure).body == b"<rss/>"
    other = secure.url("/feed").replace("127.0.0.1", "localhost")
    assert code(trusting, other, frozenset(("localhost",))) == "tls"


def test_a_step_down_to_http_is_marked(secure: Server, trusting: Fetcher, server: Server) -> None:
    server.routes["/plain"] = Reply(b"<rss/>")
    secure.routes["/feed"] = moved(server.url("/plain"))
    answer = get(trusting, secure)
    assert answer.downgraded
    assert answer.url == server.url("/plain")


def test_plain_http_on_a_secure_port_and_the_other_way_round(secure: Server, server: Server, fetcher: Fetcher) -> None:
    assert code(fetcher, server.url("/feed").replace("http:", "https:")) in ("tls", "reset")
    assert code(fetcher, secure.url("/feed").replace("https:", "http:")) in ("bad-http", "reset")


def test_after_closing_nothing_is_asked(server: Server) -> None:
    fetcher = Fetcher(limits=QUICK)
    fetcher.close()
    assert code(fetcher, server.url("/feed")) == "stopped"
