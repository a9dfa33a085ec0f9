"""The palette holds WCAG AA in every scheme; the theme follows and switches at run time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette

from tests.ui_world import Stage
from tracker.ui.marks import BAR_EDGE, GHOST
from tracker.ui.palette import SCHEMES, Roles, blend, contrast, luminance, pick
from tracker.ui.style_sheet import sheet
from tracker.ui.theme import palette

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ("text", "muted", "accent", "good", "warn", "bad")
GROUNDS = ("window", "surface", "raised", "hover")


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ff0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("roles", SCHEMES, ids=lambda r: r.name)
def test_text_is_readable_everywhere(roles: Roles) -> None:
    need = 7.0 if "contrast" in roles.name else 4.5
    weak = {
        (t, g): round(contrast(getattr(roles, t), getattr(roles, g)), 2)
        for t in TEXTS
        for g in GROUNDS
        if contrast(getattr(roles, t), getattr(roles, g)) < need
    }
    assert not weak
    assert contrast(roles.on_accent, roles.accent) >= 4.5
    assert contrast(roles.on_mark, roles.mark) >= 4.5
    for tone in ("good", "warn", "bad", "accent", "muted"):  # words in a pill and a number in a badge
        assert contrast(roles.tone(tone), blend(roles.tone(tone), roles.surface, 0.08)) >= 4.5, tone
        assert contrast(roles.surface, roles.tone(tone)) >= 4.5, tone


@pytest.mark.parametrize("roles", SCHEMES, ids=lambda r: r.name)
def test_shapes_and_edges_of_controls_are_seen(roles: Roles) -> None:
    for side in ("china", "us"):
        assert contrast(roles.side(side), roles.surface) >= 4.5
    assert contrast(roles.control, roles.surface) >= 3.0
    assert contrast(roles.control, roles.raised) >= 3.0
    assert roles.side("nobody") == roles.muted


@pytest.mark.parametrize("roles", SCHEMES, ids=lambda r: r.name)
def test_where_the_keyboard_is_and_what_a_control_holds_is_seen(roles: Roles) -> None:
    """WCAG 2.2, 1.4.11 and 2.4.7: focus rings, edges and signs of controls, 3:1 against what they stand on."""
    weak = {
        (what, ground): round(contrast(colour, getattr(roles, ground)), 2)
        for what, colour in (("focus ring", roles.accent), ("edge", roles.control), ("slider", roles.accent))
        for ground in ("window", "surface", "raised")
        if contrast(colour, getattr(roles, ground)) < 3.0
    }
    assert not weak
    handle = re.search(r"QScrollBar::handle \{ background: (#\w{6})", sheet(roles))
    assert handle is not None
    assert min(contrast(handle[1], ground) for ground in (roles.window, roles.surface)) >= 3.0
    pressed = re.search(r"QPushButton:pressed \{ background: (#\w{6})", sheet(roles))
    assert pressed is not None
    assert contrast(roles.text, pressed[1]) >= 4.5
    for sign, ground in (("tick", roles.accent), ("chevron", roles.raised)):
        drawing = (ROOT / "resources" / "icons" / f"{sign}-{'dark' if roles.dark else 'light'}.svg").read_text()
        (stroke,) = set(re.findall(r'stroke="(#\w{6})"', drawing))
        assert contrast(stroke, ground) >= 3.0, sign


@pytest.mark.parametrize("roles", SCHEMES, ids=lambda r: r.name)
def test_what_is_switched_off_can_still_be_read(roles: Roles) -> None:
    """WCAG asks nothing of it; we do: a word that cannot be read is no word."""
    for ground in (roles.window, roles.surface):
        assert (
            contrast(palette(roles).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name(), ground) >= 4.5
        )
    for role in (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Link, QPalette.ColorRole.ToolTipText):
        assert contrast(palette(roles).color(role).name(), roles.raised) >= 4.5


@pytest.mark.parametrize("roles", SCHEMES, ids=lambda r: r.name)
def test_what_the_charts_draw_is_seen_on_their_card(roles: Roles) -> None:
    """Marks, the edges of bars, trails, ghosts, today's line and every tone a mark can have: 3:1."""
    drawn = {f"{side} bar": blend(roles.side(side), roles.surface, BAR_EDGE) for side in ("china", "us", "nobody")}
    drawn |= {side: roles.side(side) for side in ("china", "us", "nobody")}
    drawn |= {
        "ghost": blend(roles.muted, roles.surface, GHOST), "trail": blend(roles.warn, roles.surface, 0.9),
        "diagonal": blend(roles.muted, roles.surface, 0.8), "today": roles.good, "on hold": roles.warn,
        "failed": roles.bad, "chosen": roles.text,
    }  # fmt: skip
    weak = {name: round(contrast(colour, roles.surface), 2) for name, colour in drawn.items()}
    assert not {name: ratio for name, ratio in weak.items() if ratio < 3.0}


def test_what_is_picked() -> None:
    assert [pick(dark=d, contrast=c).name for d in (True, False) for c in (True, False)] == [
        "dark-contrast",
        "dark",
        "light-contrast",
        "light",
    ]


def test_sheet_is_whole_for_every_scheme() -> None:
    for roles in SCHEMES:
        text = sheet(roles)
        assert text.count("{") == text.count("}")
        assert "None" not in text


def test_theme_switches_at_run_time(qtbot: object) -> None:
    stage = Stage()
    heard: list[str] = []
    stage.theme.changed.connect(lambda: heard.append(stage.theme.roles.name))
    stage.theme.set_mode("dark")
    assert stage.theme.roles.dark
    assert stage.app.palette().window().color().name() == palette(stage.theme.roles).window().color().name()
    stage.theme.set_mode("dark")
    stage.theme.set_mode("light")
    assert heard == ["dark", "light"]
    stage.theme.set_mode("nonsense")
    assert stage.theme.mode == "system"


def test_fonts_are_relative_to_the_systems(qtbot: object) -> None:
    stage = Stage()
    normal, large = stage.theme.font(), stage.theme.font(1.5)
    assert large.pointSizeF() == pytest.approx(normal.pointSizeF() * 1.5)
