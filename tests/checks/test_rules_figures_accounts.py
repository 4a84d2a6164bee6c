"""Rules on figures: accounts, with balances that are carried from row to row and from table to table."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found, table, told

_SUM = "CK-FIGURE-SUM"


def _rows(*rows: str) -> str:
    return table("Item / Amount", *rows)


@pytest.mark.parametrize(
    "label",
    [
        "Gift to EACH",
        "Chairs, two at £20 each",
        "Business rates",
        "Stroke Unit",
        "Weekly lunch club",
        "Advice (per agreement)",
    ],
)
def test_a_row_may_be_called_as_a_price_is_and_be_none(label: str) -> None:
    text = _rows(f"{label} / £40.00", "Fuel / £23.00", "Total / £65.00")
    assert found(_SUM, text) == [("£65.00", "certain")]


@pytest.mark.parametrize(
    "label", ["Hourly rate", "Cost per visit", "Average fee", "Unit price", "Weekly rent"]
)
def test_a_row_that_is_a_price_makes_no_total(label: str) -> None:
    assert not found(_SUM, _rows(f"{label} / £40.00", "Fuel / £23.00", "Total / £99.00"))


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        (["Gross budget / £900", "Less client fees / £200", "Net budget / £{}"], 700),
        (["Bank statement / £900", "Less cheques not cashed / £50", "Closing balance / £{}"], 850),
        (["Budget / £900", "Less fees / £200", "Net / £700", "Less savings / £40", "Revised net / £{}"], 660),
        (
            ["Funds at March 2025 / £80", "Income / £900", "Spending / £640", "Funds at March 2026 / £{}"],
            340,
        ),
        (["Total income / £900", "Total expenditure / £640", "Surplus for the year / £{}"], 260),
        (["Total receipts / £900", "Total payments / £640", "Net of receipts/(payments) / £{}"], 260),
        (["Opening balance / £80", "Contributions / £900", "Payments / £640", "Closing balance / £{}"], 340),
        (
            [
                "Net receipts / £500",
                "Transfers between funds / -",
                "Cash funds last year end / £80",
                "Cash funds this year end / £{}",
            ],
            580,
        ),
        (
            [
                "Balance b/f / £80",
                "Income / £900",
                "Expenditure / £640",
                "Net income / £260",
                "Balance c/f / £{}",
            ],
            340,
        ),
        (
            [
                "Precept / £500",
                "Grants / £400",
                "Total income / £900",
                "Balance b/f / £80",
                "Income plus balance b/f / £980",
                "Less cheques of last year / £30",
                "Sub total / £{}",
            ],
            950,
        ),
    ],
)
def test_a_balance_follows_from_the_rows_above_it(rows: list[str], wrong: int) -> None:
    *first, last = rows
    assert not found(_SUM, _rows(*first, last.format(wrong)))
    assert found(_SUM, _rows(*first, last.format(wrong + 9))) == [(f"£{wrong + 9}", "certain")]


@pytest.mark.parametrize(
    "rows",
    [
        ["Total income / £900", "Total expenditure / £1,100", "Deficit / (£200)"],
        ["Contract value / £900", "Paid to date / £600", "Less retention released / £20", "Held / £15"],
        ["Grant from the ICB / £900", "Payments to staff / £600", "Net receipts / £150"],
        ["Services / £900", "Less discount / £100", "Net / £800", "VAT / £160", "Total / £960"],
        ["Opening balance / £80", "Invested / £30", "Income / £900", "Closing balance / £200"],
        ["Funds at 31 March 2025 / £80", "Reserve / £60", "Income / £900", "Funds at 31 March 2026 / £90"],
        ["Gross cost / £900", "Paid / £600", "Retention / £30", "Less released / £10", "Balance due / £280"],
        ["Balance at 1 April / £80", "Balance at 31 March / £200"],
    ],
)
def test_a_balance_of_other_rows_is_left_alone(rows: list[str]) -> None:
    assert not found(_SUM, _rows(*rows))


def _account(total: str, again: str, left: str) -> str:
    return f"""1. Accounts

Income

| Item | Amount |
|---|---|
| Precept | £500 |
| Grants | £400 |
| Total income | £900 |

Expenditure

| Item | Amount |
|---|---|
| Staff | £450 |
| Rooms | £190 |
| Total expenditure | {total} |

Summary

| Item | Amount |
|---|---|
| Expenditure | {again} |
| Income minus expenditure | {left} |
"""


def test_an_account_goes_on_from_table_to_table() -> None:
    assert not found(_SUM, _account("£640", "£640", "£260"))
    assert found(_SUM, _account("£640", "£640", "£206")) == [("£206", "certain")]
    assert found(_SUM, _account("£640", "£604", "£260")) == [("£604", "certain")]


@pytest.mark.parametrize(("total", "wrong"), [("£340", []), ("£430", [("£430", "certain")])])
def test_sections_of_income_and_expenditure_leave_a_balance(total: str, wrong: list[tuple[str, str]]) -> None:
    text = _rows(
        "Balance at year end / £80",
        "Income / ",
        "Precept / £500",
        "Grants / £400",
        "Sub total / £900",
        "Expenditure / ",
        "Staff / £450",
        "Rooms / £190",
        "Sub total / £640",
        f"Total / {total}",
    )
    assert found(_SUM, text) == wrong


_PAGE = """Section A: payments of the year

Licence fees                    35           -           -           35
Server                         {}           -           -          175
Grants                       2,950           -           -        2,950
                                 -           -           -            -
             Sub total       3,160           -           -        {}
"""


@pytest.mark.parametrize(
    ("server", "total", "wrong"),
    [("175", "3,160", []), ("157", "3,160", ["3,160"]), ("175", "3,610", ["3,610"])],
)
def test_an_account_set_with_blanks_is_added_up(server: str, total: str, wrong: list[str]) -> None:
    assert [words for _, _, words in told(_PAGE.format(server, total), _SUM)] == wrong


@pytest.mark.parametrize(("june", "wrong"), [("£450", []), ("£540", [("£540", "certain")])])
def test_a_cumulative_sum_grows_by_all_of_its_row(june: str, wrong: list[tuple[str, str]]) -> None:
    text = table(
        "Month / ICB / Council / Cumulative",
        "April / £100 / £50 / £150",
        "May / £100 / £50 / £300",
        f"June / £100 / £50 / {june}",
        "July / £90 / £50 / £590",
    )
    assert found(_SUM, text) == wrong


@pytest.mark.parametrize(("cost", "wrong"), [("£12,000", []), ("£14,000", [("£14,000", "certain")])])
def test_what_posts_cost_is_their_number_times_the_salary(cost: str, wrong: list[tuple[str, str]]) -> None:
    text = table(
        "Post / WTE / Salary / Cost",
        "Manager / 1.0 / £60,000 / £60,000",
        "Nurse / 2.5 / £40,000 / £100,000",
        f"Clerk / 0.5 / £24,000 / {cost}",
    )
    assert found(_SUM, text) == wrong


@pytest.mark.parametrize(("net", "wrong"), [("£340", []), ("£360", [("£360", "certain")])])
def test_a_net_budget_is_the_gross_one_less_the_income(net: str, wrong: list[tuple[str, str]]) -> None:
    text = table(
        "Service / Gross budget / Income / Net budget",
        "Residential / £500 / £120 / £380",
        "Nursing / £300 / £50 / £250",
        f"Home care / £400 / £60 / {net}",
        "Total / £1,200 / £230 / £970",
    )
    assert found(_SUM, text) == wrong


@pytest.mark.parametrize(
    ("sum_", "wrong"),
    [("£575.62", []), ("£57562", [("£57562", "certain")]), ("£576", [("£623.12", "doubtful")])],
)
def test_a_sum_without_its_point_is_told(sum_: str, wrong: list[tuple[str, str]]) -> None:
    text = _rows("Staff / £40.00", f"Translation / {sum_}", "Fuel / £7.50", "Total / £623.12")
    assert found(_SUM, text) == wrong
