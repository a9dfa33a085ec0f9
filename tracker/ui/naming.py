"""Names for ids: a mission that is followed no more, but of which something is still said, is named by its id."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from tracker import wording
from tracker.model import Mission

UNNAMED: Final = "–"
"""Stands in missions.toml where the person left the agency or the programme empty."""


def in_language(names: Mapping[str, str], language: str, otherwise: str = "") -> str:
    """A text of the seeds in the window's language, else in English, else `otherwise`."""
    return names.get(language) or names.get("en") or otherwise


def mission_name(missions: Iterable[Mission], ident: str, language: str) -> str:
    """ "Artemis III", "阿尔忒弥斯3号"."""
    return next((m.name(language) for m in missions if m.id == ident), ident)


def milestone_name(missions: Iterable[Mission], ident: str, milestone: str, language: str) -> str:
    """A mission's milestone in one breath: "Artemis III launch"."""
    mission = next((m for m in missions if m.id == ident), None)
    return wording.milestone_of(mission, milestone, language) if mission is not None else ident
