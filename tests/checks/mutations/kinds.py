"""What a kind of fault is, and the two ways in which most are planted: words changed, a sentence added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias, TypeVar

from clausekit.checks.instrument.places import Role
from clausekit.reading import Passage
from tests.checks.mutations.editing import Fault, one_for
from tests.checks.mutations.sources import Source

Plant: TypeAlias = Callable[[Source, Random], Fault | None]
"""Plants a fault at a place of its own choice; None where an example has no place for it."""

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Kind:
    """A kind of fault: what it is, the rules of which one has to find it, and how it is planted.

    ``sources`` are words of which one stands in the name of each example that it is planted in; all without.
    """

    name: str
    rules: tuple[str, ...]
    plant: Plant
    sources: tuple[str, ...] = ()


def one_of(things: Iterable[Thing], chance: Random) -> Thing | None:
    """Return one of some things, None if there are none."""
    all_of_them = list(things)
    return chance.choice(all_of_them) if all_of_them else None


def altering(
    pattern: str, new: str | Callable[[re.Match[str]], str], *roles: Role, unless: str = ""
) -> Plant:
    """Plant by changing what a pattern matches; ``new`` may have the marks ⟦ ⟧ around the words at fault.

    Passages in which ``unless`` matches are left alone.
    """
    compiled, never = re.compile(pattern), re.compile(unless or r"(?!)")

    def plant(source: Source, chance: Random) -> Fault | None:
        match = one_of(
            (
                (words.passage, match)
                for words, match in source.facts.search(compiled, *(roles or ("text",)))
                if not never.search(words.passage.text)
            ),
            chance,
        )
        if match is None:
            return None
        passage, found = match
        return one_for(source.reading, passage, *found.span(), new if isinstance(new, str) else new(found))

    return plant


def adding(*sentences: str, unless: str = "", body: bool = False) -> Plant:
    """Plant by adding one of some sentences to a paragraph; ⟦ ⟧ stand around the words at fault.

    Clauses in which ``unless`` matches are left alone, and with ``body`` all schedules.
    """
    never = re.compile(unless or r"(?!)", re.IGNORECASE)

    def plant(source: Source, chance: Random) -> Fault | None:
        clause = {place.passage: place.clause for place in source.facts.places}
        excluded = {head for passage, head in clause.items() if never.search(passage.words)}
        fit = (
            one
            for one in whole_paragraphs(source)
            if clause[one] not in excluded and not (body and one.division)
        )
        passage = one_of(fit, chance)
        if passage is None:
            return None
        end = len(passage.text)
        return one_for(source.reading, passage, end, end, f" {chance.choice(sentences)}")

    return plant


def whole_paragraphs(source: Source) -> Sequence[Passage]:
    """Return the numbered paragraphs of the text that end with a full stop, and define and name nothing."""
    places, parties = source.facts.place_of, set(source.facts.parties_clause)
    return [
        one
        for one in source.text
        if one.text.endswith(".")
        and one.number
        and len(one.words) > 60
        and places[one].definition is None
        and one not in parties
    ]
