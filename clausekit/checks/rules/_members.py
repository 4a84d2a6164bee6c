"""Numbers of members, posts or places: what the sentence, list or table that tells them one by one makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._said_sums import COUNT, count_of
from clausekit.checks.words import Words

_THINGS = (
    r"(?:members|representatives|seats|directors|beds|places|posts|homes|officers|councillors"
    r"|people|sites|schools)"
)
_SO_MANY = re.compile(
    rf"(?<![\w£.,-])(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ](?:(?!(?:ha[sd]|have|with|of|are|is|each"
    rf"|and|or)\b)[a-z-]+[ ]){{0,3}}?{_THINGS}"
    r"(?P<lead>[ ]?(?::|,[ ]of[ ]whom|,[ ](?:namely|being|comprising|made[ ]up[ ]of|as[ ]follows)|[ ]?\("
    r"|[ ]?[–—])[ ]?)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"(?:^|,[ ]|;[ ]|\band[ ]|:[ ])(?:and[ ])?(?P<count>{COUNT})(?:[ ][a-z]+){{0,4}}?[ ]"
    r"(?:by|from|of|for|to|in|at|are|is|shall be|appointed|nominated|chosen|elected|representing|members"
    r"|at)\b",
    re.IGNORECASE,
)
_ANY_COUNT = re.compile(rf"(?<![\w-])(?:{COUNT})(?![\w-])", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:at least|at most|up to|including|includes?|one of whom|of whom|each|either|or|not more|more"
    r" than|quorum|years?"
    r"|months?|votes?)\b",
    re.IGNORECASE,
)
_NO_MEMBERS = re.compile(
    r"\b(?:at least|at most|up to|not more than|any|quorum|fewer than|each of the|every)[ ](?:of[ ])?$",
    re.IGNORECASE,
)
_VOTING = re.compile(
    rf"(?:\b(?:of[ ](?:the|its|our)|has|have|with|comprises?|consists?[ ]of|there[ ]are)[ ](?:[a-z]+[ ])?)"
    rf"(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ]voting[ ]members\b",
    re.IGNORECASE,
)
_VOTE = re.compile(r"\bvot(?:e|es|ing)\b", re.IGNORECASE)
_YES = re.compile(r"(?:yes|y|✓|✔|voting|full)", re.IGNORECASE)
_NO = re.compile(r"(?:no|n|none|non-voting|in attendance|observer|advisory|[-–—]|)", re.IGNORECASE)
_HOW_MANY = re.compile(r"(?:number|no\.?|seats?|members|places|how many)", re.IGNORECASE)
_BEGINS_WITH = re.compile(rf"(?P<count>{COUNT})[ ]", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()]*\)")
_LONGEST = 500
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Counted:
    """A number as it is ``stated``, what the parts of it make, and where those begin."""

    stated: Words
    made: Decimal
    related: tuple[Words, ...] = ()


def miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers that are not what their sentence, or the list that it leads in, makes of them."""
    for at, place in enumerate(instrument.places):
        passage = place.passage
        if place.role not in ("text", "note") or not _SO_MANY.search(passage.text, passage.typed):
            continue
        for sentence in instrument.sentences_of(passage):
            for found in _SO_MANY.finditer(passage.text, sentence.start, sentence.end):
                stated = Words(passage, found.start("count"), found.end("count"))
                if _NO_MEMBERS.search(stated.shortly_before(20)):
                    continue
                parts = _in_sentence(sentence, found) or _in_list(instrument.places, at, found)
                count, made = count_of(stated.text), sum(parts, Decimal(0))
                if len(parts) >= _FEWEST and count is not None and made != count:
                    yield Counted(stated, made)


def _in_sentence(sentence: Words, found: re.Match[str]) -> list[Decimal]:
    """Return the parts that a sentence tells of a number; none if other numbers stand among them."""
    if sentence.end - found.end() > _LONGEST:
        return []
    rest = _BRACKETED.sub("", sentence.passage.text[found.end() : sentence.end])
    parts = [count_of(part["count"]) for part in _PART.finditer(rest)]
    known = [part for part in parts if part is not None]
    if _NO_PART.search(rest) or len(_ANY_COUNT.findall(rest)) != len(parts) or len(known) != len(parts):
        return []
    return known


def _in_list(places: Sequence[Place], at: int, found: re.Match[str]) -> list[Decimal]:
    """Return the parts that the items of a list tell, each of which begins with a number."""
    text = places[at].passage.text
    if ":" not in found["lead"] or found.end() < len(text.rstrip()):
        return []
    parts: list[Decimal] = []
    for place in places[at + 1 :]:
        begins = _BEGINS_WITH.match(place.passage.words.strip())
        if (
            place.role != "text"
            or begins is None
            or (place.passage.number and place.passage.label[:1].isdecimal())
        ):
            break
        count = count_of(begins["count"])
        if count is None or _NO_PART.search(_BRACKETED.sub("", place.passage.words)):
            return []
        parts.append(count)
    return parts


# tables


def votes_miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of voting members that are not those of the one table that says who votes."""
    tables = [counts for grid in instrument.grids if (counts := _votes(grid))]
    if len(tables) != 1:
        return
    for words, found in instrument.search(_VOTING, "text", "note"):
        count = count_of(found["count"])
        if count is not None and count not in tables[0]:
            yield Counted(words.part(found.start("count"), found.end("count")), tables[0][0])


def _votes(grid: Grid) -> list[Decimal]:
    """Return how many votes each column about votes gives, as its rows or its total say; none if a table has
    no such column."""
    numbers = next(
        (at for at, head in enumerate(grid.heads) if at and _HOW_MANY.fullmatch(head.strip())), None
    )
    found: list[Decimal] = []
    for column, head in enumerate(grid.heads):
        cells = [(row, cell) for row, cell in grid.column(column) if row not in grid.total_rows]
        if not _VOTE.search(head) or not all(
            _YES.fullmatch(c.text) or _NO.fullmatch(c.text) for _, c in cells
        ):
            continue
        voting = [row for row, cell in cells if _YES.fullmatch(cell.text)]
        if voting:
            found.append(sum((_seats(grid, row, numbers) for row in voting), Decimal(0)))
    return found


def _seats(grid: Grid, row: int, numbers: int | None) -> Decimal:
    cell = grid.rows[row][numbers] if numbers is not None else None
    if cell is not None and cell.number is not None:
        return cell.number
    begins = _BEGINS_WITH.match(grid.label(row))
    return (count_of(begins["count"]) if begins else None) or Decimal(1)
