"""What a mission would be found in before it is saved: shown live, over the newest stored articles, while it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.model import Item, Mission
from tracker.reading import Reader
from tracker.reading.names import Names
from tracker.reading.normalise import plain
from tracker.views import MissionMatch, MissionPreview

_MOST_READ = 40
"""So many of the matches are read for claims: the rest are counted."""
_CONTEXT = 60


def matches(mission: Mission, items: Iterable[Item]) -> list[tuple[Item, str, int, int]]:
    """Which items a mission's names match: (item, "title" or "text", start, end), the first place of each item."""
    names = Names([mission])
    found: list[tuple[Item, str, int, int]] = []
    for item in items:
        for field, stored in (("title", item.title), ("text", item.text)):
            source = plain(stored)
            mention = next((m for m in names.find(source.text) if m.mission == mission.id), None)
            if mention is not None:
                found.append((item, field, *source.stored(mention.start, mention.end)))
                break
    return found


def preview(mission: Mission, others: Sequence[Mission], items: Sequence[Item]) -> MissionPreview:
    """The matches among `items` with what would be read in them, and which names are doubtful beside `others`."""
    found = matches(mission, items)
    reader = Reader([*(m for m in others if m.id != mission.id), mission])
    shown = []
    for item, field, start, end in found[:_MOST_READ]:
        text = item.title if field == "title" else item.text
        left, right = max(0, start - _CONTEXT), min(len(text), end + _CONTEXT)
        claims = tuple(c for c in reader.read(item).claims if c.mission == mission.id)
        shown.append(
            MissionMatch(
                item.id, item.outlet, item.published_on, item.title, text[left:right], start - left, end - left, claims
            )
        )
    return MissionPreview(len(items), len(found), tuple(shown), taken(mission, others), short(mission))


def taken(mission: Mission, others: Iterable[Mission]) -> tuple[tuple[str, str], ...]:
    """The names that another mission has too: (name, the other's id). Such a text would speak of both."""
    mine = spelled(mission)
    return tuple((mine[key], o.id) for o in others if o.id != mission.id for key in spelled(o) if key in mine)


def short(mission: Mission) -> tuple[str, ...]:
    """The names that are too short to stand for one thing: fewer than four Latin letters and digits, or two Han."""
    return tuple(
        name for name in spelled(mission).values() if len(name.replace(" ", "")) < (4 if name.isascii() else 2)
    )


def spelled(mission: Mission) -> dict[str, str]:
    """Every name of a mission: folded for comparison -> as written."""
    names = [*mission.names.values(), *(alias for names in mission.aliases.values() for alias in names)]
    return {" ".join(plain(name).text.casefold().replace("-", " ").split()): name for name in names if name.strip()}
