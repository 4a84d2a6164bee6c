"""What a deed of variation refers to, and which of that must be its own."""

from __future__ import annotations

from clausekit.checks.running import Options, run
from tests.checks.instruments import AS_AT, reading_of

_DEED = """
# Deed of Variation

(A) By an agreement dated 1 April 2022 (“the Principal Agreement”) the Parties pooled their budgets.

(B) The Parties wish to go on for two years more.

1. Term

1.1 The Principal Agreement goes on as Recital {recital} tells.

2. Posts

2.1 The posts are those in the {schedule}. Schedule 5 to the Principal Agreement is deleted.

# The First Schedule

Sums

1. The Council pays £1,000.

# The Second Schedule

Changes

| No. | Provision | Change |
|---|---|---|
| 1 | Schedule 3 | Delete, and substitute the First Schedule |

1. The changes follow from Recital {recital}.
"""


def _missing(**wrong: str) -> list[tuple[str, str]]:
    text = _DEED.format(**{"recital": "(B)", "schedule": "Second Schedule", **wrong})
    found = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
    return [(one.words.text, one.level) for one in found]


def test_a_deed_has_the_recitals_and_the_schedules_that_are_there() -> None:
    assert _missing() == []


def test_a_recital_of_a_deed_that_recites_is_its_own() -> None:
    assert _missing(recital="(F)") == [("Recital (F)", "error"), ("Recital (F)", "error")]


def test_what_a_table_tells_of_another_agreement_is_no_schedule_of_the_deed() -> None:
    assert _missing(schedule="Third Schedule") == [("Third Schedule", "error")]


def test_a_deed_that_makes_an_agreement_has_all_its_clauses() -> None:
    text = """
# Deed on a shared store

1. Term

1.1 This deed begins on 1 April 2027.

1.2 This deed may be varied by deed only.

# Schedule 1 The store

1. The store is at the mill (clauses 1.2 and 1.4).
"""
    found = run(reading_of(text), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
    assert [(one.words.text, one.level) for one in found] == [("1.4", "error")]


_NAMED = """
# Deed of Variation

1. Sums

1.1 The Council pays what is in Part {part} of the Financial Schedule. Part 9 of the Works Schedule is void.

# The First Schedule

(The Financial Schedule)

## Part I: Contributions

1. The Council pays £1,000.

## Part II: Reserve

1. The Council keeps £100.

# The Second Schedule

1. Nothing else is changed.
"""


def test_a_schedule_is_known_by_its_name_too() -> None:
    for part, missing in (("I", []), ("II", []), ("IV", ["Part IV"])):
        found = run(reading_of(_NAMED.format(part=part)), Options(select=("CK-REF-MISSING",), as_at=AS_AT))
        assert [one.words.text for one in found if one.level != "info"] == missing


_RESTATES = """
DEED OF VARIATION

This deed is dated 12 March 2026 and varies the agreement dated 28 March 2023 (the "Principal Agreement").

1. Meaning

1.1 "Financial Schedule" means Schedule 3 to the Principal Agreement, in the form set out in Appendix 1.

2. Money

2.1 Clause 9 of the Principal Agreement is deleted and this is put in its place:

"9. Contributions

9.1 The Partners shall pay the sums in Table 1 of Schedule 3.

9.2 The Council shall send its invoices by the criteria in Schedule 2 (Eligibility)."

2.2 For Schedule 3 to the Principal Agreement there is substituted the schedule in Appendix 1.

3. Assurances

3.1 Each Partner has power to make this deed.

4. General

4.1 Each Partner bears its own costs.

APPENDIX 1 - SCHEDULE 3 AS RESTATED

Schedule 3: Financial Schedule

1. The Council pays £1,000.

APPENDIX 2 - SCHEDULE 6 AS RESTATED

Schedule 6: Contacts

1. The list follows.
"""


def test_what_a_deed_restates_and_quotes_has_the_numbers_of_what_it_varies() -> None:
    options = Options(select=("CK-NUMBER", "CK-REF"), level="warning", as_at=AS_AT)
    assert [(one.rule, one.words.text) for one in run(reading_of(_RESTATES), options)] == []
