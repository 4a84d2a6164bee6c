"""Shares of one whole that several sentences of a paragraph give, or a cell gives by name: "Council 49%, ICB
51%"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._sentences.portions import Portion, portions_in, with_portions
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_BY_NAME = pattern(
    r"(?:[A-Z][\w’&-]*(?: [A-Za-z][\w’&-]*){0,4}:? \(?\d{1,3}(?:\.\d{1,3})?[ ]?%\)?"
    r"(?:[,;/]? ?(?:and )?|$)){2,6}"
)
"""A cell that has nothing but bodies with their shares."""
_PAYS = r"\b(?:pays?|bears?|meets?|contributes?|funds?|finds?|gives?|takes?|owns?|receives?|provides?)"
_IS_SHARE = pattern(
    rf"{_PAYS}(?: (?:the (?:remaining|other)|as to))? $"
    r"|(?:,|;|,? and) the (?:[\w’-]+ ){1,5}?(?:the (?:remaining|other) )?$"
)
_OF_WHAT = pattern(r" of (?P<what>[^.,;:]{2,60})")
_SAME_WHOLE = pattern(r"(?:it|them|that|the (?:whole|total|same|cost|costs|rest)|that sum)\b")
_NOT_ALL = pattern(
    r"\b(?:up to|at least|at most|more than|less than|exceed\w*|within|first|next|then|thereafter|if|unless"
    r"|each|both|where|limit\w*|maximum|minimum|target|votes?|increas\w*|reduc\w*|uplift|inflation"
    r"|years? \w+ing|instead|interest|discount|otherwise|further|additional)\b",
    re.IGNORECASE,
)
_BY_EACH = pattern(
    r"(?:\bas to|\b(?:borne|paid|met|funded|split|shared|divided|financed)(?: for)?:?)[ ]"
    r"(?P<shares>\d{1,3}(?:\.\d+)?(?:%| per cent) by [\w ’-]{2,40}"
    r"(?:,? (?:and )?\d{1,3}(?:\.\d+)?(?:%| per cent) by [\w ’-]{2,40}){1,5})(?=[.;)]|$|,[ ]and\b)"
)
"""Shares of which each is borne by one, whatever that is called: "40% by the Council and 60% by a school"."""
_FEWEST = 3
_BEFORE = 70
_LEAST, _MOST = Fraction(90, 100), Fraction(112, 100)


def shares_by_name(instrument: Instrument) -> Iterator[tuple[list[Portion], Fraction]]:
    """Yield the shares that do not make the whole, with what they make."""
    kept = with_portions(instrument)
    for place in instrument.places:
        if place.passage not in kept:
            continue
        found = _in_cell(place) if place.role == "cell" else _in_paragraph(place, instrument)
        for portions in found:
            made = sum((one.value for one in portions), Fraction(0))
            if made != 1 and _LEAST <= made <= _MOST:
                yield portions, made


def _in_cell(place: Place) -> Iterator[list[Portion]]:
    words = place.passage.words.strip()
    if _BY_NAME.fullmatch(words):
        yield list(portions_in(place.passage, place.passage.typed, len(place.passage.text)))


def _in_paragraph(place: Place, instrument: Instrument) -> Iterator[list[Portion]]:
    """Yield the shares that are listed with who bears each, and those of sentences that follow each other."""
    for found in _BY_EACH.finditer(place.passage.text, place.passage.typed):
        if not _NOT_ALL.search(found["shares"]):
            yield list(portions_in(place.passage, *found.span("shares")))
    sentences = list(instrument.sentences_of(place.passage))
    shares = {one: list(portions_in(one.passage, one.start, one.end)) for one in sentences}
    for some, run in groupby(sentences if len(sentences) > 1 else (), key=lambda one: bool(shares[one])):
        told = list(run) if some else []
        portions = [one for sentence in told for one in shares[sentence]]
        if len(told) > 1 and len(portions) >= _FEWEST and _are_of_one(told, portions):
            yield portions


def _are_of_one(told: Sequence[Words], portions: Sequence[Portion]) -> bool:
    """Tell whether portions are shares of the same: only the first tells of what, or each of the same."""
    if any(_NOT_ALL.search(one.text) for one in told):
        return False
    wholes = [_OF_WHAT.match(one.at.after) for one in portions]
    first = wholes[0]["what"] if wholes[0] else ""
    others = [one["what"] for one in wholes[1:] if one]
    same = all(one.startswith(first or " ") or _SAME_WHOLE.match(one) for one in others)
    return same and all(_IS_SHARE.search(one.at.shortly_before(_BEFORE)) for one in portions)
