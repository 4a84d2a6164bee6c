"""Items of lists that are named with the clause or annex of the list."""

from __future__ import annotations

import pytest

from tests.checks.test_rules_figures_counted import words

TEXT = """1. Grant

1.1 We may withhold the grant if:

(a) you do not use it;

(b) you fail to report; or

(c) you become insolvent.

1.2 {}

Annex B: What the grant must not be used for

(a) gifts;

(b) debts; and

(c) politics.
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("You must not pay for items (a) to (e) of Annex B.", ["(e)"]),
        ("You must not pay for items (a) to (c) of Annex B.", []),
        ("We may act in cases (b) and (d) in clause 1.1.", ["(d)"]),
        ("We may act in cases (a), (b) and (c) in clause 1.1.", []),
        ("You must not pay for item (d) of Annex B.", ["(d)"]),
        ("You must not pay for item (d) of the list that we send.", []),
        ("Item (x) of Annex B is a sign of it.", []),
    ],
)
def test_items_are_those_of_the_list(said: str, wrong: list[str]) -> None:
    assert words("CK-REF-MISSING", TEXT.format(said)) == wrong
