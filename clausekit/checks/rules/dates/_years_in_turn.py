"""Financial years told in turn in one sentence, "by A in 2027/28, by B in 2028/29 and by C in 2029/30", of
which one stands twice or is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Years
from clausekit.patterns import pattern

_IN = pattern(r"\b(?:in|for) $")
_HELD = pattern(r"\b(?:chair|chaired|presid\w+|host\w*|held|leads?|rotat\w+|in turn)\b")
_FEWEST, _LONGEST = 3, 80


def years_out_of_turn(instrument: Instrument) -> Iterator[tuple[Years, Years]]:
    """Yield the years of a sentence that tells who holds something in each that do not follow on the one
    before, with that."""
    for _, group in groupby(instrument.years, key=lambda one: one.at.passage):
        for row in _rows(list(group), instrument):
            sentence = instrument.sentence_of(row[0].at)
            single = all(one.last == one.first + 1 for one in row)
            if len(row) < _FEWEST or not single or not _HELD.search(sentence.text):
                continue
            wrong = [(after, one) for one, after in pairwise(row) if after.first != one.first + 1]
            whole = row[-1].first - row[0].first == len(row) - 1
            if wrong and len(wrong) <= 2 and (whole or _is_last_alone(row)):
                yield wrong[0]


def _is_last_alone(row: Sequence[Years]) -> bool:
    """Tell whether all years follow on each other but the last, which is that of the one before it."""
    *others, last = row
    in_turn = all(after.first == one.first + 1 for one, after in pairwise(others))
    return in_turn and last.first == others[-1].first


def _rows(years: Sequence[Years], instrument: Instrument) -> Iterator[Sequence[Years]]:
    """Yield the years of each sentence that are each told after "in"."""
    for _, group in groupby(years, key=lambda one: instrument.sentence_of(one.at)):
        row = list(group)
        near = all(after.at.start - one.at.end <= _LONGEST for one, after in pairwise(row))
        if near and all(_IN.search(one.at.shortly_before(5)) for one in row):
            yield row
