"""What shows its cause by itself: text that a parameter filled in, where its value is another now."""

from __future__ import annotations

from clausekit.comparison.changes import Found
from clausekit.comparison.edits import Cause
from clausekit.comparison.outlines import of_value
from clausekit.comparison.spots import Spot
from clausekit.comparison.values import ChangedValue, concerns


class ShownValues:
    """The values that differ, as far as they can be seen in the text."""

    def __init__(self, values: tuple[ChangedValue, ...]) -> None:
        self._values = values

    def cause(self, change: Found) -> Cause | None:
        """Return the value that filled in what came and what went, or the element that it is of."""
        return self._of_element(change) if change.whole else self._of_value(change)

    def likely(self, change: Found) -> ChangedValue | None:
        """Return the value that stands in words where they changed, or else the only one that differs."""
        seen = (
            value
            for value in self._values
            if (value.old or value.new)
            and _stands_in(value.old, change.old)
            and _stands_in(value.new, change.new)
        )
        return next(seen, self._values[0] if len(self._values) == 1 else None)

    def _of_value(self, change: Found) -> Cause | None:
        old, new = _parameter(change.old), _parameter(change.new)
        values = [
            value for value in self._values if concerns(new, value.new_path) or concerns(old, value.old_path)
        ]
        if not values or (all(change.words) and not (old and new)):
            return None
        # Of a total over several values that differ none is the cause alone.
        return of_value(values[0]) if len(values) == 1 else Cause("parameter", new or old, *change.words)

    def _of_element(self, change: Found) -> Cause | None:
        """Return the element of a list for which a row or paragraph came or went, if it shows it."""
        for spot, is_new in ((change.new, True), (change.old, False)):
            names = {span.parameter for span in spot.spans if span.parameter} if spot else set()
            elements = [
                value
                for value in self._values
                if (not value.old_path if is_new else not value.new_path)
                and any(concerns(name, value.name) for name in names)
            ]
            if len(elements) == 1:
                return of_value(elements[0])
        return None


def by_control(change: Found) -> Cause | None:
    """Return the parameter that a content control names, where nothing is known of the values."""
    name = _parameter(change.new) or _parameter(change.old)
    return Cause("parameter", name, *change.words) if name else None


def _parameter(spot: Spot | None) -> str:
    """Return the parameter that filled in a stretch of text, "" unless all of it but blanks is of one."""
    names = {span.parameter for span, text in spot.pieces if text.strip()} if spot else set()
    return names.pop() if len(names) == 1 else ""


def _stands_in(words: str, spot: Spot | None) -> bool:
    """Tell whether words stand where a stretch of text is, or around it."""
    if not words or spot is None:
        return not words
    first = max(spot.start - len(words), 0)
    return words in spot.text[first : spot.end + len(words)]
