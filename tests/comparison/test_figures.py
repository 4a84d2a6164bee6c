"""Figures that changed: each as a whole, each once."""

from __future__ import annotations

import pytest

from tests.comparison.planted import compared
from tests.comparison.readings import reading_of


def figures(old: str, new: str) -> list[tuple[str, str, str]]:
    """Return the figures that changed between two texts."""
    comparison = compared(reading_of(old), reading_of(new))
    return [(figure.kind, figure.old, figure.new) for figure in comparison.figures]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("£1,000", "£1,250.50", "money"),
        ("£2.5 million", "£3 million", "money"),
        ("£30k", "£35k", "money"),
        ("10%", "12.5%", "percentage"),
        ("10 per cent", "15 per cent", "percentage"),
        ("30 days", "45 days", "period"),
        ("10 Working Days", "12 Working Days", "period"),
        ("six months", "nine months", "period"),
        ("2025/26", "2026/27", "period"),
        ("1 April 2026", "1 May 2026", "date"),
        ("2026-04-01", "2027-04-01", "date"),
        ("31/03/2026", "31/03/2027", "date"),
    ],
)
def test_figures_are_told_as_a_whole(old: str, new: str, kind: str) -> None:
    text = "The Council shall pay or act by {} in the way that the Partners agree."
    assert figures(text.format(old), text.format(new)) == [(kind, old, new)]


def test_a_figure_that_stayed_is_not_told() -> None:
    assert figures("The Council pays £10 in 30 days.", "The Council gives £10 within 30 days.") == []


def test_a_figure_that_came_or_went_has_nothing_beside_it() -> None:
    old = "The Council pays.\nThe Board pays."
    assert figures(old, f"{old}\nThe Trust pays £70 in 2 weeks.") == [
        ("money", "", "£70"),
        ("period", "", "2 weeks"),
    ]


def test_what_only_follows_has_no_figures() -> None:
    text = "    1 Term\n      1.1 It ends.\n    2 Money\n      2.1 The sum is £5 under clause 1.1."
    new = text.replace("    1 Term\n      1.1", "    1 Aim\n      1.1 We aim high.\n    2 Term\n      2.1")
    new = new.replace("    2 Money\n      2.1 The", "    3 Money\n      3.1 The").replace(
        "clause 1.1", "clause 2.1"
    )
    assert figures(text, new) == []
