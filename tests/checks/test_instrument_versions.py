"""The history of its versions that an instrument tells, and what rules do not say of it."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits, instrument_of

_TABLE = """
| Version | Date | Author | Change |
|---|---|---|---|
| Draft 0.1 | 11 April 2024 | A. Ash | First draft for the CCG, see section 3.8 |
| 1.0 | 1 May 2024 | B. Birch | Final |

1. Sharing

1.1 The Partners share what Schedule 9 lists.
"""
_UNDER_A_TITLE = """
Document history

Version 0.3 Draft

2 April 2024

A. Ash

Version 1.0 Final, section 3.8 brought up to date

1. Sharing

1.1 The Partners share what Schedule 9 lists.
"""
_ROWS = """
Draft 2.1 11th April 2024 A. Ash

Version 2.2 Draft

Version 3.0 Final 1 May 2024, section 3.8 brought up to date

1. Sharing

1.1 The Partners share what Schedule 9 lists.
"""
_HEADS_AND_ROWS_AS_LINES = """
1. Revision History

Issue

Date Revision Details

Version 1.4 Draft

1 March 2024 All of it gone through, see section 3.8

Version 1.5 Draft

20 March 2024 What the Trust said

1. Sharing

1.1 The Partners share what Schedule 9 lists.
"""


@pytest.mark.parametrize("text", [_TABLE, _UNDER_A_TITLE, _ROWS, _HEADS_AND_ROWS_AS_LINES])
def test_a_history_of_versions_tells_no_state_of_the_text(text: str) -> None:
    told = [passage.words for passage in instrument_of(text).versions]
    assert any("3.8" in words for words in told)
    assert not any("Schedule 9" in words for words in told)
    assert not hits(load("CK-LEFT-DRAFT"), text)
    assert not hits(load("CK-LAW-BODY-ABOLISHED"), text)
    assert [hit.words.text for hit in hits(load("CK-REF-MISSING"), text)] == ["Schedule 9"]


@pytest.mark.parametrize(
    "text",
    [
        "Partnership agreement\n\nVersion 0.3 Draft\n\n1. Sharing\n\n1.1 The Partners share data.",
        "Document control\n\nVersion 0.3 Draft\n\n1. Sharing\n\n1.1 The Partners share data.",
        "| Name | Date |\n|---|---|\n| Version 0.3 Draft | 1 May 2024 |\n\n1. Sharing\n\n1.1 They share.",
    ],
)
def test_one_version_alone_is_that_of_the_text(text: str) -> None:
    assert not instrument_of(text).versions


def test_a_draft_is_told_where_no_history_tells_of_others() -> None:
    text = "Document control\n\nVersion 0.3 Draft\n\n1. Sharing\n\n1.1 The Partners share data."
    assert [hit.words.text for hit in hits(load("CK-LEFT-DRAFT"), text)] == ["Version 0.3 Draft"]


def test_a_draft_is_told_after_its_label() -> None:
    text = "1. Sharing\n\n1.1 The Partners share data.\n\n### Version Number: Draft Version 1.3"
    assert [hit.words.text for hit in hits(load("CK-LEFT-DRAFT"), text)] == ["Draft Version 1.3"]
