"""Markdown, as drafts are printed and people write it, as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clausekit.pages import Run, Runs
from clausekit.patterns import pattern
from clausekit.recognition.typed_numbers import typed_number
from clausekit.texts.contents import mark_contents
from clausekit.texts.notes import with_marks
from clausekit.texts.openings import label_of
from clausekit.texts.shapes import Grid, Paragraph, Shape

_HASHES = pattern(r"(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*")
_BULLET = pattern(r"[-*+]\s+")
_DELIMITER = pattern(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
_CELLS = pattern(r"(?<!\\)\|")
_ESCAPED = pattern(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")
_BOLD = pattern(r"(?<![\\*])\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = pattern(r"(?<![\\\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_UNDERLINE = pattern(r"(?:=+|-+)")
_RULE = pattern(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}")
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class _Source:
    """A line of the source that is not empty, its place in the file."""

    text: str
    line: int


def shapes_of_markdown(text: str) -> list[Shape]:
    """Return the headings, paragraphs and tables of a Markdown text, in order."""
    shapes = with_marks(shape for chunk in _chunks(text.split("\n")) for shape in _shapes(chunk))
    mark_contents(shapes)
    return shapes


def _chunks(lines: Iterable[str]) -> Iterator[list[_Source]]:
    """Yield the lines that stand together without an empty line between them."""
    chunk: list[_Source] = []
    for number, line in enumerate((*lines, ""), 1):
        if line.strip():
            chunk.append(_Source(line.expandtabs(4).rstrip(), number))
        elif chunk:
            yield chunk
            chunk = []


def _shapes(lines: Sequence[_Source]) -> Iterator[Shape]:
    if len(lines) > 1 and _DELIMITER.fullmatch(lines[1].text.strip()):
        yield _table(lines)
        return
    paragraph: list[_Source] = []
    for source in lines:
        words = _words(source)
        heading = _HASHES.fullmatch(words)
        underline = _UNDERLINE.fullmatch(words) if len(paragraph) == 1 else None
        if underline:
            yield _heading(_words(paragraph[0]), paragraph[0], 1 if words[0] == "=" else 2)
            paragraph = []
            continue
        if paragraph and (heading or _BULLET.match(words) or _begins_with_number(words)):
            yield _paragraph(paragraph)
            paragraph = []
        if heading:
            yield _heading(heading["text"], source, len(heading["level"]))
        elif not _RULE.fullmatch(words) and not words.startswith(_FENCE):
            paragraph.append(source)
    if paragraph:
        yield _paragraph(paragraph)


def _words(source: _Source) -> str:
    return source.text.strip().removeprefix("> ").removesuffix("\\")


def _begins_with_number(words: str) -> bool:
    number = typed_number(words)
    return number is not None and not number.bare


def _heading(words: str, source: _Source, rank: int) -> Paragraph:
    text = "".join(run.text for run in _runs(words))
    label = label_of(text)
    if label is not None and label.rest:
        text = f"{label.text}\t{label.rest}"
    return Paragraph((Run(text),), source.line, rank=rank)


def _paragraph(lines: Sequence[_Source]) -> Paragraph:
    first = lines[0]
    indent = len(first.text) - len(first.text.lstrip())
    words = " ".join(_words(source) for source in lines)
    bullet = _BULLET.match(words)
    if bullet:
        words = words[bullet.end() :]
    runs, number = _runs(words), typed_number(_plain(words))
    numbered = number is not None and (not number.bare or bullet is not None)
    if number is not None and numbered and runs[0].text.startswith(number.label):
        mark, rest = number.label, runs[0].text[number.length :]
        runs = (Run(f"{mark}\t{rest}" if rest or len(runs) > 1 else mark, runs[0].bold), *runs[1:])
    return Paragraph(runs, first.line, indent, bullet=bullet is not None and not numbered)


def _table(lines: Sequence[_Source]) -> Grid:
    rows = [_cells(source.text) for source in (lines[0], *lines[2:])]
    width = max(map(len, rows))
    return Grid(
        [[_runs(cell) for cell in (*row, *[""] * (width - len(row)))] for row in rows],
        [source.line for source in (lines[0], *lines[2:])],
        header=True,
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line.strip().removeprefix("|").removesuffix("|"))]


def _runs(words: str) -> Runs:
    """Return the runs of a line of Markdown; only what is bold is told apart."""
    pieces = _BOLD.split(words)
    runs = (Run(_plain(piece), bold=bool(place % 2)) for place, piece in enumerate(pieces) if piece)
    return tuple(runs) or (Run(""),)


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", words))
