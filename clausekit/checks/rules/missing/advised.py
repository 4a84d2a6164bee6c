"""CK-MISSING-ADVISED: what such an instrument usually says, and this one does not."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules.missing._contents import lacking


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from lacking(instrument, "advised")


RULE = Rule(
    id="CK-MISSING-ADVISED",
    level="info",
    title="A point that such an instrument usually settles is missing",
    why="It may have been left out on purpose; a look is cheap.",
    fails="""
# ⟦Terms of Reference⟧

1. Purpose

1.1 The Group advises the Partners on digital projects.

2. Membership

2.1 Each Partner sends two members. Three of them make a quorum.

3. Meetings

3.1 The Group meets each month.

4. Decisions

4.1 The Group decides by consensus. A member with a conflict of interest takes no part.

5. Reporting

5.1 The Group reports to the Partnership Board, which reviews these terms each year.
""",
    passes="""
# Terms of Reference

1. Purpose

1.1 The Group advises the Partners on digital projects.

2. Membership

2.1 Each Partner sends two members. Three of them make a quorum. They elect a chair.

3. Meetings

3.1 The Group meets each month.

4. Decisions

4.1 The Group decides by consensus. A member with a conflict of interest takes no part.

5. Reporting

5.1 The Group reports to the Partnership Board, which reviews these terms each year.
""",
    check=_check,
)
