"""Fractions and multiples of a sum that has a name and is told elsewhere: "three quarters of the Team Budget,
namely £60"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.rules._shared.said_sums import SaidSums, half_a_step, said_sums, worth
from clausekit.checks.rules.figures._sentences.portions import portions_in
from clausekit.checks.rules.figures._sentences.reckoned import ROUGH, Reckoned
from clausekit.checks.rules.figures._tables.sheets import sheets
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_NAME = (
    r"(?P<name>[A-Z][\w’-]+(?:[ ](?:for[ ]|of[ ])?[A-Z][\w’-]+){0,4}"
    r"|(?:[a-z-]+[ ]){0,2}?(?:fee|charge|rent|grant|budget|contribution|cost|salary|allocation|price|reserve"
    r"|subsidy))"
)
_THAT_IS = (
    r"(?:,?[ ](?:namely|that is(?: to say)?|being|which is|i\.e\.|or|amounting to|equal to|making"
    r"|is|are|will be|comes to|amounts to),?[ ]|,[ ]|[ ]?\(|[ ][–—][ ])\(?(?:(?:a|the) sum of[ ])?"
)
_OF_A_NAME = pattern(rf"[ ](?:of[ ])?(?:the|that|this|a full year’s)[ ]{_NAME}{_THAT_IS}")
_OF_THAT = pattern(rf"[ ](?:of[ ])(?:that|this)(?:[ ](?:sum|amount))?{_THAT_IS}")
_BEING = pattern(
    r"(?:,?[ ](?:being|that is(?: to say)?|which is|or|i\.e\.),?[ ]|,[ ]|[ ]?\()(?:just |exactly )?"
)
_OF_THAT_NAME = pattern(
    rf"[ ](?:of[ ])?(?:the|that|this|a full year’s)[ ]{_NAME}(?=[.,;)]|$|[ ](?:and|is|in|on|by|to)\b)"
)
_TIMES = pattern(
    r"\b(?P<times>twice|double|treble|(?:two|three|four|five|six|ten) times)(?= )", re.IGNORECASE
)
_MANY = {
    "twice": 2,
    "double": 2,
    "two": 2,
    "treble": 3,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
}
_IS_WORTH = (
    r"[”\"’*]*(?:[ ](?:for|in|of|from)[ ][^£.;:()%]{1,50}?)?(?:[ ](?:is|are|of|at|being|means|was|remains"
    r"|stands at"
    r"|amounts to|comes to|totals|will be|shall be|is set at|is fixed at)|,|[ ]?[(:–=]|[ ]\()[ ]?"
    r"(?:(?:the|a)[ ]sum[ ]of[ ]|currently[ ]|now[ ])?"
)
_NOT_EXACT = pattern(
    r"\b(?:up to|at least|at most|exceed\w*|more than|less than|not more|maximum|minimum|cap|limit\w*"
    r"|rounded|plus"
    r"|minus|less)\b",
    re.IGNORECASE,
)
_NEAR, _BEFORE = Decimal("0.3"), 140


def named_fractions(instrument: Instrument) -> Iterator[Reckoned]:
    """Yield the sums that are not the fraction, or multiple, of a named sum which they are said to be."""
    for said in said_sums(instrument):
        if not said.money or _NOT_EXACT.search(said.sentence.text) or ROUGH.search(said.sentence.text):
            continue
        for at, value in _fractions_in(said):
            for stated, name in _said_to_be(at, said):
                wholes = [*_told_in_text(stated, name, instrument)] or [*_told_in_tables(name, instrument)]
                yield from _unless_it_is(stated, value, wholes)
            for stated in said.money:
                if _OF_THAT.fullmatch(said.sentence.passage.text, at.end, stated.at.start):
                    yield from _unless_it_is(stated, value, _told_before(at, instrument))


def _fractions_in(said: SaidSums) -> Iterator[tuple[Words, Fraction]]:
    sentence = said.sentence
    for one in portions_in(sentence.passage, sentence.start, sentence.end):
        if not one.is_percentage and 0 < one.value < 1:
            yield one.at, one.value
    for found in _TIMES.finditer(sentence.passage.text, sentence.start, sentence.end):
        times = _MANY[found["times"].lower().split()[0]]
        yield Words(sentence.passage, found.start(), found.end()), Fraction(times)


def _said_to_be(at: Words, said: SaidSums) -> Iterator[tuple[Figure, str]]:
    """Yield the sum that is said to be a fraction of something, with the name of that."""
    text = said.sentence.passage.text
    after = _OF_THAT_NAME.match(text, at.end, said.sentence.end)
    for figure in said.money:
        if found := _OF_A_NAME.fullmatch(text, at.end, figure.at.start):
            yield figure, found["name"]
        elif after and _BEING.fullmatch(text, figure.at.end, at.start):
            yield figure, after["name"]


def _told_before(at: Words, instrument: Instrument) -> list[Decimal]:
    """Return the last sum that its paragraph gives before some words, if it gives one."""
    before = [
        one
        for one in instrument.figures
        if one.at.passage is at.passage and one.at.end <= at.start and one.kind == "money"
    ]
    return [worth(before[-1])] if before and before[-1].value else []


def _unless_it_is(stated: Figure, value: Fraction, wholes: Sequence[Decimal]) -> Iterator[Reckoned]:
    """Yield a sum if it is that fraction of none of the wholes, but comes near it."""
    made = [whole * value.numerator / value.denominator for whole in wholes]
    slack = max(half_a_step(stated), Decimal(1))
    fits = any(abs(one - worth(stated)) <= (slack if one % 1 == 0 else _rounded(stated)) for one in made)
    if not made or fits or worth(stated) in wholes:
        return
    nearest = min(made, key=lambda one: abs(one - worth(stated)))
    if abs(nearest - worth(stated)) <= nearest * _NEAR:
        yield Reckoned(stated, round(nearest, 2), slack, ())


def _rounded(stated: Figure) -> Decimal:
    """Return by how much a sum may be out that was rounded because the fraction is no whole sum."""
    digits = str(int(worth(stated)))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0"))) / 2 + 1


def _told_in_text(stated: Figure, name: str, instrument: Instrument) -> Iterator[Decimal]:
    """Yield what sentences and definitions say that something of a name is worth."""
    says = re.compile(rf"\b{re.escape(name)}{_IS_WORTH}$")
    for figure in instrument.figures:
        if (
            figure.kind == "money"
            and figure.value is not None
            and figure.at != stated.at
            and name in figure.at.passage.text
            and says.search(figure.at.shortly_before(_BEFORE))
            and not any(portions_in(figure.at.passage, max(0, figure.at.start - _BEFORE), figure.at.start))
        ):
            yield worth(figure)


def _told_in_tables(name: str, instrument: Instrument) -> Iterator[Decimal]:
    """Yield what the rows of tables give that have a name."""
    for sheet in sheets(instrument):
        for row in sheet.rows:
            if row.head.strip().lower() == name.lower():
                yield from (one.cell.number for one in row.entries if one.cell.number)
