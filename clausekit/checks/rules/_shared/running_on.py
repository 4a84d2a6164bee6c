"""Counts that run on through the parts of a schedule, and where they leave out a number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.labels import Label
from clausekit.checks.rules._shared.misplaced import Fault

_FEWEST_STEPS = 2
_WIDEST = 3


def gaps_between_parts(instrument: Instrument) -> Iterator[Fault]:
    """Yield the first paragraph of a part whose number is not the next after the part before, where the count
    runs on from all other parts of the schedule: 6, then 8."""
    parts: dict[str, dict[str, list[Label]]] = {}
    for one in instrument.sequences:
        schedule, part, _ = one.division.rpartition(" Part ")
        if part and schedule and not one.parent and one.counting == "decimal":
            parts.setdefault(schedule, {}).setdefault(one.division, []).extend(one.labels)
    for labels in parts.values():
        steps = list(pairwise([_ends(each) for each in labels.values()]))
        widths = [first - last for (_, (last, _)), ((first, _), _) in steps]
        gaps = [at for at, width in enumerate(widths) if 1 < width <= _WIDEST]
        if len(gaps) == 1 and len(widths) >= _FEWEST_STEPS and widths.count(1) == len(widths) - 1:
            (_, (last, before)), ((_, after), _) = steps[gaps[0]]
            order = instrument.place_of
            between = instrument.places[order[before.passage].order + 1 : order[after.passage].order]
            if not any(one.passage.text.lstrip().startswith(f"{last + 1}") for one in between):
                yield Fault("gap", after.passage, str(last + 1), before.passage)


def _ends(labels: list[Label]) -> tuple[tuple[int, Label], tuple[int, Label]]:
    """Return the first number of a part and the greatest, each with where it stands."""
    values = [(label.value or 0, label) for label in labels]
    return values[0], max(values, key=lambda one: one[0])
