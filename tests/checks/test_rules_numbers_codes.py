"""Codes and counts that run on: rows and paragraphs with one code, parts of which one leaves a number out."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of


def _found(text: str) -> list[tuple[str, str]]:
    found = run(reading_of(text), Options(select=("CK-NUMBER",), as_at=AS_AT))
    return [(one.rule.removeprefix("CK-NUMBER-"), one.words.text) for one in found if one.level != "info"]


def test_a_row_repeats_the_code_of_the_one_before() -> None:
    rows = "| Ref | Measure |\n|---|---|\n| P1 | Visits |\n| P2 | Calls |\n| {} | Plans |\n| P4 | Homes |\n"
    assert _found(f"1. Measures\n\n1.1 They are:\n\n{rows.format('P2')}") == [("REPEATED", "P2")]
    assert _found(f"1. Measures\n\n1.1 They are:\n\n{rows.format('P3')}") == []


@pytest.mark.parametrize(
    ("codes", "found"),
    [
        ("1 2 2", ["2"]),
        ("1 1 3", ["1"]),
        ("1 3 3", ["3"]),
        ("1 2 4 4", ["4"]),
        ("1 2 4 4 6", []),
        ("2 2 3", []),
        ("1 1 1", []),
        ("1 2 3", []),
    ],
)
def test_a_row_of_few_repeats_the_code_of_another(codes: str, found: list[str]) -> None:
    rows = "".join(f"| {code} | What is done |\n" for code in codes.split())
    table = f"| Ref | Measure |\n|---|---|\n{rows}"
    assert [words for _, words in _found(f"1. Measures\n\n1.1 They are:\n\n{table}")] == found


def test_a_column_of_numbers_that_count_nothing_is_left_alone() -> None:
    rows = "| Visits | Measure |\n|---|---|\n| 1 | A |\n| 2 | B |\n| 2 | C |\n| 3 | D |\n"
    assert _found(f"1. Measures\n\n1.1 They are:\n\n{rows}") == []


def test_a_count_that_runs_on_through_parts_leaves_out_none() -> None:
    text = (
        "1. Term\n\n1.1 Schedule 1 applies.\n\n# Schedule 1\n\n## Part 1\n\n1. One.\n\n2. Two.\n"
        "\n## Part 2\n\n{}. Three.\n\n4. Four.\n\n## Part 3\n\n5. Five.\n"
    )
    assert _found(text.format("3")) == []
    text = text.replace("4. Four.", "5. Four.").replace("5. Five.", "6. Five.").format("4")
    assert _found(text) == [("GAP", "Three.")]


def test_a_heading_has_the_number_of_the_one_before_it() -> None:
    text = "1. Term\n\n1.1 It begins.\n\n{} Money\n\n2.1 It is paid.\n\n3. Law\n\n3.1 English law applies.\n"
    assert _found(text.format("2.")) == []
    assert _found(text.format("1.")) == [("REPEATED", "Money")]


@pytest.mark.parametrize(
    ("number", "title", "found"),
    [
        ("2", "Limits", []),
        ("1", "Limits", ["Table 1"]),
        ("1", "Members (continued)", []),
        ("1", "Members", []),
    ],
)
def test_two_tables_with_other_titles_have_other_numbers(number: str, title: str, found: list[str]) -> None:
    text = (
        "1. Board\n\n1.1 Its members are in Table 1.\n\n**Table 1: Members**\n\n| Who | Votes |\n|---|---|\n"
        f"| Chair | 1 |\n\n1.2 More is told in a table.\n\n**Table {number}: {title}**\n\n| What | Sum |\n"
        "|---|---|\n| Beds | £10 |\n"
    )
    told = run(reading_of(text), Options(select=("CK-NUMBER-REPEATED",)))
    assert [one.words.text for one in told] == found


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("as in A2(a) and (b)", []),
        ("as in A2(a) and (d)", ["(d)"]),
        ("as in A3", []),
        ("as in A4", ["A4"]),
        ("and prints the plan on A4", []),
    ],
)
def test_a_code_is_referred_to_with_its_items(words: str, missing: list[str]) -> None:
    text = (
        "# A1 Who\n\nA1.1 The Council pays.\n\n# A2 What\n\nA2 It pays for:\n\n(a) beds; and\n\n"
        "(b) rails.\n\n"
        f"# A3 When\n\nA3.1 It pays in May {words}.\n"
    )
    found = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
    assert [one.words.text for one in found if one.level != "info"] == missing


@pytest.mark.parametrize(("heading", "found"), [("## B2 Keys\n\n", []), ("", [("HEADING", "Keys are cut.")])])
def test_a_heading_with_a_letter_is_lost_above_its_paragraphs(
    heading: str, found: list[tuple[str, str]]
) -> None:
    text = (
        "# Rules\n\n## B1 Locks\n\nB1.1 Locks are oiled.\n\nB1.2 Doors too.\n\n{}B2.1 Keys are cut."
        "\n\nB2.2 They are numbered.\n\n## B3 Bins\n\nB3.1 Bins are emptied."
        "\n\n## B4 Lamps\n\nB4.1 Lamps are lit.\n"
    )
    assert _found(text.format(heading)) == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("2.1", "2.2", "3.1"), []),
        (("2.1", "2.1.1", "3.1"), [("LEVEL", "Keys are cut.")]),
        (("2.1", "2.1.1", "2.2"), []),
        (("2.1", "2.1.1", "2.1.2"), []),
    ],
)
def test_one_number_alone_is_a_level_too_deep(numbers: tuple[str, ...], found: list[tuple[str, str]]) -> None:
    first, second, third = numbers
    text = (
        "1. Locks\n\n1.1 Locks are oiled.\n\n1.2 Doors too.\n\n1.3 Bolts too.\n\n2. Keys\n\n{} There"
        " are keys.\n\n{} Keys are cut.\n\n{}{} Bins are emptied."
        "\n\n4. Lamps\n\n4.1 Lamps are lit.\n\n4.2 They are put out.\n"
    )
    heading = "3. Bins\n\n" if third == "3.1" else ""
    told = _found(text.format(first, second, heading, third).replace("4", "4" if heading else "3"))
    assert told == found


@pytest.mark.parametrize(("order", "found"), [(("1", "2"), []), (("2", "1"), [("ORDER", "Trees are cut.")])])
def test_the_first_two_of_a_schedule_are_in_order(
    order: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    gardens = "# Schedule 1 Gardens\n\n{}. Hedges are cut.\n\n{}. Trees are cut.\n"
    text = f"1. Work\n\n1.1 It is in Schedule 1.\n\n{gardens}"
    assert _found(text.format(*order)) == found


@pytest.mark.parametrize(
    ("letters", "found"),
    [("abcd", 0), ("accd", 1), ("acd", 1), ("abbd", 0), ("ace", 0)],
)
def test_items_in_a_sentence_leave_none_out(letters: str, found: int) -> None:
    words = ("beds", "chairs", "rails", "hoists")
    items = "; ".join(f"({letter}) {word}" for letter, word in zip(letters, words, strict=False))
    assert len(_found(f"1. Kit\n\n1.1 The kit is: {items}.\n\n1.2 It is lent.\n")) == found
