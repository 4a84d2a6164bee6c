"""Markdown, as drafts are printed and people write it, as paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clausekit.pages import Run, Runs
from clausekit.patterns import pattern
from clausekit.recognition.typed_numbers import typed_number
from clausekit.texts.contents import mark_contents
from clausekit.texts.lists import count_lists
from clausekit.texts.markup import BREAK, without_markup
from clausekit.texts.notes import with_marks
from clausekit.texts.openings import label_of
from clausekit.texts.shapes import Grid, Paragraph, Shape

_HASHES = pattern(r"(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*")
_BULLET = pattern(r"[-*+•]\s+(?:\[[ xX]\]\s+)?")
_QUOTE = pattern(r"\s{0,3}(?:>[ ]?)+")
_DELIMITER = pattern(r"\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?)?\s*")
_BORDER = pattern(r"\+(?:[-=:]+\+)+")
_CELLS = pattern(r"(?<!\\)\|")
_ESCAPED = pattern(r"\\([\\`*_{}\[\]()#+\-.!|~<>])")
_PICTURE = pattern(r"!\[[^\[\]]{0,300}\](?:\([^()\s]{0,500}\)|\[[^\[\]\s]{1,100}\])")
_LINK = pattern(
    r"(?<![\\!])\[(?P<words>[^\[\]]{1,300})\]"
    r"\((?=[^()\s]*[/#.@:])[^()\s]{1,500}(?:\s+[\"'][^\"']{0,200}[\"'])?\)"
)
_STRUCK = pattern(r"~~(?=\S)(.+?)(?<=\S)~~")
_CODE = pattern(r"(?<!`)`([^`]+)`(?!`)")
_STRONG = pattern(
    r"(?<![\w\\_])__(?=[^\s_])(.+?)(?<=[^\s_])__(?![\w_])|(?<![\\*])\*\*\*(?=[^\s*])(.+?)\*\*\*"
)
_BOLD = pattern(r"(?<![\\*])\*\*(?=\S)(.+?)(?<=\S)\*\*")
_EMPHASIS = pattern(r"(?<![\\\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_UNDERLINE = pattern(r"(?:=+|-+)")
_RULE = pattern(r"(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}")
_LISTED_HEADING = pattern(r"(?P<number>\d{1,3}[.)])\s+#{1,6}\s+(?P<text>.*?)\s*#*")
_GLUED = pattern(r"(?<=[a-z]{2}[.;])(\d{1,2}(?:\.\d{1,2})+)\.? (?=[A-Z])")
"""A number that stands directly behind a sentence: "… of members.5.2. The members …"."""
_FENCE = "```"


@dataclass(frozen=True, slots=True)
class _Source:
    """A line of the source that is not empty, its place in the file, whether it ends where it is printed."""

    text: str
    line: int
    hard: bool = False


def shapes_of_markdown(text: str) -> list[Shape]:
    """Return the headings, paragraphs and tables of a Markdown text, in order."""
    lines = without_markup(text).split("\n")
    found = (shape for chunk in _chunks(lines) for shape in _shapes(chunk))
    shapes = with_marks(shape for shape in found if isinstance(shape, Grid) or shape.text)
    count_lists(shapes)
    mark_contents(shapes)
    return shapes


def _chunks(lines: Iterable[str]) -> Iterator[list[_Source]]:
    """Yield the lines that stand together without an empty line between them."""
    chunk: list[_Source] = []
    for number, line in enumerate((*lines, ""), 1):
        words = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
        if words.strip():
            chunk.append(_Source(words.expandtabs(4).rstrip(), number, words.endswith(("  ", "\\"))))
        elif chunk:
            yield chunk
            chunk = []


def _shapes(lines: Sequence[_Source]) -> Iterator[Shape]:
    start = place = 0
    while place < len(lines):
        end = _end_of_table(lines, place)
        if end:
            yield from _prose(lines[start:place])
            if not all(map(_is_delimiter, lines[place:end])):
                yield _table(lines[place:end])
            start = place = end
        else:
            place += 1
    yield from _prose(lines[start:])


def _end_of_table(lines: Sequence[_Source], start: int) -> int:
    """Return where the table ends that begins with a line, 0 if none does; it may lack a header."""
    first = lines[start].text.strip()
    is_headed = len(lines) > start + 1 and "|" in first and _is_delimiter(lines[start + 1])
    is_bare = _BORDER.fullmatch(first) or (len(first) > 2 and first[0] == first[-1] == "|")
    if not (is_headed or is_bare):
        return 0
    end = start
    while end < len(lines) and ("|" in lines[end].text or _BORDER.fullmatch(lines[end].text.strip())):
        end += 1
    return end


def _is_delimiter(source: _Source) -> bool:
    return _DELIMITER.fullmatch(source.text.strip()) is not None


def _prose(lines: Iterable[_Source]) -> Iterator[Paragraph]:
    paragraph: list[_Source] = []
    for source in _printed(lines):
        words = _words(source)
        heading = _HASHES.fullmatch(words)
        underline = _UNDERLINE.fullmatch(words) if len(paragraph) == 1 else None
        if underline:
            yield _heading(_words(paragraph[0]), paragraph[0], 1 if words[0] == "=" else 2)
            paragraph = []
            continue
        if paragraph and (heading or _opens(words, paragraph[-1])):
            yield _paragraph(paragraph)
            paragraph = []
        if heading:
            yield _heading(heading["text"], source, len(heading["level"]))
        elif not _RULE.fullmatch(words) and not words.startswith(_FENCE):
            paragraph.append(source)
    if paragraph:
        yield _paragraph(paragraph)


def _printed(lines: Iterable[_Source]) -> Iterator[_Source]:
    """Yield the lines as they are printed: what stands after a break of HTML is one of its own."""
    for source in lines:
        *firsts, last = _parted(source.text).split(BREAK)
        for words in firsts:
            if words.strip():
                yield replace(source, text=words, hard=True)
        if last.strip():
            yield replace(source, text=last)


def _parted(text: str) -> str:
    """Return a line with a break before a number that is glued to the sentence before it."""
    own = typed_number(text.strip())
    if own is None or not own.path:
        return text

    def with_break(found: re.Match[str]) -> str:
        path = tuple(map(int, found[1].split(".")))
        return f"{BREAK}{found[0]}" if path[0] == own.path[0] and path > own.path else found[0]

    return _GLUED.sub(with_break, text)


def _opens(words: str, before: _Source) -> bool:
    """Tell whether a line opens a paragraph, though no empty line stands before it."""
    return bool(
        _BULLET.match(words) or _begins_with_number(words) or (before.hard and not words[:1].islower())
    )


def _words(source: _Source) -> str:
    return source.text.strip().removesuffix("\\")


def _begins_with_number(words: str) -> bool:
    number = typed_number(_plain(words.replace("**", "")))
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
    heading = _LISTED_HEADING.fullmatch(words)
    if heading:
        words = f"{heading['number']} **{heading['text'].replace('**', '')}**"
    runs, number = _runs(words), typed_number(_plain(words))
    numbered = number is not None and (not number.bare or bullet is not None)
    if number is not None and numbered and runs[0].text.startswith(number.label):
        mark, rest = number.label, runs[0].text[number.length :]
        runs = (Run(f"{mark}\t{rest}" if rest or len(runs) > 1 else mark, runs[0].bold), *runs[1:])
    return Paragraph(runs, first.line, indent, bullet=bullet is not None and not numbered)


def _table(lines: Sequence[_Source]) -> Grid:
    kept = [source for source in lines if not _is_delimiter(source)]
    rows = _drawn_rows(kept) if _BORDER.fullmatch(lines[0].text.strip()) else _rows(kept)
    width = max(len(cells) for cells, _ in rows)
    return Grid(
        [[_runs(cell) for cell in (*cells, *[""] * (width - len(cells)))] for cells, _ in rows],
        [line for _, line in rows],
        header=len(lines) > 1 and _is_delimiter(lines[1]),
    )


def _rows(lines: Sequence[_Source]) -> list[tuple[list[str], int]]:
    return [(_cells(source.text), source.line) for source in lines]


def _drawn_rows(lines: Sequence[_Source]) -> list[tuple[list[str], int]]:
    """Return the rows of a table drawn with borders, each of which may have several lines."""
    rows: list[tuple[list[str], int]] = []
    begins = True
    for source in lines:
        if _BORDER.fullmatch(source.text.strip()):
            begins = True
            continue
        cells = _cells(source.text)
        if begins or len(cells) != len(rows[-1][0]):
            rows.append((cells, source.line))
        else:
            rows[-1] = (
                [f"{one} {more}".strip() for one, more in zip(rows[-1][0], cells, strict=True)],
                rows[-1][1],
            )
        begins = False
    return rows or [([""], lines[0].line)]


def _cells(line: str) -> list[str]:
    words = line.strip().removeprefix("|").removesuffix("|")
    return [cell.strip().replace(BREAK, "\n") for cell in _CELLS.split(words)]


def _runs(words: str) -> Runs:
    """Return the runs of a line of Markdown; only what is bold is told apart."""
    words = _LINK.sub(r"\g<words>", _PICTURE.sub("", words))
    words = _STRONG.sub(
        lambda found: f"**{found[1] or found[2]}**", _CODE.sub(r"\1", _STRUCK.sub(r"\1", words))
    )
    pieces = _BOLD.split(words)
    runs = (Run(_plain(piece), bold=bool(place % 2)) for place, piece in enumerate(pieces) if piece)
    return tuple(runs) or (Run(""),)


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", words))
