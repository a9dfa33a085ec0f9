"""Missions named by what they are: "a crewed landing by 2030" in a sentence about China is China's crewed landing.

The words are the pack's; who is meant is told by the nearest actor in the sentence, else by the item so far.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.model import Mission
from tracker.reading.names import Mention
from tracker.reading.sentences import Sentence


class Roles:
    """Finds role mentions; remembers the last actor, so that "a crewed landing by 2030" two sentences on is still China's.

    A role may hold for a span of days only (the first Artemis landing was Artemis III's until February 2026), and may
    ask that a word stands somewhere in the item.
    """

    def __init__(self, table: Sequence[Any], missions: Sequence[Mission], today: date | None, whole: str) -> None:
        self._side = {m.id: m.side for m in missions}
        self._last: dict[str, str] = {}
        self._roles = [
            (
                r["mission"],
                *(re.compile(r[k], re.IGNORECASE) for k in ("phrase", "actor", "rival")),
                str(r.get("default", "")),
            )
            for r in table
            if r["mission"] in self._side and _holds(r, today) and re.search(r.get("asks", ""), whole, re.IGNORECASE)
        ]

    def find(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
        """Role mentions of a sentence; each starts where its words start."""
        here = [m for m in mentions if sentence.start <= m.start < sentence.end]
        found: list[Mention] = []
        for mission, phrase, actor, rival, default in self._roles:
            words = sorted(
                [(m.start(), "actor") for m in actor.finditer(sentence.text)]
                + [(m.start(), "rival") for m in rival.finditer(sentence.text)]
                + [(m.start - sentence.start, self._kind(mission, m)) for m in here if m.mission]
            )
            for match in phrase.finditer(sentence.text):
                before = [kind for at, kind in words if at <= match.end()]
                who = before[-1] if before else words[0][1] if words else self._last.get(mission, default)
                at = sentence.start + match.start()
                if who == "actor" and not any(m.start <= at < m.end for m in here + found):
                    found.append(Mention(at, sentence.start + match.end(), mission, role=True))
            if words:
                self._last[mission] = words[0][1] if len({k for _, k in words}) == 1 else words[-1][1]
        return found

    def _kind(self, mission: str, mention: Mention) -> str:
        return "actor" if self._side[mention.mission] == self._side[mission] else "rival"


def _holds(role: Any, today: date | None) -> bool:
    since, until = role.get("since"), role.get("until")
    if today is None:
        return not since and not until
    return (not since or date.fromisoformat(since) <= today) and (not until or today <= date.fromisoformat(until))
