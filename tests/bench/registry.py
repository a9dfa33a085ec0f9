"""The rows of the benchmark. A row is one function; a later issue adds a row by writing one in a rows_*.py file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


class CannotRunError(Exception):
    """Why a row has no figures today, in one clause a person understands."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: ours and the floor, one figure a run, all in the row's unit."""

    ours: list[float]
    floor: list[float]


@dataclass(frozen=True, slots=True)
class Bench:
    """What a row is handed."""

    runs: int
    say: Callable[[str], None]  # progress, to stderr


@dataclass(frozen=True, slots=True)
class Row:
    """`target`: the ratio ours to floor that the issue allows at most."""

    name: str
    floor: str  # what it is measured against
    unit: str
    target: float
    issue: int
    measure: Callable[[Bench], Figures] = field(repr=False)


ROWS: list[Row] = []


def row(
    name: str, *, floor: str, unit: str, target: float, issue: int
) -> Callable[[Callable[[Bench], Figures]], Callable[[Bench], Figures]]:
    """Put a measuring function on the table."""

    def keep(measure: Callable[[Bench], Figures]) -> Callable[[Bench], Figures]:
        ROWS.append(Row(name, floor, unit, target, issue, measure))
        return measure

    return keep
