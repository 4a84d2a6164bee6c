"""Brackets and quotation marks without their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.fragments import may_be_fragment
from clausekit.checks.rules._shared.lists import bullet_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_ENUMERATOR = pattern(r"(?:^|(?<=[\s,;:(]))(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)$")
_SENTENCE_ENDS = pattern(r"[.!?][”’\")\]]*\s*$")
_LONGEST_ENUMERATOR = 6
_MOST = 200
"""So many marks of a passage are looked at; one with more is no text."""
_FURTHEST = 30
"""So many passages at most may stand between two halves."""


@dataclass(slots=True)
class _Open:
    words: Words
    mark: str
    order: int


def unpaired(instrument: Instrument, pairs: Mapping[str, str]) -> Iterator[tuple[Words, bool]]:
    """Yield the marks of some pairs that lack their other half, and whether that is sure.

    In a cell of a text one that opens surely lacks it if no other mark near does, from which a gap might have
    torn it.
    """
    found = list(_unpaired(instrument, pairs))
    orders = [instrument.place_of[words.passage].order for words, _ in found]
    for at, (words, sure) in enumerate(found):
        cell = words.passage if instrument.place_of[words.passage].table is not None else None
        opened = words.text in pairs and cell is not None and len(cell.words.split()) > 1
        alone = all(abs(order - orders[at]) > _FURTHEST for order in (*orders[:at], *orders[at + 1 :]))
        yield words, sure or (opened and alone)


def _unpaired(instrument: Instrument, pairs: Mapping[str, str]) -> Iterator[tuple[Words, bool]]:
    """Yield the marks that lack their other half, and whether their passage is what was printed.

    A pair may begin in the words that lead to a list and end in an item, if no sentence ends between; one
    that opens a paragraph may go on in those that follow, as a quoted provision does.
    """
    closing = {close: opening for opening, close in pairs.items()}
    found = re.compile("[" + re.escape("".join((*pairs, *closing))) + "]")
    waiting: list[_Open] = []
    place_of = instrument.place_of
    for place in instrument.places:
        if place.role not in ("text", "cell", "note", "heading"):
            continue
        passage = place.passage
        kept: list[_Open] = []
        for one in waiting[-_MOST:]:
            if _may_go_on(one, place, instrument):
                kept.append(one)
            else:
                yield one.words, _is_sure(place_of[one.words.passage], instrument)
        waiting = kept
        for mark in islice(found.finditer(passage.text, passage.typed), _MOST):
            words = Words(passage, mark.start(), mark.end())
            if mark[0] in pairs:
                waiting.append(_Open(words, mark[0], place.order))
                continue
            at = next(
                (at for at in range(len(waiting) - 1, -1, -1) if waiting[at].mark == closing[mark[0]]), None
            )
            if at is not None and waiting[at].words.passage is passage:
                del waiting[at]
            elif _ENUMERATOR.search(passage.text, max(0, mark.start() - _LONGEST_ENUMERATOR), mark.end()):
                continue
            elif at is not None:
                del waiting[at]
            else:
                yield words, _is_sure(place, instrument)
    yield from ((one.words, _is_sure(place_of[one.words.passage], instrument)) for one in waiting)


def _may_go_on(one: _Open, place: Place, instrument: Instrument) -> bool:
    """Tell whether what was opened may be closed in a later passage."""
    passage = one.words.passage
    before = instrument.place_of[passage]
    if before.role == "heading" and one.words.start <= passage.typed:
        return True  # a whole schedule is quoted
    if place.order - one.order > _FURTHEST or place.role != before.role or place.role != "text":
        return False
    if place.passage.division != passage.division:
        return False
    opens_paragraph = one.words.start <= passage.typed + 1
    return opens_paragraph or not _SENTENCE_ENDS.search(passage.text[-_LONGEST_ENUMERATOR:])


def _is_sure(place: Place, instrument: Instrument) -> bool:
    """Tell whether a passage is what was printed: a cell of a text may be a piece of a line with gaps."""
    in_cell = place.table is not None and place.passage.line > 0
    fragment = may_be_fragment(place.passage) and not _is_bullet_among_others(place, instrument)
    return not in_cell and not fragment


def _is_bullet_among_others(place: Place, instrument: Instrument) -> bool:
    """Tell whether a passage is an item of bullets that ends where the next one begins."""
    bullet = bullet_of(place.passage)
    following = instrument.places[place.order + 1 : place.order + 2]
    return (
        bool(bullet)
        and not place.passage.doubtful
        and any(bullet_of(one.passage) == bullet for one in following)
    )
