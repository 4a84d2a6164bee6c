"""How alike units are: the links between those that are not the same but belong together.

Every pair would be too many for long stretches, so there only those are looked at that share rare words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from rapidfuzz.distance import LCSseq

from clausekit.comparison.chains import Link
from clausekit.comparison.units import Unit

_FEW = 900
"""So many pairs are all looked at."""
_RARE = 24
"""A word in no more units than this tells where to look."""
_CANDIDATES = 5
_LIKE = 0.34
"""The share of common words from which two paragraphs are one that was edited."""
_LIKE_IN_PLACE = 0.25
"""The same for two that have the same number in the same clause of the library."""
_LIKE_ACROSS = 0.6
"""The same for two that are from different clauses of the library."""
_LIKE_CELLS = 0.5
"""The share of common cells from which rows, columns or tables are one that was edited."""
_IN_ORDER = 0.8
"""So much of the common share must be in the same order."""
_CONTAINED = 0.65
"""The share of a paragraph's words from which it is a part of another."""
_MOST_PARTS = 8
_LONG_HEADING = 7

AnyUnit = Unit[Any]


def links(old: Sequence[AnyUnit], new: Sequence[AnyUnit], splits: bool = True) -> list[Link]:
    """Return the links between units that are equal or alike, weighed by the words that they share.

    With ``splits`` also between one paragraph and several that were one, and the other way round.
    """
    found: dict[tuple[int, int, int, int], Link] = {}
    for i, j in _candidates(old, new):
        if link := _one_to_one(old, new, i, j):
            found[link[:4]] = link
        if splits and old[i].key != new[j].key:
            for link in (*spread(old, new, i, j), *turned(spread(new, old, j, i))):
                found.setdefault(link[:4], link)
    return list(found.values())


def common_words(old: AnyUnit, new: AnyUnit) -> int:
    """Return how many words both have in the same order."""
    return LCSseq.similarity(old.sequence, new.sequence)


def _share_of_cells(old: Sequence[int], new: Sequence[int]) -> float:
    """Return the share of cells that both have in the same order; 0 if there are none."""
    return 2 * LCSseq.similarity(old, new) / (len(old) + len(new)) if old and new else 0.0


def alike(old: AnyUnit, new: AnyUnit, least: float) -> bool:
    """Tell whether units share enough of what they say."""
    if old.kind != new.kind:
        return False
    if _have_a_sign(old, new):
        return True
    if not old.content and not new.content:
        return bool(old.sequence) and old.sequence == new.sequence
    return 2 * len(old.content & new.content) >= least * (len(old.content) + len(new.content))


def _candidates(old: Sequence[AnyUnit], new: Sequence[AnyUnit]) -> Iterator[tuple[int, int]]:
    if len(old) * len(new) <= _FEW:
        yield from ((i, j) for i in range(len(old)) for j in range(len(new)))
        return
    where: defaultdict[int, list[int]] = defaultdict(list)
    for j, unit in enumerate(new):
        for word in unit.content:
            where[word].append(j)
        where[-1 - unit.key].append(j)
    for i, unit in enumerate(old):
        shared: Counter[int] = Counter()
        for word in unit.content:
            if len(places := where.get(word, ())) <= _RARE:
                shared.update(places)
        yield from ((i, j) for j, _ in shared.most_common(_CANDIDATES))
        if len(equals := where.get(-1 - unit.key, ())) <= _RARE:
            yield from ((i, j) for j in equals if j not in shared)


def _one_to_one(old: Sequence[AnyUnit], new: Sequence[AnyUnit], i: int, j: int) -> Link | None:
    if old[i].key == new[j].key:
        return Link(i, i + 1, j, j + 1, old[i].weight + 0.5)
    one, two = old[i], new[j]
    least = _least_share(one, two)
    if not alike(one, two, least) and (least > _LIKE or not (_holds(one, two) or _holds(two, one))):
        return None
    common = common_words(one, two)
    if not _have_a_sign(one, two) and 2 * common < _IN_ORDER * least * (
        len(one.sequence) + len(two.sequence)
    ):
        return None
    return Link(i, i + 1, j, j + 1, common + LCSseq.similarity(one.cells, two.cells))


def _least_share(old: AnyUnit, new: AnyUnit) -> float:
    """Return how much units must share: less in the same place of a clause, more in different clauses."""
    if old.place and old.place == new.place:
        return _LIKE_IN_PLACE
    return _LIKE_ACROSS if old.family and new.family and old.family != new.family else _LIKE


def _have_a_sign(old: AnyUnit, new: AnyUnit) -> bool:
    """Tell whether rows, columns or tables have cells in common by which they are known."""
    signs = zip(old.signs, new.signs, strict=True)
    return old.kind == new.kind and any(_share_of_cells(one, two) >= _LIKE_CELLS for one, two in signs)


def _holds(whole: AnyUnit, part: AnyUnit) -> bool:
    """Tell whether the words of one paragraph are mostly in the other; short headings have no parts."""
    if any(
        unit.kind != "text" or not unit.content or (unit.heading and unit.words < _LONG_HEADING)
        for unit in (whole, part)
    ):
        return False
    return len(whole.content & part.content) >= _CONTAINED * len(part.content)


def spread(wholes: Sequence[AnyUnit], parts: Sequence[AnyUnit], i: int, j: int) -> Iterator[Link]:
    """Yield ever wider links from one unit to the several around ``j`` that it holds."""
    whole = wholes[i]
    if not _holds(whole, parts[j]) or len(whole.content) <= len(whole.content & parts[j].content):
        return
    first, last = j, j + 1
    common = common_words(whole, parts[j])
    for direction in (1, -1):
        while last - first < _MOST_PARTS:
            beside = last if direction > 0 else first - 1
            if not 0 <= beside < len(parts) or not _holds(whole, parts[beside]):
                break
            wider = (min(first, beside), max(last, beside + 1))
            longer = _common_with_all(whole, parts[slice(*wider)])
            if longer - common < _CONTAINED * len(parts[beside].sequence):
                break
            common, (first, last) = longer, wider
            yield Link(i, i + 1, first, last, common - 0.25 * (last - first - 1))


def turned(links: Iterator[Link]) -> Iterator[Link]:
    """Yield the links from new to old as links from old to new."""
    return (Link(*link[2:4], *link[:2], link.weight) for link in links)


def _common_with_all(whole: AnyUnit, parts: Sequence[AnyUnit]) -> int:
    return LCSseq.similarity(whole.sequence, [word for part in parts for word in part.sequence])
