"""What the texts of several passages hold, with a mark between one passage and the next: offsets into it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from clausekit.reading import Passage


def mark_offsets(passages: Sequence[Passage]) -> list[int]:
    """Return where the mark of each passage stands in the text of all of them."""
    lengths = accumulate(len(passage.text) + 1 for passage in passages)
    return [end - 1 for end in lengths]


def count_within(ends: Sequence[int], start: int, stop: int) -> int:
    """Return how many offsets are in a range."""
    return sum(1 for end in ends if start <= end < stop)


def notes_in(passages: Sequence[Passage]) -> dict[int, str]:
    """Return the keys of the notes by where their marks stand in the text of passages."""
    bases = [0, *(end + 1 for end in mark_offsets(passages))]
    return {
        base + span.start: span.note
        for base, passage in zip(bases, passages, strict=False)
        for span in passage.spans
        if span.note
    }


def parameters_in(passages: Sequence[Passage], start: int, end: int) -> set[str]:
    """Return the parameters whose values stand in a range of the text of passages, "" for other text."""
    found: set[str] = set()
    base = 0
    for passage in passages:
        found.update(
            span.parameter for span in passage.spans if base + span.start < end and start < base + span.end
        )
        base += len(passage.text) + 1
    return found


def is_laid_alike(old: Passage, new: Passage) -> bool:
    """Return whether two passages have the same style, level, alignment and indents."""
    return (old.style, old.level, old.alignment, old.indent, old.first_line) == (
        new.style,
        new.level,
        new.alignment,
        new.indent,
        new.first_line,
    )
