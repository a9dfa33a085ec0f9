"""A hundred thousand stored items, put there by the real store: what a person has after some years. Made once a run.

The words are made up, as common and as rare as words are (Zipf), so that a search has as much to go through as in real
news; one item in five is Chinese, one in fifty names a mission.
"""

from __future__ import annotations

import itertools
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from measuring import ROOT
from registry import Bench

sys.path.insert(0, str(ROOT))

from tests.making import change, claim, item, testimony
from tracker import house
from tracker.model import ChangeKind, History, Item, SourceState
from tracker.store import Store, Visit

ITEMS, BATCH, CHANGES = 100_000, 5_000, 30
_NOW = datetime.now(UTC)
_SOURCE = "bench-quiet"
_SOURCES_FILE = f"""only = true
[[source]]
id = "{_SOURCE}"
name = "Bench"
url = "http://127.0.0.1:9/feed.xml"
tier = "press"
interval_minutes = 1440
"""
"""One source, visited just now and not due for a day: the program has nothing to do."""

_NAMED = ("Chang'e 7", "Artemis III", "Chang'e 8", "Artemis II")
_SYLLABLES = [
    "ba",
    "co",
    "da",
    "el",
    "fi",
    "gra",
    "hu",
    "in",
    "jo",
    "ka",
    "lun",
    "mar",
    "nor",
    "on",
    "pla",
    "qua",
    "ro",
    "sta",
    "ter",
    "und",
    "ver",
    "wa",
    "xi",
    "yo",
    "zu",
    "ar",
    "ing",
    "tion",
    "es",
    "re",
]
_HAN = "月球探测器发射计划中国航天局着陆任务火箭南极轨道卫星国家研究将于年进行首次成功返回样本科学家表示今天新闻"


def words(count: int = 20_000) -> list[str]:
    """Made-up words, short ones first, the same in every run."""
    rng = random.Random(6)
    made = {"".join(rng.choices(_SYLLABLES, k=rng.choice((1, 2, 2, 3, 3, 4)))) for _ in range(count * 2)}
    return sorted(made, key=lambda w: (len(w), w))[:count]


def _sentences(count: int = 6_000) -> tuple[list[str], list[str]]:
    """Latin and Chinese ones."""
    rng, known = random.Random(7), words()
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(known))))
    latin = [" ".join(rng.choices(known, cum_weights=weights, k=14)).capitalize() + "." for _ in range(count)]
    han = ["".join(rng.choices(_HAN, k=24)) + "。" for _ in range(count // 4)]
    return latin, han


def articles(count: int = ITEMS) -> Iterator[Item]:
    """Items of the last four years, oldest first."""
    rng = random.Random(8)
    latin, han = _sentences()
    step = timedelta(days=4 * 365) / count
    for number in range(count):
        pool = han if number % 5 == 4 else latin
        said = [rng.choice(pool) for _ in range(13)]
        if number % 50 == 7:
            said.insert(1, f"{_NAMED[number // 50 % len(_NAMED)]} will launch in 2027.")
        yield item(
            str(number), title=said[0][:90], text=" ".join(said[1:]), source=f"bench-{number % 50}", outlet="Bench",
            published_at=_NOW - timedelta(days=4 * 365) + number * step, url=f"https://bench.example/{number}",
            language="zh" if pool is han else "en",
        )  # fmt: skip


def _fill(folder: Path, count: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.toml").write_text(_SOURCES_FILE, encoding="utf-8")
    home = house.home(folder, now=lambda: _NOW)
    house.prepare(home)
    stream = articles(count)
    with Store(home.paths.database) as store:
        while batch := tuple(itertools.islice(stream, BATCH)):
            spoken = tuple(
                testimony(f"t-{one.id}", claim("artemis-3", "launch", "2027", quote="2027", start=0), of=one)
                for one in batch
                if "will launch in 2027" in one.text
            )
            store.record(Visit(_NOW, items=tuple((one, 1, None) for one in batch), testimonies=spoken))
        store.record(
            Visit(_NOW, state=_visited(), histories=tuple(_history(m.id, m.milestones[0]) for m in home.missions))
        )
        store.set_fact("reader", house.reader_version(home))


def _visited() -> SourceState:
    return SourceState(
        _SOURCE, last_attempt_at=_NOW, last_success_at=_NOW, next_due_at=_NOW + timedelta(days=2), fetched_once=True
    )


def _history(mission: str, milestone: str) -> History:
    moves = tuple(
        change(f"{mission}-{n}", mission=mission, milestone=milestone, kind=ChangeKind.SLIPPED, before=f"{2026 + n // 12}-{n % 12 + 1:02d}",
               after=f"{2026 + (n + 1) // 12}-{(n + 1) % 12 + 1:02d}", on=(_NOW - timedelta(days=30 * (CHANGES - n))).date(),
               carried_by=(), baseline=True)
        for n in range(CHANGES)
    )  # fmt: skip
    return History(mission, moves)


@cache
def _made(count: int) -> Path:
    """The folder, gone with the run."""
    folder = tempfile.TemporaryDirectory(prefix="space-race-stock-")
    _KEPT.append(folder)
    _fill(Path(folder.name) / "stock", count)
    return Path(folder.name) / "stock"


_KEPT: list[tempfile.TemporaryDirectory[str]] = []


@contextmanager
def stocked(bench: Bench, count: int = ITEMS) -> Iterator[Path]:
    """A data folder of its own with the stock in it."""
    bench.say(f"  {count} stored items")
    with tempfile.TemporaryDirectory(prefix="space-race-bench-") as folder:
        home = Path(folder) / "home"
        shutil.copytree(_made(count), home)
        yield home
