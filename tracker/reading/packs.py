"""Language packs: date words, triggers, cues and the words of the decisions as data (seeds/languages/*.json).

Everything is compiled when it is first asked for: an app that reads no Chinese pays for none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from tracker.errors import SeedError
from tracker.places import shipped
from tracker.reading.dates_en import EnglishDates
from tracker.reading.dates_zh import ChineseDates


@dataclass(frozen=True)
class TriggerRule:
    """One row of a pack's "triggers". `stems`: every match begins with one of these; `holds`: every match of a rule
    without stems holds one of these. Empty: not known."""

    milestone: str
    form: str
    written: str
    stems: tuple[str, ...]
    holds: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when its stem first stands in a text: of hundreds, few are ever needed."""
        return re.compile(self.written, re.IGNORECASE)


class Role(NamedTuple):
    """A mission named by what it is: its phrase, who must act (`actor`) and who else could (`rival`)."""

    mission: str
    phrase: re.Pattern[str]
    actor: re.Pattern[str]
    rival: re.Pattern[str]
    asks: re.Pattern[str] | None  # a word that must stand somewhere in the item
    default: str  # "actor" where nobody is named
    kin: bool  # whether a robotic mission of the same side, named before, is actor enough
    since: date | None
    until: date | None

    def holds(self, today: date | None) -> bool:
        """Whether the role was this mission's on a day."""
        if today is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= today) and (self.until is None or today <= self.until)


class Pack:
    """One language."""

    def __init__(self, language: str, data: Mapping[str, Any]) -> None:
        self.language = language
        self.data = data
        self.crewed: frozenset[str] = frozenset()  # missions that carry people; filled in with the names
        self.sides: Mapping[str, str] = {}  # mission -> its side; filled in with the names
        self._seen: dict[str, tuple[int, ...]] = {}  # English words and the rules they can begin
        self._words: dict[str, re.Pattern[str]] = {}

    @cached_property
    def dates(self) -> EnglishDates | ChineseDates:
        """The date grammar of this language."""
        words = self.data["dates"]
        return EnglishDates(words) if self.language == "en" else ChineseDates(words)

    @cached_property
    def triggers(self) -> list[TriggerRule]:
        """The words that tell of milestones."""
        return [
            TriggerRule(milestone, form, pattern, begun, () if begun else held(pattern))
            for milestone, form, pattern in self.data["triggers"]
            for begun in (stems(pattern),)
        ]

    @cached_property
    def _index(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for place, rule in enumerate(self.triggers):
            for stem in rule.stems or ("",):
                index.setdefault(stem, []).append(place)
        return index

    @cached_property
    def side_words(self) -> dict[str, re.Pattern[str]]:
        """Side -> the words that name it as the one who acts."""
        return {side: re.compile(words, re.IGNORECASE) for side, words in self.data.get("sides", {}).items()}

    def told(self, text: str) -> Iterator[tuple[TriggerRule, re.Match[str]]]:
        """Every match of a trigger in a text: tried only where one of its stems begins, or where what it holds stands."""
        lower = text.lower()
        for place in self._index.get("", ()):
            rule = self.triggers[place]
            if rule.holds and not any(letters in lower for letters in rule.holds):
                continue
            for match in rule.pattern.finditer(text):
                yield rule, match
        for start, place in self._starts(lower):
            rule = self.triggers[place]
            found = rule.pattern.match(text, start)
            if found is not None:
                yield rule, found

    def _starts(self, lower: str) -> Iterator[tuple[int, int]]:
        """(offset, rule) where a rule's stem begins a word, in Chinese where it stands."""
        if self.language != "en":
            for start, sign in enumerate(lower):
                if sign in self._heads:
                    yield from ((start, place) for place in self._begun(lower, start))
            return
        for token in _WORD.finditer(lower):
            known = self._seen.get(token[0])
            if known is None:
                if len(self._seen) > 20_000:
                    self._seen.clear()
                known = self._seen[token[0]] = tuple(self._begun(token[0], 0))
            for place in known:
                yield token.start(), place

    def _begun(self, text: str, start: int) -> Iterator[int]:
        for end in range(start + 1, min(len(text), start + _LONGEST) + 1):
            yield from self._index.get(text[start:end], ())

    @cached_property
    def _heads(self) -> frozenset[str]:
        return frozenset(stem[0] for stem in self._index if stem)

    @cached_property
    def cues(self) -> dict[str, re.Pattern[str]]:
        """The words that colour a clause: plan, done, speculation, history, report ..."""
        return {name: re.compile("|".join(rows), re.IGNORECASE) for name, rows in self.data["cues"].items()}

    @cached_property
    def cue_letters(self) -> dict[str, tuple[str, ...]]:
        """Letters, in lower case, one of which stands in every match of a cue; a cue left out may match anything."""
        known = {name: held("|".join(rows)) for name, rows in self.data["cues"].items()}
        return {name: letters for name, letters in known.items() if letters}

    @cached_property
    def boundaries(self) -> list[tuple[int, re.Pattern[str]]]:
        """Where clauses part, with the weight of each kind."""
        return [(weight, re.compile(pattern, re.IGNORECASE)) for weight, pattern in self.data["boundaries"]]

    @cached_property
    def letters(self) -> dict[int, int]:
        """Characters to read as others: Traditional to Simplified, given as pairs."""
        pairs: str = self.data.get("traditional", "")
        return {ord(pairs[i]): ord(pairs[i + 1]) for i in range(0, len(pairs) - 1, 2)}

    @property
    def others(self) -> list[str]:
        """Craft that are not ours to follow, so that they keep their own dates."""
        return list(self.data.get("others", ()))

    @cached_property
    def roles(self) -> list[Role]:
        """Missions named by what they are."""
        return [_role(row) for row in self.data.get("roles", ())]

    @cached_property
    def landers(self) -> frozenset[str]:
        """Missions whose own date is their landing, not their launch: "China's crewed landing, planned for 2030"."""
        return frozenset(role["mission"] for role in self.data.get("roles", ()) if role.get("own") == "landing")

    def word(self, name: str) -> re.Pattern[str]:
        """One named expression of the decisions. A name the pack does not have matches nothing."""
        pattern = self._words.get(name)
        if pattern is None:
            pattern = self._words[name] = re.compile(self.data["words"].get(name, r"(?!)"), re.IGNORECASE)
        return pattern


def _role(row: Mapping[str, Any]) -> Role:
    phrase, actor, rival = (re.compile(row[key], re.IGNORECASE) for key in ("phrase", "actor", "rival"))
    asks = re.compile(row["asks"], re.IGNORECASE) if row.get("asks") else None
    since, until = (date.fromisoformat(row[key]) if row.get(key) else None for key in ("since", "until"))
    return Role(row["mission"], phrase, actor, rival, asks, row.get("default", ""), row.get("kin", False), since, until)


_WORD = re.compile(r"[a-z]+")
_LONGEST = 9
"""Longer stems are cut to this, so that a text's pieces can be looked up."""
_EDGE = re.compile(r"(?:\\b|\(\?<[!=][^()]*\))*")
_GROUP = re.compile(r"\(\?(?:-i)?:")
_WORDS = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*")
_LETTERS = re.compile(r"[a-z]+|[\u4e00-\u9fff]+")


def stems(pattern: str) -> tuple[str, ...]:
    """Letters one of which every match of a pattern begins with, where that can be told; else nothing."""
    found: list[str] = []
    for branch in _branches(pattern):
        begun = _begins(branch)
        if not begun:
            return ()
        found.extend(begun)
    return tuple(found)


def _begins(branch: str) -> tuple[str, ...]:
    edge = _EDGE.match(branch)
    rest = branch[edge.end() :] if edge else branch
    if rest.startswith("(?:"):
        end = _closing(rest)
        return () if rest[end + 1 : end + 2] in ("?", "*", "{") else stems(rest[3:end])
    letters = _LETTERS.match(rest)
    if letters is None:
        return ()
    stem = letters[0][:-1] if rest[letters.end() : letters.end() + 1] in ("?", "*") else letters[0]
    return (stem[:_LONGEST],) if stem else ()


def held(pattern: str) -> tuple[str, ...]:
    """Letters, in lower case, one of which stands in every match of a pattern, where that can be told; else nothing."""
    found: list[str] = []
    for branch in _branches(pattern):
        some = _held(branch)
        if not some:
            return ()
        found.extend(some)
    return tuple(dict.fromkeys(found))


def _held(branch: str) -> tuple[str, ...]:
    edge = _EDGE.match(branch)
    rest = branch[edge.end() :] if edge else branch
    group = _GROUP.match(rest)
    if group is not None:
        end = _closing(rest)
        behind = rest[end + 1 :]
        if behind[:1] in ("?", "*"):  # it may be missing: what follows may not
            return _held(behind[1:])
        return () if behind[:1] == "{" else held(rest[group.end() : end])
    words = _WORDS.match(rest)
    if words is None:
        return ()
    sure = words[0][:-1] if rest[words.end() : words.end() + 1] in ("?", "*", "{") else words[0]
    return (sure.lower(),) if sure else ()


def _closing(pattern: str) -> int:
    """The offset of the bracket that closes the one a pattern starts with."""
    return next(at for at, depth in _depths(pattern) if depth == 0 and pattern[at] == ")")


def _branches(pattern: str) -> list[str]:
    """A pattern cut at every | that stands outside its brackets."""
    cuts = [at for at, depth in _depths(pattern) if depth == 0 and pattern[at] == "|"]
    return [pattern[low + 1 : high] for low, high in pairwise([-1, *cuts, len(pattern)])]


def _depths(pattern: str) -> Iterator[tuple[int, int]]:
    """Each offset with how deep in brackets it stands; a closing bracket counts as outside."""
    depth, within = 0, False
    escaped = False
    for at, sign in enumerate(pattern):
        if not escaped:
            within = (within or sign == "[") and sign != "]"
            depth += (sign == "(" and not within) - (sign == ")" and not within)
        escaped = sign == "\\" and not escaped
        yield at, depth + within


def load(language: str, folder: Path | None = None) -> Pack | None:
    """The pack of a language; None where there is none. Raises SeedError for a pack that cannot be read."""
    path = (folder or shipped("seeds") / "languages") / f"{language}.json"
    if not path.is_file():
        return None
    try:
        return Pack(language, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise SeedError("a language pack that cannot be read", key=str(path)) from error
