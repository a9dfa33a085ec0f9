"""Windows, moves and reasons in words, in English and Chinese: pure text for every place that speaks, the notifications,
the window, the command line. Other languages fall back to English.
"""

from __future__ import annotations

from tracker.wording.dates import calendar_day, span, window
from tracker.wording.lengths import countdown, duration, slips
from tracker.wording.moves import and_more, digest_title, headline, milestone_of, move, now_with, overtaken, position
from tracker.wording.reasons import fate, reason, rejected
from tracker.wording.terms import kind, milestone, standing, status, tier

__all__ = [
    "and_more",
    "calendar_day",
    "countdown",
    "digest_title",
    "duration",
    "fate",
    "headline",
    "kind",
    "milestone",
    "milestone_of",
    "move",
    "now_with",
    "overtaken",
    "position",
    "reason",
    "rejected",
    "slips",
    "span",
    "standing",
    "status",
    "tier",
    "window",
]
