"""Dates beyond the term of an instrument; dates and years of lists and tables that are of another year."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

TERM = """1. Term

1.1 This Agreement begins on 1 October 2025 and ends on 30 September 2028.

1.2 {}
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The Partners shall review this Agreement by 31 December 2028.", ["31 December 2028"]),
        (
            "They shall carry out a review of this Agreement between 1 October 2028 and 31 December 2028.",
            ["1 October 2028", "31 December 2028"],
        ),
        ("The mid-term review will be carried out in January 2029.", ["January 2029"]),
        ("The Partners shall review this Agreement by 31 December 2027.", []),
        ("The final review of this Agreement shall be complete by 31 December 2028.", []),
        ("If this Agreement is extended, the annual review is due by 31 December 2028.", []),
        ("The annual review of the Lease is due by 31 December 2028.", []),
        ("The contract for beds was reviewed and runs until 31 December 2028.", []),
        ("A final report is due by 30 November 2027.", ["30 November 2027"]),
        ("A final report is due by 30 November 2028.", []),
        ("A draft report is due by 1 October 2027 and a final report by 30 November 2027.", []),
        ("The final report of Phase 1 is due by 30 November 2027.", []),
    ],
)
def test_what_is_due_of_an_instrument_is_due_in_its_time(said: str, wrong: list[str]) -> None:
    assert words("CK-DATE-ORDER", TERM.format(said)) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Reports are due on 28 July 2026, 28 October 2026, 1 February 2026 and 28 April 2027.", True),
        ("Reports are due on 28 July 2026, 28 October 2026, 1 February 2027 and 28 April 2027.", False),
        ("Meetings are held on 14 May 2026, 17 September 2026, 10 December 2025 and 12 March 2027.", True),
        ("It is paid on Friday 1 May 2026, Monday 3 August 2026 and Friday 2 January 2026.", True),
        ("The deeds were made on 3 May 2026, 4 June 2026 and 1 February 2026.", False),
        ("Reports are due on 28 July 2026 and 28 October 2025.", False),
        ("Reports are due on 28 July 2028, 28 October 2027, 1 February 2029 and 28 April 2026.", False),
    ],
)
def test_days_in_a_row_are_in_turn(said: str, wrong: bool) -> None:
    assert bool(words("CK-DATE-ORDER", f"1. Days\n\n1.1 {said}\n")) is wrong


@pytest.mark.parametrize(
    ("lead", "last", "wrong"),
    [
        ("The instalments are due on:", "31 January 2026", ["31 January 2026"]),
        ("The instalments are due on:", "31 January 2027", []),
        ("This replaces the agreements of:", "31 January 2026", []),
    ],
)
def test_days_of_a_list_are_in_turn(lead: str, last: str, wrong: list[str]) -> None:
    items = f"(a) 30 April 2026;\n\n(b) 31 July 2026;\n\n(c) 31 October 2026; and\n\n(d) {last}."
    assert words("CK-DATE-ORDER", f"1. Days\n\n1.1 {lead}\n\n{items}\n") == wrong


@pytest.mark.parametrize(
    ("years", "wrong"),
    [
        (("2024/25", "2026/27", "2026/27"), ["2026/27"]),
        (("2024/25", "2025/26", "2025/26"), ["2025/26"]),
        (("2024/25", "2024/25", "2026/27", "2027/28"), ["2024/25"]),
        (("2024/25", "2025/26", "2026/27"), []),
        (("2024/25", "2025/26", "2025/26 (revised)"), []),
        (("2024/25", "2025/26", "2027/28"), []),
        (("2024/25", "2024/25", "2025/26", "2025/26"), []),
    ],
)
def test_no_year_has_two_rows(years: tuple[str, ...], wrong: list[str]) -> None:
    rows = "\n".join(f"| {year} | £{100 + at} |" for at, year in enumerate(years))
    assert words("CK-DATE-YEAR", f"1. Sums\n\n1.1 They pay:\n\n| Year | Sum |\n|---|---|\n{rows}\n") == wrong


@pytest.mark.parametrize(
    ("term", "wrong"),
    [
        ("The Term of this Agreement is from 1 April 2025 to 31 March 2028.", ["2024/25"]),
        ("This Agreement shall be in force from 1 April 2025 until 31 March 2028.", ["2024/25"]),
        ("This Agreement covers the period from 1 April 2025 to 31 March 2028.", ["2024/25"]),
        ("This SLA runs from 1 April 2025 until 31 March 2028.", ["2024/25"]),
        ("The Term of this Agreement is from 1 April 2024 to 31 March 2027.", []),
        ("The term of the lease is from 1 April 2025 to 31 March 2028.", []),
    ],
)
def test_the_years_of_a_table_are_those_of_the_term(term: str, wrong: list[str]) -> None:
    table = "| Partner | 2024/25 | 2025/26 | 2026/27 |\n|---|---|---|---|\n| Council | £1 | £2 | £3 |\n"
    assert words("CK-DATE-YEAR", f"1. Term\n\n1.1 {term}\n\n1.2 They pay:\n\n{table}") == wrong


@pytest.mark.parametrize(
    ("head", "last", "wrong"),
    [
        ("Milestone", "31 March 2025", ["31 March 2025"]),
        ("Milestone", "31 March 2026", []),
        ("Policy", "31 March 2025", []),
    ],
)
def test_steps_of_a_timetable_are_in_turn(head: str, last: str, wrong: list[str]) -> None:
    rows = ("28 March 2025", "1 April 2025", "30 September 2025", last)
    table = "\n".join(f"| Step {at} | {day} |" for at, day in enumerate(rows, 1))
    text = f"1. Dates\n\n1.1 These are the dates:\n\n| {head} | Date |\n|---|---|\n{table}\n"
    assert words("CK-DATE-ORDER", text) == wrong


@pytest.mark.parametrize(
    ("start", "wrong"), [("1 March 2026", ["31 March 2026"]), ("1 April 2026", []), ("1 May 2026", [])]
)
def test_phases_of_a_sentence_follow_each_other(start: str, wrong: list[str]) -> None:
    said = (
        "Phase 1 runs from 1 April 2025 to 30 September 2025, Phase 2 from 1 October 2025 to 31 March 2026"
        f" and Phase 3 from {start} to 30 September 2026."
    )
    assert words("CK-DATE-ORDER", f"1. Phases\n\n1.1 {said}\n") == wrong


@pytest.mark.parametrize(("last", "wrong"), [("2026/27", ["2026/27"]), ("2027/28", []), ("2028/29", [])])
def test_the_last_to_hold_the_chair_does_so_in_a_year_of_its_own(last: str, wrong: list[str]) -> None:
    said = f"The chair is held by the Council in 2025/26, by the ICB in 2026/27 and by the Trust in {last}."
    assert words("CK-DATE-YEAR", f"1. Chair\n\n1.1 {said}\n") == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("It shall be reviewed in October 2024.", ["October 2024"]),
        ("It shall be reviewed in October 2025.", []),
        ("Staff shall be paid at the rates set in October 2024.", []),
        ("It shall apply the policy agreed in October 2024.", []),
    ],
)
def test_what_is_to_be_done_in_a_month_is_not_over(said: str, wrong: list[str]) -> None:
    text = f"1. Term\n\n1.1 This Agreement takes effect on 1 April 2025.\n\n1.2 {said}\n"
    assert words("CK-DATE-ORDER", text) == wrong
