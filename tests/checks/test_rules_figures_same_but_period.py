"""Passages that say the same of the same, but for the period."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

FIRST = (
    "1. Keeping\n\n1.1 The Council will not hold the log data for longer than two years following the day on"
    " which the account of a visitor was last used.\n\n2. More\n\n2.1 {}\n"
)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (
            "The Council holds log data for up to one year following the day on which the account of a "
            "visitor"
            " was last used.",
            "one year",
        ),
        (
            "The Council holds log data for up to two years following the day on which the account of a "
            "visitor"
            " was last used.",
            None,
        ),
        (
            "A visitor must sign again three months following the day on which the account of a visitor "
            "was last"
            " used.",
            None,
        ),
        ("The Council holds log data for one year following the end of the contract of the visitor.", None),
        (
            "The Council will hold urgent log data for one year following the day on which the account of a"
            " visitor was last used.",
            None,
        ),
    ],
)
def test_the_same_is_said_with_the_same_period(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-CHANGES", FIRST.format(said)) == ([wrong] if wrong else [])
