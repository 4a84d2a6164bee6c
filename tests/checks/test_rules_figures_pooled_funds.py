"""Rules on figures: contributions to a pooled fund, how they are paid, shared, and grow."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures import found


def _told(said: str) -> list[str]:
    text = f"1. Money\n\n1.1 {said}\n"
    rules = ("CK-FIGURE-PARTS", "CK-FIGURE-SHARE", "CK-FIGURE-HUNDRED")
    return [words for rule in rules for words, _ in found(rule, text)]


@pytest.mark.parametrize(
    ("said", "right", "wrong"),
    [
        ("The Fund is £900 of which the ICB pays £600 (66.7%) and the Council £300 ({}).", "33.3%", "32.3%"),
        ("Winter funds: £400,000 (ICB), £250,000 (Council); total {}.", "£650,000", "£605,000"),
        ("Winter funds: £400,000 from the ICB, £250,000 from the Council, total {}.", "£650,000", "£605,000"),
        ("The ICB pays {} a month (one twelfth of £17,960,400).", "£1,496,700", "£1,469,700"),
        ("The uplift adds £272,742 to its contribution of £6,940,000, which becomes {}.", "£7,212,742", None),
        (
            "The sum is paid in four quarterly instalments of £4,490,000, the first on 1 April 2026, that is"
            " {} a year.",
            "£17,960,000",
            None,
        ),
        ("Scheme 1: 50:50; Scheme 2: {}; Scheme 3: 60:40; Scheme 4: 70:30.", "55:45", "60:45"),
        ("The fee rises by {} to £17,746,650 in 2027/28 from £17,450,000.", "1.7%", "2.7%"),
    ],
)
def test_contributions_are_what_the_words_make_them(said: str, right: str, wrong: str | None) -> None:
    assert not _told(said.format(right))
    wrong = wrong or f"{right[:-1]}9"
    assert _told(said.format(wrong))


@pytest.mark.parametrize(("total", "wrong"), [("£17,450", []), ("£17,540", ["£17,540"])])
def test_a_list_may_end_with_what_it_makes(total: str, wrong: list[str]) -> None:
    said = "\n\n".join(
        [
            "The contribution is for:",
            "(a) £6,112 for social care;",
            "(b) £4,934 for health; and",
            "(c) £6,404 for carers,",
            f"making {total} in all.",
        ]
    )
    assert _told(said) == wrong


@pytest.mark.parametrize(
    "said",
    [
        "The Fund is £900, of which the ICB pays £600 (half of it in May) and the Council 30% of the rest.",
        "The Board meets at 10:45 and the Panel at 09:50; the shares are 60:40.",
        "The Host adds £500 to the Reserve of £9,000, which becomes due in May, and £300 to the Fund.",
        "The ICB pays £900 a month (one twelfth of its contribution) and £500 at once.",
        "The total £900 is paid by the ICB, £400 in May and £300 in June; total payments differ.",
    ],
)
def test_other_words_about_contributions_are_left_alone(said: str) -> None:
    assert not _told(said)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Of 16 schemes, 9 are led by the Council and 8 by the ICB.", ["16"]),
        ("Of 16 schemes, 9 are led by the Council and 7 by the ICB.", []),
        ("Of £900, £500 is for staff and £450 for rent.", ["£900"]),
        ("Of 16 schemes, 9 are new and 12 are led by the ICB.", []),
        ("Of 400 people, 300 live in Hensby and 50 in Northby.", []),
    ],
)
def test_parts_of_a_number_are_no_more_than_it(said: str, wrong: list[str]) -> None:
    assert _told(said) == wrong


_SCHEMES = """1. Shares

1.1 The shares are:

| Scheme | Budget | ICB share | Council share | ICB £ | Council £ |
|---|---|---|---|---|---|
| Reablement | £4,000 | 60% | 40% | £2,400 | £1,600 |
| Equipment | £1,500 | 55% | 45% | £825 | {} |
| Carers | £600 | 50% | 50% | £300 | £300 |
"""


@pytest.mark.parametrize(("sum_", "wrong"), [("£675", []), ("£657", [("£657", "certain")])])
def test_a_sum_that_is_not_its_share_of_the_budget_is_to_blame(
    sum_: str, wrong: list[tuple[str, str]]
) -> None:
    assert found("CK-FIGURE-SHARE", _SCHEMES.format(sum_)) == wrong


def test_a_percentage_that_makes_no_hundred_is_wrong_and_not_its_sum() -> None:
    text = _SCHEMES.format("£675").replace("45%", "54%")
    assert ("£675", "certain") not in found("CK-FIGURE-SHARE", text)
    assert ("54%", "certain") in found("CK-FIGURE-SHARE", text)
