"""Two readings laid side by side: the order of the steps from passages to flows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.comparison.flow import (
    Arrival,
    CellDeleted,
    CellInserted,
    CellMatched,
    CellStep,
    Deleted,
    Departure,
    Flow,
    Flows,
    Inserted,
    Matched,
    Move,
    Op,
    RowDeleted,
    RowInserted,
    RowMatched,
    RowStep,
    Same,
    Step,
    TableMatched,
)
from clausekit.comparison.looks import reformats, relaid
from clausekit.comparison.notes import Identities, pair_margins, pair_notes, shared_identities
from clausekit.comparison.plan import Arrives, Entry, Leaves, MovePlan, Pair, Plan
from clausekit.comparison.runs import Text
from clausekit.comparison.tables import RowPair
from clausekit.comparison.targets import SameTargets
from clausekit.comparison.tokens import Token, mask_tokens, terms_by_first_word, tokens
from clausekit.comparison.units import Units
from clausekit.comparison.words import compare_masked, compare_words
from clausekit.reading import (
    NOTE_MARK,
    OBJECT_MARK,
    PARAGRAPH_MARK,
    Block,
    Cell,
    Passage,
    Reading,
    Table,
    passages_of,
)


def lay_side_by_side(old: Reading, new: Reading, *, ignore_spaces: bool = False) -> Flows:
    """Return the flows from the old to the new text: body, notes and margins.

    With ``ignore_spaces`` changes of blanks stay in the flows, which are exact, but are not to be reported;
    ``Flows.ignore_spaces`` keeps that.
    """
    plan = Plan(Units())
    body = plan.story(old.body, new.body)
    margins = [(key, plan.frame(one, two)) for key, one, two in pair_margins(old, new)]
    writer = _FlowWriter(plan, old, new)
    flow = writer.flow(body)
    return Flows(
        body=flow,
        notes=tuple(
            (one, two, writer.flow(plan.frame(old.notes[one] if one else (), new.notes[two] if two else ())))
            for one, two in pair_notes(flow, old, new)
        ),
        margins=tuple((key, writer.flow(entries)) for key, entries in margins),
        ignore_spaces=ignore_spaces,
    )


class _FlowWriter:
    """Turns pairs into flows."""

    def __init__(self, plan: Plan, old: Reading, new: Reading) -> None:
        self._plan = plan
        self._moves: dict[MovePlan, Move] = {}
        self._terms = terms_by_first_word(
            passage.term for reading in (old, new) for passage in passages_of(reading.body) if passage.term
        )
        self._old_notes, self._new_notes = shared_identities(old, new)
        self._same_target = SameTargets(old, new, plan.partners)

    def flow(self, entries: Sequence[Entry]) -> Flow:
        """Return the flow of a text."""
        return tuple(step for entry in entries for step in self._steps(entry))

    def _steps(self, entry: Entry) -> Iterator[Step]:
        if isinstance(entry, Leaves):
            yield Departure(self._move(entry.move))
        elif isinstance(entry, Arrives):
            yield Arrival(self._move(entry.move))
        elif not entry.news:
            yield from (Deleted(block) for block in entry.olds)
        elif not entry.olds:
            yield from (Inserted(block) for block in entry.news)
        else:
            yield self._matched(entry)

    def _move(self, plan: MovePlan) -> Move:
        if plan not in self._moves:
            self._moves[plan] = Move(self.flow(plan.pairs))
        return self._moves[plan]

    def _matched(self, pair: Pair) -> Step:
        old, new = pair.olds[0], pair.news[0]
        if isinstance(old, Table) and isinstance(new, Table):
            return TableMatched(old, new, tuple(self._row(row) for row in self._plan.rows[old, new]))
        olds, news = _passages(pair.olds), _passages(pair.news)
        ops = self._ops(olds, news)
        return Matched(olds, news, ops, reformats(olds, news, ops), relaid(olds, news))

    def _ops(self, olds: Sequence[Passage], news: Sequence[Passage]) -> tuple[Op, ...]:
        old, new = _text(olds), _text(news)
        if old == new and NOTE_MARK not in old and OBJECT_MARK not in old:
            return (Same(0, len(old), 0, len(new)),) if old else ()
        if len(olds) == len(news) == 1 and (masked := self._only_masks_differ(olds[0], news[0])):
            return compare_masked(Text(old, masked[0]), Text(new, masked[1]), self._same_target)
        return compare_words(
            Text(old, self._tokens(olds, self._old_notes)),
            Text(new, self._tokens(news, self._new_notes)),
            self._same_target,
        )

    def _tokens(self, passages: Sequence[Passage], notes: Identities) -> list[Token]:
        found: list[Token] = []
        offset = 0
        for passage in passages:
            if offset:
                found.append(Token(offset - 1, offset, PARAGRAPH_MARK, "break"))
            found += tokens(passage, self._plan.units.masks(passage), self._terms, notes, offset)
            offset += len(passage.text) + 1
        return found

    def _only_masks_differ(self, old: Passage, new: Passage) -> tuple[list[Token], list[Token]] | None:
        """Return the masks of both as tokens if the texts around them are the same."""
        units = self._plan.units
        masked = units.masked(old)
        if masked != units.masked(new) or NOTE_MARK in masked or OBJECT_MARK in masked:
            return None
        olds, news = mask_tokens(old, units.masks(old)), mask_tokens(new, units.masks(new))
        same_order = [token.kind for token in olds] == [token.kind for token in news]
        return (olds, news) if same_order else None

    def _row(self, row: RowPair) -> RowStep:
        if row.old is None:
            assert row.new is not None
            return RowInserted(row.new)
        if row.new is None:
            return RowDeleted(row.old)
        return RowMatched(row.old, row.new, tuple(self._cell(*cells) for cells in row.cells))

    def _cell(self, old: Cell | None, new: Cell | None) -> CellStep:
        if old and new:
            return CellMatched(old, new, self.flow(self._plan.cells[old, new]))
        if old:
            return CellDeleted(old)
        assert new is not None
        return CellInserted(new)


def _passages(blocks: Sequence[Block]) -> tuple[Passage, ...]:
    return tuple(block for block in blocks if isinstance(block, Passage))


def _text(passages: Sequence[Passage]) -> str:
    return PARAGRAPH_MARK.join(passage.text for passage in passages)
