"""What is told from a term by "Non" before it, as if that were a term too: "a Non Pooled Fund"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausekit.checks.instrument import Instrument
from clausekit.checks.rules._shared.terms import is_listed, is_spoken_of
from clausekit.checks.words import Words

_NOT = ("Non ", "Non-")


def contraries(instrument: Instrument) -> Iterator[Sequence[Words]]:
    """Yield the places of each listed term of several words with "Non" before it, where that is no term."""
    found: dict[str, list[Words]] = defaultdict(list)
    for use in instrument.uses:
        before = use.at.shortly_before(len(_NOT[0]))
        if before in _NOT and " " in use.definition.term and is_listed(use.definition):
            at = use.at.part(use.at.start - len(before), use.at.end)
            if is_spoken_of(at):
                found[use.definition.term].append(at)
    yield from found.values()
