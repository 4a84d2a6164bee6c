"""A stretch of an instrument: some words of one passage, as a rule quotes them and a report marks them."""

from __future__ import annotations

from typing import NamedTuple

from clausekit.reading import Passage


class Words(NamedTuple):
    """The words from ``start`` to ``end`` of a passage's text."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.passage.text[self.start : self.end]

    @property
    def before(self) -> str:
        """What stands before them in the passage, without a number typed by hand."""
        return self.passage.text[self.passage.typed : self.start]

    @property
    def after(self) -> str:
        """What stands after them in the passage."""
        return self.passage.text[self.end :]

    def shortly_before(self, length: int) -> str:
        """Return at most so many characters of what stands before them; a passage may be very long."""
        return self.passage.text[max(self.passage.typed, self.start - length) : self.start]

    def shortly_after(self, length: int) -> str:
        """Return at most so many characters of what stands after them."""
        return self.passage.text[self.end : self.end + length]

    def overlaps(self, other: Words) -> bool:
        """Tell whether the two have a character in common."""
        return self.passage is other.passage and self.start < other.end and other.start < self.end

    def part(self, start: int, end: int) -> Words:
        """Return some of these words, by offsets in the passage's text."""
        return Words(self.passage, start, end)


def whole(passage: Passage) -> Words:
    """Return all words of a passage, without a number typed by hand."""
    return Words(passage, passage.typed, len(passage.text))
