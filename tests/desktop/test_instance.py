"""One app per data folder: real processes, real locks, real sockets."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tracker.desktop import ear_qt, ear_socket, instance
from tracker.desktop.instance import Instance, InstanceError

ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from tracker.desktop import instance
app = QCoreApplication(sys.argv)
first = instance.claim(Path(sys.argv[1]), patience_ms=int(sys.argv[2]))
if first is None:
    print("told", flush=True)
    raise SystemExit(0)
first.asked.connect(lambda token: print('asked', token, flush=True))
print("first", flush=True)
app.exec()
"""


def start(folder: Path, *, patience_ms: int = 5000, token: str = "") -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_ACTIVATION_TOKEN": token, "DESKTOP_STARTUP_ID": ""}
    return subprocess.Popen(
        [sys.executable, "-c", START, str(folder), str(patience_ms)], env=environment, stdout=subprocess.PIPE, text=True
    )


def line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: subprocess.Popen[str], how: int = signal.SIGKILL) -> None:
    process.send_signal(how)
    process.wait(10)
    assert process.stdout is not None
    process.stdout.close()


@pytest.fixture
def first(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    process = start(tmp_path)
    assert line(process) == "first"
    yield process
    end(process)


def test_a_second_start_raises_the_first_and_ends_well(first: subprocess.Popen[str], tmp_path: Path) -> None:
    second = start(tmp_path, token="activation-1")
    assert line(second) == "told"
    assert second.wait(10) == 0
    end(second)
    assert line(first) == "asked activation-1"


def test_another_data_folder_is_another_app(first: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = start(tmp_path / "other")
    assert line(other) == "first"
    end(other)


def test_after_a_kill_the_next_start_is_the_first_and_hears(first: subprocess.Popen[str], tmp_path: Path) -> None:
    end(first)
    again = start(tmp_path)
    assert line(again) == "first"
    second = start(tmp_path)
    assert line(second) == "told"
    end(second)
    assert line(again).startswith("asked")
    end(again)


def test_a_dead_ones_process_id_may_be_another_programs_by_now(first: subprocess.Popen[str], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    stranger = start(tmp_path / "elsewhere")
    assert line(stranger) == "first"
    written = (tmp_path / "instance.lock").read_text().split("\n")
    end(first)
    (tmp_path / "instance.lock").write_text("\n".join([str(stranger.pid), *written[1:]]))
    again = start(tmp_path, patience_ms=300)
    assert line(again) == "first"
    end(again)
    end(stranger)


def test_ten_starts_at_once_make_one_first(tmp_path: Path) -> None:
    crowd = [start(tmp_path, patience_ms=20000) for _ in range(10)]
    said = [line(process) for process in crowd]
    for process in crowd:
        end(process)
    assert sorted(said) == ["first"] + ["told"] * 9


def test_a_first_that_hangs_is_named(first: subprocess.Popen[str], tmp_path: Path, qapp: object) -> None:
    first.send_signal(signal.SIGSTOP)
    with pytest.raises(InstanceError, match=f"process {first.pid} .*does not answer"):
        instance.claim(tmp_path, patience_ms=400)
    first.send_signal(signal.SIGCONT)


def test_an_unwritable_folder_is_an_error_with_its_path(tmp_path: Path, qapp: object) -> None:
    with pytest.raises(InstanceError, match="no-such-folder"):
        instance.claim(tmp_path / "no-such-folder")


@pytest.fixture(params=[ear_socket, ear_qt], ids=["socket", "qt"])
def here(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp: object
) -> Iterator[Instance]:
    """Hears in both ways, Windows' too."""
    monkeypatch.setattr(instance, "_ears", lambda: request.param)
    claimed = instance.claim(tmp_path)
    assert claimed is not None
    yield claimed
    claimed.close()


def test_only_the_person_may_knock(here: Instance, tmp_path: Path) -> None:
    mode = (tmp_path / "instance.sock").stat().st_mode
    assert stat.S_IMODE(mode) & 0o077 == 0


def test_a_folder_too_deep_for_a_socket_works(tmp_path: Path, qapp: object) -> None:
    deep = tmp_path.joinpath(*["a-rather-long-name-for-a-folder"] * 4)
    deep.mkdir(parents=True)
    claimed = instance.claim(deep)
    assert claimed is not None
    assert claimed.listening
    second = start(deep)
    for _ in range(200):
        if second.poll() is not None:
            break
        qapp.processEvents()
        time.sleep(0.02)
    assert second.returncode == 0
    end(second)
    claimed.close()


@pytest.mark.parametrize("message", [b"", b"\n", b"launch missiles\n", b"\xff\xfe\n", b"x" * 100_000, b"show"])
def test_nonsense_is_not_obeyed(here: Instance, tmp_path: Path, qtbot: QtBot, message: bytes) -> None:
    asked: list[str] = []
    here.asked.connect(asked.append)
    with QSocket(tmp_path) as knock:
        knock.write(message)
        knock.flush()
        qtbot.waitUntil(
            lambda: knock.bytesToWrite() == 0 or knock.state() is QLocalSocket.LocalSocketState.UnconnectedState
        )
    with qtbot.waitSignal(here.asked), QSocket(tmp_path) as proper:  # it still hears
        proper.write(b"show t\n")
        proper.flush()
    assert asked == ["t"]


class QSocket:
    """A raw connection to the first instance."""

    def __init__(self, folder: Path) -> None:
        self._socket = QLocalSocket()
        self._socket.connectToServer(str(folder / "instance.sock"))
        assert self._socket.waitForConnected(2000)

    def __enter__(self) -> QLocalSocket:
        return self._socket

    def __exit__(self, *_: object) -> None:
        self._socket.abort()


@pytest.mark.parametrize("way", ["ear_socket", "ear_qt"])
def test_both_ways_of_knocking_are_answered(here: Instance, tmp_path: Path, way: str) -> None:
    """The other start may be of an earlier version, which knocks by Qt's means."""
    script = f"from tracker.desktop import {way}; print({way}.knock({str(tmp_path / 'instance.sock')!r}, b'show t\\n', 5000))"
    knocking = subprocess.Popen([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    for _ in range(1000):
        QCoreApplication.processEvents()
        if knocking.poll() is not None:
            break
        time.sleep(0.01)
    assert knocking.communicate(timeout=5)[0] == "b'ok\\n'\n"
