"""Dates that do not fit what an agreement tells elsewhere: its term, its years, what is past."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT, reading_of, unmarked

_AGREEMENT = """
# Agreement for Integrated Care

THIS AGREEMENT is made on 28 March 2025

between

(1) Calder Council of Town Hall, Calder (the “Council”); and

(2) NHS Calder Integrated Care Board of Mill House, Calder (the “ICB”).

1. Definitions

1.1 In this agreement:

**Commencement Date** means 1 April 2025.

2. Term

2.1 This agreement takes effect on the Commencement Date and continues for three years until 31 March 2028.

3. What is agreed

3.1 {words}
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-DATE",), as_at=AS_AT)
    found = run(reading_of(_AGREEMENT.replace("{words}", words)), options)
    return [one.words.text for one in found if one.level != "info"]


@pytest.mark.parametrize(
    "words",
    [
        # the term
        "This agreement began on ⟦1 April 2024⟧ and binds both.",
        "This agreement ends on ⟦31 March 2027⟧ unless it is extended.",
        "The Partners may extend it by up to ⟦two years, so that it would end not later than 31 March 2029⟧.",
        "It may be extended once for a further period of ⟦24 months, ending no later than 31 March 2029⟧.",
        "The post is paid for ⟦eighteen months, from 1 April 2025 to 31 March 2027⟧.",
        # who holds an office
        "The Chair takes office on 22 September 2025 for ⟦two years, which ends on 21 September 2026⟧.",
        "The Chair serves for two years.\n\n3.2 The first takes office on 22 September 2025 and serves until"
        " ⟦21 September 2026⟧.",
        # years that are over
        "The scheme runs from ⟦1 April 2024 to 31 March 2025⟧.",
        "Each scheme is in force from ⟦1 April 2024 until 31 March 2025⟧ unless it is ended.",
        "For the Financial Year ⟦2024/25⟧ the ICB contributes £412,750.",
        "In ⟦2024/25⟧ the ICB shall pay £412,750 and the Council £268,250.",
        "The contributions are £412,750 in ⟦2024/25⟧.",
        # what is past
        "The first review takes place in ⟦October 2024⟧.",
        "The protocol is reviewed by ⟦31 March 2024⟧.",
        "The Council shall pay the first instalment on ⟦1 May 2024⟧.",
        # what is told as past, though the agreement was made before
        "The Board approved the plan on ⟦12 September 2026⟧.",
        "It replaces an agreement dated ⟦1 April 2026⟧ between them.",
        "DPIA means the impact assessment for the Home First Service dated ⟦1 April 2026⟧.",
        # what is due for a year that is not over, or nearly is
        "The Council shall send the final account for 2025/26 by ⟦31 May 2025⟧.",
        "The outturn for the year ending 31 March 2026 is sent by ⟦30 April 2025⟧.",
        "The budget for 2026/27 shall be agreed by ⟦31 January 2027⟧, before the year begins.",
        # years and quarters
        "A year is the twelve months from 1 April to ⟦30 March⟧ in each case.",
        "The Financial Year is ⟦1 April 2026 to 31 March 2028⟧.",
        "The first Financial Year (⟦1 April 2026 to 31 March 2027⟧) is short.",
        "The quarters end on 30 June, ⟦31 August⟧, 31 December and 31 March.",
        "Instalments are paid on 1 April, 1 July, ⟦1 September⟧ and 1 January.",
        "The quarters run from 1 April to 30 June, 1 July to 30 September, ⟦1 November⟧ to 31 December and"
        " 1 January to 31 March.",
        # days in a row
        "They meet on 1 April 2026, 1 July 2026, 1 October 2026 and ⟦1 January 2026⟧.",
        "| Step | Day |\n|---|---|\n| Talks open | 21 November 2025 |\n| Talks close | ⟦18 November 2025⟧ |",
        "| To | By |\n|---|---|\n| 30 June 2025 | 21 July 2025 |\n| 30 September 2025 | 21 October 2025 |\n"
        "| 31 December 2025 | 22 January 2026 |\n| 31 March 2026 | ⟦21 April 2025⟧ |",
    ],
)
def test_a_date_is_told_that_does_not_fit(words: str) -> None:
    assert _found(unmarked(words)) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "This agreement began on 1 April 2025.",
        "If it is extended, this agreement ends on 31 March 2030.",
        "They may extend it by up to two years, so that it would end not later than 31 March 2030.",
        "It may be extended by twelve months if both agree not later than 30 June 2027.",
        "The post is paid for four (5) years, from 1 April 2025 to 31 March 2030.",  # the count is told
        "The Chair serves for two years.\n\n3.2 The first takes office on 22 September 2025 and serves until"
        " 21 September 2027.",
        "The pilot ran from 1 April 2024 to 31 March 2025.",
        "In 2024/25 the ICB paid £412,750.",
        "For 2024/25 the ICB pays what was overspent.",
        "Patients who were registered by 31 March 2024 are counted.",
        "The Council shall pay what it held on 1 May 2024.",
        "The accounts for the year ending 31 March 2025 are sent by 30 March 2025.",
        "The Board shall have approved the plan on 12 September 2026.",
        "The final account for 2024/25 is sent by 31 May 2025.",
        "The budget for 2026/27 was agreed by 31 January 2026.",
        "The quarters end on 30 June, 30 September, 31 December and 31 March.",
        "They meet on 30 June, 15 August, 31 December and 31 March.",
        "The Financial Years are from 1 April 2026 to 31 March 2028.",
        "They meet on 1 April 2026, 1 July 2026, 1 October 2026 and 1 January 2027.",
        "| To | By |\n|---|---|\n| 30 June 2025 | 21 July 2025 |\n| 30 September 2025 | 21 October 2025 |\n"
        "| 31 December 2025 | 22 January 2026 |\n| 31 March 2026 | 21 May 2026 |",
    ],
)
def test_a_date_of_another_time_or_case_is_left_alone(words: str) -> None:
    assert _found(words) == []


def test_a_day_told_in_words_is_a_date_and_the_end_of_one_is_no_year() -> None:
    words = "It lasts for five years from the first day of October 2009 to 30 September 2013."
    assert _found(words) == ["five years from the first day of October 2009 to 30 September 2013"]
    assert _found("The service ran from 1 April 2015-31 March 2016.") == []


_TOLD_TWICE = """AGREEMENT

Dated {}

THIS AGREEMENT is dated 2 March 2026 and is made between the Council and the Trust.

1. Plan

1.1 The Easterby Health and Wellbeing Board approved the Better Care Fund Plan on 12 February 2026.

1.2 {}

1.3 Under an agreement dated 27 January 2020 the Council kept the fund.

Signed for the Council by the Director on 2 March 2026

Signed for the Trust by its Chair on {}
"""


@pytest.mark.parametrize(
    ("cover", "said", "signed", "told"),
    [
        ("2 March 2026", "The Board meets.", "2 March 2026", []),
        ("12 March 2026", "The Board meets.", "2 March 2026", ["2 March 2026"]),
        ("2 March 2026", "The plan is the Better Care Fund Plan approved by the Health and Wellbeing Board on"
         " 21 February 2026.", "2 March 2026", ["21 February 2026"]),
        ("2 March 2026", "The Audit Committee approved its rules on 21 February 2026.", "2 March 2026", []),
        ("2 March 2026", "The agreement dated 28 January 2020 ends.", "2 March 2026", ["27 January 2020"]),
        ("2 March 2026", "The lease dated 28 January 2020 ends.", "2 March 2026", []),
        ("2 March 2026", "The Board meets.", "2 March 2025", ["2 March 2025"]),
        ("2 March 2026", "The Board meets.", "9 March 2026", []),
    ],
)  # fmt: skip
def test_what_happened_once_has_one_date(cover: str, said: str, signed: str, told: list[str]) -> None:
    reading = read(_TOLD_TWICE.format(cover, said, signed), "a.txt", markdown=False).reading
    found = run(reading, Options(select=("CK-DATE-ORDER",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Partnership Agreement 2026–2028", []),
        ("Partnership Agreement 2026-2027", []),
        ("Partnership Agreement 2026–2029", ["2026–2029"]),
        ("Partnership Agreement 2025–2028", ["2025–2028"]),
        ("Partnership Agreement 2026/27", []),
    ],
)
def test_years_of_the_title_are_those_of_the_term(title: str, told: list[str]) -> None:
    text = f"# {title}\n\n1. Term\n\n1.1 This agreement begins on 1 April 2026 and ends on 31 March 2028.\n"
    found = run(reading_of(text), Options(select=("CK-DATE-YEAR",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The trial ran from 5 January 2026 to 28 June 2026 (25 weeks).", []),
        ("The trial ran from 5 January 2026 to 28 July 2026 (25 weeks).", ["25 weeks"]),
        ("They asked for six weeks which began on 3 March 2025 and ended on 11 April 2025.", []),
        ("They asked for six weeks which began on 3 March 2025 and ended on 11 March 2025.", ["six weeks"]),
        ("From 1 May 2026 (“the Start”) to 31 October 2027 (“the End”), which is 18 months.", []),
        ("It meets on the second Tuesday of a month, first time 13 October 2026.", []),
        ("It meets on the second Tuesday of a month, first time 20 October 2026.", ["20 October 2026"]),
        ("It meets on the last Friday of each month, the first being 30 January 2026.", []),
        ("It meets on the first Monday of each month commencing on 1 April 2026.", []),
    ],
)
def test_weeks_between_two_days_and_the_week_of_a_month_are_counted(words: str, found: list[str]) -> None:
    assert _found(words) == found


@pytest.mark.parametrize(("years", "found"), [("three", []), ("two", ["two years"])])
def test_what_goes_on_to_its_expiry_date_lasts_as_long_as_is_said(years: str, found: list[str]) -> None:
    text = (
        "1. Definitions\n\n1.1 In this agreement:\n\n**Commencement Date** means 1 April 2026.\n\n"
        "**Expiry Date** means 31 March 2029.\n\n2. Term\n\n2.1 This agreement takes effect on the"
        f" Commencement Date and, unless ended sooner, continues for {years} years until the Expiry Date.\n"
    )
    told = run(reading_of(text), Options(select=("CK-DATE-TERM",), as_at=AS_AT))
    assert [one.words.text for one in told] == found


@pytest.mark.parametrize(
    ("day", "found"), [("30 September 2027", []), ("30 September 2028", ["30 September 2028"])]
)
def test_a_day_is_as_long_before_the_end_as_is_said(day: str, found: list[str]) -> None:
    text = (
        "1. Definitions\n\n1.1 In this agreement:\n\n**Expiry Date** means 31 March 2028.\n\n2. Review\n\n"
        f"2.1 The Partners decide by {day}, six months before the Expiry Date, whether to go on.\n"
    )
    told = run(reading_of(text), Options(select=("CK-DATE-TERM",), as_at=AS_AT))
    assert [one.words.text for one in told] == found


@pytest.mark.parametrize(
    "words",
    [
        "The service opens on the Commencement Date (⟦1 May 2025⟧).",
        "Staff move on the Commencement Date, being Thursday ⟦3 April 2025⟧.",
        "The first invoice is dated ⟦2 April 2025⟧, which is the Commencement Date.",
        "| Step | Day |\n|---|---|\n| Training | 3 March 2025 |\n| Commencement | ⟦4 April 2025⟧ |",
        # what holds in another case, is as it is defined, or is of something else
        "The service opens on the Commencement Date (1 April 2025).",
        "Where the Regulator so asks, the Commencement Date is 1 May 2025.",
        "Between the Commencement Date and 1 May 2025 staff are trained.",
        "The first invoice is due by 1 May 2025 and the Commencement Date is fixed.",
        "The first meeting after the Commencement Date is on 8 May 2025.",
        "The steps are:\n\n| Step | Day |\n|---|---|\n| Commencement of building | 4 May 2025 |",
        "| Step | Planned | Done |\n|---|---|---|\n| Commencement | 1 March 2025 | 1 April 2025 |",
    ],
)
def test_a_defined_day_has_one_date(words: str) -> None:
    expected = [piece.partition("⟧")[0] for piece in words.split("⟦")[1:]]
    assert _found(unmarked(words)) == expected
