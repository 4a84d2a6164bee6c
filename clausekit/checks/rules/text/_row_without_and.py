"""Rows of things in a sentence without "and" or "or" before the last: "shall plan, commission, monitor the",
"the Council, the ICB, the Trust shall", "means salary, overtime, pension contributions"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.parties import named_parties
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_VERB = (
    r"(?!\w+ly\b)(?!(?:however|therefore|also|then|first|once|if|where|when|so|as|at|in|on|by|not)\b)"
    r"[a-z]{3,14}"
)
_THREE_VERBS = pattern(
    rf"\b(?:shall|will|must|may|to) {_VERB}(?:, {_VERB}){{0,3}}, (?P<last>{_VERB}), {_VERB}"
    r" (?:the|its|their|any|each|all|such)\b"
)
_NOUN = (
    r"(?:(?!(?:and|or|who|which|that|is|are|was|were|has|have|shall|will|must|may|if|unless|being|whose)\b)"
    r"[A-Za-z][\w’'-]*)"
)
_NOUNS = rf"{_NOUN}(?: {_NOUN}){{0,4}}"
_SAME_ARTICLE = pattern(
    r"(?:\b(?:comprises?|consists? of|consisting of|comprising|includes?|are|is|be|means?|made up of"
    r"|namely|of"
    r"|appoint|attended by|between|employs?|provides?|by|with"
    r"|wants?|needs?|for)|:) an? "
    rf"{_NOUNS}(?:, an? {_NOUNS}){{0,4}}, an? (?P<last>{_NOUNS}), an? {_NOUNS}(?=[.;] |[.;]?$| to [a-z])"
)
"""A row of things each with "a" or "an", to the end of the sentence or of its part."""
_BEGINS_NO_ITEM = (
    r"(?!(?:of|in|under|by|with|from|to|as|which|who|whom|being|including|not|other|whether|if|for|on|at"
    r"|subject|unless|save|except|excluding|where|when|but|so|such|together|whose|than|until|after|before"
    r"|plus"
    r"|less|within|without|per|provided|namely|that|respectively|however|whichever|wherever|and|or|nor|both"
    r"|either|a|an|the|any|each|all)\b)(?!\w+(?:ed|ing)\b)"
)
_ITEM = rf"{_BEGINS_NO_ITEM}{_NOUNS}"
_MEANING = pattern(
    rf"(?:[”\"’]|\*\*) (?:means|includes) (?:the )?{_NOUNS}(?:, {_ITEM}){{0,4}}, (?P<last>{_ITEM}), {_ITEM}"
    r"(?:(?!\b(?:and|or|who|which)\b)[^,;:.()])*(?:[.;]|$)"
)
"""What a definition says that names things, and joins none of them."""
_OF_PARTIES = (
    r"\b(?:[Tt]he )?(?:{names}), (?:(?:the )?(?:{names}), )*(?:the )?(?P<last>{names}), (?:the )?(?:{names})"
    r" (?=(?:shall|will|must|may|have|are|were|agree|each|jointly|together|wish|acknowledge)\b)"
)
_SIGNS = (", ",)
_SEVERAL = 3


def rows_without_and(instrument: Instrument) -> Iterator[Words]:
    """Yield the last word before the last thing of each row that nothing joins."""
    for way in (_THREE_VERBS, _SAME_ARTICLE, _MEANING):
        for words, match in instrument.search(way, "text", "note", "cell", signs=_SIGNS):
            if _is_in_one_sentence(words, instrument):
                yield _last_word(words, match.span("last"))
    names = {one.term for party in named_parties(instrument) for one in party.short if one.term}
    if len(names) >= _SEVERAL:
        longest_first = sorted(map(re.escape, names), key=len, reverse=True)
        of_parties = pattern(_OF_PARTIES.format(names="|".join(longest_first)))
        for words, match in instrument.search(of_parties, "text", "note", signs=_SIGNS):
            yield _last_word(words, match.span("last"))


def _is_in_one_sentence(words: Words, instrument: Instrument) -> bool:
    sentence = instrument.sentence_of(words)
    return sentence.start <= words.start and words.end <= sentence.end


def _last_word(words: Words, span: tuple[int, int]) -> Words:
    """Return the last word of what stands before the last comma, with that."""
    start, end = span
    text = words.passage.text[start:end]
    return words.part(start + text.rfind(" ") + 1, end + 1)
