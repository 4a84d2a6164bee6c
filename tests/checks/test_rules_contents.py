"""Tables of contents against the headings of the text."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from clausekit.texts import read
from tests.checks.instruments import AS_AT

_TEXT = """Contents

{contents}

1.      DEFINITIONS AND INTERPRETATION

1.1     A Partner is a party to this agreement.

2.      TERM

2.1     This agreement begins on 1 April 2027.

3.      THE POOLED FUND

3.1     The Partners keep a pooled fund, as Schedule 1 provides.

4.      AUDIT & ACCESS TO RECORDS

4.1     The Council is audited.

5.      NOTICES

5.1     Notice is given in writing, as Schedule 2 provides.

SCHEDULE 1 – CONTRIBUTIONS

1.      The Council pays a half.

SCHEDULE 2 – SUB-GROUPS

1.      Each group reports to the Board.
"""
_LINES = (
    "1. Definitions and Interpretation ........ 3",
    "2. Term ........ 4",
    "3. The Pooled Fund ........ 4",
    "4. Audit and access to records ........ 5",
    "5. Notices ........ 6",
    "Schedule 1 – Contributions ........ 7",
    "Schedule 2 – Sub groups ........ 8",
)


def _found(lines: tuple[str, ...]) -> list[tuple[str, str]]:
    text = _TEXT.format(contents="\n".join(lines))
    options = Options(select=("CK-REF-TITLE", "CK-REF-MISSING"), as_at=AS_AT)
    found = run(read(text, "example.txt", markdown=False).reading, options)
    return [(one.rule.removeprefix("CK-"), one.words.text.strip()) for one in found]


@pytest.mark.parametrize(
    ("line", "other", "found"),
    [
        (1, "2. Duration ........ 4", ("REF-TITLE", "Duration")),
        (2, "3. Risk share ........ 4", ("REF-TITLE", "Risk share")),
        (5, "Schedule 1 – Exit plan ........ 7", ("REF-TITLE", "Exit plan")),
        (6, "Schedule 2: Performance ........ 8", ("REF-TITLE", "Performance")),
    ],
)
def test_an_entry_with_another_title_than_the_heading_is_told(
    line: int, other: str, found: tuple[str, str]
) -> None:
    lines = (*_LINES[:line], other, *_LINES[line + 1 :])
    assert _found(lines) == [found]
    assert _found(tuple(one.partition(" ....")[0] for one in lines)) == [found]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("Schedule 3 – Information sharing ........ 9", "Schedule 3"),
        ("6. Governing law ........ 9", "6"),
        ("Annex A – Terms of reference ........ 9", "Annex A"),
    ],
)
def test_an_entry_of_what_is_not_there_is_told(more: str, words: str) -> None:
    assert _found((*_LINES, more)) == [("REF-MISSING", words)]


@pytest.mark.parametrize(
    "lines",
    [
        _LINES,
        tuple(line.upper() for line in _LINES),
        (*_LINES, "Schedule 3 – Plan (published separately) ........ 9"),
        (*_LINES, "6. Not used ........ 9"),
        (*_LINES[:3], "4. Audit and", "   access to records ........ 5", *_LINES[4:]),
        (*_LINES[:3], "4. Audit ........ 5", *_LINES[4:]),
    ],
)
def test_contents_that_say_what_the_headings_say_are_left_alone(lines: tuple[str, ...]) -> None:
    assert _found(lines) == []


def test_contents_of_another_text_are_left_alone() -> None:
    assert _found(("1. Scope ........ 3", "2. Aims ........ 4", *_LINES[2:])) == []


_TABLE = """# Agreement

## Contents

| Clause | Heading |
|---|---|
| 1 | Definitions |
| 2 | Duration |
| 3 | {third} |
| 4 | Audit |
| 5 | Notices |
| 6 | Costs |
| Annex A | {annex} |

## 1. Definitions

1.1 A Partner is a party to this agreement.

## 2. Duration

2.1 This agreement begins on 1 April 2027.

## 3. Pooled fund

3.1 The Partners keep a pooled fund, as Annex A provides.

## 4. Audit

4.1 The Council is audited.

## 5. Notices

5.1 Notice is given in writing.

## 6. Costs

6.1 Each Partner bears its own.

## Annex A – Contributions

A1. The Council pays a half.
"""


def _found_in_table(third: str, annex: str) -> list[tuple[str, str]]:
    text = _TABLE.format(third=third, annex=annex)
    options = Options(select=("CK-REF-TITLE", "CK-REF-MISSING"), as_at=AS_AT)
    found = run(read(text, "example.md", markdown=True).reading, options)
    return [(one.rule.removeprefix("CK-"), one.words.text.strip()) for one in found]


def test_contents_in_a_table_are_compared_with_the_headings() -> None:
    assert _found_in_table("Pooled fund", "Contributions") == []
    assert _found_in_table("Secondments", "Contributions") == [("REF-TITLE", "Secondments")]
    assert _found_in_table("The Pooled Fund", "Exit plan") == [("REF-TITLE", "Exit plan")]


_LEVELS = """Contents

1 Remit . . . . . . . . . . . . . . 1
1.1 Role of the group . . . . . . . 1
1.2 {second} . . . . . . . . . . . 1
1.3 Members sit for two years, and may then be appointed once
more by the board . . . . . . . . . 2
1.4 Co-ordination . . . . . . . . . 2
2 Members . . . . . . . . . . . . . 3
2.1 Chair . . . . . . . . . . . . . 3
2.2 Observers . . . . . . . . . . . 3

1 Remit

1.1 Role of the group

The group looks after the data.

1.2 Conflicts of interest

A member says what it has an interest in.

1.3 Members sit for {years} years, and may then be appointed once more by the board.

1.4 Coordination

The chair sees to it.

2 Members

2.1 Chair

The chair is chosen each year.

2.2 Observers

Anyone may watch.
"""


@pytest.mark.parametrize(
    ("second", "years", "told"),
    [
        ("Conflicts of interest", "two", []),
        ("Declarations of interest", "two", ["Declarations of interest"]),
        ("Conflicts of interest", "three", ["Members sit for two years, and may then be appointed once"]),
    ],
)
def test_entries_of_the_second_level_are_compared_too(second: str, years: str, told: list[str]) -> None:
    text = _LEVELS.format(second=second, years=years)
    options = Options(select=("CK-REF-TITLE", "CK-REF-MISSING"), as_at=AS_AT)
    found = run(read(text, "example.txt", markdown=False).reading, options)
    assert [one.words.text.strip() for one in found] == told


def test_a_heading_that_was_read_as_text_is_compared_too() -> None:
    lines = (*_LINES[:4], "5. Personnel", *_LINES[5:])
    text = _TEXT.replace("5.      NOTICES", "5.      Notices of the service:").format(
        contents="\n".join(lines)
    )
    options = Options(select=("CK-REF-TITLE", "CK-REF-MISSING"), as_at=AS_AT)
    found = run(read(text, "example.txt", markdown=False).reading, options)
    assert [one.words.text.strip() for one in found] == ["Personnel"]


_OPENINGS = (
    "This agreement is dated 4 May 2026 and is made between these two parties, namely:",
    "Before 2026 each of the bodies named below had kept a budget of its own for the services, and had paid"
    " for them as it saw fit, which led to much work for both, and to bills that nobody could explain.",
    "Who is who",
)


@pytest.mark.parametrize("opening", _OPENINGS)
def test_contents_without_pages_end_where_the_agreement_begins(opening: str) -> None:
    listed = [line.partition(" ....")[0] for line in _LINES]
    parties = "(1)  Dale County Council (“the Council”); and\n(2)  NHS Dale Trust (“the Trust”)."
    text = _TEXT.replace("{contents}\n", f"{{contents}}\n{opening}\n{parties}\n")
    for changed in (None, "4. Complaints"):
        lines = [changed if changed and line.startswith("4.") else line for line in listed]
        reading = read(text.format(contents="\n".join(lines)), "example.txt", markdown=False).reading
        found = run(reading, Options(select=("CK-REF-TITLE",), as_at=AS_AT))
        assert [one.words.text.strip() for one in found] == (["Complaints"] if changed else [])
