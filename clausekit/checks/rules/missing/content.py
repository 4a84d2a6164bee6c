"""CK-MISSING-CONTENT: what a lawyer expects such an instrument to say, and it does not."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule
from clausekit.checks.rules.missing._contents import lacking


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from lacking(instrument, "expected")


RULE = Rule(
    id="CK-MISSING-CONTENT",
    level="warning",
    title="A point that such an instrument has to settle is missing",
    why="What is not settled while all agree has to be settled when they do not: how disputes are"
    " resolved, who bears an overspend, how many members make a quorum, whether heads of terms bind.",
    fails="""
# ⟦Terms of Reference⟧

1. Purpose

1.1 The Group advises the Partners on digital projects.

2. Membership

2.1 Each Partner sends two members.

3. Meetings

3.1 The Group meets each month. Its chair is elected each year.

4. Decisions

4.1 The Group decides by consensus. A member with a conflict of interest takes no part.

5. Reporting

5.1 The Group reports to the Partnership Board.

6. Support

6.1 The Council provides a secretary.

7. Papers

7.1 Papers are sent out five days before a meeting.

8. Review

8.1 The Partnership Board reviews these terms each year.
""",
    passes="""
# Terms of Reference

1. Purpose

1.1 The Group advises the Partners on digital projects.

2. Membership

2.1 Each Partner sends two members.

3. Meetings

3.1 The Group meets each month. Its chair is elected each year. Three members make a quorum.

4. Decisions

4.1 The Group decides by consensus. A member with a conflict of interest takes no part.

5. Reporting

5.1 The Group reports to the Partnership Board.

6. Support

6.1 The Council provides a secretary.

7. Papers

7.1 Papers are sent out five days before a meeting.

8. Review

8.1 The Partnership Board reviews these terms each year.
""",
    check=_check,
    of_the_whole=True,
)
