"""Days that follow on another: the next day, a handover, the rows of a quarter, when approval was given."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

_AGREEMENT = """# Agreement for a Joint Store

THIS AGREEMENT is made on Friday 30 October 2026 between the Council, the ICB and the Trust.

1. Meaning

1.1 In this Agreement:

**Opening Day** means 1 April 2027.

1.2 This Agreement shall take effect on the Opening Day and shall, unless ended under clause 3.1, continue for
three years, until and including the {end}.

1.3 {}

2. Money

2.1 The Council keeps the accounts.
"""


def _found(words: str, end: str = "31st day of March 2030") -> list[str]:
    reading = read(_AGREEMENT.format(words, end=end), "a.md", markdown=True).reading
    found = run(reading, Options(select=("CK-DATE",), as_at=AS_AT))
    return [one.words.text for one in found if one.level != "info"]


_ROWS = """The rent is paid:

| Months | Due |
|---|---|
| April to June 2027 | {} |
| July to {} 2027 | {} |
| October to December 2027 | {} |
| January to March 2028 | {} |
"""
_DUE = ("15 April 2027", "15 July 2027", "15 October 2027")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        # what was done before the agreement was made
        (
            "The Cabinet approved this Agreement on 7 July 2026, the board of the ICB on 9 July 2026 and"
            " that of"
            " the Trust on 3 November 2026.",
            "3 November 2026",
        ),
        (
            "The Council by resolution dated 7 July 2026 and the ICB by resolution dated 7 December 2026"
            " approved"
            " the making of this Agreement.",
            "7 December 2026",
        ),
        ("The Partners consulted carers between 4 May 2026 and 4 December 2026.", "4 December 2026"),
        ("The consultation began on 4 May 2026 and ended on 4 December 2026.", "4 December 2026"),
        # the next day
        (
            "The lease of the store ends on 30 March 2027, being the day before the Opening Day.",
            "30 March 2027",
        ),
        ("The store opens on 3 April 2027 (the day after the Opening Day).", "3 April 2027"),
        (
            "The former agreement expires on 28 February 2027, and the Partners wish to be bound from the"
            " day next"
            " following by this Agreement.",
            "28 February 2027",
        ),
        # one after another
        (
            "The chair is the Head of Stores until 31 March 2028, and the Chief Nurse from 1 May 2028.",
            "1 May 2028",
        ),
        (
            "| Member | Post |\n|---|---|\n| Ann Low | Head of Stores (chair until 31 March 2028) |\n"
            "| Bea Moor | Chief Nurse (chair from 1 May 2028) |",
            "1 May 2028",
        ),
        (_ROWS.format(_DUE[0], "October", *_DUE[1:], "17 January 2028"), "July to October 2027"),
        (_ROWS.format(_DUE[0], "September", *_DUE[1:], "17 January 2027"), "17 January 2027"),
        (
            "The chair is held by the Council in 2027/28, by the ICB in 2029/30 and by the Trust in 2029/30.",
            "2029/30",
        ),
        ("The rent is paid in two instalments, on 30 April 2027 and 29 October 2026.", "29 October 2026"),
        # days of the week
        (
            "In 2027 the Board meets on:\n\n- Thursday 21 January\n- Thursday 23 April\n- Thursday 22 July\n",
            "Thursday 23 April",
        ),
        ("It meets on Thursday 22 April, Thursday 23 June and Thursday 26 August 2027.", "Thursday 23 June"),
        # the day on which it was made
        ("| Step | Day |\n|---|---|\n| Agreement signed | 30 November 2026 |", "30 November 2026"),
        ("It replaces the deed of the thirtieth day of March (31 March 2025).", "31 March 2025"),
        # the end of a year
        (
            "The clerk reports not later than 30 June, being within two months of the end of the Financial"
            " Year.",
            "30 June",
        ),
        # years at the head of a table
        (
            "The shares are:\n\n| Body | 2026/27 | 2027/28 | 2028/29 |\n|---|---|---|---|\n"
            "| Council | £10,000 | £10,200 | £10,404 |",
            "2026/27",
        ),
        (
            "The Partners may extend it by a deed executed not later than 30 September 2030, which extends"
            " the said"
            " term once.",
            "30 September 2030",
        ),
    ],
)
def test_a_day_is_told_that_does_not_follow(words: str, told: str) -> None:
    assert _found(words) == [told]


def test_the_day_on_which_a_term_begins_may_have_any_name() -> None:
    (found,) = _found("The rent is fixed.", end="31st day of May 2030")
    assert found.startswith("three years")
    assert found.endswith("31st day of May 2030")


@pytest.mark.parametrize(
    "words",
    [
        "The Cabinet approved this Agreement on 7 July 2026, and it takes effect on 1 April 2027.",
        "The Board approved the plan on 7 July 2026. It is laid before the Council on 3 November 2026.",
        "A meeting to approve the plan is held on 3 February 2027 and a further one on 3 May 2027.",
        "Staff will be consulted between 3 December 2026 and 3 January 2027.",
        "Staff are consulted between 3 December 2026 and 3 January 2027.",
        "Payments approved by the Board are made on 3 May 2027 and on 3 July 2027.",
        "The lease of the store ends on 31 March 2027, being the day before the Opening Day.",
        "The store is fitted out by 28 February 2027, before the Opening Day.",
        "The former agreement expires on 31 March 2027. This Agreement takes its place on the next day.",
        "A contract ends on 28 February 2028 and the next day the stock is counted.",
        "The chair is the Head of Stores until 31 March 2028, and the Chief Nurse from 1 April 2028.",
        "The chair is held by the Council in 2027/28, by the ICB in 2028/29 and by the Trust in 2029/30.",
        "The rent is paid in two instalments, on 30 April 2027 and 29 October 2027.",
        "The store is closed until 31 March 2028, and the van runs from 1 May 2028.",
        _ROWS.format(_DUE[0], "September", *_DUE[1:], "17 January 2028"),
        "| Step | Day |\n|---|---|\n| Call | 3 May 2027 |\n| Bids | 2 June 2027 |\n| Panel | 9 June 2027 |\n"
        "| Award | 1 September 2027 |",
        "In 2027 the Board meets on:\n\n- Thursday 21 January\n- Thursday 22 April\n- Thursday 22 July\n",
        "In 2027/28 it meets:\n\n- Thursday 22 April\n- Thursday 20 January\n",
        "It meets on Thursday 22 April, Thursday 24 June and Thursday 26 August 2027.",
        "The clerk reports not later than 31 May, being within two months of the end of the Financial Year.",
        "Spending of past years was:\n\n| Body | 2024/25 | 2025/26 | 2026/27 |\n|---|---|---|---|\n"
        "| Council | £10,000 | £10,200 | £10,404 |",
        "The shares are:\n\n| Body | 2027/28 | 2028/29 | 2029/30 |\n|---|---|---|---|\n"
        "| Council | £10,000 | £10,200 | £10,404 |",
        "| Step | Day |\n|---|---|\n| Agreement signed | 30 October 2026 |\n| Store agreement ends | 1 May"
        " 2028 |",
    ],
)
def test_a_day_that_follows_or_need_not_is_left_alone(words: str) -> None:
    assert _found(words) == []
