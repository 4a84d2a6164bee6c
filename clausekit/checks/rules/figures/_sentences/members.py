"""Numbers of members, posts or places: what the sentence, list or table that tells them one by one makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_THING = (
    *("members", "representatives", "seats", "directors", "beds", "places", "posts", "homes", "officers"),
    *("councillors", "people", "sites", "schools"),
)
_THINGS = f"(?:{'|'.join(_THING)})"
_BODY = ("panel", "board", "committee", "group", "team", "body")
_SO_MANY = pattern(
    rf"(?<![\w£.,-])(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ](?:(?!(?:ha[sd]|have|with|of|are|is|each"
    rf"|and|or)\b)[a-z-]+[ ]){{0,3}}?{_THINGS}"
    r"(?P<lead>[ ]?(?::|,[ ]of[ ]whom|,[ ](?:namely|being|comprising|made[ ]up[ ]of|as[ ]follows)|[ ]?\("
    r"|[ ]?[–—]"
    rf"|,(?=[ ](?:{COUNT})[ ](?:[a-z]+[ ])?(?:from|by|appointed|nominated|drawn|chosen|named|elected)\b))"
    r"[ ]?)",
    re.IGNORECASE,
)
_NUMBER_OF = pattern(
    rf"\b(?:numbers?|totals?)[ ](?P<count>{COUNT})"
    r"(?P<lead>(?::|,[ ](?:namely|being|comprising|made[ ]up[ ]of|consisting[ ]of)|[ ]?[–—(])[ ]?)",
    re.IGNORECASE,
)
_PANEL_OF = pattern(
    rf"\b(?:{'|'.join(_BODY)})[ ]of[ ](?P<count>{COUNT})"
    r"(?P<lead>[ ]?(?::|,[ ](?:namely|being|comprising|made[ ]up[ ]of|as[ ]follows)|[ ]?[–—(])[ ]?)",
    re.IGNORECASE,
)
_PART = pattern(
    rf"(?:^|,[ ]|;[ ]|\band[ ]|:[ ])(?:and[ ])?(?P<count>{COUNT}|an?)[ ](?!more\b|fewer\b)[a-z]",
    re.IGNORECASE,
)
_OTHER_PART = pattern(r"(?:^|,[ ]|;[ ]|\band[ ])(?:and[ ])?the[ ]", re.IGNORECASE)
"""What may be one part, or belong to the words about another."""
_ANY_COUNT = pattern(rf"(?<![\w-])(?:{COUNT})(?![\w-])", re.IGNORECASE)
_NO_PART = pattern(
    r"\b(?:at least|at most|up to|including|includes?|one of whom|of whom|each|either|or|not more|more"
    r" than|quorum|years?|months?|votes?)\b",
    re.IGNORECASE,
)
_NO_MEMBERS = pattern(
    r"\b(?:at least|at most|up to|not more than|any|quorum|fewer than|each of the|every)[ ](?:of[ ])?$",
    re.IGNORECASE,
)
_VOTING = pattern(
    rf"(?:\b(?:of[ ](?:the|its|our)|has|have|with|comprises?|consists?[ ]of|there[ ]are)[ ](?:[a-z]+[ ])?)"
    rf"(?P<count>{COUNT})(?:[ ]\(\d{{1,3}}\))?[ ]"
    r"(?:voting[ ]members\b|members[ ](?:with|who have|having|entitled to)[ ](?:a[ ]"
    r"|the right to[ ])?vot(?:e|es|ing))\b",
    re.IGNORECASE,
)
_OF_THE_VOTES = pattern(
    rf"\b(?:of|all)[ ](?:the[ ])?(?P<count>{COUNT})[ ](?:available[ ]|possible[ ])?votes\b", re.IGNORECASE
)
_VOTE = pattern(r"\bvot(?:e|es|ing)\b", re.IGNORECASE)
_VOTING_ONLY = pattern(r"(?:voting(?: members| seats)?|with (?:a )?vote|votes)", re.IGNORECASE)
_YES = pattern(r"(?:yes|y|✓|✔|voting|full)", re.IGNORECASE)
_NO = pattern(r"(?:no|n|none|non-voting|in attendance|observer|advisory|[-–—]|)", re.IGNORECASE)
_HOW_MANY = pattern(r"(?:number|no\.?|seats?|members|places|how many)", re.IGNORECASE)
_BEGINS_WITH = pattern(rf"(?P<count>{COUNT})[ ]", re.IGNORECASE)
_FOR_A_BODY = pattern(
    r"(?:for|from|by|on behalf of)[ ](?:the[ ])?[A-Z][\w’-]*(?:[ ][A-Z][\w’-]*){0,5}[,:][ ]"
    r"(?P<roles>(?:the|an?|its)[ ][A-Z][^;:]{2,300})"
)
_NO_ROLE = pattern(r"\b(?:at least|at most|up to|either|one of|each of|any|two|three|four)\b")
_ROLE = pattern(r"(?:^|,[ ](?:and[ ])?|[ ]and[ ])(?:the|an?|its)[ ](?=[A-Z])")
_BRACKETED = pattern(
    r"\([^()]*\)|\b(?:Schedule|Annex|Appendix|Part|Table|[Cc]lause|[Pp]aragraph|[Ss]ection)[ ][\dA-Z][\d.]*\b"
)
"""What tells no part: what stands in brackets, and the number of a schedule or clause."""
_SIGNS = (*_THING, "number ", "numbers ", "total ", "totals ", *(f"{body} of " for body in _BODY))
_LONGEST = 500
_FEWEST = 2


class Counted(NamedTuple):
    """A number as it is ``stated``, what the parts of it make, and where those begin."""

    stated: Words
    made: Decimal
    related: tuple[Words, ...] = ()


def miscounted(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers that are not what their sentence, or the list that it leads in, makes of them."""
    for at, place in enumerate(instrument.places):
        passage = place.passage
        if place.role not in ("text", "note") or not _may_count(passage.text.lower()):
            continue
        for sentence in instrument.sentences_of(passage):
            for found in _counts(sentence):
                stated = Words(passage, found.start("count"), found.end("count"))
                if _NO_MEMBERS.search(stated.shortly_before(20)):
                    continue
                parts = _in_sentence(sentence, found) or _in_list(instrument.places, at, found)
                count, made = count_of(stated.text), sum(parts, Decimal(0))
                if len(parts) >= _FEWEST and count is not None and made != count:
                    yield Counted(stated, made)


def _may_count(text: str) -> bool:
    """Tell whether it is worth while to look for such numbers in a text."""
    return any(sign in text for sign in _SIGNS)


def _counts(sentence: Words) -> Iterator[re.Match[str]]:
    for way in (_SO_MANY, _PANEL_OF, _NUMBER_OF):
        yield from way.finditer(sentence.passage.text, sentence.start, sentence.end)


def _in_sentence(sentence: Words, found: re.Match[str]) -> list[Decimal]:
    """Return the parts that a sentence tells of a number; none if other numbers stand among them."""
    if sentence.end - found.end() > _LONGEST:
        return []
    rest = _BRACKETED.sub("", sentence.passage.text[found.end() : sentence.end])
    parts = [part["count"] for part in _PART.finditer(rest)]
    counts = [part for part in parts if part.lower() not in ("a", "an")]
    known = [count for part in counts if (count := count_of(part)) is not None]
    if _NO_PART.search(rest) or len(_ANY_COUNT.findall(rest)) != len(counts) or len(known) != len(counts):
        return []
    single = [Decimal(1)] * (len(parts) - len(counts))
    return [] if not known or _OTHER_PART.search(rest) else [*known, *single]


def _in_list(places: Sequence[Place], at: int, found: re.Match[str]) -> list[Decimal]:
    """Return the parts that the items of a list tell, each of which begins with a number."""
    text = places[at].passage.text
    if ":" not in found["lead"] or found.end() < len(text.rstrip()):
        return []
    if parts := _roles_in_list(places, at):
        return parts
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


def _roles_in_list(places: Sequence[Place], at: int) -> list[Decimal]:
    """Return how many roles each item of a list tells, "for the Council, the Director and the Head of Care";
    none if any item is no such one."""
    items: list[str] = []
    for place in places[at + 1 :]:
        if place.role != "text" or not place.passage.label or place.passage.label[:1].isdecimal():
            break
        items.append(place.passage.words.strip())
    found = [_FOR_A_BODY.match(item) for item in items]
    roles = [
        Decimal(len(_ROLE.findall(one["roles"]))) for one in found if one and not _NO_ROLE.search(one[0])
    ]
    return roles if len(roles) == len(items) >= _FEWEST and all(roles) else []


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
    for words, found in instrument.search(_OF_THE_VOTES, "text", "note", signs=("votes",)):
        count = count_of(found["count"])
        if count is not None and count not in tables[0]:
            yield Counted(words.part(*found.span("count")), tables[0][0])


def _votes(grid: Grid) -> list[Decimal]:
    """Return how many votes each column about votes gives, as its rows or its total say; none if a table has
    no such column."""
    numbers = next(
        (at for at, head in enumerate(grid.heads) if at and _HOW_MANY.fullmatch(head.strip())), None
    )
    found: list[Decimal] = []
    for column, head in enumerate(grid.heads):
        cells = [(row, cell) for row, cell in grid.column(column) if row not in grid.total_rows]
        if _VOTING_ONLY.fullmatch(head) and cells and all(cell.number is not None for _, cell in cells):
            found.append(sum((cell.number or Decimal(0) for _, cell in cells), Decimal(0)))
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
