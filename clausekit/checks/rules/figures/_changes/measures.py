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


def measured_otherwise(instrument: Instrument) -> Iterator[Restated]:
    """Yield the periods of measures that nothing has which lays down what is measured, with the period of the
    first that does."""
    measures = list(_measures(instrument))
    duties = [*_in_sentences(instrument), *_in_rows(instrument)] if measures else []
    for measure in measures:
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
    most = _SHARE * len(set(measure.roots))
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


def _in_rows(instrument: Instrument) -> Iterator[_Told]:
    """Yield the periods that fill a cell below "within", each with the words of its row and of that head."""
    alone = {period.at.passage: period for period in instrument.periods if _fills_its_passage(period)}
    for grid in instrument.grids if alone else ():
        for column, head in enumerate(grid.heads):
            for row, cell in grid.column(column) if _TIMES.search(head) else ():
                period = alone.get(cell.words.passage) if cell.words else None
                if period is not None:
                    beside = " ".join(one.text for one in grid.rows[row] if one and one is not cell)
                    yield _Told(period, _roots(f"{head} {beside}"))


def _fills_its_passage(period: Period) -> bool:
    return period.at.text == period.at.passage.words.strip()


def _roots(text: str) -> list[str]:
    """Return how the words of a text begin that say what is done, and with what."""
    words = (stem(word) for word in _WORD.findall(text))
    return [_SAME.get(word, word)[:_LETTERS] for word in words if word not in _LITTLE]
