"""Years that are counted, "Year 2 (2025/26)", of which one is not the year that its number makes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Years
from clausekit.patterns import pattern

_NUMBER_BEFORE = pattern(
    r"\b[Yy]ear (?P<number>\d{1,2}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)(?: is| means|:| =| –| -)?,? ?[( ]$"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_NEAR = 24
_FEWEST = 3


def years_out_of_count(instrument: Instrument) -> Iterator[tuple[Years, int]]:
    """Yield the years whose number does not fit, with the first year that it makes.

    Others that fit each other must be two at least, and more than those that do not.
    """
    counted: list[tuple[Years, int]] = []
    for one in instrument.years:
        found = _NUMBER_BEFORE.search(one.at.shortly_before(_NEAR))
        if found and one.last == one.first + 1:
            told = found["number"].lower()
            counted.append((one, int(told) if told.isdecimal() else _WORDS[told]))
    for run in _runs(counted):
        begun = Counter(one.first - number for one, number in run)
        if len(run) < _FEWEST or len(begun) == 1:
            continue
        (start, most), (_, next_most), *_ = begun.most_common()
        if most > next_most:
            yield from ((one, start + number) for one, number in run if one.first - number != start)


def _runs(counted: Sequence[tuple[Years, int]]) -> Iterator[Sequence[tuple[Years, int]]]:
    """Yield the years in parts that each count up: another plan begins with its own Year 1."""
    run: list[tuple[Years, int]] = []
    for one in counted:
        if run and one[1] <= run[-1][1]:
            yield run
            run = []
        run.append(one)
    yield run
