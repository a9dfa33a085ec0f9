"""A testimony as the fold weighs it: on the day it counts from, with what else its item says of the milestone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.edtf import Window
from tracker.ledger.draft import AUTHORITIES
from tracker.model import Position, Testimony


@dataclass(frozen=True, slots=True)
class Heard:
    """One asserted testimony. An edited item counts from the day of the edit."""

    testimony: Testimony
    day: date
    position: Position
    superseded: tuple[Window, ...] = ()  # dates of the milestone that the item calls history
    rivals: tuple[Position, ...] = ()  # what else the item asserts that excludes this claim

    @property
    def authority(self) -> bool:
        """True for an agency or database: its word alone confirms."""
        return self.testimony.tier in AUTHORITIES

    @property
    def outlet(self) -> str:
        return self.testimony.outlet
