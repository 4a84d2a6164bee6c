"""Figures, dates, periods, tables, law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clausekit.recognition.amounts import number_of
from tests.checks.instruments import instrument_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("£4,745,020", [("money", Decimal(4_745_020))]),
        ("£4,745,00", [("money", None)]),
        ("£1.5 million", [("money", Decimal(1_500_000))]),
        ("(£200)", [("money", Decimal(-200))]),
        ("12.5% or 7 per cent", [("percentage", Decimal("12.5")), ("percentage", Decimal(7))]),
        ("30 days", [("number", Decimal(30))]),
        ("1 April 2026, 2019/20, clause 7.3 and the Care Act 2014", []),
    ],
)
def test_figures(words: str, expected: list[tuple[str, Decimal | None]]) -> None:
    found = instrument_of(f"1.1 The sum is kept at {words} for good.").figures
    assert [(one.kind, one.value) for one in found] == expected


def test_numbers_given_twice() -> None:
    found = instrument_of("1.1 Within twenty (20) days or 12 (twenty-one) months.").given_twice
    assert [(one.at.text, one.in_words, one.in_figures) for one in found] == [
        ("twenty (20)", 20, 20),
        ("12 (twenty-one)", 21, 12),
    ]


@pytest.mark.parametrize(
    ("words", "value"),
    [("twenty-one", 21), ("one hundred and five", 105), ("two thousand", 2000), ("one two", None)],
)
def test_numbers_in_words(words: str, value: int | None) -> None:
    assert number_of(words) == value


@pytest.mark.parametrize(
    ("words", "value", "impossible"),
    [
        ("1st April 2026", date(2026, 4, 1), False),
        ("April 1, 2026", date(2026, 4, 1), False),
        ("01/04/2026", date(2026, 4, 1), False),
        ("31 April 2026", None, True),
        ("30 February", None, True),
        ("31 March", None, False),
        ("April 2026", None, False),
    ],
)
def test_dates(words: str, value: date | None, impossible: bool) -> None:
    (found,) = instrument_of(f"1.1 It starts on {words} at noon.").dates
    assert (found.at.text, found.value, found.impossible) == (words, value, impossible)


def test_financial_years_and_periods() -> None:
    instrument = instrument_of("1.1 For 2019/20 and 2017-19, ten (10) Working Days or a 3 month term.")
    assert [(one.first, one.last) for one in instrument.years] == [(2019, 2020), (2017, 2019)]
    assert [(int(one.count), one.unit, one.quality) for one in instrument.periods] == [
        (10, "day", "working"),
        (3, "month", ""),
    ]


def test_a_table_is_a_grid_with_headings_and_totals() -> None:
    (grid,) = instrument_of("""
Table 1: contributions

| Partner | 2025/26 | 2026/27 | Total |
|---|---|---|---|
| Council | £100 | £1,10 | £210 |
| Trust (to 2015) | (£20) | - | 180) |
| Total | £80 | 30% | £390 |
""").grids
    assert (grid.header_rows, grid.heads) == (1, ("Partner", "2025/26", "2026/27", "Total"))
    assert (grid.total_rows, grid.total_columns) == ((3,), (3,))
    assert grid.label(2) == "Trust (to 2015)"
    assert [cell.kind for _, cell in grid.column(3)] == ["money", None, "money"]
    assert [(cell.kind, cell.number) for _, cell in grid.column(1)] == [
        ("money", Decimal(100)),
        ("money", Decimal(-20)),
        ("money", Decimal(80)),
    ]
    assert [(cell.kind, cell.number, cell.is_nothing) for _, cell in grid.column(2)] == [
        ("money", None, False),
        (None, None, True),
        ("percentage", Decimal(30), False),
    ]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("section 75 of the National Health Service Act 2006", ["National Health Service Act 2006"]),
        ("the UK GDPR, the Data Protection Act 2018", ["Data Protection Act 2018"]),
        (
            "the Contracts (Rights of Third Parties) Act 1999",
            ["Contracts (Rights of Third Parties) Act 1999"],
        ),
        ("SI 2000/617 and Regulation (EU) 2016/679", ["SI 2000/617", "Regulation (EU) 2016/679"]),
        ("any Act of 2006", []),
    ],
)
def test_law_cited(words: str, names: list[str]) -> None:
    assert [one.name for one in instrument_of(f"1.1 It is kept under {words}.").citations] == names
