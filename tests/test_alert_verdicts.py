"""Every alert over the labelled news has been looked at by a person, and none is false."""

from __future__ import annotations

import pytest

from tests.write_alert_verdicts import SETS, alerts, verdicts


def test_every_listed_verdict_is_true() -> None:
    assert verdicts()
    assert [alert for alert, word in verdicts().items() if not word.startswith("true: ")] == []


@pytest.mark.skipif(not SETS.exists(), reason="the labelled news of ../shared/reading is not here")
def test_no_alert_is_told_that_nobody_has_judged() -> None:
    known = verdicts()
    assert [alert for alert in alerts() if alert not in known] == []
