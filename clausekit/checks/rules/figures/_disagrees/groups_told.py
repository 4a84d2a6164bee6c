"""What a table makes by one of its columns, told again with another figure: in a sentence, "Nine items are
Core and seven are Restricted", or in a smaller table, "By employer that comes to:"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.members import Counted
from clausekit.checks.rules.figures._sentences.slips import is_slip
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.groups import Groups, groups_in
from clausekit.checks.rules.figures._tables.set_out import tables_named
from clausekit.checks.rules.figures._tables.sheets import Line, Sheet, sheets, words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_A_NUMBER = pattern(
    rf"(?<![\w£.,/(–-])(?P<count>\d{{1,3}}\.\d{{1,2}}|{COUNT})(?![\w%/–-]|[.,]\d|[ ]per cent)", re.IGNORECASE
)
_NOT_ALL = pattern(
    r"\b(?:at least|at most|up to|more than|fewer than|less than|about|first|last|within|each|other|another"
    r"|any|between|clause|paragraph|section|schedule|table|annex|days?|weeks?|months?|years?|hours?|minutes?"
    r"|times|added|further)\b",
    re.IGNORECASE,
)
_PAST = {"lead": ("led",), "owner": ("own", "owned"), "employer": ("employ", "employed"), "host": ("hosted",)}
"""How a verb is said of what heads a column."""
_BREAKS = pattern(r"[;:.]")
_FAR, _FEWEST, _LONGEST = 3, 2, 400
_NEAR, _HUNDRED = Decimal(2), 100


class _Told(NamedTuple):
    """A figure that is told of a group."""

    name: str
    value: Decimal
    at: Words
    follows: bool = True
    """Whether the group is named after the figure."""


def groups_told_otherwise(instrument: Instrument) -> Iterator[Counted]:
    """Yield the figures of groups that are others in the table, where it bears out the rest that is told."""
    found = groups_in(instrument)
    if not found:
        return
    for sentence in instrument.sentences:
        yield from _wrong_in_sentence(sentence, found, instrument)
    for sheet in sheets(instrument):
        yield from _wrong_in_sheet(sheet, found)


def _wrong_in_sentence(sentence: Words, found: Sequence[Groups], instrument: Instrument) -> Iterator[Counted]:
    near = [one for one in found if _is_near(one, sentence, instrument)]
    if not near or len(sentence.text) > _LONGEST or _NOT_ALL.search(sentence.text):
        return
    numbers = list(_A_NUMBER.finditer(sentence.passage.text, sentence.start, sentence.end))
    wrong = []
    for one in near:
        for told in (list(_told_in(sentence, numbers, one)), list(_told_after(sentence, numbers, one))):
            if _FEWEST <= len(told) == len(numbers):
                if all(told_one.value == one.made[told_one.name] for told_one in told):
                    return
                wrong += list(_wrong(told, one) if told[0].follows else ())
                wrong += list(_divided_otherwise(sentence, told, one))
    yield from wrong[:1]


def _is_near(one: Groups, sentence: Words, instrument: Instrument) -> bool:
    """Tell whether a sentence stands shortly before or after a table, or names it."""
    assert one.grid.place is not None
    caption = one.grid.caption.words if one.grid.caption is not None else ""
    place = instrument.place_of[sentence.passage]
    last = one.grid.place.order + sum(len(row.cells) for row in one.grid.table.rows)
    close = one.grid.place.order - _FAR <= place.order <= last + _FAR
    here = place.passage.division == one.grid.place.passage.division
    named = tables_named(caption)
    return (close and here) or (bool(named) and bool(named & tables_named(sentence.text)))


def _told_in(sentence: Words, numbers: Sequence[re.Match[str]], one: Groups) -> Iterator[_Told]:
    """Yield the numbers of a sentence after each of which, up to the next, just one group is named."""
    text = sentence.passage.text
    ends = [number.start() for number in numbers[1:]] + [sentence.end] * bool(numbers)
    names = {name: content(name) for name in one.made}
    for number, end in zip(numbers, ends, strict=True):
        said = content(_BREAKS.split(text[number.end() : end])[0])
        named = [name for name, words in names.items() if words and words <= said]
        value = _value(number["count"])
        if len(named) == 1 and value is not None:
            yield _Told(named[0], value, Words(sentence.passage, *number.span("count")))


def _told_after(sentence: Words, numbers: Sequence[re.Match[str]], one: Groups) -> Iterator[_Told]:
    """Yield the numbers of a sentence before each of which, from the one before, just one group is named."""
    text = sentence.passage.text
    starts = [sentence.start] * bool(numbers) + [number.end() for number in numbers[:-1]]
    names = {name: content(name) for name in one.made}
    for number, start in zip(numbers, starts, strict=True):
        said = content(_BREAKS.split(text[start : number.start()])[-1])
        named = [name for name, words in names.items() if words and words <= said]
        value = _value(number["count"])
        if len(named) == 1 and value is not None:
            yield _Told(named[0], value, Words(sentence.passage, *number.span("count")), follows=False)


def _divided_otherwise(sentence: Words, told: Sequence[_Told], one: Groups) -> Iterator[Counted]:
    """Yield the first wrong number of a sentence that tells of all groups by the word that heads them, "The
    Council leads four and the ICB two", if it names what the table sets out, or the numbers make all."""
    wrong = [each for each in told if each.value != one.made[each.name]]
    if one.head or not wrong or sorted(each.name for each in told) != sorted(one.made):
        return
    verbs = {stem for word in content(one.by) for stem in (word, *_PAST.get(word, ()))}
    if not verbs & content(sentence.text):
        return
    caption = one.grid.caption.words if one.grid.caption is not None else ""
    makes_all = sum(each.value for each in told) == sum(one.made.values())
    named = content(f"{caption} {' '.join(one.grid.heads[:2])}") - content(" ".join((*one.made, one.by)))
    if makes_all or (len(wrong) == 1 and named & content(sentence.text)):
        yield Counted(wrong[0].at, one.made[wrong[0].name])


def _value(count: str) -> Decimal | None:
    return Decimal(count) if "." in count else count_of(count)


def _wrong_in_sheet(sheet: Sheet, found: Sequence[Groups]) -> Iterator[Counted]:
    """Yield the figures of a table of groups, of which each row is one, that another table does not make."""
    names = [row.head.strip().lower() for row in sheet.rows]
    for column in sheet.columns:
        cells = [(name, entry.cell) for name, entry in zip(names, column.entries, strict=True)]
        wrong: list[Counted] = []
        for one in found:
            told = [
                _Told(name, abs(cell.number), words_of(cell))
                for name, cell in cells
                if name in one.made and cell.number is not None and cell.words is not None
            ]
            if one.grid.table is sheet.place.table or len(told) != len(one.made) or not one.head:
                continue
            if not _are_of_one_thing(column, one) and not any(map(_is_no_chance, told)):
                continue
            if all(each.value == one.made[each.name] for each in told):
                wrong = []
                break
            wrong += list(_wrong(told, one))
        yield from wrong[:1]


def _are_of_one_thing(column: Line, one: Groups) -> bool:
    """Tell whether a column is headed as that of another table, or says the same beside its figures."""
    said = content(" ".join((column.head, *(entry.cell.text for entry in column.entries))))
    return bool(content(one.head) & said)


def _is_no_chance(told: _Told) -> bool:
    """Tell whether a figure says so much that another like it is the same."""
    return told.value >= _HUNDRED or told.value % 1 != 0


def _wrong(told: Sequence[_Told], one: Groups) -> Iterator[Counted]:
    """Yield the one figure that is not what a table makes of its group, where all others are."""
    if len({each.name for each in told}) < len(told):
        return
    wrong = [each for each in told if each.value != one.made[each.name]]
    if len(wrong) == 1 and len(told) >= _FEWEST:
        made = one.made[wrong[0].name]
        less, more = sorted((wrong[0].value, made))
        if less and (more <= less * _NEAR or is_slip(less, more)):
            yield Counted(wrong[0].at, made)
