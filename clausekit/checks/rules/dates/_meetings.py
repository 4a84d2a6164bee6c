"""Meetings whose dates are listed that are not as many in the year as is promised, or leave out a quarter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.dates._ranges import WEEKDAY, dates_by_passage
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NUMBERS = r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1[0-2]"
_YEAR = r"(?:(?:in )?(?:an?|each|every|any|the)|per) (?:[Ff]inancial |[Cc]alendar |[Cc]ontract )?[Yy]ear\b"
_PROMISED = pattern(
    rf"\b[Mm]eets? (?P<least>at least )?(?P<times>{_NUMBERS}) times {_YEAR}"
    rf"|\b(?P<more>at least )?(?P<meetings>{_NUMBERS}) (?:ordinary |regular |formal )?meetings {_YEAR}"
    r"|\b[Mm]eets? (?P<quarterly>(?:at least )?(?:once )?(?:in )?(?:each|every|a) [Qq]uarter\b"
    r"|quarterly\b)"
)
_OF_BODY = pattern(
    r"\b(?:[Bb]oard|[Gg]roup|[Cc]ommittee|[Pp]anel|[Ff]orum|[Tt]eam|[Pp]artners|[Pp]arties|[Cc]ouncil)\b"
)
_LISTED = pattern(
    r"\b(?:[Mm]eets?|[Mm]eetings?)\b(?:[^.;]{0,60}?\b(?:are|be|will be|take place|held|falls?))?"
    rf"(?: held)?(?: \w+)?(?: on)?:? {WEEKDAY}$"
)
_JOINED = pattern(rf",?(?: and)?(?: on)?(?: the)? {WEEKDAY}")
_ONLY_SOME = pattern(
    r"\b(?:first|next|last|remaining|initial|already|includ\w+|such as|example|from|until|extra|special|other"
    r"|provisional\w*|rest|began|met)\b"
)
_FAR = 120
_FEWEST = 3
_A_YEAR, _QUARTERS = 12, 4
_SLACK = 1


class Listed(NamedTuple):
    """The dates of meetings that a sentence lists, and the words that promise others; ``told`` says why."""

    dates: Sequence[Date]
    promise: Words
    told: str


def meetings_otherwise(instrument: Instrument) -> Iterator[Listed]:
    """Yield the lists of meetings that do not keep what a text promises of the same body."""
    promises = list(instrument.search(_PROMISED, "text", signs=("meet",)))
    if not promises:
        return
    for dates in _lists(instrument):
        beside = [one for one in promises if one[0].passage is dates[0].at.passage]
        found = beside or promises
        if len(found) != 1:
            continue
        words, match = found[0]
        if not beside and not _is_of_the_same_body(words, dates[0], instrument):
            continue
        told = _quarter_without(dates) if match["quarterly"] else _miscounted(dates, match)
        if told:
            yield Listed(dates, words, told)


def _lists(instrument: Instrument) -> Iterator[list[Date]]:
    """Yield the dates on which meetings are, where a sentence lists several within a year."""
    for passage, dates in dates_by_passage(instrument).items():
        if instrument.place_of[passage].role != "text":
            continue
        run: list[Date] = []
        for one in dates:
            if run and not _JOINED.fullmatch(passage.text, run[-1].at.end, one.at.start):
                yield from _as_list(run)
                run = []
            run.append(one)
        yield from _as_list(run)


def _as_list(run: list[Date]) -> Iterator[list[Date]]:
    before = run[0].at.shortly_before(_FAR).rpartition(". ")[2] if run else ""
    whole = len(run) >= _FEWEST and all(one.day and not one.impossible for one in run)
    if whole and _LISTED.search(before) and not _ONLY_SOME.search(before) and _span(run) < _A_YEAR:
        yield run


def _span(run: Sequence[Date]) -> int:
    """Return how many months there are from the first of some days to the last, which follow each other."""
    return sum((last.month - first.month) % _A_YEAR for first, last in pairwise(run))


def _is_of_the_same_body(promise: Words, listed: Date, instrument: Instrument) -> bool:
    """Tell whether the body that is to meet is named where its meetings are listed, or heads them."""
    bodies = _OF_BODY.findall(instrument.sentence_of(promise).text)
    place = instrument.place_of[listed.at.passage]
    division = place.division.words if place.division else ""
    around = f"{division} {place.heading} {listed.at.passage.text}".lower()
    return any(body.lower() in around for body in bodies)


def _quarter_without(dates: Sequence[Date]) -> str:
    """Return what is wrong with a year of meetings of which none is in one of its quarters; "" if nothing."""
    quarters = {(one.month - 1) // 3 for one in dates}
    whole = len(dates) >= _QUARTERS and _span(dates) >= _A_YEAR - _QUARTERS
    return "none of them is in one of the quarters" if whole and len(quarters) < _QUARTERS else ""


def _miscounted(dates: Sequence[Date], promise: re.Match[str]) -> str:
    """Return what is wrong with the number of meetings in a year; "" if nothing, or if they may be of a part
    of it only."""
    number = int(count_of(promise["times"] or promise["meetings"]) or 0)
    too_few = len(dates) < number and _span(dates) >= _A_YEAR - _A_YEAR // number - _SLACK
    too_many = len(dates) > number and not (promise["least"] or promise["more"])
    return f"there are {len(dates)}, not {number}" if too_few or too_many else ""
