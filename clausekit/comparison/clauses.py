"""The clauses and schedules of a reading, and which of the old text answers to which of the new."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clausekit.comparison.flow import Matched
from clausekit.comparison.sources import UNKNOWN, Origin, Sources, origin
from clausekit.reading import Block, Passage, Reading, Table

_TEXT = " Text"


@dataclass(slots=True, eq=False)
class Unit:
    """A clause, or the heading of a schedule or part, with the blocks that stand in it.

    ``root`` is the schedule or annex in which it stands; its own heading is its root too. ``contents`` is
    true of the list of contents.
    """

    origin: Origin
    heading: Passage | None
    blocks: list[Block] = field(default_factory=list)
    root: Unit | None = None
    contents: bool = False

    @property
    def first(self) -> Passage | None:
        """The passage with which it begins, if it does not begin with a table."""
        return self.blocks[0] if isinstance(self.blocks[0], Passage) else None

    @property
    def is_division(self) -> bool:
        """Whether it is the heading of a schedule, an annex or a part."""
        return self.heading is not None and self.heading.heading == 1

    @property
    def named(self) -> bool:
        """Whether a table of clauses has a line for it."""
        return not self.contents and bool(self.heading or self.origin.id)


class Outline:
    """The units of a reading in order, and in which unit and which definition each passage stands.

    ``units_from`` are those from a clause of the library. ``passages`` are all of the body, those in tables
    too. ``numbered_before`` gives for each the one with the number by which it is found: itself, or the
    nearest before it in its unit that is set no further in; numbers inside a definition do not count.
    """

    def __init__(self, reading: Reading, sources: Sources | None) -> None:
        self.units: list[Unit] = []
        self.units_from: dict[str, list[Unit]] = defaultdict(list)
        self.passages: list[Passage] = []
        self.unit_of: dict[Block, Unit] = {}
        self.definition_of: dict[Passage, Passage] = {}
        self.numbered_before: dict[Passage, Passage] = {}
        self._sources = sources
        self._sole = _sole_clause(sources)
        self._term: Passage | None = None
        self._numbered: list[Passage] = []
        self._last_numbered: Passage | None = None
        self._over_contents = _headings_of_contents(reading.body)
        for block in reading.body:
            unit = self._unit(block)
            unit.blocks.append(block)
            self._note(block, unit)

    def _unit(self, block: Block) -> Unit:
        """Return the unit to which the next block of the body belongs, a new one where one begins."""
        last = self.units[-1] if self.units else None
        its_origin = origin(block.clause, self._sources) if block.clause else self._sole
        heading = block if isinstance(block, Passage) and block.heading in (1, 2) else None
        contents = isinstance(block, Passage) and (block.contents or block in self._over_contents)
        if last and last.contents == contents and last.origin == its_origin and not _begins(heading, last):
            last.heading = last.heading or heading
            return last
        unit = Unit(its_origin, heading, contents=contents)
        unit.root = self._root(unit, block)
        self.units.append(unit)
        self.units_from[its_origin.id].append(unit)
        self._term = self._last_numbered = None
        self._numbered = []
        return unit

    def _root(self, unit: Unit, block: Block) -> Unit | None:
        last = self.units[-1].root if self.units else None
        if not block.division:
            return unit if unit.is_division else None
        if last and last.heading and f"{block.division} ".startswith(f"{last.heading.division} "):
            return last
        return unit if unit.is_division else None

    def _note(self, block: Block, unit: Unit, table: Table | None = None) -> None:
        self.unit_of[block] = unit
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    for inner in cell.blocks:
                        self._note(inner, unit, table or block)
            return
        self.passages.append(block)
        self._note_definition(block)
        if block.number and block not in self.definition_of:
            while self._numbered and _depth(self._numbered[-1]) >= _depth(block):
                self._numbered.pop()
            self._numbered.append(block)
            self._last_numbered = block
        around = () if table else (each for each in reversed(self._numbered) if _carries(each, block))
        if nearest := next(iter(around), self._last_numbered):
            self.numbered_before[block] = nearest

    def _note_definition(self, passage: Passage) -> None:
        """Note in which definition a passage stands, up to a number that is set no further in than the
        term."""
        if passage.term:
            self._term = passage
        elif self._term and _ends(self._term, passage):
            self._term = None
        if self._term:
            self.definition_of[passage] = self._term


def _headings_of_contents(blocks: Sequence[Block]) -> set[Block]:
    """Return the headings that stand over a list of contents."""
    return {
        block
        for block, below in pairwise(blocks)
        if isinstance(block, Passage) and isinstance(below, Passage)
        if block.heading and not block.number and not block.contents and below.contents
    }


def _begins(heading: Passage | None, last: Unit) -> bool:
    """Tell whether a heading begins another unit of the same origin.

    Inside a clause of the library only the number of its next repetition does.
    """
    if heading is None or last.contents:
        return False
    return not last.origin.id or (last.heading is not None and heading.number != "")


def _ends(term: Passage, passage: Passage) -> bool:
    """Tell whether a passage is past a definition: a heading, or a number that is set no further in.

    Numbers in brackets are taken for items of the definition at its own margin too.
    """
    if passage.heading or not passage.label:
        return passage.heading > 0
    return passage.indent < term.indent + (not passage.label.startswith("("))


def _depth(passage: Passage) -> tuple[int, int]:
    return passage.level or 0, passage.indent


def _carries(numbered: Passage, passage: Passage) -> bool:
    """Tell whether a passage is the numbered one or stands under it: set in as far, or in its text's style
    ("Level 2 Text" under "Level 2")."""
    if passage is numbered or not passage.style.endswith(_TEXT):
        return numbered.indent <= passage.indent
    return numbered.style == passage.style.removesuffix(_TEXT)


class Pairs:
    """Which unit of the old text answers to which of the new, and which others share words with it.

    Units of one clause of the library answer to each other, else those of one family, else those with most
    words in common.
    """

    def __init__(self, old: Outline, new: Outline, matched: Iterable[Matched]) -> None:
        self.new_of: dict[Unit, Unit] = {}
        self.old_of: dict[Unit, Unit] = {}
        self.shared = _shared_words(old, new, matched)
        self._parts: dict[Unit, list[Unit]] = defaultdict(list)
        self._origins: dict[Unit, list[Unit]] = defaultdict(list)
        for one, other in self.shared:
            self._parts[one].append(other)
            self._origins[other].append(one)
        self._old_ids = {unit.origin.id for unit in old.units}
        self._new_ids = {unit.origin.id for unit in new.units}
        self._kept = {unit for pair in self.shared for unit in pair}
        for one, other in self._in_order_of_merit(old, new):
            if one not in self.new_of and other not in self.old_of:
                self.new_of[one] = other
                self.old_of[other] = one

    def _in_order_of_merit(self, old: Outline, new: Outline) -> Iterator[tuple[Unit, Unit]]:
        merits = {pair: (_kinship(*pair), words) for pair, words in self.shared.items()}
        for pair in _sole_namesakes(old, new):
            merits.setdefault(pair, (_kinship(*pair), 0))
        ranked = sorted(merits.items(), key=lambda item: item[1], reverse=True)
        return (pair for pair, (kinship, _) in ranked if kinship)

    def is_new(self, unit: Unit) -> bool:
        """Whether nothing of a unit was in the old text, or the clause from which it is was not."""
        return unit not in self.old_of and self._is_without(unit, self._old_ids)

    def is_gone(self, unit: Unit) -> bool:
        """Whether nothing of a unit is in the new text, or the clause from which it is is not."""
        return unit not in self.new_of and self._is_without(unit, self._new_ids)

    def _is_without(self, unit: Unit, ids: set[str]) -> bool:
        return unit not in self._kept or (unit.origin.id != "" and unit.origin.id not in ids)

    def headings(self) -> dict[Passage, Passage]:
        """Return the new heading for the old one of each unit that both texts have."""
        return {old.heading: new.heading for old, new in self.new_of.items() if old.heading and new.heading}

    def split_from(self, old: Unit | None, new: Unit | None) -> tuple[Unit, ...]:
        """Return the other units of a split: of the old text's one its parts, of a part that one."""
        if old:
            return tuple(part for part in self._parts[old] if part is not new and self._is_part(old, part))
        return tuple(one for one in self._origins[new] if self._is_part(one, new)) if new else ()

    def joined_from(self, old: Unit | None, new: Unit | None) -> tuple[Unit, ...]:
        """Return the other units of a joining: of the new text's one its parts, of a part that one."""
        if new:
            return tuple(one for one in self._origins[new] if one is not old and self._goes_into(one, new))
        return tuple(other for other in self._parts[old] if self._goes_into(old, other)) if old else ()

    def _is_part(self, old: Unit, new: Unit) -> bool:
        return _size(new) < 2 * self.shared[old, new]

    def _goes_into(self, old: Unit, new: Unit) -> bool:
        return _size(old) < 2 * self.shared[old, new]

    def swapped(self, one: Unit, other: Unit) -> bool:
        """Whether the one was swapped for the other: alternatives of one family."""
        return one.origin.id != other.origin.id and one.origin.family == other.origin.family != ""


def _sole_clause(sources: Sources | None) -> Origin:
    """Return the clause of which a text without tags is, where its sources name no other."""
    if sources is None or len(sources.clauses) != 1:
        return UNKNOWN
    ((name, version),) = sources.clauses.items()
    return Origin(name, version)


def _shared_words(old: Outline, new: Outline, matched: Iterable[Matched]) -> dict[tuple[Unit, Unit], int]:
    """Return how many characters units have in common, by the passages that answer to each other."""
    shared: Counter[tuple[Unit, Unit]] = Counter()
    for step in matched:
        for one in step.olds:
            for other in step.news:
                if one in old.unit_of and other in new.unit_of:
                    units = old.unit_of[one], new.unit_of[other]
                    shared[units] += 1 + min(len(one.text), len(other.text))
    return shared


def _kinship(one: Unit, other: Unit) -> int:
    """Return how near two units are by where they came from; 0 if they cannot answer to each other."""
    if one.contents != other.contents:
        return 0
    if one.origin.id and other.origin.id:
        if one.origin.id == other.origin.id:
            return 3
        return 2 if one.origin.family == other.origin.family else 0
    return 1


def _sole_namesakes(old: Outline, new: Outline) -> Iterator[tuple[Unit, Unit]]:
    """Yield pairs of units of one clause, or of one family, of which each text has just one."""
    names: tuple[Callable[[Unit], str], ...] = (
        lambda unit: unit.origin.id,
        lambda unit: unit.origin.family,
    )
    for name in names:
        groups: tuple[dict[str, list[Unit]], dict[str, list[Unit]]] = defaultdict(list), defaultdict(list)
        for outline, group in zip((old, new), groups, strict=True):
            for unit in outline.units:
                group[name(unit)].append(unit)
        for key, units in groups[0].items():
            if key and len(units) == len(groups[1][key]) == 1:
                yield units[0], groups[1][key][0]


def _size(unit: Unit) -> int:
    return sum(1 + len(block.text) for block in unit.blocks if isinstance(block, Passage))
