"""Numbers of things that sentences tell: "the seven indicators", "they are these five", "there are 24 of
them"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_COUNTED = pattern(
    rf"(?<![\w£.,/-])(?<!able )(?<!edule )(?<!nnex )(?<!endix )(?<!Part )(?<!ause )"
    rf"(?P<count>{COUNT}(?:\.\d{{1,2}})?)"
    r"(?![\d,./%]\w|-[a-z]|[ ]?%)(?:[ ]\(\d{1,4}\))?"
    r"(?=(?P<phrase>(?:[ ](?!(?:of|and|or|to|in|for|per|by|at|on|from|with|the|is|are)\b)[A-Za-z][\w’-]*)"
    r"{1,4}))",
    re.IGNORECASE,
)
"""A number of things with the words after it, of which the last or one before it names them."""
_SOME = pattern(
    r"\b(?:first|last|next|other|any|least|most|up to|which|these|those|whom|only|another|further|than|about"
    r"|some|around|over|nearly|minimum|maximum|additional|until|after|within|remaining|each|every|exceed"
    r"|more|under|plus|least[ ]the|all[ ]but)[ ]$|\b(?:Schemes?|Bands?|Items?|Tiers?|Rows?|Lots?|Parts?"
    r"|Levels?)[ ](?:\d+[ ](?:and|to|or)[ ])?$",
    re.IGNORECASE,
)
"""How words end before a number of some of the things."""
_THINGS = r"(?P<phrase>(?:[A-Za-z][\w’-]*[ ]){0,3}?[A-Za-z][\w’-]*s)\b"
_THESE = pattern(
    rf"\b(?:The|Our|Its|These|Those)[ ]{_THINGS}[^.:;£%\d]{{0,70}}?[ ]are[ ](?:these|the following)[ ]"
    rf"(?P<count>{COUNT})[ ]?(?::|$)"
)
"""A number of things told after them: "The Individual Schemes are these five:"."""
_OF_THEM = pattern(
    rf"\b(?:There (?:are|will be|shall be) (?P<count>{COUNT}) of them"
    rf"|They number (?P<number>{COUNT})"
    rf"|There (?:are|will be) (?P<in_all>{COUNT})(?: in all| altogether)?(?=\.))"
)
_SUBJECT = pattern(rf"(?:The|Our|Its|Those)[ ]{_THINGS}(?=[ ](?:of|for|in|to|at|on|are|is)\b)")
_SIGNS_THESE, _SIGNS_THEM = (
    ("are these ", "are the following "),
    ("there are ", "there will ", "they number "),
)
_SHORTLY = 40
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Told:
    """A number of things that a sentence tells: what they are called, and the sentence that names them.

    ``after`` tells that the number stands after them.
    """

    stated: Words
    count: Decimal
    phrase: str
    sentence: Words
    place: Place
    after: bool = False


def told_numbers(instrument: Instrument, signs: Sequence[str]) -> Iterator[Told]:
    """Yield the numbers of things of which the name has one of some words."""
    yield from _before_things(instrument, signs)
    yield from _after_things(instrument, signs)


def _before_things(instrument: Instrument, signs: Sequence[str]) -> Iterator[Told]:
    for words, found in instrument.search(_COUNTED, "text", "note", signs=signs):
        stated = words.part(found.start("count"), found.end("count"))
        count = count_of(stated.text)
        if count is None or count < _FEWEST or _SOME.search(stated.shortly_before(_SHORTLY)):
            continue
        phrase = found["phrase"].strip()
        if any(sign in phrase.lower() for sign in signs):
            yield Told(
                stated, count, phrase, _sentence_of(words, instrument), instrument.place_of[words.passage]
            )


def _after_things(instrument: Instrument, signs: Sequence[str]) -> Iterator[Told]:
    """Yield the numbers that stand after the things, in their sentence or in the next one."""
    for words, found in instrument.search(_THESE, "text", "note", signs=_SIGNS_THESE):
        stated = words.part(found.start("count"), found.end("count"))
        yield from _of_phrase(stated, found["phrase"], _sentence_of(words, instrument), instrument, signs)
    for words, found in instrument.search(_OF_THEM, "text", "note", signs=_SIGNS_THEM):
        name = next(name for name, words_of_it in found.groupdict().items() if words_of_it)
        *_, subject = (None, *_SUBJECT.finditer(words.passage.text, words.passage.typed, words.start))
        if subject:
            stated = words.part(found.start(name), found.end(name))
            told = Words(words.passage, subject.start(), words.end)
            yield from _of_phrase(stated, subject["phrase"], told, instrument, signs)


def _of_phrase(
    stated: Words, phrase: str, sentence: Words, instrument: Instrument, signs: Sequence[str]
) -> Iterator[Told]:
    count = count_of(stated.text)
    if count is not None and count >= _FEWEST and any(sign in phrase.lower() for sign in signs):
        yield Told(stated, count, phrase, sentence, instrument.place_of[stated.passage], after=True)


def _sentence_of(words: Words, instrument: Instrument) -> Words:
    sentences = instrument.sentences_of(words.passage)
    return next((one for one in sentences if one.start <= words.start < one.end), words)
