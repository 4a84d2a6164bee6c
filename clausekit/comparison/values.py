"""Which values of two parameter files differ, by path; elements of lists are paired by what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

_NAMING = ("code", "id", "name", "short", "key", "title", "label")
"""By these an element of a list is known again, the first that it has."""

_STEP = re.compile(r"\[\d*\]|[^.\[\]]+")
_LONGEST = 80
_MISSING = object()

BLANK = "[●]"
"""What a value that is still to be filled in prints."""


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """A value that differs: its paths, and both values as text; "" where it is not given.

    The paths differ where the elements of a list before it do; one is "" where a side has no such element.
    ``reordered`` is a list of the same elements in another order.
    """

    old_path: str
    new_path: str
    old: str
    new: str
    reordered: bool = False

    @property
    def name(self) -> str:
        """The path by which people know it: the new one, if it has one."""
        return self.new_path or self.old_path

    @property
    def comes_or_goes(self) -> bool:
        """Whether it is given on one side only, or says yes or no: what text depends on more than others."""
        return bool({"", BLANK} & {self.old, self.new}) or {self.old, self.new} == {"true", "false"}

    @property
    def group(self) -> ChangedValue:
        """All of the parameter file that stands under the same first name."""
        name = _steps(self.name)[0]
        return ChangedValue(name, name, "", "")


def changed_values(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[ChangedValue, ...]:
    """Return the values that differ, in the order of the files; a list in another order is one of them."""
    return tuple(_changed(old, new, "", ""))


def shown(value: object) -> str:
    """Return a value in a line, as a person would write it."""
    if value is _MISSING:
        return ""
    match value:
        case None:
            return BLANK
        case bool():
            return "true" if value else "false"
        case dict():
            return next((str(value[name]) for name in _NAMING if value.get(name)), _short(_pairs(value)))
        case list() | tuple():
            return _short(", ".join(map(shown, value)))
        case _:
            return str(value)


def concerns(pattern: str, path: str) -> bool:
    """Tell whether ``schemes[].amount`` stands for the value at a path, what that is part of, or a part."""
    return bool(pattern and path) and _agree(_steps(pattern), _steps(path))


@lru_cache(maxsize=4096)
def _steps(path: str) -> tuple[str, ...]:
    return tuple(_STEP.findall(path))


def _agree(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell whether one path leads to the other, or both to the same; ``[]`` is any element of a list."""
    return all(
        one == other or (one[0] == other[0] == "[" and "[]" in (one, other))
        for one, other in zip(some, others, strict=False)
    )


def _changed(old: Any, new: Any, old_path: str, new_path: str) -> Iterator[ChangedValue]:
    match old, new:
        case dict(), dict():
            for name in dict.fromkeys((*old, *new)):
                before, after = old.get(name, _MISSING), new.get(name, _MISSING)
                yield from _changed(before, after, _of(old_path, name), _of(new_path, name))
        case list(), list():
            yield from _elements(old, new, old_path, new_path)
        case _ if old != new or type(old) is not type(new):
            yield ChangedValue(old_path, new_path, shown(old), shown(new))


def _elements(old: list[Any], new: list[Any], old_path: str, new_path: str) -> Iterator[ChangedValue]:
    old_names, new_names = [_naming(each) for each in old], [_naming(each) for each in new]
    unique = len(set(new_names)) == len(new_names)
    if unique and old_names != new_names and sorted(old_names) == sorted(new_names):
        yield ChangedValue(old_path, new_path, shown(old), shown(new), reordered=True)
        places = {name: place for place, name in enumerate(new_names)}
        pairs = [(place, places[name]) for place, name in enumerate(old_names)]
    else:
        pairs = list(_pairs_in_order(old_names, new_names))
    partners = dict(pairs)
    taken = set(partners.values())
    for place, element in enumerate(old):
        here = f"{old_path}[{place}]"
        if place in partners:
            there = partners[place]
            yield from _changed(element, new[there], here, f"{new_path}[{there}]")
        else:
            yield ChangedValue(here, "", shown(element), "")
    for place, element in enumerate(new):
        if place not in taken:
            yield ChangedValue("", f"{new_path}[{place}]", "", shown(element))


def _pairs_in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of elements that answer to each other; as many replaced by as many do so in turn."""
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and b - a == d - c):
            yield from zip(range(a, b), range(c, d), strict=True)


def _naming(element: object) -> str:
    if isinstance(element, dict):
        return next((f"{name} {element[name]}" for name in _NAMING if element.get(name)), "")
    return shown(element)


def _of(path: str, name: object) -> str:
    return f"{path}.{name}" if path else str(name)


def _pairs(value: Mapping[Any, Any]) -> str:
    return ", ".join(f"{name}: {shown(part)}" for name, part in value.items())


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
