"""In which lists of the new file old paragraphs are counted, so that rejecting gives them their old numbers.

Lists of one family count together. So all old paragraphs of a family, those that stay and those that are
taken over, must be counted in one family of the redline, and no others with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from lxml.etree import _Element as Element

from clausekit.comparison.flow import Flows, Matched
from clausekit.comparison.visits import visits
from clausekit.formats.docx.attachment_trees import w
from clausekit.formats.docx.reader import WordFile
from clausekit.formats.docx.reader.labels import List
from clausekit.formats.docx.reader.layouts import Layouts, WordLayout
from clausekit.formats.docx.reader.views import in_view
from clausekit.reading import Passage

_PROPERTIES = w("pPr")

ListsById = Mapping[str, List]
Numbers = tuple[object, ...]
Votes = Counter[tuple[str, str]]
"""How many paragraphs that stay are in a list of the old file and in one of the new."""


@dataclass(frozen=True, slots=True)
class Lists:
    """Which lists of the new file stand for those of the old one.

    ``lists`` and ``families`` are without those that the new file has nothing for.
    """

    old: Layouts
    new: Layouts
    lists: Mapping[str, str]
    families: Mapping[str, str]

    def count_alike(self, old: Element, new: Element) -> bool:
        """Return whether a paragraph of the new file, as it is, is counted like one of the old file was."""
        before = self.old.layout(old.find(_PROPERTIES))
        return self.are_alike(before, self.new.layout(in_view(new.find(_PROPERTIES), "kept")))

    def are_alike(self, before: WordLayout, now: WordLayout) -> bool:
        """Return whether what stands like this in the new file is counted like what stood so in the old
        one."""
        if before.level is None or before.level != now.level:
            return before.level == now.level
        there = self.lists.get(before.list)
        if there is None or there == now.list:
            return there is not None
        one, other = self.new.lists[there], self.new.lists[now.list]
        return (
            one.family == other.family and not one.starts and not other.starts and one.levels == other.levels
        )


def lists_between(old: WordFile, new: WordFile, flows: Flows) -> Lists:
    """Find for the lists of the old file those of the new one: alike, and with most paragraphs in common."""
    before, now = old.layouts.lists, new.layouts.lists
    if _numbering(old) == _numbering(new):
        families = {one.family: one.family for one in before.values()}
        return Lists(old.layouts, new.layouts, {identity: identity for identity in before}, families)
    depths = _depths(old)
    votes = Votes(_shared(old, new, flows))
    families = _families(before, now, depths, votes)
    return Lists(old.layouts, new.layouts, dict(_lists(before, now, depths, votes, families)), families)


def _numbering(file: WordFile) -> bytes | None:
    return next((file.parts[name] for name, tree in file.trees.items() if tree.tag == w("numbering")), None)


def _list_of(passage: Passage, file: WordFile) -> str:
    return file.layouts.layout(in_view(file.elements[passage][-1].find(_PROPERTIES), "kept")).list


def _depths(file: WordFile) -> dict[str, int]:
    """Return the lists that paragraphs are in, with the deepest level of their families that is used."""
    used: dict[str, str] = {}
    deepest: dict[str, int] = {}
    for block in file.elements:
        if isinstance(block, Passage) and block.level is not None:
            identity = _list_of(block, file)
            family = used[identity] = file.layouts.lists[identity].family
            deepest[family] = max(block.level, deepest.get(family, 0))
    return {identity: deepest[family] for identity, family in used.items()}


def _shared(old: WordFile, new: WordFile, flows: Flows) -> Iterator[tuple[str, str]]:
    """Yield the old and the new list of each paragraph that stays and is in both at the same level."""
    for step, _ in visits(flows):
        if isinstance(step, Matched):
            before, now = step.olds[-1], step.news[-1]
            if before.level is not None and before.level == now.level:
                yield _list_of(before, old), _list_of(now, new)


def _families(old: ListsById, new: ListsById, depths: Mapping[str, int], votes: Votes) -> dict[str, str]:
    """Return for families of old lists those of new ones that print the same numbers, each for one only.

    Those come first whose lists have most paragraphs in common, then those whose lists have the same id.
    """
    alike: dict[Numbers, list[str]] = {}
    for depth in set(depths.values()):
        for other, list_ in new.items():
            alike.setdefault(_numbers(list_, depth), []).append(other)
    found: dict[str, str] = {}
    taken: set[str] = set()
    voted = (pair for pair, _ in votes.most_common())
    of_same_id = ((one, one) for one in depths if one in new)
    others = ((one, other) for one in depths for other in alike.get(_numbers(old[one], depths[one]), ()))
    for one, other in chain(voted, of_same_id, others):
        family, there, depth = old[one].family, new[other].family, depths[one]
        if family in found or there in taken or _numbers(old[one], depth) != _numbers(new[other], depth):
            continue
        found[family] = there
        taken.add(there)
    return found


def _lists(
    old: ListsById, new: ListsById, depths: Mapping[str, int], votes: Votes, families: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield for old lists those of the new families that stand for theirs; a list that starts anew stands for
    one only."""
    members: dict[str, list[str]] = {}
    for other, list_ in new.items():
        members.setdefault(list_.family, []).append(other)
    taken: set[str] = set()
    for one, depth in depths.items():
        there = [
            other
            for other in members.get(families.get(old[one].family, ""), ())
            if new[other].starts == old[one].starts
            and _numbers(new[other], depth) == _numbers(old[one], depth)
            and not (new[other].starts and other in taken)
        ]
        if there:
            best = max(there, key=lambda other: (votes[one, other], one == other))
            taken.add(best)
            yield one, best


def _numbers(list_: List, depth: int) -> Numbers:
    """Return what decides on the numbers that a list prints, down to a level."""
    levels = (list_.levels.get(level) for level in range(depth + 1))
    return tuple(
        level and (level.format, level.text, level.start, level.restart, level.all_decimal, level.pattern)
        for level in levels
    )
