"""Months from which and to which each row of a table runs, "July to September 2028", of which one row has
more or fewer than all others, so that it laps over the next or leaves a gap."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.recognition.calendar import MONTHS

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS)
_MONTHS_RUN = pattern(
    rf"(?:.{{0,20}}[:(] ?)?(?P<first>{_MONTH})(?: (?P<from>20\d\d))? ?(?:to|until|–|-|—) ?(?P<last>{_MONTH})"
    r"(?: (?P<year>20\d\d))?\)?\.?"
)
_FEWEST = 4
_YEAR = 12


class _Run(NamedTuple):
    at: Words
    first: int
    last: int

    @property
    def length(self) -> int:
        return (self.last - self.first) % _YEAR + 1


def odd_runs_of_months(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the one run of months in a column that is not as long as the others and does not end where the
    next begins, with what is expected."""
    columns: dict[tuple[int, int], list[_Run]] = defaultdict(list)
    for place in instrument.places:
        told = _MONTHS_RUN.fullmatch(place.passage.words.strip()) if place.role == "cell" else None
        if told is not None:
            columns[id(place.table), place.column].append(_run(whole(place.passage), told))
    for runs in columns.values():
        yield from _odd(runs)


def _run(at: Words, told: re.Match[str]) -> _Run:
    return _Run(at, _number(told["first"]), _number(told["last"]))


def _odd(runs: Sequence[_Run]) -> Iterator[tuple[Words, str]]:
    lengths = Counter(one.length for one in runs)
    if len(runs) < _FEWEST or len(lengths) < 2:
        return
    (usual, most), *others = lengths.most_common()
    odd = [at for at, one in enumerate(runs) if one.length != usual]
    if most < len(runs) - 1 or len(odd) != 1 or sum(count for _, count in others) != 1:
        return
    at = odd[0]
    rest = [one for other, one in enumerate(runs) if other != at]
    steps = [(two.first - one.first) % _YEAR for one, two in pairwise(rest)]
    if all(step in (usual % _YEAR, 2 * usual % _YEAR) for step in steps):
        yield runs[at].at, f"{usual} months, as in all other rows"


def _number(name: str) -> int:
    return next(at for at, month in enumerate(MONTHS) if month.startswith(name[:3]))
