"""Terms of several words that one sentence writes in small letters, or cuts down to their first letters."""

from __future__ import annotations

import pytest

from clausekit.checks.rules import load
from tests.checks.instruments import hits

_AGREEMENT = """
1. Definitions

1.1 In this agreement:

**Care Package** means the help that a person gets at home.

**Pooled Fund** means the fund kept under section 75 of the National Health Service Act 2006.

2. Care

2.1 Each Care Package is reviewed in a month, and the Care Package is paid from the Pooled Fund.

2.2 A Care Package begins within a week. The cost of a Care Package is met from the Pooled Fund.

2.3 Nobody may end a Care Package without notice. The Pooled Fund and each Pooled Fund after it are audited.

2.4 {}
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The cost of a care package is reported each quarter.", ["care package"]),
        ("An underspend on one care package may pay for another Care Package.", ["care package"]),
        ("The Partners set up a care package, from which help is paid.", []),
        ("The Trust treats this help as a care package.", []),
        ("The Partners may keep a pooled fund, or share their staff.", []),
        ("A care package budget is not the same as a Care Package.", []),
        ("A nurse visits with a package of care.", []),
    ],
)
def test_any_of_several_things_in_small_letters(sentence: str, told: list[str]) -> None:
    found = hits(load("CK-TERM-CAPITALS"), _AGREEMENT.format(sentence))
    assert [one.words.text for one in found if one.confidence == "likely"] == told


def test_what_is_often_in_small_letters_is_left_alone() -> None:
    text = _AGREEMENT.format("The cost of a care package is met. Another care package may follow.")
    assert not hits(load("CK-TERM-CAPITALS"), text)


_PLANS = """
1. Definitions

1.1 In this agreement:

**Home Care Fund Plan** means the plan for help at home.

**Joint Equipment Panel** means the panel of both Partners.

**Partner** means each party to this agreement.

2. Plans

2.1 The Partners follow the Home Care Fund Plan, which the Joint Equipment Panel keeps up to date.

2.2 {}
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The HCF Plan is read each year.", ["HCF Plan"]),
        ("Nothing is bought without the JEP.", ["JEP"]),
        ("The panel (“JEP”) meets; the JEP is chaired by the Council.", []),
        ("Grades JEP 5 to 7 are paid for it.", []),
        ("It goes to the Dale HCF Plan Group.", []),
        ("The home care fund (HCF) has a plan, the HCF Plan.", []),
    ],
)
def test_first_letters_of_a_term(sentence: str, told: list[str]) -> None:
    found = hits(load("CK-TERM-VARIANT"), _PLANS.format(sentence))
    assert [one.words.text for one in found if one.confidence == "likely"] == told


_AMOUNTS = """
1. Definitions

1.1 In this agreement:

**Overspend** means what is spent above the Contributions.

**Quarter** means each period of three months that begins on 1 April, 1 July, 1 October and 1 January.

**Service Charge** means a fair part of the costs.

2. Money

2.1 The board meets in each Quarter and is told of any Overspend. An Overspend is met by both.

2.2 The Service Charge is paid at the end of each Quarter.

2.3 {}
"""


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The board meets in each quarter.", ["quarter"]),
        ("An overspend is met in equal shares.", ["overspend"]),
        ("The tenant pays the service charge on demand.", ["service charge"]),
        ("A quarter of the sum is kept back.", []),
        ("The board shall overspend on nothing.", []),
        ("A service charge may be asked for elsewhere.", []),
    ],
)
def test_amounts_and_quarters_have_capitals_if_they_have_them_else(sentence: str, told: list[str]) -> None:
    found = hits(load("CK-TERM-CAPITALS"), _AMOUNTS.format(sentence))
    assert [one.words.text for one in found if one.confidence == "likely"] == told
