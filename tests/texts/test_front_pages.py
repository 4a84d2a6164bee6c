"""What stands before the first clause: covers, prose, tables of contents."""

from __future__ import annotations

import pytest

from clausekit.checks.instrument import Instrument
from tests.texts.recovery import reading


def roles(page: str) -> list[str]:
    """Return the role of each passage of a text, and its first words."""
    return [f"{one.role}: {one.passage.words[:20].strip()}" for one in Instrument(reading(page)).places]


@pytest.mark.parametrize(
    "prose",
    [
        "The Trust pays the rent. The Council pays the rates, and both share what remains",
        "Term 5 Years. The Council may extend the term by a year",
        "If too much is spent the Board will meet, and these are the steps that it can take:-",
        "Who may end the scheme? What is to be done before that?",
        "the Council is to pay the Trust at the end of each quarter of the year",
    ],
)
def test_prose_that_no_stop_ends_is_no_cover(prose: str) -> None:
    assert roles(f"OVERSPENDS\n\n{prose}\n\n1. Funds\n1.1 The Board acts.\n")[1].startswith("text: ")


@pytest.mark.parametrize("line", ["Dated 1 May 2026", "Version 2. Draft for the Board", "Dale Council"])
def test_lines_of_a_cover_stay_what_they_are(line: str) -> None:
    assert roles(f"AGREEMENT\n\n{line}\n\n1. Funds\n1.1 The Board acts.\n")[1].startswith("cover: ")


def test_a_recital_in_the_line_of_its_title_is_no_heading() -> None:
    assert roles("WHEREAS the Funder is __________; an NHS Trust\n") == ["text: WHEREAS the Funder i"]
