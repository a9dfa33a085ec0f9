"""What stands where there is no Xvfb, or one that cannot start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import x_server


def test_without_xvfb_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(x_server.NoScreenError, match="Xvfb is not installed"), x_server.x_server():
        pass


def test_an_xvfb_that_ends_at_once_is_no_screen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "Xvfb").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (tmp_path / "Xvfb").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(x_server.NoScreenError, match="did not start"):
        x_server.start()
