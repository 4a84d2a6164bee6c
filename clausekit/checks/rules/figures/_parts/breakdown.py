"""A sum with the parts into which it is broken down, and words which show that there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import MINIMUM, half_a_step, worth
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.patterns import pattern

NO_PARTS = pattern(
    r"\b(?:up to|at least|at most|not more|no more|exceed\w*|more than|less|minus|net|each|every|maximum"
    rf"|{MINIMUM}"
    r"|includ\w+|of wh(?:ich|om)|cap\w*|limit\w*|threshold|without|per|whichever|or (?:more|less)|previous\w*"
    r"|was|were"
    r"|instead|approval|approved|authori\w+)\b|\b(?:before|after|between|above|below|over|under) (?=[£\d])",
    re.IGNORECASE,
)
_NEAR = Decimal("0.25")


class Breakdown(NamedTuple):
    """A sum and its parts; what is taken off is negative in ``made``, which is what they make."""

    whole: Figure
    parts: tuple[Figure, ...]
    made: Decimal

    @property
    def is_wrong(self) -> bool:
        """Whether it is out by more than rounding explains, which never is all that it may be."""
        slack = sum((half_a_step(one) for one in (self.whole, *self.parts) if one.scale), Decimal(0))
        apart = abs(worth(self.whole) - self.made)
        return apart > slack or apart == slack > 0

    @property
    def is_near(self) -> bool:
        """Whether the sum is so near to what the parts make that it is meant to be that."""
        apart = abs(worth(self.whole) - self.made)
        return apart <= self.made * _NEAR or is_slip(worth(self.whole), self.made)

    @property
    def part_by_a_slip(self) -> Figure | None:
        """The one part that a slip of the pen explains, if none explains the sum."""
        if is_slip(worth(self.whole), self.made):
            return None
        excess = self.made - worth(self.whole)
        found = [
            one for one in self.parts if worth(one) > excess and is_slip(worth(one), worth(one) - excess)
        ]
        return found[0] if len(found) == 1 else None


def if_near(found: Breakdown) -> Iterator[Breakdown]:
    """Yield a breakdown if its sum is meant to be what its parts make."""
    if found.is_near and all(worth(part) < worth(found.whole) for part in found.parts):
        yield found
