"""Sums of money that have a name: "the management fee of £58,000 a year", cyber insurance of £5,000,000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._mentions import Mention, mentions

_NOUNS = (
    "fee|charge|rent|rental|premium|grant|allocation|salary|honorarium|retainer|contribution|budget|cost"
    "|reserve|contingency|subscription|deposit|allowance|price"
)
_NAMED = re.compile(rf" (?P<words>(?:[a-z]+ ){{1,3}})(?P<noun>{_NOUNS})(?= )")
_GENERIC = re.compile(
    r"(?:the|a|an|its|their|this|that|of|for|to|and|by|in|with|from|on|per|which|such|any|all|each|under|annual"
    r"|yearly|monthly|quarterly|total|current|full|agreed|said|relevant|actual|other|whole|net|gross|or|no|is"
    r"|are|be|pay|shall|will|including|financial|first|second|additional|further|standing|reasonable|own|at"
    r"|equal|maximum|minimum|average|unit|estimated)"
)
_BESIDE = re.compile(r" (?:(?:shall|will|is|are|be|to|at|of|currently|set|fixed|being|amount|amounting) )*$")
_OTHER_SUM = re.compile(
    r" (?:up to|exceed\w*|more than|less than|over|additional|further|extra|increas\w+|reduc\w+|rais\w+|rise"
    r"|limit\w*|remaining|remainder|balance|previous\w*|was|were|had|maximum|minimum|unless|includ\w+"
    r"|about|part|one off|example|instead|would) "
)
_STAGE = re.compile(
    r" (?:first|second|third|fourth|initial|later|year \d|month|quarter|week|term|phase|lot|scheme|band) "
)
_UNIT = re.compile(
    r"[ ](?:an?|per|each|every)[ ](year|annum|month|quarter|week|day|hour|term|person|place|head)\b",
    re.IGNORECASE,
)
_UNITS = {"annum": "year"}
_INSURED = re.compile(
    r" (public liability|employer liability|professional indemnity|product liability|cyber"
    r"|medical malpractice|clinical negligence|building|vehicle|motor)(?= )"
)
_INSURANCE = re.compile(r" (?:insur\w+|cover|indemnity|policy) ")
_SHORTLY = 25
_LEAST_COVER = 100_000
_AGGREGATE = re.compile(r"\baggregate\b|\bin any (?:one )?year\b|\bin all\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedSum:
    """A sum and its name.

    ``unit`` is for how long, or for what, it is paid ("year"), ``beside`` tells that the name stands directly
    beside it, ``stage`` that words tell it from others of its name, such as "first". ``in_body`` tells that
    it stands in no schedule.
    """

    name: str
    figure: Figure
    mention: Mention
    unit: str
    beside: bool
    stage: bool
    in_body: bool

    @property
    def value(self) -> Decimal:
        """What it is."""
        return self.figure.value or Decimal(0)

    def may_be(self, other: NamedSum) -> bool:
        """Tell whether it may be the same as another sum of its name: no party, year or unit tells them
        apart."""
        mine, its = self.mention, other.mention
        return (
            mine.sentence != its.sentence
            and (not mine.parties or not its.parties or mine.parties == its.parties)
            and (not mine.years or not its.years or mine.years == its.years)
            and (not self.unit or not other.unit or self.unit == other.unit)
        )

    def is_plainly(self, other: NamedSum) -> bool:
        """Tell whether it can be no other, because nothing tells the two apart, and one is in the body."""
        return (
            self.beside
            and other.beside
            and not (self.stage or other.stage)
            and (self.in_body or other.in_body)
            and self.mention.years == other.mention.years
            and self.unit == other.unit
        )


def named_sums(instrument: Instrument) -> Iterator[NamedSum]:
    """Yield the sums of money that have a name, in order."""
    for mention in mentions(instrument):
        if mention.figure.kind == "money" and mention.figure.value:
            in_body = not mention.sentence.passage.division
            yield from _insured(mention, in_body=in_body)
            if found := _named(mention, in_body=in_body):
                yield found


def _named(mention: Mention, *, in_body: bool) -> NamedSum | None:
    """Return a sum with the last name before it."""
    name, start, end = "", 0, 0
    for found in _NAMED.finditer(mention.own):
        words = found["words"].split()
        while words and any(_GENERIC.fullmatch(word) for word in words):
            words = words[1:]
        name = f"{' '.join(words)} {found['noun']}" if words else ""
        start, end = found.span()
    if not name or _OTHER_SUM.search(mention.own, max(0, start - _SHORTLY)):
        return None
    after = _UNIT.match(mention.figure.at.shortly_after(20))
    return NamedSum(
        name,
        mention.figure,
        mention,
        _unit(after[1].lower()) if after else "year" if _is_annual(mention.own) else "",
        beside=_BESIDE.match(mention.own, end) is not None,
        stage=_STAGE.search(mention.own) is not None,
        in_body=in_body,
    )


def _insured(mention: Mention, *, in_body: bool) -> Iterator[NamedSum]:
    """Yield a sum for each kind of insurance whose cover it is."""
    if not _INSURANCE.search(mention.text) or (mention.figure.value or 0) < _LEAST_COVER:
        return
    after = mention.figure.at.shortly_after(60)
    for kind in dict.fromkeys(_INSURED.findall(mention.own)):
        yield NamedSum(
            f"{kind} insurance",
            mention.figure,
            mention,
            "aggregate" if _AGGREGATE.search(after) else "",
            beside=True,
            stage=False,
            in_body=in_body,
        )


def _unit(word: str) -> str:
    return _UNITS.get(word, word)


def _is_annual(text: str) -> bool:
    return " annual " in text or " yearly " in text
