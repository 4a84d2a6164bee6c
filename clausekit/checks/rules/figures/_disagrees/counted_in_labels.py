"""Numbers of things that the name of a row tells otherwise: "thirteen step-down beds" and "Step-down beds
(14)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_LABEL = pattern(
    r"(?P<things>[A-Za-z][\w’-]*(?:[ -][A-Za-z][\w’-]*){0,3}[ -](?:beds|places|flats|units|posts|homes|houses"
    r"|bays|chairs|vehicles|nurses|workers|practices|sites|centres|sessions))[ ]\((?P<count>\d{1,3})\)",
    re.IGNORECASE,
)
_SOME = pattern(
    r"\b(?:other|further|another|extra|additional|first|up to|at least|at most|more than|of the|of its|than"
    r"|about|some|any|next|last|to|and|or)[ ]$",
    re.IGNORECASE,
)
_NARROWED = pattern(r"[ ](?:in|at|of|for|from|which|that|with|on|each|are|is|were)\b")
_SHORTLY = 20
_FARTHEST = 2


def counted_in_labels(instrument: Instrument) -> Iterator[tuple[Words, Words]]:
    """Yield the numbers of things that are others in the name of the one row which counts them, with that."""
    rows: dict[str, set[Decimal]] = {}
    cells: dict[str, Words] = {}
    for grid in instrument.grids:
        for row in grid.rows[grid.header_rows :]:
            for cell in row[:2]:
                label = _LABEL.fullmatch(cell.text) if cell and cell.words else None
                if label and cell and cell.words:
                    rows.setdefault(plain(label["things"]), set()).add(Decimal(label["count"]))
                    cells[plain(label["things"])] = cell.words
    for name, counts in rows.items():
        if len(counts) == 1:
            yield from _otherwise(name, counts.pop(), cells[name], instrument)


def _otherwise(
    name: str, count: Decimal, cell: Words, instrument: Instrument
) -> Iterator[tuple[Words, Words]]:
    *_, thing = name.split()
    way = re.compile(
        rf"(?<![\w-])(?P<count>{COUNT})[ ](?P<things>(?:[a-z][\w’-]*[ -]){{1,3}}?{thing}s)(?![\w-])",
        re.IGNORECASE,
    )
    for words, found in instrument.search(way, "text", "note", signs=(thing,)):
        told = count_of(found["count"])
        some = _SOME.search(words.shortly_before(_SHORTLY)) or _NARROWED.match(words.shortly_after(_SHORTLY))
        if told and told != count and plain(found["things"]) == name and not some:
            less, more = sorted((told, count))
            if more <= less * _FARTHEST:
                yield words.part(found.start("count"), found.end("count")), cell
