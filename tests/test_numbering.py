"""Numbers: by place, restarting and continuing as a lawyer expects."""

from __future__ import annotations

import pytest

from clausekit.model import Item
from clausekit.numbering import Scheme, formatted, number, scheme_from
from clausekit.problems import ClausekitError
from tests.builders import (
    annex,
    clause,
    definition,
    definitions,
    document,
    item,
    items,
    paragraph,
    part,
    schedule,
    scheme,
)


def labels(*children: object, kind: str = "clauses") -> list[str]:
    numbers = number(document(*children, kind=kind), scheme())  # type: ignore[arg-type]  # terse tests
    return [f"{key}: {found.label} / {found.full}".replace("\u00a0", " ") for key, found in numbers.items()]


def test_provisions_are_numbered_to_five_levels_below_the_heading() -> None:
    deepest: Item = item("f", "six")
    for key in "edcb":
        deepest = item(key, "text", items(deepest))
    assert labels(clause("term", items(deepest))) == [
        "term: 1 / 1",
        "b: 1.1 / 1.1",
        "c: 1.1.1 / 1.1.1",
        "d: (a) / 1.1.1(a)",
        "e: (i) / 1.1.1(a)(i)",
        "f: (A) / 1.1.1(a)(i)(A)",
    ]


def test_a_list_that_was_interrupted_goes_on_where_it_stopped() -> None:
    interrupted = clause("risk", items(item("a", "x")), paragraph("Between"), items(item("b", "y")))
    assert labels(interrupted) == ["risk: 1 / 1", "a: 1.1 / 1.1", "b: 1.2 / 1.2"]


def test_inner_numbers_start_again_under_the_next_provision() -> None:
    two = items(
        item("a", "x", items(item("aa", "x"), item("ab", "x"))), item("b", "y", items(item("ba", "y")))
    )
    assert labels(clause("vat", two))[1:] == [
        "a: 1.1 / 1.1",
        "aa: 1.1.1 / 1.1.1",
        "ab: 1.1.2 / 1.1.2",
        "b: 1.2 / 1.2",
        "ba: 1.2.1 / 1.2.1",
    ]


def test_recitals_have_letters_and_parties_have_numbers_in_brackets() -> None:
    recitals = clause("recitals", items(item("a", "x", items(item("aa", "y"))), item("b", "z")))
    assert labels(recitals, kind="recitals") == ["a: (A) / (A)", "aa: (a) / (A)(a)", "b: (B) / (B)"]
    parties = clause("parties", items(item("a", "x"), item("b", "z")))
    assert labels(parties, kind="parties") == ["a: (1) / (1)", "b: (2) / (2)"]


def test_limbs_of_a_definition_start_again_with_each_definition() -> None:
    law = definition("Law", "means:", items(item("l1", "x"), item("l2", "y")))
    loss = definition("Loss", "means:", items(item("o1", "x")))
    found = labels(clause("definitions", items(item("a", "In this agreement:", definitions(law, loss)))))
    assert found[2:] == [
        "term-Law:  / ",
        "l1: (a) / (a)",
        "l2: (b) / (b)",
        "term-Loss:  / ",
        "o1: (a) / (a)",
    ]


def test_paragraphs_start_again_in_each_schedule() -> None:
    first = schedule("finance", clause("one", items(item("a", "x"))), clause("two"))
    second = schedule("board", clause("three"))
    assert labels(first, second) == [
        "schedule:finance: Schedule 1 / Schedule 1",
        "one: 1 / 1",
        "a: 1.1 / 1.1",
        "two: 2 / 2",
        "schedule:board: Schedule 2 / Schedule 2",
        "three: 1 / 1",
    ]


def test_paragraphs_start_again_in_each_part() -> None:
    statement = part("schedule:finance/statement", clause("one", items(item("a", "x"))), clause("two"))
    schemes = part("schedule:finance/schemes", clause("three", items(item("b", "x"))))
    board = schedule("board", part("schedule:board/terms", clause("four")))
    assert labels(schedule("finance", statement, schemes), board) == [
        "schedule:finance: Schedule 1 / Schedule 1",
        "schedule:finance/statement: Part 1 / Part 1",
        "one: 1 / 1",
        "a: 1.1 / 1.1",
        "two: 2 / 2",
        "schedule:finance/schemes: Part 2 / Part 2",
        "three: 1 / 1",
        "b: 1.1 / 1.1",
        "schedule:board: Schedule 2 / Schedule 2",
        "schedule:board/terms: Part 1 / Part 1",
        "four: 1 / 1",
    ]


def test_a_number_counts_within_the_part_or_the_schedule_without_parts() -> None:
    finance = schedule("finance", part("schedule:finance/statement", clause("one", items(item("a", "x")))))
    board = schedule("board", clause("two"))
    numbers = number(document(finance, board), scheme())
    assert {key: found.within for key, found in numbers.items()} == {
        "schedule:finance": None,
        "schedule:finance/statement": "schedule:finance",
        "one": "schedule:finance/statement",
        "a": "schedule:finance/statement",
        "schedule:board": None,
        "two": "schedule:board",
    }


def test_annexes_are_counted_beside_the_schedules() -> None:
    glossary = schedule("glossary", clause("words"))
    matrix = annex("matrix", part("annex:matrix/table", clause("cells", items(item("a", "x")))))
    assert labels(clause("term"), glossary, matrix)[1:] == [
        "schedule:glossary: Schedule 1 / Schedule 1",
        "words: 1 / 1",
        "annex:matrix: Annex 1 / Annex 1",
        "annex:matrix/table: Part 1 / Part 1",
        "cells: 1 / 1",
        "a: 1.1 / 1.1",
    ]


def test_nothing_stands_before_the_title_of_a_schedule_that_stands_alone() -> None:
    statement = part("schedule:finance/statement", clause("one"))
    numbers = number(document(schedule("finance", statement)), scheme("schedule-alone"))
    assert [found.label for found in numbers.values()] == ["", "Part\u00a01", "1"]


def test_a_scheme_without_a_listing_that_the_document_needs_is_told() -> None:
    only_clauses = Scheme(clauses=scheme().clauses)
    doc = document(clause("term", definitions(definition("Law", "means law."))), annex("matrix"))
    with pytest.raises(ClausekitError) as error:
        number(doc, only_clauses)
    assert [finding.message for finding in error.value.findings] == [
        "The numbering scheme has no list of levels for definitions.",
        "The numbering scheme has no list of levels for annexes.",
    ]


@pytest.mark.parametrize(
    ("count", "letter", "roman"), [(1, "a", "i"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (53, "aaa", "liii")]
)
def test_letters_double_after_z_as_in_word(count: int, letter: str, roman: str) -> None:
    assert formatted("lower-letter", count) == letter
    assert formatted("upper-letter", count) == letter.upper()
    assert formatted("lower-roman", count) == roman


def test_a_list_deeper_than_the_scheme_is_told_with_its_place() -> None:
    deepest = item("g", "seven")
    for key in "fedcb":
        deepest = item(key, "text", items(deepest))
    with pytest.raises(ClausekitError) as error:
        number(document(clause("term", items(deepest))), scheme())
    (finding,) = error.value.findings
    assert "the scheme has 6 levels for clauses" in finding.message


def test_a_malformed_scheme_is_told_level_by_level() -> None:
    good = [{"format": "decimal", "text": "%1", "style": "Party"}]
    data = {
        "parties": [*good, "decimal", {"format": "decimal", "style": ["Party"]}],
        "recitals": "decimal",
        "clauses": [{"format": "roman", "style": "x"}, {"style": "x"}, {"format": "none", "size": 2}],
        "definitions": [{"format": "none", "text": ""}],
        "schedules": [{"format": "decimal", "text": "%1", "style": "Schedule Heading"}],
    }
    with pytest.raises(ClausekitError) as error:
        scheme_from(data)
    assert [finding.message for finding in error.value.findings] == [
        "Level 2 of the parties is no group of entries.",
        'Level 3 of the parties has an entry "style" that cannot be used.',
        "The numbering scheme has no list of levels for recitals.",
        'Level 1 of the clauses has the format "roman".',
        "Level 2 of the clauses has no format.",
        'Level 3 of the clauses has an entry "size" that cannot be used.',
        "Level 1 of the definitions names no style.",
        "The schedules have too few levels.",
    ]


def test_a_style_of_two_levels_is_told() -> None:
    levels = [{"format": "decimal", "text": f"%{n}", "style": f"Level {n}"} for n in (1, 2, 3)]
    with pytest.raises(ClausekitError) as error:
        scheme_from({"schedules": levels, "annexes": [*levels[:2], {**levels[2], "style": "Other"}]})
    assert [finding.message for finding in error.value.findings] == [
        'The style "Level 1" is that of level 1 of the schedules and of level 1 of the annexes.',
        'The style "Level 2" is that of level 2 of the schedules and of level 2 of the annexes.',
    ]
