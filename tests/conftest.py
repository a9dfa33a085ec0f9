"""One setting for all tests: a shared machine may be slow, and a slow example is no failure."""

from __future__ import annotations

import os
from itertools import product

from hypothesis import HealthCheck, settings

for first, second in product(
    ("http", "https", "all", "no"), (str.lower, str.upper)
):  # this machine's proxy is no test's
    os.environ.pop(second(f"{first}_proxy"), None)
settings.register_profile("shared-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("shared-machine")
