"""Missions named by what they are: "a crewed landing by 2030" in a sentence about China is China's crewed landing.

The words are the pack's; who is meant is told by the nearest actor in the sentence, else by the item so far.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tracker.reading.names import Mention
from tracker.reading.sentences import Sentence


class Roles:
    """Finds role mentions; remembers the last actor, so that "a crewed landing by 2030" two sentences on is still China's."""

    def __init__(self, table: Sequence[Any], known: set[str]) -> None:
        self._roles = [
            (r["mission"], *(re.compile(r[k], re.IGNORECASE) for k in ("phrase", "actor", "rival")), bool(r.get("default")))
            for r in table
            if r["mission"] in known
        ]
        self._last: dict[str, str] = {}

    def find(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
        """Role mentions of a sentence; each starts where its words start."""
        found = []
        for mission, phrase, actor, rival, default in self._roles:
            actors = [(m.start(), "actor") for m in actor.finditer(sentence.text)]
            rivals = [(m.start(), "rival") for m in rival.finditer(sentence.text)]
            known = [(m.start - sentence.start, "rival") for m in mentions if sentence.start <= m.start < sentence.end]
            words = sorted(actors + rivals + known)
            for match in phrase.finditer(sentence.text):
                before = [kind for at, kind in words if at <= match.end()]
                who = before[-1] if before else (words[0][1] if words else self._last.get(mission, "actor" if default else ""))
                if who == "actor":
                    at = sentence.start + match.start()
                    found.append(Mention(at, at + 1, mission, role=True))
            if words:
                self._last[mission] = words[-1][1] if len({k for _, k in words}) > 1 else words[0][1]
        return found
