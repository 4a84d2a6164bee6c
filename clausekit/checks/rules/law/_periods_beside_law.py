"""The periods that stand where a law has one: limits in a sentence on what the law limits."""

from __future__ import annotations

from collections.abc import Iterator

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.rules.law._periods_of_law import FixedPeriod, fixed_periods
from clausekit.patterns import pattern

_LIMIT = pattern(
    r"\b(?:within|inside|in|(?:no|not) (?:later|longer|more|less|fewer) than|up to|at most|at least"
    r"|maximum of|minimum of|period of|limit of|for|after)(?: the| an?)?"
    r"(?: statutory| first| full| period of)* ?$",
)
_AGAIN = pattern(
    r"\b(?:every|each|once in(?: every| each| any)?|(?:at )?intervals of(?: at most| (?:no|not) more than"
    r"| not exceeding| up to)?|intervals (?:(?:no|not) (?:longer|more|greater) than|not exceeding))"
    r"(?: an?)? ?$"
)
"""Before a period after which something is done again."""
_EVERY = "every"
_SHORTLY = 40


def periods_beside_law(instrument: Instrument) -> Iterator[tuple[Period, FixedPeriod]]:
    """Yield the periods that stand where the law has one, each with what it is for."""
    for period in instrument.periods:
        before = period.at.shortly_before(_SHORTLY)
        again = _AGAIN.search(before) is not None
        if not (again or _LIMIT.search(before)):
            continue
        sentence, context = _around(period, instrument)
        for row in fixed_periods():
            in_force = row.since is None or row.since <= instrument.as_at
            fits = row.words.search(sentence) and row.beside.search(context)
            if in_force and fits and again == (row.bound == _EVERY) and not row.unless.search(sentence):
                yield period, row


def _around(period: Period, instrument: Instrument) -> tuple[str, str]:
    """Return the sentence of a period as far as a semicolon, and the sentence with the one before it."""
    whole = instrument.sentence_of(period.at)
    text, at = whole.passage.text, period.at
    start = max(text.rfind(";", whole.start, at.start) + 1, whole.start)
    stop = text.find(";", at.end, whole.end)
    sentence = text[start : stop if stop >= 0 else whole.end]
    before = [one for one in instrument.sentences_of(whole.passage) if one.end <= whole.start]
    first = before[-1].start if before else whole.start
    return _plain(sentence), _plain(text[first : whole.end])


def _plain(text: str) -> str:
    return text.lower().replace("'", "’").replace("\u00a0", " ")
