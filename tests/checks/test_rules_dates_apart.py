"""Dates that are to be so far from others: in tables, before meetings, before what a clause names."""

from __future__ import annotations

from datetime import date

import pytest

from clausekit.checks.rules import load
from clausekit.checks.rules.dates._working_days import is_working_day, working_days_between
from tests.checks.instruments import hits


def told(text: str, rule: str) -> list[str]:
    """Return the words that a rule for dates tells in a text."""
    return [hit.words.text for hit in hits(load(rule), text)]


MEETINGS = """
1. Meetings

1.1 {clause}

| No. | Meeting | Papers |
|---|---|---|
| 1 | 22 April 2027 | {first} |
| 2 | 17 June 2027 | 10 June 2027 |
| 3 | 16 September 2027 | 9 September 2027 |
| 4 | 18 November 2027 | {fourth} |
| 5 | 16 March 2028 | 9 March 2028 |
"""


@pytest.mark.parametrize(
    ("clause", "first", "fourth", "words"),
    [
        ("The board meets.", "15 April 2027", "11 November 2027", []),
        ("The board meets.", "15 April 2027", "4 November 2027", ["4 November 2027"]),
        ("The board meets.", "15 April 2027", "10 November 2027", []),
        ("Papers are sent out seven days before each meeting.", "15 April 2027", "11 November 2027", []),
        ("Papers go out five Working Days before each meeting.", "15 April 2027", "11 November 2027", []),
        (
            "Papers are sent out ten days before each meeting.",
            "15 April 2027",
            "11 November 2027",
            ["ten days"],
        ),
        ("Agendas go out at least five days before a meeting.", "15 April 2027", "11 November 2027", []),
        (
            "A question on the agenda is put two days before the meeting.",
            "15 April 2027",
            "11 November 2027",
            [],
        ),
    ],
)
def test_days_in_a_table_are_as_far_apart_as_in_all_rows(
    clause: str, first: str, fourth: str, words: list[str]
) -> None:
    assert told(MEETINGS.format(clause=clause, first=first, fourth=fourth), "CK-DATE-ORDER") == words


def test_papers_before_a_holiday_may_be_early() -> None:
    text = MEETINGS.format(clause="They meet.", first="15 April 2027", fourth="11 November 2027")
    text = text.replace("| 5 | 16 March 2028 | 9 March 2028", "| 5 | 6 January 2028 | 20 December 2027")
    assert told(text, "CK-DATE-ORDER") == []


def test_working_days_leave_out_weekends_and_bank_holidays() -> None:
    assert working_days_between(date(2027, 3, 25), date(2027, 3, 30)) == 1
    assert not is_working_day(date(2027, 12, 27))
    assert not is_working_day(date(2027, 12, 28))
    assert not is_working_day(date(2026, 8, 31))


@pytest.mark.parametrize(("day", "words"), [("1 March 2027", []), ("15 March 2027", ["15 March 2027"])])
def test_a_row_keeps_to_the_clause_that_it_names(day: str, words: list[str]) -> None:
    text = f"""
1. Staff

1.1 The list of staff is given to the Council at least 28 days before 1 April 2027.

| Step | Day |
|---|---|
| List given (clause 1.1) | {day} |
| Team starts | 1 April 2027 |
"""
    assert told(text, "CK-DATE-ORDER") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It tells the others within 96 hours, so that they can notify it within 72 hours.", ["96 hours"]),
        ("It tells the others within 24 hours, so that they can notify it within 72 hours.", []),
        ("It tells the others within 96 hours so that they can act within 72 hours of being told.", []),
        ("It reports within ten days to enable the Council to answer within five days.", ["ten days"]),
        ("It reports within ten days and answers within five days.", []),
    ],
)
def test_what_is_to_be_in_time_is_not_longer(sentence: str, words: list[str]) -> None:
    assert told(f"1. Time\n\n1.1 {sentence}\n", "CK-DATE-TERM") == words


@pytest.mark.parametrize(
    ("summary", "words"),
    [
        ("First review of this Agreement: by 31 March 2028.", []),
        ("First review of this Agreement: by 31 March 2029.", ["31 March 2028"]),
        ("Next review of this Agreement: by 31 March 2029.", []),
        ("First review of this Protocol: by 31 March 2029.", []),
    ],
)
def test_a_review_is_told_with_one_day(summary: str, words: list[str]) -> None:
    text = (
        f"1. Summary\n\n1.1 {summary}\n\n2. Review\n\n2.1 The Board reviews this Agreement by 31 March 2028"
    )
    assert told(f"{text} and every year after that.\n", "CK-DATE-ORDER") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Board reviews it by 30 November 2027 and decides by 31 October 2027.", ["31 October 2027"]),
        ("The Board reviews it by 30 September 2027 and decides by 31 October 2027.", []),
    ],
)
def test_what_is_decided_is_weighed_before(sentence: str, words: list[str]) -> None:
    assert told(f"1. Review\n\n1.1 {sentence}\n", "CK-DATE-ORDER") == words


@pytest.mark.parametrize(
    ("start", "rule", "words"),
    [
        ("4 January 2027", "CK-DATE-ORDER", []),
        ("4 January 2026", "CK-DATE-ORDER", ["4 January 2026"]),
        ("4 January 2027", "CK-DATE-WEEKDAY", []),
        ("5 January 2027", "CK-DATE-WEEKDAY", ["Monday"]),
    ],
)
def test_a_start_date_goes_with_what_is_said_of_it(start: str, rule: str, words: list[str]) -> None:
    text = f"""
1. Words

**Start Date** means {start}.

2. Term

2.1 This Memorandum runs for 27 months from 1 January 2027, ending on 31 March 2029. The Hub opens on the
Start Date, which is a Monday.
"""
    assert told(text, rule) == words


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("Instalments of the Council, 2027/28", []),
        ("Instalments of the Council, 2026/27", ["2026/27"]),
        ("Meetings in 2028", ["2028"]),
        ("Meetings in 2027", []),
    ],
)
def test_a_table_is_of_the_year_that_heads_it(caption: str, words: list[str]) -> None:
    text = f"""
1. Payment

1.1 {caption}

| Turn | Day |
|---|---|
| One | 30 April 2027 |
| Two | 30 July 2027 |
| Three | 29 October 2027 |
"""
    assert told(text, "CK-DATE-YEAR") == words


@pytest.mark.parametrize(("begins", "found"), [(2027, 0), (2026, 1)])
def test_the_first_year_is_one_of_the_tables(begins: int, found: int) -> None:
    text = f"""
1. Sums

1.1 First Financial Year: 1 April {begins} to 31 March {begins + 1}

| Financial Year | Sum |
|---|---|
| 2027/28 | £100 |
| 2028/29 | £110 |
"""
    assert len(told(text, "CK-DATE-YEAR")) == found


@pytest.mark.parametrize(
    ("by", "words"), [("30 September 2030", []), ("30 September 2031", ["30 September 2031"])]
)
def test_an_extension_is_agreed_so_long_before_the_end(by: str, words: list[str]) -> None:
    text = f"""
1. Term

1.1 The Arrangements begin on the Commencement Date and continue for a term of four years expiring on 31 March
2031.

1.2 The Partners may extend the Initial Term to a date not later than 31 March 2033, if they agree not later
than {by}, being six months before the Initial Term expires.
"""
    assert told(text, "CK-DATE-TERM") == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It ends on 31 April.", "31 April"),
        ("It ends on 31 Sept., 2026.", "31 Sept., 2026"),
        ("It ends on 31 Apr. 2026.", "31 Apr. 2026"),
    ],
)
def test_the_stop_of_a_sentence_is_no_part_of_a_date(sentence: str, words: str) -> None:
    assert told(f"1. Term\n\n1.1 {sentence}\n", "CK-DATE-IMPOSSIBLE") == [words]
