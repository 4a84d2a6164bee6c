"""CK-TEXT-AND: a list without "and" or "or" before its last item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit, Rule, hit
from clausekit.checks.rules._shared.lists import List, lists_of
from clausekit.checks.rules._shared.numbering import faults
from clausekit.checks.rules.text._row_without_and import rows_without_and
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SAYS_HOW = pattern(
    r"\b(?:any|all|each|one|both|either|some|none|more) of (?:the following|these)\b", re.IGNORECASE
)
_JOINED = pattern(r"; (?:and|or) \(")
"""An item with the next one in it, as where lines were joined: it is not the last."""
_LABEL = pattern(r"(?<!\w)\((?P<label>[a-j]|[ivx]{1,4}|\d)\)[ ](?=[\w“])")
_SECOND = pattern(r"\((?:b|ii|2)\)")
_COUNTINGS = (
    tuple("abcdefghij"),
    ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    tuple("123456789"),
)
_UNJOINED = pattern(r"(?P<last>\w+[,;])[ ]$")
_FEWEST_LETTERS = 12
"""An item of a list inside a sentence is at least so long: "(a) or (b)" are numbers."""
_FEWEST_BEFORE = 2
"""Two blanks stand before the items; so that one item at least comes before the "and" that is too early."""
_USUAL = 0.5
_MANY = 4
"""Of more items, one may have lost its mark."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _in_sentences(instrument)
    for words in rows_without_and(instrument):
        yield _hit(words, "likely")
    gaps = {fault.passage for fault in faults(instrument, "gap")}
    lists = [
        one for one in lists_of(instrument) if _is_one_sentence(one) and one.items[-1].passage not in gaps
    ]
    for one in lists:
        if early := _joined_too_early(one):
            yield hit(
                early,
                f"“{early.text}” leads to the last item, but two more follow.",
                "Let it stand at the end of the last item but one only.",
                confidence="doubtful" if one.items[-1].passage.doubtful else "likely",
            )
    without = [one for one in lists if not any(item.joined for item in one.items[:-1])]
    usual = len(lists) - len(without) >= _USUAL * len(lists) or len(lists) == 1
    for one in without:
        says_how = one.lead is not None and _SAYS_HOW.search(one.lead.words)
        doubt = (
            not usual
            or says_how
            or len(one.items) < 2
            or one.items[-1].passage.doubtful
            or _has_titled_bullets(one)
        )
        yield _hit(one.items[-2].last_word, "doubtful" if doubt else "likely")


def _joined_too_early(one: List) -> Words | None:
    """Return the "and" before the last item but one: the last was added, with an "and" of its own or none."""
    *before, early, last_but_one, _ = (None, None, *one.items)
    joined = [item for item in one.items if item.joined]
    if early is None or last_but_one is None or last_but_one.mark != ";":
        return None
    twice = len(before) > _FEWEST_BEFORE and joined == [early, last_but_one] and bool(early.mark)
    if not (twice or joined == [early]):
        return None
    return early.last_word if early.last is early.passage else None


def _in_sentences(instrument: Instrument) -> Iterator[Hit]:
    """Yield a hit for each list inside a sentence whose last item nothing joins: "(a) this, (b) that"."""
    for sentence in instrument.sentences:
        for labels in _counted(sentence.text):
            unjoined = _UNJOINED.search(sentence.text[: labels[-1].start()])
            ends = ";" not in sentence.text[labels[-1].end() :] and sentence.text.rstrip().endswith(".")
            if unjoined and ends and not _SAYS_HOW.search(sentence.text):
                start, end = unjoined.span("last")
                yield _hit(sentence.part(sentence.start + start, sentence.start + end), "likely")


def _counted(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Yield the labels of the list inside a sentence that counts its items from the first one on."""
    labels = list(_LABEL.finditer(sentence)) if _SECOND.search(sentence) else []
    for counting in _COUNTINGS:
        own = [one for one in labels if one["label"] in counting]
        counts = [one["label"] for one in own] == list(counting[: len(own)])
        long = all(after.start() - one.end() >= _FEWEST_LETTERS for one, after in pairwise(own))
        if len(own) > 1 and counts and long:
            yield own
            return


def _hit(last: Words, confidence: Confidence) -> Hit:
    return hit(
        last,
        f"Neither “and” nor “or” stands before the last item of this list, after “{last.text}”.",
        "Add “and” if all the items are meant, “or” if any one of them is.",
        confidence=confidence,
    )


def _has_titled_bullets(one: List) -> bool:
    """Tell whether a list has no numbers, and items that begin with capitals, as names and titles do."""
    return not any(item.passage.number or item.begins_small for item in one.items)


def _is_one_sentence(one: List) -> bool:
    """Tell whether the items of a list make one sentence: all but the last end with semicolons, or commas;
    definitions do not."""
    last = one.items[-1]
    if len(one.items) < 2 or last.mark != "." or last.passage.term or _JOINED.search(last.passage.text):
        return False
    bare = sum(not item.mark for item in one.items[:-1])
    slipped = bare == 1 and (one.items[-2].joined or len(one.items) > _MANY)
    marks = {item.mark for item in one.items[:-1]} - ({""} if slipped or one.items[-2].joined else set())
    return marks in ({";"}, {","}) and not one.items[-2].is_sentence


RULE = Rule(
    id="CK-TEXT-AND",
    level="warning",
    title="A list without “and” or “or” before its last item",
    why="Whether all items of a list must be met or one is enough turns on that one word. Without it the"
    " list can be read in both ways.",
    fails="""
1. Ending

1.1 A Partner may end this agreement if another Partner:

(a) does not pay;

(b) breaks this ⟦agreement;⟧

(c) ceases to be.

1.2 A visit counts if (a) two letters were sent, (b) the family was asked by ⟦telephone,⟧ (c) a record is
kept.

1.3 The Council keeps:

(a) minutes;

(b) accounts; ⟦and⟧

(c) reports;

(d) plans.
""",
    passes="""
1. Ending

1.1 A Partner may end this agreement if another Partner:

(a) does not pay;

(b) breaks this agreement, and:

(i) does not put it right; or

(ii) breaks it again; or

(c) ceases to be.
""",
    check=_check,
)
