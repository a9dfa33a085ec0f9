"""What the ledger and the gate decided, in words a person understands."""

from __future__ import annotations

from typing import Final

from tracker.model import Confidence, Modality, Testimony
from tracker.wording.terms import pick

_REASONS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "before-earlier-step": "It would lie before an earlier step of the same mission.",
        "far-move": "It would move the date by more than two years, and only one outlet says so.",
        "achieved-in-future": "It is told as done, on a day that has not come.",
        "achieved-long-ago": "It is told as done more than a week before, and was not heard of then.",
        "achieved-early": "It is told as done long before its planned date, and only one outlet says so.",
        "weak-reading": "The reader is not sure that the words mean this.",
        "away-from-achieved": "It would undo what is known as achieved.",
        "achieved-again": "It is told as done once more, more than a week after it was done.",
        "against-cancelled": "It plans what was cancelled; that takes an agency or database and a second voice.",
        "achieved-undated": "It is told as done without a day, and nothing says that it was due.",
        "items-own-day": "A far plan would suddenly fall on the day of the article, and only one outlet says so.",
        "two-dates": "The article gives dates that exclude each other.",
        "unknown-milestone": "The mission has no such milestone.",
    },
    "zh": {
        "before-earlier-step": "这将早于同一任务的前一步骤。",
        "far-move": "日期变动超过两年，且仅有一家媒体报道。",
        "achieved-in-future": "称已完成，但日期尚未到来。",
        "achieved-long-ago": "称一周多以前已完成，但当时未见消息。",
        "achieved-early": "称已完成，但远早于计划日期，且仅有一家媒体报道。",
        "weak-reading": "不能确定原文是否此意。",
        "away-from-achieved": "这将推翻已知的完成状态。",
        "achieved-again": "称再次完成，距首次完成已超过一周。",
        "against-cancelled": "该里程碑已取消；恢复须有航天机构或数据库及另一来源。",
        "achieved-undated": "称已完成但未说明日期，且并无迹象表明已到期。",
        "items-own-day": "远期计划忽然落在文章当日，且仅有一家媒体报道。",
        "two-dates": "文章给出互相矛盾的日期。",
        "unknown-milestone": "该任务没有这一里程碑。",
    },
}

_FATES: Final[dict[str, dict[str, str]]] = {
    "en": {
        "accepted": "moved the plan", "repeat": "says what is known already", "against": "disagrees with what is believed",
        "speculative": "a possibility, not a plan", "superseded": "history: a date that no longer holds",
        "weak": "not read with certainty", "kept": "adds nothing to what is known",
    },
    "zh": {
        "accepted": "改变了计划", "repeat": "重复已知内容", "against": "与现有认定不符", "speculative": "只是可能，不是计划",
        "superseded": "历史：已不再有效的日期", "weak": "解读不确定", "kept": "未增加新的内容",
    },
}  # fmt: skip


def reason(ident: str, language: str = "en") -> str:
    """Why a testimony waits in Review, in one sentence; an id without words is shown as it is."""
    return _REASONS[pick(language)].get(ident, ident)


def fate(testimony: Testimony, verdict: str, language: str = "en") -> str:
    """What became of a claim, in words: `verdict` is "accepted", "repeat", "against" or "kept"."""
    words, claim = _FATES[pick(language)], testimony.claim
    if verdict != "kept":
        return words[verdict]
    if claim.modality is not Modality.ASSERTED:
        return words[claim.modality.value]
    return words["weak"] if claim.confidence is Confidence.WEAK else words["kept"]


def rejected(language: str = "en") -> str:
    """The fate of a claim that the user does not believe."""
    return "您已否决" if pick(language) == "zh" else "you said it is not true"
