"""Redlines are exact: accepting all changes gives the new file, rejecting all the old one."""

from __future__ import annotations

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from clausekit.pipeline import make_draft, typeset
from clausekit.workshop import open_workshop
from tests.docx.redline.pairs import Pair, Returned, pairs, returned_drafts
from tests.docx.redline.redlines import redline, redline_of, redline_of_returned
from tests.docx.word_files import parts

ROOT = Path(__file__).parent.parent.parent.parent
EXAMPLES = {
    f"{file.parent.parent.name}/{file.stem}": file
    for file in sorted((ROOT / "templates").glob("*/examples/*.yaml"))
    if ".lock." not in file.name
}


a_share = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@a_share
@given(pairs())
def test_of_edited_agreements(pair: Pair) -> None:
    redline_of(pair)


@settings(a_share, max_examples=30)
@given(returned_drafts())
def test_of_drafts_that_came_back_with_tracked_changes(draft: Returned) -> None:
    redline_of_returned(draft)


@cache
def drafted(example: str) -> bytes:
    """Return an example matter as a Word file."""
    workshop = open_workshop(ROOT)
    return typeset(workshop, make_draft(workshop, EXAMPLES[example], upgrade=True), "docx").data


def template(example: str) -> str:
    """Return the template that an example is of."""
    return example.partition("/")[0]


OF_ONE_TEMPLATE = [(old, new) for old, new in combinations(EXAMPLES, 2) if template(old) == template(new)]


@pytest.mark.parametrize(
    ("old", "new"),
    OF_ONE_TEMPLATE,
)
def test_of_examples_of_one_template(old: str, new: str) -> None:
    redline(drafted(old), drafted(new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("memorandum-of-agreement/leeds-2022", "public-cooperation-agreement/leeds-2022"),
        ("heads-of-terms/southport-2021", "terms-of-reference/sefton-task-and-finish-group"),
        # Their clauses are numbered alike on the first levels, and in other ways below.
        (
            "memorandum-of-understanding/cheshire-and-merseyside-2021",
            "information-sharing-agreement/westmarch-2026-27",
        ),
    ],
)
def test_of_examples_of_different_templates(old: str, new: str) -> None:
    redline(drafted(old), drafted(new))


@pytest.mark.parametrize("example", EXAMPLES)
def test_of_a_file_and_itself_marks_nothing(example: str) -> None:
    file = drafted(example)
    assert parts(redline(file, file)) == parts(file)
