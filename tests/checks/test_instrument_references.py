"""References and what they point to; numbers as sequences."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from tests.checks.instruments import instrument_of

AGREEMENT = """
1. Funds

1.1 The Partners keep:

(a) a fund; and

(b) accounts.

1.2 Terms.

# Schedule 1 Finance

1. Budget

1.1 The budget is kept.

# Schedule 2 Governance

# Part 1 The Board

1. Members

1.1 The board has members.

# Part 2 Meetings

1. Times

1.1 The board meets.

{}
"""


def targets(words: str) -> list[tuple[str, str, str]]:
    """Return kind, number and place of the target of each reference in the last paragraph of an agreement."""
    instrument = instrument_of(AGREEMENT.format(f"1.2 {words}"))
    return [(one.kind, one.number, place(one.target, instrument)) for one in instrument.references]


def place(target: object, instrument: Instrument) -> str:
    return next((each.number for each in instrument.places if each.passage is target), "")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("See clause 1.1.", [("clause", "1.1", "1.1")]),
        ("See clause 9.", [("clause", "9", "")]),
        ("See clauses 1.1(a) and (b).", [("clause", "1.1(a)", "1.1(a)"), ("clause", "1.1(b)", "1.1(b)")]),
        ("See paragraph 1.1.", [("paragraph", "1.1", "Schedule 2 Part 2, 1.1")]),
        (
            "See paragraph 1.1 of Schedule 1.",
            [("paragraph", "1.1", "Schedule 1, 1.1"), ("schedule", "1", "Schedule 1")],
        ),
        ("See Part 1.", [("part", "1", "Schedule 2 Part 1")]),
        (
            "See Schedule 2, Part 1, paragraph 1.",
            [
                ("schedule", "2", "Schedule 2"),
                ("part", "1", "Schedule 2 Part 1"),
                ("paragraph", "1", "Schedule 2 Part 1, 1"),
            ],
        ),
        ("See Part 1, Schedule 2.", [("part", "1", "Schedule 2 Part 1"), ("schedule", "2", "Schedule 2")]),
        ("See Schedule 2 (Part 1).", [("schedule", "2", "Schedule 2"), ("part", "1", "Schedule 2 Part 1")]),
        ("See section 75 of the 2006 Act.", [("section", "75", "")]),
    ],
)
def test_what_a_reference_points_to(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert targets(words) == expected


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("section 75 of the 2006 Act", "law"),
        ("Schedule 1 to the Data Protection Act 2018", "law"),
        ("clause 7 of the Lease", "document"),
        ("clause 7 of this Agreement", "own"),
        ("clause 7 of the Agreement and the Lease", "own"),
        ("paragraph 4 of the code of conduct", "document"),
        ("clause 7", "unsaid"),
        ("clause 7 to the Partners", "unsaid"),
    ],
)
def test_whose_provision_a_reference_cites(words: str, owner: str) -> None:
    assert [one.owner for one in instrument_of(f"1.1 It is kept under {words}.").references] == [owner]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("clauses 2 to 5", [("2", False), ("5", True)]),
        ("clause 4 or 6 months", [("4", False)]),
        ("clause 4.1% of it", []),
        ("Schedules 1, 2 and 3", [("1", False), ("2", False), ("3", False)]),
        ("clause 2 (Term) and 3(Money)", [("2", False), ("3", False)]),
        ("Schedules 2–4", [("2", False), ("4", True)]),
    ],
)
def test_the_numbers_of_a_reference(words: str, numbers: list[tuple[str, bool]]) -> None:
    found = instrument_of(f"1.1 It is kept under {words}.").references
    assert [(one.number, one.through) for one in found] == numbers


def test_titles_and_this() -> None:
    first, second = instrument_of("1.1 Under clause 2 (Risk Share) this Schedule 7 applies.").references
    assert (first.title.text if first.title else "", first.this) == ("Risk Share", False)
    assert (second.number, second.title, second.this) == ("7", None, True)


def test_a_paragraph_of_a_schedule_that_is_missing_is_the_fault_of_the_schedule() -> None:
    paragraph, schedule = instrument_of(AGREEMENT.format("1.2 See paragraph 1 of Schedule 9.")).references
    assert (paragraph.target, paragraph.container) == (None, False)
    assert (schedule.target, schedule.container) == (None, True)


def test_sequences_count_on_their_own() -> None:
    instrument = instrument_of("""
1. Funds

1.1 One.

1.3 Three:

(a) first;

(c) third.

2. Ends

2.1 Last:

(i) one;

(ii) two.
""")
    found = [
        (one.parent, one.counting, [label.value for label in one.labels]) for one in instrument.sequences
    ]
    assert found == [
        ("", "decimal", [1, 2]),
        ("1", "decimal", [1, 3]),
        ("1.3", "letter", [1, 3]),
        ("2", "decimal", [1]),
        ("2.1", "roman", [1, 2]),
    ]


def test_schedules_and_parts_are_sequences_too() -> None:
    found = [
        (one.division, one.parent, [label.value for label in one.labels])
        for one in instrument_of(AGREEMENT.format("")).sequences
        if one.parent in ("Schedule", "Part")
    ]
    assert found == [("", "Schedule", [1, 2]), ("Schedule 2", "Part", [1, 2])]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Part 4 of Schedule 1 to the Principal Agreement applies.", ["document", "document"]),
        ("Schedule 3 applies.", ["unsaid"]),
    ],
)
def test_a_part_of_a_schedule_is_of_what_the_schedule_is_of(text: str, owners: list[str]) -> None:
    assert [one.owner for one in instrument_of(f"1. Terms\n\n1.1 {text}\n").references] == owners


def test_a_schedule_on_its_own_speaks_of_clauses_of_its_agreement() -> None:
    text = "# Schedule 9 Data\n\n1. Clause 44 (Variation) does not apply.\n\n2. Paragraph 1 stands.\n"
    assert [(one.kind, one.owner) for one in instrument_of(text).references] == [
        ("clause", "document"),
        ("paragraph", "unsaid"),
    ]


def test_the_agreement_to_which_terms_of_reference_belong_is_another_document() -> None:
    text = """
1. Board

1.1 The parties have made an agreement under section 75, dated 27 March 2024 (“the Agreement”).

1.2 These terms form Schedule 4 to the Agreement.
"""
    found = [one for one in instrument_of(text).references if one.kind == "schedule"]
    assert [one.owner for one in found] == ["document"]
