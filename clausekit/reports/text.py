"""The report as text: plain in a pipe, in a terminal with colours beside the same signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.comparison.edits import Comparison, Edit
from clausekit.pages import Block, Grid, Heading, Para, words
from clausekit.reports.lines import coloured, columns, mark, plain, wide, wrapped
from clausekit.reports.marked import (
    Fold,
    Line,
    MarkedBlock,
    MarkedCell,
    MarkedRow,
    MarkedTable,
    MarkedText,
    Piece,
    RowFold,
    Sign,
    move_words,
    numbered,
)
from clausekit.reports.marking import marked_texts
from clausekit.reports.paper import summary_blocks, title
from clausekit.reports.remarks import Remarks

TEXT_HEADING = "The text with its changes"

_WIDTH = 80
_LEAST_WIDTH = 30
_STEP = 8
_DEEPER = 4
_BULLET = "- "


def write(comparison: Comparison, *, colour: bool = False, width: int | None = None) -> str:
    """Return the report as text in lines of a width (80 if None is given)."""
    writer = _Writer(max(width or _WIDTH, _LEAST_WIDTH))
    parts = [writer.underlined(title(comparison), "="), *map(writer.block, summary_blocks(comparison))]
    texts = marked_texts(comparison)
    if texts:
        parts += [writer.underlined(f"\n{TEXT_HEADING}", "="), wrapped(_legend(), writer.width)]
        parts += [part for text in texts for part in writer.text(text)]
    printed = _spaced(parts)
    return (coloured(printed) if colour else plain(printed)) + "\n"


def _legend() -> str:
    signs: tuple[tuple[str, str], ...] = (
        ("removed", "deleted"),
        ("added", "inserted"),
        ("same words, other formatting", "formatted"),
        ("moved away", "moved-from"),
        ("moved here", "moved-to"),
    )
    shown = " ".join(mark(word, style) for word, style in signs)
    return f"{shown}; a number in brackets, as in [1], is that of the change."


def _spaced(parts: Sequence[str]) -> str:
    """Return the parts with a blank line between them, but for the items of a list."""
    together = ""
    for part in parts:
        tight = part.startswith(_BULLET) and together.rpartition("\n\n")[2].startswith(_BULLET)
        together += f"{'' if not together else chr(10) if tight else chr(10) * 2}{part}"
    return together


class _Writer:
    """Writes for lines of one width; each edit is explained where it is met first."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._told = Remarks()

    # the summary

    def block(self, block: Block) -> str:
        match block:
            case Heading():
                return self.underlined(
                    f"\n{block.text}" if block.level == 1 else block.text, "=-."[block.level - 1]
                )
            case Para():
                text = "".join(mark(run.text, "bold") if run.bold else run.text for run in block.runs)
                if block.bullet:
                    return wrapped(text, self.width, _BULLET, " " * len(_BULLET))
                return wrapped(text, self.width)
            case Grid():
                rows = [block.header, *([words(cell) for cell in row] for row in block.rows)]
                return columns(rows, self.width, header=True)

    def underlined(self, heading: str, line: str) -> str:
        before = "\n" if heading.startswith("\n") else ""
        text = wrapped(heading.strip(), self.width)
        longest = max(map(len, text.split("\n")))
        return f"{before}{mark(text, 'bold')}\n{line * longest}"

    # the text with its changes

    def text(self, text: MarkedText) -> Iterator[str]:
        if text.name:
            yield self.underlined(text.name, "-")
        for block in text.blocks:
            yield self._marked(block)

    def _marked(self, block: MarkedBlock) -> str:
        match block:
            case Line():
                return "\n".join((self._line(block), *self._remarks(block.edits, block.looks)))
            case MarkedTable():
                rows = [self._row(row) for row in block.rows]
                first = block.rows[0]
                header = isinstance(first, MarkedRow) and first.header and len(rows) > 1
                table = columns(rows, self.width, header=header)
                return "\n".join((table, *self._remarks(block.edits)))
            case Fold():
                return wrapped(mark(f"... {block} ...", "quiet"), self.width)

    def _line(self, line: Line) -> str:
        label = _label(line)
        step = max(_STEP, wide(label) + 1) if label else 0
        start = " " * (_DEEPER * max(line.depth - 1, 0))
        body = "".join(_pieces(line.pieces))
        if line.moved:
            moved = mark(move_words(line), "moved-from" if line.moved == "from" else "moved-to")
            body = f"{moved} {body}"
        elif line.heading and all(piece.sign == "same" for piece in line.pieces):
            body = mark(body, "bold")
        return wrapped(body, self.width, f"{start}{label}{' ' * (step - wide(label))}", start + " " * step)

    def _row(self, row: MarkedRow | RowFold) -> list[str]:
        if isinstance(row, RowFold):
            return [mark(f"... {row} ...", "quiet")]
        return [cell for marked in row.cells for cell in (_cell(marked), *[""] * (marked.columns - 1))]

    def _remarks(self, edits: Sequence[Edit], looks: Sequence[tuple[int, str]] = ()) -> Iterator[str]:
        for remark in self._told.on(edits, looks):
            numbers = ", ".join(f"[{edit.id}]" for edit in remark.edits)
            quiet = mark(f"{numbers} {remark.text}", "quiet")
            yield wrapped(quiet, self.width, " " * _STEP, " " * (_STEP + 4))


def _label(line: Line) -> str:
    return " ".join(_signed(piece.text, piece.sign) for piece in line.label)


def _pieces(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece, number in numbered(pieces):
        text = piece.text.replace("\t", " ")
        yield f"{_signed(text, piece.sign)}{f'[{number}]' if number else ''}"


def _signed(text: str, sign: Sign) -> str:
    return text if sign == "same" else mark(text, sign)


def _cell(cell: MarkedCell) -> str:
    return "\n".join(f"{_label(line)} {''.join(_pieces(line.pieces))}".strip() for line in cell.lines)
