"""Where each passage stands: in which division and clause, in which cell, as what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal, TypeAlias

from clausekit.patterns import pattern
from clausekit.reading import Block, Passage, Reading, Table, passages_of

Role: TypeAlias = Literal["text", "heading", "cell", "signature", "contents", "cover", "note", "margin"]
"""What a passage is: running text (items of lists too), a heading, a cell of a table, a line to be signed or
filled in by whoever signs, a line of the contents, a line of the cover, a footnote, a header or footer."""

_SIGNING = pattern(
    r"\s*(?:signed\b|signature|executed (?:and delivered )?as a deed|the common seal|in the presence of"
    r"|for and on behalf of|on behalf of:?\s|authorised signatory|duly authorised"
    r"|witness(?:ed|’s)?\b(?!\s+(?:to|that|the)))",
    re.IGNORECASE,
)
_LINE_TO_FILL_IN = pattern(
    r"\s*(?:name|title|office|position|post|date|dated|address|occupation|organisation|print(?:ed)? name"
    r"|job title|witness|by|seal)\b[^.:;]{0,40}(?::[^.;]{0,60})?[\s._…–-]*",
    re.IGNORECASE,
)
_BEGINS = pattern(
    r"\s*(?:the\s+)?(?:parties|between|background|recitals?|introduction|whereas|contents)\b"
    r"|\s*(?:definitions?|glossary|interpretation)(?:\s+(?:of|and)\s+\w+)?:?\s*$"
    r"|.{0,80}\bmade\b.{0,60}\bbetween\b",
    re.IGNORECASE,
)
_SHORT_NAME_AFTER = pattern(r"\((?:the )?[“\"‘'][^()]{1,60}[”\"’']\)[;,.]?(?: and)?$")
_SENTENCE_ENDS = (".", ";", ":", ",", ":-", ":–")
_ENDS_WITHIN = pattern(r"[a-z\d)][.?!][”’\"')]* (?=[A-Z])")
_SAYS = pattern(
    r"\b(?:is|are|was|were|has|have|had|shall|must|may|will|can|should|would|does|do|agree[sd]?|pays?|acts?"
    r"|provides?|wish(?:es)?|sets?|applies|apply|means|includes?|remains?)\b"
)
_FEWEST_WORDS = 12
"""Words with a verb that are no fewer say something, though no stop ends them."""
_LONGEST_SIGNATURE_LINE = 200
_LONGEST_COVER = 40
"""So many passages at most are a cover."""


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a passage stands.

    ``number`` is its own in full with its division ("Schedule 2 Part 1, 3.1"), or, if it has none, that of
    the numbered passage before it in the same division. ``clause`` is the heading of the clause in which it
    stands, ``division`` that of the schedule or part. ``definition`` is the passage that begins the
    definition of which it is a part, itself for an entry. ``table``, ``row`` and ``column`` are set in cells.
    ``key`` is that of its note or margin.
    """

    passage: Passage
    order: int
    role: Role
    number: str = ""
    clause: Passage | None = None
    division: Passage | None = None
    definition: Passage | None = None
    table: Table | None = None
    row: int = 0
    column: int = 0
    key: str = ""

    @property
    def heading(self) -> str:
        """The words of the heading under which it stands."""
        above = self.clause or self.division
        return " ".join(above.words.split()) if above else ""

    def __str__(self) -> str:
        """Return the place as a lawyer names it: "clause 7.3 (Pooled Funds)"."""
        number = self.number
        if number and not number[0].isalpha() and not number.startswith("("):
            number = f"clause {number}"
        elif number.startswith("("):
            number = f"paragraph {number}"
        if number and self.heading:
            number = f"{number} ({self.heading})"
        number = number or self.heading or self.key.replace(":", " ")
        if self.definition and self.definition.term and number:
            return f"{number}, definition of “{self.definition.term}”"
        return number


@dataclass(slots=True)
class _Walk:
    """Goes through an instrument and remembers what is above."""

    order: int = 0
    number: str = ""
    division_name: str = ""
    division: Passage | None = None
    clause: Passage | None = None
    definition: Passage | None = None
    signing: bool = False
    covers: frozenset[Passage] = frozenset()

    def body(self, blocks: Iterable[Block]) -> Iterator[Place]:
        for block in _running(blocks):
            if isinstance(block, Passage):
                yield self.passage(block)
            else:
                self.signing = False
                yield from self.table(block, "cell")

    def passage(self, passage: Passage) -> Place:
        role = self.role(passage)
        if role != "contents":
            self.look_up(passage, role)
        return self.place(passage, role)

    def place(self, passage: Passage, role: Role, **at: object) -> Place:
        self.order += 1
        definition = self.definition
        return Place(
            passage,
            self.order - 1,
            role,
            self.number,
            self.clause,
            self.division,
            definition,
            **at,  # type: ignore[arg-type]  # the caller gives fields of Place
        )

    def role(self, passage: Passage) -> Role:
        if passage.contents:
            return "contents"
        if passage in self.covers:
            return "cover"
        if _heads(passage):
            return "heading"
        return "signature" if self.signs(passage) else "text"

    def signs(self, passage: Passage) -> bool:
        """Tell whether a passage is to be signed: it says so, or is a short line after one that does."""
        words = passage.words
        if passage.style.startswith("Signature"):
            return True
        if passage.number and words[:1].islower():
            return False  # an item: "(b) signed the acceptable use policy;"
        if passage.signature or (len(words) <= _LONGEST_SIGNATURE_LINE and _SIGNING.match(words)):
            self.signing = True
            return True
        return bool(self.signing and not passage.number and _LINE_TO_FILL_IN.fullmatch(words))

    def look_up(self, passage: Passage, role: Role) -> None:
        """Take in what the passage is for those that follow it."""
        if passage.division != self.division_name:
            self.division_name, self.division = passage.division, passage if passage.heading else None
            self.clause, self.number = None, passage.division
        if passage.heading == 1 and passage.division:
            self.division, self.clause = passage, None
        elif passage.heading in (1, 2) and role == "heading":
            self.clause = passage
            if not passage.number:
                self.number = self.division_name
        elif role == "heading" and self.clause is None and _BEGINS.match(passage.words):
            self.clause = passage  # below a title that stands on the cover
        if passage.number and passage.heading != 1 and not self.continues_definition(passage):
            if passage.heading == 0 and passage.number.isdecimal() and not _stands_under(self.clause):
                self.clause = None
            self.number = f"{self.division_name}, {passage.number}" if self.division_name else passage.number
        if role in ("heading", "cover", "signature"):
            self.definition = None
            self.signing = role == "signature"
        elif passage.term:
            self.definition = passage
        elif not _goes_on_defining(passage):
            self.definition = None

    def continues_definition(self, passage: Passage) -> bool:
        """Tell whether a passage is an item, such as "(a)", of a definition that has no number."""
        entry = self.definition
        return entry is not None and not entry.number and passage.number.startswith("(")

    def table(self, table: Table, role: Role, key: str = "") -> Iterator[Place]:
        outer, self.definition = self.definition, None
        for number, row in enumerate(table.rows):
            column = 0
            self.definition = None
            for cell in row.cells:
                for passage in passages_of(cell.blocks):
                    if passage.term:
                        self.definition = passage
                    yield self.place(passage, role, table=table, row=number, column=column, key=key)
                column += cell.columns
        self.definition = outer

    def aside(self, key: str, blocks: Iterable[Block], role: Role) -> Iterator[Place]:
        """Yield the places of a note or margin."""
        self.number, self.clause, self.division, self.definition = "", None, None, None
        for block in blocks:
            if isinstance(block, Passage):
                yield self.place(block, role, key=key)
            else:
                yield from self.table(block, role, key)


def places_of(reading: Reading) -> Iterator[Place]:
    """Yield the place of each passage: those of the body in order, then those of notes and margins."""
    walk = _Walk(covers=frozenset(_cover(reading.body)))
    yield from walk.body(reading.body)
    for key, blocks in reading.notes.items():
        yield from walk.aside(key, blocks, "note")
    for key, blocks in reading.margins.items():
        yield from walk.aside(key, blocks, "margin")


def has_body(places: Sequence[Place]) -> bool:
    """Tell whether there are clauses, in parts or not, besides the schedules; if not, those stand alone."""
    outside = [
        place
        for place in places
        if place.role in ("text", "heading") and place.passage.division.partition(" ")[0] in ("", "Part")
    ]
    told = sum(place.role == "text" and not (place.definition or place.passage.term) for place in outside)
    return told > 1 or any(place.passage.number for place in outside)


def attachment_alone(places: Sequence[Place]) -> str:
    """Return the schedule, annex or appendix that is an instrument of its own, "" if there is none.

    It has no clauses around it, and what follows it is attached to it: annexes to a schedule.
    """
    if has_body(places):
        return ""
    divisions = dict.fromkeys(place.passage.division.partition(" Part ")[0] for place in places)
    tops = [one for one in divisions if one]
    kinds = [one.partition(" ")[0] for one in tops]
    return tops[0] if tops and kinds[0] != "Part" and kinds.count(kinds[0]) == 1 else ""


def _running(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks in order, in the place of each table that only lays out text what stands in its cells."""
    for block in blocks:
        if isinstance(block, Table) and block.holds_text:
            for row in block.rows:
                for cell in row.cells:
                    yield from _running(cell.blocks)
        else:
            yield block


def _cover(blocks: Sequence[Block]) -> Iterator[Passage]:
    """Yield the passages of the cover: what stands before anything with a number, and is no sentence.

    A sentence that no stop ends is none of them, but does not end the cover: it may be a note on it.
    """
    for block in islice(_running(blocks), _LONGEST_COVER):
        if not isinstance(block, Passage) or block.number or block.division or block.contents:
            return
        words = block.words.strip()
        if block.style.startswith("Cover"):
            yield block
        elif _BEGINS.match(words) or _ends_sentence(words):
            return
        elif not (_SAYS.search(words) and words.count(" ") >= _FEWEST_WORDS - 1):
            yield block


def _ends_sentence(words: str) -> bool:
    """Tell whether words end a sentence, or have the end of one within."""
    if words.endswith(_SENTENCE_ENDS):
        return " " in words
    return _SAYS.search(words) is not None and _ENDS_WITHIN.search(words) is not None


def _heads(passage: Passage) -> bool:
    """Tell whether a passage is a heading: neither an item "(1)" nor a name with a short one after it."""
    if passage.heading == 3 and passage.number.startswith("("):
        return False
    return passage.heading > 0 and not _SHORT_NAME_AFTER.search(passage.text)


def _stands_under(clause: Passage | None) -> bool:
    """Tell whether a numbered paragraph stands under a heading: one that has no number of its own."""
    return clause is not None and not clause.number


def _goes_on_defining(passage: Passage) -> bool:
    """Tell whether a passage after a definition is part of it: an item such as "(a)", or flush text."""
    if passage.style.startswith("Definition"):
        return True
    if passage.number:
        return passage.number.startswith("(")
    return bool(passage.label) or passage.words[:1].islower()
