"""Duties that are told twice, with two periods: a report within 20 days here and within 25 days there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules.figures._changes.duties import Duty, duties
from clausekit.checks.rules.figures._sentences.provisions import provision_named
from clausekit.checks.rules.figures._sentences.restated import Restated, may_be_same, scope_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage

_NAME = pattern(r"\b(?:(?:The|An?|Each|Any|Every|No|Either) )?([A-Z][\w’-]+(?: [A-Z][\w’-]+)+)")
_DAYS = frozenset(("Working Days", "Working Day", "Business Days", "Financial Year"))
_REGULATOR = pattern(r"\bICO\b|\bInformation Commission(?:er)?\b|\bArticle 33\b|\bwithout undue delay and\b")
"""Who is told of a breach, or the words of the law that says so."""
_ENOUGH_NAMES = 2
"""So many names in common show that two schedules speak of the same."""
_MEETING = pattern(r"\bmeeting\b")
_MEETS = pattern(r"\b(?:board|committee|panel|group|forum|team|executive|cabinet)\b", re.IGNORECASE)
"""What has meetings."""
_USUAL = {
    ("pay", "invoice"): "receipt",
    ("acknowledge", "complaint"): "receipt",
    ("answer", "complaint"): "receipt",
    ("answer", "request"): "receipt",
    ("tell", "incident"): "aware",
}
"""From when the time runs for what is done with something, if a sentence does not say."""
_RUNS_BY_ITSELF = ("aware", "receipt", "call")
"""From when time runs that is the same whether "if" stands before it or not."""


def told_again(instrument: Instrument) -> Iterator[Restated]:
    """Yield the periods of duties that are told twice, and of which exactly two stand against each other."""
    found = duties(instrument)
    for later_at, later in enumerate(found):
        same = [one for one in found[:later_at] if is_same(one, later)]
        others = [one for one in same if not may_be_same(one.period, later.period)]
        if others and others == same:
            yield Restated(later.period.at, others[0].period.at)


def is_same(one: Duty, other: Duty) -> bool:
    """Tell whether two sentences lay down the same: what is done, with what, and from when time runs."""
    return (
        one.kind == other.kind
        and one.sentence.passage is not other.sentence.passage
        and one.apart == other.apart
        and _is_told_the_regulator(one) == _is_told_the_regulator(other)
        and (not are_of_two_schedules(one.place, other.place) or _speak_of_the_same(one, other))
        and _of_same_parties(one, other)
        and {"notice": _ends_the_same, "keeping": _keeps_the_same, "deadline": _does_the_same}[one.kind](
            one, other
        )
    )


def _is_told_the_regulator(duty: Duty) -> bool:
    """Tell whether a duty is to the Information Commissioner, which the law lays down."""
    return _REGULATOR.search(duty.sentence.text) is not None


def are_of_two_schedules(one: Place, other: Place) -> bool:
    """Tell whether two passages stand in two schedules, each of which may be about a scheme of its own."""
    return one.division is not None and other.division is not None and one.division is not other.division


def _speak_of_the_same(one: Duty, other: Duty) -> bool:
    """Tell whether sentences of two schedules name the same things, and are not the same words in each."""
    alike = _but_for_period(one) == _but_for_period(other)
    return len(_names(one) & _names(other)) >= _ENOUGH_NAMES and not alike


def _but_for_period(duty: Duty) -> str:
    return duty.sentence.text.replace(duty.period.at.text, "")


def _names(duty: Duty) -> frozenset[str]:
    """Return the names of several words in a sentence: "Pool Manager", "Quarterly Report"."""
    return frozenset(_NAME.findall(duty.sentence.text)) - _DAYS


def _runs_alike(one: Duty, other: Duty) -> bool:
    """Tell whether the time of two duties runs from the same, also where one leaves unsaid what is usual."""
    usual = {
        _USUAL.get((act, thing), "") for act in one.acts & other.acts for thing in one.things & other.things
    }
    return (bool(one.runs) and one.runs == other.runs) or (
        one.runs != other.runs and {one.runs, other.runs} - {""} <= usual - {""}
    )


def _of_same_parties(one: Duty, other: Duty) -> bool:
    if one.kind == "notice":
        return one.parties == other.parties or (len(one.parties) != 1 and len(other.parties) != 1)
    return not one.parties or not other.parties or not one.parties.isdisjoint(other.parties)


def _ends_the_same(one: Duty, other: Duty) -> bool:
    return bool(one.things) and one.things == other.things and not (one.conditional or other.conditional)


def _keeps_the_same(one: Duty, other: Duty) -> bool:
    """Tell whether two sentences say how long the same is kept; what has a name of its own is so also where
    one leaves unsaid from when."""
    named = any(" " in thing for thing in one.things)
    runs_alike = one.runs == other.runs or (named and "" in (one.runs, other.runs))
    return bool(one.things) and one.things == other.things and runs_alike


def _does_the_same(one: Duty, other: Duty) -> bool:
    return (
        not one.acts.isdisjoint(other.acts)
        and _runs_alike(one, other)
        and (_special(one) <= _special(other) or _special(other) <= _special(one))
        and not _of_two_bodies(one, other)
        and (one.conditional == other.conditional or one.runs in _RUNS_BY_ITSELF)
        and (bool(one.things and other.things) or one.runs == "call")
    )


def _special(duty: Duty) -> frozenset[str]:
    """Return with what something is done, without the data concerned where more is told: an incident."""
    return frozenset(thing for thing in duty.things if not thing.endswith("data")) or duty.things


def _of_two_bodies(one: Duty, other: Duty) -> bool:
    """Tell whether what is done for a meeting is so for those of two bodies: the Board and a panel."""
    if not _MEETING.search(one.runs) and one.things.isdisjoint(("papers", "minutes")):
        return False
    bodies, others = (
        set(map(str.lower, _MEETS.findall(f"{duty.place.heading} {_up_to_end(duty.sentence)}")))
        for duty in (one, other)
    )
    return bool(bodies and others) and bodies.isdisjoint(others)


def _up_to_end(sentence: Words) -> str:
    return sentence.passage.text[sentence.passage.typed : sentence.end]


def told_of_provisions(instrument: Instrument) -> Iterator[Restated]:
    """Yield the periods of sentences that name a provision and repeat what that lays down, but otherwise."""
    laid_down: dict[Passage, list[Duty]] = {}
    for one in duties(instrument):
        laid_down.setdefault(one.sentence.passage, []).append(one)
    for one in duties(instrument):
        target = provision_named(one.sentence, instrument)
        there = [
            other
            for passage in (scope_of(target, instrument) if target else ())
            if passage is not one.sentence.passage
            for other in laid_down.get(passage, ())
            if _may_repeat(one, other)
        ]
        if there and not any(may_be_same(one.period, other.period) for other in there):
            yield Restated(one.period.at, there[0].period.at)


def _may_repeat(one: Duty, other: Duty) -> bool:
    """Tell whether a sentence that names the provision of another may repeat what that lays down."""
    if one.kind != other.kind:
        return False
    if one.kind == "notice":
        return one.things == other.things or not one.things or not other.things
    if one.kind == "keeping":
        return not one.things.isdisjoint(other.things)
    return (
        one.apart == other.apart
        and one.conditional == other.conditional
        and (one.runs == other.runs or not one.runs or not other.runs)
        and not one.acts.isdisjoint(other.acts)
        and (not one.things.isdisjoint(other.things) or (bool(one.runs) and one.runs == other.runs))
    )
