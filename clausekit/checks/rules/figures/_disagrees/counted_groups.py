"""Numbers of some of the things that a table sets out, "12 posts, of which 7 are Council posts"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._disagrees.counted_rows import is_named, numbers_told
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.told_numbers import Told
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.set_out import SetOut, groups_of, set_out
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_OF_WHICH = pattern(
    rf"[^.;:£%]{{0,80}}?(?:,?[ ]of (?:which|whom|these|them|those)|,|;|[ ]\()[ ]?(?:the[ ])?"
    rf"(?<![\w£.,/-])(?P<count>{COUNT}(?:\.\d{{1,2}})?)[ ](?P<which>[^,.;:()£%\d]{{3,60}})",
    re.IGNORECASE,
)
"""What stands after a number of things, and how many of them are some that are told apart."""


def groups_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of some of the things of a table that are not those which a column of it tells apart,
    in a sentence that has the number of all of them right."""
    things = set_out(instrument)
    for told in numbers_told(instrument):
        found = _OF_WHICH.match(told.stated.passage.text, told.stated.end, told.sentence.end)
        count = count_of(found["count"]) if found else None
        if found is None or count is None:
            continue
        groups = [made for one in things if _is_whole(one, told) for made in _groups(one, found["which"])]
        if len(set(groups)) == 1 and groups[0] != count:
            stated = Words(told.stated.passage, found.start("count"), found.end("count"))
            yield Counted(stated, groups[0])


def _is_whole(one: SetOut, told: Told) -> bool:
    return one.number == told.count and is_named(one, told)


def _groups(one: SetOut, which: str) -> Iterator[Decimal]:
    """Yield how many things a table has in the rows of which a cell says what a text does."""
    said = content(which)
    for text, number in groups_of(one).items():
        if (name := content(text)) and name <= said:
            yield number
