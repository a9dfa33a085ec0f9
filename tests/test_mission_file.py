"""The user's missions.toml as the program writes it: read back the same, everything else in it kept, never a broken file."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker import mission_file, seeding
from tracker.errors import SeedError, TrackerError
from tracker.model import MILESTONES, Mission

LARKSPUR = Mission(
    "larkspur-2", {"en": "Larkspur 2", "zh": "飞燕草二号"}, {"en": ("Lark II", "L-2")}, "isro", "larkspur", "india",
    ("launch", "landing"), about={"en": "A lander that we made up."},
)  # fmt: skip
OWN = """# my own notes stay
[[mission]]
id = "mine"  # and this
name.en = "Mine 1"
agency = "me"
programme = "mine"
side = "us"
milestones = ["launch"]
[[mission.milestone]]
id = "launch"
status = "planned"
when = "2029"
"""

words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
    str.strip
)
missions = st.builds(
    Mission,
    id=st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}", fullmatch=True).filter(lambda i: i not in seeding.load().shipped_missions),
    names=st.dictionaries(st.sampled_from(["en", "zh"]), words, min_size=1),
    aliases=st.dictionaries(st.sampled_from(["en", "zh"]), st.lists(words, min_size=1, max_size=3).map(tuple)),
    agency=words, programme=words, side=words,
    milestones=st.lists(st.sampled_from(MILESTONES), min_size=1, unique=True).map(tuple),
    about=st.dictionaries(st.just("en"), words),
    lane=st.booleans(),
)  # fmt: skip


@given(missions, missions)
def test_what_is_written_is_read_back(first: Mission, second: Mission) -> None:
    text = mission_file.with_mission("", first, "f")
    text = mission_file.with_mission(text, replace(second, id=first.id), "f")
    if first.id != "larkspur-2":
        text = mission_file.with_mission(text, LARKSPUR, "f")
    world = mission_file.tried(text, "f")
    assert world.mission(first.id) == replace(second, id=first.id, origin="user")


def test_everything_else_in_the_file_stays() -> None:
    text = mission_file.with_mission(OWN, LARKSPUR, "f")
    assert text.startswith('# my own notes stay\n[[mission]]\nid = "mine"  # and this\n')
    edited = mission_file.with_mission(
        text, replace(mission_file.tried(text, "f").mission("mine"), names={"en": "Mine One"}), "f"
    )
    data = tomllib.loads(edited)
    assert data["mission"][0]["milestone"] == [{"id": "launch", "status": "planned", "when": "2029"}]
    assert data["mission"][0]["name"] == {"en": "Mine One"}
    assert "# and this" in edited
    left = mission_file.without_mission(edited, "mine", "f")
    assert [m["id"] for m in tomllib.loads(left)["mission"]] == ["larkspur-2"]
    assert "mission" not in tomllib.loads(mission_file.without_mission(left, "larkspur-2", "f"))


def test_a_shipped_mission_is_laid_over_and_put_back() -> None:
    world = seeding.load()
    seven = world.mission("chang-e-7")
    other = replace(seven, aliases={**seven.aliases, "en": (*seven.aliases.get("en", ()), "South Pole Seven")})
    text = mission_file.with_mission("", other, "f")
    assert mission_file.tried(text, "f").mission("chang-e-7").aliases["en"][-1] == "South Pole Seven"
    assert mission_file.tried(mission_file.without_mission(text, "chang-e-7", "f"), "f").missions == world.missions


@pytest.mark.parametrize("text", ["mission = 3", "[[mission]\n", 'mission = ["a"]', "[mission]\nid = 1\n"])
def test_a_file_that_is_not_ours_is_not_touched(text: str, tmp_path: Path) -> None:
    path = tmp_path / "missions.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(TrackerError, match=r"missions\.toml"):
        mission_file.with_mission(mission_file.read(path), LARKSPUR, path.name)
    assert path.read_text(encoding="utf-8") == text


def test_what_would_not_be_read_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "missions.toml"
    path.write_text(OWN, encoding="utf-8")
    headless = replace(seeding.load().mission("artemis-3"), milestones=("launch",))
    with pytest.raises(SeedError, match=r"the race .* needs its landing"):
        mission_file.keep(mission_file.with_mission(OWN, headless, path.name), path)
    assert path.read_text(encoding="utf-8") == OWN


def test_ids() -> None:
    assert mission_file.ident("Chang'e 9", []) == "chang-e-9"
    assert mission_file.ident("Chang'e 9", ["chang-e-9", "chang-e-9-2"]) == "chang-e-9-3"
    assert mission_file.ident("嫦娥九号", []) == "mission"
    assert mission_file.ident("É" * 200, []) == "e" * 56
