"""Pages whose numbers the extraction read as a column of their own: each put before its words again.

Of a page that has its numbers in the margin some converters print the numbers here and the words there:
"3.2.1", "3.2.2", two items, the heading of clause 4, and only then "3.3", "4". The numbers still count, and
the words still stand in order; so the page can be put together again by what each number may stand before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clausekit.texts.openings import has_ended, label_of, refers_on
from clausekit.texts.printed import Printed, by_page

_FEWEST = 4
_IN_TURN = 0.8
"""On this share of their steps the numbers of a page count, once they are in order."""
_LONGEST_TITLE = 120
_BETWEEN_ITEMS = ("and", "or")
_ITEM = 3
"""A number of so many parts is that of an item in a list."""
_NEVER = float("-inf")
_ITS_OWN = 20.0
_WITHOUT_WORDS = -5.0
"""How well a number fits what is not its own, what it stands before already, and no words at all."""

_Path = tuple[int, ...]


@dataclass(slots=True)
class _Piece:
    """Words that may begin a provision: their lines, the numbers that are printed just before them, and the
    number that they begin with if they do."""

    lines: list[Printed]
    before: list[_Path]
    own: _Path

    @property
    def first(self) -> str:
        return self.lines[0].text

    @property
    def is_title(self) -> bool:
        """Whether they may be a heading: a short line that begins with a capital, and does not end."""
        return len(self.lines) == 1 and len(self.first) <= _LONGEST_TITLE and not has_ended(self.first)


def with_numbers_in_turn(lines: Sequence[Printed]) -> list[Printed]:
    """Return the lines; on a page whose numbers stand out of turn, each number before its words."""
    return [line for page in by_page(lines) for part in _parts(page) for line in _in_turn(part)]


def _parts(page: Sequence[Printed]) -> Iterator[Sequence[Printed]]:
    """Yield the parts of a page, of which each but the first begins a schedule or a part, and counts anew."""
    starts = [at for at, line in enumerate(page) if (label := label_of(line.text)) and label.is_division]
    for start, end in pairwise([0, *starts, len(page)]):
        if start < end:
            yield page[start:end]


def _in_turn(page: Sequence[Printed]) -> Sequence[Printed]:
    alone = _alone(page)
    if len(alone) < _FEWEST:
        return page
    pieces = list(_pieces(page, alone))
    if not _are_out_of_turn(alone, pieces):
        return page
    numbers = sorted([*(path for _, path in alone), *(piece.own for piece in pieces if piece.own)])
    steps = list(pairwise(numbers))
    if any(before == after for before, after in steps):
        return page
    if sum(_counts_on(*step) for step in steps) < _IN_TURN * len(steps):
        return page
    return list(_put_together({path: page[place] for place, path in alone}, pieces, numbers))


def _alone(page: Sequence[Printed]) -> list[tuple[int, _Path]]:
    """Return the numbers that stand alone on their lines: where, and their parts."""
    found = [
        (place, path)
        for place, line in enumerate(page)
        if (path := _path(line, alone=True))
        and not (place and not line.gap and refers_on(page[place - 1].text))
    ]
    paths = {path for _, path in found}
    clauses = {path[0] for path in paths if len(path) > 1}
    return [(place, path) for place, path in found if len(path) > 1 or _is_of_clause(path[0], paths, clauses)]


def _path(line: Printed, *, alone: bool) -> _Path:
    """Return the parts of the number with which a line begins, or which is all of it; of none nothing."""
    label = label_of(line.text)
    if label is None or label.alone != alone or label.typed is None or label.typed.items:
        return ()
    return () if label.typed.bare and not alone else label.typed.path


def _is_of_clause(number: int, paths: set[_Path], clauses: set[int]) -> bool:
    """Tell whether a whole number is that of a clause, and not of a note or a row, as the others show."""
    if number in clauses:
        return (number, 1) in paths
    return number - 1 in clauses or number + 1 in clauses


def _are_out_of_turn(alone: Sequence[tuple[int, _Path]], pieces: Sequence[_Piece]) -> bool:
    """Tell whether numbers stand behind greater ones, or many of them together before too few words."""
    if any(after < before for (_, before), (_, after) in pairwise(alone)):
        return True
    starts = [at for at, piece in enumerate(pieces) if piece.before] + [len(pieces)]
    return any(
        len(pieces[start].before) > end - start + 1 and not any(one.own for one in pieces[start:end])
        for start, end in pairwise(starts)
    )


def _counts_on(before: _Path, after: _Path) -> bool:
    """Tell whether a number comes next to another: the first below it, or the next at its level or above."""
    if after == (*before, 1):
        return True
    level = len(after)
    return level <= len(before) and after == (*before[: level - 1], before[level - 1] + 1)


def _pieces(page: Sequence[Printed], alone: Sequence[tuple[int, _Path]]) -> Iterator[_Piece]:
    numbers = dict(alone)
    before: list[_Path] = []
    piece: _Piece | None = None
    for place, line in enumerate(page):
        if place in numbers:
            before.append(numbers[place])
            continue
        own = _path(line, alone=False)
        if piece is None or before or own or (line.gap and not _goes_on(piece, line)):
            if piece is not None:
                yield piece
            piece = _Piece([], before, own)
        piece.lines.append(line)
        before = []
    if piece is not None:
        yield piece


def _goes_on(piece: _Piece, line: Printed) -> bool:
    """Tell whether a line goes on with the sentence of a piece, from which an empty line parts it."""
    last = piece.lines[-1].text
    return line.text[0].islower() and not (has_ended(last) or last in _BETWEEN_ITEMS or piece.is_title)


def _put_together(
    printed: dict[_Path, Printed], pieces: Sequence[_Piece], numbers: Sequence[_Path]
) -> Iterator[Printed]:
    owners = _owners(numbers, pieces)
    for piece, owner in zip(pieces, owners, strict=True):
        first, *others = piece.lines
        if owner and not piece.own:
            number = printed.pop(owner)
            words = f"{number.text}\t{first.text}"
            first = replace(first, text=words, indent=number.indent, gap=True, unsure=piece.before != [owner])
        yield from (first, *others)
    yield from printed.values()


def _owners(numbers: Sequence[_Path], pieces: Sequence[_Piece]) -> list[_Path]:
    """Return the number of each piece, () for none: the best way to pair both in their order."""
    kept = {piece.own for piece in pieces}

    def fitness(at: int, of: int) -> float:
        taken = numbers[at] in kept and pieces[of].own != numbers[at]
        return _NEVER if taken else _fitness(numbers[at], pieces[of])

    best = [[0.0] * (len(pieces) + 1) for _ in range(len(numbers) + 1)]
    for at in range(len(numbers) - 1, -1, -1):
        best[at][-1] = best[at + 1][-1] + _WITHOUT_WORDS
    for of in range(len(pieces) - 1, -1, -1):
        best[-1][of] = best[-1][of + 1] + _without_number(pieces[of])
        for at in range(len(numbers) - 1, -1, -1):
            best[at][of] = max(
                best[at + 1][of + 1] + fitness(at, of),
                best[at][of + 1] + _without_number(pieces[of]),
                best[at + 1][of] + _WITHOUT_WORDS,
            )
    owners: list[_Path] = [()] * len(pieces)
    at = of = 0
    while at < len(numbers) and of < len(pieces):
        if best[at][of] == best[at + 1][of + 1] + fitness(at, of):
            owners[of] = numbers[at]
            at, of = at + 1, of + 1
        elif best[at][of] == best[at][of + 1] + _without_number(pieces[of]):
            of += 1
        else:
            at += 1
    return owners


def _without_number(piece: _Piece) -> float:
    """Return how well words stand without a number: a heading or an item of its own does, a sentence less."""
    if piece.is_title or label_of(piece.first) is not None:
        return 0
    return -1 if piece.first[0].islower() else -2


def _fitness(number: _Path, piece: _Piece) -> float:
    """Return how well a number fits words: that of a clause before a heading, that of an item before words
    with a small letter, that of a sub-clause before a sentence; and better if it is printed before them."""
    if piece.own or label_of(piece.first) is not None:
        return _ITS_OWN if piece.own == number else _NEVER
    near = (3 if len(piece.before) == 1 else 2) if piece.before[:1] == [number] else 0
    small = piece.first[0].islower()
    if len(number) >= _ITEM:
        return near + (3 if small else 1)
    if small:
        return near - 4
    if len(number) == 1:
        return near + (5 if piece.is_title else 0)
    return near + (1 if piece.is_title else 3)
