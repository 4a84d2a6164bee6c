"""By which clause an agreement is said to end, and in which is told what follows."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
# Agreement

1. Term

1.1 This agreement begins on 1 April 2027 and, unless sooner determined under clause {end}, lasts three years.

1.2 The consequences of its ending are set out in clause {after}.

2. Termination

2.1 Either Partner may terminate this agreement by six months’ written notice.

3. {heading}

3.1 Each Partner takes back its equipment and pays what it owes.

4. Notices

4.1 A notice is sent by post.
"""


@pytest.mark.parametrize(
    "heading",
    ["Consequences of termination", "Exit", "What happens after the end", "On expiry or termination"],
)
def test_what_follows_from_the_end_is_not_what_ends_an_agreement(heading: str) -> None:
    def found(end: str, after: str) -> list[str]:
        text = _AGREEMENT.format(end=end, after=after, heading=heading)
        return [
            one.words.text for one in run(reading_of(text), Options(select=("CK-REF-TITLE",), as_at=AS_AT))
        ]

    assert found("2", "3") == []
    assert found("3", "3") == ["3"]
    assert found("2", "2") == ["2"]
