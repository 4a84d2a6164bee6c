"""CK-TEXT-ENDINGS: items of one list that end in different ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.lists import Item, List, lists_of
from clausekit.patterns import pattern
from clausekit.reading import Passage

_NAMES = {";": "a semicolon", ",": "a comma", ".": "a full stop", "": "no mark"}
_FEWEST = 3
_CLAUSE = pattern(r"\d+(?:\.\d+)*")
_NUMBER = pattern(r"^\d+(?:\.\d+)*\.? ")
"""The number of a heading that reads as an item."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    items = {item.passage for one in lists_of(instrument) for item in one.items}
    for one in lists_of(instrument):
        if _is_left_hanging(one, items):
            yield _hanging(one.items[-1])
        if len(one.items) < _FEWEST:
            continue
        usual = _usual(one)
        if usual == "?" and _is_mixed(one):
            yield _mixed(one)
        for item in _odd(one, usual) if usual in _NAMES else ():
            yield hit(
                item.last_word,
                f"“{item.last_word.text}” ends its item with {_NAMES.get(item.mark, item.mark)}, the others"
                f" of the list end with {_NAMES[usual]}.",
                f"End it with {_NAMES[usual]}.",
                confidence="doubtful" if _is_excused(item, one) else "likely",
            )


def _is_left_hanging(one: List, items: Collection[Passage]) -> bool:
    """Tell whether the last item of a list ends with "and" or "or", and a clause follows that is no item of
    a list around it."""
    after = one.after.passage if one.after else None
    goes_on = after is not None and (after in items or not _CLAUSE.fullmatch(after.number))
    return len(one.items) > 1 and one.items[-1].joined and bool(one.items[-1].mark) and not goes_on


def _is_mixed(one: List) -> bool:
    """Tell whether the items of a list, all of them short, end in several ways of which none is usual."""
    marks = {item.mark for item in one.items[:-1] if not (item.joined and not item.mark)}
    plain = all(item.last is item.passage and not item.passage.doubtful for item in one.items)
    return len(one.items) > _FEWEST and plain and len(marks & _NAMES.keys()) > 1 and ";" in marks


def _mixed(one: List) -> Hit:
    first = one.items[0]
    other = next(item for item in one.items if item.mark != first.mark)
    return hit(
        other.last_word,
        f"“{other.last_word.text}” ends its item with {_NAMES.get(other.mark, other.mark)}, the first of the"
        f" list ends with {_NAMES.get(first.mark, first.mark)}.",
        "Let all items but the last end alike.",
        confidence="doubtful",
    )


def _hanging(item: Item) -> Hit:
    return hit(
        item.last_word,
        f"“{item.last_word.text}” leads to another item, but the list ends here.",
        "End the list with a full stop, or put in the item that is missing.",
        confidence="doubtful" if item.passage.doubtful else "likely",
    )


def _usual(one: List) -> str:
    """Return the mark with which items end that are not the last; "?" if there is no usual one."""
    marks = Counter(item.mark for item in one.items[:-1] if not (item.joined and not item.mark))
    if not marks:
        return "?"
    (mark, count), *_ = marks.most_common()
    if mark == "." and marks[";"] == count:
        mark, count = ";", marks[";"]
    odd = sum(marks.values()) - count
    few = odd <= max(1, len(one.items) // 4)
    ends_sentence = mark == ";" and one.items[-2].joined and one.items[-1].mark == "." and odd < count
    return mark if mark in (";", ",", ".") and (few or ends_sentence) else "?"


def _odd(one: List, usual: str) -> Iterator[Item]:
    """Yield the items that end otherwise than others; the last, which ends the sentence, is none of them."""
    for item in one.items[:-1]:
        if item.mark != usual and item.mark != ":" and not (item.joined and not item.mark):
            yield item


def _is_excused(item: Item, one: List) -> bool:
    """Tell whether an item has a reason: several sentences that end, a list below it, a doubtful reading."""
    words = _NUMBER.sub("", item.passage.words.strip())
    several = (". " in words[:-1] and item.mark != "") or item.last is not item.passage
    unlike = not item.begins_small and sum(other.begins_small for other in one.items) > len(one.items) / 2
    fragment = item.mark == "" and not item.begins_small and words.count(" ") < _FEWEST
    return several or unlike or fragment or item.passage.doubtful


RULE = Rule(
    id="CK-TEXT-ENDINGS",
    level="warning",
    title="Items of one list that end in different ways, or a last one that ends with “and”",
    why="A full stop within a list ends the sentence: what the words before the list require then no"
    " longer reaches the items after it.",
    fails="""
1. Records

1.1 The Council shall keep:

(a) minutes;

(b) ⟦accounts.⟧

(c) reports; and

(d) plans.

1.2 It shall send them to:

(a) the ICB; and

(b) the auditor; ⟦and⟧

1.3 It shall keep them for six years.
""",
    passes="""
1. Records

1.1 The Council shall keep:

(a) minutes;

(b) accounts;

(c) reports; and

(d) plans.
""",
    check=_check,
)
