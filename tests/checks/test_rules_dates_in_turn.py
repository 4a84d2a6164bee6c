"""Days that come before others that they follow, years that are counted, and times that no clock has."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

_AGREEMENT = (
    "1. Hub\n\n1.1 The Council keeps the hub open.\n\n1.2 {}\n\n1.3 The ICB pays its share of the rent.\n"
)


def _found(text: str) -> list[tuple[str, str]]:
    found = run(
        read(_AGREEMENT.format(text), "a.txt", markdown=False).reading,
        Options(select=("CK-DATE",), as_at=AS_AT),
    )
    return [(one.rule.removeprefix("CK-DATE-"), one.words.text) for one in found if one.level != "info"]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("It meets on Tuesday March 4th 2027.", "WEEKDAY", "Tuesday March 4th 2027"),
        ("It meets on TUESDAY 4 MARCH 2027.", "WEEKDAY", "TUESDAY 4 MARCH 2027"),
        (
            "It meets on Monday the twenty-third day of March 2027.",
            "WEEKDAY",
            "Monday the twenty-third day of March 2027",
        ),
        ("It is cleaned by 1 June 2028, and again by 1 June 2027.", "ORDER", "1 June 2027"),
        (
            "Within two months of the end of each Financial Year, that is by 30 June, the clerk reports.",
            "ORDER",
            "30 June",
        ),
        (
            "The clerk reports within six weeks after the end of each financial year (by 31 May).",
            "ORDER",
            "31 May",
        ),
        (
            "The first instalment is due on 1 August 2027 and the final instalment on 1 May 2027.",
            "ORDER",
            "1 May 2027",
        ),
        ("The interim review is on 1 May 2028, the final review on 1 May 2027.", "ORDER", "1 May 2027"),
        (
            "It pays:\n\nInstalment 1: £100 on 26 September 2027\n\nInstalment 2: £100 on 24 January 2027\n",
            "ORDER",
            "24 January 2027",
        ),
        ("The year 2027-28 runs from 1 April 2028 on.", "YEAR", "2027-28"),
        (
            "Year 1 is 2026/27, Year 2 is 2027/28 and Year 3 is 2029/30.",
            "YEAR",
            "2029/30",
        ),
        ("It pays in 2026/27, 2027/28 and 2028/29 (two years).", "TERM", "two years"),
        ("It pays for three years, 2026/27 and 2027/28.", "TERM", "three years"),
        (
            "It tells the ICB by 30 September 2027, at least six months before 31 January 2028.",
            "TERM",
            "30 September 2027",
        ),
        ("It lasts from 1st October 2027 – 31st March , 2027.", "ORDER", "31st March , 2027"),
        ("It meets on the 31st, September 2027.", "IMPOSSIBLE", "31st, September 2027"),
        ("It serves for the year 2027-29.", "YEAR", "2027-29"),
        ("The staff move on 1st April 20227.", "IMPOSSIBLE", "1st April 20227"),
        ("The hub opens at 13.00am each day.", "IMPOSSIBLE", "13.00am"),
        ("The hub shuts at 25:00 each day.", "IMPOSSIBLE", "25:00"),
    ],
)
def test_what_is_out_of_turn_is_told(text: str, rule: str, words: str) -> None:
    assert _found(text) == [(rule, words)]


@pytest.mark.parametrize(
    "text",
    [
        "It meets on Thursday March 4 2027, on MONDAY 1 MARCH 2027 and in May 20 times.",
        "The first review is on 1 May 2027 and the final one on 1 May 2028.",
        "The first invoice came on 1 May 2026; the last letter of the Trust is of 1 May 2025.",
        "The first instalment is due on 1 May 2027. The final account was sent on 1 May 2026.",
        "Review 1 is on 1 May 2027.\n\nReview 3 is on 1 May 2026.",
        "Year 1 is 2026/27, Year 2 is 2027/28 and Year 3 is 2028/29, as Year 1 (2019/20) was.",
        "It pays in 2026/27, 2027/28 and 2028/29 (three years), and keeps two years of records.",
        "It tells the ICB by 30 June 2027, at least six months before 31 January 2028.",
        "The plan of the years 2027-29, in paragraph 5, March 2027, and by the 1st, 2nd or 3rd of May.",
        "The shares are 60:40 or 25:75; it opens at 9.30am and shuts at 23:45, ref 25:003.",
        "The year 2027-28 runs from 1 April 2027. The plan for 2027-28 starts on 1 June 2027.",
        "Within two months of the end of each Financial Year, that is by 31 May, the clerk reports.",
        "The clerk reports within a month of the end of each financial year, and by 30 June to the Board.",
    ],
)
def test_what_only_looks_out_of_turn_is_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The initial term ends on 31 March 2029; it may be extended to 31 March 2028.", "31 March 2028"),
        ("The initial term ends on 31 March 2029; it may be extended to 31 March 2031.", None),
        ("The draft report is due on 1 June 2027 and the final report on 1 May 2027.", "1 May 2027"),
        ("The draft report is due on 1 June 2027 and the final report on 1 July 2027.", None),
        ("The deed dated 1 April 2020 was varied on 1 March 2019.", "1 March 2019"),
        ("The deed dated 1 April 2020 was varied on 1 March 2021.", None),
        ("There are eight payments from 10 May 2027 through to the last on 10 January 2027.",
         "10 January 2027"),
        ("Notice is given by 30 September 2027 to end this agreement on 31 March 2027.", "31 March 2027"),
        ("The draft of 1 June 2027 was read. The final account is that of 1 May 2027.", None),
        ("The notice of 1 June 2027 and the letter of 1 May 2027 are attached.", None),
    ],
)  # fmt: skip
def test_words_of_a_sentence_put_dates_in_order(said: str, wrong: str | None) -> None:
    assert _found(said) == ([("ORDER", wrong)] if wrong else [])


@pytest.mark.parametrize(
    ("third", "told"),
    [("14 July 2023", ["14 July 2023"]), ("14 July 2025", []), ("2 September 2024", [])],
)
def test_versions_follow_each_other(third: str, told: list[str]) -> None:
    text = f"""# Agreement

| Version | Date | Change |
|---|---|---|
| 1.0 | 4 September 2023 | First agreement |
| 2.0 | 2 September 2024 | Yearly review |
| 2.1 | {third} | New periods |
| 3.0 | 30 October 2026 | Terms added |

1. Hub

1.1 The Council keeps the hub open.
"""
    found = run(read(text, "a.md", markdown=True).reading, Options(select=("CK-DATE-ORDER",), as_at=AS_AT))
    assert [one.words.text for one in found] == told


@pytest.mark.parametrize(
    ("years", "wrong"),
    [
        (("1 April 2027 to 31 March 2028", "1 April 2028 to 31 March 2029"), []),
        (("1 April 2027 to 31 March 2029", "1 April 2028 to 31 March 2029"), ["31 March 2029"]),
        (("1 April 2027 to 31 March 2028", "1 March 2028 to 28 February 2029"), ["31 March 2028"]),
        (("1 April 2027 to 31 March 2028", "1 June 2028 to 31 May 2029"), []),
        (("1 April 2026 to 31 March 2027", "1 April 2026 to 31 March 2027"), []),
    ],
)
def test_years_that_are_counted_do_not_overlap(years: tuple[str, str], wrong: list[str]) -> None:
    second, third = years
    rows = f"| Year 1 | 1 October 2026 to 31 March 2027 |\n| Year 2 | {second} |\n| Year 3 | {third} |"
    for table in (
        f"| Year | Dates |\n|---|---|\n{rows}",
        rows.replace("| Year", "\n\nYear").replace("|", ""),
    ):
        text = f"1. Years\n\n1.1 The years are:\n\n{table}\n\n1.2 The hub opens in Year 1.\n"
        found = run(
            read(text, "a.md", markdown=True).reading, Options(select=("CK-DATE-ORDER",), as_at=AS_AT)
        )
        assert [one.words.text for one in found if one.level != "info"] == wrong
