"""What an item speaks of when a sentence names nobody: the sentence before, the headline, the only mission named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.reading.marks import Marks, Trigger
from tracker.reading.names import Mention
from tracker.reading.packs import Pack

FORGET = 4
"""Sentences without a name after which the one before is no longer meant."""


class Topics:
    """Learns sentence by sentence. `whole` is the one mission that the item names, where it names only one."""

    def __init__(self, whole: tuple[Mention, ...] = ()) -> None:
        self._title: tuple[Mention, ...] = ()
        self._last: tuple[Mention, ...] = ()
        self._whole = whole
        self._quiet = 0
        self.step = ""
        """The milestone last spoken of: "NASA still targets 2028" goes on about it."""
        self.asked = ""
        """The milestone that the sentence before asks the day of: "When do people land again? In 2028." answers it."""

    @property
    def silent(self) -> bool:
        """Nobody to speak of so far."""
        return not (self._last or self._title or self._whole)

    def heard(
        self, marks: Marks, trigger: Trigger, possible: Mapping[str, frozenset[str]]
    ) -> tuple[tuple[Mention, ...], str]:
        """Who a milestone word without a name can mean, and how that is known; nobody is an empty tuple."""
        if self._anothers(marks, trigger):
            return (), ""
        if marks.pack.language == "zh" and len(marks.dates) > 1 and not self._whole and not marks.mentions:
            return (), ""  # several dates and no name, in an item of several missions: too much guessing
        for heard, how in ((self._last, "topic"), (self._title, "topic-title"), (self._whole, "topic-whole")):
            mine = tuple(m for m in heard if trigger.milestone in possible[m.mission])
            if mine and all(m.role or carrier(marks.pack, m) for m in marks.mentions):
                if how == "topic-whole" and trigger.milestone == "launch" and marks.mentions and self._unnamed(marks):
                    continue  # a rocket in a round-up, before the one mission of the item is named
                return mine, how
            if mine and how != "topic-whole" and not any(m.end <= trigger.start for m in marks.mentions):
                return mine, "topic-weak"
        return (), ""

    def begin(self, marks: Marks) -> None:
        """A list mark opens another story: what was spoken of before is over."""
        if marks.pack.word("list_mark").match(marks.sentence.text):
            self._last = self._whole = ()

    def learn(self, marks: Marks) -> None:
        """Take in a sentence that was read."""
        steps = [t.milestone for t in marks.triggers if t.form not in ("mission", "x", "w", "hold", "cancel", "echo")]
        self.step = steps[-1] if steps else self.step
        self.asked = self.step if self._asks_when(marks) else ""
        heard = [m for m in marks.mentions if not m.role and not carrier(marks.pack, m)]
        named = {m.mission for m in heard}
        if len(named) == 1 and "" not in named:
            self._last = (heard[0],)
            self._quiet = 0
        elif named or self._quiet >= FORGET:
            self._last = ()
        else:
            self._quiet += 1
        if marks.sentence.field == "title" and len(named - {""}) == 1:
            self._title = (next(m for m in heard if m.mission),)

    @staticmethod
    def _asks_when(marks: Marks) -> bool:
        """Whether a sentence asks for a day."""
        text = marks.sentence.text
        return "?" in text[-4:] and marks.pack.word("asks_when").search(text) is not None

    @staticmethod
    def _unnamed(marks: Marks) -> bool:
        """A Chinese sentence that names a rocket only."""
        return marks.pack.language == "zh" and not any(m.role for m in marks.mentions)

    @staticmethod
    def _anothers(marks: Marks, trigger: Trigger) -> bool:
        """ "Starship launch", "a landing attempt", a landing in a headline without a name: nobody in particular."""
        if marks.stands("plural_step", trigger.start, trigger.end):
            return True  # "landings that ESA hopes to join": anybody's
        if trigger.milestone == "launch":
            return any(m.end <= trigger.start <= m.end + 2 for m in marks.mentions)
        if marks.sentence.field == "title" and trigger.milestone in ("landing", "surface-ops"):
            return True
        low = trigger.start - 30
        article = marks.pack.word("indefinite").search(marks.text(low, trigger.start))
        return bool(article) and not any(low < d.start < trigger.start for d in marks.dates)


def whole(marked: Sequence[Marks]) -> tuple[Mention, ...]:
    """The one mission that an item names, where it names one and no other craft."""
    named = [m for marks in marked for m in marks.mentions if not m.role and not carrier(marks.pack, m)]
    return (named[0],) if len({m.mission or m.other for m in named}) == 1 and named[0].mission else ()


def carrier(pack: Pack, mention: Mention) -> bool:
    """A rocket carries the story's mission, it does not change the story."""
    return not mention.mission and bool(pack.word("carrier").match(mention.other))
