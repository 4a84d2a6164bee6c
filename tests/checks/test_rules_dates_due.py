"""Days on which something is due too early or too late for the term, and meetings that are missing."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
1. Definitions

1.1 In this agreement:

**Commencement Date** means 1 April 2027.

**Expiry Date** means 31 March 2030.

2. The Board

2.1 {words}
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-DATE-ORDER",), as_at=AS_AT)
    plain = words.replace("⟦", "").replace("⟧", "")
    return [one.words.text for one in run(reading_of(_AGREEMENT.replace("{words}", plain)), options)]


def _marked(words: str) -> list[str]:
    return [one.partition("⟧")[0] for one in words.split("⟦")[1:]]


@pytest.mark.parametrize(
    "words",
    [
        "The first annual report goes to all of them by ⟦30 June 2026⟧.",
        "They carry out the first joint review of it by Friday ⟦26 February 2027⟧.",
        "The scheme is first reviewed by ⟦31 December 2026⟧.",
        "It holds its first meeting on 3 March 2027. Its first return is due on ⟦10 March 2027⟧.",
        "After the end of each Financial Year it sends a return, the first being due by ⟦31 May 2027⟧.",
        "Dates:\n\n| Event | Day |\n|---|---|\n| First review | ⟦31 October 2026⟧ |\n| Launch | 1 May 2026 |",
    ],
)
def test_the_first_of_them_is_due_when_there_is_something_to_tell(words: str) -> None:
    assert _found(words) == _marked(words)


@pytest.mark.parametrize(
    "words",
    [
        "The first annual report goes to all of them by 30 June 2028.",
        "The first mobilisation report is due by 28 February 2027.",
        "The first meeting is held on 3 March 2027, and the first payment falls due on 15 March 2027.",
        "The first review of the pilot took place on 3 March 2026.",
        "Following the end of each financial year it sends a return. The first is due by 31 May 2028.",
    ],
)
def test_what_comes_before_the_start_by_its_nature_is_let_alone(words: str) -> None:
    assert _found(words) == []


@pytest.mark.parametrize(
    "words",
    [
        "They may extend it for two years if they agree in writing by ⟦30 September 2030⟧.",
        "They may extend it by two years, to 31 March 2032, if all agree by Monday ⟦30 September 2030⟧.",
        "They decide on a renewal no later than ⟦31 December 2031⟧.",
        "They may extend it by two years, to 31 March 2032, if all agree by 30 September 2029.",
        "They may agree to extend it once, by a year, to no later than 31 March 2031.",
        "They may extend it twice, each time by a year, to 31 March 2032 at the latest, if they agree by"
        " 30 September 2029 and again by 30 September 2030.",
        "They may extend the lease of the store, which ends on 24 June 2035, and decide by 1 January 2035.",
    ],
)
def test_an_extension_is_agreed_before_the_end(words: str) -> None:
    assert _found(words) == _marked(words)


@pytest.mark.parametrize(
    "words",
    [
        "The Board meets five times a year. In 2027/28 it meets on ⟦22 April, 24 June, 28 October 2027 and on"
        " 24 February 2028⟧.",
        "The Board meets five times a year. In 2027/28 it meets on 22 April, 24 June, 26 August, 28 October"
        " 2027 and on 24 February 2028.",
        "The Board has four meetings in each year. The meetings are on ⟦Tuesday 11 May 2027, Tuesday 14"
        " September 2027 and Tuesday 8 February 2028⟧.".replace("⟦Tuesday ", "Tuesday ⟦"),
        "The Board meets at least four times a year. It meets on 11 May 2027, 14 September 2027, 9 November"
        " 2027, 3 December 2027 and 8 February 2028.",
        "The Board meets quarterly. It meets on ⟦11 May 2027, 12 October 2027, 9 November 2027 and 8 February"
        " 2028⟧.",
        "The Board meets four times a year. In its first year, a short one, it meets on 3 October 2027,"
        " 5 January 2028 and 9 March 2028.",
        "The Board meets five times a year. The first three meetings are on 3 May 2027, 5 October 2027 and"
        " 9 March 2028.",
    ],
)
def test_as_many_meetings_are_listed_as_are_promised(words: str) -> None:
    assert _found(words) == _marked(words)


def test_meetings_of_another_body_are_let_alone() -> None:
    words = (
        "The Board meets quarterly.\n\n3. The Forum\n\n3.1 Meetings are on {}, 12 October 2027, 9 November"
        " 2027 and 8 February 2028."
    )
    assert _found(words.format("11 May 2027")) == []
