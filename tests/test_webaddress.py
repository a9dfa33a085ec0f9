"""One judge of web addresses, for the network, the browser and the window."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import webaddress

GOOD = [
    ("https://www.nasa.gov/feed/", "www.nasa.gov", 443),
    ("http://xinhuanet.com", "xinhuanet.com", 80),
    ("HTTPS://CNSA.example:8443/x", "cnsa.example", 8443),
    ("  https://a.example/嫦娥 七号.html ", "a.example", 443),
    ("https://日本語.example/", "xn--wgv71a119e.example", 443),
    ("https://nаsa.gov/", "xn--nsa-6cd.gov", 443),  # a Cyrillic letter
    ("https://[2001:db8::1]/x", "2001:db8::1", 443),
    ("https://[fe80::1%25eth0]:8080/x", "fe80::1%25eth0", 8080),
    ("https://under_score.example/", "under_score.example", 443),
    ("http://127.0.0.1:80/?q=a@b", "127.0.0.1", 80),
]
BAD = [
    ("", "is no web address (http, https)"),
    ("nasa.gov/feed", "is no web address (http, https)"),
    ("//nasa.gov/feed", "is no web address (http, https)"),
    ("file:///etc/passwd", "is no web address (http, https)"),
    ("javascript:alert(1)", "is no web address (http, https)"),
    ("https://", "names no web site"),
    ("https:///x", "names no web site"),
    ("https://a b/", "names no web site"),
    ("https://a..b\\c/", "names no web site"),
    ("https://" + "a" * 300 + ".example/", "names no web site"),
    ("https://user:hush@a.example/", "carries a login"),
    ("https://nasa.gov@evil.example/", "carries a login"),
    ("https://@a.example/", "carries a login"),
    ("https://a.example:99999/", "is malformed"),
    ("https://a.example:b/", "is malformed"),
    ("https://[::1/", "is malformed"),
    ("https://a.example/\nHost: x", "is malformed"),
    ("https://a.exam\tple/", "is malformed"),
    ("\x00https://a.example/", "is malformed"),
    ("https://a.example/" + "x" * 4000, "is malformed"),
]


@pytest.mark.parametrize(("url", "host", "port"), GOOD)
def test_safe(url: str, host: str, port: int) -> None:
    assert webaddress.why_not(url) == ""
    assert webaddress.split(url) is not None
    assert (webaddress.host(url), webaddress.port(url)) == (host, port)


@pytest.mark.parametrize(("url", "why"), BAD)
def test_not_safe(url: str, why: str) -> None:
    assert webaddress.why_not(url) == why
    assert webaddress.split(url) is None
    assert (webaddress.host(url), webaddress.port(url)) == ("", 0)
    assert "hush" not in webaddress.why_not(url)


@given(st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    for url in (text, f"https://{text}", f"http://a.example/{text}", f"https://{text}/"):
        assert (webaddress.split(url) is None) is bool(webaddress.why_not(url))
        host = webaddress.host(url)
        assert bool(host) is (webaddress.split(url) is not None)
        assert host.isascii()
        assert host == host.lower()
        assert not set(host) & set(" /@?#\\")
        assert webaddress.may_share_a_secret(url, url) is bool(host)
