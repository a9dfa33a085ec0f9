"""The trained scorer that was tried: a linear one over readable features, judged out of fold (five folds by story).

It prints what the rules alone, the scorer alone and both together reach. The reader ships without it, because it does
not win: see docs/reading.md. Pure Python, some ten seconds.
"""

from __future__ import annotations

import math
import random
from datetime import date
from typing import Any

import reading as bench
from features import features

from tracker import seeding
from tracker.model import Modality
from tracker.reading.decide import Verdict
from tracker.reading.merge import merged
from tracker.reading.walk import Walker

HARD = {"achieved-in-future", "another-age", "decade", "month-next", "weekday-next", "pluperfect", "not-before"}
Row = tuple[Verdict, list[str], int | None]


def story(row: dict[str, Any]) -> int:
    """The fold of an item: everything of one week is one story."""
    if not row["published"]:
        return sum(map(ord, row["id"])) % 5
    year, week, _ = date.fromisoformat(row["published"][:10]).isocalendar()
    return (year * 53 + week) * 2654435761 % 2**32 % 5


def candidates() -> list[tuple[dict[str, Any], list[Row]]]:
    """Every item with its asserted candidates, their features and whether they are right (None: optional)."""
    score, walker = bench.score_module(), Walker(seeding.load().missions, None)
    found = []
    for row in (row for name in bench.SETS for row in bench.labelled(name)):
        item = bench.as_item(row)
        rows: list[Row] = []
        for verdict in walker.walk(item).verdicts:
            if verdict.why_not in HARD or verdict.modality is not Modality.ASSERTED:
                continue
            claim = as_claim(verdict)
            right = [c for c in row["claims"] if c["modality"] == "asserted" and agrees(score, c, row, claim)]
            optional = [c for c in row.get("optional", []) if agrees(score, c, row, claim)]
            rows.append((verdict, features(verdict, item.published_on), 1 if right else None if optional else 0))
        found.append((row, rows))
    return found


def as_claim(verdict: Verdict) -> dict[str, str]:
    c = verdict.candidate
    return {"mission": c.mission, "milestone": c.milestone, "status": verdict.status.value,
            "when": verdict.window.edtf if verdict.window else "", "modality": "asserted"}  # fmt: skip


def agrees(score: Any, gold: dict[str, str], row: dict[str, Any], claim: dict[str, str]) -> bool:
    return score.key(gold) == score.key(claim) and score.best_grade(gold, row, claim["when"]) in ("exact", "compatible")


def train(rows: list[tuple[list[str], int]], l2: float = 1.0, epochs: int = 40) -> dict[str, float]:
    """Weights of a logistic regression by adaptive gradient descent; the same every time."""
    weights: dict[str, float] = {}
    square: dict[str, float] = {}
    order, chance = list(range(len(rows))), random.Random(7)
    for _ in range(epochs):
        chance.shuffle(order)
        for index in order:
            names, right = rows[index]
            error = probability(weights, names) - right
            for name in names:
                slope = error + l2 / len(rows) * weights.get(name, 0.0)
                square[name] = square.get(name, 1e-6) + slope * slope
                weights[name] = weights.get(name, 0.0) - 0.15 * slope / math.sqrt(square[name])
    return weights


def probability(weights: dict[str, float], names: list[str]) -> float:
    total = sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def judged(items: list[tuple[dict[str, Any], list[Row]]], chosen: list[list[bool]]) -> str:
    """Precision and recall when the chosen candidates become claims."""
    score, sums = bench.score_module(), bench.Counter()
    for (row, rows), keep in zip(items, chosen, strict=True):
        kept = merged(v._replace(why_not="") for (v, _, _), yes in zip(rows, keep, strict=True) if yes)
        result = score.match_item(row, [as_claim(v) for v in kept])
        for name in ("exact", "compatible", "fatal", "direction"):
            sums[name] += result[name]
        sums["false"] += len(result["false"])
        sums["missed"] += len(result["missed"]) if row["lang"] in bench.READ else 0
    return f"precision {bench.precision(sums):.3f} recall {bench.recall(sums):.3f} false {sums['false']} fatal {sums['fatal']}"


def main() -> None:
    items = candidates()
    known = [(names, right) for _, rows in items for _, names, right in rows if right is not None]
    print(f"{len(known)} candidates, {sum(right for _, right in known)} right")
    rules = [[not v.why_not for v, _, _ in rows] for _, rows in items]
    print(f"rules alone (in sample)         {judged(items, rules)}")
    out: list[list[float]] = [[] for _ in items]
    for fold in range(5):
        learn = [(n, r) for row, rows in items if story(row) != fold for _, n, r in rows if r is not None]
        weights = train(learn)
        for index, (row, rows) in enumerate(items):
            if story(row) == fold:
                out[index] = [probability(weights, names) for _, names, _ in rows]
    for least in (0.3, 0.5, 0.7, 0.8, 0.9):
        alone = [[p >= least for p in row] for row in out]
        both = [[p and r for p, r in zip(*pair, strict=True)] for pair in zip(alone, rules, strict=True)]
        print(f"scorer alone, out of fold, {least}  {judged(items, alone)}")
        print(f"rules and scorer,          {least}  {judged(items, both)}")


if __name__ == "__main__":
    main()
