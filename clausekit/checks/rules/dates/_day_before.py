"""Days that are said to lie directly before or after another, and do not: "expires on 30 January 2027, being
the day before the Appointed Day", or a former agreement after whose last day this one begins."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Date
from clausekit.checks.rules.dates._ranges import commencement, dates_by_passage, dates_in
from clausekit.patterns import pattern

_NEXT_TO = pattern(
    r"[,(;]? ?\(?(?:(?:and )?(?:being|that is(?: to say)?,?|which is|namely|i\.e\.),? )?(?:on )?the day"
    r" (?:(?:immediately|next|directly) )?(?P<way>before|preceding|prior to|after|following) (?:the )?"
)
"""What stands between a date and the defined day beside which it lies."""
_ENDS = pattern(
    r"\b(?:[Aa]greement|[Aa]rrangements?|[Mm]emorandum|[Dd]eed|[Cc]ontract)\b[^;]{0,120}"
    r"\b(?:expir(?:es?|ing|ed)|ends?|ended|runs? out|terminat\w+|comes to an end|until)\b[^.;]{0,40}$"
)
"""How words end before the last day of a former agreement."""
_GOES_ON = pattern(
    r"[^;]{0,120}?\b(?:from|on|with effect from) the (?:day next following|next (?:following )?day"
    r"|following day|day (?:immediately )?(?:after|following)(?! the\b))\b"
)
_THIS = pattern(
    r"\b(?:[Tt]his [A-Z]?[a-z]+|the terms? hereof|(?:be|are) bound|(?:be|is|are) replaced"
    r"|takes? (?:its|their) place|(?:Partners|Parties)\b[^.;]{0,40}\b(?:continue|enter into))\b"
)
_NEAR, _FAR = 60, 200


def beside_another_day(instrument: Instrument) -> Iterator[tuple[Date, Date, date]]:
    """Yield the days that are not directly before, or after, the day beside which they are said to lie, with
    that and with the day that does."""
    dates = dates_by_passage(instrument)
    for definition, uses in instrument.uses_of.items():
        given = dates_in(definition, dates) if definition.term.endswith(("Date", "Day")) else []
        if len(given) != 1 or given[0].value is None:
            continue
        for use in uses:
            for one in dates.get(use.at.passage, ()):
                if not (one.value and 0 < use.at.start - one.at.end < _NEAR):
                    continue
                told = _NEXT_TO.fullmatch(use.at.passage.text, one.at.end, use.at.start)
                if told is not None:
                    way = -1 if told["way"] in ("before", "preceding", "prior to") else 1
                    right = given[0].value + timedelta(days=way)
                    if one.value != right:
                        yield one, given[0], right
    yield from _day_after_the_former(instrument)


def _day_after_the_former(instrument: Instrument) -> Iterator[tuple[Date, Date, date]]:
    """Yield the last day of a former agreement after which this one is said to follow on the next day, if it
    begins on another."""
    start = commencement(instrument)
    if start is None or start.value is None:
        return
    right = start.value - timedelta(days=1)
    for one in instrument.dates:
        if one.value in (None, right) or not _ENDS.search(one.at.shortly_before(_FAR)):
            continue
        after = one.at.shortly_after(_FAR)
        next_day = _GOES_ON.match(after)
        if next_day is not None and _THIS.search(after[: next_day.end() + _NEAR]):
            yield one, start, right
