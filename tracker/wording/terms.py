"""The words for milestones, states, standings, tiers and kinds of change; which language speaks."""

from __future__ import annotations

from typing import Final

from tracker.model import ChangeKind, Standing, Status, Tier

_WORDS: Final[dict[str, dict[str, str]]] = {
    "en": {
        "delivery": "delivery", "rollout": "rollout", "launch": "launch", "lunar-orbit": "lunar orbit",
        "docking": "docking", "landing": "landing", "surface-ops": "surface work",
        "sample-collection": "sample collection", "ascent": "ascent", "return": "return",
        Status.PLANNED: "planned", Status.ON_HOLD: "on hold", Status.ACHIEVED: "achieved", Status.FAILED: "failed",
        Status.CANCELLED: "cancelled",
        "standing:reported": "Reported", "standing:confirmed": "Confirmed", "standing:disputed": "Disputed",
        "standing:overridden": "Your word",
        "tier:agency": "agency", "tier:database": "database", "tier:state-media": "state media",
        "tier:trade-press": "trade press", "tier:press": "press", "tier:other": "other",
        "no date": "no date",
    },
    "zh": {
        "delivery": "运抵", "rollout": "转运", "launch": "发射", "lunar-orbit": "进入环月轨道", "docking": "对接",
        "landing": "着陆", "surface-ops": "月面工作", "sample-collection": "采样", "ascent": "月面起飞", "return": "返回",
        Status.PLANNED: "计划中", Status.ON_HOLD: "暂停", Status.ACHIEVED: "已完成", Status.FAILED: "失败",
        Status.CANCELLED: "取消",
        "standing:reported": "有报道", "standing:confirmed": "已证实", "standing:disputed": "有争议",
        "standing:overridden": "您的判断",
        "tier:agency": "航天机构", "tier:database": "数据库", "tier:state-media": "官方媒体",
        "tier:trade-press": "专业媒体", "tier:press": "媒体", "tier:other": "其他",
        "no date": "日期未定",
    },
}  # fmt: skip

_KINDS: Final[dict[str, dict[ChangeKind, str]]] = {
    "en": {
        ChangeKind.NEW: "new", ChangeKind.SLIPPED: "slips", ChangeKind.ADVANCED: "moves forward",
        ChangeKind.FIRMED: "firms up", ChangeKind.ON_HOLD: "on hold", ChangeKind.RESUMED: "resumes",
        ChangeKind.ACHIEVED: "achieved", ChangeKind.FAILED: "failed", ChangeKind.CANCELLED: "cancelled",
        ChangeKind.REINSTATED: "back in the plan", ChangeKind.CORRECTED: "corrected",
        ChangeKind.MOVED_TO_MISSION: "moves to another mission",
    },
    "zh": {
        ChangeKind.NEW: "新增", ChangeKind.SLIPPED: "推迟", ChangeKind.ADVANCED: "提前", ChangeKind.FIRMED: "日期更明确",
        ChangeKind.ON_HOLD: "暂停", ChangeKind.RESUMED: "恢复", ChangeKind.ACHIEVED: "完成", ChangeKind.FAILED: "失败",
        ChangeKind.CANCELLED: "取消", ChangeKind.REINSTATED: "重新列入计划", ChangeKind.CORRECTED: "更正",
        ChangeKind.MOVED_TO_MISSION: "改由另一任务执行",
    },
}  # fmt: skip


def pick(language: str) -> str:
    """ "zh" for any Chinese, else "en": other languages fall back to English."""
    return "zh" if language.lower().startswith("zh") else "en"


def milestone(ident: str, language: str = "en") -> str:
    """A milestone's name: "lunar-orbit" -> "lunar orbit", "进入环月轨道"."""
    return _WORDS[pick(language)].get(ident, ident)


def no_date(language: str = "en") -> str:
    """What stands where no date is known."""
    return _WORDS[pick(language)]["no date"]


def status(value: Status, language: str = "en") -> str:
    """A status: "on hold", "暂停"."""
    return _WORDS[pick(language)][value]


def standing(value: Standing, language: str = "en") -> str:
    """How sure a position is: "Confirmed", "已证实"."""
    return _WORDS[pick(language)][f"standing:{value.value}"]


def tier(value: Tier, language: str = "en") -> str:
    """A source's tier: "trade press", "专业媒体"."""
    return _WORDS[pick(language)][f"tier:{value.value}"]


def kind(value: ChangeKind, language: str = "en") -> str:
    """The verb of a headline: "slips", "推迟"."""
    return _KINDS[pick(language)][value]
