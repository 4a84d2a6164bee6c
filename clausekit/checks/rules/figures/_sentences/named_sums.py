"""Sums of money that have a name: "the management fee of £58,000 a year", cyber insurance of £5,000,000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import worth
from clausekit.checks.rules.figures._sentences.instalments import is_instalment
from clausekit.checks.rules.figures._sentences.mentions import Mention, mentions
from clausekit.checks.rules.figures._sentences.slips import is_exchange, significant
from clausekit.checks.rules.figures._sentences.telling import telling
from clausekit.checks.rules.figures._sentences.words import content, plain
from clausekit.checks.rules.figures._tables.labels import years_of
from clausekit.patterns import pattern

_NOUNS = (
    "fee|charge|rent|rental|premium|grant|allocation|salary|honorarium|retainer|contribution|budget|cost"
    "|reserve|contingency|subscription|deposit|allowance|price|float|levy|subsidy|bursary|surcharge"
    "|fund|pot|stipend|remuneration|bonus|penalty|loan|bond|dowry|supplement|endowment"
)
_LIMITS = "limit|threshold|cap|ceiling|excess"
_NAMED = pattern(
    rf" (?P<words>(?:[a-z]+ ){{1,3}})(?P<noun>{_NOUNS}|{_LIMITS})(?= )(?! (?:{_NOUNS}|{_LIMITS}) )"
)
_ALONE = frozenset(
    ("reserve", "contingency", "grant", "deposit", "float", "rent", "premium", "subsidy", "bond")
)
"""What has a name though no word stands before it: "the reserve of £5"."""
_OF_A_THING = pattern(
    r" (?P<noun>cost|value|price|budget|charge|fee|total|size) (?:of|for) (?P<words>(?:[a-z]+ ){1,4}?)"
    r"(?=$|(?:for|in) \d|is |shall |will |be |amount |of |at |\d)"
)
_PAYS = pattern(r" (?:contribut\w*|pay|provide) ")
_SHORT_NAMES = ("council", "icb", "trust", "ccg", "pct", "board")
_GENERIC = pattern(
    r"(?:the|a|an|its|their|this|that|of|for|to|and|by|in|with|from|on|per|which|such|any|all|each|under"
    r"|annual"
    r"|yearly|monthly|quarterly|total|current|full|agreed|said|relevant|actual|other|whole|net|gross|or|no|is"
    r"|are|be|pay|shall|will|including|financial|first|second|additional|further|standing|reasonable|own|at"
    r"|week|month|year|day|hour|quarter|term|place|it|our|equal|maximum|minimum|average|unit|estimated)"
)
_DETERMINED = pattern(r"^(?:[a-z]+ )*(?:the|an?|its|their|this|that|our|each|every|such) ")
"""What stands before the words of a name: "keeps a" before "contingency reserve"."""
_BESIDE = pattern(r" (?:(?:shall|will|is|are|be|to|at|of|currently|set|fixed|being|amount|amounting) )*$")
_OTHER_SUM = pattern(
    r" (?:up to|exceed\w*|more than|less than|over|additional|further|extra|increas\w+|reduc\w+|rais\w+|rise"
    r"|limit\w*|remaining|remainder|balance|previous\w*|was|were|had|maximum|minimum|unless|includ\w+"
    r"|about|part|one off|example|instead|would) "
)
_OTHER_LIMIT = pattern(
    r" (?:additional|further|extra|increas\w+|reduc\w+|rais\w+|previous\w*|was|were|had|instead|would|lower"
    r"|higher|second|new|unless|example) "
)
_INCLUDES_IT = pattern(
    r" (?:includ\w+|part of) (?:(?:what|any|all|(?:the )?(?:sums?|money|amounts?|payments?))"
    r" (?:[a-z]+ ){0,6}?(?:in)?to(?:wards)? )?(?=(?:the|its|that|their) )"
)
"""Words before a sum that is told as elsewhere, of which something else consists."""
_IS_SHARED = pattern(r"Of (?:the|its|their|this|that) ")
"""How a sentence begins that says into what parts a sum falls: "Of the Grant, £5 is for ..."."""
_FOR_WHAT = pattern(
    r"(?:[ ](?:a|per|each)[ ]\w+)?,?[ ](?:for|in respect of|towards|to|on|by|per|each|every)[ ]"
    r"([^,;.()£]{2,60})"
)
_STAGE = pattern(
    r" (?:first|second|third|fourth|initial|later|year \d|month|quarter|week|term|phase|lot|scheme|band) "
)
_UNIT = pattern(
    r"[ ](?:an?|per|each|every)[ ](year|annum|month|quarter|week|day|hour|term|person|place|head)\b",
    re.IGNORECASE,
)
_UNITS = {"annum": "year"}
_RATE = pattern(
    r"[ ](?P<units>(?:(?:an?|per|each|every)[ ][a-z-]+[ ]?){2}"
    r"|(?:an?|per)[ ](?:bed|visit|place|hour|day|session|head|person|resident|patient|contact|assessment|item"
    r"|night|package|referral|case|mile|unit))\b"
)
_PRICED = pattern(
    r" (?P<noun>price|rate|fee|charge|tariff|cost|payment) (?:paid |payable |then )?"
    r"(?:is |of |at |shall be |will be |be |set at |fixed at |at the rate of ){1,3}$"
)
"""How words end before a price that is so much for each thing: "at a price of £5 a bed a week"."""
_INSURED = pattern(
    r" (public liability|employer liability|professional indemnity|product liability|cyber"
    r"|medical malpractice|clinical negligence|building|vehicle|motor)(?= )"
)
_INSURANCE = pattern(r" (?:insur\w+|cover|indemnity|policy) ")
_SHORTLY = 25
_LONGEST_NAME = 90
_LEAST_COVER = 100_000
_TELLING = 3
"""A price of fewer digits is another one, with two exchanged, by chance."""
_AGGREGATE = pattern(r"\baggregate\b|\bin any (?:one )?year\b|\bin all\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedSum:
    """A sum and its name.

    ``unit`` is for how long, or for what, it is paid ("year"), ``beside`` tells that the name stands directly
    beside it, ``stage`` that words tell it from others of its name, such as "first". ``in_body`` tells that
    it stands in no schedule. A ``proper`` name is one with capitals, of a ``limit`` that is no sum to pay.
    ``purpose`` are the words that say for what or whom it is.
    """

    name: str
    figure: Figure
    mention: Mention
    unit: str
    beside: bool
    stage: bool
    in_body: bool
    proper: bool = False
    limit: bool = False
    purpose: frozenset[str] = frozenset()

    @property
    def value(self) -> Decimal:
        """What it is."""
        return worth(self.figure)

    def may_be(self, other: NamedSum) -> bool:
        """Tell whether it may be the same as another sum of its name: no party, year or unit tells them
        apart."""
        mine, its = self.mention, other.mention
        return (
            mine.sentence != its.sentence
            and (not mine.parties or not its.parties or not mine.parties.isdisjoint(its.parties))
            and (not mine.years or not its.years or mine.years == its.years)
            and (not self.unit or not other.unit or self.unit == other.unit)
        )

    @property
    def is_bare(self) -> bool:
        """Whether its name is one word, which others may have."""
        return " " not in self.name

    def is_exchanged(self, other: NamedSum) -> bool:
        """Tell whether it is spoken of as known, and is another sum with digits exchanged, whoever is named
        beside them."""
        mine, its = self.mention, other.mention
        return (
            self.is_spoken_of
            and mine.sentence != its.sentence
            and (not mine.years or not its.years or mine.years == its.years)
            and self.unit == other.unit
            and is_exchange(self.value, other.value)
        )

    def is_plainly(self, other: NamedSum) -> bool:
        """Tell whether it can be no other, because nothing tells the two apart, and one is in the body."""
        mine, its = self.mention, other.mention
        return (
            self.beside
            and other.beside
            and not (self.stage or other.stage)
            and (self.in_body or other.in_body)
            and self.purpose == other.purpose
            and (self._parties == other._parties or not (self._parties and other._parties))
            and (mine.years == its.years or (self._of_any_year and other._of_any_year))
            and (self.unit == other.unit or self._may_be_as_often(other))
            and (not self.limit or self.is_spoken_of or other.is_spoken_of)
        )

    @property
    def _of_any_year(self) -> bool:
        """Whether it has a proper name and no year stands before it: "In 2028/29 the Annual Fee is £5"."""
        return self.proper and not years_of(self.mention.lead)

    @property
    def _parties(self) -> frozenset[str]:
        return self.mention.parties

    def _may_be_as_often(self, other: NamedSum) -> bool:
        """Tell whether it may be paid as often as another, of which only one says how often."""
        less, more = sorted((self.value, other.value))
        return self.proper and other.proper and "" in (self.unit, other.unit) and more % less != 0

    @property
    def is_spoken_of(self) -> bool:
        """Whether it is told as one that is known: "the materiality threshold"."""
        return re.search(rf" (?:the|that|this|such) {self.name} ", self.mention.lead) is not None


def named_sums(instrument: Instrument) -> Iterator[NamedSum]:
    """Yield the sums of money that have a name, in order."""
    only_schedules = instrument.once(_has_only_schedules)
    for mention in mentions(instrument):
        if mention.figure.kind == "money" and mention.figure.value:
            in_body = not mention.sentence.passage.division
            yield from _insured(mention, in_body=in_body)
            if found := (
                _contribution(mention, in_body=in_body)
                or _named(mention, in_body=in_body)
                or _of_a_thing(mention, in_body=in_body)
                or _at_a_rate(mention, in_body=in_body)
            ):
                yield replace(found, in_body=in_body or (only_schedules and found.proper))


def _has_only_schedules(instrument: Instrument) -> bool:
    """Tell whether all clauses of a text are in a schedule or part, so that those are its body."""
    clauses = [place.passage for place in instrument.places if place.passage.number]
    return bool(clauses) and all(clause.division for clause in clauses)


def sums_for(instrument: Instrument) -> Iterator[tuple[frozenset[str], Mention]]:
    """Yield the sums that are said to be for something, with the words that say for what, in order."""
    for mention in mentions(instrument):
        if mention.figure.kind == "money" and mention.figure.value and (purpose := _purpose(mention)):
            yield purpose, mention


def _named(mention: Mention, *, in_body: bool) -> NamedSum | None:
    """Return a sum with the last name before it."""
    lead = _INCLUDES_IT.sub(" ", mention.lead)
    text = lead if _NAMED.search(lead) else mention.own
    name, noun, found_words, start, end = "", "", "", 0, 0
    for found in _NAMED.finditer(text):
        words = _DETERMINED.sub("", found["words"]).split()
        while words and any(_GENERIC.fullmatch(word) for word in words):
            words = words[1:]
        noun, found_words = found["noun"], found["words"]
        start, end = found.span()
        beside = _BESIDE.match(text, end) is not None
        name = f"{' '.join(words)} {noun}" if words else noun if beside and noun in _ALONE else ""
    limit = noun in _LIMITS.split("|")
    other = _OTHER_LIMIT if limit else _OTHER_SUM
    around = f"{text[max(0, start - _SHORTLY) : start]} {found_words} {text[end:]}"
    if not name or other.search(around) or _IS_SHARED.match(mention.sentence.text):
        return None
    return NamedSum(
        name,
        mention.figure,
        mention,
        _time_unit(mention),
        beside=_BESIDE.match(text, end) is not None,
        stage=_STAGE.search(around) is not None,
        in_body=in_body,
        proper=_is_proper(noun, mention),
        limit=limit,
        purpose=_purpose(mention),
    )


def _is_proper(noun: str, mention: Mention) -> bool:
    """Tell whether the last noun before a sum has a capital: "the Management Fee of £5"."""
    found = re.findall(rf"\b{noun}s?\b", mention.figure.at.shortly_before(_LONGEST_NAME), re.IGNORECASE)
    return bool(found) and found[-1][0].isupper()


def _purpose(mention: Mention) -> frozenset[str]:
    found = _FOR_WHAT.match(mention.figure.at.shortly_after(_LONGEST_NAME))
    return telling(found[1]) if found else frozenset()


def _of_a_thing(mention: Mention, *, in_body: bool) -> NamedSum | None:
    """Return a sum that is told as what something costs: "the cost of the post is £5"."""
    *_, found = [None, *_OF_A_THING.finditer(mention.own)]
    if found is None or _OTHER_SUM.search(mention.own):
        return None
    words = [word for word in found["words"].split() if not _GENERIC.fullmatch(word)]
    if not words:
        return None
    return NamedSum(
        f"{' '.join(words)} {found['noun']}",
        mention.figure,
        mention,
        _time_unit(mention),
        beside=False,
        stage=_STAGE.search(mention.own) is not None,
        in_body=in_body,
    )


def _at_a_rate(mention: Mention, *, in_body: bool) -> NamedSum | None:
    """Return a price that is told for each thing or time, "the price of £5 a bed a week", named by those."""
    priced = _PRICED.search(mention.lead)
    rate = _RATE.match(mention.figure.at.shortly_after(_LONGEST_NAME)) if priced else None
    if (
        priced is None
        or rate is None
        or _OTHER_SUM.search(mention.lead)
        or significant(worth(mention.figure)) < _TELLING
    ):
        return None
    return NamedSum(
        f"{priced['noun']} {plain(rate['units'])}",
        mention.figure,
        mention,
        _time_unit(mention),
        beside=False,
        stage=_STAGE.search(mention.lead) is not None,
        in_body=in_body,
    )


def _contribution(mention: Mention, *, in_body: bool) -> NamedSum | None:
    """Return a sum that one party is said to contribute or to pay, and for nothing in particular."""
    if len(mention.parties) != 1 or not _PAYS.search(mention.own) or _OTHER_SUM.search(mention.text):
        return None
    (party,) = mention.parties
    if telling(mention.own) - content(party) - content(" ".join(_SHORT_NAMES)) or is_instalment(
        mention.figure
    ):
        return None
    contributes = " contribut" in mention.own and bool(mention.years)
    return NamedSum(
        f"{party.strip()} contribution",
        mention.figure,
        mention,
        _time_unit(mention),
        beside=contributes,
        stage=_STAGE.search(mention.own.replace(" scheme ", " ")) is not None,
        in_body=in_body,
    )


def _time_unit(mention: Mention) -> str:
    after = _UNIT.match(mention.figure.at.shortly_after(20))
    return _unit(after[1].lower()) if after else "year" if _is_annual(mention.own) else ""


def _insured(mention: Mention, *, in_body: bool) -> Iterator[NamedSum]:
    """Yield a sum for each kind of insurance whose cover it is."""
    kinds = dict.fromkeys(_INSURED.findall(mention.own))
    if not kinds or worth(mention.figure) < _LEAST_COVER or not _INSURANCE.search(mention.text):
        return
    after = mention.figure.at.shortly_after(60)
    for kind in kinds:
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
