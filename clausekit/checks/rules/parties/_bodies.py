"""Where bodies are named: in sentences, on covers and in headings, in cells, in addresses, by who signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_POSTCODE = pattern(r"\b[A-Z]{1,2}\d[\dA-Z]?[ \u00a0]\d[A-Z]{2}\b")
_OF_WHOM = pattern(r"[A-Z][a-z]+ (?:of|for|in|to|from|by|at) (?:the )?(?=[A-Z])")
"""A sentence may begin with a word that is no part of the name: "Staff of Westmarch Community Trust"."""
_OFFICE_OF = pattern(
    r"(?:.* )?(?:Boards?|Cabinet|Chief|Directors?|Heads?|Leaders?|Chair|Mayor|Staff|Officers?|Governors"
    r"|Members?|Secretary|Solicitor|Treasurer|Councillors?|Committee|Lead|Manager|Executive|Team)\b.*?"
    r"\b(?:of|for|in|to|from|by|at) (?:the )?"
    r"(?=(?:NHS )?[A-Z][^ ]* (?!of\b)|(?:Vale|Isle|University|London|Royal) )"
)
"""So may a body follow one of its own officers or organs: "Director of Resources of Westmarch Council"."""
_ENDS_OF_BODIES = (
    *("Council", "Trust", "Board", "Group", "ICB", "CCG", "University", "Hospice", "Limited", "CIC"),
    *("Alliance", "Federation", "Association", "College", "Constabulary", "Action"),
    *("Ltd", "LLP", "plc", "Company", "Society", "Foundation", "Authority"),
)
_KINDS_ALONE = (
    "Integrated Care Board",
    "Clinical Commissioning Group",
    "Foundation Trust",
    "NHS Trust",
    "Trust",
)
_SIGNED_FOR = pattern(
    r"\b(?:SIGNED|EXECUTED|SEALED|Signed|Executed|Sealed) (?:as a deed )?(?:for and on behalf of|for|by) "
)
_IN_CAPITALS = tuple(end.upper() for end in _ENDS_OF_BODIES)
_BODY = pattern(
    r"(?:NHS )?[A-Z][\w’'-]*(?: (?:and |of |& )?[A-Z][\w’'-]*){0,9}"
    rf" (?:{'|'.join(dict.fromkeys((*_ENDS_OF_BODIES, *_IN_CAPITALS)))})\b"
)


_PARTED = pattern(
    rf"\b(?:{'|'.join((*_ENDS_OF_BODIES, *_IN_CAPITALS))})(?P<join>,? and |, | & | AND )(?=(?:the )?[A-Z])"
)
"""Between two names that stand one after the other."""
_A_LINE = pattern(
    rf"(?:(?:and|AND|between|BETWEEN|for|FOR) )?(?:\(?\d\)?[.)]? )?(?P<name>{_BODY.pattern})"
    r"(?:,? \(?\d\)?|,? (?:and|AND)|[,;.])*"
)
"""A line that is a name for itself, numbered or not, as on a cover: "and", "(2) Dale Council"."""
_LONGEST_LINE = 140


class Named(NamedTuple):
    """Where a body is named ``at``, and all of its ``name``; ``formal`` tells that the name has a line for
    itself, or stands on the cover or where somebody signs."""

    at: Words
    name: str
    formal: bool = False


def bodies_named(instrument: Instrument) -> tuple[Named, ...]:
    """Return what looks like the name of a body, in the text and where the parties are named and sign."""
    return instrument.once(_all_named)


def _all_named(instrument: Instrument) -> tuple[Named, ...]:
    return tuple(_named(instrument))


def _named(instrument: Instrument) -> Iterator[Named]:
    for one in instrument.capitals:
        if one.likeness == "body":
            before = _OFFICE_OF.match(one.at.text) or (_OF_WHOM.match(one.at.text) if one.first else None)
            at = one.at.part(one.at.start + before.end(), one.at.end) if before else one.at
            yield Named(at, at.text)
    for words, _ in instrument.search(_BODY, "signature", "cover", "heading"):
        formal = instrument.place_of[words.passage].role != "heading"
        yield from (Named(one, one.text, formal) for one in _one_by_one(words))
    for place in instrument.places:
        yield from (_in_cell(place) if place.role == "cell" else _in_line(place))
    yield from _over_two_cells(instrument)


def _one_by_one(words: Words) -> Iterator[Words]:
    """Yield names that stand one after the other: "Dale Council and Weir Trust"."""
    start = words.start
    for join in _PARTED.finditer(words.passage.text, words.start, words.end):
        yield words.part(start, join.start("join"))
        start = join.end()
    yield words.part(start, words.end)


def _in_cell(place: Place) -> Iterator[Named]:
    """Yield the name of a body that has a cell for itself, or for which somebody signs there."""
    passage = place.passage
    ends = passage.text.rstrip().endswith((*_ENDS_OF_BODIES, *_IN_CAPITALS))
    if ends and _BODY.fullmatch(passage.text.strip()):
        yield Named(whole(passage), passage.text.strip())
    signed = _SIGNED_FOR.search(passage.text, passage.typed)
    if signed and (match := _BODY.match(passage.text, signed.end())):
        at = Words(passage, *match.span())
        yield Named(at, at.text)


def _in_line(place: Place) -> Iterator[Named]:
    """Yield the name of a body that has a line of the text for itself, or stands among addresses, as in a
    clause on notices."""
    passage = place.passage
    short = place.role in ("text", "heading") and len(passage.text) <= _LONGEST_LINE
    if short and (line := _A_LINE.fullmatch(passage.text.rstrip(), passage.typed)):
        at = Words(passage, *line.span("name"))
        yield from (Named(one, one.text, formal=True) for one in _one_by_one(at))
    elif place.role == "text" and _POSTCODE.search(passage.text):
        for match in _BODY.finditer(passage.text, passage.typed):
            yield from (Named(one, one.text) for one in _one_by_one(Words(passage, *match.span())))


def _over_two_cells(instrument: Instrument) -> Iterator[Named]:
    """Yield the names that go on in the cell below, "NHS Westmarch and the Vale", "Integrated Care Board"."""
    cells = {(one.table, one.column, one.row): one.passage for one in instrument.places if one.role == "cell"}
    for (table, column, row), above in cells.items():
        below = cells.get((table, column, (row or 0) + 1))
        if below and above.words.startswith("NHS ") and below.words.strip() in _KINDS_ALONE:
            yield Named(whole(above), f"{above.words.strip()} {below.words.strip()}")
