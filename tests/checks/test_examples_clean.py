"""Our own examples, drafted: the rules find nothing in them that is an error or a warning."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausekit.checks.running import Options, run
from clausekit.reading import Reading
from tests.checks.mutations.sources import EXAMPLES, day_of, text_reading, word_reading

each_example = pytest.mark.parametrize(
    "example", EXAMPLES, ids=lambda file: f"{file.parent.parent.name} {file.stem}"
)


@each_example
def test_an_example_as_a_word_file_has_no_error_and_no_warning(example: Path) -> None:
    name = f"{example.parent.parent.name}/{example.stem}"
    assert _found(name, word_reading(name)) == []


@each_example
def test_an_example_as_a_text_has_no_error_and_no_warning_but_its_blanks(example: Path) -> None:
    """A text does not say that a blank is a parameter still to be given."""
    name = f"{example.parent.parent.name}/{example.stem}"
    assert _found(name, text_reading(name), ignore=("CK-BLANK",)) == []


def _found(name: str, reading: Reading, ignore: tuple[str, ...] = ()) -> list[str]:
    found = run(reading, Options(ignore=ignore, level="warning", as_at=day_of(name)), name=name)
    return [f"{one.rule} {one.place}: {one.excerpt.marked()}" for one in found]
