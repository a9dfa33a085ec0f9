"""Qt without a screen for the tests in this process; the real desktop is given to processes of their own (desk.py)."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
