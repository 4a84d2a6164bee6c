"""How often a body meets, told twice: "the Board meets every month" here and "four times a year" there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._changes.meetings import body_named, is_one_body
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_MEETS = pattern(
    r"\b(?:(?:shall|will|must|to|should) meet|meets|(?:hold|holds|held) (?:a |its )?meetings?|meetings"
    r" (?:are|shall be|will be|take place|shall take place))\b"
    r"(?:[ ](?:in public|together|regularly|formally|at least|not less than|no less than|held"
    r"|normally)){0,3}[ ]"
    r"(?P<often>(?:once (?:a|every|each|in each|in every) |every |each )"
    r"(?P<unit>week|fortnight|month|quarter|(?:financial )?year)\b"
    rf"|every (?P<apart>{COUNT}) (?P<units>weeks|months)\b"
    r"|(?P<adverb>weekly|fortnightly|monthly|quarterly|bi-monthly|annually|yearly)\b"
    rf"|(?P<times>{COUNT}) times (?:a|in each|in every|each|every|per|in a) (?:financial )?year\b"
    r"|(?P<twice>twice) (?:a|in each|each|every) (?:financial )?year\b)",
    re.IGNORECASE,
)
"""That a body meets, with how often."""
_A_YEAR = {
    "week": 52,
    "weekly": 52,
    "fortnight": 26,
    "fortnightly": 26,
    "month": 12,
    "monthly": 12,
    "bi-monthly": 6,
    "quarter": 4,
    "quarterly": 4,
    "year": 1,
    "annually": 1,
    "yearly": 1,
}
_IN_A_YEAR = {"weeks": 52, "months": 12}
_OFTEN_AND_TIMES = pattern(
    r"\b(?P<often>weekly|fortnightly|monthly|quarterly)[ ]\((?:that is,?[ ]|i\.e\.,?[ ])?"
    rf"(?P<times>{COUNT}|twice)(?:[ ](?:times|meetings|instalments|reports|payments))?"
    r"[ ](?:a|per|each|in each)[ ](?:financial )?year\)",
    re.IGNORECASE,
)
_FOR_A_TIME = pattern(
    r"\b(?:first|until|during|initial\w*|in the year|thereafter|after that|mobilisation|from then"
    r"|for the|on average)\b",
    re.IGNORECASE,
)
"""Words that show that it is so for some time only."""
_AT_LEAST = pattern(r"\b(?:at|not|no) (?:least|less than)\b", re.IGNORECASE)
_SIGNS = ("meet", "meeting")


class _Often(NamedTuple):
    """How many times a year a ``body`` meets, or ``at_least`` so many, as ``at`` says."""

    times: Decimal
    at_least: bool
    at: Words
    body: str

    def may_be(self, other: _Often) -> bool:
        """Tell whether a body may meet as often as both say."""
        return (
            abs(other.times - self.times) < 1
            or (self.at_least and other.times > self.times)
            or (other.at_least and self.times > other.times)
        )


def meetings_as_often(instrument: Instrument) -> Iterator[Restated]:
    """Yield how often a body is said to meet where it is said elsewhere that it meets more or less often."""
    told: list[_Often] = []
    for one in _each(instrument):
        same = [other for other in told if is_one_body(one.body, other.body)]
        if same and not any(map(one.may_be, same)):
            yield Restated(one.at, same[0].at)
        told.append(one)


def often_told_twice(instrument: Instrument) -> Iterator[Restated]:
    """Yield the number of times a year that stands beside a word for another: "quarterly (six times a
    year)"."""
    for words, match in instrument.search(_OFTEN_AND_TIMES, "text", "note", signs=("year",)):
        times = Decimal(2) if match["times"].lower() == "twice" else count_of(match["times"])
        if times is not None and times != _A_YEAR[match["often"].lower()]:
            told, at = (words.part(match.start(name), match.end(name)) for name in ("often", "times"))
            yield Restated(at, told)


def _each(instrument: Instrument) -> Iterator[_Often]:
    for words, match in instrument.search(_MEETS, "text", "note", signs=_SIGNS):
        sentence = instrument.sentence_of(words)
        times = _times(match)
        body = body_named(words.passage.text[sentence.start : words.start])
        if times and body and not _FOR_A_TIME.search(sentence.text):
            at = words.part(match.start("often"), match.end("often"))
            yield _Often(times, _AT_LEAST.search(match[0]) is not None, at, body)


def _times(match: re.Match[str]) -> Decimal | None:
    """Return how many times a year something is done, None if that is not known."""
    if match["twice"]:
        return Decimal(2)
    if match["times"]:
        return count_of(match["times"])
    if match["apart"]:
        apart = count_of(match["apart"])
        return Decimal(_IN_A_YEAR[match["units"].lower()]) / apart if apart else None
    told = (match["adverb"] or match["unit"]).lower().removeprefix("financial ")
    return Decimal(_A_YEAR[told])
