"""Dates from which and to which something lasts, as a text or a table gives them."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.figures import Date
from clausekit.checks.instrument.grids import Grid
from clausekit.patterns import pattern
from clausekit.reading import Passage

WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?[ ])?"
"""What may stand before any date."""
_TO = pattern(
    r"[ ,]*(?:\([^()]{1,60}\)[ ,]*)?(?:inclusive[ ])?[(]?(?:up[ ])?(?:to|until|till|through|[-–—])"
    r"(?:[ ](?:and[ ])?(?:including|inclusive(?:[ ]of)?|the[ ]end[ ]of|midnight[ ]on|midnight"
    rf"|\d\d[.:]\d\d[ ]on))*[ ]?(?:the[ ])?{WEEKDAY}"
)
START_DAY = r"(?:commencement|start|effective|appointed|operative|opening|go-live) (?:date|day)"
"""What the day on which an instrument begins is called, in small letters."""
_FROM_START = pattern(rf"\bfrom (?:and including )?the {START_DAY}({_TO.pattern})$", re.IGNORECASE)
_BETWEEN = pattern(r"\bbetween[ ]$", re.IGNORECASE)
_AND = pattern(rf"[ ]and[ ]{WEEKDAY}")
_BEGINS = pattern(
    r"\b(?:from|commenc\w+|begin\w*|began|begun|start\w*|ran|opened|takes? effect|took effect|has effect"
    r"|with effect)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_AND_ENDS = pattern(
    r"[^.;]{0,80}\b(?:end(?:s|ed)?|ending|expir(?:es?|y|ing)|laps(?:es?|ing)|continues?|continuing|terminat(?:es?|ing)|runs?"
    r"|finish(?:es|ed)?|completed?|concluded?|closed?)\b"
    r"(?:[ ][a-z]+){0,7}[ ](?:on|in|until|to|at|of|with|by|before)"
    r"(?:[ ](?:and[ ]including|the[ ]end[ ]of|midnight[ ]on))*"
    rf"[ ](?:the[ ])?{WEEKDAY}",
    re.IGNORECASE,
)
_THEN_ENDS = pattern(
    r"(?:[ ]\([^()]{1,60}\))?\.[ ](?:It|This (?:agreement|memorandum|protocol|deed))[ ]"
    r"(?:(?:shall|will|is to|then)[ ])?"
    r"(?:ends?|expires?|lapses?|finishes|runs?|lasts?|continues?|comes? to an end)"
    r"(?:[ ](?:on|to|at|until|and including|the end of)){1,3}"
    rf"[ ](?:the[ ])?{WEEKDAY}",
    re.IGNORECASE,
)
"""How the next sentence says when that ends which one says begins: "(the Start Date). It ends on"."""
_START = pattern(r"\b(?:commence\w*|start\w*|effective|begins?|from)\b(?:.{0,20}\bdate\b)?", re.IGNORECASE)
_END = pattern(
    r"\b(?:(?:expir\w+|end|ends|finish\w*|termination|completion|clos(?:e|ing))(?:[ ]date)?|to|until)\b",
    re.IGNORECASE,
)
_STARTS_HEAD = pattern(
    r"(?:[\w’-]+ ){1,4}(?:begins?|began|starts?|started|commences?|commenced|start date|starts? on|from)",
    re.IGNORECASE,
)
_ENDS_HEAD = pattern(
    r"(?:[\w’-]+ ){1,4}(?:ends?|ended|expires?|expiry|finishe?s?|end date|expiry date|ends? on|to|until)",
    re.IGNORECASE,
)
"""How columns are headed that say when something begins, and when it ends: "Main contract begins"."""
_INSTRUMENT = (
    r"\b[Tt]h(?:is|e)[ ](?:[A-Z]?[a-z]+[ ]){0,2}"
    r"(?:[Aa]greement|[Mm]emorandum|MoU|MOU|SLA|[Pp]rotocol|[Dd]eed|[Ll]icence|[Ll]ease)"
)
_RUNS = (
    r"(?:runs?|applies|(?:is|be)[ ]in[ ]force|(?:has|have)[ ]effect"
    r"|(?:covers|is[ ]for)[ ]the[ ]period)"
)
_TERM_IS = (
    r"\b(?:[Tt]he|[Ii]ts)[ ](?:[Ii]nitial[ ])?(?:[Tt]erm|[Pp]eriod|[Dd]uration)[ ]of[ ]this[ ]"
    r"(?:[Aa]greement|[Mm]emorandum|MoU|SLA|[Pp]rotocol|[Dd]eed|[Ll]icence)[ ]"
    r"(?:is|runs|shall[ ]be|will[ ]be|lasts)"
)
_STARTS_ON = pattern(
    _INSTRUMENT + r"[ ](?:(?:shall|will)[ ])?(?:(?:commences?|begins?|starts?|takes?[ ]effect|comes?[ ]into"
    r"[ ](?:force|effect)|began|started|commenced|is[ ]effective)[ ](?:on|from)|(?:be[ ])?"
    rf"{_RUNS}[ ](?:from|on))[ ](?:and[ ]including[ ])?$"
    rf"|{_TERM_IS}[ ](?:[^.;]{{2,40}}[ ])?from[ ]$"
)
_DAY_TERM = pattern(r"(?:[Tt]he )?(?:[A-Z][\w-]+ ){1,3}(?:Date|Day)")
_STARTS_ON_THE = pattern(
    _INSTRUMENT + r"[ ](?:(?:shall|will)[ ])?(?:commences?|begins?|starts?|takes?[ ]effect|comes?[ ]into"
    r"[ ](?:force|effect|operation)|has[ ]effect)[ ](?:on|from)[ ](?:and[ ]including[ ])?(?:the[ ])?$"
)
_ENDS_ON = pattern(
    r"(?<![Uu]nder )" + _INSTRUMENT + r"[ ](?:(?:shall|will|would|(?:is|was)[ ](?:due[ ])?to)[ ])?"
    rf"(?:(?:starts?|begins?|commences?|takes?[ ]effect|{_RUNS})[ ](?:[^.;]|\.(?=\d)){{0,120}}?"
    r"(?:[ ]and[ ](?:(?:shall|will)[ ])?(?:expires?|ends?|comes?[ ]to[ ]an[ ]end)[ ]"
    r"(?:on|at[ ]the[ ]end[ ]of)|[ ](?:to|until)|,?[ ](?:so[ ])?ending[ ]on)"
    r"(?:[ ]and[ ]including)?(?:[ ]the[ ]end[ ]of)?(?:[ ]the)?"
    r"|(?:expires?|ends?|comes?[ ]to[ ]an[ ]end)[ ](?:on|at[ ]the[ ]end[ ]of))[ ]$"
    rf"|{_TERM_IS}[ ](?:[^.;]{{2,60}}[ ])?(?:to|until)[ ]$"
)
_STARTS_ROW = pattern(
    r"(?:starts?|begins?|commence(?:s|ment)|from|effective)(?: date| on| from)?"
    r"|(?:commencement|start) of (?:the )?\w+",
    re.IGNORECASE,
)
_ENDS_ROW = pattern(
    r"(?:ends?|expires|expiry|to|until|finish(?:es)?)(?: date| on)?|(?:end|expiry) of (?:the )?\w+",
    re.IGNORECASE,
)
"""How rows are headed that say when something begins and ends, one below the other."""
_PAIR = 2
_LONGEST_CLAUSE = 180
_START_IS = pattern(
    r"\b(?:Commencement|Start|Effective)[ ]Date(?:[ ]of[ ]this[ ][A-Z]\w+)?(?:[ ](?:is|shall[ ]be"
    r"|will[ ]be)|:)[ ]$"
)
_END_IS = pattern(
    r"\b(?:Expiry|End|Termination)[ ]Date(?:[ ]of[ ]this[ ][A-Z]\w+)?(?:[ ](?:is|shall[ ]be|will[ ]be)|:)[ ]$"
)
_START_TERM = pattern(r"(?:commencement|start|effective) date", re.IGNORECASE)
_TERM = pattern(r"(?:Initial |Original |First |Fixed |Contract |Grant |Agreement |Funding )?(?:Term|Period)")
_TERM_ENDS = pattern(
    r"\b(?:ends?|ending|expir\w+|until|till|to|through)"
    r"(?: (?:on|at|the|end|of|and|including|midnight)){0,5} $",
    re.IGNORECASE,
)
_CONTINUES_UNTIL = pattern(
    r"\b[Tt]h(?:e|is|ese)[ ](?:[A-Z]?[a-z]+[ ]){0,2}(?:[Aa]rrangements|[Aa]greement|[Pp]artnership)[ ]"
    r"[^.;]{0,120}\b(?:continues?|lasts?|runs?|remains? in force)[ ]for[ ](?:an?|the)[ ](?:\w+[ ]){0,2}"
    r"(?:term|period)[ ]of[ ][^.;,]{3,30},?[ ](?:expiring|ending)[ ]on[ ]$"
)
_END_TERM = pattern(r"(?:expiry|end|expiration|termination|final) date", re.IGNORECASE)


class Range(NamedTuple):
    """Two dates of which the second ends what the first begins, and the words between them ("" in a
    table or in two definitions)."""

    first: Date
    last: Date
    between: str = ""


def ranges(instrument: Instrument) -> Iterator[Range]:
    """Yield the ranges: those in a sentence, those in a row of a table, those of two definitions."""
    by_passage = dates_by_passage(instrument)
    for passage, dates in by_passage.items():
        yield from _in_text(passage, dates)
    for grid in instrument.grids:
        yield from _in_grid(grid, by_passage)
        yield from _in_two_rows(grid, by_passage)
    yield from _in_definitions(instrument, by_passage)
    yield from _from_commencement(instrument, by_passage)


def dates_by_passage(instrument: Instrument) -> dict[Passage, list[Date]]:
    """Return the dates of each passage that has some."""
    found: dict[Passage, list[Date]] = {}
    for one in instrument.dates:
        found.setdefault(one.at.passage, []).append(one)
    return found


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of(first: date, months: int) -> date:
    """Return the last day of a period of some months that begins on a day.

    >>> end_of(date(2026, 4, 1), 12)
    datetime.date(2027, 3, 31)
    """
    return add_months(first, months) - timedelta(days=1)


def _in_text(passage: Passage, dates: Sequence[Date]) -> Iterator[Range]:
    for first, last in pairwise(dates):
        between = passage.text[first.at.end : last.at.start]
        before = first.at.shortly_before(60)
        if (
            _TO.fullmatch(between)
            or (_AND.fullmatch(between) and _BETWEEN.search(before))
            or ((_AND_ENDS.fullmatch(between) or _THEN_ENDS.fullmatch(between)) and _BEGINS.search(before))
        ):
            yield Range(first, last, between)


def is_to(between: str) -> bool:
    """Tell whether the words between two dates say that the second ends what the first begins."""
    return _TO.fullmatch(between) is not None


def _in_grid(grid: Grid, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    """Yield the ranges of rows with a column for the start and one for the end."""
    starts = [
        column
        for column, head in enumerate(grid.heads)
        if _START.fullmatch(head.strip()) or _STARTS_HEAD.fullmatch(head.strip())
    ]
    ends = [
        column
        for column, head in enumerate(grid.heads)
        if _END.fullmatch(head.strip())
        or _END_TERM.fullmatch(head.strip())
        or _ENDS_HEAD.fullmatch(head.strip())
    ]
    if len(starts) != 1 or len(ends) != 1:
        return
    for row in grid.rows[grid.header_rows :]:
        found = [
            dates.get(cell.words.passage, ())
            for column in (starts[0], ends[0])
            if column < len(row) and (cell := row[column]) is not None and cell.words is not None
        ]
        if len(found) == 2 and all(len(each) == 1 for each in found):
            yield Range(found[0][0], found[1][0])


def _in_two_rows(grid: Grid, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    """Yield the range of two rows that follow each other, "Starts | 1 April 2026", "Ends | 31 March 2028"."""
    for first, last in pairwise(row for row in grid.rows if len(row) == _PAIR):
        begins, ends = (row[0].text.strip() if row[0] else "" for row in (first, last))
        if not (_STARTS_ROW.fullmatch(begins) and _ENDS_ROW.fullmatch(ends)):
            continue
        found = [
            dates.get(cell.words.passage, ()) if (cell := row[1]) and cell.words else ()
            for row in (first, last)
        ]
        if all(len(each) == 1 for each in found):
            yield Range(found[0][0], found[1][0])


def _from_commencement(instrument: Instrument, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    """Yield the ranges that begin on the Commencement Date, where that is defined as a date."""
    start = commencement(instrument)
    if start is None:
        return
    for passage, found in dates.items():
        for last in found:
            words = _FROM_START.search(passage.text, max(0, last.at.start - 160), last.at.start)
            if words and last is not start:
                yield Range(start, last, words[1])


def _in_definitions(instrument: Instrument, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Range]:
    starts, ends = ([one for _, one in dates_of_terms(instrument, term)] for term in (_START_TERM, _END_TERM))
    starts, ends = starts or _said(dates, _START_IS), ends or _said(dates, _END_IS)
    if len(starts) == 1 and len(ends) == 1:
        yield Range(starts[0], ends[0])


def _said(dates: Mapping[Passage, Sequence[Date]], words: re.Pattern[str]) -> list[Date]:
    """Return the dates before which a text says "The Commencement Date is"."""
    return [one for found in dates.values() for one in found if words.search(one.at.shortly_before(60))]


def dates_of_terms(instrument: Instrument, term: re.Pattern[str]) -> Iterator[tuple[Definition, Date]]:
    """Yield the terms of a kind that are defined as one date, with that."""
    dates = dates_by_passage(instrument)
    for definition in instrument.definitions:
        if term.fullmatch(definition.term) and not definition.scope:
            inside = dates_in(definition, dates)
            if len(inside) == 1:
                yield definition, inside[0]


def dates_in(definition: Definition, dates: Mapping[Passage, Sequence[Date]]) -> list[Date]:
    """Return the dates of what a definition says; in a table that stands in a cell of its own."""
    meaning = definition.meaning
    if definition.kind == "table" and not any(map(str.isalpha, meaning.text)):
        others = (passage for passage in definition.passages if passage is not definition.at.passage)
        return [one for passage in others for one in dates.get(passage, ())]
    return [one for one in dates.get(meaning.passage, ()) if one.at.overlaps(meaning)]


def commencement(instrument: Instrument) -> Date | None:
    """Return the date on which the instrument begins: as it is defined, or as its clause on its term says."""
    return _only_one(instrument, _START_TERM, _STARTS_ON) or instrument.once(_day_of_its_start)


def _day_of_its_start(instrument: Instrument) -> Date | None:
    """Return the date of the one term on which the instrument says that it begins: "This Agreement shall take
    effect on the Appointed Day"."""
    dates = dates_by_passage(instrument)
    found = {
        inside[0].value: inside[0]
        for definition, uses in instrument.uses_of.items()
        if _DAY_TERM.fullmatch(definition.term)
        for use in uses
        if _STARTS_ON_THE.search(use.at.shortly_before(_LONGEST_CLAUSE))
        if len(inside := dates_in(definition, dates)) == 1 and inside[0].value
    }
    return next(iter(found.values())) if len(found) == 1 else None


def expiry(instrument: Instrument) -> Date | None:
    """Return the date on which the instrument ends, as defined, as a clause says or as its term does."""
    return _only_one(instrument, _END_TERM, _ENDS_ON) or _end_of_its_term(instrument)


def _end_of_its_term(instrument: Instrument) -> Date | None:
    """Return the date on which the "Initial Term" ends, where its definition gives one, or the clause by
    which the arrangements continue for it."""
    dates = dates_by_passage(instrument)
    found = [
        one
        for definition in instrument.definitions
        if _TERM.fullmatch(definition.term) and not definition.scope
        for one in dates_in(definition, dates)
        if _TERM_ENDS.search(one.at.shortly_before(_LONGEST_CLAUSE))
    ] or _told(instrument, _CONTINUES_UNTIL)
    return found[0] if len(found) == 1 and found[0].value is not None else None


def terms_defined(instrument: Instrument) -> list[Range]:
    """Return the ranges that the definition of the term of the instrument gives."""
    dates = dates_by_passage(instrument)
    return [
        one
        for definition in instrument.definitions
        if _TERM.fullmatch(definition.term) and not definition.scope
        for one in _in_text(definition.meaning.passage, dates.get(definition.meaning.passage, ()))
    ]


def commencements_told(instrument: Instrument) -> list[Date]:
    """Return the dates on which a clause says that the instrument begins."""
    return _told(instrument, _STARTS_ON)


def expiries_told(instrument: Instrument) -> list[Date]:
    """Return the dates on which a clause says that the instrument ends."""
    return _told(instrument, _ENDS_ON)


def _told(instrument: Instrument, clause: re.Pattern[str]) -> list[Date]:
    return [
        one
        for one in instrument.dates
        if instrument.place_of[one.at.passage].role == "text"
        and clause.search(one.at.shortly_before(_LONGEST_CLAUSE))
    ]


def _only_one(instrument: Instrument, term: re.Pattern[str], clause: re.Pattern[str]) -> Date | None:
    found = [one for _, one in dates_of_terms(instrument, term)] or _told(instrument, clause)
    values = {one.value for one in found}
    return found[0] if len(values) == 1 and None not in values else None


def is_before(last: Date, first: Date) -> bool:
    """Tell whether a last day is before the first, as far as both are told: a month may have no day."""
    if first.impossible or last.impossible or not (first.year and last.year):
        return False
    if first.value is not None and last.value is not None:
        return last.value < first.value
    return (last.year, last.month) < (first.year, first.month)
