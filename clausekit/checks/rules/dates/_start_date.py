"""The day on which an instrument or its service starts, as a term defines it: too early by a year or more, or
another day of the week than the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import commencements_told, dates_of_terms
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE_TERM = pattern(r"(?:[A-Z][\w-]+ ){1,3}(?:Date|Day)")
_STARTS = pattern(r"(?:Commencement|Start|Starting|Opening|Go-Live|Go-live|Effective|Launch) (?:Date|Day)")
_IS_A_DAY = pattern(
    rf",? (?:\()?(?:which|that) (?:is|falls on|will be)(?: on)? (?:an? )?(?P<day>{'|'.join(_DAYS)})\b"
    rf"|,? \((?:an? )?(?P<in_brackets>{'|'.join(_DAYS)})\)"
)
_RUNS_FROM = pattern(
    r"\b[Tt]h(?:is|e) (?:[A-Z]?[a-z]+ ){0,2}(?:[Aa]greement|[Mm]emorandum|MoU|MOU|[Dd]eed|[Pp]rotocol)"
    r"(?: of [Uu]nderstanding)? (?:runs|lasts|continues|is|(?:will|shall) (?:run|last)|has effect)"
    r" (?:for [^.;,]{3,40} )?from (?:and including )?$"
)
_MOST_OF_A_YEAR = timedelta(days=300)


def on_another_weekday(instrument: Instrument) -> Iterator[tuple[Words, Date, str]]:
    """Yield what is said of the weekday of a term for a date that is on another one, with that date."""
    terms = {one.term: day for one, day in dates_of_terms(instrument, _DATE_TERM)}
    for use in instrument.uses if terms else ():
        day = terms.get(use.definition.term)
        said = _IS_A_DAY.match(use.at.shortly_after(60)) if day else None
        if said is None or day is None or day.value is None:
            continue
        name, right = said["day"] or said["in_brackets"], _DAYS[day.value.weekday()]
        if name != right:
            group = "day" if said["day"] else "in_brackets"
            start = use.at.end
            yield use.at.part(start + said.start(group), start + said.end(group)), day, right


def starts_a_year_early(instrument: Instrument) -> Iterator[tuple[Date, Date]]:
    """Yield the day of a term for the start that is a year or more before the day from which the instrument
    is told to run, with that."""
    told = [*commencements_told(instrument), *(one for one in instrument.dates if _runs_from(one))]
    values = {one.value for one in told}
    if len(values) != 1:
        return
    for _, day in dates_of_terms(instrument, _STARTS):
        own = told[0].value
        if own and day.value and own - day.value > _MOST_OF_A_YEAR:
            yield day, told[0]


def _runs_from(one: Date) -> re.Match[str] | None:
    return _RUNS_FROM.search(one.at.shortly_before(120))
