"""What moved is a move, and nothing else is."""

from __future__ import annotations

from tests.comparison.test_align import changes

CLAUSES = """
    1 Term
      1.1 This agreement begins on 1 April 2026 and ends on 31 March 2029.
    2 Pooled Fund
      2.1 The Council hosts the Pooled Fund for the Partners.
      2.2 The Partners shall pay their Financial Contributions in equal monthly parts.
    3 Audit
      3.1 The Host Partner shall arrange for the accounts to be audited in every year.
      3.2 It shall send the report of the auditor to each other Partner.
    4 Notices
      4.1 A notice under this agreement must be in writing and be signed by its sender.
"""


def test_a_clause_that_moved_is_one_move_with_its_heading() -> None:
    new = """
    1 Audit
      1.1 The Host Partner shall arrange for the accounts to be audited in every year.
      1.2 It shall send the report of the auditor to each other Partner.
    2 Term
      2.1 This agreement begins on 1 April 2026 and ends on 31 March 2029.
    3 Pooled Fund
      3.1 The Council hosts the Pooled Fund for the Partners.
      3.2 The Partners shall pay their Financial Contributions in equal monthly parts.
    4 Notices
      4.1 A notice under this agreement must be in writing and be signed by its sender.
    """
    assert changes(CLAUSES, new) == [
        "> Audit",
        "> The Host Partner shall arrange for the accounts to be audited in every year.",
        "> It shall send the report of the auditor to each other Partner.",
        "< Audit",
        "< The Host Partner shall arrange for the accounts to be audited in every year.",
        "< It shall send the report of the auditor to each other Partner.",
    ]


def test_what_was_edited_on_the_way_is_in_the_move() -> None:
    new = """
    1 Audit
      1.1 The Host Partner shall arrange for the accounts to be audited in each year.
      1.2 The Partners bear the cost.
      1.3 It shall send the report of the auditor to each other Partner.
    2 Term
      2.1 This agreement begins on 1 April 2026 and ends on 31 March 2029.
    3 Pooled Fund
      3.1 The Council hosts the Pooled Fund for the Partners.
      3.2 The Partners shall pay their Financial Contributions in equal monthly parts.
    4 Notices
      4.1 A notice under this agreement must be in writing and be signed by its sender.
    """
    moved = [
        "Audit",
        "The Host Partner shall arrange for the accounts to be audited in [every-each] year.",
        "+ The Partners bear the cost.",
        "It shall send the report of the auditor to each other Partner.",
    ]
    assert changes(CLAUSES, new) == [f"> {line}" for line in moved] + [f"< {line}" for line in moved]


def test_a_short_sentence_that_is_there_again_is_no_move() -> None:
    old = """
    The Council shall pay for the Services that it commissions under this agreement.
    Time is of the essence.
    Each Partner shall keep its own records of the Services for six years.
    """
    new = """
    Time is of the essence.
    The Council shall pay for the Services that it commissions under this agreement.
    Each Partner shall keep its own records of the Services for six years.
    """
    assert changes(old, new) == ["+ Time is of the essence.", "- Time is of the essence."]


def test_definitions_of_different_terms_are_not_moved_into_each_other() -> None:
    old = """
    1998 Act means the Data Protection Act 1998.
    Partner means a party to this agreement.
    """
    new = """
    Partner means a party to this agreement.
    2018 Act means the Data Protection Act 2018.
    """
    assert changes(old, new) == [
        "- 1998 Act means the Data Protection Act 1998.",
        "+ 2018 Act means the Data Protection Act 2018.",
    ]
