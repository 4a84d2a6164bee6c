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
_FEWEST = 4


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
        yield from _repeated(labels)


def _repeated(labels: Sequence[tuple[int, Words]]) -> Iterator[Words]:
    steps = [after - before for (before, _), (after, _) in pairwise(labels)]
    if len(labels) < _FEWEST or steps.count(0) != 1:
        return
    at = steps.index(0)
    others = [step for place, step in enumerate(steps) if place not in (at, at + 1)]
    after = steps[at + 1] if at + 1 < len(steps) else 1
    if all(step == 1 for step in others) and after in (1, 2):
        yield labels[at + 1][1]
