"""Values: what an officer types, and what the agreement prints."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausekit.parameters.values import (
    FORMATS,
    BlankValue,
    DateValue,
    IncomparableError,
    MoneyValue,
    PartyValue,
    PeriodValue,
    Record,
    TextValue,
    YearValue,
    read_date,
    read_value,
)


@pytest.mark.parametrize(
    ("form", "typed", "printed"),
    [
        ("date", "2019-04-01", "1 April 2019"),
        ("date", "2020-02-29", "29 February 2020"),
        ("date", "2019-12-31", "31 December 2019"),
        ("money", "£60,267,168", "£60,267,168"),
        ("money", "60267168", "£60,267,168"),
        ("money", "1,234.50", "£1,234.50"),
        ("money", "£5.00", "£5.00"),
        ("money", "-£5", "-£5"),
        ("money", "£0", "£0"),
        ("money", "999999999999999.99", "£999,999,999,999,999.99"),
        ("percentage", "6.64%", "6.64%"),
        ("percentage", "6.640 %", "6.640%"),
        ("percentage", "100%", "100%"),
        ("percentage", "0.0000001%", "0.0000001%"),
        ("period", "12 months", "12 months"),
        ("period", "1 month", "1 month"),
        ("period", "1 hours", "1 hour"),
        ("period", "20 working days", "20 Working Days"),
        ("period", "1 Working Day", "1 Working Day"),
        ("period", "48 hours", "48 hours"),
        ("financial-year", "2019/20", "2019/20"),
        ("financial-year", "2019-20", "2019/20"),
        ("financial-year", "1999/00", "1999/00"),
        ("time", "08:00", "8.00 am"),
        ("time", "18:00", "6.00 pm"),
        ("time", "12:30", "12.30 pm"),
        ("time", "00:05", "12.05 am"),
        ("time", "12:00", "12.00 noon"),
        ("time", "00:00", "12.00 midnight"),
    ],
)
def test_prints_in_the_british_way(form: str, typed: str, printed: str) -> None:
    assert str(read_value(form, typed, "x")) == printed


@pytest.mark.parametrize(
    ("form", "typed", "reason"),
    [
        ("date", "2019-02-30", "February 2019 has no day 30"),
        ("date", "2019-13-01", "there is no month 13"),
        ("date", "2019-04-00", "April 2019 has no day 0"),
        ("date", "1 April 2019", ""),
        ("date", "01/04/2019", ""),
        ("date", "2019-04-01\n", ""),
        ("date", "२०१९-04-01", ""),
        ("money", "£4,745,00", ""),
        ("money", "£5.5", ""),
        ("money", "£60m", ""),
        ("money", "5 pounds", ""),
        ("money", "£", ""),
        ("percentage", "6.64", ""),
        ("percentage", "%", ""),
        ("period", "a year", ""),
        ("period", "0 days", ""),
        ("period", "12", ""),
        ("period", "20  working days", ""),
        ("financial-year", "2019/21", "the year after 2019 is 2020"),
        ("financial-year", "2019", ""),
        ("time", "8.00 am", ""),
        ("time", "24:00", ""),
    ],
)
def test_refuses_what_is_not_written_in_the_right_way(form: str, typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"^{reason}$"):
        read_value(form, typed, "x")


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(st.decimals(min_value=-(10**14), max_value=10**14, places=2))
def test_every_amount_is_exact_and_reads_back_from_its_print(amount: Decimal) -> None:
    value = MoneyValue(amount, "x")
    assert read_value("money", str(value), "x") == amount


def test_values_compare_as_what_they_are() -> None:
    start, end = DateValue(date(2019, 4, 1), "term.start"), DateValue(date(2020, 3, 31), "term.end")
    assert start < end
    assert read_value("money", "£9", "x") < read_value("money", "£10", "x")  # type: ignore[operator]
    assert TextValue("CCG", "x") == "CCG"


def test_periods_of_one_unit_compare_by_length_and_others_do_not() -> None:
    assert PeriodValue(9, "month", "x") < PeriodValue(12, "month", "y")
    assert PeriodValue(12, "month", "x") >= PeriodValue(12, "month", "y")


@pytest.mark.parametrize(
    ("other", "printed"),
    [
        (PeriodValue(20, "working day", "y"), "20 Working Days"),
        (MoneyValue(Decimal("60267168"), "y"), "£60,267,168"),
        (TextValue("6 months", "y"), "6 months"),
    ],
)
def test_a_period_is_compared_with_nothing_else(other: object, printed: str) -> None:
    with pytest.raises(IncomparableError, match=rf"^x \(1 month\) cannot be compared with {printed}$"):
        assert PeriodValue(1, "month", "x") > other


def test_what_a_clause_may_ask_of_a_value_follows_from_its_print() -> None:
    for name, form in FORMATS.items():
        value = read_value(name, form.example, "x")
        again = read_value(name, str(value), "x") if form.attributes else value
        assert [getattr(again, part) for part in form.attributes] == [
            getattr(value, part) for part in form.attributes
        ]


def test_a_financial_year_knows_its_days() -> None:
    year = YearValue(2019, "plan.year")
    assert [str(year.first_day), str(year.last_day), str(year.dashed)] == [
        "1 April 2019",
        "31 March 2020",
        "2019-20",
    ]
    assert {year.first_day.parameter, year.last_day.parameter, year.dashed.parameter} == {"plan.year"}
    assert YearValue(2019, "x") < YearValue(2020, "x")


def test_a_choice_of_a_party_is_its_short_name_and_leads_to_the_party() -> None:
    council = Record("council")
    council["short"] = TextValue("the Council", "council.short")
    council["name"] = TextValue("Leicestershire County Council", "council.name")
    host = PartyValue("the Council", "funds.host")
    host.party = council
    assert str(host) == "the Council"
    assert host == council["short"]
    assert host == council
    assert council == host
    assert host != "WLCCG"
    assert host.party["name"] == "Leicestershire County Council"


def test_a_choice_of_a_party_whose_facts_are_unknown_has_blank_facts() -> None:
    host = PartyValue("the ICB", "funds.host")
    assert host.party["name"] == BlankValue("funds.host.name")


def test_a_blank_is_false_and_empty_and_so_is_everything_in_it() -> None:
    blank = BlankValue("health_bodies")
    assert not blank
    assert len(blank) == 0
    assert list(blank) == []
    assert "x" not in blank
    assert blank[0]["name"] == BlankValue("health_bodies[0].name")
    assert blank["name"].parameter == "health_bodies.name"
    assert blank != "health_bodies"
    assert [blank < 5, blank <= 5, blank > 5, blank >= 5] == [False] * 4
    period = PeriodValue(1, "month", "x")
    assert [period < blank, period <= blank, period > blank, period >= blank] == [False] * 4
