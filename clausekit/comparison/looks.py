"""What changed in looks only: of characters that stayed, and of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausekit.comparison.flow import Op, Reformat, Relaid, Same
from clausekit.reading import Look, Passage

_INDENT_TOLERANCE = 15
"""Twentieths of a point that word processors round away."""


def reformats(olds: Sequence[Passage], news: Sequence[Passage], ops: Sequence[Op]) -> tuple[Reformat, ...]:
    """Return where characters that are the same look different, in the longest ranges that are alike."""
    if len(olds) == len(news) == 1 and len(ops) == 1 and _same_looks(olds[0], news[0]):
        return ()
    old_looks, new_looks = _looks(olds), _looks(news)
    if len({look for _, _, look in (*old_looks, *new_looks)}) < 2:
        return ()
    return tuple(
        reformat for op in ops if isinstance(op, Same) for reformat in _within(op, old_looks, new_looks)
    )


def relaid(olds: Sequence[Passage], news: Sequence[Passage]) -> tuple[Relaid, ...]:
    """Return which of the paragraphs are laid out differently; several are compared with the
    first that they answer to."""
    return tuple(Relaid(olds[0], new, what) for new in news if (what := _differences(olds[0], new)))


def _same_looks(old: Passage, new: Passage) -> bool:
    return len(old.spans) == len(new.spans) and all(
        one.end == two.end and one.look == two.look for one, two in zip(old.spans, new.spans, strict=True)
    )


def _looks(passages: Sequence[Passage]) -> list[tuple[int, int, Look]]:
    """Return the looks of the text by range; paragraph marks have none."""
    found: list[tuple[int, int, Look]] = []
    offset = 0
    for passage in passages:
        found += [
            (span.start + offset, span.end + offset, span.look)
            for span in passage.spans
            if span.end > span.start
        ]
        offset += len(passage.text) + 1
    return found


def _within(
    same: Same, olds: Sequence[tuple[int, int, Look]], news: Sequence[tuple[int, int, Look]]
) -> Iterator[Reformat]:
    shift = same.new_start - same.old_start
    pending: tuple[int, int, Look, Look] | None = None
    j = 0
    for old_start, old_end, old_look in olds:
        if old_end <= same.old_start or old_start >= same.old_end:
            continue
        while j < len(news) and news[j][1] - shift <= old_start:
            j += 1
        k = j
        while k < len(news) and news[k][0] - shift < old_end:
            new_start, new_end, new_look = news[k]
            start = max(old_start, new_start - shift, same.old_start)
            end = min(old_end, new_end - shift, same.old_end)
            k += 1
            if start >= end or old_look == new_look:
                continue
            if pending and pending[1] == start and pending[2:] == (old_look, new_look):
                pending = (pending[0], end, old_look, new_look)
                continue
            if pending:
                yield _reformat(pending, shift)
            pending = (start, end, old_look, new_look)
    if pending:
        yield _reformat(pending, shift)


def _reformat(pending: tuple[int, int, Look, Look], shift: int) -> Reformat:
    start, end, old, new = pending
    return Reformat(start, end, start + shift, end + shift, old, new)


def _differences(old: Passage, new: Passage) -> tuple[str, ...]:
    found = []
    if old.style.casefold() != new.style.casefold():
        found.append("style")
    found += [name for name in ("level", "alignment") if getattr(old, name) != getattr(new, name)]
    found += [
        name
        for name in ("indent", "first_line")
        if abs(getattr(old, name) - getattr(new, name)) > _INDENT_TOLERANCE
    ]
    return tuple(found)
