"""Parts that only another schedule has, and rows that no table has."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_PARTS = """
1. Functions

1.1 They are in Part {part} of Schedule {schedule}. {words}

# Schedule 1

## Part 1

1. Nursing.

## Part 2

2. Beds.

# Schedule 2

1. The board meets.

| Ref | Measure |
|---|---|
| SL1 | Visits |
| SL2 | Calls |
| SL3 | Plans |
"""


@pytest.mark.parametrize(
    ("part", "schedule", "words", "found"),
    [
        ("1", "1", "", []),
        ("2", "1", "", []),
        ("1", "2", "", ["Part 1"]),
        ("1", "1", "SL3 is met each month.", []),
        ("1", "1", "SL7 is met each month.", ["SL7"]),
        ("1", "1", "Measure SL4 is met each month.", ["SL4"]),
        ("1", "1", "The model is an XL7.", []),
    ],
)
def test_a_part_or_a_row_that_only_another_has_is_missing(
    part: str, schedule: str, words: str, found: list[str]
) -> None:
    text = _PARTS.format(part=part, schedule=schedule, words=words)
    told = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT, level="warning"))
    assert [one.words.text for one in told] == found


_FIGURES = """
1. Funding

1.1 {words}

Figure 1: Sources of funds

| Source | Sum |
|---|---|
| Grant | £10 |

Figure {number}: Uses of funds

| Use | Sum |
|---|---|
| Beds | £10 |
"""


@pytest.mark.parametrize(
    ("words", "number", "found"),
    [
        ("Its sources are in Figure 1, its uses in Figure 2.", "2", []),
        ("Its sources are in Figure 3, its uses in Figure 2.", "2", ["Figure 3"]),
        ("Its sources are in Figure 1, its uses in Figure 2.", "3", ["Figure 2"]),
        ("Its sources are in Figure 1, as in Figure 4 of the guidance.", "2", []),
        ("The figure 12 is that of last year.", "2", []),
        ("A figure 4.5 per cent higher is foreseen.", "2", []),
    ],
)
def test_a_figure_that_no_caption_has_is_missing(words: str, number: str, found: list[str]) -> None:
    text = _FIGURES.format(words=words, number=number)
    told = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT, level="warning"))
    assert [one.words.text for one in told] == found
