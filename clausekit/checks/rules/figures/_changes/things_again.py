"""How many things there are, told twice: "It employs 24 staff", and then "the 26 staff of the service"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.checks.rules.figures._sentences.words import plain
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_TIMES = (
    r"(?:days?|weeks?|months?|years?|hours?|minutes?|quarters?|times|pounds|per|million|thousand|terms?"
    r"|nights?|halves|thirds|partners?|parties|votes?|members?|instalments?|payments?|stages?|per cent)\b"
)
_COUNT = rf"(?P<count>{COUNT}(?:\.\d{{1,2}})?)(?:[ ]\(\d{{1,4}}\))?"
_THINGS = (
    rf"(?P<things>members[ ]of[ ]staff|(?:(?!{_TIMES}|(?:of|and|or|other|further|additional|more|in|for"
    r"|at|on|to|from|by)\b)"
    rf"[A-Za-z][\w’-]*[ ]){{0,3}}?(?!{_TIMES})(?:[A-Za-z][\w’-]*s|staff|people|children))"
)
_THERE_ARE = pattern(
    r"\b(?:there (?:are|will be|shall be)(?: now| currently)?|(?:has|have|employs?|consists? of|comprises?"
    r"|runs?|operates?|covers?|is made up of|are made up of|serves?))[ ](?:a total of[ ])?"
    rf"{_COUNT}[ ]{_THINGS}"
    r"(?P<end>[.,;:)]|[ ](?:in|at|under|across|of|who|which|and|for|within|on)\b)",
    re.IGNORECASE,
)
_THE_SAME = pattern(
    r"\b(?:[Tt]he|[Aa]ll(?: of)?(?: the)?|[Ee]ach of (?:the|these|those)|[Tt]hese|[Ii]ts|[Oo]ur)"
    rf"[ ]{_COUNT}[ ]{_THINGS}"
    r"(?P<end>[.,;:)]|[ ](?:in|at|under|of|are|shall|will|must|have|may|has|and|is|were|on)\b)"
)
_WHERE = pattern(
    r"[ ](?:in|at|under|across|within|on|of|for)[ ](?P<where>[^.,;:()]{2,40}?)(?=[.,;:()]|[ ](?:and|are|is"
    r"|shall|will|must|have|has|may|who|which)\b|$)"
)
_ALL_OF_IT = pattern(
    r"(?:the|this|its|our|that)[ ](?:(?:whole|entire)[ ])?(?:service|team|hub|unit|area|borough|district"
    r"|county|city|fund|programme|partnership|agreement|network|place|system)",
    re.IGNORECASE,
)
"""Where things are that are all there are."""
_OF_SOME = pattern(r"[ ](?:each|every|per|a)\b")
_UNSURE = pattern(
    r"\b(?:at least|at most|up to|more than|fewer|about|some|around|over|nearly|approximately|minimum|maximum"
    r"|average|was|were|had|would|if|further|additional|increas\w+|reduc\w+|until|by 20\d\d|in 20\d\d)\b",
    re.IGNORECASE,
)
_SIGNS = (
    "there ",
    "has ",
    "have ",
    "employ",
    "consist",
    "compris",
    "run",
    "operat",
    "cover",
    "made up",
    "serve",
)
_BACK = ("the ", "all ", "each of ", "these ", "its ", "our ")
_FEW, _APART = 6, Decimal("0.2")
_SHORTLY, _FEWEST = 60, 2


class _Told(NamedTuple):
    at: Words
    number: Decimal
    where: str


def things_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the numbers of things spoken of as known that are not the one number which is told of them."""
    there = _numbers(instrument, _THERE_ARE, _SIGNS)
    told = {things: ones[0] for things, ones in there.items() if len({one.number for one in ones}) == 1}
    if not told:
        return
    for things, ones in _numbers(instrument, _THE_SAME, _BACK).items():
        first = told.get(things)
        known = {one.number for one in ones}
        for one in ones if first and (first.number not in known or len(ones) == 1) else ():
            if first and _are_others(one, first):
                yield Restated(one.at, first.at)


def _numbers(instrument: Instrument, way: re.Pattern[str], signs: Sequence[str]) -> Mapping[str, list[_Told]]:
    """Return the numbers of things that a text tells in a way, by what they are called."""
    found: dict[str, list[_Told]] = defaultdict(list)
    for words, match in instrument.search(way, "text", "note", signs=signs):
        count = _value(match["count"])
        after = words.passage.text[match.end("things") : match.end("things") + _SHORTLY]
        sentence = instrument.sentence_of(words)
        if count is None or count < _FEWEST or _OF_SOME.match(after) or _UNSURE.search(sentence.text):
            continue
        found_where = _WHERE.match(after)
        where = found_where["where"] if found_where else ""
        found[plain(match["things"])].append(
            _Told(
                words.part(*match.span("count")), count, "" if _ALL_OF_IT.fullmatch(where) else plain(where)
            )
        )
    return found


def _are_others(one: _Told, first: _Told) -> bool:
    """Tell whether a number is another of the same things: near the one told, and of the same place."""
    same_place = not one.where or one.where == first.where
    apart = abs(one.number - first.number)
    near = apart == 1 if first.number < _FEW else apart <= max(Decimal(2), first.number * _APART)
    return same_place and bool(apart) and near


def _value(words: str) -> Decimal | None:
    return Decimal(words) if "." in words and words[0].isdecimal() else count_of(words)
