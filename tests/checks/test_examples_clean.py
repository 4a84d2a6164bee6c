"""Our own examples, drafted: the rules find nothing in them that is an error or a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.checks.running import Options, run
from tests.checks.mutations.sources import EXAMPLES, day_of, text_reading, word_reading


@pytest.mark.parametrize("read", [word_reading, text_reading], ids=["docx", "txt"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: f"{file.parent.parent.name} {file.stem}")
def test_an_example_has_no_error_and_no_warning(example: Path, read: object) -> None:
    assert callable(read)
    name = f"{example.parent.parent.name}/{example.stem}"
    found = run(read(name), Options(level="warning", as_at=day_of(name)), name=name)
    assert [f"{one.rule} {one.place}: {one.excerpt.marked()}" for one in found] == []
