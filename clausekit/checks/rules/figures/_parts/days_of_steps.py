"""How many days steps take together, one after another: "within 10 Working Days ... a further 15 Working
Days ... so no more than 25 Working Days in all"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.patterns import pattern
from clausekit.reading import Passage

_FURTHER = pattern(r"\b(?:a|another|an additional|the next|an extra)(?: further)? $|\bfurther $")
_IN_ALL_BEFORE = pattern(
    r"\b(?:(?:take|last|be|need wait|wait|spent|spend|run)s? |so |that )(?:that )?(?:in all |together "
    r"|altogether )?"
    r"(?:no|not) (?:more|longer) than $|\b(?:that makes|making|in all|in total|altogether|a total of"
    r"|totalling) $"
)
_IN_ALL_AFTER = pattern(
    r"(?: shall| will| may| is| are)?(?: be)?(?: so)?(?: spent| taken| needed)?"
    r" (?:in all|in total|altogether|together|overall|from (?:start|beginning) to (?:finish|end))\b"
)
_WITHIN = pattern(r"\b(?:within(?: a period of)?|for|has|have|for up to|allowed) $")
_NEAR, _FAR, _FEWEST = 40, 60, 2
_MOST_APART = 2


def days_of_steps(instrument: Instrument) -> Iterator[Counted]:
    """Yield the days in all that steps are said to take which do not make them."""
    by_passage: dict[Passage, list[Period]] = {}
    for one in instrument.periods:
        by_passage.setdefault(one.at.passage, []).append(one)
    for periods in by_passage.values():
        for at, whole in enumerate(periods):
            if not _is_whole(whole):
                continue
            steps = _steps(periods[:at], whole)
            made = sum((one.count for one in steps), Decimal(0))
            less, more = sorted((made, whole.count))
            if len(steps) >= _FEWEST and less != more and more <= less * _MOST_APART:
                yield Counted(whole.at, made, tuple(one.at for one in steps))


def _is_whole(period: Period) -> bool:
    """Tell whether a period is said to be that of all steps together."""
    after = _IN_ALL_AFTER.match(period.at.shortly_after(_FAR))
    before = _IN_ALL_BEFORE.search(period.at.shortly_before(_NEAR))
    return after is not None or before is not None


def _steps(periods: Sequence[Period], whole: Period) -> Sequence[Period]:
    """Return the periods before one that follow on each other, all of its kind: the first, and all further
    ones."""
    kind = [one for one in periods if (one.unit, one.quality) == (whole.unit, whole.quality)]
    if len(kind) != len(periods):
        return ()
    later = [_FURTHER.search(one.at.shortly_before(_NEAR)) is not None for one in kind]
    begins = [_WITHIN.search(one.at.shortly_before(_NEAR)) is not None for one in kind]
    if len(kind) < _FEWEST or later[0] or not begins[0] or not all(later[1:]):
        return ()
    return kind
