"""CK-MISSING-STATUTORY: what the law asks such an instrument to say, and it does not."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules.missing._contents import lacking


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from lacking(instrument, "statutory")


RULE = Rule(
    id="CK-MISSING-STATUTORY",
    level="error",
    title="A point that the law asks for is missing",
    why="Some instruments have to settle certain points by law: without a host partner and a manager a"
    " pooled fund is not"
    " kept as the Regulations ask, and without a lawful basis information may not be shared.",
    fails="""
# ⟦Information Sharing Agreement⟧

1. Parties

1.1 This agreement is between Northmoor Council and Northmoor NHS Trust.

2. Purpose

2.1 Its purpose is to plan discharge from hospital.

3. Lawful basis

3.1 The lawful basis is Article 6(1)(e) of the UK GDPR.

4. What is shared

4.1 The parties share the list of patients who are ready to go home.

5. How it is shared

5.1 The list is sent by email each morning.

6. Accuracy

6.1 Each party keeps its list accurate.

7. Security

7.1 Each party keeps the list secure.

8. Incidents

8.1 Each party tells the other of an incident on the same day.

9. Rights

9.1 Each party answers the subject access requests that it receives.

10. Review

10.1 The parties review this agreement each year.
""",
    passes="""
# Information Sharing Agreement

1. Parties

1.1 This agreement is between Northmoor Council and Northmoor NHS Trust.

2. Purpose

2.1 Its purpose is to plan discharge from hospital.

3. Lawful basis

3.1 The lawful basis is Article 6(1)(e) of the UK GDPR.

4. What is shared

4.1 The parties share the list of patients who are ready to go home.

5. How it is shared

5.1 The list is sent by email each morning.

6. Retention

6.1 Each party destroys the list after a month.

7. Security

7.1 Each party keeps the list secure.

8. Incidents

8.1 Each party tells the other of an incident on the same day.

9. Rights

9.1 Each party answers the subject access requests that it receives.

10. Review

10.1 The parties review this agreement each year.
""",
    check=_check,
    of_the_whole=True,
)
