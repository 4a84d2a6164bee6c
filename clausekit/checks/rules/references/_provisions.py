"""What stands in the provision to which a reference points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.references import Reference
from clausekit.patterns import pattern
from clausekit.reading import Passage

_FIGURES, _LETTERS = pattern(r"\d+"), pattern(r"[A-Z]+")
_PART = " Part "
_DEEPEST_HEADING = 3
_LONGEST_SHOWN = 60


class Elsewhere(NamedTuple):
    """A reference to a provision that does not have what is said to be there: with what it lacks, and with
    the heading or the passage that has it, None if several have."""

    reference: Reference
    lack: str
    meant: Passage | None

    @property
    def remedy(self) -> str:
        """What to write instead."""
        if self.meant is None:
            return "Write the number that is meant."
        words = " ".join(self.meant.words.split())
        number = self.meant.number or self.meant.division
        shown = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN].rstrip()} …"
        return f"Write the number that is meant: “{shown}” is {number}."


def provision(target: Passage, instrument: Instrument) -> Iterator[Passage]:
    """Yield a passage with what stands below it: to the next heading, or to the next number like its own.

    What a colon leads to may be counted 1, 2, 3 anew.
    """
    yield target
    before, in_list = target, False
    order = instrument.place_of[target].order
    for place in instrument.places[order + 1 :]:
        passage = place.passage
        if passage.division != target.division or 0 < passage.heading <= (target.heading or _DEEPEST_HEADING):
            return
        if passage.number and place.role != "cell":
            in_list = passage.number.isdecimal() and (in_list or _begins_a_list(passage, before))
            if not in_list and not _is_below(passage.number, target.number):
                return
        yield passage
        before = passage


def _begins_a_list(passage: Passage, before: Passage) -> bool:
    return passage.number == "1" and before.words.rstrip().endswith(":")


def whole_of(target: Passage, instrument: Instrument) -> Iterator[Passage]:
    """Yield what stands in a table by its caption, in a division by its heading, or in a provision."""
    table = instrument.once(_tables).get(target)
    if table is not None:
        yield from table
    elif target.heading == 1:
        for place in instrument.places:
            inner = f"{place.passage.division} ".startswith(f"{target.division} ")
            if place.role != "contents" and inner:
                yield place.passage
    else:
        yield from provision(target, instrument)


def like(target: Passage, instrument: Instrument) -> Sequence[Passage]:
    """Return what may have been meant instead of a passage: other tables, other parts of its schedule, other
    schedules, or paragraphs beside it that count as deep."""
    tables = instrument.once(_tables)
    if target in tables:
        return [one for one in tables if one is not target]
    if target.heading != 1:
        alike = instrument.once(_by_form).get((target.division, _form(target.number)), ())
        return [one for one in alike if one is not target]
    schedule, part, _ = target.division.rpartition(_PART)
    return [
        one
        for one in _provisions(instrument)
        if one.heading == 1 and one is not target and one.division.rpartition(_PART)[:2] == (schedule, part)
    ]


def _provisions(instrument: Instrument) -> Iterator[Passage]:
    return (one.passage for one in instrument.places if one.role in ("text", "heading"))


def _by_form(instrument: Instrument) -> Mapping[tuple[str, str], Sequence[Passage]]:
    """Return the provisions of each division that count as deep."""
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for one in _provisions(instrument):
        found[one.division, _form(one.number)].append(one)
    return found


def _tables(instrument: Instrument) -> Mapping[Passage, Sequence[Passage]]:
    """Return the captions of tables, each with what stands below it: cells, or lines that should be some."""
    captions = set(instrument.targets.tables())
    found: dict[Passage, list[Passage]] = {}
    at: Passage | None = None
    for place in instrument.places:
        if place.passage in captions:
            at = place.passage
            found[at] = [at]
        elif place.role == "heading" or (place.role != "cell" and place.passage.number):
            at = None
        elif at is not None:
            found[at].append(place.passage)
    return found


def _form(number: str) -> str:
    """Return a number with its figures and letters alike, so that it shows how deep it counts.

    >>> _form("12.3"), _form("G5")
    ('0.0', 'A0')
    """
    return _LETTERS.sub("A", _FIGURES.sub("0", number))


def _is_below(number: str, above: str) -> bool:
    return number.startswith((f"{above.rstrip('.')}.", f"{above}(", "("))
