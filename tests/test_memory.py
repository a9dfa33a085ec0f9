"""What is free goes back to the system; what only waits keeps little."""

from __future__ import annotations

import ctypes
import mmap
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.desktop import memory
from tracker.store import Store
from tracker.store.database import open_for_reading

ROOT = Path(__file__).parent.parent


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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="proc_pid_smaps(5)")
def test_program_files_that_nobody_writes_to_go_and_come_back() -> None:
    done = subprocess.run(
        [sys.executable, "-c", GOING], capture_output=True, text=True, timeout=60, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    before, after = map(int, done.stdout.split())
    assert after < before / 2


GOING = """
import sqlite3, ssl, xml.etree.ElementTree
from pathlib import Path
from tracker.desktop import memory

def of_files():
    return next(int(line.split()[1]) for line in Path("/proc/self/status").read_text().splitlines() if "RssFile" in line)

before = of_files()
memory.give_back()
print(before, of_files())
assert sqlite3.connect(":memory:").execute("select 1").fetchone() == (1,)
assert xml.etree.ElementTree.fromstring("<a>b</a>").text == "b"
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="proc_pid_smaps(5)")
def test_what_was_written_into_a_mapped_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "mapped"
    path.write_bytes(b"-" * mmap.PAGESIZE)
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0, flags=mmap.MAP_PRIVATE) as mapped:
        mapped[:4] = b"mine"
        held = ctypes.c_char.from_buffer(mapped)
        address = ctypes.addressof(held)
        library = ctypes.CDLL(None)
        assert library.mprotect(ctypes.c_void_p(address), ctypes.c_size_t(mmap.PAGESIZE), mmap.PROT_READ) == 0
        memory.give_back()
        assert mapped[:5] == b"mine-"
        del held


SMAPS = """\
7f0000000000-7f0000003000 {perms} 00000000 fe:00 {inode}                     /usr/lib/libQt6Gui.so.6
Size:                 12 kB
Rss:                  {rss} kB
Shared_Dirty:          0 kB
Private_Dirty:         0 kB
Anonymous:             {anonymous} kB
Swap:                  {swap} kB
Locked:                0 kB
THPeligible:           0
VmFlags: rd mr mw me
7f0000004000-7f0000005000 rw-p 00000000 00:00 0
Size:                  4 kB
Rss:                   4 kB
Shared_Dirty:          0 kB
Private_Dirty:         0 kB
Anonymous:             0 kB
Swap:                  0 kB
Locked:                0 kB
VmFlags: rd wr mr mw me ac
"""
CLEAN = {"perms": "r-xp", "inode": 7, "rss": 12, "anonymous": 0, "swap": 0}


@pytest.mark.parametrize(
    ("differs", "goes"),
    [
        ({}, True), ({"perms": "r--p"}, True), ({"perms": "rw-p"}, False), ({"perms": "r--s"}, False),
        ({"inode": 0}, False), ({"rss": 0}, False), ({"anonymous": 4}, False), ({"swap": 4}, False),
    ],
)  # fmt: skip
def test_only_what_is_as_in_the_file_goes(differs: dict[str, object], goes: bool) -> None:
    found = list(memory.unwritten(SMAPS.format(**{**CLEAN, **differs})))
    assert found == ([(0x7F0000000000, 0x3000)] if goes else [])


def test_a_kernel_that_does_not_say_what_was_written_keeps_everything() -> None:
    text = SMAPS.format(**CLEAN)
    for word in ("Anonymous", "Swap", "Private_Dirty"):
        assert not list(memory.unwritten("\n".join(line for line in text.splitlines() if not line.startswith(word))))
