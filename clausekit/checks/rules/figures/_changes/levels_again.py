"""Levels of a service that are told twice: so much of the time available, so many reviews a year, so much for
each school."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.said_sums import COUNT, count_of, worth
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.checks.rules.figures._sentences.slips import is_exchange, significant
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_UPTIME = pattern(
    r"(?<![\d.,])(?P<share>\d{2,3}(?:\.\d{1,4})?)[ ]?(?:%|per cent)[ ](?:of )?(?:system |service )?"
    r"(?P<what>uptime|availability)\b"
    r"|\b(?P<named>uptime|availability)(?: (?:of|is|shall be|will be|at|target:?|level of)|:)"
    r"(?: at least| not less than| no less than)? (?P<after>\d{2,3}(?:\.\d{1,4})?)[ ]?(?:%|per cent)",
    re.IGNORECASE,
)
_DONE = r"(?:reviews?|reports?|visits?|audits?|inspections?|surveys?|newsletters?|sessions?|returns?)"
_A_YEAR = r"(?:per|a|each|every|in each) (?:financial |contract )?(?:year|annum)"
_DONE_IN_A_YEAR = pattern(
    rf"\b(?P<what>{_DONE}) (?:{_A_YEAR}\b|\((?P<count>{COUNT}) {_A_YEAR}\))", re.IGNORECASE
)
_SO_MANY = pattern(rf"(?<![\w£.,/-])(?P<count>{COUNT}) (?:[\w’-]+ ){{0,2}}$", re.IGNORECASE)
_FOR_EACH = pattern(
    r"(?: \+ VAT| plus VAT| exclusive of VAT)?,? (?:per|for each|for every) "
    r"(?P<what>(?!annum|year|month|week|day|hour|quarter|term|cent)[a-z]{3,20})\b",
    re.IGNORECASE,
)
_EACH_BEFORE = pattern(
    r"\b(?:per|for each|for every) (?P<what>(?!annum|year|month|week|day|hour|quarter|term|cent)[a-z]{3,20})"
    r"(?: (?:is|of|shall be))?:? $",
    re.IGNORECASE,
)
_OTHERWISE = pattern(
    r"\b(?:below|falls?|fell|less than|under|above|credits?|if|where|unless|until|between|priority|tier"
    r"|minimum|at least|up to|not less than|no less than|previous\w*|current\w*|was|were|last year|first"
    r"|second|third|initial\w*|thereafter|from|increase\w*|reduc\w*|instead|rather|than|stretch|breach|additional"
    r" to|out of hours|weekends?|core|planned)\b",
    re.IGNORECASE,
)
"""Words which show that a level holds in some cases only, or is one of several."""
_TELLS_NOTHING = pattern(
    r"[\d.%]+|year|annum|per|each|every|time|term|service|month|party|council|agreement|system|deliver|within"
    r"|provider?|annual|contract|availability|include|measure|one|two|three|four|five|six"
)
"""Words that do not tell of what a level is."""
_LONGEST = 260
_FEWEST_DIGITS = 3
_SHORTLY = 60


class _Level(NamedTuple):
    """What is told: the words ``at`` of its figure, its value, of what it is, and ``about`` what besides."""

    at: Words
    value: Decimal
    what: str
    about: frozenset[str]
    place: Place

    def is_same(self, other: _Level) -> bool:
        """Tell whether two levels are of the same, by what they are called and another word besides."""
        return (
            self.what == other.what
            and self.place is not other.place
            and bool(self.about & other.about)
            and not self._is_of_another_schedule(other)
        )

    def _is_of_another_schedule(self, other: _Level) -> bool:
        """Tell whether two schedules say the same of two schemes, in the same words but for the figure."""
        mine, others = self.place.division, other.place.division
        alike = self.about == other.about
        return alike and mine is not None and others is not None and mine is not others


def levels_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the levels that are told elsewhere as another, and nowhere before as they are."""
    told: list[_Level] = []
    for one in (*_uptimes(instrument), *_times_a_year(instrument)):
        same = [other for other in told if one.is_same(other)]
        if same and all(other.value != one.value for other in same):
            yield Restated(one.at, same[0].at)
        told.append(one)
    yield from _rates_exchanged(instrument)


def _uptimes(instrument: Instrument) -> Iterator[_Level]:
    for words, match in instrument.search(_UPTIME, "text", "note", signs=("uptime", "availab")):
        share, what = ("share", "what") if match["share"] else ("after", "named")
        at = words.part(match.start(share), match.end(share))
        yield from _level(at, Decimal(match[share]), "uptime" if match[what] else "", instrument)


def _times_a_year(instrument: Instrument) -> Iterator[_Level]:
    for words, match in instrument.search(_DONE_IN_A_YEAR, "text", "note", signs=("year", "annum")):
        text = words.passage.text
        start = max(words.passage.typed, words.start - _SHORTLY)
        found = match if match["count"] else _SO_MANY.search(text, start, words.start)
        value = count_of(found["count"]) if found else None
        if found is not None and value is not None:
            at = Words(words.passage, *found.span("count"))
            yield from _level(at, value, match["what"].lower().removesuffix("s"), instrument)


def _level(at: Words, value: Decimal, what: str, instrument: Instrument) -> Iterator[_Level]:
    sentence = instrument.sentence_of(at)
    if len(sentence.text) <= _LONGEST and not _OTHERWISE.search(sentence.text):
        words = content(sentence.text) - {what}
        telling = frozenset(word for word in words if not _TELLS_NOTHING.fullmatch(word))
        yield _Level(at, value, what, telling, instrument.place_of[at.passage])


def _rates_exchanged(instrument: Instrument) -> Iterator[Restated]:
    """Yield the sums for each of some things that stand elsewhere with two digits exchanged."""
    told: dict[str, list[Words]] = {}
    values: dict[Words, Decimal] = {}
    for figure in instrument.figures:
        if figure.kind != "money" or not figure.value or figure.scale:
            continue
        if instrument.place_of[figure.at.passage].role not in ("text", "note"):
            continue
        found = _FOR_EACH.match(figure.at.after) or _EACH_BEFORE.search(figure.at.shortly_before(_SHORTLY))
        if found is None:
            continue
        what = found["what"].lower()
        before = told.setdefault(what, [])
        same = [other for other in before if is_exchange(worth(figure), values[other])]
        known = any(values[other] == worth(figure) for other in before)
        digits = [significant(one) for one in (worth(figure), *(values[other] for other in same))]
        if same and not known and max(digits) >= _FEWEST_DIGITS:
            yield Restated(figure.at, same[0])
        before.append(figure.at)
        values[figure.at] = worth(figure)
