"""Schedules of another instrument that a deed restates, each in an appendix of its own."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.reading import Passage


def restated(instrument: Instrument) -> Set[Passage]:
    """Return the headings of schedules that stand directly below that of an appendix.

    "Appendix 1", below it "Schedule 3: Financial Schedule": the number is that of the instrument that is
    varied, and what is said to be in the appendix is in the schedule.
    """
    return instrument.once(_restated)


def _restated(instrument: Instrument) -> Set[Passage]:
    body = [place.passage for place in instrument.places if place.role not in ("contents", "margin")]
    return {
        below
        for above, below in pairwise(body)
        if _kind(above) not in ("", "schedule") and _kind(below) == "schedule"
    }


def _kind(passage: Passage) -> str:
    """Return the kind of an attachment of which a passage is the heading; "" if it is no such heading."""
    return passage.division.partition(" ")[0].lower() if passage.heading == 1 and passage.label else ""
