"""Faults of numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from random import Random

from clausekit.checks.instrument.labels import Label
from clausekit.checks.words import Words, whole
from clausekit.reading import Passage
from tests.checks.mutations.editing import Fault, altered, marked, paragraph, put, relabelled
from tests.checks.mutations.kinds import Kind, one_of, whole_paragraphs
from tests.checks.mutations.sources import Source


def _runs(source: Source, *counting: str) -> list[Sequence[Label]]:
    """Return the numbers that count together, of three paragraphs or more without parts of their own."""
    texts = set(source.text)
    parents = {_parent(one.number) for one in texts}
    return [
        sequence.labels
        for sequence in source.facts.sequences
        if sequence.counting in (counting or ("decimal", "letter", "roman"))
        and len(sequence.labels) > 3
        and all(
            one.passage in texts and one.passage.number not in parents and one.passage.label
            for one in sequence.labels
        )
    ]


def _parent(number: str) -> str:
    """Return the number of the clause that a numbered paragraph is part of."""
    return number[: number.rindex("(")] if number.endswith(")") else number.rpartition(".")[0]


def _is_needed(source: Source, passage: Passage) -> bool:
    """Tell whether something else goes with a paragraph: what it defines or names alone, or its number."""
    facts = source.facts
    pointed = any(one.target is passage or one.at.passage is passage for one in facts.references)
    defines = any(one.at.passage is passage for one in facts.definitions)
    terms = {use.definition for use in facts.uses if use.at.passage is passage}
    alone = any(all(use.at.passage is passage or use.own for use in facts.uses_of[one]) for one in terms)
    return pointed or defines or alone


def _gap(source: Source, chance: Random) -> Fault | None:
    """Take out a paragraph between others; the numbers of those stay."""
    runs = [
        (left, after)
        for labels in _runs(source)
        for left, after in pairwise(labels[1:])
        if not _is_needed(source, left.passage) and not left.passage.text.endswith((" and", " or"))
    ]
    chosen = one_of(runs, chance)
    if chosen is None:
        return None
    left, after = chosen
    return Fault(put(source.reading, {left.passage: ()}), (whole(after.passage),))


def _repeated(source: Source, chance: Random) -> Fault | None:
    """Give the last of some paragraphs the number of the one before it."""
    labels = one_of((one for one in _runs(source) if not _is_pointed(source, one[-1])), chance)
    if labels is None:
        return None
    before, last = labels[-2].passage, labels[-1].passage
    changed = relabelled(last, before.label, before.number)
    return Fault(put(source.reading, {last: (changed,)}), (_all(changed), _all(before)))


def _out_of_order(source: Source, chance: Random) -> Fault | None:
    """Let two neighbours change their places, each with its number."""
    pairs = [
        (one.passage, other.passage) for labels in _runs(source) for one, other in pairwise(labels[1:-1])
    ]
    chosen = one_of(pairs, chance)
    if chosen is None:
        return None
    one, other = chosen
    reading = put(source.reading, {one: (other,), other: (one,)})
    return Fault(reading, (_all(one), _all(other)))


def _of_another_clause(source: Source, chance: Random) -> Fault | None:
    """Number a sub-clause as one of another clause."""
    inner = [
        one.passage
        for labels in _runs(source, "decimal")
        for one in labels[1:-1]
        if one.passage.number.count(".") == 1 and not _is_pointed(source, one)
    ]
    passage = one_of(inner, chance)
    if passage is None:
        return None
    clause, _, own = passage.number.partition(".")
    other = f"{int(clause) - 1 or int(clause) + 1}.{own}"
    changed = relabelled(passage, other, other)
    return Fault(put(source.reading, {passage: (changed,)}), (_all(changed),))


def _in_another_style(source: Source, chance: Random) -> Fault | None:
    """Number the second item of a list (ii) among (a), (c): a reader takes it for a part of the first."""
    inner = [labels for labels in _runs(source, "letter") if not _is_pointed(source, labels[1])]
    labels = one_of(inner, chance)
    if labels is None:
        return None
    first, passage = labels[0].passage, labels[1].passage
    label = passage.label.replace("b", "ii")
    changed = relabelled(passage, label, f"{first.number}{label}")
    return Fault(put(source.reading, {passage: (changed,)}), (_all(changed),))


def _typed_too(source: Source, chance: Random) -> Fault | None:
    """Type a number by hand into a paragraph that the word processor numbers."""
    numbered = [one for one in whole_paragraphs(source) if re.fullmatch(r"\d+\.\d+", one.number)]
    passage = one_of(numbered, chance)
    if passage is None:
        return None
    clause, _, own = passage.number.partition(".")
    changed, at = marked(passage, passage.typed, passage.typed, f"⟦{clause}.{int(own) + 1}⟧ ")
    return Fault(put(source.reading, {passage: (changed,)}), (at,))


def _headless(source: Source, chance: Random) -> Fault | None:
    """Take out the heading of a clause and leave its sub-clauses."""
    places = source.facts.places
    heads = [
        (place.passage, following.passage)
        for place, following in pairwise(places)
        if place.role == "heading"
        and place.passage.heading == 2
        and place.passage.number.isdecimal()
        and place.passage.number != "1"
        and following.passage.number == f"{place.passage.number}.1"
        and not _is_needed(source, place.passage)
    ]
    chosen = one_of(heads, chance)
    if chosen is None:
        return None
    head, first = chosen
    return Fault(put(source.reading, {head: ()}), (_all(first),))


def _single_item(source: Source, chance: Random) -> Fault | None:
    return _list(source, chance, ["(a)"], at=0)


def _after_z(source: Source, chance: Random) -> Fault | None:
    letters = [chr(number) for number in range(ord("a"), ord("z") + 1)]
    return _list(source, chance, [f"({one})" for one in (*letters, "{")], at=26)


def _list(source: Source, chance: Random, labels: Sequence[str], *, at: int) -> Fault | None:
    """Put a list into a sub-clause; the fault is in one of its items."""
    inner = [
        one.passage
        for sequence in _runs(source, "decimal")
        for one in sequence[:-1]
        if one.passage.text.endswith(".") and one.passage.number.count(".") == 1
    ]
    passage = one_of(inner, chance)
    if passage is None:
        return None
    level = (passage.level or 0) + 1
    end = len(passage.text)
    lead = altered(passage, end - 1, end, ", and keeps:")
    ends = [";"] * (len(labels) - 2) + ["; and"] if len(labels) > 1 else []
    items = [
        paragraph(
            passage,
            f"the papers of sort {number}{mark}",
            label=label,
            number=f"{passage.number}{label}",
            level=level,
        )
        for number, (label, mark) in enumerate(zip(labels, [*ends, "."], strict=True), 1)
    ]
    return Fault(put(source.reading, {passage: (lead, *items)}), (_all(items[at]),))


def _is_pointed(source: Source, label: Label) -> bool:
    return any(one.target is label.passage for one in source.facts.references)


def _all(passage: Passage) -> Words:
    """Return a paragraph with its number."""
    return Words(passage, 0, len(passage.text))


KINDS = (
    Kind("a number left out", ("CK-NUMBER-GAP",), _gap),
    Kind("a number that two share", ("CK-NUMBER-REPEATED",), _repeated),
    Kind("numbers that changed places", ("CK-NUMBER-ORDER",), _out_of_order),
    Kind("a number of another clause", ("CK-NUMBER-LEVEL",), _of_another_clause),
    Kind("a number in another style", ("CK-NUMBER-MIXED",), _in_another_style),
    Kind("a number beside the number", ("CK-NUMBER-TYPED",), _typed_too),
    Kind("a clause without its heading", ("CK-NUMBER-HEADING",), _headless),
    Kind("a list of one item", ("CK-NUMBER-ALONE",), _single_item),
    Kind("an item after (z)", ("CK-NUMBER-LETTER",), _after_z),
)
