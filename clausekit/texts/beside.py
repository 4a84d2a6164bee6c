"""Blocks of parties or signatures that stand side by side, and whose lines the extraction glued together.

"(1) NHS DALE      (2) DALE COUNCIL" is the first line of two such blocks: the lines of the one are to be read
before those of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clausekit.patterns import pattern
from clausekit.recognition.signatures import asks_to_fill_in, is_signature
from clausekit.texts.cells import Piece, pieces_of
from clausekit.texts.printed import Printed

_GAP = r"(?:^|(?<=\s\s))"
_PARTY = pattern(rf"{_GAP}\((?P<number>\d)\)\s+(?=[A-Z])")
_SIGNING = pattern(
    rf"{_GAP}(?:(?:signed|executed)\b|(?:the )?common seal\b|for and on behalf of\b"
    r"|(?-i:For (?:the )?(?=[A-Z])))",
    re.IGNORECASE,
)
_NUMBER = pattern(r"\(\d\)")
_FORM = pattern(r"(?:name|title|position|date|signature|post|role)\s*:", re.IGNORECASE)
_LONGEST_NAME = 4
"""So many lines may the name of a party have on a cover, its number below them."""


def one_after_other(lines: Sequence[Printed]) -> list[Printed]:
    """Return the lines; of blocks that stand side by side those of the left one come first."""
    found: list[Printed] = []
    place = 0
    while place < len(lines):
        block, end = _blocks_at(lines, place)
        found += block or [lines[place]]
        place = end if block else place + 1
    return found


def _blocks_at(lines: Sequence[Printed], place: int) -> tuple[list[Printed], int]:
    """Return the lines of the blocks of which the first stand at a place, one block after the other, and
    where they end; none, if no blocks begin there."""
    line = lines[place]
    if "  " not in line.text or line.tabbed:
        return [], place
    parties = list(_PARTY.finditer(line.text))
    if _count_on([match["number"] for match in parties]):
        starts = [line.indent + match.start() for match in parties]
        end = _end_of_parties(lines, place, starts)
        return [_in_one_line(block) for block in _apart(lines[place:end], starts)], end
    starts = [line.indent + match.start() for match in _SIGNING.finditer(line.text)]
    if len(starts) > 1 and starts[0] == line.indent:
        end = _end_of_signatures(lines, place, starts)
    elif line.text.isupper():
        starts = _middles(pieces_of(line))
        end = _end_of_names(lines, place, starts)
    else:
        return [], place
    return [line for block in _apart(lines[place:end], starts) for line in block], end


def _count_on(numbers: Sequence[str]) -> bool:
    return len(numbers) > 1 and all(int(number) == int(numbers[0]) + at for at, number in enumerate(numbers))


def _end_of_parties(lines: Sequence[Printed], place: int, starts: Sequence[int]) -> int:
    end = place + 1
    while end < len(lines) and not lines[end].gap and _fits(lines[end], starts):
        end += 1
    return end


def _end_of_signatures(lines: Sequence[Printed], place: int, starts: Sequence[int]) -> int:
    end = place + 1
    while end < len(lines) and _fits(lines[end], starts):
        line = lines[end]
        both = len(set(_columns(line, starts))) > 1
        if line.page != lines[place].page or not (both or not line.gap or _is_to_be_filled_in(line.text)):
            break
        if len(_SIGNING.findall(line.text)) and not both:
            break  # the next block stands alone
        end += 1
    return end


def _is_to_be_filled_in(text: str) -> bool:
    return is_signature(text) or asks_to_fill_in(text) or _FORM.match(text) is not None


def _end_of_names(lines: Sequence[Printed], place: int, starts: Sequence[int]) -> int:
    """Return where names end that stand side by side on a cover: each has its number, "(1)", below it."""
    end = place + 1
    while end < min(len(lines), place + _LONGEST_NAME + 1) and not lines[end].gap:
        if not _fits(lines[end], starts):
            break
        end += 1
    numbers = [piece.text for line in lines[place:end] for piece in pieces_of(line)]
    numbers = sorted(number for number in numbers if _NUMBER.fullmatch(number))
    return end if len(starts) == len(numbers) > 1 else place


def _middles(pieces: Sequence[Piece]) -> list[int]:
    """Return where the columns begin in which pieces are centred: half way between them."""
    return [0, *((one.end + other.start) // 2 for one, other in pairwise(pieces))]


def _fits(line: Printed, starts: Sequence[int]) -> bool:
    """Tell whether no piece of a line reaches over the beginning of a column."""
    return (
        all(
            not (piece.start < start - 1 and piece.end > start)
            for piece in pieces_of(line)
            for start in starts
        )
        and line.indent >= starts[0]
    )


def _columns(line: Printed, starts: Sequence[int]) -> list[int]:
    """Return in which column each piece of a line stands."""
    return [
        max(at for at, start in enumerate(starts) if at == 0 or piece.start >= start - 1)
        for piece in pieces_of(line)
    ]


def _apart(lines: Sequence[Printed], starts: Sequence[int]) -> list[list[Printed]]:
    """Return the lines of each of some blocks that stand side by side."""
    return [list(_of_column(lines, starts, column)) for column in range(len(starts))] if lines else []


def _of_column(lines: Sequence[Printed], starts: Sequence[int], column: int) -> Iterator[Printed]:
    gap = True
    for line in lines:
        gap = gap or line.gap
        pieces = [
            piece for piece, at in zip(pieces_of(line), _columns(line, starts), strict=True) if at == column
        ]
        if pieces:
            start, end = pieces[0].start, pieces[-1].end
            words = line.text[start - line.indent : end - line.indent]
            yield replace(line, text=words, indent=starts[0] + max(0, start - starts[column]), gap=gap)
            gap = False


def _in_one_line(block: Sequence[Printed]) -> Printed:
    """Return the lines of a block as one: its width does not tell where a paragraph begins."""
    return replace(block[0], text=" ".join(line.text for line in block))
