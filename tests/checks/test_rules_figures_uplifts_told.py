"""Uplifts told before the sums that they change, and the hours of a week that is open on seven days."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("With an uplift of 2.5%, the fee rises from £40,000 to £41,500.", "£41,500"),
        ("The uplift for 2026/27 is 2.5%: the fee rises from £40,000 to £41,500.", "£41,500"),
        ("The fee for 2025/26 is £40,000. It shall be uplifted by 2.5% to £41,500.", "£41,500"),
        ("The fee for 2025/26 is £40,000. For 2026/27 it is reduced by 5% to £38,500.", "£38,500"),
        ("With an uplift of 2.5%, the fee rises from £40,000 to £41,000.", None),
        ("The fee for 2025/26 is £40,000. It shall be uplifted by 2.5% to £41,000.", None),
        ("The fee for 2025/26 is £40,000. It shall be uplifted by 5% to £42,000.", None),
        ("The fee is £40,012. It shall be uplifted by 2.5% to £41,010.", None),
        ("The fee is £40,000. It rises by 2% and then again to £41,616.", None),
        ("The rent is £9,000 and the fee £40,000. It shall be uplifted by 2.5% to £42,000.", None),
        ("The fee is £40,000. The rent shall be uplifted by 2.5% to £9,000.", None),
    ],
)
def test_an_uplift_makes_what_a_sum_becomes(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Fee\n\n1.1 {said}\n") == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The hub is open seven days a week from 8am to 8pm, 80 hours a week.", ["80"]),
        ("The hub is open seven days a week from 8am to 8pm, 84 hours a week.", []),
        ("The hub is open on five days a week from 8am to 6pm, 50 hours a week.", []),
    ],
)
def test_hours_of_a_week_of_so_many_days(said: str, wrong: list[str]) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Hours\n\n1.1 {said}\n") == wrong
