"""Units that things take, each and in all: "1,920 starts. At 30 hours a start this makes 57,600 hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import NUMBER_WORDS, decimal

_N = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})(?:\.\d{1,2})?"
_TOTALLING = (
    r"(?:equates?[ ]to|is|are|makes?|comes?[ ]to|gives?|amounts?[ ]to|means|totals?|requires?|needs?|takes?"
    r"|or|that is|making|giving|in all|=)"
)
_EACH_THEN_ALL = pattern(
    rf"(?<![\w£.,/-])(?P<rate>{_N}|{NUMBER_WORDS})[ ](?P<unit>[a-z]+)"
    r"(?:[ ](?:an?|per|for each|for every|to each|in each)[ ](?P<thing>[a-z-]+)|[ ]each|[ ]apiece)"
    rf"[^.;£\d]{{0,50}}?[ ,(]{_TOTALLING}[ ](?:a total of[ ])?(?P<total>{_N})[ ](?P<units>[a-z]+)\b",
    re.IGNORECASE,
)
_A_COUNT = pattern(
    rf"(?<![\w£.,/(–-])(?P<count>{_N}|{NUMBER_WORDS})(?![\w%/–-]|[.,]\d)(?:[ ](?P<of>[a-z]+))?", re.IGNORECASE
)
_NOT_EXACT = pattern(
    r"\b(?:up to|at least|at most|more than|less than|maximum|minimum|between|if|unless|including|excluding"
    r"|further|additional|plus|increas\w+)\b|%|per cent|£",
    re.IGNORECASE,
)
_TIMES = frozenset(
    ("hour", "day", "week", "month", "quarter", "year", "fortnight", "term", "annum", "minute")
)
_NEAR, _MOST = Decimal("1.25"), 6
_SIGNS = (" a ", " an ", " per ", " each", " every", "apiece")


def units_each(instrument: Instrument) -> Iterator[Counted]:
    """Yield the units in all that no number of things told there makes of those for each, but one nearly."""
    for words, found in instrument.search(_EACH_THEN_ALL, "text", "note", "cell", signs=_SIGNS):
        rate, whole = _value(found["rate"]), decimal(found["total"])
        alike = plain(found["unit"]) == plain(found["units"])
        if not rate or not whole or not alike or plain(found["thing"] or "") in _TIMES:
            continue
        sentence, text = instrument.sentence_of(words), _told_before(words, instrument)
        if _NOT_EXACT.search(sentence.text) or ROUGH.search(found[0]):
            continue
        made = [rate * count for count in _counts(text, plain(found["unit"]))]
        if made and len(made) <= _MOST and all(abs(one - whole) > 1 for one in made):
            nearest = min(made, key=lambda one: abs(one - whole))
            less, more = sorted((nearest, whole))
            if more <= less * _NEAR or is_slip(less, more):
                yield Counted(words.part(*found.span("total")), nearest)


def _told_before(words: Words, instrument: Instrument) -> str:
    """Return what stands before words in their sentence, and the sentence before that."""
    sentence = instrument.sentence_of(words)
    own = words.passage.text[sentence.start : words.start]
    sentences = list(instrument.sentences_of(words.passage))
    before = next((one.text for one, after in pairwise(sentences) if after == sentence), "")
    return own if _counts(own, "") else f"{before} {own}"


def _counts(text: str, unit: str) -> list[Decimal]:
    """Return the numbers of a text but those of a unit, and ones."""
    found = [(_value(one["count"]), plain(one["of"] or "")) for one in _A_COUNT.finditer(text)]
    return [count for count, of in found if count and count > 1 and (not of or of != unit)]


def _value(words: str) -> Decimal | None:
    return decimal(words) if words[0].isdecimal() else count_of(words)
