"""Numbers that follow: references are judged by what they point to."""

from __future__ import annotations

from tests.comparison.test_align import changes

OLD = """
    1 Term
      1.1 The term is in paragraph 1 of Schedule 2.
      1.2 This clause is subject to clause 1.1 and to Schedule 2.
    Schedule 1 Services
    1 The Council shall commission the services that paragraph 2 lists.
    2 The services are those of the Pooled Fund.
    Schedule 2 Duration
    1 This agreement lasts for three years from the Commencement Date.
    2 The Partners may extend it as paragraph 1 permits.
"""


def test_schedules_that_are_renumbered_take_their_references_with_them() -> None:
    new = """
    1 Term
      1.1 The term is in paragraph 1 of Schedule 3.
      1.2 This clause is subject to clause 1.1 and to Schedule 3.
    Schedule 1 Services
    1 The Council shall commission the services that paragraph 2 lists.
    2 The services are those of the Pooled Fund.
    Schedule 2 Money
    1 Each Partner shall contribute what the Partners agree each year.
    Schedule 3 Duration
    1 This agreement lasts for three years from the Commencement Date.
    2 The Partners may extend it as paragraph 1 permits.
    """
    assert changes(OLD, new) == [
        "The term is in paragraph 1 of Schedule {2-3}.",
        "This clause is subject to clause 1.1 and to Schedule {2-3}.",
        "+ Money",
        "+ Each Partner shall contribute what the Partners agree each year.",
    ]


def test_a_paragraph_is_sought_in_its_own_schedule() -> None:
    new = OLD.replace(
        "    2 The Partners may extend it as paragraph 1 permits.",
        "    2 It begins when all the Partners have signed it.\n"
        "    3 The Partners may extend it as paragraph 2 permits.",
    )
    assert changes(OLD, new) == [
        "+ It begins when all the Partners have signed it.",
        "The Partners may extend it as paragraph [1-2] permits.",
    ]


def test_an_item_of_the_same_paragraph_follows() -> None:
    old = """
    1 Accounts
      1.1 The Host Partner shall:
        (a) keep accounts of the Pooled Fund; and
        (b) publish the accounts under paragraph (a) every year.
    """
    new = """
    1 Accounts
      1.1 The Host Partner shall:
        (a) appoint a manager;
        (b) keep accounts of the Pooled Fund; and
        (c) publish the accounts under paragraph (b) every year.
    """
    assert changes(old, new) == [
        "+ appoint a manager;",
        "publish the accounts under paragraph {(a)-(b)} every year.",
    ]


def test_fields_are_judged_by_their_bookmarks() -> None:
    old = """
    1 {audit}Audit
      1.1 The accounts shall be audited by an auditor of the Partners' choice.
    2 Records
      2.1 Records are kept for the purposes of clause {>audit} of this agreement.
    """
    new = """
    1 Term
      1.1 This agreement begins at once.
    2 {audit}Audit
      2.1 The accounts shall be audited by an auditor of the Partners' choice.
    3 Records
      3.1 Records are kept for the purposes of clause {>audit} of this agreement.
    """
    assert changes(old, new) == [
        "+ Term",
        "+ This agreement begins at once.",
        "Records are kept for the purposes of clause {1-2} of this agreement.",
    ]


def test_a_field_under_another_name_points_to_the_same_clause_if_that_is_paired() -> None:
    old = """
    1 {audit}Audit
      1.1 The accounts shall be audited by an auditor of the Partners' choice.
      1.2 Records are kept for the purposes of clause {>audit} of this agreement.
    """
    new = """
    1 Term
    2 {_Ref7}Audit
      2.1 The accounts shall be audited by an auditor of the Partners' choice.
      2.2 Records are kept for the purposes of clause {>_Ref7} of this agreement.
    """
    assert changes(old, new) == [
        "+ Term",
        "Records are kept for the purposes of clause {1-2} of this agreement.",
    ]
