"""Numbers of things that are told twice."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words


@pytest.mark.parametrize(
    ("first", "again", "wrong"),
    [
        ("The service employs 24 staff.", "The 26 staff of the service are trained.", "26"),
        (
            "The team consists of 24 members of staff, who have posts.",
            "The 22 members of staff are in post.",
            "22",
        ),
        ("The hub has 14.5 WTE staff.", "The Council employs the 15.4 WTE staff of the hub.", "15.4"),
        ("There are four schemes under this agreement.", "The Board oversees all five schemes.", "five"),
        ("The service has 18 beds in Fell House.", "Each of the 16 beds in Fell House has a bell.", "16"),
        ("The service covers 26 practices.", "The 28 practices in the area have agreed.", "28"),
        ("The service employs 24 staff.", "The 24 staff of the service are trained.", None),
        ("There are 12 practices in the North.", "The 14 practices in the South pay.", None),
        ("The hub has 14 rooms.", "The 12 rooms in the other building are let.", None),
        ("There are four schemes.", "The three schemes run by the ICB are small.", None),
        ("There are four schools.", "The two schools are open.", None),
        ("The Council has five offices and the ICB has six offices.", "The four offices are open.", None),
        ("The service employs 24 staff.", "The 26 staff were moved in 2024.", None),
        ("The service employs about 24 staff.", "The 26 staff are trained.", None),
        ("The service has 24 places a week.", "The 26 places are filled.", None),
        ("It has three months.", "The two months are over.", None),
    ],
)
def test_things_are_as_many_as_before(first: str, again: str, wrong: str | None) -> None:
    text = f"1. Work\n\n1.1 {first}\n\n1.2 {again}\n"
    assert words("CK-FIGURE-CHANGES", text) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("first", "again", "wrong"),
    [
        (
            "The Council holds a reserve of £75,000.",
            "If the reserve of £57,000 is used, we say so.",
            "£57,000",
        ),
        ("The grant of £12,500 is for staff.", "If the grant of £15,200 is not spent it is due.", "£15,200"),
        ("The grant of £12,500 is for staff.", "If the grant of £12,500 is not spent it is due.", None),
        ("A grant of £12,500 goes to the Trust.", "A grant of £15,200 goes to the charity.", None),
        ("The grant of £12,500 is for staff.", "The grant of £31,000 is for beds.", None),
    ],
)
def test_the_reserve_is_the_same_without_another_name(first: str, again: str, wrong: str | None) -> None:
    text = f"1. Work\n\n1.1 {first}\n\n1.2 {again}\n"
    assert words("CK-FIGURE-CHANGES", text) == ([wrong] if wrong else [])


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("The Fund rises from £560,000 by £28,000 to £598,000.", "£598,000"),
        ("The Fund rises from £560,000 by £28,000 to £588,000.", None),
        ("The Fund was reduced from £560,000 by £28,000 to £542,000.", "£542,000"),
        ("The Fund falls from £560,000 by £28,000 to £532,000.", None),
        ("Each of the three hubs has 12 beds, 34 beds in total.", "34"),
        ("Each of the three hubs has 12 beds, 36 beds in total.", None),
        ("Each of the three hubs has at least 12 beds, 40 beds in total.", None),
    ],
)
def test_what_rises_and_what_each_has(said: str, wrong: str | None) -> None:
    assert words("CK-FIGURE-PARTS", f"1. Work\n\n1.1 {said}\n") == ([wrong] if wrong else [])
