"""Which blanks are faults: those in running text and of years that are over, not those still to be signed."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

_AGREEMENT = """CARE AND HEALTH

The Partners work together.

THIS AGREEMENT is made on {date}

PARTIES

(1) Calder Council (the “Council”); and

(2) NHS Calder Integrated Care Board (the “ICB”).

1. The fund

1.1 The Council appoints the manager, who is at the Commencement Date {manager}.

SCHEDULE 1

REQUESTS

1. Requests are answered within a month by the Partner that has them.

Contact for each Partner: {contact}

2. The Partners keep a log.
"""
_FILLED = {"date": "3 May 2025", "manager": "Ann Hope", "contact": "the town hall"}


def _found(**blank: str) -> list[str]:
    text = _AGREEMENT.format(**{**_FILLED, **blank})
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-BLANK",), as_at=AS_AT))
    return [one.words.text for one in found if one.level == "error"]


@pytest.mark.parametrize(
    ("name", "blank"),
    [
        ("manager", "[●]"),
        ("manager", "__________"),
        ("contact", "____________________"),
        ("date", "[     ] 2014"),
    ],
)
def test_a_blank_is_told(name: str, blank: str) -> None:
    assert len(_found(**{name: blank})) == 1


@pytest.mark.parametrize(
    ("clause", "lines"),
    [
        ("1.2 Address: ________\n", 1),
        ("Date of the accounts: ________ or any other day that the Council chooses.\n", 1),
        ("1.2 Start: ________ or the day on which it opens.\n\n1.3 End: ________ or a later day.\n", 2),
        ("Date: ________\n", 0),
    ],
)
def test_a_line_after_a_label_is_a_blank_in_a_provision(clause: str, lines: int) -> None:
    text = _AGREEMENT.format(**_FILLED).replace("SCHEDULE 1", f"{clause}\nSCHEDULE 1")
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-BLANK",), as_at=AS_AT))
    assert [one.words.text for one in found] == ["________"] * lines


def test_a_date_with_two_lines_is_told_once() -> None:
    assert _found(date="the ______ day of ______________ 2024") == ["______"]


@pytest.mark.parametrize(
    "date", ["[     ] 2026", "______ 2026", "the ______ day of ______________ 2027", "3 May 2025"]
)
def test_the_date_of_a_signature_to_come_is_left_blank(date: str) -> None:
    assert _found(date=date) == []
