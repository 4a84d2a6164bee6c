"""Rules on terms against instruments with a list of definitions: what is told, and what is left alone."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_LIST = """
## 1. Definitions

1.1 In this agreement:

**Annual Report** means the report on the services of a year.

**Financial Contribution** means the sum that a Partner pays.

**Partner** means each party to this agreement.

**Review** means the review of the services each March.

**Service User** means a person who is supported.

## 2. Work

{}
"""


def _found(id_: str, text: str) -> list[tuple[str, str]]:
    return [(hit.words.text, hit.confidence) for hit in hits(load(id_), _LIST.format(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "2.1 Each Partner pays into the Common Fund. The Common Fund is audited each year.\n\n"
            "## 3. Common Fund\n\n3.1 The Common Fund bears interest for the Partners.",
            [("Common Fund", "likely")],
        ),
        (
            "2.1 Each Partner pays into the Common Fund.\n\n"
            "## 3. Common Fund\n\n3.1 The Common Fund bears interest for the Partners.",
            [],
        ),
        (
            "2.1 The Westmarch Care Forum advises the Partners. The Westmarch Care Forum meets at noon, and"
            " they hear the Westmarch Care Forum.",
            [("Westmarch Care Forum", "doubtful")],
        ),
        (
            "2.1 The Carers Board is made up of six people. The Carers Board reports, and the Partners hear"
            " the Carers Board.\n\n## 3. Carers Board\n\n3.1 It meets.",
            [],
        ),
    ],
)
def test_what_is_spoken_of_again_and_again_is_no_name_that_a_heading_explains(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert _found("CK-TERM-UNDEFINED", text) == found
