"""The world the app starts from: every fact of the report with its origin, and faulty files named at the fault."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker import edtf, mission_file, seeding
from tracker.errors import SeedError
from tracker.model import MILESTONES, Status, Tier
from tracker.places import shipped

SHIPPED = (shipped("seeds") / "missions.toml").read_text(encoding="utf-8")
DATA = tomllib.loads(SHIPPED)
WORLD = seeding.load()
STATES = {(t.claim.mission, t.claim.milestone): t for t in WORLD.testimonies}


@pytest.mark.parametrize(
    ("mission", "milestone", "status", "when", "origin"),
    [
        ("chang-e-6", "landing", "achieved", "2024-06-02", "report"),
        ("chang-e-6", "sample-collection", "achieved", "2024-06-02/2024-06-03", "report"),
        ("chang-e-6", "return", "achieved", "2024-06-25T14:07+08:00", "report"),
        ("chang-e-7", "launch", "planned", "2026", "report"),
        ("chang-e-7", "landing", "planned", "2026", "report"),
        ("artemis-3", "launch", "planned", "2026", "report"),
        ("artemis-3", "landing", "planned", "2026", "report"),
        ("artemis-2", "launch", "planned", "2025-09", "team"),
        ("artemis-4", "landing", "planned", "2028", "team"),
        ("chang-e-8", "launch", "planned", "2028~", "team"),
        ("china-crewed-landing", "landing", "planned", "../2029", "team"),
    ],
)
def test_the_report_and_what_we_added(mission: str, milestone: str, status: str, when: str, origin: str) -> None:
    seeded = STATES[mission, milestone]
    assert (seeded.claim.status, seeded.claim.when) == (Status(status), when)
    table = next(m for m in DATA["mission"] if m["id"] == mission)
    assert next(s for s in table["milestone"] if s["id"] == milestone)["origin"] == origin


@pytest.mark.parametrize(
    ("mission", "words"),
    [
        ("chang-e-6", "South Pole-Aitken"),
        ("chang-e-6", "drill"),
        ("chang-e-6", "robotic arm"),
        ("chang-e-6", "Inner Mongolia"),
        ("chang-e-6", "ESA, France and Italy"),
        ("chang-e-6", "Queqiao and Queqiao-2"),
        ("chang-e-7", "search for water"),
        ("chang-e-7", "lunar south pole"),
        ("artemis-3", "first people at the lunar south pole"),
    ],
)
def test_the_facts_of_the_report_are_kept_in_both_languages(mission: str, words: str) -> None:
    fact = next(f for f in WORLD.facts if f.mission == mission and words in f.texts["en"])
    assert fact.origin == "report"
    assert fact.texts["zh"]


def test_the_reports_links_are_kept() -> None:
    urls = {ident: url for ident, (_, url) in WORLD.references.items()}
    assert urlsplit(urls["cnsa-change-7"]).hostname == "www.cnsa.gov.cn"
    assert urls["nssdc-change-7"].endswith("?id=CHANG-E-7")
    assert urls["nasa-artemis-3"] == "https://www.nasa.gov/mission/artemis-iii/"


def test_every_fact_names_its_origin_and_ours_their_reference() -> None:
    for mission in DATA["mission"]:
        assert mission["origin"] in ("report", "team")
        for fact in (*mission.get("milestone", []), *mission.get("fact", [])):
            assert fact["origin"] in ("report", "team"), (mission["id"], fact)
            if fact["origin"] == "team":
                assert fact["reference"] in WORLD.references, (mission["id"], fact)


def test_references_are_web_addresses_and_all_in_use() -> None:
    used = {fact.get("reference") for m in DATA["mission"] for fact in (*m.get("milestone", []), *m.get("fact", []))}
    for ident, (title, url) in WORLD.references.items():
        assert title
        assert urlsplit(url).scheme in ("http", "https")
        assert urlsplit(url).hostname
        assert ident in used


def test_names_aliases_sides_agencies_and_programmes() -> None:
    sides = {side.id for side in WORLD.sides}
    for mission in WORLD.missions:
        assert re.search("[A-Za-z]", mission.names["en"])
        assert re.search("[\u4e00-\u9fff]", mission.names["zh"])
        assert set(mission.aliases) == {"en", "zh"}
        assert mission.side in sides
        assert mission.agency in WORLD.agencies
        assert mission.programme in WORLD.programmes
        assert [m for m in MILESTONES if m in mission.milestones] == list(mission.milestones), "out of order"
        if mission.lane:
            assert set(mission.about) == {"en", "zh"}
    for names in (*WORLD.agencies.values(), *WORLD.programmes.values(), *(r.names for r in WORLD.races)):
        assert set(names) == {"en", "zh"}


def test_a_side_of_the_user_s_own_is_named_in_both_languages() -> None:
    seven = WORLD.mission("chang-e-7")
    other = replace(seven, id="chandrayaan-4", side="India")
    text = mission_file.with_mission("", other, "f")
    side = next(s for s in mission_file.tried(text, "f").sides if s.id == "India")
    assert (side.nexts["en"], side.nexts["zh"]) == ("Next for India", "India的下一步")


def test_the_race_of_the_report() -> None:
    race = next(r for r in WORLD.races if r.id == "south-pole")
    assert set(race.contenders) == {("chang-e-7", "landing"), ("artemis-3", "landing")}
    assert race.origin == "report"


def test_no_milestone_lies_before_an_earlier_one() -> None:
    for mission in WORLD.missions:
        windows = [w for m in mission.milestones if (t := STATES.get((mission.id, m))) and (w := t.claim.window)]
        for early, late in pairwise(windows):
            assert late.latest is None or early.earliest is None or late.latest >= early.earliest


def test_each_seed_is_a_proof_that_quotes_itself() -> None:
    items = {item.id: item for item in WORLD.items}
    assert len(items) == len(WORLD.items) == len(WORLD.testimonies)
    for testimony in WORLD.testimonies:
        evidence = testimony.claim.evidence
        item = items[testimony.item]
        assert item.text[evidence.start : evidence.end] == evidence.quote
        assert testimony.tier is Tier.AGENCY
        assert testimony.baseline
        assert testimony.day == date(2024, 6, 25)
        assert testimony.claim.window is None or edtf.parse(testimony.claim.when) == testimony.claim.window


def test_a_mission_is_found_by_its_id_or_named_as_missing() -> None:
    assert WORLD.mission("chang-e-7").names["zh"] == "嫦娥七号"
    with pytest.raises(SeedError) as caught:
        WORLD.mission("apollo-11")
    assert caught.value.key == "apollo-11"


# --- faulty files ---------------------------------------------------------------------------------------------------

JUNK = ["7", "-1.5", "true", '""', '"\\u0000"', '"   "', "[]", "[[]]", "[7]", "{}", "{ en = 7 }", "nan", "1999-13-01",
        "2024-06-25T14:07:00Z", '"2027-13"', '["launch", "launch"]', '[["a", "b", "c"]]', '"../.."', '"Chang\'e 7"']  # fmt: skip
LINES = [n for n, line in enumerate(SHIPPED.splitlines()) if re.match(r"[a-z][a-z.]* = ", line)]


def broken(line: int, value: str | None) -> str:
    lines = SHIPPED.splitlines()
    lines[line] = "" if value is None else f"{lines[line].split(' = ')[0]} = {value}"
    return "\n".join(lines)


def loaded_or_named(path: Path) -> seeding.World | None:
    """The world, or None after a SeedError that names the file; any other exception passes through."""
    try:
        return seeding.load(path)
    except SeedError as error:
        named = error.key.startswith(str(path)) and bool(error.message)
    assert named
    return None


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.sampled_from(LINES), value=st.none() | st.sampled_from(JUNK))
def test_a_file_with_one_wrong_line_loads_whole_or_names_the_fault(
    tmp_path: Path, line: int, value: str | None
) -> None:
    path = tmp_path / "missions.toml"
    path.write_text(broken(line, value), encoding="utf-8")
    world = loaded_or_named(path)
    if world is None:
        return
    for mission in world.missions:
        assert mission.name()
        assert mission.name("zh")
        assert all(isinstance(text, str) for text in (mission.id, mission.agency, mission.programme, mission.side))
        assert all(isinstance(name, str) for names in mission.aliases.values() for name in names)
    assert len(world.items) == len(world.testimonies)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.integers(0, len(SHIPPED)), length=st.integers(1, 400))
def test_a_file_with_a_hole_loads_or_names_the_file(tmp_path: Path, start: int, length: int) -> None:
    path = tmp_path / "missions.toml"
    path.write_text(SHIPPED[:start] + SHIPPED[start + length :], encoding="utf-8")
    loaded_or_named(path)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('when = "2025-09"', 'when = "autumn 2025"', "mission artemis-2: milestone launch: when"),
        ('side = "us"\norigin = "report"', 'side = 3\norigin = "report"', "mission artemis-3: side"),
        ('name.en = "Chang\'e 7"', "name.en = 7", "mission chang-e-7: name: en"),
        ('id = "chang-e-8"', 'id = "chang-e-7"', "mission"),
        ('id = "chang-e-8"', 'id = "Chang e 8"', "mission Chang e 8: id"),
        ('milestones = ["rollout", "launch", "return"]', 'milestones = ["lunch"]', "artemis-2: milestones: lunch"),
        ('["artemis-4", "landing"]', '["artemis-5", "landing"]', "race people-on-the-moon: contenders: artemis-5"),
        ('reference = "cnsa-2023-10-02"', 'reference = "hearsay"', "milestone launch: reference: hearsay"),
        ("on = 2024-06-25", 'on = "25 June"', "report: on"),
    ],
)
def test_the_fault_is_named_where_it_is(tmp_path: Path, old: str, new: str, place: str) -> None:
    assert old in SHIPPED
    path = tmp_path / "missions.toml"
    path.write_text(SHIPPED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        seeding.load(path)
    assert caught.value.key.startswith(str(path))
    assert place in caught.value.key


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe", b"a = [" + b"[" * 5000, b"[report]\non = 2024-06-25\nmission = 3"]
)
def test_what_is_no_mission_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "missions.toml"
    path.write_bytes(content)
    with pytest.raises(SeedError) as caught:
        seeding.load(path)
    assert caught.value.key.startswith(str(path))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SeedError) as caught:
        seeding.load(tmp_path / "none.toml")
    assert caught.value.key == str(tmp_path / "none.toml")


def test_the_fingerprint_tells_files_apart(tmp_path: Path) -> None:
    path = tmp_path / "missions.toml"
    path.write_text(SHIPPED, encoding="utf-8")
    assert seeding.load(path).fingerprint == WORLD.fingerprint
    path.write_text(SHIPPED.replace('when = "2025-09"', 'when = "2025-10"'), encoding="utf-8")
    assert seeding.load(path).fingerprint != WORLD.fingerprint
