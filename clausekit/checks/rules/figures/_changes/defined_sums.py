"""Sums and percentages that a term has by its definition, and that are told of it elsewhere: "the Reserve of
£5"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.definitions import Definition
from clausekit.checks.instrument.figures import Figure
from clausekit.checks.instrument.uses import Use
from clausekit.checks.rules._shared.said_sums import half_a_step, worth
from clausekit.checks.rules.figures._sentences.by_time import time_unit
from clausekit.checks.rules.figures._sentences.slips import is_exchange
from clausekit.checks.words import Words
from clausekit.patterns import pattern
from clausekit.reading import Passage
from clausekit.recognition.calendar import years

_GIVES = pattern(
    r"(?:^|\b(?:of|is|being|at|totalling|namely|means?)\b)[ :”\"’*\t]*"
    r"(?:(?:a|the) (?:\w+ ){0,2}(?:sum|total|amount|payment|rate|figure) of )?$"
)
"""How what a definition says ends before its figure, if the term is that figure."""
_A_SUM = pattern(
    r"[ ]*(?:means? )?(?:the|that|a|any) (?:[a-z]+ )?(?:sum|amount|money|fund|reserve|payment|fee)s?\b"
)
"""How the meaning of a term begins that is a sum of money."""
_CALLED = pattern(r"(?: a year| per annum)?,? ?\((?:the|an?|called the|together the)? ?[“\"‘'*]{0,3}")
"""What stands between a sum and the term that it is given in brackets."""
_NOT_EXACT = pattern(
    r"\b(?:up to|at least|at most|not (?:more|less)|no more|exceed\w*|more|less|over|under|above|below"
    r"|greater|maximum|minimum|about|approximately|each|every|plus|minus|other|least|lower|higher|between|part|half"
    r"|if|unless|initially)\b"
)
_OR_ANOTHER = pattern(
    r",? ?\(?(?:or\b|plus\b|less\b|for each\b|each\b|per (?!annum|year)|if\b|unless\b"
    r"|(?:as|and|which|to be) .{0,30}(?:adjust|uplift|increas|index|var(?:y|ied)|revis|amend))"
)
"""What follows a figure that is not always the same."""
_TOLD = pattern(
    r"(?:,? (?:which|that))?(?: (?:currently|now))?"
    r"(?: of| is| at| stands at| amounts to| comes to| totals|,? being|,? namely|, that is,?|, i\.e\.)"
    r"(?: (?:currently|now|a total of|the sum of|the full))? "
    r"| ?\((?:of |being |currently |now |that is,? |i\.e\. )?"
)
"""What stands between a term and the figure that is told of it."""
_ONE_ABOVE = pattern(
    r",? ?\(?(?:(?:which|that) (?:is|means)|being|namely|that is(?: to say)?,?|meaning|i\.e\.)"
    r"(?: (?:an?|any|the) [a-z]+| one| any)?(?: (?:which|that) is)?(?: of)?"
    r" (?:above|over|exceeding|in excess of|greater than|more than|which exceeds|that exceeds|higher than"
    r"|below|under|less than|not (?:more|greater|higher) than|not exceeding|up to|no more than)[ ]",
    re.IGNORECASE,
)
"""What stands between a term and its limit: "a Material Overspend, being one above"."""
_LIMITED = pattern(
    r"\b(?:above|over|exceed(?:s|ing)?|in excess of|(?:greater|more|higher|less) than|below|under|up to)[ ]"
    r"(?:the (?:sum|value|amount) of[ ])?$"
)
"""How what a definition says ends before its figure, if the term is what exceeds that."""
_KNOWN = pattern(r"(?:\b(?:the|this|that|its|their|such|whole|full|our)[ ]|^|[.;:] )$", re.IGNORECASE)
"""What stands before a term that means just what is defined."""
_OTHER = pattern(
    r"\b(?:increas\w+|rais\w+|reduc\w+|instead|substitut\w+|replac\w+|delet\w+|insert\w*|amend\w*|example"
    r"|illustrat\w+|suppose|would|previous\w*|formerly|if|until|additional|further|uplift\w*)\b",
    re.IGNORECASE,
)
_LONGEST = 40
"""So far at most a figure stands from the term of which it is told."""
_AROUND = 40
_LONGEST_MEANING = 160
_LONGEST_SENTENCE = 200
_YEAR_WITHIN = 25
"""So far after a figure stands the year for which it is told."""


class DefinedSum(NamedTuple):
    """A figure as it is ``stated`` of a term, and the one that its definition gives it."""

    stated: Figure
    right: Figure
    term: str


def defined_sums(instrument: Instrument) -> Iterator[DefinedSum]:
    """Yield the figures that a text gives to a term whose definition gives it another."""
    figures: dict[Passage, list[Figure]] = {}
    for one in instrument.figures:
        if one.kind != "number" and one.value:
            figures.setdefault(one.at.passage, []).append(one)
    yield from _of_limits(instrument, figures)
    given = {one: figure for one in instrument.definitions if (figure := _given(one, figures)) is not None}
    set_elsewhere = dict(_set_elsewhere(instrument, figures))
    for use in instrument.uses if given or set_elsewhere else ():
        if use.own or use.strays:
            continue
        right, there = given.get(use.definition), set_elsewhere.get(use.definition, ())
        stated = _told_of(use, figures.get(use.at.passage, ()))
        if stated is None:
            continue
        if right is not None and stated.kind == right.kind and not _may_be_same(stated, right):
            yield DefinedSum(stated, right, use.definition.term)
        elif there and stated.kind == there[0].kind and _is_mistyped(stated, there):
            yield DefinedSum(stated, there[0], use.definition.term)


def _of_limits(instrument: Instrument, figures: Mapping[Passage, Sequence[Figure]]) -> Iterator[DefinedSum]:
    """Yield the limits that a text gives to a term, "a Material Overspend, being one above £5", whose
    definition gives it another."""
    limits = {
        one: figure for one in instrument.definitions if (figure := _limit_of(one, figures)) is not None
    }
    for use in instrument.uses if limits else ():
        right = limits.get(use.definition)
        if right is None or use.own or use.strays:
            continue
        there = figures.get(use.at.passage, ())
        next_ = bisect_left(there, use.at.end, key=lambda one: one.at.start)
        for stated in there[next_ : next_ + 1]:
            if (
                stated.kind == right.kind
                and stated.at.start - use.at.end <= _LONGEST
                and _ONE_ABOVE.fullmatch(use.at.passage.text, use.at.end, stated.at.start)
                and not _may_be_same(stated, right)
            ):
                yield DefinedSum(stated, right, use.definition.term)


def _limit_of(definition: Definition, figures: Mapping[Passage, Sequence[Figure]]) -> Figure | None:
    """Return the only figure of what a term means, if that is what exceeds it, or does not."""
    meaning = _meaning_of(definition)
    inside = [one for one in figures.get(meaning.passage, ()) if one.at.overlaps(meaning)]
    if len(inside) != 1 or definition.kind in ("party", "abbreviation"):
        return None
    before = Words(meaning.passage, meaning.start, inside[0].at.start).text
    return inside[0] if _LIMITED.search(before) else None


def _set_elsewhere(
    instrument: Instrument, figures: Mapping[Passage, Sequence[Figure]]
) -> Iterator[tuple[Definition, Sequence[Figure]]]:
    """Yield the terms that are "the sum set aside under clause 4.1", with the figures of that provision."""
    for definition in instrument.definitions:
        meaning = definition.meaning
        if _A_SUM.match(meaning.text) and meaning.passage not in figures:
            targets = {
                one.target
                for one in instrument.references
                if one.target and one.at.passage is meaning.passage and one.at.overlaps(meaning)
            }
            there = [one for target in targets for one in figures.get(target, ()) if one.kind == "money"]
            if len(targets) == 1 and there:
                yield definition, there


def _is_mistyped(stated: Figure, there: Sequence[Figure]) -> bool:
    """Tell whether a figure is none of a provision, but the first of them with digits exchanged."""
    return is_exchange(worth(stated), worth(there[0])) and all(worth(one) != worth(stated) for one in there)


def _given(definition: Definition, figures: Mapping[Passage, Sequence[Figure]]) -> Figure | None:
    """Return the figure that a term is: the only one of what it means, or the one that it stands for."""
    at, meaning = definition.at, _meaning_of(definition)
    for one in figures.get(at.passage, ()):
        if one.at.end <= at.start and _CALLED.fullmatch(at.passage.text, one.at.end, at.start):
            return None if _NOT_EXACT.search(one.at.shortly_before(_AROUND)) else one
    inside = [one for one in figures.get(meaning.passage, ()) if one.at.overlaps(meaning)]
    if len(inside) != 1 or definition.kind in ("party", "abbreviation"):
        return None
    (only,) = inside
    before = Words(meaning.passage, meaning.start, only.at.start).text
    exact = not _NOT_EXACT.search(before) and not _OR_ANOTHER.match(only.at.shortly_after(_AROUND))
    return only if exact and _GIVES.search(before) else None


def _meaning_of(definition: Definition) -> Words:
    """Return what a term means: where that begins before the term, what stands after it."""
    at, meaning = definition.at, definition.meaning
    if meaning.passage is at.passage and meaning.start < at.start:
        return at.part(at.end, min(at.end + _LONGEST_MEANING, len(at.passage.text)))
    return meaning


def _told_of(use: Use, figures: Sequence[Figure]) -> Figure | None:
    """Return the figure that directly follows a use of a term as what it is."""
    text = use.at.passage.text
    if not _KNOWN.search(use.at.shortly_before(_AROUND)):
        return None
    next_ = bisect_left(figures, use.at.end, key=lambda one: one.at.start)
    for one in figures[next_ : next_ + 1]:
        near = one.at.start - use.at.end <= _LONGEST
        return one if near and _TOLD.fullmatch(text, use.at.end, one.at.start) else None
    return None


def _may_be_same(stated: Figure, right: Figure) -> bool:
    """Tell whether a figure may be that of a definition: it is as great, or told of another time."""
    if abs(worth(stated) - worth(right)) <= max(half_a_step(stated), half_a_step(right)):
        return True
    units = {time_unit(stated)[1], time_unit(right)[1]}
    less, more = sorted((worth(stated), worth(right)))
    before = stated.at.shortly_before(_LONGEST_SENTENCE).rpartition(". ")[2]
    after = stated.at.shortly_after(_LONGEST_SENTENCE).partition(". ")[0]
    told = {(one.first, one.last) for one in years(f"{before} {after[:_YEAR_WITHIN]}")}
    defined = {(one.first, one.last) for one in years(right.at.passage.text)}
    return (
        (len(units) > 1 and ("" not in units or more % less == 0))
        or bool(told and told != defined)
        or _OTHER.search(f"{before} {after}") is not None
    )
