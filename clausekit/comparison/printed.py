"""What a paragraph prints apart from its numbers, so that a file can be held against a draft made anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from clausekit.reading import NOTE_MARK, Passage

REFERENCE = "§"
"""Stands for the number that a reference prints."""

_REFERENCES = re.compile(f"{REFERENCE}[{REFERENCE}\\s]*{REFERENCE}")
_WORD = re.compile(r"\s+|\w+|.", re.DOTALL)
_BEGIN, _END = "\x02", "\x03"
_LIKE = 0.4


def plain(text: str) -> str:
    """Return a text with blanks alike and without marks of notes; references are ``REFERENCE`` already."""
    return _REFERENCES.sub(REFERENCE, " ".join(text.replace(NOTE_MARK, "").split()))


def plain_passage(passage: Passage) -> str:
    """Return what a passage prints in that way."""
    return plain(_masked(passage, 0, len(passage.text)))


def located(passage: Passage, start: int, end: int) -> tuple[str, int, int]:
    """Return what a passage prints, and where in it a stretch of the passage's own text begins and ends."""
    pieces = (
        _masked(passage, 0, start),
        _BEGIN,
        _masked(passage, start, end),
        _END,
        _masked(passage, end, len(passage.text)),
    )
    text = plain("".join(pieces))
    begin = text.index(_BEGIN)
    return text.replace(_BEGIN, "").replace(_END, ""), begin, text.index(_END) - 1


def touches(text: str, start: int, end: int, other: str) -> bool:
    """Tell whether a text differs from another in the stretch from ``start`` to ``end``."""
    for begin, stop in _differences(text, other):
        if (
            (begin <= end and start <= stop)
            if begin == stop or start == end
            else begin < end and start < stop
        ):
            return True
    return False


def closest(text: str, others: Iterable[str]) -> str:
    """Return the one of several texts that has most in common with a text, "" if none has much."""
    matcher = SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(_WORD.findall(text))
    best, merit = "", _LIKE
    for other in others:
        matcher.set_seq1(_WORD.findall(other))
        bounds = (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio)  # cheap ones first
        if all(bound() > merit for bound in bounds):
            best, merit = other, matcher.ratio()
    return best


def _differences(text: str, other: str) -> Iterator[tuple[int, int]]:
    words = _WORD.findall(text)
    places = [0]
    for word in words:
        places.append(places[-1] + len(word))
    for kind, a, b, _, _ in SequenceMatcher(None, words, _WORD.findall(other), autojunk=False).get_opcodes():
        if kind != "equal":
            yield places[a], places[b]


def _masked(passage: Passage, start: int, end: int) -> str:
    return "".join(
        REFERENCE if span.reference else passage.text[max(span.start, start) : min(span.end, end)]
        for span in passage.spans
        if span.start < end and start < span.end
    )
