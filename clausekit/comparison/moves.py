"""What stands elsewhere now: runs of blocks that are only old in one place and only new in another.

A move starts from a seed, a block that is beyond coincidence the same one, and takes in what stands around
it on both sides, edits included: so a clause that moved is one move, whatever happened to it on the way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from clausekit.comparison.chains import Link
from clausekit.comparison.linking import links as like_links
from clausekit.comparison.pairing import pair
from clausekit.comparison.units import Unit
from clausekit.reading import Block

_FEWEST_WORDS = 6
"""A paragraph of fewer words that is there again may be a coincidence."""
_NO_BOILERPLATE = 15
"""One of as many words may have moved even if others in the text say the same."""
_LIKE = 0.6
"""The share of common words from which a paragraph elsewhere is the same one, edited on the way."""

Range = tuple[int, int]
Blocks = Sequence[Unit[Block]]


class Seed(NamedTuple):
    """An old and a new block that are the same one, and the words that they share."""

    old: int
    new: int
    weight: float


@dataclass(frozen=True, slots=True)
class Moved:
    """Ranges of the old and the new blocks that moved as one, and the links within, from their beginning."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    links: tuple[Link, ...]


def find_moves(old: Blocks, new: Blocks, links: Sequence[Link]) -> list[Moved]:
    """Return the moves among the blocks that no link pairs, the heaviest first."""
    taken_olds = [(link.old_start, link.old_end) for link in links]
    taken_news = [(link.new_start, link.new_end) for link in links]
    old_runs, new_runs = _left_over(taken_olds, len(old)), _left_over(taken_news, len(new))
    seeds = _seeds(old, new, old_runs, new_runs)
    moves: list[Moved] = []
    while seeds:
        found, seeds = _round(old, new, seeds, old_runs, new_runs)
        moves += found
        taken_olds = sorted([*taken_olds, *((moved.old_start, moved.old_end) for moved in found)])
        taken_news = sorted([*taken_news, *((moved.new_start, moved.new_end) for moved in found)])
        old_runs, new_runs = _left_over(taken_olds, len(old)), _left_over(taken_news, len(new))
    return moves


def _round(
    old: Blocks, new: Blocks, seeds: Sequence[Seed], old_runs: Sequence[Range], new_runs: Sequence[Range]
) -> tuple[list[Moved], list[Seed]]:
    """Return at most one move out of each run and into each, and the seeds that are still to be tried."""
    groups: defaultdict[tuple[Range, Range], list[Seed]] = defaultdict(list)
    for seed in seeds:
        old_run, new_run = _run_of(seed.old, old_runs), _run_of(seed.new, new_runs)
        if old_run and new_run:
            groups[old_run, new_run].append(seed)
    moves: list[Moved] = []
    later: list[Seed] = []
    busy: set[tuple[str, Range]] = set()
    for runs in sorted(groups, key=lambda runs: -sum(seed.weight for seed in groups[runs])):
        sides = {("old", runs[0]), ("new", runs[1])}
        if busy & sides:
            later += groups[runs]
            continue
        moved = _heaviest_cluster(old, new, *runs)
        if moved and any(_within(seed, moved) for seed in groups[runs]):
            moves.append(moved)
            busy |= sides
            later += groups[runs]
    return moves, later


def _run_of(place: int, runs: Sequence[Range]) -> Range | None:
    index = bisect_right(runs, place, key=lambda run: run[0]) - 1
    return runs[index] if index >= 0 and place < runs[index][1] else None


def _left_over(taken: Sequence[Range], length: int) -> list[Range]:
    runs = []
    at = 0
    for start, end in [*taken, (length, length)]:
        if start > at:
            runs.append((at, start))
        at = end
    return runs


def _seeds(old: Blocks, new: Blocks, old_runs: Sequence[Range], new_runs: Sequence[Range]) -> list[Seed]:
    """Return the pairs of blocks that are beyond coincidence the same, each with its weight."""
    olds = [i for start, end in old_runs for i in range(start, end) if _may_be_seed(old[i])]
    news = [j for start, end in new_runs for j in range(start, end) if _may_be_seed(new[j])]
    if not olds or not news:
        return []
    times = Counter(unit.key for unit in old) + Counter(unit.key for unit in new)
    found = []
    for link in like_links([old[i] for i in olds], [new[j] for j in news], splits=False):
        i, j = olds[link.old_start], news[link.new_start]
        if getattr(old[i].of, "term", "") != getattr(new[j].of, "term", ""):
            continue
        shared = 2 * link.weight / (len(old[i].sequence) + len(new[j].sequence))
        if old[i].key == new[j].key:
            telling = times[old[i].key] == 2 or old[i].words >= _NO_BOILERPLATE
        else:
            telling = shared >= _LIKE
        if telling:
            found.append(Seed(i, j, link.weight))
    return found


def _may_be_seed(unit: Unit[Block]) -> bool:
    """Tell whether a block says enough; a line of contents does, for it follows its heading."""
    return bool(unit.sequence) and (unit.words >= _FEWEST_WORDS or unit.kind == "contents")


def _heaviest_cluster(old: Blocks, new: Blocks, old_run: Range, new_run: Range) -> Moved | None:
    """Return the links between two runs that hold together best; holes between them are edits on the way."""
    olds, news = old[slice(*old_run)], new[slice(*new_run)]
    clusters: list[list[Link]] = []
    for link in pair(olds, news):
        if clusters and _hole(olds, news, clusters[-1][-1], link) <= max(
            sum(other.weight for other in clusters[-1]), link.weight
        ):
            clusters[-1].append(link)
        else:
            clusters.append([link])
    if not clusters:
        return None
    best = max(clusters, key=lambda cluster: sum(link.weight for link in cluster))
    while len(best) > 1 and _hole(olds, news, best[0], best[1]) > best[0].weight:
        del best[0]
    while len(best) > 1 and _hole(olds, news, best[-2], best[-1]) > best[-1].weight:
        del best[-1]
    i, j = best[0].old_start, best[0].new_start
    inner = tuple(
        Link(link.old_start - i, link.old_end - i, link.new_start - j, link.new_end - j, link.weight)
        for link in best
    )
    old_ends = (i + old_run[0], best[-1].old_end + old_run[0])
    new_ends = (j + new_run[0], best[-1].new_end + new_run[0])
    return Moved(*old_ends, *new_ends, inner)


def _hole(old: Blocks, new: Blocks, left: Link, right: Link) -> int:
    """Return how many words lie between two links."""
    between = (*old[left.old_end : right.old_start], *new[left.new_end : right.new_start])
    return sum(unit.words for unit in between)


def _within(seed: Seed, moved: Moved) -> bool:
    return moved.old_start <= seed.old < moved.old_end and moved.new_start <= seed.new < moved.new_end
