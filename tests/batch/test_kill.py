"""A batch that is killed, again and again: the run that is left alone completes the work of all."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.notes_library import notes_library, row, write_rows


def command(folder: Path, out: str, jobs: int) -> list[str]:
    return [
        sys.executable, "-m", "clausekit", "batch", "note", "--data", str(folder / "rows.jsonl"),
        "--out", str(folder / out), "--name", "{{ name }}", "--library", str(folder / "library"),
        "--jobs", str(jobs),
    ]  # fmt: skip


def made(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.jsonl"}


def run_killed(folder: Path, jobs: int, moment: float) -> None:
    """Run the batch and kill it after so many seconds, if it has not ended by then."""
    running = subprocess.Popen(command(folder, "out", jobs), stdout=subprocess.DEVNULL)
    try:
        running.wait(moment)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
        running.wait()


def killed_again_and_again(folder: Path, rows: int, jobs: int, kills: int, longest: float) -> None:
    notes_library(folder / "library")
    write_rows(folder / "rows.jsonl", map(row, range(rows)))
    subprocess.run(command(folder, "undisturbed", 1), check=True, stdout=subprocess.DEVNULL)
    chance = random.Random(rows)
    before = 0
    for _ in range(kills):
        run_killed(folder, jobs, chance.uniform(0.4, longest))
        there = len(made(folder / "out")) if (folder / "out").exists() else 0
        assert there >= before, "what was done is lost"
        before = there - 1  # a file that was being written is no document
    last = subprocess.run(command(folder, "out", jobs), check=True, capture_output=True, text=True)
    assert last.stderr == ""
    assert f"{rows} rows:" in last.stdout
    assert made(folder / "out") == made(folder / "undisturbed")
    lines = [json.loads(line) for line in (folder / "out" / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert sorted(line["output"] for line in lines if "output" in line) == sorted(made(folder / "out"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEKIT_CACHE", str(tmp_path / "cache"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_batch_survives_being_killed(tmp_path: Path, jobs: int) -> None:
    killed_again_and_again(tmp_path, rows=300, jobs=jobs, kills=4, longest=0.8)


@pytest.mark.slow
def test_ten_thousand_rows_survive_being_killed(tmp_path: Path) -> None:
    killed_again_and_again(tmp_path, rows=10_000, jobs=os.cpu_count() or 1, kills=20, longest=4)
