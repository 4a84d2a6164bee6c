"""The long run (``pytest -m slow``): many more pairs, what they mark, and whether the redlines are valid."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.docx.redline.acceptance import read
from tests.docx.redline.noise import fewest_words, marked_words
from tests.docx.redline.pairs import Pair, Returned, pairs, returned_drafts
from tests.docx.redline.redlines import redline, redline_of, redline_of_returned
from tests.docx.redline.test_exact import EXAMPLES, OF_ONE_TEMPLATE, drafted, template
from tests.docx.word_files import complaints, needs_validator

pytestmark = pytest.mark.slow

MOST_NOISE = 1.15
MOVING = {"move_paragraph", "repeat_paragraph", "move_clause", "move_and_edit_clause", "move_row"}

some = settings(max_examples=40, deadline=None, database=None, suppress_health_check=list(HealthCheck))
many = settings(some, max_examples=600, print_blob=True)


def words(file: bytes) -> list[str]:
    """Return the words of the body, as the tests' own reader finds them."""
    lines = read(file, "accepted").text
    return " ".join(line.removeprefix("p: ") for line in lines if line.startswith("p: ")).split()


def test_many_pairs_are_exact_and_mark_little_more_than_they_must() -> None:
    marked = fewest = 0

    @many
    @given(pairs())
    def one(pair: Pair) -> None:
        nonlocal marked, fewest
        made = redline_of(pair)
        if not MOVING.intersection(pair.script):
            marked += marked_words(made)
            fewest += fewest_words(*map(words, pair.files))

    one()
    assert marked <= MOST_NOISE * fewest


@some
@given(pairs(most_edits=12))
def test_pairs_with_many_edits_are_exact(pair: Pair) -> None:
    redline_of(pair)


@settings(many, max_examples=200)
@given(returned_drafts())
def test_drafts_that_came_back_are_exact(draft: Returned) -> None:
    redline_of_returned(draft)


@pytest.mark.validator
@needs_validator
def test_the_redlines_are_valid(tmp_path_factory: pytest.TempPathFactory) -> None:
    @some
    @given(pairs())
    def one(pair: Pair) -> None:
        assert complaints(redline(*pair.files), tmp_path_factory.mktemp("validated")) == []

    one()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        *((new, old) for old, new in OF_ONE_TEMPLATE),
        *[pair for pair in permutations(EXAMPLES, 2) if template(pair[0]) != template(pair[1])][::9],
    ],
)
def test_of_more_examples(old: str, new: str) -> None:
    redline(drafted(old), drafted(new))
