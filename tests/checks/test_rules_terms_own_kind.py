"""Terms that an agreement alone can define: posts, parties by another word, what a deed makes."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
# Agreement

1. Definitions

1.1 In this agreement:

**Board** means the board of the Partners.

**Fund** means the money that the Partners put together.

**Fund Manager** means the officer appointed under clause 2.1.

**Host** means the Council.

**Partner** means each of the Council and the Trust.

**Scheme** means each of the schemes in the Board’s plan.

2. Work

2.1 The Host shall appoint a {manager}, who keeps the accounts of the Fund for the Partners.

2.2 If a Scheme is late, {lead} tells the Board. The Partners meet each month.

2.3 {party} may leave on six months’ notice. The Partners then share the Fund, and each Partner is told.

2.4 The Fund Manager pays what a Partner has spent on a Scheme, as the Host and the Board decide.
"""
_RIGHT = {"manager": "Fund Manager", "lead": "the Host", "party": "A Partner"}


def _found(text: str) -> list[str]:
    options = Options(select=("CK-TERM-UNDEFINED",), as_at=AS_AT)
    return [one.words.text for one in run(reading_of(text), options) if one.level != "info"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({}, []),
        ({"manager": "Partnership Manager"}, ["Partnership Manager"]),
        ({"lead": "the Scheme Sponsor"}, ["Scheme Sponsor"]),
        ({"lead": "the Scheme Sponsor of the Scheme"}, ["Scheme Sponsor"]),
        ({"party": "A Commissioning Authority"}, ["Commissioning Authority"]),
        ({"party": "Any Contributing Organisation"}, ["Contributing Organisation"]),
        ({"party": "A Local Authority"}, []),
        ({"lead": "the Host, who employs the Scheme Officer,"}, []),
    ],
)
def test_posts_and_parties_are_those_that_are_defined(wrong: dict[str, str], told: list[str]) -> None:
    assert _found(_AGREEMENT.format(**{**_RIGHT, **wrong})) == told


_DEED = """
# Deed of Variation

(A) By an agreement of 1 April 2022 (the “Principal Agreement”) the Partners pooled their budgets.

(B) By a deed of 1 April 2024{called} they changed the sums.

1. Words

1.1 Words defined in the Principal Agreement have the same meaning in this Deed.

1.2 In this Deed:

**Extended Term** means the time from 1 April 2027 to 31 March 2029.

**Variation Date** means 1 April 2027.

2. Time

2.1 The Principal Agreement goes on for the {term}, and the First Deed is not changed.

2.2 The sums are paid in the Extended Term from the Variation Date, and kept in the Commissioning Reserve.
"""


@pytest.mark.parametrize(
    ("called", "term", "told"),
    [
        (" (the “First Deed”)", "Extended Term", []),
        ("", "Extended Term", ["First Deed"]),
        (" (the “First Deed”)", "Extension Period", ["Extension Period"]),
        (" (the “First Deed”)", "Commissioning Period", []),
    ],
)
def test_a_deed_defines_what_it_makes_itself(called: str, term: str, told: list[str]) -> None:
    assert _found(_DEED.format(called=called, term=term)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The liability of the Guarantor is at most £5,000.", ["Guarantor"]),
        ("It is paid to the Landlord.", ["Landlord"]),
        ("It is paid to the landlord.", []),
        ("The obligations of the Host are met.", []),
        ("The employees of the contractor of each Partner are told.", []),
    ],
)
def test_nobody_bears_anything_who_is_of_another_kind_of_agreement(words: str, told: list[str]) -> None:
    assert _found(_AGREEMENT.format(**_RIGHT) + f"\n2.5 {words}\n") == told


def test_items_with_a_number_say_what_the_word_with_that_number_is() -> None:
    items = "\n2.5 We have two aims:\n\n- **Purpose 1** – to help.\n- **Purpose 2** – to plan.\n"
    use = "\n2.6 It is paid for the Purpose 2, and each Purpose 1 is the Host’s.\n"
    assert _found(_AGREEMENT.format(**_RIGHT) + items + use) == []
    assert _found(_AGREEMENT.format(**_RIGHT) + use) == ["Purpose"]
