"""What an instrument of its kind has to say and does not.

The points are kept in ``clausekit/checks/data/contents.tsv``, whose head says what each column means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, hit
from clausekit.checks.rules._shared.data import table
from clausekit.checks.rules._shared.law import several
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_SURE = 0.9
"""So sure must the kind be: the file or the title says it."""

_WHOLE: Mapping[str, int] = {
    "section-75-agreement": 20,
    "public-cooperation-agreement": 15,
    "information-sharing-agreement": 10,
    "memorandum-of-understanding": 10,
    "memorandum-of-agreement": 10,
    "information-sharing-protocol": 6,
    "terms-of-reference": 8,
    "heads-of-terms": 6,
    "deed-of-variation": 4,
}
"""So many headings at least has a whole instrument of a kind; one with fewer may be an extract."""

_TITLES_OF_REFERENCES = pattern(
    r"\b((?:[Cc]lause|[Ss]chedule|[Pp]aragraph|[Pp]art|[Ss]ection)s? [\w.()]+) ?\([A-Z][^()]{2,80}\)"
)
_DENIED = pattern(
    r"\b(?:no|without an?|not (?:be |establish |maintain |create |have |set up |keep |make )?(?:an?|any))\s$",
    re.IGNORECASE,
)


class Point(NamedTuple):
    """A point that an instrument has to deal with; the columns are those of the data."""

    what: str
    force: str
    where: str
    headings: str
    words: str
    authority: str


class _Texts(NamedTuple):
    """What an instrument says, for the search of points: headings and text of the body, and of schedules.

    ``headings`` are those of clauses and of whole schedules; definitions are in ``aside``, for a term does
    not settle anything.
    """

    headings: str
    body: str
    aside: str


@cache
def points(kind: str) -> tuple[Point, ...]:
    """Return the points that an instrument of a kind has to deal with."""
    return tuple(
        Point(
            line["what"],
            line["force"],
            line["where"],
            line["headings"],
            line["words"],
            line["authority"],
        )
        for line in table("contents.tsv")
        if kind in line["kind"].split()
    )


@cache
def _pattern(cell: str) -> re.Pattern[str]:
    """Return what matches words of a cell: the beginnings of words, or whole ones with capitals."""
    small = [re.escape(one) for one in several(cell) if one == one.lower()]
    as_written = [rf"{re.escape(one)}\b" for one in several(cell) if one != one.lower()]
    ways = [*as_written, f"(?i:{'|'.join(small)})"] if small else as_written
    return pattern(rf"\b(?:{'|'.join(ways)})")


def lacking(instrument: Instrument, force: str) -> Iterator[Hit]:
    """Yield one hit, on the title, that tells the points of some force which an instrument leaves open.

    Of force "advised" are also those which may be dealt with in some other place, and all of an instrument
    that may be an extract.
    """
    missing = [point for point, told_as in instrument.once(_missing) if told_as == force]
    if missing:
        whats = "; nor ".join(point.what for point in missing)
        reasons = dict.fromkeys(point.authority for point in missing if point.authority != "usage")
        why = f" It is asked for by {' and '.join(reasons)}." if reasons else ""
        words = title(instrument)
        yield hit(
            words,
            f"“{' '.join(words.text.split())}” does not say {whats}.",
            f"Add what is missing, or say where it stands.{why}",
            confidence="likely",
        )


def title(instrument: Instrument) -> Words:
    """Return the title of an instrument, or its first words."""
    name = re.compile(instrument.kind.name.replace("-", r"[\s-]"), re.IGNORECASE)
    begin = [place for place in instrument.places[:40] if place.passage.words.strip()]
    named = [
        place for place in begin if place.role in ("cover", "heading") and name.search(place.passage.words)
    ]
    return whole((named or begin)[0].passage)


def is_whole(instrument: Instrument) -> bool:
    """Tell whether an instrument is of a sure kind and all there, not an extract or a fragment of one."""
    return _is_sure(instrument) and _headings(instrument) >= _WHOLE[instrument.kind.name]


def _is_sure(instrument: Instrument) -> bool:
    """Tell whether the kind is sure, and at least half of such an instrument is there."""
    least = _WHOLE.get(instrument.kind.name, 0)
    sure = least and instrument.kind.confidence >= _SURE and instrument.reading.structured
    return bool(sure) and 2 * _headings(instrument) >= least


def _headings(instrument: Instrument) -> int:
    return sum(place.role == "heading" and not place.passage.division for place in instrument.places)


def _missing(instrument: Instrument) -> tuple[tuple[Point, str], ...]:
    """Return the points that are not dealt with, and with what force each is told."""
    if not _is_sure(instrument):
        return ()
    texts = _texts(instrument)
    return tuple(
        (point, point.force if _is_clear(point, texts, instrument) else "advised")
        for point in points(instrument.kind.name)
        if _matters(point, texts) and not _is_settled(point, texts)
    )


def _is_settled(point: Point, texts: _Texts) -> bool:
    return bool(_pattern(point.headings).search(texts.headings) or _pattern(point.words).search(texts.body))


def _is_clear(point: Point, texts: _Texts, instrument: Instrument) -> bool:
    """Tell whether a point that the body does not settle is not settled in some other place either."""
    return is_whole(instrument) and not _pattern(point.words).search(texts.aside)


def _matters(point: Point, texts: _Texts) -> bool:
    """Tell whether the text speaks of what the point is about, and does not say that there is none."""
    if not point.where:
        return True
    spoken_of = _pattern(point.where).finditer(texts.body)
    before = [texts.body[max(0, one.start() - 24) : one.start()] for one in spoken_of]
    return bool(before) and not any(map(_DENIED.search, before))


def _texts(instrument: Instrument) -> _Texts:
    headings: list[str] = []
    body: list[str] = []
    aside: list[str] = []
    for place in instrument.places:
        words = place.passage.words
        if "(" in words:
            words = _TITLES_OF_REFERENCES.sub(r"\1", words)
        if place.role == "heading":
            own = place.passage.heading == 1 or not place.passage.division
            (headings if own else aside).append(words)
        elif place.role in ("text", "cell", "note"):
            (aside if place.passage.division or place.definition else body).append(words)
    return _Texts("\n".join(headings), "\n".join(body), "\n".join(aside))
