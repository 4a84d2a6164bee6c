"""Which blocks belong together, in the order of the flow, before their words are compared.

References can only be judged when it is known of all passages which belongs to which; so pairs come first,
for the whole text, and flows are made of them afterwards.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from clausekit.comparison.chains import Link
from clausekit.comparison.moves import Moved, find_moves
from clausekit.comparison.pairing import pair
from clausekit.comparison.tables import RowPair, filled, pair_tables
from clausekit.comparison.units import Unit, Units
from clausekit.reading import Block, Cell, Passage, Table


class Pair(NamedTuple):
    """Blocks that belong together; one side is empty for what only the other has."""

    olds: tuple[Block, ...]
    news: tuple[Block, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MovePlan:
    """Blocks that moved together."""

    pairs: tuple[Pair, ...]


class Leaves(NamedTuple):
    """Where moved blocks stood."""

    move: MovePlan


class Arrives(NamedTuple):
    """Where moved blocks stand."""

    move: MovePlan


Entry: TypeAlias = Pair | Leaves | Arrives


class Plan:
    """Pairs blocks, and the rows and cells of tables; remembers which passages answer to which."""

    def __init__(self, units: Units) -> None:
        self.units = units
        self.partners: dict[Passage, tuple[Passage, ...]] = {}
        self.rows: dict[tuple[Table, Table], list[RowPair]] = {}
        self.cells: dict[tuple[Cell, Cell], list[Entry]] = {}

    def story(self, old: Sequence[Block], new: Sequence[Block]) -> list[Entry]:
        """Return the entries of two texts, with moves."""
        olds, news = self.units.blocks(old), self.units.blocks(new)
        links = pair(olds, news)
        return self._entries(old, new, links, find_moves(olds, news, links))

    def frame(self, old: Sequence[Block], new: Sequence[Block]) -> list[Entry]:
        """Return the entries of what two cells, notes or headers hold.

        What is left over in both is paired too: the frame stays, and so does a paragraph in it.
        """
        if len(old) == len(new) == 1 and isinstance(old[0], Passage) and isinstance(new[0], Passage):
            return [self._together(old, new)]
        olds, news = self.units.blocks(old), self.units.blocks(new)
        links = filled(pair(olds, news), olds, news, _are_passages)
        if not links and olds and news and _are_passages(olds[-1], news[-1]):
            links = [Link(len(olds) - 1, len(olds), len(news) - 1, len(news), 0)]
        return self._entries(old, new, links, [])

    def _entries(
        self, old: Sequence[Block], new: Sequence[Block], links: Sequence[Link], moves: Sequence[Moved]
    ) -> list[Entry]:
        leaves: dict[int, tuple[int, MovePlan]] = {}
        arrives: dict[int, tuple[int, MovePlan]] = {}
        for moved in moves:
            olds, news = old[moved.old_start : moved.old_end], new[moved.new_start : moved.new_end]
            plan = MovePlan(tuple(self._pairs(olds, news, moved.links)))
            leaves[moved.old_start] = moved.old_end, plan
            arrives[moved.new_start] = moved.new_end, plan
        entries: list[Entry] = []
        i = j = 0
        for link in (*links, Link(len(old), len(old), len(new), len(new), 0)):
            while i < link.old_start:
                if i in leaves:
                    i, plan = leaves[i]
                    entries.append(Leaves(plan))
                else:
                    entries.append(Pair((old[i],), ()))
                    i += 1
            while j < link.new_start:
                if j in arrives:
                    j, plan = arrives[j]
                    entries.append(Arrives(plan))
                else:
                    entries.append(Pair((), (new[j],)))
                    j += 1
            if link.old_end > link.old_start:
                entries.append(self._together(old[i : link.old_end], new[j : link.new_end]))
            i, j = link.old_end, link.new_end
        return entries

    def _pairs(self, old: Sequence[Block], new: Sequence[Block], links: Sequence[Link]) -> Iterator[Pair]:
        yield from (entry for entry in self._entries(old, new, links, []) if isinstance(entry, Pair))

    def _together(self, olds: Sequence[Block], news: Sequence[Block]) -> Pair:
        """Return the pair; note what answers to what, and pair what is in tables."""
        for old in olds:
            for new in news:
                if isinstance(old, Passage) and isinstance(new, Passage):
                    self.partners[old] = (*self.partners.get(old, ()), new)
                elif isinstance(old, Table) and isinstance(new, Table):
                    self._table(old, new)
        return Pair(tuple(olds), tuple(news))

    def _table(self, old: Table, new: Table) -> None:
        self.rows[old, new] = rows = pair_tables(self.units, old, new)
        for row in rows:
            for one, two in row.cells:
                if one and two:
                    self.cells[one, two] = self.frame(one.blocks, two.blocks)


def _are_passages(old: Unit[Block], new: Unit[Block]) -> bool:
    return isinstance(old.of, Passage) and isinstance(new.of, Passage)
