"""Who is meant: spellings, relatives, roles, missions that a user adds; and which languages are read at all."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.reading_items import asserted, item, reader
from tracker import seeding
from tracker.errors import SeedError
from tracker.model import Mission
from tracker.reading import Reader
from tracker.reading.preview import matches as preview

SPELLINGS = {
    "chang-e-7": ["Chang'e-7", "Chang’e 7", "Chang`e-7", "Change-7", "CE-7", "Chang'e7", "Chang E-7", "CHANG'E-7", "Chang'e VII"],
    "chang-e-6": ["Chang'e-6", "Chang‘e–6", "CE-6"],
    "artemis-3": ["Artemis III", "Artemis 3", "Artemis-3", "ARTEMIS III", "Artemis iii"],
    "artemis-2": ["Artemis II", "Artemis 2"],
    "queqiao-2": ["Queqiao-2", "Queqiao 2"],
}  # fmt: skip
CHINESE = {
    "chang-e-7": ["嫦娥七号", "嫦娥7号", "嫦娥七號", "嫦娥 7 号", "“嫦娥七号”"],
    "artemis-3": ["阿尔忒弥斯3号", "阿耳忒弥斯三号", "阿尔忒弥斯III", "阿提米絲3號", "阿忒弥斯III号", "“阿尔忒弥斯3号”", "阿尔忒弥斯Ⅲ"],
    "queqiao-2": ["鹊桥二号", "鵲橋二號", "鹊桥2号"],
}  # fmt: skip


@pytest.mark.parametrize(("mission", "name"), [(m, n) for m, names in SPELLINGS.items() for n in names])
def test_english_spellings(mission: str, name: str) -> None:
    assert asserted(f"The {name} mission is scheduled for launch in 2029.") == {f"{mission} launch planned 2029"}


@pytest.mark.parametrize(("mission", "name"), [(m, n) for m, names in CHINESE.items() for n in names])
def test_chinese_spellings(mission: str, name: str) -> None:
    assert asserted(f"{name}计划2029年发射。") == {f"{mission} launch planned 2029"}


@pytest.mark.parametrize(
    "name",
    ["Artemis I", "Artemis V", "Artemis IX", "Artemis 10", "Chang'e 5", "Chang'e-4", "Chang'e 60", "Shenzhou-23", "Tianwen-3",
     "Chandrayaan-4", "Luna-26", "Artemis program", "Artemis", "climate change 7"],
)  # fmt: skip
def test_relatives_and_others_are_not_ours(name: str) -> None:
    assert asserted(f"{name} will launch in 2027.") == set()


@pytest.mark.parametrize(
    "name", ["嫦娥五号", "阿尔忒弥斯1号", "阿尔忒弥斯5号", "天问三号", "神舟二十三号", "月船4号", "嫦娥"]
)
def test_chinese_relatives_and_others_are_not_ours(name: str) -> None:
    assert asserted(f"{name}将于2027年发射。") == set()


def test_a_list_of_numbers_is_a_list_of_missions() -> None:
    assert asserted("Artemis II and III will launch in 2026 and 2027.", "2026-01-10") == {
        "artemis-2 launch planned 2026", "artemis-3 launch planned 2027",
    }  # fmt: skip
    assert asserted("嫦娥七号、八号将于2029年发射。") == {
        "chang-e-7 launch planned 2029",
        "chang-e-8 launch planned 2029",
    }


def test_missions_by_their_role() -> None:
    assert asserted("Beijing wants a crewed lunar landing by 2030.") == {"china-crewed-landing landing planned ../2030"}
    assert asserted("我国计划2030年前实现载人登月。") == {"china-crewed-landing landing planned ../2029"}
    assert asserted("NASA wants a crewed lunar landing by 2028.") == set()
    assert asserted("印度计划2040年实现载人登月。") == set()


def test_the_sentence_before_says_who() -> None:
    assert "chang-e-7 launch planned 2026-08" in asserted(
        "Chang'e-7 is at Wenchang. Launch is scheduled for August 2026."
    )
    assert "chang-e-7 launch planned 2026-08" in asserted(
        "The launch is set for August 2026.", title="Chang'e-7 nearly ready"
    )


GRIFFIN = Mission("griffin-2", {"en": "Griffin Two", "zh": "格里芬二号"}, {"en": ("Starling 9",), "zh": ()}, "astro", "clps", "us",
                  ("launch", "landing"))  # fmt: skip


def test_a_mission_added_is_known_without_code() -> None:
    added = Reader([*seeding.load().missions, GRIFFIN])
    claims = added.read(item("Starling 9 will launch in 2027.")).claims
    assert [(c.mission, c.milestone, c.when) for c in claims] == [("griffin-2", "launch", "2027")]
    assert not reader().read(item("Starling 9 will launch in 2027.")).claims
    chinese = added.read(item("格里芬二号将于2027年发射。")).claims
    assert [(c.mission, c.when) for c in chinese] == [("griffin-2", "2027")]


def test_a_preview_shows_what_a_new_mission_would_match() -> None:
    items = [replace(item("Nothing here."), id="a"), replace(item("A word on Starling-9 today."), id="b"),
             replace(item("", title="Starling 9 flies"), id="c"), replace(item("Starling 8 flies"), id="d")]  # fmt: skip
    found = preview(GRIFFIN, items)
    assert [(i.id, field, (i.title if field == "title" else i.text)[start:end]) for i, field, start, end in found] == [
        ("b", "text", "Starling-9"), ("c", "title", "Starling 9"),
    ]  # fmt: skip


def test_a_name_that_is_no_name_is_refused() -> None:
    moon = replace(GRIFFIN, names={"en": "moon landing"}, aliases={"en": ("it", "7")})
    assert not Reader([moon]).read(item("The moon landing will launch in 2027, and it is 7.")).claims


LANGUAGES = {
    "de": "Die Mission Artemis III soll nach Angaben der NASA im Jahr 2027 starten.",
    "fr": "La mission Artemis III est prévue pour 2027, selon l'agence.",
    "es": "La misión Artemis III se lanzará en 2027, según la agencia.",
    "it": "La missione Artemis III è prevista per il 2027, dice l'agenzia della NASA.",
    "ru": "Миссия Artemis III запланирована на 2027 год.",
    "ja": "アルテミス3は2027年に打ち上げられる予定です。",
    "ko": "아르테미스 3호는 2027년에 발사될 예정이다.",
    "ar": "من المقرر إطلاق مهمة أرتميس 3 في عام 2027.",
    "pt": "A missão Artemis III não será lançada antes de 2027, segundo a agência do governo.",
    "nl": "De missie Artemis III wordt niet voor het jaar 2027 gelanceerd, zegt het bureau.",
}


@pytest.mark.parametrize(("language", "text"), LANGUAGES.items())
def test_a_language_without_a_pack_is_named_and_not_read(language: str, text: str) -> None:
    reading = reader().read(item(text))
    assert (reading.language, reading.read, reading.claims) == (language, False, ())


def test_the_reader_decides_for_itself_whatever_the_source_says() -> None:
    reading = reader().read(item(LANGUAGES["de"], language="en"))
    assert (reading.language, reading.read) == ("de", False)
    assert reader().read(item("The Artemis III launch is planned for 2027.", language="de")).language == "en"


def test_nothing_to_go_by_is_said_so() -> None:
    reading = reader().read(item("12345 !!!"))
    assert (reading.language, reading.read) == (None, False)


def test_a_broken_pack_is_an_error_with_its_path(tmp_path: Path) -> None:
    (tmp_path / "en.json").write_text("{", encoding="utf-8")
    with pytest.raises(SeedError, match=r"en\.json"):
        Reader(seeding.load().missions, tmp_path).read(item("The launch of Artemis III is planned for 2027."))


def test_without_its_pack_english_is_not_read(tmp_path: Path) -> None:
    reading = Reader(seeding.load().missions, tmp_path).read(item("The launch of Artemis III is planned for 2027."))
    assert (reading.language, reading.read, reading.claims) == ("en", False, ())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_expression_of_a_pack_compiles(language: str) -> None:
    from tracker.reading import packs

    pack = packs.load(language)
    assert pack is not None
    assert len(pack.triggers) > 80
    assert set(pack.cues) >= {"plan", "spec", "super", "report"}
    for name in json.loads(json.dumps(pack.data["words"])):
        pack.word(name)


BEGUN_IN_MANY_WAYS = (
    "Orion's near-moon braking and its LOI went well; the insertion into lunar orbit took six minutes.",
    "The lunar-orbit insertion comes first, then a soft landing, a crewed lunar touch-down or a moon shot landing.",
    "It cleared the tower, roared into a clear sky and left the pad behind. Liftoff! We have liftoff.",
    "An Earth-bound crew stays close to Earth, won't go to the Moon, and remained in low Earth orbit.",
    "They keep in Earth orbit rather than a crewed landing, and are no longer headed for the Moon. NET 2027.",
)
"""What the rules match that have no stem of their own."""


def test_rules_without_a_stem_are_tried_where_they_can_match_only() -> None:
    from tracker.reading import packs

    pack = packs.load("en")
    assert pack is not None
    loose = [rule for rule in pack.triggers if not rule.stems]
    assert loose
    assert all(rule.holds for rule in loose)
    matched = {rule for text in BEGUN_IN_MANY_WAYS for rule, _ in pack.told(text) if rule in loose}
    assert matched == set(loose)
    assert packs.held(r"\b(?:now |the )?earth-bound\b|\bstays? near\b|(?-i:NET)") == ("earth", "stay", "net")
    assert packs.held(r"a?|\bmoon") == packs.held(r"(?:x){0,2}moon") == ()


def test_a_date_before_silence_counts_and_one_behind_the_last_name_does_not() -> None:
    said = reader().read(
        item("Artemis III will launch in 2027. It rained. Artemis IV will launch that year. Tea in 2031.")
    )
    assert {(c.mission, c.when) for c in said.claims} == {("artemis-3", "2027"), ("artemis-4", "2027")}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_index_of_triggers_loses_nothing(language: str) -> None:
    """Every sentence of the traps gets the same milestone words with the index as without it."""
    from tests.test_reading_traps import TRAPS
    from tracker.reading import packs

    pack = packs.load(language)
    assert pack is not None
    for text in [*(text for _, _, text, _ in TRAPS), *BEGUN_IN_MANY_WAYS]:
        found = {(r.pattern.pattern, m.start()) for r in pack.triggers for m in r.pattern.finditer(text)}
        told = {(r.pattern.pattern, m.start()) for r, m in pack.told(text)}
        assert found <= told, text


def test_an_explanation_names_clauses_findings_and_reasons() -> None:
    text = reader().read_explained(
        item("Artemis III, originally planned for 2024, will launch in 2027; Chang'e 5 flew in 2020.")
    )
    for words in (
        "language: en",
        "clauses:",
        "'Artemis III' = artemis-3",
        "another: Chang'e 5",
        "2024",
        "-> CLAIM artemis-3 launch planned 2027",
    ):
        assert words in text, text
    assert "(superseded)" in text
    assert "no pack" in reader().read_explained(item(LANGUAGES["fr"]))
