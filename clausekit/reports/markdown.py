"""The report as Markdown, for GitHub and whatever else reads it, and legible as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from clausekit.comparison.edits import Comparison, Edit
from clausekit.pages import Block, Grid, Heading, Para, Runs
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

_MARKS: dict[Sign, str] = {"same": "", "deleted": "~~", "inserted": "**", "formatted": "*"}
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~#$]|&(?=[#\w])")
_SPECIAL_AT_START = re.compile(r"^(?:\d{1,9}(?=[.)](?: |$))|(?=[-+:=]))")

_AFTER_SIGN = re.compile(r"[^\w\s](?:\*+|~~)$")


def write(comparison: Comparison) -> str:
    """Return the report as Markdown (CommonMark 0.31 with the tables and the strikethrough of GitHub)."""
    parts = [f"# {_escaped(title(comparison))}", *_blocks(summary_blocks(comparison))]
    texts = marked_texts(comparison)
    if texts:
        legend = "~~removed~~ **added** *same words, other formatting*; \\[1] is the number of a change."
        parts += ["## The text with its changes", legend]
        writer = _TextWriter()
        parts += [part for text in texts for part in writer.text(text)]
    return "\n\n".join(parts) + "\n"


# the summary


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Para) and block.bullet:
            items.append(f"- {_runs(block.runs)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _block(block)
    if items:
        yield "\n".join(items)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * (block.level + 1)} {_escaped(block.text)}"
        case Para():
            return _runs(block.runs)
        case Grid():
            rows = [[_runs(cell) for cell in row] for row in block.rows]
            return _table([_escaped(name) for name in block.header], rows)


def _runs(runs: Runs) -> str:
    return "".join(
        f"**{_escaped(run.text.strip())}** " if run.bold else _escaped(run.text) for run in runs
    ).strip()


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


# the text with its changes


class _TextWriter:
    """Writes marked text; each edit is explained where it is met first."""

    def __init__(self) -> None:
        self._told = Remarks()

    def text(self, text: MarkedText) -> Iterator[str]:
        if text.name:
            yield f"### {_escaped(text.name)}"
        for block in text.blocks:
            yield from self._marked(block)

    def _marked(self, block: MarkedBlock) -> Iterator[str]:
        match block:
            case Line():
                yield _line(block)
                yield from self._remarks(block.edits, block.looks)
            case MarkedTable():
                yield _marked_table(block)
                yield from self._remarks(block.edits)
            case Fold():
                yield f"_… {block} …_"

    def _remarks(self, edits: Sequence[Edit], looks: Sequence[tuple[int, str]] = ()) -> Iterator[str]:
        told = [
            f"> {', '.join(f'{chr(92)}[{edit.id}]' for edit in remark.edits)} {_escaped(remark.text)}"
            for remark in self._told.on(edits, looks)
        ]
        if told:
            yield "\\\n".join(told)


def _label(line: Line) -> str:
    return " ".join(f"{_MARKS[piece.sign]}{_escaped(piece.text)}{_MARKS[piece.sign]}" for piece in line.label)


def _line(line: Line) -> str:
    moved = [f"_{_escaped(move_words(line))}:_"] if line.moved else []
    marked = " ".join(piece for piece in (_label(line), *moved, _pieces(line.pieces)) if piece)
    return f"#### {marked}" if line.heading and "\n" not in marked else _guarded(marked)


def _marked_table(table: MarkedTable) -> str:
    rows = [_row(row) for row in table.rows]
    width = max(map(len, rows))
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    first = table.rows[0]
    if isinstance(first, MarkedRow) and first.header:
        return _table(filled[0], filled[1:])
    return _table([""] * width, filled)


def _row(row: MarkedRow | RowFold) -> list[str]:
    if isinstance(row, RowFold):
        return [f"_… {row} …_"]
    return [cell for marked in row.cells for cell in (_cell(marked), *[""] * (marked.columns - 1))]


def _cell(cell: MarkedCell) -> str:
    lines = (f"{_label(line)} {_pieces(line.pieces)}".strip() for line in cell.lines)
    return "<br>".join(line for line in lines if line)


def _pieces(pieces: Sequence[Piece]) -> str:
    """Return the pieces with their marks, which CommonMark must recognise (section 6.2).

    Inside a mark its words must not begin or end with a blank; and where they begin or end with
    punctuation, a letter that stands outside next to the mark is written as an entity.
    """
    written = ""
    for piece, number in numbered(pieces):
        text = re.sub(r"\s", " ", piece.text)
        core = text.strip(" ")
        if not core:
            written += text
            continue
        before, after = text[: text.index(core[0])], text[len(text.rstrip(" ")) :]
        mark = _MARKS[piece.sign]
        if mark and not before and _is_sign(core[0]):
            written = written[:-1] + _neutral(written[-1:])
        words = _escaped(core)
        if not mark and not before and _AFTER_SIGN.search(written):
            words = _neutral(core[0]) + _escaped(core[1:]) if core[0].isalnum() else words
        tail = f"\\[{number}]" if number else ""
        written += f"{before}{mark}{words}{mark}{tail}{after}"
    return written.strip()


def _is_sign(character: str) -> bool:
    return category(character)[0] in "PS"


def _neutral(character: str) -> str:
    """Return a letter or digit as an entity, which begins and ends with punctuation."""
    return f"&#{ord(character)};" if character.isalnum() else character


def _escaped(text: str) -> str:
    """Return words so that Markdown prints exactly them."""
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", " ".join(text.split("\n")))


def _guarded(line: str) -> str:
    """Return a line that Markdown takes for a paragraph, whatever it begins with."""
    return _SPECIAL_AT_START.sub(lambda found: f"{found[0]}\\", line)
