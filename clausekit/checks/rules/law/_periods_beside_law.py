"""The periods that stand where a law has one: limits in a sentence on what the law limits, or in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.instrument.grids import Grid
from clausekit.checks.rules.law._periods_of_law import FixedPeriod, fixed_periods
from clausekit.checks.words import Words
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
_DIRECTLY = pattern(r"(?: (?:it|them|him|her|of it|about it|to it|to them|and))?,? $")
"""From the words for what the law limits to its limit: "tells the Commissioner of it within"."""
_HEADS_LIMITS = pattern(
    r"(?:time |statutory |legal |our )?(?:limits?|time[- ]?limits?|deadlines?|time ?scales?|how long|times?"
    r"|(?:answer|repl|respon|met|dealt with|due)\w*(?: (?:in|within|by))?|within|period|to be \w+ within)"
    r"(?: (?:to|for|of) (?:the )?\w+)?",
    re.IGNORECASE,
)
"""How a column is headed that says within what time each row is to be done."""
_COMMISSIONER = pattern(r"(?:(?:means|is) )?(?:the )?(?:UK )?Information Commission(?:er)?\b")
_EVERY = "every"
_SHORTLY = 40


class BesideLaw(NamedTuple):
    """A period and that which the law has; ``alone`` tells that it can be for nothing else."""

    period: Period
    row: FixedPeriod
    alone: bool = False


def periods_beside_law(instrument: Instrument) -> Iterator[BesideLaw]:
    """Yield the periods that stand where the law has one, each with what it is for."""
    offices = _called_as_the_commissioner(instrument)
    for period in instrument.periods:
        before = period.at.shortly_before(_SHORTLY)
        again = _AGAIN.search(before) is not None
        limit = _LIMIT.search(before)
        if not (again or limit):
            continue
        sentence, context = (_plain(offices.sub("commissioner", one)) for one in _around(period, instrument))
        directly = None if again else _piece(period, instrument)
        directly = directly and (_plain(offices.sub("commissioner", directly[0])), _plain(directly[1]))
        for row in fixed_periods():
            in_force = row.since is None or row.since <= instrument.as_at
            if not in_force or again != (row.bound == _EVERY) or not row.beside.search(context):
                continue
            if directly and _leads_to(row, directly[0]) and not row.unless.search(" ".join(directly)):
                yield BesideLaw(period, row, alone=True)
            elif row.words.search(sentence) and not row.unless.search(sentence):
                yield BesideLaw(period, row)
    for grid in instrument.grids:
        yield from _in_rows(grid, instrument)


def _called_as_the_commissioner(instrument: Instrument) -> re.Pattern[str]:
    """Return what an instrument calls the Information Commissioner: "the Regulator"."""
    terms = [one.term for one in instrument.definitions if _COMMISSIONER.match(one.meaning.text.lstrip())]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b" if terms else r"(?!)")


def _piece(period: Period, instrument: Instrument) -> tuple[str, str] | None:
    """Return what stands between the period before one in its sentence and its limit, and what follows as far
    as the sentence goes; None if no other period stands before it."""
    whole = instrument.sentence_of(period.at)
    others = [
        one.at.end
        for one in instrument.periods
        if one.at.passage is whole.passage and whole.start <= one.at.start and one.at.end <= period.at.start
    ]
    if not others:
        return None
    between = whole.passage.text[others[-1] : period.at.start]
    limit = _LIMIT.search(between)
    return (between[: limit.start()], whole.passage.text[period.at.end : whole.end]) if limit else None


def _leads_to(row: FixedPeriod, piece: str) -> bool:
    """Tell whether the words for what a law limits stand right before the limit."""
    return any(_DIRECTLY.fullmatch(piece, one.end()) for one in row.words.finditer(piece))


def _in_rows(grid: Grid, instrument: Instrument) -> Iterator[BesideLaw]:
    """Yield the periods that are all of a cell in a column of limits, beside what the law limits."""
    for period, text in _limits_of(grid, instrument):
        for row in fixed_periods():
            in_force = row.since is None or row.since <= instrument.as_at
            fits = row.beside.search(text) and row.words.search(text)
            if in_force and fits and row.bound != _EVERY and not row.unless.search(text):
                yield BesideLaw(period, row, alone=True)


def _limits_of(grid: Grid, instrument: Instrument) -> Iterator[tuple[Period, str]]:
    """Yield the periods that are cells of a column of limits, with the row as far as it, and its heads."""
    columns = [at for at, head in enumerate(grid.heads) if _HEADS_LIMITS.fullmatch(head.strip())]
    if not columns:
        return
    periods = {one.at.passage: one for one in instrument.periods}
    for row in grid.rows[grid.header_rows :]:
        for column in columns:
            cell = row[column] if column < len(row) else None
            period = periods.get(cell.words.passage) if cell and cell.words else None
            if period is not None and _is_all_of(period.at):
                cells = zip(grid.heads, row[: column + 1], strict=False)
                yield period, _plain("; ".join(f"{head} {one.text}" for head, one in cells if one))


def _is_all_of(at: Words) -> bool:
    """Tell whether a period is all of its cell: "40 days", "within 40 days"."""
    before = at.before.strip()
    return not at.after.strip(" .") and (not before or _LIMIT.fullmatch(f"{before.lower()} ") is not None)


def _around(period: Period, instrument: Instrument) -> tuple[str, str]:
    """Return the sentence of a period as far as a semicolon, and the sentence with the one before it."""
    whole = instrument.sentence_of(period.at)
    text, at = whole.passage.text, period.at
    start = max(text.rfind(";", whole.start, at.start) + 1, whole.start)
    stop = text.find(";", at.end, whole.end)
    sentence = text[start : stop if stop >= 0 else whole.end]
    before = [one for one in instrument.sentences_of(whole.passage) if one.end <= whole.start]
    first = before[-1].start if before else whole.start
    return sentence, text[first : whole.end]


def _plain(text: str) -> str:
    return text.lower().replace("'", "’").replace("\u00a0", " ")
