"""Articles in Roman numerals, and clauses whose sub-clauses show what their number should be."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import reading_of


def _found(text: str) -> list[tuple[str, str]]:
    findings = run(reading_of(text), Options(select=("CK-NUMBER",), level="warning"))
    return [(one.rule.removeprefix("CK-NUMBER-"), one.words.text.split()[0]) for one in findings]


def _articles(numerals: str) -> str:
    titles = ("Name", "Purpose", "Members", "Chair", "Meetings", "Money")
    return "\n\n".join(
        f"### Article {numeral}. {title}\n\n1. The board has one.\n\n2. It may have more."
        for numeral, title in zip(numerals.split(), titles, strict=True)
    )


@pytest.mark.parametrize(
    ("numerals", "found"),
    [
        ("I II III IV V VI", []),
        ("I II III III V VI", [("REPEATED", "III")]),
        ("I II III III IV V", [("REPEATED", "III")]),
        ("I II V IV V VI", [("REPEATED", "V")]),
        ("I II III VI V VI", [("REPEATED", "VI")]),
        ("I II III IX V VI", [("ORDER", "IX")]),
        ("I II III V VI VII", [("GAP", "V")]),
        ("II III IV V VI VII", []),
        ("I X XX XXX XL L", []),
    ],
)
def test_articles_count_on(numerals: str, found: list[tuple[str, str]]) -> None:
    assert _found(_articles(numerals)) == found


def _clauses(heading: str) -> str:
    return f"""
1. Term

1.1 This agreement begins on 1 April 2027.

1.2 It ends on 31 March 2030.

{heading}. Money

2.1 The Council pays.

2.2 The Trust is paid.

3. Notice

3.1 Notice is given in writing.

3.2 It is sent by post.
"""


@pytest.mark.parametrize(("heading", "found"), [("2", []), ("3", [("REPEATED", "Money")])])
def test_the_first_of_two_clauses_may_have_the_sub_clauses_of_another(
    heading: str, found: list[tuple[str, str]]
) -> None:
    assert _found(_clauses(heading)) == found
