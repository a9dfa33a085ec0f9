"""Positions and changes in words: what stands, what moved, and how a notification says it."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracker.model import Change, ChangeKind, MilestoneState, Mission, Position, Standing, Status
from tracker.wording.dates import MONTHS, window
from tracker.wording.terms import kind, milestone, pick, status

_PLANNED: Final = {"en": "planned", "zh": "列入计划"}  # a headline's word for what is new
_NUMBERS: Final = dict(enumerate(("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")))
_OVERTAKEN: Final[dict[str, dict[str, str]]] = {
    "en": {
        "on-hold": "no new date since its {step} was put on hold", "cancelled": "its {step} is cancelled",
        "failed": "its {step} has failed", "moved": "no new date since its {step} moved to {when}",
        "report": "its {step} is reported for {when} now", "odd": "does not fit its {step}: {when}",
    },
    "zh": {
        "on-hold": "其{step}暂停后，未见新日期", "cancelled": "其{step}已取消", "failed": "其{step}已失败",
        "moved": "其{step}改为{when}后，未见新日期", "report": "有报道称其{step}改为{when}", "odd": "与其{step}（{when}）不符",
    },
}  # fmt: skip


def position(value: Position | None, language: str = "en") -> str:
    """A position as people say it: its window while planned, else its status with the day: "achieved 2 Jun 2024"."""
    if value is None:
        return ""
    language = pick(language)
    if value.status is Status.PLANNED:
        return window(value.window, language)
    word = status(value.status, language)
    if value.window is None:
        return word
    if value.status is Status.ON_HOLD:
        return f"{word}，{window(value.window, language)}" if language == "zh" else f"{word}, {window(value.window)}"
    return f"{window(value.window, language)}{word}" if language == "zh" else f"{word} {window(value.window, language)}"


def overtaken(state: MilestoneState, language: str = "en") -> str:
    """Why a date may not hold: "no new date since its launch moved to 2027"; empty where nothing speaks against it."""
    step = state.overtaken_by
    if step is None:
        return ""
    language = pick(language)
    words, what = _OVERTAKEN[language], milestone(step.milestone, language)
    if step.position.status is not Status.PLANNED:
        return words[step.position.status.value].format(step=what)
    how = "odd" if step.since < state.since else "report" if step.standing is Standing.REPORTED else "moved"
    return words[how].format(step=what, when=window(step.position.window, language))


def milestone_of(mission: Mission, ident: str, language: str = "en") -> str:
    """A mission's milestone in one breath: "Artemis III launch"; "China's crewed landing", not "... landing landing"."""
    name, what = mission.name(language), milestone(ident, language)
    if name.lower().endswith(f" {what.lower()}"):
        return name
    return f"{name}{what}" if pick(language) == "zh" else f"{name} {what}"


def headline(change: Change, mission: Mission, language: str = "en") -> str:
    """The title of a notification: "Artemis III launch slips", "阿尔忒弥斯3号发射推迟"."""
    language = pick(language)
    joint = "" if language == "zh" else " "
    verb = _PLANNED[language] if change.kind is ChangeKind.NEW else kind(change.kind, language)
    return joint.join((milestone_of(mission, change.milestone, language), verb))


def move(change: Change, language: str = "en", *, headed: bool = False) -> str:
    """Old and new in one line: "2026 → mid-2027"; only the new one where there was none.

    `headed`: it stands under the change's headline, which says already that it is achieved or has failed.
    """
    said = headed and change.kind in (ChangeKind.ACHIEVED, ChangeKind.FAILED) and change.after.window is not None
    after = window(change.after.window, language) if said else position(change.after, language)
    before = position(change.before, language) if change.before else ""
    return f"{before} → {after}" if before and before != after else after


def digest_title(count: int, since: date | None = None, language: str = "en") -> str:
    """The title of a digest: "Since the report of June 2024: six changes", "4 changes"."""
    if pick(language) == "zh":
        return f"自{since.year}年{since.month}月报道以来：{count}项变更" if since else f"{count}项变更"
    changes = "one change" if count == 1 else f"{_NUMBERS.get(count, count)} changes"
    if since is None:
        return changes[0].upper() + changes[1:]
    return f"Since the report of {MONTHS[since.month - 1]} {since.year}: {changes}"


def and_more(count: int, language: str = "en") -> str:
    """The last line of a digest that shows only the newest."""
    return f"另有{count}项" if pick(language) == "zh" else f"and {count} more"


def now_with(mission: Mission, language: str = "en") -> str:
    """Where a milestone went: "now with Artemis IV"."""
    return f"改由{mission.name(language)}执行" if pick(language) == "zh" else f"now with {mission.name(language)}"
