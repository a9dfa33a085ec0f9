"""Words for what is no news of a mission and yet must be said once: all that speak of it first-hand have fallen silent."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tracker.model import Alert, Mission

DEAF = "deaf:"
"""Facts with this prefix and a mission's id: since when all its agency sources fail, and whether that has been said."""

PATIENCE = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Heeded:
    """What is to be said now, and what to remember: a fact for each mission whose word has changed."""

    alerts: tuple[Alert, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


def heed(
    missions: Sequence[Mission], failing: Mapping[str, Sequence[str]], facts: Mapping[str, str], *, now: datetime,
    mute: Collection[str] = (), language: str = "en",
) -> Heeded:  # fmt: skip
    """One notice for the missions all of whose agency sources have failed for a day; never twice for one silence.

    `failing`: mission id -> the names of its agency sources, for missions all of whose agency sources fail now. `facts`
    are the remembered ones by mission id. `mute`: missions the user does not want to hear of.
    """
    unheard: list[tuple[Mission, datetime]] = []
    written: list[tuple[str, str]] = []
    for mission in missions:
        known = facts.get(mission.id, "")
        if mission.id not in failing:
            written += [(DEAF + mission.id, "")] if known else []
            continue
        since, told = _read(known)
        if since is None or since > now:
            written.append((DEAF + mission.id, json.dumps([now.isoformat(), False])))
        elif not told and now - since >= PATIENCE and mission.id not in mute:
            unheard.append((mission, since))
            written.append((DEAF + mission.id, json.dumps([since.isoformat(), True])))
    names = dict.fromkeys(name for mission, _ in unheard for name in failing[mission.id])
    return Heeded((_notice(unheard, tuple(names), now, language),) if unheard else (), tuple(written))


def _read(text: str) -> tuple[datetime | None, bool]:
    try:
        since, told = json.loads(text)
        return datetime.fromisoformat(since).astimezone(UTC), bool(told)
    except (ValueError, TypeError):
        return None, False


def _notice(unheard: Sequence[tuple[Mission, datetime]], names: Sequence[str], now: datetime, language: str) -> Alert:
    chinese = language.startswith("zh")
    name = ("、" if chinese else ", ").join(mission.name(language) for mission, _ in unheard)
    first, since = unheard[0]
    ident, listed = f"deaf-{first.id}-{since:%Y%m%d%H%M}", ", ".join(names)
    if chinese:
        title = f"{name}：所有官方来源已失联一天"
        body = f"一天以来无法从以下来源获取消息：{'、'.join(names)}。不会丢失任何内容，程序会继续尝试。"
        return Alert(ident, title, body, (), now)
    title = f"No agency can be heard on {name}"
    body = f"For a day there has been no answer from {listed}. Nothing is lost; they are asked again and again."
    return Alert(ident, title, body, (), now)
