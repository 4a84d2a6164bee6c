"""The years in the title of an instrument, "Agreement 2026–2029", against its first and its last day."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import commencement, expiry
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_YEARS = pattern(r"(?<![\d/])(?P<first>20\d\d)[ ]?(?:[–—-]|to)[ ]?(?P<last>20\d\d)(?![\d/])")
_OPENING = 12
"""The title, on a cover or above the text, stands among so many passages."""
_SPRING = 4
"""In the months before this one a financial year ends that began the year before."""


def title_years(instrument: Instrument) -> Iterator[tuple[Words, Date]]:
    """Yield the years of a title that begin in another year than the instrument, or end in another, with the
    day on which that begins or ends."""
    for place in instrument.places[:_OPENING]:
        titled = place.role == "cover" or (place.passage.heading == 1 and not place.passage.division)
        found = _YEARS.search(place.passage.text, place.passage.typed) if titled else None
        if found is None or place.passage in instrument.versions:
            continue
        words = Words(place.passage, *found.span())
        start, end = commencement(instrument), expiry(instrument)
        if start and start.value and int(found["first"]) not in _years_of(start):
            yield words, start
        elif end and end.value and int(found["last"]) not in _years_of(end):
            length = int(found["last"]) - int(found["first"])
            if not _lasts(length, end, instrument):
                yield words, end
        return


def _lasts(years: int, end: Date, instrument: Instrument) -> bool:
    """Tell whether the clause that ends an instrument gives it so many years: then its date is wrong, which
    CK-DATE-TERM tells."""
    return any(
        one.unit == "year" and one.count == years and one.at.passage is end.at.passage
        for one in instrument.periods
    )


def _years_of(day: Date) -> tuple[int, ...]:
    """Return the year of a day, and that in which its financial year began."""
    return (day.year, day.year - (day.month < _SPRING))
