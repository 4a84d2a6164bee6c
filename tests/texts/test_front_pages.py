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


BODY = "1. Term\n1.1 The scheme runs for a year.\n2. Money\n2.1 The Council pays for the scheme.\n"


@pytest.mark.parametrize(
    ("contents", "count"),
    [
        ("Contents\n1. Duration\n2. Payment\n3. Ending\n\n", 3),
        ("1. Term\nAppendix A – Protocol\nAppendix D – Form\n\n", 3),
        ("Contents\n1. Aims\nDale Council\n2. Money\n3. Ending\nSCHEDULE 2\nDale Council\n\n", 5),
        ("1 TERM 4 2 MONEY 5 3 ENDING 7 THE FIRST SCHEDULE - SCHEMES 9\n\n", 4),
        ("1 TERM - 4\n2 MONEY - 5\n3 ENDING - 17\nSCHEDULE 10 (REVIEW) - 50\n\n", 4),
        ("Contents\n1. Term\n3\n2. Money\n4\nAppendix 2 - Parties\n22\n\n", 3),
    ],
)
def test_contents_are_told_without_a_title_or_pages(contents: str, count: int) -> None:
    places = Instrument(reading(contents + BODY)).places
    assert sum(one.role == "contents" for one in places) == count
    assert [one.passage.number for one in places if one.passage.number] == ["1", "1.1", "2", "2.1"]


def test_contents_end_before_the_parties() -> None:
    page = "Contents\n1. Aims\n2. Income\n3. Ending\nPARTIES\n(1) DALE COUNCIL of Hall Road; and\n\n"
    assert roles(page + BODY)[4:6] == ["heading: PARTIES", "text: DALE COUNCIL of Hall"]


def test_pages_in_contents_stand_behind_the_titles() -> None:
    page = "Contents\n1. Term\n3\n2. Money - the rest\n4\nAppendix 2 - Parties\n22\n\n"
    entries = [one.passage.text for one in Instrument(reading(page + BODY)).places[1:4]]
    assert entries == ["1. Term\t3", "2. Money - the rest\t4", "Appendix 2 - Parties\t22"]
