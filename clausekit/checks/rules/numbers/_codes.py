"""Codes that count, "A5" of a paragraph or "KPI 6" in the first column of a table, of which one repeats."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_CODE = pattern(r"(?P<letters>[A-Za-z]{0,5})[ .-]?(?P<count>\d{1,3})\.?")
_COUNTS = pattern(
    r"(?:(?:\w+ )?(?:no|ref|number|reference|item|row|id|code)s?\.?|#|scheme|kpi|indicator|measure|line"
    r"|risk)?",
    re.IGNORECASE,
)
"""How a column of codes is headed."""
_FEWEST, _FEWEST_FROM_ONE = 4, 3
_SKIPS, _BOTH = 2, 2
"""A step by two beside a number that repeats shows which is missing; on one side only."""


def repeated_codes(instrument: Instrument) -> Iterator[Words]:
    """Yield the codes of paragraphs and of rows that repeat the one before, where all others count on."""
    counts: dict[tuple[str, str], list[tuple[int, Words]]] = defaultdict(list)
    for place in instrument.places:
        found = _CODE.fullmatch(place.passage.number)
        if found and found["letters"] and place.role in ("text", "heading"):
            at = Words(place.passage, 0, max(place.passage.typed, 1))
            counts[place.passage.division, found["letters"]].append((int(found["count"]), at))
    for grid in instrument.grids:
        if not grid.heads or not _COUNTS.fullmatch(grid.heads[0].strip()):
            continue
        for row in grid.rows[grid.header_rows :]:
            cell = row[0] if row else None
            found = _CODE.fullmatch(cell.text.strip()) if cell and cell.words else None
            if found and cell and cell.words:
                key = (str(id(grid.table)), found["letters"])
                counts[key].append((int(found["count"]), whole(cell.words.passage)))
    for labels in counts.values():
        begins = labels[0][0] == 1
        yield from _repeated(labels, _FEWEST_FROM_ONE if begins else _FEWEST)


def _repeated(labels: Sequence[tuple[int, Words]], fewest: int) -> Iterator[Words]:
    steps = [after - before for (before, _), (after, _) in pairwise(labels)]
    if len(labels) < fewest or steps.count(0) != 1:
        return
    at = steps.index(0)
    beside = [steps[place] for place in (at - 1, at + 1) if 0 <= place < len(steps)]
    others = [step for place, step in enumerate(steps) if abs(place - at) > 1]
    if all(step == 1 for step in others) and set(beside) <= {1, _SKIPS} and beside.count(_SKIPS) < _BOTH:
        first_is_wrong = at > 0 and steps[at - 1] == _SKIPS
        yield labels[at if first_is_wrong else at + 1][1]
