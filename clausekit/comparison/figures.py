"""Figures that changed: money, percentages, periods and dates, each found as a whole in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from clausekit.comparison.changes import Found
from clausekit.comparison.edits import Edit, FigureChange, FigureKind
from clausekit.comparison.spots import Spot

_NUMBER = (
    r"(?:\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
    r"|twenty|twenty-one|twenty-eight|thirty|sixty|ninety)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_UNIT = r"(?:hour|day|week|fortnight|month|quarter|year)"
_FIGURE = re.compile(
    rf"""
    (?P<money>[£€$]\s?\d[\d,]*(?:\.\d+)?(?:\s?(?:k|m|bn|thousand|million|billion)\b)?)
    |(?P<percentage>\b\d[\d,]*(?:\.\d+)?\s?(?:%|per\ cent\b|percent\b))
    |(?P<date>
        \b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:\s\d{{4}})?\b
        |\b\d{{4}}-\d\d-\d\d\b
        |\b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b
        |\b{_MONTH}\s\d{{4}}\b)
    |(?P<period>
        \b{_NUMBER}\s(?:\(\w+\)\s)?(?:(?:working|business|clear|calendar|consecutive)\s)?{_UNIT}s?\b
        |\b(?:19|20)\d\d\s?[/–-]\s?(?:\d{{4}}|\d\d)\b)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LONGEST = 120
"""No figure has more characters; so far around a change they are sought."""


def figure_changes(edits: Iterable[tuple[Edit, Found]]) -> tuple[FigureChange, ...]:
    """Return the figures that changed, in the order of the edits.

    A figure of an edit that is on both sides did not change. Where the value of a parameter stands in many
    places it is told once.
    """
    told: set[tuple[str, str, str, str]] = set()
    changes: list[FigureChange] = []
    for edit, found in edits:
        place = edit.new or edit.old
        for kind, old, new in _pairs(_figures(found.old), _figures(found.new)):
            source = edit.cause.name if edit.cause.kind == "parameter" else str(edit.id)
            if place and (kind, old, new, source) not in told:
                told.add((kind, old, new, source))
                changes.append(FigureChange(kind, old, new, place, edit.id))
    return tuple(changes)


def _figures(spot: Spot | None) -> list[tuple[FigureKind, str]]:
    """Return the figures that a stretch of text has, or has a part of."""
    if spot is None:
        return []
    around = (max(0, spot.start - _LONGEST), spot.end + _LONGEST)
    return [
        (kind, " ".join(match[0].split()))
        for match in _FIGURE.finditer(spot.text, *around)
        if match.start() < spot.end and spot.start < match.end()
        if (kind := _kind(match))
    ]


def _kind(match: re.Match[str]) -> FigureKind:
    kinds: tuple[FigureKind, ...] = ("money", "percentage", "date", "period")
    return next(kind for kind in kinds if match[kind])


def _pairs(
    olds: list[tuple[FigureKind, str]], news: list[tuple[FigureKind, str]]
) -> Iterator[tuple[FigureKind, str, str]]:
    """Yield the figures of each kind that differ, in turn; a figure without another has "" beside it."""
    gone, come = Counter(olds) - Counter(news), Counter(news) - Counter(olds)
    for kind in dict.fromkeys(kind for kind, _ in (*olds, *news)):
        before = [text for each, text in gone.elements() if each == kind]
        after = [text for each, text in come.elements() if each == kind]
        for place in range(max(len(before), len(after))):
            yield (
                kind,
                before[place] if place < len(before) else "",
                after[place] if place < len(after) else "",
            )
