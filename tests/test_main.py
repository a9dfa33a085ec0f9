"""The short way into the desktop app asks for the same start as the command line's parser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker import cli
from tracker.__main__ import desktop_only


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--hidden"],
        ["--demo"],
        ["--data-dir", "d"],
        ["--hidden", "--data-dir", "a b", "--demo"],
        ["--demo", "--demo"],
    ],
)
def test_a_plain_start_is_the_parsers(arguments: list[str]) -> None:
    parsed = cli._parser().parse_args(arguments)
    start = desktop_only(arguments)
    assert start == {
        "data_dir": getattr(parsed, "data_dir", None), "hidden": parsed.hidden, "demo": parsed.demo,
    }  # fmt: skip
    assert parsed.run is cli._desktop


@pytest.mark.parametrize(
    "arguments",
    [
        ["poll"],
        ["--help"],
        ["--hiden"],
        ["--data-dir"],
        ["--data-dir", "--hidden"],
        ["--data-dir=d"],
        ["--hidden", "status"],
    ],
)
def test_everything_else_is_the_parsers_alone(arguments: list[str]) -> None:
    assert desktop_only(arguments) is None


def test_the_folder_is_a_path() -> None:
    start = desktop_only(["--data-dir", "x"])
    assert start is not None
    assert start["data_dir"] == Path("x")
