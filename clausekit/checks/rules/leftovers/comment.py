"""CK-LEFT-COMMENT: a comment in the margin of a Word file, or printed with its text."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.reading import Comment

_PRINTED = pattern(r"\bComment(?:ed)? ?\[[A-Za-z]{1,4} ?\d{1,3}\](?: ?:[^\n]{0,200})?")
"""How a word processor prints a comment beside the text: "Commented [AB12]: Is this agreed?"."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    for comment in instrument.comments:
        words = _anchor(comment, instrument)
        if words is not None:
            author = f" by {comment.author}" if comment.author else ""
            yield hit(
                words,
                f"A comment{author} stands in the margin: “{_short(comment.text)}”.",
                "Settle it and take it out.",
            )
    for words, _ in instrument.search(
        _PRINTED, "text", "cell", "note", "heading", "margin", signs=("comment",)
    ):
        yield hit(
            words,
            f"“{_short(words.text)}” is a comment that was printed with the text.",
            "Settle it and take it out.",
        )


def _anchor(comment: Comment, instrument: Instrument) -> Words | None:
    """Return the words that a comment is about; those of the first passage if the file does not say."""
    passage = comment.passage or next((place.passage for place in instrument.places), None)
    if passage is None or passage not in instrument.place_of:
        return None
    start = passage.text.find(comment.anchor) if comment.anchor else -1
    return Words(passage, start, start + len(comment.anchor)) if start >= 0 else whole(passage)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else f"{text[:70]}…"


RULE = Rule(
    id="CK-LEFT-COMMENT",
    level="warning",
    title="A comment in the margin of a Word file",
    why="Comments show what was still being discussed, and they may be privileged or embarrassing.",
    fails="""
1. Host

1.1 The Council hosts the fund, with a comment in the margin that asks whether the ICB agrees.
""",
    passes="""
1. Host

1.1 The Council hosts the fund.
""",
    check=_check,
)
