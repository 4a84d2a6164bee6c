"""Rules on dates and periods: what is a day early, what is meant."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits
from tests.checks.test_rules_figures import found


def term(sentence: str) -> str:
    return f"1. Term\n\n1.1 {sentence}"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It lasts from 1 April 2026 to 31 March 2029.", []),
        ("It lasts from 2 April 2026 to 31 March 2027.", []),
        ("Stock was counted between 31 March 2026 and 31 March 2027.", []),
        ("It lasts from 1 April 2026 (until 30 March 2027).", [("30 March 2027", "certain")]),
        ("It lasts from 1 March 2027 to 28 February 2028.", [("28 February 2028", "certain")]),
        ("It begins on 1 April 2026 and expires on 1 April 2027.", [("1 April 2027", "likely")]),
        ("It starts on 1 April 2026 (the Start). It ends on 30 March 2027.", [("30 March 2027", "certain")]),
        ("It starts on 1 April 2026 (the Start). It lapses on 31 March 2027.", []),
        ("The pilot began on 1 April 2026. The Board meets on 30 March 2027.", []),
        ("It lasts from 5 May 2026 until 5 May 2027.", [("5 May 2027", "doubtful")]),
        ("Invoices cover 1 July 2026 to 29 September 2026.", [("29 September 2026", "likely")]),
        (
            "It lasts for two years from 1 June 2026 to 31 May 2027.",
            [("two years from 1 June 2026 to 31 May 2027", "certain")],
        ),
        ("It lasts from 1 June 2026 to 31 May 2028 (24 months).", []),
        ("On 6 months’ notice it may end from 1 June 2026 to 31 May 2028.", []),
    ],
)
def test_a_term_ends_on_the_day_before_its_anniversary(sentence: str, words: list[tuple[str, str]]) -> None:
    assert found("CK-DATE-TERM", term(sentence)) == words


def test_a_term_may_begin_on_the_date_that_is_defined() -> None:
    text = """
1. Definitions

1.1 In this agreement:

**Commencement Date** means 1 April 2026.

2. Term

2.1 It lasts from the Commencement Date to and including {}. It lasts for 12 months from the Commencement Date
and ends on {}.
"""
    assert found("CK-DATE-TERM", text.format("31 March 2027", "31 March 2027")) == []
    assert found("CK-DATE-TERM", text.format("30 March 2027", "31 May 2027")) == [
        ("30 March 2027", "certain"),
        ("12 months from the Commencement Date and ends on 31 May 2027", "certain"),
    ]
    assert found("CK-DATE-ORDER", text.format("31 March 2025", "31 March 2027")) == [
        ("31 March 2025", "certain")
    ]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The budget for 2026/27 (1 April 2025 to 31 March 2026) is set.", [("2026/27", "certain")]),
        ("From 2026/27 and from 1 April 2027 the fee is fixed.", []),
        ("The year beginning on 1 April 2026 (2026/27) is the first.", []),
        ("The year beginning on 1 April 2026 (2027/28) is the first.", [("2027/28", "certain")]),
        ("The BCF Plan 2017/19 has ended.", [("2017/19", "doubtful")]),
        ("The budget for 2026/26 is set.", [("2026/26", "certain")]),
        ("It follows the Pension Scheme Regulations 2015 (2015/94).", []),
        ("The Framework 2023-25 has ended.", []),
    ],
)
def test_a_financial_year_is_a_year_and_that_of_its_dates(
    sentence: str, words: list[tuple[str, str]]
) -> None:
    assert found("CK-DATE-YEAR", term(sentence)) == words


def test_working_days_are_missed_only_where_other_terms_are_defined() -> None:
    limit = "1. Papers\n\n1.1 Papers are sent five Working Days before."
    assert found("CK-DATE-WORKING-DAYS", limit) == [("Working Days", "doubtful")]
    defined = f"{limit}\n\n1.2 A working day is not a Saturday, a Sunday or a bank holiday."
    assert [confidence for _, confidence in found("CK-DATE-WORKING-DAYS", defined)] == ["doubtful"]
    brackets = [f"A thing (the {name})" for name in ("Fund", "Board", "Plan", "Hub", "Store", "Lead")]
    in_brackets = f"{limit}\n\n1.2 {', '.join(brackets)} is kept."
    assert found("CK-DATE-WORKING-DAYS", in_brackets) == [("Working Days", "likely")]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "It begins on the 1st September 2014 and continues until the 31st August 2017,"
            " being a period of two years.",
            [("31st August 2017, being a period of two years", "certain")],
        ),
        (
            "The term is five years from the 1st day of November 2009 to the 31st day of October 2015.",
            [("five years from the 1st day of November 2009 to the 31st day of October 2015", "certain")],
        ),
        (
            "It begins on the 1st September 2014 and continues until the 31st August 2017,"
            " being a period of three years.",
            [],
        ),
    ],
)
def test_of_a_length_and_a_date_that_disagree_either_may_be_wrong(
    sentence: str, words: list[tuple[str, str]]
) -> None:
    assert found("CK-DATE-TERM", term(sentence)) == words


def test_a_term_runs_from_the_commencement_date() -> None:
    text = (
        "1. Definitions\n\n1.1 In this agreement:\n\n**Commencement Date** means 1 April 2013.\n\n2. Term\n\n"
        "2.1 This agreement begins on the Commencement Date and lasts for a term of three years expiring on"
    )
    assert found("CK-DATE-TERM", f"{text} 30 March 2016.") == [("30 March 2016", "certain")]
    assert found("CK-DATE-TERM", f"{text} 31 March 2016.") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "It ran until Wednesday 31 March 2027. It is extended by one year, and so ends on Saturday"
            " 31 March 2029.",
            ["one year, and so ends on Saturday 31 March 2029"],
        ),
        ("They are consulted for ten weeks, from Monday 6 April 2026 to Sunday 3 May 2026.", ["ten weeks"]),
        ("They are consulted for ten weeks, from Monday 6 April 2026 to Friday 12 June 2026.", []),
        ("The four-week consultation ran from Monday, 6 April 2026 to Sunday, 3 May 2026.", []),
        ("The six-week consultation ran from Monday, 6 April 2026 to Sunday, 3 May 2026.", ["six-week"]),
        (
            "It starts on Wednesday 1 July 2026 and lasts two years, that is until Saturday 30 June 2029.",
            ["two years, that is until Saturday 30 June 2029"],
        ),
        (
            "It ends on 31 March 2029. It may be extended by up to one year, to no later than 31 March 2031.",
            ["one year, to no later than 31 March 2031"],
        ),
        ("It ends on 31 March 2029. It may be extended by up to one year, but not beyond 31 March 2030.", []),
        (
            "It opened on Wednesday 1 July 2026 and closed on Friday 30 July 2027, a period of one year.",
            ["30 July 2027"],
        ),
    ],
)
def test_a_weekday_may_stand_before_the_dates_of_a_term(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-DATE-TERM", term(sentence))] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "It ran until 31 March 2027. It is extended by one year, and so ends on 31 March 2029.",
            ["one year, and so ends on 31 March 2029"],
        ),
        ("It ran until 31 March 2027. It is extended by one year, and so ends on 31 March 2028.", []),
        ("It is extended by one year from 31 August 2026 to 31 August 2027.", []),
        ("It lasts for one year and six months from 1 April 2026 to 30 September 2027.", []),
        ("It is extended by two years from 1 April 2026 to 31 March 2028.", []),
        ("By a deed of 3 May 2024 it was extended by one year to 31 March 2026.", []),
    ],
)
def test_a_term_that_is_extended_ends_so_much_later(sentence: str, words: list[str]) -> None:
    assert [one for one, _ in found("CK-DATE-TERM", term(sentence))] == words


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (
            "We may agree, by 30 September 2027, to extend it by one year, so that it ends on 31 March 2030.",
            ["one year, so that it ends on 31 March 2030"],
        ),
        (
            "We may agree, by 30 September 2027, to extend it by one year, so that it ends on 31 March 2029.",
            [],
        ),
        (
            "The term is extended by three years beginning on 1 April 2028 and ending on 31 March 2031.",
            [],
        ),
    ],
)
def test_an_extension_is_counted_from_the_end_of_the_agreement(sentence: str, words: list[str]) -> None:
    text = (
        f"1. Term\n\n1.1 This agreement starts on 1 April 2026 and ends on 31 March 2028.\n\n1.2 {sentence}\n"
    )
    assert [one for one, _ in found("CK-DATE-TERM", text)] == words


def test_what_has_to_be_finished_by_a_day_begins_before_it() -> None:
    sentence = "The review starts on 1 December 2026 and is to be finished by {}."
    assert found("CK-DATE-ORDER", term(sentence.format("31 October 2026"))) == [
        ("31 October 2026", "certain")
    ]
    assert found("CK-DATE-ORDER", term(sentence.format("28 February 2027"))) == []
    assert (
        found("CK-DATE-TERM", term("It starts on 1 April 2026 and is to be finished by 30 March 2027.")) == []
    )


@pytest.mark.parametrize(
    "year",
    [
        "The year 2026/27, that is from 1 April 2026 to {}, is the first.",
        "Here “Financial Year 2026/27” means accordingly the period from 1 April 2026 to {}.",
    ],
)
def test_a_year_that_begins_rightly_ends_wrongly(year: str) -> None:
    assert found("CK-DATE-YEAR", term(year.format("31 March 2028"))) == [("31 March 2028", "certain")]
    assert found("CK-DATE-YEAR", term(year.format("31 March 2027"))) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It starts on 1 April 2026 and lasts for two years, so that it ends on {}.", "30 March 2028"),
        (
            "It begins on 1 April 2026 and runs for two years, so that it will expire at the end of {}.",
            "30 March 2028",
        ),
        (
            "It has effect from 1 April 2026 and continues for two years, so as to end at midnight on {}.",
            "31 March 2029",
        ),
    ],
)
def test_a_sentence_draws_the_end_from_the_length(sentence: str, words: str) -> None:
    (told,) = (one for one, _ in found("CK-DATE-TERM", term(sentence.format(words))))
    assert told.endswith(words)
    assert found("CK-DATE-TERM", term(sentence.format("31 March 2028"))) == []


@pytest.mark.parametrize("heads", [("Starts", "Ends"), ("Start date", "End date"), ("From", "Until")])
def test_a_start_and_an_end_may_stand_in_two_rows(heads: tuple[str, str]) -> None:
    table = "| Scheme | 2 |\n|---|---|\n| {} | 1 April 2026 |\n| {} | {} |\n"
    assert [one for one, _ in found("CK-DATE-TERM", table.format(*heads, "30 March 2028"))] == [
        "30 March 2028"
    ]
    assert found("CK-DATE-TERM", table.format(*heads, "31 March 2028")) == []


def test_an_extension_goes_on_from_the_end_of_the_defined_term() -> None:
    text = """
1. Words

1.1 In this agreement:

**Commencement Date** means 1 April 2025.

**Initial Term** means the three years that start on the Commencement Date and end on 31 March 2028.

2. Term

2.1 The Partners may, by 30 September 2027, extend it for one further period of two
years, which would end on {}.
"""
    assert [one for one, _ in found("CK-DATE-TERM", text.format("31 March 2031"))] == [
        "two years, which would end on 31 March 2031"
    ]
    assert found("CK-DATE-TERM", text.format("31 March 2030")) == []


def test_dates_before_a_year_begin_as_it_does() -> None:
    sentence = "“Financial Year” means 1 April 2024 to {} (2024/25)."
    assert found("CK-DATE-YEAR", term(sentence.format("31 March 2026"))) == [("31 March 2026", "certain")]
    assert found("CK-DATE-YEAR", term(sentence.format("31 March 2025"))) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A financial year begins on 1 April and ends on the 30 March after it.", ["30 March"]),
        ("A financial year begins on 1 April and ends on the following 31 March.", []),
        ("Invoices are sent on 30 June, 30 September, 31 December and 30 March each year.", ["30 March"]),
        ("Invoices are sent on 30 June, 30 September, 31 December and 31 March each year.", []),
        ("Reports are due on 15 June, 15 September, 15 December and 15 March.", []),
    ],
)
def test_days_without_a_year(sentence: str, words: list[str]) -> None:
    told = hits(load("CK-DATE-TERM"), f"1. Term\n\n1.1 {sentence}\n")
    assert [one.words.text for one in told] == words
