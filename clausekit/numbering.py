"""The numbers of a document, computed beside the tree.

A scheme has one list of levels for each kind of listing; the same levels drive Word's own numbering, so that
the numbers here and the numbers that Word prints are equal.

Schedules and annexes have a level for themselves and one for their parts; the third is that of paragraphs,
which are counted anew in each schedule and each part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from clausekit.model import (
    Block,
    Clause,
    DefinitionList,
    Document,
    DraftingNote,
    ItemList,
    Schedule,
    Section,
    SignatureBlock,
)
from clausekit.problems import ClausekitError, Finding, Source

Format = Literal["decimal", "lower-letter", "upper-letter", "lower-roman", "upper-roman", "none"]
Listing = Literal["parties", "recitals", "clauses", "definitions", "schedules", "annexes"]


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a listing.

    ``text`` is what stands before the paragraph, with ``%1`` for the first level's counter; ``style`` the
    name of the paragraph style; ``refer`` how a reference reads, ``{}`` being the number.
    """

    format: Format
    text: str
    style: str
    refer: str


@dataclass(frozen=True, slots=True)
class Scheme:
    """A numbering scheme: the levels of each listing, outermost first; none of a listing that it lacks."""

    parties: tuple[Level, ...] = ()
    recitals: tuple[Level, ...] = ()
    clauses: tuple[Level, ...] = ()
    definitions: tuple[Level, ...] = ()
    schedules: tuple[Level, ...] = ()
    annexes: tuple[Level, ...] = ()

    def levels(self, listing: Listing) -> tuple[Level, ...]:
        """Return the levels of a listing."""
        levels: tuple[Level, ...] = getattr(self, listing)
        return levels


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a clause, an item, a definition, a schedule or a part of one.

    ``label`` is what stands before the paragraph ("7.3", "(a)"), ``full`` what a reference prints ("7.3(a)"),
    ``depth`` the index of its level in the listing, ``within`` the key of the schedule, the part or the
    definition inside which the number counts.
    """

    label: str
    full: str
    level: Level
    depth: int
    listing: Listing
    within: str | None = None


Numbers: TypeAlias = Mapping[str, Number]

_SCOPES: Mapping[Listing, int] = {"definitions": 1, "schedules": 2, "annexes": 2}
"""How many levels of a listing are no provisions, but hold provisions that are counted within them."""

_ENTRIES = (
    "A level says in words its format, its text, its style and, if it likes, how a reference reads (refer)."
)


def scheme_from(data: Mapping[str, Any]) -> Scheme:
    """Return the scheme that a block of ``numbering.yaml`` describes; ClausekitError if it is malformed."""
    findings: list[Finding] = []
    listings = {
        listing: _levels(listing, data[listing], findings) for listing in get_args(Listing) if listing in data
    }
    findings += _shared_styles(listings)
    if findings:
        raise ClausekitError(findings)
    return Scheme(**listings)


def _levels(listing: Listing, rows: Any, findings: list[Finding]) -> tuple[Level, ...]:
    if not isinstance(rows, list) or not rows:
        findings.append(_no_levels(listing))
        return ()
    if listing in ("schedules", "annexes") and len(rows) <= _SCOPES[listing]:
        remedy = "They need one for themselves, one for their parts, and one for paragraphs."
        findings.append(_fault(f"The {listing} have too few levels.", remedy))
        return ()
    levels: list[Level] = []
    for depth, row in enumerate(rows, start=1):
        level = _level(f"Level {depth} of the {listing}", row, levels[-1].refer if levels else "{}", findings)
        if level:
            levels.append(level)
    return tuple(levels)


def _shared_styles(listings: Mapping[str, Sequence[Level]]) -> Iterator[Finding]:
    """Yield a finding for each style of a second level: Word ties a style to one level of one list."""
    places: dict[str, str] = {}
    for listing, levels in listings.items():
        for depth, level in enumerate(levels, start=1):
            place = f"level {depth} of the {listing}"
            other = places.setdefault(level.style.lower(), place)
            if other != place:
                message = f'The style "{level.style}" is that of {other} and of {place}.'
                yield _fault(message, "Give each level a style of its own.")


def _no_levels(listing: str) -> Finding:
    message = f"The numbering scheme has no list of levels for {listing}."
    return _fault(message, "Write each level on a line of its own that begins with a hyphen.")


def _level(place: str, row: Any, refer: str, findings: list[Finding]) -> Level | None:
    """Return one level; ``refer`` is how a reference to the level above reads."""
    if not isinstance(row, dict):
        example = '{format: decimal, text: "%1", style: Party}'
        findings.append(_fault(f"{place} is no group of entries.", f"Write for example - {example}."))
        return None
    known = ("format", "text", "style", "refer")
    entries = {name: row.get(name, "") for name in known}
    wrong = [name for name in row if name not in known]
    wrong += [name for name, value in entries.items() if not isinstance(value, str)]
    findings += (_fault(f'{place} has an entry "{name}" that cannot be used.', _ENTRIES) for name in wrong)
    if not wrong and entries["format"] not in get_args(Format):
        given = f'has the format "{entries["format"]}"' if entries["format"] else "has no format"
        findings.append(_fault(f"{place} {given}.", f"Write one of {', '.join(get_args(Format))}."))
    elif not wrong and not entries["style"]:
        findings.append(_fault(f"{place} names no style.", "Name a paragraph style of the house style."))
    elif not wrong:
        return Level(entries["format"], entries["text"], entries["style"], entries["refer"] or refer)
    return None


def _fault(message: str, remedy: str) -> Finding:
    return Finding("numbering-scheme", message, Source("templates/numbering.yaml"), remedy=remedy)


def number(document: Document, scheme: Scheme) -> dict[str, Number]:
    """Return the number of everything that has one, by key, in the order of the document.

    Raises ClausekitError if lists are nested more deeply than the scheme has levels, or if the scheme lacks a
    listing that the document has.
    """
    numbers: dict[str, Number] = {}
    findings: list[Finding] = []
    for section in document.sections:
        match section.kind:
            case "cover" | "execution":
                pass
            case listing if scheme.levels(listing):
                _number_section(section, _Counter(scheme, listing, numbers, findings))
            case listing:
                findings.append(_no_levels(listing))
    if findings:
        raise ClausekitError(findings)
    return numbers


def _number_section(section: Section, counter: _Counter) -> None:
    for child in section.children:
        if isinstance(child, Schedule):
            _number_schedule(child, counter)
        elif section.kind == "clauses":
            _number_clause(child, counter, depth=0)
        else:
            counter.count_blocks(child, child.blocks, depth=0)


def _number_schedule(schedule: Schedule, counter: _Counter) -> None:
    counter.count(schedule.key, depth=0)
    for clause in schedule.clauses:
        _number_clause(clause, counter, depth=2)
    for part in schedule.parts:
        counter.count(part.key, depth=1)
        for clause in part.clauses:
            _number_clause(clause, counter, depth=2)


def _number_clause(clause: Clause, counter: _Counter, depth: int) -> None:
    counter.count(clause.key, depth)
    counter.count_blocks(clause, clause.blocks, depth + 1)


class _Counter:
    """Counts one listing and files each number under its key."""

    def __init__(
        self, scheme: Scheme, listing: Listing, numbers: dict[str, Number], findings: list[Finding]
    ) -> None:
        self.scheme = scheme
        self.listing: Listing = listing
        self.levels = scheme.levels(listing)
        self.numbers = numbers
        self.findings = findings
        self.counts = [0] * len(self.levels)
        self.full = [""] * len(self.levels)
        self.scopes = _SCOPES.get(listing, 0)
        self.open: list[str] = []  # the scopes that the next number counts in, from the outside in

    def count(self, key: str, depth: int) -> None:
        """Give the next number at a depth to the key."""
        level = self.levels[depth]
        self.counts[depth] += 1
        self.counts[depth + 1 :] = [0] * (len(self.levels) - depth - 1)
        label = _label(level, self.levels, self.counts)
        self.full[depth] = label if self._stands_alone(depth) else self.full[depth - 1] + label
        if depth < self.scopes:
            del self.open[depth:]
        within = self.open[-1] if self.open else None
        self.numbers[key] = Number(label, self.full[depth], level, depth, self.listing, within)
        if depth < self.scopes:
            self.open.append(key)

    def _stands_alone(self, depth: int) -> bool:
        """Tell whether the label is the whole number: it repeats those above it, or begins a count."""
        return depth <= self.scopes or f"%{depth}" in self.levels[depth].text

    def count_blocks(self, clause: Clause, blocks: tuple[Block, ...], depth: int) -> None:
        """Number the items in the blocks of a clause; the outermost of them stand at ``depth``."""
        for block in blocks:
            match block:
                case ItemList():
                    for item in block.items:
                        if block.numbered and not self._too_deep(clause, item.line, depth):
                            self.count(item.key, depth)
                            self.count_blocks(clause, item.blocks, depth + 1)
                        else:
                            self.count_blocks(clause, item.blocks, depth)
                case DefinitionList():
                    self._count_definitions(clause, block)
                case DraftingNote() | SignatureBlock() | _:
                    pass

    def _count_definitions(self, clause: Clause, definitions: DefinitionList) -> None:
        if not self.scheme.definitions:
            self.findings.append(_no_levels("definitions"))
            return
        counter = _Counter(self.scheme, "definitions", self.numbers, self.findings)
        for entry in definitions.entries:
            counter.count(entry.key, depth=0)
            counter.count_blocks(clause, entry.blocks, depth=1)

    def _too_deep(self, clause: Clause, line: int, depth: int) -> bool:
        if depth < len(self.levels):
            return False
        self.findings.append(
            Finding(
                "nested-too-deep",
                f"This list is too deep: the scheme has {len(self.levels)} levels for {self.listing}.",
                Source(clause.file, line or None),
                remedy="Write the inner list as flowing text, or as provisions of their own.",
            )
        )
        return True


def _label(level: Level, levels: tuple[Level, ...], counts: Sequence[int]) -> str:
    text = level.text
    for index, (other, count) in enumerate(zip(levels, counts, strict=True), start=1):
        if (place := f"%{index}") in text:
            text = text.replace(place, formatted(other.format, count))
    return text


def formatted(format_: Format, count: int) -> str:
    """Return a counter as a format prints it, as Word does: after z comes aa, then bb."""
    match format_:
        case "decimal":
            return str(count)
        case "lower-letter" | "upper-letter":
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters if format_ == "lower-letter" else letters.upper()
        case "lower-roman" | "upper-roman":
            roman = "".join(_roman(count))
            return roman if format_ == "lower-roman" else roman.upper()
        case "none":
            return ""


def _roman(count: int) -> Iterator[str]:
    for value, letters in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        while count >= value:
            yield letters
            count -= value
