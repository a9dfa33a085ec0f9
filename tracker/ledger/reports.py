"""What is only reported: which report a testimony carries, whose date it takes, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from tracker.ledger.compare import coarser, compatible, finer, restates
from tracker.ledger.draft import CORROBORATION, Draft
from tracker.ledger.heard import Heard
from tracker.ledger.oldnews import BRIEF
from tracker.ledger.windows import inside, nominal
from tracker.model import ChangeKind, Position, Status, Testimony, Tier

_RECENT: Final = timedelta(days=14)  # so old may an agency's or database's last word be to be shown as disagreeing


def supported(branches: Sequence[Draft], heard: Heard) -> Draft | None:
    """The newest report that this testimony carries too."""
    return next((b for b in reversed(branches) if _carries(heard, b)), None)


def takes_its_date(heard: Heard, branch: Draft) -> bool:
    """True when the report takes this testimony's date: an agency's own, finer or coarser, or a hold's first bound."""
    known, said = branch.after, heard.position
    if said.status is not Status.PLANNED:
        return finer(known, said) and heard.day - branch.on <= BRIEF
    return heard.authority and _differs(known, said)


def gather(branch: Draft, branches: Sequence[Draft]) -> None:
    """Reports of a finer date inside the new one carry the new one too."""
    window = branch.after.window
    for other in branches:
        if other is branch or other.hidden or other.kind is not ChangeKind.FIRMED or window is None:
            continue
        if other.after.window is not None and inside(window, other.after.window):
            branch.carriers.extend(other.carriers)


def contradicts(heard: Heard, branch: Draft) -> bool:
    """True when a testimony of the confirmed position speaks against the report."""
    said = heard.position
    if said.window is None or compatible(branch.after, said):
        return False
    if branch.after.status is Status.ACHIEVED and heard.day - branch.on <= timedelta(days=1):
        return False  # the others have not heard yet
    return branch.after.status is not said.status or not restates(branch.after, said)


def answer(heard: Heard, words: Iterable[Heard], current: Draft | None) -> Heard | None:
    """An agency's word of the same day, heard after this one of the press, that says otherwise and is believed."""
    if heard.authority or current is None:
        return None
    for word in words:
        later = word.day == heard.day and word.testimony.heard_at > heard.testimony.heard_at
        if later and word.testimony.tier is Tier.AGENCY and compatible(current.after, word.position):
            moves = word.testimony in current.carriers
            if _excludes(word, heard, moves=moves):
                return word
    return None


def answered(drafts: Iterable[Draft], heard: Heard) -> Draft | None:
    """The same report of another voice, given up on this day."""
    given_up = (d for d in drafts if d.returned_on == heard.day and not d.hidden)
    return next((d for d in given_up if compatible(d.after, heard.position)), None)


def behind(draft: Draft, words: Mapping[str, Heard], day: date) -> list[Testimony]:
    """The agencies and databases whose last word, of the last fortnight, is another date than that of a confirmed move."""
    carriers = {t.outlet for t in draft.carriers}
    return [
        w.testimony
        for outlet, w in sorted(words.items())
        if w.authority and day - w.day <= _RECENT and outlet not in carriers
        and w.position.window is not None and not compatible(draft.after, w.position)
    ]  # fmt: skip


def _excludes(word: Heard, heard: Heard, *, moves: bool) -> bool:
    known, said = word.position, heard.position
    if compatible(known, said) or (known.window is None and not moves) or restates(said, known):
        return False
    if said.status is not Status.ACHIEVED:
        return True
    start = nominal(known.window).earliest if known.window else None
    return start is not None and start - heard.day > timedelta(0)  # not yet today


def _carries(heard: Heard, branch: Draft) -> bool:
    known, said = branch.after, heard.position
    if not compatible(known, said):
        return False
    late = heard.day - branch.carriers[-1].day > CORROBORATION
    if late and finer(known, said):
        return False  # a better date, much later, is a report of its own
    if heard.authority and heard.day - branch.on > BRIEF and _differs(known, said):
        return False  # an agency's own date, days later, is a change of its own day
    firmed = branch.kind is ChangeKind.FIRMED and known.window is not None and said.window is not None
    return not (firmed and coarser(known, said))  # a coarser word does not prove a finer date


def _differs(known: Position, said: Position) -> bool:
    return finer(known, said) or coarser(known, said)
