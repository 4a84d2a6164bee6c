"""What the headings of columns mean: names, titles, groups with their fields, numbered entries, years.

A heading is compared without regard to capitals, blanks and punctuation. It may spell each level of a
parameter by its name or by its title, and leave out levels at the front while one parameter only fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from clausekit.batch.rows.cells import Schema
from clausekit.batch.rows.spellings import YEAR, Field, Meaning, Spellings, normalised
from clausekit.parameters.binding import NOT_PARAMETERS
from clausekit.problems import nearest

_IS_NAME = re.compile(r"\w[._]\w")
_STEP = re.compile(r"[^.\[\]]+|\[[0-9]+\]")
_INDEX = re.compile(r"\[([0-9]+)\]")
_ALIKE, _ALIKE_IN_YEAR = 75, 50
"""How like a title, of 100, a heading must be for "did you mean"; few titles are of values by year."""

_LONGEST = 200
"""Signs of a heading; what is longer is text that stands in a row."""

KEY = "Key"
"""The heading of a column that gives no parameter: what the row is called, here and in second sheets."""

WHAT_IS_WRONG = "What is wrong"
"""The heading of the messages in a copy of a workbook; if the copy is mended and read, they are no data."""


Asking = Callable[[str], Iterable[str]]
"""From the path of a parameter to the names of the templates that ask for it."""


class Headings:
    """The meanings of headings for one template or, within a second sheet, for the entries of one list."""

    def __init__(self, asked: Schema, known: Schema | None = None, asking: Asking | None = None) -> None:
        """Take the part of the dictionary that the template asks for, and the whole of it."""
        self.asked = asked
        self._known = asked if known is None else known
        self._asking = asking

    @cached_property
    def _own(self) -> Spellings:
        return Spellings(self.asked, asked=True)

    @cached_property
    def _others(self) -> Spellings:
        return Spellings(self._known, asked=False)

    @property
    def fields(self) -> tuple[Field, ...]:
        """All parameters that the template asks for, in the order of the questionnaire."""
        return self._own.fields

    def meanings(self, heading: str) -> tuple[Meaning, ...]:
        """Return what a heading can mean: one meaning if it is clear, several if it is not, or none.

        A parameter that only other templates ask for is meant if no other can be.
        """
        if found := self._own.meanings(heading) or self._others.whole_meanings(heading):
            return found
        if self.unlisted(heading) or self.group_named(heading) or self.suggestion(heading):
            return ()
        return self._others.meanings(heading)

    def knows(self, heading: str) -> bool:
        """Return whether a heading stands for something that the template asks for."""
        return len(heading) <= _LONGEST and bool(self._own.meanings(heading))

    def unlisted(self, heading: str) -> str | None:
        """Return the path of the list whose field a heading names without saying of which entry."""
        return self._own.unlisted(heading) or self._others.unlisted(heading)

    def suggestion(self, heading: str) -> str | None:
        """Return the heading that was probably meant: a name for a name, a title for a title."""
        by_title = self._own.by_title
        year = YEAR.search(heading)
        if year is None:
            meant = nearest(normalised(heading), by_title, _ALIKE)
            field = by_title.get(meant or "")
            if field is None:
                return None
            return field.path if _IS_NAME.search(heading) else self.spelling(field)
        yearly = [title for title, field in by_title.items() if len(field.years) == 1 and field.years[0]]
        meant = nearest(normalised(YEAR.sub("", heading)), yearly, _ALIKE_IN_YEAR)
        return meant and self.spelling(by_title[meant], (f"{year[1]}/{year[2]}",))

    def spelling(self, field: Field, entries: tuple[str, ...] = ()) -> str:
        """Return the shortest heading that stands for a parameter and nothing else, by titles if it can be.

        Of entries that are not given the first is named.
        """
        entries = entries or ("1",) * len(field.years)
        wanted = [(field.path, entries)]
        for heading in (*_by_titles(field, entries), _by_names(field.path, entries)):
            if [(meaning.field.path, meaning.entries) for meaning in self.meanings(heading)] == wanted:
                return heading
        return _by_names(field.path, entries)

    def first_in(self, path: str) -> str:
        """Return the path of the first parameter of the entries of a list."""
        fields = (*self._own.fields, *self._others.fields)
        return next(field.path for field in fields if field.path.startswith(f"{path}[]."))

    def spelling_of(self, path: str) -> str | None:
        """Return the heading for a parameter at a path such as ``partners[0].name``; None if there is none.

        For a group or a list it is that of the first parameter in it.
        """
        entries = tuple(str(int(index) + 1) for index in _INDEX.findall(path))
        wanted = _INDEX.sub("[]", path)
        for field in (*self._own.fields, *self._others.fields):
            if field.path == wanted or field.path.startswith((f"{wanted}.", f"{wanted}[].")):
                more = ("1",) * (len(field.years) - len(entries))
                return self.spelling(field, (*entries, *more))
        return None

    def templates_asking(self, path: str) -> tuple[str, ...]:
        """Return the templates and schedules that ask for a parameter."""
        return tuple(self._asking(path)) if self._asking else ()

    def list_named(self, sheet: str) -> str | None:
        """Return the path of the list of groups that a sheet is named for; a name of 31 signs may be cut."""
        key = normalised(sheet)
        for path, labels in self._own.lists.items():
            if key in labels or (len(sheet) >= 31 and any(label.startswith(key) for label in labels)):
                return path
        return None

    def group_named(self, heading: str) -> tuple[str, ...]:
        """Return the names of the parameters in the group that a heading names; none if it names none."""
        key = normalised(heading)
        return tuple(
            field.path
            for field in self.fields
            if "." in field.path and key in {normalised(part) for part in field.path.split(".")[:-1]}
        )

    def is_name(self, name: str) -> bool:
        """Return whether this is the name of a parameter at the top of the dictionary."""
        return name in NOT_PARAMETERS or any(
            name in schema["properties"] for schema in (self.asked, self._known)
        )

    def schema_at(self, path: str) -> Schema | None:
        """Return what the dictionary says of the value at a path such as ``health_bodies[0].name``."""
        inner: Any = self._known
        for step in _STEP.findall(path):
            inner = inner.get("items", {}) if step[0] == "[" else inner.get("properties", {}).get(step, {})
        return inner or None

    def has_default(self, path: str) -> bool:
        """Return whether the dictionary says what the value at a path is if nothing is said of it."""
        return "default" in (self.schema_at(path) or {})

    def entry_schema(self, path: str) -> Schema:
        """Return what the dictionary says of the entries of a list."""
        return _at(self.asked, path) or _at(self._known, path) or {}

    def within(self, path: str) -> Headings:
        """Return the headings of a second sheet for the entries of that list."""
        known = _at(self._known, path) or {}
        return Headings(_at(self.asked, path) or known, known, None)


def _by_titles(field: Field, entries: tuple[str, ...]) -> Iterator[str]:
    """Yield headings for a parameter, the shortest first."""
    *groups, own = field.titles
    if not entries:
        yield own
        yield ": ".join(field.titles[-2:])
    elif len(entries) == 1 and ("/" in entries[0] or field.path.endswith("[]")):
        yield f"{own} {entries[0]}"
    elif len(entries) == 1:
        yield f"{groups[-1].lstrip('0123456789 ')} {entries[0]}: {own}"


def _by_names(path: str, entries: tuple[str, ...]) -> str:
    """Return a parameter's name with the numbers of entries in it.

    >>> _by_names("services[].charges[].amount", ("1", "2"))
    'services 1 charges 2 amount'
    """
    if not entries:
        return path
    for entry in entries:
        path = path.replace("[]", f" {entry}", 1)
    return path.replace(".", " ")


def _at(schema: Schema, path: str) -> Schema | None:
    """Return the schema of the entries of the list at that path."""
    inner: Any = schema
    for name in path.split("."):
        inner = inner.get("properties", {}).get(name.removesuffix("[]"), {})
        inner = inner.get("items", {}) if name.endswith("[]") else inner
    items: Schema | None = inner.get("items")
    return items
