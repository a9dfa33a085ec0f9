"""How a source is: one word for the badge, one sentence for the person. Pure; nothing is asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from tracker.model import Source, SourceState, Tier
from tracker.sources import address, answers, troubles

FINE, WAITING, STALE, FAILING, OFF = "fine", "waiting", "stale", "failing", "off"


def health(source: Source, state: SourceState | None, now: datetime) -> str:
    """ "off" (switched off, or closed for good), "waiting" (never asked), "failing", "stale" or "fine"."""
    if not source.enabled or (state and state.trouble and state.trouble.code == "http-410"):
        return OFF
    if state is None or (state.last_success_at is None and state.trouble is None):
        return WAITING
    if state.trouble is not None:
        return FAILING
    return STALE if is_stale(source, state, now) else FINE


def stale_after(source: Source) -> timedelta:
    """How old a source's newest item may be: 30 days; 60 for list pages of agencies, which publish rarely."""
    return timedelta(days=60 if source.adapter.startswith("list:") else 30)


def is_stale(source: Source, state: SourceState, now: datetime) -> bool:
    """True when the server answers but has had nothing new for long: a feed that died without saying so.

    A database's row that nobody had to touch is no such sign.
    """
    if source.adapter in ("ll2", "snapi"):
        return False
    return state.newest_item_at is not None and now - state.newest_item_at > stale_after(source)


def deaf(programme: str, sources: Iterable[Source], states: Mapping[str, SourceState]) -> tuple[str, ...]:
    """The names of a programme's agency sources if all of them fail, else nothing."""
    of = [s for s in sources if s.enabled and s.tier is Tier.AGENCY and programme in s.carries]
    failing = [s for s in of if (state := states.get(s.id)) is not None and state.trouble is not None]
    return tuple(s.name for s in of) if of and len(failing) == len(of) else ()


def words(source: Source, state: SourceState | None, now: datetime, language: str = "en") -> str:
    """One or two sentences on how the source is and what happens next."""
    chinese = language.lower().startswith("zh")
    said = _how(source, state, now, language)
    extra = remarks(source, state, language)
    gap = "" if chinese else " "
    return gap.join((said, *extra))


def remarks(source: Source, state: SourceState | None, language: str = "en") -> tuple[str, ...]:
    """Sentences on a source that a person should know though it works: not encrypted, asked without its secret."""
    if not source.enabled or state is None:
        return ()
    chinese = language.lower().startswith("zh")
    found = []
    if is_open_to_all(source, state):
        found.append(
            "连接未加密，途中任何人都可以读取和篡改。"
            if chinese
            else "The connection is not encrypted: anybody on the way can read and change it."
        )
    if state.login_trouble:
        reason = troubles.words(state.login_trouble, language)
        found.append(f"{reason}，目前匿名查询。" if chinese else f"{reason}; it is asked without.")
    if state.trouble is not None and state.trouble.code == "http-404" and answers.is_broken(state):
        found.append(
            "一天多来一直如此：地址很可能已经失效。"
            if chinese
            else "It has been so for more than a day: the address is probably out of date."
        )
    if state.blocked_until is not None:
        found.append(
            "期间通过 Spaceflight News API 获取其文章。"
            if chinese
            else "Meanwhile its articles come through the Spaceflight News API."
        )
    return tuple(found)


def is_open_to_all(source: Source, state: SourceState) -> bool:
    """True where the source is asked, or answers at the end of its redirects, over plain http through a network."""
    return any(map(address.is_open_to_all, (answers.address_of(source, state), state.final_url or "")))


def _how(source: Source, state: SourceState | None, now: datetime, language: str) -> str:
    chinese = language.lower().startswith("zh")
    match health(source, state, now):
        case "off":
            closed = state is not None and state.trouble is not None and source.enabled
            return _closed(chinese) if closed else ("已关闭。" if chinese else "Switched off.")
        case "waiting":
            return "尚未查询。" if chinese else "Not asked yet."
        case "stale":
            return _stale(state, now, chinese=chinese)
        case "failing":
            return _failing(state, now, language)
    return _fine(state, now, chinese=chinese)


def _closed(chinese: bool) -> str:
    return (
        "该来源已永久关闭（410）。已有内容全部保留。"
        if chinese
        else "The source was closed for good (410). Everything it brought is kept."
    )


def _fine(state: SourceState | None, now: datetime, *, chinese: bool) -> str:
    at = state.last_success_at if state else None
    if at is None:
        return ""
    return f"正常，{ago(at, now, 'zh')}查询过。" if chinese else f"Fine; checked {ago(at, now)}."


def _stale(state: SourceState | None, now: datetime, *, chinese: bool) -> str:
    newest = state.newest_item_at if state else None
    days = (now - newest).days if newest else 0
    if chinese:
        return f"服务器有应答，但最新一条已是{days}天前。"
    return f"The server answers, but its newest item is {days} days old."


def _failing(state: SourceState | None, now: datetime, language: str) -> str:
    """The reason, that nothing is lost, since when, and when it is asked again."""
    if state is None or state.trouble is None:
        return ""
    chinese = language.lower().startswith("zh")
    reason = troubles.words(state.trouble.code, language)
    stop = "。" if chinese else "."
    last, due = state.last_success_at, state.next_due_at
    parts = []
    if last is not None:
        parts.append(f"上次成功是{ago(last, now, 'zh')}" if chinese else f"it last worked {ago(last, now)}")
    if due is not None:
        parts.append(f"{until(due, now, 'zh')}再试" if chinese else f"the next try is {until(due, now)}")
    if chinese:
        return f"{reason}{stop}不会丢失任何内容{'：' if parts else ''}{'，'.join(parts)}{stop}"
    return f"{reason}{stop} Nothing is lost{': ' if parts else ''}{'; '.join(parts)}{stop}"


def ago(then: datetime, now: datetime, language: str = "en") -> str:
    """ "just now", "5 minutes ago", "3 hours ago", "12 days ago"."""
    amount = _amount(now - then, language)
    if language == "zh":
        return f"{amount}前" if amount else "刚刚"
    return f"{amount} ago" if amount else "just now"


def until(then: datetime, now: datetime, language: str = "en") -> str:
    """ "now", "in 5 minutes", "in 3 hours", "in 12 days"."""
    amount = _amount(then - now, language)
    if language == "zh":
        return f"{amount}后" if amount else "马上"
    return f"in {amount}" if amount else "now"


def _amount(span: timedelta, language: str) -> str:
    minutes = round(span.total_seconds() / 60)
    if minutes < 1:
        return ""
    for size, english, chinese in ((24 * 60, "day", "天"), (60, "hour", "小时"), (1, "minute", "分钟")):
        if minutes >= 2 * size or size == 1 or (size == 60 and minutes >= 60):
            number = round(minutes / size)
            return f"{number}{chinese}" if language == "zh" else f"{number} {english}{'' if number == 1 else 's'}"
    return ""
