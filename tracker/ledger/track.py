"""One milestone's walk through its testimonies: a confirmed position, and beside it what is only reported.

    confirmed:  2026 ------------------> mid-2027 ------------->
    reported:        \\_ 2029 (one outlet; given up when an agency speaks otherwise)

A report never becomes the ground of a confirmed change: that is why a false story cannot hide a true move.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tracker.ledger import gate, oldnews, reports
from tracker.ledger.compare import coarser, compatible, finer, kind_of, restates, slack_for
from tracker.ledger.decisions import Rulings
from tracker.ledger.draft import AUTHORITIES, Draft, Ids, independent, rank
from tracker.ledger.heard import Heard
from tracker.ledger.left import Left, grounds, left
from tracker.ledger.oldnews import BRIEF
from tracker.ledger.windows import DAY_EITHER_WAY, NO_SLACK, Slack
from tracker.model import ChangeKind, Decision, Held, Mission, Position, Status, Tier

_GRAVE: Final = (Status.ACHIEVED, Status.FAILED, Status.CANCELLED)


class Track:
    """The mutable state of one milestone inside one fold."""

    def __init__(self, mission: Mission, milestone: str, rulings: Rulings) -> None:
        self.mission = mission
        self.milestone = milestone
        self.rulings = rulings
        self.chain: list[Draft] = []  # the confirmed moves that stand, oldest first
        self.branches: list[Draft] = []  # living reports, and what the gate lets through with a second voice
        self.drafts: list[Draft] = []  # everything, in order of appearance
        self.lefts: list[Left] = []  # the confirmed positions that were left, oldest first
        self.words: dict[str, Heard] = {}  # the latest word of each outlet
        self.disputing: list[Heard] = []  # a database's dates that an agency may yet come round to
        self.held: dict[str, Held] = {}
        self.said: dict[str, Position] = {}  # what the held testimonies say
        self.ids = Ids(mission.id, milestone)

    @property
    def current(self) -> Draft | None:
        return self.chain[-1] if self.chain else None

    @property
    def base(self) -> Position | None:
        """The confirmed position."""
        return self.chain[-1].after if self.chain else None

    @property
    def shown(self) -> Draft | None:
        """The draft whose position is shown: the newest report since the last confirmed move, else that move."""
        alive = [b for b in self.branches if not b.hidden and not b.crowd and self._newer(b)]
        return alive[-1] if alive else self.current

    def _newer(self, branch: Draft) -> bool:
        current = self.current
        if current is None or current.confirmed_on is None or branch.on != current.confirmed_on:
            return current is None or current.confirmed_on is None or branch.on > current.confirmed_on
        return self.drafts.index(branch) > self.drafts.index(current)

    @property
    def formers(self) -> list[Position]:
        """The positions that were left, oldest first."""
        return [one.position for one in self.lefts if one.position is not None]

    # --- hearing ---------------------------------------------------------------------------------------------------

    def hear(self, heard: Heard, tracks: Mapping[str, Track], steps: Sequence[str]) -> None:
        """Weigh one testimony. `tracks` are those of the mission's milestones, `steps` their order."""
        self.settle(heard.day)
        forced = heard.testimony.id in self.rulings.accepted
        kind = kind_of(self.base, heard.position, self._slack(heard))
        if kind is None or self._detail(heard, kind):
            self._support(heard)
        elif forced:
            self._propose(heard, kind, by_user=True)
        elif not self._quiet(heard, kind) and self._passes(heard, tracks, steps):
            self._propose(heard, kind)
        self.words[heard.testimony.outlet] = heard
        self._come_round(heard.day)

    def settle(self, day: date) -> None:
        """What a database said against an agency's move stands after three days, unless the agency repeated its own."""
        for heard in list(self.disputing):
            until = heard.day + BRIEF
            if until < day and heard in self.disputing:
                self._weigh_again(heard, until)

    def _come_round(self, day: date) -> None:
        """What was disputed fits the position that holds now: the agency has come round."""
        base = self.base
        for heard in list(self.disputing):
            if base is not None and compatible(base, heard.position):
                self._weigh_again(heard, day)

    def _weigh_again(self, heard: Heard, day: date) -> None:
        self.disputing.remove(heard)
        kind = kind_of(self.base, heard.position)
        if kind is not None and self.words.get(heard.outlet) is heard:
            self._propose(replace(heard, day=day), kind)

    def override(self, decision: Decision) -> None:
        """Set the user's own position."""
        after, day = decision.position, decision.at.date()
        assert after is not None
        self.settle(day)
        self.disputing.clear()
        for branch in list(self.branches):
            self._give_up(branch, day, disputed=False)
        if self.current is not None and self.base == after:
            self.current.by_user = True
            return
        draft = self._open(after, ChangeKind.CORRECTED, day)
        draft.by_user = True
        draft.why.append("user-override")
        self._confirm(draft, day)

    def _slack(self, heard: Heard) -> Slack:
        """How many days a bare day may differ and still be the same day in another time zone."""
        if heard.authority:
            return NO_SLACK
        if self.current is not None and not self.current.led_by(*AUTHORITIES) and not self.current.by_user:
            return DAY_EITHER_WAY
        return slack_for(self.mission, heard.testimony)

    # --- nothing new -------------------------------------------------------------------------------------------------

    def _support(self, heard: Heard) -> None:
        """A repeat or a coarser word: kept with the change it supports; it may end a report that says otherwise."""
        current, testimony = self.current, heard.testimony
        if current is None:
            return
        self.lefts[-1].items.add(testimony.item)
        current.reconcile(testimony)
        if testimony.tier is Tier.AGENCY and heard.position.window is not None:
            self.disputing.clear()  # the agency insists
        proves = heard.authority and not current.led_by(*AUTHORITIES) and not coarser(current.after, heard.position)
        (current.carriers if proves else current.also).append(testimony)
        self._enrich(current, heard)
        if any(not self._old_news(r) for r in heard.rivals):
            return  # the item tells the old plan beside its news
        for branch in [b for b in self.branches if not b.hidden]:
            if reports.contradicts(heard, branch):
                branch.against.append(testimony)
                strong = rank(testimony) <= min(rank(t) for t in branch.carriers)
                if strong or any(independent(testimony, t) for t in branch.against[:-1]):
                    self._give_up(branch, heard.day, disputed=True)

    def _detail(self, heard: Heard, kind: ChangeKind) -> bool:
        """A first bound of what has just been put on hold is a detail of that hold, not a change of its own."""
        current = self.current
        return (
            current is not None
            and kind is ChangeKind.FIRMED
            and heard.position.status is Status.ON_HOLD
            and heard.day - current.on <= BRIEF
        )

    def _enrich(self, current: Draft, heard: Heard) -> None:
        """A better date of what is on hold or done is taken into that change when it comes soon."""
        if heard.position.status in (Status.PLANNED, Status.CANCELLED) or heard.day - current.on > BRIEF:
            return
        as_good = rank(heard.testimony) <= min((rank(t) for t in current.carriers), default=0)
        if finer(current.after, heard.position) and (as_good or heard.testimony.tier is not Tier.OTHER):
            current.after = heard.position
            current.carriers.append(heard.testimony)  # it is the proof of the date

    # --- quiet -------------------------------------------------------------------------------------------------------

    def _quiet(self, heard: Heard, kind: ChangeKind) -> bool:
        """True when a differing claim is no news; who of weight says it is listed as disagreeing."""
        current = self.current
        if oldnews.gone_by(heard):
            return True
        if current is None:
            return False
        if kind is ChangeKind.ON_HOLD and oldnews.known_delay(heard, self.chain):
            current.also.append(heard.testimony)
            return True
        official = oldnews.agency_move(self.chain, heard) if heard.testimony.tier is Tier.DATABASE else None
        if official is not None and oldnews.gainsays(heard, kind, official):
            if current.after.status is Status.PLANNED:
                self.disputing.append(heard)
            current.dispute(heard.testimony)
            return True
        return oldnews.told_before(heard.position, self.formers) and self._lags(heard, current)

    def _lags(self, heard: Heard, current: Draft) -> bool:
        """A position that was left is told again. True: nothing more to do; False: it moves back like any other news."""
        if oldnews.tells_what_it_leaves(heard, self.base):
            return False
        said = heard.testimony
        if any((t.item, t.revision) == (said.item, said.revision) for t in current.carriers):
            return True  # the same item tells where it moves from
        firm = current.by_user or current.led_by(*AUTHORITIES)
        if not heard.authority:
            return firm
        if firm and not oldnews.changed_its_word(heard, self.words.get(heard.outlet), self.base):
            current.dispute(heard.testimony)
            return True
        back = current.before is not None and restates(current.before, heard.position)
        if back and heard.day - current.on <= BRIEF and not current.by_user:
            self._return(heard, current)
            return True
        return False

    def _return(self, heard: Heard, current: Draft) -> None:
        """There and back within three days: one disputed entry, and the position is what it was."""
        current.against.append(heard.testimony)
        current.disputed = True
        current.returned_on = heard.day
        current.why.append("returned")
        self.chain.pop()
        self.lefts.append(left(current.after, heard.day, [heard.testimony]))

    # --- the gate ----------------------------------------------------------------------------------------------------

    def _passes(self, heard: Heard, tracks: Mapping[str, Track], steps: Sequence[str]) -> bool:
        """False when the gate keeps it aside for good; what a second voice can free goes on as a hidden report."""
        testimony = heard.testimony
        why = gate.reason(testimony.claim, self.base, heard.day, authority=heard.authority, baseline=testimony.baseline)
        if why is None and self.milestone in steps:
            earlier = [tracks[m] for m in steps[: steps.index(self.milestone)] if m in tracks]
            why = gate.out_of_order(testimony.claim, heard.day, [grounds(t.base, t.lefts, heard) for t in earlier])
        if why is None and any(
            r.status is heard.position.status and r.window is not None and not self._old_news(r) for r in heard.rivals
        ):
            why = gate.TWO_DATES
        if why is None:
            return True
        self.held[testimony.id] = Held(testimony.id, self.mission.id, self.milestone, why, heard.day)
        self.said[testimony.id] = heard.position
        return why in gate.TAKES_TWO

    def _old_news(self, said: Position) -> bool:
        """True when this is the known plan or one that was left: an item tells it to say what changes."""
        known = [self.base, *self.formers] if self.base else self.formers
        return any(compatible(p, said) for p in known)

    # --- moving ------------------------------------------------------------------------------------------------------

    def _propose(self, heard: Heard, kind: ChangeKind, *, by_user: bool = False) -> None:
        """Carry a living report, or open one; confirm it when it is proved."""
        self._withdraw(heard)
        answer = None
        if heard.testimony.id not in self.held:
            answer = reports.answer(heard, self.words.values(), self.current)
        given_up = reports.answered(self.drafts, heard) if answer else None
        if given_up is not None and not by_user:
            given_up.carriers.append(heard.testimony)
            return
        branch = self._branch_for(heard, kind)
        if branch is None:
            return
        self._carry(branch, heard)
        branch.by_user = branch.by_user or by_user or branch.id in self.rulings.accepted
        sure = answer is None and branch.proved() and not oldnews.press_gainsays(heard, kind, branch, self.current)
        if branch.by_user or sure:
            self._confirm(branch, heard.day)
            if kind_of(self.base, heard.position) is ChangeKind.FIRMED:
                self._propose(heard, ChangeKind.FIRMED)  # its own better date, still one outlet's
        elif answer is not None:
            self._answer(branch, answer)

    def _answer(self, branch: Draft, answer: Heard) -> None:
        """A report that an agency answered later the same day stays in the history, given up."""
        branch.before = self.lefts[-1].position if self.lefts[-1].day == answer.day else self.base
        branch.kind = kind_of(branch.before, branch.after) or branch.kind
        branch.against.append(answer.testimony)
        self._give_up(branch, answer.day, disputed=True)

    def _branch_for(self, heard: Heard, kind: ChangeKind) -> Draft | None:
        """The report this testimony carries, opened if need be; None where the user's "not true" stands."""
        branch = reports.supported(self.branches, heard)
        if branch is not None and branch.hidden != "rejected" and reports.takes_its_date(heard, branch):
            branch = self._redated(branch, heard)
        if branch is not None and branch.hidden != "rejected":
            return branch
        if branch is None:
            branch = self._open(heard.position, kind, heard.day)
        if branch.hidden == "rejected":
            if not self._fresh(heard, branch):
                branch.carriers.append(heard.testimony)
                return None
            self._drop(branch)  # raised again with new weight: the "not true" was said of something else
            branch = self._open(heard.position, kind, heard.day)
        reports.gather(branch, self.branches)
        return branch

    def _carry(self, branch: Draft, heard: Heard) -> None:
        testimony = heard.testimony
        if branch.crowd and branch.carriers and testimony.tier is not Tier.OTHER:
            self._count_from(branch, heard.day)
        branch.carriers.append(testimony)
        if testimony.id not in self.held:  # a clean voice frees what the gate held
            if branch.hidden:
                self._count_from(branch, heard.day)
            branch.hidden, branch.needs_two = "", False
        elif len(branch.carriers) == 1 or branch.hidden:
            branch.hidden, branch.needs_two = self.held[testimony.id].reason, True
            branch.needs_official = branch.hidden in gate.TAKES_OFFICIAL

    def _count_from(self, branch: Draft, day: date) -> None:
        """What only the crowd had said, or the gate held, counts from the voice that lets it through."""
        branch.on = day
        for drafts in (self.branches, self.drafts):
            drafts[:] = [*(d for d in drafts if d is not branch), branch]

    def _withdraw(self, heard: Heard) -> None:
        """An outlet's new word replaces its earlier one: it no longer carries reports that say otherwise."""
        for branch in list(self.branches):
            if compatible(branch.after, heard.position):
                continue
            kept = [t for t in branch.carriers if t.outlet != heard.testimony.outlet]
            if not kept and not branch.hidden:
                branch.against.append(heard.testimony)
                self._give_up(branch, heard.day, disputed=True)
            elif kept:
                branch.carriers = kept

    def _redated(self, branch: Draft, heard: Heard) -> Draft | None:
        """The report with an agency's or database's own date. It keeps its id, unless that date was heard (and perhaps told)
        first and the report is an older article that came late: then it is what it was without that article. None where
        the user has said "not true" to it.
        """
        after = heard.position
        first = all(heard.testimony.heard_at < t.heard_at for t in branch.carriers)
        if first and self.ids.plain(after, self.base) != self.ids.plain(branch.after, self.base):
            if self.ids.following(after, self.base) in self.rulings.rejected:
                return None
            branch.id = self.ids.take(after, self.base)
        branch.after = after
        return branch

    def _open(self, after: Position, kind: ChangeKind, day: date) -> Draft:
        ident = self.ids.take(after, self.base)
        draft = Draft(ident, self.base, after, kind, day)
        if ident in self.rulings.rejected:
            draft.hidden = "rejected"
        self.branches.append(draft)
        self.drafts.append(draft)
        return draft

    def _fresh(self, heard: Heard, branch: Draft) -> bool:
        """After "not true", only an agency or database that speaks later, and had not said it before, raises it again."""
        decision = self.rulings.rejected.get(branch.id)
        if decision is None or not heard.authority or any(t.outlet == heard.outlet for t in branch.carriers):
            return False
        return heard.testimony.heard_at > decision.at and heard.day >= decision.at.date()

    def _confirm(self, draft: Draft, day: date) -> None:
        base = self.base
        kind = kind_of(base, draft.after)
        if draft.kind is not ChangeKind.CORRECTED and kind is not None:
            draft.kind = kind
        if oldnews.restores(self.current, draft):
            draft.kind = ChangeKind.CORRECTED
        draft.before = base
        if draft.hidden:
            self._count_from(draft, day)
        draft.hidden = ""
        draft.against = [t for t in draft.against if t.tier in AUTHORITIES]
        draft.disputed = False
        draft.confirmed_on = day
        draft.baseline = bool(draft.carriers) and all(t.baseline for t in draft.carriers)
        self.lefts.append(left(base, day, draft.carriers))
        if self.current is not None and compatible(self.current.after, draft.after):
            for testimony in draft.carriers:
                self.current.reconcile(testimony)
        self.chain.append(draft)
        self.branches = [b for b in self.branches if b is not draft]
        for testimony in draft.carriers:
            self.held.pop(testimony.id, None)
        for branch in list(self.branches):
            self._overtake(branch, draft, day)
        draft.behind = reports.behind(draft, self.words, day)

    def _overtake(self, branch: Draft, by: Draft, day: date) -> None:
        """What becomes of a report when the confirmed position moves."""
        if branch.hidden:
            return
        official = by.led_by(*AUTHORITIES) or by.by_user
        kind = kind_of(by.after, branch.after, NO_SLACK if official else DAY_EITHER_WAY)
        graver = by.after.status is Status.PLANNED and branch.after.status in _GRAVE
        if kind is ChangeKind.FIRMED:
            branch.before, branch.kind = by.after, kind
        elif kind is None or compatible(by.after, branch.after):
            by.also.extend(branch.carriers)
            if day - branch.on <= BRIEF:
                self._drop(branch)
            else:
                self._give_up(branch, day, disputed=False, why="overtaken")
        elif graver and not official and day - max(t.day for t in branch.carriers) <= BRIEF:
            branch.before, branch.kind = by.after, kind  # the press is still of two minds
        else:
            self._give_up(branch, day, disputed=False, why="overtaken")

    def _give_up(self, branch: Draft, day: date, *, disputed: bool, why: str = "") -> None:
        branch.returned_on = day
        branch.disputed = disputed
        branch.why += [why, "returned"] if why else ["returned"]
        self.branches = [b for b in self.branches if b is not branch]

    def _drop(self, branch: Draft) -> None:
        self.branches = [b for b in self.branches if b is not branch]
        self.drafts = [d for d in self.drafts if d is not branch]
