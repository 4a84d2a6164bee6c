"""Bands of a sum, of which one begins elsewhere than the band before it ends: "(£152,000 to £608,000)" above
"(over £680,000)", "2% to 5%" above "more than 6%"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_N = r"(?P<{0}_pounds>£[ ]?)?(?P<{0}>\d+(?:,\d{{3}})*(?:\.\d{{1,2}})?)(?P<{0}_per>[ ]?(?:%|per cent))?"
_ABOVE = r"(?:above|over|more than|exceeding|in excess of|greater than|from|between)"
_FROM_TO = pattern(
    rf"(?:{_ABOVE}[ ])?(?<![\w.,]){_N.format('first')}(?:,?[ ](?:and[ ])?(?:to|up to|but not (?:above|over"
    rf"|more than)"
    rf"|not (?:above|over|more than|exceeding)|and)(?:[ ](?:and including|including))?"
    rf"|[ ]?[–-])[ ]?{_N.format('last')}"
    r"(?![\w/])",
    re.IGNORECASE,
)
_BEYOND = pattern(
    rf"\b(?:above|over|more than|exceeding|in excess of|greater than|beyond)[ ]{_N.format('first')}(?![\w/])",
    re.IGNORECASE,
)
_UP_TO = pattern(
    rf"\b(?:up to(?: and including)?|first|not (?:more than|above|over|exceeding)|no more than|below"
    rf"|less than"
    rf"|under)[ ](?:the[ ])?{_N.format('last')}(?![\w/])",
    re.IGNORECASE,
)
_ABOVE_IT = pattern(
    r"\b(?:above|over|more than|exceeding|in excess of|greater than|beyond)[ ](?:£[ ]?)?$", re.IGNORECASE
)
_ANOTHER = pattern(r"\b(?:day|week|month|year|hour|people|age|aged|client)s?\b", re.IGNORECASE)
_DIGIT = pattern(r"\d")
_LONGEST, _SHORTLY, _FEWEST = 120, 20, 2
_ONE_MORE = (Decimal(0), Decimal("0.01"), Decimal("0.1"), Decimal(1))
"""By so much a band may begin above the end of the one before it."""


class _Band(NamedTuple):
    """The limits of a band, None where it has no such, each with the words that tell it, by kind."""

    first: tuple[Words, Decimal] | None
    last: tuple[Words, Decimal] | None


def bands_apart(instrument: Instrument) -> Iterator[Counted]:
    """Yield where a band begins that does not begin where the one above it ends, if all others of its column
    or list do; one that begins too early only where others show that they are bands."""
    for column in _columns(instrument):
        for kind in ("pounds", "percent"):
            bands = [_band(words, kind) for words in column]
            pairs = [
                (one, after) for one, after in pairwise(bands) if one and after and one.last and after.first
            ]
            apart = [found for one, after in pairs if (found := _apart(one, after)) is not None]
            if len(apart) == 1 and (len(pairs) > 1 or apart[0].made < _value(apart[0])):
                yield apart[0]


def _value(found: Counted) -> Decimal:
    return decimal(found.stated.text) or Decimal(0)


def _apart(one: _Band, after: _Band) -> Counted | None:
    """Return where a band begins that does not begin where another ends."""
    if one.last is None or after.first is None:
        return None
    ends, (words, begins) = one.last[1], after.first
    further = (Decimal(0),) if _ABOVE_IT.search(words.shortly_before(_SHORTLY)) else _ONE_MORE
    upwards = _ends(after) > ends and begins > (one.first[1] if one.first else 0)
    if upwards and begins - ends not in further and ends / 2 <= begins <= ends * 2:
        return Counted(words, ends, (one.last[0],))
    return None


def _ends(band: _Band) -> Decimal:
    """Return where a band ends, without end if it has none."""
    return band.last[1] if band.last else Decimal("Infinity")


def _columns(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield short cells that stand below each other, and the items of lists."""
    columns: dict[tuple[int, int], list[tuple[int, Words]]] = defaultdict(list)
    for place in instrument.places:
        if place.role == "cell" and len(place.passage.words) <= _LONGEST:
            columns[id(place.table), place.column].append((place.row, whole(place.passage)))
    for cells in columns.values():
        run: list[tuple[int, Words]] = []
        for row, words in cells:
            if run and row != run[-1][0] + 1:
                yield [one for _, one in run]
                run = []
            run.append((row, words))
        yield [one for _, one in run]
    for one in lists_of(instrument):
        if len(one.items) >= _FEWEST:
            yield [
                Words(
                    item.passage,
                    item.passage.typed,
                    min(len(item.passage.text), item.passage.typed + _LONGEST),
                )
                for item in one.items
            ]


def _band(words: Words, kind: str) -> _Band | None:
    """Return the only band of a kind that some words tell."""
    if not _DIGIT.search(words.text) or _ANOTHER.search(words.text):
        return None
    found = _told(words, _FROM_TO, kind)
    if found:
        return found[0] if len(found) == 1 else None
    beyond, up_to = _told(words, _BEYOND, kind), _told(words, _UP_TO, kind)
    if len(beyond) + len(up_to) != 1:
        return None
    return (beyond or up_to)[0]


def _told(words: Words, way: re.Pattern[str], kind: str) -> list[_Band]:
    text = words.passage.text
    bands = []
    for found in way.finditer(text, words.start, words.end):
        told = found.groupdict()
        pounds = bool(told.get("first_pounds") or told.get("last_pounds"))
        per_cent = bool(told.get("first_per") or told.get("last_per"))
        if (kind == "pounds") != pounds or (kind == "percent") != per_cent:
            continue
        limits = []
        for name in ("first", "last"):
            value = decimal(told[name]) if told.get(name) else None
            limits.append((words.part(*found.span(name)), value) if value is not None else None)
        bands.append(_Band(*limits))
    return bands
