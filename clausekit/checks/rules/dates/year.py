"""CK-DATE-YEAR: a financial year that is none, or that is not the year of the dates beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date, Years
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.dates._last_year import ranges_left_behind, years_at_two_heads, years_left_behind
from clausekit.checks.rules.dates._numbered_years import years_out_of_count
from clausekit.checks.rules.dates._ranges import commencement, dates_by_passage, is_to, ranges
from clausekit.checks.rules.dates._rows_of_years import years_in_two_rows
from clausekit.checks.rules.dates._tables_of_a_year import first_years_of_none, out_of_the_year
from clausekit.checks.rules.dates._title_years import title_years
from clausekit.checks.rules.dates._years_in_turn import years_out_of_turn
from clausekit.checks.rules.dates._years_of_the_term import years_beside_the_term
from clausekit.patterns import pattern
from clausekit.reading import Passage

_BETWEEN_YEAR_AND_DATE = pattern(
    r"[ ,”\"]*(?:[(]|(?<=,[ ])(?=beginning|starting|commencing)"
    r"|(?<=\d )(?=runs|begins|starts|commences)|(?:means|being|that is|i\.e\.|is the"
    r"|(?:financial )?(?:year|period)[ ,]+(?=begin|start"
    r"|commenc|run|from))[ ,]*)"
    r"(?:(?:that is|being|i\.e\.|accordingly|for|the|period|year|of|twelve|12|months|financial|beginning"
    r"|begins|starting|starts|commencing"
    r"|commences|running|runs|from|on)\b[ ,]*){0,8}",
    re.IGNORECASE,
)
_BETWEEN_YEAR_AND_ITS_END = pattern(
    r"[ ,”\"]*[(]?(?:(?:that is|being|i\.e\.|means|accordingly|the|period|year|of|twelve|12|months|financial"
    r"|which)\b[ ,]*){0,8}(?:ending|ended|ends|to|up to|until)(?:[ ](?:on|at|the end of))*[ ]",
    re.IGNORECASE,
)
_ENDS = pattern(
    r"\b(?:year|months|period)\b[^.;]{0,12}[ ](?:to|until|up to|ending|ended|ends)(?:[ ](?:on|with"
    r"|at))*[ ](?:the[ ])?$|\b1[ ]April(?:[ ]20\d\d)?[ ](?:to|until)[ ]$",
    re.IGNORECASE,
)
_BETWEEN_DATE_AND_YEAR = pattern(
    r"[ ,(]*(?:(?:for|the|in|financial|year|of|being|called)\b[ ,(“]*){0,5}", re.IGNORECASE
)
_A_YEAR = [(1, 4), (31, 3)]
"""The days and months on which a financial year begins and ends."""
_BEGINS = pattern(
    r"\b(?:from|beginning|begins?|starting|starts?|commencing|commences?)\b(?: (?:on|from|the))*[ ]$",
    re.IGNORECASE,
)
_PLAN = pattern(
    r"\b(?:Plan|Strategy|Programme|Framework|Guidance|Agreement|Fund|BCF|Settlement)[ ]$"
    r"|^[ ](?:[A-Z]\w+[ ]){0,3}(?:Plan|Strategy"
    r"|Programme|Framework|Guidance|Agreement|Fund|BCF|Requirements|Settlement)\b"
)


_CALLED_A_YEAR = pattern(
    r"(?P<first>\b[Ff]irst )?\b(?:[Ff]inancial|[Cc]ontract|[Ss]cheme|[Gg]rant|[Pp]ool) [Yy]ear"
    r"(?: (?:from|of|being|means|is|runs from)|,|:)*(?: | \()$|(?<=the )[Yy]ear from $"
)
_STATUTE = pattern(r"\b(?:Regulations?|Orders?|Rules|Acts?) \d{4},? \((?:S\.?I\.? ?)?$")
_LONGEST_YEAR = 366
_ONE_YEAR = pattern(r"\b(?:the|each|this|that) (?:financial |municipal |fiscal )?year $", re.IGNORECASE)
_NEAR = 30


def _check(instrument: Instrument) -> Iterator[Hit]:
    spans = Counter((one.first, one.last) for one in instrument.years)
    dates = dates_by_passage(instrument)
    for one in instrument.years:
        if _is_of_a_statute(one):
            continue
        if not 1 <= one.last - one.first <= (1 if _is_one(one) else _longest(one)):
            yield _no_year(one, sure=spans[one.first, one.last] == 1 and not _is_of_a_plan(one))
        elif one.last == one.first + 1:
            yield from _beside(one, dates.get(one.at.passage, []), one.at.passage)
    alone = {one.at.passage: one for one in instrument.years if one.at.text == one.at.passage.words.strip()}
    for grid in instrument.grids if alone else ():
        yield from _in_rows(grid, alone, dates)
    yield from _not_brought_up_to_date(instrument, dates)
    yield from _no_years(instrument)
    yield from _of_tables(instrument)
    for words, day in title_years(instrument):
        yield hit(
            words,
            f"The title has “{words.text}”, but the instrument has “{day.at.text}”.",
            "Correct the years of the title, or the date.",
            confidence="likely",
            related=(day.at,),
        )
    for one, before in years_out_of_turn(instrument):
        yield hit(
            one.at,
            f"“{one.at.text}” does not follow on “{before.at.text}”, as the years told here do.",
            "Correct the year that is wrong.",
            confidence="likely",
            related=(before.at,),
        )
    for one, start in years_beside_the_term(instrument):
        yield hit(
            one.at,
            f"“{one.at.text}” heads as many years as this instrument lasts, but they begin in {start}.",
            "Correct the years of the table.",
            confidence="likely",
        )
    for one, first in years_out_of_count(instrument):
        yield hit(
            one.at,
            f"“{one.at.text}” is not the year that its number makes it.",
            f"Write {first}/{(first + 1) % 100:02}, or correct the number.",
            confidence="likely",
        )


def _no_years(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each range of dates that is called a year, and is none; and for the first year of an
    instrument that began before it or after it."""
    start = commencement(instrument)
    for one in ranges(instrument):
        called = _CALLED_A_YEAR.search(one.first.at.shortly_before(40))
        first, last = one.first.value, one.last.value
        if called is None or first is None or last is None or last < first:
            continue
        words = one.first.at.part(one.first.at.start, one.last.at.end)
        if (last - first).days > _LONGEST_YEAR:
            yield hit(words, f"“{words.text}” is longer than a year.", "Correct one of the two dates.")
            continue
        is_first = called["first"] or one.first.at.passage.term.startswith("First")
        if is_first and start and start.value and not first <= start.value <= last:
            yield hit(
                words,
                f"The first year cannot be “{words.text}”, as this instrument begins on “{start.at.text}”.",
                "Correct the dates.",
                confidence="likely",
                related=(start.at,),
            )


def _of_tables(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on years that head tables of another year, and on a first year that no table has."""
    for words, day in out_of_the_year(instrument):
        yield hit(
            words,
            f"“{words.text}” heads a table whose days, such as “{day.at.text}”, are all in another year.",
            "Correct the year, or the dates.",
            confidence="likely",
            related=(day.at,),
        )
    for one, years in first_years_of_none(instrument):
        words = one.first.at.part(one.first.at.start, one.last.at.end)
        yield hit(
            words,
            f"“{words.text}” is called the first year, but the tables begin with “{years.at.text}”.",
            "Correct the dates, or the years of the tables.",
            confidence="likely",
            related=(years.at,),
        )


def _not_brought_up_to_date(instrument: Instrument, dates: Mapping[Passage, Sequence[Date]]) -> Iterator[Hit]:
    """Yield a hit for each year before the first of the instrument, and for each at the head of two columns.

    One beside dates is told with them.
    """
    for one, start in years_left_behind(instrument):
        if one.at.passage not in dates:
            yield hit(
                one.at,
                f"“{one.at.text}” is over before “{start.at.text}”, on which this instrument begins.",
                "Bring the year up to date, or say that it is told for comparison.",
                confidence="likely",
                related=(start.at,),
            )
    for run, start in ranges_left_behind(instrument):
        yield hit(
            run.first.at.part(run.first.at.start, run.last.at.end),
            f"“{run.last.at.text}” is before “{start.at.text}”, on which this instrument begins.",
            "Bring the dates up to date, or say that it has ended.",
            confidence="likely",
            related=(start.at,),
        )
    for found, of in ((years_at_two_heads, "the column before"), (years_in_two_rows, "another row")):
        for one, same in found(instrument):
            yield hit(
                one.at,
                f"“{one.at.text}” stands at the head of {of}, too.",
                "Put in the year that is meant in one of the two.",
                confidence="likely",
                related=(same.at,),
            )


def _in_rows(
    grid: Grid, alone: Mapping[Passage, Years], dates: Mapping[Passage, Sequence[Date]]
) -> Iterator[Hit]:
    """Yield a hit for each row "2027/28 | 1 April 2027 to 31 March 2029": these dates are of another year."""
    for row in grid.rows:
        passages = [cell.words.passage for cell in row if cell is not None and cell.words is not None]
        named = [alone[passage] for passage in passages if passage in alone]
        found = [one for passage in passages for one in dates.get(passage, ())]
        if len(named) != 1 or len(found) != len(_A_YEAR) or named[0].last != named[0].first + 1:
            continue
        (one,), (first, last) = named, found
        whole = [(each.day, each.month) for each in found] == _A_YEAR and first.year and last.year
        if whole and first.year == one.first and last.year != one.last:
            yield _other_end(one, last)
        elif whole and (first.year, last.year) != (one.first, one.last):
            yield hit(
                one.at,
                f"“{one.at.text}” is not from “{first.at.text}” to “{last.at.text}”.",
                "Correct the dates, or the year.",
                related=(first.at, last.at),
            )


def _is_one(one: Years) -> bool:
    """Tell whether it is called a single year: "during the year 2017-18"."""
    return _ONE_YEAR.search(one.at.shortly_before(_NEAR)) is not None


def _longest(one: Years) -> int:
    """Return how many years a run may have: a stroke joins two halves of one year, a dash any run."""
    return 1 if one.mark == "/" else 10


def _is_of_a_plan(one: Years) -> bool:
    """Tell whether it may be the name of a plan for two years, "BCF Plan 2017/19"."""
    named = _PLAN.search(one.at.shortly_before(30)) or _PLAN.search(one.at.shortly_after(60))
    return one.last - one.first in (2, 3, 5) and named is not None


def _is_of_a_statute(one: Years) -> bool:
    """Tell whether it is the number of a statutory instrument, "the ... Regulations 2015 (2015/94)"."""
    return _STATUTE.search(one.at.shortly_before(30)) is not None


def _no_year(one: Years, *, sure: bool) -> Hit:
    return hit(
        one.at,
        f"“{one.at.text}” is no financial year.",
        f"Should it be {one.first}/{(one.first + 1) % 100:02}?",
        confidence="certain" if sure or one.last <= one.first else "doubtful",
    )


def _beside(one: Years, dates: list[Date], passage: Passage) -> Iterator[Hit]:
    """Yield a hit if the date beside a year, on which it begins, is in another."""
    for date in dates:
        if date.year and date.month == 3 and date.day in (0, 31):
            yield from _beside_its_end(one, date, dates)
        if not date.year or not _is_first_of_april(date, dates):
            continue
        if date.at.start >= one.at.end:
            beside = _BETWEEN_YEAR_AND_DATE.fullmatch(passage.text, one.at.end, date.at.start)
        else:
            beside = (
                _BETWEEN_DATE_AND_YEAR.fullmatch(passage.text, date.at.end, one.at.start)
                if _BEGINS.search(date.at.shortly_before(60))
                else None
            )
        if not beside:
            continue
        if date.year != one.first:
            yield hit(
                one.at,
                f"“{one.at.text}” does not begin on “{date.at.text}”.",
                f"Correct the date, or write {date.year}/{(date.year + 1) % 100:02}.",
                related=(date.at,),
            )
        elif date.at.start >= one.at.end and (last := _end_of(date, dates)) and last.year != one.last:
            yield _other_end(one, last)


def _other_end(one: Years, last: Date) -> Hit:
    """Return the hit on the date to which a year runs whose beginning is right."""
    return hit(
        last.at,
        f"“{last.at.text}” is not the end of {one.at.text}.",
        f"Write 31 March {one.last}, if that is meant.",
        related=(one.at,),
    )


def _is_first_of_april(date: Date, dates: list[Date]) -> bool:
    """Tell whether a date is 1 April, or the April of "April 2026 to March 2027"."""
    if date.month != 4 or date.day > 1:
        return False
    return bool(date.day) or any(
        (other.month, other.day) == (3, 0) and is_to(date.at.passage.text[date.at.end : other.at.start])
        for other in dates
        if other.at.start > date.at.end
    )


def _begins_with(one: Years, last: Date, dates: list[Date]) -> bool:
    """Tell whether the dates up to a last one begin as a year does.

    "1 April 2024 to 31 March 2026 (2024/25)" do.
    """
    return any(
        first.year == one.first and _is_first_of_april(first, dates) and _end_of(first, dates) is last
        for first in dates
    )


def _beside_its_end(one: Years, date: Date, dates: list[Date]) -> Iterator[Hit]:
    """Yield a hit if the date beside a year, on which it is said to end, is in another."""
    passage = date.at.passage
    if date.at.start >= one.at.end:
        beside = _BETWEEN_YEAR_AND_ITS_END.fullmatch(passage.text, one.at.end, date.at.start)
    else:
        beside = (
            _BETWEEN_DATE_AND_YEAR.fullmatch(passage.text, date.at.end, one.at.start)
            if _ENDS.search(date.at.shortly_before(60))
            else None
        )
    if beside and date.year != one.last and _begins_with(one, date, dates):
        yield _other_end(one, date)
    elif beside and date.year != one.last:
        yield hit(
            one.at,
            f"“{one.at.text}” does not end on “{date.at.text}”.",
            f"Correct the date, or write {date.year - 1}/{date.year % 100:02}.",
            related=(date.at,),
        )


def _end_of(first: Date, dates: list[Date]) -> Date | None:
    """Return the 31 March up to which something lasts from a date."""
    for last in dates:
        if last.year and (last.month, last.day) == (3, 31) and last.at.start > first.at.end:
            between = first.at.passage.text[first.at.end : last.at.start]
            return last if is_to(between) else None
    return None


RULE = Rule(
    id="CK-DATE-YEAR",
    level="error",
    title="A financial year that does not match its dates, is over, or is no year",
    why="Contributions and reports are fixed by financial year. A year that does not fit its dates moves"
    " them by twelve months.",
    fails="""
1. Contributions

1.1 The contributions are for ⟦2026/27⟧ (1 April 2025 to 31 March 2026).

1.2 The budget for ⟦2026/28⟧ is agreed in February.

1.3 The budget for 2026/27 (1 April 2026 to ⟦31 March 2028⟧) is agreed in March.

1.4 The accounts for the year ending 31 March 2026 (⟦2026/27⟧) are audited in June.

1.5 The years are:

| Year | Dates |
|---|---|
| 2026/27 | 1 April 2026 to 31 March 2027 |
| 2027/28 | 1 April 2027 to ⟦31 March 2029⟧ |

1.6 The targets are:

| Measure | Target 2027/28 | Target ⟦2027/28⟧ |
|---|---|---|
| Visits | 410 | 450 |
""",
    passes="""
1. Contributions

1.1 The contributions are for 2026/27 (1 April 2026 to 31 March 2027), under the Better Care Fund Plan 2017-19
and the Policy Framework 2023-25. The budget for 2026/27 was agreed on 1 April 2025, and
the accounts for the year ended 31 March 2026 (2025/26) in June.
""",
    check=_check,
    yields_to=("CK-DATE-ORDER",),
)
