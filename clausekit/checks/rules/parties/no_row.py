"""CK-PARTY-NO-ROW: a party that has no row in a table that has one for each of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.instrument.parties import Party
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.parties import called, named_parties, names, spoken_of
from clausekit.checks.rules.parties.no_contribution import is_of_contributions
from clausekit.checks.rules.parties.no_notice import without_details
from clausekit.checks.rules.parties.no_signature import signed_tables
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_FEWEST = 3
"""Of two parties, a table that is about one may well be about that one alone."""
_HEAD = pattern(
    r"(?:(?:the|name of(?: the)?|member|partner|nominating|appointing|signatory) )?"
    r"(?:partners?|part(?:y|ies)|organisations?|bod(?:y|ies)|signator(?:y|ies)|members?|agenc(?:y|ies)|names?"
    r"|employers?|controllers?|for|of)"
)
"""What heads a column of the parties; a table of councils or of providers has none of the others."""
_NOT_OF_ALL = pattern(
    r"\b(?:others?|remaining|except|apart from|save|some|those|certain|only|respective"
    r"|following (?:two|three|four))\b"
)
"""What the words before a table say where it is not about all parties."""
_SENTENCE_ENDS = pattern(r"(?<=[.;]) (?=[A-Z])")
_BESIDE = 2
"""So many passages before and after a table may say why a party is not in it."""


class _Lacking(NamedTuple):
    """A table, the party that is ``left_out``, and the row ``at`` which it would stand."""

    grid: Grid
    at: Words
    left_out: Party


def _check(instrument: Instrument) -> Iterator[Hit]:
    parties = named_parties(instrument)
    if len(parties) < _FEWEST:
        return
    known = any(set(_rows(grid, parties)) == set(parties) for grid in instrument.grids)
    for table in filter(None, (_lacking(grid, parties, instrument) for grid in instrument.grids)):
        if not _is_said_why(table, instrument) and (known or not _has_figures(table.grid)):
            yield hit(
                table.at,
                f"“{spoken_of(table.left_out)}” has no row in this table; the other parties have one each.",
                "Add its row, or say beside the table why it has none.",
                confidence="likely",
                related=(table.left_out.name,),
            )


def _lacking(grid: Grid, parties: Sequence[Party], instrument: Instrument) -> _Lacking | None:
    """Return a table in which each row is that of another party, and one party has none."""
    rows = _rows(grid, parties)
    left = [party for party in parties if party not in rows]
    if len(left) != 1 or is_of_contributions(grid) or grid.table in instrument.once(signed_tables):
        return None
    if left[0] in instrument.once(without_details):
        return None
    before = [one for one in parties[: parties.index(left[0])] if one in rows]
    return _Lacking(grid, rows[before[-1]] if before else next(iter(rows.values())), left[0])


def _rows(grid: Grid, parties: Sequence[Party]) -> Mapping[Party, Words]:
    """Return the rows by their parties; none if one is of something else, or of a party again."""
    if not grid.heads or not _HEAD.fullmatch(grid.heads[0].strip().lower()):
        return {}
    own = {_plain(name): party for party in parties for name in called(party)}
    cells = [cell for row, cell in grid.column(0) if row not in grid.total_rows and cell.text]
    found = {own[_plain(cell.text)]: cell.words for cell in cells if cell.words and _plain(cell.text) in own}
    return found if len(found) == len(cells) else {}


def _is_said_why(table: _Lacking, instrument: Instrument) -> bool:
    """Tell whether a head, or what stands beside the table, speaks of the party or of but some of them."""
    texts = [*table.grid.heads, *_beside(table.grid, instrument)]
    return any(
        _NOT_OF_ALL.search(text.lower()) or table.left_out in names(text, (table.left_out,)) for text in texts
    )


def _beside(grid: Grid, instrument: Instrument) -> Iterator[str]:
    """Yield the sentences before and after a table, and the headings among them."""
    own = [place.order for place in instrument.places if place.table is grid.table]
    before = instrument.places[max(0, own[0] - _BESIDE) : own[0]]
    after = instrument.places[own[-1] + 1 : own[-1] + 1 + _BESIDE]
    for places, which in ((before, -1), (after, 0)):
        for place in places:
            if place.role in ("text", "note", "heading"):
                yield _SENTENCE_ENDS.split(place.passage.text.strip())[which]


def _has_figures(grid: Grid) -> bool:
    """Tell whether a table says how much: who gives or gets nothing has no row in it."""
    return any(cell and cell.number is not None for row in grid.rows for cell in row[1:])


def _plain(words: str) -> str:
    return " ".join(words.lower().strip(" .,;:*").split()).removeprefix("the ")


RULE = Rule(
    id="CK-PARTY-NO-ROW",
    level="warning",
    title="A party that has no row in a table with one for each of the others",
    why="Whom to tell, who sits on the board and how long records are kept is looked up in a table. The"
    " party that was forgotten in it has no contact, no seat or no duty.",
    fails="""
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Board

1.1 Each party appoints one member of the board:

| Party | Member |
| --- | --- |
| ⟦Council⟧ | Director of Adult Services |
| Trust | Chief Nurse |
""",
    passes="""
Parties

(1) Westmarch County Council (“the Council”);

(2) Dale Borough Council (“the Borough”); and

(3) Westmarch Community NHS Trust (“the Trust”).

1. Board

1.1 The Borough has no member of the board. Each of the other parties appoints one:

| Party | Member |
| --- | --- |
| Council | Director of Adult Services |
| Trust | Chief Nurse |
""",
    check=_check,
    of_the_whole=True,
)
