"""The structure that a reader sees in a text: headings, divisions, definitions, full numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from clausekit.patterns import pattern
from clausekit.recognition.headings import Division, division_label, heading_rank, leads
from clausekit.recognition.lines import BlockLines, Line, TableLines, lines_in
from clausekit.recognition.sequence import Numbering
from clausekit.recognition.signatures import (
    asks_to_fill_in,
    is_signature,
    leads_to_signature,
    says_who_signs,
)
from clausekit.recognition.tables_of_text import hand_on_number, mark_tables_of_text, unfolded
from clausekit.recognition.terms import (
    heads_definitions,
    is_term_alone,
    leads_to_definitions,
    leaves_quotes_open,
    table_terms,
    term_of,
)
from clausekit.recognition.typed_numbers import TypedNumber, table_numbers, typed_number

_UNFINISHED = pattern(r"\b(?:of|in|to|under|by|with|and|or|see|the|from|as)\s*$")
_LONGEST_WORD = 12
_LOOKAHEAD = 3
"""How many later numbers of the same shape tell whether a number begins a count."""
_APPENDED = pattern(r"(?:appendix|annexe?|enclosure|attachment)\s+[\w.]{1,5}\b", re.IGNORECASE)
_MADE = pattern(
    r"(?:this|the) (?:agreement|deed|memorandum|partnership agreement)\b.{0,40}"
    r"\b(?:made|dated|entered into)\b|dated?(?: this)?[ :_.…\d]|(?:between|parties):?$",
    re.IGNORECASE,
)
"""How an instrument opens."""
_TOP, _OPENING = 4, 120
"""Among so many lines stands to what an instrument is appended; among so many it opens."""
_CONTENTS = pattern(r"(?:table of )?contents:?|index|clauses?\s+pages?(?: no\.?)?", re.IGNORECASE)
_LEADS_TO_PAGE = pattern(r"(?:[._…·]{5,}|(?:[.…] ){5,})[ \t]*\d{1,3}\s*$")
_TABBED_TO_PAGE = pattern(r"\t(?:page[ ])?\d{1,3}\s*$|^\s*clauses?\s+pages?\s*$", re.IGNORECASE)
_LONGEST_LEADER = 60
_NUMBER = pattern(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_MEANS = pattern(r"(?:shall )?(?:means?|ha(?:s|ve) the (?:same )?meanings?)\b")


class Structure:
    """Goes through the lines of a body in order, and sets what follows from their place."""

    def __init__(self, families: Mapping[str, str]) -> None:
        self._families = families
        self._numbering = Numbering()
        self._schedule = ""
        self._part = ""
        self._signing = False
        self._defining = False
        self._before = ""
        self._opened = False
        self._typed: Mapping[Line, TypedNumber] = {}
        self._later: Mapping[Line, Sequence[TypedNumber]] = {}
        self._appended: Line | None = None
        self._unnumbered: Line | None = None
        self._before_meanings: frozenset[Line] = frozenset()
        self._usual_size = 0

    def see(self, blocks: Sequence[BlockLines]) -> None:
        """Set heading, division, term and number of all lines."""
        mark_tables_of_text(blocks)
        running = list(unfolded(blocks))
        _see_contents(running)
        _see_attachments(running)
        self._appended = _appended(blocks)
        self._unnumbered = _only_unnumbered(blocks)
        self._before_meanings = frozenset(_before_meanings(blocks))
        self._usual_size = _usual_size(blocks)
        self._typed = dict(_may_be_numbers(blocks))
        self._typed |= _letters_of_codes(self._typed)
        self._later = _later(self._typed)
        self._see(blocks)
        _see_headings([line for line in lines_in(blocks) if line.number])

    @property
    def _division(self) -> str:
        return " ".join(name for name in (self._schedule, self._part) if name)

    def _see(self, blocks: Iterable[BlockLines]) -> None:
        for block in blocks:
            if isinstance(block, Line):
                self._line(block)
            else:
                self._table(block)

    def _table(self, table: TableLines) -> None:
        """See a table: what is counted in it leaves the counts around it as they are."""
        table.division = self._division
        if table.holds_text:
            for row in table.rows:
                for cell in row.cells:
                    self._see(cell.blocks)
                hand_on_number(row)
            return
        around, self._numbering = self._numbering, Numbering()
        for row in table.rows:
            for cell in row.cells:
                self._see(cell.blocks)
        self._numbering = around
        table_terms(table, announced=self._defining)
        table_numbers(table)

    def _line(self, line: Line) -> None:
        if line.contents:
            return
        goes_on = line.layout.plain and _UNFINISHED.search(self._before) is not None
        self._before = line.text[-_LONGEST_WORD:]
        within_quotes, self._opened = self._opened, leaves_quotes_open(line.text)
        division = None if goes_on or line is self._appended else division_label(line)
        if division and (division.numbered or line is self._unnumbered):
            self._begin(line, division)
        else:
            line.term = term_of(line, announced=self._defining, within_quotes=within_quotes)
            line.signature = self._is_signature(line)
            self._number(line)
            is_none = (line.signature and line.layout.plain) or line in self._before_meanings
            line.heading = 0 if is_none else heading_rank(line, self._usual_size)
            if line.heading in (1, 2) and not line.number:
                self._numbering.begin()
        line.division = self._division
        if line.column is None:
            begins = line.heading or line.number.isdecimal()
            announces = leads_to_definitions(line.text) or (begins and heads_definitions(line.text))
            self._defining = announces or (self._defining and not begins)

    def _is_signature(self, line: Line) -> bool:
        """Tell whether a line belongs to a block of signatures; "Date", or an office, may stand in one."""
        text = line.text
        below = asks_to_fill_in(text) or (line.layout.plain and says_who_signs(text))
        signature = leads_to_signature(text) or is_signature(text) or (self._signing and below)
        self._signing = signature
        return signature

    def _begin(self, line: Line, division: Division) -> None:
        """Begin a schedule, or a part of one."""
        if division.is_part:
            self._schedule, self._part = division.schedule or self._schedule, division.name
        else:
            self._schedule, self._part = division.name, ""
        self._numbering.begin_division(is_part=division.is_part)
        line.heading = 1
        line.number = division.name
        if not line.label:
            line.label, line.typed, line.level = division.label, division.length, 1 if division.is_part else 0

    def _number(self, line: Line) -> None:
        """Set the number of a line; in a table it has none in full, for others there may have the same."""
        layout = line.layout
        number: str | None = None
        if line.label:
            if any(character.isalnum() for character in line.label):
                family = self._families.get(layout.list, "")
                number = self._numbering.native(family, layout.level or 0, line.label, layout.indent)
        elif line.term and line.column is None:
            self._numbering.define()
        elif line in self._typed:
            typed = self._typed[line]
            number = self._numbering.typed(typed, self._later[line])
            if number is not None:
                line.label, line.typed, line.level = typed.label, typed.length, self._numbering.level
                line.term = term_of(line, announced=self._defining)
        if number and line.column is None:
            line.number = number


def _see_contents(blocks: Iterable[BlockLines]) -> None:
    """Mark the lines of a table of contents that was typed by hand: dots lead to the page, or a tab below the
    title "Contents"."""
    below_title = False
    for line in blocks:
        if not isinstance(line, Line):
            below_title = False
            continue
        ends_in_figure = line.text.rstrip()[-1:].isdecimal()
        leads = ends_in_figure and _LEADS_TO_PAGE.search(line.text[-_LONGEST_LEADER:]) is not None
        tabbed = below_title and _TABBED_TO_PAGE.search(line.text[-_LONGEST_LEADER:]) is not None
        line.contents = line.contents or leads or tabbed
        titled = _CONTENTS.fullmatch(line.text.strip()) is not None
        below_title = titled or tabbed or (below_title and not line.text.strip())


def _see_attachments(blocks: Sequence[BlockLines]) -> None:
    """Mark the lines of a list of attachments as contents: "Annex 1 Governance", "Annex 2 Contacts".

    They stand below words that lead to them, and again where they begin.
    """
    runs: list[list[tuple[str, Line]]] = []
    leads = listed = False
    begun: Counter[str] = Counter()
    for block in blocks:
        division = division_label(block) if isinstance(block, Line) and not block.contents else None
        if division is None or not isinstance(block, Line):
            leads, listed = isinstance(block, Line) and block.text.rstrip().endswith(":"), False
            continue
        name = f"{division.schedule} {division.name}"
        begun[name] += 1
        if leads:
            runs.append([])
        if leads or (listed and begun[name] == 1):
            runs[-1].append((name, block))
            leads, listed = False, True
        else:
            listed = False
    for run in runs:
        again = sum(begun[name] > 1 for name, _ in run)
        if len(run) > 1 and 2 * again > len(run):
            for _, line in run:
                line.contents = True


def _only_unnumbered(blocks: Iterable[BlockLines]) -> Line | None:
    """Return the heading of the only schedule or annex, if it has no number."""
    found = [
        (division, block)
        for block in blocks
        if isinstance(block, Line) and not block.contents and (division := division_label(block))
        if not division.is_part
    ]
    return found[0][1] if len(found) == 1 and not found[0][0].numbered else None


def _appended(blocks: Iterable[BlockLines]) -> Line | None:
    """Return the line at the top that says to which paper a whole instrument is appended: "APPENDIX 1"."""
    lines = [line for line in islice(lines_in(blocks), _OPENING) if line.text.strip() and not line.contents]
    found = next((line for line in lines[:_TOP] if _APPENDED.match(line.text)), None)
    return found if any(_MADE.match(line.text) for line in lines) else None


def _before_meanings(blocks: Iterable[BlockLines]) -> Iterator[Line]:
    """Yield the lines that are terms and no headings, in capitals, quotes or bold: "UK GDPR" above "has the
    meaning ..."."""
    for line, following in pairwise(lines_in(blocks)):
        if _MEANS.match(following.text) and is_term_alone(_NUMBER.sub("", line.text)):
            yield line


def _see_headings(numbered: Sequence[Line]) -> None:
    """Set the rank of headings that only their place tells: "7. Funds" before "7.1"."""
    for line, following in pairwise(numbered):
        if not line.heading and leads(line, following):
            line.heading = 2


def _usual_size(blocks: Iterable[BlockLines]) -> int:
    """Return the size of type in which most of the text is set, 0 if no sizes are known."""
    sizes: Counter[int] = Counter()
    for line in lines_in(blocks):
        for span in line.spans:
            sizes[span.look.size] += span.end - span.start
    return max(sizes, key=lambda size: sizes[size], default=0)


def _may_be_numbers(blocks: Iterable[BlockLines]) -> Iterator[tuple[Line, TypedNumber]]:
    for line in lines_in(blocks):
        if line.label or line.contents:
            continue
        typed = typed_number(line.text)
        if typed and line.layout.plain and typed.bare and line.text[typed.length :][:1].islower():
            continue  # "3 members": it counts things
        # A number that stands alone in a cell is a figure.
        if typed and (line.column is None or not (typed.bare or typed.length == len(line.text))):
            yield line, typed


def _letters_of_codes(typed: Mapping[Line, TypedNumber]) -> Mapping[Line, TypedNumber]:
    """Return the letters that head what is numbered with them, "A. BACKGROUND" above "A1", "A2", and one that
    comes after those and heads a glossary, say."""
    heads = {one.path[0] for one in typed.values() if one.path}
    found = {line: number.as_code() for line, number in typed.items()}
    return {
        line: code
        for line, code in found.items()
        if code is not None and not heads.isdisjoint((code.path[0], code.path[0] - 1))
    }


def _later(typed: Mapping[Line, TypedNumber]) -> Mapping[Line, Sequence[TypedNumber]]:
    """Return for each line the next few numbers of the same shape."""
    found: dict[Line, Sequence[TypedNumber]] = {}
    following: dict[str, tuple[TypedNumber, ...]] = {}
    for line, number in reversed(list(typed.items())):
        found[line] = following.get(number.shape, ())
        following[number.shape] = (number, *found[line])[:_LOOKAHEAD]
    return found


def is_structured(blocks: Sequence[BlockLines]) -> bool:
    """Tell whether clauses are recognised: numbers or headings that divide the text."""
    return any(line.number or line.heading > 1 for line in lines_in(blocks))
