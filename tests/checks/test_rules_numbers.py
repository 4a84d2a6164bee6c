"""Rules on numbering: one slip is one finding, of the right kind; what only the reading lost is none."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules import RULES, load
from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import reading_of

_TERM = """
1. Term

1.1 This agreement begins on 1 April 2027.

{rest}

3. Law

3.1 The law of England applies.
"""


def _found(text: str) -> list[tuple[str, str]]:
    """Return the rules on numbering that find something in Markdown, with the first words that they hit."""
    findings = run(reading_of(text), Options(select=("CK-NUMBER",), level="warning"))
    return [(one.rule.removeprefix("CK-NUMBER-"), one.words.text.split()[0]) for one in findings]


def _found_in_text(text: str) -> list[str]:
    reading = read(text, "example.txt", markdown=False).reading
    return [one.rule.removeprefix("CK-NUMBER-") for one in run(reading, Options(select=("CK-NUMBER",)))]


def _clauses(*lines: str) -> str:
    return _TERM.format(rest="\n\n".join(lines))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("2. Pay", "2.1 First.", "2.2 Second.", "2.3 Third."), []),
        (("2. Pay", "2.1 First.", "2.3 Third.", "2.4 Fourth."), [("GAP", "Third.")]),
        (("2. Pay", "2.1 First.", "2.1 Second.", "2.3 Third."), [("REPEATED", "Second.")]),
        (("2. Pay", "2.1 First.", "2.3 Third.", "2.2 Second.", "2.4 Fourth."), [("ORDER", "Second.")]),
        (("2. Pay", "2.1 First.", "1.2 Second.", "2.3 Third."), [("LEVEL", "Second.")]),
        (("2. Pay", "2.1 First.", "2.1A Second.", "2.2 Third."), []),
        (("2.1 First.", "2.2 Second."), [("HEADING", "First.")]),
        (("2. Pay", "2.1 It pays:", "(a) rent;", "(ii) rates; and", "(c) tax."), [("MIXED", "rates;")]),
        (
            (
                "2. Pay",
                "2.1 It pays:",
                "(a) rent; and",
                "(b) tax.",
                "2.2 It owes:",
                "(a) rent; and",
                "(b) tax.",
            ),
            [],
        ),
        (("2. Pay", "2.1 It pays:", "(i) rent; and", "(iii) tax."), [("GAP", "tax.")]),
        (("2. Pay", "2.1 First.", "2.2.1 Second."), [("LEVEL", "Second.")]),
    ],
)
def test_a_slip_in_numbers_is_found_once(lines: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    assert _found(_clauses(*lines)) == found


def test_a_number_that_was_joined_to_the_words_before_is_not_missing() -> None:
    text = "1. Term\n1.1 This agreement begins in April. 1.2 It ends in March.\n1.3 It may be renewed.\n"
    assert "GAP" not in _found_in_text(text)


def test_the_number_of_a_page_before_a_clause_is_no_number_typed_twice() -> None:
    text = (
        "3 FUND\n3.1 The Council holds it.\n3.2 It is audited.\n4\n"
        "3.3 It bears interest.\n4 LAW\n4.1 English law applies.\n"
    )
    assert _found_in_text(text) == []


def test_what_a_deed_quotes_has_the_numbers_of_another_instrument() -> None:
    text = _clauses(
        "2. Changes",
        "2.1 For clause 21 substitute:",
        "“21.1 A Partner may leave.",
        "21.2 It gives notice.”",
        "2.2 The rest stands.",
    )
    assert _found(text) == []


def test_two_clauses_with_one_number_are_one_slip_though_all_below_them_is_there_twice() -> None:
    text = _clauses("2. Pay", "2.1 First.", "2.2 Second.", "2. Audit", "2.1 Third.", "2.2 Fourth.")
    assert [rule for rule, _ in _found(text)] == ["REPEATED"]


def test_each_schedule_counts_by_itself() -> None:
    text = "1. Term\n\n1.1 Schedules 1 and 2 apply.\n"
    schedules = "\n# Schedule 1\n\n1. First.\n\n2. Second.\n\n# Schedule 2\n\n1. First.\n\n2. Second.\n"
    assert _found(text + schedules) == []
    assert _found(text + schedules.replace("2. Second.\n\n#", "3. Third.\n\n#")) == [("GAP", "Third.")]
    assert _found(text + schedules.replace("Schedule 2", "Schedule 3")) == [("GAP", "Schedule")]


def test_there_are_rules_for_all_kinds_of_slips() -> None:
    assert {"GAP", "REPEATED", "ORDER", "LEVEL", "HEADING", "MIXED", "LETTER", "TYPED", "ALONE"} == {
        id_.removeprefix("CK-NUMBER-") for id_ in RULES if id_.startswith("CK-NUMBER-")
    }


def test_clauses_that_a_deed_puts_in_leave_no_gap_between_them() -> None:
    text = """
# Schedule 1 Inserted clauses

9A. Manager

9A.1 The Host appoints one.

14A. Personal data

14A.1 Each complies with the law.

22A. Contracts

22A.1 They are assigned.

22A.3 Each has a copy.
"""
    findings = run(reading_of(text), Options(select=("CK-NUMBER-GAP",)))
    assert [one.words.text for one in findings] == ["Each has a copy."]


def test_a_number_out_of_order_before_a_title_in_capitals_is_seen_where_others_stand_so() -> None:
    titles = "\n\n".join(f"{number} {title}\n\nIt is so." for number, title in _TITLES)
    assert _found_in_text(f"SCHEDULE 1 – SERVICE\n\n{titles}\n") == ["REPEATED", "GAP"]


_TITLES = ((1, "AIMS"), (2, "OUTCOMES"), (2, "ARRANGEMENTS"), (3, "FUNCTIONS"), (17, "REGULATION"))


def test_a_title_with_a_number_numbers_what_stands_below_it() -> None:
    titles = "\n\n".join(
        f"Programme {at} – {name}\n\n{at}.1 It is so.\n\n{at}.2 It is." for at, name in _NAMES
    )
    assert _found_in_text(f"1. Term\n\n1.1 It ends.\n\nSCHEDULE 1 – PROGRAMMES\n\n{titles}\n") == []


def test_each_form_of_a_schedule_has_gaps_of_its_own() -> None:
    forms = [(*range(1, 8),), (1, 2, 3, 4, 6, 7)]
    text = "\n\n".join(f"{number}. {_WORDS[number]}\n\nIt is so." for form in forms for number in form)
    assert _found_in_text(f"SCHEDULE 1 – SCHEMES\n\n{text}\n") == ["GAP"]


_NAMES = ((1, "Neighbourhoods"), (2, "Home First"))
_WORDS = ("", "OVERVIEW", "AIMS", "ARRANGEMENTS", "FUNCTIONS", "SERVICE USERS", "MONEY", "STAFF")


@pytest.mark.parametrize(
    "text",
    [
        "1. (1) In this code words have their meaning.\n\n(2) They are these.\n",
        "17.\n    a) The Council mends the hall.\n    b) It paints the hall.\n",
        "(ix) any:\n\n(aa) council;\n\n(bb) trust; or\n\n(cc) board;\n",
    ],
)
def test_what_statutes_and_extraction_do_to_numbers_is_no_fault(text: str) -> None:
    reading = read(f"1. Hall\n\n1.1 It is open.\n\n2. Use\n\n{text}", "a.txt", markdown=False).reading
    found = run(reading, Options(select=("CK-NUMBER-TYPED", "CK-NUMBER-GAP", "CK-NUMBER-ORDER")))
    assert not [one for one in found if one.level != "info" and "17”" not in one.message]


def test_lists_that_a_converter_counted_on_have_no_gaps() -> None:
    clauses = "".join(
        f"{clause}. **Title {clause}**\n\n    {2 * clause - 1}. The Council keeps it.\n\n"
        f"    {2 * clause}. The ICB pays it.\n\n"
        for clause in range(1, 9)
    )
    found = run(read(clauses, "a.md", markdown=True).reading, Options(select=("CK-NUMBER",)))
    assert [one.message for one in found if one.level != "info"] == []


def test_a_heading_may_have_its_number_in_words() -> None:
    text = "1. Aims\n\n1.1 It helps.\n\nStrategic Objective 2\n\n2.1 It works.\n\n3. Ends\n\n3.1 It ends.\n"
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-NUMBER-HEADING",)))
    assert [one.message for one in found] == []


def test_numbers_of_rows_among_paragraphs_are_not_counted_with_them() -> None:
    text = (
        "SCHEDULE 1\n\nSTANDARDS\n\n1.\n\nIt meets these standards.\n\n4\n\nLifts in a\nday\n\n98%\n\n"
        "5\n\nBeds within two\ndays\n\n95%\n\n2.\n\nWhere a standard is missed the Council asks why.\n\n"
        "3.\n\nA survey is made each year.\n"
    )
    reading = read(text, "a.txt", markdown=False).reading
    assert list(load("CK-NUMBER-ORDER").check(Instrument(reading, "a.txt"))) == []


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("It says what a bed is.\n\nA ward has beds.", "warning"),
        ("“Bed” means what a ward counts.\n\n“Ward” means a place with beds.", "info"),
    ],
)
def test_a_count_that_begins_below_definitions_may_have_lost_its_first_number(words: str, level: str) -> None:
    text = f"""1. Words

In this Agreement the following terms have these meanings:

{words}

1.2 Beds are counted each day.

1.3 Wards are cleaned each day.

2. Beds

2.1 A Ward has four beds.
"""
    found = run(read(text, "a.txt", markdown=False).reading, Options(select=("CK-NUMBER-GAP",)))
    assert [one.level for one in found] == [level]
