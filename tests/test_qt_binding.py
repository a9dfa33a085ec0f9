"""The Qt binding we ship with must not eat Python's own objects: PySide6 6.12.0 did, on Python 3.11."""

from __future__ import annotations

import sys

from PySide6.QtGui import QImage, QPainter


def test_a_call_that_returns_nothing_costs_no_reference() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(1000):
        painter.save()
        painter.restore()
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < 100
