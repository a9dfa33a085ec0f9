"""What is free goes back to the system; what only waits keeps little."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tracker.desktop import memory
from tracker.store import Store
from tracker.store.database import open_for_reading


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own ways")
def test_what_is_free_between_things_kept_goes_back_to_the_system() -> None:
    blocks = [bytes(4000) for _ in range(10_000)]  # 40 MB
    kept, full = blocks[::1000], resident()
    del blocks
    memory.give_back()
    assert resident() < full - 20_000
    assert len(kept) == 10


def test_a_reader_keeps_few_pages(tmp_path: Path) -> None:
    path = tmp_path / "tracker.db"
    Store(path).close()
    connection = open_for_reading(path)
    try:
        (pages,) = connection.execute("PRAGMA cache_size").fetchone()
    finally:
        connection.close()
    assert -512 <= pages < 0, "KiB, as a negative number"


def resident() -> int:
    """KiB of this process in memory now."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
