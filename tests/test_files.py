"""A file is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.errors import ExportError
from tracker.files import write_atomically


def test_the_text_is_there_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    write_atomically(path, "a,b\r\n嫦娥,'\r\n")
    assert path.read_bytes() == "a,b\r\n嫦娥,'\r\n".encode()
    assert [p.name for p in path.parent.iterdir()] == ["out.csv"]
    assert path.stat().st_mode & 0o400


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "out.csv"
    with pytest.raises(ExportError) as caught:
        write_atomically(path, "x")
    assert str(path) in str(caught.value)
    assert caught.value.advice


def test_a_folder_in_its_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out.csv").mkdir()
    with pytest.raises(ExportError):
        write_atomically(tmp_path / "out.csv", "x")
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")

    def full(prefix: str, suffix: str, dir: Path) -> tuple[int, str]:  # noqa: A002
        name = dir / f"{prefix}x{suffix}"
        name.touch()
        return os.open("/dev/full", os.O_WRONLY), str(name)

    monkeypatch.setattr("tempfile.mkstemp", full)
    with pytest.raises(ExportError) as caught:
        write_atomically(path, "x" * 100_000)
    assert "disk" in caught.value.advice.lower()
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]
