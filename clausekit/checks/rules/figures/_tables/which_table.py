"""Which table a sentence about a figure means: by its number, its schedule, its topic or where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules.figures._sentences.mentions import Mention
from clausekit.checks.rules.figures._sentences.words import padded
from clausekit.checks.rules.figures._tables.sheets import Sheet
from clausekit.patterns import pattern
from clausekit.reading import Passage

TABLE = pattern(r"\b(?:Table|TABLE|table)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b")
THIS_TABLE = pattern(r"\btable\b", re.IGNORECASE)
DIVISION = pattern(r"\b(?:Schedule|Annex|Appendix|Part)[ \u00a0](?:\d+[A-Z]?|[A-Z])\b", re.IGNORECASE)
LIMIT = pattern(
    r"\b(?:limits?|maximum|minimum|thresholds?|ceilings?|caps?|up to|authority|delegations?)\b", re.IGNORECASE
)
UP_TO = pattern(
    r"(?<= )(?:up to|at least|at most|exceed\w*|(?:not |no )?more than|not more|(?:not )?less than|not less"
    r"|over|limit\w*|maximum|minimum|threshold) "
)
"""Words about a limit, by which the figures of a table of limits are told."""
_OPPOSITES = (
    (" overspend ", " underspend "),
    (" revenue ", " capital "),
    (" income ", " expenditure "),
    (" adult ", " child "),
    (" cost ", " saving "),
)
_LONGEST_LIST = 15


def has_money(sheet: Sheet) -> bool:
    """Tell whether a table is one of sums of money."""
    heads = " ".join(line.head for line in sheet.lines)
    return "£" in f"{sheet.caption} {heads}" or any(line.kind == "money" for line in sheet.lines)


def heads_of(sheet: Sheet) -> str:
    """Return what stands above a table and heads its columns."""
    return " ".join((sheet.caption, sheet.place.heading, *(line.head for line in sheet.columns)))


def not_opposed(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> Sequence[Sheet]:
    """Return the tables that are not about the opposite of what a sentence, or the words that lead to it, is
    about, as overspends and underspends are."""
    said = f"{padded(_lead_of(mention, instrument))} {mention.own}"
    told = [pair for pair in _OPPOSITES if (pair[0] in said) != (pair[1] in said)]
    return [sheet for sheet in tables if not _are_opposed(said, sheet, told)] if told else tables


def _are_opposed(said: str, sheet: Sheet, told: Sequence[tuple[str, str]]) -> bool:
    heads = " ".join(line.head for line in sheet.lines)
    shown = padded(f"{sheet.place.heading} {sheet.caption} {heads}")
    return any(
        (ours in said) == (theirs in shown) and (theirs in said) == (ours in shown) for ours, theirs in told
    )


def _lead_of(mention: Mention, instrument: Instrument) -> str:
    """Return the words that lead to the list of which the passage of a mention is an item."""
    passage = mention.sentence.passage
    at = instrument.place_of[passage].order
    for place in reversed(instrument.places[max(0, at - _LONGEST_LIST) : at] if _is_item(passage) else ()):
        if not _is_item(place.passage):
            return place.passage.words
    return ""


def _is_item(passage: Passage) -> bool:
    return bool(passage.label) and not passage.label[0].isdecimal()


def tables_meant(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> list[Sheet]:
    """Return the tables that a sentence names by their number, by that of their schedule, or as the table
    that is nearest; none if it names none."""
    text = mention.sentence.text
    place = instrument.place_of[mention.sentence.passage]
    here = [one for one in tables if one.place.passage.division == place.passage.division]
    divisions = {name.lower() for name in DIVISION.findall(text)}
    inside = [one for one in tables if divisions and _is_inside(one.place.passage.division, divisions)]
    if numbers := table_numbers(text):
        found = [one for one in tables if numbers & table_numbers(one.caption)]
        return [one for one in found if one in inside] or found
    if here and not inside and THIS_TABLE.search(text):
        return [min(here, key=lambda one: abs(one.place.order - place.order))]
    return inside


def _is_inside(division: str, named: Set[str]) -> bool:
    """Tell whether a division, "Schedule 2 Part B", is among those that a sentence names, or in one."""
    own = [name.lower() for name in DIVISION.findall(division)]
    if division.lower() in named or not own:
        return division.lower() in named
    part_named = any(name.startswith("part") for name in named)
    return own[0] in named and (own[-1] in named or not part_named)


def table_numbers(text: str) -> set[str]:
    """Return the tables that a text names by their numbers."""
    return {number.lower() for number in TABLE.findall(text)}


def only_one_here(mention: Mention, tables: Sequence[Sheet], instrument: Instrument) -> Sheet | None:
    """Return the only table in the schedule, or the body, in which a mention stands."""
    division = instrument.place_of[mention.sentence.passage].passage.division
    here = [one for one in tables if one.place.passage.division == division]
    return here[0] if len(here) == 1 else None
