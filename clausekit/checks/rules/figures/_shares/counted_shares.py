"""Shares of numbers of people or things that sentences state: "of 4,800 records 4,680 (97.5%) matched"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Hit, hit
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_NUMBER = r"(?<![\w.,/£:-])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\w/%:]|[.,]\d)"
_WHOLE = rf"(?:the |all |its |these |those )?(?P<whole>{_NUMBER})"
_TIME = r"[ -](?:calendar |working )?(?:minute|hour|day|week|month|year)s?\b"
_PART = rf"(?:only |just )?(?P<part>{_NUMBER})(?!{_TIME})"
_SHARE = r"(?P<stated>(?<![\w.,/£:-])(?P<share>\d{1,3}(?:\.\d{1,3})?)[ ]?(?:%|per ?cent\b))"
_THINGS = r"(?:[ ][A-Za-z’'-]+){0,6}"
_MORE_THINGS = r"(?:[ ][A-Za-z’'-]+){0,10}"
_BEING = (
    rf"(?: (?:within|in|after|before) (?:the )?(?:first )?\d{{1,3}}{_TIME})?"
    r"(?:,? (?:or|that is|i\.e\.|namely|being|equal to|which is),? | \((?:i\.e\. |that is |or )?|: | – |, )"
)
_WAYS = tuple(
    pattern(way, re.IGNORECASE)
    for way in (
        rf"{_PART}{_THINGS} (?:out )?of {_WHOLE}{_THINGS}{_BEING}{_SHARE}",
        rf"{_SHARE}{_THINGS} ?\((?:i\.e\. |that is )?{_PART}{_THINGS} (?:out )?of {_WHOLE}",
        rf"\bof {_WHOLE}{_MORE_THINGS},? {_PART}{_THINGS}{_BEING}{_SHARE}",
        rf"(?P<whole>{_NUMBER}){_THINGS},? of (?:whom|which|these),? {_PART}{_THINGS}{_BEING}{_SHARE}",
        rf"\bof {_WHOLE}{_THINGS}, {_SHARE}{_THINGS} ?\({_PART}",
        rf"{_SHARE} of {_WHOLE}{_THINGS}(?:,? (?:or|that is|i\.e\.|namely|being|which is),? | \((?:i\.e\."
        rf" |that is )?){_PART}",
        rf"(?P<whole>{_NUMBER})[^.;£%]{{2,80}}? {_SHARE} of (?:them|these|those|which)"
        rf"(?:{_BEING}|, ){_PART}",
        rf"{_SHARE}: of {_WHOLE}{_THINGS}, {_PART}",
        rf"(?P<whole>{_NUMBER}){_THINGS},? (?:and|but|with) {_PART} of (?:them|these|those){_THINGS}{_BEING}"
        rf"{_SHARE}",
    )
)
_OF_WHOLE = pattern(rf"\bof {_WHOLE}(?=[ ,])[^.;:%£\d]{{1,80}}?(?={_NUMBER})", re.IGNORECASE)
_ONE_OF_THEM = pattern(
    rf"(?:,? and |, |; ?(?:and )?)?(?:[a-z]+ )?{_PART}(?: [^.;:£%\d,()]{{1,60}})? \({_SHARE}\)"
    r"(?: [^.;:£%\d,()]{1,60}?(?=,|;| and |$))?",
    re.IGNORECASE,
)
"""One of the parts of a number that are told in turn, each with its share: "402 red (30%)"."""
_OF_A_PART = pattern(
    r"\b(?:of|among) (?:them|these|those|this|that|whom|which|the (?:latter|former))\b|\bagain\b"
)
_WHOLE_NUMBER = pattern(_NUMBER)
_SAYS_A_SHARE = pattern(r"%|per ?cent", re.IGNORECASE)
_NOT_EXACT = pattern(
    r"\b(?:at least|at most|about|around|approximately|some|nearly|almost|over|under|more|less|fewer|up to"
    r"|target|minimum|maximum|roughly)\b",
    re.IGNORECASE,
)
_HUNDRED = Decimal(100)


def counted_shares(instrument: Instrument) -> Iterator[Hit]:
    """Yield the percentages in sentences that are not what the numbers beside them make."""
    for place in instrument.places:
        passage = place.passage
        if place.role not in ("text", "note", "cell") or not _SAYS_A_SHARE.search(passage.text):
            continue
        for sentence in instrument.sentences_of(passage):
            if _SAYS_A_SHARE.search(sentence.text):
                yield from _in_sentence(sentence)


def _in_sentence(sentence: Words) -> Iterator[Hit]:
    told: set[int] = set()
    for way in _WAYS:
        for match in way.finditer(sentence.passage.text, sentence.start, sentence.end):
            if match.start("share") not in told and not _NOT_EXACT.search(match[0]):
                told.add(match.start("share"))
                if not _is_of_another(sentence, match):
                    yield from _compared(sentence, match, match)
    for hit_in_turn in _in_turn(sentence):
        if hit_in_turn.start not in told:
            yield hit_in_turn


def _in_turn(sentence: Words) -> Iterator[Hit]:
    """Yield a hit for each part of "Of the 50 we expect 10 red (20%) and 25 amber (40%)"."""
    text = sentence.passage.text
    for whole in _OF_WHOLE.finditer(text, sentence.start, sentence.end):
        at, found = whole.end(), list[re.Match[str]]()
        while match := _ONE_OF_THEM.match(text, at, sentence.end):
            found.append(match)
            at = match.end()
        told = text[whole.start() : sentence.end]
        if len(found) > 1 and not _NOT_EXACT.search(told) and not _OF_A_PART.search(told):
            for match in found:
                yield from _compared(sentence, whole, match)


def _is_of_another(sentence: Words, match: re.Match[str]) -> bool:
    """Tell whether a share is of another number that stands between, "1,200 a year, 100 of them ...": it is
    then what that makes."""
    between = _WHOLE_NUMBER.findall(sentence.passage.text, match.end("whole"), match.start("stated"))
    part, share = decimal(match["part"]), decimal(match["share"])
    return any(
        part is not None and share is not None and abs(part - whole * share / _HUNDRED) < 1
        for one in between
        if (whole := decimal(one)) is not None
    )


def _compared(sentence: Words, of: re.Match[str], match: re.Match[str]) -> Iterator[Hit]:
    part, whole, share = decimal(match["part"]), decimal(of["whole"]), decimal(match["share"])
    if part is None or not whole or share is None or part > whole:
        return
    unit = Decimal(1).scaleb(-len(match["share"].partition(".")[2]))
    made = part * _HUNDRED / whole
    # A number may have been rounded to a whole one, a percentage to its last place.
    if abs(made - share) * 2 <= unit * Decimal("1.02") or abs(part - whole * share / _HUNDRED) < 1:
        return
    last = "stated" if match.start("share") > match.start("part") else "part"
    yield hit(
        sentence.part(match.start(last), match.end(last)),
        f"“{match[last]}” does not fit: {match['part']} of {of['whole']} are"
        f" {made.quantize(unit / 10).normalize():f}%, not {share:f}%.",
        "Correct the percentage or the numbers.",
        related=(sentence.part(of.start("whole"), of.end("whole")),),
    )
