"""Overspends and underspends, and whether their definitions say so."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
# Agreement

1. Definitions

1.1 In this agreement:

**Contributions** means what the Partners pay.

**{term}** means {meaning};

**Partner** means each party.
"""


@pytest.mark.parametrize(
    ("term", "meaning", "told"),
    [
        ("Underspend", "the amount by which spending in a year is more than the Contributions", "more than"),
        ("Overspend", "expenditure from the fund which falls short of the Contributions", "falls short of"),
        ("Underspend", "the amount by which the Contributions are less than what is spent", "less than"),
        ("Forecast Overspend", "costs below the budget", "below"),
        ("Underspend", "the amount by which spending in a year is less than the Contributions", ""),
        ("Underspend", "the amount by which the Contributions exceed what is spent", ""),
        ("Overspend", "expenditure which is more than 2% above the budget", ""),
        ("Overspend", "spending above the budget, and Underspend means spending below it", ""),
        ("Underspend", "what is left of the Contributions at the end of a year", ""),
    ],
)
def test_more_is_spent_for_an_overspend(term: str, meaning: str, told: str) -> None:
    text = _AGREEMENT.format(term=term, meaning=meaning)
    found = run(reading_of(text), Options(select=("CK-FIGURE-RANGE",), as_at=AS_AT))
    assert [one.words.text for one in found] == ([told] if told else [])
