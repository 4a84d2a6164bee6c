"""Texts of which an extraction lost or exchanged something at random: whatever is read, every rule ends."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.foreign_texts import FOREIGN
from tests.checks.instruments import AS_AT

_MARK = re.compile(r"⟦([^⟦⟧|]*)\|[A-Z, -]+\??⟧")
_FIGURE = re.compile(r"(?<![\w.,])[-(]?£?\d[\d,]*(?:\.\d+)?%?\)?(?!\w)")
_FILES = sorted(FOREIGN.iterdir())
_FEW = _FILES[::12]


@pytest.mark.parametrize("file", _FEW, ids=lambda file: file.stem)
def test_a_spoilt_text_is_read_and_checked_to_the_end(file: Path) -> None:
    _check(file, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 6))
@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_every_spoilt_text_is_read_and_checked_to_the_end(file: Path, seed: int) -> None:
    _check(file, seed)


def _check(file: Path, seed: int) -> None:
    text = _spoilt(_MARK.sub(r"\1", file.read_text(encoding="utf-8")), random.Random(f"{seed} {file.name}"))
    read_back = read(text, "spoilt.txt", markdown=False)
    findings = run(read_back.reading, Options(as_at=AS_AT), name="spoilt.txt")
    assert all(0 <= one.words.start <= one.words.end <= len(one.words.passage.text) for one in findings)


def _spoilt(text: str, chance: random.Random) -> str:
    """Return a text with figures lost or mistyped, and lines lost, exchanged, glued or cut off."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        what = chance.random()
        if what < 0.08:
            lines[at] = _FIGURE.sub(
                lambda found: found[0] if chance.random() < 0.6 else " " * len(found[0]), line
            )
        elif what < 0.12:
            lines[at] = _FIGURE.sub(lambda found: found[0].replace("1", "7", 1), line)
        elif what < 0.14:
            lines[at] = ""
        elif what < 0.15 and at:
            lines[at - 1 : at + 1] = line, lines[at - 1]
        elif what < 0.16:
            lines[at] = line.replace(" ", "", 2)
        elif what < 0.165:
            lines[at] = line[: len(line) // 2]
    return "\n".join(lines)
