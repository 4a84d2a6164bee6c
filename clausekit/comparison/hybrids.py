"""Drafts made anew from the sources of one side with one source of the other, to see what that one does."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from clausekit.comparison.edits import Cause
from clausekit.comparison.sources import Explain, Sources
from clausekit.comparison.values import ChangedValue

Texts: TypeAlias = Mapping[str, tuple[str, ...]]

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")
_MOST_DRAFTS = 16
"""More are not made in one comparison: a draft of ninety pages takes some 70 ms."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may have caused a change: a cause, and the value behind it if it is one."""

    cause: Cause
    value: ChangedValue | None = None

    @property
    def group(self) -> Candidate | None:
        """All values whose paths begin with the same name; None of a cause that is no value."""
        group = self.value and self.value.group
        return Candidate(Cause("parameter", group.name), group) if group else None


Exchange: TypeAlias = Candidate | Literal["values", "versions", "nothing"]
"""What of the sources is taken from the other side: one thing, or all values, or all versions of clauses."""


class Hybrids:
    """Makes drafts anew, each once, and as many as can be afforded."""

    def __init__(self, old: Sources, new: Sources, explain: Explain) -> None:
        self._old = old
        self._new = new
        self._explain = explain
        self._kept: dict[tuple[bool, Exchange], Texts | None] = {}

    def old(self, exchange: Exchange = "nothing") -> Texts | None:
        """Return what the sources of the old text print with something as it is in the new.

        None if the library cannot draft that, or if too much was asked already.
        """
        return self._texts(exchange, self._old, self._new, is_new=False)

    def new(self, exchange: Exchange = "nothing") -> Texts | None:
        """Return what the sources of the new text print with something as it was in the old."""
        return self._texts(exchange, self._new, self._old, is_new=True)

    def _texts(self, exchange: Exchange, own: Sources, other: Sources, *, is_new: bool) -> Texts | None:
        key = is_new, exchange
        if key not in self._kept:
            affordable = len(self._kept) < _MOST_DRAFTS
            sources = _hybrid(own, other, exchange, is_new=is_new) if affordable else None
            self._kept[key] = self._explain.redraft(sources) if sources else None
        return self._kept[key]


def _hybrid(own: Sources, other: Sources, exchange: Exchange, *, is_new: bool) -> Sources | None:
    """Return sources with something from the other side; None if that cannot be done.

    The versions of clauses that only the other side has are added: a value may bring them in.
    """
    if exchange == "nothing":
        return own
    if exchange == "versions":
        return replace(own, clauses={**own.clauses, **other.clauses})
    clauses = {**other.clauses, **own.clauses}
    if exchange == "values":
        return replace(own, clauses=clauses, parameters=other.parameters)
    match exchange.cause.kind:
        case "library":
            name = exchange.cause.name
            return replace(own, clauses={**clauses, name: other.clauses[name]})
        case "parameter" if exchange.value is not None:
            value = exchange.value
            paths = (value.new_path, value.old_path) if is_new else (value.old_path, value.new_path)
            parameters = _exchanged(own.parameters, other.parameters, *paths)
            return replace(own, clauses=clauses, parameters=parameters) if parameters else None
        case _:
            return None


def _exchanged(
    own: Mapping[str, Any], other: Mapping[str, Any], own_path: str, other_path: str
) -> dict[str, Any] | None:
    """Return a copy of ``own`` with the value at a path as it is in ``other``, or without it."""
    data = copy.deepcopy(dict(own))
    *way, last = _steps(own_path or other_path)
    holder: Any = data
    for step in way:
        holder = _inner(holder, step)
    value = _at(other, _steps(other_path)) if other_path else None
    if isinstance(holder, dict):
        if value is None and not _has(other, other_path):
            holder.pop(last, None)
        else:
            holder[str(last)] = value
    elif isinstance(holder, list) and isinstance(last, int):
        if own_path and other_path and last < len(holder):
            holder[last] = value
        elif own_path:
            del holder[last]
        else:
            holder.insert(last, value)
    else:
        return None
    return data


def _steps(path: str) -> list[str | int]:
    return [int(index) if index else name for index, name in _STEP.findall(path)]


def _inner(holder: Any, step: str | int) -> Any:
    if isinstance(holder, list) and isinstance(step, int):
        return holder[step] if step < len(holder) else None
    return holder.get(step) if isinstance(holder, dict) else None


def _at(data: Any, steps: Sequence[str | int]) -> Any:
    for step in steps:
        data = _inner(data, step)
    return data


def _has(data: Any, path: str) -> bool:
    *way, last = _steps(path) or [""]
    holder = _at(data, way)
    return isinstance(holder, dict) and last in holder
