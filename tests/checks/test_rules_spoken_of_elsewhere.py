"""What a sentence speaks of before a reference, and the provision whose heading and words speak of that."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
1. Term

1.1 This agreement begins on 1 April 2027.

2. Staff and premises

2.1 The Council lets its social workers sit in the premises of the Trust.

2.2 No member of staff changes employer.

3. Insurance

3.1 The Trust has cover for clinical negligence.

4. Complaints

4.1 A complaint is answered by whoever receives it.

5. Research

5.1 No research is carried out without leave of an ethics committee.

6. General

6.1 {words}

# Appendix 1

## Opening hours

The clinic is open on Mondays.

# Appendix 2

## Form for a change

Change number:

Reason for the change:

# Appendix 3

## Clinic equipment

Two hoists and a bed.
"""


def _found(words: str) -> list[str]:
    reading = reading_of(_AGREEMENT.format(words=words))
    return [one.words.text for one in run(reading, Options(select=("CK-REF-TITLE",), as_at=AS_AT))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The use of staff or premises is dealt with in clause 3.", ["3"]),
        ("The Council asks for a change by completing the form in Appendix 1.", ["1"]),
        ("The premises are used as clause 4 requires.", ["4"]),
        ("The use of staff or premises is dealt with in clause 2.", []),
        ("The Council asks for a change by completing the form in Appendix 2.", []),
        ("A list of the premises is kept as clause 3 says.", []),
        ("The controls for all premises are set out in clause 3.", []),
        ("The use of staff or premises is subject to clause 3.", []),
        ("The use of staff or premises is dealt with in clauses 3 and 4.", []),
        ("Without prejudice to its premises and clause 3, each party bears its costs.", []),
        ("Those who research are also held to what is said in clause 3.", []),
        ("It is for the Council to insure the premises, and clause 3 applies.", []),
    ],
)
def test_what_is_spoken_of_has_to_be_there(words: str, found: list[str]) -> None:
    assert _found(words) == found
