"""CK-TEXT-AND: a list without "and" or "or" before its last item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._lists import List, lists_of
from clausekit.checks.rules._numbering import faults

_SAYS_HOW = re.compile(
    r"\b(?:any|all|each|one|both|either|some|none|more) of (?:the following|these)\b", re.IGNORECASE
)
_JOINED = re.compile(r"; (?:and|or) \(")
"""An item with the next one in it, as where lines were joined: it is not the last."""
_USUAL = 0.5


def _check(instrument: Instrument) -> Iterator[Hit]:
    gaps = {fault.passage for fault in faults(instrument, "gap")}
    lists = [
        one for one in lists_of(instrument) if _is_one_sentence(one) and one.items[-1].passage not in gaps
    ]
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
        yield hit(
            one.items[-2].last_word,
            f"Neither “and” nor “or” stands before the last item of this list, after"
            f" “{one.items[-2].last_word.text}”.",
            "Add “and” if all the items are meant, “or” if any one of them is.",
            confidence="doubtful" if doubt else "likely",
        )


def _has_titled_bullets(one: List) -> bool:
    """Tell whether a list has no numbers, and items that begin with capitals, as names and titles do."""
    return not any(item.passage.number or item.begins_small for item in one.items)


def _is_one_sentence(one: List) -> bool:
    """Tell whether the items of a list make one sentence: all but the last end with semicolons, or commas."""
    if len(one.items) < 2 or one.items[-1].mark != "." or _JOINED.search(one.items[-1].passage.text):
        return False
    marks = {item.mark for item in one.items[:-1]} - ({""} if one.items[-2].joined else set())
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
