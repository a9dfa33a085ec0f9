"""Addresses: which are public, which are web addresses, and their clean form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.sources import address


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("8.8.8.8", True), ("2606:4700::1111", True), ("::ffff:8.8.8.8", True), ("2002:808:808::1", True),
        ("64:ff9b::808:808", True), ("127.0.0.1", False), ("10.1.2.3", False), ("192.168.0.1", False),
        ("172.16.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("255.255.255.255", False), ("224.0.0.1", False), ("::1", False), ("::", False), ("fe80::1%eth0", False),
        ("fc00::1", False), ("::ffff:127.0.0.1", False), ("::ffff:10.0.0.1", False), ("2002:7f00:1::1", False),
        ("64:ff9b::7f00:1", False), ("ff02::1", False), ("nonsense", False), ("", False),
    ],
)  # fmt: skip
def test_public(ip: str, public: bool) -> None:
    assert address.is_public(ip) is public


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True),
        ("127.0.0.1", True),
        ("192.168.1.5", True),
        ("::1", True),
        ("www.nasa.gov", False),
        ("8.8.8.8", False),
    ],
)
def test_plainly_local(host: str, local: bool) -> None:
    assert address.is_plainly_local(host) is local


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://A.Example/x/", "https://a.example/x"),
        ("https://a.example/x?utm_source=1&b=2", "https://a.example/x?b=2"),
        ("https://a.example/x?b=%20c&UTM_x=1#frag", "https://a.example/x?b=+c"),
        ("https://a.example/x?b=%20c#frag", "https://a.example/x?b=%20c"),
        ("https://a.example/", "https://a.example"),
        ("not an address", "not an address"),
    ],
)
def test_clean(url: str, clean: str) -> None:
    assert address.clean(url) == clean
    assert address.clean(clean) == clean


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_a_link_or_none(base: str, href: str) -> None:
    link = address.link(f"https://{base}", href)
    assert link == "" or link.startswith(("http://", "https://"))
    assert not set(link) & set(' \n\t<>"')
    assert address.clean(href) is not None
    assert address.host(href) is not None
