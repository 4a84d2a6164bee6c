"""By how much something is said to rise or fall each year, against the line of a table that does: "The
Budget thus rises by £100,000 each year", "visits fall by eight in each year and by 24 over the term"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.said_sums import COUNT, count_of
from clausekit.checks.rules.figures._sentences.words import content
from clausekit.checks.rules.figures._tables.named_lines import lines_with_names
from clausekit.checks.rules.figures._tables.sheets import Line, sheets
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.recognition.amounts import decimal

_MOVES = (
    r"(?:ris(?:es?|ing)|increas(?:es?|ing)|grows?|goes?[ ]up|falls?|falling|reduc(?:es?|ing)|drops?"
    r"|decreas(?:es?|ing)"
    r"|goes?[ ]down|go[ ](?:up|down)|be[ ](?:increased|reduced|raised))"
)
_N = rf"(?:(?P<pounds>£[ ]?\d[\d,]*(?:\.\d\d)?)|(?P<count>{COUNT}))"
_N += r"(?![\w%]|[.,]\d|[ ](?:per[ ]cent|percentage))"
_A_YEAR = (
    r"(?:(?:in|for)[ ])?(?:each|every|a|per)[ ](?:successive[ ]|subsequent[ ]|following[ ]|[Ff]inancial[ ])?"
    r"(?:[Yy]ear|annum)\b"
)
_EACH_YEAR = pattern(
    rf"\b{_MOVES}[ ](?:by[ ])?(?:a[ ]further[ ])?{_N}(?:[ ][a-z-]+){{0,2}}?[ ]{_A_YEAR}", re.IGNORECASE
)
_AND_IN_ALL = pattern(
    rf"(?:,?[ ]and[ ](?:so[ ])?|,[ ])(?:by[ ])?(?P<all>£[ ]?\d[\d,]*|{COUNT})(?:[ ][a-z-]+){{0,2}}?[ ]"
    r"(?:over|across|in|during|by the end of)[ ](?:the|all|this)\b",
    re.IGNORECASE,
)
_SIGNS = ("year", "annum")
_FEWEST, _FEWEST_SHARED = 3, 1
_MOST_YEARS = 11


class StepTold(NamedTuple):
    """What is ``stated`` of a step, or of all steps together, and what it is."""

    stated: Words
    made: Decimal


class _Moving(NamedTuple):
    """A line that moves by the same ``step`` so many ``times``: the words that name it, and whether its
    figures are sums, by what they are to be multiplied then."""

    name: frozenset[str]
    step: Decimal
    times: int
    factor: int
    is_money: bool


def steps_told(instrument: Instrument) -> Iterator[StepTold]:
    """Yield the steps that are told and are not those of the line that a sentence names; and what is told of
    all years, if so many steps do not make it."""
    for words, found in instrument.search(_EACH_YEAR, "text", "note", "cell", signs=_SIGNS):
        money = found["pounds"] is not None
        stated = _value(found["pounds"] or found["count"])
        if not stated:
            continue
        group = "pounds" if money else "count"
        sentence = instrument.sentence_of(words)
        steps = _steps_meant(sentence.text, instrument, money=money)
        if len(steps) == 1 and stated not in steps:
            yield StepTold(words.part(*found.span(group)), steps.pop())
            continue
        in_all = _AND_IN_ALL.match(words.passage.text, words.end)
        whole = _value(in_all["all"]) if in_all else None
        if in_all is None or not whole:
            continue
        times = whole / stated
        lasting = {one.times for one in instrument.once(_moving) if one.step * one.factor == stated}
        lasting = lasting if stated in steps else set()
        if (
            times % 1
            or times > _MOST_YEARS
            or (lasting and times not in lasting and times + 1 not in lasting)
        ):
            right = stated * (min(lasting) if lasting else round(times))
            yield StepTold(words.part(*in_all.span("all")), right)


def _steps_meant(text: str, instrument: Instrument, *, money: bool) -> set[Decimal]:
    """Return by how much the figures of the lines that a sentence names move from each to the next, the same
    each time."""
    said = content(text)
    named = [one for one in instrument.once(_moving) if one.is_money or not money]
    best = max((len(one.name & said) for one in named), default=0)
    return {
        one.step * (one.factor if money else 1)
        for one in named
        if len(one.name & said) == best >= _FEWEST_SHARED and 2 * best > len(one.name)
    }


def _moving(instrument: Instrument) -> tuple[_Moving, ...]:
    """Return the lines whose figures move by the same step each time."""
    return tuple(
        _Moving(
            name,
            abs(step),
            len([one for one in line.entries if one.cell.number and one.is_part]) - 1,
            sheet.factor,
            line.kind == "money" or "£" in f"{sheet.caption}{line.head}",
        )
        for sheet in sheets(instrument)
        for line, name in lines_with_names(sheet)
        if (step := _step(line))
    )


def _step(line: Line) -> Decimal | None:
    """Return by how much each figure of a line, but for totals, is more or less than the one before it."""
    numbers = [entry.cell.number for entry in line.entries if entry.cell.number and entry.is_part]
    steps = {after - before for before, after in pairwise(numbers)}
    same = len(numbers) >= _FEWEST and len(steps) == 1 and line.kind != "percentage"
    return steps.pop() if same else None


def _value(words: str) -> Decimal | None:
    figure = words.lstrip("£ ")
    return decimal(figure) if figure[0].isdecimal() else count_of(figure)
