"""Missions named by what they are: "a crewed landing by 2030" in a sentence about China is China's crewed landing.

The words are the pack's; who is meant is told by the nearest actor in the sentence, else by the item so far.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.model import Mission
from tracker.reading.names import Mention
from tracker.reading.packs import Role
from tracker.reading.sentences import Sentence


class Roles:
    """Finds role mentions; remembers the last actor, so that "a crewed landing by 2030" two sentences on is still China's.

    A role may hold for a span of days only (the first Artemis landing was Artemis III's until February 2026), and may
    ask that a word stands somewhere in the item.
    """

    def __init__(
        self, table: Sequence[Role], missions: Sequence[Mission], today: date | None, whole: str, crewed: frozenset[str]
    ) -> None:
        self._crewed = crewed
        self._side = {m.id: m.side for m in missions}
        self._read: list[tuple[Sentence, list[Mention]]] = []
        self._roles = [
            role
            for role in table
            if role.mission in self._side and role.holds(today) and (role.asks is None or role.asks.search(whole))
        ]

    def find(self, sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention]:
        """Role mentions of a sentence; each starts where its words start."""
        here = [m for m in mentions if sentence.start <= m.start < sentence.end]
        self._read.append((sentence, here))
        found: list[Mention] = []
        for role in self._roles:
            phrases = list(role.phrase.finditer(sentence.text))
            if not phrases:
                continue
            words = self._words(role, sentence, here)
            for match in phrases:
                before = [kind for at, kind in words if at <= match.end()]
                who = before[-1] if before else words[0][1] if words else self._earlier(role)
                at = sentence.start + match.start()
                robots = any(m.mission and m.end <= at and not sentence.far(m.end, at) for m in here)
                if who == "actor" and not robots and not any(m.start <= at < m.end for m in here + found):
                    found.append(Mention(at, sentence.start + match.end(), role.mission, role=True))
        return found

    def _words(self, role: Role, sentence: Sentence, here: Sequence[Mention]) -> list[tuple[int, str]]:
        """Who acts in a sentence: offsets with "actor" or "rival"."""
        return sorted(
            [(m.start(), "actor") for m in role.actor.finditer(sentence.text)]
            + [(m.start(), "rival") for m in role.rival.finditer(sentence.text)]
            + [(m.start - sentence.start, self._kind(role.mission, m)) for m in here if m.mission]
        )

    def _earlier(self, role: Role) -> str:
        """Who acted last before this sentence."""
        for sentence, here in self._read[-2:-10:-1]:
            known = here if role.kin else [m for m in here if m.mission in self._crewed]
            words = self._words(role, sentence, known)
            if words:
                return words[-1][1]
        return role.default

    def _kind(self, mission: str, mention: Mention) -> str:
        return "actor" if self._side[mention.mission] == self._side[mission] else "rival"
