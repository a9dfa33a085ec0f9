"""The colours by the part they play, for dark, light and high contrast. tests/test_ui_theme.py holds WCAG AA over them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Roles:
    """One scheme. Every value is "#rrggbb"."""

    name: str
    dark: bool
    window: str  # behind the cards
    surface: str  # cards, bars, lists
    raised: str  # buttons, fields
    hover: str  # under the pointer, and the chosen row
    line: str  # hairlines; never carries meaning
    control: str  # the edge of a control that must be seen
    text: str
    muted: str
    accent: str  # links, focus, the slider
    on_accent: str
    good: str
    warn: str
    bad: str
    mark: str  # behind quoted words
    on_mark: str
    sides: Mapping[str, str] = field(default_factory=dict)

    def side(self, ident: str) -> str:
        """The colour of a side; a quiet one for a side this scheme does not know."""
        return self.sides.get(ident, self.muted)

    def tone(self, name: str) -> str:
        """The colour of a tone: "good", "warn", "bad", "accent"; muted for any other."""
        return {"good": self.good, "warn": self.warn, "bad": self.bad, "accent": self.accent}.get(name, self.muted)


DARK: Final = Roles(
    name="dark", dark=True,
    window="#10131b", surface="#181c27", raised="#212734", hover="#232a39", line="#2a3040", control="#6f788e",
    text="#eceff6", muted="#98a1b5", accent="#62a6ff", on_accent="#08111f",
    good="#4cc38a", warn="#f2b544", bad="#ff7a6e", mark="#55431c", on_mark="#fff4dc",
    sides={"china": "#ff7263", "us": "#62a6ff"},
)  # fmt: skip

LIGHT: Final = Roles(
    name="light", dark=False,
    window="#f2f4f9", surface="#ffffff", raised="#f1f4fa", hover="#e9eef8", line="#e0e4ee", control="#818a9e",
    text="#151a26", muted="#586178", accent="#1c5fcf", on_accent="#ffffff",
    good="#17764a", warn="#8a5800", bad="#c0352b", mark="#ffe9b8", on_mark="#2a1d00",
    sides={"china": "#c5352b", "us": "#1c5fcf"},
)  # fmt: skip

DARK_CONTRAST: Final = Roles(
    name="dark-contrast", dark=True,
    window="#000000", surface="#000000", raised="#101010", hover="#2b2b2b", line="#8c8c8c", control="#ffffff",
    text="#ffffff", muted="#e4e4e4", accent="#9cc9ff", on_accent="#000000",
    good="#7ff0b8", warn="#ffd479", bad="#ffa79f", mark="#6b5200", on_mark="#ffffff",
    sides={"china": "#ff9d92", "us": "#9cc9ff"},
)  # fmt: skip

LIGHT_CONTRAST: Final = Roles(
    name="light-contrast", dark=False,
    window="#ffffff", surface="#ffffff", raised="#f4f4f4", hover="#dcdcdc", line="#5e5e5e", control="#000000",
    text="#000000", muted="#2d2d2d", accent="#0037a3", on_accent="#ffffff",
    good="#00482a", warn="#573600", bad="#8c0e07", mark="#ffe08a", on_mark="#000000",
    sides={"china": "#8c0e07", "us": "#0037a3"},
)  # fmt: skip

SCHEMES: Final = (DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST)


def pick(*, dark: bool, contrast: bool) -> Roles:
    """The scheme for what the system asks."""
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2, 0 to 1."""

    def channel(value: int) -> float:
        part = value / 255
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(over: str, under: str, share: float) -> str:
    """`share` of one colour laid over another: what a translucent fill comes to."""
    parts = (round(int(over[i : i + 2], 16) * share + int(under[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
