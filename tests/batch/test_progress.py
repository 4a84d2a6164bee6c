"""How far a batch has come, on a terminal and elsewhere."""

from __future__ import annotations

import sys

import pytest

from clausekit.batch.plan import Tally
from clausekit.cli.progress import progress


def test_without_a_terminal_a_line_is_printed_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter(range(0, 1000, 4))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    tally = Tally(total=400)
    with progress(tally) as show:
        for _ in range(9):
            tally.made += 40
            show()
    assert capsys.readouterr().err.splitlines() == ["120 of 400 rows", "240 of 400 rows", "360 of 400 rows"]


def test_on_a_terminal_there_is_a_bar(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    tally = Tally(total=400)
    with progress(tally) as show:
        tally.made += 120
        show()
    assert "120/400" in capsys.readouterr().err
