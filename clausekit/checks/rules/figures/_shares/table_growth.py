"""Growth that a sentence tells, "the fees rise by 2% from 2025/26 to 2026/27", of what a table has for both
years."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import MINIMUM, SaidSums, said_figures, worth
from clausekit.checks.rules.figures._sentences.telling import telling
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.labels import years_of
from clausekit.checks.rules.figures._tables.sheets import Entry, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_YEAR = pattern(r"\bYear (\d{1,2}|One|Two|Three|Four|Five|Six)\b", re.IGNORECASE)
_GROWS = pattern(
    r"\b(?:go(?:es)? up|ris(?:es?|ing)|rose|rais(?:ed|es?)|increas(?:e[sd]?|ing)|grow(?:s|n|ing)?"
    r"|uplift(?:ed)?|growth)\b[^.;]{0,40}?\b(?:by|of|at)[ ](?:about |some )?$",
    re.IGNORECASE,
)
_FALLS = pattern(
    r"\b(?:go(?:es)? down|falls?|fell|reduc(?:e[sd]?|tion)|cut|drops?|decreas(?:e[sd]?)|lower(?:ed)?)\b"
    r"[^.;]{0,40}?\b(?:by|of|at)[ ](?:about |some )?$",
    re.IGNORECASE,
)
_MORE = pattern(r",?[ ](?:more|higher|greater|above|up on|increase|rise|uplift|growth)\b", re.IGNORECASE)
_LESS = pattern(r",?[ ](?:less|lower|smaller|below|down on|decrease|reduction|cut)\b", re.IGNORECASE)
_ALSO_BY = pattern(
    r"\b(?:and|while|with)\b(?:[^.;]{2,80}[ ]by|[ ](?:then[ ])?(?:of|by))[ ](?:a further[ ])?$", re.IGNORECASE
)
_SINCE = pattern(
    r"(?:,?[ ](?:with effect )?(?:on|from)(?: and from)?[ ])(?:1(?:st)?[ ])?April[ ](?P<year>20\d\d)\b"
)
"""From when a growth is told, and so into which financial year."""
_EACH_YEAR = pattern(
    r"\b(?:in |for )?(?:each|every)[ ](?:successive[ ]|following[ ]|later[ ]|subsequent[ ])?"
    r"(?:[Ff]inancial[ ])?[Yy]ear\b"
    r"|\bannually\b|\byear on year\b|\b(?:a|per)[ ](?:year|annum)\b|\b(?:from )?year to year\b"
)
_NOT_SO = pattern(
    rf"\b(?:if|would|up to|(?:not |no )?more than[ ]\d|at least|at most|cap|capped|maximum|{MINIMUM}"
    r"|exceed\w*|higher of|lower of|unless|overspend|per year)\b",
    re.IGNORECASE,
)
_ANYTHING = pattern(
    r"\b(?:contributions?|sums?|amounts?|budgets?|payments?|costs?|prices?|charges?|fees?|funding|totals?|rates?"
    r"|figures?|those)\b",
    re.IGNORECASE,
)
"""What a sentence says of all that a table has."""
_OF_GROWTH = pattern(
    r"\b(?:go(?:es)?|up|down|ris\w+|rose|rais\w+|increas\w+|grow\w*|uplift\w*|fall\w*|fell|reduc\w+|cut|drop\w*"
    r"|decreas\w+|lower\w*|more|less|high\w*|great\w*|above|below|than|between|from|what|there|those|about|some"
    r"|both|only|again|been|have|already|allow\w*|provid\w*|assum\w*|reflect\w*|compared|over|further|results?|with|follow\w*)\b",
    re.IGNORECASE,
)
_BOTH = 2
_HUNDRED = Decimal(100)
_SHORTLY = 100
_ALIKE = Decimal("0.06")


class Growth(NamedTuple):
    """A growth in per cent as it is ``stated``, and what the figures in question make it."""

    stated: Figure
    made: Decimal
    related: tuple[Words, ...]


class _Grown(NamedTuple):
    """What a table has for two years under one ``name``; ``known`` are all words that name it there."""

    name: frozenset[str]
    known: frozenset[str]
    before: Entry
    after: Entry

    @property
    def rate(self) -> Decimal:
        """By how much per cent it grows."""
        assert self.before.cell.number is not None
        assert self.after.cell.number is not None
        return (self.after.cell.number / self.before.cell.number - 1) * _HUNDRED

    def is_told_by(self, stated: Decimal, decimals: int) -> bool:
        """Tell whether a percentage is the growth, as exactly as the figures are written."""
        assert self.before.cell.number
        unit = Decimal(1).scaleb(-min(self.before.cell.decimals, self.after.cell.decimals))
        blur = unit * _HUNDRED / abs(self.before.cell.number)
        return abs(stated - self.rate) <= Decimal("0.5").scaleb(-decimals) + blur


def table_growths(instrument: Instrument) -> Iterator[Growth]:
    """Yield the growths that are not what the figures of a table for the two years make."""
    tables = sheets(instrument)
    for said in said_figures(instrument) if tables else ():
        for figure in said.figures:
            if figure.kind == "percentage" and not _NOT_SO.search(said.sentence.text):
                yield from _unlike_tables(said, figure, tables)


def _unlike_tables(said: SaidSums, figure: Figure, tables: Sequence[Sheet]) -> Iterator[Growth]:
    """Yield a growth from a year to the next, or of each year, that is not what a table has."""
    clause, sign = _clause(said, figure)
    told = years_named(clause)
    since, each = _SINCE.match(figure.at.after), _EACH_YEAR.search(clause)
    if since:
        clause, told = _lead(said), (f"{since['year']}/{int(since['year']) + 1}",)
    if len(told) == 1:
        told = _with_the_year_before(told[0])
    elif len(told) != _BOTH:
        told = years_named(said.sentence.text)
    is_of_two = len(told) == _BOTH
    if not sign or not (is_of_two or each):
        return
    grown = [
        one
        for sheet in tables
        for pair in ([told] if is_of_two else _consecutive(sheet))
        for one in _grown(sheet, pair)
    ]
    if since or not is_of_two:
        grown = [one for one in grown if _is_about(one, clause)]
    meant = _meant(grown, _EACH_YEAR.sub(" ", clause))
    exact = (since or not is_of_two) and len(meant) > 1 and all(map(_is_plain, meant))
    decimals = max(figure.decimals, 1) if exact else figure.decimals
    stated = worth(figure) * sign
    if meant and not any(one.is_told_by(stated, decimals) for one in meant):
        yield Growth(figure, meant[0].rate * sign, (words_of(meant[0].after.cell),))


def _is_about(one: _Grown, clause: str) -> bool:
    """Tell whether a table is of what a clause says grows, "Contributions", or has a row of its name."""
    named = _ANYTHING.search(clause)
    return bool(one.name and one.name <= content(clause)) or bool(named and content(named[0]) <= one.known)


def _is_plain(one: _Grown) -> bool:
    """Tell whether figures grow by a rate of one decimal, as is agreed, so that another is none rounded."""
    return abs(one.rate - round(one.rate, 1)) <= _ALIKE / 3


def _lead(said: SaidSums) -> str:
    """Return what stands before the first percentage of a sentence, which may go on with others: "and by 3%
    on 1 April 2029"."""
    first = next(one for one in said.figures if one.kind == "percentage")
    return said.sentence.passage.text[said.sentence.start : first.at.start]


def _consecutive(sheet: Sheet) -> list[tuple[str, ...]]:
    """Return the pairs of years that follow each other in what heads the columns of a table, or its rows."""
    found = []
    for lines in (sheet.columns, sheet.rows):
        years = [named[0] for line in lines if len(named := years_named(line.head)) == 1]
        found += list(pairwise(years)) if len(years) >= _BOTH and years == sorted(set(years)) else []
    return [tuple(pair) for pair in found]


def _clause(said: SaidSums, figure: Figure) -> tuple[str, int]:
    """Return what a sentence says about a percentage, and 1 if it is a rise, -1 if a fall, 0 if neither."""
    text = figure.at.passage.text
    others = [said.sentence.start, *(one.at.end for one in said.figures if one.kind == "percentage")]
    start = max(end for end in others if end <= figure.at.start)
    before = text[start : figure.at.start]
    last = figure.at.end >= max(one.at.end for one in said.figures if one.kind == "percentage")
    after = re.split(
        r"[;:.]|, (?:and|but|while)\b" if last else r"[;:.]|\band\b(?! 20| Year)",
        text[figure.at.end : said.sentence.end][:_SHORTLY],
    )[0]
    whole = text[said.sentence.start : figure.at.start]
    also = _ALSO_BY.search(f"and {before.lstrip(' ,')}") is not None
    up = _GROWS.search(before) or _MORE.match(after) or (also and _GROWS.search(_to_last_by(whole)))
    down = _FALLS.search(before) or _LESS.match(after) or (also and _FALLS.search(_to_last_by(whole)))
    return f"{before} {after}", bool(up) - bool(down)


def _to_last_by(text: str) -> str:
    """Return a text up to the "by" or "of" of its first percentage: "rises by 2% and the other by 3%"."""
    return re.split(r"(?<= by )(?=\d)|(?<= of )(?=\d)", text)[0]


def years_named(text: str) -> tuple[str, ...]:
    """Return the years that a text names, in their order: "2025/26", or "Year 5"."""
    named = {f"{first}/{last}" for first, last in years_of(text)}
    return tuple(sorted(named or {number.lower() for number in _YEAR.findall(text)}))


def _with_the_year_before(year: str) -> tuple[str, ...]:
    """Return a financial year and that from which a sum grows in it."""
    first, _, last = year.partition("/")
    return (f"{int(first) - 1}/{int(last) - 1}", year) if last else (year,)


def _grown(sheet: Sheet, told: Sequence[str]) -> Iterator[_Grown]:
    """Yield what a table has for both of two years, in its columns or its rows."""
    for lines in (sheet.columns, sheet.rows):
        of_year = {years[0]: line for line in lines if len(years := years_named(line.head)) == 1}
        if not all(year in of_year for year in told):
            continue
        first, second = (of_year[year] for year in told)
        if "percentage" in (first.kind, second.kind):
            continue
        for before, after in zip(first.entries, second.entries, strict=False):
            if before.cell.number and after.cell.number and after.cell.words:
                known = content(f"{sheet.caption} {sheet.place.heading} {before.name}")
                yield _Grown(content(before.name), known, before, after)


def _meant(grown: Sequence[_Grown], clause: str) -> list[_Grown]:
    """Return that which a clause names, with as many words as it can; or all, if it speaks of all and they
    grow alike."""
    said = content(clause)
    named = [one for one in grown if one.name and one.name <= said]
    longest = max((len(one.name) for one in named), default=0)
    found = [one for one in named if len(one.name) == longest]
    if telling(_OF_GROWTH.sub(" ", clause)) - frozenset(word for one in grown for word in one.known):
        return []
    if not found and _ANYTHING.search(clause):
        parts = [one for one in grown if not one.before.is_total]
        found = parts if len(parts) >= _BOTH else list(grown)
    rates = sorted(one.rate for one in found)
    return found if all(more - less <= _ALIKE for less, more in pairwise(rates)) else []
