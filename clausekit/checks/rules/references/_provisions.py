"""What stands in the provision to which a reference points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.reading import Passage

_DEEPEST_HEADING = 3
_LONGEST_SHOWN = 60


class Elsewhere(NamedTuple):
    """A reference to a provision that does not have what is said to be there: with what it lacks, and with
    the heading or the passage that has it."""

    reference: Reference
    lack: str
    meant: Passage

    @property
    def remedy(self) -> str:
        """What to write instead."""
        words = " ".join(self.meant.words.split())
        number = self.meant.number or self.meant.division
        shown = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()} …"
        return f"Write the number that is meant: “{shown}” is {number}."


def provision(target: Passage, instrument: Instrument) -> Iterator[Passage]:
    """Yield a passage with what stands below it: to the next heading, or to the next number like its own."""
    yield target
    order = instrument.place_of[target].order
    for place in instrument.places[order + 1 :]:
        passage = place.passage
        if passage.division != target.division or 0 < passage.heading <= (target.heading or _DEEPEST_HEADING):
            return
        if passage.number and place.role != "cell" and not _is_below(passage.number, target.number):
            return
        yield passage


def _is_below(number: str, above: str) -> bool:
    return number.startswith((f"{above.rstrip('.')}.", f"{above}(", "("))
