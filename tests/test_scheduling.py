"""What APScheduler is brought in with, and that it does its work so."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from tracker import scheduling

HEAVY = ("asyncio", "multiprocessing", "concurrent.futures.process", "importlib.metadata", "ssl")


def test_the_scheduler_comes_without_what_other_programs_need() -> None:
    code = (
        "import sys; from tracker import scheduling; scheduling.every(60, print, name='poll');"
        f"print([name for name in {HEAVY!r} if name in sys.modules], 'apscheduler' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[] True"


def test_others_get_what_they_import() -> None:
    code = (
        "from tracker import scheduling; scheduling.every(60, print, name='poll');"
        "import asyncio, multiprocessing, importlib.metadata;"
        "print(asyncio.iscoroutinefunction(print), multiprocessing.cpu_count() > 0, importlib.metadata.version('APScheduler')[0])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False True 3"


def test_it_works_again_and_again_and_outlives_a_failure(caplog: pytest.LogCaptureFixture) -> None:
    came: list[int] = []
    thrice = threading.Event()

    def work() -> None:
        came.append(threading.get_ident())
        if len(came) == 3:
            thrice.set()
        raise ValueError("this once")

    scheduler = scheduling.every(0.02, work, name="poll")
    scheduler.start()
    try:
        assert thrice.wait(10)
    finally:
        scheduler.shutdown(wait=True)
    assert "this once" in caplog.text
    assert set(came) == {came[0]}, "one thread does it all"
