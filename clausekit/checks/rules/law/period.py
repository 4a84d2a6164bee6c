"""CK-LAW-PERIOD: a period that the law fixes, told otherwise beside the law that fixes it."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.rule import Hit, Rule, hit
from clausekit.checks.rules.law._periods_beside_law import BesideLaw, periods_beside_law
from clausekit.checks.rules.law._periods_of_law import FixedPeriod, hours_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_FIXED_BY_LAW = pattern(
    r"(?: \(\d+\)[\w ]*)?,? (?:of [^.;,]{1,60},? )?(?:which|that|as) (?P<law>[^.;]{3,150}?)\b(?:requires?"
    r"|allows?|says?|lays? down|fix(?:es)?|sets?|gives?|provides?|prescribes?|permits?|demands?)\b"
    r"|,? (?:allowed|required|fixed|set|laid down|prescribed|permitted|given) (?:by|in|under)\b"
    r"(?P<by>[^.;]{3,60})",
)
_LAW = pattern(r"\b(?:[Ss]ections?|[Rr]egulations?|Articles?|Act|GDPR|law|statutes?)\b")
_STATUTORY = pattern(
    r"\bstatutory (?:(?:time|period|limit|deadline|target|maximum|minimum)s? ?)+(?:of|is|:)? ?$"
)
_GOES_ON = 220
_SHORTLY = 40
_MOST_TIMES = 8
"""What is so many times as long is a period of something else."""


def _check(instrument: Instrument) -> Iterator[Hit]:
    told: set[Words] = set()
    for one in periods_beside_law(instrument):
        if one.period.at not in told and _is_wrong(one, instrument):
            told.add(one.period.at)
            yield _told(one.period, one.row)


def _is_wrong(one: BesideLaw, instrument: Instrument) -> bool:
    """Tell whether a period is not that of the law: it breaks it, or is said to be what the law fixes."""
    period, row = one.period, one.row
    hours = hours_of(period.count, period.unit, period.quality)
    if not 0 < hours <= _MOST_TIMES * hours_of(row.count, row.unit, row.quality):
        return False
    if _is_said_of_law(period.at):
        return row.differs(hours)
    return row.breaks(hours) and (one.alone or _is_alone(period, instrument))


def _is_said_of_law(at: Words) -> bool:
    """Tell whether the law is said to fix a period: "within the ten days which section 3 allows"."""
    after = _FIXED_BY_LAW.match(at.shortly_after(_GOES_ON))
    if after and _LAW.search(after["law"] or after["by"]):
        return True
    return _STATUTORY.search(at.shortly_before(_SHORTLY)) is not None


def _is_alone(period: Period, instrument: Instrument) -> bool:
    """Tell whether no other period stands in the sentence: of several, each may be for something else."""
    sentence = instrument.sentence_of(period.at)
    others = (one for one in instrument.periods if one.at.passage is period.at.passage)
    return all(
        one.count == period.count and one.unit == period.unit for one in others if sentence.overlaps(one.at)
    )


def _told(period: Period, row: FixedPeriod) -> Hit:
    return hit(
        period.at,
        f"“{period.at.text}” is not what the law fixes for {row.what}: {row.law} has {row.told}.",
        f"Write “{row.told}”, or say that the Partners agree on another period.",
        confidence="likely",
    )


RULE = Rule(
    id="CK-LAW-PERIOD",
    level="warning",
    title="A period that the law fixes, told otherwise",
    why="No agreement can lengthen a time that the law allows. Who relies on the longer one is late.",
    fails="""
1. Requests

1.1 A request under the Freedom of Information Act 2000 is answered within the ⟦forty working days⟧ which
section 10 of that Act allows.

1.2 A subject access request is answered within ⟦40 days⟧, and a personal data breach is notified to the
Information Commissioner.

2. Services

2.1 Reablement is free of charge for up to ⟦four weeks⟧, as regulation 4 of the Care and Support (Preventing
Needs for Care and Support) Regulations 2014 requires.
""",
    passes="""
1. Requests

1.1 A request under the Freedom of Information Act 2000 is answered within the twenty working days which
section 10 of that Act allows.

1.2 A subject access request is answered within one month, and a personal data breach is notified to the
Information Commissioner within 72 hours.

2. Services

2.1 Reablement is free of charge for up to six weeks, as regulation 4 of the Care and Support (Preventing
Needs for Care and Support) Regulations 2014 requires.
""",
    check=_check,
)
