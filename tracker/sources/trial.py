"""One call that tests what a person has entered, with the answer in words: a Launch Library token, a feed's login, a proxy.

The token's call is free: /api-throttle/ is not counted, and says what the token is worth.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tracker.errors import FetchError, ParseError
from tracker.model import Source
from tracker.sources import address, jsonbody, logins, troubles
from tracker.sources.collect import private_hosts
from tracker.sources.envoy import Asks
from tracker.sources.logins import Login
from tracker.sources.said import ACCEPT_FEED, ACCEPT_JSON, Answer
from tracker.webaddress import may_share_a_secret

THROTTLE = "https://ll.thespacedevs.com/2.3.0/api-throttle/"
WITHOUT_A_TOKEN = 15
"""Calls an hour that everybody has."""

_UP_TO_VERSION = re.compile(r"(https?://[^/]+/(?:[0-9.]+/)?)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a test says; `fine` is False where what was entered does not work."""

    fine: bool
    words: str


def throttle_of(source: Source) -> str:
    """Where the API of a Launch Library source tells its limits."""
    found = _UP_TO_VERSION.match(source.url)
    return f"{found[1]}api-throttle/" if found else THROTTLE


def token(secret: str, *, fetcher: Asks, source: Source, language: str = "en") -> Outcome:
    """Whether Launch Library takes the token, and how many calls an hour it allows. One free call; never raises.

    An empty `secret` asks without a token: whether the database (through the proxy, say) can be reached at all.
    """
    chinese = language.startswith("zh")
    headers = {"Accept": ACCEPT_JSON}
    try:
        if secret:
            headers["Authorization"] = Login(logins.TOKEN, secret).header()
        answer = fetcher.get(throttle_of(source), headers=headers, private_hosts=private_hosts(source))
    except FetchError as error:
        return _trouble(error.code, chinese)
    if answer.status in (401, 403) and secret:
        return Outcome(
            False, "Launch Library 不认识该令牌。" if chinese else "Launch Library does not know this token."
        )
    if answer.status != 200:
        return _trouble(f"http-{answer.status}", chinese)
    return _limits(answer, chinese=chinese, with_token=bool(secret))


def login(entered: Login | None, *, fetcher: Asks, source: Source, language: str = "en") -> Outcome:
    """Whether a source lets this login in. One request to its own address; never raises."""
    chinese = language.startswith("zh")
    if entered is not None and not address.may_be_let_in(source.url):
        return _trouble("login-open", chinese)
    headers = {"Accept": ACCEPT_FEED} | ({"User-Agent": source.user_agent} if source.user_agent else {})
    try:
        if entered is not None:
            headers["Authorization"] = entered.header()
        answer = fetcher.get(source.url, headers=headers, private_hosts=private_hosts(source))
    except FetchError as error:
        return _trouble(error.code, chinese)
    if not may_share_a_secret(source.url, answer.url):
        return _trouble("login-elsewhere", chinese)
    if answer.status == 401 and entered is not None:
        return _trouble("login-refused", chinese)
    if answer.status != 200:
        return _trouble(f"http-{answer.status}", chinese)
    return Outcome(True, "服务器接受了它。" if chinese else "The server lets it in.")


def _limits(answer: Answer, *, chinese: bool, with_token: bool) -> Outcome:
    try:
        said = jsonbody.read(answer.body)
    except ParseError:
        said = None
    limit = _count(said, "your_request_limit")
    used = _count(said, "current_use")
    if limit is None or used is None:
        return _trouble("bad-json", chinese)
    seconds = abs(_count(said, "next_use_secs", least=-86_400) or 0)  # seen negative
    hours = (_count(said, "limit_frequency_secs") or 3600) / 3600
    if with_token and limit <= WITHOUT_A_TOKEN:
        words = (
            f"令牌有效，但每小时仍只有{limit}次，与匿名相同。"
            if chinese
            else (f"Launch Library answers, but the token allows no more than everybody has: {limit} calls an hour.")
        )
        return Outcome(True, words)
    per = "小时" if chinese else "an hour"
    if hours != 1:
        per = f"{hours:g}小时" if chinese else f"in {hours:g} hours"
    wait = ""
    if used >= limit and seconds:
        wait = f" 下一次在{seconds}秒后。" if chinese else f" The next one in {seconds} seconds."
    if chinese:
        return Outcome(True, f"{'令牌有效' if with_token else '可以连接'}：每{per}{limit}次，已用{used}次。{wait}")
    begin = "The token works" if with_token else "It can be reached"
    return Outcome(True, f"{begin}: {limit} calls {per}, {used} used.{wait}")


def _trouble(code: str, chinese: bool) -> Outcome:
    words = troubles.words(code, "zh" if chinese else "en")
    return Outcome(False, f"{words}{'。' if chinese else '.'}")


def _count(said: Any, name: str, least: int = 0) -> int | None:
    """A whole number of the answer, None for anything else."""
    value = said.get(name) if isinstance(said, dict) else None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not least <= value < 1e9:
        return None
    return int(value)
