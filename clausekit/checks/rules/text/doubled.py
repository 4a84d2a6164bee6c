"""CK-TEXT-DOUBLED: a word, or some words, twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.rules._shared.lists import lists_of
from clausekit.checks.words import Words, whole
from clausekit.patterns import pattern

_DOUBLED = pattern(r"(?<![\w’'-])(?P<word>[A-Za-z]+)[ \u00a0\n]+(?P<again>(?i:(?P=word)))(?![\w’'-])")
_PHRASE_TWICE = pattern(
    r"(?<![\w’'-])(?P<phrase>[A-Za-z]+[;,]? [a-z]+(?: [a-z]+){0,6}) (?P=phrase)(?![\w’'-])"
)
_RECURS = pattern(
    r"(?:and|or)\b|.*\b(?:and|or|yes|no)$"
    r"|.*\b(?:time|day|week|month|year|side|step|one|face|point|house|person|place|case|line)"
    r" (?:to|by|on|in|after|for)$",
    re.IGNORECASE,
)
"""What is said twice for good: "from time to time to"."""
_SMALL = frozenset(
    ("a", "an", "the", "of", "and", "or", "to", "in", "is", "by", "for", "on", "with", "be", "shall")
)
_FEW = 20
_SEVERAL = 2
_SHORTEST = 5


_LEADS_WITH_MODAL = pattern(r"\b(?P<modal>shall|will|must|may)(?: not)?[ ]?:?[–—-]?\s*$")


def _check(instrument: Instrument) -> Iterator[Hit]:
    yield from _phrases(instrument)
    yield from _modals_of_items(instrument)
    yield from _ends_again(instrument)
    for words, match in instrument.search(_DOUBLED, "text", "cell", "note", "heading", "signature"):
        word = match["again"]
        if (
            not word.islower()
            or word == "had"
            or (len(word) == 1 and word != "a")
            or _is_name(words, match["word"])
        ):
            continue
        if instrument.place_of[words.passage].role == "cell" and word not in _SMALL:
            continue
        yield hit(
            words,
            f"“{words.text}” has the same word twice.",
            f"Write “{match['word']}” once, or the word that is meant.",
            confidence="doubtful" if word == "that" or may_be_fragment(words.passage) else "certain",
        )


def _modals_of_items(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on items that begin with the "shall" with which the words that lead to them end."""
    for one in lists_of(instrument):
        leads = _LEADS_WITH_MODAL.search(one.lead.text[-_FEW:]) if one.lead else None
        if leads is None or len(one.items) < _SEVERAL:
            continue
        begin = [item for item in one.items if item.passage.words.lstrip().startswith(f"{leads['modal']} ")]
        for item in begin if 2 * len(begin) <= len(one.items) else ():
            start = item.passage.text.find(leads["modal"], item.passage.typed)
            yield hit(
                Words(item.passage, start, start + len(leads["modal"])),
                f"“{leads['modal']}” stands in the words that lead to this item too.",
                "Take it out of the item.",
                confidence="likely",
            )


def _ends_again(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on short lines that only say again how the paragraph before them ends: "period; or"."""
    for before, place in pairwise(instrument.places):
        words = place.passage.words.strip()
        if (
            place.role == before.role == "text"
            and not place.passage.label
            and words[:1].islower()
            and _SHORTEST <= len(words) <= _FEW
            and before.passage.words.rstrip().endswith(f" {words}")
        ):
            message = f"“{words}” only says again how the paragraph before ends."
            yield hit(whole(place.passage), message, "Take it out.", confidence="likely")


def _phrases(instrument: Instrument) -> Iterator[Hit]:
    """Yield hits on two to eight words that stand twice: "means the means the"."""
    for words, match in instrument.search(_PHRASE_TWICE, "text", "note"):
        phrase = match["phrase"]
        recurs = _RECURS.match(phrase) and ";" not in phrase
        if len(set(phrase.split())) > 1 and not recurs and not may_be_fragment(words.passage):
            message = f"“{words.text}” has the same words twice."
            yield hit(words, message, f"Write “{phrase}” once.", confidence="likely")


def _is_name(words: Words, word: str) -> bool:
    """Tell whether the first is a name, and the second none: "the Partners partners in law"."""
    before = words.shortly_before(_FEW).rstrip(' “"(\u00a0\n')
    return word[0].isupper() and not (before == "" or before.endswith((".", "?", "!", ":")))


RULE = Rule(
    id="CK-TEXT-DOUBLED",
    level="warning",
    title="A word that stands twice",
    why="A doubled word is a slip of typing, and sometimes the place where other words were lost.",
    fails="""
1. Costs

1.1 The Council shall pay ⟦the the⟧ costs of the pooled fund, and ⟦shall shall⟧ keep a record.

1.2 “Budget” ⟦means the means the⟧ yearly plan.

1.3 The ICB shall:

(a) keep accounts;

(b) ⟦shall⟧ pay its share; and

(c) tell the Council.
""",
    passes="""
1. Costs

1.1 The Council shall pay the costs that it had had before, and pay the Partners. The other Partners do not.
""",
    check=_check,
)
