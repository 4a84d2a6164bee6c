"""Members whose number a sentence tells, and whom the table below it names: "The seven members of the Board
are:" above eight rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._tables.set_out import set_out
from clausekit.patterns import pattern

_MEMBERS = pattern(
    rf"\b(?:[Tt]he|[Ii]ts|[Oo]ur|has|have|[Tt]here are|comprises|consists of)[ ](?P<count>{COUNT})[ ]"
    r"(?:voting[ ])?(?:members|people|persons|posts|officers|representatives|directors"
    r"|councillors)\b[^.;]{0,80}"
    r"(?::|\b(?:as follows|below)[^.;]{0,20}[.:])\s*$"
)
_NAMES_PEOPLE = pattern(
    r"(?:post|role|name|member|member of the \w+|office|job title|title|position|who|representative"
    r"|person|seat)s?"
    r"(?: held)?"
)
_NUMBERS = pattern(r"(?:number|no\.?|seats?|members|places|how many|quantity)", re.IGNORECASE)
_SIGNS = ("members", "people", "persons", "posts", "officers", "representatives", "directors", "councillors")
_FEWEST, _NEAR = 2, 2


def members_unlike_their_table(instrument: Instrument) -> Iterator[Counted]:
    """Yield the numbers of members that are not those whom the table directly after them names, one a row."""
    tables = {id(one.grid): one.grid for one in set_out(instrument)}
    for words, found in instrument.search(_MEMBERS, "text", "heading", signs=_SIGNS) if tables else ():
        place, count = instrument.place_of[words.passage], count_of(found["count"])
        for grid in tables.values():
            assert grid.place is not None
            if not 0 < grid.place.order - place.order <= _NEAR or count is None or count < _FEWEST:
                continue
            right = {
                number
                for one in set_out(instrument)
                if one.grid is grid
                for number in (one.number, *one.counts)
            }
            rows = Decimal(len(grid.rows) - grid.header_rows)
            heads = [head.strip().lower() for head in grid.heads]
            one_a_row = _NAMES_PEOPLE.fullmatch(heads[0]) and not any(map(_NUMBERS.fullmatch, heads))
            if one_a_row and count not in right | {rows} and max(count, rows) <= 2 * min(count, rows):
                yield Counted(words.part(*found.span("count")), rows)
