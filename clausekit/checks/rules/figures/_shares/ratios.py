"""Ratios by which something is shared: "60:40", "60/40", "40:35:25"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.figures._tables.sheets import words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?[ ]?%?"
_RATIO = pattern(
    rf"(?<![\w.,:/£–-]){_NUMBER}(?:(?P<gap>[ ]?)(?P<mark>[:/–-])(?P=gap){_NUMBER})"
    rf"(?:(?P=gap)(?P=mark)(?P=gap){_NUMBER}){{0,2}}(?![\w/:%–-]|\.\d)"
)
_AS = pattern(
    rf"\b(?:as|ratio(?:[ ]of)?|proportions?(?:[ ]of)?)[ ](?P<ratio>{_NUMBER}[ ]to[ ]{_NUMBER}"
    rf"(?:[ ]to[ ]{_NUMBER})?)(?![\w/:%–-]|\.\d)"
)
_SHARED = pattern(
    r"\b(?:shar(?:es?|ed|ing)|split|divid(?:es?|ed)|apportion(?:s|ed|ment)?|borne|bears?|met|fund(?:s"
    r"|ed)?|paid|pays?"
    r"|allocated|distributed|returned|contributed?|ratios?|proportions?|basis|rata)\b[^.;:£\d]{0,60}$",
    re.IGNORECASE,
)
_AS_BASIS = pattern(
    r"[ ](?:basis|split|ratio|share|shares|shared|apportionment|between|by|in favour)\b", re.IGNORECASE
)
_OF_SHARES = pattern(
    r"\b(?:shares?|split|ratio|proportions?|apportion\w*|risk)\b|[a-z][ ]?[:/][ ]?[a-z]", re.IGNORECASE
)
_LEAST, _MOST = Decimal(80), Decimal(125)
_SMALLEST = Decimal(5)
_WHOLE = Decimal(100)
_FEW = 2
"""Of more ratios all but one tell what the one is."""


def ratios_not_whole(text: Words) -> Iterator[tuple[Words, Decimal]]:
    """Yield the ratios of a sentence by which something is shared and that do not make 100, with what they
    make. "3:2" or "1:8" are ratios of another kind, and "10:45" is a time."""
    ratios = list(_RATIO.finditer(text.passage.text, text.start, text.end))
    whole = sum(sum(_parts(match[0])) == _WHOLE for match in ratios)
    among_others = len(ratios) > _FEW and whole == len(ratios) - 1
    for match in ratios:
        made = _made(match[0])
        at = text.part(match.start(), match.end())
        said = among_others or _SHARED.search(at.shortly_before(90)) or _AS_BASIS.match(at.after)
        if made is not None and said:
            yield at, made
    for match in _AS.finditer(text.passage.text, text.start, text.end):
        made = _made(match["ratio"])
        at = text.part(*match.span("ratio"))
        if made is not None and _SHARED.search(at.shortly_before(90)):
            yield at, made


def ratio_cells(grid: Grid) -> Iterator[tuple[Words, Decimal]]:
    """Yield the one ratio of a column of them that does not make 100, with what it makes."""
    for column, head in enumerate(grid.heads):
        ratios = [
            cell for _, cell in grid.column(column) if cell.words is not None and _RATIO.fullmatch(cell.text)
        ]
        wrong = [cell for cell in ratios if sum(_parts(cell.text)) != _WHOLE]
        if len(wrong) == 1 and (len(ratios) > 1 or _OF_SHARES.search(head)):
            made = _made(wrong[0].text)
            if made is not None:
                yield words_of(wrong[0]), made


def _made(ratio: str) -> Decimal | None:
    """Return what a ratio makes if it is one of parts of 100 that misses that."""
    parts = _parts(ratio)
    made = sum(parts, Decimal(0))
    near = _LEAST <= made <= _MOST and made != _WHOLE and min(parts) >= _SMALLEST
    return made if near else None


def _parts(ratio: str) -> list[Decimal]:
    return [Decimal(number) for number in re.findall(r"\d{1,2}(?:\.\d{1,2})?", ratio)]
