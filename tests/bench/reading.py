"""`make bench-reading`: the reader over the labelled sets of ../shared/reading, with everything the issue asks for.

Precision and recall per set and together (score.py's own counting), per language, status and milestone; candidate
coverage of dated claims; speed against dateparser where it is installed; import time against PySide6.QtWidgets.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared" / "reading"
SETS = ("real", "authored", "authored-en", "authored-zh")
READ = ("en", "zh")
sys.path.insert(0, str(ROOT))

from tracker import seeding  # noqa: E402
from tracker.jsonlines import item_from_line  # noqa: E402
from tracker.model import Item  # noqa: E402
from tracker.reading import Reader  # noqa: E402
from tracker.reading.walk import Walker  # noqa: E402


def score_module() -> ModuleType:
    """The scorer that lies beside the labelled sets."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SHARED / f"{name}.jsonl").read_text(encoding="utf-8").splitlines() if line]


def as_item(row: dict[str, Any]) -> Item:
    """A labelled item as the reader gets it: without its language, which the reader decides for itself."""
    return item_from_line({**row, "lang": None})


def told(reader: Reader, row: dict[str, Any]) -> list[dict[str, str]]:
    """The claims as `space-race-tracker read` writes them."""
    return [
        {"mission": c.mission, "milestone": c.milestone, "status": c.status.value, "when": c.when, "modality": c.modality.value,
         "evidence": c.evidence.quote}
        for c in reader.read(as_item(row)).claims
    ]  # fmt: skip


def figures(reader: Reader, score: ModuleType, rows: list[dict[str, Any]]) -> Counter[str]:
    """Sums over items: exact, compatible, false, fatal, direction, missed (of the read languages)."""
    sums: Counter[str] = Counter()
    for row in rows:
        result = score.match_item(row, told(reader, row))
        for name in ("exact", "compatible", "fatal", "direction"):
            sums[name] += result[name]
        sums["false"] += len(result["false"])
        sums["missed"] += len(result["missed"]) if row["lang"] in READ else 0
    return sums


def precision(sums: Counter[str]) -> float:
    right = sums["exact"] + sums["compatible"]
    return right / (right + sums["false"]) if right + sums["false"] else 1.0


def recall(sums: Counter[str]) -> float:
    right = sums["exact"] + sums["compatible"]
    return right / (right + sums["missed"]) if right + sums["missed"] else 1.0


def coverage(score: ModuleType, rows: list[dict[str, Any]]) -> tuple[int, int]:
    """(found, all) dated asserted gold claims of the read languages that stand among the candidates, decided or not."""
    walker = Walker(seeding.load().missions, None)
    found = total = 0
    for row in rows:
        if row["lang"] not in READ:
            continue
        wide = [
            (v.candidate.mission, v.candidate.milestone, w)
            for v in walker.walk(as_item(row)).verdicts
            for w in (
                [v.candidate.date.edtf, v.candidate.date.past, v.candidate.date.future] if v.candidate.date else [""]
            )
            + ([v.window.edtf] if v.window else [])
        ]
        for gold in row["claims"]:
            if gold["modality"] == "asserted" and gold["when"]:
                total += 1
                found += any(
                    (m, s) == (gold["mission"], gold["milestone"])
                    and score.best_grade(gold, row, w) in ("exact", "compatible")
                    for m, s, w in wide
                )
    return found, total


def by_kind(reader: Reader, score: ModuleType, rows: list[dict[str, Any]], key: str) -> dict[str, list[int]]:
    """Per status or milestone: [right, false, missed]."""
    table: dict[str, list[int]] = {}
    for row in rows:
        if row["lang"] not in READ:
            continue
        result = score.match_item(row, told(reader, row))
        for claim in result["missed"]:
            table.setdefault(claim[key], [0, 0, 0])[2] += 1
        for claim in result["false"]:
            table.setdefault(claim[key], [0, 0, 0])[1] += 1
        missed = Counter(json.dumps(c, sort_keys=True) for c in result["missed"])
        for claim in row["claims"]:
            if claim["modality"] != "asserted":
                continue
            text = json.dumps(claim, sort_keys=True)
            if missed[text]:
                missed[text] -= 1
            elif claim["when"] or claim["status"] != "planned":
                table.setdefault(claim[key], [0, 0, 0])[0] += 1
    return table


def line(name: str, sums: Counter[str]) -> str:
    return (
        f"{name:16}{sums['exact']:7}{sums['compatible']:7}{sums['false']:6}{sums['fatal']:6}{sums['direction']:7}"
        f"{sums['missed']:7}{precision(sums):7.3f}{recall(sums):7.3f}"
    )


def tables(reader: Reader, score: ModuleType) -> Iterator[str]:
    every = [row for name in SETS for row in labelled(name)]
    yield f"{'':16}{'exact':>7}{'compat':>7}{'false':>6}{'fatal':>6}{'direct':>7}{'missed':>7}{'prec':>7}{'recall':>7}"
    for name in SETS:
        yield line(name, figures(reader, score, labelled(name)))
    for language in READ:
        yield line(language, figures(reader, score, [row for row in every if row["lang"] == language]))
    yield line("together", figures(reader, score, every))
    found, total = coverage(score, every)
    yield f"\ncandidate coverage of dated claims: {found} of {total} = {found / total:.3f}"
    for key in ("status", "milestone"):
        yield f"\n{key:20}{'right':>7}{'false':>7}{'missed':>7}"
        for name, (right, false, missed) in sorted(by_kind(reader, score, every, key).items()):
            yield f"{name:20}{right:7}{false:7}{missed:7}"


def speed(reader: Reader) -> Iterator[str]:
    items = [as_item(row) for name in SETS for row in labelled(name)]
    mine = _seconds(lambda item: reader.read(item), items)
    yield f"\n{1000 * mine:.2f} ms of processor an item ({len(items)} items)"
    hostile = max(
        _seconds(lambda item: reader.read(item), [_megabyte(items[0], text)] * 3)
        for text in (
            "Artemis III will land in 2027, ",
            "嫦娥七号将于2026年8月发射，",
            "from Artemis III from May to 2027 ",
            "2026 ",
        )
    )
    yield f"the worst of four hostile megabytes costs {hostile / mine:.1f} times a normal item (at most 20)"
    try:
        from dateparser.search import search_dates
    except ImportError:
        yield "dateparser is not installed here: no ratio (pip install dateparser into a venv of your own, and run this with it)"
        return
    some = items[::6]
    ratios = []
    for _ in range(3):  # in turns, so that a machine that gets slower meanwhile slows both
        ours = _seconds(lambda item: reader.read(item), some * 5)
        theirs = _seconds(lambda item: search_dates(f"{item.title}\n{item.text}"), some)
        ratios.append(theirs / ours)
    ratio = sorted(ratios)[1]
    yield f"dateparser.search_dates takes {ratio:.1f} times as long on the same texts (at least 40)"


def _megabyte(item: Item, piece: str) -> Item:
    return Item(
        item.id,
        item.source,
        item.outlet,
        item.tier,
        item.url,
        None,
        item.published_on,
        None,
        "Artemis III",
        piece * (1_000_000 // len(piece)),
    )


def _seconds(read: Any, items: list[Item]) -> float:
    """Processor seconds an item, after a first round that compiles everything."""
    for item in items:
        read(item)
    start = time.process_time()
    for item in items:
        read(item)
    return (time.process_time() - start) / len(items)


CATALOGUE = (
    "import time;s=time.perf_counter();import tracker.reading;tracker.reading.Reader(());print(time.perf_counter()-s)"
)
QT = "import time;s=time.perf_counter();import PySide6.QtWidgets;print(time.perf_counter()-s)"


def imports() -> Iterator[str]:
    """Import plus catalogue against Qt's widgets, the best of five each, in fresh interpreters."""

    def best(code: str) -> float | None:
        times = []
        for _ in range(5):
            run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
            if run.returncode:
                return None
            times.append(float(run.stdout))
        return min(times)

    mine, qt = best(CATALOGUE), best(QT)
    if mine is None or qt is None:
        yield "PySide6 is not installed here: no ratio of import times"
        return
    yield f"import and catalogue: {1000 * mine:.1f} ms, {mine / qt:.3f} of PySide6.QtWidgets ({1000 * qt:.0f} ms; at most a fifth)"


def main() -> int:
    if not SHARED.is_dir():
        print(f"no labelled sets at {SHARED}: nothing to measure")
        return 0
    reader = Reader(seeding.load().missions)
    for text in (*tables(reader, score_module()), *speed(reader), *imports()):
        print(text)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
