"""Brings APScheduler in without what it loads for schedules that this program has not: asyncio for jobs that are coroutines,
multiprocessing for jobs in other processes, the list of everything installed for plug-ins (together 6 MB of memory, for as
long as the app runs).

Only what APScheduler's own modules ask for is answered otherwise, and only while they are imported; where another version
asks in another way, everything is as without this file.
"""

from __future__ import annotations

import builtins
import inspect
import sys
from datetime import UTC, datetime
from threading import Lock
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_WITHOUT = {
    ("apscheduler", "importlib.metadata"): SimpleNamespace(
        metadata=SimpleNamespace(version=lambda _: "3", PackageNotFoundError=LookupError)
    ),
    ("apscheduler.util", "asyncio"): SimpleNamespace(iscoroutinefunction=inspect.iscoroutinefunction),
    ("apscheduler.schedulers.base", "importlib.metadata"): SimpleNamespace(entry_points=lambda **_: ()),
    ("apscheduler.executors.pool", "multiprocessing"): SimpleNamespace(),
    ("apscheduler.executors.pool", "concurrent.futures.process"): SimpleNamespace(BrokenProcessPool=RuntimeError),
}
"""Who asks, what for, and what is handed out."""

_importing = Lock()


def every(seconds: float, work: Callable[[], None], *, name: str) -> Any:
    """A BackgroundScheduler, not yet started, with one job, `name`: a piece of work to be done at once and then every so
    many seconds, in one thread. A time that comes while it is being done is dropped."""
    _bring_in()
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.schedulers.background import BackgroundScheduler
    from apscheduler.triggers.interval import IntervalTrigger

    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )
    trigger = IntervalTrigger(seconds=seconds, timezone=UTC)
    scheduler.add_job(work, trigger, id=name, next_run_time=datetime.now(UTC))
    return scheduler


def _bring_in() -> None:
    """Import the scheduler, once. Other threads import what they like meanwhile."""
    with _importing:
        if "apscheduler.schedulers.background" in sys.modules:
            return
        real = builtins.__import__

        def importing(name: str, *given: Any, **named: Any) -> Any:  # given: globals, locals, what to import, level
            asker = given[0].get("__name__") if given and given[0] else ""
            return _WITHOUT.get((asker, name)) or real(name, *given, **named)

        builtins.__import__ = importing
        try:
            import apscheduler.schedulers.background  # noqa: F401
        finally:
            builtins.__import__ = real
