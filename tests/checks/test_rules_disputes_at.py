"""Where a matter is said to be settled, and what the clause is about that is named there."""

from __future__ import annotations

import pytest

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_AGREEMENT = """
1. Term

1.1 This agreement begins on 1 April 2027.

2. Complaints

2.1 The Council answers complaints.

3. Dispute resolution

3.1 The chief officers meet within ten days.

4. Default

4.1 {words}
"""


def _found(words: str) -> list[str]:
    options = Options(select=("CK-REF-TITLE",), as_at=AS_AT)
    return [one.words.text for one in run(reading_of(_AGREEMENT.replace("{words}", words)), options)]


@pytest.mark.parametrize(
    "words",
    [
        "If it does not, the matter is to be resolved under clause ⟦2⟧.",
        "The matter shall be referred for resolution in accordance with clause ⟦2⟧.",
        "Any dispute about the sum is settled under clause ⟦1⟧.",
        "A disagreement shall be determined in accordance with clause ⟦1.1⟧.",
        "Failing agreement on the price within ten days, clause ⟦2⟧ applies.",
        "If the Partners cannot agree the price, then clause ⟦2.1⟧ shall apply.",
        "The sum is paid on account and the dispute taken up under clause ⟦2⟧.",
        "In default of agreement, section ⟦2⟧ will apply.",
        "The members decide with one voice. Failing that, clause ⟦2⟧ applies.",
        "The price is fixed by consensus; if there is none, clause ⟦2⟧ is to apply.",
        "If the members cannot decide, clause ⟦2⟧ must be followed.",
        "What they do not settle is treated as a dispute under clause ⟦2⟧.",
    ],
)
def test_a_matter_is_settled_where_disputes_are(words: str) -> None:
    plain = words.replace("⟦", "").replace("⟧", "")
    assert _found(plain) == [words.partition("⟦")[2].partition("⟧")[0]]


@pytest.mark.parametrize(
    "words",
    [
        "If it does not, the matter is to be resolved under clause 3.",
        "Any dispute is settled under clause 3.1.",
        "The Council answers under clause 2 whoever complains of the matter.",
        "Failing agreement on the price within ten days, clause 3 applies.",
        "If the answers to complaints are not agreed, clause 2 applies.",
        "Unless the Partners agree otherwise, clause 2 applies.",
        "The clerk writes within ten days. Failing that, clause 2 applies.",
        "The Council keeps a record of the dispute as clause 2 says.",
        "The matter may be told to the Board, which acts under clause 1.",
    ],
)
def test_a_clause_that_is_right_or_named_for_another_thing_is_left_alone(words: str) -> None:
    assert _found(words) == []


def test_a_heading_named_with_the_word_section_tells_what_clauses_are_called() -> None:
    words = "Section 2 (Dispute resolution) applies, and section 9."
    options = Options(select=("CK-REF-TITLE", "CK-REF-MISSING"), as_at=AS_AT)
    found = run(reading_of(_AGREEMENT.replace("{words}", words)), options)
    assert [one.rule for one in found] == ["CK-REF-TITLE", "CK-REF-MISSING"]
