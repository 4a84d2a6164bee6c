"""Two passages that say the same of the same in much the same words, but for the period: "will keep the
records for no longer than two years after the account of a user was closed" here, "one year" there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._changes.duties import apart_words
from clausekit.checks.rules.figures._changes.told_again import are_of_two_schedules
from clausekit.checks.rules.figures._sentences.restated import Restated, may_be_same
from clausekit.checks.rules.figures._sentences.words import content, plain
from clausekit.patterns import pattern

_TAIL = pattern(r"[’']?[ ](?P<tail>(?:following|after|from|before|prior to)[ ][^.;:()]{25,160})")
_LEAST_WORDS, _LEAST_SHARED, _FAR = 7, 3, 160


@dataclass(frozen=True, slots=True)
class _Told:
    """A period with what is said before it, and where."""

    period: Period
    lead: frozenset[str]
    apart: frozenset[str]
    place: Place


def same_but_period(instrument: Instrument) -> Iterator[Restated]:
    """Yield the periods of which all else is told in one other passage, with another period."""
    told: dict[str, list[_Told]] = defaultdict(list)
    for period in instrument.periods:
        place = instrument.place_of[period.at.passage]
        tail = _TAIL.match(period.at.shortly_after(_FAR)) if place.role in ("text", "note", "cell") else None
        words = plain(tail["tail"]).split() if tail else []
        if len(words) < _LEAST_WORDS:
            continue
        lead = period.at.shortly_before(_FAR).rpartition(". ")[2]
        one = _Told(period, content(lead), apart_words(lead, to_whom=True), place)
        same = told[" ".join(words[:_LEAST_WORDS])]
        if len(same) == 1 and _say_the_same(one, same[0]) and not may_be_same(one.period, same[0].period):
            yield Restated(one.period.at, same[0].period.at)
        same.append(one)


def _say_the_same(one: _Told, other: _Told) -> bool:
    """Tell whether most of what stands before two periods is the same, in two passages."""
    shared = len(one.lead & other.lead)
    fewer = min(len(one.lead), len(other.lead))
    return (
        one.place is not other.place
        and shared >= _LEAST_SHARED
        and shared * 2 >= fewer
        and one.apart == other.apart
        and not are_of_two_schedules(one.place, other.place)
    )
