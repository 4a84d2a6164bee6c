"""CK-LEFT-TRACKED: tracked changes that nobody accepted or rejected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern
from clausekit.reading import PARAGRAPH_MARK, Passage, Tracked

_BALLOON = pattern(r"^(?:Formatted|Deleted):[ ](?=\S)")
"""How the text of a printed page begins in which Word's balloons for changes were printed too."""
_DONE = {
    "inserted": "put in",
    "deleted": "taken out",
    "moved-from": "moved",
    "moved-to": "moved",
    "formatted": "set differently",
}


def _check(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each passage with tracked changes, on the words of the first of them that stand in
    it."""
    first = next((place.passage for place in instrument.places), None)
    by_passage: dict[Passage, list[Tracked]] = defaultdict(list)
    for one in instrument.tracked:
        passage = one.passage if one.passage in instrument.place_of else first
        if passage is not None:
            by_passage[passage].append(one)
    for passage, found in by_passage.items():
        yield hit(
            _words(passage, found), _message(found), "Accept or reject it before the text is called final."
        )
    for words, _ in instrument.search(_BALLOON, "text", "heading", signs=("formatted:", "deleted:")):
        yield hit(
            whole(words.passage),
            f"“{words.passage.words.strip()[:60]}” is what Word prints beside a tracked change.",
            "Accept or reject the change, and take these words out.",
            confidence="likely",
        )


def _words(passage: Passage, found: Sequence[Tracked]) -> Words:
    for one in found:
        start = passage.text.find(one.text) if one.text.strip() else -1
        if start >= 0 and one.revision.kind != "deleted":
            return Words(passage, start, start + len(one.text))
    return whole(passage)


def _message(found: Sequence[Tracked]) -> str:
    one = found[0]
    text = " ".join(one.text.replace(PARAGRAPH_MARK, " ").split())
    quoted = (
        f"“{text[:60]}” was {_DONE[one.revision.kind]}"
        if text
        else f"A paragraph was {_DONE[one.revision.kind]}"
    )
    author = f" by {one.revision.author}" if one.revision.author else ""
    more = len(found) - 1
    others = f", with {more} more change{'' if more == 1 else 's'} here" if more else ""
    return f"{quoted}{author} as a tracked change{others}, and nobody accepted or rejected it."


RULE = Rule(
    id="CK-LEFT-TRACKED",
    level="error",
    title="Tracked changes that nobody accepted or rejected",
    why="As long as a change is tracked, two texts stand in one file, and whoever signs it cannot say which"
    " was signed.",
    fails="""
1. Host

1.1 The Council hosts the fund, in which “Council” was put in as a tracked change.
""",
    passes="""
1. Host

1.1 The Council hosts the fund.
""",
    check=_check,
)
