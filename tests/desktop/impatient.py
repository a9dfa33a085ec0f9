"""The app as it is, but with short time-outs on the network: `python -m tests.desktop.impatient ...` for `-m tracker ...`.

So a test can see the end of its patience within seconds.
"""

from __future__ import annotations

import functools
import sys

from tracker import cli
from tracker.sources import fetch

if __name__ == "__main__":
    short = functools.partial(fetch.Limits, connect_seconds=2.0, read_seconds=3.0, whole_seconds=6.0)
    fetch.Limits = short  # type: ignore[misc,assignment]
    sys.exit(cli.main(sys.argv[1:]))
