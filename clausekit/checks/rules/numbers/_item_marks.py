"""Marks of items that do not fit their list: two numbers each, a dash in the place of the first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from clausekit.checks.instrument import Instrument
from clausekit.checks.instrument.places import Place
from clausekit.checks.rules._shared.counting import words_of
from clausekit.checks.words import Words
from clausekit.patterns import pattern

_SECOND = pattern(r"\s*\((?P<figure>\d{1,2})\)\s")
_STEP = pattern(r"\(?(?P<step>\w{1,4})[.)]{1,2}")
_FIRST_OF = {"2": "1", "ii": "i", "b": "a"}
"""With what a list begins whose second item is known."""
_DASHES = frozenset("-–—•*")


def doubly_numbered(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the first of some items with two numbers each that count together, and its second number:
    "i) (1) the staff", "ii) (2) the debts"."""
    items = [place for place in instrument.places if place.role == "text" and _step_of(place)]
    begun = False
    for one, other in pairwise(items):
        seconds = [_SECOND.match(place.passage.words) for place in (one, other)]
        figures = [int(found["figure"]) for found in seconds if found]
        goes_on = len(figures) == 2 and figures[1] == figures[0] + 1
        if goes_on and not begun:
            yield words_of(one.passage), f"({figures[0]})"
        begun = goes_on


def dashes_for_numbers(instrument: Instrument) -> Iterator[tuple[Words, str]]:
    """Yield the items with a dash alone after which a list goes on with its second number, and the first."""
    places = instrument.places
    for before, one, other in zip(places, places[1:], places[2:], strict=False):
        due = _FIRST_OF.get(_step_of(other))
        listed = before.passage.text[:1] in _DASHES
        if due and not listed and other.role == one.role == "text" and _has_dash(one) and _is_like(other):
            yield words_of(one.passage), due


def _step_of(place: Place) -> str:
    """Return the number of an item without its brackets: "ii" of "ii."; "" if it has none."""
    found = _STEP.fullmatch(place.passage.label.strip())
    return found["step"] if found else ""


def _is_like(place: Place) -> bool:
    return place.passage.words.lstrip()[:1].islower()


def _has_dash(place: Place) -> bool:
    """Tell whether a place is an item with a dash: not "- and -" between the parties."""
    mark, words = place.passage.text[:1], place.passage.text[1:].strip()
    return mark in _DASHES and words[:1].islower() and words[-1] != mark
