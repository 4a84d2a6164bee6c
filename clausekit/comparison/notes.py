"""Which notes, headers and footers of two readings belong together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from clausekit.comparison.flow import Departure, Flow, Matched, Same, TableMatched
from clausekit.reading import NOTE_MARK, Block, Passage, Reading, passages_of

_LIKE = 0.5
"""The share of common words from which a note is one that was edited."""

Identities = Mapping[str, str]
"""By the key of a note an identity; that of an old and a new note is the same if they belong together."""


class NotePair(NamedTuple):
    """The keys of notes that belong together, None for what only the other text has."""

    old: str | None
    new: str | None


def shared_identities(old: Reading, new: Reading) -> tuple[Identities, Identities]:
    """Return the identities of the old and of the new notes.

    They are equal for equal texts; else for like ones; else for notes that stand in the same place between
    others. Whether their marks do is for the comparison of the texts to find.
    """
    olds = {key: _words(blocks) for key, blocks in old.notes.items()}
    news = {key: _words(blocks) for key, blocks in new.notes.items()}
    old_ids = {key: " ".join(words) for key, words in olds.items()}
    new_ids = {key: " ".join(words) for key, words in news.items()}
    in_old, in_new = set(old_ids.values()), set(new_ids.values())
    lone_olds = [key for key in olds if old_ids[key] not in in_new]
    lone_news = [key for key in news if new_ids[key] not in in_old]
    for key in tuple(lone_news):
        likes = [other for other in lone_olds if _likeness(olds[other], news[key]) >= _LIKE]
        if likes:
            best = max(likes, key=lambda other: _likeness(olds[other], news[key]))
            new_ids[key] = old_ids[best]
            lone_olds.remove(best)
            lone_news.remove(key)
    for key, other in tuple(_in_the_same_place(list(old_ids.items()), list(new_ids.items()))):
        if key in lone_news and other in lone_olds:
            new_ids[key] = old_ids[other]
    return old_ids, new_ids


def _in_the_same_place(
    old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """Yield the keys of new and old notes that stand, as many of either, between notes that are paired."""
    codes = LCSseq.opcodes([one for _, one in old], [one for _, one in new])
    equal = [code for code in codes if code.tag == "equal"]
    i = j = 0
    for i_end, j_end, i_next, j_next in [
        *((code.src_start, code.dest_start, code.src_end, code.dest_end) for code in equal),
        (len(old), len(new), len(old), len(new)),
    ]:
        if i_end - i == j_end - j:
            yield from ((new[j + k][0], old[i + k][0]) for k in range(i_end - i))
        i, j = i_next, j_next


def pair_notes(flow: Flow, old: Reading, new: Reading) -> list[NotePair]:
    """Return the notes in pairs: those whose marks are the same in the flow, then each other one alone."""
    if not old.notes and not new.notes:
        return []
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for one, two in _paired_marks(flow):  # a note with several marks has one partner only, as any other
        if one not in taken and two not in partners:
            partners[two] = one
            taken.add(one)
    found = [NotePair(partners.get(key), key) for key in new.notes]
    return found + [NotePair(key, None) for key in old.notes if key not in taken]


def pair_margins(old: Reading, new: Reading) -> Iterator[tuple[str, tuple[Block, ...], tuple[Block, ...]]]:
    """Yield headers and footers that belong together under the key of the new one (or else the old one).

    If sections were put in or taken out, those of a kind and page are paired by what they say, then in
    order.
    """
    old_kinds, new_kinds = _by_kind(old.margins), _by_kind(new.margins)
    for kind in {**old_kinds, **new_kinds}:
        olds, news = old_kinds.get(kind, []), new_kinds.get(kind, [])
        partners = _pair_keys(olds, news, old, new)
        for key in news:
            one = partners.pop(key, None)
            yield key, old.margins[one] if one else (), new.margins[key]
            if one:
                olds.remove(one)
        for key in olds:
            yield key, old.margins[key], ()


def _pair_keys(olds: list[str], news: list[str], old: Reading, new: Reading) -> dict[str, str]:
    """Return the old key for each new one that has one."""
    if olds == news:
        return dict(zip(news, olds, strict=True))
    one = [(key, " ".join(_words(old.margins[key]))) for key in olds]
    two = [(key, " ".join(_words(new.margins[key]))) for key in news]
    found: dict[str, str] = {}
    for code in LCSseq.opcodes([text for _, text in one], [text for _, text in two]):
        if code.tag == "equal":
            found.update(
                zip(news[code.dest_start : code.dest_end], olds[code.src_start : code.src_end], strict=True)
            )
    found.update(_in_the_same_place(one, two))
    left = [key for key in olds if key not in found.values()]
    for key in news:
        if key not in found and key in left:
            found[key] = key
            left.remove(key)
    return found


def _by_kind(margins: Mapping[str, Sequence[Block]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(margins, key=lambda key: (int(key.partition(":")[0]) if key[0].isdigit() else 0, key)):
        found[key.partition(":")[2]].append(key)
    return dict(found)


def _words(blocks: Sequence[Block]) -> tuple[str, ...]:
    texts = (passage.text.replace(NOTE_MARK, "") for passage in passages_of(blocks))
    return tuple(word for text in texts for word in text.split())


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    return 2 * LCSseq.similarity(old, new) / (len(old) + len(new)) if old or new else 1.0


def _paired_marks(flow: Flow) -> Iterator[tuple[str, str]]:
    """Yield the keys of the old and the new note whose marks are the same."""
    for step in flow:
        if isinstance(step, Matched):
            yield from _marks_of(step)
        elif isinstance(step, Departure):
            yield from _paired_marks(step.move.flow)
        elif isinstance(step, TableMatched):
            for row in step.rows:
                for cell in getattr(row, "cells", ()):
                    yield from _paired_marks(getattr(cell, "flow", ()))


def _marks_of(step: Matched) -> Iterator[tuple[str, str]]:
    olds, news = _notes_by_place(step.olds), _notes_by_place(step.news)
    for op in step.ops:
        if isinstance(op, Same):
            for place, key in olds.items():
                other = news.get(place - op.old_start + op.new_start)
                if op.old_start <= place < op.old_end and other:
                    yield key, other


def _notes_by_place(passages: Sequence[Passage]) -> dict[int, str]:
    found = {}
    offset = 0
    for passage in passages:
        found.update({span.start + offset: span.note for span in passage.spans if span.note})
        offset += len(passage.text) + 1
    return found
