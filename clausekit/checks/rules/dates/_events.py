"""What happened once and is told with two dates: the making of the instrument, the approval of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.own_date import is_of_another
from clausekit.patterns import pattern

_HAPPENED = pattern(
    r"\b(?P<did>approved|adopted|endorsed|established|signed|resolved|ratified)\b[^.;]{0,90}?"
    r"\bon (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?$"
)
_DATED = pattern(r"\b(?P<did>[Aa]greement|[Dd]eed|[Cc]ontract|[Ll]ease|[Mm]emorandum|[Ll]etter) dated $")
_MADE = pattern(
    r"(?:^\W*(?:dated|date of (?:this|the) (?:agreement|deed)):?"
    r"|\bthis (?:agreement|deed|memorandum|contract)(?: of \w+)? is (?:made|dated|entered into)(?: on)?)"
    r" (?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?$",
    re.IGNORECASE,
)
_NAME = pattern(r"\b(?!The\b)[A-Z][\w’-]+")
_SIGNED = pattern(r"\s*(?:[Ss]igned|SIGNED|[Ee]xecuted|EXECUTED)\b")
_FAR, _FEWEST_NAMES = 200, 3
_OPENING = 60
"""The day on which an instrument is made stands among so many passages at its beginning."""


@dataclass(frozen=True, slots=True)
class _Event:
    """What was done on a date, and the words of names in the sentence before it; of another instrument that
    is dated it has none, and need not."""

    at: Date
    did: str
    names: frozenset[str]

    def is_that_of(self, other: _Event) -> bool:
        """Tell whether two are the same, on other days of one month."""
        one, two = self.at.value, other.at.value
        if one is None or two is None or one == two or (one.year, one.month) != (two.year, two.month):
            return False
        if self.did != other.did or self.at.at.passage is other.at.at.passage:
            return False
        return not (self.names or other.names) or len(self.names & other.names) >= _FEWEST_NAMES


def told_twice(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the dates of what happened once that differ from the first one told, each with that."""
    made = [one for one in instrument.dates if one.value and _tells_when_made(one, instrument)]
    for one in made[1:]:
        if one.value != made[0].value:
            yield one, made[0]
    events = [event for one in instrument.dates if one.value and (event := _event(one))]
    for first, second in combinations(events, 2):
        if second.is_that_of(first):
            yield second.at, first.at
    yield from _signed_in_another_year(instrument)


def _tells_when_made(one: Date, instrument: Instrument) -> bool:
    """Tell whether a date at the beginning is that of the instrument, on its cover or before its parties."""
    passage = one.at.passage
    opens = instrument.place_of[passage].order < _OPENING and passage not in instrument.versions
    if not opens or passage.number:
        return False
    return _MADE.search(passage.text[: one.at.start]) is not None and not is_of_another(one)


def _event(one: Date) -> _Event | None:
    before = one.at.shortly_before(_FAR).rpartition(". ")[2]
    if dated := _DATED.search(before):
        return _Event(one, f"{dated['did'].lower()} dated", frozenset())
    if happened := _HAPPENED.search(before):
        return _Event(one, happened["did"], frozenset(_NAME.findall(before)))
    return None


def _signed_in_another_year(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the one date of several signatures that is the same day of an earlier year."""
    signed = [one for one in instrument.dates if one.value and _SIGNED.match(one.at.passage.text)]
    for one in signed:
        others = [other for other in signed if other is not one and other.value]
        same_day = [other for other in others if (other.day, other.month) == (one.day, one.month)]
        if same_day and len(same_day) == len(others) and all(one.year < other.year for other in same_day):
            yield one, same_day[0]
