"""Puts rules to an instrument: in two processes at once, where the system can part one in two.

A process that is parted (``os.fork``) has all that was read, so that only hits have to be sent. One part goes
through the rules from the first on, the other from the last on, until they meet: the faster one takes more.
"""

from __future__ import annotations

import marshal
import mmap
import os
import sys
import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NoReturn, TypeAlias

from clausekit.checks.instrument import Instrument
from clausekit.checks.rule import Confidence, Hit
from clausekit.checks.rules import load
from clausekit.checks.words import Words
from clausekit.patterns import new_codes
from clausekit.reading import Passage

_CONFIDENCE = {"certain": 0, "likely": 1, "doubtful": 2}

_MANY = 20
"""So many rules take longer than to part a process."""

_NEEDED_BY_BOTH = ("definitions", "references", "uses", "capitals", "sentences", "sequences", "grids")
"""The facts that take longest to find of those for which rules of either process ask."""

_Span: TypeAlias = tuple[int, int, int]
"""Words as they are sent: the number of their passage, where they start, where they end."""

_Sent: TypeAlias = tuple[_Span, str, str, Confidence, list[_Span]]
"""A hit as it is sent: its span, message, remedy and confidence, and the spans of related words."""


def hits_of(instrument: Instrument, ids: Sequence[str]) -> Mapping[str, Sequence[Hit]]:
    """Return what each of some rules hits in an instrument, by the ids of the rules, in their order."""
    found = _in_two_processes(instrument, ids) if len(ids) > _MANY and _can_be_parted() else {}
    return {id_: found[id_] if id_ in found else _hits(instrument, id_) for id_ in ids}


def distinct(hits: Iterable[Hit]) -> Sequence[Hit]:
    """Return the hits of a rule without those that share words with one that is surer, or comes first."""
    kept: dict[Passage, _Apart] = defaultdict(_Apart)
    for hit in sorted(hits, key=lambda one: _CONFIDENCE[one.confidence]):
        kept[hit.passage].take(hit)
    return [hit for each in kept.values() for hit in each.hits]


def _hits(instrument: Instrument, id_: str) -> Sequence[Hit]:
    rule = load(id_)
    found = distinct(rule.check(instrument))
    if rule.of_the_whole and instrument.breaks_off_in:
        return [replace(one, confidence="doubtful") for one in found]
    return found


class _Apart:
    """Hits on one passage of which no two share words, in the order of the text."""

    def __init__(self) -> None:
        self.hits: list[Hit] = []
        self._starts: list[int] = []

    def take(self, hit: Hit) -> None:
        """Take a hit, unless one that is here shares words with it: that could only be one beside it."""
        at = bisect_left(self._starts, hit.words.start)
        if not any(_clash(hit, other) for other in self.hits[max(at - 1, 0) : at + 1]):
            self._starts.insert(at, hit.words.start)
            self.hits.insert(at, hit)


def _clash(one: Hit, other: Hit) -> bool:
    """Tell whether two hits are about the same words, or about the same empty place."""
    return one.words == other.words or one.words.overlaps(other.words)


# in two processes


def _can_be_parted() -> bool:
    """Tell whether this process can be parted safely, and to any use."""
    return sys.platform != "win32" and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def _in_two_processes(instrument: Instrument, ids: Sequence[str]) -> dict[str, Sequence[Hit]]:
    """Return what rules hit; of what the other process was to find, nothing is there if it failed."""
    for fact in _NEEDED_BY_BOTH:
        getattr(instrument, fact)
    passages = [place.passage for place in instrument.places]
    taken = mmap.mmap(-1, len(ids))
    here, there = os.pipe()
    try:
        other = os.fork()
    except OSError:
        os.close(here)
        os.close(there)
        return {}
    if not other:
        _find_and_send(instrument, ids, taken, passages, there)
    os.close(there)
    try:
        with os.fdopen(here, "rb") as pipe:
            found = {ids[at]: _hits(instrument, ids[at]) for at in _take(range(len(ids)), taken)}
            return found | _received(pipe.read(), passages)
    finally:
        with suppress(ChildProcessError):
            os.waitpid(other, 0)


def _find_and_send(
    instrument: Instrument, ids: Sequence[str], taken: mmap.mmap, passages: Sequence[Passage], there: int
) -> NoReturn:
    """Send what the rules hit that this process takes, and end it; whatever happens, it says nothing else."""
    try:
        number = {passage: at for at, passage in enumerate(passages)}

        def span(words: Words) -> _Span:
            return number[words.passage], words.start, words.end

        def sent(hit: Hit) -> _Sent:
            at = number[hit.passage], hit.start, hit.end
            return at, hit.message, hit.remedy, hit.confidence, [span(words) for words in hit.related]

        found = {
            ids[at]: [sent(hit) for hit in _hits(instrument, ids[at])]
            for at in _take(reversed(range(len(ids))), taken)
        }
        with os.fdopen(there, "wb") as pipe:
            pipe.write(marshal.dumps((found, new_codes())))
    finally:
        os._exit(0)


def _received(data: bytes, passages: Sequence[Passage]) -> dict[str, Sequence[Hit]]:
    """Return the hits that were sent; none if they did not come whole. With them comes what was compiled."""
    sent: dict[str, list[_Sent]]
    try:
        sent, codes = marshal.loads(data)
    except EOFError:
        return {}
    new_codes().update(codes)
    return {id_: [_hit(one, passages) for one in each] for id_, each in sent.items()}


def _hit(sent: _Sent, passages: Sequence[Passage]) -> Hit:
    (at, start, end), message, remedy, confidence, related = sent
    words = tuple(Words(passages[at], start, end) for at, start, end in related)
    return Hit(passages[at], start, end, message, remedy, confidence, words)


def _take(numbers: Iterable[int], taken: mmap.mmap) -> Iterator[int]:
    """Yield the numbers that are not taken, and take them; where two meet, both may take one: no harm."""
    for number in numbers:
        if not taken[number]:
            taken[number] = True
            yield number
