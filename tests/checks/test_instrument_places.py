"""Where passages stand, sentences, marks, kinds."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from clausekit.checks.ranges import Ranges
from clausekit.reading import Look, Passage, Reading, Span
from tests.checks.instruments import instrument_of


def test_places_are_named_as_a_lawyer_names_them() -> None:
    instrument = instrument_of("""
# 1. Funds

1.1 The Partners keep a fund.

It is apart from other money.

# Schedule 1 Finance

1. Budget

1.1 The budget is kept.
""")
    assert [str(place) for place in instrument.places if place.role == "text"] == [
        "clause 1.1 (Funds)",
        "clause 1.1 (Funds)",
        "Schedule 1, 1.1 (Budget)",
    ]


def test_headings_cells_and_signature_lines_are_no_sentences() -> None:
    instrument = instrument_of("""
# 1. Funds

1.1 The fund is kept. It is safe, e.g. in a bank, by Fund Keepers Ltd. of Daleford under No. 5.

| Partner | Sum |
|---|---|
| Council | £1 |

Signed for and on behalf of the Council:

Name:

Date:
""")
    assert [words.text for words in instrument.sentences] == [
        "The fund is kept.",
        "It is safe, e.g. in a bank, by Fund Keepers Ltd. of Daleford under No. 5.",
    ]


def test_brackets_are_paired() -> None:
    found = instrument_of("1.1 By [date [to be agreed]] and ] or [no more.").brackets
    assert [(one.at.text, one.depth) for one in found] == [
        ("[date [to be agreed]]", 0),
        ("[to be agreed]", 1),
    ]


def test_highlights_that_touch_are_one() -> None:
    marked, plain = Look(highlight="yellow"), Look()
    spans = (Span(0, 2, marked), Span(2, 4, marked), Span(4, 6, plain), Span(6, 8, marked))
    instrument = Instrument(Reading((Passage("abcdefgh", spans),)))
    assert [words.text for words in instrument.highlights] == ["abcd", "gh"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Deed of variation of a section 75 agreement", "deed-of-variation"),
        ("Agreement under section 75 of the National Health Service Act 2006", "section-75-agreement"),
        ("Memorandum of Understanding", "memorandum-of-understanding"),
        ("Information Sharing Agreement", "information-sharing-agreement"),
        ("Terms of Reference of the Board", "terms-of-reference"),
        ("Lease of land", ""),
    ],
)
def test_the_kind_is_told_by_the_title(title: str, kind: str) -> None:
    assert instrument_of(f"# {title}\n\n1. Term\n\n1.1 It is kept.").kind.name == kind


def test_a_question_is_answered_once() -> None:
    asked = []

    def count(instrument: Instrument) -> int:
        asked.append(instrument)
        return len(instrument.places)

    instrument = instrument_of("1.1 It is kept.")
    assert (instrument.once(count), instrument.once(count), len(asked)) == (1, 1, 1)


def test_ranges_cover_and_meet() -> None:
    ranges = Ranges([(5, 8), (1, 3), (7, 9)])
    assert [position for position in range(11) if ranges.cover(position)] == [1, 2, 5, 6, 7, 8]
    assert (ranges.meet(3, 5), ranges.meet(2, 4), ranges.meet(0, 10), Ranges().meet(0, 9)) == (
        False,
        True,
        True,
        False,
    )
