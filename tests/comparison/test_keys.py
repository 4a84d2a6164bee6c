"""Clauses of the library, headers and footers, and texts without anything in common."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.likeness import alike
from clausekit.reading import Passage, Reading
from tests.comparison.marking import written
from tests.comparison.readings import passage_of, reading_of
from tests.comparison.test_align import AGREEMENT, flows_of


def of_clause(text: str, clause: str) -> list[Passage]:
    """Return the paragraphs of a text as those of a clause of the library."""
    return [replace(block, clause=clause) for block in reading_of(text).body if isinstance(block, Passage)]


def test_a_clause_swapped_for_an_alternative_is_the_same_clause() -> None:
    old = of_clause(
        """
    1 Ending by notice
      1.1 A Partner may end this agreement by written notice of twelve months.
    """,
        "termination/by-notice@1.0.0#aa",
    )
    new = of_clause(
        """
    1 Expiry
      1.1 This agreement expires on the third anniversary of its date.
    """,
        "termination/fixed-term@1.0.0#bb",
    )
    between = [passage_of("The Partners shall meet every month to review the Pooled Fund.")]
    flow = flows_of(Reading((*between, *old)), Reading((*between, *new))).body
    assert written(flow).split("\n") == [
        "The Partners shall meet every month to review the Pooled Fund.",
        "[Ending by notice-Expiry]",
        "- A Partner may end this agreement by written notice of twelve months.",
        "+ This agreement expires on the third anniversary of its date.",
    ]


def test_the_same_paragraph_of_a_clause_may_be_less_alike() -> None:
    old, new = (
        "(1) Leicestershire County Council of County Hall, Glenfield (“the Council”);",
        "(1) Westmarch County Council of Shire House, Castle Street (“the Council”);",
    )
    parties = "parties/two@1.0.0#aa"
    flow = flows_of(Reading(tuple(of_clause(old, parties))), Reading(tuple(of_clause(new, parties)))).body
    assert written(flow) == (
        "[Leicestershire-Westmarch] County Council of [County Hall, Glenfield-Shire House, Castle Street]"
        " (“the Council”);"
    )


def test_headers_are_paired_though_a_section_came_before() -> None:
    def with_margins(**headers: str) -> Reading:
        return Reading(
            (), margins={f"{key[1:]}:header:default": (passage_of(text),) for key, text in headers.items()}
        )

    old = with_margins(_1="Agreement: draft", _2="Schedules: draft")
    new = with_margins(_1="Cover", _2="Agreement: draft", _3="Schedules: final")
    assert [(key, written(flow)) for key, flow in flows_of(old, new).margins] == [
        ("1:header:default", "+ Cover"),
        ("2:header:default", "Agreement: draft"),
        ("3:header:default", "Schedules: [draft-final]"),
    ]


def test_how_much_two_texts_have_in_common() -> None:
    agreement = reading_of(AGREEMENT)
    other = reading_of("Whereas somebody else wrote something quite different elsewhere.")
    assert alike(lay_side_by_side(agreement, reading_of(AGREEMENT))) == 1
    assert alike(lay_side_by_side(agreement, other)) == 0
    edited = reading_of(AGREEMENT.replace("hosts", "manages"))
    assert alike(lay_side_by_side(agreement, edited)) == pytest.approx(0.97, abs=0.02)
