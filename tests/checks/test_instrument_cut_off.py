"""Extracts that break off: what they lack may stand in what was cut off."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import instrument_of

_BEGINNING = """
1. Meaning of words

1.1 In this agreement:

“Pooled Fund” means the money that the Partners keep together.

“Quarter” means three months.

1.2 The Council keeps the Pooled Fund as clause 9 says, and accounts for the School Meals Reserve.

"""


@pytest.mark.parametrize(
    "end",
    [
        "1.3 The Council shall tell the ICB of any change that it can forebl",
        "1.3 The Council shall tell the ICB of any change to the",
        "1.3 The Council pays what the list says:\n\n(a) rent;\n\n(b) wages and wh",
        "1.3 The Council pays to each member of the Co",
        "1.3 The call-in of each member(s) has been agreed by the Chair of s",
    ],
)
def test_a_text_that_ends_within_a_sentence_breaks_off(end: str) -> None:
    assert instrument_of(_BEGINNING + end).breaks_off_in is not None
    assert _sure(_BEGINNING + end) == []


@pytest.mark.parametrize(
    "end",
    [
        "1.3 The Council pays the wages.",
        "1.3 The Council keeps the books of the Partners",
        "Signed for the Council",
        "Date: .....................",
        "| Post | Rate |\n|---|---|\n| Nurse | 12 |",
    ],
)
def test_a_text_that_ends_does_not_break_off(end: str) -> None:
    assert instrument_of(_BEGINNING + end).breaks_off_in is None
    assert ("CK-REF-MISSING", "clause 9") in _sure(_BEGINNING + end)


def test_a_long_text_is_no_extract() -> None:
    clauses = [f"1.{number} The Council pays the wages of the year and the rent." for number in range(3, 300)]
    assert instrument_of(_BEGINNING + "\n\n".join([*clauses, "2. It pays to the"])).breaks_off_in is None


def _sure(text: str) -> list[tuple[str, str]]:
    reading = read(text, "example.txt", markdown=False).reading
    found = run(reading, Options())
    return [(one.rule, one.words.text) for one in found if one.level != "info"]
