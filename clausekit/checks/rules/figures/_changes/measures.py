"""Times in a table of measures that are not those of the duties which they measure.

"Carers offered a call within 14 days of the death" measures the duty to "offer each bereaved Carer a call
within 10 days of the death".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.figures import Period
from clausekit.checks.instrument.sentences import sentences_of
from clausekit.checks.rules._shared.terms import stem
from clausekit.checks.rules.figures._sentences.restated import Restated
from clausekit.patterns import pattern
from clausekit.reading import Passage

_MEASURED = pattern(r"(?P<what>[^.;:]{4,90}?)[ ](?:(?:at least[ ])?every|within|in)[ ]$")
"""What is measured, before the time in which it is to be done."""
_FROM = pattern(r"[’']?[ ](?:of|after|from|before)[ ](?:the[ ]|an?[ ]|their[ ]|its[ ])?(?P<event>[\w-]+)")
"""From what the time runs."""
_TIMES = pattern(r"\b(?:within|by when|time|timescale|deadline)\b", re.IGNORECASE)
"""What heads a column of times."""
_IS_DONE = pattern(r"\b(?:[a-z]{2,}ed|sent|seen|held|paid|told|met|kept|given|made|done)\b")
_WORD = pattern(r"[A-Za-z][a-z’'-]{2,}|[A-Z]{2,}")
_LITTLE_WORDS = """
other the and for with from who which that this are has have been being was were not all any each every per
out its their made make done given number percentage proportion share rate people person patient service user
within days working business clear calendar hours weeks months days' least shall will must may partner party
council
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())
_SAME = {
    "sent": "send", "seen": "see", "held": "hold", "paid": "pay", "told": "tell", "met": "meet",
    "kept": "keep", "rung": "ring", "written": "write", "taken": "take", "found": "find", "begun": "begin",
}  # fmt: skip
_LETTERS = 5
"""Words that begin with so many letters alike are taken for forms of one."""
_LEAST = 2
_SHARE = 0.6
"""So large a part of the words of a measure a sentence has that lays down what is measured."""
_UNITS = ("hour", "day", "week", "month")


class _Told(NamedTuple):
    """A period, with how the words begin of the sentence, the row or the measure in which it stands."""

    period: Period
    roots: Sequence[str]


class _Row(NamedTuple):
    """A row with a period, what is in its first cell, and whether its column is one of times."""

    told: _Told
    label: str
    is_of_times: bool


def measured_otherwise(instrument: Instrument) -> Iterator[Restated]:
    """Yield the periods of measures that nothing has which lays down what is measured, with the period of the
    first that does."""
    measures, rows = list(_measures(instrument)), list(_in_rows(instrument))
    sentences = list(_in_sentences(instrument)) if measures or rows else []
    below_times = [row.told for row in rows if row.is_of_times]
    for measure, duties in (
        *((one, [*sentences, *below_times]) for one in measures),
        *((_Told(row.told.period, _roots(row.label)), sentences) for row in rows if _says_what(row.label)),
    ):
        period = measure.period
        like = [one for one in duties if _shared(one, measure) >= _LEAST]
        if any(one.period.count == period.count for one in like):
            continue
        meant = next((one for one in like if _is_measured_by(one, measure)), None)
        if meant is not None:
            yield Restated(period.at, meant.period.at)


def _shared(duty: _Told, measure: _Told) -> int:
    """Return how many words a duty shares with a measure whose time is of the same unit."""
    same = (duty.period.unit, duty.period.quality) == (measure.period.unit, measure.period.quality)
    return len(set(measure.roots).intersection(duty.roots)) if same else 0


def _is_measured_by(duty: _Told, measure: _Told) -> bool:
    """Tell whether a duty is that of a measure: it has most words of it, also the first, which tells urgent
    requests from others."""
    most = max(_LEAST, _SHARE * len(set(measure.roots)))
    return measure.roots[0] in duty.roots and _shared(duty, measure) >= most


def _measures(instrument: Instrument) -> Iterator[_Told]:
    """Yield the periods in cells of tables that say by when something is done, with the words for that."""
    for period in instrument.periods:
        passage = period.at.passage
        place = instrument.place_of[passage]
        if place.role != "cell" or period.unit not in _UNITS:
            continue
        said = _MEASURED.fullmatch(passage.text[passage.typed : period.at.start].lstrip())
        if said:
            event = _FROM.match(passage.text, period.at.end)
            what = _roots(f"{said['what']} {event['event'] if event else ''}")
            if len(what) >= _LEAST:
                yield _Told(period, what)


def _in_sentences(instrument: Instrument) -> Iterator[_Told]:
    """Yield the periods in sentences, each with the words of its sentence."""
    by_passage: dict[Passage, list[Period]] = {}
    for period in instrument.periods:
        if instrument.place_of[period.at.passage].role == "text":
            by_passage.setdefault(period.at.passage, []).append(period)
    for passage, periods in by_passage.items():
        for sentence in sentences_of(passage):
            for period in periods:
                if sentence.overlaps(period.at):
                    yield _Told(period, _roots(sentence.text))


def _in_rows(instrument: Instrument) -> Iterator[_Row]:
    """Yield the periods that fill a cell, the only one of their row, with the words of the row and those that
    head the column."""
    alone = {period.at.passage: period for period in instrument.periods if _fills_its_passage(period)}
    for grid in instrument.grids if alone else ():
        for number, row in enumerate(grid.rows):
            cells = [(at, cell) for at, cell in enumerate(row) if cell and cell.words]
            told = [
                (at, alone[cell.words.passage])
                for at, cell in cells
                if cell.words and cell.words.passage in alone
            ]
            if len(told) == 1:
                column, period = told[0]
                head = grid.heads[column]
                beside = " ".join(cell.text for at, cell in cells if at != column)
                is_of_times = _TIMES.search(head) is not None
                yield _Row(_Told(period, _roots(f"{head} {beside}")), grid.label(number), is_of_times)


def _says_what(label: str) -> bool:
    """Tell whether words say what is done, not only who does it: "Incident notified", not "Board chair"."""
    return _IS_DONE.search(label) is not None


def _fills_its_passage(period: Period) -> bool:
    return period.at.text == period.at.passage.words.strip()


def _roots(text: str) -> list[str]:
    """Return how the words of a text begin that say what is done, and with what."""
    words = (stem(word) for word in _WORD.findall(text))
    return [_SAME.get(word, word)[:_LETTERS] for word in words if word not in _LITTLE]
