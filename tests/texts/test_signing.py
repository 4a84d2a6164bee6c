"""Blocks of signatures: what begins one, and the lines that stand in it."""

from __future__ import annotations

import pytest

from tests.texts.recovery import passages, reading, shown

_DEED = """\
    9.2  This deed is governed by the law of England and Wales.
    IN WITNESS whereof the parties have executed this deed on the day that is stated at its head.
    THE COMMON SEAL of EASTMERE BOROUGH COUNCIL was affixed in the presence of:
         Head of Legal Services
    EXECUTED AS A DEED by affixing
    the common seal of EASTMERE HOSPITALS NHS TRUST
    in the presence of:
         Trust Secretary
"""


def test_blocks_of_a_deed_begin_without_an_empty_line() -> None:
    assert shown(_DEED) == [
        "9.2: This deed is governed by the law of England and Wales.",
        "IN WITNESS whereof the parties have executed this deed on the day that is stated at its head.",
        "THE COMMON SEAL of EASTMERE BOROUGH COUNCIL was affixed in the presence of:",
        "Head of Legal Services",
        "EXECUTED AS A DEED by affixing the common seal of EASTMERE HOSPITALS NHS TRUST in the presence of:",
        "Trust Secretary",
    ]


def test_who_signs_is_no_heading() -> None:
    found = passages(reading(_DEED))
    assert [one.signature for one in found] == [False, False, True, True, True, True]
    assert not any(one.heading for one in found)


def test_bodies_and_offices_below_one_lead_are_lines_of_signatures_and_no_cells() -> None:
    page = """\
        7. We review this memorandum every year.
        Signed for
        Eastmere Borough Council
        Executive Director (Adults)
        Eastmere Hospitals NHS Trust
        Chief Executive
        Position: Chair
        Date: 4 May 2026
        Dale Hospice Limited
        Company Secretary
        """
    found = passages(reading(page))[1:]
    assert all(one.signature and not one.doubtful for one in found)


@pytest.mark.parametrize(
    "heading", ["Background", "Duties of the Council", "Terms of Reference", "Role of the Chief Executive"]
)
def test_a_heading_may_follow_a_block_of_signatures(heading: str) -> None:
    page = f"Signed for Eastmere Borough Council\n\nChief Executive\n\n{heading}\n\n1. We meet monthly.\n"
    found = passages(reading(page))
    assert [bool(one.heading) for one in found] == [False, False, True, False]


def test_what_is_said_of_a_seal_begins_no_block() -> None:
    page = """\
        3. Deeds are kept in the strong room of the Borough, and those to which it is a party are sealed with
        The Seal that the Clerk keeps, as is the custom of the place in which they were made and signed and
        the common seal of the Borough has to be affixed to them by the Clerk who is in charge of the seal.
        """
    assert len(shown(page)) == 1
