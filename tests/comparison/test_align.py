"""Two texts laid side by side, as a lawyer would do it."""

from __future__ import annotations

from clausekit.comparison.align import lay_side_by_side
from clausekit.comparison.checking import faults
from clausekit.comparison.flow import Flows
from clausekit.reading import Reading
from tests.comparison.marking import changed
from tests.comparison.readings import reading_of


def flows_of(old: Reading, new: Reading) -> Flows:
    """Return the flows of two readings, which must be sound."""
    flows = lay_side_by_side(old, new)
    assert faults(flows, old, new) == []
    return flows


def changes(old: str, new: str, *, typed: bool = False) -> list[str]:
    """Return the marked lines between two texts."""
    flow = flows_of(reading_of(old, typed=typed), reading_of(new, typed=typed)).body
    return changed(flow).split("\n") if changed(flow) else []


AGREEMENT = """
    1 Term
      1.1 This agreement begins on 1 April 2026.
      1.2 It continues until a Partner ends it by notice.
    2 Pooled Fund
      2.1 The Council hosts the Pooled Fund for the Partners.
      2.2 Clause 3.1 applies to the Pooled Fund.
    3 Audit
      3.1 The Host Partner shall arrange for the accounts to be audited.
"""


def test_the_same_text_twice_is_unchanged() -> None:
    assert changes(AGREEMENT, AGREEMENT) == []


def test_a_word_replaced_is_marked_and_nothing_else() -> None:
    assert changes(AGREEMENT, AGREEMENT.replace("hosts", "manages")) == [
        "The Council [hosts-manages] the Pooled Fund for the Partners."
    ]


def test_a_clause_put_in_is_inserted_and_numbers_and_references_follow() -> None:
    new = """
    1 Term
      1.1 This agreement begins on 1 April 2026.
      1.2 It continues until a Partner ends it by notice.
    2 Review
      2.1 The Partners shall review this agreement yearly.
    3 Pooled Fund
      3.1 The Council hosts the Pooled Fund for the Partners.
      3.2 Clause 4.1 applies to the Pooled Fund.
    4 Audit
      4.1 The Host Partner shall arrange for the accounts to be audited.
    """
    assert changes(AGREEMENT, new) == [
        "+ Review",
        "+ The Partners shall review this agreement yearly.",
        "Clause {3.1-4.1} applies to the Pooled Fund.",
    ]
    assert changes(AGREEMENT, new, typed=True) == [
        "+ 2 Review",
        "+ 2.1 The Partners shall review this agreement yearly.",
        "{2 -3 }Pooled Fund",
        "{2.1 -3.1 }The Council hosts the Pooled Fund for the Partners.",
        "{2.2 -3.2 }Clause {3.1-4.1} applies to the Pooled Fund.",
        "{3 -4 }Audit",
        "{3.1 -4.1 }The Host Partner shall arrange for the accounts to be audited.",
    ]


def test_a_reference_to_another_clause_than_before_is_a_change_of_words() -> None:
    assert changes(AGREEMENT, AGREEMENT.replace("Clause 3.1", "Clause 1.2")) == [
        "Clause [3.1-1.2] applies to the Pooled Fund."
    ]


BOILERPLATE = """
    1 Payment
      1.1 The Council shall pay monthly.
      1.2 Clause 1.1 survives the ending of this agreement.
    2 Records
      2.1 The Provider shall keep records.
      2.2 Clause 2.1 survives the ending of this agreement.
    3 Secrecy
      3.1 The Provider shall keep secrets.
      3.2 Clause 3.1 survives the ending of this agreement.
"""


def test_boilerplate_stays_with_its_clause_when_numbers_shift() -> None:
    new = """
    1 Care
      1.1 The Provider shall take care.
      1.2 Clause 1.1 survives the ending of this agreement.
    2 Payment
      2.1 The Council shall pay monthly.
      2.2 Clause 2.1 survives the ending of this agreement.
    3 Records
      3.1 The Provider shall keep records.
      3.2 Clause 3.1 survives the ending of this agreement.
    4 Secrecy
      4.1 The Provider shall keep secrets.
      4.2 Clause 4.1 survives the ending of this agreement.
    """
    assert changes(BOILERPLATE, new) == [
        "+ Care",
        "+ The Provider shall take care.",
        "+ Clause 1.1 survives the ending of this agreement.",
        "Clause {1.1-2.1} survives the ending of this agreement.",
        "Clause {2.1-3.1} survives the ending of this agreement.",
        "Clause {3.1-4.1} survives the ending of this agreement.",
    ]


def test_boilerplate_goes_with_the_clause_that_is_taken_out() -> None:
    new = """
    1 Payment
      1.1 The Council shall pay monthly.
      1.2 Clause 1.1 survives the ending of this agreement.
    2 Secrecy
      2.1 The Provider shall keep secrets.
      2.2 Clause 2.1 survives the ending of this agreement.
    """
    assert changes(BOILERPLATE, new) == [
        "- Records",
        "- The Provider shall keep records.",
        "- Clause 2.1 survives the ending of this agreement.",
        "Clause {3.1-2.1} survives the ending of this agreement.",
    ]


def test_a_split_paragraph_marks_only_the_seam() -> None:
    old = "1.1 The Council hosts the Pooled Fund and the Council shall keep accounts of it for each year."
    new = """
    1.1 The Council hosts the Pooled Fund.
    1.2 The Council shall keep accounts of it for each year.
    """
    assert changes(old, new) == [
        "The Council hosts the Pooled Fund[ and the-.¶The] Council shall keep accounts of it for each year."
    ]


def test_joined_paragraphs_mark_only_the_seam() -> None:
    old = """
    1.1 The Council hosts the Pooled Fund.
    1.2 The Council shall keep accounts of it for each year.
    """
    new = "1.1 The Council hosts the Pooled Fund. The Council shall keep accounts of it for each year."
    assert changes(old, new) == [
        "The Council hosts the Pooled Fund.[¶- ]The Council shall keep accounts of it for each year."
    ]


def test_unlike_paragraphs_are_not_compared_word_by_word() -> None:
    assert changes("The Council shall pay for the service.", "Each Partner may end the agreement.") == [
        "- The Council shall pay for the service.",
        "+ Each Partner may end the agreement.",
    ]


def test_an_item_put_in_renumbers_the_later_ones() -> None:
    old = """
    6 Annex
      The report shall state:
        (a) the balance of the Pooled Fund;
        (b) the forecast for the year; and
        (c) any overspend.
      The Host Partner sends it each Quarter.
    """
    new = """
    6 Annex
      The report shall state:
        (a) the balance of the Pooled Fund;
        (b) each payment above £50,000;
        (c) the forecast for the year; and
        (d) any overspend.
      The Host Partner sends it each month.
    """
    assert changes(old, new, typed=True) == [
        "+ (b) each payment above £50,000;",
        "{(b) -(c) }the forecast for the year; and",
        "{(c) -(d) }any overspend.",
        "The Host Partner sends it each [Quarter-month].",
    ]
