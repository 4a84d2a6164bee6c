"""Which numbers may come next: what tells a number that begins a line from one in a sentence."""

from __future__ import annotations

from clausekit.recognition.typed_numbers import TypedNumber

_FURTHEST = 3
"""How many numbers may be missing between two that follow each other."""
_FARTHEST_CLAUSE = 10
"""A decimal so far beyond the open clause is a figure: "55.1" after clause 13."""


class Counts:
    """The numbers seen so far: the last decimal one, and the last item of each kind."""

    def __init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Begin a schedule or a part, where all counts begin again."""
        self._decimal: tuple[int, ...] = ()
        self._clause = 0
        self._items: dict[str, int] = {}

    def see_label(self, number: TypedNumber | None, *, is_division: bool) -> None:
        """Take note of a label, which is a number, begins a division, or is a mere mark."""
        if number is not None:
            self.see(number)
        elif is_division:
            self.restart()

    def see(self, number: TypedNumber) -> None:
        """Take note of a number."""
        if number.path:
            self._decimal, self._clause = number.path, number.path[0]
            self._items.clear()
            return
        kinds = [(kind, count) for kind, count in number.readings if self._carries_on(number, kind, count)]
        kind, count = (kinds or number.readings)[0]
        self._items[f"{number.shape}{kind}"] = count

    def follows(self, number: TypedNumber) -> bool:
        """Tell whether a number carries on a count, or begins one."""
        if number.path:
            return self._follows_decimal(number.path)
        return any(count == 1 or self._carries_on(number, kind, count) for kind, count in number.readings)

    def is_near(self, number: TypedNumber) -> bool:
        """Tell whether a decimal number belongs to the clause that is open, or begins a clause.

        It may stand there twice, or after some that were left out.
        """
        last = self._decimal[1] if len(self._decimal) > 1 else 0
        is_open = number.path[0] == self._clause and 0 < number.path[1] <= last + _FURTHEST
        begins = number.path[-1] == 1 and (
            not self._clause or number.path[0] <= self._clause + _FARTHEST_CLAUSE
        )
        return self.follows(number) or is_open or begins

    def is_open(self, number: TypedNumber) -> bool:
        """Tell whether a number is the last decimal one, so that an item below may be numbered in full."""
        return number.path == self._decimal

    def _carries_on(self, number: TypedNumber, kind: str, count: int) -> bool:
        last = self._items.get(f"{number.shape}{kind}")
        return last is not None and last < count <= last + _FURTHEST

    def _follows_decimal(self, path: tuple[int, ...]) -> bool:
        if len(path) == 1:
            return path[0] == 1 or self._clause < path[0] <= self._clause + _FURTHEST
        before = self._decimal
        if len(path) > len(before):
            return path[: len(before)] == before and max(path[len(before) :]) <= _FURTHEST
        last = len(path) - 1
        return path[:last] == before[:last] and before[last] < path[last] <= before[last] + _FURTHEST


def carries_on(before: TypedNumber, after: TypedNumber) -> bool:
    """Tell whether a number comes next to another: the one after it, or the first below it.

    >>> from clausekit.recognition.typed_numbers import typed_number
    >>> a, b, c = (typed_number(text) for text in ("(a) x", "(b) x", "5.6 x"))
    >>> a and b and c and (carries_on(a, b), carries_on(c, a), carries_on(b, c))
    (True, True, False)
    """
    if after.path:
        *above, last = before.path or (0,)
        return bool(before.path) and after.path in ((*above, last + 1), (*before.path, 1))
    if before.path:
        return any(count == 1 for _, count in after.readings)
    return before.shape == after.shape and any(
        (kind, count + 1) in after.readings for kind, count in before.readings
    )
