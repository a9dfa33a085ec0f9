"""What holds for all tests: no screen unless a test starts one, no proxy of this machine, no failure for slowness."""

from __future__ import annotations

import os
from itertools import product

from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for first, second in product(
    ("http", "https", "all", "no"), (str.lower, str.upper)
):  # this machine's proxy is no test's
    os.environ.pop(second(f"{first}_proxy"), None)
settings.register_profile("shared-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared-machine")
