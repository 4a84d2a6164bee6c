"""Articles in Roman numerals of which a number repeats, comes too late or too early, or is left out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words

_FEWEST = 4
_WIDEST_GAP = 3


class Miscounted(NamedTuple):
    """The number of an article that does not count on from the one before."""

    kind: Literal["repeated", "order", "gap"]
    numeral: Words


def miscounted_articles(instrument: Instrument, kind: str) -> Iterator[Words]:
    """Yield the numerals of the articles that are at fault in one way."""
    return (one.numeral for one in instrument.once(_miscounted) if one.kind == kind)


def _miscounted(instrument: Instrument) -> tuple[Miscounted, ...]:
    return tuple(_each_miscounted(instrument))


def _each_miscounted(instrument: Instrument) -> Iterator[Miscounted]:
    articles = instrument.roman_articles
    counts = [one.value for one in articles]
    if len(counts) < _FEWEST or counts[0] != 1:
        return
    last = 0
    for at, (numeral, count) in enumerate(articles):
        right = last + 1
        resumes = counts[at + 1 : at + 2] == [right + 1]
        if count == right:
            pass
        elif count in counts[:at] or (resumes and count in counts[at + 1 :]):
            yield Miscounted("repeated", numeral)
        elif resumes or count < right:
            yield Miscounted("order", numeral)
        elif count - right <= _WIDEST_GAP:
            yield Miscounted("gap", numeral)
        last = right if resumes else count
