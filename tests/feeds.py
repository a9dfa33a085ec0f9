"""Reading a document of the tests as one of two sources: an English one and a Chinese one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tracker.errors import ParseError
from tracker.model import Item, Source, Tier
from tracker.sources import feed

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SOURCE = Source("test", "A test", "https://news.example/feed", Tier.TRADE_PRESS, language="en", outlet="The Example")
CHINESE = Source("cn", "测试", "https://www.example.cn/rss.xml", Tier.STATE_MEDIA, language="zh", zone="Asia/Shanghai")


def parse(body: bytes, source: Source = SOURCE, content_type: str = "") -> feed.Parsed:
    return feed.parse(source, body, base=source.url, content_type=content_type, now=NOW)


def only(body: bytes, source: Source = SOURCE, content_type: str = "") -> Item:
    (item,) = parse(body, source, content_type).items
    return item


def refusal(body: bytes) -> str:
    with pytest.raises(ParseError) as caught:
        parse(body)
    return caught.value.code
