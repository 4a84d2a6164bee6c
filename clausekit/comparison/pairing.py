"""Which units of two sequences belong together, in order: anchors first, then what lies between them.

1. What both begin or end with.
2. Anchors: what is found once in each, by its masked text or by a stable name. The heaviest chain of
   those holds; it is sought again between each two of its links.
3. What is found several times: the longest common subsequence.
4. What is only alike: the chain of links that leaves the fewest words over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from rapidfuzz.distance import LCSseq

from clausekit.comparison.chains import Link, heaviest_chain
from clausekit.comparison.linking import alike, links, spread, turned
from clausekit.comparison.units import Unit

_ANCHOR = 3
"""What weighs less proves nothing by being there once: such units are paired with their neighbours."""
_LEAST_OF_A_NAMESAKE = 0.2
"""The share of common words from which what bears the same name is the same paragraph."""
_ELSEWHERE_WORDS = 6
_ELSEWHERE_SHARE = 0.7
"""From these many words and this share of common ones, a paragraph in another gap is better than one that
shares notably less in one's own."""

AnyUnit = Unit[Any]
Gap = tuple[int, int, int, int]
"""Ranges of the old and of the new sequence."""
Elsewhere = tuple[dict[int, float], dict[int, float]]
"""By the places of old and of new units, the least weight of a link to them."""


def pair(old: Sequence[AnyUnit], new: Sequence[AnyUnit], splits: bool = True) -> list[Link]:
    """Return the links between units that belong together, in order; what is in none is only on its side.

    With ``splits`` a link may be between one unit and several that were one.
    """
    found: list[Link] = []
    rest: list[Gap] = []
    gaps: list[Gap] = [(0, len(old), 0, len(new))]
    while gaps:
        ends, gap = _ends(old, new, gaps.pop())
        found += ends
        if chain := _anchors(old, new, gap) or _repeated(old, new, gap):
            found += chain
            gaps += between(chain, gap)
        else:
            rest.append(gap)
    elsewhere = _better_elsewhere(old, new, rest)
    for gap in rest:
        chain = _like(old, new, gap, splits, elsewhere)
        found += chain
        for left in between(chain, gap):
            found += _ends(old, new, left)[0]
    found.sort()
    return list(_widened(old, new, found)) if splits and found else found


def between(chain: Sequence[Link], gap: Gap) -> Iterator[Gap]:
    """Yield what lies before, between and after the links of a chain within a gap; some are empty."""
    old_start, old_end, new_start, new_end = gap
    for link in chain:
        yield old_start, link.old_start, new_start, link.new_start
        old_start, new_start = link.old_end, link.new_end
    yield old_start, old_end, new_start, new_end


def _ends(old: Sequence[AnyUnit], new: Sequence[AnyUnit], gap: Gap) -> tuple[list[Link], Gap]:
    """Return the links of what both begin and end with, and what lies between."""
    found = []
    old_start, old_end, new_start, new_end = gap
    while old_start < old_end and new_start < new_end and old[old_start].key == new[new_start].key:
        found.append(_link(old, old_start, new_start))
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1].key == new[new_end - 1].key:
        old_end, new_end = old_end - 1, new_end - 1
        found.append(_link(old, old_end, new_end))
    return found, (old_start, old_end, new_start, new_end)


def _widened(old: Sequence[AnyUnit], new: Sequence[AnyUnit], found: Sequence[Link]) -> Iterator[Link]:
    """Yield the links; those between one and one take in what stands free beside them and was split off."""
    old_before = new_before = 0
    for link, after in zip(found, [*found[1:], None], strict=True):
        i, j = link.old_start, link.new_start
        if link.old_end - i == link.new_end - j == 1 and old[i].key != new[j].key:
            old_after = after.old_start if after else len(old)
            new_after = after.new_start if after else len(new)
            parts, wholes = new[new_before:new_after], old[old_before:old_after]
            wider = [
                *spread([old[i]], parts, 0, j - new_before),
                *turned(spread([new[j]], wholes, 0, i - old_before)),
            ]
            if wider:
                best = max(wider, key=lambda wide: wide.weight)
                split = best.new_end - best.new_start > 1
                olds = (i, i + 1) if split else (best.old_start + old_before, best.old_end + old_before)
                news = (best.new_start + new_before, best.new_end + new_before) if split else (j, j + 1)
                link = Link(*olds, *news, best.weight)
        old_before, new_before = link.old_end, link.new_end
        yield link


def _link(old: Sequence[AnyUnit], i: int, j: int) -> Link:
    return Link(i, i + 1, j, j + 1, old[i].weight + 0.5)


def _anchors(old: Sequence[AnyUnit], new: Sequence[AnyUnit], gap: Gap) -> list[Link]:
    olds, news = _once(old, gap[0], gap[1]), _once(new, gap[2], gap[3])
    weights: dict[tuple[int, int], float] = {}
    for name, i in olds.items():
        if (j := news.get(name)) is None:
            continue
        if old[i].key == new[j].key:
            weights[i, j] = old[i].weight + 0.5
        elif old[i].kind == new[j].kind and (
            (old[i].heading and new[j].heading) or alike(old[i], new[j], _LEAST_OF_A_NAMESAKE)
        ):
            weights[i, j] = max(_ANCHOR, min(old[i].weight, new[j].weight) / 2)
    return heaviest_chain([Link(i, i + 1, j, j + 1, weight) for (i, j), weight in weights.items()])


def _once(units: Sequence[AnyUnit], start: int, end: int) -> dict[Hashable, int]:
    """Return the names that only one of the units bears, and which."""
    times: Counter[Hashable] = Counter()
    where: dict[Hashable, int] = {}
    for index in range(start, end):
        unit = units[index]
        names = (unit.key, *unit.stable) if unit.weight >= _ANCHOR else unit.stable
        for name in names:
            times[name] += 1
            where[name] = index
    return {name: index for name, index in where.items() if times[name] == 1}


def _repeated(old: Sequence[AnyUnit], new: Sequence[AnyUnit], gap: Gap) -> list[Link]:
    both = {unit.key for unit in old[gap[0] : gap[1]] if unit.weight >= _ANCHOR}
    both &= {unit.key for unit in new[gap[2] : gap[3]]}
    if not both:
        return []
    olds = [i for i in range(gap[0], gap[1]) if old[i].key in both]
    news = [j for j in range(gap[2], gap[3]) if new[j].key in both]
    blocks = LCSseq.opcodes([old[i].key for i in olds], [new[j].key for j in news])
    return [
        _link(old, olds[block.src_start + k], news[block.dest_start + k])
        for block in blocks
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]


def _like(
    old: Sequence[AnyUnit], new: Sequence[AnyUnit], gap: Gap, splits: bool, elsewhere: Elsewhere
) -> list[Link]:
    """Return the heaviest chain of links within a gap, without those that have a better one elsewhere."""
    old_start, old_end, new_start, new_end = gap
    within = (
        Link(i + old_start, i_end + old_start, j + new_start, j_end + new_start, weight)
        for i, i_end, j, j_end, weight in links(old[old_start:old_end], new[new_start:new_end], splits)
    )
    return heaviest_chain([link for link in within if link.weight >= _least_weight(link, elsewhere)])


def _least_weight(link: Link, elsewhere: Elsewhere) -> float:
    olds, news = elsewhere
    return max(
        *(olds.get(i, 0) for i in range(link.old_start, link.old_end)),
        *(news.get(j, 0) for j in range(link.new_start, link.new_end)),
    )


def _better_elsewhere(old: Sequence[AnyUnit], new: Sequence[AnyUnit], gaps: Sequence[Gap]) -> Elsewhere:
    """Return how much units must share with one of their own gap to be paired with it.

    What has its like in another gap has moved there; it must not be paired with what happens to stand in
    its place.
    """
    olds = [(i, gap) for gap in gaps for i in range(gap[0], gap[1]) if old[i].words >= _ELSEWHERE_WORDS]
    news = [(j, gap) for gap in gaps for j in range(gap[2], gap[3]) if new[j].words >= _ELSEWHERE_WORDS]
    found: Elsewhere = ({}, {})
    for link in links([old[i] for i, _ in olds], [new[j] for j, _ in news], splits=False):
        (i, own), (j, other) = olds[link.old_start], news[link.new_start]
        longest = max(len(old[i].sequence), len(new[j].sequence))
        if own != other and link.weight >= _ELSEWHERE_SHARE * longest:
            found[0][i] = max(found[0].get(i, 0), link.weight * _ELSEWHERE_SHARE)
            found[1][j] = max(found[1].get(j, 0), link.weight * _ELSEWHERE_SHARE)
    return found
