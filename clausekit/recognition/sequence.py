"""Full numbers, from the order of paragraphs: "(b)" under "7.3" is "7.3(b)".

Numbers that the word processor gives tell their list and level. Numbers typed by hand tell neither: they are
believed if they carry on a count, or begin one that others carry on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from clausekit.patterns import pattern
from clausekit.recognition.typed_numbers import Meaning, TypedNumber

_SEVERAL = pattern(r"\W*\w+(?:\W+\w+)+\W*")
_DECIMAL = pattern(r"\d{1,4}(?:\.\d{1,4})*")
_ROUND = pattern(r"(\d{1,3})\.0")
"""A clause whose number is printed with a nought: 2.1 stands in "2.0"."""
_PROVISION = pattern(r"(\(\d{1,2}\))\(")
"""Items below a provision that is cited rather than counted: the "(2)(h)" of "9(2)(h)" in a table of law."""
_FIRST_ITEMS = ("(1)", "(a)", "(i)", "(A)")
_DEEPEST = 12
_FURTHEST_GAP = 3
"""How many numbers of a typed list may have been left out."""
_SOME = 2
"""Where so many titles have a number, what stands before the next is one, though it is out of order."""


@dataclass(slots=True)
class Open:
    """A number that others may stand below: what gave it, its level there, the number in full, its count."""

    source: str
    level: int
    number: str
    count: int = 0
    indent: int = 0


class Numbering:
    """The numbers that are open at a place of the text, outermost first."""

    def __init__(self) -> None:
        self._open: list[Open] = []
        self._last: tuple[int, ...] = ()  # the last decimal number, part by part
        self._last_typed: tuple[int, ...] = ()  # the same of those typed by hand
        self._before_part: tuple[int, ...] = ()
        self._titled = 0  # so many numbers before titles in capitals the division has

    @property
    def level(self) -> int:
        """The level of the last number."""
        return self._open[-1].level

    def begin(self) -> None:
        """Begin under a heading without a number: no number is open."""
        self._open.clear()

    def begin_division(self, *, is_part: bool) -> None:
        """Begin a division, in which everything is counted anew; the count may also run on into a part."""
        self._open.clear()
        self._before_part = self._last if is_part else ()
        self._last = self._last_typed = ()
        self._titled = 0

    def define(self) -> None:
        """Begin a definition: what is counted in it counts within it."""
        self._open = [Open("definition", 0, "")]

    def native(self, source: str, level: int, label: str, indent: int) -> str:
        """Return the full number of a paragraph of a list; "" for a label that is none."""
        self._close(source, level, label, indent)
        above = self._open[-1].number if self._open else ""
        number = full_number(above, label)
        self._push(Open(source, level, number, indent=indent))
        if _DECIMAL.fullmatch(number):
            self._last = tuple(int(part) for part in number.split("."))
        return number

    def _push(self, one: Open) -> None:
        """Open a number; what is nested more deeply than any agreement stands for itself."""
        if len(self._open) == _DEEPEST:
            self._open.clear()
        self._open.append(one)

    def _close(self, source: str, level: int, label: str, indent: int) -> None:
        own = [place for place, one in enumerate(self._open) if one.source == source]
        same = [place for place in own if self._open[place].level >= level]
        if same:
            del self._open[same[0] :]
        elif own:
            del self._open[own[-1] + 1 :]
        elif level or not (self._open and _stands_below(label, indent, self._open[-1])):
            self._open.clear()

    def typed(self, typed: TypedNumber, later: Sequence[TypedNumber]) -> str | None:
        """Return the full number of a paragraph that begins with what may be a number; None if it is none.

        ``later`` are the numbers of the same shape that follow, if they are numbers.
        """
        if typed.shape == "decimal":
            return self._decimal(typed, later)
        return self._item(typed, later)

    def _decimal(self, typed: TypedNumber, later: Sequence[TypedNumber]) -> str | None:
        if (above := _PROVISION.match(typed.items)) and not self._is_below(
            f"{typed.path[0]}{above[1]}", typed
        ):
            return None
        path = typed.path[:1] if _ROUND.fullmatch(typed.numeral) else typed.path
        believed = (
            typed.tabbed
            or _follows(self._last, path, 1 if typed.bare else _FURTHEST_GAP)
            or (self._last_typed and _follows(self._last_typed, path, 1))
            or (not self._last and _follows(self._before_part, path, 1 if typed.bare else _FURTHEST_GAP))
            or (typed.items and path == self._last)
            or (path[-1] == 1 and _carried_on(path, later))
            or (typed.titled and self._titled >= _SOME)
        )
        if not believed:
            return None
        self._titled += typed.titled
        self._last = self._last_typed = path
        number = full_number("", typed.numeral)
        self._open = [Open("decimal", len(path) - 1, number)]
        return number

    def _is_below(self, above: str, typed: TypedNumber) -> bool:
        """Tell whether a number that is printed in full with two items carries on those that are open."""
        return typed.items.endswith(_FIRST_ITEMS) or any(one.number.startswith(above) for one in self._open)

    def _item(self, typed: TypedNumber, later: Sequence[TypedNumber]) -> str | None:
        """Return the number of an item such as "(b)": it carries on an open count, or begins one."""
        place = self._carried_on_here(typed, later)
        if place is not None:
            kind_source = self._open[place].source
            del self._open[place:]
            count = next(count for kind, count in typed.readings if kind_source == _source(typed, kind))
        else:
            first = next(((kind, count) for kind, count in typed.readings if count == 1), None)
            if first is None and not typed.tabbed:
                return None
            kind, count = first or typed.readings[0]
            if typed.shape != "()" and not typed.tabbed and not _carried_on_item((kind, count), later):
                return None
            kind_source = _source(typed, kind)
            self._end(kind_source)
        above = self._open[-1] if self._open else Open("", -1, "")
        number = full_number(above.number, typed.label)
        self._push(Open(kind_source, above.level + 1, number, count))
        return number

    def _end(self, source: str) -> None:
        """End an open count that begins again: no list stands below one of its own kind."""
        place = next((place for place, one in enumerate(self._open) if one.source == source), None)
        if place is not None:
            del self._open[place:]

    def _carried_on_here(self, typed: TypedNumber, later: Sequence[TypedNumber]) -> int | None:
        """Return the place of the open count that an item carries on, innermost first.

        "(i)" after "(h)" may begin a count of its own; it does if "(ii)" follows.
        """
        for place in range(len(self._open) - 1, -1, -1):
            one = self._open[place]
            for kind, count in typed.readings:
                if one.source == _source(typed, kind) and one.count < count <= one.count + _FURTHEST_GAP:
                    begins = next((reading for reading in typed.readings if reading[1] == 1), None)
                    if begins and _carried_on_item(begins, later[:1]):
                        return None
                    return place
        return None


def full_number(above: str, label: str) -> str:
    """Return a number in full, below another.

    >>> full_number("7.3", "(b)"), full_number("7.3", "b)"), full_number("7", "7.3."), full_number("7", "1.")
    ('7.3(b)', '7.3(b)', '7.3', '7.1')
    >>> full_number("", "7.0")
    '7'
    """
    label = label.replace("\u00a0", " ").strip()
    bare = label.rstrip("." if "(" in label else ".)") or label
    if not above or _SEVERAL.fullmatch(bare):
        return _ROUND.sub(r"\1", bare) if _ROUND.fullmatch(bare) else bare
    if bare.isalpha() and bare != label:
        bare = f"({bare})"
    between = "." if above[-1].isdigit() and bare[:1].isdigit() else ""
    return f"{above}{between}{bare}"


def _stands_below(label: str, indent: int, one: Open) -> bool:
    """Tell whether an item of another list stands below a number: further in, or "(a)" after "7.3"."""
    if not label or label[:1].isdigit():
        return False
    return indent > one.indent or (one.number[-1:].isdigit() and label.islower() and indent == one.indent)


def _source(typed: TypedNumber, kind: str) -> str:
    return f"{typed.shape}{kind}"


def _follows(before: tuple[int, ...], path: tuple[int, ...], furthest: int) -> bool:
    """Tell whether a decimal number comes after another: 7.4, 8, 7.3.1 after 7.3, 8.1 if 8 has no number."""
    if len(path) > len(before):
        return path[: len(before)] == before and all(part == 1 for part in path[len(before) :])
    last = len(path) - 1
    if last and path[last] == 1 and len(before) == len(path) and path[:last] != before[:last]:
        return path[: last - 1] == before[: last - 1] and path[last - 1] == before[last - 1] + 1
    return path[:last] == before[:last] and before[last] < path[last] <= before[last] + furthest


def _carried_on(path: tuple[int, ...], later: Sequence[TypedNumber]) -> bool:
    return any(other.path in ((*path[:-1], 2), (*path, 1), path) for other in later)


def _carried_on_item(reading: Meaning, later: Sequence[TypedNumber]) -> bool:
    kind, count = reading
    return any((kind, count + 1) in other.readings for other in later)
