"""Tables that only lay the text out: boxes around provisions, or a column of numbers or titles beside them.

Service specifications are often written so. What stands in the cells of such a table is read as what stands
outside of tables; one of data, of definitions or of signatures stays a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from clausekit.patterns import pattern
from clausekit.recognition.headings import division_label
from clausekit.recognition.lines import BlockLines, CellLines, Line, RowLines, TableLines, lines_in
from clausekit.recognition.terms import title_definitions
from clausekit.recognition.typed_numbers import typed_number

_ENDS = (".", ";", ":", "; and", "; or", ".”", '."')
_FEWEST_WORDS = 5
"""What has fewer is a title or an answer, not a provision."""
_SHARE = 0.6
"""Of what is said in a table of two columns so much is said in provisions, if it holds text."""
_DOTTED = pattern(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?")
_DEFINES = pattern(r"(?:means?|has the|have the)\b|[a-z]")

_Row = Sequence[CellLines]


def mark_tables_of_text(blocks: Iterable[BlockLines]) -> None:
    """Mark the tables that hold text, also those in their cells, and set their lines free of columns."""
    for block in blocks:
        if isinstance(block, TableLines) and _holds_text(block):
            block.holds_text = True
            for cell in _cells(block):
                for line in cell.blocks:
                    if isinstance(line, Line):
                        line.column = None
                mark_tables_of_text(cell.blocks)


def unfolded(blocks: Iterable[BlockLines]) -> Iterator[BlockLines]:
    """Yield blocks in order, in the place of each table that holds text the blocks in its cells."""
    for block in blocks:
        if isinstance(block, TableLines) and block.holds_text:
            for cell in _cells(block):
                yield from unfolded(cell.blocks)
        else:
            yield block


def hand_on_number(row: RowLines) -> None:
    """Give the number that has a cell for itself to the title or the provision beside it."""
    lines = [line for cell in row.cells for line in _lines(cell) if _says(line)]
    for line, beside in islice(pairwise(lines), 1):
        if line.number and not line.words.strip() and not (beside.number or beside.term):
            beside.number, line.number = line.number, ""
            if beside.heading == 3 and beside.number.isdecimal():
                beside.heading = 2


def _cells(table: TableLines) -> Iterator[CellLines]:
    return (cell for row in table.rows for cell in row.cells)


def _holds_text(table: TableLines) -> bool:
    rows = [[cell for cell in row.cells if any(map(_says, lines_in(cell.blocks)))] for row in table.rows]
    widest = max(map(len, rows), default=0)
    if widest == 1:
        return any(_begins_text(block) for row in rows for cell in row for block in cell.blocks)
    return widest == 2 and _is_text_beside([row for row in rows if len(row) == 2], rows)


def _begins_text(block: BlockLines) -> bool:
    """Tell whether what stands in a box is text: a provision, a numbered title, that of a schedule, or such
    a box again."""
    if isinstance(block, TableLines):
        return _holds_text(block)
    return (
        (_is_provision(block) and not block.text.rstrip().endswith(":"))
        or _is_numbered(block)
        or division_label(replace(block, column=None)) is not None
    )


def _is_text_beside(pairs: Sequence[_Row], rows: Sequence[_Row]) -> bool:
    """Tell whether numbers, or titles, stand beside the provisions that they are of."""
    if not pairs or any(_are_definitions(*pair) for pair in pairs[:1]) or _define(pairs):
        return False
    lines = [line for row in rows for cell in row for line in _lines(cell)]
    said = sum(len(line.text) for line in lines)
    if sum(len(line.text) for line in lines if _is_provision(line)) < _SHARE * said:
        return False
    counts = [sum(map(_is_provision, _lines(right))) for _, right in pairs]
    return (
        sum(_is_number(left) for left, _ in pairs) * 2 > len(pairs)
        or any(sum(map(_is_numbered, _lines(right))) > 1 for _, right in pairs)
        or sum(map(_is_sub_clause, lines)) > 1
        or (len(pairs) > 1 and sum(count > 1 for count in counts) * 2 >= len(pairs))
    )


def _are_definitions(left: CellLines, right: CellLines) -> bool:
    titles = [" ".join(line.text for line in _lines(cell)).strip() for cell in (left, right)]
    return title_definitions(*titles)


def _define(pairs: Sequence[_Row]) -> bool:
    """Tell whether most cells on the right say what those on the left mean."""
    begins = [next(filter(_says, _lines(right)), None) for _, right in pairs]
    return sum(line is not None and _DEFINES.match(line.text) is not None for line in begins) * 2 > len(pairs)


def _is_number(cell: CellLines) -> bool:
    """Tell whether a cell holds nothing but the number of a sub-clause."""
    lines = list(filter(_says, _lines(cell)))
    return len(lines) == 1 and _DOTTED.fullmatch((lines[0].text or lines[0].label).strip()) is not None


def _is_sub_clause(line: Line) -> bool:
    """Tell whether a line is a provision with a number of several parts: "1.1 The Council pays."."""
    number = None if line.label else typed_number(line.text)
    return _is_provision(line) and _DOTTED.fullmatch(number.label if number else line.label) is not None


def _is_provision(line: Line) -> bool:
    words = line.text.rstrip()
    return words.count(" ") + 1 >= _FEWEST_WORDS and (_is_numbered(line) or words.endswith(_ENDS))


def _is_numbered(line: Line) -> bool:
    """Tell whether a line has the number of a clause or sub-clause, given or typed."""
    if line.label:
        return line.label[0].isdigit()
    number = typed_number(line.text)
    return number is not None and bool(number.path) and not number.bare and number.length < len(line.text)


def _says(line: Line) -> bool:
    return bool(line.text.strip() or line.label)


def _lines(cell: CellLines) -> list[Line]:
    return [block for block in cell.blocks if isinstance(block, Line)]
