"""A file is the old one or the new one, and an error names the path and what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.errors import ExportError
from tracker.files import write_atomically


def test_the_bytes_are_the_text_in_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    write_atomically(target, "嫦娥七号\r\nb\n")
    assert target.read_bytes() == "嫦娥七号\r\nb\n".encode()
    write_atomically(target, "new")
    assert target.read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_permissions_of_the_umask(tmp_path: Path) -> None:
    old = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", "x")
    finally:
        os.umask(old)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("no-folder/out.csv", "Create the folder"),
        ("file/out.csv", "not a folder"),
        ("folder", "Give the name of a file"),
        ("x" * 300, "Choose another place"),
        ("bad\0name", "Choose another name"),
    ],
)
def test_a_path_that_cannot_be_written_is_named(tmp_path: Path, name: str, advice: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    path = tmp_path / name
    with pytest.raises(ExportError) as caught:
        write_atomically(path, "x")
    assert caught.value.key == str(path)
    assert advice in caught.value.advice
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_what_is_not_a_plain_file_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDWR)
    try:
        write_atomically(pipe, "through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: the write fails half-way."""
    target = tmp_path / "out.csv"
    target.write_text("old")
    program = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom tracker.errors import ExportError\n"
        "from tracker.files import write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try:\n    write_atomically(Path(sys.argv[1]), 'x' * 100000)\nexcept ExportError as error:\n    print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(target)], capture_output=True, text=True, check=True,
        cwd=Path(__file__).resolve().parent.parent, env={**os.environ, "PYTHONPATH": "."},
    )  # fmt: skip
    assert "cannot be written. Is the disk full" in done.stdout
    assert target.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]
