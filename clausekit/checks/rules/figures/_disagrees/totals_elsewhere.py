"""Sums that are told as a whole, "the total of the contributions is £5", and are another in the table of just
that, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

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
_DIVISION = pattern(r"\b(?:Schedule|Annex|Appendix)[ ](?:\d{1,2}|[A-Z])\b", re.IGNORECASE)
_NO_TOPIC = frozenset(
    (
        *("total", "aggregate", "overall", "whole", "year", "sum", "amount", "come", "partner"),
        *("party", "table", "schedule", "each", "initial", "term", "two", "three", "be", "out", "set"),
    )
)
_FEW_DIGITS = 3
_SHORTLY, _BEFORE = 60, 260
_NEAR = Decimal("1.1")


def totals_elsewhere(instrument: Instrument) -> Iterator[tuple[Figure, Words]]:
    """Yield the sums that are told as a whole and are not the total of the table of it, each with that."""
    tables = [
        (sheet, total) for sheet in sheets(instrument) if not sheet.flat and (total := grand_total(sheet))
    ]
    told = [one for one in mentions(instrument) if _is_whole(one)] if tables else []
    for mention in told:
        if _is_made_of_others(mention, instrument) or any(
            has(one, mention.figure) for one in sheets(instrument)
        ):
            continue
        about = [(sheet, total) for sheet, total in tables if _is_of_year(sheet, mention, instrument)]
        meant = _named(about, mention, instrument) or _of_topic(about, mention)
        near = {
            amount(total, sheet): total
            for sheet, total in meant
            if _is_near(worth(mention.figure), amount(total, sheet))
        }
        made = [made_in_all(sheet, total) for sheet, total in meant]
        if len(near) == 1 and all(
            abs(one - worth(mention.figure)) > half_a_step(mention.figure) for one in made
        ):
            yield mention.figure, words_of(near.popitem()[1])


def _is_whole(mention: Mention) -> bool:
    """Tell whether a sum is told as all of something, in full, and of no one party."""
    figure = mention.figure
    if figure.kind != "money" or significant(worth(figure)) < _FEW_DIGITS or len(mention.parties) == 1:
        return False
    before, after = figure.at.shortly_before(_BEFORE), figure.at.shortly_after(_SHORTLY)
    whole = (
        _WHOLE_BEFORE.search(before)
        or _IN_ALL.match(after)
        or (_PLACES.search(before) and _INTO_FUND.match(after))
    )
    return bool(whole) and not OTHER_SUM.search(mention.own) and not SUPPOSED.search(mention.text)


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


def _named(
    tables: Sequence[tuple[Sheet, GridCell]], mention: Mention, instrument: Instrument
) -> list[tuple[Sheet, GridCell]]:
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
