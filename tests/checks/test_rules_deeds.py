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
