"""Sentences that break off: "shall within three months prepare a", before the next clause or heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_ASKS_FOR_MORE = pattern(r"\b(?:which|who|whose|the|an?|of|by|their|its|such|this)\s*$")
_IN_SIGNS = pattern(r"[×÷=]")
"""What stands in a formula that ends a sentence."""
_LEADS_ON = (
    "the|an?|of|by|their|its|such|this|these|those|each|every|any|no|which|whose|who|that|from|because|unless"
    "|until|than|with|for|to|at|in|on|as|into|upon|between|under|through|if|when|where|whether|is|are|was|were"
    "|be|been|has|have|had|shall|must|will|may|not|or|but"
)
_CUT_OFF = pattern(rf"[a-z’]+,?[ ](?:{_LEADS_ON}|(?<![;,] )and)\s*$")
"""How no clause ends: with what leads to a list there is a mark before "and"."""
_STOPPED = pattern(
    r"(?<=[a-z] )(?:on behalf of|subject to|according to|pursuant to|relating to|in relation to|such as"
    r"|caused by|in accordance with|in respect of|together with|by means of|by virtue of|in addition to"
    r"|the|an|and|or|its|their|every|because|whether)(?=\.(?:\s|$))"
)
"""What ends with a full stop, though more must come."""
_STOPPED_SIGNS = (
    " of.", " to.", " with.", " by.", " as.", " the.", " an.", " and.", " or.", "its.", "their.", "every.",
    "because.", "whether.",
)  # fmt: skip
_DETERMINERS = ("any", "other", "each", "every", "such", "its", "their", "no", "an")
_OPENINGS = ("The", "This", "If", "Each", "It")
_RUN_INTO = pattern(
    rf"(?<=[a-z] )(?:{'|'.join(_DETERMINERS)})(?= (?:{'|'.join(_OPENINGS)})[ ](?:[A-Z]?[a-z]))"
)
"""The last word of a sentence that broke off, before the first of the next one: "of each The Council"."""
_RUN_INTO_SIGNS = tuple(f" {one} {other.lower()} " for one in _DETERMINERS for other in _OPENINGS)
_NUMBER_INSIDE = pattern(
    r"(?<=[a-z] )(?P<number>\d{1,2}(?:(?:\.\d{1,2}){1,3}|(?=\.[ ])))\.?[ ](?=[“\"]?[A-Z])"
)
_LEADING = frozenset((*_LEADS_ON.replace("an?", "an|a").split("|"), "and"))
_LONGEST_WORD = 10
_LEADS_TO_ITEMS = pattern(r"\b(?:and|or) to\s*$")
"""How a clause may lead to items that stand on the next page."""
_COUNTED = pattern(r"\b(?:and|or)\s*$")
"""How those are counted who make an agreement: "1. The Council, of the one part, and"."""
_OWN = pattern(r"\d{1,2}(?:\.\d{1,2})*")
_FEWEST_WORDS = 6


def broken_off(instrument: Instrument) -> Iterator[Words]:
    """Yield the last words of sentences after which more must come."""
    places = [place for place in instrument.places if place.role not in ("contents", "margin")]
    margins = [place.passage.line for place in instrument.places if place.role == "margin"]
    for place, after in pairwise(places):
        passage = place.passage
        defines = place.role == after.role == "text" and passage.term and after.passage.term
        asks = defines and not passage.doubtful and _ASKS_FOR_MORE.search(passage.text)
        if asks or (not defines and _is_clause_cut_off(place, after, margins)):
            yield _last_word(passage)
    for words, _ in instrument.search(_STOPPED, "text", "note", signs=_STOPPED_SIGNS):
        if not words.passage.doubtful:
            yield words
    for words, _ in instrument.search(_RUN_INTO, "text", "note", signs=_RUN_INTO_SIGNS):
        if not words.passage.doubtful:
            yield words
    for words, match in instrument.search(_NUMBER_INSIDE, "text"):
        last = words.shortly_before(_LONGEST_WORD).split(" ")[-2]
        if last in _LEADING and _is_next(match["number"], words.passage):
            yield words.part(words.start - len(last) - 1, words.start - 1)


def _is_clause_cut_off(place: Place, after: Place, margins: Sequence[int]) -> bool:
    """Tell whether a numbered clause ends within its sentence, and what follows begins another.

    ``margins`` are the lines of what is printed at the edges of pages: beyond one the sentence may go on.
    """
    passage, following = place.passage, after.passage
    if place.role != "text" or passage.doubtful or not passage.number or "(" in passage.number:
        return False
    counted = _COUNTED.search(passage.text) is not None and "." not in passage.number
    cut = _is_cut_off(passage.text) and passage.words.count(" ") >= _FEWEST_WORDS
    another = after.role == "heading" or (after.role == "text" and "(" not in following.number)
    numbered = bool(following.number) and not following.number.startswith(f"{passage.number}.")
    begins = following.words.lstrip(' “"‘*')[:1].isupper()
    turns = any(passage.line < line < following.line for line in margins)
    if counted or turns or not cut or _IN_SIGNS.search(following.text):
        return False
    return another and (numbered or after.role == "heading") and begins and after.table is None


def _is_cut_off(text: str) -> bool:
    return _CUT_OFF.search(text) is not None and _LEADS_TO_ITEMS.search(text) is None


def _is_next(number: str, passage: Passage) -> bool:
    """Tell whether a number inside a clause is that of the next one, which was joined to it as it has no end:
    17.2 in clause 17.1, or 18 before a heading in capitals."""
    if not _OWN.fullmatch(passage.number):
        return False
    *above, last = (int(one) for one in passage.number.split("."))
    following = [(*above, last + 1), (above[0] + 1,) if above else ()]
    return tuple(map(int, number.split("."))) in following


def _last_word(passage: Passage) -> Words:
    text = passage.text.rstrip()
    return Words(passage, max(text.rfind(" ") + 1, passage.typed), len(text))
