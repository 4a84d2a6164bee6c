"""Sums that are told as a whole, "the total of the contributions is £5", and are another in the table of just
that, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.grids import GridCell
from clausekit.checks.rules._shared.said_sums import half_a_step, worth
from clausekit.checks.rules.figures._disagrees.other_sums import OTHER_SUM, SUPPOSED
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions, mentions_in
from clausekit.checks.rules.figures._sentences.slips import significant
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.amounts import amount, grand_total, has, made_in_all
from clausekit.checks.rules.figures._tables.set_out import tables_named
from clausekit.checks.rules.figures._tables.sheets import Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.calendar import years

_WHOLE_BEFORE = pattern(
    r"\b(?:totals?|aggregate|overall|whole|combined)\b[^£;.]{0,90}[ ]"
    r"(?:is|are|be|being|comes? to|amounts? to|stands? at|of)[ ](?:a total of[ ])?$"
    r"|\b(?:costs?|contributions?|budgets?|savings|sums|charges|fees|payments|allocations|expenditure)\b"
    r"[^£;.]{0,60}[ ](?:together |thus |then |therefore )?(?:comes?|amounts?|adds? up|totals?)[ ](?:up )?"
    r"(?:to[ ])?$",
    re.IGNORECASE,
)
_PLACES = pattern(
    r"\b(?:place|pay|put|contribute|commit|provide|transfer)s?[ ](?:a total of[ ])?$|\bpool[ ]$",
    re.IGNORECASE,
)
_INTO_FUND = pattern(r"[ ](?:in|into|to)[ ](?:the|a)[ ](?:Pooled|Joint|Aligned)[ ](?:Fund|Budget)\b")
_IN_ALL = pattern(r"(?:[ ][a-z]+){0,3}?,?[ ](?:in (?:all|total|aggregate)|altogether)\b")
_NAME_IS = pattern(
    r" the (?P<name>(?:[\w’-]+ ){1,5}?)"
    r"(?:(?:for|in) (?:(?:financial )?year )?[\d/]+ )?(?:is|are|will be|shall be|stand at) $"
)
"""How a sentence says what something is that a table may be entitled by, in bare words."""
_TABLE_NUMBER = pattern(r"Table [A-Z]?\d{1,2}[A-Z]?\b[ :.–—-]*", re.IGNORECASE)
_NUMBER = pattern(r"[\d/–-]+")
_DIVISION = pattern(r"\b(?:Schedule|Annex|Appendix)[ ](?:\d{1,2}|[A-Z])\b", re.IGNORECASE)
_NO_TOPIC = frozenset(
    (
        *("total", "aggregate", "overall", "whole", "year", "sum", "amount", "come", "partner"),
        *("party", "table", "schedule", "each", "initial", "term", "two", "three", "be", "out", "set"),
    )
)
_Table: TypeAlias = tuple[Sheet, GridCell]
"""A table with the cell that has what it comes to."""
_FEW_DIGITS = 3
_SHORTLY, _BEFORE = 60, 260
_NEAR = Decimal("1.1")


def totals_elsewhere(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums, or numbers of staff, that are told as a whole and are not the total of the table of it,
    each with that."""
    all_tables = sheets(instrument)
    tables = [(one, total) for one in all_tables if not one.flat and (total := grand_total(one))]
    for mention in mentions(instrument) if tables else ():
        if not _is_of_all(mention) or _is_made_of_others(mention, instrument):
            continue
        meant = _meant(mention, tables, instrument)
        if meant and not any(has(one, mention.figure) for one in all_tables):
            yield from _unlike(mention.figure, meant)


def _unlike(figure: Figure, meant: Sequence[_Table]) -> Iterator[tuple[Figure, Words]]:
    """Yield a figure that is near to the one total which may be meant, and is not what its parts make."""
    near = {amount(one, sheet): one for sheet, one in meant if _is_near(worth(figure), amount(one, sheet))}
    made = [made_in_all(sheet, total) for sheet, total in meant]
    if len(near) == 1 and all(abs(one - worth(figure)) > half_a_step(figure) for one in made):
        yield figure, words_of(near.popitem()[1])


def _meant(mention: Mention, tables: Sequence[_Table], instrument: Instrument) -> list[_Table]:
    """Return the tables that a sentence may mean: by their title, by their number, or by their topic."""
    of_year = [one for one in tables if _is_of_year(one[0], mention, instrument)]
    if entitled := _entitled(of_year, mention):
        return entitled
    whole = _is_told_as_whole(mention)
    return (_named(of_year, mention, instrument) or _of_topic(of_year, mention)) if whole else []


def _is_of_all(mention: Mention) -> bool:
    """Tell whether a sum, or a number of staff, is none of one party, and no limit, part or change."""
    known = mention.figure.kind == "money" or mention.counts_staff
    if not known or significant(worth(mention.figure)) < _FEW_DIGITS or len(mention.parties) == 1:
        return False
    return not OTHER_SUM.search(mention.own) and not SUPPOSED.search(mention.text)


def _is_told_as_whole(mention: Mention) -> bool:
    """Tell whether a sentence says that a sum is all of something."""
    before, after = mention.figure.at.shortly_before(_BEFORE), mention.figure.at.shortly_after(_SHORTLY)
    placed = _PLACES.search(before) and _INTO_FUND.match(after)
    return bool(placed or _WHOLE_BEFORE.search(before) or _IN_ALL.match(after))


def _is_made_of_others(mention: Mention, instrument: Instrument) -> bool:
    """Tell whether the other sums of its sentence make a whole: they are told together, as others."""
    others = [one for one in mentions_in(instrument, mention.sentence) if one.figure.kind == "money"]
    return sum(worth(one.figure) for one in others) == 2 * worth(mention.figure)


def _is_of_year(sheet: Sheet, mention: Mention, instrument: Instrument) -> bool:
    """Tell whether a table may be of the years that a sentence names."""
    lead = instrument.places[sheet.place.order - 1].passage.words if sheet.place.order else ""
    heads = " ".join((lead, sheet.caption, sheet.place.heading, *(line.head for line in sheet.lines)))
    own = {(one.first, one.last) for one in years(heads)}
    return not own or not mention.years or bool(own & mention.years)


def _entitled(tables: Sequence[_Table], mention: Mention) -> list[_Table]:
    """Return the tables that have the very name of what a sum is said to be."""
    found = _NAME_IS.fullmatch(mention.lead)
    name = content(found["name"]) if found else frozenset()
    return [one for one in tables if len(name) > 1 and name == content(_title(one[0]))]


def _title(sheet: Sheet) -> str:
    """Return how a table is entitled, without its number, years and what heads its first column."""
    caption = sheet.caption.removesuffix(sheet.named_by)
    return _NUMBER.sub("", _TABLE_NUMBER.sub("", caption, count=1))


def _named(tables: Sequence[_Table], mention: Mention, instrument: Instrument) -> list[_Table]:
    """Return the tables that a sentence, or what stands before it, names by their number or schedule."""
    place = instrument.place_of[mention.sentence.passage]
    above = instrument.places[place.order - 1].passage.words if place.order else ""
    before = mention.sentence.shortly_before(_BEFORE).strip() or above
    text = f"{before} {mention.sentence.text}"
    numbers, divisions = tables_named(text), {name.lower() for name in _DIVISION.findall(text)}
    return [
        (sheet, total)
        for sheet, total in tables
        if numbers & tables_named(sheet.caption)
        or (
            not numbers
            and divisions & {name.lower() for name in _DIVISION.findall(sheet.place.passage.division)}
        )
    ]


def _of_topic(tables: Sequence[tuple[Sheet, GridCell]], mention: Mention) -> list[tuple[Sheet, GridCell]]:
    """Return the tables that are entitled by two words at least that are said of a sum."""
    after = re.split(r"[,.;:£%]", mention.figure.at.shortly_after(_SHORTLY))[0]
    said = content(f"{mention.own} {after}".replace("financial year", "")) - _NO_TOPIC
    return [
        (sheet, total)
        for sheet, total in tables
        if len({word for word in said & content(f"{sheet.caption} {sheet.place.heading}") if word.isalpha()})
        > 1
    ]


def _is_near(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= min(one, other) * _NEAR
