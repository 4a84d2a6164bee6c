"""The words that differ between texts that belong together, as ops on their characters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from clausekit.comparison.flow import Change, ChangeKind, Op, Same
from clausekit.comparison.runs import Run, Text, common_runs
from clausekit.comparison.tokens import Token

SameTarget = Callable[[Token, Token], bool]
"""Whether two masked tokens, whose texts differ, are still the same number or point to the same thing."""

_WORDS = re.compile(r"\S*\s+|\S+$")
_WORD_OR_BLANKS = re.compile(r"\S+|\s+")


def compare_words(old: Text, new: Text, same_target: SameTarget) -> tuple[Op, ...]:
    """Return the ops from the old to the new text, which cover both without gaps."""
    runs, olds, news = common_runs(old, new)
    return tuple(_ops(_pieces(runs, olds, news, old.text, new.text, same_target)))


def compare_masked(old: Text, new: Text, same_target: SameTarget) -> tuple[Op, ...]:
    """Return the ops of texts that are the same but for what is masked; their tokens are only the masks."""
    pieces: list[Piece] = []
    i = j = 0
    for one, two in zip(old.tokens, new.tokens, strict=True):
        pieces.append((i, one.start, j, two.start, None))
        pieces += _pair_pieces(old.text, new.text, one, two, same_target)
        i, j = one.end, two.end
    pieces.append((i, len(old.text), j, len(new.text), None))
    return tuple(_ops(iter(pieces)))


Piece = tuple[int, int, int, int, ChangeKind | None]
"""An old and a new range and what differs; None if nothing does."""


def _pieces(
    runs: Sequence[Run],
    olds: Sequence[Token],
    news: Sequence[Token],
    old: str,
    new: str,
    same_target: SameTarget,
) -> Iterator[Piece]:
    """Yield the ranges of the texts in order, blanks between tokens with what they belong to."""
    i = j = 0
    old_at = new_at = 0
    for run in [*runs, Run(len(olds), len(news), 0)]:
        before = olds[i : run.old], news[j : run.new]
        old_to = olds[run.old].start if run.length else len(old)
        new_to = news[run.new].start if run.length else len(new)
        if old[old_at:old_to] == new[new_at:new_to] and _says_all(before):
            yield old_at, old_to, new_at, new_to, None
        else:
            yield from _trimmed(old, new, (old_at, old_to, new_at, new_to), _kind(*before))
        for index in range(run.length):
            one, two = olds[run.old + index], news[run.new + index]
            if index:
                blanks = (old_at, one.start, new_at, two.start)
                yield from _trimmed(old, new, blanks, "space")
            yield from _pair_pieces(old, new, one, two, same_target)
            old_at, new_at = one.end, two.end
        i, j = run.old_end, run.new_end


def _kind(olds: Sequence[Token], news: Sequence[Token]) -> ChangeKind:
    kinds = {token.kind for token in (*olds, *news)}
    if not kinds:
        return "space"
    if kinds == {"note"}:
        return "note"
    return "number" if kinds == {"number"} else "words"


def _says_all(tokens: Iterable[Sequence[Token]]) -> bool:
    """Tell whether the text of tokens is all there is to them; the same text may be cut into others."""
    return not any(token.mask or token.kind in ("note", "object") for each in tokens for token in each)


def _pair_pieces(old: str, new: str, one: Token, two: Token, same_target: SameTarget) -> Iterator[Piece]:
    """Yield what a pair of tokens says: the same, or of a masked pair why it differs."""
    i, j = one.start, two.start
    if old[i : one.end] == new[j : two.end]:
        yield i, one.end, j, two.end, None
        return
    if one.kind == "number":
        yield i, one.end, j, two.end, "number"
        return
    if not one.mask:
        yield from _differing_blanks(old, new, one, two)
        return
    shared = _shared_beginning(old[i : one.end], new[j : two.end])
    yield i, i + shared, j, j + shared, None
    yield i + shared, one.end, j + shared, two.end, "reference" if same_target(one, two) else "words"


def _differing_blanks(old: str, new: str, one: Token, two: Token) -> Iterator[Piece]:
    """Yield the words of a token that both have, and the blanks between them that differ."""
    olds = list(_WORD_OR_BLANKS.finditer(old, one.start, one.end))
    news = list(_WORD_OR_BLANKS.finditer(new, two.start, two.end))
    for left, right in zip(olds, news, strict=True):
        ranges = (left.start(), left.end(), right.start(), right.end())
        if left.group() == right.group():
            yield *ranges, None
        else:
            yield from _trimmed(old, new, ranges, "space")


def _shared_beginning(old: str, new: str) -> int:
    """Return the length of the words that both references begin with ("Part ")."""
    shared = 0
    for one, two in zip(_WORDS.findall(old), _WORDS.findall(new), strict=False):
        if one != two:
            break
        shared += len(one)
    return shared


def _trimmed(old: str, new: str, ranges: tuple[int, int, int, int], kind: ChangeKind) -> Iterator[Piece]:
    """Yield a changed stretch without the blanks that both have at its ends."""
    i, i_end, j, j_end = ranges
    first = _shared_blanks(old[i:i_end], new[j:j_end])
    last = _shared_blanks(old[i + first : i_end][::-1], new[j + first : j_end][::-1])
    yield i, i + first, j, j + first, None
    yield i + first, i_end - last, j + first, j_end - last, kind
    yield i_end - last, i_end, j_end - last, j_end, None


def _shared_blanks(old: str, new: str) -> int:
    shared = 0
    for one, two in zip(old, new, strict=False):
        if one != two or not one.isspace() or one in "\t\n\u2029":
            break
        shared += 1
    return shared


def _ops(pieces: Iterator[Piece]) -> Iterator[Op]:
    """Yield ops: pieces that are the same joined, those that are empty left out."""
    start: tuple[int, int] | None = None
    end = (0, 0)
    for i, i_end, j, j_end, kind in pieces:
        if i == i_end and j == j_end:
            continue
        if kind is None:
            start = start or (i, j)
            end = (i_end, j_end)
            continue
        if start:
            yield Same(start[0], end[0], start[1], end[1])
            start = None
        yield Change(i, i_end, j, j_end, kind)
    if start:
        yield Same(start[0], end[0], start[1], end[1])
