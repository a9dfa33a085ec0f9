"""Who a text speaks of: every mission by its names and their spellings, its relatives as others, other craft as others.

Built from `Mission` values, so a mission added in the app or a file is known without code. "Chang'e 7" stands for
Chang'e-7, Change 7, CE-7's form with any dash; "Artemis III" also for Artemis 3; 嫦娥七号 also for 嫦娥7号. A number the
catalogue does not hold (Chang'e 5, Artemis V) is a known other: it owns its dates, and nothing is claimed of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from tracker.model import Mission

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_HAN = "一二三四五六七八九十"
_HAN_NUMBERS = {**{c: i for i, c in enumerate(_HAN, 1)}, "十一": 11, "十二": 12}
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_LATIN_NUMBER = r"(?:\d{1,2}(?!\d)|(?:VIII|VII|VI|IV|IX|III|II|I|V|X)(?![A-Za-z]))"
_LATIN_ALIAS = re.compile(rf"(.*?[A-Za-z])[\s'’-]*({_LATIN_NUMBER})$")
_HAN_ALIAS = re.compile(rf"(.*?)[-\s]?([{_HAN}]{{1,2}}|{_LATIN_NUMBER})号?$")


_COUNTED = "[时分秒周天名人位次架枚艘个台颗吨米克亿万多余家国种段项小公千百]"
"""What a number counts when it names no mission: 2号4名航天员 are four people."""


class Mention(NamedTuple):
    """A name at text[start:end]. `mission` is its id, "" for a known other (`other` says which)."""

    start: int
    end: int
    mission: str
    other: str = ""
    role: bool = False  # named by its role ("the crewed landing"), not by a name


class Family(NamedTuple):
    """Missions that share a base name and differ by number. `spellings` are regular expressions."""

    base: str
    spellings: list[str]
    missions: dict[int, str]


def number_of(text: str) -> int:
    """7, VII, 七, seven -> 7; 0 for what is none."""
    if text.isdecimal() and text.isascii():
        return int(text)
    if text.upper() in _ROMAN:
        return _ROMAN.index(text.upper()) + 1
    return _HAN_NUMBERS.get(text, _WORDS.get(text.lower(), 0))


class Names:
    """Finds mentions. `others` are the pack's other craft: base name -> regular expression."""

    def __init__(self, missions: Sequence[Mission], others: Iterable[str] = (), latin_only: bool = False) -> None:
        families: dict[str, Family] = {}
        loners: list[tuple[str, str]] = []
        for mission in missions:
            for _, names in _spelled(mission):
                for name in names:
                    _place(name, mission.id, families, loners)
        self._families = _joined(families.values())
        self._bases = [family.base for family in families.values()]
        self._latin = latin_only
        self._loners = loners
        self._others = list(others)
        self._pattern: re.Pattern[str] | None = None
        self.known = {m.id for m in missions}
        self._of = {mission: f.base for f in self._families for mission in f.missions.values()}

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """Lower-case pieces one of which stands in every text that names a mission by a name of four letters or more."""
        return tuple(sorted(s for s in self._all_stems if len(s) >= 4 or not s.isascii()))

    def hinted(self, lower: str) -> bool:
        """Whether a text, given in lower case, can name a mission at all: the fast way to say no."""
        return any(stem in lower for stem in self.stems) or self._short.search(lower) is not None

    @cached_property
    def _short(self) -> re.Pattern[str]:
        """Bases of two or three letters (CE) count only with their number."""
        found = sorted({s for s in self._all_stems if len(s) < 4 and s.isascii()})
        begun = "|".join(
            f"{stem}(?<![a-z]{stem})" for stem in found
        )  # letters first: they are searched for the fastest
        return re.compile(rf"(?:{begun})[\s-]?(?:\d|[ivx])" if found else r"(?!)")

    @cached_property
    def _all_stems(self) -> frozenset[str]:
        found = {_stem(base) for base in self._bases} | {_stem(n) for n, _ in self._loners}
        return frozenset(s for s in found if s)

    def find(self, text: str) -> list[Mention]:
        """Every mention of the text, in order."""
        mentions: list[Mention] = []
        lower = text.lower()
        if len(lower) != len(text):  # a letter that grows when lowered would shift the offsets
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for match in self._compiled().finditer(lower):
            kind = match.lastgroup or ""
            said = text[match.start() : match.end()]
            if kind == "other":
                mentions.append(Mention(match.start(), match.end(), "", said))
            elif said[:6] == "change" or said[:2] == "ce":  # "climate change 7": a word, no name
                continue
            elif kind.startswith("l"):
                mentions.append(Mention(match.start(), match.end(), self._loners[int(kind[1:])][1]))
            else:
                mentions.extend(_members(match, self._families[int(kind[1:])]))
        return mentions

    def bare(self, text: str, mentions: list[Mention], whole: list[Mention]) -> list[Mention]:
        """3号, 七号 alone, where the item speaks of one family only."""
        spoken = {
            self._of.get(m.mission) or m.other.rsplit(" ", 1)[0] for m in whole if m.mission in self._of or m.other
        }
        families = [f for f in self._families if f.base in spoken and len(f.missions) > 1]
        if len(families) != 1:
            return []
        found = []
        for match in _BARE.finditer(text):
            if any(m.start < match.end() and match.start() < m.end for m in mentions):
                continue
            value = number_of(match[1])
            mission = families[0].missions.get(value, "")
            found.append(Mention(match.start(), match.end(), mission, "" if mission else f"{families[0].base} {value}"))
        return found

    def _compiled(self) -> re.Pattern[str]:
        if self._pattern is None:
            parts = [
                rf"(?P<l{i}>{_edged(re.escape(name).replace(chr(92) + ' ', '[ -]?'))})"
                for i, (name, _) in enumerate(self._loners)
            ]
            for i, family in enumerate(self._families):
                spellings = {s for s in family.spellings if s.isascii() or not self._latin}
                if not spellings:
                    continue
                spelled = "|".join(sorted(spellings, key=len, reverse=True))
                latin = rf"(?:{spelled})[\s'-]{{0,3}}(?:No\. ?)?{_LATIN_NUMBER}(?:号)?(?:(?:,? ?(?:and|&|,|/|or|to|through|和|与|及|、)? ?-?){_LATIN_NUMBER}(?:号|(?!号|{_COUNTED}))(?![.:,]?\d|[a-z%°]|月|年|日| ?(?:p\.?m|a\.?m|percent|kg|km|kilo|ton|days|astro|crew|minutes|hours|years|million|billion|people|missions|January|February|March|April|May|June|July|August|Sept|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec)))*"
                han = (
                    rf"(?:{spelled})[-\s\"]{{0,2}}[{_HAN}]{{1,2}}号?(?:(?:[、和与及,-]|以及)(?:[{_HAN}]{{1,2}}|\d)号)*"
                )
                parts.append(rf"(?P<f{i}>{_edged(latin)}{'' if self._latin else '|' + han})")
            if self._others:
                parts.append(rf"(?P<other>{'|'.join(self._others)})")
            self._pattern = re.compile("|".join(parts).lower().replace("(?p<", "(?P<"))
        return self._pattern


def _joined(families: Iterable[Family]) -> list[Family]:
    """Families of the same missions as one: 阿尔忒弥斯, 阿耳忒弥斯 and Artemis are three spellings of one name."""
    one: dict[tuple[tuple[int, str], ...], Family] = {}
    for family in families:
        known = one.setdefault(tuple(sorted(family.missions.items())), Family(family.base, [], family.missions))
        known.spellings.extend(family.spellings)
    return list(one.values())


def _members(match: re.Match[str], family: Family) -> list[Mention]:
    """The family match and what is listed after it: "Artemis II, III and IV", 嫦娥七号、八号."""
    whole = match[0]
    base = _base_end(whole)
    tail, shift = (f" {whole[base:]}", match.start() + base - 1) if base else (whole, match.start())
    found: list[Mention] = []
    for piece in _NUMBERS.finditer(tail):
        value = number_of(piece[1])
        start = match.start() if not found else shift + piece.start(1)
        end = shift + piece.end() + (tail[piece.end() : piece.end() + 1] == '"')
        mission = family.missions.get(value, "")
        found.append(Mention(start, end, mission, "" if mission else f"{family.base} {value}"))
    return found


_NUMBERS = re.compile(rf"(?i)(?<![A-Za-z0-9])({_LATIN_NUMBER}|[{_HAN}]{{1,2}})(号?)(?![A-Za-z0-9])")


_BARE = re.compile(
    r"(?:(?<![\u4e00-\u9fffA-Za-z0-9.])|(?<=[的由和与及让、而则对即把将给是于叫]))([一二三四五六七八九]|\d)号(?![线楼位机院卫])"
)


def _base_end(whole: str) -> int:
    """Where the base name's letters end in a family match."""
    match = re.match(
        r"(?i)[A-Za-z' \-]*?(?=[\s'-]*(?:No\. ?)?(?:\d|(?:VIII|VII|VI|IV|IX|III|II|I|V|X)(?![A-Za-z])))", whole
    )
    return match.end() if match and match.end() else 0


def _edged(pattern: str) -> str:
    return rf"(?<![A-Za-z0-9]){pattern}(?![A-Za-z0-9])"


def _stem(name: str) -> str:
    """The piece that stands in every spelling of a name, lower case."""
    if not name.isascii():
        return name[:2]
    word = re.split(r"[\s'-]", name.lower().strip())[0]
    return word if len(word) >= 2 and not word.isdigit() else ""


def _spelled(mission: Mission) -> Iterable[tuple[str, list[str]]]:
    table: dict[str, list[str]] = {}
    for language, name in mission.names.items():
        table.setdefault(language, []).append(name)
    for language, names in mission.aliases.items():
        table.setdefault(language, []).extend(names)
    return table.items()


def _place(name: str, mission: str, families: dict[str, Family], loners: list[tuple[str, str]]) -> None:
    """File a name with its family, or alone. A name too short or too common to be safe is left out."""
    clean = name.strip().replace("\u2019", "'")
    latin = _LATIN_ALIAS.fullmatch(clean)
    han = None if latin and clean.isascii() else _HAN_ALIAS.fullmatch(clean)
    match = latin or han
    if match is None or not match[1].strip():
        if (clean.isascii() and len(clean) >= 5 and " " not in clean) or (not clean.isascii() and len(clean) >= 3):
            loners.append((clean, mission))
        return
    base, value = match[1].strip(" '-\""), number_of(match[2])
    if not value or len(base) < 2:
        return
    key = base.lower().replace("'", "")
    family = families.setdefault(key, Family(base, [], {}))
    family.spellings.append(spelling(base))
    family.missions.setdefault(value, mission)


def spelling(base: str) -> str:
    """A regular expression for a base name: any apostrophe or none, any dash or space, odd quotes inside Chinese."""
    if not base.isascii():
        return "".join(re.escape(c) for c in base)
    words = re.split(r"[\s-]+", base)
    return r"[\s-]?".join(re.escape(w).replace("'", "(?:'| )?") for w in words)
